//! JWS compact serialisation (RFC 7515) with the two algorithms that the sandbox signs with.

use p256::ecdsa::signature::Signer as _;
use rsa::signature::{SignatureEncoding, Signer as _};
use serde_json::Value;

use crate::keys::{EcKey, RsaKey};
use crate::random::base64url;

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
