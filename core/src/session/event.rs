//! What happened: a person asked, an effect answered, time passed.

use std::sync::Arc;

use super::{
    card_door::{CardForm, Challenged},
    effect::Waiter,
    errand::{Brought, Job},
    farewell::{Farewell, Leaving},
    kept::Person,
    libraries::LibraryCommand,
    people::PeopleCommand,
    sign_in::{Pending, SignInRequest},
    state::{Stamp, Ticket},
    trip::Trip,
};
use crate::{
    Error, Result,
    domain::{
        directory::Directory,
        receipt::{Listed, Pseudonym},
        secret::Secret,
        shelf::Shelf,
        snapshot::HeldCard,
        timestamp::Timestamp,
    },
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
    /// The same once more, since its address is good for one opening: where the browser comes back, and the language.
    BeginAgain(String, String),
    /// Lånenummer or fødselsnummer with PIN or password.
    SignInWithCard(CardForm),
    /// The one-time code that the service sent.
    GiveOneTimeCode(Secret),
    /// The browser came back with this; untrusted.
    FinishSignIn(Secret),
    /// Never mind.
    CancelSignIn,
    /// Ask the register now.
    Refresh,
    /// Forget me on this phone; and in the browser.
    SignOut(Option<Farewell>),
    /// The browser came back from the provider's sign-out with this; untrusted.
    FinishSignOut(Secret),
    /// Who is signed in as me, where?
    SeeDevices,
    /// Not any more there.
    EndDevice(String),
    /// The app came in front, or left.
    InFront(bool),
    /// The device has recognised its owner.
    Unlock,
    /// The card too goes behind the lock, or comes out.
    LockCard(bool),
    /// That child's card is on the screen; or my own.
    ShowCardOf(Option<Pseudonym>),
    /// Something about libraries, rules, receipts or leaving.
    Libraries(LibraryCommand),
    /// Something about people: registering, contact, children.
    People(PeopleCommand),
    /// I went on with what I stepped up for.
    GoOn,
    /// I have seen the trouble.
    DismissTrouble,
}

/// What an effect found.
pub enum Answer {
    /// Cache and vault at start.
    Opened(Box<Opened>),
    /// The provider is told.
    Prepared(Result<Pending>),
    /// What the card number's door said.
    Challenged(Result<Challenged>),
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
    /// An errand is back.
    Ran(Job, Result<Brought>),
    /// The shelf is kept, or can't be, and its receipts are proved; who waited.
    Proved(Vec<Listed>, Waiter, Result<()>),
    /// The trip is stored, or can't be; who waits for its first text.
    TripKept(Option<Ticket>),
    /// Whose card was shown last is stored, or can't be; who waits.
    ShownKept(Option<Ticket>),
    /// The directory, when there is another one.
    Directory(Result<Option<Arc<Directory>>>),
    /// Where the browser goes to sign out there too.
    Parting(Ticket, Result<Option<Leaving>>),
    /// The choice about the lock is stored.
    LockKept(Ticket, bool, Result<()>),
    /// Everything local is gone; the refresh token that was there, to be revoked.
    Forgotten {
        /// Who asked, if anybody.
        ticket: Option<Ticket>,
        /// And in the browser.
        farewell: Option<Farewell>,
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
    /// Whose session is there, if any.
    pub session: Option<Person>,
    /// That session was for getting a card.
    pub registering: bool,
    /// What was told of libraries.
    pub shelf: Shelf,
    /// Its receipts.
    pub receipts: Vec<Listed>,
    /// Reading and signing that was under way.
    pub trip: Option<Trip>,
    /// Whose card was shown last, when it was a child's.
    pub shown: Option<Pseudonym>,
    /// The card is behind the lock.
    pub lock_card: bool,
    /// What stood in the way.
    pub trouble: Option<Error>,
}

/// Data that accompanies every event: time and chance come from outside.
#[derive(Debug, Clone, Copy)]
pub struct Context {
    /// Now.
    pub now: Timestamp,
    /// A number nobody can foresee.
    pub roll: u128,
}

impl Context {
    /// Chance enough for a waiting time.
    pub(super) fn chance(&self) -> u32 {
        let [a, b, c, d, ..] = self.roll.to_le_bytes();
        u32::from_le_bytes([a, b, c, d])
    }
}
