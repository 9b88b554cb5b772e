//! Files on disk, touched only when their content changed, so that builds after it stay warm.

use std::fs;
use std::io;
use std::path::Path;

/// What happened to a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// New, or its content was different.
    Written,
    /// Already there with this content.
    Unchanged,
}

/// Writes `content` to `path` unless it is there already; makes the folders above.
///
/// # Errors
/// Folder or file can't be written.
pub fn write(path: &Path, content: &str) -> io::Result<Outcome> {
    if fs::read_to_string(path).is_ok_and(|old| old == content) {
        return Ok(Outcome::Unchanged);
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, content)?;
    Ok(Outcome::Written)
}
