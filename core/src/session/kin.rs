//! What comes of asking about people, and what is let go of when a basis is over.

use super::{
    asks::{ChildCard, PeopleAsk, PeopleBrought, Visit, Visited},
    effect::{Effect, Reply, Waiter},
    errand::{Behalf, Errand, Job},
    people::Conflict,
    state::{Model, Ticket},
};
use crate::{
    Error, Result,
    domain::{
        household::{Act, Mandate},
        receipt::Pseudonym,
        secret::Hidden,
        shelf::Shelf,
        snapshot::HeldCard,
    },
    ports::Fetched,
};

impl Model {
    /// What came of an errand about people.
    pub(super) fn people_brought(&mut self, job: &Job, brought: PeopleBrought, roll: u128) -> Vec<Effect> {
        let Errand::People(ask) = &job.errand else {
            return vec![];
        };
        let waiter = job.ticket.map_or(Waiter::Nobody, Waiter::Kept);
        let mut result = Ok(Reply::Done);
        match brought {
            PeopleBrought::Draft(draft) => {
                if let Some(registering) = &mut self.people.registering {
                    registering.takes(ask, *draft);
                }
            }
            PeopleBrought::Registered(home) => return self.was_registered(job.ticket, home, roll),
            PeopleBrought::SecretRules(rules) => self.people.secret_rules = Some(rules),
            PeopleBrought::Contact(reach) => self.contact_seen(ask, *reach),
            PeopleBrought::Conflict(theirs) => {
                if let PeopleAsk::ChangeContact(mine, _) = ask {
                    let (mine, theirs) = (*mine.clone(), *theirs);
                    self.people.conflict = Some(Conflict { mine, theirs });
                    self.queue(None, Errand::People(PeopleAsk::SeeContact));
                    result = Err(Error::ChangedElsewhere);
                }
            }
            PeopleBrought::Changed => {}
            PeopleBrought::Children(visited) => {
                visited.into_iter().for_each(|visited| self.visited(visited));
                if let Some(me) = self.me() {
                    // What is over, and what came too late, isn't kept even for a moment.
                    self.shelf.let_go(&me, self.now.date());
                }
                return vec![self.keep_shelf(waiter)];
            }
            PeopleBrought::Outcomes(outcomes) => {
                self.people.attempt = None;
                self.people.outcomes.extend(outcomes);
                self.queue(None, Errand::SeeLibraries(Box::new(self.shelf.clone())));
            }
            PeopleBrought::ChildCode(code) => {
                self.shelf.child_code = Some(code);
                return vec![self.keep_shelf(waiter)];
            }
            PeopleBrought::Ledger(deeds) => {
                let child = match ask {
                    PeopleAsk::SeeChildLedger(mandate) => Some(mandate.child().clone()),
                    _ => None,
                };
                self.people.ledger = Some((child, deeds));
            }
        }
        job.ticket.map(|t| Effect::Reply(t, result)).into_iter().collect()
    }

    fn contact_seen(&mut self, ask: &PeopleAsk, reach: crate::domain::reach::Reach) {
        match ask {
            PeopleAsk::ChangeEmail(email) => self.people.new_email = Some(Hidden(email.shown())),
            PeopleAsk::ProveEmail(_) => self.people.new_email = None,
            PeopleAsk::ChangeContact(..) => self.people.conflict = None,
            _ => {}
        }
        if let Some(conflict) = &mut self.people.conflict {
            conflict.theirs = reach.clone();
        }
        self.people.contact = Some(reach);
    }

    fn visited(&mut self, visited: Visited) {
        let Visited {
            child,
            over,
            card,
            relations,
        } = visited;
        let now = self.now;
        if over {
            return self.basis_over(&child);
        }
        let Some(kin) = self.shelf.kin_mut(&child) else {
            return;
        };
        match card {
            None => {}
            Some(ChildCard::None) => {
                kin.takes(None);
                kin.has_card = false;
            }
            Some(ChildCard::Fetched(Fetched::Unchanged)) => {
                let same = kin.card.take().map(|card| HeldCard {
                    checked_at: now,
                    ..card
                });
                kin.takes(same);
            }
            Some(ChildCard::Fetched(Fetched::Card { snapshot, signed, etag })) => kin.takes(Some(HeldCard {
                snapshot: *snapshot,
                signed,
                etag,
                checked_at: now,
            })),
        }
        if let Some(relations) = relations {
            kin.relations = relations;
        }
    }

