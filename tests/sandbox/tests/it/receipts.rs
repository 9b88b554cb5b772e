//! A reader of receipts and of the log, written from the RFCs and not from the sandbox.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use card_sandbox::{Agreement, Change, Published, Twist};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::app::{App, NOW, json as body, open, verified};
use crate::relations::access;
use crate::signatures::{send, sign, wish};

/// What a receipt file says once everything in it holds.
#[derive(Debug)]
pub(crate) struct Proved {
    pub(crate) receipt: Value,
    pub(crate) head: Value,
}

pub(crate) fn publish(app: &App, library: &str) {
    let (library, agreement) = (library.to_owned(), Agreement::Rules);
    let change = Change {
        publish: vec![Published { library, agreement }],
        ..Change::default()
    };
    app.sandbox.change(change).unwrap();
}

/// serde_json sorts members and adds no spaces: RFC 8785 for what is in here.
fn is_canonical(text: &[u8]) -> bool {
    let value: Value = serde_json::from_slice(text).unwrap();
    value.to_string().as_bytes() == text
}

fn sealed(token: &str, typ: &str, keys: &Value) -> Option<Value> {
    let (header, _) = open(token);
    assert_eq!((&header["alg"], &header["typ"]), (&json!("ES256"), &json!(typ)));
    assert!(is_canonical(
        &URL_SAFE_NO_PAD.decode(token.split('.').nth(1).unwrap()).unwrap()
    ));
    verified(token, keys)
}

pub(crate) async fn prove(app: &App, file: &str) -> Result<Proved, &'static str> {
    let keys = body(app.get(format!("{}/v1/jwks.json", app.sandbox.card_service)).await).await;
    assert!(is_canonical(file.as_bytes()));
    let file: Value = serde_json::from_str(file).unwrap();
    assert_eq!(file.as_object().unwrap().len(), 3);
    let [receipt, head] = ["receipt", "tree_head"].map(|it| file[it].as_str().unwrap());
    let leaf = Sha256::digest([&[0], receipt.as_bytes()].concat()).to_vec();
    let head = sealed(head, "log-head+jwt", &keys).ok_or("head's signature")?;
    let receipt = sealed(receipt, "rules-receipt+jwt", &keys).ok_or("receipt's signature")?;
    let inclusion = &file["inclusion"];
    assert_eq!(inclusion["tree_size"], head["tree_size"]);
    let number = |name: &str| inclusion[name].as_u64().unwrap();
    let path = hashes(&inclusion["path"]);
    let root = climb(leaf, number("leaf_index"), number("tree_size"), &path);
    if root != Some(hash(&head["root"])) {
        return Err("not in the log");
    }
    Ok(Proved { receipt, head })
}

fn hash(text: &Value) -> Vec<u8> {
    let bytes = URL_SAFE_NO_PAD.decode(text.as_str().unwrap()).unwrap();
    assert_eq!(bytes.len(), 32);
    bytes
}

fn hashes(texts: &Value) -> Vec<Vec<u8>> {
    texts.as_array().unwrap().iter().map(hash).collect()
}

fn node(left: &[u8], right: &[u8]) -> Vec<u8> {
    Sha256::digest([&[1], left, right].concat()).to_vec()
}

/// RFC 9162 §2.1.3.2: the root that a path leads to.
fn climb(leaf: Vec<u8>, index: u64, size: u64, path: &[Vec<u8>]) -> Option<Vec<u8>> {
    let (mut at, mut last, mut root) = (index, size.checked_sub(1)?, leaf);
    for sibling in path {
        if last == 0 {
            return None;
        }
        if at & 1 == 1 || at == last {
            root = node(sibling, &root);
            while at & 1 == 0 && at != 0 {
                (at, last) = (at >> 1, last >> 1);
            }
        } else {
            root = node(&root, sibling);
        }
        (at, last) = (at >> 1, last >> 1);
    }
    (last == 0).then_some(root)
}

/// RFC 9162 §2.1.4.2.
fn follows(from: u64, old: &[u8], size: u64, new: &[u8], proof: &[Vec<u8>]) -> bool {
    if from == size {
        return proof.is_empty() && old == new;
    }
    let mut path = proof.to_vec();
    if from.is_power_of_two() {
        path.insert(0, old.to_vec());
    }
    let (mut at, mut last) = (from - 1, size - 1);
    while at & 1 == 1 {
        (at, last) = (at >> 1, last >> 1);
    }
    let Some((first, rest)) = path.split_first() else {
        return false;
    };
    let (mut one, mut two) = (first.clone(), first.clone());
    for sibling in rest {
        if last == 0 {
            return false;
        }
        if at & 1 == 1 || at == last {
            (one, two) = (node(sibling, &one), node(sibling, &two));
            while at & 1 == 0 && at != 0 {
                (at, last) = (at >> 1, last >> 1);
            }
        } else {
            two = node(&two, sibling);
        }
        (at, last) = (at >> 1, last >> 1);
    }
    last == 0 && one == old && two == new
}

async fn log(app: &App, path: &str) -> (u16, Value) {
    let answer = app.get(format!("{}/v1/log/{path}", app.sandbox.card_service)).await;
    (answer.status().as_u16(), body(answer).await)
}

async fn head(app: &App) -> Value {
    let keys = body(app.get(format!("{}/v1/jwks.json", app.sandbox.card_service)).await).await;
    let (_, answer) = log(app, "head").await;
    sealed(answer["tree_head"].as_str().unwrap(), "log-head+jwt", &keys).unwrap()
}

