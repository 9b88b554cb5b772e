//! The few words that the systems themselves show → Android's `strings.xml`, Apple's `InfoPlist.xcstrings`. All others are
//! [code](crate::emit_strings): the core of the app is the same on every system, and so are its words.

use std::path::PathBuf;

use serde_json::{Map, Value, json};

use crate::strings::{Language, Words};
use crate::template::Part;

/// Our key, Android's name where it has one, Apple's name.
const SYSTEM: [(&str, Option<&str>, &str); 3] = [
    ("app.name", Some("app_name"), "CFBundleDisplayName"),
    ("lock.switch_hint", None, "NSFaceIDUsageDescription"),
    ("find.near_why", None, "NSLocationWhenInUseUsageDescription"),
];
/// For phones in a language that there are no words for.
const FALLBACK: &str = "en";
/// Apple's development language (`ios/project.yml`).
const SOURCE: &str = "nb";

/// `values/strings.xml` and one for each language, below a resource folder.
#[must_use]
pub fn android(languages: &[Language]) -> Vec<(PathBuf, String)> {
    let file = |folder: String, language: &Language| {
        let lines: String = SYSTEM
            .iter()
            .filter_map(|(key, name, _)| {
                let value = escaped(&plain(language, key));
                name.map(|name| format!("    <string name=\"{name}\">{value}</string>\n"))
            })
            .collect();
        let xml = format!(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!-- Written by card-assets from shared-assets. Change the source there, not this file. -->\n<resources>\n{lines}</resources>\n"
        );
        (PathBuf::from(folder).join("strings.xml"), xml)
    };
    let fallback = languages.iter().filter(|language| language.code == FALLBACK);
    fallback
        .map(|language| file("values".to_owned(), language))
        .chain(
            languages
                .iter()
                .map(|language| file(format!("values-{}", language.code), language)),
        )
        .collect()
}

/// A String Catalog.
#[must_use]
pub fn catalog(languages: &[Language]) -> String {
    let strings: Map<String, Value> = SYSTEM
        .iter()
        .map(|(key, _, name)| {
            let localizations: Map<String, Value> = languages
                .iter()
                .map(|language| {
                    let unit = json!({ "stringUnit": { "state": "translated", "value": plain(language, key) } });
                    (language.code.clone(), unit)
                })
                .collect();
            let entry = json!({ "extractionState": "manual", "localizations": localizations });
            ((*name).to_owned(), entry)
        })
        .collect();
    let catalog = json!({ "sourceLanguage": SOURCE, "strings": strings, "version": "1.0" });
    format!("{catalog:#}\n")
}

fn plain(language: &Language, key: &str) -> String {
    match language.words.get(key) {
        Some(Words::Text(text)) => text
            .0
            .iter()
            .map(|part| match part {
                Part::Words(words) => words.as_str(),
                Part::Param(name) => name.as_str(),
            })
            .collect(),
        _ => String::new(),
    }
}

/// As aapt2 reads it back: XML's own, then what Android takes for quotes, references and styles.
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.chars().enumerate() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '\'' | '"' | '\\' => out.extend(['\\', c]),
            '@' | '?' if at == 0 => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c => out.push(c),
        }
    }
    if out.starts_with(' ') || out.ends_with(' ') || out.contains("  ") {
        format!("\"{out}\"")
    } else {
        out
    }
}
