//! Search over a directory as large as the real one.

use std::sync::LazyLock;

use card_core::domain::{
    directory::{Directory, Query, Rank},
    library::{LibraryEntry, Position},
};
use proptest::prelude::*;
use serde_json::json;

use crate::{
    generate::{ALL, libraries},
    support::{directory, library},
};

static LARGE: LazyLock<Directory> = LazyLock::new(|| directory(1, &libraries(ALL)));
static AGAIN: LazyLock<Directory> =
    LazyLock::new(|| directory(2, &libraries(ALL).into_iter().rev().collect::<Vec<_>>()));

fn query(text: &str, limit: usize) -> Query<'_> {
    Query {
        text,
        near: None,
        today: "2026-06-15".parse().unwrap(),
        limit,
    }
}

/// The name as somebody else might type it.
fn retyped(name: &str, way: usize) -> String {
    let ascii = |pairs: &[(&str, &str)]| {
        pairs
            .iter()
            .fold(name.to_lowercase(), |name, (from, to)| name.replace(from, to))
    };
    match way {
        0 => name.to_owned(),
        1 => name.to_uppercase(),
        2 => name.to_lowercase(),
        3 => ascii(&[
            ("å", "aa"),
            ("æ", "ae"),
            ("ø", "oe"),
            ("á", "a"),
            ("š", "s"),
            ("č", "c"),
            ("ŋ", "n"),
            ("ï", "i"),
        ]),
        4 => ascii(&[
            ("å", "a"),
            ("æ", "ae"),
            ("ø", "o"),
            ("á", "a"),
            ("š", "s"),
            ("č", "c"),
            ("ŋ", "n"),
            ("ï", "i"),
        ]),
        5 => ascii(&[("æ", "ä"), ("ø", "ö")]),
        6 => name.replace('-', " "),
        7 => name.replace(' ', "  - "),
        _ => name.split(' ').rev().collect::<Vec<_>>().join(" "),
    }
}

fn offered() -> Vec<&'static LibraryEntry> {
    let today = "2026-06-15".parse().unwrap();
    LARGE.libraries().filter(|l| !l.is_gone(today)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_text_is_searched_and_what_matched_lies_in_it(text in "\\PC{0,40}|[abåæøáčđ \\-'’0-9NO]{0,12}|\\p{Any}{0,20}") {
        let found = LARGE.search(&query(&text, 30));
        prop_assert!(found.hits.len() <= 30 && found.hits.len() <= found.total);
        for hit in &found.hits {
            for matched in &hit.matched {
                let of = matched.field.text(hit.library);
                prop_assert!(of.get(matched.range.clone()).is_some_and(|part| !part.is_empty()), "{matched:?} in {of}");
            }
            for two in hit.matched.windows(2) {
                prop_assert!(two[0].field < two[1].field || two[0].range.end <= two[1].range.start);
            }
            prop_assert_eq!(hit.matched.is_empty(), hit.rank == Rank::Listed);
        }
        for two in found.hits.windows(2) {
            prop_assert!(two[0].rank <= two[1].rank);
        }
    }

    #[test]
    fn a_library_is_found_by_each_of_its_names_however_typed(at in any::<prop::sample::Index>(), way in 0..9_usize) {
        let library = *at.get(&offered());
        for name in &library.names {
            let text = retyped(&name.text, way);
            let found = LARGE.search(&query(&text, ALL));
            let hit = found.hits.iter().find(|hit| hit.library.number == library.number);
            prop_assert!(hit.is_some_and(|hit| hit.rank < Rank::Typo), "{text} doesn't find {}", name.text);
        }
    }

    #[test]
    fn one_slip_in_the_first_word_is_forgiven(at in any::<prop::sample::Index>(), slip in 0..4_usize, where_ in any::<prop::sample::Index>()) {
        let library = *at.get(&offered());
        let word = library.names[0].text.split([' ', '-']).next().unwrap();
        let mut letters: Vec<char> = card_core::domain::directory::folded(word).chars().collect();
        prop_assume!(letters.len() >= 6);
        let i = where_.index(letters.len() - 1);
        match slip {
            0 => { letters.remove(i); }
            1 => letters.insert(i, 'q'),
            2 => letters[i] = 'q',
            _ => letters.swap(i, i + 1),
        }
        let typed: String = letters.iter().collect();
        prop_assume!(card_core::domain::directory::folded(&typed) == typed); // a slip that makes aa or oe is two slips
        let exact = LARGE.search(&query(&typed, ALL));
        // a swap can give another word that is there; only then are typos not looked for
        let found = exact.hits.iter().any(|hit| hit.library.number == library.number);
        prop_assert!(found || exact.hits.iter().filter(|hit| hit.rank < Rank::Typo).count() >= 5, "{typed} doesn't find {word}");
    }

    #[test]
    fn typing_on_never_finds_more(at in any::<prop::sample::Index>(), letters in 1..12_usize) {
        let library = *at.get(&offered());
        let name: Vec<char> = library.names[0].text.chars().collect();
        let until = |n: usize| name.iter().take(n).collect::<String>();
        let exact = |text: &str| {
            LARGE.search(&query(text, ALL)).hits.iter().filter(|hit| hit.rank < Rank::Typo).count()
        };
        prop_assert!(exact(&until(letters)) >= exact(&until(letters + 1)));
    }

    #[test]
    fn the_same_question_has_the_same_answer_whatever_the_order_of_the_document(text in "[a-zæøå]{1,5}", north in 57.0..72.0, east in 4.0..32.0) {
        let asked = Query { near: Position::from_degrees(north, east), ..query(&text, 20) };
        let numbers = |of: &Directory| of.search(&asked).hits.iter().map(|h| h.library.number).collect::<Vec<_>>();
        prop_assert_eq!(numbers(&LARGE), numbers(&AGAIN));
    }
}

