//! Receipts that the person was given (`core/contract/card-service.yaml`, `/v1/receipts`).

use serde::Deserialize;

use super::{CardService, problem::content};
use crate::{Result, ports::Pass};

/// Some hundred receipts, bytes.
const LONGEST: usize = 4 * 1024 * 1024;
/// More are not kept.
const MOST: usize = 2000;

#[derive(Deserialize)]
struct List {
    receipts: Vec<Entry>,
}

/// What else stands there is said again, and proved, in the file.
#[derive(Deserialize)]
struct Entry {
    file: String,
}

impl CardService {
    /// The files as they are kept there, the oldest first.
    pub(super) async fn receipts(&self, pass: &Pass) -> Result<Vec<String>> {
        let request = self.http.get(&self.url("/v1/receipts")?)?;
        let answer = self.ask_much(request, "receipts", pass, LONGEST).await?;
        let List { receipts } = content(&answer)?;
        Ok(receipts.into_iter().map(|entry| entry.file).collect())
    }
}

/// Those that came join those that are known. None goes: not one that the service no longer has, since the person has it; and not
/// one that proves nothing, since the person is to see that.
pub(super) fn join(known: &mut Vec<String>, came: Vec<String>) {
    for file in came {
        if known.len() < MOST && !known.contains(&file) {
            known.push(file);
        }
    }
}
