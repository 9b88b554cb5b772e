//! The 80 checks of a sign-in and the tests that show them.

use std::collections::BTreeMap;
use std::fmt::Write;

use toml::{Table, Value};

use crate::{Findings, Tree, rust};

const ITEMS: &str = "tests/conformance/items.toml";
const MUTATIONS: &str = "tests/conformance/mutations.toml";
/// The written table.
pub const TABLE: &str = "core/docs/conformance.md";
const RENEW: &str = "cargo run -q -p card-arch --example conformance > core/docs/conformance.md";
/// How many there are.
const ALL: i64 = 80;
/// Where tests stand.
const FOLDERS: [&str; 5] = [
    "core",
    "bindings",
    "tests/journeys",
    "tests/sandbox",
    "tests/arch/tests",
];

/// Names of tests by item: `item_19_20_a_name` shows 19 and 20.
#[must_use]
pub fn shown(tree: &Tree) -> BTreeMap<i64, Vec<String>> {
    let mut shown = BTreeMap::<_, Vec<_>>::new();
    for folder in FOLDERS {
        for (_, text) in tree.below(folder, ".rs") {
            let code = rust::code(text);
            for rest in code.split("fn item_").skip(1) {
                let name: String = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                let numbers = name.split('_').map_while(|part| part.parse::<i64>().ok());
                for item in numbers {
                    shown.entry(item).or_default().push(format!("item_{name}"));
                }
            }
        }
    }
    shown
}

/// Items that are missing, twice or without words, and numbers in test names that are no item's.
#[must_use]
pub fn misnumbered(tree: &Tree) -> Findings {
    let mut found = Findings::new();
    let mut next = 1;
    for (_, item) in items(tree) {
        let number = item.get("n").and_then(Value::as_integer).unwrap_or(0);
        if number != next {
            found.push(format!("{ITEMS}: {next} is expected where {number} stands"));
        }
        for field in ["what", "standard"]
            .iter()
            .filter(|field| text(&item, field).is_empty())
        {
            found.push(format!("{ITEMS}: {number} lacks `{field}`"));
        }
        next = number + 1;
    }
    if next != ALL + 1 {
        found.push(format!("{ITEMS}: ends with {}, not with {ALL}", next - 1));
    }
    for (number, tests) in shown(tree).iter().filter(|(number, _)| !(1..=ALL).contains(*number)) {
        found.push(format!("{number} is no item: {tests:?}"));
    }
    found
}

/// The table: item, standard, the peer's name, our tests.
#[must_use]
pub fn table(tree: &Tree) -> String {
    let shown = shown(tree);
    let items = items(tree);
    let done = items
        .iter()
        .filter(|(_, item)| shown.contains_key(&number(item)))
        .count();
    let mut out = format!(
        "# Conformance of the sign-in\n\n{done} of {ALL} checks have a test that carries their number; a test may show a part of its check only. Generated from\n\
         [the list](../../tests/conformance/README.md) and the names of the tests: `{RENEW}`.\n"
    );
    let mut part = String::new();
    for (title, item) in &items {
        if *title != part {
            part.clone_from(title);
            let _ = write!(out, "\n## {part}\n\n| | check | standard | test |\n|---|---|---|---|\n");
        }
        let tests = shown.get(&number(item)).map_or("**none yet**".to_owned(), |tests| {
            tests
                .iter()
                .map(|test| format!("`{test}`"))
                .collect::<Vec<_>>()
                .join("<br>")
        });
        let peer = match text(item, "peer") {
            "" => String::new(),
            peer => format!("<br>`{peer}`"),
        };
        let _ = writeln!(
            out,
            "| {} | {} | {}{peer} | {tests} |",
            number(item),
            text(item, "what"),
            text(item, "standard")
        );
    }
    out
}

