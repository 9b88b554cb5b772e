//! The app's lock: when the device must recognise its owner again. The shells ask for face, finger or code; here is when.

use super::timestamp::Timestamp;

/// How long one may look away (a message, the BankID app) before the lock closes, seconds.
pub const AWAY_S: i64 = 60;
/// How long changes may be made without being recognised again, seconds. Within the half hour that ID-porten lets a service
/// stay signed in without activity.
pub const CHANGES_S: i64 = 10 * 60;

/// The lock. It always guards what changes something, and the card too when the person wants that: in a queue the card comes
/// first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Lock {
    /// The card is behind it.
    pub card_too: bool,
    /// When the owner was last recognised.
    pub opened_at: Option<Timestamp>,
    /// When the app was last left; `None` while it is in front.
    pub left_at: Option<Timestamp>,
}

impl Lock {
    /// The owner was recognised: by the device, or by signing in.
    pub fn open(&mut self, now: Timestamp) {
        self.opened_at = Some(now);
    }

    /// The app came in front, or left. Being away too long closes the lock.
    pub fn in_front(&mut self, is: bool, now: Timestamp) {
        if is && self.was_away_long(now) {
            self.opened_at = None;
        }
        self.left_at = match is {
            true => None,
            false => self.left_at.or(Some(now)),
        };
    }

    /// Whether a change needs the owner to be recognised first. A clock that was set back closes the lock.
    #[must_use]
    pub fn guards_changes(&self, now: Timestamp) -> bool {
        let lately = |at: Timestamp| (0..CHANGES_S).contains(&now.since(at));
        self.was_away_long(now) || !self.opened_at.is_some_and(lately)
    }

    /// Whether the card is hidden until the owner is recognised. It isn't taken away from somebody who holds it up.
    #[must_use]
    pub fn guards_card(&self, now: Timestamp) -> bool {
        self.card_too && (self.opened_at.is_none() || self.was_away_long(now))
    }

    /// When it closes by itself, for the app's cover in the list of apps.
    #[must_use]
    pub fn closes_at(&self) -> Option<Timestamp> {
        self.left_at
            .filter(|_| self.card_too && self.opened_at.is_some())
            .map(|left| left.plus(AWAY_S))
    }

    fn was_away_long(&self, now: Timestamp) -> bool {
        self.left_at.is_some_and(|left| !(0..AWAY_S).contains(&now.since(left)))
    }
}
