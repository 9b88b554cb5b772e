//! A text with named places: `"Kontrollert i dag {time}"`.

use std::collections::BTreeSet;

/// A piece of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// Words as they are.
    Words(String),
    /// A place filled in by the shell.
    Param(String),
}

/// A parsed text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template(pub Vec<Part>);

impl Template {
    /// Parses `text`. A parameter is a lower-case camelCase name in braces; a lone brace is an error.
    ///
    /// # Errors
    /// A sentence saying what is wrong: empty, an unclosed brace, or a name that Kotlin and Swift couldn't have.
    pub fn parse(text: &str) -> Result<Self, String> {
        if text.trim().is_empty() {
            return Err("is empty".into());
        }
        let mut parts = Vec::new();
        let mut rest = text;
        while let Some(open) = rest.find(['{', '}']) {
            if rest[open..].starts_with('}') {
                return Err("has a closing brace without an opening one".into());
            }
            let (words, after) = (&rest[..open], &rest[open + 1..]);
            let close = after.find('}').ok_or("has an opening brace without a closing one")?;
            let name = &after[..close];
            if !is_parameter(name) {
                return Err(format!("has a parameter with the name {name:?}"));
            }
            if !words.is_empty() {
                parts.push(Part::Words(words.into()));
            }
            parts.push(Part::Param(name.into()));
            rest = &after[close + 1..];
        }
        if !rest.is_empty() {
            parts.push(Part::Words(rest.into()));
        }
        Ok(Self(parts))
    }

    /// The names of the parameters, sorted. Languages may use them in different order, so the order says nothing.
    #[must_use]
    pub fn params(&self) -> BTreeSet<&str> {
        self.0
            .iter()
            .filter_map(|part| match part {
                Part::Param(name) => Some(name.as_str()),
                Part::Words(_) => None,
            })
            .collect()
    }
}

fn is_parameter(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_lowercase()) && name.chars().all(|c| c.is_ascii_alphanumeric())
}
