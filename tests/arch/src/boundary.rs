//! The boundary stays small: what crosses is counted.

use crate::{Findings, Tree, rust};
use std::collections::BTreeSet;

/// Items that one file exports at most: a file is one of the app's places.
pub const ITEMS: usize = 20;
/// Lines of the whole bindings crate for each exported item at most, the generator's binary included.
pub const LINES: usize = 60;

/// Names of the items that one file exports: derived types, exported traits, objects and functions.
///
/// The methods of an exported `impl` are its type's, not items of their own.
#[must_use]
pub fn exported(text: &str) -> BTreeSet<String> {
    let code = rust::product(text);
    let mut names = BTreeSet::new();
    let mut waiting = false;
    for line in code.lines().map(str::trim) {
        let mark = line.starts_with("#[uniffi::export") || (line.starts_with("#[derive") && line.contains("uniffi::"));
        waiting |= mark || line.starts_with("uniffi::custom_type!");
        if waiting
            && !line.starts_with("#[")
            && let Some(name) = item(line)
        {
            names.insert(name);
            waiting = false;
        }
    }
    names
}

/// The name that a line declares: of a struct, enum, trait, function, or of the type of an `impl`.
fn item(line: &str) -> Option<String> {
    let words: Vec<&str> = line
        .split(|c: char| !c.is_alphanumeric() && c != '_')
        .filter(|w| !w.is_empty())
        .collect();
    let at = words
        .iter()
        .position(|w| ["struct", "enum", "trait", "fn", "impl", "type"].contains(w))?;
    let last_of_impl = words.iter().position(|w| *w == "for").map_or(at + 1, |i| i + 1);
    words
        .get(if words[at] == "impl" { last_of_impl } else { at + 1 })
        .map(|w| (*w).to_owned())
}

/// What is too much in the bindings.
#[must_use]
pub fn too_wide(tree: &Tree, items: usize, lines: usize) -> Findings {
    let mut found = Findings::new();
    let mut all = BTreeSet::new();
    let mut total = 0;
    for (file, text) in tree.below("bindings/src", ".rs") {
        let names = exported(text);
        if names.len() > items {
            found.push(format!(
                "{file}: exports {} items, at most {items}: {names:?}; project what a screen shows instead of mirroring",
                names.len()
            ));
        }
        all.extend(names);
        total += text.lines().count();
    }
    if all.is_empty() {
        found.push("bindings/src: exports nothing".to_owned());
    }
    if total > lines * all.len() {
        found.push(format!(
            "bindings/src: {total} lines for {} items, at most {lines} each; move logic into core",
            all.len()
        ));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAMPLE: &str = "
        #[derive(Debug, uniffi::Record)]
        pub struct A { pub x: u8 }
        #[derive(uniffi::Object)]
        pub struct B;
        #[uniffi::export]
        impl B { pub fn c(&self) {} }
        /// Says.
        #[uniffi::export(rust, foreign)]
        pub trait D: Send {}
        #[uniffi::export]
        #[must_use]
        pub fn e() -> A { A { x: 1 } }
        #[derive(Debug)]
        pub struct Hidden;
    ";

    #[test]
    fn an_object_and_its_methods_are_one_item() {
        assert_eq!(exported(SAMPLE).into_iter().collect::<Vec<_>>(), ["A", "B", "D", "e"]);
    }

    #[test]
    fn one_too_many_is_found() {
        let tree = Tree::of(&[("bindings/src/lib.rs", SAMPLE)]);
        assert_eq!(too_wide(&tree, 4, 10), Findings::new());
        assert_eq!(too_wide(&tree, 3, 1).len(), 2);
        assert_eq!(too_wide(&Tree::default(), 3, 5).len(), 1);
    }
}
