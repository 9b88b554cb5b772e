use serde_json::{Value, json};

use super::client::SERVICE;
use super::exchange::Issued;
use crate::jose::{self, Spoil};
use crate::random::token;
use crate::realm::{Realm, Site};
use crate::twists::Twist;

/// The id_token (OpenID Connect Core §2), twisted as asked when it is for the app.
///
/// Nothing when the persona has left `personas.json` since the state file was written.
pub(crate) fn make(site: &Site, issued: &Issued) -> Option<String> {
    let key = site.key()?;
    let mut header = json!({ "alg": "RS256", "typ": "JWT", "kid": key.kid });
    let mut claims = claims(site, issued)?;
    let mut spoil = Spoil::No;
    for twist in site.twists_for(&issued.grant.client) {
        match twist {
            Twist::BadSignature => spoil = Spoil::Signature,
            Twist::AlgNone => {
                header["alg"] = json!("none");
                spoil = Spoil::Unsigned;
            }
            Twist::UnknownKid => header["kid"] = json!("a-kid-of-somebody-else"),
            Twist::NoKid => remove(&mut header, "kid"),
            other => twist_claims(other, &mut claims),
        }
    }
    Some(jose::rs256(&key, &header, &claims, spoil))
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
    if let Some(sid) = login
        .sid
        .as_ref()
        .filter(|_| grant.client == SERVICE || site.realm == Realm::Card)
    {
        claims["sid"] = json!(sid);
    }
    if let Some(nonce) = &issued.nonce {
        claims["nonce"] = json!(nonce);
    }
    Some(claims)
}

fn twist_claims(twist: Twist, claims: &mut Value) {
    match twist {
        Twist::WrongNonce => claims["nonce"] = json!("a-nonce-of-somebody-else"),
        Twist::WrongIss => claims["iss"] = json!("https://issuer.invalid"),
        Twist::IssTrailingSlash => {
            let issuer = claims["iss"].as_str().unwrap_or_default().to_owned();
            claims["iss"] = json!(issuer + "/");
        }
        Twist::WrongAud => claims["aud"] = json!("another-client"),
        Twist::ExtraAud => claims["aud"] = json!([claims["aud"], "another-client"]),
        Twist::AzpOther => claims["azp"] = json!("another-client"),
        Twist::Expired => shift(claims, -720),
        Twist::IatFuture => shift(claims, 3600),
        Twist::AcrLow => claims["acr"] = json!("idporten-loa-low"),
        Twist::AcrMissing => remove(claims, "acr"),
        Twist::AmrString => claims["amr"] = json!("TestID"),
        Twist::SubMissing => remove(claims, "sub"),
        Twist::PidMissing => remove(claims, "pid"),
        _ => {}
    }
}

/// Moves `iat` and `exp`, which stay 120 seconds apart.
fn shift(claims: &mut Value, seconds: i64) {
    for name in ["iat", "exp"] {
        claims[name] = json!(claims[name].as_i64().unwrap_or_default() + seconds);
    }
}

fn remove(value: &mut Value, name: &str) {
    if let Some(map) = value.as_object_mut() {
        map.remove(name);
    }
}
