//! What the manifests and the lock file must hold.

use crate::{Findings, Tree, rust};
use std::collections::BTreeMap;
use toml::{Table, Value};

/// Crates of which the product has exactly one version, for size and for one place to update.
pub const SINGLE: [&str; 4] = ["reqwest", "rustls", "rusqlite", "ring"];

/// Crates that the product is built on; each is used for what it is for.
pub const BINDING: [&str; 8] = [
    "uniffi",
    "tokio",
    "reqwest",
    "openidconnect",
    "serde",
    "keyring",
    "barcoders",
    "rusqlite",
];

fn table(text: &str) -> Table {
    text.parse().unwrap_or_default()
}

/// Names of all dependencies in a manifest, of every kind and target.
#[must_use]
pub fn dependencies(manifest: &str) -> Vec<String> {
    fn gather(value: &Table, names: &mut Vec<String>) {
        for (key, inner) in value {
            match inner {
                Value::Table(t) if key.ends_with("dependencies") => names.extend(t.keys().cloned()),
                Value::Table(t) if key == "target" || key.starts_with("cfg(") => gather(t, names),
                _ => {}
            }
        }
    }
    let mut names = Vec::new();
    gather(&table(manifest), &mut names);
    names
}

fn locked(lock: &str) -> BTreeMap<String, Vec<String>> {
    let mut versions: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for package in table(lock)
        .get("package")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
    {
        let text = |key: &str| package.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
        versions.entry(text("name")).or_default().push(text("version"));
    }
    versions
}

/// Crates of [`SINGLE`] that are missing or there more than once.
#[must_use]
pub fn not_single(lock: &str) -> Findings {
    let versions = locked(lock);
    SINGLE
        .iter()
        .filter(|name| versions.get(**name).map_or(0, Vec::len) != 1)
        .map(|name| {
            format!(
                "Cargo.lock: {name} has versions {:?}; `cargo tree -i {name}` shows who asks",
                versions.get(*name)
            )
        })
        .collect()
}

/// Crates with several versions that `ledger` (name = "reason") doesn't name, and names in it that are no longer needed.
#[must_use]
pub fn duplicates(lock: &str, ledger: &str) -> Findings {
    let versions = locked(lock);
    let known = table(ledger);
    let mut found = Findings::new();
    for (name, several) in versions.iter().filter(|(_, v)| v.len() > 1) {
        if !known.contains_key(name) {
            found.push(format!(
                "Cargo.lock: {name} is there as {several:?}; unify it, or name it with its reason in the ledger"
            ));
        }
    }
    for (name, reason) in &known {
        if versions.get(name).map_or(0, Vec::len) < 2 {
            found.push(format!("ledger: {name} is no duplicate any more; remove its line"));
        }
        if reason.as_str().is_none_or(|r| r.len() < 10) {
            found.push(format!("ledger: {name} needs a reason in words"));
        }
    }
    found
}

/// Members that don't inherit the workspace's lints, or aren't there.
#[must_use]
pub fn lints(tree: &Tree) -> Findings {
    let root = table(tree.text("Cargo.toml").unwrap_or_default());
    let members = root
        .get("workspace")
        .and_then(|w| w.get("members"))
        .and_then(Value::as_array);
    let mut found = Findings::new();
    for member in members.into_iter().flatten().filter_map(Value::as_str) {
        let path = format!("{member}/Cargo.toml");
        let manifest = table(tree.text(&path).unwrap_or_default());
        if manifest
            .get("lints")
            .and_then(|l| l.get("workspace"))
            .and_then(Value::as_bool)
            != Some(true)
        {
            found.push(format!("{path}: add `[lints]` with `workspace = true`"));
        }
    }
    if members.is_none_or(Vec::is_empty) {
        found.push("Cargo.toml: has no workspace members".to_owned());
    }
    found
}

/// Crates of [`BINDING`] that neither core nor bindings depends on, or that no product source names.
#[must_use]
pub fn unused(tree: &Tree) -> Findings {
    let mut found = Findings::new();
    for name in BINDING {
        let home = ["core", "bindings"].into_iter().find(|part| {
            tree.text(&format!("{part}/Cargo.toml"))
                .is_some_and(|m| dependencies(m).iter().any(|d| d == name))
        });
        match home {
            None => found.push(format!("{name}: neither core nor bindings depends on it")),
            Some(part) => {
                let word = format!("{name}::");
                let used = rust::product_files(tree, &format!("{part}/src"))
                    .iter()
                    .any(|(_, code)| !rust::lines_with(code, &word).is_empty());
                if !used {
                    found.push(format!(
                        "{name}: {part}/src never says `{word}`; use it for what it is for"
                    ));
                }
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const TWO: &str =
        "[[package]]\nname = \"reqwest\"\nversion = \"1\"\n[[package]]\nname = \"reqwest\"\nversion = \"2\"\n";

    #[test]
    fn two_versions_are_found() {
        assert_eq!(not_single(TWO).len(), SINGLE.len());
        assert_eq!(duplicates(TWO, "").len(), 1);
        assert_eq!(duplicates(TWO, "reqwest = \"asked for by someone\"").len(), 0);
    }

    #[test]
    fn a_ledger_that_grew_old_is_found() {
        assert_eq!(duplicates("", "gone = \"a reason in words\"").len(), 1);
        assert_eq!(duplicates(TWO, "reqwest = \"no\"").len(), 1);
    }

    #[test]
    fn a_crate_without_the_lints_is_found() {
        let tree = Tree::of(&[
            ("Cargo.toml", "[workspace]\nmembers = [\"a\"]"),
            ("a/Cargo.toml", "[package]\nname = \"a\""),
        ]);
        assert_eq!(lints(&tree).len(), 1);
    }

    #[test]
    fn a_package_that_is_only_listed_is_found() {
        let manifest = "[dependencies]\ntokio = \"1\"\nserde = \"1\"";
        let tree = Tree::of(&[("core/Cargo.toml", manifest), ("core/src/lib.rs", "use tokio::sync;")]);
        let found = unused(&tree);
        assert!(found.iter().any(|f| f.starts_with("serde: core/src never")));
        assert!(!found.iter().any(|f| f.starts_with("tokio")));
        assert!(found.iter().any(|f| f.starts_with("keyring: neither")));
    }

    #[test]
    fn target_dependencies_count() {
        assert_eq!(dependencies("[target.'cfg(unix)'.dev-dependencies]\na = \"1\""), ["a"]);
    }
}
