//! The system's safe storage through `keyring`: Secret Service, Keychain, Credential Manager, Keystore.

use std::sync::OnceLock;

use keyring_core::Entry;
use sha2::{Digest, Sha256};

use crate::{Error, Result, ports::Vault};

const SERVICE: &str = "no.bibliotekkortet.app";

/// The system's safe storage. Names are kept apart by data folder, so that two installations don't share a key.
pub struct KeyringVault {
    folder: String,
}

impl KeyringVault {
    /// For the installation with this data folder. No IO here.
    #[must_use]
    pub fn new(data_dir: &std::path::Path) -> Self {
        let hash = Sha256::digest(data_dir.as_os_str().as_encoded_bytes());
        let folder = hash[..6].iter().map(|b| format!("{b:02x}")).collect();
        Self { folder }
    }

    fn entry(&self, name: &str) -> Result<Entry> {
        use_system_store();
        Entry::new(SERVICE, &format!("{name}@{}", self.folder)).map_err(|e| unavailable(&e))
    }
}

impl Vault for KeyringVault {
    fn get(&self, name: &str) -> Result<Option<Vec<u8>>> {
        match self.entry(name)?.get_secret() {
            Ok(secret) => Ok(Some(secret)),
            Err(keyring::Error::NoEntry) => Ok(None),
            Err(e) => Err(unavailable(&e)),
        }
    }

    fn set(&self, name: &str, value: &[u8]) -> Result<()> {
        self.entry(name)?.set_secret(value).map_err(|e| unavailable(&e))
    }

    fn remove(&self, name: &str) -> Result<()> {
        match self.entry(name)?.delete_credential() {
            Ok(()) | Err(keyring::Error::NoEntry) => Ok(()),
            Err(e) => Err(unavailable(&e)),
        }
    }
}

/// Makes the system's store the default, once. On phones the shell's native start-up sets it; `keyring` sets it on
/// computers. A store that a test set beforehand stays.
fn use_system_store() {
    static ONCE: OnceLock<()> = OnceLock::new();
    ONCE.get_or_init(|| {
        if keyring_core::get_default_store().is_none() {
            // The result says which store it is; whether it answers shows at the first use.
            let _ = keyring::Entry::store_status();
        }
    });
}

/// Only the kind crosses: a store's own text may name the secret.
fn unavailable(error: &keyring::Error) -> Error {
    Error::VaultUnavailable(match error {
        keyring::Error::NoStorageAccess(_) => "locked or refused",
        keyring::Error::PlatformFailure(_) => "no answer",
        keyring::Error::NoDefaultStore => "no store",
        keyring::Error::TooLong(..) => "too long",
        _ => "other",
    })
}
