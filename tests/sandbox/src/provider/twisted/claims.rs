use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::{on, remove};
use crate::random::base64url;
use crate::twists::Twist;

const SOMEBODY: &str = "somebody-else";
const HOUR: i64 = 3600;

/// What a claim may be made of.
pub(crate) struct About<'a> {
    pub(crate) access_token: &'a str,
    pub(crate) refreshed: bool,
}

type Bend = fn(&mut Value, &About<'_>);

static TABLE: &[(Twist, Bend)] = &[
    (Twist::WrongNonce, |c, _| c["nonce"] = json!("a-nonce-of-somebody-else")),
    (Twist::NonceMissing, |c, _| remove(c, "nonce")),
    (Twist::WrongIss, |c, _| c["iss"] = json!("https://issuer.invalid")),
    (Twist::IssMissing, |c, _| remove(c, "iss")),
    (Twist::IssTrailingSlash, |c, _| {
        c["iss"] = json!(format!("{}/", c["iss"].as_str().unwrap_or_default()));
    }),
    (Twist::WrongAud, |c, _| c["aud"] = json!("another-client")),
    (Twist::ExtraAud, |c, _| c["aud"] = json!([c["aud"], "another-client"])),
    (Twist::AudArray, |c, _| c["aud"] = json!([c["aud"]])),
    (Twist::AudEmpty, |c, _| c["aud"] = json!([])),
    (Twist::AudMissing, |c, _| remove(c, "aud")),
    (Twist::AzpOther, |c, _| c["azp"] = json!("another-client")),
    (Twist::Expired, |c, _| shift(c, &["iat", "exp"], -720)),
    (Twist::ExpMissing, |c, _| remove(c, "exp")),
    (Twist::ExpFraction, |c, _| {
        c["exp"] = json!(c["exp"].as_f64().unwrap_or_default() + 0.5)
    }),
    (Twist::ExpString, |c, _| c["exp"] = json!(c["exp"].to_string())),
    (Twist::IatFuture, |c, _| shift(c, &["iat", "exp"], HOUR)),
    (Twist::IatOld, |c, _| shift(c, &["iat"], -HOUR)),
    (Twist::IatMissing, |c, _| remove(c, "iat")),
    (Twist::NbfFuture, |c, _| {
        c["nbf"] = json!(c["iat"].as_i64().unwrap_or_default() + HOUR)
    }),
    (Twist::AuthTimeOld, |c, _| shift(c, &["auth_time"], -HOUR)),
    (Twist::AuthTimeFuture, |c, _| shift(c, &["auth_time"], HOUR)),
    (Twist::AuthTimeMissing, |c, _| remove(c, "auth_time")),
    (Twist::AcrLow, |c, _| c["acr"] = json!("idporten-loa-low")),
    (Twist::AcrMissing, |c, _| remove(c, "acr")),
    (Twist::AcrEmpty, |c, _| c["acr"] = json!("")),
    (Twist::AcrUnknown, |c, _| c["acr"] = json!("idporten-loa-absolute")),
    (Twist::AcrCase, |c, _| c["acr"] = json!("Idporten-Loa-High")),
    (Twist::AcrEidas, |c, _| c["acr"] = json!("eidas-loa-high")),
    (Twist::AcrEmail, |c, _| c["acr"] = json!("selfregistered-email")),
    (Twist::AmrString, |c, _| c["amr"] = c["amr"][0].take()),
    (Twist::AmrMissing, |c, _| remove(c, "amr")),
    (Twist::AmrUnknown, |c, _| c["amr"] = json!(["an-eid-of-tomorrow"])),
    (Twist::AtHashRight, |c, about| {
        c["at_hash"] = json!(at_hash(about.access_token))
    }),
    (Twist::AtHashWrong, |c, _| c["at_hash"] = json!(at_hash(SOMEBODY))),
    (Twist::SubMissing, |c, _| remove(c, "sub")),
    (Twist::SubEmpty, |c, _| c["sub"] = json!("")),
    (Twist::SubLong, |c, _| c["sub"] = json!("s".repeat(300))),
    (Twist::PidMissing, |c, _| remove(c, "pid")),
    (Twist::PidShort, |c, _| c["pid"] = json!("123")),
    (Twist::PidCheckDigit, |c, _| {
        c["pid"] = json!(other_check_digit(c["pid"].as_str().unwrap_or_default()))
    }),
    (Twist::OnBehalfOf, |c, _| c["client_onbehalfof"] = json!(SOMEBODY)),
    (Twist::AuthorizationDetails, |c, _| {
        c["authorization_details"] = json!([{ "type": "idporten:fullmakt", "permissions": ["nobody-asked"] }]);
    }),
    (Twist::AuthorizationDetailsEmpty, |c, _| {
        c["authorization_details"] = json!([])
    }),
];

/// Of an id_token that comes with a refresh.
static REFRESHED: &[(Twist, Bend)] = &[
    (Twist::RefreshOtherSub, |c, _| c["sub"] = json!(SOMEBODY)),
    (Twist::RefreshOtherIss, |c, _| {
        c["iss"] = json!("https://issuer.invalid")
    }),
    (Twist::RefreshOtherAud, |c, _| c["aud"] = json!("another-client")),
    (Twist::RefreshOtherNonce, |c, _| {
        c["nonce"] = json!("a-nonce-of-somebody-else")
    }),
    (Twist::RefreshOtherAuthTime, |c, _| shift(c, &["auth_time"], -HOUR)),
];

pub(crate) fn bend(claims: &mut Value, about: &About<'_>, twists: &[Twist]) {
    on(TABLE, twists).for_each(|bend| bend(claims, about));
    if about.refreshed {
        on(REFRESHED, twists).for_each(|bend| bend(claims, about));
    }
}

fn shift(claims: &mut Value, names: &[&str], seconds: i64) {
    for name in names {
        claims[*name] = json!(claims[*name].as_i64().unwrap_or_default() + seconds);
    }
}

/// OpenID Connect Core §3.1.3.6.
fn at_hash(access_token: &str) -> String {
    let hash = Sha256::digest(access_token);
    base64url(hash.get(..16).unwrap_or_default())
}

fn other_check_digit(pid: &str) -> String {
    let (rest, last) = pid.split_at(pid.len().saturating_sub(1));
    let digit = (last.parse::<u8>().unwrap_or_default() + 1) % 10;
    format!("{rest}{digit}")
}
