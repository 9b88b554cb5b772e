//! Who belongs together: children, and who may act for them by what right.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use sha2::{Digest, Sha512};

use super::birthday::{Born, age};
use super::patron;
use super::{Register, powers};
use crate::personas::{Card, Persona, Protection};
use crate::random::base64url;
use crate::state::State;

/// By what right somebody acts for a child.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Basis {
    ParentalResponsibility,
    Guardian,
    LibraryConfirmed,
}

/// Somebody who is under age. Who signs in as well is a persona of the same name.
pub(crate) struct Child {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) born: String,
    /// By a persona's name.
    guardians: BTreeMap<String, Basis>,
    /// From the beginning.
    pub(crate) card: Option<Card>,
    protected: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    id: String,
    name: String,
    born: Born,
    guardians: BTreeMap<String, Basis>,
    #[serde(default)]
    card: Option<Card>,
    #[serde(default)]
    protected: Option<Protection>,
}

impl Child {
    /// The service's name for the child: the same at every login, for every guardian and every client.
    pub(crate) fn pseudonym(&self) -> String {
        let long = base64url(Sha512::digest(format!("child\n{}", self.id)));
        long.chars().take(32).collect()
    }

    /// By what right this person acts for the child today.
    pub(crate) fn basis(&self, state: &State, guardian: &Persona, now: i64) -> Option<Basis> {
        let said = state.bases.get(&self.id).and_then(|it| it.get(&guardian.id)).copied();
        let basis = said.unwrap_or_else(|| self.guardians.get(&guardian.id).copied());
        let apart = self.is_apart(state) || guardian.is_apart(state);
        let known = !state.registry_link_off || basis == Some(Basis::LibraryConfirmed);
        basis.filter(|_| known && !apart && age(&self.born, now) < powers::OF_AGE)
    }

    /// Whether nobody acts for this child, whoever they are: a protected address, or death.
    pub(crate) fn is_apart(&self, state: &State) -> bool {
        self.protected || state.apart.contains(&self.id)
    }

    pub(crate) fn guardians<'a>(&'a self, state: &'a State) -> impl Iterator<Item = &'a String> {
        let said = state.bases.get(&self.id).into_iter().flat_map(BTreeMap::keys);
        self.guardians.keys().chain(said)
    }
}

/// Birthdays that are written from today count from when the sandbox first started.
pub(crate) fn load(personas: &[Persona], began: i64) -> Result<Vec<Child>, serde_json::Error> {
    let written: Vec<Written> = serde_json::from_str(include_str!("../../children.json"))?;
    let mut children: Vec<Child> = written
        .into_iter()
        .map(|it| {
            let same = personas.iter().find(|persona| persona.id == it.id);
            Child {
                born: it.born.date(began),
                card: it.card.or_else(|| same.and_then(|persona| persona.card.clone())),
                protected: it.protected.is_some(),
                id: it.id,
                name: it.name,
                guardians: it.guardians,
            }
        })
        .collect();
    children.sort_by(|one, other| one.born.cmp(&other.born));
    Ok(children)
}

/// For `GET /v1/household`.
pub(crate) fn shown(register: &Register, state: &State, person: &Persona, now: i64) -> Value {
    let own = json!({ "self": true, "name": person.name, "born": person.born });
    let children = register.children.iter().filter_map(|child| {
        let basis = child.basis(state, person, now)?;
        let card = patron::child_card(register, state, child).map_or_else(|| "none".to_owned(), |it| it.status);
        Some(
            json!({ "child": child.pseudonym(), "basis": basis, "name": child.name, "born": child.born,
            "card": card }),
        )
    });
    let people: Vec<Value> = [own].into_iter().chain(children).collect();
    json!({ "people": people, "ages": powers::ages(), "registry_link": !state.registry_link_off })
}

/// The child of this pseudonym, when the person may act for it. Each child is looked at, so that who there is takes as
/// long as who there isn't.
pub(crate) fn ward<'a>(
    register: &'a Register,
    state: &State,
    person: &Persona,
    pseudonym: &str,
    now: i64,
) -> Option<(&'a Child, Basis)> {
    let mut found = None;
    for child in &register.children {
        let basis = child.basis(state, person, now);
        if let (true, Some(basis)) = (child.pseudonym() == pseudonym, basis) {
            found = Some((child, basis));
        }
    }
    found
}
