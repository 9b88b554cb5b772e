//! The log of receipts, for everybody to watch.

use std::sync::Arc;

use axum::Json;
use axum::extract::{RawQuery, State};
use axum::http::header::CACHE_CONTROL;
use axum::response::{IntoResponse, Response};
use serde_json::json;

use super::problem::Problem;
use super::refusals;
use crate::params::Params;
use crate::register::{log, merkle};
use crate::shared::Shared;

const CACHE: [(axum::http::HeaderName, &str); 1] = [(CACHE_CONTROL, "no-store")];

/// `GET /v1/log/head`
pub(super) async fn head(State(shared): State<Arc<Shared>>) -> Response {
    let leaves = shared.read(|state| log::leaves(&shared, state, None));
    let head = signed(&shared, &leaves);
    (CACHE, Json(json!({ "tree_head": head }))).into_response()
}

/// `GET /v1/log/consistency?from=N`
pub(super) async fn consistency(
    State(shared): State<Arc<Shared>>,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let params = Params::parse(query.unwrap_or_default().as_bytes()).map_err(|_| refusals::bad_request())?;
    let from = params.get("from").ok_or_else(refusals::bad_request)?;
    let from: u64 = from.parse().map_err(|_| refusals::bad_request())?;
    let leaves = shared.read(|state| log::leaves(&shared, state, None));
    let from = usize::try_from(from).ok().filter(|from| *from <= leaves.len());
    let from = from.ok_or_else(refusals::no_tree)?;
    let proof = log::texts(&merkle::consistency(from, &leaves));
    let head = signed(&shared, &leaves);
    Ok((CACHE, Json(json!({ "from": from, "proof": proof, "tree_head": head }))).into_response())
}

/// A head for whoever asks; its key has to be known for as long as somebody may keep it.
fn signed(shared: &Shared, leaves: &[merkle::Hash]) -> String {
    let key = shared.keys().register;
    if shared.read(|state| !state.proving.contains(&key.kid)) {
        shared.change(|state| state.proving.insert(key.kid.clone()));
    }
    log::head(shared, &key, leaves, shared.now())
}
