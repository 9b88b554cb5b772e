//! Library numbers, distances, closings, ages.

use card_core::domain::library::{
    AgeLimits, Agreement, LibraryKind, LibraryNumber, LibraryNumberError, Position, Signs,
};
use proptest::prelude::*;

#[test]
fn numbers_are_read_from_what_people_write() {
    for text in [
        "2062200",
        " 206 22 00 ",
        "NO-2062200",
        "no2062200",
        "2062200\u{200b}",
        "206-2200",
    ] {
        let number = LibraryNumber::parse(text).unwrap();
        assert_eq!(
            (number.to_string(), number.isil()),
            ("2062200".to_owned(), "NO-2062200".to_owned()),
            "{text}"
        );
    }
    let first: LibraryNumber = "0030100".parse().unwrap();
    assert_eq!(
        (first.to_string(), first.kind()),
        ("0030100".to_owned(), LibraryKind::National)
    );
}

#[test]
fn the_municipality_inside_a_number_is_the_one_of_long_ago() {
    let krodsherad: LibraryNumber = "2062200".parse().unwrap();
    assert_eq!(
        (krodsherad.municipality_at_first().as_str(), krodsherad.kind()),
        ("0622", LibraryKind::Public)
    );
}

#[test]
fn other_texts_are_refused() {
    use LibraryNumberError::{Empty, NotDigits, WrongLength};
    for (text, error) in [
        ("", Empty),
        ("NO-", Empty),
        (" - ", Empty),
        ("206220", WrongLength { digits: 6 }),
        ("20622000", WrongLength { digits: 8 }),
        ("SE-2062200", NotDigits),
        ("N2062200", NotDigits),
        ("206220O", NotDigits),
        ("٢٠٦٢٢٠٠", NotDigits),
        ("NONO2062200", NotDigits),
    ] {
        assert_eq!(LibraryNumber::parse(text), Err(error), "{text}");
    }
}

#[test]
fn distances_are_those_of_the_map() {
    let at = |north, east| Position::from_degrees(north, east).unwrap();
    let (oslo, bergen, tromso) = (at(59.9139, 10.7522), at(60.3913, 5.3221), at(69.6492, 18.9553));
    assert!((oslo.km_to(bergen) - 305.0).abs() < 2.0, "{}", oslo.km_to(bergen));
    assert!((oslo.km_to(tromso) - 1146.0).abs() < 6.0, "{}", oslo.km_to(tromso));
    assert!(
        (at(0.0, 179.5).km_to(at(0.0, -179.5)) - 111.2).abs() < 0.2,
        "across the date line"
    );
    assert!(Position::from_degrees(90.1, 0.0).is_none() && Position::from_degrees(f64::NAN, 0.0).is_none());
}

#[test]
fn who_signs_follows_the_librarys_ages() {
    use Agreement::{Rules, Staffless};
    let usual = AgeLimits::default();
    assert_eq!(usual.signs(Rules, 14), Signs::Guardian { alone_from: Some(15) });
    assert!(usual.may_sign_alone(Rules, 15) && !usual.may_sign_alone(Staffless, 40));
    assert_eq!(usual.signs(Staffless, 40), Signs::NotSaid);
    let trondheim = AgeLimits {
        staffless_alone_from: Some(18),
        staffless_with_guardian_from: Some(15),
        ..usual
    };
    let signs: Vec<Signs> = [14, 15, 17, 18].map(|age| trondheim.signs(Staffless, age)).into();
    let guardian = Signs::Guardian { alone_from: Some(18) };
    assert_eq!(signs, [Signs::TooYoung { from: 15 }, guardian, guardian, Signs::Alone]);
    let school = AgeLimits {
        card_from: Some(6),
        ..usual
    };
    assert_eq!(school.signs(Rules, 5), Signs::TooYoung { from: 6 });
    let only_guardians = AgeLimits {
        staffless_with_guardian_from: Some(12),
        ..usual
    };
    assert_eq!(only_guardians.signs(Staffless, 11), Signs::TooYoung { from: 12 });
    assert_eq!(
        only_guardians.signs(Staffless, 30),
        Signs::Guardian { alone_from: None }
    );
}

proptest! {
    #[test]
    fn distance_is_the_same_both_ways_and_never_strange(a in -90.0..90.0, b in -180.0..180.0, c in -90.0..90.0, d in -180.0..180.0) {
        let (one, two) = (Position::from_degrees(a, b).unwrap(), Position::from_degrees(c, d).unwrap());
        prop_assert!((one.km_to(two) - two.km_to(one)).abs() < 1e-6);
        prop_assert!((0.0..=20_016.0).contains(&one.km_to(two)) && one.km_to(one) == 0.0);
    }

    #[test]
    fn any_text_is_a_number_or_refused(text in any::<String>()) {
        if let Ok(number) = LibraryNumber::parse(&text) {
            prop_assert_eq!(LibraryNumber::parse(&number.isil()), Ok(number));
        }
    }

    #[test]
    fn whoever_signs_alone_does_so_when_older(card in 0..20_u8, rules in 0..20_u8, staffless in 0..20_u8, age in 0..99_u8) {
        let limits = AgeLimits { card_from: Some(card), rules_alone_from: rules, staffless_alone_from: Some(staffless), staffless_with_guardian_from: None };
        for agreement in [Agreement::Rules, Agreement::Staffless] {
            prop_assert!(!limits.may_sign_alone(agreement, age) || limits.may_sign_alone(agreement, age + 1));
        }
    }
}
