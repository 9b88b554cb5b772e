//! Mine bibliotek: finding, reading, signing.

use super::CardApp;
use crate::{Agreement, CardError, Found, LibraryProfile, Position};

#[uniffi::export(async_runtime = "tokio")]
impl CardApp {
    /// Libraries by name, place, municipality or number, the best first; for every keystroke. With `near` the nearest first among
    /// equals. Names come in `language` where the library has one.
    #[must_use]
    pub fn find_libraries(&self, text: &str, near: Option<Position>, limit: u32, language: &str) -> Found {
        let _ = (text, near, limit, language);
        Found {
            libraries: Vec::new(),
            total: 0,
            demo: false,
        }
    }

    /// What the directory says about a library; closed ones too.
    #[must_use]
    pub fn library(&self, number: &str, language: &str) -> Option<LibraryProfile> {
        let _ = (number, language);
        None
    }

    /// Asks for everything about libraries anew: directory, relations, newer rules, receipts, notices, the log.
    ///
    /// # Errors
    /// `Offline`, `Service`, `SignInExpired`.
    pub async fn see_libraries(&self) -> Result<(), CardError> {
        Err(CardError::Internal)
    }

    /// Makes a library where the person is a patron the home library.
    ///
    /// # Errors
    /// `LevelTooLow` (then [`CardApp::step_up`] for `ChooseLibraries`), `Locked`, `NotAllowed`, `Offline`, `Service`, `SignInExpired`.
    pub async fn choose_home(&self, number: String) -> Result<(), CardError> {
        let _ = number;
        Err(CardError::Internal)
    }

    /// Takes back what a library hasn't answered.
    ///
    /// # Errors
    /// As [`CardApp::choose_home`]; `NotAllowed` where the library has answered: then only the library can end it.
    pub async fn withdraw(&self, number: String) -> Result<(), CardError> {
        let _ = number;
        Err(CardError::Internal)
    }

    /// A desk code is on the screen: asks every few seconds whether the desk has confirmed, while the app is in front.
    ///
    /// # Errors
    /// None of its own.
    pub async fn watch_desk(&self, on: bool) -> Result<(), CardError> {
        let _ = on;
        Err(CardError::Internal)
    }

    /// Begins reading and signing at these libraries, in this order; the first text is fetched, in `language` where the library
    /// wrote it. What was begun before is put away. The state's `trip` tells of the rest.
    ///
    /// # Errors
    /// `NoRules`, `RulesRefused`, `LibraryClosed`, `Offline`, `Service`: of the first text; the trip stands and can be gone on with.
    pub async fn begin_trip(
        &self,
        libraries: Vec<String>,
        agreement: Agreement,
        language: String,
    ) -> Result<(), CardError> {
        let _ = (libraries, agreement, language);
        Err(CardError::Internal)
    }

    /// Opens the text of a stop, or the same in another language, or once more.
    ///
    /// # Errors
    /// As [`CardApp::begin_trip`].
    pub async fn go_to_stop(&self, stop: u32, language: String) -> Result<(), CardError> {
        let _ = (stop, language);
        Err(CardError::Internal)
    }

    /// For whom: index into the trip's parties.
    ///
    /// # Errors
    /// `Internal` for nobody.
    pub async fn sign_for(&self, party: u32) -> Result<(), CardError> {
        let _ = party;
        Err(CardError::Internal)
    }

    /// The person read the open text to the end, or says so.
    ///
    /// # Errors
    /// None of its own.
    pub async fn have_read(&self) -> Result<(), CardError> {
        Err(CardError::Internal)
    }

    /// Signs the open text, for whom it is set to; the next stop's text opens. Lost on the way, it is asked again without being
    /// signed twice.
    ///
    /// # Errors
    /// `LevelTooLow` (then [`CardApp::step_up`] for `SignRules`; the trip stays), `Locked`, `RulesChanged` (the new text is there),
    /// `LibraryClosed`, `NotAllowed`, `ReceiptRefused`, `Offline`, `Service`, `SignInExpired`; `Internal` before it was read.
    pub async fn sign(&self) -> Result<(), CardError> {
        Err(CardError::Internal)
    }

    /// Passes the open stop by.
    ///
    /// # Errors
    /// As [`CardApp::begin_trip`].
    pub async fn skip_stop(&self) -> Result<(), CardError> {
        Err(CardError::Internal)
    }

    /// Puts the trip away; what was signed stays signed.
    ///
    /// # Errors
    /// None of its own.
    pub async fn end_trip(&self) -> Result<(), CardError> {
        Err(CardError::Internal)
    }
}
