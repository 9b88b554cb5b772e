//! Who did what for whom: for the one whom it is about, and for those who act for them.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::patron::Patron;

#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Act {
    Registered,
    SignedRules,
    SignedStaffless,
    /// A desk has confirmed what was signed.
    Confirmed,
    TakenBack,
    HomeLibrary,
    GuardianConfirmed,
    ContactChanged,
    PinChanged,
    PasswordChanged,
    Left,
}

/// Never which guardian: one doesn't hear of another by this.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum By {
    Guardian,
    #[serde(rename = "self")]
    Own,
    Library,
}

#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Entry {
    act: Act,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    library: Option<String>,
    at: i64,
    by: By,
}

impl Patron {
    pub(crate) fn note(&mut self, act: Act, library: Option<&str>, by: By, at: i64) {
        let library = library.map(str::to_owned);
        self.ledger.push(Entry { act, library, at, by });
    }

    /// For `GET /v1/ledger`, the oldest first.
    pub(crate) fn ledger(&self) -> Value {
        json!({ "entries": self.ledger })
    }
}
