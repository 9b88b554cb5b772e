use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use card_sandbox::{Sandbox, Settings};
use reqwest::redirect::Policy;
use reqwest::{Client, RequestBuilder, Response};
use serde_json::Value;
use sha2::{Digest, Sha256};
use url::Url;

pub(crate) const NOW: i64 = 1_795_000_000;
pub(crate) const CLIENT: &str = "bibliotekkortet-app";
pub(crate) const REDIRECT: &str = "http://127.0.0.1:49152/innlogget";
pub(crate) const VERIFIER: &str = "a-verifier-of-forty-three-characters-or-more-0123";
pub(crate) const HIGH: &str = "idporten-loa-high";

pub(crate) type Form = BTreeMap<&'static str, String>;

/// A raw client of one provider, beside a sandbox whose clock stands still.
pub(crate) struct App {
    /// The provider's issuer, and where its pages are.
    pub(crate) issuer: String,
    pub(crate) pages: String,
    pub(crate) sandbox: Sandbox,
    pub(crate) http: Client,
    /// A browser's cookies by host and name; none are kept without it.
    pub(crate) jar: Option<Mutex<BTreeMap<(String, String), String>>>,
}

impl App {
    pub(crate) fn new() -> Self {
        Self::with(Settings {
            now: Some(NOW),
            ..Settings::default()
        })
    }

    /// At ID-porten.
    pub(crate) fn with(settings: Settings) -> Self {
        let sandbox = Sandbox::start(settings).unwrap();
        Self {
            issuer: sandbox.issuer.clone(),
            pages: sandbox.login.clone(),
            sandbox,
            http: client(),
            jar: None,
        }
    }

    /// At the card service.
    pub(crate) fn mediated() -> Self {
        Self::new().at_card_service()
    }

    /// One of each.
    pub(crate) fn both() -> [Self; 2] {
        [Self::new(), Self::mediated()]
    }

    pub(crate) fn at_card_service(self) -> Self {
        Self {
            issuer: self.sandbox.card_service.clone(),
            pages: self.sandbox.card_service.clone(),
            ..self
        }
    }

    pub(crate) async fn discovery(&self) -> Value {
        json(
            self.get(format!("{}/.well-known/openid-configuration", self.issuer))
                .await,
        )
        .await
    }

    pub(crate) async fn keys(&self) -> Value {
        json(self.get(format!("{}/jwks.json", self.issuer)).await).await
    }

    pub(crate) async fn post(&self, path: &str, form: &Form) -> Response {
        self.http
            .post(format!("{}{path}", self.issuer))
            .form(form)
            .send()
            .await
            .unwrap()
    }

    /// Pushes a request and gives the address of the login page.
    pub(crate) async fn authorize_url(&self, request: &Form) -> Url {
        let answer = self.post("/par", request).await;
        assert_eq!(answer.status(), 201);
        let pushed = json(answer).await;
        let request_uri = pushed["request_uri"].as_str().unwrap();
        Url::parse_with_params(
            &format!("{}/authorize", self.pages),
            [("client_id", CLIENT), ("request_uri", request_uri)],
        )
        .unwrap()
    }

    pub(crate) async fn get(&self, url: impl AsRef<str>) -> Response {
        self.send(self.http.get(url.as_ref())).await
    }

    /// With the cookies of the host, when there is a jar.
    async fn send(&self, request: RequestBuilder) -> Response {
        let mut request = request.build().unwrap();
        let host = request.url().host_str().unwrap().to_owned();
        if let Some(jar) = &self.jar {
            let jar = jar.lock().unwrap();
            let mine = jar.iter().filter(|((of, _), _)| *of == host);
            let pairs: Vec<_> = mine.map(|((_, name), value)| format!("{name}={value}")).collect();
            request
                .headers_mut()
                .insert("cookie", pairs.join("; ").parse().unwrap());
        }
        let answer = self.http.execute(request).await.unwrap();
        if let Some(jar) = &self.jar {
            for cookie in answer.headers().get_all("set-cookie") {
                let cookie = cookie.to_str().unwrap();
                assert!(cookie.contains("; HttpOnly") && cookie.contains("; SameSite=Lax"));
                let (name, value) = cookie.split(';').next().unwrap().split_once('=').unwrap();
                jar.lock()
                    .unwrap()
                    .insert((host.clone(), name.to_owned()), value.to_owned());
            }
        }
        answer
    }

