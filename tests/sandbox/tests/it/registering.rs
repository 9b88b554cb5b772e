use card_sandbox::{At, Fault, Kind};
use serde_json::{Value, json};

use crate::app::{App, NOW, json as read, open};
use crate::people::{Got, ask, ask_with, get};
use crate::relations::{access, low, standing, told};
use crate::signatures::{sign, wish};

const EMAIL: &str = "ingrid@example.com";

async fn put(app: &App, token: &str, step: &str, body: Value) -> Got {
    ask(app, "PUT", &format!("registration/{step}"), token, body).await
}

async fn code(app: &App, token: &str, code: &str) -> Got {
    ask(app, "POST", "registration/email-code", token, json!({ "code": code })).await
}

async fn finish(app: &App, token: &str, key: &str) -> Got {
    ask_with(app, "POST", "registration", token, ("idempotency-key", key), None).await
}

async fn all_steps(app: &App, token: &str) {
    assert_eq!(put(app, token, "email", json!({ "email": EMAIL })).await.status, 200);
    let sent = app.sandbox.email_code("ingen").unwrap();
    assert_eq!(code(app, token, &sent).await.status, 200);
    for (step, body) in [
        ("contact", json!({ "phone": "+4700000001", "channel": "app" })),
        ("secrets", json!({ "pin": "4826", "password": "elleve-svarte-katter" })),
        ("home-library", json!({ "library": "2190200" })),
    ] {
        assert_eq!(put(app, token, step, body).await.status, 200, "{step}");
    }
}

fn wrong(right: &str) -> &'static str {
    if right == "000001" { "000002" } else { "000001" }
}

#[tokio::test]
async fn a_registration_goes_on_where_it_stopped_and_gives_one_card() {
    let app = App::mediated();
    let token = access(&app, "ingen").await;
    let first = get(&app, "registration", &token).await;
    assert_eq!(
        first.body(),
        json!({ "registry": { "name": "Ingrid Nordvik", "born": "1994-06-30" },
            "draft": { "email_verified": false, "pin_set": false, "password_set": false },
            "steps": ["email", "email_code", "contact", "secrets", "home_library"] })
    );
    let seen = put(
        &app,
        &token,
        "contact",
        json!({ "phone": "+4700000001", "channel": "sms" }),
    )
    .await;
    assert_eq!(
        seen.body()["steps"],
        json!(["email", "email_code", "secrets", "home_library"])
    );
    // Another phone, the same draft.
    let other = access(&app, "ingen").await;
    assert_eq!(get(&app, "registration", &other).await.body(), seen.body());
    let refused = finish(&app, &other, "a").await;
    assert_eq!(refused.refused(), (409, "incomplete".to_owned()));
    assert_eq!(refused.body()["steps"], seen.body()["steps"]);
    all_steps(&app, &other).await;
    let seen = get(&app, "registration", &token).await;
    assert_eq!(
        (&seen.body()["draft"], &seen.body()["steps"]),
        (
            &json!({ "email": EMAIL, "email_verified": true, "phone": "+4700000001", "channel": "app", "pin_set": true,
                "password_set": true, "home_library": "2190200" }),
            &json!([])
        )
    );
    assert!(!seen.text.contains("4826") && !seen.text.contains("katter"));
    let done = finish(&app, &token, "a").await;
    let number = app.sandbox.number_of("ingen").unwrap();
    assert_eq!(
        (done.status, done.body()),
        (
            201,
            json!({ "number": number, "home_library": "2190200", "registered_at": NOW })
        )
    );
    assert_eq!(finish(&app, &other, "a").await.text, done.text, "once");
    for path in ["GET", "POST"] {
        let again = ask_with(&app, path, "registration", &token, ("idempotency-key", "b"), None).await;
        assert_eq!(again.refused(), (409, "has-card".to_owned()));
    }
    // It is shown, opens the other door, and the rules come afterwards.
    let card = read(app.card(&token, None).await).await;
    let card = open(card["snapshot"].as_str().unwrap()).1["card"].clone();
    assert_eq!((&card["number"], &card["status"]), (&json!(number), &json!("active")));
    assert_eq!(
        (&card["home_library"], &card["libraries"][0]["number"]),
        (&json!("2190200"), &json!("2190200"))
    );
    assert_eq!(standing(&app, &token).await, []);
    sign(&app, &token, "s", &wish(&app, "2190200", "rules").await).await;
    assert_eq!(told(&standing(&app, &token).await), [("2190200", "active", true)]);
    let contact = get(&app, "contact", &token).await.body();
    assert_eq!((&contact["email"], &contact["channel"]), (&json!(EMAIL), &json!("app")));
    let ledger = get(&app, "ledger", &token).await.body();
    assert_eq!(
        ledger["entries"],
        json!([{ "act": "registered", "library": "2190200", "at": NOW, "by": "self" },
            { "act": "signed_rules", "library": "2190200", "at": NOW, "by": "self" }])
    );
}

