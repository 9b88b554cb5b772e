//! A library's rules: the text that a patron signs, and what changes from one version to the next.
//!
//! The text is the library's. It is shown whole, in the language it was written in, and never translated or retold by us: what
//! the summary says are codes and the figures that stand in the clauses.

mod difference;
mod figures;
mod severity;
mod summary;
mod text;
mod token;
mod words;

use jiff::civil::Date;
use serde::Deserialize;

pub use difference::{ClauseChange, ClauseKind, Difference, NotComparable, difference};
pub use severity::Severity;
pub use summary::{Change, WhatChanges, what_changes};
pub use text::{MAX_BYTES, MAX_CLAUSES, RulesError};
pub use token::{Kroner, ages, amounts};
pub use words::{Span, SpanPart, word_difference};

use super::{
    language::Language,
    library::{Agreement, LibraryNumber},
};

/// A published version of a library's rules in one language, with the right hash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RulesText {
    library: LibraryNumber,
    agreement: Agreement,
    version: u32,
    valid_from: Date,
    language: Language,
    editorial: bool,
    demo: bool,
    clauses: Vec<Clause>,
    sha256: String,
}

/// A clause.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Clause {
    /// Stays the same from version to version and from language to language.
    pub id: String,
    /// One line above it; may be empty.
    #[serde(default)]
    pub heading: String,
    /// Its text; lines end with a line feed.
    pub text: String,
    /// What it is about, in the library's words.
    #[serde(default)]
    pub about: About,
}

/// What a clause is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum About {
    /// Anything else.
    #[default]
    General,
    /// Fees, replacements.
    Money,
    /// From which age what holds.
    Age,
    /// What is kept about people.
    Privacy,
    /// How to behave.
    Conduct,
}

impl RulesText {
    /// Whose rules.
    #[must_use]
    pub fn library(&self) -> LibraryNumber {
        self.library
    }

    /// Which of the library's two agreements.
    #[must_use]
    pub fn agreement(&self) -> Agreement {
        self.agreement
    }

    /// Counts up with each publication; the same in all languages.
    #[must_use]
    pub fn version(&self) -> u32 {
        self.version
    }

    /// First day on which it holds.
    #[must_use]
    pub fn valid_from(&self) -> Date {
        self.valid_from
    }

    /// What it is written in.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// Whether the library says that this version only puts the one before into better words. Believed as far as no figure,
    /// month, obligation or negation changed.
    #[must_use]
    pub fn is_declared_editorial(&self) -> bool {
        self.editorial
    }

    /// Whether this is bundled demo data, which must be said where it is shown.
    #[must_use]
    pub fn is_demo(&self) -> bool {
        self.demo
    }

    /// Its clauses in order.
    #[must_use]
    pub fn clauses(&self) -> &[Clause] {
        &self.clauses
    }

    /// SHA-256 of [`RulesText::published`] in lower-case hexadecimal: what a signature names.
    #[must_use]
    pub fn sha256(&self) -> &str {
        &self.sha256
    }

    /// The published text, exactly: clause by clause the heading, a line feed and the text (the text alone where there is no
    /// heading), with an empty line between clauses.
    #[must_use]
    pub fn published(&self) -> String {
        text::published(&self.clauses)
    }
}
