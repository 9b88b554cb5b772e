//! Pushed authorization requests (RFC 9126): everything goes to the provider directly, nothing through the browser.

use http::StatusCode;
use openidconnect::{PkceCodeChallenge, PkceCodeVerifier};
use serde::Deserialize;
use url::Url;

use super::{Profile, token};
use crate::{
    Error, RefusedCheck, Result,
    adapters::http::{Http, dpop},
    session::sign_in::Pending,
};

const AT: &str = "par";
/// Longer references are no references, bytes.
const LONGEST_REFERENCE: usize = 1024;

#[derive(Deserialize)]
struct Pushed {
    request_uri: String,
}

/// Pushes the request; gives the reference for the browser, which is no secret and good once.
pub(super) async fn push(
    http: &Http,
    par: &Url,
    profile: &Profile,
    pending: &Pending,
    language: &str,
) -> Result<String> {
    let verifier = PkceCodeVerifier::new(pending.verifier.expose().to_owned());
    let challenge = PkceCodeChallenge::from_code_verifier_sha256(&verifier);
    let scope = profile.scopes.join(" ");
    let mut form = vec![
        ("response_type", "code"),
        ("client_id", &profile.client_id),
        ("redirect_uri", &pending.redirect_uri),
        ("scope", &scope),
        ("state", pending.state.expose()),
        ("nonce", pending.nonce.expose()),
        ("code_challenge", challenge.as_str()),
        ("code_challenge_method", "S256"),
        ("acr_values", pending.level.acr()),
        ("ui_locales", language),
    ];
    if let Some(hint) = profile.hint(pending.door)? {
        form.push(("idp_hint", hint));
    }
    if !profile.device.is_empty() {
        form.push(("device_name", &profile.device));
    }
    if pending.fresh {
        form.push(("prompt", "login"));
    }
    let thumbprint = pending.proof_key.as_ref().map(dpop::thumbprint).transpose()?;
    if let Some(thumbprint) = &thumbprint {
        form.push(("dpop_jkt", thumbprint));
    }
    let answer = http.send(http.post(par)?.form(&form), AT).await?;
    http.listen(par, &answer);
    match answer.status {
        StatusCode::CREATED | StatusCode::OK => {
            let refused = Error::SignInRefused(RefusedCheck::Request);
            let pushed: Pushed = answer.json(refused.clone())?;
            let length = pushed.request_uri.len();
            if (1..=LONGEST_REFERENCE).contains(&length) {
                Ok(pushed.request_uri)
            } else {
                Err(refused)
            }
        }
        _ => Err(token::refusal(&answer)),
    }
}
