//! Reading and signing, as drawn.

use card_core::{
    domain::{
        rules::{self, ClauseChange, ClauseKind, RulesText, Severity, Span, what_changes},
        timestamp::Timestamp,
    },
    session::{
        errand::Reading,
        parties::MaySign,
        state::Model,
        trip::{Open, Trip},
    },
};

use super::{libraries::Names, time};
use crate::{ChangeView, ChangesView, ClauseView, PartyView, RulesView, SignsView, SpanView, StopView, TripView};

pub(crate) fn trip(m: &Model) -> Option<TripView> {
    let trip = m.trip.as_ref()?;
    let names = Names::of(m);
    let today = m.now.date();
    Some(TripView {
        stops: trip.stops.iter().map(|stop| stop_view(names, trip, stop)).collect(),
        at: count(trip.at),
        rules: trip
            .reading()
            .map(|reading| rules_view(reading, trip.difference(), signed_at(m, trip))),
        fetching: trip.open == Open::Fetching,
        signing: trip.signing,
        trouble: trip.trouble.clone().map(Into::into),
        parties: m
            .parties()
            .into_iter()
            .map(|(party, may)| PartyView {
                child: party.child.as_ref().map(|(child, _)| child.expose().to_owned()),
                name: party.name.clone(),
                age: party.age(today),
                basis: party.child.as_ref().map(|(_, basis)| *basis),
                signs: may.into(),
            })
            .collect(),
        party: count(m.party()),
    })
}

fn count(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

/// When the version that the open text is compared with was signed.
fn signed_at(m: &Model, trip: &Trip) -> Option<Timestamp> {
    let stop = trip.stop()?;
    Some(m.shelf.at(stop.library)?.signed(stop.agreement)?.signed_at)
}

fn stop_view(names: Names<'_>, trip: &Trip, stop: &card_core::session::trip::Stop) -> StopView {
    let profile = || names.profile(stop.library).activation;
    let open = trip.stop() == Some(stop);
    StopView {
        library: names.view(stop.library),
        agreement: stop.agreement,
        activation: stop.activation.unwrap_or_else(profile),
        read: if open { trip.is_read() } else { stop.read.is_some() },
        receipt: stop.receipt.clone(),
        skipped: stop.skipped,
    }
}

fn rules_view(
    reading: &Reading,
    compared: Option<(&RulesText, &rules::Difference)>,
    signed_at: Option<Timestamp>,
) -> RulesView {
    let text = &reading.text;
    let clauses = match compared {
        Some((_, difference)) => difference.clauses.iter().map(changed).collect(),
        None => text.clauses().iter().map(unchanged).collect(),
    };
    RulesView {
        version: text.version(),
        valid_from: text.valid_from().to_string(),
        language: text.language().tag().to_owned(),
        languages: reading.languages.iter().map(|l| l.tag().to_owned()).collect(),
        demo: text.is_demo(),
        sha256: text.sha256().to_owned(),
        published: text.published(),
        clauses,
        changes: compared
            .zip(signed_at)
            .map(|((before, difference), at)| changes(before, text, difference, at)),
    }
}

fn changes(before: &RulesText, text: &RulesText, difference: &rules::Difference, at: Timestamp) -> ChangesView {
    let heading = |id: &str| {
        let clause = text
            .clauses()
            .iter()
            .chain(before.clauses())
            .find(|clause| clause.id == id);
        clause.map(|clause| clause.heading.clone()).unwrap_or_default()
    };
    let (_, items) = what_changes(difference, text);
    ChangesView {
        signed_at: time(at),
        version: before.version(),
        severity: difference.severity().unwrap_or(Severity::Editorial),
        items: items
            .into_iter()
            .map(|item| ChangeView {
                heading: heading(&item.clause),
                clause: item.clause,
                severity: item.severity,
                change: item.change,
            })
            .collect(),
    }
}

fn unchanged(clause: &rules::Clause) -> ClauseView {
    ClauseView {
        id: clause.id.clone(),
        heading: clause.heading.clone(),
        text: clause.text.clone(),
        about: clause.about,
        kind: ClauseKind::Unchanged,
        severity: Severity::Editorial,
        spans: Vec::new(),
    }
}

fn changed(change: &ClauseChange) -> ClauseView {
    let clause = change.new.as_ref().or(change.old.as_ref());
    let same = matches!(change.kind, ClauseKind::Unchanged | ClauseKind::Moved);
    let spans = change.text.iter().map(Into::into).collect();
    ClauseView {
        id: change.id().to_owned(),
        heading: clause.map(|c| c.heading.clone()).unwrap_or_default(),
        text: clause.map(|c| c.text.clone()).unwrap_or_default(),
        about: clause.map(|c| c.about).unwrap_or_default(),
        kind: change.kind,
        severity: change.severity,
        spans: if same { Vec::new() } else { spans },
    }
}

impl From<&Span> for SpanView {
    fn from(span: &Span) -> Self {
        Self {
            part: span.part,
            text: span.text.clone(),
        }
    }
}

impl From<MaySign> for SignsView {
    fn from(may: MaySign) -> Self {
        match may {
            MaySign::Here { alone_from } => Self::Here { alone_from },
            MaySign::Themselves => Self::Themselves,
            MaySign::Guardian { alone_from } => Self::Guardian { alone_from },
            MaySign::TooYoung { from } => Self::TooYoung { from },
            MaySign::NotSaid => Self::NotSaid,
        }
    }
}
