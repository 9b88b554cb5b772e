//! The card service of `core/contract/card-service.yaml`.

pub(crate) mod access;
mod account;
mod agreements;
mod desk;
mod desk_words;
mod devices;
mod household;
mod libraries;
mod log;
pub(crate) mod problem;
mod refusals;
mod relations;
mod signatures;
mod snapshot;
mod wish;

use std::sync::Arc;

use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, ETAG, IF_NONE_MATCH, VARY};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{delete, get, post, put};
use axum::{Json, Router};
use serde_json::json;

use self::access::patron;
use self::problem::Problem;
use self::snapshot::Tag;
use crate::register;
use crate::shared::Shared;

/// Headers of what is one person's.
const PRIVATE: [(HeaderName, &str); 2] = [(CACHE_CONTROL, "private, no-cache"), (VARY, "Authorization")];

pub(crate) fn service(shared: Arc<Shared>) -> Router {
    Router::new()
        .route("/v1/card", get(card))
        .route("/v1/devices", get(devices::list))
        .route("/v1/devices/{id}", delete(devices::end))
        .route("/v1/jwks.json", get(jwks))
        .route("/v1/household", get(household::list))
        .route("/v1/relations", get(relations::list))
        .route("/v1/relations/{number}", delete(relations::take_back))
        .route("/v1/home-library", put(relations::choose_home))
        .route("/v1/signatures", post(signatures::sign))
        .route("/v1/log/head", get(log::head))
        .route("/v1/log/consistency", get(log::consistency))
        .route("/v1/receipts", get(account::receipts))
        .route("/v1/notices", get(account::notices))
        .route("/v1/keep-card", post(account::keep))
        .route("/v1/leave", get(account::before_leaving).post(account::leave))
        .route("/v1/export", get(account::export))
        .route("/desk", get(desk::form).post(desk::confirm))
        .route("/v1/libraries", get(libraries::list))
        .route("/v1/libraries/{number}/agreements", get(agreements::list))
        .route(
            "/v1/libraries/{number}/agreements/{agreement}/{version}/{language}",
            get(agreements::text),
        )
        .fallback(async || Problem::of_status(StatusCode::NOT_FOUND))
        .method_not_allowed_fallback(async || Problem::of_status(StatusCode::METHOD_NOT_ALLOWED))
        .with_state(shared)
}

async fn jwks(State(shared): State<Arc<Shared>>) -> impl IntoResponse {
    (
        [(CACHE_CONTROL, "public, max-age=300")],
        Json(shared.keys().register_set()),
    )
}

async fn card(State(shared): State<Arc<Shared>>, headers: HeaderMap) -> Result<Response, Problem> {
    let now = shared.now();
    let (grant, _) = patron(&shared, &headers, "GET", "/v1/card")?;
    let persona = shared.persona(&grant.login.persona).ok_or_else(Problem::bad_token)?;
    let card = shared.read(|state| register::patron::card(&shared.register, state, persona, now));
    let card = &card.ok_or_else(Problem::no_card)?;
    let key = shared.keys().register;
    let tag = Tag::new(now, persona, card, &key.kid);
    if let Some(known) = tag.known_to(&headers, IF_NONE_MATCH, card.fresh_seconds) {
        return Ok((StatusCode::NOT_MODIFIED, common(&known)).into_response());
    }
    let snapshot = snapshot::sign(&shared, &key, persona, card, &grant.client, now);
    Ok((common(&tag.to_string()), Json(json!({ "snapshot": snapshot }))).into_response())
}

fn common(etag: &str) -> [(HeaderName, HeaderValue); 3] {
    let etag = HeaderValue::from_str(etag).unwrap_or(HeaderValue::from_static("\"\""));
    [
        (ETAG, etag),
        (CACHE_CONTROL, HeaderValue::from_static("private, no-cache")),
        (VARY, HeaderValue::from_static("Authorization")),
    ]
}
