//! Becoming a patron: what is known so far, what is still to be done, and the card.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::contact::{Channel, Contact};
use super::ledger::{Act, By};
use super::patron::Patron;
use crate::personas::{Card, Library, Persona};
use crate::state::State;

/// Numbers are given from here on, one after the other.
const SERIES: u32 = 100_000_000;

/// A card that was given out here.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Issued {
    pub(crate) number: String,
    pub(crate) library: String,
    pub(crate) at: i64,
}

impl Issued {
    /// As `personas.json` would have it.
    pub(crate) fn card(&self, home: Library) -> Card {
        Card {
            number: self.number.clone(),
            status: "active".to_owned(),
            home_library: self.library.clone(),
            libraries: vec![home],
            fresh_seconds: 86_400,
            show_seconds: 30 * 86_400,
        }
    }
}

/// What somebody has told so far. It is the service's, so that another phone goes on with it.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Draft {
    pub(crate) email: Option<String>,
    pub(crate) email_verified: bool,
    pub(crate) phone: Option<String>,
    pub(crate) channel: Option<Channel>,
    /// Digests, by a key.
    pub(crate) pin: Option<String>,
    pub(crate) password: Option<String>,
    pub(crate) library: Option<String>,
}

impl Draft {
    /// What is still to be done.
    pub(crate) fn steps(&self) -> Vec<&'static str> {
        let steps = [
            ("email", self.email.is_some()),
            ("email_code", self.email_verified),
            ("contact", self.phone.is_some()),
            ("secrets", self.pin.is_some()),
            ("home_library", self.library.is_some()),
        ];
        steps
            .into_iter()
            .filter(|(_, done)| !done)
            .map(|(name, _)| name)
            .collect()
    }

    /// For `GET /v1/registration`.
    pub(crate) fn shown(&self, persona: &Persona) -> Value {
        let mut draft = json!({ "email_verified": self.email_verified, "pin_set": self.pin.is_some(),
            "password_set": self.password.is_some() });
        let texts = [
            ("email", &self.email),
            ("phone", &self.phone),
            ("home_library", &self.library),
        ];
        for (name, text) in texts {
            if let Some(text) = text {
                draft[name] = json!(text);
            }
        }
        if let Some(channel) = self.channel {
            draft["channel"] = json!(channel);
        }
        json!({ "registry": { "name": persona.name, "born": persona.born }, "draft": draft, "steps": self.steps() })
    }
}

/// Gives somebody the next card of the series; what was left is over.
pub(crate) fn issue(state: &mut State, patron: &mut Patron, library: &str, by: By, now: i64) -> Issued {
    let issued = Issued {
        number: format!("N{}", SERIES + state.series),
        library: library.to_owned(),
        at: now,
    };
    state.series += 1;
    patron.issued = Some(issued.clone());
    (patron.left, patron.used_at) = (None, Some(now));
    patron.choose_home(library);
    patron.note(Act::Registered, Some(library), by, now);
    issued
}

/// The card of a draft that is whole.
pub(crate) fn finish(state: &mut State, patron: &mut Patron, language: &str, now: i64) -> Option<Issued> {
    let draft = patron.draft.take()?;
    patron.contact = Some(Contact {
        email: draft.email?,
        email_verified: draft.email_verified,
        phone: draft.phone,
        channel: draft.channel?,
        language: language.to_owned(),
        temporary_address: None,
    });
    (patron.pin, patron.password) = (draft.pin, draft.password);
    Some(issue(state, patron, &draft.library?, By::Own, now))
}
