//! What is wished; the runner grants it.

use std::sync::Arc;

use super::{
    card_door::Challenge,
    errand::Job,
    farewell::Farewell,
    kept::Session,
    sign_in::{Code, Pending, SignInRequest},
    state::Ticket,
    trip::Trip,
};
use crate::{
    Result,
    domain::{
        directory::Directory,
        receipt::Pseudonym,
        secret::Secret,
        shelf::{Export, Shelf},
    },
    ports::{CachedCard, Pass},
};

/// A wish.
pub enum Effect {
    /// Read cache and vault.
    Open,
    /// Tell the provider of a sign-in.
    Prepare(SignInRequest),
    /// Prove who it is at the card number's door.
    Challenge(Challenge),
    /// Store the attempt, before the browser opens.
    KeepPending(Pending),
    /// Forget the attempt, before its code is used.
    ForgetPending,
    /// Code for tokens.
    Exchange(Pending, Code),
    /// Refresh token (from the vault) for tokens.
    Renew,
    /// Store the refresh token, before the access token is used.
    KeepSession(Session),
    /// Forget the session that a new sign-in takes the place of, here and at the provider.
    Retire,
    /// Forget the refresh token.
    ForgetSession,
    /// Make a token useless at the provider.
    Revoke(Secret),
    /// Ask the register; with the mark of what we have.
    Fetch(Pass, Option<String>),
    /// Store the card.
    KeepCard(CachedCard),
    /// Run an errand; with the token, unless anybody may ask it.
    Run(Option<Pass>, Job),
    /// Store what was told of libraries, unless nothing may outlive the app, and prove its receipts; who waits.
    KeepShelf(Box<Shelf>, Remember, Waiter),
    /// Store reading and signing under way, or forget it; who waits for its first text.
    KeepTrip(Option<Trip>, Option<Ticket>),
    /// Store whose card was shown last, or that it was one's own; who waits.
    KeepShown(Option<Pseudonym>, Option<Ticket>),
    /// Read the directory that is on this phone.
    OpenDirectory,
    /// Ask for the directory, with the one we have.
    AskDirectory(Option<Arc<Directory>>),
    /// Store whether the card is behind the lock.
    KeepLock(Ticket, bool),
    /// Forget everything on this phone; what is to follow in the browser comes back with the answer.
    ForgetAll(Option<Ticket>, Option<Farewell>),
    /// Find the way to the provider's sign-out.
    Part(Ticket, Farewell),
    /// Answer a command.
    Reply(Ticket, Result<Reply>),
}

/// Who waits for the shelf to be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Waiter {
    /// Nobody.
    Nobody,
    /// Whoever asked for what it now holds.
    Kept(Ticket),
    /// Whoever wants to know whether that receipt proves itself.
    Proof(Ticket, String),
}

/// Whether something may outlive the app.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remember {
    /// It is stored.
    Yes,
    /// It stays in memory.
    No,
}

/// What a command gives back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reply {
    /// Done.
    Done,
    /// Open this in the browser.
    Open(String),
    /// A receipt's file.
    File(String),
    /// All that is kept about the person.
    Export(Box<Export>),
}
