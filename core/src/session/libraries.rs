//! Mine bibliotek, signing, receipts, leaving: what a person asks, and what comes of it.

use std::sync::Arc;

use super::{
    asks::PeopleAsk,
    effect::{Effect, Remember, Reply, Waiter},
    errand::{Errand, Job},
    event::Context,
    state::{Model, Ticket},
    trip::Trip,
};
use crate::{
    Error, RefusedCheck, Result,
    domain::{
        directory::Directory,
        language::Language,
        library::{Agreement, LibraryNumber},
        receipt::{self, Listed, Proof, Pseudonym},
        shelf::Shelf,
        snapshot::CardStatus,
        timestamp::Timestamp,
    },
};

/// How often the directory is asked for, seconds.
const DIRECTORY_EVERY_S: i64 = 24 * 60 * 60;
/// How often a desk is asked after while its code is on the screen, seconds.
const DESK_EVERY_S: i64 = 4;

/// What a person can ask.
pub enum LibraryCommand {
    /// What is new?
    See,
    /// This is my home library.
    ChooseHome(LibraryNumber),
    /// I don't want to be a patron there after all.
    Withdraw(LibraryNumber),
    /// I am at the desk; or not any more.
    WatchDesk(bool),
    /// Let me read and sign at these.
    BeginTrip(Vec<LibraryNumber>, Agreement, Language),
    /// That stop, in that language.
    GoToStop(usize, Language),
    /// It is for that one of those for whom I can sign.
    SignFor(usize),
    /// I have read it to the end.
    HaveRead,
    /// I accept it.
    Sign,
    /// Not here.
    SkipStop,
    /// That was all.
    EndTrip,
    /// Does this receipt still prove itself?
    CheckReceipt(String),
    /// Give me its file.
    ReceiptFile(String),
    /// I keep my card.
    KeepCard,
    /// What would remain if I left?
    SeeLeaving,
    /// I leave.
    Leave,
    /// What do you have about me?
    Export,
}

impl Model {
    pub(super) fn asked_of_libraries(&mut self, t: Ticket, command: LibraryCommand, context: Context) -> Vec<Effect> {
        use LibraryCommand as L;
        let done = Effect::Reply(t, Ok(Reply::Done));
        let errand = match command {
            L::See => Errand::SeeLibraries(Box::new(self.shelf.clone())),
            L::ChooseHome(library) if self.is_registering() => Errand::People(PeopleAsk::TellHome(library)),
            L::ChooseHome(library) => Errand::ChooseHome(library),
            L::Withdraw(library) => Errand::Withdraw(library),
            L::KeepCard => Errand::KeepCard,
            L::SeeLeaving => Errand::SeeLeaving,
            L::Leave => Errand::Leave,
            L::Export => Errand::Export,
            L::WatchDesk(on) => {
                self.desk_at = on.then(|| self.now.plus(DESK_EVERY_S));
                return vec![done];
            }
            L::BeginTrip(libraries, agreement, language) => {
                let Some(mut trip) = Trip::new(&libraries, agreement, language, context.roll, self.now) else {
                    return vec![Effect::Reply(t, Err(Error::Internal("no trip")))];
                };
                trip.child = self.people.acting_for.clone();
                self.trip = Some(trip);
                // Kept before anything is read, so that a signature is never asked for under a key that could be forgotten.
                return vec![self.keep_trip(Some(t))];
            }
            L::GoToStop(at, language) => {
                if let Some(trip) = &mut self.trip {
                    trip.language = language;
                }
                return self.open_stop(Some(t), at);
            }
            L::SkipStop => {
                let next = self.trip.as_mut().map(|trip| {
                    if let Some(stop) = trip.stops.get_mut(trip.at) {
                        stop.skipped = true;
                    }
                    trip.next()
                });
                return self.open_stop(Some(t), next.unwrap_or_default());
            }
            L::SignFor(party) => {
                let people = &self.shelf.people;
                let known = party < people.len().max(1);
                let child = people.get(party).and_then(|party| party.child.as_ref());
                return match &mut self.trip {
                    Some(trip) if known && !trip.signing => {
                        trip.child = child.map(|(child, _)| child.clone());
                        trip.trouble = None;
                        vec![self.keep_trip(None), done]
                    }
                    _ => vec![Effect::Reply(t, Err(Error::Internal("nobody")))],
                };
            }
            L::HaveRead => {
                if let Some(trip) = &mut self.trip {
                    trip.have_read();
                }
                return vec![self.keep_trip(None), done];
            }
            L::EndTrip => {
                self.trip = None;
                return vec![self.keep_trip(None), done];
            }
            L::Sign => return self.sign(t),
            L::CheckReceipt(id) => {
                return match self.receipt_file(&id) {
                    Ok(_) => vec![self.keep_shelf(Waiter::Proof(t, id))],
                    Err(error) => vec![Effect::Reply(t, Err(error))],
                };
            }
            L::ReceiptFile(id) => {
                let file = self.receipt_file(&id).cloned();
                return vec![Effect::Reply(t, file.map(Reply::File))];
            }
        };
        self.take_on(t, errand)
    }

    fn receipt_file(&self, id: &str) -> Result<&String> {
        let mut files = self.shelf.receipts.iter();
        files
            .find(|file| receipt::id(file) == id)
            .ok_or(Error::Internal("no such receipt"))
    }

