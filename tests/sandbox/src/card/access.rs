//! What an access token opens (RFC 6750, RFC 9449 §7.1).

use axum::http::HeaderMap;
use axum::http::header::AUTHORIZATION;

use super::problem::Problem;
use crate::dpop;
use crate::provider::session::reaches;
use crate::shared::Shared;
use crate::state::{Grant, Token};

/// The scope that opens the card.
const SCOPE: &str = "nb:bibliotekkortet";

/// The grant of the token that came, and the token. A bound one comes with a proof of its key, a free one without.
pub(crate) fn admitted(
    shared: &Shared,
    headers: &HeaderMap,
    method: &str,
    url: &str,
) -> Result<(Grant, Token), Problem> {
    let (scheme, token) = presented(headers).ok_or_else(Problem::no_token)?;
    let jkt = if scheme.eq_ignore_ascii_case("dpop") {
        let missing = dpop::Wrong::Proof("no proof");
        let proven = dpop::proven(shared, headers, method, url, Some(token)).map_err(Problem::bad_proof)?;
        Some(proven.ok_or_else(|| Problem::bad_proof(missing))?)
    } else {
        None
    };
    let now = shared.now();
    let found = shared.read(|state| {
        state
            .bearer(token, now)
            .map(|(grant, token)| (grant.clone(), token.clone()))
    });
    let (grant, token) = found
        .filter(|(grant, _)| grant.jkt == jkt)
        .ok_or_else(Problem::bad_token)?;
    if grant.seen_at != now {
        shared.change(|state| state.seen(&token.grant, now));
    }
    Ok((grant, token))
}

/// The same for what the card's scope opens.
pub(super) fn patron(
    shared: &Shared,
    headers: &HeaderMap,
    method: &str,
    path: &str,
) -> Result<(Grant, Token), Problem> {
    let url = format!("{}{path}", shared.addresses.card_service);
    let (grant, token) = admitted(shared, headers, method, &url)?;
    if !token.scope.split(' ').any(|one| one == SCOPE) {
        return Err(Problem::forbidden());
    }
    Ok((grant, token))
}

/// Levels that something may need.
pub(super) const SUBSTANTIAL: &str = "idporten-loa-substantial";
pub(super) const HIGH: &str = "idporten-loa-high";

/// Whether the login is good enough for something; if not, how to make it so (RFC 9470 §3).
pub(super) fn reached(grant: &Grant, level: &'static str) -> Result<(), Problem> {
    if reaches(&grant.login.acr, level) {
        return Ok(());
    }
    Err(Problem::level_too_low(grant.jkt.is_some(), level == HIGH))
}

/// Scheme and token: `Bearer`, or `DPoP` (RFC 9449 §7.1).
fn presented(headers: &HeaderMap) -> Option<(&str, &str)> {
    let (scheme, token) = headers.get(AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    let known = ["bearer", "dpop"].iter().any(|one| scheme.eq_ignore_ascii_case(one));
    (known && !token.is_empty()).then_some((scheme, token))
}
