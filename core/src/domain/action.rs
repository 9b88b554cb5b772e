//! What a person may do, and how sure we must be of who it is.

use serde::{Deserialize, Serialize};

use super::level::Level;

/// Something to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Action {
    /// Show the card.
    ShowCard,
    /// Phone, e-mail.
    ChangeContact,
    /// Mine bibliotek, hjemmebibliotek.
    ChooseLibraries,
    /// See and end sign-ins on other devices.
    EndDevices,
    /// PIN, password.
    ChangeSecret,
    /// Lending rules.
    SignRules,
    /// Anything for a child.
    ActForChild,
    /// A card of one's own, for who has none.
    Register,
    /// Utmelding.
    Leave,
}

/// Every action with its level, the easiest first.
pub const TABLE: [(Action, Level); 9] = [
    (Action::ShowCard, Level::Low),
    (Action::ChangeContact, Level::Substantial),
    (Action::ChooseLibraries, Level::Substantial),
    (Action::EndDevices, Level::Substantial),
    (Action::ChangeSecret, Level::High),
    (Action::SignRules, Level::High),
    (Action::ActForChild, Level::High),
    (Action::Register, Level::High),
    (Action::Leave, Level::High),
];

impl Action {
    /// The level that it needs.
    #[must_use]
    pub fn needs(self) -> Level {
        TABLE
            .iter()
            .find(|(action, _)| *action == self)
            .map_or(Level::High, |(_, level)| *level)
    }
}
