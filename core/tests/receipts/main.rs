//! Receipts: trees, the one form of JSON, and files that are wrong in one way each.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod bytes;
mod canonical;
mod claims;
mod forge;
mod heads;
mod merkle;
mod proofs;
mod refusals;
mod tree;

use serde_json::Value;

/// The Saturday on which these tests take place.
const NOW: i64 = 1_795_000_000;

fn rows<'a>(vectors: &'a Value, name: &str) -> &'a [Value] {
    let rows = vectors[name].as_array().unwrap();
    assert!(!rows.is_empty(), "no rows in {name}");
    rows
}
