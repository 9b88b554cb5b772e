//! `Retry-After` (RFC 9110 §10.2.3): seconds or a date.

use http::{
    HeaderMap, HeaderName,
    header::{DATE, RETRY_AFTER},
};
use jiff::fmt::rfc2822::DateTimeParser;

use crate::domain::timestamp::Timestamp;

/// No service may send us away for longer, seconds.
const LONGEST: i64 = 3600;

/// How long to wait. A date counts from the answer's own `Date`, else from `now`; what can't be read is `None`.
pub(super) fn seconds(headers: &HeaderMap, now: Timestamp) -> Option<u32> {
    let text = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
    let wait = if !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit()) {
        text.parse().unwrap_or(LONGEST)
    } else {
        let here = date(headers, DATE).unwrap_or(now);
        date(headers, RETRY_AFTER)?.since(here)
    };
    u32::try_from(wait.clamp(0, LONGEST)).ok()
}

/// A header's moment; `None` when it isn't there or can't be read.
pub(super) fn date(headers: &HeaderMap, name: HeaderName) -> Option<Timestamp> {
    let text = headers.get(name)?.to_str().ok()?;
    let parsed = DateTimeParser::new().parse_timestamp(text).ok()?;
    Some(Timestamp(parsed.as_second()))
}
