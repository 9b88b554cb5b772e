use serde_json::{Value, json};

use crate::app::{App, NOW, json as body};

async fn change(app: &App, change: Value) -> (u16, Value) {
    let url = format!("{}/control", app.sandbox.control);
    let answer = app.http.post(url).body(change.to_string()).send().await.unwrap();
    (answer.status().as_u16(), body(answer).await)
}

async fn state(app: &App) -> Value {
    body(app.get(format!("{}/state", app.sandbox.control)).await).await
}

#[tokio::test]
async fn faults_and_twists_are_switched_over_http() {
    let app = App::new();
    let (status, now) = change(
        &app,
        json!({ "faults": [{ "at": "jwks", "kind": "status", "status": 503, "retry_after": "9", "times": null }],
                "twists": ["acr_low", "callback_no_iss"] }),
    )
    .await;
    assert_eq!(status, 200);
    assert_eq!(now["faults"][0]["at"], "jwks");
    assert_eq!(now["twists"], json!(["acr_low", "callback_no_iss"]));
    let url = format!("{}/jwks.json", app.sandbox.issuer);
    assert_eq!(app.get(&url).await.headers()["retry-after"], "9");
    assert!(!app.callback("kari").await.contains_key("iss"));
    change(&app, json!({ "clear": true })).await;
    assert_eq!(app.get(&url).await.status(), 200);
    assert_eq!(state(&app).await["twists"], json!([]));
}

#[tokio::test]
async fn the_clock_stands_moves_and_runs_again() {
    let app = App::new();
    assert_eq!(state(&app).await["now"], NOW);
    assert_eq!(change(&app, json!({ "advance": 60 })).await.1["now"], NOW + 60);
    assert_eq!(
        change(&app, json!({ "now": 1_800_000_000, "advance": 5 })).await.1["now"],
        1_800_000_005
    );
    let (_, running) = change(&app, json!({ "now": null })).await;
    assert_eq!(running["clock_moved"], false);
    assert!(running["now"].as_i64().unwrap() > 1_700_000_000);
}

#[tokio::test]
async fn unknown_names_are_refused_with_the_known_ones() {
    let app = App::new();
    for (wrong, known) in [
        (json!({ "twists": ["wrong_everything"] }), "`wrong_nonce`"),
        (json!({ "faults": [{ "at": "moon", "kind": "drop" }] }), "`card_jwks`"),
        (json!({ "faults": [{ "at": "card", "kind": "explode" }] }), "`not_json`"),
        (
            json!({ "faults": [{ "at": "card", "kind": "drop", "when": 1 }] }),
            "`retry_after`",
        ),
        (json!({ "colour": "red" }), "`advance`"),
        (json!({ "revoke": "nobody" }), "`kari`"),
    ] {
        let (status, answer) = change(&app, wrong).await;
        assert_eq!(status, 400);
        assert!(answer["error"].as_str().unwrap().contains(known), "{answer}");
    }
    let now = state(&app).await;
    assert_eq!((&now["faults"], &now["twists"]), (&json!([]), &json!([])));
}

#[tokio::test]
async fn a_refused_change_changes_nothing() {
    let app = App::new();
    change(
        &app,
        json!({ "advance": 60, "twists": ["acr_low"], "revoke": "nobody" }),
    )
    .await;
    let now = state(&app).await;
    assert_eq!((now["now"].as_i64(), &now["twists"]), (Some(NOW), &json!([])));
}

#[tokio::test]
async fn the_state_shows_personas_and_requests_and_no_secret() {
    let app = App::new();
    let tokens = app.tokens("kari").await;
    let text = state(&app).await.to_string();
    for name in ["access_token", "refresh_token", "id_token"] {
        assert!(!text.contains(tokens[name].as_str().unwrap()));
    }
    let state = state(&app).await;
    assert_eq!(state["requests"].as_array().unwrap().len(), 4);
    assert_eq!(
        state["personas"][0]["card_number"],
        app.sandbox.card_number("kari").unwrap()
    );
    change(&app, json!({ "revoke": "kari" })).await;
    assert_eq!(
        app.card(tokens["access_token"].as_str().unwrap(), None).await.status(),
        401
    );
}
