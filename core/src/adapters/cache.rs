//! The card on disk: one SQLite file, sealed rows, the key in the vault.

use std::{
    io,
    path::{Path, PathBuf},
    sync::Arc,
};

use rusqlite::{Connection, OpenFlags, OptionalExtension, ffi::ErrorCode};

use super::seal::SealKey;
use crate::{
    Error, Result,
    ports::{Cache, CachedCard, Dice, Loaded, Vault},
};

const STEPS: &[&str] = &[include_str!("cache.sql")];
const FILE: &str = "card.db";
/// Row of the card; the number is the version of its form.
const CARD: &str = "sealed/card/1";
/// Vault name of the key.
const KEY: &str = "cache-key";

/// SQLite in one folder.
pub struct SqliteCache {
    dir: PathBuf,
    vault: Arc<dyn Vault>,
    dice: Arc<dyn Dice>,
}

impl SqliteCache {
    /// In `dir`, which is made at the first write. No IO here.
    pub fn new(dir: PathBuf, vault: Arc<dyn Vault>, dice: Arc<dyn Dice>) -> Self {
        Self { dir, vault, dice }
    }

    fn file(&self) -> PathBuf {
        self.dir.join(FILE)
    }

    /// Opens for writing and brings the schema up to date.
    fn open(&self) -> Result<Connection> {
        std::fs::create_dir_all(&self.dir).map_err(|e| disk(&e))?;
        let mut db = Connection::open(self.file())?;
        db.pragma_update(None, "journal_mode", "WAL")?;
        db.pragma_update(None, "synchronous", "FULL")?;
        db.pragma_update(None, "secure_delete", "ON")?;
        migrate(&mut db)?;
        Ok(db)
    }

    /// Opens a file in a folder that can't be written. Every save folds the log in, so nothing is missed.
    fn open_to_read(&self) -> Result<Connection> {
        let mut uri = url::Url::from_file_path(std::path::absolute(self.file()).map_err(|e| disk(&e))?)
            .map_err(|()| Error::Internal("path of the data folder"))?;
        uri.set_query(Some("immutable=1"));
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
        Ok(Connection::open_with_flags(uri.as_str(), flags)?)
    }

    fn read(&self, db: &Connection) -> Result<Option<CachedCard>> {
        let sealed: Option<Vec<u8>> = db
            .query_row("SELECT text FROM sealed WHERE row = ?1", [CARD], |r| r.get(0))
            .optional()?;
        let Some(sealed) = sealed else {
            return whole(db).map(|()| None);
        };
        let key = self.vault.get(KEY)?.ok_or(Error::StorageDamaged("no key"))?;
        let key = SealKey::from_bytes(&key).ok_or(Error::StorageDamaged("key"))?;
        let card = serde_json::from_slice(&key.open(CARD, &sealed)?).map_err(|_| Error::StorageDamaged("form"))?;
        Ok(Some(card))
    }

    /// The key, made and stored when there is none.
    fn key(&self) -> Result<SealKey> {
        if let Some(key) = self.vault.get(KEY)?.and_then(|b| SealKey::from_bytes(&b)) {
            return Ok(key);
        }
        let key = SealKey::fresh(self.dice.as_ref())?;
        self.vault.set(KEY, key.bytes())?;
        Ok(key)
    }

    /// SQLite says "input/output error" for several refusals; the file system, asked directly, says which.
    fn explain(&self, error: Error) -> Error {
        if error != Error::StorageReadOnly {
            return error;
        }
        let probe = self.dir.join("probe");
        let told = std::fs::write(&probe, [0; 16 * 1024]).map_err(|e| disk(&e)).err();
        let _ = remove(&probe);
        told.unwrap_or(error)
    }

    fn write(&self, plain: &[u8]) -> Result<()> {
        let db = self.open()?;
        let sealed = self.key()?.seal(self.dice.as_ref(), CARD, plain)?;
        db.execute(
            "INSERT OR REPLACE INTO sealed (row, text) VALUES (?1, ?2)",
            (CARD, sealed),
        )?;
        db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        Ok(())
    }

    /// Moves a file that can't be read out of the way, keeping it for whoever wants to look.
    fn set_aside(&self) -> Result<()> {
        for end in ["-wal", "-shm"] {
            remove(&self.dir.join(format!("{FILE}{end}")))?;
        }
        match std::fs::rename(self.file(), self.dir.join(format!("{FILE}.damaged"))) {
            Err(e) if e.kind() != io::ErrorKind::NotFound => Err(disk(&e)),
            _ => Ok(()),
        }
    }
}

impl Cache for SqliteCache {
    fn load(&self) -> Loaded {
        let (db, trouble) = match self.open().map_err(|e| self.explain(e)) {
            Ok(db) => (Ok(db), None),
            Err(e @ (Error::StorageReadOnly | Error::StorageFull)) => (self.open_to_read(), Some(e)),
            Err(e) => (Err(e), None),
        };
        match db.and_then(|db| self.read(&db)) {
            Ok(card) => Loaded { card, trouble },
            Err(e @ Error::StorageDamaged(_)) => Loaded {
                card: None,
                trouble: trouble.or_else(|| self.set_aside().err()).or(Some(e)),
            },
            Err(e) => Loaded {
                card: None,
                trouble: trouble.or(Some(e)),
            },
        }
    }

    fn save(&self, card: &CachedCard) -> Result<()> {
        let plain = zeroize::Zeroizing::new(serde_json::to_vec(card).map_err(|_| Error::Internal("form"))?);
        self.write(&plain).map_err(|e| self.explain(e))
    }

    fn wipe(&self) -> Result<()> {
        let key = self.vault.remove(KEY);
        for end in ["", "-wal", "-shm", ".damaged"] {
            remove(&self.dir.join(format!("{FILE}{end}")))?;
        }
        key
    }
}

/// A file that was cut may look empty; SQLite's own check tells.
fn whole(db: &Connection) -> Result<()> {
    let word: String = db.query_row("PRAGMA quick_check(1)", [], |r| r.get(0))?;
    if word == "ok" {
        Ok(())
    } else {
        Err(Error::StorageDamaged("cut"))
    }
}

/// Runs the steps that are not done yet, each in its own transaction.
fn migrate(db: &mut Connection) -> Result<()> {
    let done: u32 = db.pragma_query_value(None, "user_version", |r| r.get(0))?;
    for (sql, number) in STEPS.iter().zip(1u32..).skip_while(|(_, number)| *number <= done) {
        let step = db.transaction()?;
        step.execute_batch(sql)?;
        step.pragma_update(None, "user_version", number)?;
        step.commit()?;
    }
    Ok(())
}

fn remove(file: &Path) -> Result<()> {
    match std::fs::remove_file(file) {
        Err(e) if e.kind() != io::ErrorKind::NotFound => Err(disk(&e)),
        _ => Ok(()),
    }
}

/// What the file system's refusal means to a person.
fn disk(error: &io::Error) -> Error {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Error::StorageFull,
        _ => Error::StorageReadOnly,
    }
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::StorageFull,
            Some(
                ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied | ErrorCode::SystemIoFailure,
            ) => Self::StorageReadOnly,
            _ => Self::StorageDamaged("sqlite"),
        }
    }
}
