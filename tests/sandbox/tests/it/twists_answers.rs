//! Each twist of discovery, key set, token answer and callback, as it is on the wire.

use card_sandbox::Twist;
use serde_json::{Value, json};

use crate::app::{App, exchange, json as body, refreshing, request};

fn switch(app: &App, twist: Twist) {
    app.sandbox.clear_faults();
    app.sandbox.twist(twist).unwrap();
}

async fn text(app: &App, path: &str) -> (String, String) {
    let answer = app.get(format!("{}{path}", app.issuer)).await;
    let kind = answer.headers()["content-type"].to_str().unwrap().to_owned();
    (kind, answer.text().await.unwrap())
}

#[tokio::test]
async fn discovery_can_say_something_else_or_nothing() {
    for app in App::both() {
        let issuer = app.issuer.clone();
        let port = issuer.rsplit(':').next().unwrap();
        for (twist, name, value) in [
            (Twist::DiscoveryWrongIssuer, "issuer", json!("https://issuer.invalid")),
            (Twist::DiscoveryIssuerSlash, "issuer", json!(format!("{issuer}/"))),
            (
                Twist::DiscoveryIssuerCase,
                "issuer",
                json!(issuer.replace("http", "HTTP")),
            ),
            (Twist::DiscoveryIssuerPort, "issuer", json!(issuer.replace(port, "1"))),
            (
                Twist::DiscoveryHttpEndpoint,
                "token_endpoint",
                json!("http://tokens.invalid/token"),
            ),
            (
                Twist::DiscoveryNoS256,
                "code_challenge_methods_supported",
                json!(["plain"]),
            ),
            (
                Twist::DiscoveryNoPar,
                "pushed_authorization_request_endpoint",
                Value::Null,
            ),
            (
                Twist::DiscoveryParRequired,
                "require_pushed_authorization_requests",
                json!(true),
            ),
            (
                Twist::DiscoveryNoAuthorizationEndpoint,
                "authorization_endpoint",
                Value::Null,
            ),
            (Twist::DiscoveryNoTokenEndpoint, "token_endpoint", Value::Null),
            (Twist::DiscoveryNoJwksUri, "jwks_uri", Value::Null),
            (
                Twist::DiscoveryNoChallengeEndpoint,
                "authorization_challenge_endpoint",
                Value::Null,
            ),
            (
                Twist::DiscoveryNoIssFlag,
                "authorization_response_iss_parameter_supported",
                Value::Null,
            ),
            (Twist::DiscoveryWrongType, "token_endpoint", json!(7)),
            (Twist::NoDpop, "dpop_signing_alg_values_supported", Value::Null),
        ] {
            switch(&app, twist);
            let document = app.discovery().await;
            assert_eq!(document.get(name).cloned().unwrap_or_default(), value, "{twist:?}");
        }
    }
}

#[tokio::test]
async fn the_back_channel_can_be_on_another_host_and_works_there() {
    for app in App::both() {
        switch(&app, Twist::DiscoveryOtherHost);
        let document = app.discovery().await;
        assert_eq!(document["issuer"], app.issuer.as_str());
        let code = app.callback("kari").await["code"].clone();
        let token = document["token_endpoint"].as_str().unwrap();
        assert!(token.starts_with("http://localhost:"));
        let answer = app.http.post(token).form(&exchange(&code)).send().await.unwrap();
        assert_eq!(answer.status(), 200);
        assert_eq!(app.get(document["jwks_uri"].as_str().unwrap()).await.status(), 200);
    }
}

#[tokio::test]
async fn discovery_can_be_odd_text() {
    let app = App::new();
    let path = "/.well-known/openid-configuration";
    let (kind, honest) = text(&app, path).await;
    assert_eq!(kind, "application/json");
    switch(&app, Twist::DiscoveryPlainText);
    assert_eq!(
        text(&app, path).await,
        ("text/plain; charset=utf-8".to_owned(), honest.clone())
    );
    switch(&app, Twist::DiscoveryDuplicate);
    let twice = text(&app, path).await.1;
    assert!(twice.starts_with("{\"issuer\":\"https://issuer.invalid\",") && twice.matches("\"issuer\":").count() == 2);
    switch(&app, Twist::DiscoveryDeep);
    assert!(text(&app, path).await.1.contains(&"[".repeat(5000)));
    switch(&app, Twist::DiscoveryBom);
    assert_eq!(text(&app, path).await.1, format!("\u{feff}{honest}"));
}

