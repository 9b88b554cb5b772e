//! The catalogue of states: whole, and without a state of the boundary left out.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::{Findings, Tree, parity, words};

const FOLDER: &str = "tests/vectors/states";
/// The phases of a state: those of the boundary, with the steps of a sign-in in the place of `SigningIn`.
const SIGNING_IN: &str = "SigningIn";
/// Fields of a state that name a sample, and where the sample stands.
const SAMPLES: [(&str, &str); 14] = [
    ("card", "cards"),
    ("devices", "devices"),
    ("relations", "relations"),
    ("found", "found"),
    ("trip", "trips"),
    ("receipts", "receipts"),
    ("notices", "notices"),
    ("leaving", "leaving"),
    ("export", "exports"),
    ("registration", "registrations"),
    ("household", "households"),
    ("contact", "contacts"),
    ("conflict", "conflicts"),
    ("ledger", "ledgers"),
];

/// A state of the catalogue.
#[derive(Debug)]
pub struct State {
    /// File that it stands in.
    pub group: String,
    /// Its fields.
    pub row: Value,
}

impl State {
    /// A field's text.
    #[must_use]
    pub fn text(&self, field: &str) -> Option<&str> {
        self.row.get(field)?.as_str()
    }
}

/// The states in the order in which they are looked at, and what is wrong with the files.
#[must_use]
pub fn all(tree: &Tree) -> (Vec<State>, Findings) {
    let (mut states, mut found) = (Vec::new(), Findings::new());
    let samples = json(tree, "samples", &mut found);
    for group in list(&samples, "groups").iter().filter_map(Value::as_str) {
        let file = json(tree, group, &mut found);
        if file.get("group").and_then(Value::as_str) != Some(group) {
            found.push(format!("{FOLDER}/{group}.json: `group` must be {group}"));
        }
        states.extend(list(&file, "states").into_iter().map(|row| State {
            group: group.to_owned(),
            row,
        }));
    }
    (states, found)
}

/// Files that are wrong, names twice, cards that nobody knows, and variants that no state shows.
#[must_use]
pub fn gaps(tree: &Tree) -> Findings {
    let (states, mut found) = all(tree);
    let samples = json(tree, "samples", &mut found);
    let groups = list(&samples, "groups");
    for (path, _) in tree.below(FOLDER, ".json") {
        let name = path
            .trim_start_matches(FOLDER)
            .trim_matches('/')
            .trim_end_matches(".json");
        if name != "samples" && !groups.iter().any(|group| group == name) {
            found.push(format!("{path}: is not among the groups of samples.json"));
        }
    }
    let mut names = BTreeSet::new();
    for state in &states {
        let name = state.text("name").unwrap_or_default();
        if !names.insert(name) {
            found.push(format!("{FOLDER}/{}.json: `{name}` is there twice", state.group));
        }
        for (field, all) in SAMPLES {
            if let Some(sample) = state.text(field).filter(|sample| samples[all].get(sample).is_none()) {
                found.push(format!(
                    "{FOLDER}/{}.json: `{name}` has an unknown {field} `{sample}`",
                    state.group
                ));
            }
        }
    }
    let codes = tree.text("tests/vectors/barcodes.json").unwrap_or_default();
    for barcode in samples["barcodes"].as_object().into_iter().flat_map(|all| all.values()) {
        let widths = barcode["widths"].as_str().unwrap_or_default();
        if !codes.contains(&format!("\"bars\": \"{widths}\"")) {
            found.push(format!(
                "{FOLDER}/samples.json: bars {widths} are not in tests/vectors/barcodes.json"
            ));
        }
    }
    let shown = shown(&states, &samples);
    for (what, known) in expected(tree) {
        let seen = shown.get(what).cloned().unwrap_or_default();
        for missing in known.difference(&seen) {
            found.push(format!("{FOLDER}: no state shows {what} `{missing}`"));
        }
        for strange in seen.difference(&known) {
            found.push(format!("{FOLDER}: {what} `{strange}` is not in the boundary"));
        }
    }
    found
}

/// Every value that there is, by field.
fn expected(tree: &Tree) -> BTreeMap<&'static str, BTreeSet<String>> {
    let mut opened = parity::shell_cases(tree, "Opened");
    opened.remove("nothing");
    let state = tree
        .below("bindings/src", ".rs")
        .map(|(_, text)| text)
        .collect::<Vec<_>>()
        .join("\n");
    let variants = |name: &str| words::variants(&state, name).into_iter().collect::<BTreeSet<_>>();
    let mut phases = variants("Phase");
    phases.remove(SIGNING_IN);
    phases.extend(variants("SignInStep"));
    BTreeMap::from([
        ("phase", phases),
        ("face", variants("CardFace")),
        ("symbology", variants("Symbology")),
        ("code", variants("CardError")),
        ("door", variants("Door")),
        ("action", variants("Action")),
        ("kind", variants("Credential")),
        ("opened", opened),
        ("shell_trouble", parity::shell_cases(tree, "ShellTrouble")),
    ])
}

