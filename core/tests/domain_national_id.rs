//! Fødselsnummer and relatives against the shared vectors and against random invented numbers.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::ops::RangeInclusive;

use card_core::domain::national_id::{IdError, Kind, NationalId, Policy};
use jiff::civil::Date;
use proptest::prelude::*;
use serde_json::Value;
use zeroize::{Zeroize, ZeroizeOnDrop};

fn vectors() -> Value {
    serde_json::from_str(include_str!("../../tests/vectors/national_ids.json")).unwrap()
}

fn rows<'a>(vectors: &'a Value, name: &str) -> &'a [Value] {
    let rows = vectors[name].as_array().unwrap();
    assert!(!rows.is_empty(), "no rows in {name}");
    rows
}

fn kind(name: &str) -> Kind {
    match name {
        "fnr" => Kind::Birth,
        "dnr" => Kind::D,
        "hnr" => Kind::H,
        "dnr-and-hnr" => Kind::DAndH,
        "tnr" => Kind::Synthetic,
        "dnr-and-tnr" => Kind::DAndSynthetic,
        other => panic!("unknown kind {other}"),
    }
}

fn expected_error(row: &Value) -> IdError {
    match row["error"].as_str().unwrap() {
        "empty" => IdError::Empty,
        "not_digits" => IdError::NotDigits,
        "wrong_length" => IdError::WrongLength {
            digits: usize::try_from(row["digits"].as_u64().unwrap()).unwrap(),
        },
        "date" => IdError::Date,
        "control_digits" => IdError::ControlDigits,
        other => panic!("unknown error code {other}"),
    }
}

#[test]
fn valid_vectors_have_their_kind() {
    for row in rows(&vectors(), "valid") {
        let id =
            NationalId::parse(row["input"].as_str().unwrap(), Policy::Any).unwrap_or_else(|e| panic!("{row}: {e}"));
        assert_eq!(id.kind(), kind(row["kind"].as_str().unwrap()), "{row}");
    }
}

#[test]
fn invalid_vectors_say_why() {
    for row in rows(&vectors(), "invalid") {
        let input = row["input"].as_str().unwrap();
        for policy in [Policy::Production, Policy::SyntheticOnly, Policy::Any] {
            assert_eq!(NationalId::parse(input, policy), Err(expected_error(row)), "{row}");
        }
    }
}

#[test]
fn each_policy_takes_its_kinds_and_no_other() {
    let vectors = vectors();
    let valid = rows(&vectors, "valid");
    for row in rows(&vectors, "policies") {
        let policy = match row["policy"].as_str().unwrap() {
            "production" => Policy::Production,
            "synthetic_only" => Policy::SyntheticOnly,
            "any" => Policy::Any,
            other => panic!("unknown policy {other}"),
        };
        let accepted = row["accepts"].as_array().unwrap();
        for number in valid {
            let verdict = NationalId::parse(number["input"].as_str().unwrap(), policy);
            if accepted.contains(&number["kind"]) {
                assert!(verdict.is_ok(), "{policy:?} {number}");
            } else {
                assert_eq!(verdict, Err(IdError::KindNotAccepted), "{policy:?} {number}");
            }
        }
    }
}

#[test]
fn no_formatting_shows_a_digit() {
    let id = NationalId::parse("10915596784", Policy::SyntheticOnly).unwrap();
    assert_eq!(format!("{id}"), "***********");
    assert_eq!(
        format!("{id:?} {id:#?}"),
        "NationalId(***********) NationalId(***********)"
    );
    assert_eq!(id.expose_digits(), "10915596784");
}

#[test]
fn every_day_of_a_leap_cycle_has_its_place() {
    // Serials from 500 on mean births of the nineteenth century: nobody alive holds such a number.
    for year in [1856, 1857, 1858, 1859, 1899] {
        assert_days(0..=99, year);
    }
    // Month + 80: Folkeregisteret gives such numbers to nobody.
    for year in [2000, 2001, 2099] {
        assert_days(80..=99, year);
    }
}

