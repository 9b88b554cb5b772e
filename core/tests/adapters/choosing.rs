//! Another home library, something taken back, a card kept, and leaving.

use card_core::{
    Error, Result,
    domain::{
        library::{Contact, LibraryNumber, Standing},
        shelf::{Leaving, Remaining, Unused},
        timestamp::Timestamp,
    },
    session::errand::{Brought, Errand},
};
use serde_json::{Value, json};

use crate::{
    NOW,
    desk::{Desk, OSLO, level_too_low, problem, unusable},
    libraries::relation,
    server::{answer, json as json_answer},
};

const CHOOSE: &str = "PUT /v1/home-library";
const WITHDRAW: &str = "DELETE /v1/relations/2030000";
const KEEP: &str = "POST /v1/keep-card";
const SEE: &str = "GET /v1/leave";
const LEAVE: &str = "POST /v1/leave";

fn oslo() -> LibraryNumber {
    LibraryNumber::parse(OSLO).unwrap()
}

/// Each errand, where it asks, and how errors call that.
fn errands() -> [(Errand, &'static str, &'static str); 5] {
    [
        (Errand::ChooseHome(oslo()), CHOOSE, "home library"),
        (Errand::Withdraw(oslo()), WITHDRAW, "relations"),
        (Errand::KeepCard, KEEP, "keep card"),
        (Errand::SeeLeaving, SEE, "leave"),
        (Errand::Leave, LEAVE, "leave"),
    ]
}

#[tokio::test]
async fn a_home_library_is_chosen_and_the_relations_are_as_they_are_then() {
    let desk = Desk::start();
    let mut home = relation(OSLO, "active", &json!([]));
    home["home"] = json!(true);
    desk.tells(
        CHOOSE,
        &json!({ "relations": [relation("2022100", "active", &json!([])), home] }),
    );
    let Brought::Relations(relations) = desk.run(Errand::ChooseHome(oslo())).await.unwrap() else {
        panic!("relations");
    };
    let homes: Vec<_> = relations
        .iter()
        .map(|related| (related.library.to_string(), related.home))
        .collect();
    assert_eq!(homes, [("2022100".to_owned(), false), (OSLO.to_owned(), true)]);
    let seen = &desk.heard(CHOOSE)[0];
    assert_eq!(seen.body, "{\"library\":\"2030000\"}");
    assert_eq!(seen.headers["authorization"], "Bearer access");
    desk.says(CHOOSE, problem(409, "not-active"));
    assert_eq!(
        desk.run(Errand::ChooseHome(oslo())).await,
        Err(Error::NotAllowed("not-active"))
    );
}

#[tokio::test]
async fn what_was_asked_for_is_taken_back() {
    let desk = Desk::start();
    let cases = [
        (answer(204, "", "application/json", ""), Ok(Brought::Withdrawn(oslo()))),
        (problem(404, "no-relation"), Ok(Brought::Withdrawn(oslo()))),
        (
            problem(404, "elsewhere"),
            Err(unusable("relations", "unexpected status")),
        ),
        (
            answer(404, "", "text/html", "no-relation"),
            Err(unusable("relations", "unexpected status")),
        ),
        (problem(409, "library-keeps"), Err(Error::NotAllowed("library-keeps"))),
        (
            json_answer(200, &json!({})),
            Err(unusable("relations", "unexpected status")),
        ),
    ];
    for (bytes, expected) in cases {
        desk.says(WITHDRAW, bytes);
        assert_eq!(desk.run(Errand::Withdraw(oslo())).await, expected);
    }
    assert_eq!(desk.heard(WITHDRAW)[0].headers["authorization"], "Bearer access");
}

#[tokio::test]
async fn a_card_is_kept() {
    let desk = Desk::start();
    let left = json!({ "kind": "unused", "last_used_at": 1, "noticed_at": 2, "ends_at": 3 });
    let unused = Unused {
        last_used_at: Timestamp(1),
        ends_at: Timestamp(3),
    };
    for (notices, expected) in [(json!([]), vec![]), (json!([{ "kind": "later" }, left]), vec![unused])] {
        desk.tells(KEEP, &json!({ "notices": notices }));
        assert_eq!(desk.run(Errand::KeepCard).await, Ok(Brought::CardKept(expected)));
    }
    desk.says(KEEP, problem(404, "no-card"));
    assert_eq!(desk.run(Errand::KeepCard).await, Err(Error::NoCard));
}

