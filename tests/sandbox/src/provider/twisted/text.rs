//! JSON that arrives as odd text.

use axum::http::HeaderValue;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use serde_json::Value;

use crate::twists::Twist;

/// How deep a deep member is.
const DEPTH: usize = 5000;

/// Which twists mean what for one answer.
pub(crate) struct Odd {
    /// With the member that comes in front of the true one.
    pub(crate) duplicate: (Twist, &'static str),
    pub(crate) deep: Twist,
    pub(crate) bom: Twist,
    pub(crate) plain: Option<Twist>,
}

pub(crate) static DISCOVERY: Odd = Odd {
    duplicate: (Twist::DiscoveryDuplicate, "\"issuer\":\"https://issuer.invalid\""),
    deep: Twist::DiscoveryDeep,
    bom: Twist::DiscoveryBom,
    plain: Some(Twist::DiscoveryPlainText),
};

pub(crate) static TOKEN: Odd = Odd {
    duplicate: (Twist::TokenDuplicate, "\"access_token\":\"a-token-of-somebody-else\""),
    deep: Twist::TokenDeep,
    bom: Twist::TokenBom,
    plain: None,
};

impl Odd {
    pub(crate) fn answer(&self, value: &Value, twists: &[Twist]) -> Response {
        let on = |twist: &Twist| twists.contains(twist);
        let mut text = value.to_string();
        if on(&self.duplicate.0) {
            text = in_front(&text, self.duplicate.1);
        }
        if on(&self.deep) {
            text = in_front(&text, &deep());
        }
        if on(&self.bom) {
            text.insert(0, '\u{feff}');
        }
        let plain = self.plain.as_ref().is_some_and(on);
        let kind = if plain {
            "text/plain; charset=utf-8"
        } else {
            "application/json"
        };
        let mut response = text.into_response();
        response
            .headers_mut()
            .insert(CONTENT_TYPE, HeaderValue::from_static(kind));
        response
    }
}

/// A member that is very deep.
pub(super) fn deep() -> String {
    format!("\"deep\":{}{}", "[".repeat(DEPTH), "]".repeat(DEPTH))
}

fn in_front(text: &str, member: &str) -> String {
    text.replacen('{', &format!("{{{member},"), 1)
}