#[tokio::test]
async fn the_key_set_can_hold_all_sorts_of_keys() {
    for app in App::both() {
        let own = app.keys().await["keys"][0].clone();
        switch(&app, Twist::JwksJunk);
        let keys = app.keys().await["keys"].as_array().unwrap().clone();
        assert_eq!((keys.len(), keys.last()), (10, Some(&own)));
        let one = |name: &str, value: &str| keys.iter().any(|key| key[name] == value);
        assert!(one("use", "enc") && one("kty", "EC") && one("kty", "oct") && one("alg", "RS512"));
        assert!(
            keys.iter().any(|key| key["n"].as_str().is_some_and(|n| n.len() == 171)),
            "1024 bits"
        );
        switch(&app, Twist::JwksDuplicateKid);
        let keys = app.keys().await["keys"].clone();
        assert_eq!((&keys[0]["kid"], &keys[1]), (&own["kid"], &own));
        assert_ne!(keys[0]["n"], own["n"]);
        switch(&app, Twist::JwksTwoKeys);
        let keys = app.keys().await["keys"].clone();
        assert_ne!(keys[0]["kid"], keys[1]["kid"]);
        switch(&app, Twist::JwksEmpty);
        assert_eq!(app.keys().await, json!({ "keys": [] }));
        assert!(
            app.callback("kari").await.contains_key("code"),
            "the card service sees true keys"
        );
    }
}

#[tokio::test]
async fn the_token_answer_can_say_something_else_or_nothing() {
    let app = App::new();
    for (twist, name, value) in [
        (Twist::NoIdToken, "id_token", Value::Null),
        (Twist::NoAccessToken, "access_token", Value::Null),
        (Twist::EmptyAccessToken, "access_token", json!("")),
        (Twist::TokenTypeCase, "token_type", json!("bEaReR")),
        (Twist::TokenTypeUnknown, "token_type", json!("mac")),
        (Twist::NoExpiresIn, "expires_in", Value::Null),
        (Twist::ExpiresInNegative, "expires_in", json!(-120)),
        (Twist::ExpiresInString, "expires_in", json!("120")),
        (Twist::ExpiresInHuge, "expires_in", json!(u64::MAX)),
        (Twist::ScopeNarrower, "scope", json!("openid")),
        (
            Twist::ScopeWider,
            "scope",
            json!("openid profile nb:bibliotekkortet nb:another"),
        ),
        (Twist::NoRefreshExpiresIn, "refresh_token_expires_in", Value::Null),
    ] {
        switch(&app, twist);
        let tokens = app.tokens("kari").await;
        assert_eq!(tokens.get(name).cloned().unwrap_or_default(), value, "{twist:?}");
    }
}

#[tokio::test]
async fn the_token_answer_can_be_odd_text() {
    let app = App::new();
    let answer = async |twist| {
        switch(&app, twist);
        let code = app.callback("kari").await["code"].clone();
        app.post("/token", &exchange(&code)).await.text().await.unwrap()
    };
    let twice = answer(Twist::TokenDuplicate).await;
    assert!(twice.starts_with("{\"access_token\":\"a-token-of-somebody-else\","));
    assert_eq!(twice.matches("\"access_token\":").count(), 2);
    assert!(answer(Twist::TokenDeep).await.contains(&"[".repeat(5000)));
    assert!(answer(Twist::TokenBom).await.starts_with('\u{feff}'));
}

#[tokio::test]
async fn a_refresh_can_be_refused_to_a_public_client() {
    for app in App::both() {
        let refresh = app.tokens("kari").await["refresh_token"].as_str().unwrap().to_owned();
        switch(&app, Twist::RefreshUnauthorized);
        let refused = app.post("/token", &refreshing(&refresh)).await;
        assert_eq!(refused.status(), 400);
        assert_eq!(body(refused).await["error"], "unauthorized_client");
    }
}

#[tokio::test]
async fn a_pushed_request_can_be_dead_when_it_arrives() {
    for app in App::both() {
        for (twist, why) in [(Twist::ParExpired, "has run out"), (Twist::ParUsed, "was used before")] {
            switch(&app, twist);
            let page = app.get(app.authorize_url(&request()).await).await;
            assert_eq!(page.status(), 400);
            assert!(page.text().await.unwrap().contains(why));
        }
    }
}

#[tokio::test]
async fn the_card_can_be_refused_once() {
    use card_sandbox::{At, Fault};
    let app = App::new();
    let access = app.tokens("kari").await["access_token"].as_str().unwrap().to_owned();
    app.sandbox.fault(Fault::status(At::Card, 401).once());
    assert_eq!(app.card(&access, None).await.status(), 401);
    assert_eq!(app.card(&access, None).await.status(), 200);
}
