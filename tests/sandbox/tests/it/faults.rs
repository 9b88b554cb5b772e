use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use card_sandbox::{At, Fault, Kind};

use crate::app::{App, NOW, request};

/// What comes back on a bare connection, to the last byte.
fn raw(base: &str, head: &str) -> String {
    let address = base.trim_start_matches("http://");
    let mut stream = TcpStream::connect(address).unwrap();
    stream
        .write_all(format!("{head}\r\nHost: {address}\r\n\r\n").as_bytes())
        .unwrap();
    // Only so that a connection that wrongly stays open fails the test instead of stopping it.
    stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
    let mut answer = Vec::new();
    // A reset after the last byte is as good an end as a close.
    let _ = stream.read_to_end(&mut answer);
    String::from_utf8_lossy(&answer).into_owned()
}

#[tokio::test]
async fn every_place_fails_once_and_then_no_more() {
    let app = App::new();
    let (issuer, card) = (&app.sandbox.issuer, &app.sandbox.card_service);
    for (at, url, usual) in [
        (At::Discovery, format!("{issuer}/.well-known/openid-configuration"), 200),
        (At::Jwks, format!("{issuer}/jwks.json"), 200),
        (At::Authorize, format!("{}/authorize", app.sandbox.login), 400),
        (At::Card, format!("{card}/v1/card"), 401),
        (At::CardJwks, format!("{card}/v1/jwks.json"), 200),
        (At::Devices, format!("{card}/v1/devices"), 401),
        (At::Devices, format!("{card}/v1/devices/x"), 405),
        (At::Household, format!("{card}/v1/household"), 401),
        (At::Relations, format!("{card}/v1/relations/2010100"), 405),
        (At::Registration, format!("{card}/v1/registration"), 401),
        (At::Registration, format!("{card}/v1/registration/email"), 405),
        (At::Registration, format!("{card}/v1/secret-rules"), 200),
        (At::Children, format!("{card}/v1/children"), 405),
        (At::Children, format!("{card}/v1/children/x/card"), 401),
        (At::Ledger, format!("{card}/v1/ledger"), 401),
        (At::Contact, format!("{card}/v1/contact"), 401),
        (At::Contact, format!("{card}/v1/contact/email"), 405),
        (At::Contact, format!("{card}/v1/pin"), 405),
        (At::Challenge, format!("{card}/challenge"), 405),
        (At::Discovery, format!("{card}/.well-known/openid-configuration"), 200),
        (At::Jwks, format!("{card}/jwks.json"), 200),
        (At::Authorize, format!("{card}/authorize"), 400),
    ] {
        app.sandbox.fault(Fault::status(at, 502).once());
        assert_eq!(app.get(&url).await.status(), 502, "{at:?}");
        assert_eq!(app.get(&url).await.status(), usual, "{at:?}");
    }
    app.sandbox.fault(Fault::status(At::Par, 429).retry_after("3").once());
    let answer = app.post("/par", &request()).await;
    assert_eq!(
        (
            answer.status().as_u16(),
            answer.headers()["retry-after"].to_str().unwrap()
        ),
        (429, "3")
    );
    assert_eq!(app.post("/par", &request()).await.status(), 201);
    app.sandbox.fault(Fault::new(At::Token, Kind::Status).once());
    assert_eq!(app.post("/token", &request()).await.status(), 500);
    assert_eq!(app.post("/token", &request()).await.status(), 400);
}

#[test]
fn a_dropped_connection_gives_not_one_byte() {
    let app = App::new();
    app.sandbox.fault(Fault::new(At::Discovery, Kind::Drop));
    let head = "GET /.well-known/openid-configuration HTTP/1.1";
    assert_eq!(raw(&app.sandbox.issuer, head), "");
    assert_eq!(raw(&app.sandbox.issuer, head), "");
    assert!(raw(&app.sandbox.issuer, "GET /jwks.json HTTP/1.1\r\nConnection: close").starts_with("HTTP/1.1 200"));
}

#[test]
fn half_an_answer_promises_more_than_it_gives() {
    let app = App::new();
    let head = "GET /jwks.json HTTP/1.1\r\nConnection: close";
    let whole = raw(&app.sandbox.issuer, head);
    app.sandbox.fault(Fault::new(At::Jwks, Kind::Half).once());
    let half = raw(&app.sandbox.issuer, head);
    let (header, body) = half.split_once("\r\n\r\n").unwrap();
    let promised = header
        .lines()
        .find_map(|line| line.strip_prefix("content-length: "))
        .unwrap();
    let promised: usize = promised.parse().unwrap();
    assert_eq!(body.len(), promised / 2);
    assert!(promised > 100 && whole.ends_with(whole.split_once("\r\n\r\n").unwrap().1));
    assert!(whole.split_once("\r\n\r\n").unwrap().1.starts_with(body));
}

