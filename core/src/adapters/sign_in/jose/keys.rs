//! JSON Web Key Sets (RFC 7517 §5), cut down to the keys that we would use.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use openidconnect::core::CoreJsonWebKey;
use serde::Deserialize;
use serde_json::{Value, json};

use super::{Algorithm, BadToken};

/// RSA moduli that we take, bytes: 2048 bits (RFC 7518 §3.3) to 4096, the most that the verifier takes.
const RSA_BYTES: std::ops::RangeInclusive<usize> = 256..=512;

/// Public keys for one algorithm.
#[derive(Clone, Default)]
pub(in crate::adapters) struct KeySet(Vec<Key>);

/// A public key.
#[derive(Clone)]
pub(in crate::adapters) struct Key {
    kid: Option<String>,
    jwk: CoreJsonWebKey,
    json: Value,
}

/// What a look-up came to.
pub(in crate::adapters) enum Find<'a> {
    /// This one.
    One(&'a Key),
    /// None by that name; a newer set may have it.
    Unknown,
    /// More than one, and no way to tell (OIDC Core §10.1).
    Ambiguous,
}

#[derive(Deserialize)]
struct Document {
    keys: Vec<Value>,
}

impl KeySet {
    /// Reads a set; keys of other kinds, for other uses, or too small are passed over.
    pub(in crate::adapters) fn parse(text: &[u8], algorithm: Algorithm) -> Result<Self, BadToken> {
        let document: Document = serde_json::from_slice(text).map_err(|_| BadToken)?;
        let usable = document.keys.into_iter().filter_map(|json| usable(json, algorithm));
        Ok(Self(usable.collect()))
    }

    /// The key of that name; without a name the only key there is.
    pub(in crate::adapters) fn find(&self, kid: Option<&str>) -> Find<'_> {
        let mut fitting = self.0.iter().filter(|key| kid.is_none() || key.kid.as_deref() == kid);
        match (fitting.next(), fitting.next()) {
            (Some(key), None) => Find::One(key),
            (None, _) => Find::Unknown,
            (Some(_), Some(_)) => Find::Ambiguous,
        }
    }
}

impl Key {
    pub(in crate::adapters) fn jwk(&self) -> &CoreJsonWebKey {
        &self.jwk
    }

    /// A set of this key alone, as JSON.
    pub(in crate::adapters) fn alone(&self) -> String {
        json!({ "keys": [self.json] }).to_string()
    }
}

fn usable(json: Value, algorithm: Algorithm) -> Option<Key> {
    let member = |name: &str| json.get(name).and_then(Value::as_str);
    let right = member("kty") == Some(algorithm.key_type())
        && json.get("use").is_none_or(|wanted| wanted == "sig")
        && json.get("alg").is_none_or(|wanted| wanted == algorithm.name())
        && match algorithm {
            Algorithm::Rs256 => RSA_BYTES.contains(&modulus_bytes(member("n")?)?),
            Algorithm::Es256 => member("crv") == Some("P-256"),
        };
    let kid = member("kid").map(str::to_owned);
    let jwk = right.then(|| serde_json::from_value(json.clone()).ok()).flatten()?;
    Some(Key { kid, jwk, json })
}

/// Length of a modulus, leading zeros not counted.
fn modulus_bytes(n: &str) -> Option<usize> {
    let bytes = URL_SAFE_NO_PAD.decode(n).ok()?;
    Some(bytes.iter().skip_while(|byte| **byte == 0).count())
}
