//! The card number door: draft-ietf-oauth-first-party-apps-04. A credential in, an authorization code out.

use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, RETRY_AFTER};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::json;

use super::credentials::{Secret, person, username};
use super::tries::User;
use crate::dpop;
use crate::params::Params;
use crate::personas::Persona;
use crate::provider::client::{Client, form};
use crate::provider::code::{Answer, code_for};
use crate::provider::refusal::Refusal;
use crate::provider::request;
use crate::provider::session::reaches;
use crate::provider::words::Language;
use crate::random::{digest, token};
use crate::realm::Site;
use crate::state::{Door, HalfWay, Login, Request, Waiting};
use crate::twists::Twist;

const AUTH_SESSION: i64 = 300;
const MOST_WRONG_CODES: u8 = 3;

/// `POST /challenge`
pub(super) async fn challenge(State(site): State<Site>, headers: HeaderMap, body: Bytes) -> Result<Response, Refusal> {
    let (params, client) = form(&site, &headers, &body)?;
    let url = site.endpoint("challenge");
    let jkt = dpop::proven(&site, &headers, "POST", &url, None)?;
    match params.get("auth_session") {
        Some(session) => second(&site, &params, session, jkt),
        None => first(&site, client, &params, jkt),
    }
}

fn first(site: &Site, client: &Client, params: &Params, jkt: Option<String>) -> Result<Response, Refusal> {
    let mut request = request::without_browser(site, client, params)?;
    request.jkt = dpop::agreed(jkt, request.jkt)?;
    let secret = Secret::of(params)?;
    let name = username(params)?;
    if site.twisted(Twist::ChallengeLocked) {
        return Err(with_status(StatusCode::LOCKED, "access_denied"));
    }
    let persona = person(site, &name);
    let user = User::new(site, persona.map_or(name.as_str(), |it| it.id.as_str()));
    if let Some(seconds) = user.locked(site) {
        let refusal = with_status(StatusCode::TOO_MANY_REQUESTS, "temporarily_unavailable");
        return Ok(([(RETRY_AFTER, seconds.to_string())], refusal).into_response());
    }
    let known = persona.and_then(|it| it.credentials.as_ref());
    let (Some(persona), true) = (persona, secret.opens(site, persona)) else {
        user.failed(site);
        return Err(wrong());
    };
    user.succeeded(site);
    let asked = |level: &str| request.acr.is_empty() || request.acr.iter().any(|asked| reaches(level, asked));
    // Who registered here has nobody to send a one-time code.
    let no_code = known.is_none() && !asked(secret.level());
    if site.twisted(Twist::ChallengeToWeb)
        || (known.is_some_and(|it| it.web_only) || no_code)
        || !asked("idporten-loa-substantial")
    {
        return Err(with_status(StatusCode::FORBIDDEN, "redirect_to_web"));
    }
    let login = login(site, &request, persona, &secret);
    if known.is_some_and(|it| it.otp_wanted) || site.twisted(Twist::OtpWanted) || !asked(secret.level()) {
        return half_way(site, request, login, 0);
    }
    code(site, &request, login)
}

fn second(site: &Site, params: &Params, session: &str, jkt: Option<String>) -> Result<Response, Refusal> {
    let otp = params.get("otp").ok_or_else(|| Refusal::missing("otp"))?;
    let now = site.now();
    let found = site.change(|state| {
        let half = state.half_way.get_mut(&digest(session))?;
        let good = !half.waiting.used && half.waiting.expires > now && half.waiting.request.jkt == jkt;
        half.waiting.used = true;
        good.then(|| half.clone())
    });
    let invalid = || Refusal::new("invalid_session", "auth_session is not known");
    let half = found.ok_or_else(invalid)?;
    let persona = site.persona(&half.login.persona).and_then(|it| it.credentials.as_ref());
    let right = persona.is_some_and(|it| digest(&it.otp) == digest(otp));
    let (request, mut login) = (half.waiting.request, half.login);
    if !right && half.wrong >= MOST_WRONG_CODES {
        return Err(wrong());
    }
    if !right {
        return half_way(site, request, login, half.wrong + 1);
    }
    login.amr.push("otp".to_owned());
    login.acr = "idporten-loa-substantial".to_owned();
    code(site, &request, login)
}

fn login(site: &Site, request: &Request, persona: &Persona, secret: &Secret<'_>) -> Login {
    Login {
        persona: persona.id.clone(),
        acr: secret.level().to_owned(),
        amr: vec![secret.method().to_owned()],
        auth_time: site.now(),
        locale: Language::of(&request.locales, &HeaderMap::new()).tag().to_owned(),
        door: Door::CardNumber,
        sid: None,
        upstream_sid: None,
    }
}

/// A one-time code is wanted.
fn half_way(site: &Site, request: Request, login: Login, wrong: u8) -> Result<Response, Refusal> {
    let session = token()?;
    let waiting = Waiting {
        request,
        expires: site.now() + AUTH_SESSION,
        used: false,
    };
    let half = HalfWay { waiting, login, wrong };
    site.change(|state| state.half_way.insert(digest(&session), half));
    let answer = json!({ "error": "insufficient_authorization", "auth_session": session });
    Ok((StatusCode::FORBIDDEN, [(CACHE_CONTROL, "no-store")], Json(answer)).into_response())
}

fn code(site: &Site, request: &Request, login: Login) -> Result<Response, Refusal> {
    match code_for(site, request, login) {
        Answer::Code(code) => {
            let answer = json!({ "authorization_code": code });
            Ok(([(CACHE_CONTROL, "no-store")], Json(answer)).into_response())
        }
        Answer::Error(refusal) => Err(refusal),
    }
}

/// The same for a wrong PIN, a wrong password, a wrong code and nobody at all.
fn wrong() -> Refusal {
    Refusal::access_denied("the card number, the PIN, the password or the code is wrong")
}

fn with_status(status: StatusCode, error: &'static str) -> Refusal {
    Refusal {
        status,
        ..Refusal::new(error, "see the status")
    }
}
