//! Leaving, and what three years without use do.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::contact::Contact;
use super::ledger::{Act, By};
use super::patron::{Patron, Status};
use super::{Register, directory};
use crate::personas::Persona;
use crate::state::State;

const DAY: i64 = 86_400;
/// An unused card ends after this long, seconds; three years.
const UNUSED: i64 = 3 * 365 * DAY;
/// How long before that the person hears of it.
const NOTICE: i64 = 30 * DAY;

/// How somebody left: what the service answered.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Left {
    pub(crate) ended_at: i64,
    /// Libraries at which the person stays registered.
    pub(crate) remaining: Vec<Value>,
}

/// An e-mail that the service sent; the sandbox sends none and keeps them all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mail {
    /// A persona's name.
    pub person: String,
    /// A made-up address.
    pub to: String,
    /// When, Unix seconds.
    pub at: i64,
    /// Subject.
    pub subject: String,
    /// Plain text.
    pub text: String,
}

/// The libraries that know this person by themselves and will after the card has ended.
pub(crate) fn remaining(register: &Register, state: &State, persona: &Persona) -> Vec<Value> {
    let patron = Patron::of(state, persona);
    let known = patron.relations.iter();
    let known = known.filter(|(_, it)| matches!(it.status, Status::Active | Status::Guest | Status::Blocked));
    known
        .map(|(number, it)| {
            let library = directory::library(register, state, number).unwrap_or_default();
            let mut shown = json!({ "library": number, "name": directory::name(&library), "status": it.status });
            if library["contact"].is_object() {
                shown["contact"] = library["contact"].clone();
            }
            shown
        })
        .collect()
}

/// Ends the card. Relations end with it; what is waiting is taken back.
pub(crate) fn leave(register: &Register, state: &mut State, persona: &Persona, now: i64) -> Left {
    let remaining = remaining(register, state, persona);
    let left = Left {
        ended_at: now,
        remaining,
    };
    let to = Contact::of(&Patron::of(state, persona), persona, now).email;
    let mail = overview(persona, to, &left);
    state.mails.push(mail);
    let codes = state.desk.values_mut();
    codes.filter(|it| it.holder == persona.id).for_each(|it| it.used = true);
    let patron = Patron::of_mut(state, persona);
    let numbers: Vec<String> = patron.relations.keys().cloned().collect();
    for library in numbers {
        let then = if patron.is(&library, Status::Pending) {
            Status::None
        } else {
            Status::Ended
        };
        patron.set(&library, then, now);
    }
    patron.note(Act::Left, None, By::Own, now);
    patron.left = Some(left.clone());
    left
}

fn overview(persona: &Persona, to: String, left: &Left) -> Mail {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let lines: String = left
        .remaining
        .iter()
        .map(|it| match it["contact"]["email"].as_str() {
            Some(email) => format!("– {} ({email})\n", text(&it["name"])),
            None => format!("– {}\n", text(&it["name"])),
        })
        .collect();
    Mail {
        person: persona.id.clone(),
        to,
        at: left.ended_at,
        subject: "Du har meldt deg ut av Bibliotekkortet".to_owned(),
        text: format!(
            "Kortet ditt gjelder ikke lenger. Disse bibliotekene har deg fortsatt registrert hos seg. \
             Vil du bli slettet der også, må du be dem om det.\n\n{lines}"
        ),
    }
}

/// When the card ends unless it is used before.
fn unused_until(state: &State, persona: &Persona) -> i64 {
    let first = state.began - persona.unused_days.unwrap_or(0) * DAY;
    Patron::of(state, persona).used_at.unwrap_or(first) + UNUSED
}

/// Whether the card has ended by itself.
pub(crate) fn is_unused(state: &State, persona: &Persona, now: i64) -> bool {
    unused_until(state, persona) <= now
}

/// The card was used, or kept. One that has ended stays ended.
pub(crate) fn used(state: &mut State, persona: &Persona, now: i64) {
    if !is_unused(state, persona, now) {
        Patron::of_mut(state, persona).used_at = Some(now);
    }
}

/// Signing in is use until there is a notice: whoever reads it is still asked whether they want to keep the card.
pub(crate) fn signed_in(state: &mut State, persona: &Persona, now: i64) {
    if now < unused_until(state, persona) - NOTICE {
        used(state, persona, now);
    }
}

/// For `GET /v1/notices`.
pub(crate) fn notices(state: &State, persona: &Persona, now: i64) -> Value {
    let gone = Patron::of(state, persona).left.is_some();
    let until = unused_until(state, persona);
    let stands = !gone && (until - NOTICE..until).contains(&now);
    let notices: Vec<Value> = stands
        .then_some(until)
        .into_iter()
        .map(|until| {
            json!({ "kind": "unused", "last_used_at": until - UNUSED, "noticed_at": until - NOTICE, "ends_at": until })
        })
        .collect();
    json!({ "notices": notices })
}
