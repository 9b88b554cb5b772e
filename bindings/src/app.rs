//! The app object: coarse commands in, one state out.

use std::sync::{Arc, Mutex, PoisonError};

use card_core::{
    Error,
    adapters::{
        sign_in::Profile,
        system::{self, Addresses},
    },
    domain::{
        directory::Directory, language::Language, level::Level, secret::Secret, snapshot::Library, user_name::UserName,
    },
    ports,
    runner::Runner,
    session::{
        card_door::{CardForm, Knows},
        effect::Reply,
        event::Command,
        farewell::Farewell,
        sign_in::SignInRequest,
        state::Model,
    },
};
use tokio::runtime::Runtime;
use zeroize::Zeroizing;

mod account;
mod libraries;
mod people;

pub use account::verify_receipt;

use crate::{
    Action, AppConfig, AppState, CardError, Credential, Door, LogSink, StateObserver, Subscription, Vault, log,
    observe::Herald, project::libraries::Names,
};

/// The library card: one for the whole life of the app.
#[derive(uniffi::Object)]
pub struct CardApp {
    runner: Arc<Runner>,
    herald: Herald,
    runtime: Mutex<Option<Runtime>>,
    /// What names are looked up in between two states: directory and day.
    lookup: Arc<Mutex<Lookup>>,
}

/// What search and single libraries need of the model.
#[derive(Clone, Default)]
struct Lookup {
    directory: Option<Arc<Directory>>,
    on_card: Vec<Library>,
    today: jiff::civil::Date,
}

#[uniffi::export(async_runtime = "tokio")]
impl CardApp {
    /// Sets up; no file, no network, no vault before [`CardApp::start`]. Without `vault` the system's own is used.
    ///
    /// # Errors
    /// `Internal` when the system has no threads to give.
    #[uniffi::constructor(default(vault = None, log = None))]
    pub fn new(
        config: AppConfig,
        vault: Option<Arc<dyn Vault>>,
        log: Option<Arc<dyn LogSink>>,
    ) -> Result<Arc<Self>, CardError> {
        let dispatch = log::dispatch(log);
        let runtime = log::runtime(&dispatch)?;
        let vault = vault.map(|vault| Arc::new(ShellVault(vault)) as Arc<dyn ports::Vault>);
        let ports = system::ports(config.into(), vault);
        let first = Model::new(ports.clock.now());
        let herald = Herald::new(AppState::from(&first));
        let publisher = herald.clone();
        let lookup = Arc::new(Mutex::new(Lookup::default()));
        let shared = Arc::clone(&lookup);
        let runner = Runner::begin(runtime.handle(), ports, move |model| {
            *shared.lock().unwrap_or_else(PoisonError::into_inner) = Lookup {
                directory: model.directory.clone(),
                on_card: model
                    .card
                    .as_ref()
                    .map_or_else(Vec::new, |card| card.snapshot.card.libraries.clone()),
                today: model.now.date(),
            };
            publisher.publish(AppState::from(model))
        });
        Ok(Arc::new(Self {
            runner: Arc::new(runner),
            herald,
            runtime: Mutex::new(Some(runtime)),
            lookup,
        }))
    }

    /// The state now.
    #[must_use]
    pub fn state(&self) -> AppState {
        self.herald.current()
    }

    /// Tells `observer` of the state now and of each change, in order, on a thread of its own.
    pub fn observe(&self, observer: Arc<dyn StateObserver>) -> Arc<Subscription> {
        Arc::new(self.herald.subscribe(observer))
    }

    /// Reads what is kept on this phone; the card shows when this returns, the register is asked afterwards.
    ///
    /// # Errors
    /// None of its own: what stands in the way is in the state's `trouble`.
    pub async fn start(&self) -> Result<(), CardError> {
        self.ask(Command::Start).await.map(drop)
    }

    /// First step of a sign-in: the address for the system browser. All that is needed to go on is stored by then.
    ///
    /// # Errors
    /// `Offline`, `Service`, `SignInRefused`, `VaultUnavailable`; `Internal` for a door that isn't open.
    pub async fn begin_sign_in(&self, door: Door, redirect_uri: String, language: String) -> Result<String, CardError> {
        let command = Command::BeginSignIn(asking(door, redirect_uri, language));
        address(self.ask(command).await?).ok_or(CardError::Internal)
    }

    /// The sign-in that waits for the browser, once more: its address is good for one opening (RFC 9126 §4). Door and purpose stay,
    /// also after the app was killed.
    ///
    /// # Errors
    /// `SignInExpired` when none waits, and those of [`CardApp::begin_sign_in`].
    pub async fn begin_again(&self, redirect_uri: String, language: String) -> Result<String, CardError> {
        let command = Command::BeginAgain(redirect_uri, language);
        address(self.ask(command).await?).ok_or(CardError::Internal)
    }

