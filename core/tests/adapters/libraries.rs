//! Everything about a person's libraries in one go, and what stays when a part can't be had.

use card_core::{
    Error, Result,
    domain::{
        household::{Ages, Household},
        kin::Kin,
        language::Language,
        library::{Agreement, LibraryNumber, Standing},
        receipt::{Basis, Pseudonym},
        shelf::{DeskCode, Party, Related, Shelf, Signed, Unused},
        timestamp::Timestamp,
    },
    session::errand::{Brought, Errand},
};
use serde_json::{Value, json};

use crate::{
    NOW,
    desk::{Desk, OSLO, level_too_low, problem, unusable},
    forge::keys,
    server::{answer, json as json_answer},
};

pub(crate) async fn seen(desk: &Desk, shelf: &Shelf) -> Result<Shelf> {
    match desk.run(Errand::SeeLibraries(Box::new(shelf.clone()))).await? {
        Brought::Libraries(shelf) => Ok(*shelf),
        other => panic!("{other:?}"),
    }
}

fn waiting() -> Value {
    json!({
        "agreement": "rules", "status": "pending", "since": NOW, "version": "1", "language": "nb", "signed_at": NOW,
        "desk_code": { "code": "K7MT-4Q2X", "expires_at": NOW + 9 },
    })
}

pub(crate) fn relation(library: &str, status: &str, agreements: &Value) -> Value {
    json!({ "library": library, "status": status, "since": NOW - 5, "home": false, "agreements": agreements, "more": 1 })
}

/// A service that has something of everything.
fn full() -> Desk {
    let desk = Desk::start();
    let mut home = relation(OSLO, "active", &json!([]));
    home["home"] = json!(true);
    let relations = json!([relation("2022100", "pending", &json!([waiting()])), home]);
    desk.tells("GET /v1/relations", &json!({ "relations": relations }));
    let people = json!([
        { "child": "p-child", "basis": "parental_responsibility", "name": "Ida\u{202e}", "born": "2015-02-28", "card": "active" },
        { "self": true, "name": "Kari\u{200b} Sandstad", "born": "1985-06-01" },
        { "child": "p-later", "basis": "something_later", "name": "Nils", "born": "2016-01-01" },
        { "child": "p å", "basis": "guardian", "name": "Nils", "born": "2016-01-01" },
        { "name": "Nobody", "born": "2016-01-01" },
        { "neighbour": "p-later" },
    ]);
    desk.tells("GET /v1/household", &json!({ "people": people, "ages": { "own_access": 12, "signs_alone": 16, "of_age": 18 }, "registry_link": true }));
    let notices = json!([
        { "kind": "later", "last_used_at": "never" },
        { "kind": "unused", "last_used_at": 1, "noticed_at": 2, "ends_at": 3 },
    ]);
    desk.tells("GET /v1/notices", &json!({ "notices": notices }));
    desk.tells(
        "GET /v1/receipts",
        &json!({ "receipts": [{ "library": OSLO, "file": "a" }, { "file": "b" }] }),
    );
    desk
}

#[tokio::test]
async fn all_of_it_is_read_and_cleaned() {
    let desk = full();
    let shelf = seen(&desk, &Shelf::default()).await.unwrap();
    let at = |number| LibraryNumber::parse(number).unwrap();
    let signed = Signed {
        agreement: Agreement::Rules,
        confirmed: false,
        since: Timestamp(NOW),
        version: 1,
        language: Language::Nb,
        signed_at: Timestamp(NOW),
        desk_code: Some(DeskCode {
            code: "K7MT-4Q2X".to_owned(),
            until: Timestamp(NOW + 9),
        }),
        newer: None,
    };
    let related = |library, standing, home, agreements| Related {
        library,
        standing,
        since: Timestamp(NOW - 5),
        home,
        agreements,
    };
    let party = |child, name: &str, born: &str| Party {
        child,
        name: name.to_owned(),
        born: born.parse().unwrap(),
    };
    let child = (Pseudonym::parse("p-child").unwrap(), Basis::ParentalResponsibility);
    let expected = Shelf {
        relations: vec![
            related(at("2022100"), Standing::Pending, false, vec![signed]),
            related(at(OSLO), Standing::Active, true, vec![]),
        ],
        told_at: None,
        people: vec![
            party(None, "Kari Sandstad", "1985-06-01"),
            party(Some(child), "Ida", "2015-02-28"),
        ],
        children: vec![Kin {
            has_card: true,
            ..Kin::new(Pseudonym::parse("p-child").unwrap())
        }],
        registry_link: Some(true),
        household: Household::new(Ages::new(12, 16).unwrap()),
        child_code: None,
        unused: vec![Unused {
            last_used_at: Timestamp(1),
            ends_at: Timestamp(3),
        }],
        receipts: vec!["a".to_owned(), "b".to_owned()],
        keys: keys(),
        head: None,
        forked_at: None,
        left_at: None,
    };
    assert_eq!(shelf, expected);
    for seen in desk.server.seen() {
        let personal = ["/v1/relations", "/v1/household", "/v1/notices", "/v1/receipts"].contains(&&*seen.path);
        assert_eq!(seen.headers.contains_key("authorization"), personal, "{}", seen.path);
    }
}

