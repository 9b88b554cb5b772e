//! Registering, children, contact, PIN and password.

use card_core::{
    Error,
    domain::{
        action::Action,
        email::Email,
        language::Language,
        level::Level,
        library::LibraryNumber,
        phone::Phone,
        reach::{ReachChange, TemporaryAddress},
        receipt::Pseudonym,
        secret::{Hidden, Secret},
    },
    session::{
        event::Command,
        people::{Mine, PeopleCommand},
        sign_in::SignInRequest,
    },
};

use super::{CardApp, address, asking, libraries::parsed};
use crate::{CardError, ContactDetails, Door};

#[uniffi::export(async_runtime = "tokio")]
impl CardApp {
    /// Begins getting a card: the address for the browser, as from [`CardApp::begin_sign_in`]. Afterwards the state has a
    /// `registration`, which is gone on with on any phone; or the card, for who has one. Without an address there is nothing to
    /// open: the person is signed in well enough.
    ///
    /// # Errors
    /// As [`CardApp::begin_sign_in`]; at the end `NotAllowed` for who can't have a card by themselves, and nobody is signed in.
    pub async fn begin_registration(
        &self,
        redirect_uri: String,
        language: String,
    ) -> Result<Option<String>, CardError> {
        let request = SignInRequest {
            level: Level::High,
            purpose: Some(Action::Register),
            ..asking(Door::IdPorten, redirect_uri, language)
        };
        self.ask(Command::BeginSignIn(request)).await.map(address)
    }

    /// Gets the card when nothing is left to tell; returns when it is here, with the home library's rules open as `trip`, in
    /// `language`. Lost on the way, it is asked again without registering twice.
    ///
    /// # Errors
    /// `Incomplete`, `NotAllowed`, `LevelTooLow` (then [`CardApp::begin_registration`]), `Locked`, `Offline`, `Service`,
    /// `SignInExpired`, `NoCard` when the register doesn't know of the card yet.
    pub async fn finish_registration(&self, language: String) -> Result<(), CardError> {
        self.of_people(PeopleCommand::Register(tongue(&language))).await
    }

    /// Tells an e-mail address, when registering or later; a code is sent there.
    ///
    /// # Errors
    /// `InvalidEmail`, `LookalikeEmail`, `LockedOut` (too many codes), `LevelTooLow` (then [`CardApp::step_up`] for
    /// `ChangeContact`), `Locked`, `Offline`, `Service`, `SignInExpired`.
    pub async fn change_email(&self, email: String) -> Result<(), CardError> {
        let email = Email::parse(&email).map_err(Error::from)?;
        self.of_people(PeopleCommand::ChangeEmail(email)).await
    }

    /// The code that came there.
    ///
    /// # Errors
    /// `WrongCode`, `CodeExpired`, `LockedOut`, and those of [`CardApp::change_email`].
    pub async fn prove_email(&self, code: String) -> Result<(), CardError> {
        self.of_people(PeopleCommand::ProveEmail(Secret::new(code))).await
    }

    /// Fetches into the state's `contact`. It is in memory only.
    ///
    /// # Errors
    /// `LevelTooLow` (then [`CardApp::step_up`] for `ChangeContact`), `Locked`, `NoCard`, `NotAllowed`, `Offline`, `Service`,
    /// `SignInExpired`.
    pub async fn see_contact(&self) -> Result<(), CardError> {
        self.of_people(PeopleCommand::SeeContact).await
    }

    /// Changes phone, channel, language and temporary address on top of what was seen; when registering, phone and channel.
    /// Without network nothing is changed, now or later.
    ///
    /// # Errors
    /// `InvalidPhone`, `InvalidAddress`, `ChangedElsewhere` (the state has a `conflict`), and those of
    /// [`CardApp::see_contact`]; `Internal` before contact was seen.
    pub async fn change_contact(&self, details: ContactDetails) -> Result<(), CardError> {
        let change = Box::new(change(details)?);
        self.of_people(PeopleCommand::ChangeContact(change)).await
    }

    /// Ends a conflict: what this device sent is sent again, or what is there stays.
    ///
    /// # Errors
    /// As [`CardApp::change_contact`].
    pub async fn resolve_conflict(&self, keep_mine: bool) -> Result<(), CardError> {
        let mine = if keep_mine { Mine::Mine } else { Mine::Theirs };
        self.of_people(PeopleCommand::Resolve(mine)).await
    }

