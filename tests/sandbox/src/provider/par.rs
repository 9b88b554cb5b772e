use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::header::CACHE_CONTROL;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::json;

use super::client::form;
use super::refusal::Refusal;
use super::{lifetime, request};
use crate::dpop;
use crate::random::{digest, token};
use crate::realm::Site;
use crate::state::Waiting;

/// `POST /par` (RFC 9126).
pub(crate) async fn push(State(site): State<Site>, headers: HeaderMap, body: Bytes) -> Result<Response, Refusal> {
    let (params, client) = form(&site, &headers, &body)?;
    if params.get("request_uri").is_some() {
        return Err(Refusal::invalid_request("request_uri can't be pushed"));
    }
    let mut request = request::check(&site, client, &params)?;
    let proven = dpop::proven(&site, &headers, "POST", &site.endpoint("par"), None)?;
    request.jkt = dpop::agreed(proven, request.jkt)?;
    let request_uri = format!("urn:ietf:params:oauth:request_uri:{}", token()?);
    let waiting = Waiting {
        request,
        expires: site.now() + lifetime::PUSHED,
        used: false,
    };
    site.change(|state| state.pushed.insert(digest(&request_uri), waiting));
    let answer = json!({ "request_uri": request_uri, "expires_in": lifetime::PUSHED });
    Ok((StatusCode::CREATED, [(CACHE_CONTROL, "no-store")], Json(answer)).into_response())
}
