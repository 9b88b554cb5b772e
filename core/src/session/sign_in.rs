//! A sign-in between its two steps: what is remembered, and what is asked of the redirect.

use serde::{Deserialize, Serialize};
use url::Url;
use zeroize::Zeroizing;

pub use crate::domain::door::Door;
use crate::{
    Error, RefusedCheck, Result,
    domain::{action::Action, level::Level, secret::Secret, timestamp::Timestamp},
};

/// What the shell asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignInRequest {
    /// Which door.
    pub door: Door,
    /// Where the browser comes back: a loopback address with its port (RFC 8252 §7.3), a claimed https address or the
    /// app's own scheme. Sent as it is, compared as it is.
    pub redirect_uri: String,
    /// `ui_locales`: nb, nn, se or en.
    pub language: String,
    /// The level wanted.
    pub level: Level,
    /// The person signs in anew, even where the provider still knows them (`prompt=login`).
    pub fresh: bool,
    /// What it is for, when the person is signed in already (step-up).
    pub purpose: Option<Action>,
}

/// A code for tokens; good once.
#[derive(Clone)]
pub struct Code(pub Secret);

/// A sign-in that waits for its redirect. Lies in the vault meanwhile, because the process may die there.
#[derive(Clone)]
pub struct Pending {
    /// The provider it was begun with; the redirect must name it (RFC 9207).
    pub issuer: String,
    /// It says who it is on every redirect; one without a name isn't its.
    pub names_itself: bool,
    /// Which door.
    pub door: Door,
    /// As sent.
    pub redirect_uri: String,
    /// The level asked for.
    pub level: Level,
    /// The most that this door can give, whatever the provider says: a card login is no ID-porten login.
    pub ceiling: Level,
    /// A new sign-in was asked for.
    pub fresh: bool,
    /// The session outlives the app («husk meg»).
    pub remember: bool,
    /// What the person was about to do when more certainty was needed; they go on there.
    pub purpose: Option<Action>,
    /// When it began.
    pub started_at: Timestamp,
    /// Where the browser goes: client and `request_uri` only, no secret.
    pub url: String,
    /// `state`.
    pub state: Secret,
    /// `nonce`.
    pub nonce: Secret,
    /// PKCE verifier (RFC 7636 §4.1).
    pub verifier: Secret,
    /// The key that code and tokens are bound to (RFC 9449 §10), where the provider binds.
    pub proof_key: Option<Secret>,
}

/// How long a person may take in the browser and in their BankID app, seconds.
pub const PENDING_LIFE_S: i64 = 30 * 60;
/// Longer redirects are refused unread, bytes.
const LONGEST_REDIRECT: usize = 8 * 1024;

impl Pending {
    /// Whether it has waited too long (or the clock went backwards by as much).
    #[must_use]
    pub fn is_over(&self, now: Timestamp) -> bool {
        now.since(self.started_at).abs() > PENDING_LIFE_S
    }

    /// The request that it came of.
    #[must_use]
    pub fn again(&self, redirect_uri: String, language: String) -> SignInRequest {
        SignInRequest {
            door: self.door,
            redirect_uri,
            language,
            level: self.level,
            fresh: self.fresh,
            purpose: self.purpose,
        }
    }

    /// Reads an untrusted redirect: the code, or why not. Nothing is consumed by a redirect that isn't ours.
    ///
    /// # Errors
    /// `SignInRefused` (redirect, parameters, state, issuer), `SignInCancelled`, `Service`.
    pub fn read_redirect(&self, redirect: &str) -> Result<Code> {
        let answer = self.parameters(redirect)?;
        if answer.state.as_ref() != Some(&self.state) {
            return refused(RefusedCheck::State);
        }
        let named = answer.issuer.as_ref().map(|issuer| *issuer == self.issuer);
        if !named.unwrap_or(!self.names_itself) {
            return refused(RefusedCheck::ResponseIssuer);
        }
        match (answer.code, answer.error) {
            (Some(code), None) if !code.expose().is_empty() => Ok(Code(code)),
            (None, Some(error)) => Err(refusal(&error)),
            _ => refused(RefusedCheck::Parameters),
        }
    }

