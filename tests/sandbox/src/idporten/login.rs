use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{RawQuery, State};
use axum::http::header::{CACHE_CONTROL, LOCATION};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use url::form_urlencoded::Serializer;

use super::refusal::Refusal;
use super::request::LEVELS;
use super::words::Language;
use super::{lifetime, page};
use crate::params::Params;
use crate::random::{digest, token};
use crate::shared::Shared;
use crate::state::{Code, Request};
use crate::twists::Twist;

/// What goes back to the app.
pub(crate) enum Answer {
    Code(String),
    Error(Refusal),
}

/// `POST /login`: the form of the login page. Its token works once; the page sets no cookie.
pub(crate) async fn login(State(shared): State<Arc<Shared>>, headers: HeaderMap, body: Bytes) -> Response {
    let stranger = Language::of("", &headers);
    let Ok(params) = Params::parse(&body) else {
        return page::error(stranger, &Refusal::invalid_request("a field is there twice"));
    };
    let now = shared.now();
    let waiting = shared.change(|state| {
        let waiting = state.pages.get_mut(&digest(params.get("token")?))?;
        let fresh = !waiting.used && waiting.expires > now;
        waiting.used = true;
        fresh.then(|| waiting.request.clone())
    });
    let Some(request) = waiting else {
        return page::error(
            stranger,
            &Refusal::invalid_request("this page was used before or has run out"),
        );
    };
    let answer = answer(&shared, &request, &params, &headers);
    call_back(&shared, &request.redirect_uri, Some(&request.state), answer)
}

fn answer(shared: &Shared, request: &Request, params: &Params, headers: &HeaderMap) -> Answer {
    let persona = params.get("person").and_then(|id| shared.persona(id));
    let level = params.get("level").filter(|level| LEVELS.contains(level));
    match (params.get("action"), persona, level) {
        (Some("cancel"), ..) => Answer::Error(Refusal::new("access_denied", "the person cancelled")),
        (Some("login"), Some(persona), Some(level)) => {
            let locale = Language::of(&request.locales, headers).tag();
            code_for(shared, request, &persona.id, level, locale)
        }
        _ => Answer::Error(Refusal::invalid_request(
            "the form names no test person, level or button",
        )),
    }
}

pub(crate) fn code_for(shared: &Shared, request: &Request, persona: &str, acr: &str, locale: &str) -> Answer {
    let (Ok(one), Ok(two)) = (token(), token()) else {
        return Answer::Error(Refusal::new("server_error", "no randomness"));
    };
    let now = shared.now();
    let text = format!("{one}.{two}");
    let code = Code {
        request: request.clone(),
        persona: persona.to_owned(),
        acr: acr.to_owned(),
        auth_time: now,
        locale: locale.to_owned(),
        expires: now + lifetime::CODE,
        spent: false,
        grant: None,
    };
    shared.change(|state| state.codes.insert(digest(&text), code));
    Answer::Code(text)
}

/// 303 to the app with `code` or `error`, `state` and `iss` (RFC 9207).
pub(crate) fn call_back(shared: &Shared, redirect_uri: &str, state: Option<&str>, answer: Answer) -> Response {
    let mut query = Serializer::new(String::new());
    match &answer {
        Answer::Code(code) => query.append_pair("code", code),
        Answer::Error(refusal) => query
            .append_pair("error", refusal.error)
            .append_pair("error_description", &refusal.description),
    };
    if shared.twisted(Twist::CallbackWrongState) {
        query.append_pair("state", "a-state-of-somebody-else");
    } else if let Some(state) = state.filter(|_| !shared.twisted(Twist::CallbackNoState)) {
        query.append_pair("state", state);
    }
    if shared.twisted(Twist::CallbackWrongIss) {
        query.append_pair("iss", "https://issuer.invalid");
    } else if !shared.twisted(Twist::CallbackNoIss) {
        query.append_pair("iss", &shared.addresses.issuer);
    }
    let target = format!("{redirect_uri}?{}", query.finish());
    (
        StatusCode::SEE_OTHER,
        [(LOCATION, target.as_str()), (CACHE_CONTROL, "no-store")],
    )
        .into_response()
}

/// `GET /logout`: there is no session here to end, so only a page that says so.
pub(crate) async fn logout(RawQuery(query): RawQuery, headers: HeaderMap) -> Response {
    let params = Params::parse(query.unwrap_or_default().as_bytes()).ok();
    let locales = params
        .as_ref()
        .and_then(|params| params.get("ui_locales"))
        .unwrap_or_default();
    page::logged_out(Language::of(locales, &headers))
}