#[tokio::test]
async fn what_this_build_cant_name_is_nothing_and_nobody_is_at_home_twice() {
    let desk = Desk::start();
    let mut agreements = vec![waiting(); 6];
    agreements[0]["language"] = json!("xx");
    agreements[1]["agreement"] = json!("later");
    agreements[2]["version"] = json!("9999999999");
    agreements[3]["desk_code"]["code"] = json!("K7MT-4Q2O");
    agreements[4]["status"] = json!("active");
    agreements[5]["desk_code"]["code"] = json!("\u{202e}K7MT-4Q2X");
    let mut relations = vec![
        relation("2022100", "later", &json!(agreements)),
        relation("2022200", "guest", &json!([])),
        relation("2022300", "active", &json!([])),
        relation("2022400", "active", &json!([])),
        relation("2022300", "ended", &json!([])),
    ];
    for relation in &mut relations {
        relation["home"] = json!(true);
    }
    desk.tells("GET /v1/relations", &json!({ "relations": relations }));
    let relations = seen(&desk, &Shelf::default()).await.unwrap().relations;
    assert_eq!(relations[0].standing, Standing::None);
    let codes: Vec<bool> = relations[0].agreements.iter().map(|s| s.desk_code.is_some()).collect();
    assert_eq!(
        codes, [false; 3],
        "three can be read; no code that isn't one, and none where nothing is waited for"
    );
    let homes: Vec<bool> = relations.iter().map(|related| related.home).collect();
    assert_eq!(
        homes,
        [false, false, true, false],
        "a patron's, one, and each library once"
    );
}

#[tokio::test]
async fn relations_alone_are_the_same_and_ask_for_nothing_else() {
    let desk = full();
    let Brought::Relations(alone) = desk.run(Errand::SeeRelations).await.unwrap() else {
        panic!("relations");
    };
    assert_eq!(desk.server.paths(), ["/v1/relations"]);
    assert_eq!(alone, seen(&desk, &Shelf::default()).await.unwrap().relations);
}

#[tokio::test]
async fn more_than_anybody_has_is_cut() {
    let desk = Desk::start();
    let one = |number| relation(&format!("2{number:06}"), "guest", &json!([]));
    desk.tells(
        "GET /v1/relations",
        &json!({ "relations": (0..600).map(one).collect::<Vec<_>>() }),
    );
    assert_eq!(seen(&desk, &Shelf::default()).await.unwrap().relations.len(), 500);
}

#[tokio::test]
async fn without_relations_nothing_is_told_and_each_refusal_has_its_meaning() {
    let cases = [
        (answer(401, "", "text/html", ""), Error::Unauthorized),
        (problem(404, "no-card"), Error::NoCard),
        (json_answer(200, &json!({})), unusable("relations", "unexpected json")),
        (
            json_answer(200, &json!({ "relations": [{}] })),
            unusable("relations", "unexpected json"),
        ),
        (answer(200, "", "text/html", "{}"), unusable("relations", "not json")),
        (
            answer(200, "", "application/json", "{"),
            unusable("relations", "not json"),
        ),
        (answer(502, "", "text/html", ""), unusable("relations", "server error")),
        (
            answer(200, "", "application/json", &" ".repeat(2_000_000)),
            unusable("relations", "too large"),
        ),
    ];
    for (bytes, expected) in cases {
        let desk = full();
        desk.says("GET /v1/relations", bytes);
        assert_eq!(seen(&desk, &Shelf::default()).await, Err(expected));
        assert_eq!(desk.server.seen().len(), 1, "and nothing else is asked");
        let alone = desk.run(Errand::SeeRelations).await.unwrap_err();
        assert_eq!(
            Err(alone),
            seen(&desk, &Shelf::default()).await,
            "asked alone it is the same"
        );
    }
}

#[tokio::test]
async fn a_part_that_cant_be_had_stays_as_it_was() {
    let before = seen(&full(), &Shelf::default()).await.unwrap();
    let broken = [
        answer(500, "", "text/html", ""),
        answer(200, "", "text/html", "<p>Log in to the café's network"),
        json_answer(
            200,
            &json!({ "people": 1, "notices": [{ "kind": "unused" }], "receipts": [7], "keys": 1 }),
        ),
        problem(404, "elsewhere"),
        level_too_low(),
    ];
    for path in ["household", "notices", "receipts", "jwks.json"] {
        for bytes in &broken {
            let desk = full();
            desk.says(&format!("GET /v1/{path}"), bytes.clone());
            assert_eq!(seen(&desk, &before).await, Ok(before.clone()), "{path}");
        }
    }
    for path in ["household", "notices", "receipts"] {
        let desk = full();
        desk.says(&format!("GET /v1/{path}"), answer(401, "", "text/html", ""));
        assert_eq!(
            seen(&desk, &before).await,
            Err(Error::Unauthorized),
            "{path}: another token helps"
        );
        desk.says(&format!("GET /v1/{path}"), Vec::new());
        assert!(
            matches!(seen(&desk, &before).await, Err(Error::Offline(_))),
            "{path}: hung up"
        );
    }
}

#[tokio::test]
async fn receipts_join_and_none_goes() {
    let desk = full();
    let mut shelf = Shelf {
        receipts: vec!["kept".to_owned(), "b".to_owned()],
        ..Shelf::default()
    };
    shelf = seen(&desk, &shelf).await.unwrap();
    assert_eq!(
        shelf.receipts,
        ["kept", "b", "a"],
        "neither what the service lost nor what proves nothing"
    );
    let again = seen(&desk, &shelf).await.unwrap();
    assert_eq!(again.receipts, shelf.receipts);
}
