//! What the card service checks of a token that somebody else has signed.

use serde_json::Value;

use crate::jose::{Jws, signed};

/// Seconds that two clocks may differ.
const LEEWAY: i64 = 5;

pub(super) struct Expected<'a> {
    pub(super) issuer: &'a str,
    pub(super) audience: &'a str,
    pub(super) nonce: &'a str,
    pub(super) now: i64,
}

/// OpenID Connect Core §3.1.3.7.
pub(super) fn id_token(token: &str, keys: &Value, expected: &Expected<'_>) -> Result<Value, &'static str> {
    let Jws { header, claims } = signed(token, keys)?;
    if header.get("typ").is_some_and(|typ| typ != "JWT") {
        return Err("another type");
    }
    issuer_and_audience(&claims, expected.issuer, expected.audience)?;
    in_time(&claims, expected.now)?;
    if claims["nonce"] != expected.nonce {
        return Err("another nonce");
    }
    match claims["sub"].as_str() {
        Some(sub) if !sub.is_empty() => Ok(claims),
        _ => Err("no sub"),
    }
}

pub(super) fn issuer_and_audience(claims: &Value, issuer: &str, audience: &str) -> Result<(), &'static str> {
    if claims["iss"] != issuer {
        return Err("another issuer");
    }
    let only = claims["aud"].as_array().map(Vec::as_slice);
    match (claims["aud"].as_str(), only) {
        (Some(aud), _) if aud == audience => Ok(()),
        (_, Some([aud])) if aud == audience => Ok(()),
        _ => Err("another audience"),
    }
}

pub(super) fn in_time(claims: &Value, now: i64) -> Result<(), &'static str> {
    let time = |name: &str| claims[name].as_i64();
    if time("exp").ok_or("no exp")? + LEEWAY <= now {
        return Err("run out");
    }
    if time("iat").ok_or("no iat")? > now + LEEWAY {
        return Err("issued in the future");
    }
    Ok(())
}
