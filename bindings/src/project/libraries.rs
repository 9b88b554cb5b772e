//! Libraries and relations, with names from the directory.

use card_core::{
    domain::{
        directory::{self, Directory, Field},
        language::Language,
        library::{Agreement, Closing, LibraryEntry, LibraryNumber, Position, Standing},
        rules::Severity,
        shelf::{Related, Signed},
        snapshot::Library,
        timestamp::Timestamp,
    },
    session::state::Model,
};
use jiff::civil::Date;

use super::time;
use crate::{
    AgreementView, ClosingView, Found, LibraryProfile, LibraryView, Matched, NewerView, RelationView, SignedView,
};

/// Where names come from: the directory, then the card, then nothing but the number.
#[derive(Clone, Copy)]
pub(crate) struct Names<'m> {
    pub(crate) directory: Option<&'m Directory>,
    pub(crate) on_card: &'m [Library],
    /// `None`: what the library calls itself.
    pub(crate) language: Option<Language>,
    pub(crate) today: Date,
}

impl<'m> Names<'m> {
    pub(crate) fn of(m: &'m Model) -> Self {
        Self {
            directory: m.directory.as_deref(),
            on_card: m.card.as_ref().map_or(&[], |card| &card.snapshot.card.libraries),
            language: None,
            today: m.now.date(),
        }
    }

    /// Without any directory: numbers stand for names.
    pub(crate) fn none() -> Self {
        Self {
            directory: None,
            on_card: &[],
            language: None,
            today: Date::default(),
        }
    }

    /// What the directory says about a library; none that it doesn't have.
    pub(crate) fn known(self, number: LibraryNumber) -> Option<LibraryProfile> {
        Some(self.of_entry(self.directory?.get(number)?))
    }

    pub(crate) fn view(self, number: LibraryNumber) -> LibraryView {
        if let Some(entry) = self.directory.and_then(|directory| directory.get(number)) {
            return self.entry(entry);
        }
        let text = number.to_string();
        match self.on_card.iter().find(|library| library.number == text) {
            Some(library) => library.into(),
            None => LibraryView {
                name: text.clone(),
                number: text,
                place: String::new(),
            },
        }
    }

    fn entry(self, entry: &LibraryEntry) -> LibraryView {
        let own = entry.names.first().map_or("", |name| &name.text);
        LibraryView {
            number: entry.number.to_string(),
            name: self.language.map_or(own, |language| entry.name_in(language)).to_owned(),
            place: entry.place.clone(),
        }
    }

    pub(crate) fn profile(self, number: LibraryNumber) -> LibraryProfile {
        match self.directory.and_then(|directory| directory.get(number)) {
            Some(entry) => self.of_entry(entry),
            None => self.unknown(number),
        }
    }

    fn of_entry(self, entry: &LibraryEntry) -> LibraryProfile {
        let branches = self.directory.into_iter().flat_map(|d| d.branches(entry.number));
        LibraryProfile {
            library: self.entry(entry),
            isil: entry.number.isil(),
            municipality: entry.municipality.name.clone(),
            county: entry.county.clone(),
            branch_of: entry.branch_of.map(|number| self.view(number)),
            branches: branches.map(|branch| self.entry(branch)).collect(),
            activation: entry.activation,
            staffless: entry.staffless,
            card_from: entry.ages.card_from,
            rules_alone_from: entry.ages.rules_alone_from,
            symbology: entry.symbology,
            closing: entry.closing.map(|closing| self.closing(entry, closing)),
            email: entry.contact.email.clone(),
            phone: entry.contact.phone.clone(),
            web: entry.contact.web.clone(),
            metres: None,
            matched: Vec::new(),
        }
    }

    /// A library that the directory doesn't have (any more).
    fn unknown(self, number: LibraryNumber) -> LibraryProfile {
        LibraryProfile {
            library: self.view(number),
            isil: number.isil(),
            municipality: String::new(),
            county: String::new(),
            branch_of: None,
            branches: Vec::new(),
            activation: crate::Activation::default(),
            staffless: false,
            card_from: None,
            rules_alone_from: card_core::domain::library::AgeLimits::default().rules_alone_from,
            symbology: crate::Symbology::default(),
            closing: None,
            email: None,
            phone: None,
            web: None,
            metres: None,
            matched: Vec::new(),
        }
    }

