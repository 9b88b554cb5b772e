//! Folding and ranking against the shared vectors.

use card_core::domain::{
    directory::{Field, Hit, Query, folded},
    library::Position,
};
use serde_json::{Value, json};

use crate::support::directory;

fn rows<'a>(of: &'a Value, name: &str) -> &'a [Value] {
    let rows = of[name].as_array().unwrap();
    assert!(!rows.is_empty(), "no rows in {name}");
    rows
}

#[test]
fn texts_have_the_keys_of_the_vectors() {
    let vectors: Value = serde_json::from_str(include_str!("../../../tests/vectors/folding.json")).unwrap();
    for row in rows(&vectors, "keys") {
        for text in rows(row, "texts") {
            assert_eq!(folded(text.as_str().unwrap()), row["key"], "{text}");
        }
    }
    for row in rows(&vectors, "different") {
        assert_ne!(
            folded(row[0].as_str().unwrap()),
            folded(row[1].as_str().unwrap()),
            "{row}"
        );
    }
}

fn as_row(hit: &Hit<'_>) -> Value {
    let field = |field| match field {
        Field::Name(at) => format!("Name{at}"),
        other => format!("{other:?}"),
    };
    let matched = hit
        .matched
        .iter()
        .map(|m| json!([field(m.field), m.range.start, m.range.end]));
    json!([
        hit.library.number.to_string(),
        format!("{:?}", hit.rank),
        matched.collect::<Vec<_>>()
    ])
}

#[test]
fn queries_find_what_the_vectors_say() {
    let vectors: Value = serde_json::from_str(include_str!("../../../tests/vectors/search.json")).unwrap();
    let directory = directory(1, rows(&vectors, "libraries"));
    assert_eq!(directory.unreadable(), 0);
    let mut wrong = Vec::new();
    for case in rows(&vectors, "cases") {
        let near = case
            .get("near")
            .map(|at| Position::from_degrees(at[0].as_f64().unwrap(), at[1].as_f64().unwrap()).unwrap());
        let query = Query {
            text: case["query"].as_str().unwrap(),
            near,
            today: vectors["today"].as_str().unwrap().parse().unwrap(),
            limit: 20,
        };
        let found = directory.search(&query);
        let found: Vec<Value> = found.hits.iter().map(as_row).collect();
        if json!(found) != case["found"] {
            wrong.push(format!("{}: {}, not {}", case["query"], json!(found), case["found"]));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
