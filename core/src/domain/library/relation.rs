//! What a person is to a library, and how that changes.
//!
//! Nothing here says "patron" before the library has: [`Confirmed`] can only be had from its answer.

use serde::{Deserialize, Serialize};

use super::LibraryNumber;
use crate::domain::timestamp::Timestamp;

/// That a library has confirmed a patron. Made only by [`RelationEvent::Confirmed`], so words that need it can't come early.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Confirmed {
    since: Timestamp,
}

/// What a person is to a library.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Relation {
    /// Nothing.
    #[default]
    None,
    /// Asked for, not answered.
    Pending {
        /// When it was asked.
        since: Timestamp,
    },
    /// Known there, with some of a patron's rights only.
    Guest,
    /// Patron.
    Active(Confirmed),
    /// Stopped by the library.
    Blocked,
    /// Over.
    Ended,
}

/// A [`Relation`] without its data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "named as the relations are")]
pub enum Standing {
    None,
    Pending,
    Guest,
    Active,
    Blocked,
    Ended,
}

/// What happens to a relation. All but `Asked` and `Withdrawn` are the library's word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RelationEvent {
    /// The person asked to become a patron.
    Asked,
    /// The person took that back.
    Withdrawn,
    /// The library said no.
    Refused,
    /// The library lets them in as a guest.
    TakenAsGuest,
    /// The library made them a patron.
    Confirmed,
    /// The library stopped them.
    Stopped,
    /// They left, or the library ended it.
    Ended,
}

/// From where, by what, to where. What isn't here doesn't happen.
pub const TRANSITIONS: [(Standing, RelationEvent, Standing); 17] = [
    (Standing::None, RelationEvent::Asked, Standing::Pending),
    (Standing::None, RelationEvent::TakenAsGuest, Standing::Guest), // some attach whoever signs in
    (Standing::Pending, RelationEvent::Withdrawn, Standing::None),
    (Standing::Pending, RelationEvent::Refused, Standing::None),
    (Standing::Pending, RelationEvent::TakenAsGuest, Standing::Guest),
    (Standing::Pending, RelationEvent::Confirmed, Standing::Active),
    (Standing::Pending, RelationEvent::Stopped, Standing::Blocked),
    (Standing::Guest, RelationEvent::Confirmed, Standing::Active),
    (Standing::Guest, RelationEvent::Stopped, Standing::Blocked),
    (Standing::Guest, RelationEvent::Ended, Standing::Ended),
    (Standing::Active, RelationEvent::Stopped, Standing::Blocked),
    (Standing::Active, RelationEvent::Ended, Standing::Ended),
    (Standing::Blocked, RelationEvent::Confirmed, Standing::Active), // let in again
    (Standing::Blocked, RelationEvent::TakenAsGuest, Standing::Guest),
    (Standing::Blocked, RelationEvent::Ended, Standing::Ended),
    (Standing::Ended, RelationEvent::Asked, Standing::Pending),
    (Standing::Ended, RelationEvent::TakenAsGuest, Standing::Guest),
];

/// An event that can't happen to a relation as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{event:?} can't happen to {standing:?}")]
pub struct NotAllowed {
    /// What it is.
    pub standing: Standing,
    /// What was to happen.
    pub event: RelationEvent,
}

impl Confirmed {
    /// When the library confirmed it.
    #[must_use]
    pub fn since(self) -> Timestamp {
        self.since
    }
}

impl Relation {
    /// Its standing.
    #[must_use]
    pub fn standing(self) -> Standing {
        match self {
            Self::None => Standing::None,
            Self::Pending { .. } => Standing::Pending,
            Self::Guest => Standing::Guest,
            Self::Active(_) => Standing::Active,
            Self::Blocked => Standing::Blocked,
            Self::Ended => Standing::Ended,
        }
    }

    /// What it is after something happened at that time.
    ///
    /// # Errors
    /// [`NotAllowed`] when [`TRANSITIONS`] doesn't have it; the relation stays what it is.
    pub fn after(self, event: RelationEvent, at: Timestamp) -> Result<Self, NotAllowed> {
        let standing = self.standing();
        let row = TRANSITIONS
            .iter()
            .find(|(from, what, _)| (*from, *what) == (standing, event));
        Ok(match row.ok_or(NotAllowed { standing, event })?.2 {
            Standing::None => Self::None,
            Standing::Pending => Self::Pending { since: at },
            Standing::Guest => Self::Guest,
            Standing::Active => Self::Active(Confirmed { since: at }),
            Standing::Blocked => Self::Blocked,
            Standing::Ended => Self::Ended,
        })
    }

    /// The library's confirmation, where there is one now.
    #[must_use]
    pub fn confirmed(self) -> Option<Confirmed> {
        match self {
            Self::Active(confirmed) => Some(confirmed),
            _ => None,
        }
    }
}

/// A person's relation to one library.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Membership {
    /// Which library.
    pub library: LibraryNumber,
    /// What the person is there.
    pub relation: Relation,
}

/// A home library must be one where the person is a patron.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the person is no patron of {0} now")]
pub struct NotActive(pub LibraryNumber);

/// The home library chosen, with its confirmation, among those where the person is a patron.
///
/// # Errors
/// [`NotActive`] when the person isn't a patron there now.
pub fn home(among: &[Membership], chosen: LibraryNumber) -> Result<(LibraryNumber, Confirmed), NotActive> {
    let membership = among.iter().find(|m| m.library == chosen);
    let confirmed = membership.and_then(|m| m.relation.confirmed());
    confirmed.map(|confirmed| (chosen, confirmed)).ok_or(NotActive(chosen))
}
