//! Receipts, keeping the card, and the way out.

use super::CardApp;
use crate::{CardError, ExportView, ReceiptView};

#[uniffi::export(async_runtime = "tokio")]
impl CardApp {
    /// Proves a receipt of the list once more, without network; the state's receipt says what came of it.
    ///
    /// # Errors
    /// `ReceiptRefused`, `StorageDamaged`.
    pub async fn check_receipt(&self, id: String) -> Result<(), CardError> {
        let _ = id;
        Err(CardError::Internal)
    }

    /// A receipt's file, byte for byte as the service gave it, to share or keep.
    ///
    /// # Errors
    /// `Internal` for one that isn't in the list.
    pub async fn receipt_file(&self, id: String) -> Result<Vec<u8>, CardError> {
        let _ = id;
        Err(CardError::Internal)
    }

    /// Keeps a card that would end for want of use.
    ///
    /// # Errors
    /// `Offline`, `Service`, `SignInExpired`, `NoCard`, `NotAllowed`.
    pub async fn keep_card(&self) -> Result<(), CardError> {
        Err(CardError::Internal)
    }

    /// Fetches what leaving would leave behind into the state's `leaving`.
    ///
    /// # Errors
    /// `LevelTooLow` (then [`CardApp::step_up`] for `Leave`), `Locked`, `Offline`, `Service`, `SignInExpired`.
    pub async fn see_leaving(&self) -> Result<(), CardError> {
        Err(CardError::Internal)
    }

    /// Ends the card, everywhere and for good. Afterwards `leaving` says when, and the card shows no code.
    ///
    /// # Errors
    /// As [`CardApp::see_leaving`]; `NotAllowed` when it can't be ended here.
    pub async fn leave(&self) -> Result<(), CardError> {
        Err(CardError::Internal)
    }

    /// All that the service keeps about the person.
    ///
    /// # Errors
    /// As [`CardApp::see_leaving`].
    pub async fn export_data(&self) -> Result<ExportView, CardError> {
        Err(CardError::Internal)
    }
}

/// Proves a receipt's file with the service's public keys (JWK set) and its address; no network, no account.
///
/// # Errors
/// `ReceiptRefused`.
#[uniffi::export]
pub fn verify_receipt(file: &[u8], keys: &str, issuer: &str) -> Result<ReceiptView, CardError> {
    let _ = (file, keys, issuer);
    Err(CardError::ReceiptRefused)
}
