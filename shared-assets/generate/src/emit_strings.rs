//! Words → `Strings.kt`.

use std::fmt::Write;

use crate::kotlin::{HEADER, camel, capital, literal, template};
use crate::strings::{ERROR_CODES, Language, Words};
use crate::template::Template;

const HEAD: &str = r#"package no.bibliotekkortet.ui.text

/** What to say about a failure: what happened; what is safe and what to do; the word on the button. */
data class ErrorWords(val title: String, val text: String, val action: String)

/** A language that the app can be read in, with its name in itself. */
data class Language(val code: String, val name: String)

"#;

/// Writes the interface, one object for each language, and the functions that choose between them.
///
/// Languages must have passed [`crate::parity::check`].
#[must_use]
pub fn emit(languages: &[Language]) -> String {
    let mut out = format!("{HEADER}{HEAD}");
    if let Some(first) = languages.first() {
        interface(&mut out, first);
    }
    languages.iter().for_each(|language| object(&mut out, language));
    choice(&mut out, languages);
    out
}

fn entries(language: &Language) -> impl Iterator<Item = (&String, &Words)> {
    language.words.iter().filter(|(key, _)| !key.starts_with("errors."))
}

fn interface(out: &mut String, first: &Language) {
    out.push_str("/** Every word on the screens. The comment on each is its text in the first language. */\ninterface Strings {\n");
    for (key, words) in entries(first) {
        let _ = match words {
            Words::Text(text) => writeln!(out, "    /** {} */\n    {}", comment(text), declaration(key, words)),
            Words::List(_) => writeln!(out, "    {}", declaration(key, words)),
        };
    }
    out.push_str(
        "\n    /** Words for a failure, by the name of its code (`Offline`); null for a code without words. */\n",
    );
    out.push_str("    fun error(code: String): ErrorWords?\n}\n");
}

fn comment(text: &Template) -> String {
    template(text).replace("*/", "* /")
}

fn declaration(key: &str, words: &Words) -> String {
    let name = camel(key);
    match words {
        Words::List(_) => format!("val {name}: List<String>"),
        Words::Text(text) if text.params().is_empty() => format!("val {name}: String"),
        Words::Text(text) => {
            let params: Vec<_> = text.params().iter().map(|param| format!("{param}: String")).collect();
            format!("fun {name}({}): String", params.join(", "))
        }
    }
}

fn object(out: &mut String, language: &Language) {
    let _ = writeln!(out, "\nobject {} : Strings {{", capital(&language.code));
    for (key, words) in entries(language) {
        let value = match words {
            Words::Text(text) => template(text),
            Words::List(items) => format!(
                "listOf({})",
                items.iter().map(|item| literal(item)).collect::<Vec<_>>().join(", ")
            ),
        };
        let _ = writeln!(out, "    override {} = {value}", declaration(key, words));
    }
    out.push_str("\n    override fun error(code: String): ErrorWords? =\n        when (code) {\n");
    for code in ERROR_CODES {
        let [title, text, action] = ["title", "text", "action"].map(|field| error_word(language, code, field));
        let _ = writeln!(
            out,
            "            {} -> ErrorWords({title}, {text}, {action})",
            literal(code)
        );
    }
    out.push_str("            else -> null\n        }\n}\n");
}

fn error_word(language: &Language, code: &str, field: &str) -> String {
    match language.words.get(&format!("errors.{code}.{field}")) {
        Some(Words::Text(text)) => template(text),
        _ => literal(""),
    }
}

fn choice(out: &mut String, languages: &[Language]) {
    out.push_str(
        "\n/** The languages in the order in which they are offered. */\nval languages: List<Language> =\n    listOf(",
    );
    let all: Vec<_> = languages
        .iter()
        .map(|language| {
            let object = capital(&language.code);
            format!("Language({object}.languageCode, {object}.languageName)")
        })
        .collect();
    let _ = writeln!(out, "{})", all.join(", "));
    let codes: Vec<_> = ERROR_CODES.iter().map(|code| literal(code)).collect();
    let _ = writeln!(
        out,
        "\n/** Every code that [Strings.error] has words for. */\nval errorCodes: List<String> = listOf({})",
        codes.join(", ")
    );
    out.push_str("\n/** The words for a language tag such as `nn`, `nb-NO` or `se_NO`: `no` means bokmål, an unknown language English. */\n");
    out.push_str("fun strings(language: String): Strings =\n    when (language.lowercase().substringBefore('-').substringBefore('_')) {\n");
    for language in languages.iter().filter(|language| language.code != "en") {
        let tags: Vec<_> = tags(&language.code).iter().map(|tag| literal(tag)).collect();
        let _ = writeln!(out, "        {} -> {}", tags.join(", "), capital(&language.code));
    }
    out.push_str("        else -> En\n    }\n");
}

/// The tags that mean a language: `no` is what many systems call bokmål, `sme` what some call North Sámi.
fn tags(code: &str) -> Vec<&str> {
    match code {
        "nb" => vec!["nb", "no"],
        "se" => vec!["se", "sme"],
        other => vec![other],
    }
}