    fn closing(self, entry: &LibraryEntry, closing: Closing) -> ClosingView {
        let (from, to) = match closing {
            Closing::Temporary { from, to } => (from, to),
            Closing::Permanent { from } => (from, None),
        };
        ClosingView {
            for_good: matches!(closing, Closing::Permanent { .. }),
            now: entry.is_gone(self.today) || entry.is_closed_for_now(self.today),
            from: from.map(|date| date.to_string()),
            to: to.map(|date| date.to_string()),
        }
    }

    /// A search for what stands in the field.
    pub(crate) fn find(self, text: &str, near: Option<Position>, limit: usize) -> Found {
        let Some(directory) = self.directory else {
            return Found {
                libraries: Vec::new(),
                total: 0,
                demo: false,
            };
        };
        let today = self.today;
        let found = directory.search(&directory::Query {
            text,
            near,
            today,
            limit,
        });
        Found {
            libraries: found.hits.iter().map(|hit| self.hit(hit)).collect(),
            total: u32::try_from(found.total).unwrap_or(u32::MAX),
            demo: directory.is_demo(),
        }
    }

    fn hit(self, hit: &directory::Hit<'_>) -> LibraryProfile {
        let profile = self.of_entry(hit.library);
        let shown = hit
            .library
            .names
            .iter()
            .position(|name| name.text == profile.library.name);
        let in_name =
            |matched: &&directory::Matched| matches!(matched.field, Field::Name(at) if Some(usize::from(at)) == shown);
        let name = &profile.library.name;
        let units = |bytes: usize| {
            let before = name.get(..bytes).unwrap_or_default();
            u32::try_from(before.encode_utf16().count()).unwrap_or(u32::MAX)
        };
        let matched = hit.matched.iter().filter(in_name).map(|matched| Matched {
            from: units(matched.range.start),
            to: units(matched.range.end),
        });
        LibraryProfile {
            matched: matched.collect(),
            metres: hit.km.map(metres),
            ..profile
        }
    }
}

fn metres(km: f64) -> u32 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "no place is that far away"
    )]
    let metres = (km * 1000.0).round().clamp(0.0, f64::from(u32::MAX)) as u32;
    metres
}

/// Mine bibliotek: what waits for the person, then the home library, then by name.
pub(crate) fn relations(m: &Model) -> Vec<RelationView> {
    relations_of(m, &m.shelf.relations)
}

/// The same of a child.
pub(crate) fn relations_of(m: &Model, all: &[Related]) -> Vec<RelationView> {
    let names = Names::of(m);
    let known = |related: &&Related| related.standing != Standing::None;
    let mut views: Vec<_> = all
        .iter()
        .filter(known)
        .map(|related| relation(names, related, m.now))
        .collect();
    views.sort_by_cached_key(|view| {
        (
            !waits(view),
            !view.home,
            view.standing == Standing::Ended,
            view.profile.library.name.to_lowercase(),
        )
    });
    views
}

fn waits(view: &RelationView) -> bool {
    let must_sign = |newer: &NewerView| newer.severity >= Severity::Material;
    view.standing == Standing::Pending || view.agreements.iter().any(|a| a.newer.as_ref().is_some_and(must_sign))
}

fn relation(names: Names<'_>, related: &Related, now: Timestamp) -> RelationView {
    let profile = names.profile(related.library);
    let one = |agreement| {
        let signed = related.signed(agreement);
        AgreementView {
            agreement,
            newer: signed.and_then(|signed| signed.newer).map(|newer| NewerView {
                version: newer.version,
                severity: newer.severity,
                from: newer.from.to_string(),
            }),
            signed: signed.map(|signed| signed_view(signed, now)),
        }
    };
    let staffless = profile.staffless || related.signed(Agreement::Staffless).is_some();
    let mut agreements = vec![one(Agreement::Rules)];
    agreements.extend(staffless.then(|| one(Agreement::Staffless)));
    RelationView {
        profile,
        standing: related.standing,
        since: time(related.since),
        home: related.home,
        agreements,
    }
}

fn signed_view(signed: &Signed, now: Timestamp) -> SignedView {
    let code = signed.desk_code.as_ref().filter(|_| !signed.confirmed);
    SignedView {
        confirmed: signed.confirmed,
        since: time(signed.since),
        version: signed.version,
        language: signed.language.tag().to_owned(),
        signed_at: time(signed.signed_at),
        desk_code: code.filter(|code| code.until > now).map(|code| code.code.clone()),
        desk_code_until: code.map(|code| time(code.until)),
    }
}
