//! Becoming a patron: what is known of somebody who has no card, and what is still to be told.
//!
//! The draft is the service's. Nothing of it is kept on the phone, so that any phone can go on with it.

use jiff::civil::Date;

use super::{library::LibraryNumber, reach::Channel, secret::Hidden};

/// What the service knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Name, of Folkeregisteret.
    pub name: String,
    /// Day of birth, of Folkeregisteret.
    pub born: Date,
    /// E-mail address, as it was told.
    pub email: Option<Hidden<String>>,
    /// A code came back from there.
    pub email_verified: bool,
    /// E.164.
    pub phone: Option<Hidden<String>>,
    /// How the person would rather be reached.
    pub channel: Option<Channel>,
    /// A PIN is chosen.
    pub pin_set: bool,
    /// A password is chosen.
    pub password_set: bool,
    /// The library.
    pub home_library: Option<LibraryNumber>,
    /// What is left, in the order in which one would do it.
    pub steps: Vec<Step>,
}

/// Something to tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// An e-mail address.
    Email,
    /// The code that was sent there.
    EmailCode,
    /// A telephone number and a channel.
    Contact,
    /// A PIN, and perhaps a password.
    Secrets,
    /// A library.
    HomeLibrary,
}
