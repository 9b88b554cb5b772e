//! The directory of libraries: a first version, and changes one after the other.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::birthday::today;
use super::{Register, canon, hex};
use crate::state::State;

/// What a new version of the directory changes.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct DirectoryChange {
    /// Libraries that are new or other than before, whole, in the directory's form.
    pub upserts: Vec<Value>,
    /// Numbers of those that are gone.
    pub removals: Vec<String>,
}

pub(crate) type Libraries = BTreeMap<String, Value>;

pub(crate) fn by_number(libraries: Vec<Value>) -> Libraries {
    let number = |library: &Value| library["number"].as_str().map(str::to_owned);
    let numbered = libraries
        .into_iter()
        .filter_map(|library| Some((number(&library)?, library)));
    numbered.collect()
}

/// The newest version's number; the first is 1.
pub(crate) fn version(state: &State) -> u64 {
    1 + state.directory.len() as u64
}

/// The libraries of a version that there is or was.
pub(crate) fn at(register: &Register, state: &State, version: u64) -> Option<Libraries> {
    let changes = usize::try_from(version.checked_sub(1)?).ok()?;
    let changes = state.directory.get(..changes)?;
    let mut libraries = register.libraries.clone();
    for change in changes {
        libraries.retain(|number, _| !change.removals.contains(number));
        libraries.extend(by_number(change.upserts.clone()));
    }
    Some(libraries)
}

/// A library of the newest version.
pub(crate) fn library(register: &Register, state: &State, number: &str) -> Option<Value> {
    for change in state.directory.iter().rev() {
        if let Some(found) = change.upserts.iter().find(|library| library["number"] == number) {
            return Some(found.clone());
        }
        if change.removals.iter().any(|gone| gone == number) {
            return None;
        }
    }
    register.libraries.get(number).cloned()
}

pub(crate) fn is_digital(library: &Value) -> bool {
    library["activation"] == "digital"
}

/// Entity tag of the newest version. Another sandbox's directory of the same number has another one.
pub(crate) fn etag(version: u64, hash: &str) -> String {
    match version {
        1 => "\"demo-1\"".to_owned(),
        _ => format!("\"demo-{version}-{}\"", hash.get(..16).unwrap_or_default()),
    }
}

/// SHA-256 over each library in order of number: seven digits, then SHA-256 of its canonical JSON.
pub(crate) fn hash(libraries: &Libraries) -> String {
    let mut sha = Sha256::new();
    for (number, library) in libraries {
        sha.update(number);
        sha.update(Sha256::digest(canon::text(library)));
    }
    hex(&sha.finalize())
}

/// The whole newest version.
pub(crate) fn whole(register: &Register, version: u64, libraries: &Libraries) -> Value {
    let hash = hash(libraries);
    let mut document = register.about.clone();
    document["version"] = version.into();
    document["etag"] = etag(version, &hash).into();
    document["hash"] = hash.into();
    document["libraries"] = libraries.values().cloned().collect();
    document
}

/// What leads from an older version to the newest one.
pub(crate) fn delta(base: u64, old: &Libraries, version: u64, new: &Libraries) -> Value {
    let hash = hash(new);
    let upserts: Vec<&Value> = new
        .iter()
        .filter(|(number, library)| old.get(*number) != Some(library))
        .map(|(_, library)| library)
        .collect();
    let removals: Vec<&String> = old.keys().filter(|number| !new.contains_key(*number)).collect();
    json!({ "base": base, "version": version, "etag": etag(version, &hash), "hash": hash,
        "upserts": upserts, "removals": removals })
}
/// The name that it gives itself.
pub(crate) fn name(library: &Value) -> &str {
    library["names"][0]["text"].as_str().unwrap_or_default()
}

/// The change after which these libraries are closed for good; nothing when there are none.
pub(crate) fn closed(register: &Register, state: &State, numbers: &[String], now: i64) -> Option<DirectoryChange> {
    let from = Timestamp::from_second(now)
        .map(|time| time.to_string())
        .unwrap_or_default();
    let libraries = numbers.iter().filter_map(|number| library(register, state, number));
    let upserts: Vec<Value> = libraries
        .map(|mut library| {
            library["closing"] = json!({ "kind": "permanent", "from": from.get(..10), "to": null });
            library
        })
        .collect();
    let removals = Vec::new();
    (!upserts.is_empty()).then_some(DirectoryChange { upserts, removals })
}

/// The name that it had when it was first listed: in texts, which don't change.
pub(crate) fn first_name(register: &Register, state: &State, number: &str) -> String {
    let added = state.directory.iter().flat_map(|change| &change.upserts);
    let later = || added.into_iter().find(|library| library["number"] == number);
    let library = register.libraries.get(number).or_else(later);
    library.map(name).unwrap_or_default().to_owned()
}

/// Whether it is closed on the day of this time, for a while or for good.
pub(crate) fn is_closed(library: &Value, now: i64) -> bool {
    let closing = &library["closing"];
    let today = today(now).to_string();
    // Dates of this form sort as texts.
    let begun = closing["from"].as_str().is_none_or(|from| from <= today.as_str());
    let over = closing["to"].as_str().is_some_and(|to| to < today.as_str());
    closing.is_object() && begun && !over
}
