//! A log that tells two stories, takes entries back or changes them.

use card_core::{
    adapters::receipt::{NoReceipt, path, verify, verify_head},
    domain::{
        log::{Fork, TreeHead},
        merkle::Hash,
    },
};
use serde_json::json;

use crate::{
    NOW,
    forge::{ISSUER, Script, keys, text},
    tree::{self, Node},
};

/// A name, what is wrong, and the check that says so.
type Case = (&'static str, fn(&mut Script), NoReceipt);

fn leaves(n: u8, from: u8) -> Vec<Node> {
    (0..n).map(|i| tree::leaf(&[i, from])).collect()
}

fn head(leaves: &[Node]) -> TreeHead {
    verify_head(&Script::honest().head_of(leaves), &keys(), ISSUER).unwrap()
}

fn proof(m: usize, leaves: &[Node]) -> Vec<Hash> {
    let sent: Vec<String> = tree::consistency(m, leaves).iter().map(|hash| text(hash)).collect();
    path(&sent).unwrap()
}

#[test]
fn a_log_that_only_grew_goes_on() {
    let all = leaves(40, 0);
    for new in 1..=all.len() {
        for old in 1..=new {
            let (older, newer) = (head(&all[..old]), head(&all[..new]));
            assert_eq!(
                newer.follows(&older, &proof(old, &all[..new])),
                Ok(()),
                "{old} to {new}"
            );
        }
    }
    assert_eq!(head(&all).follows(&head(&[]), &[]), Ok(()));
    assert_eq!(head(&[]).follows(&head(&[]), &[]), Ok(()));
}

#[test]
fn a_fork_is_noticed() {
    let (ours, theirs) = (leaves(9, 0), leaves(9, 1));
    assert_eq!(head(&theirs).follows(&head(&ours), &[]), Err(Fork::TwoRoots));
    // One entry changed is enough, wherever it is, and no proof helps.
    for i in 0..9 {
        let mut forked = ours.clone();
        forked[i] = theirs[i];
        assert_eq!(head(&forked).follows(&head(&ours), &[]), Err(Fork::TwoRoots));
        forked.extend(leaves(5, 2));
        for proof in [
            proof(9, &forked),
            proof(9, &[&ours[..], &leaves(5, 2)].concat()),
            Vec::new(),
        ] {
            assert_eq!(
                head(&forked).follows(&head(&ours), &proof),
                Err(Fork::Rewritten),
                "entry {i}"
            );
        }
    }
}

#[test]
fn a_shrunk_log_is_noticed() {
    let all = leaves(9, 0);
    for fewer in 0..9 {
        assert_eq!(head(&all[..fewer]).follows(&head(&all), &[]), Err(Fork::Shrunk));
    }
}

#[test]
fn a_proof_for_others_is_no_proof() {
    let all = leaves(20, 0);
    let (older, newer) = (head(&all[..6]), head(&all));
    assert_eq!(newer.follows(&older, &proof(6, &all)), Ok(()));
    for wrong in [proof(5, &all), proof(6, &all[..19]), Vec::new()] {
        assert_eq!(newer.follows(&older, &wrong), Err(Fork::Rewritten));
    }
    assert_eq!(newer.follows(&newer, &proof(6, &all)), Err(Fork::Rewritten));
    assert_eq!(newer.follows(&head(&[]), &proof(6, &all)), Err(Fork::Rewritten));
    assert_eq!(path(&["AA"]), Err(NoReceipt::Form));
}

#[test]
fn another_log_is_not_compared() {
    let all = leaves(3, 0);
    let other = Script::but(|s| s.head["log"] = json!("rules-2025")).head_of(&all);
    let other = verify_head(&other, &keys(), ISSUER).unwrap();
    assert_eq!(head(&all).follows(&other, &[]), Err(Fork::OtherLog));
    let elsewhere = "https://kort.example.com";
    let other = Script::but(|s| s.head["iss"] = json!(elsewhere)).head_of(&all);
    let other = verify_head(&other, &keys(), elsewhere).unwrap();
    assert_eq!(head(&all).follows(&other, &[]), Err(Fork::OtherLog));
}

/// Somebody was shown a log of their own: their receipt proves itself, and the head in it gives the log away.
#[test]
fn a_receipt_from_a_forked_log_gives_it_away() {
    let file = Script::honest().file().to_string();
    let receipt = verify(file.as_bytes(), &keys(), ISSUER).unwrap();
    assert_eq!(head(&leaves(7, 0)).follows(&receipt.head, &[]), Err(Fork::TwoRoots));
}

#[test]
fn heads_that_are_wrong_are_refused() {
    let all = leaves(3, 0);
    let cases: Vec<Case> = vec![
        ("foreign key", |s| s.head_key = 8, NoReceipt::Signature),
        ("unknown key", |s| s.head_header["kid"] = json!("r9"), NoReceipt::Key),
        (
            "a receipt",
            |s| s.head_header["typ"] = json!("rules-receipt+jwt"),
            NoReceipt::Token,
        ),
        (
            "another issuer",
            |s| s.head["iss"] = json!("https://example.no"),
            NoReceipt::Issuer,
        ),
        (
            "empty, with a root",
            |s| s.head["tree_size"] = json!(0),
            NoReceipt::Content,
        ),
        ("half a size", |s| s.head["tree_size"] = json!(0.5), NoReceipt::Content),
        (
            "a size that doubles skip",
            |s| s.head["tree_size"] = json!((1_u64 << 53) + 1),
            NoReceipt::Content,
        ),
        ("short root", |s| s.head["root"] = json!("AAAA"), NoReceipt::Content),
        ("no log", |s| s.head["log"] = json!(""), NoReceipt::Content),
        ("no time", |s| s.head["at"] = json!(0), NoReceipt::Content),
        ("more than we know", |s| s.head["more"] = json!(NOW), NoReceipt::Content),
    ];
    for (name, edit, reason) in cases {
        let jws = Script::but(edit).head_of(&all);
        assert_eq!(verify_head(&jws, &keys(), ISSUER), Err(reason), "{name}");
    }
    assert_eq!(
        verify_head(&"a".repeat(16_385), &keys(), ISSUER),
        Err(NoReceipt::TooLong)
    );
    assert_eq!(verify_head("", &keys(), ISSUER), Err(NoReceipt::Token));
}
