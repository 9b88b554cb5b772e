//! The cache on a real SQLite file, in folders that are well, damaged, full or closed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod damage;
mod disk;
mod rows;

use std::{
    collections::HashMap,
    path::Path,
    sync::{Arc, Mutex},
};

use card_core::{
    Error, Result,
    adapters::{cache::SqliteCache, dice::SystemDice},
    domain::{snapshot::SignedSnapshot, timestamp::Timestamp},
    ports::{Cache, CachedCard, Vault},
};

/// A vault in memory that can be told to fail.
#[derive(Default)]
pub struct Memory {
    pub kept: Mutex<HashMap<String, Vec<u8>>>,
    pub broken: Mutex<bool>,
}

impl Memory {
    fn check(&self) -> Result<()> {
        match *self.broken.lock().unwrap() {
            true => Err(Error::VaultUnavailable("test")),
            false => Ok(()),
        }
    }
}

impl Vault for Memory {
    fn get(&self, name: &str) -> Result<Option<Vec<u8>>> {
        self.check()?;
        Ok(self.kept.lock().unwrap().get(name).cloned())
    }
    fn set(&self, name: &str, value: &[u8]) -> Result<()> {
        self.check()?;
        self.kept.lock().unwrap().insert(name.into(), value.into());
        Ok(())
    }
    fn remove(&self, name: &str) -> Result<()> {
        self.check()?;
        self.kept.lock().unwrap().remove(name);
        Ok(())
    }
}

pub fn cache(dir: &Path, vault: &Arc<Memory>) -> SqliteCache {
    SqliteCache::new(dir.to_owned(), vault.clone(), Arc::new(SystemDice))
}

pub fn card(mark: &str) -> CachedCard {
    CachedCard {
        signed: SignedSnapshot {
            jws: format!("header.{mark}.signature"),
            keys: "{\"keys\":[]}".into(),
        },
        etag: Some("\"7\"".into()),
        checked_at: Timestamp(1_795_000_000),
    }
}

#[test]
fn what_is_kept_comes_back_in_another_process() {
    let dir = tempfile::tempdir().unwrap();
    let vault = Arc::new(Memory::default());
    assert!(cache(dir.path(), &vault).load().card.is_none());
    cache(dir.path(), &vault).save(&card("first")).unwrap();
    cache(dir.path(), &vault).save(&card("second")).unwrap();
    let loaded = cache(dir.path(), &vault).load();
    assert_eq!((loaded.card, loaded.trouble), (Some(card("second")), None));
}

#[test]
fn nothing_readable_lies_on_disk() {
    let dir = tempfile::tempdir().unwrap();
    let vault = Arc::new(Memory::default());
    cache(dir.path(), &vault)
        .save(&card("Kari-Sandstad-N012345678"))
        .unwrap();
    for file in std::fs::read_dir(dir.path()).unwrap() {
        let bytes = std::fs::read(file.unwrap().path()).unwrap();
        for word in ["Sandstad", "012345678", "header", "checked_at"] {
            assert!(
                !bytes.windows(word.len()).any(|w| w == word.as_bytes()),
                "{word} is readable"
            );
        }
    }
}

#[test]
fn wiping_leaves_no_row_and_no_key() {
    let dir = tempfile::tempdir().unwrap();
    let vault = Arc::new(Memory::default());
    cache(dir.path(), &vault).save(&card("x")).unwrap();
    cache(dir.path(), &vault).wipe().unwrap();
    assert!(vault.kept.lock().unwrap().is_empty());
    assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 0);
    let loaded = cache(dir.path(), &vault).load();
    assert!(loaded.card.is_none() && loaded.trouble.is_none());
}

#[test]
fn each_sealing_differs() {
    let dir = tempfile::tempdir().unwrap();
    let vault = Arc::new(Memory::default());
    let sealed = || {
        cache(dir.path(), &vault).save(&card("same")).unwrap();
        let db = rusqlite::Connection::open(dir.path().join("card.db")).unwrap();
        db.query_row("SELECT text FROM sealed", [], |r| r.get::<_, Vec<u8>>(0))
            .unwrap()
    };
    assert_ne!(sealed(), sealed());
}
