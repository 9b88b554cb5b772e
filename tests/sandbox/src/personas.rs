use serde::Deserialize;
use sha2::{Digest, Sha512};

use crate::random::base64url;
use crate::realm::Realm;
use crate::state::State;

/// Eleven digits of a synthetic person. No `Debug`, no `Display`: it leaves the sandbox in `pid` only.
#[derive(Deserialize)]
#[serde(transparent)]
pub(crate) struct NationalId(String);

impl NationalId {
    /// For the claims `pid` of id_token and userinfo, and nothing else.
    pub(crate) fn for_claim(&self) -> &str {
        &self.0
    }

    pub(crate) fn is(&self, digits: &str) -> bool {
        self.0 == digits
    }
}

#[derive(Deserialize)]
pub(crate) struct Persona {
    pub(crate) id: String,
    pub(crate) first_name: String,
    pub(crate) name: String,
    pub(crate) national_id: NationalId,
    /// The day of birth, as the national id has it; `2018-03-04`.
    pub(crate) born: String,
    /// `None`: this person has no library card.
    pub(crate) card: Option<Card>,
    pub(crate) about: About,
    /// Libraries that let this person in as a guest.
    #[serde(default)]
    pub(crate) guest_at: Vec<String>,
    /// For how many days the card lay unused when the sandbox first started; nothing for one that is in use.
    #[serde(default)]
    pub(crate) unused_days: Option<i64>,
    /// Whether the address is protected; nothing of that ever leaves the sandbox.
    #[serde(default)]
    pub(crate) protected: Option<Protection>,
    /// Whether the person has an account at Feide.
    #[serde(default)]
    pub(crate) feide: bool,
    /// What opens the card number door; nothing for one who has to use ID-porten.
    #[serde(default)]
    pub(crate) credentials: Option<Credentials>,
}

/// What Folkeregisteret calls a protected address.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Protection {
    /// Fortrolig.
    Confidential,
    /// Strengt fortrolig.
    StrictlyConfidential,
}

/// No `Debug`: these are compared and never shown.
#[derive(Deserialize)]
pub(crate) struct Credentials {
    pub(crate) pin: String,
    pub(crate) password: String,
    /// The one-time code that "comes by SMS".
    pub(crate) otp: String,
    /// Whether this person has to use ID-porten all the same.
    #[serde(default)]
    pub(crate) web_only: bool,
    /// Whether the code is wanted every time.
    #[serde(default)]
    pub(crate) otp_wanted: bool,
}

/// What is special about a persona, in the four languages of the login page.
#[derive(Deserialize)]
pub(crate) struct About {
    pub(crate) nb: String,
    pub(crate) nn: String,
    pub(crate) se: String,
    pub(crate) en: String,
}

#[derive(Clone, Deserialize)]
pub(crate) struct Card {
    pub(crate) number: String,
    /// `active`, `blocked` or `ended`.
    pub(crate) status: String,
    pub(crate) home_library: String,
    pub(crate) libraries: Vec<Library>,
    pub(crate) fresh_seconds: i64,
    pub(crate) show_seconds: i64,
}

#[derive(Clone, Deserialize, serde::Serialize)]
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

    /// Whether this person acts for nobody: a protected address, or death.
    pub(crate) fn is_apart(&self, state: &State) -> bool {
        self.protected.is_some() || state.apart.contains(&self.id)
    }

    /// The subject by the custom of the realm: Feide's is public and looks like a UUID.
    pub(crate) fn subject_in(&self, realm: Realm, client: &str) -> String {
        if realm != Realm::Feide {
            return self.subject(client);
        }
        let hex: String = Sha512::digest(format!("feide\n{}", self.id))
            .iter()
            .take(16)
            .map(|byte| format!("{byte:02x}"))
            .collect();
        let part = |range: std::ops::Range<usize>| hex.get(range).unwrap_or_default().to_owned();
        [part(0..8), part(8..12), part(12..16), part(16..20), part(20..32)].join("-")
    }
}

pub(crate) fn load() -> Result<Vec<Persona>, serde_json::Error> {
    serde_json::from_str(include_str!("../personas.json"))
}
