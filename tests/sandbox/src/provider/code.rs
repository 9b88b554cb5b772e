//! Authorization codes and the way back to the client that they are for.

use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, LOCATION};
use axum::response::{IntoResponse, Response};

use super::lifetime;
use super::refusal::Refusal;
use super::twisted::callback::{self, Query};
use crate::random::{digest, token};
use crate::realm::Site;
use crate::state::{Code, Login, Request};

/// What goes back to the client.
pub(crate) enum Answer {
    Code(String),
    Error(Refusal),
}

/// Where it goes.
#[derive(Clone, Copy)]
pub(crate) struct Back<'a> {
    pub(crate) client: &'a str,
    pub(crate) redirect_uri: &'a str,
    pub(crate) state: Option<&'a str>,
}

impl<'a> Back<'a> {
    pub(crate) fn of(request: &'a Request) -> Self {
        Self {
            client: &request.client,
            redirect_uri: &request.redirect_uri,
            state: Some(&request.state),
        }
    }
}

pub(crate) fn code_for(site: &Site, request: &Request, login: Login) -> Answer {
    let (Ok(one), Ok(two)) = (token(), token()) else {
        return Answer::Error(Refusal::new("server_error", "no randomness"));
    };
    let text = format!("{one}.{two}");
    let code = Code {
        request: request.clone(),
        login,
        expires: site.now() + lifetime::CODE,
        spent: false,
        grant: None,
    };
    site.change(|state| state.codes.insert(digest(&text), code));
    Answer::Code(text)
}

/// 303 to the client with `code` or `error`, `state` and `iss` (RFC 9207).
pub(crate) fn call_back(site: &Site, back: Back<'_>, answer: Answer) -> Response {
    let mut query: Query = match answer {
        Answer::Code(code) => vec![("code", code)],
        Answer::Error(refusal) => vec![
            ("error", refusal.error.to_owned()),
            ("error_description", refusal.description),
        ],
    };
    query.extend(back.state.map(|state| ("state", state.to_owned())));
    if site.profile().modern {
        query.push(("iss", site.issuer().to_owned()));
    }
    let query = callback::query(query, &site.twists_for(back.client));
    see_other(&format!("{}?{query}", back.redirect_uri))
}

pub(crate) fn see_other(target: &str) -> Response {
    (StatusCode::SEE_OTHER, [(LOCATION, target), (CACHE_CONTROL, "no-store")]).into_response()
}
