//! What a card's face looks like when.

use super::{
    snapshot::{CardStatus, HeldCard},
    timestamp::Timestamp,
};

/// The card's face.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CardFace {
    /// Checked lately.
    Fresh,
    /// Not checked for a while: first half of the time between `fresh_until` and `show_until`.
    Ageing,
    /// Not checked for long: second half. Also when the phone's clock stands before the last check.
    Stale,
    /// Not checked for so long that nothing may be shown; a check brings it back. No code.
    Expired,
    /// Left or deleted, says the register. No code.
    Ended,
    /// Closed by the register for now. No code.
    Blocked,
}

/// How far the clock may lie before the last check without suspicion, seconds.
const CLOCK_TOLERANCE_S: i64 = 300;

impl CardFace {
    /// The face of `card` at `now`.
    #[must_use]
    pub fn of(card: &HeldCard, now: Timestamp) -> Self {
        let s = &card.snapshot;
        match s.card.status {
            CardStatus::Ended => Self::Ended,
            CardStatus::Blocked => Self::Blocked,
            CardStatus::Active if now >= s.show_until => Self::Expired,
            CardStatus::Active if now < card.checked_at.plus(-CLOCK_TOLERANCE_S) => Self::Stale,
            CardStatus::Active if now < s.fresh_until => Self::Fresh,
            CardStatus::Active if now < stale_from(card) => Self::Ageing,
            CardStatus::Active => Self::Stale,
        }
    }

    /// Whether the code may be shown.
    #[must_use]
    pub fn shows_code(self) -> bool {
        matches!(self, Self::Fresh | Self::Ageing | Self::Stale)
    }

    /// The next moment after `now` at which the face changes by itself.
    #[must_use]
    pub fn next_change(card: &HeldCard, now: Timestamp) -> Option<Timestamp> {
        [card.snapshot.fresh_until, stale_from(card), card.snapshot.show_until]
            .into_iter()
            .filter(|t| *t > now)
            .min()
    }
}

fn stale_from(card: &HeldCard) -> Timestamp {
    let s = &card.snapshot;
    s.fresh_until.plus(s.show_until.since(s.fresh_until) / 2)
}