    /// What a browser shows in the end: redirects within the sandbox are followed, one to the app is not.
    pub(crate) async fn browse(&self, url: impl AsRef<str>) -> Response {
        let answer = self.get(url).await;
        self.follow(answer).await
    }

    pub(crate) async fn follow(&self, mut answer: Response) -> Response {
        while answer.status() == 303 {
            let target = answer.headers()["location"].to_str().unwrap().to_owned();
            let inside = [&self.sandbox.login, &self.sandbox.card_service];
            if !inside.iter().any(|base| target.starts_with(base.as_str())) {
                break;
            }
            answer = self.get(target).await;
        }
        answer
    }

    /// The login page's form, filled in and sent.
    pub(crate) async fn press(&self, page: &str, person: &str, level: &str, action: &str) -> Response {
        let fields = [
            ("token", form_token(page)),
            ("person", person),
            ("level", level),
            ("action", action),
        ];
        let (_, action) = page.split_once("action=\"").expect("a form");
        let action = action.split('"').next().unwrap();
        let form = self.http.post(format!("{}{action}", self.sandbox.login)).form(&fields);
        let answer = self.send(form).await;
        self.follow(answer).await
    }

    /// The login page of a request.
    pub(crate) async fn page(&self, request: &Form) -> String {
        self.browse(self.authorize_url(request).await)
            .await
            .text()
            .await
            .unwrap()
    }

    /// The callback of a whole login, as its parameters.
    pub(crate) async fn callback(&self, persona: &str) -> BTreeMap<String, String> {
        self.callback_to(persona, &request()).await
    }

    pub(crate) async fn callback_to(&self, persona: &str, request: &Form) -> BTreeMap<String, String> {
        let page = self.page(request).await;
        callback_of(&self.press(&page, persona, HIGH, "login").await)
    }

    pub(crate) async fn tokens_for(&self, persona: &str, request: &Form) -> Value {
        let callback = self.callback_to(persona, request).await;
        json(self.post("/token", &exchange(&callback["code"])).await).await
    }

    pub(crate) async fn tokens(&self, persona: &str) -> Value {
        let callback = self.callback(persona).await;
        json(self.post("/token", &exchange(&callback["code"])).await).await
    }

    pub(crate) async fn refresh(&self, refresh_token: &str) -> Response {
        self.post("/token", &refreshing(refresh_token)).await
    }

    pub(crate) async fn card(&self, access_token: &str, tag: Option<&str>) -> Response {
        let request = self
            .http
            .get(format!("{}/v1/card", self.sandbox.card_service))
            .bearer_auth(access_token);
        let request = match tag {
            Some(tag) => request.header("If-None-Match", tag),
            None => request,
        };
        request.send().await.unwrap()
    }
}

pub(crate) fn client() -> Client {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let tls = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(rustls::RootCertStore::empty())
        .with_no_client_auth();
    // No pool: a client may silently repeat a request on a connection that it kept.
    let builder = Client::builder()
        .tls_backend_preconfigured(tls)
        .pool_max_idle_per_host(0);
    builder.redirect(Policy::none()).no_proxy().build().unwrap()
}

/// The same with one parameter changed.
pub(crate) fn with(name: &'static str, value: &str) -> Form {
    let mut form = request();
    form.insert(name, value.to_owned());
    form
}

