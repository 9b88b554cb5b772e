use std::io::{self, ErrorKind};
use std::net::{Ipv4Addr, TcpListener};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::{Router, middleware};
use serde_json::Value;
use tokio::runtime::{Builder, Runtime};

use crate::control::{self, Change, Refused, UnknownPersona};
use crate::faults::Fault;
use crate::gate::{self, Host, Passage};
use crate::jose;
use crate::listener::{Gate, Scissors};
use crate::realm::{Realm, Site};
use crate::register::account::Mail;
use crate::register::desk;
use crate::register::household::Child;
use crate::register::patron::{Patron, Status};
use crate::register::powers;
use crate::settings::{Settings, StartError};
use crate::shared::{Addresses, RequestLog, Shared};
use crate::state::State;
use crate::twists::Twist;
use crate::{card, personas, provider, service};

/// A running sandbox. Dropping it closes its listeners and every connection.
///
/// It brings its own threads: it can be started inside and outside of an async runtime.
pub struct Sandbox {
    /// `http://127.0.0.1:P1`: discovery, PAR, token, keys, revocation, userinfo.
    pub issuer: String,
    /// `http://localhost:P2`: the pages that a browser sees.
    pub login: String,
    /// `http://127.0.0.1:P3`: the card service; its API is below `/v1`, and it is an OpenID provider with this issuer.
    pub card_service: String,
    /// `http://127.0.0.1:P4`: `GET /state`, `POST /control`.
    pub control: String,
    ports: [u16; 4],
    shared: Arc<Shared>,
    running: Mutex<Option<Runtime>>,
}

impl Sandbox {
    /// Opens the four listeners.
    ///
    /// # Errors
    /// A port in use, a state file that can't be read or written, no threads or no randomness.
    pub fn start(settings: Settings) -> Result<Self, StartError> {
        let listeners = open(settings.ports)?;
        let ports = ports_of(&listeners)?;
        let [issuer, login, card_service, control] = ports;
        let addresses = Addresses {
            issuer: format!("http://127.0.0.1:{issuer}"),
            login: format!("http://localhost:{login}"),
            feide: format!("http://localhost:{login}/feide"),
            card_service: format!("http://127.0.0.1:{card_service}"),
            control: format!("http://127.0.0.1:{control}"),
        };
        let shared = Arc::new(Shared::new(addresses.clone(), &settings, personas::load()?)?);
        let running = Mutex::new(Some(serve(listeners, &shared)?));
        let Addresses {
            issuer,
            login,
            card_service,
            control,
            ..
        } = addresses;
        Ok(Self {
            issuer,
            login,
            card_service,
            control,
            ports,
            shared,
            running,
        })
    }

    /// Closes the listeners and every connection, as when the machine goes down. Nothing is forgotten.
    pub fn pause(&self) {
        close(self.running.lock().unwrap_or_else(PoisonError::into_inner).take());
    }

    /// Opens the same ports again after [`Sandbox::pause`].
    ///
    /// # Errors
    /// Somebody else has taken a port meanwhile.
    pub fn resume(&self) -> Result<(), StartError> {
        let mut running = self.running.lock().unwrap_or_else(PoisonError::into_inner);
        if running.is_none() {
            *running = Some(serve(open(self.ports)?, &self.shared)?);
        }
        Ok(())
    }

    /// Stops for good. With a state file and the same ports, a new sandbox goes on from here.
    pub fn stop(self) {}

    /// The ports that were taken, to start again on the same ones.
    pub fn ports(&self) -> [u16; 4] {
        self.ports
    }

    /// Makes the clock stand at this time (Unix seconds).
    pub fn set_now(&self, unix: i64) {
        self.shared.clock.set(Some(unix));
    }

    /// Moves the clock by this many seconds.
    pub fn advance(&self, seconds: i64) {
        self.shared.clock.advance(seconds);
    }

    /// Turns a fault on.
    pub fn fault(&self, fault: Fault) {
        self.shared.switches.fault(fault);
    }

    /// Turns a twist on.
    ///
    /// # Errors
    /// [`Twist::RotateKeys`] without randomness.
    pub fn twist(&self, twist: Twist) -> Result<(), StartError> {
        self.shared.twist(twist)
    }

    /// Turns all faults and twists off.
    pub fn clear_faults(&self) {
        self.shared.switches.clear();
    }

    /// Every request to issuer, login host and card service so far.
    pub fn requests(&self) -> Vec<RequestLog> {
        self.shared.requests()
    }

    /// The national id of a persona, to be typed at the card number's door.
    pub fn national_id(&self, persona: &str) -> Option<String> {
        Some(self.shared.persona(persona)?.national_id.for_claim().to_owned())
    }

    /// Every secret that passed between the app and the services so far, each with its name. Nothing unless
    /// [`Settings::remember_secrets`] was set.
    pub fn secrets(&self) -> Vec<(String, String)> {
        self.shared
            .secrets
            .as_ref()
            .map(crate::secrets::Secrets::all)
            .unwrap_or_default()
    }

    /// Ends every login of this persona, as the person would from another device.
    ///
    /// # Errors
    /// There is no such persona.
    pub fn revoke(&self, persona: &str) -> Result<(), UnknownPersona> {
        control::revoke(&self.shared, persona)
    }

    /// What `POST /control` does.
    ///
    /// # Errors
    /// Something in it can't be; then nothing is changed.
    pub fn change(&self, change: Change) -> Result<(), Refused> {
        control::change(&self.shared, change)
    }

