//! A phone's clock against the provider's.

use crate::{Error, RefusedCheck, Result, domain::timestamp::Timestamp};

/// What travel and rounding explain, seconds.
const USUAL_S: i64 = 5;
/// More than this is not made up for, seconds: an hour is a clock that missed the summer time.
const MOST_S: i64 = 60 * 60;

/// Seconds to add to the phone's time to get the provider's, from the `Date` of an answer that came over TLS just now
/// (RFC 9110 §6.6.1). Without one the phone is believed.
///
/// # Errors
/// Refused by `Clock`: wrong by more than an hour.
pub(super) fn skew(there: Option<Timestamp>, here: Timestamp) -> Result<i64> {
    match there.map_or(0, |there| there.since(here)) {
        skew if skew.abs() <= USUAL_S => Ok(0),
        skew if skew.abs() <= MOST_S => Ok(skew),
        _ => Err(Error::SignInRefused(RefusedCheck::Clock)),
    }
}