fn left(ended_at: &Value) -> Value {
    let contact = json!({ "email": "post@bibliotek.example", "phone": "\u{202e}", "web": null, "fax": "1" });
    json!({
        "ended_at": ended_at,
        "remaining": [
            { "library": OSLO, "name": "Deichman \u{2066}Bjørvika\u{2069}", "status": "active", "contact": contact },
            { "library": "2022100", "name": "å".repeat(300), "status": "later" },
        ],
    })
}

#[tokio::test]
async fn leaving_says_what_remains_before_and_after() {
    let desk = Desk::start();
    desk.tells(SEE, &left(&Value::Null));
    desk.tells(LEAVE, &left(&json!(NOW)));
    let remaining = vec![
        Remaining {
            library: oslo(),
            name: "Deichman Bjørvika".to_owned(),
            standing: Standing::Active,
            contact: Contact {
                email: Some("post@bibliotek.example".to_owned()),
                phone: None,
                web: None,
            },
        },
        Remaining {
            library: LibraryNumber::parse("2022100").unwrap(),
            name: "å".repeat(200),
            standing: Standing::None,
            contact: Contact::default(),
        },
    ];
    let told = |ended_at| {
        Ok(Brought::Leaving(Leaving {
            ended_at,
            remaining: remaining.clone(),
        }))
    };
    assert_eq!(desk.run(Errand::SeeLeaving).await, told(None));
    assert!(desk.heard(LEAVE).is_empty(), "asking ends nothing");
    assert_eq!(desk.run(Errand::Leave).await, told(Some(Timestamp(NOW))));
    desk.tells(LEAVE, &left(&Value::Null));
    let not_ended: Result<Brought> = desk.run(Errand::Leave).await;
    assert_eq!(
        not_ended,
        Err(unusable("leave", "unexpected json")),
        "not ended is not left"
    );
    desk.says(LEAVE, problem(409, "card-not-active"));
    assert_eq!(desk.run(Errand::Leave).await, Err(Error::NotAllowed("card-not-active")));
}

#[tokio::test]
async fn each_refusal_has_its_meaning_everywhere() {
    for (errand, path, at) in errands() {
        let wait = |what, seconds| Error::Service {
            at,
            what,
            retry_after_s: Some(seconds),
        };
        let cases = [
            (level_too_low(), Error::LevelTooLow),
            (answer(401, "", "text/html", ""), Error::Unauthorized),
            (problem(403, "forbidden"), unusable(at, "unexpected status")),
            (problem(404, "no-card"), Error::NoCard),
            (
                answer(429, "retry-after: 7\r\n", "text/html", ""),
                wait("too many requests", 7),
            ),
            (
                answer(503, "retry-after: 8\r\n", "text/html", ""),
                wait("server error", 8),
            ),
            (
                answer(302, "location: /\r\n", "text/html", ""),
                unusable(at, "redirect"),
            ),
            (Vec::new(), Error::Offline(at)),
        ];
        let desk = Desk::start();
        for (bytes, expected) in cases {
            desk.says(path, bytes);
            assert_eq!(desk.run(errand.clone()).await, Err(expected), "{path}");
        }
    }
}

#[tokio::test]
async fn answers_that_cant_be_used() {
    for (errand, path, at) in errands() {
        if path == WITHDRAW {
            continue;
        }
        let cut = json_answer(
            200,
            &json!({ "relations": [], "notices": [], "remaining": [], "ended_at": 1 }),
        );
        let cases = [
            (answer(200, "", "text/html", "{}"), "not json"),
            (answer(200, "", "application/json", "{"), "not json"),
            (answer(200, "", "application/json", "{}"), "unexpected json"),
            (cut[..cut.len() - 9].to_vec(), "cut short"),
            (answer(200, "", "application/json", &" ".repeat(2_000_000)), "too large"),
        ];
        let desk = Desk::start();
        for (bytes, what) in cases {
            desk.says(path, bytes);
            assert_eq!(desk.run(errand.clone()).await, Err(unusable(at, what)), "{path}");
        }
        desk.says(path, cut);
        assert!(desk.run(errand).await.is_ok(), "{path}: whole it is fine");
    }
}
