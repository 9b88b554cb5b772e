//! Which layer may know which.

use crate::{Findings, Tree, rust};

/// No file below `folder`, except below `except`, may say one of `words`.
#[derive(Debug)]
pub struct Layer {
    /// Where the rule holds.
    pub folder: &'static str,
    /// Where it doesn't.
    pub except: &'static [&'static str],
    /// What may not be named there.
    pub words: &'static [&'static str],
    /// What to do instead.
    pub advice: &'static str,
}

/// The layers of this repository.
pub const LAYERS: &[Layer] = &[
    Layer {
        folder: "core/src/domain",
        except: &[],
        words: &[
            "tokio",
            "reqwest",
            "rusqlite",
            "keyring",
            "keyring_core",
            "SystemTime",
            "Instant",
            "std::fs",
            "openidconnect",
        ],
        advice: "domain is pure: take time, randomness and data as arguments",
    },
    Layer {
        folder: "core/src/session",
        except: &[],
        words: &[
            "tokio",
            "reqwest",
            "rusqlite",
            "keyring",
            "keyring_core",
            "SystemTime",
            "Instant",
            "std::fs",
            "adapters",
        ],
        advice: "the machine only wishes: name an effect and let the runner grant it",
    },
    Layer {
        folder: "core/src/domain",
        except: &[],
        words: &["crate::session", "crate::ports", "crate::adapters", "crate::runner"],
        advice: "domain is the lowest layer: turn the dependency round",
    },
    Layer {
        folder: "core/src/ports.rs",
        except: &[],
        words: &["adapters", "reqwest", "rusqlite", "keyring", "openidconnect"],
        advice: "a port says what is needed, not who gives it",
    },
    Layer {
        folder: "core/src",
        except: &["core/src/adapters"],
        words: &[
            "reqwest",
            "rusqlite",
            "keyring",
            "keyring_core",
            "openidconnect",
            "rustls",
        ],
        advice: "all IO is in core/src/adapters: put it behind a port",
    },
    Layer {
        folder: "core/src",
        except: &["core/src/adapters"],
        words: &[
            "SystemTime::now",
            "Instant::now",
            "Timestamp::now",
            "Zoned::now",
            "Utc::now",
        ],
        advice: "ask the Clock port; only its adapter reads the clock",
    },
    Layer {
        folder: "bindings/src",
        except: &[],
        words: &[
            "reqwest",
            "rusqlite",
            "keyring",
            "openidconnect",
            "SystemTime::now",
            "Instant::now",
        ],
        advice: "bindings delegate: put it into core",
    },
    Layer {
        folder: "core/src",
        except: &[],
        words: &["uniffi", "card_sandbox", "card_bindings"],
        advice: "core knows neither its boundary nor its tests",
    },
    Layer {
        folder: "tests/sandbox",
        except: &[],
        words: &["card_core", "card_bindings"],
        advice: "the sandbox shares no code with core, or equal mistakes would agree",
    },
];

/// Words in product code that a layer may not say.
#[must_use]
pub fn crossings(tree: &Tree, layers: &[Layer]) -> Findings {
    let mut found = Findings::new();
    for layer in layers {
        for (path, code) in rust::product_files(tree, layer.folder) {
            if layer
                .except
                .iter()
                .any(|e| path.starts_with(&format!("{e}/")) || path == format!("{e}.rs"))
            {
                continue;
            }
            for word in layer.words {
                for line in rust::lines_with(&code, word) {
                    found.push(format!("{path}:{line}: says `{word}`; {}", layer.advice));
                }
            }
        }
    }
    found
}

/// Calls that end the process, in product code of the core and its boundary.
#[must_use]
pub fn panics(tree: &Tree) -> Findings {
    let words = [
        ".unwrap()",
        ".expect(",
        ".unwrap_err()",
        "panic!",
        "todo!",
        "unimplemented!",
        "unreachable!",
        "dbg!",
    ];
    let mut found = Findings::new();
    for folder in ["core/src", "bindings/src"] {
        for (path, code) in rust::product_files(tree, folder) {
            for word in words {
                for line in rust::lines_with(&code, word) {
                    found.push(format!(
                        "{path}:{line}: `{word}` would take the app down; return an error"
                    ));
                }
            }
        }
    }
    found
}

/// The one file that may be exempt from the lint against `unsafe`.
const EXEMPT: &str = "core/src/adapters/android.rs";

/// Places that allow themselves what the workspace denies.
#[must_use]
pub fn exempt(tree: &Tree) -> Findings {
    tree.below("", ".rs")
        .filter(|(path, text)| {
            *path != EXEMPT && !path.starts_with("tests/arch/") && rust::code(text).contains("unsafe_code")
        })
        .map(|(path, _)| format!("{path}: names `unsafe_code`; only {EXEMPT} may"))
        .collect()
}

/// Crates that a manifest may not depend on: `(manifest, crate, advice)`.
#[must_use]
pub fn strangers(tree: &Tree) -> Findings {
    let pairs = [
        (
            "tests/sandbox/Cargo.toml",
            "card-core",
            "the sandbox shares no code with core",
        ),
        (
            "tests/sandbox/Cargo.toml",
            "card-bindings",
            "the sandbox shares no code with core",
        ),
        (
            "core/Cargo.toml",
            "card-sandbox",
            "put tests of both together into tests/journeys",
        ),
        ("core/Cargo.toml", "uniffi", "the boundary is the crate card-bindings"),
        (
            "bindings/Cargo.toml",
            "card-sandbox",
            "the sandbox is never linked into the product",
        ),
    ];
    pairs
        .iter()
        .filter(|(manifest, name, _)| {
            tree.text(manifest)
                .is_some_and(|text| crate::cargo::dependencies(text).contains(&(*name).to_owned()))
        })
        .map(|(manifest, name, advice)| format!("{manifest}: depends on {name}; {advice}"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_layer_can_fail_and_spare_its_exceptions() {
        for layer in LAYERS {
            let folder = if layer.folder.ends_with(".rs") {
                layer.folder.to_owned()
            } else {
                format!("{}/bad.rs", layer.folder)
            };
            for word in layer.words {
                let text = format!("use {word}::x;");
                let found = crossings(&Tree::of(&[(&folder, &text)]), std::slice::from_ref(layer));
                assert_eq!(found.len(), 1, "{word} in {folder}");
            }
            for except in layer.except {
                let path = format!("{except}/ok.rs");
                let text = format!("use {}::x;", layer.words[0]);
                assert_eq!(
                    crossings(&Tree::of(&[(&path, &text)]), std::slice::from_ref(layer)),
                    Findings::new()
                );
            }
        }
    }

    #[test]
    fn an_unwrap_is_found_in_product_and_spared_in_tests() {
        let tree = Tree::of(&[(
            "core/src/a.rs",
            "fn a() { b().unwrap() }\n#[cfg(test)]\nmod t { fn c() { d().unwrap() } }",
        )]);
        assert_eq!(panics(&tree).len(), 1);
    }

    #[test]
    fn a_second_exemption_is_found() {
        let text = "#![allow(unsafe_code)]";
        assert_eq!(exempt(&Tree::of(&[(EXEMPT, text), ("core/src/a.rs", text)])).len(), 1);
    }

    #[test]
    fn a_sandbox_on_core_is_found() {
        let tree = Tree::of(&[(
            "tests/sandbox/Cargo.toml",
            "[dependencies]\ncard-core.workspace = true\n",
        )]);
        assert_eq!(strangers(&tree).len(), 1);
    }
}
