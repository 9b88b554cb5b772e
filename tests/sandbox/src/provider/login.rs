use axum::body::Bytes;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};

use super::authorize::page_token;
use super::code::{Answer, Back, call_back, code_for};
use super::refusal::Refusal;
use super::request::LEVELS;
use super::words::Language;
use super::{page, session};
use crate::params::Params;
use crate::random::digest;
use crate::realm::{Realm, Site};
use crate::state::Request;

/// `POST /login`: the form of the login page. Its token works once.
pub(crate) async fn login(State(site): State<Site>, headers: HeaderMap, body: Bytes) -> Response {
    let stranger = Language::of("", &headers);
    let refuse = |why: &str| page::error(stranger, site.realm, &Refusal::invalid_request(why));
    let Ok(params) = Params::parse(&body) else {
        return refuse("a field is there twice");
    };
    let now = site.now();
    let waiting = site.change(|state| {
        let waiting = state.pages.get_mut(&digest(params.get("token")?))?;
        let fresh = !waiting.used && waiting.expires > now && waiting.request.realm == site.realm;
        waiting.used = true;
        fresh.then(|| waiting.request.clone())
    });
    match waiting {
        Some(request) => answer(&site, request, &params, &headers),
        None => refuse("this page was used before or has run out"),
    }
}

fn answer(site: &Site, request: Request, params: &Params, headers: &HeaderMap) -> Response {
    let persona = params.get("person").and_then(|id| site.persona(id));
    let high = "idporten-loa-high";
    let level = match site.realm {
        Realm::Feide => Some(high),
        _ => params.get("level").filter(|level| LEVELS.contains(level)),
    };
    let language = Language::of(&request.locales, headers);
    match (params.get("action"), persona, level) {
        (Some("cancel"), ..) => {
            let refusal = Refusal::access_denied("the person cancelled");
            call_back(site, Back::of(&request), Answer::Error(refusal))
        }
        (Some("login"), Some(persona), _) if site.realm == Realm::Feide && !persona.feide => {
            match page_token(site, request) {
                Ok(form_token) => page::no_feide(language, &form_token),
                Err(refusal) => refusal.into_response(),
            }
        }
        (Some("login"), Some(persona), Some(level)) => {
            let (login, cookie) = session::begin(site, &request, &persona.id, level, language.tag());
            let answer = code_for(site, &request, login);
            session::remember(call_back(site, Back::of(&request), answer), cookie)
        }
        _ => {
            let refusal = Refusal::invalid_request("the form names no test person, level or button");
            call_back(site, Back::of(&request), Answer::Error(refusal))
        }
    }
}
