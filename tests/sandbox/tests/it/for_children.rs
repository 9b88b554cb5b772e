//! Signing for a child.

use card_sandbox::Status;
use serde_json::{Value, json};

use crate::app::{App, NOW, json as body};
use crate::receipts::prove;
use crate::relations::{access, call, says, slug, standing};
use crate::signatures::{log_size, refused, send, sign, wish, with};

fn child(app: &App, name: &str) -> Value {
    json!({ "child": app.sandbox.child(name).unwrap(), "basis": "parental_responsibility" })
}

async fn wish_for(app: &App, library: &str, agreement: &str, name: &str) -> Value {
    with(&wish(app, library, agreement).await, "for", child(app, name))
}

/// With other ages than the directory has.
fn ages(app: &App, library: &str, ages: Value) {
    let mut entry = app.sandbox.library(library).unwrap();
    entry["ages"] = ages;
    let change = json!({ "directory": { "upserts": [entry] } });
    app.sandbox.change(serde_json::from_value(change).unwrap()).unwrap();
}

#[tokio::test]
async fn a_guardian_signs_and_the_relation_is_the_childs() {
    let app = App::new();
    let token = access(&app, "kari").await;
    let before = standing(&app, &token).await;
    let wish = wish_for(&app, "2190200", "rules", "nora").await;
    let file = sign(&app, &token, "a", &wish).await;
    let receipt = prove(&app, &file).await.unwrap().receipt;
    let own = sign(
        &app,
        &token,
        "own",
        &crate::signatures::wish(&app, "2030000", "rules").await,
    )
    .await;
    assert_eq!(receipt["for"], child(&app, "nora"));
    assert_eq!(receipt["sub"], prove(&app, &own).await.unwrap().receipt["sub"]);
    assert_eq!(
        standing(&app, &token).await,
        before,
        "the guardian's own stay as they were"
    );
    assert_eq!(app.sandbox.standing("nora", "2190200"), Status::Active);
    let (_, _, answer) = call(&app, "GET", "receipts", &token, None).await;
    let listed = answer["receipts"].as_array().unwrap();
    assert_eq!(
        (&listed[0]["for"], &listed[0]["file"]),
        (&child(&app, "nora"), &json!(file))
    );
    assert_eq!(listed[1]["for"], json!({ "self": true }));
    // Again by the same key, and by it for somebody else.
    assert_eq!(sign(&app, &token, "a", &wish).await, file);
    let other = send(&app, &token, "a", &with(&wish, "for", child(&app, "jonas"))).await;
    assert_eq!(slug(&body(other).await), "key-reused");
    assert_eq!(log_size(&app).await, 2);
}

#[tokio::test]
async fn a_child_waits_for_the_desk_like_anybody() {
    let app = App::new();
    let token = access(&app, "kari").await;
    sign(&app, &token, "a", &wish_for(&app, "2010100", "rules", "nora").await).await;
    assert_eq!(app.sandbox.standing("nora", "2010100"), Status::Pending);
    let code = app.sandbox.desk_code("nora", "2010100").unwrap();
    let page = app
        .http
        .post(format!("{}/desk", app.sandbox.card_service))
        .form(&[("code", &code)]);
    let page = page.send().await.unwrap().text().await.unwrap();
    assert!(
        page.contains("Nora Sandstad er nå låner ved Halden bibliotek."),
        "{page}"
    );
    assert_eq!(app.sandbox.standing("nora", "2010100"), Status::Active);
    assert_eq!(app.sandbox.standing("kari", "2010100"), Status::None);
    let state = body(app.get(format!("{}/state", app.sandbox.control)).await).await;
    let mut children = state["children"].as_array().unwrap().iter();
    let nora = children.find(|it| it["id"] == "nora").unwrap();
    assert_eq!(
        (&nora["relations"][0]["status"], &nora["relations"][0]["since"]),
        (&json!("active"), &json!(NOW))
    );
}

