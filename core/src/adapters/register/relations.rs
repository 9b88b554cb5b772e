//! What the person is at each library (`core/contract/card-service.yaml`, `/v1/relations`, `/v1/relations/{number}`,
//! `/v1/home-library`).

use http::StatusCode;
use serde::Deserialize;
use serde_json::json;

use super::{
    CardService,
    problem::{NO_RELATION, content, refusal},
};
use crate::{
    Result,
    adapters::http::Answer,
    domain::{
        language::Language,
        library::{Agreement, LibraryNumber, Standing},
        shelf::{DeskCode, Related, Signed},
        timestamp::Timestamp,
    },
    ports::Pass,
};

const AT: &str = "relations";
/// More than this nobody has.
const MOST: usize = 500;
/// Relations with all that was signed, bytes.
pub(super) const LONGEST: usize = 1024 * 1024;

#[derive(Deserialize)]
struct List {
    relations: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    library: LibraryNumber,
    status: String,
    since: Timestamp,
    home: bool,
    agreements: Vec<SignedEntry>,
}

#[derive(Deserialize)]
struct SignedEntry {
    agreement: String,
    status: String,
    since: Timestamp,
    version: String,
    language: String,
    signed_at: Timestamp,
    desk_code: Option<CodeEntry>,
}

#[derive(Deserialize)]
struct CodeEntry {
    code: String,
    expires_at: Timestamp,
}

impl CardService {
    /// All of them.
    pub(super) async fn relations(&self, pass: &Pass) -> Result<Vec<Related>> {
        let request = self.http.get(&self.url("/v1/relations")?)?;
        let answer = self.ask_much(request, AT, pass, LONGEST).await?;
        read(&answer)
    }

    /// Another home library.
    pub(super) async fn choose_home(&self, pass: &Pass, library: LibraryNumber) -> Result<Vec<Related>> {
        let request = self.http.put(&self.url("/v1/home-library")?)?;
        let request = request.json(&json!({ "library": library }));
        let answer = self.ask_much(request, "home library", pass, LONGEST).await?;
        read(&answer)
    }

    /// What was asked for is taken back; that nothing was is as good.
    pub(super) async fn withdraw(&self, pass: &Pass, library: LibraryNumber) -> Result<()> {
        let request = self.http.delete(&self.url(&format!("/v1/relations/{library}"))?)?;
        let answer = self.ask(request, AT, pass).await?;
        match answer.status {
            StatusCode::NO_CONTENT => Ok(()),
            _ => Some(refusal(&answer))
                .filter(|error| *error != NO_RELATION)
                .map_or(Ok(()), Err),
        }
    }
}

pub(super) fn read(answer: &Answer) -> Result<Vec<Related>> {
    let list: List = content(answer)?;
    let mut relations: Vec<Related> = Vec::new();
    for entry in list.relations.into_iter().take(MOST) {
        if relations.iter().all(|known| known.library != entry.library) {
            let home = entry.home && relations.iter().all(|known| !known.home);
            relations.push(related(entry, home));
        }
    }
    Ok(relations)
}

/// A home library is one where the person is a patron.
fn related(entry: Entry, home: bool) -> Related {
    let standing = standing(&entry.status);
    Related {
        library: entry.library,
        standing,
        since: entry.since,
        home: home && standing == Standing::Active,
        agreements: entry.agreements.into_iter().filter_map(signed).collect(),
    }
}

/// What isn't known is nothing.
pub(super) fn standing(status: &str) -> Standing {
    match status {
        "pending" => Standing::Pending,
        "guest" => Standing::Guest,
        "active" => Standing::Active,
        "blocked" => Standing::Blocked,
        "ended" => Standing::Ended,
        _ => Standing::None,
    }
}

pub(super) fn agreement(name: &str) -> Option<Agreement> {
    match name {
        "rules" => Some(Agreement::Rules),
        "staffless" => Some(Agreement::Staffless),
        _ => None,
    }
}

/// `None` for an agreement, a language or a version that this build can't name.
fn signed(entry: SignedEntry) -> Option<Signed> {
    let confirmed = entry.status == "active";
    let code = entry.desk_code.filter(|code| !confirmed && is_desk_code(&code.code));
    Some(Signed {
        agreement: agreement(&entry.agreement)?,
        confirmed,
        since: entry.since,
        version: entry.version.parse().ok()?,
        language: Language::from_tag(&entry.language)?,
        signed_at: entry.signed_at,
        desk_code: code.map(|CodeEntry { code, expires_at }| DeskCode {
            code,
            until: expires_at,
        }),
        newer: None,
    })
}

/// `XXXX-XXXX` in letters and digits that nobody mistakes for one another.
pub(super) fn is_desk_code(code: &str) -> bool {
    let sign = |byte: &u8| matches!(byte, b'A'..=b'H' | b'J'..=b'N' | b'P'..=b'Z' | b'2'..=b'9');
    match code.as_bytes() {
        [left @ .., b'-', _, _, _, _] if left.len() == 4 => code.bytes().filter(|byte| sign(byte)).count() == 8,
        _ => false,
    }
}
