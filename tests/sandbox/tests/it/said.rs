//! What a test lets libraries say: confirmations, closing for good.

use card_sandbox::{Change, Status};
use serde_json::{Value, json};

use crate::app::{App, json as body};
use crate::relations::{access, slug};
use crate::signatures::{send, sign, wish};

async fn post(app: &App, change: Value) -> (u16, Value) {
    let url = format!("{}/control", app.sandbox.control);
    let answer = app.http.post(url).body(change.to_string()).send().await.unwrap();
    (answer.status().as_u16(), body(answer).await)
}

#[tokio::test]
async fn a_desk_confirms_by_the_control_as_by_its_page() {
    let app = App::new();
    let token = access(&app, "ola").await;
    sign(&app, &token, "a", &wish(&app, "2010100", "rules").await).await;
    let code = app.sandbox.desk_code("ola", "2010100").unwrap();
    let confirm = |library: &str, code: &str| json!({ "confirm": [{ "library": library, "code": code }] });
    for (library, wrong) in [("2010400", code.as_str()), ("2010100", "AAAA-AAAA")] {
        let (status, refused) = post(&app, confirm(library, wrong)).await;
        assert!(
            status == 400 && refused["error"].as_str().unwrap().contains(library),
            "{refused}"
        );
    }
    let mut late = confirm("2010100", &code);
    late["advance"] = json!(14 * 86_400);
    assert_eq!(post(&app, late).await.0, 400);
    assert_eq!(app.sandbox.standing("ola", "2010100"), Status::Pending);
    assert_eq!(post(&app, confirm("2010100", &code.to_lowercase())).await.0, 200);
    assert_eq!(app.sandbox.standing("ola", "2010100"), Status::Active);
    assert_eq!(post(&app, confirm("2010100", &code)).await.0, 400);
}

#[tokio::test]
async fn a_library_closes_for_good_between_reading_and_signing() {
    let app = App::new();
    let token = access(&app, "ola").await;
    let wish = wish(&app, "2030000", "rules").await;
    let close = |number: &str| Change {
        close: vec![number.to_owned()],
        ..Change::default()
    };
    assert!(app.sandbox.change(close("9999999")).is_err());
    app.sandbox.change(close("2030000")).unwrap();
    let answer = send(&app, &token, "a", &wish).await;
    assert_eq!(slug(&body(answer).await), "library-closed");
    let url = format!("{}/v1/libraries?since=1", app.sandbox.card_service);
    let delta = body(app.get(url).await).await;
    let upserts = delta["upserts"].as_array().unwrap();
    assert_eq!(
        (upserts.len(), &upserts[0]["closing"]),
        (1, &json!({ "kind": "permanent", "from": "2026-11-18", "to": null }))
    );
}

#[tokio::test]
async fn nobody_was_anywhere_whom_the_register_does_not_know() {
    let app = App::new();
    let (status, refused) = post(&app, json!({ "used": ["kari", "nobody"] })).await;
    assert!(
        status == 400 && refused["error"].as_str().unwrap().contains("`kari`"),
        "{refused}"
    );
}
