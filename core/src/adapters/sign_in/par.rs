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

/// Everything that the provider is asked (OIDC Core §3.1.2.1).
fn parameters(profile: &Profile, pending: &Pending, language: &str) -> Result<Vec<(&'static str, String)>> {
    let verifier = PkceCodeVerifier::new(pending.verifier.expose().to_owned());
    let challenge = PkceCodeChallenge::from_code_verifier_sha256(&verifier);
    let mut parameters = vec![
        ("response_type", "code".to_owned()),
        ("client_id", profile.client_id.clone()),
        ("redirect_uri", pending.redirect_uri.clone()),
        ("scope", profile.scopes.join(" ")),
        ("state", pending.state.expose().to_owned()),
        ("nonce", pending.nonce.expose().to_owned()),
        ("code_challenge", challenge.as_str().to_owned()),
        ("code_challenge_method", "S256".to_owned()),
        ("acr_values", pending.level.acr().to_owned()),
        ("ui_locales", language.to_owned()),
    ];
    if let Some(hint) = profile.hint(pending.door)? {
        parameters.push(("idp_hint", hint.to_owned()));
    }
    if !profile.device.is_empty() {
        parameters.push(("device_name", profile.device.clone()));
    }
    if pending.fresh {
        parameters.push(("prompt", "login".to_owned()));
    }
    if let Some(thumbprint) = pending.proof_key.as_ref().map(dpop::thumbprint).transpose()? {
        parameters.push(("dpop_jkt", thumbprint));
    }
    Ok(parameters)
}

/// The address for a provider without the endpoint: everything goes through the browser (RFC 6749 §4.1.1).
pub(super) fn unpushed(authorize: &Url, profile: &Profile, pending: &Pending, language: &str) -> Result<Url> {
    let mut url = authorize.clone();
    url.query_pairs_mut()
        .extend_pairs(parameters(profile, pending, language)?);
    Ok(url)
}

/// Pushes the request; gives the reference for the browser, which is no secret and good once.
pub(super) async fn push(
    http: &Http,
    par: &Url,
    profile: &Profile,
    pending: &Pending,
    language: &str,
) -> Result<String> {
    let form = parameters(profile, pending, language)?;
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
