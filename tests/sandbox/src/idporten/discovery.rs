use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::header::CACHE_CONTROL;
use axum::response::IntoResponse;
use serde_json::{Value, json};

use super::request::{LEVELS, SCOPES};
use crate::shared::Shared;
use crate::twists::Twist;

/// `/.well-known/openid-configuration` (OpenID Connect Discovery §4, RFC 8414). The page host isn't the issuer's.
pub(crate) async fn document(State(shared): State<Arc<Shared>>) -> Json<Value> {
    let issuer = &shared.addresses.issuer;
    let login = &shared.addresses.login;
    let mut document = json!({
        "issuer": issuer,
        "authorization_endpoint": format!("{login}/authorize"),
        "end_session_endpoint": format!("{login}/logout"),
        "pushed_authorization_request_endpoint": format!("{issuer}/par"),
        "token_endpoint": format!("{issuer}/token"),
        "jwks_uri": format!("{issuer}/jwks.json"),
        "userinfo_endpoint": format!("{issuer}/userinfo"),
        "revocation_endpoint": format!("{issuer}/revoke"),
        "scopes_supported": SCOPES,
        "response_types_supported": ["code"],
        "response_modes_supported": ["query"],
        "grant_types_supported": ["authorization_code", "refresh_token"],
        "subject_types_supported": ["pairwise"],
        "id_token_signing_alg_values_supported": ["RS256"],
        "acr_values_supported": LEVELS,
        "claims_supported": ["iss", "sub", "aud", "exp", "iat", "jti", "nonce", "auth_time", "acr", "amr", "pid", "locale"],
        "token_endpoint_auth_methods_supported": ["none"],
        "revocation_endpoint_auth_methods_supported": ["none"],
        "code_challenge_methods_supported": ["S256"],
        "ui_locales_supported": ["nb", "nn", "en", "se"],
        "prompt_values_supported": ["login"],
        "require_pushed_authorization_requests": false,
        "authorization_response_iss_parameter_supported": true,
        "request_parameter_supported": false,
        "request_uri_parameter_supported": false,
        "claims_parameter_supported": false,
    });
    if !shared.twisted(Twist::NoDpop) {
        document["dpop_signing_alg_values_supported"] = json!(["ES256"]);
    }
    Json(document)
}

pub(crate) async fn jwks(State(shared): State<Arc<Shared>>) -> impl IntoResponse {
    (
        [(CACHE_CONTROL, "public, max-age=300")],
        Json(shared.keys().idporten.jwks()),
    )
}
