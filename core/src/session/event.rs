//! What happened: a person asked, an effect answered, time passed.

use super::{
    sign_in::{Pending, SignInRequest},
    state::{Stamp, Ticket},
};
use crate::{
    Error, Result,
    domain::{secret::Secret, snapshot::HeldCard, timestamp::Timestamp},
    ports::{Fetched, Tokens},
};

/// Something that happened.
pub enum Event {
    /// A person, through a shell.
    Asked(Ticket, Command),
    /// An effect, with the stamp that it was asked under.
    Answered(Stamp, Answer),
    /// Time passed.
    Tick,
}

/// What a person can ask.
pub enum Command {
    /// Wake up.
    Start,
    /// Give me an address for the browser.
    BeginSignIn(SignInRequest),
    /// The browser came back with this; untrusted.
    FinishSignIn(Secret),
    /// Never mind.
    CancelSignIn,
    /// Ask the register now.
    Refresh,
    /// Forget me on this phone.
    SignOut,
    /// I have seen the trouble.
    DismissTrouble,
}

/// What an effect found.
pub enum Answer {
    /// Cache and vault at start.
    Opened(Opened),
    /// The provider is told.
    Prepared(Result<Pending>),
    /// The attempt is stored.
    PendingKept(Result<Pending>),
    /// Tokens for the code.
    Exchanged(Result<Tokens>),
    /// Tokens for the refresh token.
    Renewed(Result<Tokens>),
    /// The refresh token is stored.
    SessionKept(Result<()>),
    /// The register's word.
    Fetched(Result<Fetched>),
    /// The card is stored.
    CardKept(Result<()>),
    /// Everything local is gone; the refresh token that was there, to be revoked.
    Forgotten {
        /// Who asked, if anybody.
        ticket: Option<Ticket>,
        /// For revocation.
        refresh: Option<Secret>,
        /// Whether all is gone.
        result: Result<()>,
    },
}

/// What was found at start.
#[derive(Default)]
pub struct Opened {
    /// The card, checked again.
    pub card: Option<HeldCard>,
    /// A sign-in that was under way.
    pub pending: Option<Pending>,
    /// Whether a refresh token is there.
    pub session: bool,
    /// What stood in the way.
    pub trouble: Option<Error>,
}

/// Data that accompanies every event: time and chance come from outside.
#[derive(Debug, Clone, Copy)]
pub struct Context {
    /// Now.
    pub now: Timestamp,
    /// A number nobody can foresee.
    pub roll: u32,
}
