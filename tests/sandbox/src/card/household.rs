//! The person signed in, and the children that this person may act for.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};

use super::PRIVATE;
use super::access::patron;
use super::problem::Problem;
use crate::register::household;
use crate::shared::Shared;

/// `GET /v1/household`
pub(super) async fn list(State(shared): State<Arc<Shared>>, headers: HeaderMap) -> Result<Response, Problem> {
    let (grant, _) = patron(&shared, &headers, "GET", "/v1/household")?;
    let persona = shared.persona(&grant.login.persona).ok_or_else(Problem::bad_token)?;
    let now = shared.now();
    let people = shared.read(|state| household::shown(&shared.register, state, persona, now));
    Ok((PRIVATE, Json(people)).into_response())
}
