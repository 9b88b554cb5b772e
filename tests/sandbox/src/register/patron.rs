//! What a person is at each library, and what they accepted there.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::account::{Left, is_unused};
use super::contact::Contact;
use super::email_code::Proving;
use super::household::Child;
use super::ledger::Entry;
use super::registration::{Draft, Issued};
use super::rules::Agreement;
use super::{Register, directory};
use crate::personas::{Card, Library, Persona};
use crate::state::State;

/// When those who have a card from the beginning got it: 2024-01-01.
const REGISTERED: i64 = 1_704_067_200;

/// What a person is to a library.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Nothing.
    None,
    /// Has asked; the library hasn't answered.
    Pending,
    /// Known there, with some of a patron's rights.
    Guest,
    /// Patron.
    Active,
    /// Stopped by the library.
    Blocked,
    /// Over.
    Ended,
}

/// A library's word about a person.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Standing {
    /// A persona's name, or a child's.
    pub person: String,
    /// Biblioteknummer.
    pub library: String,
    /// What the person is there from now on.
    pub status: Status,
}

/// All that is kept about a person, besides the card's number and name.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Patron {
    /// By library.
    pub(crate) relations: BTreeMap<String, Relation>,
    /// The chosen one.
    home: Option<String>,
    /// The oldest first.
    pub(crate) receipts: Vec<Receipt>,
    pub(crate) left: Option<Left>,
    /// When the card was last used, as far as anything of it has been seen here.
    #[serde(alias = "kept_at")]
    pub(crate) used_at: Option<i64>,
    /// The card, when it was given out here.
    pub(crate) issued: Option<Issued>,
    /// A registration that isn't done yet.
    pub(crate) draft: Option<Draft>,
    pub(crate) proving: Proving,
    pub(crate) contact: Option<Contact>,
    /// Digests, when they aren't those of the beginning any more.
    pub(crate) pin: Option<String>,
    pub(crate) password: Option<String>,
    pub(crate) secret_changes: Vec<i64>,
    pub(crate) ledger: Vec<Entry>,
    /// What was answered under which key.
    pub(crate) answers: Vec<Answered>,
}

#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Relation {
    pub(crate) status: Status,
    pub(crate) since: i64,
    pub(crate) agreements: BTreeMap<Agreement, Accepted>,
}

/// An agreement that the person signed; active, or waiting for the desk while there is a code.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Accepted {
    pub(crate) version: String,
    pub(crate) language: String,
    pub(crate) signed_at: i64,
    /// Since when it is active or waits.
    pub(crate) since: i64,
    pub(crate) code: Option<String>,
}

/// A one-time code for a library's desk.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct DeskCode {
    /// A persona's or a child's name.
    #[serde(alias = "persona")]
    pub(crate) holder: String,
    pub(crate) library: String,
    pub(crate) agreement: Agreement,
    pub(crate) expires: i64,
    /// Confirmed with, or replaced.
    pub(crate) used: bool,
}

#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Receipt {
    pub(crate) idempotency_key: String,
    /// Digest of what was asked.
    pub(crate) request: String,
    /// Whom for, as the receipt has it.
    #[serde(default = "own")]
    pub(crate) party: Value,
    pub(crate) library: String,
    pub(crate) agreement: Agreement,
    pub(crate) version: String,
    pub(crate) language: String,
    pub(crate) signed_at: i64,
    /// As it was given out, byte for byte.
    pub(crate) file: String,
}

/// An answer that is given again.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Answered {
    pub(crate) idempotency_key: String,
    /// Digest of what was asked.
    pub(crate) request: String,
    pub(crate) body: Value,
}

fn own() -> Value {
    json!({ "self": true })
}

impl Relation {
    fn new(status: Status, since: i64) -> Self {
        Self {
            status,
            since,
            agreements: BTreeMap::new(),
        }
    }
}

impl Patron {
    /// As it is, or as it is when a person is first looked at.
    pub(crate) fn of(state: &State, persona: &Persona) -> Self {
        let kept = state.patrons.get(&persona.id).cloned();
        kept.unwrap_or_else(|| Self::first(persona.card.as_ref(), &persona.guest_at))
    }

