use axum::extract::{RawQuery, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};

use super::client::{self, Client};
use super::code::{Answer, Back, call_back, code_for};
use super::page::{self, Page};
use super::refusal::Refusal;
use super::request::{self, LEVELS};
use super::words::Language;
use super::{lifetime, session};
use crate::params::Params;
use crate::random::{digest, token};
use crate::realm::{Realm, Site};
use crate::service;
use crate::state::{Request, Waiting};
use crate::twists::Twist;

/// Where an error goes: to the client, or to the person when it isn't sure whose it is (RFC 6749 §4.1.2.1).
enum Stop {
    Page(Refusal),
    Client {
        client: &'static Client,
        redirect_uri: String,
        state: Option<String>,
        refusal: Refusal,
    },
}

/// `GET /authorize`: the login page, or an error, or (with a hint or a session) the callback at once.
pub(crate) async fn authorize(State(site): State<Site>, RawQuery(query): RawQuery, headers: HeaderMap) -> Response {
    let query = query.unwrap_or_default();
    match request_of(&site, query.as_bytes()) {
        Ok(request) => answer(&site, request, &headers),
        Err(Stop::Page(refusal)) => page::error(Language::of("", &headers), site.realm, &refusal),
        Err(Stop::Client {
            client,
            redirect_uri,
            state,
            refusal,
        }) => {
            let back = Back {
                client: client.id,
                redirect_uri: &redirect_uri,
                state: state.as_deref(),
            };
            call_back(&site, back, Answer::Error(refusal))
        }
    }
}

fn answer(site: &Site, request: Request, headers: &HeaderMap) -> Response {
    if let Some(login) = session::to_use_again(site, &request, headers) {
        return call_back(site, Back::of(&request), code_for(site, &request, login));
    }
    if site.realm == Realm::Card {
        return service::send_on(site, request).unwrap_or_else(IntoResponse::into_response);
    }
    match hinted(site, &request) {
        Some(answer) => call_back(site, Back::of(&request), answer),
        None => show(site, request, headers).unwrap_or_else(IntoResponse::into_response),
    }
}

fn request_of(site: &Site, query: &[u8]) -> Result<Request, Stop> {
    let page = |refusal| Stop::Page(refusal);
    let params =
        Params::parse(query).map_err(|name| page(Refusal::invalid_request(format!("{name} is there twice"))))?;
    if params.get("client_id").is_none() {
        return Err(page(Refusal::missing("client_id")));
    }
    let client = client::known(site.realm, params.get("client_id"))
        .ok_or_else(|| page(Refusal::new("invalid_client", "the client is not known")))?;
    let Some(request_uri) = params.get("request_uri") else {
        return unpushed(site, client, &params);
    };
    if params.names().any(|name| name != "client_id" && name != "request_uri") {
        return Err(page(Refusal::invalid_request(
            "only client_id and request_uri may come with a pushed request",
        )));
    }
    let now = site.now();
    let waiting = site.change(|state| {
        let waiting = state.pushed.get_mut(&digest(request_uri))?;
        let before = waiting.clone();
        waiting.used = true;
        Some(before)
    });
    let bad = |why: &str| Stop::Page(Refusal::new("invalid_request_uri", why));
    match waiting.filter(|waiting| waiting.request.realm == site.realm) {
        None => Err(bad("request_uri is not known")),
        Some(_) if site.twisted_for(client.id, Twist::ParUsed) => Err(bad("request_uri was used before")),
        Some(_) if site.twisted_for(client.id, Twist::ParExpired) => Err(bad("request_uri has run out")),
        Some(waiting) if waiting.used => Err(bad("request_uri was used before")),
        Some(waiting) if waiting.expires <= now => Err(bad("request_uri has run out")),
        Some(waiting) if waiting.request.client != client.id => Err(bad("request_uri belongs to another client")),
        Some(waiting) => Ok(waiting.request),
    }
}

fn unpushed(site: &Site, client: &'static Client, params: &Params) -> Result<Request, Stop> {
    let redirect_uri = request::redirect_uri(site, client, params).map_err(Stop::Page)?;
    let state = params.get("state").map(str::to_owned);
    request::check(site, client, params).map_err(|refusal| Stop::Client {
        client,
        redirect_uri,
        state,
        refusal,
    })
}

/// `login_hint=testid:<persona>_<acr>`, when the sandbox was started with hints.
fn hinted(site: &Site, request: &Request) -> Option<Answer> {
    let hint = request.hint.as_deref().filter(|_| site.allow_hints)?;
    let (persona, acr) = hint.strip_prefix("testid:")?.split_once('_')?;
    let Some(persona) = site.persona(persona).filter(|_| LEVELS.contains(&acr)) else {
        return Some(Answer::Error(Refusal::invalid_request(
            "login_hint names no test person or level",
        )));
    };
    if site.realm == Realm::Feide && !persona.feide {
        return Some(Answer::Error(Refusal::access_denied("the person has no Feide account")));
    }
    let locale = Language::of(&request.locales, &HeaderMap::new()).tag();
    let login = session::begin(site, request, &persona.id, acr, locale);
    Some(code_for(site, request, login.0))
}

fn show(site: &Site, request: Request, headers: &HeaderMap) -> Result<Response, Refusal> {
    let language = Language::of(&request.locales, headers);
    let level = request.acr.first().cloned();
    let form_token = page_token(site, request)?;
    Ok(page::login(&Page {
        realm: site.realm,
        language,
        personas: &site.personas,
        form_token: &form_token,
        level: level.as_deref().unwrap_or("idporten-loa-high"),
    }))
}

/// Keeps a request until its page comes back.
pub(super) fn page_token(site: &Site, request: Request) -> Result<String, Refusal> {
    let form_token = token()?;
    let waiting = Waiting {
        request,
        expires: site.now() + lifetime::PAGE,
        used: false,
    };
    site.change(|state| state.pages.insert(digest(&form_token), waiting));
    Ok(form_token)
}
