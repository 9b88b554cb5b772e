//! Files that are wrong in one way each.

use card_core::adapters::receipt::{NoReceipt, verify};
use p256::ecdsa::Signature;
use serde_json::{Value, json};

use crate::{
    NOW,
    forge::{ISSUER, LOG, Script, jwk, keys, sign_text, text},
};

fn outcome(file: &str) -> Result<(), NoReceipt> {
    verify(file.as_bytes(), &keys(), ISSUER).map(drop)
}

/// A name, what is wrong, and the check that says so.
type Case = (&'static str, fn(&mut Script), NoReceipt);

fn each(cases: Vec<Case>) {
    for (name, edit, reason) in cases {
        assert_eq!(outcome(&Script::but(edit).file().to_string()), Err(reason), "{name}");
    }
}

#[test]
fn wrong_tokens() {
    each(vec![
        ("alg none", |s| s.header["alg"] = json!("none"), NoReceipt::Token),
        ("alg RS256", |s| s.header["alg"] = json!("RS256"), NoReceipt::Token),
        ("alg HS256", |s| s.head_header["alg"] = json!("HS256"), NoReceipt::Token),
        ("a head", |s| s.header["typ"] = json!("log-head+jwt"), NoReceipt::Token),
        (
            "a snapshot",
            |s| s.header["typ"] = json!("card-snapshot+jwt"),
            NoReceipt::Token,
        ),
        ("no typ", |s| s.header["typ"] = Value::Null, NoReceipt::Token),
        ("crit", |s| s.header["crit"] = json!(["b64"]), NoReceipt::Token),
        ("cty", |s| s.header["cty"] = json!("JWT"), NoReceipt::Token),
        ("no kid", |s| s.header["kid"] = Value::Null, NoReceipt::Token),
        (
            "no kid of the head",
            |s| s.head_header["kid"] = Value::Null,
            NoReceipt::Token,
        ),
        ("foreign key", |s| s.key = 8, NoReceipt::Signature),
        ("foreign key of the head", |s| s.head_key = 8, NoReceipt::Signature),
        ("another key of the service", |s| s.key = 5, NoReceipt::Signature),
        ("unknown key", |s| s.header["kid"] = json!("r9"), NoReceipt::Key),
    ]);
}

#[test]
fn wrong_content() {
    let cases: Vec<(&str, Value)> = vec![
        ("level", json!("substantial")),
        ("level", json!("low")),
        ("library", json!("203000")),
        ("library", json!("20300000")),
        ("library", json!(2_030_000)),
        ("library", json!("203000٣")),
        ("for", json!({})),
        ("for", json!({ "self": false })),
        ("for", json!({ "self": true, "child": "p-ola", "basis": "guardian" })),
        ("for", json!({ "child": "p-ola" })),
        ("for", json!({ "child": "", "basis": "guardian" })),
        ("for", json!({ "child": "p-ola", "basis": "friend" })),
        ("for", json!({ "child": "p-ola", "basis": "guardian", "self": null })),
        ("for", json!([true])),
        ("agreement", json!("Rules")),
        ("version", json!("")),
        ("version", json!("v".repeat(33))),
        ("version", json!("1\u{7}")),
        ("language", json!("norsk")),
        ("language", json!("NB")),
        ("language", json!("nb-")),
        ("language", json!("nb_NO")),
        ("text_hash", json!(format!("sha-256:{}", "A".repeat(64)))),
        ("text_hash", json!(format!("sha-256:{}", "a".repeat(63)))),
        ("text_hash", json!("a".repeat(64))),
        ("signed_at", json!(0)),
        ("signed_at", json!(-1)),
        ("signed_at", json!("1")),
        ("signed_at", json!(1.5)),
        ("sub", json!("")),
        ("sub", json!("s".repeat(256))),
        ("sub", json!("på norsk")),
        ("sub", Value::Null),
        ("more", json!(1)),
    ];
    for (name, value) in cases {
        let file = Script::but(|s| s.payload[name] = value.clone()).file();
        assert_eq!(outcome(&file.to_string()), Err(NoReceipt::Content), "{name}: {value}");
    }
    let names: Vec<String> = Script::honest().payload.as_object().unwrap().keys().cloned().collect();
    assert_eq!(names.len(), 11);
    for name in names {
        let file = Script::but(|s| drop(s.payload.as_object_mut().unwrap().remove(&name))).file();
        assert_eq!(outcome(&file.to_string()), Err(NoReceipt::Content), "without {name}");
    }
    for (name, value) in [
        ("version", "ø".repeat(32)),
        ("language", "zh-Hant-TW".to_owned()),
        ("sub", "s".repeat(255)),
    ] {
        let file = Script::but(|s| s.payload[name] = json!(value)).file();
        assert_eq!(outcome(&file.to_string()), Ok(()), "{name}");
    }
}

#[test]
fn what_does_not_belong_together() {
    each(vec![
        (
            "issuer",
            |s| s.payload["iss"] = json!("https://kort.example.no/"),
            NoReceipt::Issuer,
        ),
        (
            "issuer of the head",
            |s| s.head["iss"] = json!("https://example.no"),
            NoReceipt::Issuer,
        ),
        ("log", |s| s.payload["log"] = json!("rules-2025"), NoReceipt::Head),
        (
            "log of the head",
            |s| s.head["log"] = json!("rules-2025"),
            NoReceipt::Head,
        ),
        ("size of the head", |s| s.head["tree_size"] = json!(8), NoReceipt::Head),
        (
            "signed later",
            |s| s.payload["signed_at"] = json!(NOW + 71),
            NoReceipt::Time,
        ),
        ("root", |s| s.head["root"] = json!(text(&[1; 32])), NoReceipt::NotInLog),
    ]);
    let last = Script::but(|s| s.payload["signed_at"] = json!(NOW + 70)).file();
    assert_eq!(outcome(&last.to_string()), Ok(()));
    let (good, older) = (Script::honest().file(), Script::but(|s| s.size = 6).file());
    for (name, value, reason) in [
        ("tree_head", &older["tree_head"], NoReceipt::Head),
        ("inclusion", &older["inclusion"], NoReceipt::Head),
        ("tree_head", &good["receipt"], NoReceipt::Token),
        ("receipt", &good["tree_head"], NoReceipt::NotInLog),
        (
            "receipt",
            &json!(Script::but(|s| s.payload["sub"] = json!("p-eva")).receipt()),
            NoReceipt::NotInLog,
        ),
    ] {
        let mut file = good.clone();
        file[name] = value.clone();
        assert_eq!(outcome(&file.to_string()), Err(reason), "{name}");
    }
    // The same size: both are told apart by index and path only.
    for index in [0, 3, 5, 6, 7, u64::MAX >> 11] {
        let mut file = good.clone();
        file["inclusion"]["leaf_index"] = json!(index);
        assert_eq!(outcome(&file.to_string()), Err(NoReceipt::NotInLog), "index {index}");
    }
}

#[test]
fn wrong_keys() {
    let file = Script::honest().file().to_string();
    for (keys, reason) in [
        (String::new(), NoReceipt::Key),
        ("{}".to_owned(), NoReceipt::Key),
        (json!({ "keys": [] }).to_string(), NoReceipt::Key),
        (
            json!({ "keys": [jwk("r1", 7), jwk("r1", 8)] }).to_string(),
            NoReceipt::Key,
        ),
        (json!({ "keys": [jwk("r1", 8)] }).to_string(), NoReceipt::Signature),
    ] {
        assert_eq!(verify(file.as_bytes(), &keys, ISSUER).map(drop), Err(reason), "{keys}");
    }
    assert_eq!(verify(file.as_bytes(), &keys(), "").map(drop), Err(NoReceipt::Issuer));
}

/// Both in the log and under a good head: only the signature tells.
#[test]
fn a_payload_under_another_signature() {
    let (kari, eva) = (Script::honest(), Script::but(|s| s.payload["sub"] = json!("p-eva")));
    let (mine, theirs) = (kari.receipt(), eva.receipt());
    let (signed, _) = mine.rsplit_once('.').unwrap();
    let (_, signature) = theirs.rsplit_once('.').unwrap();
    for signature in [signature, "", "AA", &text(&[0; 64]), &text(&[255; 64]), &text(&[1; 65])] {
        let file = kari.file_around(&format!("{signed}.{signature}"));
        assert_eq!(outcome(&file.to_string()), Err(NoReceipt::Signature), "{signature}");
    }
}

/// `(r, n − s)` verifies wherever `(r, s)` does. As a receipt it isn't the entry that the log has; as a head it says the same.
#[test]
fn the_twin_of_a_signature() {
    let script = Script::honest();
    let file = script.file();
    let twin = |jws: &Value| {
        let (signed, signature) = jws.as_str().unwrap().rsplit_once('.').unwrap();
        let bytes = base64::Engine::decode(&base64::engine::general_purpose::URL_SAFE_NO_PAD, signature).unwrap();
        let (r, s) = Signature::from_slice(&bytes).unwrap().split_scalars();
        let twin = Signature::from_scalars(*r, -*s).unwrap();
        format!("{signed}.{}", text(&twin.to_bytes()))
    };
    let mut other = file.clone();
    other["receipt"] = json!(twin(&file["receipt"]));
    assert_eq!(outcome(&other.to_string()), Err(NoReceipt::NotInLog));
    assert_eq!(
        outcome(&script.file_around(&twin(&file["receipt"])).to_string()),
        Ok(())
    );
    let mut other = file.clone();
    other["tree_head"] = json!(twin(&file["tree_head"]));
    let read = |file: &Value| verify(file.to_string().as_bytes(), &keys(), ISSUER);
    assert_ne!(other, file);
    assert_eq!(read(&other), read(&file));
}

#[test]
fn the_file_has_one_form() {
    let value = Script::honest().file();
    let good = value.to_string();
    assert_eq!(outcome(&good), Ok(()));
    let (first, index) = (value["inclusion"]["path"][0].as_str().unwrap(), "\"leaf_index\":4");
    assert!(good.contains(index));
    let cases = [
        ("a space", good.replacen(',', ", ", 1)),
        ("a line end", format!("{good}\n")),
        ("a byte order mark", format!("\u{feff}{good}")),
        ("an escape", good.replacen("receipt", "r\\u0065ceipt", 1)),
        (
            "an escape in a value",
            good.replacen("\"receipt\":\"e", "\"receipt\":\"\\u0065", 1),
        ),
        ("a fraction", good.replace(index, "\"leaf_index\":4.0")),
        ("an exponent", good.replace(index, "\"leaf_index\":4e0")),
        ("a sign", good.replace(index, "\"leaf_index\":-4")),
        ("text", good.replace(index, "\"leaf_index\":\"4\"")),
        ("padding", good.replace(first, &format!("{first}="))),
        ("half a hash", good.replace(first, &first[..20])),
        ("an unknown member", good.replacen('{', "{\"a\":1,", 1)),
        (
            "a member twice",
            good.replacen("{\"inclusion\"", "{\"receipt\":\"\",\"inclusion\"", 1),
        ),
        (
            "a member twice inside",
            good.replace(index, "\"leaf_index\":4,\"leaf_index\":4"),
        ),
        (
            "a list",
            json!([value["inclusion"], value["receipt"], value["tree_head"]]).to_string(),
        ),
        (
            "a list inside",
            good.replacen(&value["inclusion"].to_string(), "[4,7,[]]", 1),
        ),
        ("two values", format!("{good}{good}")),
        ("cut", good[..good.len() - 1].to_owned()),
        ("nothing", String::new()),
        ("null", "null".to_owned()),
        ("depth", "[".repeat(10_000)),
    ];
    for (name, file) in cases {
        assert_ne!(file, good, "{name}");
        assert_eq!(outcome(&file), Err(NoReceipt::Form), "{name}");
    }
    let padded = format!("{}=", value["receipt"].as_str().unwrap());
    assert_eq!(
        outcome(&Script::honest().file_around(&padded).to_string()),
        Err(NoReceipt::Token)
    );
    assert_eq!(
        outcome(&format!("{good}{}", " ".repeat(16_384))),
        Err(NoReceipt::TooLong)
    );
    assert_eq!(verify(&[0xff; 100], &keys(), ISSUER).map(drop), Err(NoReceipt::Form));
}

/// The last letter of 32 bytes has two spare bits, that of 64 bytes four: sixteen spellings of one signature, if they counted.
#[test]
fn spare_bits_are_zero() {
    const ALPHABET: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let good = Script::honest().file();
    let others = |place: &Value| {
        let text = place.as_str().unwrap();
        let last = ALPHABET.find(&text[text.len() - 1..]).unwrap();
        let spell = move |i: usize| format!("{}{}", &text[..text.len() - 1], &ALPHABET[i..=i]);
        (0..64).filter(move |i| *i != last).map(spell).collect::<Vec<_>>()
    };
    for name in ["receipt", "tree_head"] {
        for spelling in others(&good[name]) {
            let mut file = good.clone();
            file[name] = json!(spelling);
            assert!(outcome(&file.to_string()).is_err(), "{name}");
        }
    }
    for spelling in others(&good["inclusion"]["path"][0]) {
        let mut file = good.clone();
        file["inclusion"]["path"][0] = json!(spelling);
        assert!(outcome(&file.to_string()).is_err());
    }
}

/// Signed by the service and in its log, but not in the one form: two readers could differ over them.
#[test]
fn payloads_have_one_form() {
    let script = Script::honest();
    let (header, payload) = (script.header.to_string(), script.payload.to_string());
    let log = format!("\"log\":\"{LOG}\"");
    let around = |header: &str, payload: &str| outcome(&script.file_around(&sign_text(header, payload, 7)).to_string());
    assert_eq!(around(&header, &payload), Ok(()));
    for (name, other) in [
        ("a space", payload.replacen(':', ": ", 1)),
        (
            "another order",
            payload
                .replacen(&format!("{log},"), "", 1)
                .replacen('}', &format!("}},{log}"), 1),
        ),
        ("a member twice", payload.replacen(&log, &format!("{log},{log}"), 1)),
        ("an escape", payload.replace("p-kari", "p\\u002dkari")),
        ("a number otherwise", payload.replace("1795000000", "1.795e9")),
        ("a list", "[1]".to_owned()),
        ("no JSON", "receipt".to_owned()),
        ("nothing", String::new()),
    ] {
        assert_ne!(other, payload, "{name}");
        assert_eq!(around(&header, &other), Err(NoReceipt::Content), "{name}");
    }
    for (name, other) in [
        ("a parameter twice", header.replacen('{', "{\"x\":1,\"x\":2,", 1)),
        ("alg twice", header.replacen('{', "{\"alg\":\"none\",", 1)),
        ("no JSON", "{".to_owned()),
    ] {
        assert_eq!(around(&other, &payload), Err(NoReceipt::Token), "{name}");
    }
}
