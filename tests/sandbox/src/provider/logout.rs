//! OpenID Connect RP-Initiated Logout 1.0.

use axum::body::Bytes;
use axum::extract::{RawQuery, State};
use axum::http::HeaderMap;
use axum::response::Response;
use url::form_urlencoded::Serializer;

use super::client::{self, Client};
use super::refusal::Refusal;
use super::words::Language;
use super::{page, session};
use crate::jose;
use crate::params::Params;
use crate::realm::Site;
use crate::service;
use crate::twists::Twist;

/// `GET /logout`
pub(crate) async fn by_query(State(site): State<Site>, RawQuery(query): RawQuery, headers: HeaderMap) -> Response {
    log_out(&site, query.unwrap_or_default().as_bytes(), &headers).await
}

/// `POST /logout`, with the same parameters as a form.
pub(crate) async fn by_form(State(site): State<Site>, headers: HeaderMap, body: Bytes) -> Response {
    log_out(&site, &body, &headers).await
}

/// What a request says of itself.
struct Hint {
    client: Option<&'static Client>,
    sid: Option<String>,
}

async fn log_out(site: &Site, text: &[u8], headers: &HeaderMap) -> Response {
    let stranger = Language::of("", headers);
    let refuse = |why: &str| page::error(stranger, site.realm, &Refusal::invalid_request(why));
    let Ok(params) = Params::parse(text) else {
        return refuse("a parameter is there twice");
    };
    let language = Language::of(params.get("ui_locales").unwrap_or_default(), headers);
    let hint = match hint(site, &params) {
        Ok(hint) => hint,
        Err(why) => return refuse(why),
    };
    let app = hint.client.is_some_and(|client| !client.confidential);
    if app && site.twisted(Twist::LogoutError) {
        return page::error(
            language,
            site.realm,
            &Refusal::new("server_error", "switched on by a test"),
        );
    }
    let target = match target(site, &hint, &params) {
        Ok(target) => target,
        Err(why) => return refuse(why),
    };
    let sids = [session::of_browser(site, headers), hint.sid];
    let ended = session::end(site, sids.into_iter().flatten());
    service::tell(site, &ended).await;
    match target {
        Some(target) => service::log_out_upstream(site, &ended, target),
        None => page::logged_out(language, site.realm),
    }
}

/// `id_token_hint` may have run out long ago, but it must be ours; `client_id` must fit to it.
fn hint(site: &Site, params: &Params) -> Result<Hint, &'static str> {
    let named = params.get("client_id");
    let Some(token) = params.get("id_token_hint") else {
        let client = client::known(site.realm, named);
        let unknown = named.is_some() && client.is_none();
        return if unknown {
            Err("the client is not known")
        } else {
            Ok(Hint { client, sid: None })
        };
    };
    let keys = site.key().map(|key| key.jwks()).unwrap_or_default();
    let claims = jose::signed(token, &keys)
        .map_err(|_| "id_token_hint is not ours")?
        .claims;
    let audience = claims["aud"].as_str();
    if claims["iss"] != site.issuer() || named.is_some_and(|named| Some(named) != audience) {
        return Err("id_token_hint is of another client or provider");
    }
    Ok(Hint {
        client: client::known(site.realm, audience),
        sid: claims["sid"].as_str().map(str::to_owned),
    })
}

/// Where the person goes afterwards: nowhere when it isn't known whose person it is.
fn target(site: &Site, hint: &Hint, params: &Params) -> Result<Option<String>, &'static str> {
    let (Some(client), Some(uri)) = (hint.client, params.get("post_logout_redirect_uri")) else {
        return Ok(None);
    };
    if !client.may_log_out_to(site, uri) {
        return Err("post_logout_redirect_uri is not registered for this client");
    }
    let twisted = |twist| site.twisted_for(client.id, twist);
    let state = params.get("state").filter(|_| !twisted(Twist::LogoutNoState));
    let state = if twisted(Twist::LogoutWrongState) {
        Some("a-state-of-somebody-else")
    } else {
        state
    };
    Ok(Some(match state {
        Some(state) => {
            let query = Serializer::new(String::new()).append_pair("state", state).finish();
            format!("{uri}?{query}")
        }
        None => uri.to_owned(),
    }))
}
