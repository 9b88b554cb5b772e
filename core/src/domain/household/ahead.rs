//! What changes, known in advance.
//!
//! Every day on which something can change by what is known now (a birthday, the first or last day of a link) is compared with
//! the day before it by [`Household::may`] and [`Household::may_alone`] themselves, so nothing is foretold that they won't do.
//! Both sides hear it [`SOON_DAYS`] before and again [`LAST_DAYS`] before.

use jiff::{ToSpan, civil::Date};

use super::{Act, Household, Place, age_on, reaches};
use crate::domain::{library::LibraryNumber, receipt::Pseudonym};

/// From this many days before a change on it is said.
pub const SOON_DAYS: i32 = 60;
/// From this many days before a change on it is said again.
pub const LAST_DAYS: i32 = 14;

/// A change to come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ahead {
    /// First day on which it is so.
    pub on: Date,
    /// Whose power.
    pub side: Side,
    /// To do what.
    pub act: Act,
    /// At which library, when its ages decide.
    pub library: Option<LibraryNumber>,
    /// Begins or ends.
    pub change: Change,
    /// How near it is.
    pub stage: Stage,
    /// With which age of the child it comes; none when a link begins or ends.
    pub turns: Option<u8>,
}

/// Whose power changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Side {
    /// The child's own.
    Child,
    /// This guardian's.
    Guardian(Pseudonym),
}

/// What happens to a power.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// There from that day on.
    Begins,
    /// Gone from that day on.
    Ends,
}

/// How near a change is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Known.
    Later,
    /// At most [`SOON_DAYS`] away.
    Soon,
    /// At most [`LAST_DAYS`] away.
    Last,
}

impl Stage {
    /// How near a day is.
    fn of(on: Date, today: Date) -> Self {
        let within = |days: i32| today.saturating_add(days.days()) >= on;
        match (within(LAST_DAYS), within(SOON_DAYS)) {
            (true, _) => Self::Last,
            (false, true) => Self::Soon,
            (false, false) => Self::Later,
        }
    }
}

impl Household {
    /// Every change to a child's and its guardians' powers after that day, the nearest first. Acts that libraries decide are
    /// told for each of the `places`; without any, by the usual ages.
    ///
    /// For both sides; to a reader goes [`Household::changes_for`].
    #[must_use]
    pub fn changes_ahead(&self, child: &Pseudonym, today: Date, places: &[Place]) -> Vec<Ahead> {
        let mut sides = vec![Side::Child];
        for link in self.links_to(child) {
            let side = Side::Guardian(link.guardian.clone());
            if !sides.contains(&side) {
                sides.push(side);
            }
        }
        let days = self.turning_points(child, today, places);
        let mut ahead = Vec::new();
        for on in days {
            for side in &sides {
                for (act, place) in questions(places) {
                    if let Some(change) = self.change(side, child, act, on, place) {
                        ahead.push(Ahead {
                            on,
                            side: side.clone(),
                            act,
                            library: place.map(|place| place.library),
                            change,
                            stage: Stage::of(on, today),
                            turns: self.turns(side, child, act, on),
                        });
                    }
                }
            }
        }
        ahead
    }

    /// As [`Household::changes_ahead`], for one reader: the child sees all of it; a guardian the child's and their own, never
    /// another guardian's; anybody without a basis nothing.
    #[must_use]
    pub fn changes_for(&self, reader: &Pseudonym, child: &Pseudonym, today: Date, places: &[Place]) -> Vec<Ahead> {
        let is_child = reader == child;
        if !is_child && self.living(reader, child, today).next().is_none() {
            return Vec::new();
        }
        let mut ahead = self.changes_ahead(child, today, places);
        ahead.retain(|ahead| match &ahead.side {
            Side::Child => true,
            Side::Guardian(guardian) => is_child || guardian == reader,
        });
        ahead
    }

    fn change(&self, side: &Side, child: &Pseudonym, act: Act, on: Date, place: Option<&Place>) -> Option<Change> {
        let may = |day| match side {
            Side::Child => self.may_alone(child, act, day, place).is_ok(),
            Side::Guardian(guardian) => self.may(guardian, child, act, day, place).is_ok(),
        };
        match (on.yesterday().is_ok_and(may), may(on)) {
            (false, true) => Some(Change::Begins),
            (true, false) => Some(Change::Ends),
            _ => None,
        }
    }

    /// The age that a child has from that day on, unless a power that changes then hangs on a link that begins or ends.
    fn turns(&self, side: &Side, child: &Pseudonym, act: Act, on: Date) -> Option<u8> {
        let linked = |day| match side {
            Side::Child => true,
            Side::Guardian(guardian) => self
                .links_to(child)
                .any(|link| link.guardian == *guardian && link.acts.has(act) && link.holds(day)),
        };
        let born = self.born(child)?;
        (on.yesterday().is_ok_and(linked) && linked(on)).then(|| age_on(born, on))
    }

    /// Days after `today` on which something can change, in order.
    fn turning_points(&self, child: &Pseudonym, today: Date, places: &[Place]) -> Vec<Date> {
        let Some(born) = self.born(child) else {
            return Vec::new();
        };
        let highest = places.iter().map(Place::highest_age).max().unwrap_or_default();
        let birthdays = (0..=highest.max(super::OF_AGE)).map(|years| reaches(born, years));
        let links = self.links_to(child).flat_map(|link| [Some(link.from), link.until]);
        let mut days: Vec<_> = birthdays
            .chain(links.flatten())
            .filter(|day| *day > today && *day < Date::MAX)
            .collect();
        days.sort_unstable();
        days.dedup();
        days
    }
}

impl Place {
    fn highest_age(&self) -> u8 {
        let ages = self.ages;
        let others = [
            ages.card_from,
            ages.staffless_alone_from,
            ages.staffless_with_guardian_from,
        ];
        others.into_iter().flatten().fold(ages.rules_alone_from, u8::max)
    }
}

/// Every act, at every place where places matter.
fn questions(places: &[Place]) -> impl Iterator<Item = (Act, Option<&Place>)> {
    Act::ALL.into_iter().flat_map(move |act| {
        let (some, none) = if act.is_of_library() && !places.is_empty() {
            (places, None)
        } else {
            (&[][..], Some((act, None)))
        };
        some.iter().map(move |place| (act, Some(place))).chain(none)
    })
}
