//! The core's client for one provider, and the requests that a phone would make of it.

use std::time::{SystemTime, UNIX_EPOCH};

use card_core::{
    Error, Result,
    adapters::{
        http::Http,
        sign_in::{OidcSignIn, Profile},
    },
    domain::{level::Level, timestamp::Timestamp},
    ports::{SignIn, Tokens},
    session::{
        kept::Session,
        sign_in::{Door, Pending, SignInRequest},
    },
};

pub(crate) const CLIENT: &str = "bibliotekkortet-app";
pub(crate) const REDIRECT: &str = "http://127.0.0.1:4000/innlogget";
pub(crate) const PARTED: &str = "http://127.0.0.1:4000/utlogget";

pub(crate) fn now() -> Timestamp {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs();
    Timestamp(i64::try_from(seconds).unwrap())
}

/// The number of the sandbox's first person: synthetic, month + 80.
pub(crate) fn synthetic_pid() -> String {
    let personas: serde_json::Value = serde_json::from_str(include_str!("../../../sandbox/personas.json")).unwrap();
    personas[0]["national_id"].as_str().unwrap().to_owned()
}

pub(crate) struct Client {
    pub(crate) http: Http,
    pub(crate) oidc: OidcSignIn,
}

impl Client {
    pub(crate) fn new(issuer: &str, client_id: &str, strict: bool) -> Self {
        let profile = Profile {
            strict,
            ..Profile::id_porten(issuer.to_owned(), client_id.to_owned())
        };
        let http = Http::new(true);
        Self {
            oidc: OidcSignIn::new(http.clone(), profile),
            http,
        }
    }

    pub(crate) async fn prepare(&self) -> Pending {
        self.prepare_for(Level::High, false).await.unwrap()
    }

    pub(crate) async fn prepare_for(&self, level: Level, fresh: bool) -> Result<Pending> {
        let request = SignInRequest {
            door: Door::IdPorten,
            redirect_uri: REDIRECT.to_owned(),
            language: "nb".to_owned(),
            level,
            fresh,
            purpose: None,
        };
        self.oidc.prepare(request, now()).await
    }

    /// The rest of the way, from the redirect.
    pub(crate) async fn finish(&self, pending: &Pending, redirect: &str) -> Result<Tokens> {
        let code = pending.read_redirect(redirect)?;
        self.oidc.exchange(pending.clone(), code, now()).await
    }

    pub(crate) async fn renew(&self, session: &Session) -> Result<Tokens> {
        self.oidc.renew(session.clone(), now()).await
    }
}

/// What the vault would keep.
pub(crate) fn session(tokens: &Tokens) -> Session {
    Session {
        refresh: tokens.refresh.clone().expect("a refresh token"),
        person: tokens.person.clone(),
        proof_key: tokens.pass.proof_key.clone(),
        registering: false,
    }
}

/// Why it didn't go; tokens have no `Debug`.
pub(crate) fn refusal<T>(result: Result<T>) -> Error {
    result.err().expect("refused")
}
