use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::keys::{Keys, StoredKeys};
use crate::settings::StartError;
use crate::state::State;

/// Of the file's form.
const VERSION: u32 = 2;

#[derive(Serialize, Deserialize)]
struct Reading {
    version: u32,
    keys: StoredKeys,
    state: State,
}

#[derive(Serialize)]
struct Writing<'a> {
    version: u32,
    keys: StoredKeys,
    state: &'a State,
}

/// Where keys and state outlive the process, if anywhere.
pub(crate) struct Store(Option<PathBuf>);

impl Store {
    pub(crate) fn new(path: Option<PathBuf>) -> Self {
        Self(path)
    }

    /// What was saved; nothing without a file.
    pub(crate) fn load(&self) -> Result<Option<(Keys, State)>, StartError> {
        let Some(path) = &self.0 else { return Ok(None) };
        let bad = |reason: String| StartError::StateFile {
            path: path.clone(),
            reason,
        };
        let text = match fs::read_to_string(path) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            other => other.map_err(|error| bad(error.to_string()))?,
        };
        let file: Reading = serde_json::from_str(&text).map_err(|error| bad(error.to_string()))?;
        let keys = Keys::restore(file.keys).ok_or_else(|| bad("the keys can't be read".to_owned()))?;
        Ok(Some((keys, file.state)))
    }

    /// Writes beside the file with mode 0600 and renames: a reader sees the old or the new one, whole.
    pub(crate) fn save(&self, keys: &Keys, state: &State) -> io::Result<()> {
        let Some(path) = &self.0 else { return Ok(()) };
        let keys = keys
            .store()
            .ok_or_else(|| io::Error::other("the keys can't be written"))?;
        let text = serde_json::to_vec(&Writing {
            version: VERSION,
            keys,
            state,
        })?;
        let mut name = path.file_name().unwrap_or_default().to_owned();
        name.push(".new");
        let beside = path.with_file_name(name);
        let mut file = create_private(&beside)?;
        file.write_all(&text)?;
        file.sync_all()?;
        fs::rename(beside, path)
    }
}

fn create_private(path: &Path) -> io::Result<File> {
    if let Err(error) = fs::remove_file(path)
        && error.kind() != ErrorKind::NotFound
    {
        return Err(error);
    }
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}