/// Whether the log says of itself that it went on from this head.
async fn goes_on_from(app: &App, old: &Value) -> bool {
    let from = old["tree_size"].as_u64().unwrap();
    let (status, answer) = log(app, &format!("consistency?from={from}")).await;
    assert_eq!((status, &answer["from"]), (200, &json!(from)));
    let (_, new) = open(answer["tree_head"].as_str().unwrap());
    let proof = hashes(&answer["proof"]);
    if from == 0 {
        return proof.is_empty();
    }
    let size = new["tree_size"].as_u64().unwrap();
    follows(from, &hash(&old["root"]), size, &hash(&new["root"]), &proof)
}

#[tokio::test]
async fn the_log_only_grows_and_every_receipt_stays_in_it() {
    let app = App::new();
    let token = access(&app, "ola").await;
    let wish = wish(&app, "2030000", "rules").await;
    let empty = head(&app).await;
    assert_eq!((&empty["tree_size"], &empty["at"]), (&json!(0), &json!(NOW)));
    assert_eq!(hash(&empty["root"]), Sha256::digest([]).to_vec());
    let mut heads = vec![empty];
    for number in 1..=9_u64 {
        let proved = prove(&app, &sign(&app, &token, &format!("key-{number}"), &wish).await)
            .await
            .unwrap();
        assert_eq!(proved.head["tree_size"], number);
        assert_eq!(proved.head, head(&app).await);
        heads.push(proved.head);
        for old in &heads {
            assert!(goes_on_from(&app, old).await, "{} of {number}", old["tree_size"]);
        }
    }
}

#[tokio::test]
async fn a_fork_shows_in_heads_and_proofs() {
    let app = App::new();
    let token = access(&app, "ola").await;
    let wish = wish(&app, "2030000", "rules").await;
    sign(&app, &token, "a", &wish).await;
    sign(&app, &token, "b", &wish).await;
    let before = head(&app).await;
    app.sandbox.twist(Twist::LogForks).unwrap();
    let forked = head(&app).await;
    assert_eq!(forked["tree_size"], before["tree_size"]);
    assert_ne!(forked["root"], before["root"]);
    // The new receipt proves itself, and not that the log is the old one.
    let proved = prove(&app, &sign(&app, &token, "c", &wish).await).await.unwrap();
    assert_eq!(proved.head["tree_size"], 3);
    assert!(!goes_on_from(&app, &before).await);
    assert!(goes_on_from(&app, &forked).await);
    app.sandbox.clear_faults();
    assert!(goes_on_from(&app, &before).await);
}

async fn key_ids(app: &App) -> Vec<Value> {
    let keys = body(app.get(format!("{}/v1/jwks.json", app.sandbox.card_service)).await).await;
    let keys = keys["keys"].as_array().unwrap().clone();
    assert!(keys.iter().all(|key| key["d"].is_null()));
    keys.iter().map(|key| key["kid"].clone()).collect()
}

#[tokio::test]
async fn keys_that_receipts_and_heads_are_proved_by_stay_known() {
    let app = App::new();
    let unused = key_ids(&app).await;
    app.sandbox.twist(Twist::RotateKeys).unwrap();
    let first = key_ids(&app).await;
    assert!(
        first.len() == 1 && first != unused,
        "a key that has proved nothing is gone"
    );
    let token = access(&app, "ola").await;
    let old = sign(&app, &token, "a", &wish(&app, "2030000", "rules").await).await;
    app.sandbox.twist(Twist::RotateKeys).unwrap();
    let remembered = head(&app).await;
    app.sandbox.twist(Twist::RotateKeys).unwrap();
    let new = sign(&app, &token, "b", &wish(&app, "2030000", "rules").await).await;
    let keys = key_ids(&app).await;
    assert_eq!((keys.len(), &keys[2]), (3, &first[0]));
    for file in [&old, &new] {
        prove(&app, file).await.unwrap();
    }
    assert!(goes_on_from(&app, &remembered).await);
    let file: Value = serde_json::from_str(&new).unwrap();
    assert_eq!(open(file["receipt"].as_str().unwrap()).0["kid"], keys[0]);
}

#[tokio::test]
async fn consistency_is_asked_for_with_a_size_that_there_was() {
    let app = App::new();
    for (query, status) in [
        ("", 400),
        ("?from=", 400),
        ("?from=x", 400),
        ("?from=-1", 400),
        ("?from=0&from=0", 400),
        ("?from=1", 404),
        ("?from=18446744073709551615", 404),
        ("?from=0", 200),
    ] {
        assert_eq!(log(&app, &format!("consistency{query}")).await.0, status, "{query}");
    }
}

#[tokio::test]
async fn log_relations_and_receipts_survive_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let settings = || card_sandbox::Settings {
        now: Some(NOW),
        state_file: Some(folder.path().join("state.json")),
        ..card_sandbox::Settings::default()
    };
    let app = App::with(settings());
    let ports = app.sandbox.ports();
    let token = access(&app, "ola").await;
    let wish = wish(&app, "2010100", "rules").await;
    let file = sign(&app, &token, "key", &wish).await;
    let before = head(&app).await;
    app.sandbox.twist(Twist::RotateKeys).unwrap();
    app.sandbox.stop();
    let app = App::with(card_sandbox::Settings { ports, ..settings() });
    assert_eq!(head(&app).await, before);
    prove(&app, &file).await.unwrap();
    assert_eq!(sign(&app, &token, "key", &wish).await, file);
    let seen = crate::relations::standing(&app, &token).await;
    assert_eq!(crate::relations::told(&seen)[0], ("2010100", "pending", false));
    assert_eq!(send(&app, &token, "other", &wish).await.status(), 201);
}
