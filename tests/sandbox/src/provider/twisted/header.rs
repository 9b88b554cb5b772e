use serde_json::{Value, json};

use super::{keys, on, remove};
use crate::jose::{self, Parts};
use crate::keys::{EcKey, RsaKey};
use crate::twists::Twist;

type Bend = fn(&mut Value);

static TABLE: &[(Twist, Bend)] = &[
    (Twist::UnknownKid, |h| h["kid"] = json!("a-kid-of-somebody-else")),
    (Twist::NoKid, |h| remove(h, "kid")),
    (Twist::HeaderJku, |h| h["jku"] = json!("https://keys.invalid/jwks.json")),
    (Twist::HeaderJwk, |h| h["jwk"] = keys::another("in-the-header")),
    (Twist::HeaderX5u, |h| h["x5u"] = json!("https://keys.invalid/chain.pem")),
    (Twist::HeaderX5c, |h| h["x5c"] = json!(["bm90IGEgY2VydGlmaWNhdGU="])),
    (Twist::HeaderCrit, |h| {
        h["crit"] = json!(["unheard-of"]);
        h["unheard-of"] = json!(true);
    }),
    (Twist::TypAccess, |h| h["typ"] = json!("at+jwt")),
    (Twist::TypLogout, |h| h["typ"] = json!("logout+jwt")),
    (Twist::AlgNone, |h| h["alg"] = json!("none")),
    (Twist::AlgHs256, |h| h["alg"] = json!("HS256")),
    (Twist::AlgEs256, |h| h["alg"] = json!("ES256")),
    (Twist::AlgRs384, |h| h["alg"] = json!("RS384")),
];

/// Signs by the algorithm that the header names in the end, and spoils what is to be spoilt.
pub(crate) fn sign(key: &RsaKey, other: &EcKey, mut header: Value, payload: &[u8], twists: &[Twist]) -> String {
    on(TABLE, twists).for_each(|bend| bend(&mut header));
    let input = jose::signing_input(&header, payload);
    let mut signature = match header["alg"].as_str().unwrap_or_default() {
        "none" => Vec::new(),
        "HS256" => jose::hs256(&key.public_pem(), &input),
        "ES256" => jose::es256_of(other, &input),
        "RS384" => jose::rs384_of(key, &input),
        _ => jose::rs256_of(key, &input),
    };
    if let (true, Some(byte)) = (twists.contains(&Twist::BadSignature), signature.last_mut()) {
        *byte ^= 1;
    }
    let parts = Parts { input, signature };
    if twists.contains(&Twist::PayloadChanged) {
        return parts.with_payload(&[payload, b" "].concat());
    }
    if twists.contains(&Twist::Truncated) {
        return parts.input;
    }
    if twists.contains(&Twist::Jwe) {
        let header = json!({ "alg": "RSA-OAEP", "enc": "A256GCM" });
        return format!(
            "{}.AAAA.AAAA.{}.AAAA",
            jose::part(header.to_string()),
            jose::part(payload)
        );
    }
    parts.text()
}
