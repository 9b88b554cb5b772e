//! Words, tokens and icons for the shells, from one source.
//!
//! Reads `shared-assets/strings/*.toml`, `tokens.toml` and `icons/icons.toml`, refuses what is incomplete or hard to read, and
//! writes Kotlin for the Compose screens and Swift for the other shell. Everything that is wrong is told at once, so that a translator fixes it in one go.

pub mod contrast;
pub mod emit_icons;
pub mod emit_platform;
pub mod emit_strings;
pub mod emit_swift;
pub mod emit_swift_tokens;
pub mod emit_tokens;
pub mod icons;
pub mod kotlin;
pub mod output;
pub mod parity;
pub mod problems;
pub mod strings;
pub mod template;
pub mod tokens;

use std::path::{Path, PathBuf};

use problems::Problems;

/// The written files by path, below the folder of each shell.
#[derive(Debug, Default)]
pub struct Written {
    /// Below a Kotlin source folder.
    pub kotlin: Vec<(PathBuf, String)>,
    /// Below `ios/CardKit/Sources`.
    pub swift: Vec<(PathBuf, String)>,
    /// Below a resource folder of Android.
    pub android: Vec<(PathBuf, String)>,
    /// A String Catalog for Apple's systems.
    pub catalog: String,
}

/// Reads everything under `assets` (the folder `shared-assets`), checks it, and returns the files for both shells.
///
/// # Errors
/// All problems found in the sources; nothing is returned half-done.
pub fn generate(assets: &Path) -> Result<Written, Problems> {
    let mut problems = Problems::default();
    let languages = strings::load_all(&assets.join("strings"), &mut problems);
    problems.extend(parity::check(&languages));
    let tokens = problems.keep(tokens::load(&assets.join("tokens.toml")));
    let icons = problems.keep(icons::load(&assets.join("icons/icons.toml")));
    if let Some(tokens) = &tokens {
        problems.extend(tokens.violations());
        problems.extend(contrast::check(tokens));
    }
    let (Some(tokens), Some(icons)) = (tokens, icons) else {
        return Err(problems);
    };
    problems.or(Written {
        kotlin: vec![
            (kotlin::path("text", "Strings"), emit_strings::emit(&languages)),
            (kotlin::path("theme", "Tokens"), emit_tokens::emit(&tokens)),
            (kotlin::path("theme", "Icons"), emit_icons::emit(&icons)),
        ],
        swift: vec![
            ("CardKit/gen/Strings.swift".into(), emit_swift::emit(&languages)),
            ("CardUI/gen/Tokens.swift".into(), emit_swift_tokens::tokens(&tokens)),
            ("CardUI/gen/Icons.swift".into(), emit_swift_tokens::icons(&icons)),
        ],
        android: emit_platform::android(&languages),
        catalog: emit_platform::catalog(&languages),
    })
}
