//! Choosing a PIN or a password. What was chosen is never said again.

use std::sync::Arc;

use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::header::CACHE_CONTROL;
use axum::http::{HeaderMap, StatusCode};
use axum::response::IntoResponse;
use serde::Deserialize;

use super::account::Asker;
use super::contact::holds_card;
use super::problem::Problem;
use super::wish::read;
use super::{access, refusals};
use crate::register::ledger::{Act, By};
use crate::register::patron::Patron;
use crate::register::secrets::{Kind, rules as all, unfit};
use crate::shared::Shared;

/// A password as somebody sends it. No `Debug`: it is compared and never shown.
#[derive(Deserialize)]
#[serde(transparent)]
pub(super) struct Chosen(pub(super) String);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Pin {
    pin: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Password {
    password: Chosen,
}

/// By the contract's form first, then by the rules.
pub(super) fn fits(kind: Kind, secret: &str) -> Result<(), Problem> {
    let length = secret.chars().count();
    let formed = match kind {
        Kind::Pin => (1..=12).contains(&length) && secret.bytes().all(|it| it.is_ascii_digit()),
        Kind::Password => (1..=1024).contains(&length),
    };
    if !formed {
        return Err(refusals::bad_request());
    }
    unfit(kind, secret).map_or(Ok(()), |name| Err(refusals::unfit(name)))
}

/// `GET /v1/secret-rules`
pub(super) async fn rules() -> impl IntoResponse {
    ([(CACHE_CONTROL, "public, no-cache")], Json(all()))
}

/// `PUT /v1/pin`
pub(super) async fn pin(
    State(shared): State<Arc<Shared>>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<StatusCode, Problem> {
    let asker = Asker::admitted(&shared, &headers, "PUT", "/v1/pin")?;
    access::reached(&asker.grant, access::HIGH)?;
    let Pin { pin } = read(&body)?;
    change(&shared, &asker, Kind::Pin, &pin)
}

/// `PUT /v1/password`
pub(super) async fn password(
    State(shared): State<Arc<Shared>>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<StatusCode, Problem> {
    let asker = Asker::admitted(&shared, &headers, "PUT", "/v1/password")?;
    access::reached(&asker.grant, access::HIGH)?;
    let Password { password } = read(&body)?;
    change(&shared, &asker, Kind::Password, &password.0)
}

fn change(shared: &Shared, asker: &Asker<'_>, kind: Kind, secret: &str) -> Result<StatusCode, Problem> {
    fits(kind, secret)?;
    let kept = Some(kind.keep(shared, &asker.persona.id, secret));
    let now = shared.now();
    shared.change(|state| {
        holds_card(shared, state, asker)?;
        let patron = Patron::of_mut(state, asker.persona);
        patron.change_secret(now).map_err(refusals::too_many_tries)?;
        let act = if kind == Kind::Pin {
            patron.pin = kept;
            Act::PinChanged
        } else {
            patron.password = kept;
            Act::PasswordChanged
        };
        patron.note(act, None, By::Own, now);
        Ok(StatusCode::NO_CONTENT)
    })
}
