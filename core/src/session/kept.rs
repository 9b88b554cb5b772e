//! A session as it lies in the vault between two renewals.

use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::domain::{level::Level, secret::Secret, timestamp::Timestamp};

/// Who signed in, as the first id_token told it; a renewed one must say the same (OIDC Core §12.2).
#[derive(Clone, PartialEq)]
pub struct Person {
    /// `sub`: a name made for us.
    pub subject: String,
    /// `auth_time`.
    pub signed_in_at: Option<Timestamp>,
    /// How sure the provider was; a renewal doesn't raise it.
    pub level: Level,
    /// `nonce` of the attempt; a renewed id_token has none or this one.
    pub nonce: Secret,
}

/// What renewal needs.
#[derive(Clone)]
pub struct Session {
    /// The refresh token.
    pub refresh: Secret,
    /// Whose it is.
    pub person: Person,
    /// The key that it is bound to (RFC 9449 §5); made for this sign-in, gone with it.
    pub proof_key: Option<Secret>,
    /// It is for getting a card: that there is none ends nothing.
    pub registering: bool,
}

/// The vault's form: the only place where the token is written out.
#[derive(Serialize, Deserialize)]
struct InVault {
    refresh: Zeroizing<String>,
    subject: String,
    signed_in_at: Option<Timestamp>,
    #[serde(default = "lowest")]
    level: Level,
    nonce: Zeroizing<String>,
    #[serde(default)]
    proof_key: Option<Zeroizing<String>>,
    #[serde(default)]
    registering: bool,
}

/// Sessions of before levels were kept.
fn lowest() -> Level {
    Level::Low
}

impl Session {
    /// Bytes for the vault.
    #[must_use]
    pub fn to_vault(&self) -> Zeroizing<Vec<u8>> {
        let form = InVault {
            refresh: Zeroizing::new(self.refresh.expose().to_owned()),
            subject: self.person.subject.clone(),
            signed_in_at: self.person.signed_in_at,
            level: self.person.level,
            nonce: Zeroizing::new(self.person.nonce.expose().to_owned()),
            proof_key: self
                .proof_key
                .as_ref()
                .map(|key| Zeroizing::new(key.expose().to_owned())),
            registering: self.registering,
        };
        Zeroizing::new(serde_json::to_vec(&form).unwrap_or_default())
    }

    /// From the vault; `None` when it isn't one of ours.
    #[must_use]
    pub fn from_vault(bytes: &[u8]) -> Option<Self> {
        let form: InVault = serde_json::from_slice(bytes).ok()?;
        Some(Self {
            refresh: Secret::new(form.refresh.to_string()),
            person: Person {
                subject: form.subject,
                signed_in_at: form.signed_in_at,
                level: form.level,
                nonce: Secret::new(form.nonce.to_string()),
            },
            proof_key: form.proof_key.map(|key| Secret::new(key.to_string())),
            registering: form.registering,
        })
    }
}
