//! Licences of what we build on: each must allow an EUPL-1.2 product.

use crate::Findings;
use serde_json::Value;

/// Licences that EUPL-1.2 products may include (permissive, or compatible by the EUPL's appendix).
pub const ALLOWED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "EUPL-1.2",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// Whether an SPDX expression can be met with [`ALLOWED`] licences: one side of each OR, both sides of each AND.
#[must_use]
pub fn allowed(expression: &str) -> bool {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut at = 0;
    let met = either(&words, &mut at);
    met && at == words.len()
}

fn either(words: &[&str], at: &mut usize) -> bool {
    let mut met = both(words, at);
    while words.get(*at) == Some(&"OR") {
        *at += 1;
        met |= both(words, at);
    }
    met
}

fn both(words: &[&str], at: &mut usize) -> bool {
    let mut met = one(words, at);
    while words.get(*at) == Some(&"AND") {
        *at += 1;
        met &= one(words, at);
    }
    met
}

fn one(words: &[&str], at: &mut usize) -> bool {
    let Some(word) = words.get(*at) else {
        return false;
    };
    *at += 1;
    if *word == "(" {
        let met = either(words, at);
        let closed = words.get(*at) == Some(&")");
        *at += 1;
        return met && closed;
    }
    if words.get(*at) == Some(&"WITH") {
        let name = format!("{word} WITH {}", words.get(*at + 1).unwrap_or(&""));
        *at += 2;
        return ALLOWED.contains(&name.as_str());
    }
    ALLOWED.contains(word)
}

/// Packages of `cargo metadata` whose licence isn't allowed or isn't said.
#[must_use]
pub fn forbidden(metadata: &Value) -> Findings {
    let packages = metadata.get("packages").and_then(Value::as_array);
    let mut found = Findings::new();
    for package in packages.into_iter().flatten() {
        let text = |key: &str| package.get(key).and_then(Value::as_str);
        let name = format!("{} {}", text("name").unwrap_or("?"), text("version").unwrap_or("?"));
        match text("license") {
            Some(licence) if allowed(licence) => {}
            Some(licence) => found.push(format!(
                "{name}: licence `{licence}` is not on the list; check it against the EUPL's appendix"
            )),
            None => found.push(format!("{name}: says no licence; read its licence file and decide")),
        }
    }
    if packages.is_none_or(Vec::is_empty) {
        found.push("cargo metadata: named no packages".to_owned());
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn expressions_are_weighed() {
        for good in [
            "MIT",
            "GPL-3.0 OR MIT",
            "MIT/Apache-2.0",
            "(MIT OR X) AND Unicode-3.0",
            "Apache-2.0 WITH LLVM-exception",
        ] {
            assert!(allowed(good), "{good}");
        }
        for bad in [
            "GPL-3.0",
            "MIT AND GPL-3.0",
            "(MIT",
            "",
            "MIT WITH Odd-exception",
            "MIT MIT",
        ] {
            assert!(!allowed(bad), "{bad}");
        }
    }

    #[test]
    fn a_bad_and_a_missing_licence_are_found() {
        let metadata = json!({"packages": [
            {"name": "a", "version": "1", "license": "MIT"},
            {"name": "b", "version": "1", "license": "SSPL-1.0"},
            {"name": "c", "version": "1", "license": null},
        ]});
        assert_eq!(forbidden(&metadata).len(), 2);
        assert_eq!(forbidden(&json!({})).len(), 1);
    }
}
