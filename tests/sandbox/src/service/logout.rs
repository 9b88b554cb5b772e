//! A logout goes on: from the card service to ID-porten in the browser, from ID-porten to the card service behind it.

use axum::extract::{RawQuery, State};
use axum::http::HeaderMap;
use axum::response::Response;
use serde_json::{Value, json};
use url::form_urlencoded::Serializer;

use super::logout_token::EVENT;
use crate::jose;
use crate::params::Params;
use crate::provider::client::SERVICE;
use crate::provider::code::see_other;
use crate::provider::lifetime;
use crate::provider::page;
use crate::provider::words::Language;
use crate::random::{digest, token};
use crate::realm::{Realm, Site};
use crate::shared::Shared;
use crate::state::{Session, Target};

/// Seconds that a logout token lives.
const LIFE: i64 = 120;

/// ID-porten tells the card service which sessions it has ended: one attempt each.
pub(crate) async fn tell(site: &Site, ended: &[(String, Session)]) {
    for (sid, session) in ended {
        let ours = site.realm == Realm::Idporten && session.clients.iter().any(|client| client == SERVICE);
        let Some(claims) = ours.then(|| claims(site, sid, session)).flatten() else {
            continue;
        };
        let key = site.keys().idporten;
        let header = json!({ "alg": "RS256", "typ": "logout+jwt", "kid": key.kid });
        let text = jose::rs256(&key, &header, &claims);
        let url = format!("{}/backchannel-logout", site.addresses.card_service);
        site.back_channel.tell(&url, &[("logout_token", &text)]).await;
    }
}

/// OpenID Connect Back-Channel Logout 1.0 §2.4.
fn claims(shared: &Shared, sid: &str, session: &Session) -> Option<Value> {
    let persona = shared.persona(&session.login.persona)?;
    Some(json!({
        "iss": shared.addresses.issuer,
        "aud": SERVICE,
        "iat": shared.now(),
        "exp": shared.now() + LIFE,
        "jti": token().ok()?,
        "sub": persona.subject(SERVICE),
        "sid": sid,
        "events": { EVENT: {} },
    }))
}

/// The claims for the newest session of a persona that the card service has to do with.
pub(crate) fn logout_token(shared: &Shared, persona: &str) -> Option<Value> {
    let found = shared.read(|state| {
        let sessions = state.sessions.iter().filter(|(_, it)| {
            it.realm == Realm::Idporten && it.login.persona == persona && it.clients.iter().any(|it| it == SERVICE)
        });
        let newest = sessions.max_by_key(|(_, it)| it.login.auth_time);
        newest.map(|(sid, session)| (sid.clone(), session.clone()))
    });
    let (sid, session) = found?;
    claims(shared, &sid, &session)
}

/// On to where the app wants to be; by way of the identity provider when its session would sign the person in again.
pub(crate) fn log_out_upstream(site: &Site, ended: &[(String, Session)], target: String) -> Response {
    let mut doors = ended.iter().filter_map(|(_, it)| Realm::behind(it.login.door));
    let idp = doors.next().filter(|_| site.realm == Realm::Card && site.sso);
    let (Some(idp), Ok(state)) = (idp.map(|realm| site.at(realm)), token()) else {
        return see_other(&target);
    };
    let query = Serializer::new(String::new())
        .append_pair("client_id", SERVICE)
        .append_pair("post_logout_redirect_uri", &site.logged_out_callback())
        .append_pair("state", &state)
        .finish();
    let target = Target {
        uri: target,
        expires: site.now() + lifetime::PAGE,
    };
    site.change(|kept| kept.after_logout.insert(digest(&state), target));
    see_other(&format!("{}/logout?{query}", idp.pages()))
}

/// `GET /callback/utlogget`: back from an identity provider's logout.
pub(super) async fn back(State(site): State<Site>, RawQuery(query): RawQuery, headers: HeaderMap) -> Response {
    let params = Params::parse(query.unwrap_or_default().as_bytes()).ok();
    let state = params
        .as_ref()
        .and_then(|params| params.get("state"))
        .unwrap_or_default();
    let target = site.change(|kept| kept.after_logout.remove(&digest(state)));
    match target {
        Some(target) => see_other(&target.uri),
        None => page::logged_out(Language::of("", &headers), site.realm),
    }
}
