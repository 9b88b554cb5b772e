//! What was done with somebody's card, as the service writes it down; for who it is about and those who act for them.

use super::{library::LibraryNumber, timestamp::Timestamp};

/// One thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deed {
    /// What.
    pub done: Done,
    /// Where, when it was about one library.
    pub library: Option<LibraryNumber>,
    /// When.
    pub at: Timestamp,
    /// In which role. Never which guardian.
    pub by: By,
}

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    /// A card was given.
    Registered,
    /// Lending rules were signed.
    SignedRules,
    /// A staffless agreement was signed.
    SignedStaffless,
    /// A desk confirmed it.
    Confirmed,
    /// Something was taken back before the library answered.
    TakenBack,
    /// Another home library was chosen.
    HomeLibrary,
    /// A library confirmed that somebody may act.
    GuardianConfirmed,
    /// Phone, e-mail, channel or address.
    ContactChanged,
    /// The PIN.
    PinChanged,
    /// The password.
    PasswordChanged,
    /// Utmelding.
    Left,
    /// Something that this build can't name.
    Other,
}

/// Who did it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// Whose card it is.
    Own,
    /// A guardian.
    Guardian,
    /// A library.
    Library,
}
