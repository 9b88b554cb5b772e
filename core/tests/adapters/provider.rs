//! An OpenID provider that can be told to do anything wrong.

use std::sync::{Arc, LazyLock, Mutex};

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use card_core::{
    Result,
    adapters::{
        http::Http,
        sign_in::{OidcSignIn, Profile},
    },
    domain::{level::Level, secret::Secret, timestamp::Timestamp},
    ports::{SignIn, Tokens},
    session::sign_in::{Code, Door, Pending, SignInRequest},
};
use rsa::{
    Pkcs1v15Sign, RsaPrivateKey,
    rand_core::OsRng,
    sha2::{Digest, Sha256},
    traits::PublicKeyParts,
};
use serde_json::{Value, json};

use crate::{
    NOW,
    server::{Seen, Server, answer, json as json_answer},
};

pub(crate) const CLIENT: &str = "bibliotekkortet-app";
pub(crate) const REDIRECT: &str = "http://127.0.0.1:4000/innlogget";
pub(crate) const ACCESS: &str = "access-token-of-a-synthetic-person";
/// Seconds between the begin and the end of each sign-in here.
pub(crate) const STAY: i64 = 30;

/// The provider's key, and one that it has never seen.
pub(crate) static OWN: LazyLock<RsaPrivateKey> = LazyLock::new(|| RsaPrivateKey::new(&mut OsRng, 2048).unwrap());
pub(crate) static FOREIGN: LazyLock<RsaPrivateKey> = LazyLock::new(|| RsaPrivateKey::new(&mut OsRng, 2048).unwrap());

/// What the token endpoint is about to answer.
pub(crate) struct Grant {
    pub(crate) header: Value,
    pub(crate) claims: Value,
    pub(crate) key: &'static RsaPrivateKey,
    /// Done to the finished id_token.
    pub(crate) spoil: fn(String) -> String,
    /// In place of the claims: these bytes, well signed.
    pub(crate) payload: Option<Vec<u8>>,
    /// The other members of the answer.
    pub(crate) answer: Value,
    pub(crate) status: u16,
    /// More header lines, each with its end.
    pub(crate) head: &'static str,
    /// The `Date` of the answer, seconds since 1970.
    pub(crate) date: Option<i64>,
}

type Edit<T> = Box<dyn Fn(&mut T) + Send>;

struct Script {
    nonce: String,
    discovery: Edit<Value>,
    grant: Edit<Grant>,
    keys: Value,
    par: (u16, Value),
    challenge: (u16, &'static str, Value),
}

/// The provider, and our client for it.
pub(crate) struct Provider {
    pub(crate) server: Server,
    pub(crate) client: OidcSignIn,
    pub(crate) http: Http,
    script: Arc<Mutex<Script>>,
}

impl Provider {
    pub(crate) fn start() -> Self {
        Self::start_as(Profile::card_service)
    }

    /// Seen by the client as this kind of provider.
    pub(crate) fn start_as(profile: fn(String, String) -> Profile) -> Self {
        let script = Arc::new(Mutex::new(Script {
            nonce: String::new(),
            discovery: Box::new(|_| ()),
            grant: Box::new(|_| ()),
            keys: json!({ "keys": [jwk("own", &OWN)] }),
            challenge: (200, "", json!({ "authorization_code": "code" })),
            par: (
                201,
                json!({ "request_uri": "urn:ietf:params:oauth:request_uri:abc", "expires_in": 120 }),
            ),
        }));
        let shared = Arc::clone(&script);
        let server = Server::start(move |seen| respond(seen, &mut shared.lock().unwrap()));
        let profile = profile(server.origin.clone(), CLIENT.to_owned());
        let http = Http::new(true);
        Self {
            client: OidcSignIn::new(http.clone(), profile),
            http,
            server,
            script,
        }
    }

    pub(crate) fn discovery(&self, edit: impl Fn(&mut Value) + Send + 'static) {
        self.script.lock().unwrap().discovery = Box::new(edit);
    }

    pub(crate) fn grant(&self, edit: impl Fn(&mut Grant) + Send + 'static) {
        self.script.lock().unwrap().grant = Box::new(edit);
    }

    pub(crate) fn keys(&self, keys: Value) {
        self.script.lock().unwrap().keys = json!({ "keys": keys });
    }

    pub(crate) fn par(&self, status: u16, answer: Value) {
        self.script.lock().unwrap().par = (status, answer);
    }

    pub(crate) fn challenge(&self, status: u16, head: &'static str, answer: Value) {
        self.script.lock().unwrap().challenge = (status, head, answer);
    }

    pub(crate) async fn prepare(&self) -> Result<Pending> {
        self.prepare_at(NOW).await
    }

    pub(crate) async fn prepare_at(&self, now: i64) -> Result<Pending> {
        SignIn::prepare(&self.client, request(), Timestamp(now)).await
    }

