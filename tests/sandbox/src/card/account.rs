//! What a person keeps, takes along and ends.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use super::access;
use super::problem::Problem;
use super::{PRIVATE, devices, refusals, snapshot};
use crate::personas::Persona;
use crate::register::account;
use crate::register::contact::Contact;
use crate::register::patron::{self, Patron};
use crate::shared::Shared;
use crate::state::{Grant, State as Kept, Token};

/// `GET /v1/receipts`
pub(super) async fn receipts(State(shared): State<Arc<Shared>>, headers: HeaderMap) -> Result<Response, Problem> {
    let asker = Asker::admitted(&shared, &headers, "GET", "/v1/receipts")?;
    access::reached(&asker.grant, access::SUBSTANTIAL)?;
    Ok(answer(
        shared.read(|state| json!({ "receipts": shown(state, asker.persona) })),
    ))
}

/// `GET /v1/notices`
pub(super) async fn notices(State(shared): State<Arc<Shared>>, headers: HeaderMap) -> Result<Response, Problem> {
    let asker = Asker::admitted(&shared, &headers, "GET", "/v1/notices")?;
    let now = shared.now();
    Ok(answer(shared.read(|state| account::notices(state, asker.persona, now))))
}

/// `POST /v1/keep-card`
pub(super) async fn keep(State(shared): State<Arc<Shared>>, headers: HeaderMap) -> Result<Response, Problem> {
    let asker = Asker::admitted(&shared, &headers, "POST", "/v1/keep-card")?;
    let now = shared.now();
    let notices = shared.change(|state| {
        let card = patron::card(&shared.register, state, asker.persona, now).ok_or_else(Problem::no_card)?;
        if card.status == "ended" {
            return Err(refusals::card_not_active());
        }
        account::used(state, asker.persona, now);
        Ok(account::notices(state, asker.persona, now))
    })?;
    Ok(answer(notices))
}

/// `GET /v1/leave`
pub(super) async fn before_leaving(State(shared): State<Arc<Shared>>, headers: HeaderMap) -> Result<Response, Problem> {
    let asker = Asker::admitted(&shared, &headers, "GET", "/v1/leave")?;
    access::reached(&asker.grant, access::SUBSTANTIAL)?;
    let seen = shared.read(|state| match Patron::of(state, asker.persona).left {
        Some(left) => json!(left),
        None => json!({ "remaining": account::remaining(&shared.register, state, asker.persona) }),
    });
    Ok(answer(seen))
}

/// `POST /v1/leave`
pub(super) async fn leave(State(shared): State<Arc<Shared>>, headers: HeaderMap) -> Result<Response, Problem> {
    let asker = Asker::admitted(&shared, &headers, "POST", "/v1/leave")?;
    access::reached(&asker.grant, access::HIGH)?;
    let now = shared.now();
    let left = shared.change(|state| {
        if let Some(left) = Patron::of(state, asker.persona).left {
            return Ok(left);
        }
        let card = patron::card(&shared.register, state, asker.persona, now).ok_or_else(Problem::no_card)?;
        if card.status == "ended" {
            return Err(refusals::card_not_active());
        }
        Ok(account::leave(&shared.register, state, asker.persona, now))
    })?;
    Ok(answer(json!(left)))
}

/// `GET /v1/export`
pub(super) async fn export(State(shared): State<Arc<Shared>>, headers: HeaderMap) -> Result<Response, Problem> {
    let asker = Asker::admitted(&shared, &headers, "GET", "/v1/export")?;
    access::reached(&asker.grant, access::SUBSTANTIAL)?;
    let (persona, now) = (asker.persona, shared.now());
    let all = shared.read(|state| {
        let patron = Patron::of(state, persona);
        let card = patron::card(&shared.register, state, persona, now);
        let card_holder = card.is_some();
        let mails: Vec<Value> = state
            .mails
            .iter()
            .filter(|mail| mail.person == persona.id)
            .map(|mail| json!({ "to": mail.to, "at": mail.at, "subject": mail.subject, "text": mail.text }))
            .collect();
        json!({
            "exported_at": now,
            "name": persona.name,
            "card": card.map(|card| snapshot::content(&persona.name, &card)),
            "relations": patron.shown(state)["relations"],
            "receipts": shown(state, persona),
            "devices": devices::shown_of(state, &persona.id, &asker.token, now),
            "notices": account::notices(state, persona, now)["notices"],
            "left": patron.left,
            "mails": mails,
            "contact": card_holder.then(|| Contact::of(&patron, persona, now)),
            "ledger": patron.ledger()["entries"],
        })
    });
    Ok(answer(all))
}

/// Who asks, with the scope of the card.
pub(super) struct Asker<'a> {
    pub(super) persona: &'a Persona,
    pub(super) grant: Grant,
    token: Token,
}

impl<'a> Asker<'a> {
    pub(super) fn admitted(shared: &'a Shared, headers: &HeaderMap, method: &str, path: &str) -> Result<Self, Problem> {
        let (grant, token) = access::patron(shared, headers, method, path)?;
        let persona = shared.persona(&grant.login.persona).ok_or_else(Problem::bad_token)?;
        Ok(Self { persona, grant, token })
    }
}

fn shown(state: &Kept, persona: &Persona) -> Vec<Value> {
    let receipts = Patron::of(state, persona).receipts.into_iter();
    receipts
        .map(|it| {
            json!({ "for": it.party, "library": it.library, "agreement": it.agreement, "version": it.version,
                "language": it.language, "signed_at": it.signed_at, "file": it.file })
        })
        .collect()
}

pub(super) fn answer(body: Value) -> Response {
    (PRIVATE, Json(body)).into_response()
}
