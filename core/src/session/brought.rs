//! What comes of errands about libraries, rules, receipts and leaving.

use super::{
    effect::{Effect, Reply, Waiter},
    errand::{Brought, Errand, Job},
    state::Model,
    trip::Open,
};
use crate::{
    Error,
    domain::{receipt, shelf::Shelf},
};

impl Model {
    /// What came of an errand about libraries; who asked is answered when it is kept.
    pub(super) fn libraries_brought(&mut self, job: &Job, brought: Brought) -> Vec<Effect> {
        let waiter = job.ticket.map_or(Waiter::Nobody, Waiter::Kept);
        let done = || {
            let answer = |ticket| Effect::Reply(ticket, Ok(Reply::Done));
            job.ticket.map(answer).into_iter().collect::<Vec<_>>()
        };
        match brought {
            Brought::Libraries(told) => {
                self.take_household(&job.errand, self.shelf.after(*told));
                self.shelf.told_at = Some(self.now);
                self.visit_children();
                vec![self.keep_shelf(waiter)]
            }
            Brought::Relations(relations) => {
                let became = self.shelf.told_relations(relations);
                self.shelf.told_at = Some(self.now);
                let mut effects = vec![self.keep_shelf(waiter)];
                if became || matches!(job.errand, Errand::ChooseHome(_)) {
                    effects.extend(self.contact_if_possible());
                }
                effects
            }
            Brought::Withdrawn(library) => {
                self.shelf.relations.retain(|related| related.library != library);
                vec![self.keep_shelf(waiter)]
            }
            Brought::CardKept(unused) => {
                self.shelf.unused = unused;
                vec![self.keep_shelf(waiter)]
            }
            Brought::Leaving(leaving) => {
                let left = leaving.ended_at.filter(|_| self.shelf.left_at.is_none());
                self.remaining = Some(leaving);
                if left.is_none() {
                    return done();
                }
                self.shelf.left_at = left;
                let mut effects = vec![self.keep_shelf(waiter)];
                effects.extend(self.contact_if_possible());
                effects
            }
            Brought::Text(reading) => {
                if let (Some(trip), Errand::Read(ask)) = (&mut self.trip, &job.errand)
                    && trip.waits_for(ask)
                {
                    trip.arrive(reading);
                }
                done()
            }
            Brought::Receipt { file, keys } => self.signed(&job.errand, file, keys, waiter),
            Brought::Devices(_) | Brought::Ended(_) | Brought::Export(_) | Brought::People(_) => done(),
        }
    }

    /// A receipt came: it is kept, the next text opens, and the libraries are asked what they made of it.
    fn signed(&mut self, errand: &Errand, file: String, keys: String, waiter: Waiter) -> Vec<Effect> {
        let id = receipt::id(&file);
        if !self.shelf.receipts.contains(&file) {
            self.shelf.receipts.push(file);
        }
        self.shelf.keys = keys;
        let mut effects = vec![self.keep_shelf(waiter)];
        if let (Some(trip), Errand::Sign(signature)) = (&mut self.trip, errand) {
            trip.signing = false;
            let what = (signature.text.library(), signature.text.agreement());
            for stop in &mut trip.stops {
                if (stop.library, stop.agreement) == what {
                    stop.receipt = Some(id.clone());
                }
            }
            let next = trip.next();
            effects.extend(self.open_stop(None, next));
        }
        self.queue(None, Errand::SeeLibraries(Box::new(self.shelf.clone())));
        effects
    }

    /// What it means for a trip that its errand came to nothing.
    pub(super) fn library_errand_failed(&mut self, errand: &Errand, error: &Error) -> Vec<Effect> {
        let Some(trip) = &mut self.trip else {
            return vec![];
        };
        match errand {
            Errand::Read(ask) if trip.waits_for(ask) => {
                trip.open = Open::Nothing;
                trip.trouble = Some(error.clone());
                vec![]
            }
            Errand::Sign(_) => {
                trip.signing = false;
                let at = trip.at;
                let effects = match error {
                    Error::RulesChanged => self.open_stop(None, at),
                    _ => vec![],
                };
                if let Some(trip) = &mut self.trip {
                    trip.trouble = Some(error.clone()).filter(|error| *error != Error::LevelTooLow);
                }
                effects
            }
            _ => vec![],
        }
    }
}

impl Shelf {
    /// This shelf after the service told `told`; a receipt that came meanwhile stays, and so does having left.
    fn after(&self, mut told: Self) -> Self {
        for file in &self.receipts {
            if !told.receipts.contains(file) {
                told.receipts.push(file.clone());
            }
        }
        told.left_at = self.left_at;
        told
    }
}
