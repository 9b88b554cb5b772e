//! What a person is at each library, and which of them is home.

use std::sync::Arc;

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde_json::Value;

use super::access::{self, patron};
use super::problem::Problem;
use super::{PRIVATE, refusals};
use crate::register::desk;
use crate::register::ledger::{Act, By};
use crate::register::patron::{Patron, Status};
use crate::register::rules::is_number;
use crate::shared::Shared;

/// `GET /v1/relations`
pub(super) async fn list(State(shared): State<Arc<Shared>>, headers: HeaderMap) -> Result<Response, Problem> {
    let (grant, _) = patron(&shared, &headers, "GET", "/v1/relations")?;
    let persona = shared.persona(&grant.login.persona).ok_or_else(Problem::bad_token)?;
    let shown = shared.read(|state| Patron::of(state, persona).shown(state));
    Ok(answer(shown))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Home {
    library: String,
}

/// `PUT /v1/home-library`
pub(super) async fn choose_home(
    State(shared): State<Arc<Shared>>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Problem> {
    let (grant, _) = patron(&shared, &headers, "PUT", "/v1/home-library")?;
    access::reached(&grant, access::SUBSTANTIAL)?;
    let home: Home = serde_json::from_slice(&body).map_err(|_| refusals::bad_request())?;
    if !is_number(&home.library) {
        return Err(refusals::bad_request());
    }
    let persona = shared.persona(&grant.login.persona).ok_or_else(Problem::bad_token)?;
    let now = shared.now();
    let shown = shared.change(|state| {
        let patron = Patron::of_mut(state, persona);
        if !patron.is(&home.library, Status::Active) {
            return Err(refusals::not_active());
        }
        patron.choose_home(&home.library);
        patron.note(Act::HomeLibrary, Some(&home.library), By::Own, now);
        Ok(Patron::of(state, persona).shown(state))
    })?;
    Ok(answer(shown))
}

/// `DELETE /v1/relations/{number}`
pub(super) async fn take_back(
    State(shared): State<Arc<Shared>>,
    Path(number): Path<String>,
    headers: HeaderMap,
) -> Result<StatusCode, Problem> {
    let (grant, _) = patron(&shared, &headers, "DELETE", &format!("/v1/relations/{number}"))?;
    access::reached(&grant, access::SUBSTANTIAL)?;
    let persona = shared.persona(&grant.login.persona).ok_or_else(Problem::bad_token)?;
    let now = shared.now();
    shared.change(|state| match Patron::of(state, persona).status(&number) {
        None | Some(Status::None) => Err(refusals::no_relation()),
        Some(Status::Pending) => {
            desk::take_back(state, &persona.id, &number, now);
            Ok(StatusCode::NO_CONTENT)
        }
        Some(_) => Err(refusals::library_keeps()),
    })
}

fn answer(shown: Value) -> Response {
    (PRIVATE, Json(shown)).into_response()
}
