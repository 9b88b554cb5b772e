use serde_json::{Value, json};

use super::exchange::Issued;
use super::lifetime;
use crate::jose::{self, Spoil};
use crate::random::token;
use crate::shared::Shared;
use crate::twists::Twist;

/// The id_token (OpenID Connect Core §2) with ID-porten's claims, twisted as asked.
///
/// Nothing when the persona has left `personas.json` since the state file was written.
pub(crate) fn make(shared: &Shared, issued: &Issued) -> Option<String> {
    let key = shared.keys().idporten;
    let mut header = json!({ "alg": "RS256", "typ": "JWT", "kid": key.kid });
    let mut claims = claims(shared, issued)?;
    let mut spoil = Spoil::No;
    for twist in shared.switches.twists() {
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

fn claims(shared: &Shared, issued: &Issued) -> Option<Value> {
    let grant = &issued.grant;
    let persona = shared.persona(&grant.persona)?;
    let now = shared.now();
    let mut claims = json!({
        "iss": shared.addresses.issuer,
        "aud": grant.client,
        "sub": persona.subject(&grant.client),
        "pid": persona.national_id.for_claim(),
        "acr": grant.acr,
        "amr": ["TestID"],
        "auth_time": grant.auth_time,
        "iat": now,
        "exp": now + lifetime::ID_TOKEN,
        "jti": token().ok()?,
        "locale": grant.locale,
    });
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
        Twist::Expired => shift(claims, -lifetime::ID_TOKEN - 600),
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
