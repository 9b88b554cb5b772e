//! Cards for children, and the manual route to acting for one.

use std::sync::Arc;

use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::account::{Asker, answer};
use super::problem::Problem;
use super::wish::{idempotency_key, is_child, read};
use super::{PRIVATE, access, refusals};
use crate::random::digest;
use crate::register::ages::{Signs, signs};
use crate::register::birthday::age;
use crate::register::ledger::By;
use crate::register::patron::{self, Answered, Patron};
use crate::register::rules::{Agreement, is_number};
use crate::register::{directory, household, powers, registration};
use crate::shared::Shared;
use crate::state::State as Kept;

/// So many in one go.
const MOST: usize = 20;

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Wish {
    children: Vec<String>,
    home_library: String,
}

/// `POST /v1/children`
pub(super) async fn register(
    State(shared): State<Arc<Shared>>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Problem> {
    let asker = Asker::admitted(&shared, &headers, "POST", "/v1/children")?;
    access::reached(&asker.grant, access::HIGH)?;
    let idempotency_key = idempotency_key(&headers).ok_or_else(refusals::bad_request)?;
    let wish: Wish = read(&body)?;
    let named = &wish.children;
    let once = named
        .iter()
        .enumerate()
        .all(|(at, it)| !named.iter().take(at).any(|before| before == it));
    if !(1..=MOST).contains(&named.len())
        || !once
        || !named.iter().all(|it| is_child(it))
        || !is_number(&wish.home_library)
    {
        return Err(refusals::bad_request());
    }
    let request = digest(&json!(wish).to_string());
    let body = shared.change(|state| {
        if let Some(known) = Patron::of(state, asker.persona).answered(&idempotency_key, &request) {
            return known
                .map(|body| today(&shared, state, &asker, body))
                .ok_or_else(refusals::key_reused);
        }
        let library =
            directory::library(&shared.register, state, &wish.home_library).ok_or_else(refusals::no_library)?;
        if directory::is_closed(&library, shared.now()) {
            return Err(refusals::library_closed());
        }
        let each = wish.children.iter();
        let results: Vec<Value> = each.map(|it| one(&shared, state, &asker, it, &library)).collect();
        let body = json!({ "results": results });
        Patron::of_mut(state, asker.persona).answers.push(Answered {
            idempotency_key,
            request,
            body: body.clone(),
        });
        Ok(body)
    })?;
    Ok(answer(body))
}

/// An old answer, without those for whom it is over.
fn today(shared: &Shared, state: &Kept, asker: &Asker<'_>, mut body: Value) -> Value {
    for result in body["results"].as_array_mut().into_iter().flatten() {
        let child = result["child"].as_str().unwrap_or_default().to_owned();
        if household::ward(&shared.register, state, asker.persona, &child, shared.now()).is_none() {
            *result = json!({ "child": child, "outcome": "no-basis" });
        }
    }
    body
}

/// One child doesn't hinder another.
fn one(shared: &Shared, state: &mut Kept, asker: &Asker<'_>, pseudonym: &str, library: &Value) -> Value {
    let (register, now) = (&shared.register, shared.now());
    let said = |outcome: &str| json!({ "child": pseudonym, "outcome": outcome });
    let Some((child, _)) = household::ward(register, state, asker.persona, pseudonym, now) else {
        return said("no-basis");
    };
    if let Some(card) = patron::child_card(register, state, child).filter(|it| it.status != "ended") {
        return json!({ "child": pseudonym, "outcome": "already-registered", "number": card.number });
    }
    match signs(library, Agreement::Rules, age(&child.born, now)) {
        Signs::Guardian => {}
        Signs::Alone => return said("signs-alone"),
        Signs::Nobody => return said("too-young"),
    }
    let mut patron = Patron::of_child(state, child);
    let number = library["number"].as_str().unwrap_or_default();
    let issued = registration::issue(state, &mut patron, number, By::Guardian, now);
    state.patrons.insert(child.id.clone(), patron);
    json!({ "child": pseudonym, "outcome": "registered", "number": issued.number })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Where {
    library: String,
}

/// `POST /v1/children/codes`
pub(super) async fn code(
    State(shared): State<Arc<Shared>>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Problem> {
    let asker = Asker::admitted(&shared, &headers, "POST", "/v1/children/codes")?;
    access::reached(&asker.grant, access::HIGH)?;
    let Where { library } = read(&body)?;
    if !is_number(&library) {
        return Err(refusals::bad_request());
    }
    let now = shared.now();
    let (code, expires_at) = shared.change(|state| {
        let entry = directory::library(&shared.register, state, &library).ok_or_else(refusals::no_library)?;
        if directory::is_closed(&entry, now) {
            return Err(refusals::library_closed());
        }
        let made = powers::code(state, asker.persona, &library, now);
        made.ok_or_else(|| Problem::of_status(StatusCode::SERVICE_UNAVAILABLE))
    })?;
    let body = json!({ "library": library, "code": code, "expires_at": expires_at });
    Ok((StatusCode::CREATED, PRIVATE, Json(body)).into_response())
}
