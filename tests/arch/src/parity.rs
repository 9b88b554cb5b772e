//! Two shells, one app: what one shows, the other shows.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use crate::{Findings, Tree, rust, states};

/// The written comparison.
pub const TABLE: &str = "core/docs/parity.md";
const RENEW: &str = "cargo run -q -p card-arch --example parity > core/docs/parity.md";

/// A shell: its name, the list that its tests hold true, and the enums that both must have alike.
struct Shell {
    name: &'static str,
    list: &'static str,
    seam: [(&'static str, &'static str); 2],
}

const SHELLS: [Shell; 2] = [
    Shell {
        name: "Android",
        list: "tests/parity/android.json",
        seam: [
            ("Opened", "android/ui/src/main/kotlin/no/bibliotekkortet/ui/Opened.kt"),
            (
                "ShellTrouble",
                "android/ui/src/main/kotlin/no/bibliotekkortet/ui/ShellState.kt",
            ),
        ],
    },
    Shell {
        name: "iOS",
        list: "tests/parity/ios.json",
        seam: [
            ("Opened", "ios/CardKit/Sources/CardKit/Opened.swift"),
            ("ShellTrouble", "ios/CardKit/Sources/CardKit/AppSeam.swift"),
        ],
    },
];

/// The parts that fill a screen, and what it is called.
const SCREENS: [(&str, &str); 40] = [
    ("sign-in", "Sign-in"),
    ("card-form", "Card number"),
    ("one-time-code", "One-time code"),
    ("waiting", "Waiting"),
    ("loading", "Loading"),
    ("card", "Card"),
    ("no-card", "No card"),
    ("reader", "Reader"),
    ("devices", "Devices"),
    ("step-up", "Step-up"),
    ("locked", "Locked"),
    ("libraries", "Libraries"),
    ("find", "Find"),
    ("library", "Library"),
    ("trip", "Trip"),
    ("desk-code", "Desk code"),
    ("receipts", "Receipts"),
    ("receipt", "Receipt"),
    ("notices", "Notices"),
    ("me", "Me"),
    ("my-data-page", "My data"),
    ("leave", "Leaving"),
    ("end-card", "Farewell"),
    ("register", "Getting a card"),
    ("without-eid-page", "Without e-ID"),
    ("cards", "Cards"),
    ("contact", "Contact"),
    ("email", "E-mail"),
    ("contact-form", "Phone and channel"),
    ("address-form", "Temporary address"),
    ("conflict", "Conflict"),
    ("pin", "PIN"),
    ("password", "Password"),
    ("children", "Children"),
    ("child", "Child"),
    ("add-children-page", "Cards for children"),
    ("child-library-page", "Library for children"),
    ("child-code", "Code for a guardian"),
    ("ledger", "Ledger"),
    ("own-changes", "What changes"),
];

type Seen = BTreeMap<String, BTreeSet<String>>;

/// States and parts that one shell shows and the other doesn't; enums that differ.
#[must_use]
pub fn lacking(tree: &Tree) -> Findings {
    let (states, mut found) = states::all(tree);
    let names: BTreeSet<_> = states.iter().filter_map(|state| state.text("name")).collect();
    let lists = SHELLS.each_ref().map(|shell| seen(tree, shell, &mut found));
    for (shell, list) in SHELLS.iter().zip(&lists) {
        let known: BTreeSet<_> = list.keys().map(String::as_str).collect();
        found.extend(
            names
                .symmetric_difference(&known)
                .map(|name| format!("{}: `{name}` is in the catalogue or here, but not in both", shell.list)),
        );
        for (name, parts) in list.iter().filter(|(_, parts)| screen(parts).is_none()) {
            found.push(format!(
                "{}: `{name}` shows none of the screens, only {parts:?}",
                shell.list
            ));
        }
    }
    for (here, there) in [(0, 1), (1, 0)] {
        for (name, parts) in &lists[here] {
            let other = lists[there].get(name);
            for part in parts
                .iter()
                .filter(|part| other.is_some_and(|other| !other.contains(*part)))
            {
                found.push(format!(
                    "{}: `{name}` lacks `{part}`, which {} has",
                    SHELLS[there].name, SHELLS[here].name
                ));
            }
        }
    }
    found.extend(seams(tree));
    found
}

/// Cases that one shell's `Opened` or `ShellTrouble` has and the other's hasn't.
fn seams(tree: &Tree) -> Findings {
    let mut found = Findings::new();
    for place in 0..SHELLS[0].seam.len() {
        let cases = SHELLS.each_ref().map(|shell| {
            let (name, file) = shell.seam[place];
            (name, file, cases(tree.text(file).unwrap_or_default(), name))
        });
        let [(name, a, left), (_, b, right)] = cases;
        if left.is_empty() {
            found.push(format!("{a}: has no enum {name}"));
        }
        for case in left.symmetric_difference(&right) {
            found.push(format!("{name}: `{case}` is in one of {a} and {b} only"));
        }
    }
    found
}

/// The cases of an enum of the seam, as the first shell has them.
#[must_use]
pub fn shell_cases(tree: &Tree, name: &str) -> BTreeSet<String> {
    let file = SHELLS[0].seam.iter().find(|(known, _)| *known == name);
    cases(file.and_then(|(_, file)| tree.text(file)).unwrap_or_default(), name)
}

