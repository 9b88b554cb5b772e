//! Every way in which an answer can fail to be one.

use std::io::{Read, Write};

use card_core::{Error, Result, adapters::http::Http};
use serde_json::Value;
use url::Url;

use crate::server::{Server, answer};

async fn ask(server: &Server) -> Result<Value> {
    let http = Http::new(true);
    let answer = http.send(http.get(&server.url()).unwrap(), "here").await?;
    answer.json(Error::Internal("misshapen"))
}

async fn trouble(bytes: impl Into<Vec<u8>>) -> Error {
    ask(&Server::saying(bytes)).await.unwrap_err()
}

fn unusable(what: &'static str) -> Error {
    waiting(what, None)
}

fn waiting(what: &'static str, retry_after_s: Option<u32>) -> Error {
    Error::Service {
        at: "here",
        what,
        retry_after_s,
    }
}

const JSON: &str = "application/json";

#[tokio::test]
async fn an_honest_answer_is_read() {
    for kind in [JSON, "application/json; charset=utf-8", "application/problem+json"] {
        let server = Server::saying(answer(200, "", kind, r#"{"a":1}"#));
        assert_eq!(ask(&server).await.unwrap()["a"], 1);
    }
}

#[tokio::test]
async fn nobody_there_is_offline() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url: Url = format!("http://{}", listener.local_addr().unwrap()).parse().unwrap();
    drop(listener);
    let http = Http::new(true);
    let error = http.send(http.get(&url).unwrap(), "here").await.err();
    assert_eq!(error, Some(Error::Offline("here")));
}

#[tokio::test]
async fn a_connection_dropped_before_the_head_is_offline() {
    assert_eq!(trouble("").await, Error::Offline("here"));
    assert_eq!(trouble("HTTP/1.1 200 OK\r\ncontent-ty").await, Error::Offline("here"));
}

#[tokio::test]
async fn item_08_half_an_answer_is_unusable() {
    let mut whole = answer(200, "", JSON, r#"{"card":"N012345678"}"#);
    whole.truncate(whole.len() - 9);
    assert_eq!(trouble(whole).await, unusable("cut short"));
    let chunked = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n5\r\n{\"a\":";
    assert_eq!(trouble(chunked).await, unusable("cut short"));
}

#[tokio::test]
async fn item_08_what_isnt_json_is_unusable() {
    let deep = "[".repeat(10_000);
    for (kind, body) in [
        ("text/html", "<html>Velkommen til gjestenettet</html>"),
        ("text/html", r#"{"a":1}"#),
        ("text/json+html", r#"{"a":1}"#),
        (JSON, "<html></html>"),
        (JSON, ""),
        (JSON, r#"{"a":"#),
        (JSON, "\u{feff}{}"),
        (JSON, &deep),
    ] {
        assert_eq!(
            trouble(answer(200, "", kind, body)).await,
            unusable("not json"),
            "{kind}"
        );
    }
}

#[tokio::test]
async fn item_06_a_body_over_the_cap_is_given_up() {
    let megabyte = "x".repeat(1024 * 1024);
    assert_eq!(trouble(answer(200, "", JSON, &megabyte)).await, unusable("too large"));
    let chunked = format!(
        "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n100000\r\n{megabyte}\r\n0\r\n\r\n"
    );
    assert_eq!(trouble(chunked).await, unusable("too large"));
    let largest = format!("\"{}\"", "x".repeat(256 * 1024 - 2));
    assert!(ask(&Server::saying(answer(200, "", JSON, &largest))).await.is_ok());
}

#[tokio::test]
async fn item_05_a_redirect_is_not_followed() {
    for status in [301, 302, 303, 307, 308] {
        let elsewhere = Server::saying(answer(200, "", JSON, "{}"));
        let head = format!("location: {}/\r\n", elsewhere.origin);
        let error = trouble(answer(status, &head, JSON, "{}")).await;
        assert_eq!(error, unusable("redirect"));
        assert!(elsewhere.seen().is_empty());
    }
}

#[tokio::test]
async fn item_36_a_service_that_wants_us_to_wait_says_how_long() {
    let cases = [
        (429, "", "too many requests", None),
        (429, "retry-after: 7\r\n", "too many requests", Some(7)),
        (503, "retry-after: 120\r\n", "server error", Some(120)),
        (503, "retry-after: 99999999999999999999\r\n", "server error", Some(3600)),
        (503, "retry-after: -5\r\n", "server error", None),
        (503, "retry-after: soon\r\n", "server error", None),
        (500, "", "server error", None),
        (
            503,
            "date: Sat, 21 Nov 2026 10:00:00 GMT\r\nretry-after: Sat, 21 Nov 2026 10:01:30 GMT\r\n",
            "server error",
            Some(90),
        ),
        (
            503,
            "date: Sat, 21 Nov 2026 10:00:00 GMT\r\nretry-after: Sat, 21 Nov 2026 09:00:00 GMT\r\n",
            "server error",
            Some(0),
        ),
    ];
    for (status, head, what, wait) in cases {
        let error = trouble(answer(status, head, "text/html", "busy")).await;
        assert_eq!(error, waiting(what, wait), "{head}");
    }
}

#[tokio::test]
async fn item_03_72_http_goes_to_this_machine_only_and_only_when_told() {
    let strict = Http::new(false);
    let loose = Http::new(true);
    let permits = |http: &Http, url: &str| http.permits(&url.parse().unwrap());
    for here in [
        "http://127.0.0.1:1/",
        "http://127.9.9.9/",
        "http://localhost:1/",
        "http://[::1]/",
    ] {
        assert!(permits(&loose, here) && !permits(&strict, here), "{here}");
    }
    for never in [
        "http://idporten.no/",
        "http://10.0.0.1/",
        "http://0.0.0.0/",
        "http://localhost.example.no/",
        "http://127.0.0.1.example.no/",
        "ftp://127.0.0.1/",
        "file:///etc/hosts",
        "https://user:word@idporten.no/",
    ] {
        assert!(!permits(&loose, never) && !permits(&strict, never), "{never}");
    }
    assert!(permits(&strict, "https://idporten.no/"));
    let server = Server::saying(answer(200, "", JSON, "{}"));
    let error = strict.send(strict.get(&server.url()).unwrap(), "here").await.err();
    assert_eq!(error, Some(Error::Internal("address isn't https")));
    assert!(server.seen().is_empty());
}

/// The clock is the test's and jumps when nothing else can happen; the server says half an answer and then nothing.
#[tokio::test(start_paused = true)]
async fn item_07_an_answer_that_never_ends_is_given_up() {
    for beginning in [
        "",
        "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n{\"a\":",
    ] {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let url: Url = format!("http://{}", listener.local_addr().unwrap()).parse().unwrap();
        std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            stream.write_all(beginning.as_bytes()).unwrap();
            // Held open for as long as the test runs.
            let _ = stream.read_to_end(&mut Vec::new());
        });
        let http = Http::new(true);
        let before = tokio::time::Instant::now();
        let error = http.send(http.get(&url).unwrap(), "here").await.err();
        assert_eq!(error, Some(Error::Offline("here")), "{beginning:?}");
        assert!(
            before.elapsed() <= std::time::Duration::from_secs(15),
            "one deadline for the whole"
        );
    }
}

#[tokio::test]
async fn no_cookie_comes_back() {
    let server = Server::saying(answer(200, "set-cookie: s=1; Path=/\r\n", JSON, "{}"));
    let http = Http::new(true);
    for _ in 0..2 {
        http.send(http.get(&server.url()).unwrap(), "here").await.unwrap();
    }
    assert!(server.seen().iter().all(|seen| !seen.headers.contains_key("cookie")));
}
