//! What a shell may bring: its own safe storage, and somewhere for log lines.

use crate::{AppState, CardError};

/// The device's safe storage, when the shell brings its own (Keystore, Keychain). Called off the main thread.
#[uniffi::export(rust, foreign)]
pub trait Vault: Send + Sync {
    /// The secret by this name, if there is one.
    ///
    /// # Errors
    /// `VaultUnavailable`.
    fn get(&self, name: String) -> Result<Option<Vec<u8>>, CardError>;
    /// Keeps it, durably, before it returns.
    ///
    /// # Errors
    /// `VaultUnavailable`.
    fn set(&self, name: String, value: Vec<u8>) -> Result<(), CardError>;
    /// Forgets it.
    ///
    /// # Errors
    /// `VaultUnavailable`.
    fn remove(&self, name: String) -> Result<(), CardError>;
}

/// Takes log lines. They hold no secret and no personal data.
#[uniffi::export(rust, foreign)]
pub trait LogSink: Send + Sync {
    /// One line. Failures are ignored.
    ///
    /// # Errors
    /// Whatever the shell throws; nobody listens.
    fn log(&self, level: String, target: String, line: String) -> Result<(), CardError>;
}

/// Hears of every change, in order, the current state first.
#[uniffi::export(rust, foreign)]
pub trait StateObserver: Send + Sync {
    /// The state is now this.
    ///
    /// # Errors
    /// Whatever the shell throws; the observer stays subscribed.
    fn changed(&self, state: AppState) -> Result<(), CardError>;
}
