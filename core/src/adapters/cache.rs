//! The card on disk: one SQLite file, sealed rows, the key in the vault.

use std::{
    io,
    path::{Path, PathBuf},
    sync::Arc,
};

use rusqlite::{Connection, OpenFlags, OptionalExtension, ffi::ErrorCode};

use zeroize::Zeroizing;

use super::seal::SealKey;
use crate::{
    Error, Result,
    ports::{Cache, CachedCard, Dice, DirectoryDocument, Loaded, Row, Vault},
};

const STEPS: &[&str] = &[include_str!("cache.sql"), include_str!("cache_directory.sql")];
const FILE: &str = "card.db";
/// Row of the card; the number is the version of its form, here and in [`name`].
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
        let Some(plain) = self.unsealed(db, CARD)? else {
            return whole(db).map(|()| None);
        };
        serde_json::from_slice(&plain)
            .map(Some)
            .map_err(|_| Error::StorageDamaged("form"))
    }

    /// A row without its seal.
    fn unsealed(&self, db: &Connection, row: &str) -> Result<Option<Zeroizing<Vec<u8>>>> {
        let sealed: Option<Vec<u8>> = db
            .query_row("SELECT text FROM sealed WHERE row = ?1", [row], |r| r.get(0))
            .optional()?;
        let Some(sealed) = sealed else {
            return Ok(None);
        };
        let key = self.vault.get(KEY)?.ok_or(Error::StorageDamaged("no key"))?;
        let key = SealKey::from_bytes(&key).ok_or(Error::StorageDamaged("key"))?;
        key.open(row, &sealed).map(Some)
    }

    /// Opens as well as may be.
    fn open_somehow(&self) -> Result<Connection> {
        self.open().or_else(|_| self.open_to_read())
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

    fn write(&self, row: &str, plain: Option<&[u8]>) -> Result<()> {
        let db = self.open()?;
        match plain {
            Some(plain) => {
                let sealed = self.key()?.seal(self.dice.as_ref(), row, plain)?;
                db.execute(
                    "INSERT OR REPLACE INTO sealed (row, text) VALUES (?1, ?2)",
                    (row, sealed),
                )?;
            }
            None => {
                db.execute("DELETE FROM sealed WHERE row = ?1", [row])?;
            }
        }
        fold_in(&db)
    }

    fn write_directory(&self, document: &DirectoryDocument) -> Result<()> {
        let mut db = self.open()?;
        let (whole, bytes) = match document {
            DirectoryDocument::Whole(bytes) => (true, bytes),
            DirectoryDocument::Changes(bytes) => (false, bytes),
        };
        let step = db.transaction()?;
        if whole {
            step.execute("DELETE FROM directory", [])?;
        }
        step.execute(
            "INSERT INTO directory (whole, document) VALUES (?1, ?2)",
            (whole, bytes),
        )?;
        step.commit()?;
        fold_in(&db)
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
        self.write(CARD, Some(&plain)).map_err(|e| self.explain(e))
    }

    fn row(&self, row: Row) -> Result<Option<Zeroizing<Vec<u8>>>> {
        self.unsealed(&self.open_somehow()?, name(row))
    }

    fn keep_row(&self, row: Row, bytes: Option<&[u8]>) -> Result<()> {
        if bytes.is_none() && !self.file().exists() {
            return Ok(());
        }
        self.write(name(row), bytes).map_err(|e| self.explain(e))
    }

    fn directory(&self) -> Result<Vec<DirectoryDocument>> {
        let db = self.open_somehow()?;
        let mut rows = db.prepare("SELECT whole, document FROM directory ORDER BY seq")?;
        let documents = rows.query_map([], |row| {
            let document = row.get(1)?;
            Ok(match row.get(0)? {
                true => DirectoryDocument::Whole(document),
                false => DirectoryDocument::Changes(document),
            })
        })?;
        Ok(documents.collect::<rusqlite::Result<_>>()?)
    }

    fn keep_directory(&self, document: &DirectoryDocument) -> Result<()> {
        self.write_directory(document).map_err(|e| self.explain(e))
    }

    fn wipe(&self) -> Result<()> {
        let key = self.vault.remove(KEY);
        for end in ["", "-wal", "-shm", ".damaged"] {
            remove(&self.dir.join(format!("{FILE}{end}")))?;
        }
        key
    }
}

/// A row's name, with the version of its form.
fn name(row: Row) -> &'static str {
    match row {
        Row::Shelf => "sealed/shelf/1",
        Row::Trip => "sealed/trip/1",
        Row::Shown => "sealed/shown/1",
    }
}

/// The log becomes part of the file, so that a folder that can't be written any more still has everything.
fn fold_in(db: &Connection) -> Result<()> {
    Ok(db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?)
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
