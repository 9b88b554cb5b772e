//! Becoming a patron by oneself. Each step is kept by the service, so that another phone can go on.

use std::sync::Arc;

use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde_json::json;

use super::account::{Asker, answer};
use super::email;
use super::problem::Problem;
use super::secrets::{Chosen, fits};
use super::wish::{idempotency_key, read, some};
use super::{PRIVATE, access, refusals};
use crate::register::ages::{Signs, signs};
use crate::register::birthday::age;
use crate::register::contact::{Channel, is_phone};
use crate::register::patron::{self, Answered, Patron};
use crate::register::registration::{self, Draft};
use crate::register::rules::{Agreement, is_number};
use crate::register::secrets::Kind;
use crate::register::{directory, powers};
use crate::shared::Shared;
use crate::state::State as Kept;

type Answer = Result<Response, Problem>;

/// Who asks, at level high. Whether they may register is [`free`].
fn asker<'a>(shared: &'a Shared, headers: &HeaderMap, method: &str, step: &str) -> Result<Asker<'a>, Problem> {
    let asker = Asker::admitted(shared, headers, method, &format!("/v1/registration{step}"))?;
    access::reached(&asker.grant, access::HIGH)?;
    Ok(asker)
}

/// Who has no card that is good for anything, and is old enough.
fn free(shared: &Shared, state: &Kept, asker: &Asker<'_>) -> Result<(), Problem> {
    let now = shared.now();
    let card = patron::card(&shared.register, state, asker.persona, now);
    if card.is_some_and(|card| card.status != "ended") {
        return Err(refusals::has_card());
    }
    if age(&asker.persona.born, now) < powers::OWN_ACCESS {
        return Err(refusals::too_young());
    }
    Ok(())
}

/// Changes the draft and shows what is known then.
fn step(
    shared: &Shared,
    asker: &Asker<'_>,
    alter: impl FnOnce(&mut Kept, &mut Draft) -> Result<(), Problem>,
) -> Answer {
    let shown = shared.change(|state| {
        free(shared, state, asker)?;
        let mut draft = Patron::of(state, asker.persona).draft.unwrap_or_default();
        alter(state, &mut draft)?;
        let shown = draft.shown(asker.persona);
        Patron::of_mut(state, asker.persona).draft = Some(draft);
        Ok(shown)
    })?;
    Ok(answer(shown))
}

/// `GET /v1/registration`
pub(super) async fn known(State(shared): State<Arc<Shared>>, headers: HeaderMap) -> Answer {
    let asker = asker(&shared, &headers, "GET", "")?;
    let shown = shared.read(|state| {
        free(&shared, state, &asker)?;
        let draft = Patron::of(state, asker.persona).draft.unwrap_or_default();
        Ok(draft.shown(asker.persona))
    })?;
    Ok(answer(shown))
}

/// `PUT /v1/registration/email`
pub(super) async fn email(State(shared): State<Arc<Shared>>, headers: HeaderMap, body: Bytes) -> Answer {
    let asker = asker(&shared, &headers, "PUT", "/email")?;
    let email = email::address(&body)?;
    let (code, digest) = email::fresh(&shared, asker.persona)?;
    let now = shared.now();
    step(&shared, &asker, |state, draft| {
        if draft.email_verified && draft.email.as_ref() == Some(&email) {
            return Ok(());
        }
        email::send(state, asker.persona, &email, &code, digest, now)?;
        (draft.email, draft.email_verified) = (Some(email), false);
        Ok(())
    })
}

