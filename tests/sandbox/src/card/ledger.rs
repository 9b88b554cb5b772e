//! What there is to see of a child, and everybody's own ledger.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use serde_json::Value;

use super::account::{Asker, answer};
use super::problem::Problem;
use super::snapshot::Holder;
use super::{access, refusals, signed};
use crate::register::household::{Child, ward};
use crate::register::patron::{Patron, child_card};
use crate::shared::Shared;
use crate::state::State as Kept;

type Answer = Result<Response, Problem>;

fn asker<'a>(shared: &'a Shared, headers: &HeaderMap, child: &str, what: &str) -> Result<Asker<'a>, Problem> {
    Asker::admitted(shared, headers, "GET", &format!("/v1/children/{child}/{what}"))
}

/// Looks at a child, when the person may act for it.
fn of<T>(shared: &Shared, asker: &Asker<'_>, child: &str, look: impl FnOnce(&Kept, &Child) -> T) -> Result<T, Problem> {
    shared.read(|state| {
        let found = ward(&shared.register, state, asker.persona, child, shared.now());
        let (child, _) = found.ok_or_else(refusals::no_such_child)?;
        Ok(look(state, child))
    })
}

/// `GET /v1/children/{child}/card`
pub(super) async fn card(State(shared): State<Arc<Shared>>, Path(child): Path<String>, headers: HeaderMap) -> Answer {
    let asker = asker(&shared, &headers, &child, "card")?;
    let (card, name, id) = of(&shared, &asker, &child, |state, child| {
        let card = child_card(&shared.register, state, child);
        (card, child.name.clone(), child.id.clone())
    })?;
    let card = card.ok_or_else(refusals::no_card_of_child)?;
    let holder = Holder {
        name: &name,
        sub: child,
        id: &id,
    };
    Ok(signed(&shared, &headers, &holder, &card, shared.now()))
}

/// `GET /v1/children/{child}/relations`
pub(super) async fn child_relations(
    State(shared): State<Arc<Shared>>,
    Path(child): Path<String>,
    headers: HeaderMap,
) -> Answer {
    let asker = asker(&shared, &headers, &child, "relations")?;
    let shown: Value = of(&shared, &asker, &child, |state, it| {
        Patron::of_child(state, it).shown(state)
    })?;
    Ok(answer(shown))
}

/// `GET /v1/children/{child}/ledger`
pub(super) async fn child_ledger(
    State(shared): State<Arc<Shared>>,
    Path(child): Path<String>,
    headers: HeaderMap,
) -> Answer {
    let asker = asker(&shared, &headers, &child, "ledger")?;
    access::reached(&asker.grant, access::SUBSTANTIAL)?;
    let shown = of(&shared, &asker, &child, |state, it| {
        Patron::of_child(state, it).ledger()
    })?;
    Ok(answer(shown))
}

/// `GET /v1/ledger`
pub(super) async fn own(State(shared): State<Arc<Shared>>, headers: HeaderMap) -> Answer {
    let asker = Asker::admitted(&shared, &headers, "GET", "/v1/ledger")?;
    access::reached(&asker.grant, access::SUBSTANTIAL)?;
    Ok(answer(shared.read(|state| Patron::of(state, asker.persona).ledger())))
}
