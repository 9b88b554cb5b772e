//! Sign-in at an OpenID provider: code + PKCE + PAR as a public native client.

mod challenge;
mod checks;
mod clock;
mod discovery;
mod id_token;
mod par;
mod profile;
mod token;

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use tokio::sync::Mutex;
use url::Url;

use super::{
    clock::SystemClock,
    dice::SystemDice,
    http::{Http, dpop},
    jose::Find,
};
use crate::{
    Error, RefusedCheck, Result,
    domain::{level::Level, secret::Secret, timestamp::Timestamp},
    ports::{Clock, Dice, Later, SignIn, Tokens},
    session::{
        card_door::{Challenge, Challenged, Halfway},
        farewell::{Farewell, Leaving},
        kept::Session,
        sign_in::{Code, Door, Pending, SignInRequest},
    },
};
use discovery::Provider;
use id_token::{Claims, Expected};

pub use profile::Profile;

/// How long discovery and keys are believed without asking again, seconds.
const PROVIDER_LIFE_S: i64 = 24 * 60 * 60;

/// A provider, over HTTP. Remembers its addresses and keys in memory, nothing about persons.
pub struct OidcSignIn {
    http: Http,
    profile: Profile,
    known: Mutex<Option<(Timestamp, Provider)>>,
}

impl OidcSignIn {
    /// No IO until the first sign-in.
    #[must_use]
    pub fn new(http: Http, profile: Profile) -> Self {
        Self {
            http,
            profile,
            known: Mutex::new(None),
        }
    }

    /// Addresses and keys, asked for at most once a day; callers at the same time share one question.
    async fn provider(&self, now: Timestamp) -> Result<Provider> {
        let mut known = self.known.lock().await;
        match &*known {
            Some((at, provider)) if now.since(*at).abs() < PROVIDER_LIFE_S => Ok(provider.clone()),
            _ => {
                let provider = discovery::discover(&self.http, &self.profile).await?;
                *known = Some((now, provider.clone()));
                Ok(provider)
            }
        }
    }

    /// After something at the provider didn't do or fit as it should, it may have moved or have other keys: the next attempt
    /// discovers anew.
    async fn learning<T>(&self, outcome: Result<T>) -> Result<T> {
        use RefusedCheck::{Request, Signature};
        let moved = match &outcome {
            Err(Error::Service { retry_after_s, .. }) => retry_after_s.is_none(),
            Err(Error::SignInRefused(check)) => matches!(check, Request | Signature),
            _ => false,
        };
        if moved {
            *self.known.lock().await = None;
        }
        outcome
    }

    async fn prepare(&self, request: SignInRequest, now: Timestamp) -> Result<Pending> {
        self.profile.hint(request.door)?;
        let provider = self.provider(now).await?;
        let mut pending = self.attempt(&provider, &request, now)?;
        let (http, profile, language) = (&self.http, &self.profile, request.language.as_str());
        let authorize = &provider.endpoints.authorize;
        pending.url = match &provider.endpoints.par {
            None => par::unpushed(authorize, profile, &pending, language)?.into(),
            Some(par) => {
                let request_uri = par::push(http, par, profile, &pending, language).await?;
                self.browser_address(authorize, &request_uri)
            }
        };
        Ok(pending)
    }

    /// A new attempt, with values of its own.
    fn attempt(&self, provider: &Provider, request: &SignInRequest, now: Timestamp) -> Result<Pending> {
        Ok(Pending {
            issuer: self.profile.issuer.clone(),
            names_itself: provider.names_itself,
            door: request.door,
            redirect_uri: request.redirect_uri.clone(),
            level: request.level,
            ceiling: Level::High,
            fresh: request.fresh,
            remember: true,
            purpose: request.purpose,
            started_at: now,
            url: String::new(),
            state: unguessable()?,
            nonce: unguessable()?,
            verifier: unguessable()?,
            proof_key: provider.binds.then(dpop::new_key).transpose()?,
        })
    }

    async fn challenge(&self, challenge: Challenge, now: Timestamp) -> Result<Challenged> {
        let provider = self.provider(now).await?;
        let url = provider.endpoints.challenge.as_ref().ok_or(Error::DoorClosed)?;
        let (http, profile) = (&self.http, &self.profile);
        let (pending, said, web) = match challenge {
            Challenge::Form(form) => {
                let level = form.knows.gives();
                let pending = Pending {
                    door: Door::CardNumber,
                    // No redirect was asked for, so none is repeated at the token endpoint (RFC 6749 §4.1.3).
                    redirect_uri: String::new(),
                    level,
                    ceiling: level,
                    fresh: true,
                    remember: form.remember,
                    ..self.attempt(&provider, &form.request, now)?
                };
                let said = challenge::form(http, url, profile, &form, &pending).await?;
                (pending, said, Some(form.request))
            }
            Challenge::OneTimeCode(halfway, code) => {
                let mut pending = halfway.pending;
                let said = challenge::one_time_code(http, url, profile, &pending, &halfway.session, &code).await?;
                // Two things that only this person has: what they know, and their telephone.
                pending.ceiling = Level::Substantial;
                (pending, said, None)
            }
        };
        Ok(match (said, web) {
            (challenge::Said::Code(code), _) => Challenged::Enough(pending, code),
            (challenge::Said::MoreWanted(session), first) => Challenged::MoreWanted(Halfway {
                pending,
                session,
                refused: first.is_none(),
            }),
            (challenge::Said::Web, Some(request)) => Challenged::Web(request),
            (challenge::Said::Web, None) => return Err(Error::SignInExpired),
        })
    }

