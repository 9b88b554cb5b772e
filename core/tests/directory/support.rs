//! Documents for tests, with hashes worked out on their own: what the core computes is compared with this.

use std::fmt::Write;

use card_core::domain::directory::{Changes, Directory, DirectoryError, Whole};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        write!(text, "{byte:02x}").unwrap();
        text
    })
}

/// Keys sorted, no spaces: serde_json keeps maps sorted as long as nothing asks for the order of insertion.
fn canonical(value: &Value) -> String {
    assert_eq!(json!({ "b": 1, "a": 2 }).to_string(), r#"{"a":2,"b":1}"#);
    value.to_string()
}

pub(crate) fn hash(libraries: &[Value]) -> String {
    let mut libraries: Vec<&Value> = libraries.iter().collect();
    libraries.sort_by_key(|l| l["number"].as_str().unwrap());
    let mut sha = Sha256::new();
    for library in libraries {
        sha.update(library["number"].as_str().unwrap());
        sha.update(Sha256::digest(canonical(library)));
    }
    hex(&sha.finalize())
}

pub(crate) fn whole(version: u64, libraries: &[Value]) -> Vec<u8> {
    let hash = hash(libraries);
    json!({ "version": version, "etag": "\"v\"", "hash": hash, "libraries": libraries })
        .to_string()
        .into_bytes()
}

pub(crate) fn directory(version: u64, libraries: &[Value]) -> Directory {
    Directory::new(Whole::parse(&whole(version, libraries)).unwrap()).unwrap()
}

pub(crate) fn changes(value: &Value) -> Result<Changes, DirectoryError> {
    Changes::parse(value.to_string().as_bytes())
}

/// A library with the fewest fields.
pub(crate) fn library(number: u32, name: &str) -> Value {
    json!({
        "number": format!("{number:07}"),
        "names": [{ "language": "nb", "text": name }],
        "place": "Sted",
        "municipality": { "number": "9999", "name": "Kommune" },
        "county": "Fylke",
    })
}
