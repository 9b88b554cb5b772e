//! What a library has published since the person signed there.

use card_core::domain::{
    rules::Severity,
    shelf::{Newer, Shelf},
};
use serde_json::{Value, json};

use crate::{
    NOW,
    desk::{Desk, OSLO, text_at},
    libraries::{relation, seen},
    server::answer,
};

const ASKED: &str = "GET /v1/libraries/2030000/agreements";

fn signed(version: &str, language: &str) -> Value {
    json!({ "agreement": "rules", "status": "active", "since": NOW, "version": version, "language": language, "signed_at": NOW })
}

/// A service where that version was signed in that language, and versions 1 and 3 are published.
fn service(version: &str, language: &str) -> Desk {
    let desk = Desk::start();
    let relations = [relation(OSLO, "active", &json!([signed(version, language)]))];
    desk.tells("GET /v1/relations", &json!({ "relations": relations }));
    desk.offers(3, &["nb", "nn"]);
    desk.publishes(1, "nb", "Lånetiden er 28 dager. Gebyret er 50 kroner.");
    desk.publishes(3, "nb", "Lånetiden er 28 dager. Gebyret er 90 kroner.");
    desk
}

async fn after(desk: &Desk, shelf: &mut Shelf) -> Option<Newer> {
    *shelf = seen(desk, shelf).await.unwrap();
    shelf.relations[0].agreements[0].newer
}

async fn newer(desk: &Desk) -> Option<Newer> {
    after(desk, &mut Shelf::default()).await
}

fn third(severity: Severity) -> Option<Newer> {
    Some(Newer {
        version: 3,
        severity,
        from: "2023-01-01".parse().unwrap(),
    })
}

#[tokio::test]
async fn a_newer_version_is_told_with_what_it_changes() {
    assert_eq!(newer(&service("1", "nb")).await, third(Severity::Money));
    assert_eq!(newer(&service("3", "nb")).await, None, "signed already");
    assert_eq!(newer(&service("4", "nb")).await, None, "older than what was signed");
    let words = service("1", "nb");
    words.publishes(3, "nb", "Lånetiden er 28 dager; gebyret er 50 kroner.");
    assert_eq!(newer(&words).await, third(Severity::Editorial));
    let same = service("1", "nb");
    same.publishes(3, "nb", "Lånetiden er 28 dager. Gebyret er 50 kroner.");
    assert_eq!(newer(&same).await, third(Severity::Editorial));
}

#[tokio::test]
async fn where_it_cant_be_told_it_counts_as_material() {
    let desk = service("2", "nb");
    assert_eq!(
        newer(&desk).await,
        third(Severity::Material),
        "the signed one isn't there any more"
    );
    let other = service("1", "nn");
    other.publishes(1, "nn", "Lånetida er 28 dagar.");
    assert_eq!(
        newer(&other).await,
        third(Severity::Material),
        "no longer written in that language"
    );
}

#[tokio::test]
async fn what_was_found_out_isnt_asked_again_until_something_else_is_published_or_signed() {
    let (desk, mut shelf) = (service("1", "nb"), Shelf::default());
    after(&desk, &mut shelf).await;
    assert_eq!(after(&desk, &mut shelf).await, third(Severity::Money));
    assert_eq!(desk.heard(&text_at(3, "nb")).len(), 1);
    assert_eq!(desk.heard(ASKED).len(), 2);
    desk.offers(4, &["nb"]);
    desk.publishes(4, "nb", "Lånetiden er 14 dager. Gebyret er 50 kroner.");
    let fourth = after(&desk, &mut shelf).await.unwrap();
    assert_eq!((fourth.version, fourth.severity), (4, Severity::Material));
    let relations = [relation(OSLO, "active", &json!([signed("3", "nb")]))];
    desk.tells("GET /v1/relations", &json!({ "relations": relations }));
    let since_the_third = after(&desk, &mut shelf).await.unwrap();
    assert_eq!(
        (since_the_third.version, since_the_third.severity),
        (4, Severity::Money)
    );
}

#[tokio::test]
async fn a_library_that_cant_be_asked_keeps_what_was_known() {
    let (desk, mut shelf) = (service("1", "nb"), Shelf::default());
    after(&desk, &mut shelf).await;
    for bytes in [
        answer(500, "", "text/html", ""),
        answer(200, "", "text/html", "{}"),
        Vec::new(),
    ] {
        desk.says(ASKED, bytes);
        assert_eq!(after(&desk, &mut shelf).await, third(Severity::Money));
    }
    for version in [1, 3] {
        let down = service("1", "nb");
        down.says(&text_at(version, "nb"), answer(500, "", "text/html", ""));
        assert_eq!(newer(&down).await, None, "not known yet, and not made up for ever");
    }
}

#[tokio::test]
async fn one_library_stands_not_in_the_way_of_another() {
    let desk = service("1", "nb");
    let relations = [
        relation("2022100", "active", &json!([signed("1", "nb")])),
        relation(OSLO, "active", &json!([signed("1", "nb")])),
    ];
    desk.tells("GET /v1/relations", &json!({ "relations": relations }));
    desk.says("GET /v1/libraries/2022100/agreements", answer(500, "", "text/html", ""));
    let shelf = seen(&desk, &Shelf::default()).await.unwrap();
    assert_eq!(shelf.relations[1].agreements[0].newer, third(Severity::Money));
    assert_eq!(desk.heard(ASKED).len(), 1);
}

#[tokio::test]
async fn without_network_nobody_else_is_asked() {
    let desk = service("1", "nb");
    let relations = [
        relation("2022100", "active", &json!([signed("1", "nb")])),
        relation(OSLO, "active", &json!([signed("1", "nb")])),
    ];
    desk.tells("GET /v1/relations", &json!({ "relations": relations }));
    desk.says("GET /v1/libraries/2022100/agreements", Vec::new());
    let shelf = seen(&desk, &Shelf::default()).await.unwrap();
    assert_eq!(shelf.relations[1].agreements[0].newer, None);
    assert!(desk.heard(ASKED).is_empty());
}
