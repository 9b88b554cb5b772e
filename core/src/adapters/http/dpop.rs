//! Demonstrating proof of possession (RFC 9449): a token that was taken without its key opens nothing.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use http::{HeaderName, StatusCode, header::WWW_AUTHENTICATE};
use reqwest::Request;
use ring::{
    rand::SystemRandom,
    signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair},
};
use serde::Deserialize;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use url::Url;
use zeroize::Zeroizing;

use super::Answer;
use crate::{
    Error, Result,
    adapters::{clock::SystemClock, dice::SystemDice},
    domain::secret::Secret,
    ports::{Clock, Dice},
};

const PROOF: HeaderName = HeaderName::from_static("dpop");
const NONCE: HeaderName = HeaderName::from_static("dpop-nonce");
/// Longer nonces aren't kept, bytes.
const LONGEST_NONCE: usize = 512;
/// What travel and rounding explain of a difference between two clocks, seconds.
const USUAL_SKEW_S: i64 = 5;

/// The one algorithm that we prove with (`dpop_signing_alg_values_supported`, RFC 9449 §5.1).
pub const ALGORITHM: &str = "ES256";

/// What each server told us for our next proof. Lost with the process; then a server asks again.
#[derive(Default)]
pub(super) struct Servers(Mutex<HashMap<String, Told>>);

#[derive(Clone, Default, PartialEq)]
struct Told {
    /// To be put into the next proof (RFC 9449 §8).
    nonce: Option<String>,
    /// Seconds to add to this phone's time to get the server's.
    skew_s: i64,
}

impl Servers {
    /// Notes nonce and time of an answer; whether that changes what we would prove.
    pub(super) fn listen(&self, url: &Url, answer: &Answer) -> bool {
        let mut servers = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let told = servers.entry(url.origin().ascii_serialization()).or_default();
        let before = told.clone();
        if let Some(nonce) = answer.header(NONCE, LONGEST_NONCE).filter(|nonce| !nonce.is_empty()) {
            told.nonce = Some(nonce);
        }
        if let Some(there) = answer.date() {
            let skew = there.since(SystemClock.now());
            if (skew - told.skew_s).abs() > USUAL_SKEW_S {
                told.skew_s = skew;
            }
        }
        *told != before
    }

    /// Puts a fresh proof on a request (RFC 9449 §4.2).
    pub(super) fn prove(&self, request: &mut Request, key: &Secret, access: Option<&Secret>) -> Result<()> {
        let url = request.url();
        let told = {
            let servers = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            servers
                .get(&url.origin().ascii_serialization())
                .cloned()
                .unwrap_or_default()
        };
        let mut bare = url.clone();
        bare.set_query(None);
        bare.set_fragment(None);
        let mut jti = [0; 16];
        SystemDice.fill(&mut jti)?;
        let mut claims = json!({
            "jti": URL_SAFE_NO_PAD.encode(jti),
            "htm": request.method().as_str(),
            "htu": bare.as_str(),
            "iat": SystemClock.now().plus(told.skew_s).0,
        });
        if let Some(access) = access {
            claims["ath"] = URL_SAFE_NO_PAD.encode(Sha256::digest(access.expose())).into();
        }
        if let Some(nonce) = told.nonce {
            claims["nonce"] = nonce.into();
        }
        let proof = sign(key, &claims)?;
        let value = proof.parse().map_err(|_| Error::Internal("proof isn't a header"))?;
        request.headers_mut().insert(PROOF, value);
        Ok(())
    }
}

#[derive(Deserialize)]
struct Failure {
    error: String,
}

/// Whether the server would take another proof: with its nonce, or with the right time in it. At the token endpoint it says
/// so in the body (RFC 9449 §8), at a service in the challenge, whose scheme has no case (RFC 9449 §9, RFC 9110 §11.1).
pub(super) fn wants_another(answer: &Answer) -> bool {
    let named = |error: &str| matches!(error, "use_dpop_nonce" | "invalid_dpop_proof");
    match answer.status {
        StatusCode::BAD_REQUEST => answer
            .json::<Failure>(Error::Unauthorized)
            .is_ok_and(|failure| named(&failure.error)),
        StatusCode::UNAUTHORIZED => answer.header(WWW_AUTHENTICATE, 1024).is_some_and(|challenge| {
            let (scheme, rest) = challenge.split_once(' ').unwrap_or((&challenge, ""));
            let mut parts = rest.split(',').filter_map(|part| part.trim().split_once('='));
            scheme.eq_ignore_ascii_case("dpop") && parts.any(|(k, v)| k == "error" && named(v.trim_matches('"')))
        }),
        _ => false,
    }
}

/// A new key: PKCS#8 in base64url, for the vault.
///
/// # Errors
/// [`Error::Internal`] when the system has no randomness to give.
pub fn new_key() -> Result<Secret> {
    let pkcs8 = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &SystemRandom::new())
        .map_err(|_| Error::Internal("no randomness"))?;
    Ok(Secret::new(URL_SAFE_NO_PAD.encode(pkcs8.as_ref())))
}

/// The key's thumbprint (RFC 7638 §3), for `dpop_jkt` (RFC 9449 §10).
///
/// # Errors
/// [`Error::Internal`] when it isn't a key of ours.
pub fn thumbprint(key: &Secret) -> Result<String> {
    // The members in the order of RFC 7638 §3.3, which is also that of serde_json's map.
    Ok(URL_SAFE_NO_PAD.encode(Sha256::digest(public(&pair(key)?)?.to_string())))
}

fn pair(key: &Secret) -> Result<EcdsaKeyPair> {
    let broken = Error::Internal("not a proof key");
    let pkcs8 = Zeroizing::new(URL_SAFE_NO_PAD.decode(key.expose()).map_err(|_| broken.clone())?);
    EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &pkcs8, &SystemRandom::new()).map_err(|_| broken)
}

/// The public half as a JWK (RFC 7518 §6.2.1): a point in the uncompressed form, 1 + 32 + 32 bytes.
fn public(pair: &EcdsaKeyPair) -> Result<Value> {
    let coordinates = pair.public_key().as_ref().get(1..).map(|xy| xy.split_at(32));
    let (x, y) = coordinates.ok_or(Error::Internal("not a point"))?;
    let part = |bytes: &[u8]| URL_SAFE_NO_PAD.encode(bytes);
    Ok(json!({ "crv": "P-256", "kty": "EC", "x": part(x), "y": part(y) }))
}

fn sign(key: &Secret, claims: &Value) -> Result<String> {
    let pair = pair(key)?;
    let header = json!({ "typ": "dpop+jwt", "alg": ALGORITHM, "jwk": public(&pair)? });
    let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
    let signed = format!("{}.{}", part(&header), part(claims));
    let signature = pair
        .sign(&SystemRandom::new(), signed.as_bytes())
        .map_err(|_| Error::Internal("no randomness"))?;
    Ok(format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature)))
}
