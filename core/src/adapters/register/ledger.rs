//! What was done with somebody's card (`core/contract/card-service.yaml`, `/v1/ledger`, `/v1/children/{child}/ledger`).

use serde::Deserialize;

use super::{CardService, problem::content};
use crate::{
    Result,
    domain::{
        deed::{By, Deed, Done},
        household::Mandate,
        library::LibraryNumber,
        timestamp::Timestamp,
    },
    ports::Pass,
};

const AT: &str = "ledger";
/// Some thousand entries, bytes.
const LONGEST: usize = 1024 * 1024;
/// More are not shown.
const MOST: usize = 2000;

#[derive(Deserialize)]
struct Ledger {
    entries: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    act: String,
    library: Option<LibraryNumber>,
    at: Timestamp,
    by: String,
}

impl CardService {
    /// One's own, or that of a child; the oldest first.
    pub(super) async fn ledger(&self, pass: &Pass, mandate: Option<&Mandate>) -> Result<Vec<Deed>> {
        let url = match mandate {
            Some(mandate) => self.of_child(mandate, "ledger")?,
            None => self.url("/v1/ledger")?,
        };
        let answer = self.ask_much(self.http.get(&url)?, AT, pass, LONGEST).await?;
        let Ledger { entries } = content(&answer)?;
        let skipped = entries.len().saturating_sub(MOST);
        Ok(entries.into_iter().skip(skipped).filter_map(deed).collect())
    }
}

/// `None` for what nobody that this build can name has done.
fn deed(entry: Entry) -> Option<Deed> {
    let by = match entry.by.as_str() {
        "self" => By::Own,
        "guardian" => By::Guardian,
        "library" => By::Library,
        _ => return None,
    };
    Some(Deed {
        done: done(&entry.act),
        library: entry.library,
        at: entry.at,
        by,
    })
}

fn done(act: &str) -> Done {
    match act {
        "registered" => Done::Registered,
        "signed_rules" => Done::SignedRules,
        "signed_staffless" => Done::SignedStaffless,
        "confirmed" => Done::Confirmed,
        "taken_back" => Done::TakenBack,
        "home_library" => Done::HomeLibrary,
        "guardian_confirmed" => Done::GuardianConfirmed,
        "contact_changed" => Done::ContactChanged,
        "pin_changed" => Done::PinChanged,
        "password_changed" => Done::PasswordChanged,
        "left" => Done::Left,
        _ => Done::Other,
    }
}
