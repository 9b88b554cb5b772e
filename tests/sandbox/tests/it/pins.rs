use serde_json::{Value, json};

use crate::app::App;
use crate::challenge::LOW;
use crate::people::{ask, get};
use crate::relations::{access, low};

/// Status of the card number door.
pub(crate) async fn knock(app: &App, number: &str, kind: &'static str, secret: &str) -> u16 {
    let mut asked = crate::challenge::asking(app, "kari", LOW, kind, secret);
    asked.insert("username", number.to_owned());
    crate::challenge::ask(app, &asked).await.0
}

async fn put(app: &App, token: &str, kind: &str, secret: &str) -> u16 {
    ask(app, "PUT", kind, token, json!({ kind: secret })).await.status
}

#[tokio::test]
async fn the_rules_are_data() {
    let app = App::new();
    let url = format!("{}/v1/secret-rules", app.sandbox.card_service);
    let rules: Value = crate::app::json(app.get(url).await).await;
    assert_eq!(
        (&rules["pin"]["length"], &rules["password"]),
        (&json!(4), &json!({ "min": 12, "max": 128 }))
    );
    let token = access(&app, "kari").await;
    for simple in rules["pin"]["blocked"].as_array().unwrap() {
        let refused = ask(&app, "PUT", "pin", &token, json!({ "pin": simple })).await;
        assert_eq!(refused.refused(), (409, "pin-too-simple".to_owned()), "{simple}");
        assert!(!refused.text.contains(simple.as_str().unwrap()), "never said again");
    }
}

#[tokio::test]
async fn a_new_pin_opens_the_door_and_the_old_one_does_not() {
    let app = App::mediated();
    let token = access(&app, "kari").await;
    let number = app.sandbox.number_of("kari").unwrap();
    assert_eq!(put(&app, &token, "pin", "7302").await, 204);
    assert_eq!(put(&app, &token, "password", "en-ny-lang-setning").await, 204);
    for (kind, secret, expected) in [
        ("pin", "7302", 200),
        ("pin", "4071", 400),
        ("password", "en-ny-lang-setning", 200),
        ("password", "fjell-bekk-skog-19", 400),
    ] {
        assert_eq!(knock(&app, &number, kind, secret).await, expected, "{kind}");
    }
    let entries = get(&app, "ledger", &token).await.body()["entries"].clone();
    assert_eq!(
        (&entries[0]["act"], &entries[1]["act"]),
        (&json!("pin_changed"), &json!("password_changed"))
    );
    // By the national id too, whose tries are of the same person.
    let id = app.sandbox.national_id("kari").unwrap();
    assert_eq!(knock(&app, &id, "pin", "7302").await, 200);
}

#[tokio::test]
async fn five_changes_an_hour_and_level_high() {
    let app = App::mediated();
    assert_eq!(
        ask(&app, "PUT", "pin", &low(&app).await, json!({ "pin": "7302" }))
            .await
            .refused(),
        (401, "level-too-low".to_owned())
    );
    let token = access(&app, "kari").await;
    for pin in ["7302", "7303", "7304"] {
        assert_eq!(put(&app, &token, "pin", pin).await, 204);
    }
    assert_eq!(put(&app, &token, "pin", "0000").await, 409, "not counted");
    for at in 0..2 {
        assert_eq!(
            put(&app, &token, "password", &format!("en-lang-setning-{at}")).await,
            204
        );
    }
    let refused = ask(&app, "PUT", "pin", &token, json!({ "pin": "7305" })).await;
    assert_eq!(refused.refused(), (429, "too-many-tries".to_owned()));
    assert_eq!(refused.header("retry-after"), "3600");
    app.sandbox.advance(3600);
    assert_eq!(put(&app, &access(&app, "kari").await, "pin", "7305").await, 204);
    for (who, expected) in [("ingen", (404, "no-card")), ("utmeldt", (409, "card-not-active"))] {
        let refused = ask(&app, "PUT", "pin", &access(&app, who).await, json!({ "pin": "7302" })).await;
        assert_eq!(refused.refused(), (expected.0, expected.1.to_owned()));
    }
}
