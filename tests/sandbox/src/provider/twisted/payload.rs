//! Claims that JSON libraries would not write.

use serde_json::Value;

use super::{on, text};
use crate::twists::Twist;

const HUGE: usize = 1024 * 1024;

type Bend = fn(Vec<u8>, &Value) -> Vec<u8>;

static TABLE: &[(Twist, Bend)] = &[
    (Twist::ExpOverflow, |bytes, claims| {
        let before = format!("\"exp\":{}", claims["exp"]);
        let after = "\"exp\":99999999999999999999999999";
        String::from_utf8_lossy(&bytes).replace(&before, after).into_bytes()
    }),
    (Twist::PayloadDuplicate, |bytes, _| {
        in_front(bytes, b"\"sub\":\"a-sub-of-somebody-else\"")
    }),
    (Twist::PayloadHuge, |bytes, _| {
        in_front(bytes, format!("\"filler\":\"{}\"", "x".repeat(HUGE)).as_bytes())
    }),
    (Twist::PayloadDeep, |bytes, _| in_front(bytes, text::deep().as_bytes())),
    (Twist::PayloadNotUtf8, |bytes, _| {
        in_front(bytes, b"\"filler\":\"\xff\xfe\"")
    }),
];

pub(crate) fn bytes(claims: &Value, twists: &[Twist]) -> Vec<u8> {
    on(TABLE, twists).fold(claims.to_string().into_bytes(), |bytes, bend| bend(bytes, claims))
}

/// Puts a member before all others.
fn in_front(bytes: Vec<u8>, member: &[u8]) -> Vec<u8> {
    [b"{", member, b",", bytes.get(1..).unwrap_or_default()].concat()
}
