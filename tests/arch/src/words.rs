//! Words for everything, in every language; codes for everything, in every shell.

use crate::{Findings, Tree, rust};
use std::collections::BTreeMap;
use toml::{Table, Value};

/// The languages of the app.
pub const LANGUAGES: [&str; 4] = ["nb", "nn", "se", "en"];
/// Codes that the shell adds to those of the boundary.
pub const SHELL_CODES: [&str; 4] = ["PortInUse", "NoLibrary", "BadLink", "NoDeviceLock"];
/// What an error says: what happened, what is safe, what to do.
const PARTS: [&str; 3] = ["title", "text", "action"];

/// Flattens nested tables to dotted keys; a list counts as its length and its words.
fn flat(table: &Table, before: &str, into: &mut BTreeMap<String, String>) {
    for (key, value) in table {
        let path = if before.is_empty() {
            key.clone()
        } else {
            format!("{before}.{key}")
        };
        match value {
            Value::Table(inner) => flat(inner, &path, into),
            Value::Array(list) => {
                for (i, entry) in list.iter().enumerate() {
                    into.insert(format!("{path}.{i}"), entry.as_str().unwrap_or_default().to_owned());
                }
            }
            other => {
                into.insert(path, other.as_str().unwrap_or_default().to_owned());
            }
        }
    }
}

/// All words of one language by key.
fn words(tree: &Tree, language: &str) -> Option<BTreeMap<String, String>> {
    let table: Table = tree
        .text(&format!("shared-assets/strings/{language}.toml"))?
        .parse()
        .ok()?;
    let mut all = BTreeMap::new();
    flat(&table, "", &mut all);
    Some(all)
}

/// Names in braces, sorted.
fn placeholders(text: &str) -> Vec<&str> {
    let mut names: Vec<&str> = text
        .split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}'))
        .map(|(name, _)| name)
        .collect();
    names.sort_unstable();
    names
}

/// Missing languages, keys, words and placeholders.
#[must_use]
pub fn incomplete(tree: &Tree) -> Findings {
    let all: Vec<_> = LANGUAGES.iter().map(|l| (*l, words(tree, l))).collect();
    let mut found = Findings::new();
    for (language, known) in &all {
        if known.is_none() {
            found.push(format!("shared-assets/strings/{language}.toml: is missing or no TOML"));
        }
    }
    let Some((_, Some(first))) = all.first() else {
        return found;
    };
    for (language, known) in all.iter().filter_map(|(l, k)| k.as_ref().map(|k| (l, k))) {
        let file = format!("shared-assets/strings/{language}.toml");
        for (key, text) in first {
            match known.get(key) {
                None => found.push(format!("{file}: lacks `{key}`; write it")),
                Some(own) if own.trim().is_empty() => found.push(format!("{file}: `{key}` has no words")),
                Some(own) if placeholders(own) != placeholders(text) => {
                    found.push(format!("{file}: `{key}` must use {:?}", placeholders(text)));
                }
                Some(_) => {}
            }
        }
        for key in known.keys().filter(|key| !first.contains_key(*key)) {
            found.push(format!("{file}: `{key}` is not in nb.toml; add it there or remove it"));
        }
    }
    found
}

/// The variants of an enum in Rust source, in order.
#[must_use]
pub fn variants(text: &str, name: &str) -> Vec<String> {
    let code = rust::product(text);
    let head = format!("enum {name} ");
    let Some(body) = code
        .split_once(&head)
        .and_then(|(_, rest)| rest.split_once('{'))
        .map(|(_, body)| body)
    else {
        return Vec::new();
    };
    let mut depth = 0_i32;
    let mut found = Vec::new();
    for line in body.lines().map(str::trim) {
        let starts = line.chars().next().is_some_and(char::is_uppercase);
        if depth == 0 && starts {
            found.push(line.chars().take_while(|c| c.is_alphanumeric()).collect());
        }
        for c in line.chars() {
            depth += i32::from("{([".contains(c)) - i32::from("})]".contains(c));
        }
        if depth < 0 {
            break;
        }
    }
    found
}

/// The codes of the boundary.
#[must_use]
pub fn codes(tree: &Tree) -> Vec<String> {
    variants(tree.text("bindings/src/error.rs").unwrap_or_default(), "CardError")
}

