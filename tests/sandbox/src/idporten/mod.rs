//! ID-porten's look-alike: back channel on the issuer's host, pages on the login host.

mod authorize;
mod client;
mod discovery;
mod exchange;
mod id_token;
mod login;
mod page;
mod par;
pub(crate) mod refusal;
mod request;
mod revoke;
mod token;
mod userinfo;
mod words;

use std::sync::Arc;

use axum::Router;
use axum::routing::{get, post};

use crate::shared::Shared;

/// Seconds that things live (Digdir's defaults, reference in the folder's README).
pub(crate) mod lifetime {
    pub(crate) const PUSHED: i64 = 120;
    pub(crate) const PAGE: i64 = 600;
    pub(crate) const CODE: i64 = 60;
    pub(crate) const ID_TOKEN: i64 = 120;
    pub(crate) const ACCESS: i64 = 120;
    pub(crate) const REFRESH: i64 = 600;
    pub(crate) const GRANT: i64 = 7200;
}

/// What the app and the services call.
pub(crate) fn issuer(shared: Arc<Shared>) -> Router {
    Router::new()
        .route("/.well-known/openid-configuration", get(discovery::document))
        .route("/jwks.json", get(discovery::jwks))
        .route("/par", post(par::push))
        .route("/token", post(token::token))
        .route("/revoke", post(revoke::revoke))
        .route("/userinfo", get(userinfo::userinfo).post(userinfo::userinfo))
        .with_state(shared)
}

/// What the browser sees.
pub(crate) fn login(shared: Arc<Shared>) -> Router {
    Router::new()
        .route("/authorize", get(authorize::authorize))
        .route("/login", post(login::login))
        .route("/logout", get(login::logout))
        .with_state(shared)
}
