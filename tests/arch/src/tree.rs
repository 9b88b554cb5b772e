//! The repository as text.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Folders that hold what is built or fetched, never what is written.
const BUILT: [&str; 8] = [
    "target",
    "gen",
    ".git",
    "node_modules",
    ".venv",
    ".cache",
    "out",
    "__pycache__",
];

/// Text files by their path from the root, with `/` between the parts.
#[derive(Debug, Default, Clone)]
pub struct Tree {
    files: BTreeMap<String, String>,
}

impl Tree {
    /// All text files of this repository, without built folders; what is not UTF-8 is there with empty text.
    ///
    /// # Errors
    /// When a folder or file can't be read.
    pub fn repository() -> std::io::Result<Self> {
        let root = Self::root();
        let mut tree = Self::default();
        tree.walk(&root, &root)?;
        Ok(tree)
    }

    /// The folder that holds the workspace.
    #[must_use]
    pub fn root() -> PathBuf {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        here.ancestors().nth(2).unwrap_or(here).to_path_buf()
    }

    /// A tree for a test: pairs of path and text.
    #[must_use]
    pub fn of(files: &[(&str, &str)]) -> Self {
        Self {
            files: files.iter().map(|(p, t)| ((*p).to_owned(), (*t).to_owned())).collect(),
        }
    }

    /// Path and text of every file below `folder` whose name ends with `ending`; `""` stands for all.
    pub fn below<'a>(&'a self, folder: &'a str, ending: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.files
            .iter()
            .filter(move |(path, _)| within(path, folder) && path.ends_with(ending))
            .map(|(path, text)| (path.as_str(), text.as_str()))
    }

    /// One file's text.
    #[must_use]
    pub fn text(&self, path: &str) -> Option<&str> {
        self.files.get(path).map(String::as_str)
    }

    /// Whether a file or a folder of that path is there.
    #[must_use]
    pub fn has(&self, path: &str) -> bool {
        self.files.keys().any(|known| within(known, path))
    }

    fn walk(&mut self, root: &Path, folder: &Path) -> std::io::Result<()> {
        for entry in std::fs::read_dir(folder)? {
            let entry = entry?;
            let path = entry.path();
            let name = entry.file_name().to_string_lossy().into_owned();
            let kind = entry.file_type()?;
            if kind.is_dir() && !BUILT.contains(&name.as_str()) {
                self.walk(root, &path)?;
            } else if kind.is_file() && name != ".git" {
                let relative = path
                    .strip_prefix(root)
                    .unwrap_or(&path)
                    .to_string_lossy()
                    .replace('\\', "/");
                let text = String::from_utf8(std::fs::read(&path)?).unwrap_or_default();
                self.files.insert(relative, text);
            }
        }
        Ok(())
    }
}

fn within(path: &str, folder: &str) -> bool {
    let folder = folder.trim_end_matches('/');
    folder.is_empty() || path == folder || path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_not_its_namesake() {
        let tree = Tree::of(&[("core/src/a.rs", ""), ("core-x/b.rs", "")]);
        assert_eq!(tree.below("core", ".rs").count(), 1);
        assert!(tree.has("core/src") && !tree.has("cor"));
    }
}
