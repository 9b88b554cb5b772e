//! Mine bibliotek: finding, reading, signing.

use card_core::{
    domain::{language::Language, library},
    session::{event::Command, libraries::LibraryCommand},
};

use super::CardApp;
use crate::{Agreement, CardError, Found, LibraryProfile, Position};

#[uniffi::export(async_runtime = "tokio")]
impl CardApp {
    /// Libraries by name, place, municipality or number, the best first; for every keystroke. With `near` the nearest first among
    /// equals. Names come in `language` where the library has one.
    #[must_use]
    pub fn find_libraries(&self, text: &str, near: Option<Position>, limit: u32, language: &str) -> Found {
        let near = near.and_then(|near| library::Position::from_millionths(near.lat_e6, near.lon_e6));
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        self.named(language, |names| names.find(text, near, limit))
    }

    /// What the directory says about a library; closed ones too.
    #[must_use]
    pub fn library(&self, number: &str, language: &str) -> Option<LibraryProfile> {
        let number = library::LibraryNumber::parse(number).ok()?;
        self.named(language, |names| names.known(number))
    }

    /// Asks for everything about libraries anew: directory, relations, newer rules, receipts, notices, the log.
    ///
    /// # Errors
    /// `Offline`, `Service`, `SignInExpired`.
    pub async fn see_libraries(&self) -> Result<(), CardError> {
        self.of_libraries(LibraryCommand::See).await
    }

    /// Makes a library where the person is a patron the home library; when registering, any library.
    ///
    /// # Errors
    /// `LevelTooLow` (then [`CardApp::step_up`] for `ChooseLibraries`), `Locked`, `NotAllowed`, `Offline`, `Service`, `SignInExpired`.
    pub async fn choose_home(&self, number: String) -> Result<(), CardError> {
        self.of_libraries(LibraryCommand::ChooseHome(parsed(&number)?)).await
    }

    /// Takes back what a library hasn't answered.
    ///
    /// # Errors
    /// As [`CardApp::choose_home`]; `NotAllowed` where the library has answered: then only the library can end it.
    pub async fn withdraw(&self, number: String) -> Result<(), CardError> {
        self.of_libraries(LibraryCommand::Withdraw(parsed(&number)?)).await
    }

    /// A desk code is on the screen: asks every few seconds whether the desk has confirmed, while the app is in front.
    ///
    /// # Errors
    /// None of its own.
    pub async fn watch_desk(&self, on: bool) -> Result<(), CardError> {
        self.of_libraries(LibraryCommand::WatchDesk(on)).await
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
        let libraries = libraries
            .iter()
            .map(|number| parsed(number))
            .collect::<Result<_, _>>()?;
        let command = LibraryCommand::BeginTrip(libraries, agreement, tongue(&language));
        self.of_libraries(command).await
    }

    /// Opens the text of a stop, or the same in another language, or once more.
    ///
    /// # Errors
    /// As [`CardApp::begin_trip`].
    pub async fn go_to_stop(&self, stop: u32, language: String) -> Result<(), CardError> {
        self.of_libraries(LibraryCommand::GoToStop(index(stop), tongue(&language)))
            .await
    }

    /// For whom: index into the trip's parties.
    ///
    /// # Errors
    /// `Internal` for nobody.
    pub async fn sign_for(&self, party: u32) -> Result<(), CardError> {
        self.of_libraries(LibraryCommand::SignFor(index(party))).await
    }

    /// The person read the open text to the end, or says so.
    ///
    /// # Errors
    /// None of its own.
    pub async fn have_read(&self) -> Result<(), CardError> {
        self.of_libraries(LibraryCommand::HaveRead).await
    }

    /// Signs the open text, for whom it is set to; the next stop's text opens. Lost on the way, it is asked again without being
    /// signed twice.
    ///
    /// # Errors
    /// `LevelTooLow` (then [`CardApp::step_up`] for `SignRules`; the trip stays), `Locked`, `RulesChanged` (the new text is there),
    /// `LibraryClosed`, `NotAllowed`, `ReceiptRefused`, `Offline`, `Service`, `SignInExpired`; `Internal` before it was read.
    pub async fn sign(&self) -> Result<(), CardError> {
        self.of_libraries(LibraryCommand::Sign).await
    }

    /// Passes the open stop by.
    ///
    /// # Errors
    /// As [`CardApp::begin_trip`].
    pub async fn skip_stop(&self) -> Result<(), CardError> {
        self.of_libraries(LibraryCommand::SkipStop).await
    }

    /// Puts the trip away; what was signed stays signed.
    ///
    /// # Errors
    /// None of its own.
    pub async fn end_trip(&self) -> Result<(), CardError> {
        self.of_libraries(LibraryCommand::EndTrip).await
    }
}

impl CardApp {
    pub(super) async fn of_libraries(&self, command: LibraryCommand) -> Result<(), CardError> {
        self.ask(Command::Libraries(command)).await.map(drop)
    }
}

pub(super) fn parsed(number: &str) -> Result<library::LibraryNumber, CardError> {
    library::LibraryNumber::parse(number).map_err(|_| CardError::NoRules)
}

/// Bokmål where the app speaks a language that nobody writes rules in.
fn tongue(language: &str) -> Language {
    Language::from_tag(language).unwrap_or(Language::Nb)
}

fn index(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}