/// The cases of a Kotlin or Swift enum, in lower case without underscores.
#[must_use]
pub fn cases(text: &str, name: &str) -> BTreeSet<String> {
    let code = rust::code(text);
    let body = ["enum class ", "enum "].iter().find_map(|head| {
        let (_, rest) = code.split_once(&format!("{head}{name}"))?;
        let (_, body) = rest.split_once('{')?;
        // A computed property or a function ends the list of cases in Swift.
        let end = body.find('}').unwrap_or(body.len());
        Some(&body[..end])
    });
    body.unwrap_or_default()
        .lines()
        .map(str::trim)
        .take_while(|line| !line.starts_with("public ") && !line.starts_with("var ") && !line.starts_with("func "))
        .flat_map(|line| line.trim_start_matches("case ").split([',', ';']))
        .map(|case| case.trim().replace('_', "").to_lowercase())
        .filter(|case| !case.is_empty())
        .collect()
}

fn seen(tree: &Tree, shell: &Shell, found: &mut Findings) -> Seen {
    let read = tree.text(shell.list).map(serde_json::from_str::<Seen>);
    match read {
        Some(Ok(seen)) => seen,
        Some(Err(wrong)) => {
            found.push(format!("{}: {wrong}", shell.list));
            Seen::new()
        }
        None => {
            found.push(format!("{}: is missing", shell.list));
            Seen::new()
        }
    }
}

fn screen(parts: &BTreeSet<String>) -> Option<&'static str> {
    SCREENS
        .iter()
        .find(|(part, _)| parts.contains(*part))
        .map(|(_, name)| *name)
}

/// The table of states, screens and shells.
#[must_use]
pub fn table(tree: &Tree) -> String {
    let (states, mut found) = states::all(tree);
    let lists = SHELLS.each_ref().map(|shell| seen(tree, shell, &mut found));
    let mut out = format!(
        "# Parity of the shells\n\nGenerated from [the catalogue of states](../../tests/vectors/states/README.md) and from\n\
         [what each shell shows](../../tests/parity/README.md): `{RENEW}`.\n"
    );
    let mut group = "";
    for state in &states {
        let name = state.text("name").unwrap_or_default();
        if state.group != group {
            group = &state.group;
            let _ = write!(
                out,
                "\n## {group}\n\n| state | screen | {} | {} | on it |\n|---|---|---|---|---|\n",
                SHELLS[0].name, SHELLS[1].name
            );
        }
        let all: BTreeSet<_> = lists
            .iter()
            .filter_map(|list| list.get(name))
            .flatten()
            .cloned()
            .collect();
        let whole = lists.each_ref().map(|list| {
            if list.get(name) == Some(&all) {
                "whole"
            } else {
                "**lacks some**"
            }
        });
        let parts: Vec<_> = all
            .iter()
            .filter(|part| !SCREENS.iter().any(|(screen, _)| screen == part))
            .map(String::as_str)
            .collect();
        let _ = writeln!(
            out,
            "| `{name}` | {} | {} | {} | {} |",
            screen(&all).unwrap_or("**none**"),
            whole[0],
            whole[1],
            parts.join(", ")
        );
    }
    out
}

/// A written table that is not what the lists say.
#[must_use]
pub fn stale(tree: &Tree) -> Findings {
    if tree.text(TABLE) == Some(&table(tree)) {
        Findings::new()
    } else {
        vec![format!("{TABLE}: is not what the lists say: {RENEW}")]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(android: &str, ios: &str, swift: &str) -> Tree {
        let kotlin = "enum class Opened { NOTHING, READER_TURNED }\nenum class ShellTrouble {\n    /** a, b */\n    BAD_LINK,\n}";
        Tree::of(&[
            ("tests/vectors/states/samples.json", r#"{"groups": ["a"]}"#),
            (
                "tests/vectors/states/a.json",
                r#"{"group": "a", "states": [{"name": "x"}]}"#,
            ),
            ("tests/parity/android.json", android),
            ("tests/parity/ios.json", ios),
            (SHELLS[0].seam[0].1, kotlin),
            (SHELLS[0].seam[1].1, kotlin),
            (SHELLS[1].seam[0].1, swift),
            (SHELLS[1].seam[1].1, swift),
        ])
    }

    const SWIFT: &str = "public enum ShellTrouble: Equatable {\n    /// x\n    case badLink\n\n    public var code: String? {\n        switch self { case .a: nil } }\n}\npublic enum Opened: String, Codable {\n    case nothing, readerTurned\n}";
    const BOTH: &str = r#"{"x": ["card", "menu"]}"#;

    #[test]
    fn equal_shells_lack_nothing() {
        assert_eq!(lacking(&tree(BOTH, BOTH, SWIFT)), Findings::new());
    }

    #[test]
    fn a_missing_part_state_and_screen_are_found() {
        let part = lacking(&tree(BOTH, r#"{"x": ["card"]}"#, SWIFT));
        assert_eq!(part, ["iOS: `x` lacks `menu`, which Android has"]);
        assert_eq!(lacking(&tree("{}", BOTH, SWIFT)).len(), 1);
        assert_eq!(
            lacking(&tree(r#"{"x": ["menu"]}"#, r#"{"x": ["menu"]}"#, SWIFT)).len(),
            2
        );
    }

    #[test]
    fn a_case_of_one_shell_only_is_found() {
        let found = lacking(&tree(BOTH, BOTH, &SWIFT.replace("case nothing, ", "case ")));
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].contains("`nothing`"));
        let found = lacking(&tree(BOTH, BOTH, &SWIFT.replace("badLink", "badLink\n    case more")));
        assert!(found[0].contains("`more`"), "{found:?}");
    }

    #[test]
    fn the_table_says_who_lacks_something() {
        let tree = tree(BOTH, r#"{"x": ["card"]}"#, SWIFT);
        assert!(table(&tree).contains("| `x` | Card | whole | **lacks some** | menu |"));
        assert_eq!(stale(&tree).len(), 1);
    }
}
