//! Time as data.

use jiff::{civil::Date, tz::Offset};
use serde::{Deserialize, Serialize};

/// Seconds since 1970-01-01T00:00:00Z (RFC 7519 §2, NumericDate without fractions).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Timestamp(pub i64);

impl Timestamp {
    /// The day in Norway, by its standard time (UTC+1) all year: in summer the day changes an hour late, which no rule here minds.
    #[must_use]
    pub fn date(self) -> Date {
        let at = jiff::Timestamp::from_second(self.0).unwrap_or_default();
        Offset::constant(1).to_datetime(at).date()
    }

    /// This many seconds later (earlier when negative); stays at the end of time instead of overflowing.
    #[must_use]
    pub fn plus(self, seconds: i64) -> Self {
        Self(self.0.saturating_add(seconds))
    }

    /// Seconds from `earlier` to `self`.
    #[must_use]
    pub fn since(self, earlier: Self) -> i64 {
        self.0.saturating_sub(earlier.0)
    }
}
