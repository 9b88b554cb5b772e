//! Snapshots that are wrong in one way each.

use card_core::{
    Error, RefusedCheck,
    domain::snapshot::SignedSnapshot,
    ports::{Fetched, Register},
};
use serde_json::{Value, json};

use crate::{
    NOW,
    card::{Script, Service, jwk, sign},
};

const REFUSED: Error = Error::SignInRefused(RefusedCheck::Snapshot);

/// A name and what is wrong.
type Case = (&'static str, fn(&mut Script));

#[tokio::test]
async fn each_fault_is_refused() {
    let cases: Vec<Case> = vec![
        ("foreign key", |s| s.key = 8),
        ("no kid", |s| s.header["kid"] = Value::Null),
        ("alg none", |s| s.header["alg"] = "none".into()),
        ("alg RS256", |s| s.header["alg"] = "RS256".into()),
        ("an id_token", |s| s.header["typ"] = "JWT".into()),
        ("no typ", |s| s.header["typ"] = Value::Null),
        ("crit", |s| s.header["crit"] = json!(["b64"])),
        ("another issuer", |s| s.payload["iss"] = "https://example.no".into()),
        ("no issuer", |s| s.payload["iss"] = Value::Null),
        ("stale before it was said", |s| {
            s.payload["fresh_until"] = json!(NOW - 1)
        }),
        ("hidden before it is stale", |s| {
            s.payload["show_until"] = json!(NOW + 86_399)
        }),
        ("a home that isn't among the libraries", |s| {
            s.payload["card"]["home_library"] = "1".into()
        }),
        ("no card number", |s| s.payload["card"]["number"] = "X012345678".into()),
        ("unknown status", |s| s.payload["card"]["status"] = "perhaps".into()),
        ("time as text", |s| s.payload["iat"] = "now".into()),
        ("no card", |s| s.payload["card"] = Value::Null),
        ("key for encryption", |s| s.keys["keys"][0]["use"] = "enc".into()),
        ("key on another curve", |s| s.keys["keys"][0]["crv"] = "P-384".into()),
        ("two keys of that name", |s| {
            s.keys = json!({ "keys": [jwk("r1", 7), jwk("r1", 8)] })
        }),
        ("no keys", |s| s.keys = json!({})),
    ];
    for (name, edit) in cases {
        let service = Service::start();
        service.says(edit);
        assert_eq!(service.fetch(None).await.unwrap_err(), REFUSED, "{name}");
    }
}

#[tokio::test]
async fn a_card_without_home_or_libraries_is_a_card() {
    let service = Service::start();
    service.says(|script| {
        script.payload["card"]["home_library"] = Value::Null;
        script.payload["card"]["libraries"] = json!([]);
    });
    assert!(matches!(service.fetch(None).await, Ok(Fetched::Card { .. })));
}

#[tokio::test]
async fn a_snapshot_changed_at_rest_is_refused() {
    let service = Service::start();
    let honest = service.honest();
    let good = SignedSnapshot {
        jws: sign(&honest.header, &honest.payload, honest.key),
        keys: honest.keys.to_string(),
    };
    assert!(service.client.verify(&good).is_ok());
    let mut longer = honest.payload.clone();
    longer["show_until"] = json!(NOW * 2);
    let forged = sign(&honest.header, &longer, honest.key);
    let parts: Vec<&str> = forged.split('.').collect();
    let tail = good.jws.rsplit('.').next().unwrap();
    for jws in [
        format!("{}.{}.{tail}", parts[0], parts[1]),
        good.jws.replace('.', ""),
        String::new(),
    ] {
        let keys = good.keys.clone();
        assert_eq!(service.client.verify(&SignedSnapshot { jws, keys }), Err(REFUSED));
    }
    for keys in [
        String::new(),
        "{}".to_owned(),
        json!({ "keys": [jwk("r1", 8)] }).to_string(),
    ] {
        let jws = good.jws.clone();
        assert_eq!(service.client.verify(&SignedSnapshot { jws, keys }), Err(REFUSED));
    }
}
