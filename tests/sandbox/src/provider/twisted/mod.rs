//! What twists do to a provider's answers: tables of a twist and a function that bends the answer.
//!
//! A table is gone through in its order for every twist that is on, so twists add up.

pub(super) mod answer;
pub(super) mod callback;
pub(super) mod claims;
pub(super) mod discovery;
pub(super) mod header;
pub(super) mod keys;
pub(super) mod payload;
pub(super) mod text;

use serde_json::Value;

use crate::twists::Twist;

/// Takes a member away.
fn remove(value: &mut Value, name: &str) {
    if let Some(map) = value.as_object_mut() {
        map.remove(name);
    }
}

/// What of a table is on.
fn on<T: Copy>(table: &[(Twist, T)], twists: &[Twist]) -> impl Iterator<Item = T> {
    table
        .iter()
        .filter(|(twist, _)| twists.contains(twist))
        .map(|(_, bend)| *bend)
}
