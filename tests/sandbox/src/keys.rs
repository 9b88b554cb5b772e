use std::sync::OnceLock;

use p256::ecdsa::SigningKey as EcSigningKey;
use rsa::RsaPrivateKey;
use rsa::pkcs8::{DecodePrivateKey, EncodePrivateKey, EncodePublicKey, LineEnding};
use rsa::traits::PublicKeyParts;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::random::{base64url, bytes, from_base64url, token};
use crate::settings::StartError;

/// What the services sign with: RS256 for the tokens of a provider, ES256 for the register's snapshots.
#[derive(Clone)]
pub(crate) struct Keys {
    pub(crate) idporten: RsaKey,
    /// The card service as a provider.
    pub(crate) card: RsaKey,
    pub(crate) register: EcKey,
    /// Public halves of the register's former keys that receipts are proved by, as JWKs, the newest first.
    retired: Vec<Value>,
    /// The card service's secret as a client of ID-porten and Feide; it doesn't rotate.
    pub(crate) secret: String,
}

static IDPORTEN: OnceLock<RsaPrivateKey> = OnceLock::new();
static CARD: OnceLock<RsaPrivateKey> = OnceLock::new();
static FEIDE: OnceLock<RsaPrivateKey> = OnceLock::new();

#[derive(Clone)]
pub(crate) struct RsaKey {
    pub(crate) kid: String,
    key: RsaPrivateKey,
}

#[derive(Clone)]
pub(crate) struct EcKey {
    pub(crate) kid: String,
    key: EcSigningKey,
}

/// The form in the state file: PKCS#8 and the bare scalar, in base64url.
#[derive(Serialize, Deserialize)]
pub(crate) struct StoredKeys {
    idporten_kid: String,
    idporten: String,
    card_kid: String,
    card: String,
    secret: String,
    register_kid: String,
    register: String,
    #[serde(default)]
    retired: Vec<Value>,
}

impl Keys {
    pub(crate) fn make() -> Result<Self, StartError> {
        Ok(Self {
            idporten: RsaKey::first("idporten", &IDPORTEN)?,
            card: RsaKey::first("card", &CARD)?,
            register: EcKey::make()?,
            retired: Vec::new(),
            secret: token().map_err(|e| StartError::Keys(e.to_string()))?,
        })
    }

    /// New keys, the same secret. Of the register's the public half is kept while receipts are proved by it.
    pub(crate) fn rotated(&self, proving: bool) -> Result<Self, StartError> {
        let former = proving.then(|| self.register.jwk());
        Ok(Self {
            retired: former.into_iter().chain(self.retired.iter().cloned()).collect(),
            idporten: RsaKey::make("idporten")?,
            card: RsaKey::make("card")?,
            register: EcKey::make()?,
            secret: self.secret.clone(),
        })
    }

    /// The register's JWK set (RFC 7517): the key that signs now comes first.
    pub(crate) fn register_set(&self) -> Value {
        let keys: Vec<Value> = [self.register.jwk()]
            .into_iter()
            .chain(self.retired.iter().cloned())
            .collect();
        json!({ "keys": keys })
    }

    pub(crate) fn store(&self) -> Option<StoredKeys> {
        Some(StoredKeys {
            idporten_kid: self.idporten.kid.clone(),
            idporten: self.idporten.stored()?,
            card_kid: self.card.kid.clone(),
            card: self.card.stored()?,
            secret: self.secret.clone(),
            register_kid: self.register.kid.clone(),
            register: base64url(self.register.key.to_bytes()),
            retired: self.retired.clone(),
        })
    }

    pub(crate) fn restore(stored: StoredKeys) -> Option<Self> {
        let ec = EcSigningKey::from_slice(&from_base64url(&stored.register)?).ok()?;
        Some(Self {
            idporten: RsaKey::restore(stored.idporten_kid, &stored.idporten)?,
            card: RsaKey::restore(stored.card_kid, &stored.card)?,
            secret: stored.secret,
            retired: stored.retired,
            register: EcKey {
                kid: stored.register_kid,
                key: ec,
            },
        })
    }
}

impl RsaKey {
    /// Of Feide, for which nobody rotates anything.
    pub(crate) fn feide() -> Result<Self, StartError> {
        Self::first("feide", &FEIDE)
    }

    /// The process's own key under a new name. Finding primes takes longer than most tests.
    fn first(prefix: &str, made: &OnceLock<RsaPrivateKey>) -> Result<Self, StartError> {
        if let Some(key) = made.get() {
            return Ok(Self {
                kid: new_kid(prefix)?,
                key: key.clone(),
            });
        }
        let new = Self::make(prefix)?;
        Ok(Self {
            kid: new.kid,
            key: made.get_or_init(|| new.key).clone(),
        })
    }

    fn make(prefix: &str) -> Result<Self, StartError> {
        let key = RsaPrivateKey::new(&mut rsa::rand_core::OsRng, 2048).map_err(|e| StartError::Keys(e.to_string()))?;
        Ok(Self {
            kid: new_kid(prefix)?,
            key,
        })
    }

    fn stored(&self) -> Option<String> {
        Some(base64url(self.key.to_pkcs8_der().ok()?.as_bytes()))
    }

    fn restore(kid: String, stored: &str) -> Option<Self> {
        let key = RsaPrivateKey::from_pkcs8_der(&from_base64url(stored)?).ok()?;
        Some(Self { kid, key })
    }

    pub(crate) fn private(&self) -> RsaPrivateKey {
        self.key.clone()
    }

    /// The public half as others may have it in a file.
    pub(crate) fn public_pem(&self) -> Vec<u8> {
        let pem = self.key.to_public_key().to_public_key_pem(LineEnding::LF);
        pem.map(String::into_bytes).unwrap_or_default()
    }

    /// The public half as a JWK set (RFC 7517).
    pub(crate) fn jwks(&self) -> Value {
        let n = base64url(self.key.n().to_bytes_be());
        let e = base64url(self.key.e().to_bytes_be());
        json!({ "keys": [{ "kty": "RSA", "use": "sig", "alg": "RS256", "kid": self.kid, "n": n, "e": e }] })
    }
}

impl EcKey {
    fn make() -> Result<Self, StartError> {
        loop {
            let scalar = bytes::<32>().map_err(|e| StartError::Keys(e.to_string()))?;
            if let Ok(key) = EcSigningKey::from_slice(&scalar) {
                return Ok(Self {
                    kid: new_kid("register")?,
                    key,
                });
            }
        }
    }

    pub(crate) fn signer(&self) -> &EcSigningKey {
        &self.key
    }

    /// The public half as a JWK (RFC 7518 §6.2).
    fn jwk(&self) -> Value {
        let point = self.key.verifying_key().to_sec1_point(false);
        let (x, y) = point.as_bytes().get(1..).unwrap_or_default().split_at(32);
        json!({ "kty": "EC", "crv": "P-256", "use": "sig", "alg": "ES256", "kid": self.kid,
            "x": base64url(x), "y": base64url(y) })
    }
}

fn new_kid(prefix: &str) -> Result<String, StartError> {
    let token = token().map_err(|e| StartError::Keys(e.to_string()))?;
    Ok(format!("{prefix}-{}", token.get(..12).unwrap_or_default()))
}
