//! JWS compact serialisation (RFC 7515), as the sandbox makes it and as the card service checks it.

use ::sha2::{Digest, Sha256};
use p256::ecdsa::signature::Signer as _;
use rsa::pkcs1v15::{Signature, SigningKey, VerifyingKey};
use rsa::signature::{SignatureEncoding, Signer as _, Verifier as _};
use rsa::{BigUint, RsaPublicKey, sha2 as rsa_sha2};
use serde_json::Value;

use crate::keys::{EcKey, RsaKey};
use crate::random::{base64url, from_base64url};

/// A token before it is put together.
pub(crate) struct Parts {
    pub(crate) input: String,
    pub(crate) signature: Vec<u8>,
}

impl Parts {
    pub(crate) fn text(self) -> String {
        format!("{}.{}", self.input, base64url(self.signature))
    }

    /// The same signature with other content.
    pub(crate) fn with_payload(self, payload: &[u8]) -> String {
        let header = self.input.split('.').next().unwrap_or_default();
        format!("{header}.{}.{}", part(payload), base64url(self.signature))
    }
}

pub(crate) fn part(bytes: impl AsRef<[u8]>) -> String {
    base64url(bytes)
}

pub(crate) fn signing_input(header: &Value, payload: &[u8]) -> String {
    format!("{}.{}", part(header.to_string()), part(payload))
}

pub(crate) fn rs256(key: &RsaKey, header: &Value, claims: &Value) -> String {
    let input = signing_input(header, claims.to_string().as_bytes());
    let signature = rs256_of(key, &input);
    Parts { input, signature }.text()
}

pub(crate) fn rs256_of(key: &RsaKey, input: &str) -> Vec<u8> {
    SigningKey::<rsa_sha2::Sha256>::new(key.private())
        .sign(input.as_bytes())
        .to_vec()
}

pub(crate) fn rs384_of(key: &RsaKey, input: &str) -> Vec<u8> {
    SigningKey::<rsa_sha2::Sha384>::new(key.private())
        .sign(input.as_bytes())
        .to_vec()
}

pub(crate) fn es256_of(key: &EcKey, input: &str) -> Vec<u8> {
    let signature: p256::ecdsa::Signature = key.signer().sign(input.as_bytes());
    signature.to_bytes().to_vec()
}

/// HMAC (RFC 2104) with SHA-256.
pub(crate) fn hs256(secret: &[u8], input: &str) -> Vec<u8> {
    let secret = if secret.len() > 64 {
        Sha256::digest(secret).to_vec()
    } else {
        secret.to_vec()
    };
    let pad = |with: u8| {
        (0..64)
            .map(|at| secret.get(at).copied().unwrap_or(0) ^ with)
            .collect::<Vec<u8>>()
    };
    let inner = Sha256::digest([pad(0x36).as_slice(), input.as_bytes()].concat());
    Sha256::digest([pad(0x5c).as_slice(), inner.as_slice()].concat()).to_vec()
}

/// Header and claims of a JWS whose signature holds.
pub(crate) struct Jws {
    pub(crate) header: Value,
    pub(crate) claims: Value,
}

/// RS256 by a key of the set, and nothing else.
pub(crate) fn signed(token: &str, keys: &Value) -> Result<Jws, &'static str> {
    let parts: Vec<&str> = token.split('.').collect();
    let [header, claims, signature] = parts[..] else {
        return Err("not three parts");
    };
    let json = |part: &str| from_base64url(part).and_then(|bytes| serde_json::from_slice::<Value>(&bytes).ok());
    let parsed = json(header).filter(Value::is_object).ok_or("no header")?;
    if parsed["alg"] != "RS256" {
        return Err("another algorithm");
    }
    let key = key_of(&parsed, keys).ok_or("an unknown key")?;
    let signature = from_base64url(signature).and_then(|bytes| Signature::try_from(bytes.as_slice()).ok());
    let input = token.rsplit_once('.').map(|(input, _)| input).unwrap_or_default();
    VerifyingKey::<rsa_sha2::Sha256>::new(key)
        .verify(input.as_bytes(), &signature.ok_or("no signature")?)
        .map_err(|_| "a wrong signature")?;
    let claims = json(claims).filter(Value::is_object).ok_or("no claims")?;
    Ok(Jws { header: parsed, claims })
}

fn key_of(header: &Value, keys: &Value) -> Option<RsaPublicKey> {
    let mut keys = keys["keys"].as_array()?.iter();
    let key = keys.find(|key| header["kid"].is_string() && key["kid"] == header["kid"])?;
    let number = |name: &str| Some(BigUint::from_bytes_be(&from_base64url(key[name].as_str()?)?));
    RsaPublicKey::new(number("n")?, number("e")?).ok()
}
