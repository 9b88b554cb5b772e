use card_sandbox::Twist;
use serde_json::Value;

use crate::app::{App, exchange, json as body, open, verified};

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

#[tokio::test]
async fn the_readme_names_every_twist() {
    let app = App::new();
    let url = format!("{}/control", app.sandbox.control);
    let answer = app
        .http
        .post(url)
        .body("{\"twists\":[\"no_such_twist\"]}")
        .send()
        .await
        .unwrap();
    let error = body(answer).await["error"].as_str().unwrap().to_owned();
    let known: Vec<&str> = error.split('`').skip(3).step_by(2).collect();
    assert!(known.len() > 150, "{}", known.len());
    let readme = include_str!("../../README.md");
    let unnamed: Vec<_> = known.iter().filter(|it| !readme.contains(&format!("`{it}`"))).collect();
    assert!(unnamed.is_empty(), "{unnamed:?}");
}