    /// When registering: a PIN, and a password if one is wanted. Later: one of the two anew. What was typed is sent once and
    /// wiped.
    ///
    /// # Errors
    /// `TooSimple`, `WrongLength` (see the state's `secret_rules`), `LockedOut` (too many changes), `LevelTooLow` (then
    /// [`CardApp::step_up`] for `ChangeSecret`), `Locked`, `NoCard`, `NotAllowed`, `Offline`, `Service`, `SignInExpired`;
    /// `Internal` for both, or neither, later.
    pub async fn choose_secrets(&self, pin: Option<String>, password: Option<String>) -> Result<(), CardError> {
        let (pin, password) = (pin.map(Secret::new), password.map(Secret::new));
        self.of_people(PeopleCommand::ChooseSecrets(pin, password)).await
    }

    /// Gets cards for several children in one go, with that home library; each has its own `outcome` in the state's `household`.
    /// Lost on the way, it is asked again without registering twice.
    ///
    /// # Errors
    /// `LevelTooLow` (then [`CardApp::step_up`] for `ActForChild`), `Locked`, `NoRules` for a library that isn't there,
    /// `LibraryClosed`, `Offline`, `Service`, `SignInExpired`: then nothing was done for any child.
    pub async fn register_children(&self, children: Vec<String>, library: String) -> Result<(), CardError> {
        let children = children.iter().map(|id| child(id)).collect::<Result<_, _>>()?;
        self.of_people(PeopleCommand::RegisterChildren(children, parsed(&library)?))
            .await
    }

    /// A code for a library's desk, which sees papers and confirms that the person may act for a child; it is in the state's
    /// `household`.
    ///
    /// # Errors
    /// As [`CardApp::register_children`].
    pub async fn make_child_code(&self, library: String) -> Result<(), CardError> {
        let library: LibraryNumber = parsed(&library)?;
        self.of_people(PeopleCommand::MakeChildCode(library)).await
    }

    /// From now on the person acts for that child, or for themselves again: trips begin for whom one acts for. Ends by itself
    /// when the basis does, and with the app.
    ///
    /// # Errors
    /// `NotAllowed`, `LevelTooLow` (then [`CardApp::step_up`] for `ActForChild`), `Locked`, `SignInExpired`.
    pub async fn act_for(&self, child_id: Option<String>) -> Result<(), CardError> {
        let child = child_id.map(|id| child(&id)).transpose()?;
        self.of_people(PeopleCommand::ActFor(child)).await
    }

    /// That child's card is on the screen, or one's own: the state's `shown`, kept for the next start. An id that isn't a child's
    /// with a card here is one's own. No network; it forgets itself when the child's card leaves the phone.
    ///
    /// # Errors
    /// None of its own.
    pub async fn show_card_of(&self, child_id: Option<String>) -> Result<(), CardError> {
        let child = child_id.and_then(|id| Pseudonym::parse(&id));
        self.ask(Command::ShowCardOf(child)).await.map(drop)
    }

    /// Fetches what was done with one's own card, or with a child's, into the state's `ledger`.
    ///
    /// # Errors
    /// `NotAllowed`, and those of [`CardApp::see_contact`].
    pub async fn see_ledger(&self, child_id: Option<String>) -> Result<(), CardError> {
        let child = child_id.map(|id| child(&id)).transpose()?;
        self.of_people(PeopleCommand::SeeLedger(child)).await
    }
}

impl CardApp {
    async fn of_people(&self, command: PeopleCommand) -> Result<(), CardError> {
        self.ask(Command::People(command)).await.map(drop)
    }
}

/// A text that no child is called is a child that there isn't.
fn child(id: &str) -> Result<Pseudonym, CardError> {
    Pseudonym::parse(id).ok_or(CardError::NotAllowed)
}

fn tongue(language: &str) -> Language {
    Language::from_tag(language).unwrap_or(Language::Nb)
}

fn change(details: ContactDetails) -> Result<ReachChange, CardError> {
    let phone = details.phone.filter(|phone| !phone.trim().is_empty());
    let phone = phone.map(|phone| Phone::parse(&phone)).transpose();
    let lines = || details.address_lines.iter().map(String::as_str);
    let temporary = match details.address_until.as_deref() {
        None if lines().all(|line| line.trim().is_empty()) => None,
        until => {
            let until = until
                .and_then(|until| until.parse().ok())
                .ok_or(Error::InvalidAddress)?;
            Some(TemporaryAddress::new(lines(), until)?)
        }
    };
    Ok(ReachChange {
        phone: phone.map_err(Error::from)?.map(Hidden),
        channel: details.channel,
        language: tongue(&details.language),
        temporary: temporary.map(Hidden),
    })
}
