//! Rules for tests.

use std::fmt::Write;

use card_core::domain::rules::{RulesError, RulesText};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// A clause: id, text, about.
pub(crate) type Row<'a> = (&'a str, &'a str, &'a str);

pub(crate) fn clauses(rows: &[Row<'_>]) -> Vec<Value> {
    rows.iter()
        .map(|(id, text, about)| json!({ "id": id, "heading": id, "text": text, "about": about }))
        .collect()
}

/// The hash, put together on its own from what the documentation says.
pub(crate) fn hash(clauses: &[Value]) -> String {
    let text = |clause: &Value| match clause["heading"].as_str() {
        None | Some("") => clause["text"].as_str().unwrap_or_default().to_owned(),
        Some(heading) => format!("{heading}\n{}", clause["text"].as_str().unwrap_or_default()),
    };
    let published = clauses.iter().map(text).collect::<Vec<_>>().join("\n\n");
    Sha256::digest(published).iter().fold(String::new(), |mut hex, byte| {
        write!(hex, "{byte:02x}").unwrap();
        hex
    })
}

pub(crate) fn document(clauses: &[Value]) -> Value {
    json!({
        "library": "2999900", "agreement": "rules", "version": 1, "valid_from": "2026-01-01", "language": "nb",
        "sha256": hash(clauses), "clauses": clauses,
    })
}

pub(crate) fn parse(document: &Value) -> Result<RulesText, RulesError> {
    RulesText::parse(document.to_string().as_bytes())
}

pub(crate) fn rules(rows: &[Row<'_>]) -> RulesText {
    parse(&document(&clauses(rows))).unwrap()
}

/// The same, declared to be only better words.
pub(crate) fn editorial(rows: &[Row<'_>]) -> RulesText {
    let mut document = document(&clauses(rows));
    document["editorial"] = json!(true);
    parse(&document).unwrap()
}
