use card_sandbox::Twist;
use serde_json::{Value, json};

use crate::app::{App, CLIENT, NOW, exchange, json as body, open, verified};

struct Seen {
    header: Value,
    claims: Value,
    signed: bool,
    token: String,
}

async fn id_token(app: &App, twist: Twist) -> Seen {
    app.sandbox.clear_faults();
    app.sandbox.twist(twist).unwrap();
    let keys = app.keys().await;
    let token = app.tokens("kari").await["id_token"].as_str().unwrap().to_owned();
    let (header, claims) = open(&token);
    Seen {
        header,
        claims,
        signed: verified(&token, &keys).is_some(),
        token,
    }
}

#[tokio::test]
async fn each_claim_can_be_wrong_under_a_good_signature() {
    let app = App::new();
    let slash = format!("{}/", app.sandbox.issuer);
    for (twist, claim, value) in [
        (Twist::WrongNonce, "nonce", json!("a-nonce-of-somebody-else")),
        (Twist::WrongIss, "iss", json!("https://issuer.invalid")),
        (Twist::IssTrailingSlash, "iss", json!(slash)),
        (Twist::WrongAud, "aud", json!("another-client")),
        (Twist::ExtraAud, "aud", json!([CLIENT, "another-client"])),
        (Twist::AzpOther, "azp", json!("another-client")),
        (Twist::Expired, "exp", json!(NOW - 600)),
        (Twist::IatFuture, "iat", json!(NOW + 3600)),
        (Twist::AcrLow, "acr", json!("idporten-loa-low")),
        (Twist::AcrMissing, "acr", Value::Null),
        (Twist::AmrString, "amr", json!("TestID")),
        (Twist::SubMissing, "sub", Value::Null),
        (Twist::PidMissing, "pid", Value::Null),
    ] {
        let seen = id_token(&app, twist).await;
        assert_eq!(seen.claims[claim], value, "{twist:?}");
        assert!(seen.signed, "{twist:?}");
        let life = seen.claims["exp"].as_i64().unwrap() - seen.claims["iat"].as_i64().unwrap();
        assert_eq!(life, 120, "{twist:?}");
    }
}

#[tokio::test]
async fn header_and_signature_can_be_wrong() {
    for app in App::both() {
        let bad = id_token(&app, Twist::BadSignature).await;
        assert!(!bad.signed);
        assert_eq!(bad.header["alg"], "RS256");
        let none = id_token(&app, Twist::AlgNone).await;
        assert_eq!(none.header["alg"], "none");
        assert!(none.token.ends_with('.'));
        assert_eq!(
            id_token(&app, Twist::UnknownKid).await.header["kid"],
            "a-kid-of-somebody-else"
        );
        assert!(id_token(&app, Twist::NoKid).await.header.get("kid").is_none());
    }
}

#[tokio::test]
async fn twists_add_up_and_clear() {
    let app = App::new();
    app.sandbox.twist(Twist::AcrMissing).unwrap();
    let seen = id_token_with_both(&app).await;
    assert!(seen.get("acr").is_none() && seen.get("pid").is_none());
    app.sandbox.clear_faults();
    let tokens = app.tokens("kari").await;
    let (_, claims) = open(tokens["id_token"].as_str().unwrap());
    assert!(claims.get("acr").is_some() && claims.get("pid").is_some());
}

async fn id_token_with_both(app: &App) -> Value {
    app.sandbox.twist(Twist::PidMissing).unwrap();
    open(app.tokens("kari").await["id_token"].as_str().unwrap()).1
}

#[tokio::test]
async fn the_token_answer_can_lack_its_id_token() {
    for app in App::both() {
        app.sandbox.twist(Twist::NoIdToken).unwrap();
        let tokens = app.tokens("kari").await;
        assert!(tokens.get("id_token").is_none() && tokens["access_token"].is_string());
    }
}

#[tokio::test]
async fn the_callback_can_be_wrong() {
    for app in App::both() {
        for (twist, name, value) in [
            (Twist::CallbackWrongIss, "iss", Some("https://issuer.invalid")),
            (Twist::CallbackNoIss, "iss", None),
            (Twist::CallbackWrongState, "state", Some("a-state-of-somebody-else")),
            (Twist::CallbackNoState, "state", None),
        ] {
            app.sandbox.clear_faults();
            app.sandbox.twist(twist).unwrap();
            let callback = app.callback("kari").await;
            assert_eq!(callback.get(name).map(String::as_str), value, "{twist:?}");
            assert!(callback.contains_key("code"));
        }
    }
}

#[tokio::test]
async fn keys_rotate_and_the_old_one_leaves_the_set() {
    for app in App::both() {
        let jwks = || app.keys();
        let before = jwks().await;
        let old = app.tokens("kari").await["id_token"].as_str().unwrap().to_owned();
        let code = app.callback("kari").await["code"].clone();
        app.sandbox.twist(Twist::RotateKeys).unwrap();
        let after = jwks().await;
        assert_ne!(before["keys"][0]["kid"], after["keys"][0]["kid"]);
        let tokens = body(app.post("/token", &exchange(&code)).await).await;
        let new = tokens["id_token"].as_str().unwrap();
        assert!(verified(&old, &before).is_some() && verified(&old, &after).is_none());
        assert!(verified(new, &before).is_none() && verified(new, &after).is_some());
    }
}
