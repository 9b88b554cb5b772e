use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

use serde::Serialize;

use crate::clock::Clock;
use crate::keys::{Keys, RsaKey};
use crate::personas::Persona;
use crate::provider::client::APP;
use crate::realm::Realm;
use crate::register::Register;
use crate::secrets::Secrets;
use crate::service::BackChannel;
use crate::settings::StartError;
use crate::state::State;
use crate::store::Store;
use crate::switches::Switches;
use crate::twists::Twist;

/// One request as it came in. No query, no header, no body: those may hold secrets.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RequestLog {
    /// HTTP method.
    pub method: String,
    /// Path without query.
    pub path: String,
}

/// Base URLs of the four listeners and of Feide, without a slash at the end.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Addresses {
    pub(crate) issuer: String,
    pub(crate) login: String,
    pub(crate) feide: String,
    pub(crate) card_service: String,
    pub(crate) control: String,
}

/// What all four listeners look at.
pub(crate) struct Shared {
    pub(crate) addresses: Addresses,
    pub(crate) allow_hints: bool,
    /// Whether a browser's session is used again.
    pub(crate) sso: bool,
    pub(crate) clock: Clock,
    pub(crate) switches: Switches,
    pub(crate) personas: Vec<Persona>,
    pub(crate) register: Register,
    /// The card service's own HTTP client.
    pub(crate) back_channel: BackChannel,
    /// Every secret of the run, when a test wants them.
    pub(crate) secrets: Option<Secrets>,
    /// Made when somebody first asks for it, since most tests never do.
    feide_key: OnceLock<RsaKey>,
    store: Store,
    kept: Mutex<Kept>,
    log: Mutex<Vec<RequestLog>>,
}

/// What goes into the state file.
struct Kept {
    keys: Keys,
    state: State,
}

impl Shared {
    pub(crate) fn new(
        addresses: Addresses,
        settings: &crate::Settings,
        personas: Vec<Persona>,
    ) -> Result<Self, StartError> {
        let store = Store::new(settings.state_file.clone());
        let clock = Clock::new(settings.now);
        let (keys, mut state) = match store.load()? {
            Some(loaded) => loaded,
            None => (Keys::make()?, State::default()),
        };
        if state.began == 0 {
            state.began = clock.now();
        }
        if let (Err(error), Some(path)) = (store.save(&keys, &state), settings.state_file.clone()) {
            return Err(StartError::StateFile {
                path,
                reason: error.to_string(),
            });
        }
        if settings.no_registry_link {
            state.registry_link_off = true;
        }
        let register = Register::load(&personas, state.began).map_err(StartError::Data)?;
        Ok(Self {
            addresses,
            allow_hints: settings.allow_hints,
            sso: settings.sso,
            secrets: settings.remember_secrets.then(Secrets::default),
            clock,
            switches: Switches::default(),
            personas,
            register,
            back_channel: BackChannel::new()?,
            feide_key: OnceLock::new(),
            store,
            kept: Mutex::new(Kept { keys, state }),
            log: Mutex::default(),
        })
    }

    pub(crate) fn now(&self) -> i64 {
        self.clock.now()
    }

    pub(crate) fn issuer_of(&self, realm: Realm) -> &str {
        match realm {
            Realm::Idporten => &self.addresses.issuer,
            Realm::Feide => &self.addresses.feide,
            Realm::Card => &self.addresses.card_service,
        }
    }

    pub(crate) fn feide_key(&self) -> Option<RsaKey> {
        if let Some(key) = self.feide_key.get() {
            return Some(key.clone());
        }
        let made = RsaKey::feide().ok()?;
        Some(self.feide_key.get_or_init(|| made).clone())
    }

    pub(crate) fn keys(&self) -> Keys {
        self.kept().keys.clone()
    }

    pub(crate) fn read<T>(&self, look: impl FnOnce(&State) -> T) -> T {
        look(&self.kept().state)
    }

    /// Changes the state and saves it before anybody hears of it.
    pub(crate) fn change<T>(&self, alter: impl FnOnce(&mut State) -> T) -> T {
        let mut kept = self.kept();
        kept.state.prune(self.now());
        let outcome = alter(&mut kept.state);
        self.save(&kept);
        outcome
    }

    pub(crate) fn persona(&self, id: &str) -> Option<&Persona> {
        self.personas.iter().find(|persona| persona.id == id)
    }

    /// The number of somebody's card, whether it has ended or not.
    pub(crate) fn number_of(&self, holder: &str) -> Option<String> {
        let issued = self.read(|state| Some(state.patrons.get(holder)?.issued.as_ref()?.number.clone()));
        let child = || self.register.children.iter().find(|it| it.id == holder)?.card.as_ref();
        let first = self.persona(holder).map_or_else(child, |it| it.card.as_ref());
        issued.or_else(|| Some(first?.number.clone()))
    }

    /// A library's entry as it is now.
    pub(crate) fn library(&self, number: &str) -> Option<serde_json::Value> {
        self.read(|state| crate::register::directory::library(&self.register, state, number))
    }

    /// Of a persona or a child.
    pub(crate) fn name_of(&self, holder: &str) -> Option<&str> {
        let child = || self.register.children.iter().find(|it| it.id == holder);
        let persona = self.persona(holder).map(|it| it.name.as_str());
        persona.or_else(|| Some(child()?.name.as_str()))
    }

    pub(crate) fn twisted(&self, twist: Twist) -> bool {
        self.switches.has(twist)
    }

    /// Twists are for what the app sees; the card service as a client gets true answers.
    pub(crate) fn twisted_for(&self, client: &str, twist: Twist) -> bool {
        client == APP && self.twisted(twist)
    }

    pub(crate) fn twists_for(&self, client: &str) -> Vec<Twist> {
        if client == APP {
            self.switches.twists()
        } else {
            Vec::new()
        }
    }

    /// Turns a twist on. New keys are made here and now.
    pub(crate) fn twist(&self, twist: Twist) -> Result<(), StartError> {
        if twist != Twist::RotateKeys {
            self.switches.twist(twist);
            return Ok(());
        }
        let old = self.keys();
        let keys = old.rotated(self.read(|state| state.proving.contains(&old.register.kid)))?;
        let mut kept = self.kept();
        kept.keys = keys;
        self.save(&kept);
        Ok(())
    }

    pub(crate) fn note(&self, method: &str, path: &str) {
        self.log().push(RequestLog {
            method: method.to_owned(),
            path: path.to_owned(),
        });
    }

    pub(crate) fn requests(&self) -> Vec<RequestLog> {
        self.log().clone()
    }

    fn log(&self) -> MutexGuard<'_, Vec<RequestLog>> {
        self.log.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn save(&self, kept: &Kept) {
        if let Err(error) = self.store.save(&kept.keys, &kept.state) {
            eprintln!("card-sandbox: the state file can't be written: {error}");
        }
    }
}
