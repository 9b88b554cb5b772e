use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::random::base64url;
use crate::twists::Twist;

/// A modulus of so many bytes that nobody knows the factors of; the same for the same name.
fn modulus(name: &str, bytes: usize) -> String {
    let blocks = (0..bytes.div_ceil(32)).map(|block| Sha256::digest(format!("{name}\n{block}")));
    let mut number: Vec<u8> = blocks.flatten().take(bytes).collect();
    if let [first, .., last] = number.as_mut_slice() {
        *first |= 0x80;
        *last |= 1;
    }
    base64url(number)
}

/// An RSA key of 2048 bits that signs nothing here.
pub(crate) fn another(kid: &str) -> Value {
    json!({ "kty": "RSA", "use": "sig", "alg": "RS256", "kid": kid, "n": modulus(kid, 256), "e": "AQAB" })
}

/// What a client has to skip.
fn junk(kid: &Value) -> Vec<Value> {
    let point = base64url([7; 32]);
    let changed = |name: &str, value: &str| {
        let mut key = another("junk");
        key["kid"] = kid.clone();
        key[name] = json!(value);
        key
    };
    vec![
        changed("use", "enc"),
        changed("alg", "RS512"),
        changed("n", &modulus("short", 128)),
        changed("kty", "unheard-of"),
        changed("n", "not base64url!"),
        json!({ "kty": "EC", "crv": "P-256", "use": "sig", "alg": "ES256", "kid": kid, "x": point, "y": point }),
        json!({ "kty": "oct", "use": "sig", "alg": "HS256", "kid": kid, "k": point }),
        json!({ "kid": kid }),
        json!("not a key"),
    ]
}

/// Puts other keys before the true one, or takes it away.
pub(crate) fn bend(set: &mut Value, twists: &[Twist]) {
    let on = |twist| twists.contains(&twist);
    let kid = set["keys"][0]["kid"].clone();
    let mut keys: Vec<Value> = Vec::new();
    if on(Twist::JwksJunk) {
        keys.extend(junk(&kid));
    }
    if on(Twist::JwksDuplicateKid) {
        keys.push(another(kid.as_str().unwrap_or_default()));
    }
    if on(Twist::JwksTwoKeys) {
        keys.push(another("a-second-key"));
    }
    if let (false, Some(own)) = (on(Twist::JwksEmpty), set["keys"].as_array()) {
        keys.extend(own.iter().cloned());
    }
    set["keys"] = json!(keys);
}
