//! Children's cards and libraries: verified like one's own, asked conditionally, and over when the service says so.

use card_core::{
    Error, Result,
    domain::{card_number::CardNumber, household::Act, library::LibraryNumber, receipt::Basis},
    ports::Fetched,
    session::{
        asks::{ChildCard, ChildrenWish, Outcome, PeopleAsk, PeopleBrought, Visit, Visited},
        errand::{Brought, Errand},
    },
};
use serde_json::{Value, json};

use crate::{
    NOW,
    card::{jwk, sign},
    desk::{Desk, OSLO, problem},
    libraries::relation,
    server::answer,
    signing::mandate,
};

const CARD: &str = "GET /v1/children/p-child/card";
const RELATIONS: &str = "GET /v1/children/p-child/relations";

fn visit(etag: Option<&str>) -> Visit {
    let may = |act| mandate("p-child", Basis::ParentalResponsibility, act);
    Visit {
        card: Some((may(Act::ShowCard), etag.map(str::to_owned))),
        libraries: Some(may(Act::SeeLibraries)),
    }
}

/// The child's card by this service, made otherwise by `edit`.
fn card(desk: &Desk, edit: impl FnOnce(&mut Value)) -> Vec<u8> {
    let mut payload = json!({
        "iss": desk.server.origin, "sub": "p-child", "iat": NOW, "fresh_until": NOW + 86_400, "show_until": NOW + 2_592_000,
        "card": { "number": "N100000001", "name": "Nora Sandstad", "status": "active", "home_library": null, "libraries": [] },
    });
    edit(&mut payload);
    let header = json!({ "alg": "ES256", "typ": "card-snapshot+jwt", "kid": "r1" });
    desk.tells("GET /v1/jwks.json", &json!({ "keys": [jwk("r1", 7)] }));
    let body = json!({ "snapshot": sign(&header, &payload, 7) });
    answer(200, "etag: \"1\"\r\n", "application/json", &body.to_string())
}

async fn seen(desk: &Desk, visits: Vec<Visit>) -> Result<Vec<Visited>> {
    match desk.run(Errand::People(PeopleAsk::SeeChildren(visits))).await? {
        Brought::People(brought) => match *brought {
            PeopleBrought::Children(children) => Ok(children),
            other => panic!("{other:?}"),
        },
        other => panic!("{other:?}"),
    }
}

fn fetched(visited: &Visited) -> Option<&Fetched> {
    match &visited.card {
        Some(ChildCard::Fetched(fetched)) => Some(fetched),
        _ => None,
    }
}

#[tokio::test]
async fn a_childs_card_is_the_childs_and_asked_for_by_its_mark() {
    let desk = Desk::start();
    desk.says(CARD, card(&desk, |_| ()));
    let relations = json!({ "relations": [relation(OSLO, "active", &json!([]))] });
    desk.tells(RELATIONS, &relations);
    let children = seen(&desk, vec![visit(None)]).await.unwrap();
    let Some(Fetched::Card { snapshot, etag, .. }) = fetched(&children[0]) else {
        panic!("a card")
    };
    assert_eq!(
        (snapshot.subject.as_str(), snapshot.card.name.as_str()),
        ("p-child", "Nora Sandstad")
    );
    assert_eq!(etag.as_deref(), Some("\"1\""));
    assert_eq!(children[0].relations.as_ref().unwrap().len(), 1);
    assert!(!children[0].over);
    desk.says(CARD, answer(304, "etag: \"1\"\r\n", "text/plain", ""));
    let children = seen(&desk, vec![visit(Some("\"1\""))]).await.unwrap();
    assert_eq!(fetched(&children[0]), Some(&Fetched::Unchanged));
    assert_eq!(desk.heard(CARD)[1].headers["if-none-match"], "\"1\"");
}

