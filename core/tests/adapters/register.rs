//! Answers of the card service.

use card_core::{
    Error,
    domain::{barcode::Symbology, snapshot::CardStatus, timestamp::Timestamp},
    ports::{Fetched, Register},
};
use serde_json::json;

use crate::{
    NOW,
    card::{Service, jwk},
    server::{Server, answer},
};

const PROBLEM: &str = "application/problem+json";

#[tokio::test]
async fn an_honest_card_comes_through_and_can_be_checked_again_later() {
    let service = Service::start();
    let Fetched::Card { snapshot, signed, etag } = service.fetch(None).await.unwrap() else {
        panic!("a card");
    };
    assert_eq!(snapshot.issued_at, Timestamp(NOW));
    assert_eq!(snapshot.card.number.as_str(), "N012345678");
    assert_eq!(snapshot.card.name, "Kari Sandstad");
    assert_eq!(snapshot.card.status, CardStatus::Active);
    assert_eq!(snapshot.card.home().unwrap().place, "Oslo");
    assert_eq!(snapshot.card.symbology(), Symbology::Code39);
    assert_eq!(etag.as_deref(), Some("\"1\""));
    assert_eq!(service.client.verify(&signed).unwrap(), *snapshot);
    let card = &service.server.seen()[0];
    assert_eq!(
        (card.path.as_str(), card.headers["authorization"].as_str()),
        ("/v1/card", "Bearer access")
    );
    assert!(!card.headers.contains_key("if-none-match"));
}

#[tokio::test]
async fn item_62_72_the_token_goes_in_the_header_to_the_service_and_to_nobody_else() {
    let service = Service::start();
    service.fetch(None).await.unwrap();
    for seen in service.server.seen() {
        let (header, elsewhere) = (
            seen.headers.get("authorization"),
            format!("{} {}", seen.path, seen.body),
        );
        assert_eq!(header.is_some(), seen.path == "/v1/card", "{}", seen.path);
        assert!(!elsewhere.contains("access"), "{elsewhere}");
    }
    let elsewhere = Server::saying(answer(200, "", "application/json", "{}"));
    let location: &'static str = format!("location: {}/v1/card\r\n", elsewhere.origin).leak();
    service.says(move |script| script.instead = Some((307, location, PROBLEM, String::new())));
    assert_eq!(service.fetch(None).await.unwrap_err(), unusable("redirect", None));
    assert!(elsewhere.seen().is_empty());
}

#[tokio::test]
async fn what_still_holds_isnt_sent_again() {
    let service = Service::start();
    service.says(|script| script.instead = Some((304, "", PROBLEM, String::new())));
    assert_eq!(service.fetch(Some("\"1\"")).await.unwrap(), Fetched::Unchanged);
    assert_eq!(service.server.seen()[0].headers["if-none-match"], "\"1\"");
    assert_eq!(
        service.fetch(None).await.unwrap_err(),
        unusable("unexpected status", None)
    );
}

#[tokio::test]
async fn refusals_are_told_apart() {
    let service = Service::start();
    let problem =
        |slug: &str| json!({ "type": format!("https://bibliotekkortet.no/problem/{slug}"), "status": 1 }).to_string();
    let cases = [
        (401, "", PROBLEM, problem("unauthorized"), Error::Unauthorized),
        (401, "", "text/html", String::new(), Error::Unauthorized),
        (403, "", PROBLEM, problem("forbidden"), unusable("forbidden", None)),
        (404, "", PROBLEM, problem("no-card"), Error::NoCard),
        (404, "", PROBLEM, problem("other"), unusable("not found", None)),
        (404, "", "text/html", "no-card".to_owned(), unusable("not json", None)),
        (
            429,
            "retry-after: 9\r\n",
            PROBLEM,
            problem("too-many-requests"),
            unusable("too many requests", Some(9)),
        ),
        (
            503,
            "retry-after: 8\r\n",
            PROBLEM,
            problem("unavailable"),
            unusable("server error", Some(8)),
        ),
        (
            200,
            "",
            "application/json",
            "{}".to_owned(),
            unusable("unexpected json", None),
        ),
        (200, "", "text/html", "<html>".to_owned(), unusable("not json", None)),
    ];
    for (status, head, kind, body, expected) in cases {
        service.says(|script| script.instead = Some((status, head, kind, body)));
        assert_eq!(service.fetch(None).await.unwrap_err(), expected, "{status}");
    }
}

#[tokio::test]
async fn keys_are_fetched_once_until_a_new_one_signs() {
    let service = Service::start();
    let fetches = |service: &Service| service.server.paths().iter().filter(|p| *p == "/v1/jwks.json").count();
    service.fetch(None).await.unwrap();
    service.fetch(None).await.unwrap();
    assert_eq!(fetches(&service), 1);
    service.says(|script| {
        script.key = 9;
        script.header["kid"] = "r2".into();
        script.keys = json!({ "keys": [jwk("r1", 7), jwk("r2", 9)] });
    });
    service.fetch(None).await.unwrap();
    assert_eq!(fetches(&service), 2);
    service.says(|script| script.header["kid"] = "r3".into());
    assert!(service.fetch(None).await.is_err());
    assert_eq!(fetches(&service), 3);
}

fn unusable(what: &'static str, retry_after_s: Option<u32>) -> Error {
    Error::Service {
        at: "card",
        what,
        retry_after_s,
    }
}