    /// The card number's door: no browser, unless the service wants one; then its address comes back, as from
    /// [`CardApp::begin_sign_in`]. Otherwise it returns when the card is there, or when a one-time code is wanted.
    ///
    /// # Errors
    /// `InvalidNumber`, `WrongCredentials`, `LockedOut`, and those of [`CardApp::finish_sign_in`].
    pub async fn sign_in_with_card(
        &self,
        user: String,
        credential: Credential,
        remember: bool,
        redirect_uri: String,
        language: String,
    ) -> Result<Option<String>, CardError> {
        let user = UserName::parse(&Zeroizing::new(user)).map_err(Error::from)?;
        let knows = match credential {
            Credential::Pin { digits } => Knows::Pin(Secret::new(digits)),
            Credential::Password { text } => Knows::Password(Secret::new(text)),
        };
        let request = asking(Door::IdPorten, redirect_uri, language);
        let form = CardForm {
            user,
            knows,
            remember,
            request,
        };
        self.ask(Command::SignInWithCard(form)).await.map(address)
    }

    /// The one-time code that the service sent the person.
    ///
    /// # Errors
    /// `WrongCredentials` (another code may be given), `SignInExpired`, and those of [`CardApp::sign_in_with_card`].
    pub async fn give_one_time_code(&self, code: String) -> Result<(), CardError> {
        self.ask(Command::GiveOneTimeCode(Secret::new(code))).await.map(drop)
    }

    /// Signs in anew for something that needs a higher level; afterwards the state is `cleared_for` it. Where the level is
    /// high enough already, that is so at once, and there is no address to open.
    ///
    /// # Errors
    /// As [`CardApp::begin_sign_in`]; at the end `SignInRefused` with `person` when somebody else signed in.
    pub async fn step_up(
        &self,
        action: Action,
        redirect_uri: String,
        language: String,
    ) -> Result<Option<String>, CardError> {
        let request = SignInRequest {
            level: action.needs(),
            fresh: true,
            purpose: Some(action),
            ..asking(Door::IdPorten, redirect_uri, language)
        };
        self.ask(Command::BeginSignIn(request)).await.map(address)
    }

    /// The person went on with what they stepped up for.
    ///
    /// # Errors
    /// None of its own.
    pub async fn go_on(&self) -> Result<(), CardError> {
        self.ask(Command::GoOn).await.map(drop)
    }

    /// Second step: the redirect as the browser gave it, unread. Returns when the card is there.
    ///
    /// # Errors
    /// `SignInRefused` (the attempt waits on when the redirect wasn't ours), `SignInCancelled`, `SignInExpired`,
    /// `LevelTooLow`, `NoCard`, `Offline`, `Service`.
    pub async fn finish_sign_in(&self, redirect: String) -> Result<(), CardError> {
        self.ask(Command::FinishSignIn(Secret::new(redirect))).await.map(drop)
    }

    /// Gives up a sign-in that waits for the browser; nothing to give up is fine.
    ///
    /// # Errors
    /// None of its own.
    pub async fn cancel_sign_in(&self) -> Result<(), CardError> {
        self.ask(Command::CancelSignIn).await.map(drop)
    }

    /// Asks the register now.
    ///
    /// # Errors
    /// `Offline`, `Service`, `SignInExpired` (sign in anew; the card stays), `NoCard`.
    pub async fn refresh(&self) -> Result<(), CardError> {
        self.ask(Command::Refresh).await.map(drop)
    }

    /// Forgets everything on this phone, then tells the provider. With `redirect_uri`, where the browser comes back (it ends in
    /// `/utlogget`), it gives the address that ends the provider's session in the browser too, when that can be had.
    ///
    /// # Errors
    /// `StorageReadOnly`, `VaultUnavailable`: something could not be removed; it doesn't show any more.
    #[uniffi::method(default(redirect_uri = None, language = ""))]
    pub async fn sign_out(&self, redirect_uri: Option<String>, language: String) -> Result<Option<String>, CardError> {
        let farewell = redirect_uri.map(|redirect_uri| Farewell { redirect_uri, language });
        self.ask(Command::SignOut(farewell)).await.map(address)
    }

    /// The browser came back from the provider's sign-out.
    ///
    /// # Errors
    /// `SignInRefused`: not the answer to our question. The phone is signed out all the same.
    pub async fn finish_sign_out(&self, redirect: String) -> Result<(), CardError> {
        self.ask(Command::FinishSignOut(Secret::new(redirect))).await.map(drop)
    }