    /// Client and `request_uri`, and nothing else (RFC 9126 §4).
    fn browser_address(&self, authorize: &Url, request_uri: &str) -> String {
        let mut url = authorize.clone();
        url.query_pairs_mut()
            .append_pair("client_id", &self.profile.client_id)
            .append_pair("request_uri", request_uri);
        url.into()
    }

    async fn exchange(&self, pending: Pending, code: Code, now: Timestamp) -> Result<Tokens> {
        if pending.issuer != self.profile.issuer {
            return Err(Error::SignInRefused(RefusedCheck::ResponseIssuer));
        }
        let provider = self.provider(now).await?;
        let (http, token) = (&self.http, &provider.endpoints.token);
        let granted = token::by_code(http, token, &self.profile, &pending, &code, now).await?;
        let raw = granted
            .id_token
            .as_ref()
            .ok_or(Error::SignInRefused(RefusedCheck::TokenResponse))?;
        let claims = self.verified(provider, raw, &granted.access, now).await?;
        let skew = clock::skew(granted.date, now)?;
        let expected = Expected {
            issuer: &self.profile.issuer,
            client_id: &self.profile.client_id,
            nonce: &pending.nonce,
            level: pending.level,
            ceiling: pending.ceiling,
            fresh: pending.fresh,
            started_at: pending.started_at.plus(skew),
            now: now.plus(skew),
        };
        let person = checks::all(&claims, &expected)?;
        Ok(granted.of(person, pending.proof_key))
    }

    /// What the id_token says, its signature verified; for a key that we don't know the keys are fetched again, once.
    async fn verified(&self, mut provider: Provider, raw: &Secret, access: &Secret, now: Timestamp) -> Result<Claims> {
        let compact = id_token::parse(raw)?;
        if matches!(provider.keys.find(compact.kid.as_deref()), Find::Unknown) {
            provider.keys = discovery::keys(&self.http, &provider.endpoints.jwks).await?;
            *self.known.lock().await = Some((now, provider.clone()));
        }
        id_token::verify(&compact, &provider.keys, access)
    }

    async fn renew(&self, session: Session, now: Timestamp) -> Result<Tokens> {
        let provider = self.provider(now).await?;
        let token = &provider.endpoints.token;
        let granted = token::by_refresh(&self.http, token, &self.profile, &session, now).await?;
        if let Some(raw) = &granted.id_token {
            let claims = self.verified(provider, raw, &granted.access, now).await?;
            let now = now.plus(clock::skew(granted.date, now)?);
            checks::renewed(&claims, &self.profile, &session.person, now).map_err(|error| {
                tracing::warn!(%error, "a renewal for somebody else");
                Error::SignInExpired
            })?;
        }
        Ok(granted.of(session.person, session.proof_key))
    }

    /// OIDC RP-Initiated Logout §2. We name ourselves by `client_id`, not by an id_token: ID-porten's holds the fødselsnummer,
    /// which belongs in no address.
    async fn part(&self, farewell: Farewell, now: Timestamp) -> Result<Option<Leaving>> {
        let provider = self.provider(now).await?;
        let Some(mut url) = provider.endpoints.end_session else {
            return Ok(None);
        };
        let state = unguessable()?;
        url.query_pairs_mut()
            .append_pair("client_id", &self.profile.client_id)
            .append_pair("post_logout_redirect_uri", &farewell.redirect_uri)
            .append_pair("state", state.expose())
            .append_pair("ui_locales", &farewell.language);
        Ok(Some(Leaving {
            redirect_uri: farewell.redirect_uri,
            state,
            url: url.into(),
        }))
    }

    async fn revoke(&self, token: Secret) -> Result<()> {
        let provider = self.provider(SystemClock.now()).await?;
        match &provider.endpoints.revoke {
            Some(url) => token::revoke(&self.http, url, &self.profile, &token).await,
            None => Ok(()),
        }
    }
}

impl SignIn for OidcSignIn {
    fn prepare(&self, request: SignInRequest, now: Timestamp) -> Later<'_, Result<Pending>> {
        Box::pin(async move { self.learning(self.prepare(request, now).await).await })
    }

    fn challenge(&self, challenge: Challenge, now: Timestamp) -> Later<'_, Result<Challenged>> {
        Box::pin(async move { self.learning(self.challenge(challenge, now).await).await })
    }

    fn exchange(&self, pending: Pending, code: Code, now: Timestamp) -> Later<'_, Result<Tokens>> {
        Box::pin(async move { self.learning(self.exchange(pending, code, now).await).await })
    }

    fn renew(&self, session: Session, now: Timestamp) -> Later<'_, Result<Tokens>> {
        Box::pin(async move { self.learning(self.renew(session, now).await).await })
    }

    fn retire(&self, token: Secret) -> Later<'_, ()> {
        match self.profile.own_grants {
            true => SignIn::revoke(self, token),
            false => Box::pin(async {}),
        }
    }

    fn hang_up(&self) {
        self.http.hang_up();
    }

    fn part(&self, farewell: Farewell, now: Timestamp) -> Later<'_, Result<Option<Leaving>>> {
        Box::pin(self.part(farewell, now))
    }

    fn revoke(&self, token: Secret) -> Later<'_, ()> {
        Box::pin(async move {
            if self.revoke(token).await.is_err() {
                tracing::debug!(endpoint = "revoke", "not revoked");
            }
        })
    }
}

/// 256 bits in 43 unreserved characters: fit for `state`, `nonce` and a PKCE verifier (RFC 7636 §4.1).
fn unguessable() -> Result<Secret> {
    let mut bytes = zeroize::Zeroizing::new([0; 32]);
    SystemDice.fill(&mut *bytes)?;
    Ok(Secret::new(URL_SAFE_NO_PAD.encode(*bytes)))
}