/// Each of the days 00 to 99 in the months given is of the kind that another calendar says, or refused.
fn assert_days(months: RangeInclusive<i8>, year: i16) {
    let marks = [
        (Kind::Birth, 0, 0),
        (Kind::D, 40, 0),
        (Kind::H, 0, 40),
        (Kind::DAndH, 40, 40),
        (Kind::Synthetic, 0, 80),
        (Kind::DAndSynthetic, 40, 80),
    ];
    for (month, day) in months.flat_map(|month| (0..=99).map(move |day| (month, day))) {
        let expected = marks
            .iter()
            .find(|(_, on_day, on_month)| Date::new(year, month - on_month, day - on_day).is_ok());
        let date = format!("{day:02}{month:02}{:02}", year % 100);
        let number = (500..750)
            .find_map(|serial| closed(format!("{date}{serial}"), 0))
            .unwrap();
        let found = NationalId::parse(&number, Policy::Any).map(|id| id.kind());
        assert_eq!(
            found,
            expected.map(|(kind, ..)| *kind).ok_or(IdError::Date),
            "day {day}, month {month}, {year}"
        );
    }
}

#[test]
fn the_digits_are_wiped_when_dropped() {
    fn wiped_on_drop<T: ZeroizeOnDrop>(_: &T) {}
    let mut id = NationalId::parse("10915596784", Policy::SyntheticOnly).unwrap();
    wiped_on_drop(&id);
    id.zeroize();
    assert_eq!(id.expose_digits(), "");
}

/// Nine digits with both control digits, worked out here anew; `None` where one of them would be ten.
fn closed(mut text: String, k1_remainder: u32) -> Option<String> {
    for (weights, remainder) in [
        ([3, 7, 6, 1, 8, 9, 4, 5, 2, 0], k1_remainder),
        ([5, 4, 3, 2, 7, 6, 5, 4, 3, 2], 0),
    ] {
        let sum: u32 = text
            .chars()
            .zip(weights)
            .map(|(c, weight)| c.to_digit(10).unwrap() * weight)
            .sum();
        text.push(char::from_digit((11 + remainder - sum % 11) % 11, 10)?);
    }
    Some(text)
}

/// Invented numbers of both synthetic kinds, with all four remainders of k1.
fn synthetic() -> impl Strategy<Value = String> {
    let parts = (
        1_u32..=28,
        any::<bool>(),
        81_u32..=92,
        0_u32..100,
        0_u32..1000,
        0_u32..4,
    );
    parts.prop_filter_map(
        "a control digit would be ten",
        |(day, d_number, month, year, serial, remainder)| {
            let day = if d_number { day + 40 } else { day };
            closed(format!("{day:02}{month:02}{year:02}{serial:03}"), remainder)
        },
    )
}

proptest! {
    // No file of failed numbers is left behind.
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn well_made_numbers_are_accepted_with_any_separators(text in synthetic(), at in 0_usize..=11, noise in "[ \u{a0}\u{2011}-]{0,3}") {
        let mut noisy = text.clone();
        noisy.insert_str(at, &noise);
        let id = NationalId::parse(&noisy, Policy::SyntheticOnly).unwrap();
        prop_assert_eq!(id.expose_digits(), &text);
        prop_assert_eq!(NationalId::parse(&text, Policy::Production), Err(IdError::KindNotAccepted));
    }

    /// All weights of k2 differ from 0 modulo 11, so it sees what the widened k1 lets pass: there is no exception.
    #[test]
    fn one_wrong_digit_is_always_seen(text in synthetic(), at in 0_usize..11, by in 1_u32..10) {
        let wrong: String = text.chars().enumerate().map(|(i, c)| {
            let digit = c.to_digit(10).unwrap();
            char::from_digit(if i == at { (digit + by) % 10 } else { digit }, 10).unwrap()
        }).collect();
        prop_assert!(matches!(NationalId::parse(&wrong, Policy::Any), Err(IdError::Date | IdError::ControlDigits)));
    }

    /// Neighbouring weights of k2 differ too.
    #[test]
    fn two_swapped_neighbours_are_always_seen(text in synthetic(), at in 0_usize..10) {
        let mut bytes = text.clone().into_bytes();
        bytes.swap(at, at + 1);
        let wrong = String::from_utf8(bytes).unwrap();
        prop_assume!(wrong != text);
        prop_assert!(NationalId::parse(&wrong, Policy::Any).is_err());
    }

    #[test]
    fn any_text_is_either_eleven_digits_or_refused(text in any::<String>()) {
        if let Ok(id) = NationalId::parse(&text, Policy::Any) {
            prop_assert!(id.expose_digits().len() == 11 && id.expose_digits().bytes().all(|b| b.is_ascii_digit()));
        }
    }

    #[test]
    fn errors_hold_no_digit_of_the_text(text in "[0-9]{11}") {
        if let Err(error) = NationalId::parse(&text, Policy::Any) {
            let shown = format!("{error} {error:?}");
            prop_assert!(!shown.chars().any(|c| c.is_ascii_digit()));
        }
    }
}
