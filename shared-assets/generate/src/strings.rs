//! One language's words, as read from its TOML file.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use toml::{Table, Value};

use crate::problems::Problems;
use crate::template::Template;

/// The languages of the app in the order in which a person is offered them. The first one is what others are compared with.
pub const LANGUAGES: [&str; 4] = ["nb", "nn", "se", "en"];

/// Every code that needs words: the core's thirty-three `CardError` variants, and the shells' own.
pub const ERROR_CODES: [&str; 37] = [
    "Offline",
    "Service",
    "SignInRefused",
    "SignInCancelled",
    "SignInExpired",
    "LevelTooLow",
    "ClockWrong",
    "WrongCredentials",
    "LockedOut",
    "Locked",
    "NoCard",
    "WrongCode",
    "CodeExpired",
    "TooSimple",
    "WrongLength",
    "InvalidEmail",
    "LookalikeEmail",
    "InvalidPhone",
    "InvalidAddress",
    "ChangedElsewhere",
    "Incomplete",
    "StorageFull",
    "StorageReadOnly",
    "StorageDamaged",
    "VaultUnavailable",
    "InvalidNumber",
    "RulesChanged",
    "RulesRefused",
    "NoRules",
    "LibraryClosed",
    "NotAllowed",
    "ReceiptRefused",
    "Internal",
    "PortInUse",
    "NoLibrary",
    "BadLink",
    "NoDeviceLock",
];

/// The section whose entries are keyed by error code; `errors.<Code>.{title,text,action}`.
pub const ERRORS: &str = "errors";

/// What each error code has.
pub const ERROR_FIELDS: [&str; 3] = ["title", "text", "action"];

/// A value: one text, or a list of words without parameters (the months).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Words {
    /// One text, possibly with parameters.
    Text(Template),
    /// Words in order.
    List(Vec<String>),
}

/// A language: its code, and its words by dotted key (`sign_in.title`, `errors.Offline.text`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Language {
    /// `nb`, `nn`, `se` or `en`.
    pub code: String,
    /// Words by dotted key, sorted.
    pub words: BTreeMap<String, Words>,
}

/// Reads all languages from `folder`; what can't be read or isn't a text becomes a problem.
pub fn load_all(folder: &Path, problems: &mut Problems) -> Vec<Language> {
    LANGUAGES
        .iter()
        .filter_map(|code| {
            let path = folder.join(format!("{code}.toml"));
            let text = problems.keep(fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display())))?;
            let (language, wrong) = parse(code, &text);
            problems.extend(wrong);
            language
        })
        .collect()
}

/// Parses one language's file; gives what could be read and what was wrong.
#[must_use]
pub fn parse(code: &str, text: &str) -> (Option<Language>, Vec<String>) {
    let table = match text.parse::<Table>() {
        Ok(table) => table,
        Err(e) => return (None, vec![format!("{code}.toml: {e}")]),
    };
    let mut wrong = Vec::new();
    let mut words = BTreeMap::new();
    flatten("", &table, &mut words, &mut wrong);
    let wrong = wrong
        .into_iter()
        .map(|problem| format!("{code}.toml: {problem}"))
        .collect();
    (
        Some(Language {
            code: code.into(),
            words,
        }),
        wrong,
    )
}

fn flatten(prefix: &str, table: &Table, words: &mut BTreeMap<String, Words>, wrong: &mut Vec<String>) {
    for (name, value) in table {
        let key = if prefix.is_empty() {
            name.clone()
        } else {
            format!("{prefix}.{name}")
        };
        match value {
            Value::Table(inner) => flatten(&key, inner, words, wrong),
            value => match read(value) {
                Ok(value) => drop(words.insert(key, value)),
                Err(problem) => wrong.push(format!("{key} {problem}")),
            },
        }
    }
}

fn read(value: &Value) -> Result<Words, String> {
    match value {
        Value::String(text) => Template::parse(text).map(Words::Text),
        Value::Array(items) => items.iter().map(plain).collect::<Result<_, _>>().map(Words::List),
        other => Err(format!("is of type {}, not a text", other.type_str())),
    }
}

fn plain(item: &Value) -> Result<String, String> {
    let text = item.as_str().ok_or("has something in its list that is not a text")?;
    let template = Template::parse(text)?;
    if template.params().is_empty() {
        Ok(text.into())
    } else {
        Err("has a parameter in a list".into())
    }
}
