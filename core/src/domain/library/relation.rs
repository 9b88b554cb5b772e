//! What a person is to a library, and how that changes.
//!
//! Nothing here says "patron" before the library has: [`Confirmed`] can only be had from its answer.

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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "named as the relations are")]
pub enum Stage {
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
pub const TRANSITIONS: [(Stage, RelationEvent, Stage); 17] = [
    (Stage::None, RelationEvent::Asked, Stage::Pending),
    (Stage::None, RelationEvent::TakenAsGuest, Stage::Guest), // some attach whoever signs in
    (Stage::Pending, RelationEvent::Withdrawn, Stage::None),
    (Stage::Pending, RelationEvent::Refused, Stage::None),
    (Stage::Pending, RelationEvent::TakenAsGuest, Stage::Guest),
    (Stage::Pending, RelationEvent::Confirmed, Stage::Active),
    (Stage::Pending, RelationEvent::Stopped, Stage::Blocked),
    (Stage::Guest, RelationEvent::Confirmed, Stage::Active),
    (Stage::Guest, RelationEvent::Stopped, Stage::Blocked),
    (Stage::Guest, RelationEvent::Ended, Stage::Ended),
    (Stage::Active, RelationEvent::Stopped, Stage::Blocked),
    (Stage::Active, RelationEvent::Ended, Stage::Ended),
    (Stage::Blocked, RelationEvent::Confirmed, Stage::Active), // let in again
    (Stage::Blocked, RelationEvent::TakenAsGuest, Stage::Guest),
    (Stage::Blocked, RelationEvent::Ended, Stage::Ended),
    (Stage::Ended, RelationEvent::Asked, Stage::Pending),
    (Stage::Ended, RelationEvent::TakenAsGuest, Stage::Guest),
];

/// An event that can't happen to a relation as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{event:?} can't happen to {stage:?}")]
pub struct NotAllowed {
    /// What it is.
    pub stage: Stage,
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
    /// Its stage.
    #[must_use]
    pub fn stage(self) -> Stage {
        match self {
            Self::None => Stage::None,
            Self::Pending { .. } => Stage::Pending,
            Self::Guest => Stage::Guest,
            Self::Active(_) => Stage::Active,
            Self::Blocked => Stage::Blocked,
            Self::Ended => Stage::Ended,
        }
    }

    /// What it is after something happened at that time.
    ///
    /// # Errors
    /// [`NotAllowed`] when [`TRANSITIONS`] doesn't have it; the relation stays what it is.
    pub fn after(self, event: RelationEvent, at: Timestamp) -> Result<Self, NotAllowed> {
        let stage = self.stage();
        let row = TRANSITIONS
            .iter()
            .find(|(from, what, _)| (*from, *what) == (stage, event));
        Ok(match row.ok_or(NotAllowed { stage, event })?.2 {
            Stage::None => Self::None,
            Stage::Pending => Self::Pending { since: at },
            Stage::Guest => Self::Guest,
            Stage::Active => Self::Active(Confirmed { since: at }),
            Stage::Blocked => Self::Blocked,
            Stage::Ended => Self::Ended,
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
