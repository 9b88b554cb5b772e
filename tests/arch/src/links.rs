//! Links in the documents lead somewhere.

use crate::{Findings, Tree, markdown};

/// Relative links whose file or heading isn't there. Addresses on the net are not asked.
#[must_use]
pub fn broken(tree: &Tree) -> Findings {
    let mut found = Findings::new();
    for (path, text) in tree.below("", ".md") {
        for (line, target) in markdown::links(text) {
            if target.contains("://") || target.starts_with("mailto:") {
                continue;
            }
            let (file, anchor) = target.split_once('#').map_or((target.as_str(), ""), |(f, a)| (f, a));
            let there = if file.is_empty() {
                path.to_owned()
            } else {
                resolve(path, file)
            };
            if !tree.has(&there) {
                found.push(format!("{path}:{line}: `{target}` leads nowhere; {there} isn't there"));
            } else if !anchor.is_empty() && !has_anchor(tree, &there, anchor) {
                found.push(format!("{path}:{line}: `{target}`: {there} has no such heading"));
            }
        }
    }
    found
}

fn has_anchor(tree: &Tree, path: &str, anchor: &str) -> bool {
    tree.text(path)
        .is_some_and(|text| markdown::anchors(text).iter().any(|known| known == anchor))
}

/// A relative target as a path from the root.
fn resolve(from: &str, target: &str) -> String {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            name => parts.push(name),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lost_file_and_a_lost_heading_are_found() {
        let tree = Tree::of(&[
            (
                "README.md",
                "[ok](core/README.md#map) [net](https://x.no/) [folder](core/)",
            ),
            (
                "core/README.md",
                "# Map\n[up](../README.md) [lost](../gone.md) [self](#nowhere) [far](../README.md#x)",
            ),
        ]);
        let found = broken(&tree);
        assert_eq!(found.len(), 3, "{found:?}");
    }
}
