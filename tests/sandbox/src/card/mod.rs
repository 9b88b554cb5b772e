//! The card service of `core/contract/card-service.yaml`.

pub(crate) mod access;
mod account;
mod agreements;
mod children;
mod contact;
mod desk;
mod desk_words;
mod devices;
mod email;
mod household;
mod ledger;
mod libraries;
mod log;
mod mail;
pub(crate) mod problem;
mod refusals;
mod registration;
mod relations;
mod secrets;
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
use self::snapshot::{Holder, Tag};
use crate::personas::Card;
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
        .route("/v1/registration", get(registration::known).post(registration::finish))
        .route("/v1/registration/email", put(registration::email))
        .route("/v1/registration/email-code", post(registration::email_code))
        .route("/v1/registration/contact", put(registration::contact))
        .route("/v1/registration/secrets", put(registration::secrets))
        .route("/v1/registration/home-library", put(registration::home_library))
        .route("/v1/secret-rules", get(secrets::rules))
        .route("/v1/pin", put(secrets::pin))
        .route("/v1/password", put(secrets::password))
        .route("/v1/contact", get(contact::get).put(contact::put))
        .route("/v1/contact/email", put(contact::email))
        .route("/v1/contact/email-code", post(contact::email_code))
        .route("/v1/children", post(children::register))
        .route("/v1/children/codes", post(children::code))
        .route("/v1/children/{child}/card", get(ledger::card))
        .route("/v1/children/{child}/relations", get(ledger::child_relations))
        .route("/v1/children/{child}/ledger", get(ledger::child_ledger))
        .route("/v1/ledger", get(ledger::own))
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
        .route("/mail", get(mail::page))
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
    let holder = Holder {
        name: &persona.name,
        sub: persona.subject(&grant.client),
        id: &persona.id,
    };
    Ok(signed(
        &shared,
        &headers,
        &holder,
        &card.ok_or_else(Problem::no_card)?,
        now,
    ))
}

/// A card, unless the client has it.
fn signed(shared: &Shared, headers: &HeaderMap, holder: &Holder<'_>, card: &Card, now: i64) -> Response {
    let key = shared.keys().register;
    let tag = Tag::new(now, holder, card, &key.kid);
    if let Some(known) = tag.known_to(headers, IF_NONE_MATCH, card.fresh_seconds) {
        return (StatusCode::NOT_MODIFIED, common(&known)).into_response();
    }
    let snapshot = snapshot::sign(shared, &key, holder, card, now);
    (common(&tag.to_string()), Json(json!({ "snapshot": snapshot }))).into_response()
}

fn common(etag: &str) -> [(HeaderName, HeaderValue); 3] {
    let etag = HeaderValue::from_str(etag).unwrap_or(HeaderValue::from_static("\"\""));
    [
        (ETAG, etag),
        (CACHE_CONTROL, HeaderValue::from_static("private, no-cache")),
        (VARY, HeaderValue::from_static("Authorization")),
    ]
}
