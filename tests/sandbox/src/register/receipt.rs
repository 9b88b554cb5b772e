//! Receipts (`core/docs/adr/0018-receipts.md`): what they say, and the file that proves it.

use serde_json::{Value, json};

use super::log::{self, texts};
use super::rules::Published;
use super::{canon, merkle};
use crate::keys::EcKey;
use crate::shared::Shared;
use crate::state::State;
use crate::twists::Twist;

/// What somebody accepts.
pub(crate) struct Claim<'a> {
    /// The service's name for the person.
    pub(crate) sub: String,
    /// Whom for, as it was asked.
    pub(crate) party: Value,
    pub(crate) of: &'a Published,
    pub(crate) version: &'a str,
    pub(crate) language: &'a str,
    /// `sha-256:` and hexadecimal.
    pub(crate) text_hash: &'a str,
}

/// Signs it, appends it to the log and gives the file.
pub(crate) fn issue(shared: &Shared, state: &mut State, key: &EcKey, claim: &Claim<'_>, now: i64) -> String {
    let mut payload = json!({ "iss": shared.addresses.card_service, "sub": claim.sub, "for": claim.party,
        "library": claim.of.library, "agreement": claim.of.agreement, "version": claim.version,
        "language": claim.language, "text_hash": claim.text_hash, "level": "high", "signed_at": now,
        "log": log::NAME });
    if shared.twisted(Twist::ReceiptWrongSub) {
        payload["sub"] = "somebody-else".into();
    }
    if shared.twisted(Twist::ReceiptOtherText) {
        payload["text_hash"] = format!("sha-256:{}", super::sha256("another text")).into();
    }
    let mut parts = log::sign(key, "rules-receipt+jwt", &payload);
    if let (true, Some(byte)) = (shared.twisted(Twist::ReceiptBadSignature), parts.signature.last_mut()) {
        *byte ^= 1;
    }
    let receipt = parts.text();
    state.proving.insert(key.kid.clone());
    let index = state.log.len();
    state.log.push(receipt.clone());
    let leaves = log::leaves(shared, state, Some(index));
    let mut path = merkle::inclusion(index, &leaves);
    if shared.twisted(Twist::ReceiptNotInLog) {
        path.push([0; 32]);
    }
    let file = json!({
        "inclusion": { "leaf_index": index, "path": texts(&path), "tree_size": leaves.len() },
        "receipt": receipt,
        "tree_head": log::head(shared, key, &leaves, now),
    });
    canon::text(&file)
}
