//! The directory as it travels: whole, or as changes.

use std::{collections::BTreeMap, fmt::Write, sync::Arc};

use serde::Deserialize;
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::domain::library::{LibraryEntry, LibraryNumber};

/// Bytes of a document at most; the real directory is about 2 MB.
pub const MAX_BYTES: usize = 16 * 1024 * 1024;
/// Libraries at most; there are about 2,500.
pub const MAX_LIBRARIES: usize = 20_000;
/// Bytes of a name, place or municipality at most.
const MAX_NAME: usize = 512;
/// Names of one library at most.
const MAX_NAMES: usize = 16;

/// Why a document isn't taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DirectoryError {
    /// Longer than [`MAX_BYTES`].
    #[error("the document is too long")]
    TooLong,
    /// No JSON of the expected form.
    #[error("the document has another form")]
    Malformed,
    /// More than [`MAX_LIBRARIES`].
    #[error("the document lists too many libraries")]
    TooMany,
    /// One number twice.
    #[error("the document lists {0} twice")]
    Duplicate(LibraryNumber),
    /// Changes that start from another version.
    #[error("the changes start from version {wanted}, here is {here}")]
    WrongBase {
        /// The version that is here.
        here: u64,
        /// The version that they start from.
        wanted: u64,
    },
    /// The contents aren't what the document promises.
    #[error("the contents don't have the hash that the document says")]
    WrongHash,
}

impl DirectoryError {
    /// Whether to ask for the whole directory instead of changes: what is here and what came don't fit together.
    #[must_use]
    pub fn asks_for_whole(self) -> bool {
        matches!(self, Self::WrongBase { .. } | Self::WrongHash)
    }
}

/// A library as listed: its hash always, its entry when this build can read it.
#[derive(Debug, Clone)]
pub(super) struct Listed {
    pub(super) entry: Option<Arc<LibraryEntry>>,
    pub(super) hash: [u8; 32],
}

type Numbered = Vec<(LibraryNumber, Listed)>;

/// The whole directory: `{demo, version, etag, hash, libraries}`.
///
/// `hash` is SHA-256, in hexadecimal, over each library in order of number: seven digits, then the 32 bytes of SHA-256 over
/// the library's canonical JSON (RFC 8785), unknown fields included. Numbers in it are whole.
#[derive(Debug, Clone)]
pub struct Whole {
    pub(super) demo: bool,
    pub(super) version: u64,
    pub(super) etag: Option<String>,
    pub(super) hash: String,
    pub(super) libraries: Numbered,
}

/// Changes from one version to another: `{base, version, etag, hash, upserts, removals}`; `hash` is that of the result. What is
/// both removed and upserted is there afterwards.
#[derive(Debug, Clone)]
pub struct Changes {
    pub(super) base: u64,
    pub(super) version: u64,
    pub(super) etag: Option<String>,
    pub(super) hash: String,
    pub(super) upserts: Numbered,
    pub(super) removals: Vec<LibraryNumber>,
}

#[derive(Deserialize)]
struct WholeForm {
    #[serde(default)]
    demo: bool,
    version: u64,
    #[serde(default)]
    etag: Option<String>,
    hash: String,
    libraries: Vec<Value>,
}

#[derive(Deserialize)]
struct ChangesForm {
    base: u64,
    version: u64,
    #[serde(default)]
    etag: Option<String>,
    hash: String,
    #[serde(default)]
    upserts: Vec<Value>,
    #[serde(default)]
    removals: Vec<LibraryNumber>,
}

impl Whole {
    /// Reads a whole directory.
    ///
    /// # Errors
    /// [`DirectoryError::TooLong`], [`DirectoryError::Malformed`], [`DirectoryError::TooMany`].
    pub fn parse(json: &[u8]) -> Result<Self, DirectoryError> {
        let form: WholeForm = read(json)?;
        Ok(Self {
            demo: form.demo,
            version: form.version,
            etag: form.etag,
            hash: form.hash,
            libraries: numbered(form.libraries)?,
        })
    }
}

impl Changes {
    /// Reads changes.
    ///
    /// # Errors
    /// As [`Whole::parse`].
    pub fn parse(json: &[u8]) -> Result<Self, DirectoryError> {
        let form: ChangesForm = read(json)?;
        Ok(Self {
            base: form.base,
            version: form.version,
            etag: form.etag,
            hash: form.hash,
            upserts: numbered(form.upserts)?,
            removals: form.removals,
        })
    }
}

fn read<'a, T: Deserialize<'a>>(json: &'a [u8]) -> Result<T, DirectoryError> {
    if json.len() > MAX_BYTES {
        return Err(DirectoryError::TooLong);
    }
    serde_json::from_slice(json).map_err(|_| DirectoryError::Malformed)
}

fn numbered(libraries: Vec<Value>) -> Result<Numbered, DirectoryError> {
    if libraries.len() > MAX_LIBRARIES {
        return Err(DirectoryError::TooMany);
    }
    libraries.into_iter().map(listed).collect()
}

fn listed(library: Value) -> Result<(LibraryNumber, Listed), DirectoryError> {
    let number = library.get("number").and_then(Value::as_str).map(LibraryNumber::parse);
    let number = number.and_then(Result::ok).ok_or(DirectoryError::Malformed)?;
    let mut canonical = String::new();
    write_canonical(&library, &mut canonical);
    let hash = Sha256::digest(canonical.as_bytes()).into();
    let entry = LibraryEntry::deserialize(library).ok().filter(is_sound);
    Ok((number, Listed::share(entry, hash)))
}

fn is_sound(entry: &LibraryEntry) -> bool {
    let names = || entry.names.iter().map(|n| &n.text);
    let mut texts = names().chain([&entry.place, &entry.municipality.name]);
    (1..=MAX_NAMES).contains(&entry.names.len())
        && names().all(|name| !name.trim().is_empty())
        && texts.all(|text| text.len() <= MAX_NAME)
}

/// The hash of a directory, see [`Whole`].
pub(super) fn hash(listed: &BTreeMap<LibraryNumber, Listed>) -> String {
    let mut sha = Sha256::new();
    for (number, library) in listed {
        sha.update(number.to_string());
        sha.update(library.hash);
    }
    hex(&sha.finalize())
}

/// Lower-case hexadecimal.
fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// RFC 8785 for what stands in a directory: keys sorted, no spaces, whole numbers; serde_json escapes as the RFC asks.
fn write_canonical(value: &Value, out: &mut String) {
    match value {
        Value::Object(map) => {
            let mut keys: Vec<&String> = map.keys().collect();
            keys.sort_unstable_by(|a, b| a.encode_utf16().cmp(b.encode_utf16()));
            let parts = keys.into_iter().filter_map(|key| map.get_key_value(key));
            list(out, ['{', '}'], parts, |(key, value), out| {
                let _ = write!(out, "{}:", Value::from(key.as_str()));
                write_canonical(value, out);
            });
        }
        Value::Array(items) => list(out, ['[', ']'], items.iter(), write_canonical),
        other => {
            let _ = write!(out, "{other}");
        }
    }
}

fn list<T>(out: &mut String, [open, close]: [char; 2], items: impl Iterator<Item = T>, write: fn(T, &mut String)) {
    out.push(open);
    for (i, item) in items.enumerate() {
        if i > 0 {
            out.push(',');
        }
        write(item, out);
    }
    out.push(close);
}
