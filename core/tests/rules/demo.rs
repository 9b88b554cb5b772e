//! The demo rules that come with the app.

use std::{collections::BTreeMap, fs, path::Path};

use card_core::domain::{
    language::Language,
    library::LibraryNumber,
    rules::{Change, RulesText, Severity, difference, what_changes},
};

type Key = (LibraryNumber, Language, u32);

fn all() -> BTreeMap<Key, RulesText> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared-assets/rules");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    files
        .filter(|path| path.extension().is_some_and(|e| e == "json"))
        .map(|path| {
            let document: serde_json::Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
            let hash = crate::support::hash(document["clauses"].as_array().unwrap());
            assert_eq!(document["sha256"], hash, "{}", path.display());
            let rules =
                RulesText::parse(&fs::read(&path).unwrap()).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
            let name = format!(
                "{}-rules-{}-{}",
                rules.library(),
                rules.version(),
                rules.language().tag()
            );
            assert_eq!(path.file_stem().unwrap().to_str(), Some(name.as_str()));
            ((rules.library(), rules.language(), rules.version()), rules)
        })
        .collect()
}

#[test]
fn all_are_sound_marked_as_demo_and_there_in_both_versions() {
    let all = all();
    assert_eq!(all.len(), 14);
    for ((library, language, version), rules) in &all {
        assert!(rules.is_demo(), "{library}");
        assert!(
            all.contains_key(&(*library, *language, 3 - version)),
            "{library} {language:?}"
        );
        let other = &all[&(*library, Language::Nb, *version)];
        let ids = |of: &RulesText| of.clauses().iter().map(|c| (c.id.clone(), c.about)).collect::<Vec<_>>();
        assert_eq!(ids(rules), ids(other), "clauses are the same in all languages");
    }
}

#[test]
fn the_same_changes_in_every_language() {
    let all = all();
    for (library, severity, changes) in [
        ("2023000", Severity::Money, 5),
        ("2122100", Severity::Editorial, 0),
        ("2190200", Severity::Age, 4),
    ] {
        let library: LibraryNumber = library.parse().unwrap();
        let mut told: Vec<Vec<Change>> = Vec::new();
        for (key, new) in all.iter().filter(|((l, _, version), _)| *l == library && *version == 2) {
            let difference = difference(&all[&(key.0, key.1, 1)], new).unwrap();
            assert_eq!(difference.severity(), Some(severity), "{key:?}");
            told.push(what_changes(&difference, new).1.into_iter().map(|w| w.change).collect());
        }
        assert!(told.len() >= 2 && told.iter().all(|t| *t == told[0]), "{told:?}");
        assert_eq!(told[0].len(), changes, "{:?}", told[0]);
    }
}
