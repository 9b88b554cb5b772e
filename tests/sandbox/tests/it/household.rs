use serde_json::{Value, json};

use crate::app::App;
use crate::relations::{access, call, low, slug};

pub(crate) async fn people(app: &App, token: &str) -> Vec<Value> {
    let (status, _, answer) = call(app, "GET", "household", token, None).await;
    assert_eq!(status, 200);
    answer["people"].as_array().unwrap().clone()
}

#[tokio::test]
async fn a_household_is_oneself_and_the_children_the_oldest_first() {
    let app = App::mediated();
    let token = access(&app, "kari").await;
    let seen = people(&app, &token).await;
    let [nora, jonas] = ["nora", "jonas"].map(|it| app.sandbox.child(it).unwrap());
    assert_eq!(
        json!(seen),
        json!([
            { "self": true, "name": "Kari Sandstad", "born": "1985-03-14" },
            { "child": jonas, "basis": "parental_responsibility", "name": "Jonas Sandstad", "born": "2012-06-20", "card": "none" },
            { "child": nora, "basis": "parental_responsibility", "name": "Nora Sandstad", "born": "2018-03-04", "card": "none" }
        ])
    );
    // A PIN is enough, and another client sees the same.
    assert_eq!(people(&app, &low(&app).await).await, seen);
    let direct = App::new();
    assert_eq!(people(&direct, &access(&direct, "kari").await).await, seen);
    let ola = people(&app, &access(&app, "ola").await).await;
    assert_eq!((ola.len(), &ola[1]["born"]), (2, &json!("2011-05-17")));
    assert_eq!(people(&app, &access(&app, "ingen").await).await.len(), 1);
}

#[tokio::test]
async fn a_household_needs_a_token_and_holds_no_national_id() {
    let app = App::new();
    let (status, _, problem) = call(&app, "GET", "household", "nonsense", None).await;
    assert_eq!((status, slug(&problem)), (401, "unauthorized"));
    let text = json!(people(&app, &access(&app, "kari").await).await).to_string();
    let id = app.sandbox.national_id("kari").unwrap();
    assert!(!text.contains(&id) && !text.contains("nora"), "{text}");
}

#[tokio::test]
async fn whoever_is_of_age_is_no_longer_there() {
    let app = App::new();
    // 2030-06-19 and the day after, when Jonas is 18.
    for (now, expected) in [(1_908_057_600, 3), (1_908_144_000, 2)] {
        app.sandbox.set_now(now);
        assert_eq!(people(&app, &access(&app, "kari").await).await.len(), expected);
    }
}
