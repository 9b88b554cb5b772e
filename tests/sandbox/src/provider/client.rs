use axum::body::Bytes;
use axum::http::HeaderMap;
use axum::http::header::{AUTHORIZATION, CONTENT_TYPE};
use base64::{Engine, engine::general_purpose::STANDARD};

use super::refusal::Refusal;
use crate::params::Params;
use crate::random::digest;
use crate::realm::{Realm, Site};

/// The app: public, native, code and refresh grants.
pub(crate) const APP: &str = "bibliotekkortet-app";
/// The card service at ID-porten and at Feide: confidential.
pub(crate) const SERVICE: &str = "bibliotekkortet-service";

const LOGGED_IN: &str = "innlogget";
const LOGGED_OUT: &str = "utlogget";

/// A registered client of one realm.
pub(crate) struct Client {
    pub(crate) id: &'static str,
    pub(crate) confidential: bool,
    pub(crate) scopes: &'static [&'static str],
}

const APP_CLIENT: Client = Client {
    id: APP,
    confidential: false,
    scopes: &["openid", "profile", "nb:bibliotekkortet"],
};

const AT_IDPORTEN: Client = Client {
    id: SERVICE,
    confidential: true,
    scopes: &["openid", "profile"],
};

const AT_FEIDE: Client = Client {
    id: SERVICE,
    confidential: true,
    scopes: &["openid", "profile", "userid-feide"],
};

static OF_IDPORTEN: [Client; 2] = [APP_CLIENT, AT_IDPORTEN];
static OF_FEIDE: [Client; 1] = [AT_FEIDE];
static OF_CARD: [Client; 1] = [APP_CLIENT];

pub(crate) fn clients(realm: Realm) -> &'static [Client] {
    match realm {
        Realm::Idporten => &OF_IDPORTEN,
        Realm::Feide => &OF_FEIDE,
        Realm::Card => &OF_CARD,
    }
}

pub(crate) fn known(realm: Realm, id: Option<&str>) -> Option<&'static Client> {
    clients(realm).iter().find(|client| Some(client.id) == id)
}

impl Client {
    /// Whether a redirect URI is registered; on loopback any port is (RFC 8252 §7.3), all else is compared as text.
    pub(crate) fn may_return_to(&self, site: &Site, uri: &str) -> bool {
        if self.confidential {
            return uri == site.callback_of(site.realm);
        }
        is_of_the_app(uri, LOGGED_IN)
    }

    /// The same for `post_logout_redirect_uri`.
    pub(crate) fn may_log_out_to(&self, site: &Site, uri: &str) -> bool {
        if self.confidential {
            return uri == site.logged_out_callback();
        }
        is_of_the_app(uri, LOGGED_OUT)
    }
}

fn is_of_the_app(uri: &str, path: &str) -> bool {
    let Some(base) = uri.strip_suffix(path).and_then(|rest| rest.strip_suffix('/')) else {
        return false;
    };
    let port = base.strip_prefix("http://127.0.0.1:");
    let loopback =
        port.is_some_and(|port| port.bytes().all(|b| b.is_ascii_digit()) && port.parse::<u16>().is_ok_and(|it| it > 0));
    loopback || ["https://app.bibliotekkortet.no", "no.bibliotekkortet.app:"].contains(&base)
}

/// The body of a back-channel request and the client that it is known to come from.
pub(crate) fn form(site: &Site, headers: &HeaderMap, body: &Bytes) -> Result<(Params, &'static Client), Refusal> {
    let media_type = headers
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let media_type = media_type.split(';').next().unwrap_or_default().trim();
    if !media_type.eq_ignore_ascii_case("application/x-www-form-urlencoded") {
        return Err(Refusal::invalid_request(
            "the body must be application/x-www-form-urlencoded",
        ));
    }
    let params = Params::parse(body).map_err(|name| Refusal::invalid_request(format!("{name} is there twice")))?;
    let client = authenticated(site, headers, &params)?;
    Ok((params, client))
}

fn authenticated(site: &Site, headers: &HeaderMap, params: &Params) -> Result<&'static Client, Refusal> {
    let no = |why: &str| Refusal::new("invalid_client", why);
    let in_body = ["client_secret", "client_assertion"]
        .iter()
        .any(|name| params.get(name).is_some());
    if let Some((id, secret)) = basic(headers) {
        let client = known(site.realm, Some(&id)).filter(|client| client.confidential && !in_body);
        let client = client.ok_or_else(|| no("this client has no secret"))?;
        let right = digest(&secret) == digest(&site.keys().secret);
        return right.then_some(client).ok_or_else(|| no("the secret is wrong"));
    }
    if headers.contains_key(AUTHORIZATION) || in_body {
        return Err(no("this client is public and has no secret"));
    }
    match known(site.realm, params.get("client_id")) {
        Some(client) if client.confidential => Err(no("this client needs its secret")),
        Some(client) => Ok(client),
        None if params.get("client_id").is_some() => Err(no("the client is not known")),
        None => Err(no("client_id is missing")),
    }
}

/// `client_secret_basic` (RFC 6749 §2.3.1). Ids and secrets here need no percent-encoding.
fn basic(headers: &HeaderMap) -> Option<(String, String)> {
    let (scheme, value) = headers.get(AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    let text = String::from_utf8(STANDARD.decode(value).ok()?).ok()?;
    let (id, secret) = text.split_once(':')?;
    scheme
        .eq_ignore_ascii_case("basic")
        .then(|| (id.to_owned(), secret.to_owned()))
}
