use std::collections::BTreeMap;

use card_sandbox::{At, Change, DirectoryChange, Fault};
use reqwest::Response;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::app::{App, json as body};

async fn ask(app: &App, query: &str, tag: Option<&str>) -> Response {
    let request = app
        .http
        .get(format!("{}/v1/libraries{query}", app.sandbox.card_service));
    let request = match tag {
        Some(tag) => request.header("If-None-Match", tag),
        None => request,
    };
    request.send().await.unwrap()
}

async fn document(app: &App, query: &str) -> Value {
    let answer = ask(app, query, None).await;
    assert_eq!(answer.status(), 200);
    assert_eq!(answer.headers()["cache-control"], "public, no-cache");
    let tag = answer.headers()["etag"].to_str().unwrap().to_owned();
    let document = body(answer).await;
    assert_eq!(document["etag"], tag);
    document
}

fn by_number(document: &Value, member: &str) -> BTreeMap<String, Value> {
    let libraries = document[member].as_array().unwrap().iter();
    libraries
        .map(|it| (it["number"].as_str().unwrap().to_owned(), it.clone()))
        .collect()
}

/// serde_json sorts members and leaves out spaces, which is RFC 8785 enough for this data.
fn hash(libraries: &BTreeMap<String, Value>) -> String {
    let mut sha = Sha256::new();
    for (number, library) in libraries {
        let sorted: BTreeMap<String, Value> = serde_json::from_value(library.clone()).unwrap();
        sha.update(number);
        sha.update(Sha256::digest(serde_json::to_string(&sorted).unwrap()));
    }
    sha.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

fn next(app: &App, upserts: Value, removals: &[&str]) {
    let directory = DirectoryChange {
        upserts: upserts.as_array().unwrap().clone(),
        removals: removals.iter().map(|&it| it.to_owned()).collect(),
    };
    let change = Change {
        directory: Some(directory),
        ..Change::default()
    };
    app.sandbox.change(change).unwrap();
}

fn bus() -> Value {
    json!({ "number": "2999900", "names": [{ "language": "nb", "text": "Bokbussen i Testvik" }], "place": "Testvik",
        "municipality": { "number": "9999", "name": "Testvik" }, "county": "Test" })
}

#[tokio::test]
async fn the_first_version_is_the_one_that_the_product_carries() {
    let app = App::new();
    let file: Value = serde_json::from_str(include_str!("../../../../shared-assets/libraries/demo.json")).unwrap();
    assert_eq!(document(&app, "").await, file);
}

#[tokio::test]
async fn a_known_directory_is_not_sent_again() {
    let app = App::new();
    for tag in ["\"demo-1\"", "W/\"demo-1\"", "\"else\", \"demo-1\"", "*"] {
        let same = ask(&app, "", Some(tag)).await;
        assert_eq!(
            (same.status().as_u16(), &same.headers()["etag"]),
            (304, &"\"demo-1\"".parse().unwrap())
        );
        assert!(same.bytes().await.unwrap().is_empty());
    }
    next(&app, json!([bus()]), &[]);
    assert_eq!(ask(&app, "?since=1", Some("\"demo-1\"")).await.status(), 200);
}

#[tokio::test]
async fn changes_lead_from_any_version_to_the_newest() {
    let app = App::new();
    let versions = {
        let first = document(&app, "").await;
        next(&app, json!([bus()]), &["2010100"]);
        let second = document(&app, "").await;
        let mut halden = by_number(&first, "libraries")["2010100"].clone();
        halden["closing"] = json!({ "kind": "temporary" });
        next(&app, json!([halden]), &["2999900"]);
        [first, second, document(&app, "").await]
    };
    let newest = by_number(&versions[2], "libraries");
    assert_eq!(versions[2]["hash"], hash(&newest));
    for (since, old) in (1..).zip(&versions) {
        let delta = document(&app, &format!("?since={since}")).await;
        assert_eq!((&delta["base"], &delta["version"]), (&json!(since), &json!(3)));
        let mut libraries = by_number(old, "libraries");
        for gone in delta["removals"].as_array().unwrap() {
            libraries.remove(gone.as_str().unwrap()).unwrap();
        }
        libraries.extend(by_number(&delta, "upserts"));
        assert_eq!(libraries, newest);
        assert_eq!(delta["hash"], hash(&libraries));
    }
    let counts = |delta: &Value| ["upserts", "removals"].map(|it| delta[it].as_array().unwrap().len());
    assert_eq!(counts(&document(&app, "?since=1").await), [1, 0]);
    assert_eq!(counts(&document(&app, "?since=2").await), [1, 1]);
    assert_eq!(counts(&document(&app, "?since=3").await), [0, 0]);
}

#[tokio::test]
async fn a_wrong_version_gets_the_whole() {
    let app = App::new();
    for wrong in [
        "?since=0",
        "?since=2",
        "?since=-1",
        "?since=x",
        "?since=",
        "?since=1&since=1",
        "?since=99999999999999999999",
    ] {
        assert_eq!(
            document(&app, wrong).await["libraries"].as_array().unwrap().len(),
            79,
            "{wrong}"
        );
    }
}

#[tokio::test]
async fn the_same_number_with_other_content_has_another_tag() {
    let [one, two] = [App::new(), App::new()];
    next(&one, json!([bus()]), &[]);
    next(&two, json!([]), &["2010100"]);
    let tags = [document(&one, "").await, document(&two, "").await].map(|it| it["etag"].clone());
    assert_ne!(tags[0], tags[1]);
}

#[tokio::test]
async fn the_directory_changes_over_http_and_fails_like_the_rest() {
    let app = App::new();
    let post = async |change: Value| {
        let url = format!("{}/control", app.sandbox.control);
        app.http.post(url).body(change.to_string()).send().await.unwrap()
    };
    let state = body(post(json!({ "directory": { "removals": ["2010100"] } })).await).await;
    assert_eq!(state["directory_version"], 2);
    assert_eq!(
        post(json!({ "directory": { "upserts": [{ "number": "1" }] } }))
            .await
            .status(),
        400
    );
    app.sandbox
        .fault(Fault::status(At::Libraries, 503).retry_after("7").once());
    let away = ask(&app, "", None).await;
    assert_eq!(away.headers()["retry-after"], "7");
    assert_eq!(
        body(away).await["type"],
        "https://bibliotekkortet.no/problem/unavailable"
    );
}
