//! A phone: an app, a data folder, a vault; it can be killed and started again.

use std::{
    collections::HashMap,
    path::Path,
    sync::{Arc, Mutex, mpsc},
    time::Duration,
};

use card_bindings::{AppConfig, AppState, CardApp, CardError, Door, LogSink, StateObserver, Subscription, Vault};
use card_sandbox::Sandbox;

use crate::Browser;

/// Where the browser comes back; nobody listens, the redirect is handed over by the test.
pub const REDIRECT: &str = "http://127.0.0.1:49152/innlogget";
/// Where it comes back from the provider's sign-out.
pub const PARTED: &str = "http://127.0.0.1:49152/utlogget";
/// No step may take longer; only failing tests wait this long.
const PATIENCE: Duration = Duration::from_secs(40);

/// A vault in memory that outlives the app, and can be locked.
#[derive(Default)]
pub struct Keys {
    kept: Mutex<HashMap<String, Vec<u8>>>,
    /// When set, nothing answers.
    pub locked: Mutex<bool>,
}

impl Keys {
    fn open<T>(&self, look: impl FnOnce(&mut HashMap<String, Vec<u8>>) -> T) -> Result<T, CardError> {
        match *self.locked.lock().unwrap() {
            true => Err(CardError::VaultUnavailable),
            false => Ok(look(&mut self.kept.lock().unwrap())),
        }
    }

    /// All that is kept, for tests that search it.
    pub fn names(&self) -> Vec<String> {
        self.kept.lock().unwrap().keys().cloned().collect()
    }
}

impl Vault for Keys {
    fn get(&self, name: String) -> Result<Option<Vec<u8>>, CardError> {
        self.open(|kept| kept.get(&name).cloned())
    }
    fn set(&self, name: String, value: Vec<u8>) -> Result<(), CardError> {
        self.open(|kept| drop(kept.insert(name, value)))
    }
    fn remove(&self, name: String) -> Result<(), CardError> {
        self.open(|kept| drop(kept.remove(&name)))
    }
}

/// Collects log lines.
#[derive(Default)]
struct Log(Mutex<String>);

impl LogSink for Log {
    fn log(&self, level: String, target: String, line: String) -> Result<(), CardError> {
        self.0.lock().unwrap().push_str(&format!("{level} {target} {line}\n"));
        Ok(())
    }
}

struct Watcher(Mutex<mpsc::Sender<AppState>>);

impl StateObserver for Watcher {
    fn changed(&self, state: AppState) -> Result<(), CardError> {
        let _ = self.0.lock().unwrap().send(state);
        Ok(())
    }
}

/// A started app.
pub struct Phone {
    /// The app.
    pub app: Arc<CardApp>,
    states: Mutex<mpsc::Receiver<AppState>>,
    log: Arc<Log>,
    _subscription: Arc<Subscription>,
}

impl Phone {
    /// Starts the app on `dir` against `sandbox`: with the card service as provider, as the product is.
    pub async fn start(sandbox: &Sandbox, dir: &Path, keys: &Arc<Keys>) -> Self {
        Self::start_with(&sandbox.card_service, &sandbox.card_service, dir, keys).await
    }

    /// The same with ID-porten itself as provider.
    pub async fn start_at_id_porten(sandbox: &Sandbox, dir: &Path, keys: &Arc<Keys>) -> Self {
        Self::start_with(&sandbox.issuer, &sandbox.card_service, dir, keys).await
    }

    /// Starts the app against these addresses.
    pub async fn start_with(issuer: &str, card_service: &str, dir: &Path, keys: &Arc<Keys>) -> Self {
        let log = Arc::new(Log::default());
        let app = Self::app(issuer, card_service, dir, keys, Some(log.clone()));
        let (sender, states) = mpsc::channel();
        let subscription = app.observe(Arc::new(Watcher(Mutex::new(sender))));
        app.start().await.unwrap();
        Self {
            app,
            states: Mutex::new(states),
            log,
            _subscription: subscription,
        }
    }

    /// The app alone, which nobody watches.
    pub fn app(
        issuer: &str,
        card_service: &str,
        dir: &Path,
        keys: &Arc<Keys>,
        log: Option<Arc<dyn LogSink>>,
    ) -> Arc<CardApp> {
        let config = AppConfig {
            data_dir: dir.to_str().unwrap().to_owned(),
            issuer: issuer.to_owned(),
            card_service: card_service.to_owned(),
            client_id: "bibliotekkortet-app".to_owned(),
            id_porten_directly: issuer != card_service,
            device_name: "Testtelefon".to_owned(),
            allow_loopback_http: true,
        };
        CardApp::new(config, Some(keys.clone()), log).unwrap()
    }

