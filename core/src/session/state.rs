//! What is.

use std::sync::Arc;

use super::{
    card_door::Halfway, errand::Job, farewell::Leaving, kept::Person, people::People, sign_in::Pending, trip::Trip,
};
use crate::{
    Error,
    domain::{
        action::Action,
        device::Device,
        directory::Directory,
        face::CardFace,
        level::Level,
        lock::Lock,
        receipt::{Listed, Pseudonym},
        shelf::{self, Shelf},
        snapshot::HeldCard,
        timestamp::Timestamp,
    },
    ports::Pass,
};

/// Names a command that waits for its answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Ticket(pub u64);

/// When an effect was asked: answers of an older session or attempt are recognised by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    /// Raised by sign-out and by a new session.
    pub epoch: u64,
    /// Raised by each sign-in that begins or is cancelled.
    pub attempt: u64,
}

/// The whole of the app's memory.
#[derive(Clone)]
pub struct Model {
    /// Time of the last event.
    pub now: Timestamp,
    /// Current epoch and attempt.
    pub stamp: Stamp,
    /// Where we are.
    pub phase: Phase,
    /// The card on this phone.
    pub card: Option<HeldCard>,
    /// A card that the register gave and that is being stored; it shows when it would survive the app being killed.
    pub arriving: Option<HeldCard>,
    /// What we hold towards the services.
    pub access: Access,
    /// Whose session it is.
    pub person: Option<Person>,
    /// Whether anything of it may outlive the app.
    pub remembered: bool,
    /// What the person may go on with after a step-up, until they have.
    pub cleared_for: Option<Action>,
    /// The register is being asked.
    pub contact: Contact,
    /// Commands that wait for the contact under way.
    pub waiting: Vec<Ticket>,
    /// What else is to be asked of the service, and waits for a token.
    pub jobs: Vec<Job>,
    /// How many errands are under way that somebody waits for, and sees nowhere else.
    pub asking: u32,
    /// What was last told of libraries, receipts and notices.
    pub shelf: Shelf,
    /// The shelf's receipts, proved.
    pub receipts: Vec<Listed>,
    /// All libraries.
    pub directory: Option<Arc<Directory>>,
    /// When the directory was last asked for.
    pub directory_at: Option<Timestamp>,
    /// Reading and signing under way.
    pub trip: Option<Trip>,
    /// Whose card was shown last, by the child; none: one's own.
    pub shown: Option<Pseudonym>,
    /// What leaving would leave behind, or has left.
    pub remaining: Option<shelf::Leaving>,
    /// A desk code is on the screen: when to ask again.
    pub desk_at: Option<Timestamp>,
    /// Registering, contact, acting for somebody.
    pub people: People,
    /// The sign-ins on all devices, when somebody has looked.
    pub devices: Option<Vec<Device>>,
    /// When the device must recognise its owner.
    pub lock: Lock,
    /// Signed out here, and in the browser about to be.
    pub leaving: Option<Leaving>,
    /// The last contact got no answer.
    pub offline: bool,
    /// When to try by ourselves again.
    pub retry: Retry,
    /// The last failure, until dismissed or overcome.
    pub trouble: Option<Error>,
}

/// Where we are.
#[derive(Clone)]
pub enum Phase {
    /// Nothing has happened.
    New,
    /// Cache and vault are being read.
    Opening(Vec<Ticket>),
    /// Nobody is signed in.
    SignedOut,
    /// The provider is being told, the attempt stored.
    Preparing(Ticket),
    /// The person is in the browser.
    InBrowser(Pending),
    /// The service has sent the person a one-time code; who waits, when it is on its way back.
    CodeWanted(Halfway, Option<Ticket>),
    /// Code for tokens, then the card.
    Checking(Ticket),
    /// Signed in, or a card is on the phone.
    Card,
}

/// What we hold towards the services.
#[derive(Clone)]
pub enum Access {
    /// Nothing.
    None,
    /// A refresh token lies in the vault.
    Dormant,
    /// New tokens are on their way: a state, not a lock, so there is one renewal at a time.
    Renewing,
    /// New tokens are here, and the refresh token is being stored: not used before that is done.
    Keeping {
        /// Opens the card service.
        pass: Pass,
        /// When to renew it.
        renew_at: Timestamp,
    },
    /// A token to use.
    Held {
        /// Opens the card service.
        pass: Pass,
        /// When to renew it.
        renew_at: Timestamp,
    },
    /// The session ended at the provider; only a new sign-in helps.
    Over,
}

/// Whether the register is being asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Contact {
    /// No.
    Idle,
    /// Yes.
    Asking,
    /// Yes, a second time after a refused token; a third time there is not.
    AskingAgain,
}

/// When to try by ourselves again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Retry {
    /// Failures in a row.
    pub failures: u32,
    /// Not before.
    pub at: Option<Timestamp>,
}

impl Model {
    /// The beginning.
    #[must_use]
    pub fn new(now: Timestamp) -> Self {
        Self {
            now,
            stamp: Stamp { epoch: 0, attempt: 0 },
            phase: Phase::New,
            card: None,
            arriving: None,
            access: Access::None,
            person: None,
            remembered: true,
            cleared_for: None,
            contact: Contact::Idle,
            waiting: Vec::new(),
            jobs: Vec::new(),
            asking: 0,
            shelf: Shelf::default(),
            receipts: Vec::new(),
            directory: None,
            directory_at: None,
            trip: None,
            shown: None,
            remaining: None,
            desk_at: None,
            people: People::default(),
            devices: None,
            lock: Lock::default(),
            leaving: None,
            offline: false,
            retry: Retry::default(),
            trouble: None,
        }
    }

    /// How sure we are of who it is.
    #[must_use]
    pub fn level(&self) -> Option<Level> {
        self.person.as_ref().map(|person| person.level)
    }

    /// How the card looks now.
    #[must_use]
    pub fn face(&self) -> Option<CardFace> {
        let left = self.shelf.left_at.map(|_| CardFace::Ended);
        left.filter(|_| self.card.is_some())
            .or_else(|| self.card.as_ref().map(|card| CardFace::of(card, self.now)))
    }

    /// Whether something that somebody waits for is asked right now, or about to be.
    #[must_use]
    pub fn is_asking(&self) -> bool {
        self.asking > 0 || self.jobs.iter().any(Job::is_asking)
    }

    /// Whether the card is behind the lock now.
    #[must_use]
    pub fn hides_card(&self) -> bool {
        self.card.is_some() && self.lock.guards_card(self.now)
    }

    /// When something changes by itself: the face, a retry, the end of a sign-in's patience.
    #[must_use]
    pub fn next_wake(&self) -> Option<Timestamp> {
        let face = self
            .card
            .as_ref()
            .and_then(|card| CardFace::next_change(card, self.now));
        let patience = match &self.phase {
            Phase::InBrowser(pending) | Phase::CodeWanted(Halfway { pending, .. }, None) => {
                Some(pending.started_at.plus(super::sign_in::PENDING_LIFE_S + 1))
            }
            _ => None,
        };
        [
            face,
            patience,
            self.retry.at,
            self.desk_at.filter(|_| self.lock.left_at.is_none()),
            self.lock.closes_at().filter(|at| *at > self.now),
        ]
        .into_iter()
        .flatten()
        .min()
    }
}
