//! Signed JSON as we take it: compact form, one algorithm that we chose, a key that we fetched.
//!
//! The signature itself is checked by `openidconnect`; there is no cryptography here.

mod compact;
mod keys;
mod strict;

use openidconnect::core::CoreJwsSigningAlgorithm;

pub(in crate::adapters) use compact::{BadToken, Compact};
pub(in crate::adapters) use keys::{Find, Key, KeySet};
pub(in crate::adapters) use strict::is_unambiguous;

/// The algorithms that we take (RFC 7518 §3.1). The token doesn't choose: the reader does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::adapters) enum Algorithm {
    /// RSASSA-PKCS1-v1_5 with SHA-256, keys of 2048 to 4096 bits.
    Rs256,
    /// ECDSA on P-256 with SHA-256.
    Es256,
}

impl Algorithm {
    /// Its name in `alg`.
    pub(in crate::adapters) fn name(self) -> &'static str {
        match self {
            Self::Rs256 => "RS256",
            Self::Es256 => "ES256",
        }
    }

    /// Its keys' `kty`.
    fn key_type(self) -> &'static str {
        match self {
            Self::Rs256 => "RSA",
            Self::Es256 => "EC",
        }
    }

    /// The same for `openidconnect`.
    pub(in crate::adapters) fn core(self) -> CoreJwsSigningAlgorithm {
        match self {
            Self::Rs256 => CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
            Self::Es256 => CoreJwsSigningAlgorithm::EcdsaP256Sha256,
        }
    }
}
