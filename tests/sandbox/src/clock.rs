use std::sync::{Mutex, PoisonError};

use jiff::Timestamp;
use jiff::fmt::rfc2822::DateTimePrinter;

#[derive(Clone, Copy, Default)]
struct Hands {
    /// When set, time stands still here (Unix seconds).
    standing: Option<i64>,
    /// Seconds added to the real or the standing time.
    ahead: i64,
}

/// The sandbox's one clock: the machine's, or one that stands where a test has put it.
pub(crate) struct Clock(Mutex<Hands>);

impl Clock {
    pub(crate) fn new(standing: Option<i64>) -> Self {
        Self(Mutex::new(Hands { standing, ahead: 0 }))
    }

    /// Unix seconds.
    pub(crate) fn now(&self) -> i64 {
        let hands = self.hands();
        let base = hands.standing.unwrap_or_else(|| Timestamp::now().as_second());
        base.saturating_add(hands.ahead)
    }

    /// `Some`: stand still at this time. `None`: run with the machine again.
    pub(crate) fn set(&self, standing: Option<i64>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Hands { standing, ahead: 0 };
    }

    pub(crate) fn advance(&self, seconds: i64) {
        let mut hands = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        hands.ahead = hands.ahead.saturating_add(seconds);
    }

    /// Whether a test has stopped the clock or moved its hands.
    pub(crate) fn is_moved(&self) -> bool {
        let hands = self.hands();
        hands.standing.is_some() || hands.ahead != 0
    }

    /// The `Date` header (RFC 9110 §5.6.7) of this moment; clients may judge their own clock by it.
    pub(crate) fn http_date(&self) -> Option<String> {
        let timestamp = Timestamp::from_second(self.now()).ok()?;
        DateTimePrinter::new().timestamp_to_rfc9110_string(&timestamp).ok()
    }

    fn hands(&self) -> Hands {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
