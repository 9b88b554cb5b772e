//! `POST /backchannel-logout`: OpenID Connect Back-Channel Logout 1.0 §2.6, one function for each check.

use axum::body::Bytes;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::CACHE_CONTROL;
use axum::response::{IntoResponse, Response};
use serde_json::Value;

use super::checks;
use crate::jose::{self, Jws};
use crate::params::Params;
use crate::provider::client::SERVICE;
use crate::provider::refusal::Refusal;
use crate::random::digest;
use crate::realm::{Realm, Site};
use crate::state::Door;

pub(super) const EVENT: &str = "http://schemas.openid.net/event/backchannel-logout";
/// Seconds that a `jti` is remembered; an older token is refused by its `iat`.
const REMEMBERED: i64 = 300;

type Check = Result<(), &'static str>;

pub(super) async fn receive(State(site): State<Site>, body: Bytes) -> Result<Response, Refusal> {
    let bad = |why: &str| Refusal::invalid_request(format!("logout_token: {why}"));
    let params = Params::parse(&body).map_err(|name| bad(&format!("{name} is there twice")))?;
    let token = params
        .get("logout_token")
        .ok_or_else(|| Refusal::missing("logout_token"))?;
    let keys = site
        .back_channel
        .get(&format!("{}/jwks.json", site.addresses.issuer))
        .await?;
    let claims = checked(&site, token, &keys).map_err(bad)?;
    end(&site, &claims);
    Ok((StatusCode::OK, [(CACHE_CONTROL, "no-store")]).into_response())
}

/// Every check. The memory of `jti` comes last: only good tokens belong in it.
fn checked(site: &Site, token: &str, keys: &Value) -> Result<Value, &'static str> {
    let Jws { header, claims } = signed_with_rs256(token, keys)?;
    of_logout_type(&header)?;
    by_idporten_for_us(site, &claims)?;
    in_time(site, &claims)?;
    about_a_logout(&claims)?;
    about_somebody(&claims)?;
    without_nonce(&claims)?;
    for_the_first_time(site, &claims)?;
    Ok(claims)
}

fn signed_with_rs256(token: &str, keys: &Value) -> Result<Jws, &'static str> {
    jose::signed(token, keys)
}

fn of_logout_type(header: &Value) -> Check {
    let right = header["typ"]
        .as_str()
        .is_some_and(|typ| typ.eq_ignore_ascii_case("logout+jwt"));
    right.then_some(()).ok_or("another type")
}

fn by_idporten_for_us(site: &Site, claims: &Value) -> Check {
    checks::issuer_and_audience(claims, &site.addresses.issuer, SERVICE)
}

fn in_time(site: &Site, claims: &Value) -> Check {
    checks::in_time(claims, site.now())?;
    let fresh = claims["iat"].as_i64().is_some_and(|iat| iat + REMEMBERED > site.now());
    fresh.then_some(()).ok_or("issued too long ago")
}

fn about_a_logout(claims: &Value) -> Check {
    claims["events"][EVENT]
        .is_object()
        .then_some(())
        .ok_or("no logout event")
}

fn about_somebody(claims: &Value) -> Check {
    let there = |name: &str| claims[name].as_str().is_some_and(|text| !text.is_empty());
    (there("sid") || there("sub"))
        .then_some(())
        .ok_or("neither sid nor sub")
}

/// An id_token has one; without this check it might pass for a logout token.
fn without_nonce(claims: &Value) -> Check {
    claims.get("nonce").is_none().then_some(()).ok_or("a nonce")
}

fn for_the_first_time(site: &Site, claims: &Value) -> Check {
    let jti = claims["jti"].as_str().filter(|jti| !jti.is_empty()).ok_or("no jti")?;
    let until = site.now() + REMEMBERED;
    let before = site.change(|state| state.logout_tokens.insert(digest(jti), until));
    before.is_none().then_some(()).ok_or("used before")
}

/// Ends what came from that session at ID-porten, or without one from any session of that person.
fn end(site: &Site, claims: &Value) {
    let (sid, sub) = (claims["sid"].as_str(), claims["sub"].as_str());
    let persona = site
        .personas
        .iter()
        .find(|it| Some(it.subject(SERVICE).as_str()) == sub);
    let persona = persona.map(|it| it.id.as_str());
    let meant = |login: &crate::state::Login| match sid {
        Some(sid) => login.upstream_sid.as_deref() == Some(sid),
        None => login.door == Door::Idporten && Some(login.persona.as_str()) == persona,
    };
    site.change(|state| {
        state.end_where(|grant| grant.realm == Realm::Card && meant(&grant.login));
        let sessions = state.sessions.values_mut();
        let ours = sessions.filter(|it| it.realm == Realm::Card && meant(&it.login));
        ours.for_each(|session| session.ended = true);
    });
}
