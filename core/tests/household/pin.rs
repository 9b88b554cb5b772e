//! PINs that may be set.

use card_core::domain::pin::{Pin, PinError, PinRules};
use jiff::civil::{Date, date};
use proptest::prelude::*;

fn why(text: &str, born: Option<Date>) -> Option<PinError> {
    Pin::parse(text, PinRules::default(), born).err()
}

#[test]
fn what_thieves_try_first_is_refused() {
    for (text, error) in [
        ("", PinError::WrongLength { digits: 0, wanted: 4 }),
        ("123", PinError::WrongLength { digits: 3, wanted: 4 }),
        ("12a4", PinError::NotDigits),
        ("12 4", PinError::NotDigits),
        ("１２３４", PinError::NotDigits),
        ("0000", PinError::Repeats),
        ("1111", PinError::Repeats),
        ("1212", PinError::Repeats),
        ("1234", PinError::Counts),
        ("4321", PinError::Counts),
        ("7890", PinError::Counts),
        ("0987", PinError::Counts),
        ("2580", PinError::Common),
        ("1122", PinError::Common),
    ] {
        assert_eq!(why(text, None), Some(error), "{text}");
    }
    let (born, refused) = (Some(date(1987, 11, 23)), Some(PinError::BirthDate));
    for text in ["1987", "2311", "1123"] {
        assert_eq!(why(text, born), refused, "{text}");
        assert_eq!(why(text, None), None, "{text}");
    }
    assert!(Pin::parse("2847", PinRules::default(), born).is_ok_and(|pin| pin.expose() == "2847"));
}

#[test]
fn length_and_list_are_data() {
    let rules = PinRules {
        length: 6,
        blocked: &["482913"],
    };
    let read = |text| Pin::parse(text, rules, Some(date(1987, 11, 23))).err();
    assert_eq!(read("4829"), Some(PinError::WrongLength { digits: 4, wanted: 6 }));
    assert_eq!(read("482913"), Some(PinError::Common));
    assert_eq!(read("231187"), Some(PinError::BirthDate));
    assert_eq!(read("123123"), Some(PinError::Repeats));
    assert_eq!(read("482914"), None);
}

#[test]
fn nearly_every_pin_remains() {
    let taken = (0..10_000).filter(|n| why(&format!("{n:04}"), Some(date(1987, 11, 23))).is_none());
    assert_eq!(
        taken.count(),
        10_000 - 100 - 20 - 11 - 3,
        "pairs, counts, common ones, birth date"
    );
}

proptest! {
    #[test]
    fn no_refusal_says_the_pin(text in "\\PC{0,8}", born in proptest::option::of(crate::support::birth())) {
        if let Err(error) = Pin::parse(&text, PinRules::default(), born) {
            let said = format!("{error:?} {error}");
            prop_assert!(text.chars().count() < 2 || !said.contains(&text) || text.len() != 4);
        }
    }
}
