use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Value, json};

use crate::faults::Fault;
use crate::register::account;
use crate::register::desk::{self, Outcome};
use crate::register::directory::{self, DirectoryChange};
use crate::register::patron::{Patron, Standing};
use crate::register::powers::{self, Ending};
use crate::register::rules::{Agreement, Published};
use crate::settings::StartError;
use crate::shared::Shared;
use crate::twists::Twist;

/// What a test may change, all in one request. Done in this order: clear, now, advance, revoke, directory, close,
/// publish, relations, confirm, registry_link, endings, confirm_children, used, faults, twists.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Change {
    /// Turns all faults and twists off first.
    pub clear: bool,
    /// `Some(Some(t))`: the clock stands at `t` (Unix seconds). `Some(None)`, in JSON `null`: it runs again.
    #[serde(deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub now: Option<Option<i64>>,
    /// Seconds to move the clock by.
    pub advance: i64,
    /// Ends every login of this persona, as the person would from another device.
    pub revoke: Option<String>,
    /// Makes the next version of the directory.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub directory: Option<DirectoryChange>,
    /// Libraries that close for good today; a version of the directory like the one before.
    pub close: Vec<String>,
    /// Publishes the next version of each of these.
    pub publish: Vec<Published>,
    /// What libraries say about people.
    pub relations: Vec<Standing>,
    /// What desks confirm, as their page does.
    pub confirm: Vec<Confirmation>,
    /// Whether the population register says whose children somebody's are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub registry_link: Option<bool>,
    /// Powers over children that end.
    pub endings: Vec<Ending>,
    /// What desks confirm about who acts for a child, as their page does.
    pub confirm_children: Vec<ChildConfirmation>,
    /// Personas who a library says were there, or borrowed something, just now.
    pub used: Vec<String>,
    /// Faults to add.
    pub faults: Vec<Fault>,
    /// Twists to turn on.
    pub twists: Vec<Twist>,
}

/// A code that somebody said at a library's desk.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Confirmation {
    /// Biblioteknummer.
    pub library: String,
    /// As the person has it, or as somebody would type it.
    pub code: String,
}

/// A guardian's code that somebody said at a library's desk, with papers for a child.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChildConfirmation {
    /// Biblioteknummer.
    pub library: String,
    /// As the guardian has it, or as somebody would type it.
    pub code: String,
    /// A child of `children.json`.
    pub child: String,
}

/// A persona that `personas.json` doesn't have.
#[derive(Debug, thiserror::Error)]
#[error("unknown persona `{name}`, expected one of {known}")]
pub struct UnknownPersona {
    /// What was asked for.
    pub name: String,
    /// What there is.
    pub known: String,
}

/// Something that can't be changed as asked. Nothing was.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct Refused(pub String);

/// Tells `null` from absent.
fn present<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Option<i64>>, D::Error> {
    Option::deserialize(deserializer).map(Some)
}

pub(crate) fn router(shared: Arc<Shared>) -> Router {
    Router::new()
        .route("/state", get(state))
        .route("/control", post(control))
        .with_state(shared)
}

pub(crate) fn revoke(shared: &Shared, persona: &str) -> Result<(), UnknownPersona> {
    known(shared, persona)?;
    shared.change(|state| state.end_all_of(persona));
    Ok(())
}

fn known(shared: &Shared, persona: &str) -> Result<(), UnknownPersona> {
    if shared.persona(persona).is_none() {
        let known: Vec<_> = shared.personas.iter().map(|it| format!("`{}`", it.id)).collect();
        return Err(UnknownPersona {
            name: persona.to_owned(),
            known: known.join(", "),
        });
    }
    Ok(())
}

/// All of it, or nothing when something in it can't be.
pub(crate) fn change(shared: &Shared, change: Change) -> Result<(), Refused> {
    possible(shared, &change)?;
    apply(shared, change).map_err(|error| Refused(error.to_string()))
}

fn possible(shared: &Shared, change: &Change) -> Result<(), Refused> {
    let libraries = change.directory.iter().flat_map(|it| &it.upserts);
    for library in libraries {
        let number = library["number"].as_str().unwrap_or_default();
        if number.len() != 7 || !number.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(Refused("a library without a number of seven digits".to_owned()));
        }
    }
    for Published { library, agreement } in &change.publish {
        let found = shared.read(|state| directory::library(&shared.register, state, library));
        if !found.is_some_and(|library| Agreement::of(&library).contains(agreement)) {
            return Err(Refused(format!("{library} has no agreement `{}`", agreement.name())));
        }
    }
    for Standing { person, library, .. } in &change.relations {
        if shared.name_of(person).is_none() {
            known(shared, person).map_err(|error| Refused(error.to_string()))?;
        }
        if shared
            .read(|state| directory::library(&shared.register, state, library))
            .is_none()
        {
            return Err(Refused(format!("unknown library `{library}`")));
        }
    }
    for number in &change.close {
        if shared.library(number).is_none() {
            return Err(Refused(format!("unknown library `{number}`")));
        }
    }
    let now = change
        .now
        .flatten()
        .unwrap_or_else(|| shared.now())
        .saturating_add(change.advance);
    for Confirmation { library, code } in &change.confirm {
        match shared.read(|state| desk::look(state, code, now)) {
            Outcome::Confirmed { library: of, .. } if of == *library => {}
            _ => return Err(Refused(format!("nobody waits at {library} with the code `{code}`"))),
        }
    }
    for ChildConfirmation { library, code, .. } in &change.confirm_children {
        let of = shared.read(|state| powers::look(state, code, now).map(|it| it.library.clone()));
        if of.as_ref() != Some(library) {
            return Err(Refused(format!(
                "no guardian waits at {library} with the code `{code}`"
            )));
        }
    }
    let children = change.endings.iter().map(|it| &it.child);
    for name in children.chain(change.confirm_children.iter().map(|it| &it.child)) {
        if !shared.register.children.iter().any(|it| it.id == *name) {
            return Err(Refused(format!("unknown child `{name}`")));
        }
    }
    for guardian in change.endings.iter().filter_map(|it| it.guardian.as_ref()) {
        known(shared, guardian).map_err(|error| Refused(error.to_string()))?;
    }
    let named = change.revoke.iter().chain(&change.used);
    for persona in named {
        known(shared, persona).map_err(|error| Refused(error.to_string()))?;
    }
    Ok(())
}

