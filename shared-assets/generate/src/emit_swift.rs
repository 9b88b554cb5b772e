//! Words → `Strings.swift`.

use std::fmt::Write;

use crate::kotlin::{camel, capital};
use crate::strings::{ERROR_CODES, Language, Words};
use crate::template::{Part, Template};

const HEAD: &str = r"// Written by card-assets from shared-assets. Change the source there, not this file.

/// What to say about a failure: what happened; what is safe and what to do; the word on the button.
public struct ErrorWords: Equatable, Sendable {
    public let title: String
    public let text: String
    public let action: String
}

";

/// Writes the protocol, one structure for each language, and the function that chooses between them.
///
/// Languages must have passed [`crate::parity::check`].
#[must_use]
pub fn emit(languages: &[Language]) -> String {
    let mut out = HEAD.to_owned();
    if let Some(first) = languages.first() {
        out.push_str("/// Every word on the screens.\npublic protocol Strings: Sendable {\n");
        for (key, words) in entries(first) {
            let _ = writeln!(out, "    {}", declaration(key, words, " { get }"));
        }
        out.push_str(
            "    /// Words for a failure, by the name of its code (`Offline`); nil for a code without words.\n",
        );
        out.push_str("    func error(_ code: String) -> ErrorWords?\n}\n");
    }
    languages.iter().for_each(|language| structure(&mut out, language));
    choice(&mut out, languages);
    out
}

fn entries(language: &Language) -> impl Iterator<Item = (&String, &Words)> {
    language.words.iter().filter(|(key, _)| !key.starts_with("errors."))
}

fn declaration(key: &str, words: &Words, getter: &str) -> String {
    let name = camel(key);
    match words {
        Words::List(_) => format!("var {name}: [String]{getter}"),
        Words::Text(text) if text.params().is_empty() => format!("var {name}: String{getter}"),
        Words::Text(text) => {
            let params: Vec<_> = text.params().iter().map(|param| format!("_ {param}: String")).collect();
            format!("func {name}({}) -> String", params.join(", "))
        }
    }
}

fn structure(out: &mut String, language: &Language) {
    let _ = writeln!(out, "\nstruct {}: Strings {{", capital(&language.code));
    for (key, words) in entries(language) {
        let value = match words {
            Words::Text(text) => literal(text),
            Words::List(items) => {
                let items: Vec<_> = items.iter().map(|item| format!("\"{}\"", escape(item))).collect();
                format!("[{}]", items.join(", "))
            }
        };
        let _ = writeln!(out, "    {} {{ {value} }}", declaration(key, words, ""));
    }
    out.push_str("    func error(_ code: String) -> ErrorWords? {\n        switch code {\n");
    for code in ERROR_CODES {
        let [title, text, action] =
            ["title", "text", "action"].map(|field| match language.words.get(&format!("errors.{code}.{field}")) {
                Some(Words::Text(text)) => literal(text),
                _ => "\"\"".to_owned(),
            });
        let _ = writeln!(
            out,
            "        case \"{code}\": ErrorWords(title: {title}, text: {text}, action: {action})"
        );
    }
    out.push_str("        default: nil\n        }\n    }\n}\n");
}

fn choice(out: &mut String, languages: &[Language]) {
    let all: Vec<_> = languages
        .iter()
        .map(|language| format!("{}()", capital(&language.code)))
        .collect();
    let _ = writeln!(
        out,
        "\n/// The languages in the order in which they are offered.\npublic let allStrings: [any Strings] = [{}]",
        all.join(", ")
    );
    let codes: Vec<_> = ERROR_CODES.iter().map(|code| format!("\"{code}\"")).collect();
    let _ = writeln!(
        out,
        "\n/// Every code that has words.\npublic let errorCodes: [String] = [{}]",
        codes.join(", ")
    );
    out.push_str("\n/// The words for a language tag such as `nn`, `nb-NO` or `se_NO`: `no` means bokmål, an unknown language English.\n");
    out.push_str("public func strings(_ language: String) -> any Strings {\n    switch language.lowercased().prefix(while: { $0 != \"-\" && $0 != \"_\" }) {\n");
    for (tags, name) in [("\"nb\", \"no\"", "Nb"), ("\"nn\"", "Nn"), ("\"se\", \"sme\"", "Se")] {
        let _ = writeln!(out, "    case {tags}: {name}()");
    }
    out.push_str("    default: En()\n    }\n}\n");
}

fn literal(text: &Template) -> String {
    let inside: String = text
        .0
        .iter()
        .map(|part| match part {
            Part::Words(words) => escape(words),
            Part::Param(name) => format!("\\({name})"),
        })
        .collect();
    format!("\"{inside}\"")
}

fn escape(text: &str) -> String {
    text.chars().fold(String::with_capacity(text.len()), |mut out, c| {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() => out.push_str(&format!("\\u{{{:x}}}", u32::from(c))),
            c => out.push(c),
        }
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_swift_would_read_otherwise_is_escaped() {
        let text = Template::parse("a \"b\" \\(c) {name}\n").map(|text| literal(&text));
        assert_eq!(text.as_deref(), Ok("\"a \\\"b\\\" \\\\(c) \\(name)\\u{a}\""));
    }
}
