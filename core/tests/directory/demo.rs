//! The demo directory that comes with the app.

use card_core::domain::{
    directory::{Directory, Query, Whole},
    language::Language,
    library::{Agreement, Signs},
};

const TEXT: &str = include_str!("../../../shared-assets/libraries/demo.json");

fn demo() -> Directory {
    Directory::new(Whole::parse(TEXT.as_bytes()).unwrap()).unwrap()
}

#[test]
fn its_hash_is_that_of_its_libraries() {
    let document: serde_json::Value = serde_json::from_str(TEXT).unwrap();
    assert_eq!(
        document["hash"],
        crate::support::hash(document["libraries"].as_array().unwrap())
    );
}

#[test]
fn it_is_sound_and_says_that_it_is_demo() {
    let demo = demo();
    assert!(demo.is_demo());
    assert_eq!((demo.libraries().count(), demo.unreadable()), (79, 0));
    for library in demo.libraries() {
        assert_eq!(library.municipality.number.len(), 4, "{}", library.number);
        assert!(
            library.branch_of.is_none_or(|main| demo.get(main).is_some()),
            "{}",
            library.number
        );
    }
}

#[test]
fn deichman_has_branches_and_a_sami_name_is_shown_where_there_is_one() {
    let demo = demo();
    assert_eq!(demo.branches("2030000".parse().unwrap()).count(), 18);
    let tromso = demo.get("2190200".parse().unwrap()).unwrap();
    assert_eq!(tromso.name_in(Language::Se), "Romssa girjerádju");
    assert_eq!(tromso.name_in(Language::En), "Tromsø folkebibliotek");
}

#[test]
fn what_people_type_finds_what_they_mean() {
    let demo = demo();
    for (text, number) in [
        ("deich bjorv", "2030000"),
        ("grunerlokka", "2030500"),
        ("romssa gir", "2190200"),
        ("harsttak", "2190100"),
        ("bådåddjo", "2180400"),
        ("aalesund", "2150400"),
        ("mosjøen", "2182400"),
        ("NO-2120100", "2120100"),
        ("fitjar", "2122100"),
        ("svolvær", "2186500"),
        ("trondhiem", "2160100"),
        ("baerum", "2021900"),
        ("å", "2150400"),
        ("2062200", "2062200"),
    ] {
        let query = Query {
            text,
            near: None,
            today: "2026-01-01".parse().unwrap(),
            limit: 3,
        };
        let found = demo.search(&query);
        assert_eq!(
            found.hits.first().map(|h| h.library.number.to_string()).as_deref(),
            Some(number),
            "{text}"
        );
    }
}

#[test]
fn ages_are_those_of_the_library() {
    let demo = demo();
    let ages = |number: &str| demo.get(number.parse().unwrap()).unwrap().ages;
    assert_eq!(
        ages("2160100").signs(Agreement::Staffless, 16),
        Signs::Guardian { alone_from: Some(18) }
    );
    assert_eq!(ages("2023000").signs(Agreement::Rules, 5), Signs::TooYoung { from: 6 });
}
