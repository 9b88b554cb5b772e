use std::sync::Arc;

use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::header::CACHE_CONTROL;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::json;

use super::client::{CLIENT, form};
use super::refusal::Refusal;
use super::{lifetime, request};
use crate::random::{digest, token};
use crate::shared::Shared;
use crate::state::Waiting;

/// `POST /par` (RFC 9126).
pub(crate) async fn push(
    State(shared): State<Arc<Shared>>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Refusal> {
    let params = form(&headers, &body)?;
    if params.get("request_uri").is_some() {
        return Err(Refusal::invalid_request("request_uri can't be pushed"));
    }
    let request = request::check(CLIENT, &params)?;
    let request_uri = format!("urn:ietf:params:oauth:request_uri:{}", token()?);
    let waiting = Waiting {
        request,
        expires: shared.now() + lifetime::PUSHED,
        used: false,
    };
    shared.change(|state| state.pushed.insert(digest(&request_uri), waiting));
    let answer = json!({ "request_uri": request_uri, "expires_in": lifetime::PUSHED });
    Ok((StatusCode::CREATED, [(CACHE_CONTROL, "no-store")], Json(answer)).into_response())
}
