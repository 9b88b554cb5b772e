//! Proofs of possession (RFC 9449), as a server checks them.

use axum::http::{HeaderMap, HeaderValue};
use p256::ecdsa::{Signature, VerifyingKey, signature::Verifier};
use serde::Deserialize;
use sha2::{Digest, Sha256};

use crate::provider::refusal::Refusal;
use crate::random::{base64url, digest, from_base64url};
use crate::shared::Shared;
use crate::twists::Twist;

/// How far a proof's time may be from ours, and how long its name is remembered, seconds.
const LIFE: i64 = 60;
/// How long a nonce is handed out; the one before is taken too, seconds.
const NONCE_LIFE: i64 = 300;

/// What is wrong with a proof.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wrong {
    /// Not a proof, or of something else.
    Proof(&'static str),
    /// No nonce of ours in it (RFC 9449 §8).
    Nonce,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Header {
    typ: String,
    alg: String,
    jwk: Jwk,
}

/// A public key and nothing else: a `d` in it is an error (RFC 9449 §4.3, check 7).
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Jwk {
    kty: String,
    crv: String,
    x: String,
    y: String,
}

#[derive(Deserialize)]
struct Claims {
    jti: String,
    htm: String,
    htu: String,
    iat: i64,
    ath: Option<String>,
    nonce: Option<String>,
}

/// The thumbprint (RFC 7638) of the key that made the proof; nothing when there is no proof. The twelve checks of RFC 9449 §4.3.
pub(crate) fn proven(
    shared: &Shared,
    headers: &HeaderMap,
    method: &str,
    url: &str,
    access: Option<&str>,
) -> Result<Option<String>, Wrong> {
    let mut proofs = headers.get_all("dpop").iter();
    let Some(proof) = proofs.next() else { return Ok(None) };
    if proofs.next().is_some() {
        return Err(Wrong::Proof("more than one proof"));
    }
    let (claims, thumbprint) = proof
        .to_str()
        .ok()
        .and_then(verified)
        .ok_or(Wrong::Proof("not a proof"))?;
    if claims.htm != method || claims.htu != url {
        return Err(Wrong::Proof("a proof for another request"));
    }
    if claims.ath != access.map(|token| base64url(Sha256::digest(token))) {
        return Err(Wrong::Proof("a proof for another token"));
    }
    let now = shared.now();
    if shared.twisted(Twist::DpopNonce)
        && !nonces(shared, url, now)
            .iter()
            .any(|nonce| claims.nonce.as_ref() == Some(nonce))
    {
        return Err(Wrong::Nonce);
    }
    if (claims.iat - now).abs() > LIFE {
        return Err(Wrong::Proof("a proof of another time"));
    }
    let name = digest(&format!("{thumbprint}\n{}", claims.jti));
    let seen = shared.change(|state| state.proofs.insert(name, now + LIFE));
    match seen {
        None => Ok(Some(thumbprint)),
        Some(_) => Err(Wrong::Proof("a proof that was used before")),
    }
}

fn verified(proof: &str) -> Option<(Claims, String)> {
    let (signed, signature) = proof.rsplit_once('.')?;
    let (header, claims) = signed.split_once('.')?;
    let header: Header = serde_json::from_slice(&from_base64url(header)?).ok()?;
    let Jwk { kty, crv, x, y } = &header.jwk;
    let fits = header.typ == "dpop+jwt" && header.alg == "ES256" && kty == "EC" && crv == "P-256";
    if !fits {
        return None;
    }
    let point = [vec![4], from_base64url(x)?, from_base64url(y)?].concat();
    let key = VerifyingKey::from_sec1_bytes(&point).ok()?;
    let signature = Signature::from_slice(&from_base64url(signature)?).ok()?;
    key.verify(signed.as_bytes(), &signature).ok()?;
    let claims = serde_json::from_slice(&from_base64url(claims)?).ok()?;
    let canonical = format!(r#"{{"crv":"{crv}","kty":"{kty}","x":"{x}","y":"{y}"}}"#);
    Some((claims, base64url(Sha256::digest(canonical))))
}

/// The nonce for this host now, and the one before it.
fn nonces(shared: &Shared, url: &str, now: i64) -> [String; 2] {
    // One host by two names, with `Twist::DiscoveryOtherHost`.
    let host = url
        .split('/')
        .nth(2)
        .unwrap_or_default()
        .replace("localhost", "127.0.0.1");
    let key = shared.keys().register.kid;
    [0, 1].map(|back| digest(&format!("{key}\n{host}\n{}", now / NONCE_LIFE - back)))
}

/// The header `DPoP-Nonce` of every answer of a host that wants nonces.
pub(crate) fn nonce(shared: &Shared, url: &str) -> Option<HeaderValue> {
    let [nonce, _] = nonces(shared, url, shared.now());
    shared
        .twisted(Twist::DpopNonce)
        .then(|| HeaderValue::from_str(&nonce).ok())
        .flatten()
}

/// The key of a proof and that of `dpop_jkt`, which bind a code alike; both must be of one key (RFC 9449 §10.1).
pub(crate) fn agreed(proven: Option<String>, named: Option<String>) -> Result<Option<String>, Refusal> {
    match (&proven, &named) {
        (Some(one), Some(other)) if one != other => {
            Err(Refusal::invalid_request("dpop_jkt and proof are of different keys"))
        }
        _ => Ok(proven.or(named)),
    }
}
