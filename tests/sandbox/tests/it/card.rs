use card_sandbox::{At, Fault, Twist};
use reqwest::Response;

use crate::app::{App, NOW, json, open, verified};

async fn problem(answer: Response, status: u16, slug: &str) {
    assert_eq!(answer.status(), status);
    assert_eq!(answer.headers()["content-type"], "application/problem+json");
    let body = json(answer).await;
    assert_eq!(body["type"], format!("https://bibliotekkortet.no/problem/{slug}"));
    assert_eq!(body["status"], status);
    assert!(body["title"].is_string());
}

async fn access(app: &App, persona: &str) -> String {
    app.tokens(persona).await["access_token"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn a_snapshot_says_how_long_it_holds() {
    let app = App::new();
    for (persona, fresh, show) in [("kari", 86_400, 2_592_000), ("gammel", 120, 3_600)] {
        let answer = app.card(&access(&app, persona).await, None).await;
        assert_eq!(answer.headers()["cache-control"], "private, no-cache");
        assert_eq!(answer.headers()["vary"], "Authorization");
        let body = json(answer).await;
        let (header, snapshot) = open(body["snapshot"].as_str().unwrap());
        assert_eq!(
            (header["alg"].as_str(), header["typ"].as_str()),
            (Some("ES256"), Some("card-snapshot+jwt"))
        );
        assert_eq!(snapshot["iat"], NOW);
        assert_eq!(snapshot["fresh_until"], NOW + fresh);
        assert_eq!(snapshot["show_until"], NOW + show);
    }
}

#[tokio::test]
async fn every_status_and_symbology_is_somebodys() {
    let app = App::new();
    for (persona, status, symbology, libraries) in [
        ("kari", "active", "code128", 2),
        ("ola", "active", "code39", 1),
        ("sperret", "blocked", "code128", 1),
        ("utmeldt", "ended", "code128", 1),
    ] {
        let body = json(app.card(&access(&app, persona).await, None).await).await;
        let card = open(body["snapshot"].as_str().unwrap()).1["card"].clone();
        assert_eq!(
            (card["status"].as_str(), card["libraries"].as_array().unwrap().len()),
            (Some(status), libraries)
        );
        assert_eq!(card["libraries"][0]["symbology"], symbology);
        assert_eq!(card["libraries"][0]["number"], card["home_library"]);
    }
}

#[tokio::test]
async fn a_known_snapshot_is_not_sent_again_until_half_of_its_window_is_gone() {
    let app = App::new();
    let token = access(&app, "gammel").await;
    let first = app.card(&token, None).await;
    let tag = first.headers()["etag"].to_str().unwrap().to_owned();
    app.sandbox.advance(59);
    for known in [tag.clone(), format!("W/{tag}"), format!("\"else\", {tag}")] {
        let same = app.card(&token, Some(&known)).await;
        assert_eq!(same.status(), 304);
        assert_eq!(same.headers()["etag"], tag.as_str());
        assert!(same.bytes().await.unwrap().is_empty());
    }
    app.sandbox.advance(1);
    let new = app.card(&token, Some(&tag)).await;
    assert_eq!(new.status(), 200);
    assert_ne!(new.headers()["etag"], tag.as_str());
}

#[tokio::test]
async fn a_tag_of_another_person_of_an_old_key_or_of_the_future_is_not_known() {
    let app = App::new();
    let (kari, ola) = (access(&app, "kari").await, access(&app, "ola").await);
    let tag = app.card(&kari, None).await.headers()["etag"]
        .to_str()
        .unwrap()
        .to_owned();
    assert_eq!(app.card(&ola, Some(&tag)).await.status(), 200);
    let future = tag.replace(&NOW.to_string(), &(NOW + 1).to_string());
    for unknown in [
        future.as_str(),
        "\"\"",
        "nonsense",
        "\"1-2-3\"",
        "\"-9223372036854775808-x\"",
    ] {
        assert_eq!(app.card(&kari, Some(unknown)).await.status(), 200, "{unknown}");
    }
    assert_eq!(app.card(&kari, Some(&tag)).await.status(), 304);
    app.sandbox.twist(Twist::RotateKeys).unwrap();
    assert_eq!(app.card(&kari, Some(&tag)).await.status(), 200);
}

#[tokio::test]
async fn every_problem_has_its_type() {
    let app = App::new();
    let url = format!("{}/v1/card", app.sandbox.card_service);
    let none = app.get(&url).await;
    assert_eq!(none.headers()["www-authenticate"], "Bearer");
    problem(none, 401, "unauthorized").await;
    let bad = app.card("nonsense", None).await;
    assert_eq!(bad.headers()["www-authenticate"], "Bearer error=\"invalid_token\"");
    problem(bad, 401, "unauthorized").await;
    let basic = app.http.get(&url).basic_auth("a", Some("b")).send().await.unwrap();
    problem(basic, 401, "unauthorized").await;
    problem(app.card(&access(&app, "ingen").await, None).await, 404, "no-card").await;
    for (status, slug) in [(403, "forbidden"), (429, "too-many-requests"), (503, "unavailable")] {
        app.sandbox
            .fault(Fault::status(At::Card, status).retry_after("7").once());
        let answer = app.card("any", None).await;
        assert_eq!(answer.headers()["retry-after"], "7");
        problem(answer, status, slug).await;
    }
}

#[tokio::test]
async fn other_paths_and_methods_are_problems_too() {
    let app = App::new();
    let nowhere = app.get(format!("{}/v2/card", app.sandbox.card_service)).await;
    assert_eq!(nowhere.status(), 404);
    assert_eq!(json(nowhere).await["type"], "about:blank");
    let post = app
        .http
        .post(format!("{}/v1/card", app.sandbox.card_service))
        .send()
        .await
        .unwrap();
    assert_eq!(post.status(), 405);
    assert!(post.headers()["allow"].to_str().unwrap().contains("GET"));
    assert_eq!(json(post).await["type"], "about:blank");
}

#[tokio::test]
async fn snapshots_can_lie_in_three_ways() {
    let app = App::new();
    let tokens = app.tokens("kari").await;
    let (_, id) = open(tokens["id_token"].as_str().unwrap());
    let keys = json(app.get(format!("{}/v1/jwks.json", app.sandbox.card_service)).await).await;
    for (twist, signed, typ, same_sub) in [
        (None, true, "card-snapshot+jwt", true),
        (Some(Twist::SnapshotBadSignature), false, "card-snapshot+jwt", true),
        (Some(Twist::SnapshotWrongSub), true, "card-snapshot+jwt", false),
        (Some(Twist::SnapshotOtherTyp), true, "JWT", true),
    ] {
        app.sandbox.clear_faults();
        if let Some(twist) = twist {
            app.sandbox.twist(twist).unwrap();
        }
        let body = json(app.card(tokens["access_token"].as_str().unwrap(), None).await).await;
        let snapshot = body["snapshot"].as_str().unwrap();
        let (header, claims) = open(snapshot);
        assert_eq!(verified(snapshot, &keys).is_some(), signed, "{twist:?}");
        assert_eq!(header["typ"], typ);
        assert_eq!(claims["sub"] == id["sub"], same_sub, "{twist:?}");
    }
}
