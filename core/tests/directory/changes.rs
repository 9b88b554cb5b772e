//! The directory whole and as changes, and what is refused.

use card_core::domain::directory::{Changes, Directory, DirectoryError, MAX_BYTES, MAX_LIBRARIES, Whole};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::{changes, directory, hash, library, whole};

fn three() -> Vec<Value> {
    vec![
        library(2_000_001, "Ås"),
        library(2_000_002, "Bø"),
        library(2_000_003, "Hå"),
    ]
}

fn refused(json: &Value) -> DirectoryError {
    Whole::parse(json.to_string().as_bytes())
        .and_then(Directory::new)
        .unwrap_err()
}

#[test]
fn a_whole_directory_keeps_its_version_mark_and_hash() {
    let directory = directory(7, &three());
    assert_eq!(
        (directory.version(), directory.etag(), directory.is_demo()),
        (7, Some("\"v\""), false)
    );
    assert_eq!(directory.hash(), hash(&three()));
    assert_eq!(directory.libraries().count(), 3);
}

#[test]
fn what_is_no_directory_is_refused() {
    let document = |libraries: Value| json!({ "version": 1, "hash": hash(&three()), "libraries": libraries });
    let mut twice = three();
    twice.push(library(2_000_001, "Ås"));
    let number = "2000001".parse().unwrap();
    assert_eq!(refused(&document(json!(twice))), DirectoryError::Duplicate(number));
    assert_eq!(
        refused(&document(json!([library(2_000_001, "Ås")]))),
        DirectoryError::WrongHash
    );
    assert_eq!(
        refused(&document(json!([{ "number": "12" }]))),
        DirectoryError::Malformed
    );
    assert_eq!(refused(&document(json!([{ "names": [] }]))), DirectoryError::Malformed);
    assert_eq!(refused(&json!({ "libraries": [] })), DirectoryError::Malformed);
    assert_eq!(refused(&json!([])), DirectoryError::Malformed);
    let many: Vec<Value> = (0..=MAX_LIBRARIES)
        .map(|i| json!({ "number": format!("{i:07}") }))
        .collect();
    assert_eq!(refused(&document(json!(many))), DirectoryError::TooMany);
    assert_eq!(
        Whole::parse(&vec![b' '; MAX_BYTES + 1]).unwrap_err(),
        DirectoryError::TooLong
    );
    assert_eq!(
        Whole::parse(&[b'"', 0xff, b'"']).unwrap_err(),
        DirectoryError::Malformed
    );
    assert_eq!(Changes::parse(b"{}").unwrap_err(), DirectoryError::Malformed);
}

#[test]
fn a_library_that_cannot_be_read_costs_no_other() {
    let mut all = three();
    for (at, (field, value)) in [
        ("names", json!([])),
        ("names", json!([{ "language": "xx", "text": "Ås" }])),
        ("names", json!([{ "language": "nb", "text": " " }])),
        ("place", json!("a".repeat(600))),
        ("position", json!({ "lat_e6": 91_000_000, "lon_e6": 0 })),
        ("closing", json!({ "kind": "maybe" })),
        ("closing", json!({ "kind": "permanent", "from": "2026-13-01" })),
    ]
    .into_iter()
    .enumerate()
    {
        let mut bad = library(2_000_100 + u32::try_from(at).unwrap(), "Bad");
        bad[field] = value;
        all.push(bad);
    }
    let directory = directory(1, &all);
    assert_eq!((directory.libraries().count(), directory.unreadable()), (3, 7));
}

#[test]
fn fields_of_a_later_service_count_in_the_hash_and_change_nothing_else() {
    let mut all = three();
    all[0]["opening_hours"] = json!({ "monday": "10–16", "zone": "\u{1}\"å" });
    assert_eq!(
        directory(1, &all).libraries().next(),
        directory(1, &three()).libraries().next()
    );
}

#[test]
fn changes_put_in_take_out_and_replace() {
    let before = directory(1, &three());
    let after = [
        library(2_000_001, "Ås"),
        library(2_000_002, "Bø ny"),
        library(2_000_004, "Vik"),
    ];
    let document = json!({
        "base": 1, "version": 2, "etag": "\"2\"", "hash": hash(&after),
        "upserts": [after[1], after[2]], "removals": ["2000003"],
    });
    let changed = before.apply(&changes(&document).unwrap()).unwrap();
    let names: Vec<&str> = changed.libraries().map(|l| l.names[0].text.as_str()).collect();
    assert_eq!(names, ["Ås", "Bø ny", "Vik"]);
    assert_eq!((changed.version(), changed.etag()), (2, Some("\"2\"")));
    assert_eq!(before.libraries().count(), 3, "the one before stays");
    let found = |text, of: &Directory| {
        let query = card_core::domain::directory::Query {
            text,
            near: None,
            today: "2026-01-01".parse().unwrap(),
            limit: 9,
        };
        of.search(&query).total
    };
    assert_eq!(
        (found("vik", &changed), found("hå", &changed), found("hå", &before)),
        (1, 0, 1)
    );
}

#[test]
fn changes_that_do_not_fit_ask_for_the_whole() {
    let here = directory(3, &three());
    let document = |base: u64, hash: &str| json!({ "base": base, "version": 4, "hash": hash, "removals": ["2000003"] });
    let right = hash(&three()[..2]);
    let error = |document: &Value| here.apply(&changes(document).unwrap()).unwrap_err();
    assert_eq!(
        error(&document(2, &right)),
        DirectoryError::WrongBase { here: 3, wanted: 2 }
    );
    assert_eq!(error(&document(3, &"0".repeat(64))), DirectoryError::WrongHash);
    assert_eq!(error(&document(3, "")), DirectoryError::WrongHash);
    assert!(error(&document(2, &right)).asks_for_whole() && error(&document(3, "")).asks_for_whole());
    assert!(!DirectoryError::TooLong.asks_for_whole());
    assert!(here.apply(&changes(&document(3, &right)).unwrap()).is_ok());
}

proptest! {
    #[test]
    fn changes_once_or_twice_are_the_new_whole(
        before in prop::collection::btree_map(0..30_u32, "[a-zæøå]{1,6}", 0..12),
        after in prop::collection::btree_map(0..30_u32, "[a-zæøå]{1,6}", 0..12),
    ) {
        let list = |of: &std::collections::BTreeMap<u32, String>| of.iter().map(|(n, name)| library(2_000_000 + n, name)).collect::<Vec<_>>();
        let (old, new) = (list(&before), list(&after));
        let upserts: Vec<&Value> = new.iter().filter(|l| !old.contains(l)).collect();
        let removals: Vec<String> = before.keys().filter(|n| !after.contains_key(n)).map(|n| format!("{}", 2_000_000 + n)).collect();
        let document = json!({ "base": 1, "version": 2, "hash": hash(&new), "upserts": upserts, "removals": removals });
        let changes = changes(&document).unwrap();
        let once = directory(1, &old).apply(&changes).unwrap();
        let twice = once.apply(&changes).unwrap();
        let whole = Directory::new(Whole::parse(&whole(2, &new)).unwrap()).unwrap();
        for applied in [&once, &twice] {
            prop_assert!(applied.libraries().eq(whole.libraries()));
            prop_assert_eq!((applied.version(), applied.hash()), (2, whole.hash()));
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = Whole::parse(&bytes);
        let _ = Changes::parse(&bytes);
    }
}
