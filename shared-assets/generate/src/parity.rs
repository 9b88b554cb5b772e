//! All languages have the same keys, the same parameters, and words for every error code.

use crate::strings::{ERROR_CODES, ERROR_FIELDS, ERRORS, LANGUAGES, Language, Words};
use crate::template::{Part, Template};

/// Compares each language with the first one, and the first one with the error codes.
#[must_use]
pub fn check(languages: &[Language]) -> Vec<String> {
    let Some((first, others)) = languages.split_first() else {
        return vec![format!("no language at all; expected {LANGUAGES:?}")];
    };
    let mut wrong = languages.iter().flat_map(errors).collect::<Vec<_>>();
    wrong.extend(languages.iter().flat_map(own_names));
    wrong.extend(others.iter().flat_map(|other| differences(first, other)));
    wrong
}

fn own_names(language: &Language) -> Vec<String> {
    let mut wrong = Vec::new();
    let code = Words::Text(Template(vec![Part::Words(language.code.clone())]));
    if language.words.get("language.code") != Some(&code) {
        wrong.push(format!("{0}.toml: language.code must be {0:?}", language.code));
    }
    if let Some(Words::List(months)) = language.words.get("date.months")
        && months.len() != 12
    {
        wrong.push(format!(
            "{}.toml: date.months has {} months",
            language.code,
            months.len()
        ));
    }
    wrong
}

fn errors(language: &Language) -> Vec<String> {
    let expected: Vec<String> = ERROR_CODES
        .iter()
        .flat_map(|code| ERROR_FIELDS.map(|field| format!("{ERRORS}.{code}.{field}")))
        .collect();
    let missing = expected.iter().filter(|key| !language.words.contains_key(*key));
    let unknown = language
        .words
        .keys()
        .filter(|key| key.starts_with("errors.") && !expected.contains(key));
    let with_params = expected.iter().filter(|key| !params(language, key).is_empty());
    missing
        .map(|key| format!("{}.toml: {key} is missing", language.code))
        .chain(unknown.map(|key| format!("{}.toml: {key} belongs to no error code", language.code)))
        .chain(with_params.map(|key| format!("{}.toml: {key} has a parameter; error words have none", language.code)))
        .collect()
}

fn differences(first: &Language, other: &Language) -> Vec<String> {
    let file = &other.code;
    let missing = first
        .words
        .keys()
        .filter(|key| !key.starts_with("errors.") && !other.words.contains_key(*key));
    let extra = other
        .words
        .keys()
        .filter(|key| !key.starts_with("errors.") && !first.words.contains_key(*key));
    let mut wrong: Vec<String> = missing
        .map(|key| format!("{file}.toml: {key} is missing (it is in {}.toml)", first.code))
        .collect();
    wrong.extend(extra.map(|key| format!("{file}.toml: {key} is extra (it is not in {}.toml)", first.code)));
    for (key, here) in &other.words {
        match (first.words.get(key), here) {
            (Some(Words::Text(_)), Words::Text(_)) if params(first, key) != params(other, key) => wrong.push(format!(
                "{file}.toml: {key} has parameters {:?}, {}.toml has {:?}",
                params(other, key),
                first.code,
                params(first, key)
            )),
            (Some(Words::Text(_)), Words::List(_)) | (Some(Words::List(_)), Words::Text(_)) => {
                wrong.push(format!(
                    "{file}.toml: {key} is a list in one language and a text in another"
                ));
            }
            _ => {}
        }
    }
    wrong
}

fn params(language: &Language, key: &str) -> Vec<String> {
    match language.words.get(key) {
        Some(Words::Text(text)) => text.params().into_iter().map(Into::into).collect(),
        _ => Vec::new(),
    }
}
