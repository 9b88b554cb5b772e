//! Just enough reading of Rust source: what is code, and what is a test.

use crate::Tree;
use std::collections::BTreeSet;

/// The text with comments and the contents of string literals blanked; line breaks stay.
#[must_use]
pub fn code(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while at < chars.len() {
        let end = match (chars[at], chars.get(at + 1)) {
            ('/', Some('/')) => find(&chars, at, &['\n']),
            ('/', Some('*')) => find(&chars, at + 2, &['*', '/']) + 2,
            ('r', Some('"')) => find(&chars, at + 2, &['"']) + 1,
            ('r', Some('#')) if chars.get(at + 2) == Some(&'"') => find(&chars, at + 3, &['"', '#']) + 2,
            ('"', _) => end_of_string(&chars, at + 1),
            ('\'', Some('"' | '{' | '}')) if chars.get(at + 2) == Some(&'\'') => at + 3,
            _ => {
                out.push(chars[at]);
                at += 1;
                continue;
            }
        };
        let end = end.min(chars.len());
        out.extend(chars[at..end].iter().map(|c| if *c == '\n' { '\n' } else { ' ' }));
        at = end;
    }
    out
}

fn find(chars: &[char], from: usize, what: &[char]) -> usize {
    (from..chars.len())
        .find(|&i| chars[i..].starts_with(what))
        .unwrap_or(chars.len())
}

fn end_of_string(chars: &[char], mut at: usize) -> usize {
    while at < chars.len() && chars[at] != '"' {
        at += if chars[at] == '\\' { 2 } else { 1 };
    }
    at + 1
}

/// [`code`] without the items under `#[cfg(test)]`, which are blanked; line numbers stay right.
#[must_use]
pub fn product(text: &str) -> String {
    let mut code = code(text);
    while let Some(start) = code.find("#[cfg(test)]") {
        let body = code[start..].find(['{', ';']).map_or(code.len(), |i| start + i);
        let end = if code[body..].starts_with('{') {
            closing(&code, body)
        } else {
            body
        };
        let end = (end + 1).min(code.len());
        let blank: String = code[start..end]
            .chars()
            .map(|c| if c == '\n' { '\n' } else { ' ' })
            .collect();
        code.replace_range(start..end, &blank);
    }
    code
}

/// Where the brace that opens at `from` is closed.
fn closing(code: &str, from: usize) -> usize {
    let mut depth = 0_i32;
    for (i, c) in code[from..].char_indices() {
        depth += match c {
            '{' => 1,
            '}' => -1,
            _ => 0,
        };
        if depth == 0 {
            return from + i;
        }
    }
    code.len()
}

/// Product code below a folder: path and [`product`] text, without the files that are test modules themselves.
#[must_use]
pub fn product_files(tree: &Tree, folder: &str) -> Vec<(String, String)> {
    let tests = test_modules(tree, folder);
    tree.below(folder, ".rs")
        .filter(|(path, _)| {
            !tests
                .iter()
                .any(|t| *path == format!("{t}.rs") || path.starts_with(&format!("{t}/")))
        })
        .map(|(path, text)| (path.to_owned(), product(text)))
        .collect()
}

/// Paths (without `.rs`) of modules declared as `#[cfg(test)] mod name;`.
fn test_modules(tree: &Tree, folder: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (path, text) in tree.below(folder, ".rs") {
        let code = code(text);
        for (i, _) in code.match_indices("#[cfg(test)]") {
            let item = code[i + "#[cfg(test)]".len()..]
                .split(['{', ';'])
                .next()
                .unwrap_or_default();
            if let Some(name) = item.trim().rsplit_once("mod ").map(|(_, name)| name.trim()) {
                found.insert(format!("{}/{name}", home(path)));
            }
        }
    }
    found
}

/// The folder in which a file's child modules lie.
fn home(path: &str) -> String {
    let stem = path.trim_end_matches(".rs");
    match stem.rsplit_once('/') {
        Some((dir, "mod" | "lib" | "main")) => dir.to_owned(),
        _ => stem.to_owned(),
    }
}

/// Lines of `code` that hold `word` as a whole: not a part of a longer name.
#[must_use]
pub fn lines_with(code: &str, word: &str) -> Vec<usize> {
    let name = |c: char| c.is_alphanumeric() || c == '_';
    let ends_in_name = word.ends_with(name);
    let starts_in_name = word.starts_with(name);
    code.lines()
        .enumerate()
        .filter(|(_, line)| {
            line.match_indices(word).any(|(i, _)| {
                let before = line[..i].chars().next_back();
                let after = line[i + word.len()..].chars().next();
                let longer = starts_in_name && before.is_some_and(name) || ends_in_name && after.is_some_and(name);
                !longer
            })
        })
        .map(|(i, _)| i + 1)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_strings_are_not_code() {
        let text = "let a = \"x.unwrap()\"; // unwrap()\n/* panic!\n */ let b = r#\"todo!\"#; b.unwrap()";
        assert_eq!(lines_with(&code(text), "unwrap()"), [3]);
        assert!(!code(text).contains("panic!") && !code(text).contains("todo!"));
    }

    #[test]
    fn tests_are_not_product() {
        let text = "fn a() {}\n#[cfg(test)]\nmod tests { fn b() { x.unwrap() } }\nfn c() { y.unwrap() }";
        assert_eq!(lines_with(&product(text), "unwrap()"), [4]);
    }

    #[test]
    fn a_test_module_in_its_own_file_is_no_product() {
        let tree = Tree::of(&[
            ("core/src/lib.rs", "mod a;"),
            ("core/src/a.rs", "#[cfg(test)]\nmod tests;"),
            ("core/src/a/tests.rs", "x.unwrap()"),
        ]);
        let files: Vec<_> = product_files(&tree, "core/src").into_iter().map(|(p, _)| p).collect();
        assert_eq!(files, ["core/src/a.rs", "core/src/lib.rs"]);
    }

    #[test]
    fn a_longer_name_is_another_word() {
        assert_eq!(lines_with("use tokio_x;\nuse tokio::y;", "tokio"), [2]);
    }
}
