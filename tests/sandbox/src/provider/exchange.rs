//! A code or a refresh token for new tokens.

use sha2::{Digest, Sha256};

use super::client::{APP, Client};
use super::refusal::Refusal;
use crate::params::Params;
use crate::random::{base64url, digest, token};
use crate::realm::Site;
use crate::register::account;
use crate::state::{Code, Grant, State, Token};
use crate::twists::Twist;

/// New tokens and what the id_token is to say.
pub(crate) struct Issued {
    pub(crate) access_token: String,
    pub(crate) access_seconds: i64,
    pub(crate) refresh_token: Option<String>,
    pub(crate) refresh_seconds: i64,
    pub(crate) scope: String,
    pub(crate) grant: Grant,
    /// Only at the first exchange (OpenID Connect Core §12.2).
    pub(crate) nonce: Option<String>,
}

/// Fresh secrets, made before the state is locked.
struct Fresh {
    grant: String,
    access: String,
    refresh: String,
}

impl Fresh {
    fn new() -> Result<Self, Refusal> {
        Ok(Self {
            grant: token()?,
            access: token()?,
            refresh: token()?,
        })
    }
}

/// RFC 6749 §4.1.3, RFC 7636 §4.6. A code is spent by its first presentation; the second ends what came of the first.
pub(crate) fn code(site: &Site, client: &Client, params: &Params, jkt: Option<String>) -> Result<Issued, Refusal> {
    let code = params.get("code").ok_or_else(|| Refusal::missing("code"))?;
    let verifier = params
        .get("code_verifier")
        .ok_or_else(|| Refusal::missing("code_verifier"))?;
    if !is_verifier(verifier) {
        return Err(Refusal::invalid_request(
            "code_verifier must be 43 to 128 unreserved characters",
        ));
    }
    let fresh = Fresh::new()?;
    let renewable = !client.confidential && !site.twisted_for(client.id, Twist::NoRefreshToken);
    let now = site.now();
    site.change(|state| {
        let found = state.codes.get_mut(&digest(code));
        let code = found.ok_or_else(|| Refusal::invalid_grant("the code is not known"))?;
        if code.spent {
            if let Some(grant) = code.grant.clone() {
                state.end(&grant);
            }
            return Err(Refusal::invalid_grant("the code was used before"));
        }
        code.spent = true;
        if code.expires <= now {
            return Err(Refusal::invalid_grant("the code has run out"));
        }
        if code.request.client != client.id || code.request.realm != site.realm {
            return Err(Refusal::invalid_grant("the code was given to another client"));
        }
        same_redirect(code, params)?;
        if code.request.challenge != base64url(Sha256::digest(verifier)) {
            return Err(Refusal::invalid_grant("code_verifier doesn't fit"));
        }
        if code.request.jkt.is_some() && code.request.jkt != jkt {
            return Err(Refusal::invalid_grant("the code is bound to another key"));
        }
        code.grant = Some(fresh.grant.clone());
        let grant = Grant {
            realm: site.realm,
            client: client.id.to_owned(),
            login: code.login.clone(),
            scope: code.request.scope.clone(),
            device: code.request.device.clone(),
            since: now,
            seen_at: now,
            expires: now + site.profile().lifetime.grant,
            ended: false,
            jkt,
        };
        let nonce = Some(code.request.nonce.clone());
        if let Some(persona) = site.persona(&grant.login.persona).filter(|_| client.id == APP) {
            account::signed_in(state, persona, now);
        }
        state.grants.insert(fresh.grant.clone(), grant.clone());
        let scope = grant.scope.clone();
        Ok(issue(site, state, fresh, grant, scope, renewable, nonce))
    })
}

/// RFC 6749 §6 with rotation; a token that was rotated away ends the grant when it comes again (RFC 9700 §4.14.2).
pub(crate) fn refresh(site: &Site, client: &Client, params: &Params, jkt: Option<&str>) -> Result<Issued, Refusal> {
    let text = params
        .get("refresh_token")
        .ok_or_else(|| Refusal::missing("refresh_token"))?;
    if site.twisted(Twist::RefreshRefused) {
        return Err(Refusal::invalid_grant("the person ended this login"));
    }
    if site.twisted(Twist::RefreshUnauthorized) {
        return Err(Refusal::new("unauthorized_client", "a public client may not refresh"));
    }
    let mut fresh = Fresh::new()?;
    let rotated = !site.twisted(Twist::RefreshNotRotated);
    let now = site.now();
    site.change(|state| {
        let found = state.refresh.get(&digest(text)).cloned();
        let old = found.ok_or_else(|| Refusal::invalid_grant("the refresh token is not known"))?;
        if old.used {
            state.end(&old.grant);
            return Err(Refusal::invalid_grant(
                "the refresh token was used before; the login is ended",
            ));
        }
        let ours = |grant: &&Grant| grant.client == client.id && grant.realm == site.realm;
        let grant = state.alive(&old, now).filter(ours).cloned();
        let grant = grant.ok_or_else(|| Refusal::invalid_grant("the refresh token has run out or was revoked"))?;
        if grant.jkt.as_deref() != jkt {
            return Err(Refusal::invalid_grant("the refresh token is bound to another key"));
        }
        let scope = narrowed(&grant.scope, params.get("scope"))?;
        fresh.grant.clone_from(&old.grant);
        if rotated {
            state.refresh.entry(digest(text)).and_modify(|token| token.used = true);
        }
        state.seen(&old.grant, now);
        Ok(issue(site, state, fresh, grant, scope, rotated, None))
    })
}

fn issue(
    site: &Site,
    state: &mut State,
    fresh: Fresh,
    grant: Grant,
    scope: String,
    renewable: bool,
    nonce: Option<String>,
) -> Issued {
    let now = site.now();
    let (left, life) = (grant.expires - now, &site.profile().lifetime);
    let (access_seconds, refresh_seconds) = (life.access.min(left), life.refresh.min(left));
    let token = |seconds: i64, scope: &str| Token {
        grant: fresh.grant.clone(),
        scope: scope.to_owned(),
        expires: now + seconds,
        used: false,
    };
    state
        .access
        .insert(digest(&fresh.access), token(access_seconds, &scope));
    if renewable {
        state
            .refresh
            .insert(digest(&fresh.refresh), token(refresh_seconds, &grant.scope));
    }
    Issued {
        access_token: fresh.access,
        access_seconds,
        refresh_token: renewable.then_some(fresh.refresh),
        refresh_seconds,
        scope,
        grant,
        nonce,
    }
}

/// The same as in the request; none at all when there was no browser to redirect.
fn same_redirect(code: &Code, params: &Params) -> Result<(), Refusal> {
    let (asked, given) = (code.request.redirect_uri.as_str(), params.get("redirect_uri"));
    match given {
        None if !asked.is_empty() => Err(Refusal::missing("redirect_uri")),
        Some(given) if given != asked => Err(Refusal::invalid_grant("the code was given to another redirect_uri")),
        _ => Ok(()),
    }
}

/// A refresh may ask for less than the grant, not for more.
fn narrowed(granted: &str, asked: Option<&str>) -> Result<String, Refusal> {
    let asked = asked.unwrap_or(granted);
    if asked.split(' ').all(|one| granted.split(' ').any(|other| other == one)) {
        return Ok(asked.to_owned());
    }
    Err(Refusal::new("invalid_scope", "the scope is wider than the grant"))
}

fn is_verifier(text: &str) -> bool {
    (43..=128).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"-._~".contains(&b))
}