#[test]
fn nothing_typed_lists_all_by_distance_or_by_name() {
    let by_name = LARGE.search(&query(" ", ALL));
    assert_eq!(by_name.total, offered().len());
    let oslo = Position::from_degrees(59.91, 10.75);
    let by_distance = LARGE.search(&Query {
        near: oslo,
        ..query("", 50)
    });
    let km: Vec<f64> = by_distance.hits.iter().map(|hit| hit.km.unwrap()).collect();
    assert!(
        km.is_sorted() && km.len() == 50 && by_distance.hits[0].rank == Rank::Listed,
        "{km:?}"
    );
}

#[test]
fn the_gone_are_not_offered_and_the_closed_are_marked() {
    let mut all = [
        library(2_000_001, "Vik bibliotek"),
        library(2_000_002, "Vik filial"),
        library(2_000_003, "Vik buss"),
    ];
    all[0]["closing"] = json!({ "kind": "temporary", "from": "2026-06-15", "to": "2026-06-20" });
    all[1]["closing"] = json!({ "kind": "permanent", "from": "2026-06-16" });
    let directory = directory(1, &all);
    let on = |day: &str| {
        let asked = Query {
            today: day.parse().unwrap(),
            ..query("vik", 9)
        };
        let found = directory.search(&asked);
        let rows: Vec<(String, bool)> = found
            .hits
            .iter()
            .map(|h| (h.library.names[0].text.clone(), h.closed_for_now))
            .collect();
        rows
    };
    let row = |name: &str, closed| (name.to_owned(), closed);
    assert_eq!(
        on("2026-06-15"),
        [
            row("Vik bibliotek", true),
            row("Vik buss", false),
            row("Vik filial", false)
        ]
    );
    assert_eq!(on("2026-06-16"), [row("Vik bibliotek", true), row("Vik buss", false)]);
    assert_eq!(on("2026-06-21"), [row("Vik bibliotek", false), row("Vik buss", false)]);
}

#[test]
fn a_typo_is_found_in_the_second_of_two_words_that_begin_alike() {
    let directory = directory(1, &[library(2_000_001, "Abcdea"), library(2_000_002, "Abcdef")]);
    let hits = directory.search(&query("abdef", 9)).hits;
    let names: Vec<&str> = hits.iter().map(|hit| hit.library.names[0].text.as_str()).collect();
    assert_eq!(names, ["Abcdef"]);
}

#[test]
fn the_index_of_a_whole_country_is_small() {
    assert!(LARGE.index_bytes() < 1_000_000, "{} bytes", LARGE.index_bytes());
}
