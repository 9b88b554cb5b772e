//! The card service of `core/contract/card-service.yaml`.

pub(crate) mod problem;
mod snapshot;

use std::sync::Arc;

use axum::extract::State;
use axum::http::header::{AUTHORIZATION, CACHE_CONTROL, ETAG, IF_NONE_MATCH, VARY};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use serde_json::json;

use self::problem::Problem;
use self::snapshot::Tag;
use crate::dpop;
use crate::shared::Shared;
use crate::state::Grant;

/// The scope that opens the card.
const SCOPE: &str = "nb:bibliotekkortet";

pub(crate) fn service(shared: Arc<Shared>) -> Router {
    Router::new()
        .route("/v1/card", get(card))
        .route("/v1/jwks.json", get(jwks))
        .fallback(async || Problem::of_status(StatusCode::NOT_FOUND))
        .method_not_allowed_fallback(async || Problem::of_status(StatusCode::METHOD_NOT_ALLOWED))
        .with_state(shared)
}

async fn jwks(State(shared): State<Arc<Shared>>) -> impl IntoResponse {
    (
        [(CACHE_CONTROL, "public, max-age=300")],
        Json(shared.keys().register.jwks()),
    )
}

async fn card(State(shared): State<Arc<Shared>>, headers: HeaderMap) -> Result<Response, Problem> {
    let now = shared.now();
    let (grant, scope) = admitted(&shared, &headers, "GET", "/v1/card")?;
    if !scope.split(' ').any(|one| one == SCOPE) {
        return Err(Problem::forbidden());
    }
    let persona = shared.persona(&grant.persona).ok_or_else(Problem::bad_token)?;
    let card = persona.card.as_ref().ok_or_else(Problem::no_card)?;
    let key = shared.keys().register;
    let tag = Tag::new(now, persona, card, &key.kid);
    if let Some(known) = tag.known_to(&headers, IF_NONE_MATCH, card.fresh_seconds) {
        return Ok((StatusCode::NOT_MODIFIED, common(&known)).into_response());
    }
    let snapshot = snapshot::sign(&shared, &key, persona, card, &grant.client, now);
    Ok((common(&tag.to_string()), Json(json!({ "snapshot": snapshot }))).into_response())
}

/// The grant of the token that came, and its scope. A bound token comes with a proof of its key (RFC 9449 §7.1), a free one
/// without.
fn admitted(shared: &Shared, headers: &HeaderMap, method: &str, path: &str) -> Result<(Grant, String), Problem> {
    let (scheme, token) = presented(headers).ok_or_else(Problem::no_token)?;
    let url = format!("{}{path}", shared.addresses.card_service);
    let bound = scheme.eq_ignore_ascii_case("dpop");
    let jkt = if bound {
        let missing = dpop::Wrong::Proof("no proof");
        let proven = dpop::proven(shared, headers, method, &url, Some(token)).map_err(Problem::bad_proof)?;
        Some(proven.ok_or_else(|| Problem::bad_proof(missing))?)
    } else {
        None
    };
    let now = shared.now();
    let found = shared.read(|state| {
        state
            .bearer(token, now)
            .map(|(grant, scope)| (grant.clone(), scope.to_owned()))
    });
    found
        .filter(|(grant, _)| grant.jkt == jkt)
        .ok_or_else(Problem::bad_token)
}

fn common(etag: &str) -> [(HeaderName, HeaderValue); 3] {
    let etag = HeaderValue::from_str(etag).unwrap_or(HeaderValue::from_static("\"\""));
    [
        (ETAG, etag),
        (CACHE_CONTROL, HeaderValue::from_static("private, no-cache")),
        (VARY, HeaderValue::from_static("Authorization")),
    ]
}

/// The token of `Authorization: Bearer …` (RFC 6750 §2.1); the scheme's case doesn't matter.
pub(crate) fn bearer(headers: &HeaderMap) -> Option<&str> {
    presented(headers).and_then(|(scheme, token)| scheme.eq_ignore_ascii_case("bearer").then_some(token))
}

/// Scheme and token: `Bearer`, or `DPoP` (RFC 9449 §7.1).
fn presented(headers: &HeaderMap) -> Option<(&str, &str)> {
    let (scheme, token) = headers.get(AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    let known = ["bearer", "dpop"].iter().any(|one| scheme.eq_ignore_ascii_case(one));
    (known && !token.is_empty()).then_some((scheme, token))
}