    /// By the service's word the person doesn't act for that child any more.
    fn basis_over(&mut self, child: &Pseudonym) {
        if let Some(me) = self.me() {
            self.shelf.ended(&me, child, self.now.date());
        }
    }

    /// After the household was told: each child's card and libraries, as far as a guardian sees them.
    pub(super) fn visit_children(&mut self) {
        let visits: Vec<Visit> = self
            .shelf
            .children
            .iter()
            .filter(|kin| kin.has_card)
            .map(|kin| {
                let etag = kin.card.as_ref().and_then(|card| card.etag.clone());
                Visit {
                    card: self.mandate(&kin.child, Act::ShowCard, None).ok().map(|it| (it, etag)),
                    libraries: self.mandate(&kin.child, Act::SeeLibraries, None).ok(),
                }
            })
            .filter(|visit| visit.child().is_some())
            .collect();
        if !visits.is_empty() {
            self.queue(None, Errand::People(PeopleAsk::SeeChildren(visits)));
        }
    }

    /// What was told of libraries, with the household as the service had it.
    pub(super) fn take_household(&mut self, errand: &Errand, told: Shelf) {
        let Errand::SeeLibraries(asked) = errand else {
            return;
        };
        let mut shelf = told;
        let now = self.now.date();
        let (people, ages) = (std::mem::take(&mut shelf.people), shelf.household.ages());
        shelf.people = std::mem::take(&mut self.shelf.people);
        shelf.household = std::mem::take(&mut self.shelf.household);
        shelf.household.hold(ages);
        let seen = std::mem::replace(&mut shelf.children, std::mem::take(&mut self.shelf.children));
        for it in seen {
            if let Some(kin) = shelf.kin_mut(&it.child) {
                kin.has_card = it.has_card;
            }
        }
        shelf.child_code = self.shelf.child_code.take().filter(|code| code.until > self.now);
        self.shelf = shelf;
        let news = people != asked.people || self.shelf.household.is_empty();
        if let Some(me) = self.me().filter(|_| news) {
            self.shelf.told_people(&me, people, Some(ages), now);
        }
    }

    /// What it means that an errand came to nothing; all of it, unless `None`.
    pub(super) fn people_errand_failed(
        &mut self,
        ticket: Option<Ticket>,
        ask: &PeopleAsk,
        error: &Error,
    ) -> Option<Vec<Effect>> {
        let lost = matches!(
            error,
            Error::Offline(_) | Error::Service { .. } | Error::Unauthorized | Error::LevelTooLow
        );
        let mut effects = Vec::new();
        match (ask, error) {
            (PeopleAsk::SeeChildLedger(mandate), Error::NotAllowed("no-basis")) => {
                self.basis_over(&mandate.child().clone());
            }
            (PeopleAsk::RegisterChildren(_), _) if !lost => self.people.attempt = None,
            (PeopleAsk::SeeDraft(_), Error::NotAllowed(_)) => return Some(self.may_not_register(ticket, error)),
            (ask, Error::HasCard) if ask.is_registering() => return Some(self.expect_card(ticket)),
            (PeopleAsk::Register(_), _) if !lost => {
                self.trip = None;
                effects.push(self.keep_trip(None));
                self.see_draft(None);
            }
            _ => {}
        }
        if lost || ticket.is_none() {
            return None;
        }
        // What is wrong with what was typed is said where it was typed.
        effects.extend(ticket.map(|t| Effect::Reply(t, Err(error.clone()))));
        Some(effects)
    }

