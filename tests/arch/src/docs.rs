//! Folders say what they are for, decisions say why.

use crate::{Findings, Tree, markdown};

/// Folders of the map in the first README that are missing, or whose README doesn't say what does not belong there.
#[must_use]
pub fn unexplained(tree: &Tree) -> Findings {
    let Some(map) = tree.text("README.md").and_then(|text| markdown::section(text, "Map")) else {
        return vec!["README.md: has no section `Map`".to_owned()];
    };
    let folders: Vec<String> = map
        .split('`')
        .skip(1)
        .step_by(2)
        .filter(|name| name.ends_with('/'))
        .map(|n| n.trim_end_matches('/').to_owned())
        .collect();
    let mut found = Findings::new();
    if folders.is_empty() {
        found.push("README.md: the map names no folder".to_owned());
    }
    for folder in folders {
        match tree.text(&format!("{folder}/README.md")) {
            _ if !tree.has(&folder) => found.push(format!("README.md: the map names {folder}, which isn't there")),
            None => found.push(format!(
                "{folder}: needs a README.md: what is here, what does not belong here"
            )),
            Some(text) if !text.to_lowercase().contains("not belong") => {
                found.push(format!("{folder}/README.md: doesn't say what does not belong here"));
            }
            Some(_) => {}
        }
    }
    found
}

/// Decision records that lack a part, repeat or skip a number without saying so, or aren't in the list beside them.
#[must_use]
pub fn undecided(tree: &Tree) -> Findings {
    let folder = "core/docs/adr";
    let index = tree.text("core/docs/adr/README.md").unwrap_or_default();
    let mut found = Findings::new();
    let mut next = 1;
    for (path, text) in tree
        .below(folder, ".md")
        .filter(|(path, _)| !path.ends_with("README.md"))
    {
        let name = path.rsplit('/').next().unwrap_or(path);
        let number = name.get(..4).and_then(|n| n.parse::<u32>().ok());
        if number != Some(next) {
            found.push(format!(
                "{path}: expected number {next:04}; number records without holes"
            ));
        }
        next = number.unwrap_or(next) + 1;
        if !index.contains(&format!("({name})")) {
            found.push(format!("{path}: is not in {folder}/README.md; add a line for it"));
        }
        for part in ["Status", "Context", "Decision", "Consequences"] {
            if markdown::section(text, part).is_none_or(|s| s.trim().len() < 5) {
                found.push(format!("{path}: has no words under `{part}`"));
            }
        }
    }
    if next == 1 {
        found.push(format!("{folder}: holds no decision record"));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const RECORD: &str =
        "# T\n## Status\nAccepted\n## Context\nbecause\n## Decision\nso we do\n## Consequences\nthen so\n";

    #[test]
    fn a_folder_that_is_not_explained_is_found() {
        let tree = Tree::of(&[
            (
                "README.md",
                "## Map\n| `core/` | a |\n| `gone/` | b |\n| `tests/` | c |\n| `ok/` | `./check` |\n## Next\n`no/`",
            ),
            ("core/README.md", "What is here."),
            ("tests/a.rs", ""),
            ("ok/README.md", "What does not belong here: x."),
        ]);
        assert_eq!(unexplained(&tree).len(), 3);
        assert_eq!(unexplained(&Tree::default()).len(), 1);
    }

    #[test]
    fn a_hole_a_lost_part_and_a_lost_line_are_found() {
        let good = [
            ("core/docs/adr/README.md", "[a](0001-a.md) [b](0003-b.md)"),
            ("core/docs/adr/0001-a.md", RECORD),
        ];
        assert_eq!(undecided(&Tree::of(&good)), Findings::new());
        let mut bad = good.to_vec();
        bad.push(("core/docs/adr/0003-b.md", RECORD));
        assert_eq!(undecided(&Tree::of(&bad)).len(), 1);
        let lacking = [(
            "core/docs/adr/0001-a.md",
            "## Status\nAccepted\n## Context\nbecause\n## Decision\nso we do\n",
        )];
        assert_eq!(undecided(&Tree::of(&lacking)).len(), 2);
        assert_eq!(undecided(&Tree::default()).len(), 1);
    }
}
