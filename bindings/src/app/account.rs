//! Receipts, keeping the card, and the way out.

use card_core::{
    adapters::receipt,
    domain::receipt::Proof,
    session::{effect::Reply, event::Command, libraries::LibraryCommand},
};

use super::CardApp;
use crate::{
    CardError, ExportView, ReceiptView,
    project::{account, libraries::Names},
};

#[uniffi::export(async_runtime = "tokio")]
impl CardApp {
    /// Proves a receipt of the list once more, without network; the state's receipt says what came of it.
    ///
    /// # Errors
    /// `ReceiptRefused`, `StorageDamaged`.
    pub async fn check_receipt(&self, id: String) -> Result<(), CardError> {
        self.of_libraries(LibraryCommand::CheckReceipt(id)).await
    }

    /// A receipt's file, byte for byte as the service gave it, to share or keep.
    ///
    /// # Errors
    /// `Internal` for one that isn't in the list.
    pub async fn receipt_file(&self, id: String) -> Result<Vec<u8>, CardError> {
        match self.ask(Command::Libraries(LibraryCommand::ReceiptFile(id))).await? {
            Reply::File(file) => Ok(file.into_bytes()),
            Reply::Done | Reply::Open(_) | Reply::Export(_) => Err(CardError::Internal),
        }
    }

    /// Keeps a card that would end for want of use.
    ///
    /// # Errors
    /// `Offline`, `Service`, `SignInExpired`, `NoCard`, `NotAllowed`.
    pub async fn keep_card(&self) -> Result<(), CardError> {
        self.of_libraries(LibraryCommand::KeepCard).await
    }

    /// Fetches what leaving would leave behind into the state's `leaving`.
    ///
    /// # Errors
    /// `LevelTooLow` (then [`CardApp::step_up`] for `Leave`), `Locked`, `Offline`, `Service`, `SignInExpired`.
    pub async fn see_leaving(&self) -> Result<(), CardError> {
        self.of_libraries(LibraryCommand::SeeLeaving).await
    }

    /// Ends the card, everywhere and for good. Afterwards `leaving` says when, and the card shows no code.
    ///
    /// # Errors
    /// As [`CardApp::see_leaving`]; `NotAllowed` when it can't be ended here.
    pub async fn leave(&self) -> Result<(), CardError> {
        self.of_libraries(LibraryCommand::Leave).await
    }

    /// All that the service keeps about the person.
    ///
    /// # Errors
    /// As [`CardApp::see_leaving`].
    pub async fn export_data(&self) -> Result<ExportView, CardError> {
        match self.ask(Command::Libraries(LibraryCommand::Export)).await? {
            Reply::Export(export) => Ok(self.named("", |names| account::export(names, *export))),
            Reply::Done | Reply::Open(_) | Reply::File(_) => Err(CardError::Internal),
        }
    }
}

/// Proves a receipt's file with the service's public keys (JWK set) and its address; no network, no account.
///
/// # Errors
/// `ReceiptRefused`.
#[uniffi::export]
pub fn verify_receipt(file: Vec<u8>, keys: &str, issuer: &str) -> Result<ReceiptView, CardError> {
    let file = String::from_utf8(file).map_err(|_| CardError::ReceiptRefused)?;
    let listed = receipt::list(&[file], keys, issuer);
    match listed.first() {
        Some(listed) if listed.proof == Proof::Proved => Ok(account::receipt_view(Names::none(), None, listed)),
        _ => Err(CardError::ReceiptRefused),
    }
}
