//! Passwords that may be set.

use card_core::domain::password::{LEAST, MOST, Password, PasswordError};
use proptest::prelude::*;

fn why(text: &str) -> Option<PasswordError> {
    Password::parse(text, &["Ola Nordmann", "ola@example.no", "1987-11-23"]).err()
}

#[test]
fn length_counts_characters() {
    assert_eq!(why("fjorten tegn a"), Some(PasswordError::TooShort { characters: 14 }));
    assert_eq!(why("femten tegn æøå"), None);
    assert_eq!(why(""), Some(PasswordError::TooShort { characters: 0 }));
    let long: String = ('a'..='z')
        .cycle()
        .step_by(7)
        .zip("æ1 ".chars().cycle())
        .flat_map(|(a, b)| [a, b])
        .take(64)
        .collect();
    assert_eq!(why(&long), None, "64 must be allowed");
    let numbers = (0..).map(|n: u32| (n * n).to_string()).take(60).collect::<String>();
    assert_eq!(why(&numbers[..MOST]), None);
    assert_eq!(
        why(&numbers[..=MOST]),
        Some(PasswordError::TooLong { characters: MOST + 1 })
    );
}

#[test]
fn what_is_chosen_commonly_or_known_is_refused() {
    for (text, error) in [
        ("aaaaaaaaaaaaaaa", PasswordError::Pattern),
        ("passordpassordpass", PasswordError::Pattern),
        ("123456789012345", PasswordError::Pattern),
        ("987654321098765", PasswordError::Pattern),
        ("               ", PasswordError::Pattern),
        ("                ø", PasswordError::Pattern),
        ("Passord 123456789", PasswordError::Common),
        ("Correct Horse Battery Staple", PasswordError::Common),
        ("BIBLIOTEKKORTET", PasswordError::Common),
        ("Ola Nordmann 1987", PasswordError::Known),
        ("ola@example.no ola", PasswordError::Known),
        ("nordmann-ola-19871123", PasswordError::Known),
        ("line\nbreak and more", PasswordError::Control),
    ] {
        assert_eq!(why(text), Some(error), "{text}");
    }
    for text in ["ola nordmann liker fisk", "bare små bokstaver", "12345 hester gikk"] {
        assert_eq!(why(text), None, "{text}");
    }
}

proptest! {
    #[test]
    fn nothing_is_demanded_of_the_mixture_and_nothing_is_cut(text in "[a-zæøå ]{15,40}", known in "\\PC{0,20}") {
        match Password::parse(&text, &[&known]) {
            Ok(password) => prop_assert_eq!(password.expose(), &text),
            Err(error) => prop_assert!(matches!(error, PasswordError::Pattern | PasswordError::Known | PasswordError::Common)),
        }
    }

    #[test]
    fn no_refusal_repeats_the_password(text in "\\PC{2,14}") {
        let error = Password::parse(&text, &[]).err();
        prop_assert_eq!(error, Some(PasswordError::TooShort { characters: text.chars().count() }));
        prop_assert!(text.chars().count() < LEAST);
    }
}
