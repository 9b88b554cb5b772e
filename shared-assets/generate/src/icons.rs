//! Icons as data: one stroked path each on a 24 × 24 grid.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::Deserialize;

/// An icon.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Icon {
    /// SVG path data, stroked with 2 and round ends.
    pub path: String,
    /// The SF Symbol that stands for it on iOS.
    pub sf: String,
    /// Whether it turns round in right-to-left writing.
    #[serde(default)]
    pub mirror: bool,
}

/// Reads the icons by name.
///
/// # Errors
/// The file can't be read, or a path holds something else than SVG path data.
pub fn load(path: &Path) -> Result<BTreeMap<String, Icon>, String> {
    let text = fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    parse(&text).map_err(|e| format!("icons.toml: {e}"))
}

/// Parses the icons from the text of `icons.toml`.
///
/// # Errors
/// Not TOML, an unknown field, or a path that doesn't begin with a move or has a letter that is no path command.
pub fn parse(text: &str) -> Result<BTreeMap<String, Icon>, String> {
    let icons: BTreeMap<String, Icon> = toml::from_str(text).map_err(|e| e.to_string())?;
    match icons.iter().find(|(_, icon)| !is_path(&icon.path)) {
        Some((name, _)) => Err(format!("{name} is not SVG path data")),
        None => Ok(icons),
    }
}

fn is_path(data: &str) -> bool {
    data.starts_with('M')
        && data
            .chars()
            .all(|c| c.is_ascii_digit() || "MLHVCSQAZmlhvcsqaz .-".contains(c))
}
