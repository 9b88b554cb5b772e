use serde::Deserialize;
use sha2::{Digest, Sha512};

use crate::random::base64url;

/// Eleven digits of a synthetic person. No `Debug`, no `Display`: it leaves the sandbox in `pid` only.
#[derive(Deserialize)]
#[serde(transparent)]
pub(crate) struct NationalId(String);

impl NationalId {
    /// For the claims `pid` of id_token and userinfo, and nothing else.
    pub(crate) fn for_claim(&self) -> &str {
        &self.0
    }
}

#[derive(Deserialize)]
pub(crate) struct Persona {
    pub(crate) id: String,
    pub(crate) first_name: String,
    pub(crate) name: String,
    pub(crate) national_id: NationalId,
    /// `None`: this person has no library card.
    pub(crate) card: Option<Card>,
    pub(crate) about: About,
}

/// What is special about a persona, in the four languages of the login page.
#[derive(Deserialize)]
pub(crate) struct About {
    pub(crate) nb: String,
    pub(crate) nn: String,
    pub(crate) se: String,
    pub(crate) en: String,
}

#[derive(Deserialize)]
pub(crate) struct Card {
    pub(crate) number: String,
    /// `active`, `blocked` or `ended`.
    pub(crate) status: String,
    pub(crate) home_library: String,
    pub(crate) libraries: Vec<Library>,
    pub(crate) fresh_seconds: i64,
    pub(crate) show_seconds: i64,
}

#[derive(Deserialize, serde::Serialize)]
pub(crate) struct Library {
    pub(crate) number: String,
    pub(crate) name: String,
    pub(crate) place: String,
    pub(crate) symbology: String,
}

impl Persona {
    /// The pairwise subject (OpenID Connect Core §8.1) of this person for a client: 95 characters, as long as ID-porten's.
    ///
    /// Made from the persona's name, not from the national id, so that nobody can find the id by trying them all.
    pub(crate) fn subject(&self, client: &str) -> String {
        let long = base64url(Sha512::digest(format!("{client}\n{}", self.id)));
        let short: String = base64url(Sha512::digest(&self.id)).chars().take(8).collect();
        format!("{long}-{short}")
    }
}

pub(crate) fn load() -> Result<Vec<Persona>, serde_json::Error> {
    serde_json::from_str(include_str!("../personas.json"))
}
