//! What an authorization request must hold, pushed or not (OpenID Connect Core §3.1.2.1, RFC 7636, RFC 9126 §2.1).

use super::client::Client;
use super::refusal::Refusal;
use crate::params::Params;
use crate::realm::{Realm, Site};
use crate::state::Request;

/// From the lowest to the highest.
pub(crate) const LEVELS: [&str; 3] = ["idporten-loa-low", "idporten-loa-substantial", "idporten-loa-high"];

/// Longest state and nonce that are taken.
const LONGEST: usize = 512;
/// Longest name of a device, in characters.
const LONGEST_NAME: usize = 64;

pub(crate) fn check(site: &Site, client: &Client, params: &Params) -> Result<Request, Refusal> {
    let redirect_uri = redirect_uri(site, client, params)?;
    if params.get("request").is_some() {
        return Err(Refusal::new(
            "request_not_supported",
            "request objects are not supported",
        ));
    }
    match need(params, "response_type")? {
        "code" => {}
        _ => {
            return Err(Refusal::new("unsupported_response_type", "response_type must be code"));
        }
    }
    if params.get("response_mode").is_some_and(|mode| mode != "query") {
        return Err(Refusal::invalid_request("response_mode must be query"));
    }
    if params.get("prompt").is_some_and(|prompt| prompt != "login") {
        return Err(Refusal::invalid_request("prompt must be login or absent"));
    }
    Ok(Request {
        redirect_uri,
        state: short(params, "state")?,
        idp: identity_provider(site, params)?,
        again: params.get("prompt").is_some(),
        hint: params.get("login_hint").map(str::to_owned),
        ..without_browser(site, client, params)?
    })
}

/// What a request holds that doesn't come by way of a browser: no redirect, no state.
pub(crate) fn without_browser(site: &Site, client: &Client, params: &Params) -> Result<Request, Refusal> {
    Ok(Request {
        realm: site.realm,
        client: client.id.to_owned(),
        redirect_uri: String::new(),
        scope: scope(client, params)?,
        state: String::new(),
        nonce: short(params, "nonce")?,
        challenge: challenge(params)?,
        acr: levels(params)?,
        locales: params.get("ui_locales").unwrap_or_default().to_owned(),
        hint: None,
        jkt: params.get("dpop_jkt").map(str::to_owned),
        idp: None,
        device: device(params)?,
        again: false,
    })
}

/// Checked first: until it is known to be registered, no error may be sent there.
pub(crate) fn redirect_uri(site: &Site, client: &Client, params: &Params) -> Result<String, Refusal> {
    let uri = need(params, "redirect_uri")?;
    if !client.may_return_to(site, uri) {
        return Err(Refusal::invalid_request(
            "redirect_uri is not registered for this client",
        ));
    }
    Ok(uri.to_owned())
}

fn challenge(params: &Params) -> Result<String, Refusal> {
    if need(params, "code_challenge_method")? != "S256" {
        return Err(Refusal::invalid_request("code_challenge_method must be S256"));
    }
    let challenge = need(params, "code_challenge")?;
    if challenge.len() != 43 || !challenge.bytes().all(is_base64url) {
        return Err(Refusal::invalid_request(
            "code_challenge must be 43 characters of unpadded base64url",
        ));
    }
    Ok(challenge.to_owned())
}

fn scope(client: &Client, params: &Params) -> Result<String, Refusal> {
    let scope = need(params, "scope")?;
    if let Some(unknown) = scope.split(' ').find(|one| !client.scopes.contains(one)) {
        return Err(Refusal::new(
            "invalid_scope",
            format!("scope {unknown:?} is not registered for this client"),
        ));
    }
    if !scope.split(' ').any(|one| one == "openid") {
        return Err(Refusal::new("invalid_scope", "scope must hold openid"));
    }
    Ok(scope.to_owned())
}

fn levels(params: &Params) -> Result<Vec<String>, Refusal> {
    let asked: Vec<String> = params
        .get("acr_values")
        .unwrap_or_default()
        .split_whitespace()
        .map(str::to_owned)
        .collect();
    match asked.iter().find(|one| !LEVELS.contains(&one.as_str())) {
        Some(unknown) => Err(Refusal::invalid_request(format!("acr value {unknown:?} is not known"))),
        None => Ok(asked),
    }
}

/// `idp_hint` of the card service; ID-porten when nothing is said.
fn identity_provider(site: &Site, params: &Params) -> Result<Option<Realm>, Refusal> {
    match params.get("idp_hint").filter(|_| site.realm == Realm::Card) {
        None => Ok(None),
        Some(hint) => Realm::hinted(hint)
            .map(Some)
            .ok_or_else(|| Refusal::invalid_request("idp_hint must be idporten or feide")),
    }
}

fn device(params: &Params) -> Result<Option<String>, Refusal> {
    let Some(name) = params.get("device_name") else {
        return Ok(None);
    };
    if name.chars().count() > LONGEST_NAME || name.chars().any(char::is_control) {
        return Err(Refusal::invalid_request(format!(
            "device_name must be at most {LONGEST_NAME} characters, none of them a control character"
        )));
    }
    Ok(Some(name.to_owned()))
}

pub(crate) fn need<'a>(params: &'a Params, name: &str) -> Result<&'a str, Refusal> {
    params.get(name).ok_or_else(|| Refusal::missing(name))
}

fn short(params: &Params, name: &str) -> Result<String, Refusal> {
    let value = need(params, name)?;
    if value.len() > LONGEST || !value.bytes().all(|b| (0x20..0x7f).contains(&b)) {
        return Err(Refusal::invalid_request(format!(
            "{name} must be at most {LONGEST} printable ASCII characters"
        )));
    }
    Ok(value.to_owned())
}

fn is_base64url(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_'
}
