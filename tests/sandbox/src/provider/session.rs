//! A browser's session at a provider. Every login begins one; a cookie and its use come only with the setting `sso`.

use axum::http::header::{COOKIE, SET_COOKIE};
use axum::http::{HeaderMap, HeaderValue};
use axum::response::Response;

use super::lifetime;
use super::request::LEVELS;
use crate::random::{digest, token};
use crate::realm::{Realm, Site};
use crate::state::{Door, Login, Request, Session};
use crate::twists::Twist;

/// Begins a session by a login at this provider's own page; gives the cookie for the browser.
pub(crate) fn begin(
    site: &Site,
    request: &Request,
    persona: &str,
    acr: &str,
    locale: &str,
) -> (Login, Option<HeaderValue>) {
    let (door, method) = match site.realm {
        Realm::Feide => (Door::Feide, "feide"),
        _ => (Door::Idporten, "TestID"),
    };
    let login = Login {
        persona: persona.to_owned(),
        acr: acr.to_owned(),
        amr: vec![method.to_owned()],
        auth_time: site.now(),
        locale: locale.to_owned(),
        door,
        sid: None,
        upstream_sid: None,
    };
    keep(site, request, login)
}

/// Begins a session for a login that is known already.
pub(crate) fn keep(site: &Site, request: &Request, mut login: Login) -> (Login, Option<HeaderValue>) {
    let (Ok(sid), Ok(secret)) = (token(), token()) else {
        return (login, None);
    };
    login.sid = Some(sid.clone());
    let session = Session {
        realm: site.realm,
        login: login.clone(),
        cookie: site.sso.then(|| digest(&secret)),
        used_at: site.now(),
        ended: false,
        clients: vec![request.client.clone()],
    };
    site.change(|state| state.sessions.insert(sid, session));
    let profile = site.profile();
    let path = if profile.prefix.is_empty() { "/" } else { profile.prefix };
    let text = format!("{}={secret}; Path={path}; HttpOnly; SameSite=Lax", profile.cookie);
    (login, HeaderValue::from_str(&text).ok().filter(|_| site.sso))
}

/// Sets the cookie of a session.
pub(crate) fn remember(mut response: Response, cookie: Option<HeaderValue>) -> Response {
    if let Some(cookie) = cookie {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
    response
}

/// The `sid` of the session that the browser's cookie names.
pub(crate) fn of_browser(site: &Site, headers: &HeaderMap) -> Option<String> {
    let name = site.profile().cookie;
    let cookies = headers
        .get_all(COOKIE)
        .into_iter()
        .filter_map(|value| value.to_str().ok());
    let mut pairs = cookies
        .flat_map(|value| value.split("; "))
        .filter_map(|it| it.split_once('='));
    let secret = digest(pairs.find(|(key, _)| *key == name)?.1);
    site.read(|state| {
        let mut mine = state
            .sessions
            .iter()
            .filter(|(_, it)| it.realm == site.realm && !it.ended);
        mine.find(|(_, it)| it.cookie.as_ref() == Some(&secret))
            .map(|(sid, _)| sid.clone())
    })
}

/// Ends sessions. At the card service what was granted within them ends too; ID-porten lets API tokens live on.
pub(crate) fn end(site: &Site, sids: impl Iterator<Item = String>) -> Vec<(String, Session)> {
    site.change(|state| {
        let mut ended = Vec::new();
        for sid in sids {
            let session = state.sessions.get_mut(&sid);
            let Some(session) = session.filter(|it| it.realm == site.realm && !it.ended) else {
                continue;
            };
            session.ended = true;
            ended.push((sid.clone(), session.clone()));
            if site.realm == Realm::Card {
                state.end_where(|grant| grant.realm == Realm::Card && grant.login.sid.as_ref() == Some(&sid));
            }
        }
        ended
    })
}

/// The login of a session that is good enough for this request; it lives on by that.
pub(crate) fn to_use_again(site: &Site, request: &Request, headers: &HeaderMap) -> Option<Login> {
    if !site.sso || request.again || site.twisted(Twist::NoSso) {
        return None;
    }
    let sid = of_browser(site, headers)?;
    let now = site.now();
    site.change(|state| {
        let session = state.sessions.get_mut(&sid)?;
        let login = &session.login;
        let awake = session.used_at + lifetime::SESSION_IDLE > now && login.auth_time + lifetime::SESSION > now;
        let same_door = request.idp.is_none_or(|idp| Realm::behind(login.door) == Some(idp));
        let high_enough = request.acr.is_empty() || request.acr.iter().any(|asked| reaches(&login.acr, asked));
        if !(awake && same_door && high_enough) {
            return None;
        }
        session.used_at = now;
        if !session.clients.contains(&request.client) {
            session.clients.push(request.client.clone());
        }
        Some(session.login.clone())
    })
}

/// Whether a level is as high as another.
pub(crate) fn reaches(acr: &str, asked: &str) -> bool {
    let rank = |level: &str| LEVELS.iter().position(|it| *it == level);
    rank(acr).is_some_and(|acr| rank(asked).is_some_and(|asked| acr >= asked))
}
