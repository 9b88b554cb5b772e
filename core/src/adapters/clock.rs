//! The device's clock.

use std::time::{SystemTime, UNIX_EPOCH};

use crate::{domain::timestamp::Timestamp, ports::Clock};

/// Wall-clock time as the operating system tells it; it may jump, backwards too.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Timestamp(i64::try_from(since.as_secs()).unwrap_or(i64::MAX))
    }
}