fn apply(shared: &Shared, change: Change) -> Result<(), StartError> {
    if change.clear {
        shared.switches.clear();
    }
    if let Some(now) = change.now {
        shared.clock.set(now);
    }
    shared.clock.advance(change.advance);
    if let Some(persona) = &change.revoke {
        shared.change(|state| state.end_all_of(persona));
    }
    if change.directory.is_some() || !change.close.is_empty() || !change.publish.is_empty() {
        let now = shared.now();
        shared.change(|state| {
            state.directory.extend(change.directory);
            let closed = directory::closed(&shared.register, state, &change.close, now);
            state.directory.extend(closed);
            change
                .publish
                .iter()
                .for_each(|published| published.publish_next(state));
        });
    }
    let now = shared.now();
    shared.change(|state| {
        for Standing {
            person,
            library,
            status,
        } in &change.relations
        {
            match shared.persona(person) {
                Some(persona) => Patron::of_mut(state, persona).set(library, *status, now),
                None => {
                    if let Some(child) = shared.register.children.iter().find(|it| it.id == *person) {
                        let mut patron = Patron::of_child(state, child);
                        patron.set(library, *status, now);
                        state.patrons.insert(person.clone(), patron);
                    }
                }
            }
        }
        for Confirmation { code, .. } in &change.confirm {
            desk::confirm(state, &shared.personas, code, now);
        }
        if let Some(link) = change.registry_link {
            state.registry_link_off = !link;
        }
        for ending in &change.endings {
            if let Some(child) = shared.register.children.iter().find(|it| it.id == ending.child) {
                powers::end(state, child, ending);
            }
        }
        for ChildConfirmation { code, child, .. } in &change.confirm_children {
            powers::confirm(
                &shared.register,
                &shared.personas,
                state,
                code,
                |it| it.id == *child,
                now,
            );
        }
        for persona in change.used.iter().filter_map(|name| shared.persona(name)) {
            account::used(state, persona, now);
        }
    });
    change.faults.into_iter().for_each(|fault| shared.switches.fault(fault));
    change.twists.into_iter().try_for_each(|twist| shared.twist(twist))
}

async fn control(State(shared): State<Arc<Shared>>, body: Bytes) -> Response {
    let change: Change = match serde_json::from_slice(&body) {
        Ok(change) => change,
        Err(error) => return refuse(StatusCode::BAD_REQUEST, &error),
    };
    if let Err(error) = possible(&shared, &change) {
        return refuse(StatusCode::BAD_REQUEST, &error);
    }
    match apply(&shared, change) {
        Ok(()) => Json(picture(&shared)).into_response(),
        Err(error) => refuse(StatusCode::INTERNAL_SERVER_ERROR, &error),
    }
}

fn refuse(status: StatusCode, error: &dyn std::error::Error) -> Response {
    (status, Json(json!({ "error": error.to_string() }))).into_response()
}

async fn state(State(shared): State<Arc<Shared>>) -> Json<Value> {
    Json(picture(&shared))
}

/// Addresses, clock, switches, people and the request log. Nothing secret but codes for desks.
fn picture(shared: &Shared) -> Value {
    let personas: Vec<Value> = shared
        .personas
        .iter()
        .map(|it| {
            let number = shared.number_of(&it.id);
            json!({ "id": it.id, "name": it.name, "card_number": number, "about": it.about.en })
        })
        .collect();
    let children: Vec<Value> = shared
        .register
        .children
        .iter()
        .map(|it| {
            let relations = shared.read(|state| Patron::of_child(state, it).shown(state));
            json!({ "id": it.id, "name": it.name, "born": it.born, "child": it.pseudonym(),
                "card_number": shared.number_of(&it.id),
                "relations": relations["relations"] })
        })
        .collect();
    json!({
        "addresses": shared.addresses,
        "now": shared.now(),
        "clock_moved": shared.clock.is_moved(),
        "faults": shared.switches.faults(),
        "twists": shared.switches.twists(),
        "registry_link": shared.read(|state| !state.registry_link_off),
        "personas": personas,
        "children": children,
        "log_size": shared.read(|state| state.log.len()),
        "mails": shared.read(|state| state.mails.clone()),
        "directory_version": shared.read(directory::version),
        "requests": shared.requests(),
    })
}
