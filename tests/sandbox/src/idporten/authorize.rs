use std::sync::Arc;

use axum::extract::{RawQuery, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};

use super::client::CLIENT;
use super::lifetime;
use super::login::{Answer, call_back, code_for};
use super::page::{self, Page};
use super::refusal::Refusal;
use super::request::{self, LEVELS};
use super::words::Language;
use crate::params::Params;
use crate::random::{digest, token};
use crate::shared::Shared;
use crate::state::{Request, Waiting};

/// Where an error goes: to the app, or to the person when it isn't sure whose app it is (RFC 6749 §4.1.2.1).
enum Stop {
    Page(Refusal),
    App {
        redirect_uri: String,
        state: Option<String>,
        refusal: Refusal,
    },
}

/// `GET /authorize`: the login page, or an error, or (with a hint) the callback at once.
pub(crate) async fn authorize(
    State(shared): State<Arc<Shared>>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Response {
    let query = query.unwrap_or_default();
    match request_of(&shared, query.as_bytes()) {
        Ok(request) => match hinted(&shared, &request) {
            Some(answer) => call_back(&shared, &request.redirect_uri, Some(&request.state), answer),
            None => show(&shared, request, &headers).unwrap_or_else(IntoResponse::into_response),
        },
        Err(Stop::Page(refusal)) => page::error(Language::of("", &headers), &refusal),
        Err(Stop::App {
            redirect_uri,
            state,
            refusal,
        }) => call_back(&shared, &redirect_uri, state.as_deref(), Answer::Error(refusal)),
    }
}

fn request_of(shared: &Shared, query: &[u8]) -> Result<Request, Stop> {
    let page = |refusal| Stop::Page(refusal);
    let params =
        Params::parse(query).map_err(|name| page(Refusal::invalid_request(format!("{name} is there twice"))))?;
    match params.get("client_id") {
        Some(CLIENT) => {}
        Some(_) => {
            return Err(page(Refusal::new("invalid_client", "the client is not known")));
        }
        None => return Err(page(Refusal::missing("client_id"))),
    }
    let Some(request_uri) = params.get("request_uri") else {
        return unpushed(&params);
    };
    if params.names().any(|name| name != "client_id" && name != "request_uri") {
        return Err(page(Refusal::invalid_request(
            "only client_id and request_uri may come with a pushed request",
        )));
    }
    let now = shared.now();
    let waiting = shared.change(|state| {
        let waiting = state.pushed.get_mut(&digest(request_uri))?;
        let before = waiting.clone();
        waiting.used = true;
        Some(before)
    });
    let bad = |why: &str| Stop::Page(Refusal::new("invalid_request_uri", why));
    match waiting {
        None => Err(bad("request_uri is not known")),
        Some(waiting) if waiting.used => Err(bad("request_uri was used before")),
        Some(waiting) if waiting.expires <= now => Err(bad("request_uri has run out")),
        Some(waiting) if waiting.request.client != CLIENT => Err(bad("request_uri belongs to another client")),
        Some(waiting) => Ok(waiting.request),
    }
}

fn unpushed(params: &Params) -> Result<Request, Stop> {
    let redirect_uri = request::redirect_uri(params).map_err(Stop::Page)?;
    let state = params.get("state").map(str::to_owned);
    request::check(CLIENT, params).map_err(|refusal| Stop::App {
        redirect_uri,
        state,
        refusal,
    })
}

/// `login_hint=testid:<persona>_<acr>`, when the sandbox was started with hints.
fn hinted(shared: &Shared, request: &Request) -> Option<Answer> {
    let hint = request.hint.as_deref().filter(|_| shared.allow_hints)?;
    let (persona, acr) = hint.strip_prefix("testid:")?.split_once('_')?;
    if shared.persona(persona).is_none() || !LEVELS.contains(&acr) {
        return Some(Answer::Error(Refusal::invalid_request(
            "login_hint names no test person or level",
        )));
    }
    let locale = Language::of(&request.locales, &HeaderMap::new()).tag();
    Some(code_for(shared, request, persona, acr, locale))
}

fn show(shared: &Shared, request: Request, headers: &HeaderMap) -> Result<Response, Refusal> {
    let form_token = token()?;
    let language = Language::of(&request.locales, headers);
    let level = request
        .acr
        .first()
        .cloned()
        .unwrap_or_else(|| "idporten-loa-high".to_owned());
    let waiting = Waiting {
        request,
        expires: shared.now() + lifetime::PAGE,
        used: false,
    };
    shared.change(|state| state.pages.insert(digest(&form_token), waiting));
    Ok(page::login(&Page {
        language,
        personas: &shared.personas,
        form_token: &form_token,
        level: &level,
    }))
}
