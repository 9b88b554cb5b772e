//! The directory, for everybody.

use std::sync::Arc;

use axum::Json;
use axum::extract::{RawQuery, State};
use axum::http::header::{CACHE_CONTROL, ETAG, IF_NONE_MATCH};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};

use crate::params::Params;
use crate::register::directory;
use crate::shared::Shared;

/// `GET /v1/libraries`
pub(super) async fn list(State(shared): State<Arc<Shared>>, RawQuery(query): RawQuery, headers: HeaderMap) -> Response {
    let params = Params::parse(query.unwrap_or_default().as_bytes()).ok();
    let since: Option<u64> = params.and_then(|params| params.get("since")?.parse().ok());
    let register = &shared.register;
    let (version, new, old) = shared.read(|state| {
        let version = directory::version(state);
        let new = directory::at(register, state, version).unwrap_or_default();
        let old = since.and_then(|since| Some((since, directory::at(register, state, since)?)));
        (version, new, old)
    });
    let tag = directory::etag(version, &directory::hash(&new));
    let common = [
        (
            ETAG,
            HeaderValue::from_str(&tag).unwrap_or(HeaderValue::from_static("\"\"")),
        ),
        (CACHE_CONTROL, HeaderValue::from_static("public, no-cache")),
    ];
    if known(&headers, &tag) {
        return (StatusCode::NOT_MODIFIED, common).into_response();
    }
    let document = match old {
        Some((base, old)) => directory::delta(base, &old, version, &new),
        // Nothing to start from, or nothing that was ever here: the whole is always right.
        None => directory::whole(register, version, &new),
    };
    (common, Json(document)).into_response()
}

/// `If-None-Match` (RFC 9110 §13.1.2), compared weakly.
fn known(headers: &HeaderMap, tag: &str) -> bool {
    let values = headers.get_all(IF_NONE_MATCH).into_iter();
    values
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .map(|one| one.trim().trim_start_matches("W/"))
        .any(|one| one == tag || one == "*")
}
