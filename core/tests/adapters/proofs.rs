//! Proofs of possession (RFC 9449): what we send, judged by another library's arithmetic.

use std::sync::{Arc, Mutex};

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use card_core::{
    Error, RefusedCheck,
    adapters::http::dpop,
    domain::{secret::Secret, timestamp::Timestamp},
    ports::SignIn,
    session::kept::Session,
};
use p256::ecdsa::{Signature, VerifyingKey, signature::Verifier};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::{
    NOW,
    card::Service,
    provider::{ACCESS, Provider},
    server::Seen,
};

/// A provider that binds tokens.
fn binding() -> Provider {
    let provider = Provider::start();
    provider.discovery(|document| document["dpop_signing_alg_values_supported"] = json!(["RS256", "ES256"]));
    provider.grant(|grant| grant.answer["token_type"] = "DPoP".into());
    provider
}

fn decoded(part: &str) -> Vec<u8> {
    URL_SAFE_NO_PAD.decode(part).unwrap()
}

/// Header and claims of the request's proof, its signature verified with the key in it.
fn proof(seen: &Seen) -> (Value, Value) {
    let parts: Vec<_> = seen.headers["dpop"].split('.').collect();
    let [header, claims] = [0, 1].map(|n: usize| serde_json::from_slice::<Value>(&decoded(parts[n])).unwrap());
    let coordinate = |name: &str| decoded(header["jwk"][name].as_str().unwrap());
    let point = [vec![4], coordinate("x"), coordinate("y")].concat();
    let key = VerifyingKey::from_sec1_bytes(&point).unwrap();
    let signature = Signature::from_slice(&decoded(parts[2])).unwrap();
    key.verify(format!("{}.{}", parts[0], parts[1]).as_bytes(), &signature)
        .unwrap();
    (header, claims)
}

fn token_requests(provider: &Provider) -> Vec<Seen> {
    let seen = provider.server.seen();
    seen.into_iter().filter(|seen| seen.path == "/token").collect()
}

#[tokio::test]
async fn item_71_the_code_is_bound_to_a_key_and_the_exchange_proves_it() {
    let provider = binding();
    let tokens = provider.sign_in().await.unwrap();
    let key = tokens.pass.proof_key.unwrap();
    let seen = provider.server.seen();
    let pushed = seen.iter().find(|seen| seen.path == "/par").unwrap().form();
    let token = &token_requests(&provider)[0];
    let (header, claims) = proof(token);
    assert_eq!((&header["typ"], &header["alg"]), (&json!("dpop+jwt"), &json!("ES256")));
    assert!(header["jwk"].get("d").is_none(), "the private half stays here");
    let JwkText(text) = canonical(&header["jwk"]);
    assert_eq!(pushed["dpop_jkt"], URL_SAFE_NO_PAD.encode(Sha256::digest(&text)));
    assert_eq!(pushed["dpop_jkt"], dpop::thumbprint(&key).unwrap());
    assert_eq!(claims["htm"], "POST");
    assert_eq!(claims["htu"], format!("{}/token", provider.server.origin));
    assert!(
        decoded(claims["jti"].as_str().unwrap()).len() >= 12,
        "RFC 9449 §4.2: 96 bits"
    );
    assert!(claims.get("ath").is_none() && claims.get("nonce").is_none());
}

struct JwkText(String);

