use axum::extract::{Path, RawQuery, State};
use axum::http::HeaderMap;
use axum::response::Response;
use serde_json::Value;

use super::checks::{self, Expected};
use super::upstream::Secrets;
use crate::params::Params;
use crate::provider::client::SERVICE;
use crate::provider::code::{Answer, Back, call_back, code_for};
use crate::provider::refusal::Refusal;
use crate::provider::words::Language;
use crate::provider::{page, session};
use crate::random::digest;
use crate::realm::{Realm, Site};
use crate::state::{Door, Login, Request};

/// `GET /callback/{idp}`: back from an identity provider, and on to the app.
pub(super) async fn callback(
    State(site): State<Site>,
    Path(idp): Path<String>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Response {
    let params = Params::parse(query.unwrap_or_default().as_bytes()).ok();
    let found = params
        .as_ref()
        .and_then(|params| waiting(&site, Realm::hinted(&idp)?, params));
    let (Some(params), Some((realm, request))) = (params, found) else {
        let refusal = Refusal::invalid_request("this sign-in is not known here, or was used before");
        return page::error(Language::of("", &headers), site.realm, &refusal);
    };
    let idp = site.at(realm);
    let (answer, cookie) = match signed_in(&idp, &request, &params).await {
        Ok(login) => {
            let (login, cookie) = session::keep(&site, &request, login);
            (code_for(&site, &request, login), cookie)
        }
        Err(refusal) => (Answer::Error(refusal), None),
    };
    session::remember(call_back(&site, Back::of(&request), answer), cookie)
}

/// The request of the app that this callback is the answer to; once.
fn waiting(site: &Site, realm: Realm, params: &Params) -> Option<(Realm, Request)> {
    let now = site.now();
    site.change(|kept| {
        let upstream = kept.upstream.get_mut(&digest(params.get("state")?))?;
        let waiting = &mut upstream.waiting;
        if upstream.realm != realm || waiting.used || waiting.expires <= now {
            return None;
        }
        waiting.used = true;
        Some((realm, waiting.request.clone()))
    })
}

async fn signed_in(idp: &Site, request: &Request, params: &Params) -> Result<Login, Refusal> {
    if idp.profile().modern && params.get("iss") != Some(idp.issuer()) {
        return Err(Refusal::new("server_error", "the answer is of another provider"));
    }
    if let Some(error) = params.get("error") {
        return Err(Refusal::new(passed_on(error), "the identity provider said so"));
    }
    let no_code = || Refusal::new("server_error", "the identity provider gave no code");
    let code = params.get("code").ok_or_else(no_code)?;
    let secrets = Secrets::of(idp, params.get("state").unwrap_or_default());
    let (tokens, claims) = exchanged(idp, code, &secrets).await?;
    let text = |name: &str| claims.get(name).and_then(Value::as_str);
    let (persona, door, acr) = match idp.realm {
        Realm::Feide => (of_feide(idp, &tokens, &claims).await?, Door::Feide, "idporten-loa-high"),
        _ => {
            let persona = text("pid").and_then(|pid| idp.personas.iter().find(|it| it.national_id.is(pid)));
            let acr = text("acr").filter(|acr| crate::provider::request::LEVELS.contains(acr));
            let incomplete = || Refusal::new("server_error", "the id_token lacks pid or acr");
            let (persona, acr) = persona.zip(acr).ok_or_else(incomplete)?;
            (persona.id.clone(), Door::Idporten, acr)
        }
    };
    Ok(Login {
        persona,
        acr: acr.to_owned(),
        amr: vec![idp.profile().name.to_owned()],
        auth_time: claims.get("auth_time").and_then(Value::as_i64).unwrap_or(idp.now()),
        locale: Language::of(&request.locales, &HeaderMap::new()).tag().to_owned(),
        door,
        sid: None,
        upstream_sid: text("sid").map(str::to_owned),
    })
}

/// The code for tokens, and the claims of the id_token among them.
async fn exchanged(idp: &Site, code: &str, secrets: &Secrets) -> Result<(Value, Value), Refusal> {
    let form = [
        ("grant_type", "authorization_code"),
        ("code", code),
        ("redirect_uri", &idp.callback_of(idp.realm)),
        ("code_verifier", &secrets.verifier),
    ];
    let http = &idp.back_channel;
    let secret = idp.keys().secret;
    let tokens = http.post(&format!("{}/token", idp.issuer()), &form, &secret).await?;
    let keys = http.get(&format!("{}/jwks.json", idp.issuer())).await?;
    let expected = Expected {
        issuer: idp.issuer(),
        audience: SERVICE,
        nonce: &secrets.nonce,
        now: idp.now(),
    };
    let id_token = tokens.get("id_token").and_then(Value::as_str).unwrap_or_default();
    let claims = checks::id_token(id_token, &keys, &expected);
    let claims = claims.map_err(|why| Refusal::new("server_error", format!("the id_token: {why}")))?;
    Ok((tokens, claims))
}

/// Feide's id_token says little; who it is comes by userinfo, which must be about the same person or counts for nothing.
async fn of_feide(idp: &Site, tokens: &Value, claims: &Value) -> Result<String, Refusal> {
    let access_token = tokens.get("access_token").and_then(Value::as_str).unwrap_or_default();
    let url = format!("{}/userinfo", idp.issuer());
    let about = idp.back_channel.get_as(&url, access_token).await?;
    let sub = about
        .get("sub")
        .filter(|sub| sub.is_string() && Some(*sub) == claims.get("sub"));
    let sub = sub.and_then(Value::as_str);
    let other = || Refusal::new("server_error", "userinfo is of somebody else");
    let sub = sub.ok_or_else(other)?;
    let persona = idp
        .personas
        .iter()
        .find(|it| it.feide && it.subject_in(Realm::Feide, SERVICE) == sub);
    let unknown = || Refusal::access_denied("no patron has this Feide account");
    Ok(persona.ok_or_else(unknown)?.id.clone())
}

/// The codes that an app knows (RFC 6749 §4.1.2.1, OpenID Connect Core §3.1.2.6); all else is our own trouble.
fn passed_on(error: &str) -> &'static str {
    let known = [
        "access_denied",
        "temporarily_unavailable",
        "login_required",
        "interaction_required",
        "consent_required",
        "account_selection_required",
        "invalid_request",
    ];
    known.into_iter().find(|it| *it == error).unwrap_or("server_error")
}