#[tokio::test]
async fn the_pin_that_was_chosen_opens_the_card_number_door() {
    let app = App::mediated();
    let token = access(&app, "ingen").await;
    all_steps(&app, &token).await;
    finish(&app, &token, "a").await;
    let number = app.sandbox.number_of("ingen").unwrap();
    for (pin, expected) in [("4827", 400), ("4826", 200)] {
        assert_eq!(crate::pins::knock(&app, &number, "pin", pin).await, expected);
    }
    assert_eq!(
        crate::pins::knock(&app, &number, "password", "elleve-svarte-katter").await,
        200
    );
}

#[tokio::test]
async fn a_code_has_five_tries_ten_minutes_and_no_brother() {
    let app = App::new();
    let token = access(&app, "ingen").await;
    assert_eq!(
        code(&app, &token, "123456").await.problem(),
        "code-expired",
        "nothing was sent"
    );
    put(&app, &token, "email", json!({ "email": EMAIL })).await;
    let old = app.sandbox.email_code("ingen").unwrap();
    put(&app, &token, "email", json!({ "email": EMAIL })).await;
    let new = app.sandbox.email_code("ingen").unwrap();
    if old != new {
        assert_eq!(
            code(&app, &token, &old).await.problem(),
            "wrong-code",
            "the old one is void"
        );
    }
    let mut left = Vec::new();
    while left.len() < 6 {
        let refused = code(&app, &token, wrong(&new)).await;
        if refused.status == 429 {
            break;
        }
        assert_eq!(refused.refused(), (409, "wrong-code".to_owned()));
        left.push(refused.body()["tries_left"].as_u64().unwrap());
    }
    assert_eq!((left.len() >= 4, left.last()), (true, Some(&0)));
    let refused = code(&app, &token, &new).await;
    assert_eq!(refused.refused(), (429, "too-many-tries".to_owned()));
    assert_eq!(refused.header("retry-after"), "600");
    // A new code, and then too late.
    put(&app, &token, "email", json!({ "email": EMAIL })).await;
    let newer = app.sandbox.email_code("ingen").unwrap();
    app.sandbox.advance(599);
    let token = access(&app, "ingen").await;
    assert_eq!(code(&app, &token, &newer).await.status, 200);
    assert_eq!(
        code(&app, &token, &newer).await.problem(),
        "code-expired",
        "it is spent"
    );
    put(&app, &token, "email", json!({ "email": "other@example.com" })).await;
    let late = app.sandbox.email_code("ingen").unwrap();
    app.sandbox.advance(600);
    let token = access(&app, "ingen").await;
    assert_eq!(
        code(&app, &token, &late).await.refused(),
        (409, "code-expired".to_owned())
    );
    assert_eq!(
        get(&app, "registration", &token).await.body()["draft"]["email_verified"],
        false
    );
}

