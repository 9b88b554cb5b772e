//! The lånenummer against the shared vectors and against random texts.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use card_core::domain::card_number::{CardNumber, NumberError};
use proptest::prelude::*;
use serde_json::Value;

fn vectors() -> Value {
    serde_json::from_str(include_str!("../../tests/vectors/card_numbers.json")).unwrap()
}

fn rows<'a>(vectors: &'a Value, name: &str) -> &'a [Value] {
    let rows = vectors[name].as_array().unwrap();
    assert!(!rows.is_empty(), "no rows in {name}");
    rows
}

fn expected_error(row: &Value) -> NumberError {
    match row["error"].as_str().unwrap() {
        "empty" => NumberError::Empty,
        "missing_letter" => NumberError::MissingLetter,
        "other_letter" => NumberError::OtherLetter,
        "wrong_length" => NumberError::WrongLength {
            digits: usize::try_from(row["digits"].as_u64().unwrap()).unwrap(),
        },
        "not_digits" => NumberError::NotDigits,
        other => panic!("unknown error code {other}"),
    }
}

#[test]
fn valid_vectors_become_canonical() {
    for row in rows(&vectors(), "valid") {
        let number: CardNumber = row["input"]
            .as_str()
            .unwrap()
            .parse()
            .unwrap_or_else(|e| panic!("{row}: {e}"));
        assert_eq!(number.as_str(), row["canonical"], "{row}");
        assert_eq!(number.to_string(), row["canonical"], "{row}");
        assert_eq!(serde_json::json!(number.groups()), row["groups"], "{row}");
    }
}

#[test]
fn confirmed_vectors_get_their_letter() {
    for row in rows(&vectors(), "confirmed") {
        let number = CardNumber::parse_confirmed(row["input"].as_str().unwrap()).unwrap();
        assert_eq!(number.as_str(), row["canonical"], "{row}");
    }
}

#[test]
fn invalid_vectors_say_why() {
    for row in rows(&vectors(), "invalid") {
        let input = row["input"].as_str().unwrap();
        let expected = expected_error(row);
        assert_eq!(CardNumber::parse(input), Err(expected), "{row}");
        if expected != NumberError::MissingLetter {
            assert_eq!(CardNumber::parse_confirmed(input), Err(expected), "confirmed: {row}");
        }
    }
}

#[test]
fn debug_shows_no_more_than_the_last_digits() {
    let number: CardNumber = "N012345678".parse().unwrap();
    assert_eq!(format!("{number:?}"), "N·····5678");
}

#[test]
fn display_keeps_to_a_width() {
    let number: CardNumber = "N012345678".parse().unwrap();
    assert_eq!(format!("{number:>12}"), "  N012345678");
}

proptest! {
    #[test]
    fn every_canonical_number_survives_a_round_trip(text in "N[0-9]{9}") {
        let number: CardNumber = text.parse().unwrap();
        prop_assert_eq!(number.as_str(), &text);
        prop_assert_eq!(number.groups().concat(), text);
    }

    #[test]
    fn noise_between_the_characters_changes_nothing(
        text in "N[0-9]{9}",
        noise in prop::collection::vec("[ \t\r\n\u{a0}\u{ad}\u{2009}\u{200b}\u{2011}\u{2013}\u{202f}-]{0,3}", 11),
        lower in any::<bool>(),
    ) {
        let noisy: String = text.chars().zip(&noise).flat_map(|(c, n)| n.chars().chain([c])).chain(noise[10].chars()).collect();
        let noisy = if lower { noisy.to_lowercase() } else { noisy };
        let number = CardNumber::parse(&noisy).unwrap();
        prop_assert_eq!(number.as_str(), text);
    }

    #[test]
    fn any_text_is_either_canonical_or_refused(text in any::<String>()) {
        if let Ok(number) = CardNumber::parse(&text) {
            let canonical = number.as_str();
            prop_assert_eq!(canonical.len(), 10);
            prop_assert!(canonical.starts_with('N') && canonical[1..].bytes().all(|b| b.is_ascii_digit()));
        }
    }

    #[test]
    fn bare_digits_are_never_taken_unasked(text in "[0-9 -]{0,20}") {
        prop_assert!(CardNumber::parse(&text).is_err());
    }

    #[test]
    fn errors_hold_nothing_of_the_text(text in "[a-z]{2}[0-9]{4,8}[a-z]{6}") {
        let error = CardNumber::parse(&text).unwrap_err();
        let shown = format!("{error} {error:?}");
        prop_assert!(!shown.contains(&text[2..6]));
    }
}
