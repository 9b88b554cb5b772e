use serde_json::{Value, json};

use crate::app::{App, NOW, json as body, with};
use crate::challenge::{LOW, ask, asking, tokens};

fn access(tokens: &Value) -> &str {
    tokens["access_token"].as_str().unwrap()
}

async fn call(app: &App, method: &str, id: &str, token: &str) -> reqwest::Response {
    let url = format!("{}/v1/devices{id}", app.sandbox.card_service);
    let request = app.http.request(method.parse().unwrap(), url);
    request.bearer_auth(token).send().await.unwrap()
}

async fn list(app: &App, token: &str) -> Value {
    let answer = call(app, "GET", "", token).await;
    assert_eq!(answer.status(), 200);
    body(answer).await["devices"].clone()
}

#[tokio::test]
async fn every_living_login_is_listed_the_newest_first() {
    let app = App::mediated();
    let phone = app.tokens_for("kari", &with("device_name", "Karis telefon")).await;
    app.sandbox.advance(60);
    let mut form = asking(&app, "kari", LOW, "pin", "4071");
    form.insert("device_name", "Nettbrett".to_owned());
    tokens(&app, &ask(&app, &form).await.1).await;
    app.sandbox.advance(30);
    let feide = app.tokens_for("kari", &with("idp_hint", "feide")).await;
    app.tokens("ola").await;
    let seen = list(&app, access(&phone)).await;
    let told: Vec<_> = seen
        .as_array()
        .unwrap()
        .iter()
        .map(|it| {
            (
                it["name"].as_str().unwrap(),
                it["door"].as_str().unwrap(),
                it["current"].as_bool().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            ("Ukjent enhet", "feide", false),
            ("Nettbrett", "card_number", false),
            ("Karis telefon", "idporten", true)
        ]
    );
    assert_eq!(
        (&seen[2]["signed_in_at"], &seen[2]["last_seen_at"]),
        (&json!(NOW), &json!(NOW + 90))
    );
    assert_eq!(list(&app, access(&feide)).await[0]["current"], true);
    app.sandbox.advance(91 * 86_400);
    let back = app.tokens("kari").await;
    assert_eq!(
        list(&app, access(&back)).await.as_array().unwrap().len(),
        1,
        "idle ones are gone"
    );
}

#[tokio::test]
async fn a_device_is_ended_at_once_by_its_own_person_only() {
    let app = App::mediated();
    let (one, two, ola) = (
        app.tokens("kari").await,
        app.tokens("kari").await,
        app.tokens("ola").await,
    );
    let seen = list(&app, access(&one)).await;
    let other = seen
        .as_array()
        .unwrap()
        .iter()
        .find(|it| it["current"] == false)
        .unwrap();
    let id = format!("/{}", other["id"].as_str().unwrap());
    for (token, id) in [(access(&ola), id.as_str()), (access(&one), "/nonsense")] {
        let answer = call(&app, "DELETE", id, token).await;
        assert_eq!(answer.status(), 404);
        assert_eq!(
            body(answer).await["type"],
            "https://bibliotekkortet.no/problem/no-device"
        );
    }
    assert_eq!(app.card(access(&two), None).await.status(), 200);
    assert_eq!(call(&app, "DELETE", &id, access(&one)).await.status(), 204);
    assert_eq!(app.card(access(&two), None).await.status(), 401);
    assert_eq!(app.refresh(two["refresh_token"].as_str().unwrap()).await.status(), 400);
    assert_eq!(call(&app, "DELETE", &id, access(&one)).await.status(), 404);
    assert_eq!(list(&app, access(&one)).await.as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn a_pin_is_not_enough_to_see_them() {
    let app = App::mediated();
    let low = tokens(&app, &ask(&app, &asking(&app, "kari", LOW, "pin", "4071")).await.1).await;
    for method in ["GET", "DELETE"] {
        let answer = call(&app, method, if method == "GET" { "" } else { "/x" }, access(&low)).await;
        assert_eq!(answer.status(), 401);
        assert_eq!(
            answer.headers()["www-authenticate"],
            "Bearer error=\"insufficient_user_authentication\", acr_values=\"idporten-loa-substantial\""
        );
        assert_eq!(
            body(answer).await["type"],
            "https://bibliotekkortet.no/problem/level-too-low"
        );
    }
}

#[tokio::test]
async fn idportens_tokens_see_the_devices_too_and_are_none() {
    let app = App::new();
    let direct = app.tokens("kari").await;
    assert_eq!(list(&app, access(&direct)).await, json!([]));
    let app = app.at_card_service();
    app.tokens("kari").await;
    assert_eq!(list(&app, access(&direct)).await[0]["current"], false);
    app.sandbox.revoke("kari").unwrap();
    assert_eq!(app.card(access(&direct), None).await.status(), 401);
}
