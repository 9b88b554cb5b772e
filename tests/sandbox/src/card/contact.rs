//! How the person is reached: seen, changed on top of what was seen, and a new e-mail address proved by a code.

use std::sync::Arc;

use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, ETAG, IF_MATCH, VARY};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::account::Asker;
use super::problem::Problem;
use super::wish::{read, some};
use super::{access, email, refusals};
use crate::personas::Persona;
use crate::register::contact::{Channel, Contact, TemporaryAddress, is_phone};
use crate::register::ledger::{Act, By};
use crate::register::patron::{self, Patron};
use crate::shared::Shared;
use crate::state::State as Kept;

type Answer = Result<Response, Problem>;

/// What the person changes at once; the e-mail address has a way of its own.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Wish {
    #[serde(default, deserialize_with = "some", skip_serializing_if = "Option::is_none")]
    phone: Option<String>,
    channel: Channel,
    language: String,
    #[serde(default, deserialize_with = "some", skip_serializing_if = "Option::is_none")]
    temporary_address: Option<TemporaryAddress>,
}

/// Whoever has a card that hasn't ended.
pub(super) fn holds_card(shared: &Shared, state: &Kept, asker: &Asker<'_>) -> Result<(), Problem> {
    let card = patron::card(&shared.register, state, asker.persona, shared.now());
    if card.ok_or_else(Problem::no_card)?.status == "ended" {
        return Err(refusals::card_not_active());
    }
    Ok(())
}

fn asker<'a>(shared: &'a Shared, headers: &HeaderMap, method: &str, below: &str) -> Result<Asker<'a>, Problem> {
    let asker = Asker::admitted(shared, headers, method, &format!("/v1/contact{below}"))?;
    access::reached(&asker.grant, access::SUBSTANTIAL)?;
    Ok(asker)
}

/// One of those that were given out has this form.
fn is_tag(text: &str) -> bool {
    let inside = text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    inside.is_some_and(|it| it.len() == 22 && it.bytes().all(|it| it.is_ascii_alphanumeric() || b"_-".contains(&it)))
}

/// `GET /v1/contact`
pub(super) async fn get(State(shared): State<Arc<Shared>>, headers: HeaderMap) -> Answer {
    let asker = asker(&shared, &headers, "GET", "")?;
    let contact = shared.read(|state| {
        holds_card(&shared, state, &asker)?;
        Ok(Contact::of(
            &Patron::of(state, asker.persona),
            asker.persona,
            shared.now(),
        ))
    })?;
    Ok(shown(StatusCode::OK, asker.persona, &contact))
}

/// `PUT /v1/contact`
pub(super) async fn put(State(shared): State<Arc<Shared>>, headers: HeaderMap, body: Bytes) -> Answer {
    let asker = asker(&shared, &headers, "PUT", "")?;
    let known = headers.get(IF_MATCH).and_then(|it| it.to_str().ok());
    let known = known
        .filter(|it| is_tag(it))
        .ok_or_else(refusals::bad_request)?
        .to_owned();
    let wish: Wish = read(&body)?;
    let formed = wish.phone.as_deref().is_none_or(is_phone)
        && ["nb", "nn", "se", "en"].contains(&wish.language.as_str())
        && wish
            .temporary_address
            .as_ref()
            .is_none_or(TemporaryAddress::is_well_formed);
    if !formed {
        return Err(refusals::bad_request());
    }
    let now = shared.now();
    let contact = shared.change(|state| {
        holds_card(&shared, state, &asker)?;
        let patron = Patron::of_mut(state, asker.persona);
        let there = Contact::of(patron, asker.persona, now);
        if known != there.tag(asker.persona) {
            return Err(refusals::changed_elsewhere(&json!(wish), &there.shown()));
        }
        if wish.phone.is_none() && wish.channel == Channel::Sms {
            return Err(refusals::no_phone());
        }
        if wish.temporary_address.as_ref().is_some_and(|it| it.is_over(now)) {
            return Err(refusals::address_over());
        }
        let contact = Contact {
            phone: wish.phone,
            channel: wish.channel,
            language: wish.language,
            temporary_address: wish.temporary_address,
            ..there
        };
        keep(patron, contact.clone(), now);
        Ok(contact)
    })?;
    Ok(shown(StatusCode::OK, asker.persona, &contact))
}

/// `PUT /v1/contact/email`
pub(super) async fn email(State(shared): State<Arc<Shared>>, headers: HeaderMap, body: Bytes) -> Answer {
    let asker = asker(&shared, &headers, "PUT", "/email")?;
    let email = email::address(&body)?;
    let (code, digest) = email::fresh(&shared, asker.persona)?;
    let now = shared.now();
    let contact = shared.change(|state| {
        holds_card(&shared, state, &asker)?;
        email::send(state, asker.persona, &email, &code, digest, now)?;
        Ok(Contact::of(&Patron::of(state, asker.persona), asker.persona, now))
    })?;
    Ok(shown(StatusCode::ACCEPTED, asker.persona, &contact))
}

/// `POST /v1/contact/email-code`
pub(super) async fn email_code(State(shared): State<Arc<Shared>>, headers: HeaderMap, body: Bytes) -> Answer {
    let asker = asker(&shared, &headers, "POST", "/email-code")?;
    let digest = email::typed(&shared, asker.persona, &body)?;
    let now = shared.now();
    let contact = shared.change(|state| {
        holds_card(&shared, state, &asker)?;
        let email = email::prove(state, asker.persona, &digest, now)?;
        let patron = Patron::of_mut(state, asker.persona);
        let contact = Contact {
            email,
            email_verified: true,
            ..Contact::of(patron, asker.persona, now)
        };
        keep(patron, contact.clone(), now);
        Ok(contact)
    })?;
    Ok(shown(StatusCode::OK, asker.persona, &contact))
}

fn keep(patron: &mut Patron, contact: Contact, now: i64) {
    patron.contact = Some(contact);
    patron.note(Act::ContactChanged, None, By::Own, now);
}

fn shown(status: StatusCode, persona: &Persona, contact: &Contact) -> Response {
    let tag = HeaderValue::from_str(&contact.tag(persona)).unwrap_or(HeaderValue::from_static("\"\""));
    let headers = [
        (ETAG, tag),
        (CACHE_CONTROL, HeaderValue::from_static("private, no-cache")),
        (VARY, HeaderValue::from_static("Authorization")),
    ];
    (status, headers, Json(contact.shown())).into_response()
}
