use card_sandbox::{Settings, Status};
use serde_json::{Value, json};

use crate::app::{App, NOW, open};
use crate::receipts::prove;
use crate::relations::{access, call, low, says, slug, standing, told};
use crate::signatures::{log_size, send, sign, wish};

const DAY: i64 = 86_400;

async fn get(app: &App, token: &str, path: &str) -> Value {
    let (status, _, answer) = call(app, "GET", path, token, None).await;
    assert_eq!(status, 200, "{path}");
    answer
}

async fn status_of_card(app: &App, token: &str) -> String {
    let answer = crate::app::json(app.card(token, None).await).await;
    let (_, snapshot) = open(answer["snapshot"].as_str().unwrap());
    snapshot["card"]["status"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn receipts_are_given_out_again_byte_for_byte() {
    let app = App::new();
    let token = access(&app, "ola").await;
    assert_eq!(get(&app, &token, "receipts").await, json!({ "receipts": [] }));
    let first = sign(&app, &token, "a", &wish(&app, "2030000", "rules").await).await;
    app.sandbox.advance(60);
    let second = sign(&app, &token, "b", &wish(&app, "2030000", "staffless").await).await;
    let answer = get(&app, &token, "receipts").await;
    for (at, (file, agreement)) in [(first, "rules"), (second, "staffless")].into_iter().enumerate() {
        let receipt = &answer["receipts"][at];
        assert_eq!(receipt["file"], file.as_str());
        let said = prove(&app, &file).await.unwrap().receipt;
        for name in ["library", "version", "language", "signed_at"] {
            assert_eq!(receipt[name], said[name], "{name}");
        }
        assert_eq!(
            (&receipt["agreement"], &said["agreement"]),
            (&json!(agreement), &json!(agreement))
        );
    }
    assert_eq!(
        get(&app, &access(&app, "kari").await, "receipts").await,
        json!({ "receipts": [] })
    );
}

#[tokio::test]
async fn leaving_ends_the_card_and_says_who_still_knows_the_person() {
    let app = App::new();
    let token = access(&app, "kari").await;
    sign(&app, &token, "a", &wish(&app, "2010100", "rules").await).await;
    let bjorvika = json!({ "directory": { "upserts": [{ "number": "2030000", "names": [{ "language": "nb",
        "text": "Deichman Bjørvika" }], "place": "Oslo", "municipality": { "number": "0301", "name": "Oslo" },
        "county": "Oslo", "contact": { "email": "post@bibliotek.example" } }] } });
    app.sandbox.change(serde_json::from_value(bjorvika).unwrap()).unwrap();
    let waiting = get(&app, &token, "relations").await["relations"][0].clone();
    let code = waiting["agreements"][0]["desk_code"]["code"]
        .as_str()
        .unwrap()
        .to_owned();
    let said_before = get(&app, &token, "leave").await;
    assert_eq!(status_of_card(&app, &token).await, "active");
    let (status, _, left) = call(&app, "POST", "leave", &token, None).await;
    assert_eq!((status, &left["ended_at"]), (200, &json!(NOW)));
    assert_eq!(left["remaining"], said_before["remaining"]);
    assert_eq!(
        left["remaining"],
        json!([
            { "library": "2022000", "name": "Asker bibliotek", "status": "active" },
            { "library": "2022100", "name": "Aurskog-Høland folkebibliotek", "status": "guest" },
            { "library": "2030000", "name": "Deichman Bjørvika", "status": "active",
              "contact": { "email": "post@bibliotek.example" } }
        ])
    );
    let answer = app
        .http
        .post(format!("{}/desk", app.sandbox.card_service))
        .form(&[("code", code.as_str())]);
    assert!(
        answer
            .send()
            .await
            .unwrap()
            .text()
            .await
            .unwrap()
            .contains("Koden er brukt")
    );
    assert_eq!(status_of_card(&app, &token).await, "ended");
    let seen = standing(&app, &token).await;
    let ended = ["2022000", "2022100", "2030000"].map(|library| (library, "ended", false));
    assert_eq!(told(&seen), ended);
    let mails = app.sandbox.mails();
    assert_eq!((mails.len(), mails[0].person.as_str(), mails[0].at), (1, "kari", NOW));
    for part in ["Asker bibliotek", "Deichman Bjørvika (post@bibliotek.example)"] {
        assert!(mails[0].text.contains(part), "{}", mails[0].text);
    }
    // Again: the same answer, no second letter.
    app.sandbox.advance(60);
    assert_eq!(call(&app, "POST", "leave", &token, None).await.2, left);
    assert_eq!(get(&app, &token, "leave").await, left);
    assert_eq!(app.sandbox.mails().len(), 1);
}

#[tokio::test]
async fn whoever_left_signs_nothing_and_keeps_the_receipts() {
    let app = App::new();
    let token = access(&app, "ola").await;
    let wish = wish(&app, "2030000", "rules").await;
    let file = sign(&app, &token, "a", &wish).await;
    call(&app, "POST", "leave", &token, None).await;
    let answer = send(&app, &token, "b", &wish).await;
    assert_eq!(slug(&crate::app::json(answer).await), "card-not-active");
    assert_eq!(
        slug(&call(&app, "POST", "keep-card", &token, None).await.2),
        "card-not-active"
    );
    assert_eq!(
        get(&app, &token, "receipts").await["receipts"][0]["file"],
        file.as_str()
    );
    assert_eq!(log_size(&app).await, 1);
}

#[tokio::test]
async fn leaving_needs_the_highest_level_and_a_card() {
    let app = App::mediated();
    let pin = low(&app).await;
    for (method, path, level) in [
        ("POST", "leave", "high"),
        ("GET", "leave", "substantial"),
        ("GET", "receipts", "substantial"),
        ("GET", "export", "substantial"),
    ] {
        let (status, challenge, problem) = call(&app, method, path, &pin, None).await;
        assert_eq!((status, slug(&problem)), (401, "level-too-low"), "{path}");
        assert!(
            challenge.ends_with(&format!("acr_values=\"idporten-loa-{level}\"")),
            "{challenge}"
        );
    }
    for (persona, expected) in [("ingen", (404, "no-card")), ("utmeldt", (409, "card-not-active"))] {
        let token = access(&app, persona).await;
        for path in ["leave", "keep-card"] {
            let (status, _, problem) = call(&app, "POST", path, &token, None).await;
            assert_eq!((status, slug(&problem)), expected, "{persona} {path}");
        }
    }
    let blocked = access(&app, "sperret").await;
    assert_eq!(
        call(&app, "POST", "leave", &blocked, None).await.2["remaining"][0]["status"],
        "blocked"
    );
    assert_eq!(app.sandbox.mails().len(), 1);
}

#[tokio::test]
async fn all_that_is_kept_can_be_taken_along() {
    let app = App::mediated();
    let token = access(&app, "kari").await;
    let file = sign(&app, &token, "a", &wish(&app, "2010100", "rules").await).await;
    let all = get(&app, &token, "export").await;
    assert_eq!(
        (&all["exported_at"], &all["name"]),
        (&json!(NOW), &json!("Kari Sandstad"))
    );
    assert_eq!(all["card"]["number"], "N012345678");
    assert_eq!(all["relations"], get(&app, &token, "relations").await["relations"]);
    assert_eq!(all["receipts"][0]["file"], file.as_str());
    assert_eq!(all["devices"][0]["current"], true);
    assert_eq!(
        (&all["notices"], &all["left"], &all["mails"]),
        (&json!([]), &json!(null), &json!([]))
    );
    let id = app.sandbox.national_id("kari").unwrap();
    assert!(!all.to_string().contains(&id));
    call(&app, "POST", "leave", &token, None).await;
    let all = get(&app, &token, "export").await;
    assert_eq!(
        (&all["left"]["ended_at"], &all["mails"][0]["to"]),
        (&json!(NOW), &json!("kari@example.com"))
    );
    assert_eq!(
        get(&app, &access(&app, "ingen").await, "export").await["card"],
        json!(null)
    );
}

#[tokio::test]
async fn an_unused_card_is_kept_by_one_tap() {
    let app = App::new();
    assert_eq!(
        get(&app, &access(&app, "kari").await, "notices").await,
        json!({ "notices": [] })
    );
    let token = access(&app, "ubrukt").await;
    let last = NOW - 1079 * DAY;
    assert_eq!(
        get(&app, &token, "notices").await["notices"],
        json!([{ "kind": "unused", "last_used_at": last, "noticed_at": last + 1065 * DAY, "ends_at": last + 1095 * DAY }])
    );
    app.sandbox.advance(60);
    let (status, _, kept) = call(&app, "POST", "keep-card", &token, None).await;
    assert_eq!((status, &kept), (200, &json!({ "notices": [] })));
    app.sandbox.advance(1065 * DAY);
    let token = access(&app, "ubrukt").await;
    assert_eq!(
        get(&app, &token, "notices").await["notices"][0]["last_used_at"],
        NOW + 60
    );
    assert_eq!(status_of_card(&app, &token).await, "active");
}

#[tokio::test]
async fn signing_in_and_a_librarys_word_are_use_and_showing_is_not() {
    for (what, expected) in [
        ("shown", NOW),
        ("signed_in", NOW + 10 * DAY),
        ("lent", NOW + 10 * DAY),
        ("confirmed", NOW + 10 * DAY),
    ] {
        let app = App::mediated();
        let tokens = app.tokens("kari").await;
        let token = tokens["access_token"].as_str().unwrap().to_owned();
        sign(&app, &token, "a", &wish(&app, "2010100", "rules").await).await;
        app.sandbox.advance(10 * DAY);
        let change = |change: Value| app.sandbox.change(serde_json::from_value(change).unwrap()).unwrap();
        match what {
            "shown" => {
                let renewed = app.refresh(tokens["refresh_token"].as_str().unwrap()).await;
                let renewed = crate::app::json(renewed).await;
                let token = renewed["access_token"].as_str().unwrap();
                assert_eq!(status_of_card(&app, token).await, "active");
                assert_eq!(standing(&app, token).await.len(), 4);
            }
            "signed_in" => drop(access(&app, "kari").await),
            "lent" => change(json!({ "used": ["kari"] })),
            _ => {
                let code = app.sandbox.desk_code("kari", "2010100").unwrap();
                change(json!({ "confirm": [{ "library": "2010100", "code": code }] }));
            }
        }
        app.sandbox.set_now(expected + 1066 * DAY);
        let notices = get(&app, &access(&app, "kari").await, "notices").await;
        assert_eq!(notices["notices"][0]["last_used_at"], expected, "{what}");
    }
}

#[tokio::test]
async fn once_there_is_a_notice_signing_in_is_not_enough_and_signing_is() {
    let app = App::new();
    for _ in 0..2 {
        let token = access(&app, "ubrukt").await;
        assert_eq!(
            get(&app, &token, "notices").await["notices"].as_array().unwrap().len(),
            1
        );
    }
    let token = access(&app, "ubrukt").await;
    sign(&app, &token, "a", &wish(&app, "2030000", "rules").await).await;
    assert_eq!(get(&app, &token, "notices").await, json!({ "notices": [] }));
}

#[tokio::test]
async fn an_unused_card_ends_by_itself() {
    let app = App::with(Settings {
        now: Some(NOW),
        ..Settings::default()
    });
    app.sandbox.advance(16 * DAY - 1);
    assert_eq!(status_of_card(&app, &access(&app, "ubrukt").await).await, "active");
    app.sandbox.advance(1);
    let token = access(&app, "ubrukt").await;
    assert_eq!(status_of_card(&app, &token).await, "ended");
    assert_eq!(get(&app, &token, "notices").await, json!({ "notices": [] }));
    assert_eq!(
        slug(&call(&app, "POST", "keep-card", &token, None).await.2),
        "card-not-active"
    );
    let used = json!({ "used": ["ubrukt"] });
    app.sandbox.change(serde_json::from_value(used).unwrap()).unwrap();
    says(&app, "ubrukt", "2180500", Status::Ended);
    assert_eq!(status_of_card(&app, &token).await, "ended");
}
