//! npm `oidc-provider`, as strict as it gets: PAR, proofs of possession with a nonce, rotation, RFC 9207.

use std::sync::Arc;

use card_core::{
    domain::level::Level,
    ports::{SignIn, Tokens},
};
use reqwest::StatusCode;
use serde_json::json;
use url::Url;

use crate::{
    client::{CLIENT, Client, now},
    count::Count,
    pages::Pages,
    peer::Peer,
    strict_broken, strict_ends, strict_keys,
};

pub(crate) const HIGH: &str = "idporten-loa-high";
pub(crate) const DISCOVERY: &str = "GET /.well-known/openid-configuration";
pub(crate) const JWKS: &str = "GET /jwks";
pub(crate) const PAR: &str = "POST /request";
pub(crate) const TOKEN: &str = "POST /token";

/// The provider, shared by all checks.
pub(crate) struct World {
    pub(crate) peer: Peer,
    pub(crate) issuer: String,
}

impl World {
    pub(crate) fn client(&self) -> Client {
        self.client_named(CLIENT)
    }

    pub(crate) fn client_named(&self, client_id: &str) -> Client {
        Client::new(&self.issuer, client_id, true)
    }

    pub(crate) fn port(&self) -> String {
        Url::parse(&self.issuer).unwrap().port().unwrap().to_string()
    }

    async fn requests(&self) -> Vec<String> {
        let answer = self.peer.ask(&json!({ "do": "requests" })).await;
        let requests = answer["requests"].as_array().unwrap().iter();
        requests.map(|one| one.as_str().unwrap().to_owned()).collect()
    }

    /// What is asked of the provider meanwhile, the browser's requests left out.
    pub(crate) async fn asked<T>(&self, work: impl Future<Output = T>) -> (T, Vec<String>) {
        let before = self.requests().await.len();
        let done = work.await;
        let mut asked = self.requests().await.split_off(before);
        asked.retain(|one| {
            !["/auth", "/interaction", "/session"]
                .iter()
                .any(|path| one.contains(path))
        });
        (done, asked)
    }
}

/// The whole way as a new person at the browser, at level high.
pub(crate) async fn sign_in(client: &Client) -> Tokens {
    let pending = client.prepare().await;
    let redirect = Pages::new().sign_in(&pending.url, "kari", HIGH).await;
    client.finish(&pending, &redirect).await.unwrap()
}

pub(crate) async fn all(count: &mut Count, command: &[String]) {
    let peer = Peer::start(command).await;
    let issuer = peer.ready["issuer"].as_str().unwrap().to_owned();
    let world = Arc::new(World { peer, issuer });
    let w = || world.clone();
    count
        .check(
            "oidcc-client-test: from discovery to tokens, and what is asked for it",
            happy(w()),
        )
        .await;
    count
        .check("PAR is forced there: without it the provider says no", unpushed(w()))
        .await;
    count
        .check("fapi2-security-profile-final-client-test-happy-path: a proof with a nonce opens userinfo, a stolen token doesn't", proofs(w()))
        .await;
    count
        .check(
            "prompt=login: single sign-on keeps auth_time, a new sign-in has a new one, an old one is refused",
            anew(w()),
        )
        .await;
    strict_broken::all(count, &world).await;
    strict_ends::all(count, &world).await;
    strict_keys::all(count, &world).await;
}

async fn happy(world: Arc<World>) {
    let client = world.client();
    let (tokens, asked) = world.asked(sign_in(&client)).await;
    assert_eq!(
        asked,
        [DISCOVERY, JWKS, PAR, TOKEN, TOKEN],
        "one token request more, for the nonce"
    );
    assert_eq!(
        (tokens.person.subject.as_str(), tokens.person.level),
        ("kari", Level::High)
    );
    assert!(tokens.refresh.is_some() && tokens.pass.proof_key.is_some());
    let life = tokens.access_until.since(now());
    assert!((110..=120).contains(&life), "the provider's 120 seconds, not {life}");
    let (_, asked) = world.asked(sign_in(&client)).await;
    assert_eq!(
        asked,
        [PAR, TOKEN],
        "the second time everything is known, the nonce as well"
    );
}

async fn unpushed(world: Arc<World>) {
    let client = world.client();
    let pending = client.prepare().await;
    let mut url = Url::parse(&pending.url).unwrap();
    url.query_pairs_mut().clear().extend_pairs([
        ("client_id", CLIENT),
        ("response_type", "code"),
        ("redirect_uri", &pending.redirect_uri),
        ("scope", "openid"),
        ("state", pending.state.expose()),
        ("code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"),
        ("code_challenge_method", "S256"),
    ]);
    let redirect = Pages::new().pass(url.as_str()).await;
    assert!(redirect.contains("error=invalid_request"), "forced");
    assert!(pending.read_redirect(&redirect).is_err());
}

async fn proofs(world: Arc<World>) {
    let client = world.client();
    let tokens = sign_in(&client).await;
    let url = Url::parse(&format!("{}/me", world.issuer)).unwrap();
    let access = tokens.pass.access.expose();
    let authorized = || {
        let request = client.http.get(&url).unwrap();
        request.header("authorization", format!("DPoP {access}"))
    };
    let key = tokens.pass.proof_key.as_ref();
    let answer = client
        .http
        .send_proven(authorized(), "userinfo", key, Some(&tokens.pass.access))
        .await
        .unwrap();
    assert_eq!(answer.status, StatusCode::OK, "with the key");
    let body: serde_json::Value = serde_json::from_slice(&answer.body).unwrap();
    assert_eq!(body["sub"], "kari");

    let foreign = sign_in(&client).await.pass.proof_key;
    let answer = client
        .http
        .send_proven(authorized(), "userinfo", foreign.as_ref(), Some(&tokens.pass.access))
        .await
        .unwrap();
    assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "with another key");
    let answer = client.http.send(authorized(), "userinfo").await.unwrap();
    assert_eq!(answer.status, StatusCode::BAD_REQUEST, "without a proof");
}

async fn anew(world: Arc<World>) {
    let client = world.client();
    let browser = Pages::new();
    let since = |ago: &'static str| [("person", "kari"), ("level", HIGH), ("ago", ago), ("action", "login")];
    let began = now();
    let pending = client.prepare().await;
    let redirect = browser.press(&pending.url, &since("1000")).await;
    let first = client.finish(&pending, &redirect).await.unwrap();
    assert!(first.person.signed_in_at.is_none(), "nobody asked for it");

    let pending = client.prepare_for(Level::High, true).await.unwrap();
    let redirect = browser.press(&pending.url, &since("1000")).await;
    let refused = crate::client::refusal(client.finish(&pending, &redirect).await);
    assert_eq!(
        refused,
        crate::strict_broken::refused(card_core::RefusedCheck::Time),
        "an old auth_time"
    );

    let pending = client.prepare().await;
    let redirect = browser.pass(&pending.url).await;
    client.finish(&pending, &redirect).await.unwrap();

    let pending = client.prepare_for(Level::High, true).await.unwrap();
    let redirect = browser.press(&pending.url, &since("0")).await;
    let anew = client.finish(&pending, &redirect).await.unwrap();
    assert!(anew.person.signed_in_at.unwrap() >= began);
    let renewed = client.renew(&crate::client::session(&anew)).await.unwrap();
    assert!(renewed.person.signed_in_at == anew.person.signed_in_at);
    client.oidc.revoke(renewed.pass.access).await;
}
