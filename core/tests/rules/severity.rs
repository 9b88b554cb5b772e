//! How much a change matters, and what it comes to for the person.

use card_core::domain::rules::{About, Change, Kroner, RulesText, Severity, WhatChanges, difference, what_changes};
use proptest::prelude::*;

use crate::support::{editorial, rules};

fn of(old: &str, new: &str, about: &str) -> Severity {
    let (old, new) = (rules(&[("a", old, about)]), rules(&[("a", new, about)]));
    difference(&old, &new).unwrap().severity().unwrap()
}

fn declared(old: &str, new: &str) -> Severity {
    let (old, new) = (rules(&[("a", old, "general")]), editorial(&[("a", new, "general")]));
    difference(&old, &new).unwrap().severity().unwrap()
}

#[test]
fn spaces_punctuation_and_case_are_editorial() {
    for (old, new) in [
        ("Kortet er gratis.", "Kortet er gratis!"),
        ("Kortet er gratis.", "kortet  er\ngratis"),
        ("Lever bøker, filmer", "Lever bøker – filmer"),
        ("Purring koster 40 kr.", "Purring koster: 40 kr"),
        ("Bruk e-post.", "Bruk epost."),
    ] {
        assert_eq!(of(old, new, "money"), Severity::Editorial, "{old} → {new}");
    }
}

#[test]
fn what_only_looks_like_punctuation_is_not() {
    for (old, new) in [
        ("Gebyret er 1,5 kr", "Gebyret er 15 kr"),
        ("Gebyret er 1.500 kr", "Gebyret er 1.5 00 kr"),
        ("Rabatten er 5", "Rabatten er 5 %"),
        ("Kode 20, 30", "Kode 2030"),
        ("Ikkemedlemmer betaler", "Ikke medlemmer betaler"),
        ("Etter § 5", "Etter 5"),
    ] {
        assert!(of(old, new, "general") >= Severity::Material, "{old} → {new}");
    }
}

#[test]
fn another_word_is_material_and_graver_where_it_is_about_money_or_age() {
    assert_eq!(of("Lever i tide.", "Lever presis.", "conduct"), Severity::Material);
    assert_eq!(of("Lever i tide.", "Lever presis.", "privacy"), Severity::Material);
    assert_eq!(
        of("Purring koster litt.", "Purring koster mye.", "money"),
        Severity::Money
    );
    assert_eq!(of("Barn får kort.", "Ungdom får kort.", "age"), Severity::Age);
}

#[test]
fn an_amount_is_money_whatever_the_clause_says_it_is_about() {
    assert_eq!(of("Det koster 40 kr.", "Det koster 50 kr.", "conduct"), Severity::Money);
    assert_eq!(of("Det er gratis.", "Det koster 50 kr.", "general"), Severity::Money);
}

#[test]
fn a_librarys_word_is_believed_about_words_only() {
    assert_eq!(declared("Lever i tide.", "Lever presis."), Severity::Editorial);
    for (old, new) in [
        ("Lever innen 28 dager.", "Lever innen 30 dager."),
        ("Du kan låne bort kortet.", "Du kan ikke låne bort kortet."),
        ("Lever i juni.", "Lever i juli."),
        ("Fra du er femten år.", "Fra du er seksten år."),
        ("Du kan levere her.", "Du må levere her."),
        ("Tek du bøker, betaler du.", "Tek du bøker, betaler du ikkje."),
        ("Goarta lea du iežat.", "Goarta ii leat du iežat."),
        ("The card is free.", "The card is not free."),
        ("Rabatt ½ pris.", "Rabatt ¼ pris."),
        ("Etter 1. januar", "Etter 2. januar"),
    ] {
        assert!(declared(old, new) >= Severity::Material, "{old} → {new}");
    }
    let (old, new) = (
        rules(&[("a", "En.", "general")]),
        editorial(&[("a", "En.", "general"), ("b", "Ny.", "general")]),
    );
    assert_eq!(
        difference(&old, &new).unwrap().severity(),
        Some(Severity::Material),
        "a new clause is no better word"
    );
    let removed = difference(
        &editorial(&[("a", "En.", "general"), ("b", "Ny.", "general")]),
        &editorial(&[("a", "En.", "general")]),
    );
    assert!(removed.unwrap().needs_new_signature());
}

fn told(old: &RulesText, new: &RulesText) -> Vec<(String, Change)> {
    let (from, changes) = what_changes(&difference(old, new).unwrap(), new);
    assert_eq!(from.to_string(), "2026-01-01");
    changes
        .into_iter()
        .map(|WhatChanges { clause, change, .. }| (clause, change))
        .collect()
}

#[test]
fn the_summary_names_figures_and_no_words() {
    let old = rules(&[
        ("card", "Kortet er gratis.", "general"),
        ("late", "Purring: 40 kr, så 40 kr. Barn: 25 kr.", "money"),
        ("age", "Fra 15 år signerer du selv. Kort fra 6 år.", "age"),
        ("gone", "Filmer i 7 dager.", "general"),
        ("same", "Ta hensyn.", "conduct"),
    ]);
    let new = rules(&[
        ("card", "Kortet er ditt.", "general"),
        ("late", "Purring: 50 kr, så 50 kr.", "money"),
        ("age", "Fra 16 år signerer du selv. Kort fra 6 år.", "age"),
        ("new", "Nytt kort koster 20 kr.", "money"),
        ("same", "Ta hensyn!", "conduct"),
    ]);
    let kr = |kr: u64| Some(Kroner { ore: kr * 100 });
    let row = |clause: &str, change| (clause.to_owned(), change);
    assert_eq!(
        told(&old, &new),
        [
            row("card", Change::Reworded(About::General)),
            row(
                "late",
                Change::Amount {
                    old: kr(40),
                    new: kr(50)
                }
            ),
            row(
                "late",
                Change::Amount {
                    old: kr(40),
                    new: kr(50)
                }
            ),
            row("late", Change::Amount { old: kr(25), new: None }),
            row(
                "age",
                Change::Age {
                    old: Some(15),
                    new: Some(16)
                }
            ),
            row("gone", Change::Removed(About::General)),
            row("new", Change::Added(About::Money)),
            row("new", Change::Amount { old: None, new: kr(20) }),
        ]
    );
}

proptest! {
    #[test]
    fn another_amount_or_age_is_never_less_than_that(
        old in 1..5_000_u32, new in 1..5_000_u32, before in "[a-zæøå]{1,8}", after in "[a-zæøå]{0,8}[.!,]?", declare in any::<bool>(),
    ) {
        prop_assume!(old != new);
        for (about, least, unit) in [("money", Severity::Money, "kr"), ("general", Severity::Money, "kroner"), ("age", Severity::Age, "år")] {
            let text = |n: u32| format!("{before} {n} {unit} {after}");
            let new_rules = if declare { editorial(&[("a", &text(new), about)]) } else { rules(&[("a", &text(new), about)]) };
            let difference = difference(&rules(&[("a", &text(old), about)]), &new_rules).unwrap();
            prop_assert!(difference.severity() >= Some(least) && difference.needs_new_signature());
        }
    }

    #[test]
    fn a_change_never_goes_unnamed(old in "[a-c0-9 .]{1,12}x", new in "[a-c0-9 .]{1,12}x") {
        let (old, new) = (rules(&[("a", &old, "general")]), rules(&[("a", &new, "general")]));
        let difference = difference(&old, &new).unwrap();
        let (_, changes) = what_changes(&difference, &new);
        prop_assert_eq!(changes.is_empty(), !difference.needs_new_signature());
    }
}