/// The same, as the states show them.
fn shown(states: &[State], samples: &Value) -> BTreeMap<&'static str, BTreeSet<String>> {
    let mut shown = BTreeMap::<_, BTreeSet<_>>::new();
    let mut see = |what, value: Option<&str>| {
        if let Some(value) = value {
            shown.entry(what).or_default().insert(value.to_owned());
        }
    };
    for state in states {
        see("phase", state.text("phase"));
        see("action", state.text("action"));
        if let Some(form) = state.row.get("form") {
            see("kind", form["kind"].as_str().or(Some("Pin")));
        }
        for device in list(&samples["devices"], state.text("devices").unwrap_or_default()) {
            see("door", device["door"].as_str());
        }
        for field in ["opened", "shell_trouble"] {
            see(field, state.text(field).map(str::to_lowercase).as_deref());
        }
        for field in ["trouble", "refused"] {
            see("code", state.row[field]["code"].as_str());
        }
        let trip = &samples["trips"][state.text("trip").unwrap_or_default()];
        see("code", trip["trouble"]["code"].as_str());
        let card = &samples["cards"][state.text("card").unwrap_or_default()];
        see("face", card["face"].as_str());
        let barcode = &samples["barcodes"][card["barcode"].as_str().unwrap_or_default()];
        see("symbology", barcode["symbology"].as_str());
    }
    shown
}

fn json(tree: &Tree, name: &str, found: &mut Findings) -> Value {
    let path = format!("{FOLDER}/{name}.json");
    let read = tree.text(&path).map(serde_json::from_str);
    match read {
        Some(Ok(value)) => value,
        Some(Err(wrong)) => {
            found.push(format!("{path}: {wrong}"));
            Value::Null
        }
        None => {
            found.push(format!("{path}: is missing"));
            Value::Null
        }
    }
}

fn list(value: &Value, field: &str) -> Vec<Value> {
    value.get(field).and_then(Value::as_array).cloned().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(states: &str) -> Findings {
        let samples = r#"{"groups": ["a"], "barcodes": {"b": {"symbology": "Code128", "widths": "21"}}, "cards": {"c": {"face": "Fresh", "barcode": "b"}}}"#;
        let boundary = "pub enum Phase { Card }\npub enum SignInStep { Checking }\npub enum CardFace { Fresh }\npub enum Symbology { Code128 }\npub enum CardError { Offline }";
        let boundary = boundary.replace("{ ", "{\n").replace(" }", ",\n}");
        gaps(&Tree::of(&[
            ("tests/vectors/states/samples.json", samples),
            (
                "tests/vectors/states/a.json",
                &format!(r#"{{"group": "a", "states": [{states}]}}"#),
            ),
            ("bindings/src/state.rs", &boundary),
            ("tests/vectors/barcodes.json", r#"{"bars": "21"}"#),
            (
                "android/ui/src/main/kotlin/no/bibliotekkortet/ui/Opened.kt",
                "enum class Opened { NOTHING, MENU, READER_TURNED }",
            ),
            (
                "android/ui/src/main/kotlin/no/bibliotekkortet/ui/ShellState.kt",
                "enum class ShellTrouble { NO_BROWSER }",
            ),
        ]))
    }

    const SHELLS: &str = r#"{"name": "1", "opened": "Menu", "shell_trouble": "NoBrowser"}, {"name": "2", "opened": "ReaderTurned"},
        {"name": "5", "phase": "Checking"}"#;

    #[test]
    fn a_whole_catalogue_has_no_gap() {
        let whole =
            format!(r#"{SHELLS}, {{"name": "6", "phase": "Card", "card": "c", "trouble": {{"code": "Offline"}}}}"#);
        assert_eq!(found(&whole), Findings::new());
    }

    #[test]
    fn what_no_state_shows_is_found() {
        let found = found(&format!(r#"{SHELLS}, {{"name": "6", "phase": "Card"}}"#));
        assert_eq!(found.len(), 3, "{found:?}");
        assert!(found.iter().any(|f| f.contains("no state shows code `Offline`")));
    }

    #[test]
    fn strange_and_double_values_are_found() {
        let whole =
            format!(r#"{SHELLS}, {{"name": "5", "phase": "Card", "card": "x", "trouble": {{"code": "Gone"}}}}"#);
        let found = found(&whole);
        for expected in [
            "`5` is there twice",
            "unknown card `x`",
            "code `Gone` is not in the boundary",
        ] {
            assert!(found.iter().any(|f| f.contains(expected)), "{expected}: {found:?}");
        }
    }
}
