//! What an authorization request must hold, pushed or not (OpenID Connect Core §3.1.2.1, RFC 7636, RFC 9126 §2.1).

use super::client::is_registered;
use super::refusal::Refusal;
use crate::params::Params;
use crate::state::Request;

/// Scopes that the client may ask for.
pub(crate) const SCOPES: [&str; 3] = ["openid", "profile", "nb:bibliotekkortet"];
pub(crate) const LEVELS: [&str; 3] = ["idporten-loa-low", "idporten-loa-substantial", "idporten-loa-high"];

/// Longest state and nonce that are taken.
const LONGEST: usize = 512;

pub(crate) fn check(client: &str, params: &Params) -> Result<Request, Refusal> {
    let redirect_uri = redirect_uri(params)?;
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
    if need(params, "code_challenge_method")? != "S256" {
        return Err(Refusal::invalid_request("code_challenge_method must be S256"));
    }
    let challenge = need(params, "code_challenge")?;
    if challenge.len() != 43 || !challenge.bytes().all(is_base64url) {
        return Err(Refusal::invalid_request(
            "code_challenge must be 43 characters of unpadded base64url",
        ));
    }
    if params.get("prompt").is_some_and(|prompt| prompt != "login") {
        return Err(Refusal::invalid_request("prompt must be login or absent"));
    }
    Ok(Request {
        client: client.to_owned(),
        redirect_uri,
        scope: scope(params)?,
        state: short(params, "state")?,
        nonce: short(params, "nonce")?,
        challenge: challenge.to_owned(),
        acr: levels(params)?,
        locales: params.get("ui_locales").unwrap_or_default().to_owned(),
        hint: params.get("login_hint").map(str::to_owned),
        jkt: params.get("dpop_jkt").map(str::to_owned),
    })
}

/// Checked first: until it is known to be registered, no error may be sent there.
pub(crate) fn redirect_uri(params: &Params) -> Result<String, Refusal> {
    let uri = need(params, "redirect_uri")?;
    if !is_registered(uri) {
        return Err(Refusal::invalid_request(
            "redirect_uri is not registered for this client",
        ));
    }
    Ok(uri.to_owned())
}

fn scope(params: &Params) -> Result<String, Refusal> {
    let scope = need(params, "scope")?;
    if let Some(unknown) = scope.split(' ').find(|one| !SCOPES.contains(one)) {
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

fn need<'a>(params: &'a Params, name: &str) -> Result<&'a str, Refusal> {
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