    /// A new sign-in, from begin to end.
    pub(crate) async fn sign_in_anew(&self) -> Result<Tokens> {
        let request = SignInRequest {
            fresh: true,
            ..request()
        };
        self.exchange(SignIn::prepare(&self.client, request, Timestamp(NOW)).await?)
            .await
    }

    pub(crate) async fn exchange(&self, pending: Pending) -> Result<Tokens> {
        let code = Code(Secret::new("code".to_owned()));
        SignIn::exchange(&self.client, pending, code, Timestamp(NOW + STAY)).await
    }

    /// From begin to end.
    pub(crate) async fn sign_in(&self) -> Result<Tokens> {
        self.exchange(self.prepare().await?).await
    }
}

fn request() -> SignInRequest {
    SignInRequest {
        door: Door::IdPorten,
        redirect_uri: REDIRECT.to_owned(),
        language: "nn".to_owned(),
        level: Level::Substantial,
        fresh: false,
        purpose: None,
    }
}

fn respond(seen: &Seen, script: &mut Script) -> Vec<u8> {
    let origin = format!("http://{}", seen.headers["host"]);
    match seen.path.as_str() {
        "/.well-known/openid-configuration" => {
            let mut document = document(&origin);
            (script.discovery)(&mut document);
            json_answer(200, &document)
        }
        "/jwks.json" => json_answer(200, &script.keys),
        "/par" => {
            script.nonce = seen.form()["nonce"].clone();
            json_answer(script.par.0, &script.par.1)
        }
        "/challenge" => {
            if let Some(nonce) = seen.form().get("nonce") {
                script.nonce.clone_from(nonce);
            }
            let (status, head, body) = &script.challenge;
            answer(*status, head, "application/json", &body.to_string())
        }
        "/token" => token(&origin, script),
        "/revoke" => json_answer(200, &Value::Null),
        _ => json_answer(404, &Value::Null),
    }
}

fn document(origin: &str) -> Value {
    json!({
        "issuer": origin,
        "authorization_endpoint": "http://localhost:9/authorize",
        "token_endpoint": format!("{origin}/token"),
        "jwks_uri": format!("{origin}/jwks.json"),
        "pushed_authorization_request_endpoint": format!("{origin}/par"),
        "revocation_endpoint": format!("{origin}/revoke"),
        "end_session_endpoint": "http://localhost:9/logout",
        "authorization_challenge_endpoint": format!("{origin}/challenge"),
        "response_types_supported": ["code"],
        "subject_types_supported": ["pairwise"],
        "id_token_signing_alg_values_supported": ["RS256"],
        "code_challenge_methods_supported": ["S256"],
        "authorization_response_iss_parameter_supported": true,
        "something_new": { "is": ["fine"] },
    })
}

fn token(origin: &str, script: &Script) -> Vec<u8> {
    let end = NOW + STAY;
    let mut grant = Grant {
        header: json!({ "alg": "RS256", "kid": "own", "typ": "JWT" }),
        claims: json!({
            "iss": origin, "aud": CLIENT, "sub": "s".repeat(96), "acr": "idporten-loa-high", "amr": ["BankID"],
            "nonce": script.nonce, "iat": end - 1, "auth_time": end - 2, "exp": end + 119, "jti": "1", "locale": "nb",
        }),
        key: &OWN,
        spoil: |token| token,
        payload: None,
        answer: json!({ "access_token": ACCESS, "token_type": "Bearer", "expires_in": 120, "refresh_token": "refresh" }),
        status: 200,
        head: "",
        date: None,
    };
    (script.grant)(&mut grant);
    if grant.answer.get("id_token").is_none() {
        let payload = grant.payload.unwrap_or_else(|| grant.claims.to_string().into_bytes());
        grant.answer["id_token"] = (grant.spoil)(sign(&grant.header, &payload, grant.key)).into();
    }
    let date = grant.date.map_or(String::new(), |at| {
        let at = jiff::Timestamp::from_second(at).unwrap();
        format!(
            "date: {}\r\n",
            jiff::fmt::rfc2822::DateTimePrinter::new()
                .timestamp_to_rfc9110_string(&at)
                .unwrap()
        )
    });
    let head = format!("{date}{}", grant.head);
    answer(grant.status, &head, "application/json", &grant.answer.to_string())
}

/// Always RS256, whatever the header says.
pub(crate) fn sign(header: &Value, payload: &[u8], key: &RsaPrivateKey) -> String {
    let part = |bytes: &[u8]| URL_SAFE_NO_PAD.encode(bytes);
    let signed = format!("{}.{}", part(header.to_string().as_bytes()), part(payload));
    let signature = key
        .sign(Pkcs1v15Sign::new::<Sha256>(), &Sha256::digest(&signed))
        .unwrap();
    format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature))
}

pub(crate) fn jwk(kid: &str, key: &RsaPrivateKey) -> Value {
    let part = |n: &rsa::BigUint| URL_SAFE_NO_PAD.encode(n.to_bytes_be());
    json!({ "kty": "RSA", "use": "sig", "alg": "RS256", "kid": kid, "n": part(key.n()), "e": part(key.e()) })
}
