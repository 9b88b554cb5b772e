use axum::body::Bytes;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::http::header::CACHE_CONTROL;
use axum::response::{IntoResponse, Response};
use serde_json::json;

use super::client::form;
use super::exchange::{self, Issued};
use super::id_token;
use super::refusal::Refusal;
use super::twisted;
use crate::dpop;
use crate::realm::Site;

/// `POST /token` (RFC 6749 §4.1.3 and §6).
pub(crate) async fn token(State(site): State<Site>, headers: HeaderMap, body: Bytes) -> Result<Response, Refusal> {
    let (params, client) = form(&site, &headers, &body)?;
    let url = site.endpoint("token");
    let jkt = dpop::proven(&site, &headers, "POST", &url, None)?;
    let issued = match params.get("grant_type") {
        Some("authorization_code") => exchange::code(&site, client, &params, jkt)?,
        Some("refresh_token") if !client.confidential => exchange::refresh(&site, client, &params, jkt.as_deref())?,
        Some(_) => {
            return Err(Refusal::new("unsupported_grant_type", "grant_type is not supported"));
        }
        None => return Err(Refusal::missing("grant_type")),
    };
    Ok(answer(&site, &issued))
}

fn answer(site: &Site, issued: &Issued) -> Response {
    let twists = site.twists_for(&issued.grant.client);
    let bound = issued.grant.jkt.is_some();
    let mut answer = json!({
        "access_token": issued.access_token,
        "token_type": if bound { "DPoP" } else { "Bearer" },
        "expires_in": issued.access_seconds,
        "scope": issued.scope,
    });
    if let Some(refresh_token) = &issued.refresh_token {
        answer["refresh_token"] = json!(refresh_token);
        answer["refresh_token_expires_in"] = json!(issued.refresh_seconds);
    }
    if let Some(id_token) = id_token::make(site, issued) {
        answer["id_token"] = json!(id_token);
    }
    twisted::answer::bend(&mut answer, &twists);
    let answer = twisted::text::TOKEN.answer(&answer, &twists);
    ([(CACHE_CONTROL, "no-store")], answer).into_response()
}