    pub(crate) fn of_mut<'a>(state: &'a mut State, persona: &Persona) -> &'a mut Self {
        let entry = state.patrons.entry(persona.id.clone());
        entry.or_insert_with(|| Self::first(persona.card.as_ref(), &persona.guest_at))
    }

    /// Who has no card is nothing anywhere to begin with.
    pub(crate) fn of_child(state: &State, child: &Child) -> Self {
        let kept = state.patrons.get(&child.id).cloned();
        kept.unwrap_or_else(|| Self::first(child.card.as_ref(), &[]))
    }

    fn first(card: Option<&Card>, guest_at: &[String]) -> Self {
        let mut patron = Self::default();
        if let Some(card) = card {
            let status = match card.status.as_str() {
                "blocked" => Status::Blocked,
                "ended" => Status::Ended,
                _ => Status::Active,
            };
            for library in &card.libraries {
                let relation = Relation::new(status, REGISTERED);
                patron.relations.insert(library.number.clone(), relation);
            }
            patron.home = Some(card.home_library.clone());
        }
        for library in guest_at {
            let relation = Relation::new(Status::Guest, REGISTERED);
            patron.relations.insert(library.clone(), relation);
        }
        patron
    }

    /// What was answered under this key; `Some(None)` when something else was asked by it.
    pub(crate) fn answered(&self, idempotency_key: &str, request: &str) -> Option<Option<Value>> {
        let mut answers = self.answers.iter();
        let known = answers.find(|it| it.idempotency_key == idempotency_key)?;
        Some((known.request == request).then(|| known.body.clone()))
    }

    pub(crate) fn is(&self, library: &str, status: Status) -> bool {
        self.status(library).unwrap_or(Status::None) == status
    }

    /// Nothing at a library that has never heard of the person.
    pub(crate) fn status(&self, library: &str) -> Option<Status> {
        self.relations.get(library).map(|it| it.status)
    }

    /// The relation; a new one is nothing yet.
    pub(crate) fn at(&mut self, library: &str, now: i64) -> &mut Relation {
        let entry = self.relations.entry(library.to_owned());
        entry.or_insert_with(|| Relation::new(Status::None, now))
    }

    /// The library's word. Whoever is a patron now waits for nothing; whoever is out has accepted nothing.
    pub(crate) fn set(&mut self, library: &str, status: Status, now: i64) {
        let relation = self.at(library, now);
        if relation.status != status {
            (relation.status, relation.since) = (status, now);
        }
        match status {
            Status::None => {
                self.relations.remove(library);
            }
            Status::Blocked | Status::Ended => relation.agreements.clear(),
            Status::Active => {
                if let Some(rules) = relation
                    .agreements
                    .get_mut(&Agreement::Rules)
                    .filter(|it| it.code.is_some())
                {
                    (rules.code, rules.since) = (None, now);
                }
            }
            Status::Pending | Status::Guest => {}
        }
    }

    /// The chosen library, as long as the person is a patron there; else the first of those where they are.
    pub(crate) fn home(&self) -> Option<&str> {
        let mut active = self.relations.iter().filter(|(_, it)| it.status == Status::Active);
        let chosen = self.home.as_deref().filter(|home| self.is(home, Status::Active));
        chosen.or_else(|| active.next().map(|(library, _)| library.as_str()))
    }

    pub(crate) fn choose_home(&mut self, library: &str) {
        self.home = Some(library.to_owned());
    }

    /// For `GET /v1/relations`.
    pub(crate) fn shown(&self, state: &State) -> Value {
        let home = self.home();
        let relations: Vec<Value> = self
            .relations
            .iter()
            .map(|(library, it)| {
                let agreements: Vec<Value> = it.agreements.iter().map(|(name, it)| it.shown(*name, state)).collect();
                json!({ "library": library, "status": it.status, "since": it.since,
                    "home": home == Some(library.as_str()), "agreements": agreements })
            })
            .collect();
        json!({ "relations": relations })
    }
}

impl Accepted {
    fn shown(&self, name: Agreement, state: &State) -> Value {
        let status = if self.code.is_some() {
            Status::Pending
        } else {
            Status::Active
        };
        let mut shown = json!({ "agreement": name, "status": status, "since": self.since, "version": self.version,
            "language": self.language, "signed_at": self.signed_at });
        if let Some((code, kept)) = self.code.as_ref().and_then(|code| Some((code, state.desk.get(code)?))) {
            shown["desk_code"] = json!({ "code": code, "expires_at": kept.expires });
        }
        shown
    }
}

/// A person's card as it is now: what `personas.json` has, with what became of it.
pub(crate) fn card(register: &Register, state: &State, persona: &Persona, now: i64) -> Option<Card> {
    let patron = Patron::of(state, persona);
    let mut card = shown_on(register, state, &patron, persona.card.as_ref())?;
    if patron.left.is_some() || is_unused(state, persona, now) {
        "ended".clone_into(&mut card.status);
    }
    Some(card)
}

/// The same of a child. Nobody leaves for it, and want of use doesn't end it.
pub(crate) fn child_card(register: &Register, state: &State, child: &Child) -> Option<Card> {
    let patron = Patron::of_child(state, child);
    let mut card = shown_on(register, state, &patron, child.card.as_ref())?;
    if patron.left.is_some() {
        "ended".clone_into(&mut card.status);
    }
    Some(card)
}

fn shown_on(register: &Register, state: &State, patron: &Patron, first: Option<&Card>) -> Option<Card> {
    let issued = patron.issued.as_ref().and_then(|it| {
        let library = directory::library(register, state, &it.library)?;
        Some(it.card(on_card(&library)))
    });
    let mut card = issued.or_else(|| first.cloned())?;
    let active = patron.relations.iter().filter(|(_, it)| it.status == Status::Active);
    let mut libraries: Vec<Library> = active
        .filter_map(|(number, _)| {
            let known = card.libraries.iter().find(|it| it.number == *number).cloned();
            known.or_else(|| Some(on_card(&directory::library(register, state, number)?)))
        })
        .collect();
    let home = patron.home().unwrap_or_default();
    libraries.sort_by_key(|library| (library.number != home, library.number.clone()));
    // Whoever is a patron nowhere has a card that opens nothing; it still says where it came from.
    if let Some(first) = libraries.first() {
        card.home_library.clone_from(&first.number);
        card.libraries = libraries;
    }
    Some(card)
}

/// For `GET /v1/card` and the like.
fn on_card(library: &Value) -> Library {
    let text = |value: &Value, other: &str| value.as_str().unwrap_or(other).to_owned();
    Library {
        number: text(&library["number"], ""),
        name: directory::name(library).to_owned(),
        place: text(&library["place"], ""),
        symbology: text(&library["symbology"], "code128"),
    }
}
