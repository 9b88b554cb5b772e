//! The second code flow: a person who is to sign in here goes on to an identity provider.

use axum::response::Response;
use sha2::{Digest, Sha256};
use url::form_urlencoded::Serializer;

use crate::provider::client::SERVICE;
use crate::provider::code::see_other;
use crate::provider::lifetime;
use crate::provider::refusal::Refusal;
use crate::random::{base64url, digest, token};
use crate::realm::{Realm, Site};
use crate::state::{Request, Upstream, Waiting};

/// What belongs to one `state`. Made from it, so that nothing secret need be kept.
pub(super) struct Secrets {
    pub(super) nonce: String,
    pub(super) verifier: String,
}

impl Secrets {
    pub(super) fn of(site: &Site, state: &str) -> Self {
        let secret = site.keys().secret;
        let made = |what: &str| digest(&format!("{secret}\n{what}\n{state}"));
        Self {
            nonce: made("nonce"),
            verifier: made("verifier"),
        }
    }
}

/// 303 to the identity provider that was asked for, with a request of our own.
pub(crate) fn send_on(site: &Site, request: Request) -> Result<Response, Refusal> {
    let idp = site.at(request.idp.unwrap_or(Realm::Idporten));
    let state = token()?;
    let target = format!("{}/authorize?{}", idp.pages(), query(&idp, &request, &state));
    let waiting = Waiting {
        request,
        expires: site.now() + lifetime::PAGE,
        used: false,
    };
    let upstream = Upstream {
        waiting,
        realm: idp.realm,
    };
    site.change(|kept| kept.upstream.insert(digest(&state), upstream));
    Ok(see_other(&target))
}

fn query(idp: &Site, request: &Request, state: &str) -> String {
    let secrets = Secrets::of(idp, state);
    let challenge = base64url(Sha256::digest(&secrets.verifier));
    let scope = match idp.realm {
        Realm::Feide => "openid profile userid-feide",
        _ => "openid profile",
    };
    let mut query = Serializer::new(String::new());
    query
        .append_pair("client_id", SERVICE)
        .append_pair("response_type", "code")
        .append_pair("redirect_uri", &idp.callback_of(idp.realm))
        .append_pair("scope", scope)
        .append_pair("state", state)
        .append_pair("nonce", &secrets.nonce)
        .append_pair("code_challenge", &challenge)
        .append_pair("code_challenge_method", "S256");
    let acr = request.acr.join(" ");
    let passed_on = [
        ("ui_locales", Some(request.locales.as_str())),
        ("acr_values", idp.profile().acr.then_some(acr.as_str())),
        ("prompt", request.again.then_some("login")),
        ("login_hint", request.hint.as_deref().filter(|_| idp.allow_hints)),
    ];
    for (name, value) in passed_on {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            query.append_pair(name, value);
        }
    }
    query.finish()
}
