//! PINs and passwords: their rules as data, and what is kept of them.

use serde_json::{Value, json};

use super::patron::Patron;
use crate::personas::Persona;
use crate::random::digest;
use crate::shared::Shared;

const PIN: usize = 4;
const PASSWORD: std::ops::RangeInclusive<usize> = 12..=128;
/// So many changes within an hour.
const CHANGES: usize = 5;
const HOUR: i64 = 3600;

/// Everybody tries these first: one digit four times, digits in order, lines on the keypad and years that many were born in.
const MORE: [&str; 8] = ["1212", "1004", "2000", "2580", "0852", "1122", "6969", "1313"];

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Pin,
    Password,
}

fn blocked() -> Vec<String> {
    let same = (0..10).map(|digit| digit.to_string().repeat(PIN));
    let line = |from: i32, step: i32| {
        (0..4)
            .map(|at| (from + at * step).rem_euclid(10).to_string())
            .collect::<String>()
    };
    let lines = (0..10).flat_map(|from| [line(from, 1), line(from, -1)]);
    let mut all: Vec<String> = same.chain(lines).chain(MORE.map(str::to_owned)).collect();
    all.sort();
    all
}

/// For `GET /v1/secret-rules`.
pub(crate) fn rules() -> Value {
    json!({ "pin": { "length": PIN, "blocked": blocked() },
        "password": { "min": PASSWORD.start(), "max": PASSWORD.end() } })
}

/// The name of the problem, when it doesn't fit.
pub(crate) fn unfit(kind: Kind, secret: &str) -> Option<&'static str> {
    let length = secret.chars().count();
    match kind {
        Kind::Pin if length != PIN => Some("pin-length"),
        Kind::Pin => blocked().iter().any(|it| it == secret).then_some("pin-too-simple"),
        Kind::Password if length < *PASSWORD.start() => Some("password-too-short"),
        Kind::Password => (length > *PASSWORD.end()).then_some("password-too-long"),
    }
}

/// What is kept: nobody finds the four digits of a PIN by trying them all without the service's key.
pub(crate) fn kept(shared: &Shared, what: &str, of: &str, secret: &str) -> String {
    digest(&format!("{}\n{what}\n{of}\n{secret}", shared.keys().secret))
}

impl Kind {
    pub(crate) fn keep(self, shared: &Shared, of: &str, secret: &str) -> String {
        let what = if self == Self::Pin { "pin" } else { "password" };
        kept(shared, what, of, secret)
    }

    /// What opens the card number door for this person.
    pub(crate) fn right(self, shared: &Shared, persona: &Persona) -> Option<String> {
        let kept = shared.read(|state| {
            let patron = state.patrons.get(&persona.id)?;
            if self == Self::Pin {
                patron.pin.clone()
            } else {
                patron.password.clone()
            }
        });
        kept.or_else(|| {
            let first = persona.credentials.as_ref()?;
            let secret = if self == Self::Pin { &first.pin } else { &first.password };
            Some(self.keep(shared, &persona.id, secret))
        })
    }
}

impl Patron {
    /// Seconds to wait, when there were too many changes.
    pub(crate) fn change_secret(&mut self, now: i64) -> Result<(), i64> {
        self.secret_changes.retain(|at| at + HOUR > now);
        if let (true, Some(first)) = (self.secret_changes.len() >= CHANGES, self.secret_changes.first()) {
            return Err(first + HOUR - now);
        }
        self.secret_changes.push(now);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{Kind, blocked, unfit};

    #[test]
    fn simple_ones_are_blocked_and_nothing_twice() {
        let all = blocked();
        for simple in ["0000", "9999", "1234", "4321", "7890", "2580"] {
            assert_eq!(unfit(Kind::Pin, simple), Some("pin-too-simple"), "{simple}");
        }
        assert!(all.windows(2).all(|two| two[0] != two[1]), "{all:?}");
        assert_eq!(unfit(Kind::Pin, "4071"), None);
        assert_eq!(unfit(Kind::Pin, "40715"), Some("pin-length"));
        assert_eq!(unfit(Kind::Password, "fjell-bekk"), Some("password-too-short"));
        assert_eq!(unfit(Kind::Password, &"å".repeat(129)), Some("password-too-long"));
    }
}
