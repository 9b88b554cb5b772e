//! All that is kept about a person: to keep, and to read.

use card_core::{
    Error, Result,
    domain::{
        shelf::{Export, Kept, KeptKind},
        timestamp::Timestamp,
    },
    session::errand::{Brought, Errand},
};
use serde_json::{Value, json};

use crate::{
    NOW,
    desk::{Desk, OSLO, level_too_low, unusable},
    libraries::relation,
    server::answer,
};

const EXPORT: &str = "GET /v1/export";

async fn export(desk: &Desk, body: &str) -> Result<Export> {
    desk.says(EXPORT, answer(200, "", "application/json", body));
    match desk.run(Errand::Export).await? {
        Brought::Export(export) => Ok(*export),
        other => panic!("{other:?}"),
    }
}

fn kept(kind: KeptKind, what: &str, at: Option<i64>) -> Kept {
    Kept {
        kind,
        what: what.to_owned(),
        at: at.map(Timestamp),
    }
}

fn all(desk: &Desk) -> Value {
    json!({
        "exported_at": NOW, "name": "Kari\u{202e} Sandstad", "card": { "number": "N012345678", "status": "active" },
        "relations": [relation(OSLO, "active", &json!([]))],
        "receipts": [
            { "library": "2022100", "signed_at": 1, "file": desk.script().file().to_string() },
            { "library": "2022100", "signed_at": 1, "file": "{}" },
        ],
        "devices": [{ "id": "a", "name": "Pixel 8", "signed_in_at": 5 }],
        "notices": [], "left": null,
        "mails": [{ "to": "kari@example.no", "at": 6, "subject": "Velkommen", "text": "…" }],
        "cookies": { "a": 1 }, "empty": {},
    })
}

#[tokio::test]
async fn everything_has_a_line_and_what_isnt_known_its_name() {
    let desk = Desk::start();
    let export = export(&desk, &all(&desk).to_string()).await.unwrap();
    let expected = [
        kept(KeptKind::Name, "Kari Sandstad", None),
        kept(KeptKind::Card, "N012345678", None),
        kept(KeptKind::Library, OSLO, Some(NOW - 5)),
        kept(KeptKind::Receipt, OSLO, Some(NOW)),
        kept(KeptKind::Other, "receipts", None),
        kept(KeptKind::Device, "Pixel 8", Some(5)),
        kept(KeptKind::Mail, "Velkommen", Some(6)),
        kept(KeptKind::Other, "cookies", None),
    ];
    assert_eq!(export.lines, expected);
    assert_eq!(desk.heard(EXPORT)[0].headers["authorization"], "Bearer access");
}

#[tokio::test]
async fn a_part_of_another_form_is_told_by_its_name() {
    let desk = Desk::start();
    for (part, other) in [
        ("name", json!(["Kari"])),
        ("card", json!({ "numbers": ["N012345678"] })),
        ("relations", json!([{ "library": "Oslo" }])),
        ("receipts", json!(3)),
        ("devices", json!([{ "name": 1 }])),
        ("mails", json!({ "a": 1 })),
    ] {
        let body = json!({ part: other, "notices": [1] }).to_string();
        let expected = [
            kept(KeptKind::Other, part, None),
            kept(KeptKind::Other, "notices", None),
        ];
        assert_eq!(export(&desk, &body).await.unwrap().lines, expected);
    }
    let hostile = json!({ "\u{202e}tsal": 1 }).to_string();
    assert_eq!(export(&desk, &hostile).await.unwrap().lines[0].what, "tsal");
}

#[tokio::test]
async fn the_file_is_what_came_put_on_lines() {
    let desk = Desk::start();
    let came = "{ \"b\":1.50,\t\"a\":[ ],\"o\": {\n},\"list\":[1,{\"x\":\"{\\\"[,:\\\\\"},\"\"],\"b\":12345678901234567890123,\"n\":\"\u{202e}Ida \u{e0001}\\u00e5\"}";
    let expected = "{\n  \"b\": 1.50,\n  \"a\": [],\n  \"o\": {},\n  \"list\": [\n    1,\n    {\n      \"x\": \"{\\\"[,:\\\\\"\n    },\n    \"\"\n  ],\n  \"b\": 12345678901234567890123,\n  \"n\": \"\\u202eIda \\udb40\\udc01\\u00e5\"\n}";
    let export_ = export(&desk, came).await.unwrap();
    assert_eq!(export_.json, expected);
    let read = |text: &str| serde_json::from_str::<Value>(text).unwrap();
    assert_eq!(read(&export_.json), read(came), "and means the same");
    let whole = all(&desk);
    assert_eq!(read(&export(&desk, &whole.to_string()).await.unwrap().json), whole);
}

#[tokio::test]
async fn answers_that_cant_be_used() {
    let desk = Desk::start();
    assert_eq!(export(&desk, "[]").await, Err(unusable("export", "unexpected json")));
    assert_eq!(export(&desk, "{").await, Err(unusable("export", "not json")));
    assert_eq!(
        export(&desk, &" ".repeat(5 * 1024 * 1024)).await,
        Err(unusable("export", "too large"))
    );
    let long = json!({ "mails": [{ "subject": "a".repeat(1024 * 1024) }] }).to_string();
    assert_eq!(export(&desk, &long).await.unwrap().lines[0].what.len(), 200);
    for (bytes, expected) in [
        (level_too_low(), Error::LevelTooLow),
        (answer(401, "", "text/html", ""), Error::Unauthorized),
        (answer(200, "", "text/html", "{}"), unusable("export", "not json")),
        (answer(500, "", "text/html", ""), unusable("export", "server error")),
    ] {
        desk.says(EXPORT, bytes);
        assert_eq!(desk.run(Errand::Export).await, Err(expected));
    }
}
