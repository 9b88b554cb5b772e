//! When somebody's power over a child ends, and how a library gives it.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::Register;
use super::birthday::age;
use super::desk::{as_kept, new_code};
use super::household::{Basis, Child};
use super::ledger::{Act, By};
use super::patron::Patron;
use crate::personas::Persona;
use crate::state::State;

/// From here on one has an e-ID and may register alone, years.
pub(crate) const OWN_ACCESS: u8 = 13;
/// From here on one signs a library's rules alone, where the library says nothing else.
pub(crate) const SIGNS_ALONE: u8 = 15;
/// From here on nobody acts for somebody any more.
pub(crate) const OF_AGE: u8 = 18;
/// How long a code for the desk is good, seconds.
const CODE: i64 = 14 * 86_400;

/// For `GET /v1/household`.
pub(crate) fn ages() -> Value {
    json!({ "own_access": OWN_ACCESS, "signs_alone": SIGNS_ALONE, "of_age": OF_AGE })
}

/// Why a power ends before the child is of age. The app never hears of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cause {
    /// A court has said so.
    Judgment,
    /// The child has moved to somebody else.
    Custody,
    /// The guardian, or without one the child, is dead.
    Death,
    /// The guardian, or without one the child, has got a protected address.
    Protection,
}

/// A power that ends.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ending {
    /// A child of `children.json`.
    pub child: String,
    /// Whose power; everybody's without it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub guardian: Option<String>,
    /// Why.
    pub cause: Cause,
}

/// The service's word. Another guardian's power stays as it is.
pub(crate) fn end(state: &mut State, child: &Child, ending: &Ending) {
    if matches!(ending.cause, Cause::Death | Cause::Protection) {
        let whom = ending.guardian.as_ref().unwrap_or(&child.id);
        state.apart.insert(whom.clone());
        return;
    }
    let whose: Vec<String> = match &ending.guardian {
        Some(guardian) => vec![guardian.clone()],
        None => child.guardians(state).cloned().collect(),
    };
    let said = state.bases.entry(child.id.clone()).or_default();
    said.extend(whose.into_iter().map(|guardian| (guardian, None)));
}

/// A one-time code by which a library confirms that somebody may act for a child.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct ChildCode {
    guardian: String,
    pub(crate) library: String,
    pub(crate) expires: i64,
    used: bool,
}

/// Gives a code for this library's desk; an older one for it is void. Everybody gets one: whether it will be of use isn't
/// said before somebody stands there.
pub(crate) fn code(state: &mut State, guardian: &Persona, library: &str, now: i64) -> Option<(String, i64)> {
    let code = new_code()?;
    let before = state.child_codes.values_mut();
    before
        .filter(|it| it.guardian == guardian.id && it.library == library)
        .for_each(|it| it.used = true);
    let made = ChildCode {
        guardian: guardian.id.clone(),
        library: library.to_owned(),
        expires: now + CODE,
        used: false,
    };
    let expires = made.expires;
    state.child_codes.insert(code.clone(), made);
    Some((code, expires))
}

/// The newest code of somebody for any child, and the library whose desk it is for.
pub(crate) fn code_of(state: &State, guardian: &str) -> Option<(String, String)> {
    let mut codes = state.child_codes.iter();
    let found = codes.find(|(_, it)| !it.used && it.guardian == guardian);
    found.map(|(code, it)| (code.clone(), it.library.clone()))
}

/// A code that is good, whatever was typed around it.
pub(crate) fn look<'a>(state: &'a State, typed: &str, now: i64) -> Option<&'a ChildCode> {
    let found = state.child_codes.get(&as_kept(typed))?;
    (!found.used && found.expires > now).then_some(found)
}

/// What a library confirms.
pub(crate) struct Confirmed<'a> {
    pub(crate) guardian: &'a Persona,
    pub(crate) child: &'a Child,
    pub(crate) library: String,
}

/// The desk has seen papers. `None` for a wrong code, a child that there isn't and one that nobody can be confirmed for:
/// the desk is told the same.
pub(crate) fn confirm<'a>(
    register: &'a Register,
    personas: &'a [Persona],
    state: &mut State,
    typed: &str,
    is_meant: impl Fn(&Child) -> bool,
    now: i64,
) -> Option<Confirmed<'a>> {
    let found = look(state, typed, now)?;
    let (guardian, library) = (found.guardian.clone(), found.library.clone());
    let guardian = personas.iter().find(|it| it.id == guardian)?;
    let child = register.children.iter().find(|it| is_meant(it))?;
    if child.is_apart(state) || guardian.is_apart(state) || age(&child.born, now) >= OF_AGE {
        return None;
    }
    if let Some(code) = state.child_codes.get_mut(&as_kept(typed)) {
        code.used = true;
    }
    let said = state.bases.entry(child.id.clone()).or_default();
    said.insert(guardian.id.clone(), Some(Basis::LibraryConfirmed));
    let mut patron = Patron::of_child(state, child);
    patron.note(Act::GuardianConfirmed, Some(&library), By::Library, now);
    state.patrons.insert(child.id.clone(), patron);
    Some(Confirmed {
        guardian,
        child,
        library,
    })
}
