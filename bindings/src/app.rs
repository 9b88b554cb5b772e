//! The app object: coarse commands in, one state out.

use std::sync::{Arc, Mutex, PoisonError};

use card_core::{
    Error,
    adapters::{
        sign_in::Profile,
        system::{self, Addresses},
    },
    domain::{level::Level, secret::Secret},
    ports,
    runner::Runner,
    session::{effect::Reply, event::Command, sign_in::SignInRequest, state::Model},
};
use tokio::runtime::Runtime;

use crate::{AppConfig, AppState, CardError, Door, LogSink, StateObserver, Subscription, Vault, log, observe::Herald};

/// The library card: one for the whole life of the app.
#[derive(uniffi::Object)]
pub struct CardApp {
    runner: Arc<Runner>,
    herald: Herald,
    runtime: Mutex<Option<Runtime>>,
}

/// Rights asked of the provider: who it is, and reading the card.
const SCOPES: [&str; 3] = ["openid", "profile", "nb:bibliotekkortet"];

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
        let runner = Runner::begin(runtime.handle(), ports, move |model| {
            publisher.publish(AppState::from(model))
        });
        Ok(Arc::new(Self {
            runner: Arc::new(runner),
            herald,
            runtime: Mutex::new(Some(runtime)),
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
        let request = SignInRequest {
            door,
            redirect_uri,
            language,
            level: Level::High,
            fresh: false,
        };
        match self.ask(Command::BeginSignIn(request)).await? {
            Reply::Open(url) => Ok(url),
            Reply::Done => Err(CardError::Internal),
        }
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

    /// Forgets everything on this phone, then tells the provider.
    ///
    /// # Errors
    /// `StorageReadOnly`, `VaultUnavailable`: something could not be removed; it doesn't show any more.
    pub async fn sign_out(&self) -> Result<(), CardError> {
        self.ask(Command::SignOut).await.map(drop)
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
                issuer: config.issuer,
                client_id: config.client_id,
                scopes: SCOPES.map(str::to_owned).to_vec(),
            },
            card_service: config.card_service,
            allow_loopback_http: config.allow_loopback_http,
        }
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
