//! Files that one can read at one sitting, with nothing left open in them.

use crate::{Findings, Tree, rust};
use toml::Table;

/// Lines of a source file at most.
pub const LINES: usize = 400;
const SOURCE: [&str; 10] = [
    ".rs", ".kt", ".kts", ".swift", ".sh", ".py", ".mjs", ".js", ".java", ".sql",
];
const SCRIPTS: [&str; 2] = ["demo", "check"];

fn source(tree: &Tree) -> impl Iterator<Item = (&str, &str)> {
    tree.below("", "")
        .filter(|(path, _)| SOURCE.iter().any(|end| path.ends_with(end)) || SCRIPTS.contains(path))
}

/// Files longer than [`LINES`] that `ledger` (path = "reason") doesn't excuse, and excuses no longer needed.
#[must_use]
pub fn too_long(tree: &Tree, ledger: &str) -> Findings {
    let excused: Table = ledger.parse().unwrap_or_default();
    let mut found = Findings::new();
    for (path, text) in source(tree) {
        let lines = text.lines().count();
        if lines > LINES && !excused.contains_key(path) {
            found.push(format!(
                "{path}: {lines} lines, at most {LINES}; split it, or write the reason into the ledger"
            ));
        }
    }
    for path in excused.keys() {
        if tree.text(path).is_none_or(|text| text.lines().count() <= LINES) {
            found.push(format!("ledger: {path} needs no excuse any more; remove its line"));
        }
    }
    found
}

/// Marks of unfinished work and tests switched off.
#[must_use]
pub fn left_open(tree: &Tree) -> Findings {
    let marks = ["TODO", "FIXME", "XXX"];
    let switches = ["#[ignore", "@Disabled", "@Ignore", "XCTSkip", "dbg!"];
    let mut found = Findings::new();
    for (path, text) in source(tree).filter(|(path, _)| !path.starts_with("tests/arch/src")) {
        let code = rust::code(text);
        let open = marks
            .iter()
            .map(|m| (m, text))
            .chain(switches.iter().map(|s| (s, code.as_str())));
        for (mark, text) in open {
            for line in rust::lines_with(text, mark) {
                found.push(format!(
                    "{path}:{line}: `{mark}`; finish it, or open an issue and take the mark away"
                ));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_file_is_found_unless_excused() {
        let long = "x\n".repeat(LINES + 1);
        let tree = Tree::of(&[("core/src/a.rs", &long), ("notes.md", &long)]);
        assert_eq!(too_long(&tree, "").len(), 1);
        assert_eq!(too_long(&tree, "\"core/src/a.rs\" = \"a table\"").len(), 0);
        assert_eq!(
            too_long(&tree, "\"core/src/a.rs\" = \"a table\"\n\"b.rs\" = \"gone\"").len(),
            1
        );
    }

    #[test]
    fn open_ends_are_found() {
        let tree = Tree::of(&[(
            "core/src/a.rs",
            "// TODO later\n#[ignore]\nfn x() {}\nlet s = \"@Disabled\";",
        )]);
        assert_eq!(left_open(&tree).len(), 2);
    }
}
