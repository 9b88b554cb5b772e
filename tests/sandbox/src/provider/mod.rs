//! An OpenID provider. Three realms run it: ID-porten, Feide and the card service.

mod authorize;
pub(crate) mod client;
pub(crate) mod code;
mod discovery;
mod exchange;
mod id_token;
mod login;
mod logout;
pub(crate) mod page;
mod par;
pub(crate) mod refusal;
pub(crate) mod request;
mod revoke;
pub(crate) mod session;
mod token;
mod twisted;
mod userinfo;
pub(crate) mod words;

use axum::Router;
use axum::routing::{get, post};

use crate::realm::Site;

/// Seconds that things live in every realm; the others are in its profile.
pub(crate) mod lifetime {
    pub(crate) const PUSHED: i64 = 120;
    pub(crate) const PAGE: i64 = 600;
    pub(crate) const CODE: i64 = 60;
    /// A browser's session, of inactivity and in all.
    pub(crate) const SESSION_IDLE: i64 = 1800;
    pub(crate) const SESSION: i64 = 7200;
}

/// What clients call.
pub(crate) fn back_channel(site: Site) -> Router {
    let mut router = Router::new()
        .route("/.well-known/openid-configuration", get(discovery::document))
        .route("/jwks.json", get(discovery::jwks))
        .route("/token", post(token::token))
        .route("/userinfo", get(userinfo::userinfo).post(userinfo::userinfo));
    if site.profile().modern {
        router = router
            .route("/par", post(par::push))
            .route("/revoke", post(revoke::revoke));
    }
    router.with_state(site)
}

/// What the browser sees of a provider with a login page of its own.
pub(crate) fn pages(site: Site) -> Router {
    browser(site.clone()).merge(Router::new().route("/login", post(login::login)).with_state(site))
}

/// What the browser calls of every provider.
pub(crate) fn browser(site: Site) -> Router {
    Router::new()
        .route("/authorize", get(authorize::authorize))
        .route("/logout", get(logout::by_query).post(logout::by_form))
        .with_state(site)
}

/// Both on one host.
pub(crate) fn whole(site: Site) -> Router {
    back_channel(site.clone()).merge(pages(site))
}
