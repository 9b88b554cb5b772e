//! Signatures: what is sent, and which receipts are taken for one.

use card_core::{
    Error, RefusedCheck, Result,
    domain::{
        household::{Act, Acts, Child, Household, Link, Mandate, Told},
        receipt::{Basis, Pseudonym},
        rules::RulesText,
        secret::Secret,
    },
    ports::{Pass, Register},
    session::errand::{Behalf, Brought, Errand, Signature},
};
use serde_json::{Value, json};

use crate::{
    desk::{Desk, OSLO, level_too_low, problem, text_of, unusable},
    forge::{Script, keys},
    server::answer,
};

const SIGN: &str = "POST /v1/signatures";
const KEY: &str = "0b8f4c1e-6a0d-4d0a-9a52-6f0f0f8a7c31";
/// What is wrong, and how it is made so.
type Wrong = (&'static str, fn(&mut Script));

const NOT_PROVED: Error = Error::SignInRefused(RefusedCheck::Receipt);

fn text() -> RulesText {
    RulesText::parse(text_of(1, "nb", "Lånetiden er 28 dager.").to_string().as_bytes()).unwrap()
}

fn errand(behalf: Behalf) -> Errand {
    Errand::Sign(Box::new(Signature {
        text: text(),
        signer: Pseudonym::parse("p-kari").unwrap(),
        behalf,
        key: KEY.to_owned(),
    }))
}

fn child() -> Behalf {
    Behalf::Child(mandate("p-child", Basis::LibraryConfirmed, Act::SignRules))
}

/// That `p-kari` may do that for a small child.
pub(crate) fn mandate(child: &str, basis: Basis, act: Act) -> Mandate {
    let (guardian, child) = (Pseudonym::parse("p-kari").unwrap(), Pseudonym::parse(child).unwrap());
    let mut household = Household::default();
    let born = "2018-03-04".parse().unwrap();
    household.told(Told::Child(Child {
        child: child.clone(),
        born,
    }));
    household.told(Told::Linked(Link {
        guardian: guardian.clone(),
        child: child.clone(),
        basis,
        acts: Acts::ALL,
        from: born,
        until: None,
    }));
    let today = "2026-11-18".parse().unwrap();
    household.may(&guardian, &child, act, today, None).unwrap()
}

/// Answers with a receipt for the text, made otherwise by `edit`; the file.
fn signs(desk: &Desk, edit: impl FnOnce(&mut Script)) -> String {
    let mut script = desk.script();
    script.payload["version"] = json!("1");
    script.payload["text_hash"] = json!(format!("sha-256:{}", text().sha256()));
    edit(&mut script);
    let file = script.file().to_string();
    desk.says(SIGN, answer(201, "", "application/json", &file));
    file
}

async fn signed(desk: &Desk, edit: impl FnOnce(&mut Script)) -> Result<Brought> {
    signs(desk, edit);
    desk.run(errand(Behalf::Own)).await
}

#[tokio::test]
async fn a_signature_names_what_is_signed_and_brings_the_receipt_as_it_came() {
    let desk = Desk::start();
    let file = signs(&desk, |_| ());
    let brought = desk.run(errand(Behalf::Own)).await.unwrap();
    assert_eq!(brought, Brought::Receipt { file, keys: keys() });
    let seen = &desk.heard(SIGN)[0];
    assert_eq!(seen.headers["authorization"], "Bearer access");
    assert_eq!(seen.headers["idempotency-key"], KEY);
    assert_eq!(seen.headers["content-type"], "application/json");
    let wish = json!({
        "library": OSLO, "agreement": "rules", "version": "1", "language": "nb",
        "text_hash": format!("sha-256:{}", text().sha256()), "for": { "self": true },
    });
    assert_eq!(serde_json::from_str::<Value>(&seen.body).unwrap(), wish);
    let keys = &desk.heard("GET /v1/jwks.json")[0];
    assert!(!keys.headers.contains_key("authorization"), "the keys are public");
}

#[tokio::test]
async fn for_a_child_the_child_and_the_right_are_named() {
    let desk = Desk::start();
    let named = json!({ "child": "p-child", "basis": "library_confirmed" });
    signs(&desk, |script| script.payload["for"] = named.clone());
    assert!(desk.run(errand(child())).await.is_ok());
    let body: Value = serde_json::from_str(&desk.heard(SIGN)[0].body).unwrap();
    assert_eq!(body["for"], named);
    assert_eq!(
        desk.run(errand(Behalf::Own)).await,
        Err(NOT_PROVED),
        "for the child, not for oneself"
    );
    signs(&desk, |_| ());
    assert_eq!(
        desk.run(errand(child())).await,
        Err(NOT_PROVED),
        "for oneself, not for the child"
    );
    signs(&desk, |script| {
        script.payload["for"] = json!({ "child": "p-child", "basis": "guardian" });
    });
    assert_eq!(desk.run(errand(child())).await, Err(NOT_PROVED), "by another right");
}

#[tokio::test]
async fn asked_again_it_is_the_same_key_whether_we_or_the_person_ask() {
    let desk = Desk::start();
    desk.says(
        SIGN,
        answer(
            401,
            "www-authenticate: DPoP error=\"use_dpop_nonce\"\r\ndpop-nonce: n1\r\n",
            "text/html",
            "",
        ),
    );
    let bound = || Pass {
        access: Secret::new("access".to_owned()),
        proof_key: Some(card_core::adapters::http::dpop::new_key().unwrap()),
    };
    let first = Register::run(&desk.client, Some(bound()), errand(Behalf::Own)).await;
    assert_eq!(first, Err(Error::Unauthorized), "the nonce never does");
    signs(&desk, |_| ());
    Register::run(&desk.client, Some(bound()), errand(Behalf::Own))
        .await
        .unwrap();
    let seen = desk.heard(SIGN);
    assert_eq!(
        seen.len(),
        3,
        "refused, once more by ourselves, once more by the person"
    );
    for one in &seen {
        assert_eq!(one.headers["idempotency-key"], KEY);
        assert_eq!(one.headers["authorization"], "DPoP access");
        assert_eq!(one.body, seen[0].body);
    }
}

#[tokio::test]
async fn a_receipt_that_proves_nothing_or_shows_something_else_is_none() {
    let wrong: [Wrong; 14] = [
        ("a stranger's signature", |script| script.key = 9),
        ("a stranger's head", |script| script.head_key = 9),
        ("a key that isn't there", |script| script.header["kid"] = json!("r9")),
        ("no receipt", |script| script.header["typ"] = json!("card-snapshot+jwt")),
        ("another issuer", |script| {
            script.payload["iss"] = json!("https://else.example.no")
        }),
        ("another log", |script| script.payload["log"] = json!("rules-2027")),
        ("not in the log", |script| script.head["root"] = json!("A".repeat(43))),
        ("another signer", |script| script.payload["sub"] = json!("p-ola")),
        ("another library", |script| script.payload["library"] = json!("2022000")),
        ("another agreement", |script| {
            script.payload["agreement"] = json!("staffless")
        }),
        ("another version", |script| script.payload["version"] = json!("2")),
        ("another language", |script| script.payload["language"] = json!("nn")),
        ("another text", |script| {
            script.payload["text_hash"] = json!(crate::forge::text_hash("Lånetiden er 1 dag."));
        }),
        ("a lower level", |script| script.payload["level"] = json!("low")),
    ];
    for (name, edit) in wrong {
        let desk = Desk::start();
        assert_eq!(signed(&desk, edit).await, Err(NOT_PROVED), "{name}");
    }
    let desk = Desk::start();
    let spaced = format!("{} ", signs(&desk, |_| ()));
    desk.says(SIGN, answer(201, "", "application/json", &spaced));
    assert_eq!(desk.run(errand(Behalf::Own)).await, Err(NOT_PROVED), "not the one form");
}

#[tokio::test]
async fn every_refusal_has_its_meaning() {
    let not = Error::NotAllowed;
    let cases = [
        (409, "rules-changed", Error::RulesChanged),
        (409, "other-text", Error::RulesChanged),
        (409, "library-closed", Error::LibraryClosed),
        (404, "no-library", Error::NoRules),
        (404, "no-rules", Error::NoRules),
        (404, "no-card", Error::NoCard),
        (409, "card-not-active", not("card-not-active")),
        (409, "blocked-there", not("blocked-there")),
        (409, "not-active", not("not-active")),
        (403, "too-young", not("too-young")),
        (409, "signs-alone", not("signs-alone")),
        (403, "no-basis", not("no-basis")),
        (409, "library-keeps", not("library-keeps")),
        (404, "no-relation", not("no-relation")),
        (401, "unauthorized", Error::Unauthorized),
        (409, "key-reused", unusable("signatures", "unexpected status")),
        (400, "bad-request", unusable("signatures", "unexpected status")),
        (403, "forbidden", unusable("signatures", "unexpected status")),
    ];
    let desk = Desk::start();
    for (status, name, expected) in cases {
        desk.says(SIGN, problem(status, name));
        assert_eq!(desk.run(errand(Behalf::Own)).await, Err(expected), "{name}");
    }
    desk.says(SIGN, level_too_low());
    assert_eq!(desk.run(errand(Behalf::Own)).await, Err(Error::LevelTooLow));
    let elsewhere = "{\"type\":\"https://else.example.no/problem/no-card\"}";
    for (kind, body) in [
        (crate::desk::PROBLEM, elsewhere),
        ("text/html", "no-card"),
        (crate::desk::PROBLEM, "["),
    ] {
        desk.says(SIGN, answer(404, "", kind, body));
        let other = unusable("signatures", "unexpected status");
        assert_eq!(desk.run(errand(Behalf::Own)).await, Err(other), "{body}");
    }
}

#[tokio::test]
async fn answers_that_cant_be_used() {
    let desk = Desk::start();
    let file = signs(&desk, |_| ());
    let cut = answer(201, "", "application/json", &file);
    let wait = |what, retry_after_s| Error::Service {
        at: "signatures",
        what,
        retry_after_s,
    };
    let cases = [
        (
            answer(200, "", "application/json", &file),
            wait("unexpected status", None),
        ),
        (answer(201, "", "text/html", &file), wait("not json", None)),
        (answer(201, "", "application/json", &file[..99]), wait("not json", None)),
        (cut[..cut.len() - 9].to_vec(), wait("cut short", None)),
        (
            answer(201, "", "application/json", &" ".repeat(300_000)),
            wait("too large", None),
        ),
        (
            answer(503, "retry-after: 8\r\n", "text/html", ""),
            wait("server error", Some(8)),
        ),
        (
            answer(429, "retry-after: 9\r\n", "text/html", ""),
            wait("too many requests", Some(9)),
        ),
    ];
    for (bytes, expected) in cases {
        desk.says(SIGN, bytes);
        assert_eq!(desk.run(errand(Behalf::Own)).await, Err(expected));
    }
    signs(&desk, |_| ());
    desk.says("GET /v1/jwks.json", answer(500, "", "text/html", ""));
    assert_eq!(
        desk.run(errand(Behalf::Own)).await,
        Err(unusable("card keys", "server error"))
    );
}