/// `POST /v1/registration/email-code`
pub(super) async fn email_code(State(shared): State<Arc<Shared>>, headers: HeaderMap, body: Bytes) -> Answer {
    let asker = asker(&shared, &headers, "POST", "/email-code")?;
    let digest = email::typed(&shared, asker.persona, &body)?;
    let now = shared.now();
    step(&shared, &asker, |state, draft| {
        let email = email::prove(state, asker.persona, &digest, now)?;
        (draft.email, draft.email_verified) = (Some(email), true);
        Ok(())
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Reach {
    phone: String,
    channel: Channel,
}

/// `PUT /v1/registration/contact`
pub(super) async fn contact(State(shared): State<Arc<Shared>>, headers: HeaderMap, body: Bytes) -> Answer {
    let asker = asker(&shared, &headers, "PUT", "/contact")?;
    let reach: Reach = read(&body)?;
    if !is_phone(&reach.phone) {
        return Err(refusals::bad_request());
    }
    step(&shared, &asker, |_, draft| {
        (draft.phone, draft.channel) = (Some(reach.phone), Some(reach.channel));
        Ok(())
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Both {
    pin: String,
    #[serde(default, deserialize_with = "some")]
    password: Option<Chosen>,
}

/// `PUT /v1/registration/secrets`
pub(super) async fn secrets(State(shared): State<Arc<Shared>>, headers: HeaderMap, body: Bytes) -> Answer {
    let asker = asker(&shared, &headers, "PUT", "/secrets")?;
    let both: Both = read(&body)?;
    let of = &asker.persona.id;
    let password = both.password.map(|it| it.0);
    fits(Kind::Pin, &both.pin)?;
    if let Some(password) = &password {
        fits(Kind::Password, password)?;
    }
    let pin = Kind::Pin.keep(&shared, of, &both.pin);
    let password = password.map(|it| Kind::Password.keep(&shared, of, &it));
    step(&shared, &asker, |_, draft| {
        (draft.pin, draft.password) = (Some(pin), password);
        Ok(())
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Home {
    library: String,
}

/// `PUT /v1/registration/home-library`
pub(super) async fn home_library(State(shared): State<Arc<Shared>>, headers: HeaderMap, body: Bytes) -> Answer {
    let asker = asker(&shared, &headers, "PUT", "/home-library")?;
    let home: Home = read(&body)?;
    if !is_number(&home.library) {
        return Err(refusals::bad_request());
    }
    let now = shared.now();
    step(&shared, &asker, |state, draft| {
        let library = directory::library(&shared.register, state, &home.library).ok_or_else(refusals::no_library)?;
        if directory::is_closed(&library, now) {
            return Err(refusals::library_closed());
        }
        if signs(&library, Agreement::Rules, age(&asker.persona.born, now)) == Signs::Nobody {
            return Err(refusals::too_young());
        }
        draft.library = Some(home.library);
        Ok(())
    })
}

/// `POST /v1/registration`
pub(super) async fn finish(State(shared): State<Arc<Shared>>, headers: HeaderMap) -> Answer {
    let asker = asker(&shared, &headers, "POST", "")?;
    let idempotency_key = idempotency_key(&headers).ok_or_else(refusals::bad_request)?;
    let (now, language) = (shared.now(), &asker.grant.login.locale);
    let body = shared.change(|state| {
        let mut patron = Patron::of(state, asker.persona);
        if let Some(known) = patron.answered(&idempotency_key, "registration") {
            return known.ok_or_else(refusals::key_reused);
        }
        free(&shared, state, &asker)?;
        let steps = patron.draft.clone().unwrap_or_default().steps();
        let ready = steps.is_empty();
        let issued = ready
            .then(|| registration::finish(state, &mut patron, language, now))
            .flatten();
        let issued = issued.ok_or_else(|| refusals::incomplete(&steps))?;
        let body = json!({ "number": issued.number, "home_library": issued.library, "registered_at": issued.at });
        patron.answers.push(Answered {
            idempotency_key,
            request: "registration".to_owned(),
            body: body.clone(),
        });
        state.patrons.insert(asker.persona.id.clone(), patron);
        Ok(body)
    })?;
    Ok((StatusCode::CREATED, PRIVATE, Json(body)).into_response())
}
