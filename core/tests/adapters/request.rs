//! What goes to the provider, and what goes through the browser.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use card_core::{
    Error, RefusedCheck,
    adapters::sign_in::Profile,
    domain::{level::Level, secret::Secret, timestamp::Timestamp},
    ports::SignIn,
    session::sign_in::{Door, SignInRequest},
};
use serde_json::json;
use sha2::{Digest, Sha256};
use url::Url;

use crate::{
    NOW,
    provider::{CLIENT, Provider, REDIRECT},
    server::Seen,
};

fn only(provider: &Provider, path: &str) -> Seen {
    let mut fitting: Vec<Seen> = provider.server.seen();
    fitting.retain(|seen| seen.path == path);
    assert_eq!(fitting.len(), 1);
    fitting.remove(0)
}

#[tokio::test]
async fn item_14_15_17_everything_is_pushed_and_nothing_goes_through_the_browser() {
    let provider = Provider::start();
    let pending = provider.prepare().await.unwrap();
    let par = only(&provider, "/par");
    assert_eq!(par.method, "POST");
    let form = par.form();
    let challenge = URL_SAFE_NO_PAD.encode(Sha256::digest(pending.verifier.expose()));
    let expected = [
        ("response_type", "code"),
        ("client_id", CLIENT),
        ("redirect_uri", REDIRECT),
        ("scope", "openid profile nb:bibliotekkortet"),
        ("state", pending.state.expose()),
        ("nonce", pending.nonce.expose()),
        ("code_challenge", &challenge),
        ("code_challenge_method", "S256"),
        ("acr_values", "idporten-loa-substantial"),
        ("ui_locales", "nn"),
        ("idp_hint", "idporten"),
    ];
    assert_eq!(form.len(), expected.len());
    for (name, value) in expected {
        assert_eq!(form[name], value, "{name}");
    }
    let url = Url::parse(&pending.url).unwrap();
    let query: Vec<_> = url.query_pairs().into_owned().collect();
    assert_eq!(url.host_str(), Some("localhost"));
    assert_eq!(
        query,
        [
            ("client_id".to_owned(), CLIENT.to_owned()),
            (
                "request_uri".to_owned(),
                "urn:ietf:params:oauth:request_uri:abc".to_owned()
            ),
        ]
    );
}

#[tokio::test]
async fn item_15_a_new_sign_in_is_asked_for_when_wanted() {
    let provider = Provider::start();
    provider.sign_in_anew().await.unwrap();
    assert_eq!(only(&provider, "/par").form()["prompt"], "login");
}

#[tokio::test]
async fn item_14_16_the_code_goes_with_the_same_address_and_verifier() {
    let provider = Provider::start();
    let pending = provider.prepare().await.unwrap();
    let verifier = pending.verifier.expose().to_owned();
    provider.exchange(pending).await.unwrap();
    let form = only(&provider, "/token").form();
    let expected = [
        ("grant_type", "authorization_code"),
        ("code", "code"),
        ("redirect_uri", REDIRECT),
        ("client_id", CLIENT),
        ("code_verifier", &verifier),
    ];
    assert_eq!(form.len(), expected.len());
    for (name, value) in expected {
        assert_eq!(form[name], value, "{name}");
    }
}

#[tokio::test]
async fn item_13_each_attempt_has_its_own_unguessable_values() {
    let provider = Provider::start();
    let mut all = std::collections::HashSet::new();
    for _ in 0..8 {
        let pending = provider.prepare().await.unwrap();
        for secret in [pending.state, pending.nonce, pending.verifier] {
            assert_eq!(URL_SAFE_NO_PAD.decode(secret.expose()).unwrap().len(), 32);
            assert!(all.insert(secret.expose().to_owned()));
        }
    }
}

#[tokio::test]
async fn item_17_a_push_that_is_refused_says_what_it_means() {
    let request = Error::SignInRefused(RefusedCheck::Request);
    for (status, answer, expected) in [
        (
            400,
            json!({ "error": "invalid_request", "error_description": "x" }),
            request.clone(),
        ),
        (401, json!({ "error": "invalid_client" }), request.clone()),
        (201, json!({ "expires_in": 120 }), request.clone()),
        (201, json!({ "request_uri": "" }), request.clone()),
        (201, json!({ "request_uri": "u".repeat(4000) }), request),
    ] {
        let provider = Provider::start();
        provider.par(status, answer);
        assert_eq!(provider.prepare().await.err(), Some(expected));
    }
}

#[tokio::test]
async fn doors_that_arent_open_stay_shut() {
    let provider = Provider::start_as(Profile::id_porten);
    for door in [Door::Feide, Door::CardNumber] {
        let request = SignInRequest {
            door,
            redirect_uri: REDIRECT.to_owned(),
            language: "nb".to_owned(),
            level: Level::High,
            fresh: false,
            purpose: None,
        };
        let error = SignIn::prepare(&provider.client, request, Timestamp(NOW)).await.err();
        assert_eq!(error, Some(Error::DoorClosed));
    }
    assert!(provider.server.seen().is_empty());
}

#[tokio::test]
async fn item_22_a_code_is_not_sent_to_another_provider_than_the_attempt_began_with() {
    let provider = Provider::start();
    let mut pending = provider.prepare().await.unwrap();
    pending.issuer = "https://idporten.no".to_owned();
    let error = provider.exchange(pending).await.err();
    assert_eq!(error, Some(Error::SignInRefused(RefusedCheck::ResponseIssuer)));
    assert!(!provider.server.paths().contains(&"/token".to_owned()));
}

#[tokio::test]
async fn a_token_is_revoked_by_name_of_the_client() {
    let provider = Provider::start();
    SignIn::revoke(&provider.client, Secret::new("refresh".to_owned())).await;
    let form = only(&provider, "/revoke").form();
    assert_eq!(
        (form["token"].as_str(), form["client_id"].as_str()),
        ("refresh", CLIENT)
    );
}

fn lenient(issuer: String, client_id: String) -> Profile {
    Profile {
        strict: false,
        ..Profile::id_porten(issuer, client_id)
    }
}

#[tokio::test]
async fn item_17_21_a_provider_that_only_may_gets_what_it_offers_and_no_less() {
    let provider = Provider::start_as(lenient);
    let pushed = provider.prepare().await.unwrap();
    assert!(
        pushed.names_itself && pushed.url.contains("request_uri="),
        "it offers both"
    );
    let less = Provider::start_as(lenient);
    less.discovery(|d| {
        d["pushed_authorization_request_endpoint"] = serde_json::Value::Null;
        d["authorization_response_iss_parameter_supported"] = json!(false);
    });
    let pending = less.prepare().await.unwrap();
    assert!(!pending.names_itself);
    let url = Url::parse(&pending.url).unwrap();
    let query: std::collections::HashMap<_, _> = url.query_pairs().into_owned().collect();
    assert_eq!(query["state"], pending.state.expose());
    assert_eq!(
        (query["response_type"].as_str(), query["code_challenge_method"].as_str()),
        ("code", "S256")
    );
    assert!(!less.server.paths().contains(&"/par".to_owned()));
}
