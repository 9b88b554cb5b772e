//! What can be done with a child's card.

use serde::{Deserialize, Serialize};

/// Something that a guardian does for a child, or the child itself. What was borrowed is no act: nobody sees a
/// child's loans. Neither is a PIN or a password: nobody but the child deals with its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// The card with its code.
    ShowCard,
    /// Where the child is a patron, and what was signed.
    SeeLibraries,
    /// What guardians did: [`super::Ledger`].
    SeeLedger,
    /// Lånereglement of one library.
    SignRules,
    /// Meråpent at one library.
    SignStaffless,
    /// Phone, e-mail, channel.
    ChangeContact,
    /// Hjemmebibliotek.
    ChangeHomeLibrary,
    /// Stop the card, as when it is lost.
    BlockCard,
    /// Utmelding.
    EndCard,
}

impl Act {
    /// Every act.
    pub const ALL: [Self; 9] = [
        Self::ShowCard,
        Self::SeeLibraries,
        Self::SeeLedger,
        Self::SignRules,
        Self::SignStaffless,
        Self::ChangeContact,
        Self::ChangeHomeLibrary,
        Self::BlockCard,
        Self::EndCard,
    ];

    /// Whether a library's own ages decide.
    #[must_use]
    pub fn is_of_library(self) -> bool {
        matches!(self, Self::SignRules | Self::SignStaffless)
    }
}

/// Some acts: what a link permits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Vec<Act>", into = "Vec<Act>")]
pub struct Acts(u16);

impl Acts {
    /// None.
    pub const NONE: Self = Self(0);
    /// Every one, as for parents.
    pub const ALL: Self = Self((1 << Act::ALL.len()) - 1);

    /// Whether this one is among them.
    #[must_use]
    pub fn has(self, act: Act) -> bool {
        self.0 & (1 << act as u16) != 0
    }
}

impl FromIterator<Act> for Acts {
    fn from_iter<I: IntoIterator<Item = Act>>(acts: I) -> Self {
        Self(acts.into_iter().fold(0, |all, act| all | 1 << act as u16))
    }
}

impl From<Vec<Act>> for Acts {
    fn from(acts: Vec<Act>) -> Self {
        acts.into_iter().collect()
    }
}

impl From<Acts> for Vec<Act> {
    fn from(acts: Acts) -> Self {
        Act::ALL.into_iter().filter(|act| acts.has(*act)).collect()
    }
}
