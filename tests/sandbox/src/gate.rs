//! What every request passes on its way in and out: the log, the faults, the clock.

use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use axum::extract::{ConnectInfo, Request, State};
use axum::http::header::{CONTENT_TYPE, DATE, LOCATION, RETRY_AFTER};
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::card::problem::Problem;
use crate::faults::{At, Fault, Kind};
use crate::listener::Scissors;
use crate::provider::refusal::Refusal;
use crate::service;
use crate::shared::Shared;

/// Body of [`Kind::Huge`] in bytes.
const HUGE: usize = 2 * 1024 * 1024;

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Host {
    Issuer,
    Login,
    Card,
}

#[derive(Clone)]
pub(crate) struct Passage {
    pub(crate) shared: Arc<Shared>,
    pub(crate) host: Host,
}

pub(crate) async fn pass(
    State(passage): State<Passage>,
    ConnectInfo(scissors): ConnectInfo<Scissors>,
    request: Request,
    next: Next,
) -> Response {
    let shared = &passage.shared;
    let path = request.uri().path();
    // What the card service asks of its identity providers is neither counted nor made to fail: tests are about the app.
    if service::is_back_channel(request.headers()) {
        return next.run(request).await;
    }
    let fault = place(passage.host, path).and_then(|at| shared.switches.take(at));
    // After the fault is taken: whoever sees the request in the log can count on that.
    shared.note(request.method().as_str(), path);
    let own = match passage.host {
        Host::Card => &shared.addresses.card_service,
        Host::Issuer | Host::Login => &shared.addresses.issuer,
    };
    let nonce = crate::dpop::nonce(shared, own);
    let secrets = shared.secrets.as_ref().filter(|_| passage.host != Host::Login);
    let request = match secrets {
        None => request,
        Some(secrets) => secrets.of_request(request).await,
    };
    let mut response = match fault {
        None => next.run(request).await,
        Some(fault) => fail(fault, &scissors, &shared.addresses.login, request, next).await,
    };
    if let Some(secrets) = secrets {
        response = secrets.of_response(response).await;
    }
    if let Some(nonce) = nonce {
        response.headers_mut().insert("dpop-nonce", nonce);
    }
    if let Some(date) = shared
        .clock
        .http_date()
        .and_then(|date| HeaderValue::from_str(&date).ok())
    {
        response.headers_mut().insert(DATE, date);
    }
    response
}

fn place(host: Host, path: &str) -> Option<At> {
    match (host, path) {
        (Host::Issuer | Host::Card, "/.well-known/openid-configuration") => Some(At::Discovery),
        (Host::Issuer | Host::Card, "/par") => Some(At::Par),
        (Host::Issuer | Host::Card, "/token") => Some(At::Token),
        (Host::Issuer | Host::Card, "/jwks.json") => Some(At::Jwks),
        (Host::Login | Host::Card, "/authorize") => Some(At::Authorize),
        (Host::Card, "/challenge") => Some(At::Challenge),
        (Host::Card, "/v1/card") => Some(At::Card),
        (Host::Card, path) if path.starts_with("/v1/devices") => Some(At::Devices),
        (Host::Card, "/v1/jwks.json") => Some(At::CardJwks),
        (Host::Card, "/v1/household") => Some(At::Household),
        (Host::Card, "/v1/relations") => Some(At::Relations),
        (Host::Card, path) if path.starts_with("/v1/relations/") => Some(At::Relations),
        (Host::Card, "/v1/home-library") => Some(At::HomeLibrary),
        (Host::Card, "/v1/signatures") => Some(At::Signatures),
        (Host::Card, path) if path.starts_with("/v1/log/") => Some(At::Log),
        (Host::Card, "/v1/receipts") => Some(At::Receipts),
        (Host::Card, "/v1/notices" | "/v1/keep-card" | "/v1/leave" | "/v1/export") => Some(At::Account),
        (Host::Card, "/v1/registration" | "/v1/secret-rules") => Some(At::Registration),
        (Host::Card, path) if path.starts_with("/v1/registration/") => Some(At::Registration),
        (Host::Card, path) if path == "/v1/children" || path.starts_with("/v1/children/") => Some(At::Children),
        (Host::Card, "/v1/ledger") => Some(At::Ledger),
        (Host::Card, "/v1/contact" | "/v1/pin" | "/v1/password") => Some(At::Contact),
        (Host::Card, path) if path.starts_with("/v1/contact/") => Some(At::Contact),
        (Host::Card, "/v1/libraries") => Some(At::Libraries),
        (Host::Card, path) if path.starts_with("/v1/libraries/") => Some(At::Agreements),
        _ => None,
    }
}

async fn fail(fault: Fault, scissors: &Scissors, elsewhere: &str, request: Request, next: Next) -> Response {
    match fault.kind {
        Kind::Drop => {
            scissors.cut();
            StatusCode::OK.into_response()
        }
        Kind::Half => {
            let response = next.run(request).await;
            scissors.cut_in_half();
            response
        }
        Kind::Lost => {
            let _ = next.run(request).await;
            scissors.cut();
            StatusCode::OK.into_response()
        }
        Kind::Slow => {
            let seconds = fault.seconds.unwrap_or(2.0);
            tokio::time::sleep(Duration::try_from_secs_f64(seconds).unwrap_or_default()).await;
            next.run(request).await
        }
        Kind::Status => status(&fault),
        Kind::NotJson => ([(CONTENT_TYPE, "application/json")], "{\"this is\": not JSON").into_response(),
        Kind::Html => {
            let page = "<!doctype html><title>Wi-Fi</title><h1>Velkommen til gjestenettet</h1>";
            ([(CONTENT_TYPE, "text/html; charset=utf-8")], page).into_response()
        }
        Kind::Huge => {
            let body = format!("{{\"huge\":\"{}\"}}", "x".repeat(HUGE));
            // A stream has no length, so the answer is chunked and its size a surprise.
            let body = Body::from_stream(Body::from(body).into_data_stream());
            ([(CONTENT_TYPE, "application/json")], body).into_response()
        }
        Kind::Redirect => {
            let target = format!("{elsewhere}{}", request.uri().path());
            (StatusCode::TEMPORARY_REDIRECT, [(LOCATION, target)]).into_response()
        }
        Kind::Empty => ([(CONTENT_TYPE, "application/json")], "").into_response(),
    }
}

fn status(fault: &Fault) -> Response {
    let status = fault.status.and_then(|code| StatusCode::from_u16(code).ok());
    let status = status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut response = match fault.at {
        At::Discovery | At::Par | At::Authorize | At::Token | At::Jwks | At::Challenge => {
            Refusal::of_status(status).into_response()
        }
        _ => Problem::of_status(status).into_response(),
    };
    if let Some(value) = fault
        .retry_after
        .as_deref()
        .and_then(|value| HeaderValue::from_str(value).ok())
    {
        response.headers_mut().insert(RETRY_AFTER, value);
    }
    response
}
