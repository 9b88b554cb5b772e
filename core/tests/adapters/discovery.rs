//! What a provider must promise before a browser opens.

use card_core::{Error, RefusedCheck, ports::SignIn};
use serde_json::{Value, json};

use crate::{NOW, provider::Provider};

/// A name and what is wrong.
type Case = (&'static str, fn(&mut Value));

async fn refused(edit: impl Fn(&mut Value) + Send + 'static) -> Option<Error> {
    let provider = Provider::start();
    provider.discovery(edit);
    let error = provider.prepare().await.err();
    assert!(!provider.server.paths().contains(&"/par".to_owned()));
    error
}

#[tokio::test]
async fn item_01_02_another_issuer_is_refused_to_the_last_slash() {
    for edit in [
        |d: &mut Value| d["issuer"] = "https://idporten.no".into(),
        |d: &mut Value| d["issuer"] = format!("{}/", d["issuer"].as_str().unwrap()).into(),
        |d: &mut Value| d["issuer"] = d["issuer"].as_str().unwrap().replace("http", "HTTP").into(),
    ] {
        let wrong = Error::SignInRefused(RefusedCheck::DiscoveryIssuer);
        assert_eq!(refused(edit).await, Some(wrong));
    }
}

#[tokio::test]
async fn item_03_09_10_what_is_missing_or_unsafe_is_refused() {
    let edits: Vec<Case> = vec![
        ("no authorize", |d| d["authorization_endpoint"] = Value::Null),
        ("no token", |d| d["token_endpoint"] = Value::Null),
        ("no keys", |d| d["jwks_uri"] = Value::Null),
        ("no par", |d| d["pushed_authorization_request_endpoint"] = Value::Null),
        ("plain only", |d| {
            d["code_challenge_methods_supported"] = json!(["plain"])
        }),
        ("no RS256", |d| {
            d["id_token_signing_alg_values_supported"] = json!(["ES256", "none"])
        }),
        ("no iss", |d| {
            d["authorization_response_iss_parameter_supported"] = json!(false)
        }),
        ("http authorize", |d| {
            d["authorization_endpoint"] = "http://login.idporten.no/authorize".into()
        }),
        ("http token", |d| {
            d["token_endpoint"] = "http://idporten.no/token".into()
        }),
        ("http keys", |d| d["jwks_uri"] = "http://idporten.no/jwks.json".into()),
        ("http par", |d| {
            d["pushed_authorization_request_endpoint"] = "http://idporten.no/par".into()
        }),
        ("http revoke", |d| {
            d["revocation_endpoint"] = "http://idporten.no/revoke".into()
        }),
        ("script authorize", |d| {
            d["authorization_endpoint"] = "javascript:alert(1)".into()
        }),
        ("wrong kind", |d| d["jwks_uri"] = json!(7)),
        ("no object", |d| *d = json!([])),
    ];
    for (name, edit) in edits {
        let wrong = Error::SignInRefused(RefusedCheck::DiscoveryContent);
        assert_eq!(refused(edit).await, Some(wrong), "{name}");
    }
}

#[tokio::test]
async fn item_04_09_lists_that_arent_there_promise_nothing_and_refuse_nothing() {
    let provider = Provider::start();
    provider.discovery(|document| {
        let members = document.as_object_mut().unwrap();
        for name in [
            "code_challenge_methods_supported",
            "authorization_response_iss_parameter_supported",
            "revocation_endpoint",
        ] {
            members.remove(name);
        }
    });
    assert!(provider.sign_in().await.is_ok());
    let secret = card_core::domain::secret::Secret::new("t".to_owned());
    SignIn::revoke(&provider.client, secret).await;
    assert!(!provider.server.paths().contains(&"/revoke".to_owned()));
}

#[tokio::test]
async fn item_12_a_second_sign_in_asks_for_par_and_token_only() {
    let provider = Provider::start();
    provider.sign_in().await.unwrap();
    provider.sign_in().await.unwrap();
    let paths = provider.server.paths();
    let expected = [
        "/.well-known/openid-configuration",
        "/jwks.json",
        "/par",
        "/token",
        "/par",
        "/token",
    ];
    assert_eq!(paths, expected);
}

#[tokio::test]
async fn item_12_an_endpoint_that_fails_is_looked_for_anew() {
    let provider = Provider::start();
    provider.par(500, Value::Null);
    assert!(provider.prepare().await.is_err());
    provider.par(201, json!({ "request_uri": "urn:x" }));
    assert!(provider.prepare().await.is_ok());
    assert_eq!(discoveries(&provider), 2);
}

#[tokio::test]
async fn item_12_a_provider_is_believed_for_a_day() {
    let provider = Provider::start();
    for (later, expected) in [(0, 1), (86_399, 1), (86_400, 2), (-1, 3)] {
        provider.prepare_at(NOW + later).await.unwrap();
        assert_eq!(discoveries(&provider), expected, "{later}");
    }
}

fn discoveries(provider: &Provider) -> usize {
    let paths = provider.server.paths();
    paths.iter().filter(|path| path.contains("well-known")).count()
}