#[tokio::test]
async fn somebody_elses_child_is_refused_as_one_that_there_is_not() {
    let app = App::new();
    let token = access(&app, "kari").await;
    let right = wish_for(&app, "2190200", "rules", "nora").await;
    let mut answers = Vec::new();
    for party in [
        child(&app, "mathea"),
        json!({ "child": "nobody", "basis": "parental_responsibility" }),
        json!({ "child": app.sandbox.child("nora"), "basis": "guardian" }),
        json!({ "child": app.sandbox.child("nora"), "basis": "library_confirmed" }),
    ] {
        // Also where something else is wrong: a refusal must not tell one from the other.
        for wrong in [
            with(&right, "for", party.clone()),
            with(&with(&right, "for", party), "library", json!("9999999")),
        ] {
            let answer = send(&app, &token, "key", &wrong).await;
            answers.push((answer.status().as_u16(), body(answer).await.to_string()));
        }
    }
    assert!(
        answers[0].0 == 409 && answers[0].1.contains("/no-basis\""),
        "{answers:?}"
    );
    assert!(answers.iter().all(|it| *it == answers[0]), "{answers:?}");
    assert_eq!(log_size(&app).await, 0);
    // And ola, whose child it is, may.
    let ola = access(&app, "ola").await;
    ages(&app, "2190200", json!({ "rules_alone_from": 16 }));
    sign(&app, &ola, "a", &wish_for(&app, "2190200", "rules", "mathea").await).await;
}

#[tokio::test]
async fn each_library_says_from_which_age_one_signs() {
    let app = App::new();
    let (kari, ola) = (access(&app, "kari").await, access(&app, "ola").await);
    for (library, agreement, name, token, expected) in [
        ("2190200", "rules", "mathea", &ola, "signs-alone"),
        ("2030000", "staffless", "mathea", &ola, "signs-alone"),
        ("2030000", "staffless", "jonas", &kari, "too-young"),
        ("2160100", "staffless", "jonas", &kari, "too-young"),
    ] {
        let wish = wish_for(&app, library, agreement, name).await;
        assert_eq!(
            refused(&app, token, &wish).await,
            (409, expected.to_owned()),
            "{library} {name}"
        );
    }
    // From 15 on with a guardian; only a patron signs it.
    let wish = wish_for(&app, "2160100", "staffless", "mathea").await;
    assert_eq!(refused(&app, &ola, &wish).await.1, "not-active");
    says(&app, "mathea", "2160100", Status::Active);
    sign(&app, &ola, "a", &wish).await;
    let wish = wish_for(&app, "2010100", "rules", "nora").await;
    ages(&app, "2010100", json!({ "card_from": 9 }));
    assert_eq!(refused(&app, &kari, &wish).await.1, "too-young");
    ages(&app, "2010100", json!({ "rules_alone_from": 8 }));
    assert_eq!(refused(&app, &kari, &wish).await.1, "signs-alone");
}

#[tokio::test]
async fn one_signs_for_oneself_when_old_enough() {
    let app = App::new();
    let token = access(&app, "kari").await;
    let wish_ = wish(&app, "2010100", "rules").await;
    // Kari is 41.
    for young in [json!({ "card_from": 42 }), json!({ "rules_alone_from": 42 })] {
        ages(&app, "2010100", young);
        assert_eq!(refused(&app, &token, &wish_).await, (409, "too-young".to_owned()));
    }
    ages(&app, "2010100", json!({ "card_from": 41, "rules_alone_from": 41 }));
    sign(&app, &token, "a", &wish_).await;
}

#[tokio::test]
async fn the_childs_standing_counts_and_not_the_guardians() {
    let app = App::new();
    let token = access(&app, "kari").await;
    let wish = wish_for(&app, "2190200", "rules", "nora").await;
    says(&app, "kari", "2190200", Status::Blocked);
    says(&app, "nora", "2190200", Status::Blocked);
    assert_eq!(refused(&app, &token, &wish).await.1, "blocked-there");
    says(&app, "nora", "2190200", Status::None);
    sign(&app, &token, "a", &wish).await;
}
