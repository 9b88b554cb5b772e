//! One list of versions: what Maven builds with is what Gradle's catalog says.

use std::collections::{BTreeMap, BTreeSet};

use toml::Table;

use crate::{Findings, Tree};

const CATALOG: &str = "android/gradle/libs.versions.toml";
const POM: &str = "android/pom.xml";

/// Maven's properties and the catalog's names for the same thing.
const PROPERTIES: [(&str, &str); 4] = [
    ("kotlin.version", "kotlin"),
    ("coroutines.version", "coroutines"),
    ("compose.version", "compose-desktop"),
    ("skiko.version", "skiko"),
];

/// Versions in the pom that the catalog has otherwise or not at all, and catalog entries that name no version.
#[must_use]
pub fn drifted(tree: &Tree) -> Findings {
    let (Some(catalog), Some(pom)) = (tree.text(CATALOG), tree.text(POM)) else {
        return vec![format!("{CATALOG} or {POM} is missing")];
    };
    let catalog: Table = match catalog.parse() {
        Ok(table) => table,
        Err(wrong) => return vec![format!("{CATALOG}: {wrong}")],
    };
    let (listed, mut found) = by_group(&catalog);
    let versions = strings(&catalog, "versions");
    for (property, name) in PROPERTIES {
        let maven = elements(pom, property).first().copied();
        if maven != versions.get(name).map(String::as_str) {
            found.push(format!(
                "{POM}: {property} is {maven:?}, {CATALOG} says {:?}",
                versions.get(name)
            ));
        }
    }
    for dependency in elements(pom, "dependency") {
        let part = |tag: &str| elements(dependency, tag).first().copied();
        let (Some(group), Some(version)) = (part("groupId"), part("version")) else {
            continue;
        };
        if version.starts_with("${") {
            continue; // a property above, or a module of our own
        }
        match listed.get(group) {
            Some(known) if known.contains(version) => {}
            Some(known) => found.push(format!("{POM}: {group} {version}, {CATALOG} says {known:?}")),
            None => found.push(format!("{POM}: {group} is not in {CATALOG}; list it there")),
        }
    }
    found
}

/// Group → versions of its libraries.
fn by_group(catalog: &Table) -> (BTreeMap<String, BTreeSet<String>>, Findings) {
    let versions = strings(catalog, "versions");
    let (mut listed, mut found) = (BTreeMap::<_, BTreeSet<_>>::new(), Findings::new());
    let libraries = catalog.get("libraries").and_then(|value| value.as_table());
    for (name, library) in libraries.into_iter().flatten() {
        let text = |value: Option<&toml::Value>| value.and_then(|value| value.as_str()).map(str::to_owned);
        let group = text(library.get("module")).and_then(|module| Some(module.split_once(':')?.0.to_owned()));
        let reference = text(library.get("version").and_then(|version| version.get("ref")));
        match (group, reference.and_then(|reference| versions.get(&reference))) {
            (Some(group), Some(version)) => {
                listed.entry(group).or_default().insert(version.clone());
            }
            _ => found.push(format!("{CATALOG}: {name} needs a module and the name of a version")),
        }
    }
    (listed, found)
}

fn strings(catalog: &Table, table: &str) -> BTreeMap<String, String> {
    let entries = catalog.get(table).and_then(|value| value.as_table());
    let text = |(name, value): (&String, &toml::Value)| Some((name.clone(), value.as_str()?.to_owned()));
    entries.into_iter().flatten().filter_map(text).collect()
}

/// What stands in the elements of this name.
fn elements<'a>(xml: &'a str, name: &str) -> Vec<&'a str> {
    let (open, close) = (format!("<{name}>"), format!("</{name}>"));
    let inner = |rest: &'a str| Some(rest.split_once(close.as_str())?.0);
    xml.split(open.as_str()).skip(1).filter_map(inner).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = r#"
[versions]
kotlin = "2"
coroutines = "1"
compose-desktop = "3"
skiko = "4"
jna = "5"
[libraries]
jna = { module = "net.java.dev.jna:jna", version.ref = "jna" }
"#;
    const MAVEN: &str = "<kotlin.version>2</kotlin.version><coroutines.version>1</coroutines.version>
<compose.version>3</compose.version><skiko.version>4</skiko.version>
<dependency><groupId>net.java.dev.jna</groupId><artifactId>jna</artifactId><version>5</version></dependency>
<dependency><groupId>our.own</groupId><artifactId>ui</artifactId><version>${project.version}</version></dependency>";

    fn check(catalog: &str, pom: &str) -> Findings {
        drifted(&Tree::of(&[(CATALOG, catalog), (POM, pom)]))
    }

    #[test]
    fn equal_lists_are_fine() {
        assert_eq!(check(GOOD, MAVEN), Findings::new());
    }

    #[test]
    fn each_drift_is_found() {
        for (catalog, pom) in [
            (GOOD.to_owned(), MAVEN.replace("<version>5<", "<version>6<")),
            (
                GOOD.to_owned(),
                MAVEN.replace("<kotlin.version>2<", "<kotlin.version>3<"),
            ),
            (GOOD.to_owned(), MAVEN.replace("net.java.dev.jna<", "somebody.else<")),
            (GOOD.replace("jna = \"5\"", ""), MAVEN.to_owned()),
            (GOOD.replace("skiko = \"4\"", ""), MAVEN.to_owned()),
            ("[versions".to_owned(), MAVEN.to_owned()),
        ] {
            assert!(!check(&catalog, &pom).is_empty(), "{catalog}{pom}");
        }
    }
}
