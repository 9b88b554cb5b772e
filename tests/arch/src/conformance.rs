//! The 80 checks of a sign-in and the tests that show them.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use toml::{Table, Value};

use crate::{Findings, Tree, rust};

const ITEMS: &str = "tests/conformance/items.toml";
const MUTATIONS: &str = "tests/conformance/mutations.toml";
const RESULTS: &str = "tests/conformance/results.toml";
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

/// What the last whole run of mutations found of an item: its tests, which had passed, and how often they noticed.
#[derive(Default, PartialEq, Eq)]
struct Outcome {
    tests: BTreeSet<String>,
    mutations: usize,
}

fn outcomes(tree: &Tree) -> BTreeMap<i64, Outcome> {
    let parsed: Table = tree
        .text(RESULTS)
        .and_then(|text| text.parse().ok())
        .unwrap_or_default();
    let items = parsed.get("item").and_then(Value::as_array).into_iter().flatten();
    let names = |item: &Table| {
        let tests = item.get("tests").and_then(Value::as_array).into_iter().flatten();
        tests.filter_map(Value::as_str).map(str::to_owned).collect()
    };
    let mutations = |item: &Table| item.get("mutations").and_then(Value::as_integer).unwrap_or(0);
    items
        .filter_map(Value::as_table)
        .map(|item| {
            let outcome = Outcome {
                tests: names(item),
                mutations: usize::try_from(mutations(item)).unwrap_or(0),
            };
            (number(item), outcome)
        })
        .collect()
}

/// The same as it should be now: the tests that are there, and the mutations that are listed.
fn wanted(tree: &Tree) -> BTreeMap<i64, Outcome> {
    let mut wanted = BTreeMap::<_, Outcome>::new();
    for (item, tests) in shown(tree) {
        wanted.entry(item).or_default().tests.extend(tests);
    }
    for (_, mutation) in mutations(tree) {
        let items = mutation.get("items").and_then(Value::as_array).into_iter().flatten();
        for item in items.filter_map(Value::as_integer) {
            wanted.entry(item).or_default().mutations += 1;
        }
    }
    wanted
}

/// Items without a test, without a mutation, or whose tests and mutations are others than when they were last run.
#[must_use]
pub fn unproven(tree: &Tree) -> Findings {
    let (wanted, run) = (wanted(tree), outcomes(tree));
    let mut found = Findings::new();
    for item in 1..=ALL {
        match wanted.get(&item) {
            Some(now) if now.tests.is_empty() || now.mutations == 0 => {
                found.push(format!("{item} has no test or no mutation"));
            }
            Some(now) if run.get(&item) != Some(now) => {
                found.push(format!(
                    "{RESULTS}: {item} was not run as it is now: tests/conformance/mutate.py"
                ));
            }
            Some(_) => {}
            None => found.push(format!("{item} has no test and no mutation")),
        }
    }
    found
}

/// The table: item, standard, the peer's name, our tests, what they found.
#[must_use]
pub fn table(tree: &Tree) -> String {
    let (shown, wanted, run) = (shown(tree), wanted(tree), outcomes(tree));
    let items = items(tree);
    let proven = |item: &Table| {
        wanted
            .get(&number(item))
            .filter(|now| run.get(&number(item)) == Some(*now))
    };
    let done = items.iter().filter(|(_, item)| proven(item).is_some()).count();
    let mut out = format!(
        "# Conformance of the sign-in\n\n{done} of {ALL} checks have tests that carry their number, pass, and notice when the check is taken out. Generated from\n\
         [the list](../../tests/conformance/README.md), the names of the tests and the last run of the mutations: `{RENEW}`.\n"
    );
    let mut part = String::new();
    for (title, item) in &items {
        if *title != part {
            part.clone_from(title);
            let _ = write!(
                out,
                "\n## {part}\n\n| | check | standard | test | result |\n|---|---|---|---|---|\n"
            );
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
        let result = match proven(item) {
            Some(now) => format!("passes; {0} of {0} mutations noticed", now.mutations),
            None => "**not run**".to_owned(),
        };
        let _ = writeln!(
            out,
            "| {} | {} | {}{peer} | {tests} | {result} |",
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
    let files = listed(tree, "files");
    let mut found = Findings::new();
    for (place, mutation) in mutations(tree) {
        let path = text(&files, &place);
        let source = tree.text(path).unwrap_or_default();
        let old = text(&mutation, "old");
        if old.is_empty() || source.matches(old).count() != 1 {
            found.push(format!("{MUTATIONS}: {path} doesn't hold {old:?} exactly once"));
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

fn listed(tree: &Tree, name: &str) -> Table {
    let parsed: Table = tree
        .text(MUTATIONS)
        .and_then(|text| text.parse().ok())
        .unwrap_or_default();
    parsed.get(name).and_then(Value::as_table).cloned().unwrap_or_default()
}

/// Every mutation, with the name of its file.
fn mutations(tree: &Tree) -> Vec<(String, Table)> {
    listed(tree, "mutations")
        .into_iter()
        .flat_map(|(place, list)| {
            let list = list.as_array().cloned().unwrap_or_default();
            list.into_iter()
                .filter_map(move |mutation| Some((place.clone(), mutation.as_table()?.clone())))
        })
        .collect()
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
        assert!(table.contains("0 of 80 checks have tests"));
        for row in [
            "| 1 | w | s<br>`p` | `item_01_a` | **not run** |",
            "| 2 | v | s | **none yet** | **not run** |",
        ] {
            assert!(table.contains(row), "{table}");
        }
        assert_eq!(stale(&tree).len(), 1);
    }

    #[test]
    fn a_result_counts_while_tests_and_mutations_are_the_same() {
        let with = |mutations: &str, results: &str| {
            Tree::of(&[
                ("core/tests/a.rs", "fn item_01_a() {}"),
                (
                    ITEMS,
                    "[[part]]\ntitle = \"A\"\nitems = [{ n = 1, what = \"w\", standard = \"s\" }]",
                ),
                (MUTATIONS, mutations),
                (RESULTS, results),
            ])
        };
        let one = "[files]\na = \"a.rs\"\n[mutations]\na = [{ items = [1], old = \"x\" }]";
        let run = "[[item]]\nn = 1\nmutations = 1\ntests = [\"item_01_a\"]";
        let good = with(one, run);
        assert_eq!(unproven(&good).len(), 79, "the others");
        assert!(table(&good).contains("| `item_01_a` | passes; 1 of 1 mutations noticed |"));
        for bad in [
            with(one, ""),
            with(one, &run.replace("item_01_a", "item_01_b")),
            with(one, &run.replace("mutations = 1", "mutations = 2")),
            with("", run),
        ] {
            assert_eq!(unproven(&bad).len(), 80);
        }
    }
}
