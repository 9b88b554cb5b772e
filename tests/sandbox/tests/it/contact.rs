use serde_json::{Value, json};

use crate::app::App;
use crate::people::{Got, ask, ask_with, get};
use crate::relations::{access, low};

async fn put(app: &App, token: &str, tag: &str, body: Value) -> Got {
    ask_with(app, "PUT", "contact", token, ("if-match", tag), Some(body)).await
}

fn wish() -> Value {
    json!({ "phone": "+4700000002", "channel": "sms", "language": "nn",
        "temporary_address": { "lines": ["Studentbyen 4", "0000 Ingensteds"], "until": "2027-06-30" } })
}

#[tokio::test]
async fn contact_is_changed_on_top_of_what_was_seen() {
    let app = App::new();
    let token = access(&app, "kari").await;
    let first = get(&app, "contact", &token).await;
    assert_eq!(
        first.body(),
        json!({ "email": "kari@example.com", "email_verified": true, "phone": "+4700000000", "channel": "email",
            "language": "nb" })
    );
    let tag = first.header("etag").to_owned();
    let changed = put(&app, &token, &tag, wish()).await;
    assert_eq!(changed.status, 200);
    let mut expected = wish();
    (expected["email"], expected["email_verified"]) = (json!("kari@example.com"), json!(true));
    assert_eq!(changed.body(), expected);
    // Another phone that saw the first one gets both.
    let late = json!({ "channel": "app", "language": "en" });
    let conflict = put(&app, &token, &tag, late.clone()).await;
    assert_eq!(conflict.refused(), (412, "changed-elsewhere".to_owned()));
    assert_eq!(conflict.body()["both"], json!({ "mine": late, "theirs": expected }));
    let now = changed.header("etag");
    assert_eq!(get(&app, "contact", &token).await.header("etag"), now);
    assert_eq!(put(&app, &token, now, late).await.body()["channel"], "app");
    assert_eq!(get(&app, "contact", &token).await.body().get("phone"), None);
}

#[tokio::test]
async fn a_temporary_address_ends_by_itself() {
    let app = App::new();
    let token = access(&app, "kari").await;
    let tag = get(&app, "contact", &token).await.header("etag").to_owned();
    let mut over = wish();
    over["temporary_address"]["until"] = json!("2026-11-17");
    assert_eq!(
        put(&app, &token, &tag, over).await.refused(),
        (409, "address-over".to_owned())
    );
    put(&app, &token, &tag, wish()).await;
    // 2027-06-30 and the day after.
    for (now, there) in [(1_814_313_600, true), (1_814_400_000, false)] {
        app.sandbox.set_now(now);
        let token = access(&app, "kari").await;
        let seen = get(&app, "contact", &token).await.body();
        assert_eq!(seen.get("temporary_address").is_some(), there, "{now}");
    }
}

#[tokio::test]
async fn what_does_not_fit_is_refused() {
    let app = App::mediated();
    let token = access(&app, "kari").await;
    let tag = get(&app, "contact", &token).await.header("etag").to_owned();
    for (body, expected) in [
        (json!({ "channel": "sms", "language": "nb" }), (409, "no-phone")),
        (json!({ "channel": "app", "language": "sv" }), (400, "bad-request")),
        (
            json!({ "channel": "app", "language": "nb", "email": "a@b.no" }),
            (400, "bad-request"),
        ),
        (
            json!({ "channel": "app", "language": "nb", "phone": null }),
            (400, "bad-request"),
        ),
        (
            json!({ "channel": "app", "language": "nb", "phone": "1" }),
            (400, "bad-request"),
        ),
        (
            json!({ "channel": "app", "language": "nb", "temporary_address": { "lines": [], "until": "2027-06-30" } }),
            (400, "bad-request"),
        ),
        (
            json!({ "channel": "app", "language": "nb", "temporary_address": { "lines": ["a"], "until": "2027-02-30" } }),
            (400, "bad-request"),
        ),
    ] {
        let refused = put(&app, &token, &tag, body.clone()).await;
        assert_eq!(refused.refused(), (expected.0, expected.1.to_owned()), "{body}");
    }
    assert_eq!(ask(&app, "PUT", "contact", &token, wish()).await.status, 400, "no tag");
    let low = low(&app).await;
    assert_eq!(
        get(&app, "contact", &low).await.refused(),
        (401, "level-too-low".to_owned())
    );
    assert_eq!(
        get(&app, "contact", &access(&app, "ingen").await).await.refused(),
        (404, "no-card".to_owned())
    );
}

#[tokio::test]
async fn a_new_address_counts_when_its_code_came_back() {
    let app = App::new();
    let token = access(&app, "kari").await;
    let sent = ask(
        &app,
        "PUT",
        "contact/email",
        &token,
        json!({ "email": "ny@example.com" }),
    )
    .await;
    assert_eq!((sent.status, &sent.body()["email"]), (202, &json!("kari@example.com")));
    let mail = app.sandbox.mails().pop().unwrap();
    assert_eq!(mail.to, "ny@example.com");
    let code = app.sandbox.email_code("kari").unwrap();
    let wrong = if code == "000001" { "000002" } else { "000001" };
    let refused = ask(&app, "POST", "contact/email-code", &token, json!({ "code": wrong })).await;
    assert_eq!(
        (refused.refused(), &refused.body()["tries_left"]),
        ((409, "wrong-code".to_owned()), &json!(4))
    );
    let proved = ask(&app, "POST", "contact/email-code", &token, json!({ "code": code })).await;
    assert_eq!(
        (proved.status, &proved.body()["email"]),
        (200, &json!("ny@example.com"))
    );
    assert_ne!(proved.header("etag"), sent.header("etag"));
    let entries = get(&app, "ledger", &token).await.body()["entries"].clone();
    assert_eq!(entries[0]["act"], "contact_changed");
}
