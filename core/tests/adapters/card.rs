//! A card service that can be told to do anything wrong.

use std::sync::{Arc, Mutex};

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use card_core::{
    Result,
    adapters::{http::Http, register::CardService},
    domain::secret::Secret,
    ports::{Fetched, Pass, Register},
};
use p256::ecdsa::{Signature, SigningKey, signature::Signer};
use serde_json::{Value, json};

use crate::{
    NOW,
    server::{Server, answer, json as json_answer},
};

/// What the service says.
pub(crate) struct Script {
    pub(crate) header: Value,
    pub(crate) payload: Value,
    /// The secret number of the key that signs.
    pub(crate) key: u8,
    /// The key set.
    pub(crate) keys: Value,
    /// In place of the card: status, header lines, type and body.
    pub(crate) instead: Option<(u16, &'static str, &'static str, String)>,
}

/// The service, and our client for it.
pub(crate) struct Service {
    pub(crate) server: Server,
    pub(crate) client: CardService,
    script: Arc<Mutex<Option<Script>>>,
}

impl Service {
    pub(crate) fn start() -> Self {
        Self::start_with(Http::new(true))
    }

    pub(crate) fn start_with(http: Http) -> Self {
        let script = Arc::new(Mutex::new(None));
        let shared = Arc::clone(&script);
        let server = Server::start(move |seen| {
            let script: &Option<Script> = &shared.lock().unwrap();
            let script = script.as_ref().unwrap();
            match (&script.instead, seen.path.as_str()) {
                (_, "/v1/jwks.json") => json_answer(200, &script.keys),
                (Some((status, head, kind, body)), _) => answer(*status, head, kind, body),
                (None, _) => {
                    let body = json!({ "snapshot": sign(&script.header, &script.payload, script.key) });
                    answer(200, "etag: \"1\"\r\n", "application/json", &body.to_string())
                }
            }
        });
        let client = CardService::new(http, &server.origin);
        let service = Self { server, client, script };
        *service.script.lock().unwrap() = Some(service.honest());
        service
    }

    pub(crate) fn honest(&self) -> Script {
        Script {
            header: json!({ "alg": "ES256", "typ": "card-snapshot+jwt", "kid": "r1" }),
            payload: json!({
                "iss": self.server.origin, "sub": "pseudonym", "iat": NOW, "fresh_until": NOW + 86_400, "show_until": NOW + 2_592_000,
                "card": {
                    "number": "N012345678", "name": "Kari Sandstad", "status": "active", "home_library": "2030000",
                    "libraries": [{ "number": "2030000", "name": "Deichman Bjørvika", "place": "Oslo", "symbology": "code39" }],
                },
            }),
            key: 7,
            keys: json!({ "keys": [jwk("r1", 7)] }),
            instead: None,
        }
    }

    pub(crate) fn says(&self, edit: impl FnOnce(&mut Script)) {
        let mut script = self.honest();
        edit(&mut script);
        *self.script.lock().unwrap() = Some(script);
    }

    pub(crate) async fn fetch(&self, etag: Option<&str>) -> Result<Fetched> {
        self.fetch_with(None, etag).await
    }

    /// With a token that is bound to this key.
    pub(crate) async fn fetch_with(&self, proof_key: Option<Secret>, etag: Option<&str>) -> Result<Fetched> {
        let access = Secret::new("access".to_owned());
        Register::fetch(&self.client, Pass { access, proof_key }, etag.map(str::to_owned)).await
    }
}

fn key(secret: u8) -> SigningKey {
    SigningKey::from_slice(&[secret; 32]).unwrap()
}

/// Always ES256, whatever the header says.
pub(crate) fn sign(header: &Value, payload: &Value, secret: u8) -> String {
    let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
    let signed = format!("{}.{}", part(header), part(payload));
    let signature: Signature = key(secret).sign(signed.as_bytes());
    format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature.to_bytes()))
}

pub(crate) fn jwk(kid: &str, secret: u8) -> Value {
    let point = key(secret).verifying_key().to_sec1_point(false);
    let part = |range| URL_SAFE_NO_PAD.encode(&point.as_bytes()[range]);
    json!({ "kty": "EC", "crv": "P-256", "use": "sig", "alg": "ES256", "kid": kid, "x": part(1..33), "y": part(33..65) })
}