/// RFC 7638 §3.2, by hand.
fn canonical(jwk: &Value) -> JwkText {
    let (x, y) = (jwk["x"].as_str().unwrap(), jwk["y"].as_str().unwrap());
    JwkText(format!(r#"{{"crv":"P-256","kty":"EC","x":"{x}","y":"{y}"}}"#))
}

#[tokio::test]
async fn item_71_each_sign_in_has_a_key_of_its_own_and_each_proof_a_name() {
    let provider = binding();
    for _ in 0..2 {
        provider.sign_in().await.unwrap();
    }
    let proofs: Vec<_> = token_requests(&provider).iter().map(proof).collect();
    assert_ne!(proofs[0].0["jwk"], proofs[1].0["jwk"]);
    assert_ne!(proofs[0].1["jti"], proofs[1].1["jti"]);
}

#[tokio::test]
async fn item_31_71_a_free_token_in_place_of_a_bound_one_is_refused() {
    let provider = binding();
    provider.grant(|grant| grant.answer["token_type"] = "Bearer".into());
    let refused = Error::SignInRefused(RefusedCheck::TokenResponse);
    assert_eq!(provider.sign_in().await.err(), Some(refused));
}

#[tokio::test]
async fn item_71_a_nonce_that_is_asked_for_is_given_once_and_kept_for_later() {
    let provider = binding();
    let asked = Arc::new(Mutex::new(0));
    provider.grant(move |grant| {
        grant.answer["token_type"] = "DPoP".into();
        grant.head = "dpop-nonce: first\r\n";
        let mut asked = asked.lock().unwrap();
        *asked += 1;
        if *asked == 1 {
            (grant.status, grant.answer) = (400, json!({ "error": "use_dpop_nonce" }));
        }
    });
    let tokens = provider.sign_in().await.unwrap();
    let session = Session {
        refresh: tokens.refresh.unwrap(),
        person: tokens.person,
        proof_key: tokens.pass.proof_key,
        registering: false,
    };
    provider.grant(|grant| {
        grant.answer["token_type"] = "DPoP".into();
        grant.answer["id_token"] = Value::Null;
    });
    SignIn::renew(&provider.client, session, Timestamp(NOW + 40))
        .await
        .unwrap();
    let requests = token_requests(&provider);
    let nonces: Vec<_> = requests.iter().map(|seen| proof(seen).1["nonce"].clone()).collect();
    assert_eq!(nonces, [Value::Null, json!("first"), json!("first")]);
    let key = |n: usize| proof(&requests[n]).0["jwk"].clone();
    assert!(key(0) == key(1) && key(1) == key(2), "one session, one key");
}

#[tokio::test]
async fn item_71_a_server_that_always_wants_another_nonce_is_asked_twice() {
    let provider = binding();
    provider.grant(|grant| {
        grant.head = "dpop-nonce: again\r\n";
        (grant.status, grant.answer) = (400, json!({ "error": "use_dpop_nonce" }));
    });
    assert_eq!(
        provider.sign_in().await.err(),
        Some(Error::SignInRefused(RefusedCheck::Request))
    );
    assert_eq!(token_requests(&provider).len(), 2);
}

#[tokio::test]
async fn item_71_without_a_new_nonce_nothing_is_sent_again() {
    let provider = binding();
    provider.grant(|grant| (grant.status, grant.answer) = (400, json!({ "error": "use_dpop_nonce" })));
    assert!(provider.sign_in().await.is_err());
    assert_eq!(token_requests(&provider).len(), 1);
}

#[tokio::test]
async fn item_50_71_a_proof_of_the_wrong_time_is_made_again_with_the_servers() {
    let provider = binding();
    let now = jiff::Timestamp::now().as_second();
    let asked = Arc::new(Mutex::new(0));
    provider.grant(move |grant| {
        grant.answer["token_type"] = "DPoP".into();
        let mut asked = asked.lock().unwrap();
        *asked += 1;
        if *asked == 1 {
            grant.date = Some(now + 1800);
            (grant.status, grant.answer) = (400, json!({ "error": "invalid_dpop_proof" }));
        }
    });
    provider.sign_in().await.unwrap();
    let times: Vec<_> = token_requests(&provider)
        .iter()
        .map(|seen| proof(seen).1["iat"].as_i64().unwrap())
        .collect();
    assert!((1790..=1810).contains(&(times[1] - times[0])), "{times:?}");
}

#[tokio::test]
async fn item_71_the_service_gets_token_and_proof_and_may_ask_for_its_nonce_in_any_case() {
    let service = Service::start();
    let key = dpop::new_key().unwrap();
    service.says(|script| {
        let head = "dpop-nonce: of-the-service\r\nwww-authenticate: dPOP error=\"use_dpop_nonce\", algs=\"ES256\"\r\n";
        script.instead = Some((401, head, "application/problem+json", "{}".to_owned()));
    });
    let bound = |key: &Secret| Some(key.clone());
    assert_eq!(
        service.fetch_with(bound(&key), None).await.err(),
        Some(Error::Unauthorized)
    );
    service.says(|_| ());
    service.fetch_with(bound(&key), None).await.unwrap();
    let requests: Vec<_> = service
        .server
        .seen()
        .into_iter()
        .filter(|seen| seen.path == "/v1/card")
        .collect();
    let nonces: Vec<_> = requests.iter().map(|seen| proof(seen).1["nonce"].clone()).collect();
    assert_eq!(nonces, [Value::Null, json!("of-the-service"), json!("of-the-service")]);
    for seen in &requests {
        let (_, claims) = proof(seen);
        assert_eq!(seen.headers["authorization"], "DPoP access");
        assert_eq!(claims["ath"], URL_SAFE_NO_PAD.encode(Sha256::digest("access")));
        assert_eq!(claims["htu"], format!("{}/v1/card", service.server.origin));
    }
}

#[tokio::test]
async fn item_71_a_key_and_its_nonces_go_to_the_server_they_are_for() {
    let provider = binding();
    provider.grant(|grant| {
        grant.answer["token_type"] = "DPoP".into();
        grant.head = "dpop-nonce: of-the-provider\r\n";
    });
    provider.sign_in().await.unwrap();
    let service = Service::start_with(provider.http.clone());
    let key = dpop::new_key().unwrap();
    service.fetch_with(Some(key), None).await.unwrap();
    assert!(proof(&service.server.seen()[0]).1.get("nonce").is_none());
    let shown: Vec<_> = provider
        .server
        .seen()
        .into_iter()
        .filter(|seen| seen.headers.contains_key("dpop"))
        .collect();
    assert!(
        shown.iter().all(|seen| seen.path == "/token"),
        "discovery, keys and PAR need no proof"
    );
    assert!(!shown[0].headers["dpop"].contains(ACCESS));
}

#[tokio::test]
async fn item_71_a_key_that_is_lost_or_damaged_is_told_and_not_replaced_in_silence() {
    let damaged = Secret::new("not a key".to_owned());
    assert!(matches!(
        Service::start().fetch_with(Some(damaged), None).await,
        Err(Error::Internal(_))
    ));
    let service = Service::start();
    assert!(
        service
            .fetch_with(Some(Secret::new(String::new())), None)
            .await
            .is_err()
    );
    assert!(service.server.seen().is_empty(), "no request leaves without its proof");
}
