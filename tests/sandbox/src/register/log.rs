//! The append-only log of receipts, and what the service signs about it.

use serde_json::{Value, json};

use super::canon;
use super::merkle::{self, Hash};
use crate::jose::{self, Parts};
use crate::keys::EcKey;
use crate::random::base64url;
use crate::shared::Shared;
use crate::state::State;
use crate::twists::Twist;

pub(crate) const NAME: &str = "kort-2026";

/// The leaves, one for each entry. A log that forks has another first entry, except for the one whose entry that is.
pub(crate) fn leaves(shared: &Shared, state: &State, whose: Option<usize>) -> Vec<Hash> {
    let mut leaves: Vec<Hash> = state.log.iter().map(merkle::leaf).collect();
    if let (true, Some(first)) = (shared.twisted(Twist::LogForks) && whose != Some(0), leaves.first_mut()) {
        *first = merkle::leaf("another entry");
    }
    leaves
}

/// The signed head of the tree over these leaves.
pub(crate) fn head(shared: &Shared, key: &EcKey, leaves: &[Hash], now: i64) -> String {
    let payload = json!({ "iss": shared.addresses.card_service, "log": NAME, "tree_size": leaves.len(),
        "root": base64url(merkle::root(leaves)), "at": now });
    sign(key, "log-head+jwt", &payload).text()
}

/// A JWS (RFC 7515) by ES256 whose payload is canonical.
pub(crate) fn sign(key: &EcKey, typ: &str, payload: &Value) -> Parts {
    let header = json!({ "alg": "ES256", "typ": typ, "kid": key.kid });
    let input = jose::signing_input(&header, canon::text(payload).as_bytes());
    let signature = jose::es256_of(key, &input);
    Parts { input, signature }
}

/// Hashes as they are sent.
pub(crate) fn texts(path: &[Hash]) -> Vec<String> {
    path.iter().map(base64url).collect()
}
