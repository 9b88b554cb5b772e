//! Rules as they come, and what makes them refused.

use std::{collections::BTreeSet, fmt::Write};

use jiff::civil::Date;
use serde::Deserialize;
use sha2::{Digest, Sha256};

use super::{Clause, RulesText};
use crate::domain::{
    language::Language,
    library::{Agreement, LibraryNumber},
};

/// Bytes of the published text at most.
pub const MAX_BYTES: usize = 256 * 1024;
/// Clauses at most.
pub const MAX_CLAUSES: usize = 200;
/// Bytes of the JSON at most: escapes and names around a text of [`MAX_BYTES`].
const MAX_JSON: usize = 8 * MAX_BYTES;
/// Bytes of a clause's id at most.
const MAX_ID: usize = 64;

/// Why rules aren't shown to be signed. Each is the library's mistake (or somebody's on the way), never the person's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RulesError {
    /// Longer than [`MAX_BYTES`].
    #[error("the rules are too long")]
    TooLong,
    /// No clause, or nothing in one.
    #[error("the rules, or one of their clauses, are empty")]
    Empty,
    /// Bytes that are no text.
    #[error("the rules are not UTF-8")]
    NotUtf8,
    /// No JSON of the expected form.
    #[error("the rules have another form")]
    Malformed,
    /// Characters that turn the direction of writing, so that one reads something else than stands there.
    #[error("clause {clause} holds the bidirectional control U+{code:04X}")]
    Bidirectional {
        /// Which clause, from 0.
        clause: usize,
        /// The character's number.
        code: u32,
    },
    /// Characters that can't be seen.
    #[error("clause {clause} holds the invisible character U+{code:04X}")]
    Invisible {
        /// Which clause, from 0.
        clause: usize,
        /// The character's number.
        code: u32,
    },
    /// Another text than the hash was made of.
    #[error("the rules don't have the hash that comes with them")]
    WrongHash,
    /// A language that we can't name.
    #[error("the rules are in an unknown language")]
    UnknownLanguage,
    /// Two clauses with one id.
    #[error("clause {clause} has the id of an earlier one")]
    DuplicateClause {
        /// Which clause, from 0.
        clause: usize,
    },
    /// More than [`MAX_CLAUSES`].
    #[error("the rules have too many clauses")]
    TooManyClauses,
}

#[derive(Deserialize)]
struct Form {
    library: LibraryNumber,
    agreement: Agreement,
    version: u32,
    valid_from: Date,
    language: String,
    #[serde(default)]
    editorial: bool,
    #[serde(default)]
    demo: bool,
    clauses: Vec<Clause>,
    sha256: String,
}

impl RulesText {
    /// Reads published rules: JSON with the fields of this type, the language as a tag.
    ///
    /// # Errors
    /// [`RulesError`] says what is wrong; such rules must not be signed.
    pub fn parse(json: &[u8]) -> Result<Self, RulesError> {
        if json.len() > MAX_JSON {
            return Err(RulesError::TooLong);
        }
        let json = str::from_utf8(json).map_err(|_| RulesError::NotUtf8)?;
        let form: Form = serde_json::from_str(json).map_err(|_| RulesError::Malformed)?;
        let language = Language::from_tag(&form.language).ok_or(RulesError::UnknownLanguage)?;
        check(&form.clauses)?;
        let published = published(&form.clauses);
        if published.len() > MAX_BYTES {
            return Err(RulesError::TooLong);
        }
        if sha256(&published) != form.sha256 {
            return Err(RulesError::WrongHash);
        }
        Ok(Self {
            library: form.library,
            agreement: form.agreement,
            version: form.version,
            valid_from: form.valid_from,
            language,
            editorial: form.editorial,
            demo: form.demo,
            clauses: form.clauses,
            sha256: form.sha256,
        })
    }
}

/// See [`RulesText::published`].
pub(super) fn published(clauses: &[Clause]) -> String {
    let mut text = String::new();
    for clause in clauses {
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        text.push_str(&clause.heading);
        if !clause.heading.is_empty() {
            text.push('\n');
        }
        text.push_str(&clause.text);
    }
    text
}

fn sha256(text: &str) -> String {
    let digest = Sha256::digest(text.as_bytes());
    digest.iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

fn check(clauses: &[Clause]) -> Result<(), RulesError> {
    if clauses.len() > MAX_CLAUSES {
        return Err(RulesError::TooManyClauses);
    }
    if clauses.is_empty() {
        return Err(RulesError::Empty);
    }
    let mut ids = BTreeSet::new();
    for (at, clause) in clauses.iter().enumerate() {
        if clause.text.trim().is_empty() {
            return Err(RulesError::Empty);
        }
        if clause.id.is_empty() || clause.id.len() > MAX_ID || clause.heading.contains('\n') {
            return Err(RulesError::Malformed);
        }
        for character in clause
            .id
            .chars()
            .chain(clause.heading.chars())
            .chain(clause.text.chars())
        {
            visible(character, at)?;
        }
        if !ids.insert(&clause.id) {
            return Err(RulesError::DuplicateClause { clause: at });
        }
    }
    Ok(())
}

/// Line feeds and tabs are the only controls that a text needs.
fn visible(character: char, clause: usize) -> Result<(), RulesError> {
    let code = u32::from(character);
    match character {
        '\n' | '\t' => Ok(()),
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{61c}' => {
            Err(RulesError::Bidirectional { clause, code })
        }
        _ if character.is_control() || is_invisible(character) => Err(RulesError::Invisible { clause, code }),
        _ => Ok(()),
    }
}

/// What has no shape of its own (Default_Ignorable_Code_Point in Unicode, and line, paragraph and annotation marks), and what
/// has none that everybody shares (private use).
fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{ad}' | '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200d}' | '\u{2028}' | '\u{2029}' | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{e000}'..='\u{f8ff}'
            | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{10ffff}'
    )
}
