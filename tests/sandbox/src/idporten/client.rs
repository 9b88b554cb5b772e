use axum::body::Bytes;
use axum::http::HeaderMap;
use axum::http::header::{AUTHORIZATION, CONTENT_TYPE};

use super::refusal::Refusal;
use crate::params::Params;

/// The one registered client: public, native, code and refresh grants.
pub(crate) const CLIENT: &str = "bibliotekkortet-app";

const REDIRECTS: [&str; 2] = [
    "https://app.bibliotekkortet.no/innlogget",
    "no.bibliotekkortet.app:/innlogget",
];

/// Whether a redirect URI is registered; on loopback any port is (RFC 8252 §7.3), all else is compared as text.
pub(crate) fn is_registered(redirect_uri: &str) -> bool {
    let loopback = redirect_uri
        .strip_prefix("http://127.0.0.1:")
        .and_then(|rest| rest.strip_suffix("/innlogget"))
        .is_some_and(|port| port.bytes().all(|b| b.is_ascii_digit()) && port.parse::<u16>().is_ok_and(|port| port > 0));
    loopback || REDIRECTS.contains(&redirect_uri)
}

/// The body of a back-channel request, from the client it claims to come from.
pub(crate) fn form(headers: &HeaderMap, body: &Bytes) -> Result<Params, Refusal> {
    let media_type = headers
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let media_type = media_type.split(';').next().unwrap_or_default().trim();
    if !media_type.eq_ignore_ascii_case("application/x-www-form-urlencoded") {
        return Err(Refusal::invalid_request(
            "the body must be application/x-www-form-urlencoded",
        ));
    }
    let params = Params::parse(body).map_err(|name| Refusal::invalid_request(format!("{name} is there twice")))?;
    let secret = ["client_secret", "client_assertion"]
        .iter()
        .any(|name| params.get(name).is_some());
    if headers.contains_key(AUTHORIZATION) || secret {
        return Err(Refusal::new(
            "invalid_client",
            "this client is public and has no secret",
        ));
    }
    match params.get("client_id") {
        Some(CLIENT) => Ok(params),
        Some(_) => Err(Refusal::new("invalid_client", "the client is not known")),
        None => Err(Refusal::new("invalid_client", "client_id is missing")),
    }
}
