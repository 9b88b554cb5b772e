//! Which act is whose at which age, as data.
//!
//! Three ages, because they come from three places (each may change alone; raising 13 to 15 was on consultation in 2025):
//!
//! - **13**, own sign-in: the age of consent for information-society services (personopplysningsloven § 5) and of an own e-ID
//!   (MinID, <https://eid.difi.no/nn/registrer-ny-brukar-i-id-porten>). The child's contact data and ledger are its own.
//! - **15**, own agreement: libraries let one sign from here (Tromsø, Time, Hareid, Lørenskog; near universal). A library may
//!   say another age for its own agreements ([`AgeLimits`]). The card leaves the guardian's phone; what binds is the child's.
//! - **18**, of age: vergemålsloven § 8. Guardians answer for losses until then (Tromsø, Time), so until then they see where
//!   the child is a patron and can stop a lost card.
//!
//! PIN and password aren't in the table: nobody but the child deals with them, at any age. Before it signs in by itself it has
//! none; its card is on a guardian's phone.
//!
//! Seeing and stopping is both sides' from 13 to 18: a step, no cliff (complaints about the cut at 12 in other services).

use serde::{Deserialize, Serialize};

use super::{Act, OF_AGE};
use crate::domain::{
    directory::Directory,
    library::{AgeLimits, Agreement, LibraryNumber, Signs},
};

/// An age of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Threshold {
    /// 13: [`Ages::sign_in`].
    SignIn,
    /// 15: [`Ages::agreement`].
    Agreement,
    /// 18: [`OF_AGE`].
    OfAge,
    /// What the library says for this agreement.
    Library(Agreement),
}

/// Whose an act is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Power {
    /// The act.
    pub act: Act,
    /// A guardian does it until the child has this age.
    pub guardian_until: Threshold,
    /// The child does it from this age on.
    pub child_from: Threshold,
}

const fn power(act: Act, guardian_until: Threshold, child_from: Threshold) -> Power {
    Power {
        act,
        guardian_until,
        child_from,
    }
}

/// The table. The header of this module says why each age.
pub const POWERS: [Power; 9] = [
    power(Act::ShowCard, Threshold::Agreement, Threshold::SignIn),
    power(Act::SeeLibraries, Threshold::OfAge, Threshold::SignIn),
    power(Act::SeeLedger, Threshold::OfAge, Threshold::SignIn),
    power(
        Act::SignRules,
        Threshold::Library(Agreement::Rules),
        Threshold::Library(Agreement::Rules),
    ),
    power(
        Act::SignStaffless,
        Threshold::Library(Agreement::Staffless),
        Threshold::Library(Agreement::Staffless),
    ),
    power(Act::ChangeContact, Threshold::SignIn, Threshold::SignIn),
    power(Act::ChangeHomeLibrary, Threshold::Agreement, Threshold::Agreement),
    power(Act::BlockCard, Threshold::OfAge, Threshold::SignIn),
    power(Act::EndCard, Threshold::Agreement, Threshold::Agreement),
];

/// The two ages that may change without a new law on coming of age.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "(u8, u8)", into = "(u8, u8)")]
pub struct Ages {
    sign_in: u8,
    agreement: u8,
}

/// A library, and which ages hold there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// Which.
    pub library: LibraryNumber,
    /// Its ages.
    pub ages: AgeLimits,
}

/// Whose an act is at an age.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Whose {
    /// Both, one, or neither of guardian and child.
    Of { guardian: bool, child: bool },
    /// Nobody's before that age.
    Nobodys { from: u8 },
    /// The library hasn't said.
    NotSaid,
}

impl Place {
    /// A library with the ages that the directory says; the usual ones where it says none.
    #[must_use]
    pub fn of(library: LibraryNumber, directory: Option<&Directory>) -> Self {
        let entry = directory.and_then(|directory| directory.get(library));
        Self {
            library,
            ages: entry.map(|entry| entry.ages).unwrap_or_default(),
        }
    }
}

impl Ages {
    /// These ages; `None` unless sign-in comes no later than agreement, and agreement no later than [`OF_AGE`].
    #[must_use]
    pub fn new(sign_in: u8, agreement: u8) -> Option<Self> {
        (sign_in <= agreement && agreement <= OF_AGE).then_some(Self { sign_in, agreement })
    }

    /// Own sign-in.
    #[must_use]
    pub fn sign_in(self) -> u8 {
        self.sign_in
    }

    /// Own agreement, where no library says otherwise.
    #[must_use]
    pub fn agreement(self) -> u8 {
        self.agreement
    }

    /// Whose an act is when the child has this age. No guardian's from [`OF_AGE`] on, whatever a library says.
    pub(super) fn whose(self, act: Act, age: u8, place: Option<&Place>) -> Whose {
        let of_library = |agreement| {
            let usual = AgeLimits {
                rules_alone_from: self.agreement,
                ..AgeLimits::default()
            };
            place.map_or(usual, |place| place.ages).signs(agreement, age)
        };
        let row = POWERS.iter().find(|power| power.act == act);
        let Some(Power {
            guardian_until,
            child_from,
            ..
        }) = row
        else {
            return Whose::Of {
                guardian: false,
                child: false,
            };
        };
        match (self.years(*guardian_until), self.years(*child_from)) {
            (Ok(until), Ok(from)) => Whose::Of {
                guardian: age < until.min(OF_AGE),
                child: age >= from,
            },
            (Err(agreement), _) | (_, Err(agreement)) => match of_library(agreement) {
                Signs::Alone => Whose::Of {
                    guardian: false,
                    child: true,
                },
                Signs::Guardian { .. } => Whose::Of {
                    guardian: age < OF_AGE,
                    child: false,
                },
                Signs::TooYoung { from } => Whose::Nobodys { from },
                Signs::NotSaid => Whose::NotSaid,
            },
        }
    }

    fn years(self, threshold: Threshold) -> Result<u8, Agreement> {
        match threshold {
            Threshold::SignIn => Ok(self.sign_in),
            Threshold::Agreement => Ok(self.agreement),
            Threshold::OfAge => Ok(OF_AGE),
            Threshold::Library(agreement) => Err(agreement),
        }
    }
}

impl Default for Ages {
    fn default() -> Self {
        Self {
            sign_in: 13,
            agreement: 15,
        }
    }
}

impl TryFrom<(u8, u8)> for Ages {
    type Error = &'static str;

    fn try_from((sign_in, agreement): (u8, u8)) -> Result<Self, Self::Error> {
        Self::new(sign_in, agreement).ok_or("ages out of order")
    }
}

impl From<Ages> for (u8, u8) {
    fn from(ages: Ages) -> Self {
        (ages.sign_in, ages.agreement)
    }
}