    /// Waits until the state is as wanted.
    pub async fn until(&self, what: &str, wanted: impl Fn(&AppState) -> bool) -> AppState {
        let state = self.app.state();
        if wanted(&state) {
            return state;
        }
        tokio::task::block_in_place(|| {
            let states = self.states.lock().unwrap();
            loop {
                match states.recv_timeout(PATIENCE) {
                    Ok(state) if wanted(&state) => return state,
                    Ok(_) => {}
                    Err(_) => panic!("waited for {what}, but it is {:?}", self.app.state()),
                }
            }
        })
    }

    /// Every state that was published and not waited for yet.
    pub fn seen(&self) -> Vec<AppState> {
        self.states.lock().unwrap().try_iter().collect()
    }

    /// First step.
    pub async fn begin(&self) -> Result<String, CardError> {
        self.app
            .begin_sign_in(Door::IdPorten, REDIRECT.into(), "nb".into())
            .await
    }

    /// Signs in to get a card.
    pub async fn sign_in_to_register(&self, persona: &str) -> Result<(), CardError> {
        let url = self.app.begin_registration(REDIRECT.into(), "nb".into()).await?;
        let redirect = Browser::default().sign_in(&url.unwrap(), persona).await;
        self.app.finish_sign_in(redirect).await
    }

    /// Both steps with the browser between them.
    pub async fn sign_in(&self, persona: &str) -> Result<(), CardError> {
        let url = self.begin().await?;
        let redirect = Browser::default().sign_in(&url, persona).await;
        self.app.finish_sign_in(redirect).await
    }

    /// The app is killed, after what it was told to keep is kept: a command that is answered from the disk, in its order.
    pub async fn kill(self) {
        self.app.unlock().await.unwrap();
        self.app.lock_card(false).await.unwrap();
    }

    /// All log lines so far.
    pub fn log(&self) -> String {
        self.log.0.lock().unwrap().clone()
    }
}

/// How often `sandbox` was asked at each path since `from`.
pub fn seen(sandbox: &Sandbox, from: usize) -> Vec<String> {
    sandbox.requests()[from..]
        .iter()
        .map(|r| format!("{} {}", r.method, r.path))
        .collect()
}

/// What the app asked since `from` while somebody waited: without the browser's pages and their ways back, without the
/// revocation of a session that was, and without what it asks by itself once the card is there, keys for receipts included.
pub fn asked_by_app(sandbox: &Sandbox, from: usize) -> Vec<String> {
    const ASIDE: [&str; 15] = [
        "/login",
        "/authorize",
        "/callback/",
        "/feide/",
        "/logout",
        "/revoke",
        "/v1/relations",
        "/v1/household",
        "/v1/children/",
        "/v1/secret-rules",
        "/v1/notices",
        "/v1/receipts",
        "/v1/libraries",
        "/v1/log/",
        "/v1/jwks.json",
    ];
    let aside = |line: &String| ASIDE.iter().any(|path| line.contains(path));
    seen(sandbox, from).into_iter().filter(|line| !aside(line)).collect()
}

/// Waits until the sandbox was asked this.
pub async fn until_asked(sandbox: &Sandbox, line: &str) {
    eventually(line, || seen(sandbox, 0).iter().any(|one| one == line)).await;
}

/// Waits until it is so; for what no state tells.
pub async fn eventually(what: &str, is_so: impl Fn() -> bool) {
    let so = async {
        while !is_so() {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    tokio::time::timeout(PATIENCE, so).await.expect(what);
}

/// The codes in which a sign-in may end, whatever comes in; a person meets no other.
pub const SIGN_IN_CODES: [&str; 12] = [
    "Offline",
    "Service",
    "SignInRefused",
    "SignInCancelled",
    "SignInExpired",
    "LevelTooLow",
    "ClockWrong",
    "WrongCredentials",
    "LockedOut",
    "InvalidNumber",
    "NoCard",
    "VaultUnavailable",
];

/// Fails when an end has another code than those.
pub fn assert_known_code(error: &CardError) {
    let shown = format!("{error:?}");
    let code = shown.split([' ', '{']).next().unwrap();
    assert!(SIGN_IN_CODES.contains(&code), "{shown} is none of the twelve");
}
