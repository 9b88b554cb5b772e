//! A service with a log that can be told to do anything wrong. Its keys are for tests only, and none of this is the core's.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use p256::ecdsa::{Signature, SigningKey, signature::Signer};
use serde_json::{Value, json};

use crate::{
    NOW,
    tree::{self, Node},
};

pub(crate) const ISSUER: &str = "https://kort.example.no";
pub(crate) const LOG: &str = "rules-2026";
pub(crate) const TEXT: &str = "§ 1 Lånekortet er personlig.\n§ 2 Du passer på det du låner.\n";

/// What becomes a file.
pub(crate) struct Script {
    pub(crate) header: Value,
    pub(crate) payload: Value,
    /// The secret number of the key that signs the receipt.
    pub(crate) key: u8,
    pub(crate) head_header: Value,
    /// `tree_size` and `root` are the tree's when they are `null`.
    pub(crate) head: Value,
    pub(crate) head_key: u8,
    /// Where the receipt stands among how many entries.
    pub(crate) index: usize,
    pub(crate) size: usize,
}

impl Script {
    pub(crate) fn honest() -> Self {
        Self {
            header: json!({ "alg": "ES256", "typ": "rules-receipt+jwt", "kid": "r1" }),
            payload: json!({
                "iss": ISSUER, "sub": "p-kari", "for": { "self": true }, "library": "2030000", "agreement": "rules",
                "version": "2026-3", "language": "nb", "text_hash": text_hash(TEXT), "level": "high", "signed_at": NOW,
                "log": LOG,
            }),
            key: 7,
            head_header: json!({ "alg": "ES256", "typ": "log-head+jwt", "kid": "r1" }),
            head: json!({ "iss": ISSUER, "log": LOG, "tree_size": null, "root": null, "at": NOW + 60 }),
            head_key: 7,
            index: 4,
            size: 7,
        }
    }

    /// The honest one, changed.
    pub(crate) fn but(edit: impl FnOnce(&mut Self)) -> Self {
        let mut script = Self::honest();
        edit(&mut script);
        script
    }

    pub(crate) fn receipt(&self) -> String {
        sign(&self.header, &self.payload, self.key)
    }

    pub(crate) fn file(&self) -> Value {
        self.file_around(&self.receipt())
    }

    /// The file with this as its receipt, properly entered into the log.
    pub(crate) fn file_around(&self, receipt: &str) -> Value {
        let mut leaves: Vec<Node> = (0..self.size).map(|i| tree::leaf(&[i as u8])).collect();
        leaves[self.index] = tree::leaf(receipt.as_bytes());
        self.file_in(receipt, &leaves)
    }

    fn file_in(&self, receipt: &str, leaves: &[Node]) -> Value {
        json!({
            "inclusion": {
                "leaf_index": self.index, "tree_size": self.size,
                "path": tree::inclusion(self.index, leaves).iter().map(|hash| text(hash)).collect::<Vec<_>>(),
            },
            "receipt": receipt,
            "tree_head": self.head_of(leaves),
        })
    }

    /// The signed head of a tree.
    pub(crate) fn head_of(&self, leaves: &[Node]) -> String {
        let mut head = self.head.clone();
        for (name, value) in [
            ("tree_size", json!(leaves.len())),
            ("root", json!(text(&tree::root(leaves)))),
        ] {
            if head.get(name).is_some_and(Value::is_null) {
                head[name] = value;
            }
        }
        sign(&self.head_header, &head, self.head_key)
    }
}

/// Files of the receipts with these payloads, in one log.
pub(crate) fn files(payloads: &[Value]) -> Vec<Value> {
    let mut script = Script::honest();
    script.size = payloads.len();
    let receipts: Vec<String> = payloads
        .iter()
        .map(|payload| sign(&script.header, payload, script.key))
        .collect();
    let leaves: Vec<Node> = receipts.iter().map(|receipt| tree::leaf(receipt.as_bytes())).collect();
    let file = |(index, receipt): (usize, &String)| {
        script.index = index;
        script.file_in(receipt, &leaves)
    };
    receipts.iter().enumerate().map(file).collect()
}

/// A plain person's receipt number `i`: who, for whom, what and where differ.
pub(crate) fn payload(i: usize) -> Value {
    let mut payload = Script::honest().payload;
    payload["sub"] = json!(format!("p-{i}"));
    payload["library"] = json!(format!("{:07}", 2_030_000 + i));
    payload["version"] = json!(format!("2026-{}", i % 12 + 1));
    payload["language"] = json!(["nb", "nn", "se", "en", "sma", "smj"][i % 6]);
    payload["agreement"] = json!(["rules", "staffless"][i % 2]);
    payload["text_hash"] = json!(text_hash(&format!("{TEXT}{i}")));
    payload["signed_at"] = json!(NOW - i as i64);
    if !i.is_multiple_of(3) {
        let basis = ["guardian", "parental_responsibility", "library_confirmed"][i % 5 % 3];
        payload["for"] = json!({ "child": format!("p-child-{i}"), "basis": basis });
    }
    payload
}

pub(crate) fn text(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

pub(crate) fn text_hash(text: &str) -> String {
    use sha2::Digest;
    let hex = |byte: u8| format!("{byte:02x}");
    format!(
        "sha-256:{}",
        sha2::Sha256::digest(text).into_iter().map(hex).collect::<String>()
    )
}

/// Members in order of their names and nothing between them: for what is written here that is RFC 8785's form.
pub(crate) fn sign(header: &Value, payload: &Value, key: u8) -> String {
    sign_text(&header.to_string(), &payload.to_string(), key)
}

/// Always ES256, whatever the header says.
pub(crate) fn sign_text(header: &str, payload: &str, key: u8) -> String {
    let signed = format!("{}.{}", text(header.as_bytes()), text(payload.as_bytes()));
    let signature: Signature = secret(key).sign(signed.as_bytes());
    format!("{signed}.{}", text(&signature.to_bytes()))
}

pub(crate) fn keys() -> String {
    json!({ "keys": [jwk("r1", 7), jwk("r0", 5)] }).to_string()
}

pub(crate) fn jwk(kid: &str, key: u8) -> Value {
    let point = secret(key).verifying_key().to_sec1_point(false);
    let part = |range| text(&point.as_bytes()[range]);
    json!({ "kty": "EC", "crv": "P-256", "use": "sig", "alg": "ES256", "kid": kid, "x": part(1..33), "y": part(33..65) })
}

fn secret(key: u8) -> SigningKey {
    SigningKey::from_slice(&[key; 32]).unwrap()
}
