use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, WWW_AUTHENTICATE};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::json;

use crate::card::bearer;
use crate::shared::Shared;

/// `/userinfo` (OpenID Connect Core §5.3): `sub`, `pid` and `locale` only.
pub(crate) async fn userinfo(State(shared): State<Arc<Shared>>, headers: HeaderMap) -> Response {
    let now = shared.now();
    let grant = bearer(&headers).and_then(|token| {
        shared.read(|state| {
            state
                .bearer(token, now)
                .map(|it| it.0.clone())
                .filter(|grant| grant.jkt.is_none())
        })
    });
    let Some((grant, persona)) = grant
        .and_then(|grant| Some((shared.persona(&grant.persona)?, grant)))
        .map(|(p, g)| (g, p))
    else {
        return (
            StatusCode::UNAUTHORIZED,
            [(WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"")],
        )
            .into_response();
    };
    let claims = json!({
        "sub": persona.subject(&grant.client),
        "pid": persona.national_id.for_claim(),
        "locale": grant.locale,
    });
    ([(CACHE_CONTROL, "no-store")], Json(claims)).into_response()
}
