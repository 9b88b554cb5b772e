//! JWS compact serialisation (RFC 7515) with the two algorithms that the sandbox signs with.

use p256::ecdsa::signature::Signer as _;
use rsa::pkcs1v15::{Signature, VerifyingKey};
use rsa::signature::{SignatureEncoding, Signer as _, Verifier as _};
use rsa::{BigUint, RsaPublicKey, sha2};
use serde_json::Value;

use crate::keys::{EcKey, RsaKey};
use crate::random::{base64url, from_base64url};

/// How a token is to be spoilt after it was made.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Spoil {
    No,
    /// One bit of the signature is turned.
    Signature,
    /// No signature at all (with `alg: none` in the header).
    Unsigned,
}

pub(crate) fn rs256(key: &RsaKey, header: &Value, claims: &Value, spoil: Spoil) -> String {
    let input = signing_input(header, claims);
    let signature = key.signer().sign(input.as_bytes()).to_vec();
    assemble(input, signature, spoil)
}

pub(crate) fn es256(key: &EcKey, header: &Value, claims: &Value, spoil: Spoil) -> String {
    let input = signing_input(header, claims);
    let signature: p256::ecdsa::Signature = key.signer().sign(input.as_bytes());
    assemble(input, signature.to_bytes().to_vec(), spoil)
}

fn signing_input(header: &Value, claims: &Value) -> String {
    format!("{}.{}", base64url(header.to_string()), base64url(claims.to_string()))
}

fn assemble(input: String, mut signature: Vec<u8>, spoil: Spoil) -> String {
    match spoil {
        Spoil::No => {}
        Spoil::Unsigned => signature.clear(),
        Spoil::Signature => {
            if let Some(byte) = signature.last_mut() {
                *byte ^= 1;
            }
        }
    }
    format!("{input}.{}", base64url(signature))
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
    VerifyingKey::<sha2::Sha256>::new(key)
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