    /// The redirect's parameters, when it is for this attempt's address. Each is percent-decoded once (item by item).
    fn parameters(&self, redirect: &str) -> Result<Answer> {
        let wrong = Error::SignInRefused(RefusedCheck::Redirect);
        if redirect.len() > LONGEST_REDIRECT {
            return Err(wrong);
        }
        let (Ok(came), Ok(own)) = (Url::parse(redirect), Url::parse(&self.redirect_uri)) else {
            return Err(wrong);
        };
        let mut bare = came.clone();
        bare.set_query(None);
        if bare != own || !came.username().is_empty() {
            return Err(wrong);
        }
        let mut answer = Answer::default();
        for (key, value) in came.query_pairs() {
            let value = value.into_owned();
            let before = match &*key {
                "code" => answer.code.replace(Secret::new(value)).is_some(),
                "state" => answer.state.replace(Secret::new(value)).is_some(),
                "iss" => answer.issuer.replace(value).is_some(),
                "error" => answer.error.replace(value).is_some(),
                _ => false,
            };
            if before {
                return refused(RefusedCheck::Parameters);
            }
        }
        Ok(answer)
    }
}

#[derive(Default)]
struct Answer {
    code: Option<Secret>,
    state: Option<Secret>,
    issuer: Option<String>,
    error: Option<String>,
}

fn refused<T>(check: RefusedCheck) -> Result<T> {
    Err(Error::SignInRefused(check))
}

/// Error codes of RFC 6749 §4.1.2.1 and OIDC Core §3.1.2.6, and any other.
fn refusal(code: &str) -> Error {
    match code {
        "access_denied"
        | "login_required"
        | "interaction_required"
        | "consent_required"
        | "account_selection_required" => Error::SignInCancelled,
        "server_error" | "temporarily_unavailable" => Error::Service {
            at: "authorize",
            what: "error answer",
            retry_after_s: None,
        },
        _ => Error::SignInRefused(RefusedCheck::Request),
    }
}

/// The vault's form of [`Pending`]: the only place where its secrets are written out.
#[derive(Serialize, Deserialize)]
struct InVault {
    issuer: String,
    #[serde(default = "always")]
    names_itself: bool,
    door: Door,
    redirect_uri: String,
    level: Level,
    #[serde(default = "highest")]
    ceiling: Level,
    #[serde(default)]
    fresh: bool,
    #[serde(default)]
    purpose: Option<Action>,
    started_at: Timestamp,
    url: String,
    state: Zeroizing<String>,
    nonce: Zeroizing<String>,
    verifier: Zeroizing<String>,
    #[serde(default)]
    proof_key: Option<Zeroizing<String>>,
}

/// Attempts of before providers that don't name themselves.
fn always() -> bool {
    true
}

/// Doors in the browser have no ceiling, and only those wait in the vault.
fn highest() -> Level {
    Level::High
}

impl Pending {
    /// Bytes for the vault.
    #[must_use]
    pub fn to_vault(&self) -> Zeroizing<Vec<u8>> {
        let text = |secret: &Secret| Zeroizing::new(secret.expose().to_owned());
        let form = InVault {
            issuer: self.issuer.clone(),
            names_itself: self.names_itself,
            door: self.door,
            redirect_uri: self.redirect_uri.clone(),
            level: self.level,
            ceiling: self.ceiling,
            fresh: self.fresh,
            purpose: self.purpose,
            started_at: self.started_at,
            url: self.url.clone(),
            state: text(&self.state),
            nonce: text(&self.nonce),
            verifier: text(&self.verifier),
            proof_key: self.proof_key.as_ref().map(text),
        };
        Zeroizing::new(serde_json::to_vec(&form).unwrap_or_default())
    }

    /// From the vault; `None` when it isn't one of ours.
    #[must_use]
    pub fn from_vault(bytes: &[u8]) -> Option<Self> {
        let form: InVault = serde_json::from_slice(bytes).ok()?;
        let secret = |text: Zeroizing<String>| Secret::new(text.to_string());
        Some(Self {
            issuer: form.issuer,
            names_itself: form.names_itself,
            door: form.door,
            redirect_uri: form.redirect_uri,
            level: form.level,
            ceiling: form.ceiling,
            fresh: form.fresh,
            remember: true,
            purpose: form.purpose,
            started_at: form.started_at,
            url: form.url,
            state: secret(form.state),
            nonce: secret(form.nonce),
            verifier: secret(form.verifier),
            proof_key: form.proof_key.map(secret),
        })
    }
}
