//! Rules that must not be signed.

use card_core::domain::rules::{MAX_BYTES, MAX_CLAUSES, RulesError, RulesText};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::{clauses, document, parse};

fn with_text(text: &str) -> Result<RulesText, RulesError> {
    parse(&document(&clauses(&[
        ("a", "Første.", "general"),
        ("b", text, "general"),
    ])))
}

fn with(field: &str, value: Value) -> Result<RulesText, RulesError> {
    let mut document = document(&clauses(&[("a", "Kortet er gratis.", "general")]));
    document[field] = value;
    parse(&document)
}

#[test]
fn good_rules_are_read_and_published_as_they_came() {
    let rules = with_text("Andre\nlinje\tog tabulator. «Å» kr\u{a0}40 🙂").unwrap();
    assert_eq!(
        rules.published(),
        "a\nFørste.\n\nb\nAndre\nlinje\tog tabulator. «Å» kr\u{a0}40 🙂"
    );
    assert!(!rules.is_demo() && !rules.is_declared_editorial());
}

#[test]
fn directions_of_writing_cannot_be_turned() {
    let codes = (0x202a..=0x202e).chain(0x2066..=0x2069).chain([0x200e, 0x200f, 0x61c]);
    for code in codes {
        let text = format!("Du betaler {}ikke 40 kr", char::from_u32(code).unwrap());
        assert_eq!(
            with_text(&text),
            Err(RulesError::Bidirectional { clause: 1, code }),
            "U+{code:04X}"
        );
    }
}

#[test]
fn nothing_invisible_passes() {
    let codes = [
        0x0, 0x7, 0xb, 0xd, 0x1b, 0x7f, 0x85, 0xad, 0x34f, 0x200b, 0x200c, 0x200d, 0x2028, 0x2029, 0x2060, 0x2064,
        0x206f, 0x3164, 0xfe0f, 0xfeff, 0xfff9, 0xe000, 0xe0041, 0xf0000,
    ];
    for code in codes {
        let text = format!("Du betaler{} 40 kr", char::from_u32(code).unwrap());
        assert_eq!(
            with_text(&text),
            Err(RulesError::Invisible { clause: 1, code }),
            "U+{code:04X}"
        );
    }
    let mut heading = clauses(&[("a", "Tekst.", "general")]);
    heading[0]["heading"] = json!("Pris\u{202e}");
    assert_eq!(
        parse(&document(&heading)),
        Err(RulesError::Bidirectional {
            clause: 0,
            code: 0x202e
        })
    );
}

#[test]
fn sizes_have_limits() {
    let room = MAX_BYTES - "a\nFørste.\n\nb\n".len();
    assert!(with_text(&"x".repeat(room)).is_ok());
    assert_eq!(with_text(&"x".repeat(room + 1)), Err(RulesError::TooLong));
    assert_eq!(
        RulesText::parse(&vec![b' '; 8 * MAX_BYTES + 1]),
        Err(RulesError::TooLong)
    );
    let ids: Vec<String> = (0..=MAX_CLAUSES).map(|i| i.to_string()).collect();
    let rows: Vec<_> = ids.iter().map(|id| (id.as_str(), "Tekst.", "general")).collect();
    assert!(parse(&document(&clauses(&rows[..MAX_CLAUSES]))).is_ok());
    assert_eq!(parse(&document(&clauses(&rows))), Err(RulesError::TooManyClauses));
}

#[test]
fn nothing_to_sign_is_refused() {
    assert_eq!(parse(&document(&[])), Err(RulesError::Empty));
    assert_eq!(with_text(""), Err(RulesError::Empty));
    assert_eq!(with_text(" \n\t\u{a0}"), Err(RulesError::Empty));
}

#[test]
fn the_hash_is_that_of_the_text() {
    assert_eq!(with("sha256", json!("0".repeat(64))), Err(RulesError::WrongHash));
    assert_eq!(with("sha256", json!("")), Err(RulesError::WrongHash));
    let mut changed = document(&clauses(&[("a", "Purring koster 40 kr.", "money")]));
    changed["clauses"][0]["text"] = json!("Purring koster 400 kr.");
    assert_eq!(parse(&changed), Err(RulesError::WrongHash));
    changed["clauses"][0]["text"] = json!("Purring koster 40 kr.\n");
    assert_eq!(parse(&changed), Err(RulesError::WrongHash), "one line feed more");
}

#[test]
fn languages_are_those_that_we_can_name() {
    for tag in ["nb", "nn", "se", "smj", "sma", "fkv", "en"] {
        assert_eq!(with("language", json!(tag)).unwrap().language().tag(), tag);
    }
    for tag in ["", "no", "NB", "nb-NO", "xx", "se\u{200b}"] {
        assert_eq!(with("language", json!(tag)), Err(RulesError::UnknownLanguage), "{tag}");
    }
}

#[test]
fn ids_are_there_once() {
    let twice = document(&clauses(&[
        ("a", "En.", "general"),
        ("b", "To.", "general"),
        ("a", "Tre.", "general"),
    ]));
    assert_eq!(parse(&twice), Err(RulesError::DuplicateClause { clause: 2 }));
    assert_eq!(
        parse(&document(&clauses(&[("", "En.", "general")]))),
        Err(RulesError::Malformed)
    );
}

#[test]
fn other_forms_are_refused() {
    for (field, value) in [
        ("library", json!("12")),
        ("agreement", json!("other")),
        ("version", json!(-1)),
        ("valid_from", json!("2026-02-30")),
        ("clauses", json!({})),
    ] {
        assert_eq!(with(field, value), Err(RulesError::Malformed), "{field}");
    }
    assert_eq!(
        parse(&document(&clauses(&[("a", "En.", "weather")]))),
        Err(RulesError::Malformed)
    );
    assert_eq!(
        RulesText::parse(b"{\"clauses\": \"\\ud800\"}"),
        Err(RulesError::Malformed),
        "half a character"
    );
    assert_eq!(RulesText::parse(&[b'{', 0xff, b'}']), Err(RulesError::NotUtf8));
    assert_eq!(RulesText::parse(b""), Err(RulesError::Malformed));
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(RulesText::parse(&bytes).is_err());
    }

    #[test]
    fn any_text_is_taken_whole_or_refused(text in any::<String>()) {
        if let Ok(rules) = with_text(&text) {
            prop_assert_eq!(rules.published(), format!("a\nFørste.\n\nb\n{text}"));
        }
    }
}
