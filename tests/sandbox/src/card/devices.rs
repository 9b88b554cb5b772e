//! Where a person is signed in, and the way to end it from elsewhere.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use super::PRIVATE;
use super::access::{self, patron};
use super::problem::Problem;
use crate::random::digest;
use crate::realm::Realm;
use crate::shared::Shared;
use crate::state::{Grant, State as Kept, Token};

const NAMELESS: &str = "Ukjent enhet";

/// `GET /v1/devices`
pub(super) async fn list(State(shared): State<Arc<Shared>>, headers: HeaderMap) -> Result<Response, Problem> {
    let (grant, token) = patron(&shared, &headers, "GET", "/v1/devices")?;
    access::reached(&grant, access::SUBSTANTIAL)?;
    let now = shared.now();
    let devices = shared.read(|state| shown_of(state, &grant.login.persona, &token, now));
    Ok((PRIVATE, Json(json!({ "devices": devices }))).into_response())
}

/// All of a person's, the newest first, as they are shown to the holder of this token.
pub(super) fn shown_of(state: &Kept, persona: &str, token: &Token, now: i64) -> Vec<Value> {
    let mut mine = living(state, persona, now);
    mine.sort_by_key(|(id, grant)| (std::cmp::Reverse(grant.since), id.to_owned()));
    mine.into_iter()
        .map(|(id, grant)| shown(id, grant, id == token.grant))
        .collect()
}

/// `DELETE /v1/devices/{id}`
pub(super) async fn end(
    State(shared): State<Arc<Shared>>,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Result<StatusCode, Problem> {
    let (grant, _) = patron(&shared, &headers, "DELETE", &format!("/v1/devices/{id}"))?;
    access::reached(&grant, access::SUBSTANTIAL)?;
    let now = shared.now();
    let ended = shared.change(|state| {
        let mine = living(state, &grant.login.persona, now);
        let found = mine
            .into_iter()
            .map(|(grant, _)| grant.to_owned())
            .find(|it| public(it) == id);
        found.map(|grant| state.end(&grant))
    });
    ended.map(|()| StatusCode::NO_CONTENT).ok_or_else(Problem::no_device)
}

/// A grant lives as long as one of its tokens does.
fn living<'a>(state: &'a Kept, persona: &str, now: i64) -> Vec<(&'a str, &'a Grant)> {
    let tokens = state.access.values().chain(state.refresh.values());
    let mut grants: Vec<_> = tokens
        .filter(|token| !token.used)
        .filter_map(|token| Some((token.grant.as_str(), state.alive(token, now)?)))
        .filter(|(_, grant)| grant.realm == Realm::Card && grant.login.persona == persona)
        .collect();
    grants.sort_by_key(|(id, _)| *id);
    grants.dedup_by_key(|(id, _)| *id);
    grants
}

/// The name of a grant that may be shown.
fn public(grant: &str) -> String {
    digest(grant).chars().take(22).collect()
}

fn shown(id: &str, grant: &Grant, current: bool) -> Value {
    json!({
        "id": public(id),
        "name": grant.device.as_deref().unwrap_or(NAMELESS),
        "door": grant.login.door,
        "signed_in_at": grant.since,
        "last_seen_at": grant.seen_at,
        "current": current,
    })
}
