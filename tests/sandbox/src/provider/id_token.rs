use serde_json::{Value, json};

use super::client::SERVICE;
use super::exchange::Issued;
use super::twisted::{self, claims::About};
use crate::random::token;
use crate::realm::{Realm, Site};

/// The id_token (OpenID Connect Core §2), twisted as asked when it is for the app.
///
/// Nothing when the persona has left `personas.json` since the state file was written.
pub(crate) fn make(site: &Site, issued: &Issued) -> Option<String> {
    let key = site.key()?;
    let twists = site.twists_for(&issued.grant.client);
    let mut claims = claims(site, issued)?;
    let about = About {
        access_token: &issued.access_token,
        refreshed: issued.nonce.is_none(),
    };
    twisted::claims::bend(&mut claims, &about, &twists);
    let payload = twisted::payload::bytes(&claims, &twists);
    let header = json!({ "alg": "RS256", "typ": "JWT", "kid": key.kid });
    Some(twisted::header::sign(
        &key,
        &site.keys().register,
        header,
        &payload,
        &twists,
    ))
}

fn claims(site: &Site, issued: &Issued) -> Option<Value> {
    let grant = &issued.grant;
    let (login, profile) = (&grant.login, site.profile());
    let persona = site.persona(&login.persona)?;
    let now = site.now();
    let mut claims = json!({
        "iss": site.issuer(),
        "aud": grant.client,
        "sub": persona.subject_in(site.realm, &grant.client),
        "auth_time": login.auth_time,
        "iat": now,
        "exp": now + profile.lifetime.id_token,
        "jti": token().ok()?,
    });
    if profile.acr {
        claims["acr"] = json!(login.acr);
        claims["amr"] = json!(login.amr);
        claims["locale"] = json!(login.locale);
    }
    if profile.pid {
        claims["pid"] = json!(persona.national_id.for_claim());
    }
    // ID-porten gives it to clients that are registered for its logout tokens, and the app isn't.
    let with_sid = match site.realm {
        Realm::Idporten => grant.client == SERVICE,
        Realm::Feide => false,
        Realm::Card => true,
    };
    if let Some(sid) = login.sid.as_ref().filter(|_| with_sid) {
        claims["sid"] = json!(sid);
    }
    if let Some(nonce) = &issued.nonce {
        claims["nonce"] = json!(nonce);
    }
    Some(claims)
}
