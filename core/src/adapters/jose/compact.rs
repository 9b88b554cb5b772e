//! JWS Compact Serialization (RFC 7515 §3.1, §5.2).

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use openidconnect::JsonWebKey;
use serde::{Deserialize, de::IgnoredAny};

use super::{Algorithm, Key, is_unambiguous};

/// It isn't a token that we take, or its signature is wrong. Says no more, on purpose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::adapters) struct BadToken;

/// A token taken apart, its signature not yet checked.
pub(in crate::adapters) struct Compact<'a> {
    /// The header's key name.
    pub(in crate::adapters) kid: Option<String>,
    algorithm: Algorithm,
    signed: &'a str,
    payload: Vec<u8>,
    signature: Vec<u8>,
}

/// What we look at. Keys and addresses of keys inside a header (`jwk`, `jku`, `x5c`, `x5u`) are never read.
#[derive(Deserialize)]
struct Header {
    alg: String,
    kid: Option<String>,
    typ: Option<String>,
    cty: Option<IgnoredAny>,
    crit: Option<IgnoredAny>,
}

impl<'a> Compact<'a> {
    /// Takes a token apart: three parts in unpadded base64url, the algorithm that was asked for, a `typ` that `fits`
    /// (lower case, without `application/`; `None` when missing), no `crit` that we can't know, nothing nested in it, no
    /// header parameter twice (RFC 7515 §4).
    pub(in crate::adapters) fn parse(
        text: &'a str,
        algorithm: Algorithm,
        fits: fn(Option<&str>) -> bool,
    ) -> Result<Self, BadToken> {
        let (signed, signature) = text.rsplit_once('.').ok_or(BadToken)?;
        let (header, payload) = signed.split_once('.').ok_or(BadToken)?;
        let header = Some(bytes(header)?)
            .filter(|json| is_unambiguous(json))
            .ok_or(BadToken)?;
        let header: Header = serde_json::from_slice(&header).map_err(|_| BadToken)?;
        let typ = header.typ.map(|typ| typ.to_ascii_lowercase());
        let typ = typ
            .as_deref()
            .map(|typ| typ.strip_prefix("application/").unwrap_or(typ));
        if header.alg != algorithm.name() || !fits(typ) || header.crit.is_some() || header.cty.is_some() {
            return Err(BadToken);
        }
        Ok(Self {
            kid: header.kid,
            algorithm,
            signed,
            payload: bytes(payload)?,
            signature: bytes(signature)?,
        })
    }

    /// The payload while it is nobody's word yet: for refusing early.
    pub(in crate::adapters) fn claimed(&self) -> &[u8] {
        &self.payload
    }

    /// The payload, once the signature proves to be this key's.
    pub(in crate::adapters) fn verified(&self, key: &Key) -> Result<&[u8], BadToken> {
        key.jwk()
            .verify_signature(&self.algorithm.core(), self.signed.as_bytes(), &self.signature)
            .map_err(|_| BadToken)?;
        Ok(&self.payload)
    }
}

fn bytes(part: &str) -> Result<Vec<u8>, BadToken> {
    URL_SAFE_NO_PAD.decode(part).map_err(|_| BadToken)
}