/// Mutations that don't fit their file any more: each `old` stands in it exactly once.
#[must_use]
pub fn misfits(tree: &Tree) -> Findings {
    let parsed: Table = tree
        .text(MUTATIONS)
        .and_then(|text| text.parse().ok())
        .unwrap_or_default();
    let table = |name: &str| parsed.get(name).and_then(Value::as_table).cloned().unwrap_or_default();
    let (files, mut found) = (table("files"), Findings::new());
    for (place, mutations) in &table("mutations") {
        let path = text(&files, place);
        let source = tree.text(path).unwrap_or_default();
        for mutation in mutations.as_array().into_iter().flatten().filter_map(Value::as_table) {
            let old = text(mutation, "old");
            if old.is_empty() || source.matches(old).count() != 1 {
                found.push(format!("{MUTATIONS}: {path} doesn't hold {old:?} exactly once"));
            }
        }
    }
    if files.is_empty() {
        found.push(format!("{MUTATIONS}: is missing or no TOML"));
    }
    found
}

/// A written table that is not what the list and the tests say.
#[must_use]
pub fn stale(tree: &Tree) -> Findings {
    if tree.text(TABLE) == Some(&table(tree)) {
        Findings::new()
    } else {
        vec![format!("{TABLE}: is not what the tests say: {RENEW}")]
    }
}

fn items(tree: &Tree) -> Vec<(String, Table)> {
    let parsed: Table = tree.text(ITEMS).and_then(|text| text.parse().ok()).unwrap_or_default();
    let parts = parsed.get("part").and_then(Value::as_array).into_iter().flatten();
    parts
        .filter_map(Value::as_table)
        .flat_map(|part| {
            let items = part.get("items").and_then(Value::as_array).into_iter().flatten();
            items
                .filter_map(Value::as_table)
                .map(|item| (text(part, "title").to_owned(), item.clone()))
        })
        .collect()
}

fn text<'a>(table: &'a Table, field: &str) -> &'a str {
    table.get(field).and_then(Value::as_str).unwrap_or_default()
}

fn number(item: &Table) -> i64 {
    item.get("n").and_then(Value::as_integer).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(items: &str, test: &str) -> Tree {
        Tree::of(&[
            (ITEMS, &format!("[[part]]\ntitle = \"A\"\nitems = [{items}]")),
            ("core/tests/a.rs", test),
        ])
    }

    #[test]
    fn a_test_shows_every_item_in_its_name() {
        let shown = shown(&tree(
            "",
            "// fn item_09_x()\nfn item_01_20_a_2_b() {}\nasync fn item_20_c() {}",
        ));
        assert_eq!(shown.keys().copied().collect::<Vec<_>>(), [1, 20]);
        assert_eq!(shown[&20], ["item_01_20_a_2_b", "item_20_c"]);
    }

    #[test]
    fn gaps_and_strange_numbers_are_found() {
        let found = misnumbered(&tree(
            "{ n = 1, what = \"w\" }, { n = 3, what = \"w\", standard = \"s\" }",
            "fn item_81_a() {}",
        ));
        for expected in [
            "2 is expected where 3",
            "1 lacks `standard`",
            "ends with 3",
            "81 is no item",
        ] {
            assert!(found.iter().any(|f| f.contains(expected)), "{expected}: {found:?}");
        }
    }

    #[test]
    fn a_mutation_that_fits_twice_or_nowhere_is_found() {
        let list = "[files]\na = \"a.rs\"\n[mutations]\na = [{ old = \"x\" }, { old = \"y\" }, { old = \"z\" }]";
        let found = misfits(&Tree::of(&[(MUTATIONS, list), ("a.rs", "x y y")]));
        assert_eq!(found.len(), 2, "{found:?}");
        assert_eq!(misfits(&Tree::default()).len(), 1);
    }

    #[test]
    fn the_table_counts_what_is_shown() {
        let tree = tree(
            "{ n = 1, what = \"w\", standard = \"s\", peer = \"p\" }, { n = 2, what = \"v\", standard = \"s\" }",
            "fn item_01_a() {}",
        );
        let table = table(&tree);
        assert!(table.contains("1 of 80 checks have a test"));
        assert!(
            table.contains("| 1 | w | s<br>`p` | `item_01_a` |") && table.contains("| 2 | v | s | **none yet** |"),
            "{table}"
        );
        assert_eq!(stale(&tree).len(), 1);
    }
}