#[tokio::test]
async fn half_an_answer_was_acted_on_and_a_dropped_request_was_not() {
    let app = App::new();
    let tokens = app.tokens("kari").await;
    let refresh_token = tokens["refresh_token"].as_str().unwrap();
    let url = format!("{}/token", app.sandbox.issuer);
    let send = || app.http.post(&url).form(&crate::app::refreshing(refresh_token)).send();
    app.sandbox.fault(Fault::new(At::Token, Kind::Drop).once());
    assert!(send().await.is_err());
    app.sandbox.fault(Fault::new(At::Token, Kind::Half).once());
    assert!(send().await.unwrap().bytes().await.is_err());
    assert_eq!(send().await.unwrap().status(), 400);
}

#[test]
fn a_lost_answer_gives_not_one_byte() {
    let app = App::new();
    app.sandbox.fault(Fault::new(At::Par, Kind::Lost).once());
    let head = "POST /par HTTP/1.1\r\nContent-Length: 0";
    assert_eq!(raw(&app.sandbox.issuer, head), "");
    assert!(raw(&app.sandbox.issuer, &format!("{head}\r\nConnection: close")).starts_with("HTTP/1.1 400"));
}

#[tokio::test]
async fn bodies_can_be_wrong() {
    let app = App::new();
    let url = format!("{}/v1/jwks.json", app.sandbox.card_service);
    let mut seen = Vec::new();
    for kind in [Kind::NotJson, Kind::Html, Kind::Huge, Kind::Empty] {
        app.sandbox.fault(Fault::new(At::CardJwks, kind).once());
        let answer = app.get(&url).await;
        assert_eq!(answer.status(), 200);
        let media_type = answer.headers()["content-type"].to_str().unwrap().to_owned();
        let length = answer.headers().get("content-length").is_some();
        let body = answer.text().await.unwrap();
        seen.push((
            media_type,
            length,
            body.len(),
            serde_json::from_str::<serde_json::Value>(&body).is_ok(),
        ));
    }
    assert_eq!((seen[0].0.as_str(), seen[0].3), ("application/json", false));
    assert_eq!((seen[1].0.as_str(), seen[1].3), ("text/html; charset=utf-8", false));
    // Valid JSON, without a length, over a megabyte: only a cap on the body helps.
    assert!(seen[2].3 && !seen[2].1 && seen[2].2 > 1024 * 1024);
    assert_eq!((seen[3].0.as_str(), seen[3].2), ("application/json", 0));
}

#[tokio::test]
async fn a_redirect_points_to_another_host() {
    let app = App::new();
    app.sandbox.fault(Fault::new(At::Token, Kind::Redirect));
    let answer = app.post("/token", &request()).await;
    assert_eq!(answer.status(), 307);
    assert_eq!(answer.headers()["location"], format!("{}/token", app.sandbox.login));
}

#[tokio::test]
async fn a_slow_answer_comes_after_a_fast_one_that_was_asked_later() {
    let app = App::new();
    let url = format!("{}/jwks.json", app.sandbox.issuer);
    app.sandbox.fault(Fault {
        seconds: Some(3600.0),
        ..Fault::new(At::Jwks, Kind::Slow).once()
    });
    let slow = tokio::spawn(app.http.get(&url).send());
    while app.sandbox.requests().is_empty() {
        tokio::task::yield_now().await;
    }
    assert_eq!(app.get(&url).await.status(), 200);
    assert!(!slow.is_finished());
    slow.abort();

    app.sandbox.fault(Fault {
        seconds: Some(0.0),
        ..Fault::new(At::Jwks, Kind::Slow)
    });
    assert_eq!(app.get(&url).await.status(), 200);
}

#[tokio::test]
async fn the_date_header_follows_the_clock() {
    let app = App::new();
    let url = format!("{}/jwks.json", app.sandbox.issuer);
    assert_eq!(app.get(&url).await.headers()["date"], "Wed, 18 Nov 2026 11:06:40 GMT");
    app.sandbox.set_now(NOW + 86_400);
    assert_eq!(app.get(&url).await.headers()["date"], "Thu, 19 Nov 2026 11:06:40 GMT");
}

#[tokio::test]
async fn it_goes_down_and_comes_up_on_the_same_ports() {
    let app = App::new();
    let tokens = app.tokens("kari").await;
    let url = format!("{}/jwks.json", app.sandbox.issuer);
    app.sandbox.pause();
    assert!(app.http.get(&url).send().await.unwrap_err().is_connect());
    app.sandbox.resume().unwrap();
    app.sandbox.resume().unwrap();
    assert_eq!(app.get(&url).await.status(), 200);
    assert_eq!(
        app.card(tokens["access_token"].as_str().unwrap(), None).await.status(),
        200
    );
}

#[tokio::test]
async fn pausing_cuts_open_connections_too() {
    let app = App::new();
    app.sandbox.fault(Fault {
        seconds: Some(3600.0),
        ..Fault::new(At::Jwks, Kind::Slow).once()
    });
    let slow = tokio::spawn(app.http.get(format!("{}/jwks.json", app.sandbox.issuer)).send());
    while app.sandbox.requests().is_empty() {
        tokio::task::yield_now().await;
    }
    app.sandbox.pause();
    assert!(slow.await.unwrap().is_err());
}
