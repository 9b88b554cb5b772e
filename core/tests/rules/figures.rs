//! Amounts and ages as they are written.

use card_core::domain::rules::{ages, amounts};

#[test]
fn amounts_are_read_in_each_way_of_writing() {
    for (text, ore) in [
        ("40 kr", vec![4_000]),
        ("kr 40", vec![4_000]),
        ("Kr. 40,-", vec![4_000]),
        ("40,- og så 50,–", vec![4_000, 5_000]),
        ("2,50 kr", vec![250]),
        ("kr 2,5", vec![250]),
        ("5 000 kroner", vec![500_000]),
        ("5.000 kr", vec![500_000]),
        ("kr\u{a0}12\u{a0}500", vec![1_250_000]),
        ("NOK 40", vec![4_000]),
        ("20 ruvnno", vec![2_000]),
        ("40kr", vec![4_000]),
        ("40 kr, 10 dager", vec![4_000]),
        ("25 kr 10 dager", vec![2_500]),
        ("28 dager, 2 ganger", vec![]),
        ("40 kråker", vec![]),
        ("99999999999999999999999 kr", vec![u64::MAX]),
        ("", vec![]),
    ] {
        let found: Vec<u64> = amounts(text).iter().map(|kroner| kroner.ore).collect();
        assert_eq!(found, ore, "{text}");
    }
}

#[test]
fn ages_are_read_in_each_way_of_writing() {
    for (text, years) in [
        ("fylt 15 år", vec![15]),
        ("15-åringer", vec![15]),
        ("femten år", vec![15]),
        ("fra 6 til 14 år", vec![14]),
        ("16 years", vec![16]),
        ("vuollel 15 jagi", vec![15]),
        ("vihttanuppelohkái jagi", vec![15]),
        ("15,5 år", vec![]),
        ("300 år", vec![]),
        ("15 kr", vec![]),
        ("et år", vec![]),
    ] {
        assert_eq!(ages(text), years, "{text}");
    }
}