/// Codes without words, and words without a code.
#[must_use]
pub fn wordless(tree: &Tree) -> Findings {
    let mut codes = codes(tree);
    if codes.is_empty() {
        return vec!["bindings/src/error.rs: has no enum CardError".to_owned()];
    }
    codes.extend(SHELL_CODES.map(str::to_owned));
    let mut found = Findings::new();
    for language in LANGUAGES {
        let known = words(tree, language).unwrap_or_default();
        let file = format!("shared-assets/strings/{language}.toml");
        for code in &codes {
            for part in PARTS
                .iter()
                .filter(|part| !known.contains_key(&format!("errors.{code}.{part}")))
            {
                found.push(format!("{file}: lacks `{part}` under [errors.{code}]"));
            }
        }
        for key in known.keys().filter_map(|key| key.strip_prefix("errors.")) {
            let code = key.split('.').next().unwrap_or(key);
            if !codes.iter().any(|known| known == code) {
                found.push(format!("{file}: [errors.{code}] belongs to no code"));
            }
        }
    }
    found
}

/// Where each shell decides what a code means, and how it writes one.
const HANDLERS: [(&str, &str, &str); 2] = [
    ("android/ui", ".kt", "CardException."),
    ("ios/CardKit/Sources/CardKit", ".swift", "."),
];

/// Codes that a shell doesn't handle by name.
#[must_use]
pub fn unhandled(tree: &Tree) -> Findings {
    let mut found = Findings::new();
    for (folder, ending, before) in HANDLERS {
        let files: Vec<String> = tree.below(folder, ending).map(|(_, text)| rust::code(text)).collect();
        for code in codes(tree) {
            let word = format!("{before}{code}");
            if !files.iter().any(|text| !rust::lines_with(text, &word).is_empty()) {
                found.push(format!(
                    "{folder}: no branch for `{word}`; a branch for all the rest would have hidden it"
                ));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const ERROR: &str = "pub enum CardError {\n    /// No net {x}.\n    #[error(\"o\")]\n    Offline,\n    Service {\n        /// Wait.\n        Retry_after: u8,\n    },\n    Last(u8),\n}\nenum Other { No }";

    fn tree(se: &str) -> Tree {
        let nb = "[a]\nb = \"{x} ja\"\n[errors.Offline]\ntitle = \"t\"\ntext = \"t\"\naction = \"a\"";
        Tree::of(&[
            ("bindings/src/error.rs", ERROR),
            ("shared-assets/strings/nb.toml", nb),
            ("shared-assets/strings/nn.toml", nb),
            ("shared-assets/strings/en.toml", nb),
            ("shared-assets/strings/se.toml", se),
        ])
    }

    #[test]
    fn variants_are_read_in_order() {
        assert_eq!(variants(ERROR, "CardError"), ["Offline", "Service", "Last"]);
    }

    #[test]
    fn a_missing_key_empty_word_and_lost_placeholder_are_found() {
        let rest = "[errors.Offline]\ntitle = \"\"\ntext = \"t\"\naction = \"a\"\nmore = \"x\"";
        assert_eq!(incomplete(&tree(&format!("[a]\nb = \"ja\"\n{rest}"))).len(), 3);
        assert_eq!(incomplete(&tree(rest)).len(), 3);
        assert_eq!(incomplete(&Tree::default()).len(), 4);
    }

    #[test]
    fn a_code_without_words_and_words_without_code_are_found() {
        let found = wordless(&tree("[errors.Gone]\ntitle = \"t\""));
        assert!(
            found
                .iter()
                .any(|f| f.contains("nb.toml: lacks `title` under [errors.Service]"))
        );
        assert!(found.iter().any(|f| f.contains("[errors.Gone] belongs to no code")));
        assert!(
            !found
                .iter()
                .any(|f| f.contains("nb.toml: lacks `title` under [errors.Offline]"))
        );
    }

    #[test]
    fn a_code_that_a_shell_forgets_is_found() {
        let tree = Tree::of(&[
            ("bindings/src/error.rs", ERROR),
            (
                "ios/CardKit/Sources/CardKit/a.swift",
                "case .Offline, .Service: a // .Last",
            ),
            (
                "android/ui/src/a.kt",
                "is CardException.Offline -> a\nis CardException.LastOne -> b // CardException.Last",
            ),
        ]);
        assert_eq!(unhandled(&tree).len(), 3);
    }
}
