//! The authorization challenge endpoint (draft-ietf-oauth-first-party-apps-04): a native form, no browser, no password grant.

use http::{StatusCode, header::ACCEPT};
use openidconnect::{PkceCodeChallenge, PkceCodeVerifier};
use serde::Deserialize;
use url::Url;
use zeroize::Zeroizing;

use super::Profile;
use crate::{
    Error, RefusedCheck, Result,
    adapters::http::{Answer, Http},
    domain::secret::Secret,
    session::{
        card_door::{CardForm, Knows},
        sign_in::{Code, Pending},
    },
};

const AT: &str = "challenge";

/// What the endpoint said.
pub(super) enum Said {
    Code(Code),
    MoreWanted(Secret),
    Web,
}

#[derive(Deserialize)]
struct Success {
    authorization_code: Zeroizing<String>,
}

#[derive(Deserialize)]
struct Failure {
    error: String,
    auth_session: Option<Zeroizing<String>>,
}

/// Sends the form (same draft, §5.1). `username`, `pin` and `password` are the card service's own parameters.
pub(super) async fn form(
    http: &Http,
    challenge: &Url,
    profile: &Profile,
    form: &CardForm,
    pending: &Pending,
) -> Result<Said> {
    let verifier = PkceCodeVerifier::new(pending.verifier.expose().to_owned());
    let code_challenge = PkceCodeChallenge::from_code_verifier_sha256(&verifier);
    let scope = profile.scopes.join(" ");
    let (name, secret) = match &form.knows {
        Knows::Pin(pin) => ("pin", pin),
        Knows::Password(password) => ("password", password),
    };
    let fields = [
        ("client_id", profile.client_id.as_str()),
        ("scope", &scope),
        ("nonce", pending.nonce.expose()),
        ("code_challenge", code_challenge.as_str()),
        ("code_challenge_method", "S256"),
        ("acr_values", pending.level.acr()),
        ("ui_locales", &form.request.language),
        ("username", form.user.expose()),
        (name, secret.expose()),
        ("device_name", &profile.device),
    ];
    send(http, challenge, &fields, pending).await
}

/// Sends the one-time code for a session (same draft, §5.3.1).
pub(super) async fn one_time_code(
    http: &Http,
    challenge: &Url,
    profile: &Profile,
    pending: &Pending,
    session: &Secret,
    code: &Secret,
) -> Result<Said> {
    let fields = [
        ("client_id", profile.client_id.as_str()),
        ("auth_session", session.expose()),
        ("otp", code.expose()),
    ];
    send(http, challenge, &fields, pending).await
}

/// Whatever the answer, what was typed is not sent again; but for a proof that the service wants made otherwise, before it has
/// looked at the rest (RFC 9449 §8).
async fn send(http: &Http, challenge: &Url, fields: &[(&str, &str)], pending: &Pending) -> Result<Said> {
    let request = http.post(challenge)?.header(ACCEPT, "application/json").form(fields);
    match http.send_proven(request, AT, pending.proof_key.as_ref(), None).await {
        Ok(answer) if answer.status == StatusCode::OK => {
            let success: Success = answer.json(Error::SignInRefused(RefusedCheck::TokenResponse))?;
            Ok(Said::Code(Code(Secret::new(success.authorization_code.to_string()))))
        }
        Ok(answer) => refusal(&answer),
        Err(Error::Service {
            what: "too many requests",
            retry_after_s,
            ..
        }) => Err(Error::LockedOut { retry_after_s }),
        Err(error) => Err(error),
    }
}

/// What an answer other than 200 means (same draft, §5.2.2).
fn refusal(answer: &Answer) -> Result<Said> {
    if answer.status == StatusCode::LOCKED {
        return Err(Error::LockedOut { retry_after_s: None });
    }
    if !answer.status.is_client_error() {
        return Err(Error::unusable(answer.at, "unexpected status"));
    }
    let failure: Failure = answer.json(Error::unusable(answer.at, "unexpected json"))?;
    match (failure.error.as_str(), failure.auth_session) {
        ("insufficient_authorization", Some(session)) => Ok(Said::MoreWanted(Secret::new(session.to_string()))),
        ("insufficient_authorization" | "access_denied", _) => Err(Error::WrongCredentials),
        ("redirect_to_web", _) => Ok(Said::Web),
        ("invalid_session", _) => Err(Error::SignInExpired),
        _ => Err(Error::SignInRefused(RefusedCheck::Request)),
    }
}