#[tokio::test]
async fn a_card_of_somebody_else_or_badly_signed_is_none() {
    let desk = Desk::start();
    desk.tells(RELATIONS, &json!({ "relations": [] }));
    let wrong: [fn(&mut Value); 3] = [
        |payload| payload["sub"] = json!("p-kari"),
        |payload| payload["iss"] = json!("https://else.example.no"),
        |payload| payload["card"]["number"] = json!("9"),
    ];
    for edit in wrong {
        desk.says(CARD, card(&desk, edit));
        let children = seen(&desk, vec![visit(None)]).await.unwrap();
        assert_eq!(children[0].card, None, "as it was before");
        assert!(children[0].relations.is_some(), "the rest is told");
    }
}

#[tokio::test]
async fn no_basis_is_an_answer_and_ends_that_child_only() {
    let desk = Desk::start();
    desk.says(CARD, problem(404, "no-basis"));
    desk.says("GET /v1/children/p-other/card", problem(404, "no-card"));
    desk.tells("GET /v1/children/p-other/relations", &json!({ "relations": [] }));
    let other = Visit {
        card: Some((mandate("p-other", Basis::Guardian, Act::ShowCard), None)),
        libraries: Some(mandate("p-other", Basis::Guardian, Act::SeeLibraries)),
    };
    let children = seen(&desk, vec![visit(None), other]).await.unwrap();
    assert!(children[0].over && children[0].card.is_none() && children[0].relations.is_none());
    assert!(desk.heard(RELATIONS).is_empty(), "not asked for what is over");
    assert_eq!((children[1].over, &children[1].card), (false, &Some(ChildCard::None)));
}

#[tokio::test]
async fn without_network_or_token_nobody_else_is_asked() {
    let desk = Desk::start();
    for (bytes, expected) in [
        (Vec::new(), Error::Offline("card")),
        (answer(401, "", "text/html", ""), Error::Unauthorized),
    ] {
        desk.says(CARD, bytes);
        assert_eq!(seen(&desk, vec![visit(None), visit(None)]).await, Err(expected));
    }
    desk.says(CARD, answer(503, "", "text/html", ""));
    desk.tells(RELATIONS, &json!({ "relations": [] }));
    let children = seen(&desk, vec![visit(None)]).await.unwrap();
    assert_eq!((children[0].over, &children[0].card), (false, &None));
}

#[tokio::test]
async fn each_child_has_a_result_and_one_without_is_a_refusal() {
    let desk = Desk::start();
    let names = ["p-a", "p-b", "p-c", "p-d", "p-e", "p-f"];
    desk.tells(
        "POST /v1/children",
        &json!({ "results": [
            { "child": "p-f", "outcome": "later" },
            { "child": "p-a", "outcome": "registered", "number": "N100000001" },
            { "child": "p-b", "outcome": "already-registered", "number": "N100000002" },
            { "child": "p-c", "outcome": "signs-alone" },
            { "child": "p-d", "outcome": "too-young" },
        ] }),
    );
    let may = |name: &&str| mandate(name, Basis::ParentalResponsibility, Act::SignRules);
    let wish = ChildrenWish {
        mandates: names.iter().map(may).collect(),
        home: LibraryNumber::parse(OSLO).unwrap(),
        key: "k".to_owned(),
    };
    let brought = desk
        .run(Errand::People(PeopleAsk::RegisterChildren(Box::new(wish))))
        .await;
    let Ok(Brought::People(brought)) = brought else {
        panic!("{brought:?}")
    };
    let PeopleBrought::Outcomes(outcomes) = *brought else {
        panic!("outcomes")
    };
    let number = |text| CardNumber::parse(text).unwrap();
    let told: Vec<_> = outcomes
        .iter()
        .map(|(child, outcome)| (child.expose(), outcome.clone()))
        .collect();
    assert_eq!(
        told,
        [
            ("p-a", Outcome::Registered(number("N100000001"))),
            ("p-b", Outcome::AlreadyRegistered(number("N100000002"))),
            ("p-c", Outcome::SignsAlone),
            ("p-d", Outcome::TooYoung),
            ("p-e", Outcome::NotAllowed),
            ("p-f", Outcome::NotAllowed),
        ]
    );
}
