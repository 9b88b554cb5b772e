//! The token endpoint (RFC 6749 §5) and revocation (RFC 7009), as a client without a secret.

use http::{StatusCode, header::ACCEPT};
use serde::Deserialize;
use serde_json::Value;
use url::Url;

use super::Profile;
use crate::{
    Error, RefusedCheck, Result,
    adapters::http::{Answer, Http},
    domain::{secret::Secret, timestamp::Timestamp},
    ports::{Pass, Tokens},
    session::{
        kept::{Person, Session},
        sign_in::{Code, Pending},
    },
};

const AT: &str = "token";
const INCOMPLETE: Error = Error::SignInRefused(RefusedCheck::TokenResponse);
/// When the provider doesn't say: ID-porten's default, seconds.
const USUAL_LIFE_S: i64 = 120;
/// What we believe a token's life to be, seconds, whatever the provider says.
const SHORTEST_LIFE_S: i64 = 10;
const LONGEST_LIFE_S: i64 = 24 * 60 * 60;

/// What the endpoint gave; the id_token is not verified.
pub(super) struct Granted {
    pub(super) access: Secret,
    pub(super) access_until: Timestamp,
    pub(super) refresh: Option<Secret>,
    pub(super) id_token: Option<Secret>,
    /// What time it was there.
    pub(super) date: Option<Timestamp>,
}

/// The answer (RFC 6749 §5.1, OIDC Core §3.1.3.3). Read here and not by `openidconnect`, which would drop the whole answer
/// for an `amr` that is no list.
#[derive(Deserialize)]
struct Success {
    access_token: String,
    token_type: String,
    expires_in: Option<Value>,
    refresh_token: Option<String>,
    id_token: Option<String>,
    scope: Option<String>,
}

#[derive(Deserialize)]
struct Failure {
    error: String,
}

/// The code for tokens.
pub(super) async fn by_code(
    http: &Http,
    token: &Url,
    profile: &Profile,
    pending: &Pending,
    code: &Code,
    now: Timestamp,
) -> Result<Granted> {
    let mut form = vec![
        ("grant_type", "authorization_code"),
        ("code", code.0.expose()),
        ("client_id", &profile.client_id),
        ("code_verifier", pending.verifier.expose()),
    ];
    if !pending.redirect_uri.is_empty() {
        form.push(("redirect_uri", &pending.redirect_uri));
    }
    ask(http, token, profile, &form, pending.proof_key.as_ref(), now).await
}

/// The refresh token for new tokens (RFC 6749 §6). A provider that renews nothing for a client like us ends the session as
/// one that renews nothing more for this person.
pub(super) async fn by_refresh(
    http: &Http,
    token: &Url,
    profile: &Profile,
    session: &Session,
    now: Timestamp,
) -> Result<Granted> {
    let form = [
        ("grant_type", "refresh_token"),
        ("refresh_token", session.refresh.expose()),
        ("client_id", &profile.client_id),
    ];
    match ask(http, token, profile, &form, session.proof_key.as_ref(), now).await {
        Err(Error::SignInRefused(RefusedCheck::Request)) => Err(Error::SignInExpired),
        answer => answer,
    }
}

/// Makes a token useless; the provider answers 200 for unknown ones too (RFC 7009 §2.2). It is a refresh token if there was
/// one; the hint binds nobody (§2.1), but there are providers that look nowhere without it.
pub(super) async fn revoke(http: &Http, revoke: &Url, profile: &Profile, token: &Secret) -> Result<()> {
    let form = [
        ("token", token.expose()),
        ("token_type_hint", "refresh_token"),
        ("client_id", &profile.client_id),
    ];
    http.send(http.post(revoke)?.form(&form), "revoke").await?.expect_ok()?;
    Ok(())
}

async fn ask(
    http: &Http,
    token: &Url,
    profile: &Profile,
    form: &[(&str, &str)],
    proof_key: Option<&Secret>,
    now: Timestamp,
) -> Result<Granted> {
    let request = http.post(token)?.header(ACCEPT, "application/json").form(form);
    let answer = http.send_proven(request, AT, proof_key, None).await?;
    match answer.status {
        StatusCode::OK => read(&answer, profile, proof_key.is_some(), now),
        _ => Err(refusal(&answer)),
    }
}

impl Granted {
    /// With the person whose they are.
    pub(super) fn of(self, person: Person, proof_key: Option<Secret>) -> Tokens {
        Tokens {
            pass: Pass {
                access: self.access,
                proof_key,
            },
            access_until: self.access_until,
            refresh: self.refresh,
            person,
        }
    }
}

fn read(answer: &Answer, profile: &Profile, bound: bool, now: Timestamp) -> Result<Granted> {
    let success: Success = answer.json(INCOMPLETE)?;
    // A free token where a bound one was asked for is a downgrade (RFC 9449 §5).
    let kind = if bound { "dpop" } else { "bearer" };
    if success.access_token.is_empty() || !success.token_type.eq_ignore_ascii_case(kind) {
        return Err(INCOMPLETE);
    }
    if lacks(success.scope.as_deref(), &profile.scopes) {
        return Err(Error::SignInRefused(RefusedCheck::Scope));
    }
    Ok(Granted {
        access: Secret::new(success.access_token),
        access_until: now.plus(life(success.expires_in.as_ref())),
        refresh: success.refresh_token.filter(|token| !token.is_empty()).map(Secret::new),
        id_token: success.id_token.map(Secret::new),
        date: answer.date(),
    })
}

/// Whether less was granted than asked. Nothing said means all of it (RFC 6749 §5.1); more than asked is nobody's trouble.
fn lacks(granted: Option<&str>, asked: &[String]) -> bool {
    granted.is_some_and(|granted| {
        let granted: Vec<_> = granted.split(' ').collect();
        asked.iter().any(|scope| !granted.contains(&scope.as_str()))
    })
}

/// Seconds from `expires_in`, written as a number or (wrongly, but seen) as text.
fn life(expires_in: Option<&Value>) -> i64 {
    let told = match expires_in {
        Some(Value::Number(number)) if number.is_u64() => Some(number.as_i64().unwrap_or(LONGEST_LIFE_S)),
        Some(Value::Number(number)) => number.as_i64(),
        Some(Value::String(text)) => text.parse().ok(),
        _ => None,
    };
    told.unwrap_or(USUAL_LIFE_S).clamp(SHORTEST_LIFE_S, LONGEST_LIFE_S)
}

/// What an answer other than 2xx means (RFC 6749 §5.2). The provider's description goes nowhere.
pub(super) fn refusal(answer: &Answer) -> Error {
    if !answer.status.is_client_error() {
        return Error::unusable(answer.at, "unexpected status");
    }
    match answer.json::<Failure>(Error::unusable(answer.at, "unexpected json")) {
        Ok(failure) if failure.error == "invalid_grant" => Error::SignInExpired,
        Ok(_) => Error::SignInRefused(RefusedCheck::Request),
        Err(error) => error,
    }
}
