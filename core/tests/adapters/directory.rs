//! The directory: whole, as changes, or still the same; as nobody.

use std::sync::Arc;

use card_core::{
    Error, Result,
    domain::directory::Directory,
    ports::{DirectoryDocument, NewDirectory, Register},
};
use serde_json::{Value, json};

use crate::{
    desk::{Desk, problem, unusable},
    listed::{directory, hash, library, whole},
    server::answer,
};

const WHOLE: &str = "GET /v1/libraries";
const SINCE: &str = "GET /v1/libraries?since=1";
const JSON: &str = "application/json";

fn two() -> Vec<Value> {
    vec![library(2_030_000, "Deichman"), library(2_022_100, "Asker")]
}

fn known() -> Arc<Directory> {
    Arc::new(directory(1, &two()))
}

/// From version 1 to 2 a third library comes.
fn changes(hash: &str) -> String {
    let third = library(2_022_200, "Bærum");
    json!({ "base": 1, "version": 2, "etag": "\"2\"", "hash": hash, "upserts": [third], "removals": [] }).to_string()
}

fn three() -> Vec<Value> {
    [two(), vec![library(2_022_200, "Bærum")]].concat()
}

fn says(desk: &Desk, to: &str, body: &str) {
    desk.says(to, answer(200, "", JSON, body));
}

async fn ask(desk: &Desk, known: Option<Arc<Directory>>) -> Result<NewDirectory> {
    Register::directory(&desk.client, known).await
}

async fn refused(desk: &Desk, known: Option<Arc<Directory>>) -> Error {
    ask(desk, known).await.map(|_| ()).unwrap_err()
}

#[tokio::test]
async fn the_first_time_it_comes_whole_and_nobody_says_who_asks() {
    let desk = Desk::start();
    let document = whole(1, &two());
    says(&desk, WHOLE, str::from_utf8(&document).unwrap());
    let (directory, came) = ask(&desk, None).await.unwrap().unwrap();
    assert_eq!((directory.version(), directory.libraries().count()), (1, 2));
    assert_eq!(came, DirectoryDocument::Whole(document), "as it came");
    let seen = &desk.heard(WHOLE)[0];
    for header in ["authorization", "dpop", "if-none-match", "cookie"] {
        assert!(!seen.headers.contains_key(header), "{header}");
    }
}

#[tokio::test]
async fn what_still_holds_isnt_sent_again() {
    let desk = Desk::start();
    desk.says(SINCE, answer(304, "", JSON, ""));
    assert!(ask(&desk, Some(known())).await.unwrap().is_none());
    assert_eq!(desk.heard(SINCE)[0].headers["if-none-match"], "\"v\"");
    desk.says(WHOLE, answer(304, "", JSON, ""));
    assert_eq!(refused(&desk, None).await, unusable("libraries", "unexpected status"));
}

#[tokio::test]
async fn changes_are_made_and_lead_to_what_they_promise() {
    let desk = Desk::start();
    let document = changes(&hash(&three()));
    says(&desk, SINCE, &document);
    let (directory, came) = ask(&desk, Some(known())).await.unwrap().unwrap();
    assert_eq!((directory.version(), directory.libraries().count()), (2, 3));
    assert_eq!(directory.etag(), Some("\"2\""));
    assert_eq!(came, DirectoryDocument::Changes(document.into_bytes()));
    let all = whole(7, &three());
    says(&desk, SINCE, str::from_utf8(&all).unwrap());
    let (directory, came) = ask(&desk, Some(known())).await.unwrap().unwrap();
    assert_eq!(
        directory.version(),
        7,
        "a service that forgot our version sends the whole"
    );
    assert_eq!(came, DirectoryDocument::Whole(all));
    assert!(desk.heard(WHOLE).is_empty());
}

#[tokio::test]
async fn changes_that_dont_fit_bring_the_whole_once() {
    let desk = Desk::start();
    let other_base = changes(&hash(&three())).replace("\"base\":1", "\"base\":4");
    for document in [changes(&hash(&two())), other_base] {
        let asked = desk.heard(WHOLE).len();
        says(&desk, SINCE, &document);
        let all = whole(2, &three());
        says(&desk, WHOLE, str::from_utf8(&all).unwrap());
        let (directory, came) = ask(&desk, Some(known())).await.unwrap().unwrap();
        assert_eq!(directory.libraries().count(), 3);
        assert_eq!(came, DirectoryDocument::Whole(all));
        assert_eq!(desk.heard(WHOLE).len(), asked + 1);
        assert!(!desk.heard(WHOLE)[asked].headers.contains_key("if-none-match"));
        says(&desk, WHOLE, &document);
        let again = refused(&desk, Some(known())).await;
        assert_eq!(
            again,
            unusable("libraries", "unexpected directory"),
            "changes for ever are none"
        );
        assert_eq!(desk.heard(WHOLE).len(), asked + 2, "asked once");
    }
}

#[tokio::test]
async fn answers_that_cant_be_used() {
    let document = String::from_utf8(whole(1, &two())).unwrap();
    let wrong = document.replace("Deichman", "Deichmann");
    let cut = answer(200, "", JSON, &document);
    let cases = [
        (answer(200, "", "text/html", &document), "not json"),
        (answer(200, "", JSON, &document[..document.len() - 5]), "not json"),
        (cut[..cut.len() - 5].to_vec(), "cut short"),
        (answer(200, "", JSON, "{}"), "unexpected directory"),
        (answer(200, "", JSON, "[]"), "unexpected directory"),
        (answer(200, "", JSON, &changes(&hash(&three()))), "unexpected directory"),
        (answer(200, "", JSON, &wrong), "unexpected directory"),
        (answer(503, "", "text/html", ""), "server error"),
        (problem(404, "elsewhere"), "unexpected status"),
    ];
    for (bytes, what) in cases {
        let desk = Desk::start();
        desk.says(WHOLE, bytes);
        assert_eq!(refused(&desk, None).await, unusable("libraries", what));
    }
    let desk = Desk::start();
    says(&desk, SINCE, "{\"base\":1}");
    assert_eq!(
        refused(&desk, Some(known())).await,
        unusable("libraries", "unexpected directory")
    );
    desk.says(WHOLE, answer(429, "retry-after: 60\r\n", JSON, ""));
    let later = Error::Service {
        at: "libraries",
        what: "too many requests",
        retry_after_s: Some(60),
    };
    assert_eq!(refused(&desk, None).await, later);
}

#[tokio::test]
async fn it_may_be_long_and_not_endless() {
    let desk = Desk::start();
    let mut document = String::from_utf8(whole(1, &two())).unwrap();
    document.push_str(&" ".repeat(3 * 1024 * 1024));
    says(&desk, WHOLE, &document);
    assert!(ask(&desk, None).await.is_ok(), "as long as the real one");
    says(&desk, WHOLE, &" ".repeat(16 * 1024 * 1024 + 1));
    assert_eq!(refused(&desk, None).await, unusable("libraries", "too large"));
}