    /// A signature for a child was refused for want of a basis.
    pub(super) fn signature_refused(&mut self, errand: &Errand, error: &Error) {
        if let (Errand::Sign(signature), Error::NotAllowed("no-basis")) = (errand, error)
            && let Some(child) = signature.behalf.child()
        {
            self.basis_over(&child.clone());
        }
    }

    /// Lets go of what hung on a basis that is over, wherever it is. Called after every event, so that nothing waits for a
    /// reason to be noticed, and nothing says which reason it was.
    pub(super) fn sweep(&mut self) -> Vec<Effect> {
        let mut effects = self.sweep_children();
        effects.extend(self.sweep_jobs());
        let shown = self.shown.take();
        self.shown = shown.clone().filter(|child| self.has_card_of(child));
        if self.shown != shown {
            effects.push(self.keep_shown(None));
        }
        effects
    }

    /// What still waits for a token isn't asked by a power that has ended meanwhile, nor by that of another day.
    fn sweep_jobs(&mut self) -> Vec<Effect> {
        let mut effects = Vec::new();
        for job in std::mem::take(&mut self.jobs) {
            let mandates = job.errand.mandates();
            match mandates.into_iter().find_map(|mandate| self.outdated(mandate)) {
                None => self.jobs.push(job),
                Some(_) if matches!(job.errand, Errand::People(PeopleAsk::SeeChildren(_))) => self.visit_children(),
                Some(error) => effects.extend(self.came_to_nothing(&job, error)),
            }
        }
        effects
    }

    fn outdated(&self, mandate: &Mandate) -> Option<Error> {
        match self.mandate(mandate.child(), mandate.act(), mandate.library()) {
            Ok(today) => (today != *mandate).then_some(Error::Internal("a mandate of another day")),
            Err(error) => Some(error),
        }
    }

    fn sweep_children(&mut self) -> Vec<Effect> {
        let Some(me) = self.me().filter(|_| !self.shelf.household.is_empty()) else {
            return vec![];
        };
        let today = self.now.date();
        let mut effects = Vec::new();
        if self.shelf.let_go(&me, today) {
            effects.push(self.keep_shelf(Waiter::Nobody));
        }
        let household = &self.shelf.household;
        let is_own = |child: &Pseudonym| household.basis(&me, child, today).is_some();
        let people = &mut self.people;
        people.acting_for = people.acting_for.take().filter(is_own);
        people.outcomes.retain(|(child, _)| is_own(child));
        let gone = |child: &Option<Pseudonym>| child.as_ref().is_some_and(|child| !is_own(child));
        if people.ledger.as_ref().is_some_and(|(child, _)| gone(child)) {
            people.ledger = None;
        }
        if self.trip.as_ref().is_some_and(|trip| gone(&trip.child)) {
            self.trip = None;
            effects.push(self.keep_trip(None));
        }
        effects
    }

    /// From now on that child's card is the one that is shown; one's own, when there is no such card here. No network, and no act:
    /// nothing is asked for that isn't on the phone.
    pub(super) fn show_card_of(&mut self, ticket: Ticket, child: Option<Pseudonym>) -> Vec<Effect> {
        self.shown = child.filter(|child| self.has_card_of(child));
        vec![self.keep_shown(Some(ticket))]
    }

    fn has_card_of(&self, child: &Pseudonym) -> bool {
        self.shelf.kin(child).is_some_and(|kin| kin.card.is_some())
    }

    fn keep_shown(&self, waiter: Option<Ticket>) -> Effect {
        Effect::KeepShown(self.shown.clone().filter(|_| self.remembered), waiter)
    }

    /// For whom the trip signs, and by what.
    pub(super) fn behalf(&self) -> Result<Behalf> {
        let Some(trip) = &self.trip else {
            return Ok(Behalf::Own);
        };
        let (Some(child), Some(stop)) = (&trip.child, trip.stop()) else {
            return Ok(Behalf::Own);
        };
        let act = match stop.agreement {
            crate::domain::library::Agreement::Rules => Act::SignRules,
            crate::domain::library::Agreement::Staffless => Act::SignStaffless,
        };
        self.mandate(child, act, Some(stop.library)).map(Behalf::Child)
    }
}
