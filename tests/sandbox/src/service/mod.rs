//! The card service on the way to its codes: as a client of ID-porten and Feide, and with a door of its own.

mod back_channel;
mod callback;
mod challenge;
mod checks;
mod credentials;
mod logout;
mod logout_token;
mod tries;
mod upstream;

use axum::Router;
use axum::routing::{get, post};

pub(crate) use self::back_channel::{BackChannel, is_back_channel};
pub(crate) use self::logout::{log_out_upstream, logout_token, tell};
pub(crate) use self::upstream::send_on;
use crate::provider;
use crate::realm::Site;

/// Everything of the card service's provider that isn't the same in every realm.
pub(crate) fn doors(site: Site) -> Router {
    let own = Router::new()
        .route("/callback/utlogget", get(logout::back))
        .route("/callback/{idp}", get(callback::callback))
        .route("/backchannel-logout", post(logout_token::receive))
        .route("/challenge", post(challenge::challenge))
        .with_state(site.clone());
    provider::browser(site).merge(own)
}