    fn sign(&mut self, t: Ticket) -> Vec<Effect> {
        let refused = |error| vec![Effect::Reply(t, Err(error))];
        if !self.can_sign() {
            return refused(Error::NotAllowed("age"));
        }
        let signer = self.person.as_ref().and_then(|p| Pseudonym::parse(&p.subject));
        let behalf = match self.behalf() {
            Ok(behalf) => behalf,
            Err(error) => return refused(error),
        };
        let Some(trip) = self.trip.as_mut().filter(|trip| !trip.signing) else {
            return refused(Error::Internal("no trip, or signing already"));
        };
        let Some(signature) = signer.and_then(|signer| trip.signature(signer, behalf)) else {
            return refused(Error::Internal("nothing that was read"));
        };
        if let Err(refusal) = self.accepts(t, Errand::Sign(Box::new(signature))) {
            return refused(refusal);
        }
        if let Some(trip) = &mut self.trip {
            (trip.signing, trip.trouble) = (true, None);
        }
        vec![]
    }

    /// Opens a stop of the trip; who waits is answered when its text is there.
    pub(super) fn open_stop(&mut self, ticket: Option<Ticket>, at: usize) -> Vec<Effect> {
        let shelf = &self.shelf;
        let before = |stop: &super::trip::Stop| {
            let related = shelf.at(stop.library)?;
            related.signed(stop.agreement).map(|signed| signed.version)
        };
        let ask = self.trip.as_mut().and_then(|trip| trip.go_to(at, before));
        let mut effects = vec![self.keep_trip(None)];
        match ask {
            Some(ask) => self.queue(ticket, Errand::Read(ask)),
            None => effects.extend(ticket.map(|t| Effect::Reply(t, Ok(Reply::Done)))),
        }
        effects
    }

    /// At start: the trip that was under way goes on, unless it was left long ago.
    pub(super) fn resume_trip(&mut self) {
        if self.trip.as_ref().is_some_and(|trip| trip.is_over(self.now)) {
            self.trip = None;
        }
        if let Some(at) = self.trip.as_ref().map(|trip| trip.at) {
            self.open_stop(None, at);
        }
    }

    pub(super) fn keep_trip(&self, waiter: Option<Ticket>) -> Effect {
        Effect::KeepTrip(self.trip.clone().filter(|_| self.remembered), waiter)
    }

    pub(super) fn keep_shelf(&self, waiter: Waiter) -> Effect {
        let remember = match self.remembered {
            true => Remember::Yes,
            false => Remember::No,
        };
        Effect::KeepShelf(Box::new(self.shelf.clone()), remember, waiter)
    }

    /// Somebody else is here: nothing that was told to the one before stays.
    pub(super) fn forget_libraries(&mut self) {
        self.shelf = Shelf::default();
        self.receipts.clear();
        (self.trip, self.remaining) = (None, None);
        self.people = super::people::People::default();
    }

    /// A card that the register gave after its owner had left is a new one.
    pub(super) fn notice_return(&mut self) {
        let anew = |left: Timestamp| {
            let snapshot = self.card.as_ref().map(|card| &card.snapshot);
            snapshot.is_some_and(|s| s.card.status == CardStatus::Active && s.issued_at > left)
        };
        if self.shelf.left_at.is_some_and(anew) {
            self.shelf.left_at = None;
            self.remaining = None;
        }
    }

    /// The card was confirmed: what else is new?
    pub(super) fn look_around(&mut self) -> Vec<Effect> {
        let asked = |job: &Job| matches!(job.errand, Errand::SeeLibraries(_));
        if !self.jobs.iter().any(asked) {
            self.queue(None, Errand::SeeLibraries(Box::new(self.shelf.clone())));
        }
        let lately = |at| (0..DIRECTORY_EVERY_S).contains(&self.now.since(at));
        if self.directory_at.is_some_and(lately) {
            return vec![];
        }
        self.directory_at = Some(self.now);
        vec![Effect::AskDirectory(self.directory.clone())]
    }

    /// Asks after the desk that is being waited for.
    pub(super) fn ask_desk(&mut self) -> Vec<Effect> {
        self.desk_at = Some(self.now.plus(DESK_EVERY_S));
        self.queue(None, Errand::SeeRelations);
        vec![]
    }

    /// The receipts are proved, and the shelf kept if it may be.
    pub(super) fn proved(&mut self, receipts: Vec<Listed>, waiter: Waiter, kept: Result<()>) -> Vec<Effect> {
        self.receipts = receipts;
        if let Err(error) = kept {
            self.trouble = Some(error);
        }
        match waiter {
            Waiter::Nobody => vec![],
            Waiter::Kept(ticket) => vec![Effect::Reply(ticket, Ok(Reply::Done))],
            Waiter::Proof(ticket, id) => {
                let good = self.receipts.iter().any(|r| r.id == id && r.proof == Proof::Proved);
                let refused = Error::SignInRefused(RefusedCheck::Receipt);
                vec![Effect::Reply(ticket, good.then_some(Reply::Done).ok_or(refused))]
            }
        }
    }

    /// Another directory is here, or none could be had.
    pub(super) fn directory_came(&mut self, found: Result<Option<Arc<Directory>>>) -> Vec<Effect> {
        match found {
            Ok(Some(directory)) => self.directory = Some(directory),
            Ok(None) => {}
            Err(_) => self.directory_at = None, // asked again at the next contact
        }
        vec![]
    }
}
