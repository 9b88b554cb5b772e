//! A log that goes on, one that tells two stories, and one that can't be asked.

use card_core::domain::{shelf::Shelf, timestamp::Timestamp};
use serde_json::{Value, json};

use crate::{
    NOW,
    desk::{Desk, problem},
    forge::{keys, text},
    libraries::seen,
    server::{answer, json as json_answer},
    tree::{self, Node},
};

const HEAD: &str = "GET /v1/log/head";
const GROWN: &str = "GET /v1/log/consistency?from=4";

fn leaves(n: u8, from: u8) -> Vec<Node> {
    (0..n).map(|i| tree::leaf(&[i, from])).collect()
}

fn service() -> Desk {
    let desk = Desk::start();
    desk.tells("GET /v1/relations", &json!({ "relations": [] }));
    desk
}

/// What a log with these leaves proves about its first four.
fn grown(desk: &Desk, leaves: &[Node]) -> Value {
    let proof: Vec<String> = tree::consistency(4, leaves).iter().map(|hash| text(hash)).collect();
    json!({ "from": 4, "proof": proof, "tree_head": desk.head(leaves) })
}

/// A shelf that remembers a log of four.
fn remembering(desk: &Desk) -> Shelf {
    Shelf {
        head: Some(desk.head(&leaves(4, 0))),
        keys: keys(),
        ..Shelf::default()
    }
}

#[tokio::test]
async fn the_first_head_is_remembered_when_it_proves_itself() {
    let desk = service();
    desk.tells(HEAD, &json!({ "tree_head": desk.head(&leaves(4, 0)) }));
    let shelf = seen(&desk, &Shelf::default()).await.unwrap();
    assert_eq!(shelf.head, remembering(&desk).head);
    assert_eq!(shelf.forked_at, None);
    assert!(!desk.heard(HEAD)[0].headers.contains_key("authorization"));
    let mut forged = desk.script();
    forged.head_key = 9;
    desk.tells(HEAD, &json!({ "tree_head": forged.head_of(&leaves(4, 0)) }));
    assert_eq!(seen(&desk, &Shelf::default()).await.unwrap().head, None);
}

#[tokio::test]
async fn a_log_that_only_grew_is_gone_on_from() {
    let desk = service();
    for n in [4, 5, 9] {
        let told = grown(&desk, &leaves(n, 0));
        desk.tells(GROWN, &told);
        let shelf = seen(&desk, &remembering(&desk)).await.unwrap();
        assert_eq!(shelf.head.as_deref(), told["tree_head"].as_str(), "{n}");
        assert_eq!(shelf.forked_at, None);
    }
    assert!(!desk.heard(GROWN)[0].headers.contains_key("authorization"));
    assert!(desk.heard(HEAD).is_empty());
}

#[tokio::test]
async fn a_fork_is_remembered_with_the_head_that_proves_it() {
    let desk = service();
    let mut spoilt = grown(&desk, &leaves(9, 0));
    spoilt["proof"][0] = json!("A".repeat(43));
    let mut broken = grown(&desk, &leaves(9, 0));
    broken["proof"][0] = json!("?");
    let mut none = grown(&desk, &leaves(9, 0));
    none["proof"] = json!([]);
    let shrunk = json!({ "from": 4, "proof": [], "tree_head": desk.head(&leaves(3, 0)) });
    let mut elsewhere = desk.script();
    elsewhere.head["log"] = json!("rules-2027");
    let other_log = json!({ "from": 4, "proof": [], "tree_head": elsewhere.head_of(&leaves(4, 0)) });
    let forks = [
        ("another story", grown(&desk, &leaves(9, 1))),
        ("two roots", grown(&desk, &leaves(4, 1))),
        ("a proof of something else", spoilt),
        ("no hash", broken),
        ("no proof", none),
        ("fewer entries", shrunk),
        ("another log", other_log),
    ];
    for (name, fork) in forks {
        desk.tells(GROWN, &fork);
        let mut shelf = seen(&desk, &remembering(&desk)).await.unwrap();
        assert_eq!(shelf.head, remembering(&desk).head, "{name}: the old head stays");
        assert_eq!(shelf.forked_at, Some(Timestamp(NOW + 60)), "{name}");
        shelf.forked_at = Some(Timestamp(5));
        let again = seen(&desk, &shelf).await.unwrap();
        assert_eq!(again.forked_at, Some(Timestamp(5)), "{name}: when it was seen first");
    }
}

#[tokio::test]
async fn a_log_that_was_cut_proves_it_by_its_own_head() {
    let desk = service();
    desk.says(GROWN, problem(404, "no-tree"));
    let told = async |n, story| {
        desk.tells(HEAD, &json!({ "tree_head": desk.head(&leaves(n, story)) }));
        let shelf = seen(&desk, &remembering(&desk)).await.unwrap();
        assert_eq!(shelf.head, remembering(&desk).head);
        shelf.forked_at
    };
    assert_eq!(told(2, 0).await, Some(Timestamp(NOW + 60)), "cut");
    assert_eq!(told(4, 1).await, Some(Timestamp(NOW + 60)), "another one");
    assert_eq!(told(4, 0).await, None, "the same, whatever it says of itself");
    assert_eq!(told(9, 1).await, None, "longer: nothing is proved");
}

#[tokio::test]
async fn a_log_that_cant_be_asked_changes_nothing() {
    let desk = service();
    let mut forged = desk.script();
    forged.head_key = 9;
    let strangers = json!({ "from": 4, "proof": [], "tree_head": forged.head_of(&leaves(3, 0)) });
    let mut other = desk.script();
    other.head["iss"] = json!("https://else.example.no");
    let others = json!({ "from": 4, "proof": [], "tree_head": other.head_of(&leaves(3, 0)) });
    let answers = [
        problem(404, "elsewhere"),
        problem(404, "no-tree"),
        problem(400, "bad-request"),
        answer(404, "", "text/html", ""),
        answer(503, "", "text/html", ""),
        answer(200, "", "text/html", ""),
        json_answer(200, &json!({})),
        json_answer(200, &strangers),
        json_answer(200, &others),
        Vec::new(),
    ];
    for (n, bytes) in answers.into_iter().enumerate() {
        desk.says(GROWN, bytes);
        let shelf = seen(&desk, &remembering(&desk)).await.unwrap();
        assert_eq!(shelf, remembering(&desk), "{n}");
    }
}

#[tokio::test]
async fn keys_go_and_what_was_seen_stays() {
    let desk = service();
    let mut newer = desk.script();
    (newer.head_key, newer.head_header["kid"]) = (9, json!("r2"));
    let new_keys = json!({ "keys": [crate::forge::jwk("r2", 9)] });
    desk.tells("GET /v1/jwks.json", &new_keys);
    let other = newer.head_of(&leaves(4, 1));
    desk.tells(GROWN, &json!({ "from": 4, "proof": [], "tree_head": other }));
    desk.tells(HEAD, &json!({ "tree_head": other }));
    let mut shelf = remembering(&desk);
    for _ in 0..2 {
        shelf.forked_at = None;
        shelf = seen(&desk, &shelf).await.unwrap();
        assert_eq!(shelf.keys, new_keys.to_string());
        assert_eq!(
            shelf.forked_at,
            Some(Timestamp(NOW + 60)),
            "who takes a key away isn't rid of its head"
        );
        assert_eq!(shelf.head, remembering(&desk).head);
    }
}
