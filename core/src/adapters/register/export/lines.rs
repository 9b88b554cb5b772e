//! What is kept, to read. A part of another form than this build knows is told by its name, never left out.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::{Map, Value};

use super::super::shown::shown;
use crate::domain::{
    library::LibraryNumber,
    shelf::{Kept, KeptKind},
    timestamp::Timestamp,
};

/// Longer words are cut, characters.
const LONGEST: usize = 200;

/// Reads a part; `None` when it has another form than this build knows.
type Reader = fn(&Value) -> Option<Vec<Kept>>;

/// Parts that have lines of their own, in the order in which they are read.
const PARTS: [(&str, Reader); 6] = [
    ("name", |part| Some(vec![kept(KeptKind::Name, part.as_str()?, None)])),
    ("card", |part| {
        Some(vec![kept(KeptKind::Card, word(part, "number")?, None)])
    }),
    ("relations", |part| each(part, relation)),
    ("receipts", |part| each(part, receipt)),
    ("devices", |part| each(part, device)),
    ("mails", |part| each(part, mail)),
];
/// When it was made: of the file, not of the person.
const STAMP: &str = "exported_at";

pub(super) fn lines(all: &Map<String, Value>) -> Vec<Kept> {
    let known = |name: &str| PARTS.iter().any(|(part, _)| *part == name) || name == STAMP;
    let parts = PARTS
        .iter()
        .filter_map(|(name, read)| Some((*name, all.get(*name)?, *read)))
        .filter(|(_, part, _)| !is_nothing(part))
        .flat_map(|(name, part, read)| read(part).unwrap_or_else(|| vec![other(name)]));
    let others = all
        .iter()
        .filter(|(name, part)| !known(name) && !is_nothing(part))
        .map(|(name, _)| other(name));
    parts.chain(others).collect()
}

fn is_nothing(part: &Value) -> bool {
    match part {
        Value::Null => true,
        Value::Array(items) => items.is_empty(),
        Value::Object(members) => members.is_empty(),
        _ => false,
    }
}

fn kept(kind: KeptKind, what: &str, at: Option<Timestamp>) -> Kept {
    Kept {
        kind,
        what: shown(what, LONGEST),
        at,
    }
}

fn other(name: &str) -> Kept {
    kept(KeptKind::Other, name, None)
}

/// All or none: a list of which one entry can't be read is told by its name.
fn each(part: &Value, read: fn(&Value) -> Option<Kept>) -> Option<Vec<Kept>> {
    part.as_array()?.iter().map(read).collect()
}

fn relation(entry: &Value) -> Option<Kept> {
    Some(kept(KeptKind::Library, &library(entry)?, moment(entry, "since")))
}

/// By what was signed; what stands beside it is nobody's word.
fn receipt(entry: &Value) -> Option<Kept> {
    let signed = payload(entry).and_then(|payload| Some((library(&payload)?, moment(&payload, "signed_at"))));
    Some(match signed {
        Some((library, at)) => kept(KeptKind::Receipt, &library, at),
        None => other("receipts"),
    })
}

fn payload(entry: &Value) -> Option<Value> {
    let file: Value = serde_json::from_str(word(entry, "file")?).ok()?;
    let payload = word(&file, "receipt")?.split('.').nth(1)?;
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(payload).ok()?).ok()
}

fn device(entry: &Value) -> Option<Kept> {
    Some(kept(
        KeptKind::Device,
        word(entry, "name")?,
        moment(entry, "signed_in_at"),
    ))
}

fn mail(entry: &Value) -> Option<Kept> {
    Some(kept(KeptKind::Mail, word(entry, "subject")?, moment(entry, "at")))
}

fn library(entry: &Value) -> Option<String> {
    LibraryNumber::parse(word(entry, "library")?)
        .ok()
        .map(|number| number.to_string())
}

fn word<'a>(entry: &'a Value, name: &str) -> Option<&'a str> {
    entry.get(name)?.as_str()
}

fn moment(entry: &Value, name: &str) -> Option<Timestamp> {
    entry.get(name)?.as_i64().map(Timestamp)
}