    /// Fetches the sign-ins on all devices into the state's `devices`.
    ///
    /// # Errors
    /// `Locked` (ask the device who holds it, then [`CardApp::unlock`]), `LevelTooLow` (then [`CardApp::step_up`]),
    /// `SignInExpired`, `Offline`, `Service`.
    pub async fn see_devices(&self) -> Result<(), CardError> {
        self.ask(Command::SeeDevices).await.map(drop)
    }

    /// Ends the sign-in on another device; it notices at its next contact. This one is left by [`CardApp::sign_out`].
    ///
    /// # Errors
    /// As [`CardApp::see_devices`].
    pub async fn end_device(&self, id: String) -> Result<(), CardError> {
        self.ask(Command::EndDevice(id)).await.map(drop)
    }

    /// The app came in front of the person, or left.
    ///
    /// # Errors
    /// None of its own.
    pub async fn in_front(&self, is: bool) -> Result<(), CardError> {
        self.ask(Command::InFront(is)).await.map(drop)
    }

    /// The device has recognised its owner: face, finger or code.
    ///
    /// # Errors
    /// None of its own.
    pub async fn unlock(&self) -> Result<(), CardError> {
        self.ask(Command::Unlock).await.map(drop)
    }

    /// Puts the card too behind the lock, or only what changes something. Needs the lock open.
    ///
    /// # Errors
    /// `Locked`, `VaultUnavailable`.
    pub async fn lock_card(&self, lock: bool) -> Result<(), CardError> {
        self.ask(Command::LockCard(lock)).await.map(drop)
    }

    /// The person has seen the trouble.
    ///
    /// # Errors
    /// None of its own.
    pub async fn dismiss_trouble(&self) -> Result<(), CardError> {
        self.ask(Command::DismissTrouble).await.map(drop)
    }
}

impl CardApp {
    /// Asks with the names that are known now, in that language.
    fn named<T>(&self, language: &str, ask: impl FnOnce(Names<'_>) -> T) -> T {
        let lookup = self.lookup.lock().unwrap_or_else(PoisonError::into_inner).clone();
        ask(Names {
            directory: lookup.directory.as_deref(),
            on_card: &lookup.on_card,
            language: Language::from_tag(language),
            today: lookup.today,
        })
    }

    /// On our own runtime, because a cancelled coroutine drops this future: the command goes on all the same.
    async fn ask(&self, command: Command) -> Result<Reply, CardError> {
        let runner = Arc::clone(&self.runner);
        let asked = {
            let runtime = self.runtime.lock().unwrap_or_else(PoisonError::into_inner);
            let Some(runtime) = runtime.as_ref() else {
                return Err(CardError::Internal);
            };
            runtime.spawn(async move { runner.ask(command).await })
        };
        match asked.await {
            Ok(result) => result.map_err(Into::into),
            Err(_panicked) => Err(CardError::Internal),
        }
    }
}

impl Drop for CardApp {
    /// The last reference may go away inside the runtime, where waiting for it is not allowed.
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.lock().unwrap_or_else(PoisonError::into_inner).take() {
            runtime.shutdown_background();
        }
    }
}

impl From<AppConfig> for Addresses {
    fn from(config: AppConfig) -> Self {
        Self {
            data_dir: config.data_dir.into(),
            profile: Profile {
                device: config.device_name,
                ..match config.id_porten_directly {
                    true => Profile::id_porten(config.issuer, config.client_id),
                    false => Profile::card_service(config.issuer, config.client_id),
                }
            },
            card_service: config.card_service,
            allow_loopback_http: config.allow_loopback_http,
        }
    }
}

/// A sign-in in the browser, for nothing in particular.
fn asking(door: Door, redirect_uri: String, language: String) -> SignInRequest {
    SignInRequest {
        door,
        redirect_uri,
        language,
        level: Level::High,
        fresh: false,
        purpose: None,
    }
}

/// The address to open, if there is one.
fn address(reply: Reply) -> Option<String> {
    match reply {
        Reply::Open(url) => Some(url),
        Reply::Done | Reply::File(_) | Reply::Export(_) => None,
    }
}

/// A shell's vault as the core's port.
struct ShellVault(Arc<dyn Vault>);

impl ports::Vault for ShellVault {
    fn get(&self, name: &str) -> card_core::Result<Option<Vec<u8>>> {
        self.0.get(name.to_owned()).map_err(Error::from)
    }

    fn set(&self, name: &str, value: &[u8]) -> card_core::Result<()> {
        self.0.set(name.to_owned(), value.to_vec()).map_err(Error::from)
    }

    fn remove(&self, name: &str) -> card_core::Result<()> {
        self.0.remove(name.to_owned()).map_err(Error::from)
    }
}
