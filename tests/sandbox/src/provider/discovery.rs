use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::http::header::CACHE_CONTROL;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use super::client::clients;
use super::request::LEVELS;
use super::twisted;
use crate::realm::{Realm, Site};
use crate::service::is_back_channel;

/// `/.well-known/openid-configuration` (OpenID Connect Discovery §4, RFC 8414). ID-porten's page host isn't its issuer's.
pub(crate) async fn document(State(site): State<Site>) -> Response {
    let (issuer, pages) = (site.issuer(), site.pages());
    let scopes = clients(site.realm).first().map(|client| client.scopes);
    let mut document = json!({
        "issuer": issuer,
        "authorization_endpoint": format!("{pages}/authorize"),
        "end_session_endpoint": format!("{pages}/logout"),
        "token_endpoint": site.endpoint("token"),
        "jwks_uri": site.endpoint("jwks.json"),
        "userinfo_endpoint": site.endpoint("userinfo"),
        "scopes_supported": scopes,
        "response_types_supported": ["code"],
        "response_modes_supported": ["query"],
        "id_token_signing_alg_values_supported": ["RS256"],
        "code_challenge_methods_supported": ["S256"],
        "ui_locales_supported": ["nb", "nn", "en", "se"],
        "request_parameter_supported": false,
        "request_uri_parameter_supported": false,
        "claims_parameter_supported": false,
    });
    let more = match site.realm {
        Realm::Feide => json!({
            "grant_types_supported": ["authorization_code"],
            "subject_types_supported": ["public"],
            "token_endpoint_auth_methods_supported": ["client_secret_basic"],
            "claims_supported": ["iss", "sub", "aud", "exp", "iat", "jti", "nonce", "auth_time"],
        }),
        Realm::Idporten | Realm::Card => modern(&site),
    };
    if let (Some(document), Value::Object(more)) = (document.as_object_mut(), more) {
        document.extend(more);
    }
    let twists = site.switches.twists();
    twisted::discovery::bend(&mut document, &twists);
    twisted::text::DISCOVERY.answer(&document, &twists)
}

fn modern(site: &Site) -> Value {
    let mut claims = vec![
        "iss",
        "sub",
        "aud",
        "exp",
        "iat",
        "jti",
        "nonce",
        "auth_time",
        "acr",
        "amr",
        "locale",
    ];
    claims.extend(site.profile().pid.then_some("pid"));
    let mut more = json!({
        "pushed_authorization_request_endpoint": site.endpoint("par"),
        "revocation_endpoint": site.endpoint("revoke"),
        "grant_types_supported": ["authorization_code", "refresh_token"],
        "subject_types_supported": ["pairwise"],
        "acr_values_supported": LEVELS,
        "claims_supported": claims,
        "token_endpoint_auth_methods_supported": ["none"],
        "revocation_endpoint_auth_methods_supported": ["none"],
        "prompt_values_supported": ["login"],
        "require_pushed_authorization_requests": false,
        "authorization_response_iss_parameter_supported": true,
        "dpop_signing_alg_values_supported": ["ES256"],
    });
    if site.realm == Realm::Idporten {
        more["token_endpoint_auth_methods_supported"] = json!(["none", "client_secret_basic"]);
        more["backchannel_logout_supported"] = json!(true);
        more["backchannel_logout_session_supported"] = json!(true);
    }
    if site.realm == Realm::Card {
        more["authorization_challenge_endpoint"] = json!(site.endpoint("challenge"));
    }
    more
}

pub(crate) async fn jwks(State(site): State<Site>, headers: HeaderMap) -> impl IntoResponse {
    let mut keys = site.key().map(|key| key.jwks()).unwrap_or_default();
    if !is_back_channel(&headers) {
        twisted::keys::bend(&mut keys, &site.switches.twists());
    }
    ([(CACHE_CONTROL, "public, max-age=300")], Json(keys))
}
