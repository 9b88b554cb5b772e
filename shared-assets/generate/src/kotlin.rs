//! The small grammar of the Kotlin that is written: names, string literals, colours.

use std::path::PathBuf;

use crate::template::{Part, Template};

/// What stands at the head of each written file.
pub const HEADER: &str = "// Written by card-assets from shared-assets. Change the source there, not this file.\n@file:Suppress(\"ktlint\", \"MagicNumber\", \"unused\")\n\n";

/// The file of an object in a package under `no.bibliotekkortet.ui`.
#[must_use]
pub fn path(package: &str, file: &str) -> PathBuf {
    ["no", "bibliotekkortet", "ui", package, &format!("{file}.kt")]
        .iter()
        .collect()
}

/// `sign_in.title` → `signInTitle`.
#[must_use]
pub fn camel(key: &str) -> String {
    let mut pieces = key.split(['.', '_']);
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |name, piece| name + &capital(piece))
}

/// `fresh` → `Fresh`.
#[must_use]
pub fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A string literal; quotes, backslashes, dollar signs and control characters are escaped.
#[must_use]
pub fn literal(text: &str) -> String {
    format!("\"{}\"", escape(text))
}

/// A string literal in which parameters are Kotlin templates.
#[must_use]
pub fn template(text: &Template) -> String {
    let inside: String = text
        .0
        .iter()
        .map(|part| match part {
            Part::Words(words) => escape(words),
            Part::Param(name) => format!("${{{name}}}"),
        })
        .collect();
    format!("\"{inside}\"")
}

fn escape(text: &str) -> String {
    text.chars().fold(String::with_capacity(text.len()), |mut out, c| {
        match c {
            '"' | '\\' | '$' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => out.push(c),
        }
        out
    })
}
