//! How sure we are of who it is.

use serde::{Deserialize, Serialize};

/// Level of assurance, ordered: low (PIN), substantial (password, or PIN and code), high (ID-porten, Feide).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Something you know and others might: a PIN.
    Low,
    /// A password, or a PIN and a one-time code.
    Substantial,
    /// An electronic identity.
    High,
}

impl Level {
    /// The value in `acr` and `acr_values` at ID-porten.
    #[must_use]
    pub fn acr(self) -> &'static str {
        match self {
            Self::Low => "idporten-loa-low",
            Self::Substantial => "idporten-loa-substantial",
            Self::High => "idporten-loa-high",
        }
    }

    /// The level of an `acr` claim; `None` for anything else, other case included (OIDC Core §2, acr is case sensitive).
    #[must_use]
    pub fn from_acr(acr: &str) -> Option<Self> {
        [Self::Low, Self::Substantial, Self::High]
            .into_iter()
            .find(|level| level.acr() == acr)
    }
}