/// An authorization request with nothing wrong in it.
pub(crate) fn request() -> Form {
    let challenge = URL_SAFE_NO_PAD.encode(Sha256::digest(VERIFIER));
    form(&[
        ("client_id", CLIENT),
        ("response_type", "code"),
        ("redirect_uri", REDIRECT),
        ("scope", "openid profile nb:bibliotekkortet"),
        ("state", "state-1"),
        ("nonce", "nonce-1"),
        ("code_challenge", &challenge),
        ("code_challenge_method", "S256"),
        ("acr_values", HIGH),
        ("ui_locales", "nb"),
    ])
}

pub(crate) fn exchange(code: &str) -> Form {
    form(&[
        ("grant_type", "authorization_code"),
        ("client_id", CLIENT),
        ("code", code),
        ("redirect_uri", REDIRECT),
        ("code_verifier", VERIFIER),
    ])
}

pub(crate) fn refreshing(refresh_token: &str) -> Form {
    form(&[
        ("grant_type", "refresh_token"),
        ("client_id", CLIENT),
        ("refresh_token", refresh_token),
    ])
}

pub(crate) fn form(fields: &[(&'static str, &str)]) -> Form {
    fields
        .iter()
        .map(|(name, value)| (*name, (*value).to_owned()))
        .collect()
}

pub(crate) async fn json(answer: Response) -> Value {
    serde_json::from_slice(&answer.bytes().await.unwrap()).unwrap()
}

pub(crate) fn form_token(page: &str) -> &str {
    let (_, rest) = page.split_once("name=\"token\" value=\"").expect("a form token");
    rest.split('"').next().unwrap()
}

pub(crate) fn callback_of(answer: &Response) -> BTreeMap<String, String> {
    assert!([302, 303].contains(&answer.status().as_u16()), "{}", answer.status());
    let target = Url::parse(answer.headers()["location"].to_str().unwrap()).unwrap();
    assert_eq!(target.as_str().split('?').next(), Some(REDIRECT));
    target.query_pairs().into_owned().collect()
}

/// Header and claims of a JWS, unchecked.
pub(crate) fn open(token: &str) -> (Value, Value) {
    let parts: Vec<_> = token.split('.').collect();
    assert_eq!(parts.len(), 3);
    let part = |index: usize| serde_json::from_slice(&URL_SAFE_NO_PAD.decode(parts[index]).unwrap()).unwrap();
    (part(0), part(1))
}

/// The claims of a JWS whose signature fits the key set; nothing when it doesn't.
pub(crate) fn verified(token: &str, jwks: &Value) -> Option<Value> {
    let (header, claims) = open(token);
    let key = jwks["keys"]
        .as_array()?
        .iter()
        .find(|key| key["kid"] == header["kid"])?;
    let field = |name: &str| URL_SAFE_NO_PAD.decode(key[name].as_str().unwrap()).unwrap();
    let (input, signature) = token.rsplit_once('.')?;
    let signature = URL_SAFE_NO_PAD.decode(signature).ok()?;
    let fits = match header["alg"].as_str()? {
        "RS256" => {
            use rsa::signature::Verifier;
            let number = |name| rsa::BigUint::from_bytes_be(&field(name));
            let key = rsa::RsaPublicKey::new(number("n"), number("e")).ok()?;
            let key = rsa::pkcs1v15::VerifyingKey::<rsa::sha2::Sha256>::new(key);
            key.verify(input.as_bytes(), &signature.as_slice().try_into().ok()?)
                .is_ok()
        }
        "ES256" => {
            use p256::ecdsa::signature::Verifier;
            let point = [vec![4], field("x"), field("y")].concat();
            let key = p256::ecdsa::VerifyingKey::from_sec1_bytes(&point).ok()?;
            key.verify(input.as_bytes(), &p256::ecdsa::Signature::from_slice(&signature).ok()?)
                .is_ok()
        }
        _ => false,
    };
    fits.then_some(claims)
}