#[tokio::test]
async fn nobody_asks_for_codes_for_ever() {
    let app = App::new();
    let token = access(&app, "ingen").await;
    for at in 0..6 {
        let sent = put(&app, &token, "email", json!({ "email": format!("a{at}@example.com") })).await;
        let expected = if at < 5 { 200 } else { 429 };
        assert_eq!(sent.status, expected, "{at}");
    }
    assert_eq!(app.sandbox.mails().len(), 5);
    assert_eq!(
        get(&app, "registration", &token).await.body()["draft"]["email"],
        "a4@example.com"
    );
    app.sandbox.advance(3600);
    let token = access(&app, "ingen").await;
    assert_eq!(put(&app, &token, "email", json!({ "email": EMAIL })).await.status, 200);
}

#[tokio::test]
async fn what_does_not_fit_is_refused_and_changes_nothing() {
    let app = App::new();
    let token = access(&app, "ingen").await;
    let before = get(&app, "registration", &token).await.body();
    for (step, body, expected) in [
        ("email", json!({ "email": "a@\u{430}pple.com" }), (400, "bad-request")),
        ("email", json!({ "email": "a" }), (400, "bad-request")),
        (
            "contact",
            json!({ "phone": "12", "channel": "sms" }),
            (400, "bad-request"),
        ),
        (
            "contact",
            json!({ "phone": "+4700000001", "channel": "post" }),
            (400, "bad-request"),
        ),
        ("secrets", json!({ "pin": "0000" }), (409, "pin-too-simple")),
        ("secrets", json!({ "pin": "12345" }), (409, "pin-length")),
        ("secrets", json!({ "pin": "abcd" }), (400, "bad-request")),
        (
            "secrets",
            json!({ "pin": "4826", "password": "kort" }),
            (409, "password-too-short"),
        ),
        ("home-library", json!({ "library": "9999999" }), (404, "no-library")),
        ("home-library", json!({ "library": "x" }), (400, "bad-request")),
    ] {
        let refused = put(&app, &token, step, body.clone()).await;
        assert_eq!(refused.refused(), (expected.0, expected.1.to_owned()), "{step} {body}");
    }
    assert_eq!(get(&app, "registration", &token).await.body(), before);
    assert_eq!(
        ask(&app, "POST", "registration", &token, Value::Null).await.status,
        400,
        "no key"
    );
}

#[tokio::test]
async fn registering_needs_level_high_and_no_card() {
    let app = App::mediated();
    let low = low(&app).await;
    assert_eq!(
        get(&app, "registration", &low).await.refused(),
        (401, "level-too-low".to_owned())
    );
    let kari = access(&app, "kari").await;
    for (method, path, body) in [
        ("GET", "registration", Value::Null),
        ("PUT", "registration/email", json!({ "email": EMAIL })),
        ("PUT", "registration/secrets", json!({ "pin": "4826" })),
    ] {
        assert_eq!(
            ask(&app, method, path, &kari, body).await.refused(),
            (409, "has-card".to_owned())
        );
    }
    assert_eq!(app.sandbox.mails(), []);
    // Whoever has left may come back, and gets another number.
    let token = access(&app, "utmeldt").await;
    assert_eq!(get(&app, "registration", &token).await.status, 200);
}

#[tokio::test]
async fn a_lost_answer_is_had_again_and_gives_no_second_card() {
    let app = App::new();
    let token = access(&app, "nykommer").await;
    put(&app, &token, "email", json!({ "email": EMAIL })).await;
    let sent = app.sandbox.email_code("nykommer").unwrap();
    code(&app, &token, &sent).await;
    put(
        &app,
        &token,
        "contact",
        json!({ "phone": "+4700000001", "channel": "app" }),
    )
    .await;
    put(&app, &token, "secrets", json!({ "pin": "4826" })).await;
    put(&app, &token, "home-library", json!({ "library": "2190200" })).await;
    app.sandbox.fault(Fault::new(At::Registration, Kind::Lost).once());
    let url = format!("{}/v1/registration", app.sandbox.card_service);
    let lost = app.http.post(url).bearer_auth(&token).header("idempotency-key", "k");
    assert!(lost.send().await.is_err());
    let number = app.sandbox.number_of("nykommer").unwrap();
    let done = finish(&app, &token, "k").await;
    assert_eq!((done.status, &done.body()["number"]), (201, &json!(number)));
    assert_eq!(app.sandbox.number_of("nykommer"), Some(number));
}