    /// A library's entry of the directory as it is now: to be altered and sent back by [`Change::directory`].
    pub fn library(&self, number: &str) -> Option<Value> {
        self.shared.library(number)
    }

    /// What a persona or a child is at a library.
    pub fn standing(&self, person: &str, library: &str) -> Status {
        let kept = |state: &State| {
            let patron = match self.shared.persona(person) {
                Some(persona) => Patron::of(state, persona),
                None => {
                    let mut children = self.shared.register.children.iter();
                    Patron::of_child(state, children.find(|it| it.id == person)?)
                }
            };
            patron.status(library)
        };
        self.shared.read(kept).unwrap_or(Status::None)
    }

    /// The code that a persona or a child was given for a library's desk; nothing when nobody waits there.
    pub fn desk_code(&self, person: &str, library: &str) -> Option<String> {
        self.shared.read(|state| desk::code_of(state, person, library))
    }

    /// The pseudonym of a child of `children.json`.
    pub fn child(&self, name: &str) -> Option<String> {
        let mut children = self.shared.register.children.iter();
        children.find(|it| it.id == name).map(Child::pseudonym)
    }

    /// The code that a persona was given to have a library confirm a child, and that library.
    pub fn guardian_code(&self, person: &str) -> Option<(String, String)> {
        self.shared.read(|state| powers::code_of(state, person))
    }

    /// The six digits of the newest e-mail to a persona that has a code.
    pub fn email_code(&self, person: &str) -> Option<String> {
        let mails = self.mails();
        let mut texts = mails.iter().rev().filter(|it| it.person == person).map(|it| &it.text);
        texts.find_map(|text| {
            let mut runs = text.split(|letter: char| !letter.is_ascii_digit());
            runs.find(|run| run.len() == 6).map(str::to_owned)
        })
    }

    /// The number of a persona's or a child's card, one given out here as well.
    pub fn number_of(&self, person: &str) -> Option<String> {
        self.shared.number_of(person)
    }

    /// Every e-mail that the card service has sent so far.
    pub fn mails(&self) -> Vec<Mail> {
        self.shared.read(|state| state.mails.clone())
    }

    /// A JWS of these parts by ID-porten's key, true or not: for logout tokens that a test makes up.
    pub fn sign_as_idporten(&self, header: &Value, claims: &Value) -> String {
        jose::rs256(&self.shared.keys().idporten, header, claims)
    }

    /// The claims of the logout token that ID-porten would send the card service for the newest session of a persona.
    pub fn logout_token(&self, persona: &str) -> Option<Value> {
        service::logout_token(&self.shared, persona)
    }

    /// The card number of a persona from the beginning; nothing for one without a card. See [`Sandbox::number_of`].
    pub fn card_number(&self, persona: &str) -> Option<&str> {
        self.shared
            .persona(persona)?
            .card
            .as_ref()
            .map(|card| card.number.as_str())
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        self.pause();
    }
}

fn open(ports: [u16; 4]) -> Result<Vec<TcpListener>, StartError> {
    ports
        .into_iter()
        .map(|port| {
            let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| match error.kind() {
                ErrorKind::AddrInUse => StartError::PortInUse { port },
                _ => StartError::Listen(error),
            })?;
            listener.set_nonblocking(true)?;
            Ok(listener)
        })
        .collect()
}

fn ports_of(listeners: &[TcpListener]) -> io::Result<[u16; 4]> {
    let mut ports = [0; 4];
    for (port, listener) in ports.iter_mut().zip(listeners) {
        *port = listener.local_addr()?.port();
    }
    Ok(ports)
}

fn serve(listeners: Vec<TcpListener>, shared: &Arc<Shared>) -> Result<Runtime, StartError> {
    let runtime = Builder::new_multi_thread()
        .worker_threads(2)
        .thread_name("sandbox")
        .enable_all()
        .build()?;
    let passed = |router: Router, host| {
        let passage = Passage {
            shared: Arc::clone(shared),
            host,
        };
        router.layer(middleware::from_fn_with_state(passage, gate::pass))
    };
    let site = |realm| Site {
        shared: Arc::clone(shared),
        realm,
    };
    let routers = [
        passed(provider::back_channel(site(Realm::Idporten)), Host::Issuer),
        passed(
            provider::pages(site(Realm::Idporten)).nest("/feide", provider::whole(site(Realm::Feide))),
            Host::Login,
        ),
        passed(
            card::service(Arc::clone(shared))
                .merge(provider::back_channel(site(Realm::Card)))
                .merge(service::doors(site(Realm::Card))),
            Host::Card,
        ),
        control::router(Arc::clone(shared)),
    ];
    let inside = runtime.enter();
    for (listener, router) in listeners.into_iter().zip(routers) {
        let gate = Gate(tokio::net::TcpListener::from_std(listener)?);
        runtime.spawn(async move { axum::serve(gate, router.into_make_service_with_connect_info::<Scissors>()).await });
    }
    drop(inside);
    Ok(runtime)
}

/// On a thread of its own, since a runtime can't be closed inside of another one.
fn close(runtime: Option<Runtime>) {
    if let Some(runtime) = runtime {
        let closing = std::thread::spawn(move || runtime.shutdown_timeout(Duration::from_secs(5)));
        let _ = closing.join();
    }
}
