//! Getting a card: the sign-in stays, the draft is the service's, and any phone can go on with it.

use sha2::{Digest, Sha256};

use super::{
    asks::PeopleAsk,
    effect::{Effect, Reply, Waiter},
    errand::Errand,
    state::{Model, Phase, Ticket},
    trip::Trip,
};
use crate::{
    Error,
    domain::{
        action::Action,
        language::Language,
        library::{Agreement, LibraryNumber},
        registration::Draft,
        snapshot::CardStatus,
    },
};

/// Somebody who has no card is getting one.
#[derive(Clone, Default)]
pub struct Registering {
    /// What the service knows; none before it was asked.
    pub draft: Option<Draft>,
    /// The service says that there is a card by now: how often it is asked for before that is doubted.
    pub(super) expects: u8,
    /// How many steps the service has answered.
    told: u32,
}

/// A card that is said to be there is asked for that often.
const EXPECTED: u8 = 2;

impl Registering {
    /// A draft came: with a step, or to who looked, unless a step that was answered meanwhile brought a newer one.
    pub(super) fn takes(&mut self, ask: &PeopleAsk, draft: Draft) {
        match ask {
            PeopleAsk::SeeDraft(told) if *told != self.told => return,
            PeopleAsk::SeeDraft(_) => {}
            _ => self.told += 1,
        }
        self.draft = Some(draft);
    }
}

impl Model {
    /// Whether somebody is getting a card, or signs in for it.
    #[must_use]
    pub fn is_registering(&self) -> bool {
        self.people.registering.is_some() || self.cleared_for == Some(Action::Register)
    }

    /// Whether there is a card that hasn't ended.
    fn has_card(&self) -> bool {
        let status = self.card.as_ref().map(|card| card.snapshot.card.status);
        status.is_some_and(|status| status != CardStatus::Ended) && self.shelf.left_at.is_none()
    }

    /// Begins, or goes on; who has a card lands on it.
    pub(super) fn begin_registering(&mut self, ticket: Option<Ticket>) -> Vec<Effect> {
        self.cleared_for = None;
        if self.has_card() {
            self.people.registering = None;
            return ticket.map(|t| Effect::Reply(t, Ok(Reply::Done))).into_iter().collect();
        }
        self.people.registering.get_or_insert_default();
        self.see_draft(ticket);
        self.want_secret_rules();
        vec![]
    }

    /// Asks what the service knows.
    pub(super) fn see_draft(&mut self, ticket: Option<Ticket>) {
        let told = self.people.registering.as_ref().map_or(0, |it| it.told);
        self.queue(ticket, Errand::People(PeopleAsk::SeeDraft(told)));
    }

    /// The register has no card for who registers: that is as it was to be.
    pub(super) fn still_no_card(&mut self) -> Vec<Effect> {
        let expects = self.people.registering.as_ref().map_or(0, |it| it.expects);
        self.contact_done();
        if let Some(registering) = &mut self.people.registering {
            registering.expects = expects.saturating_sub(1);
        }
        match expects {
            EXPECTED.. => return self.contact_if_possible(),
            1 => return self.answer_waiting(Err(Error::NoCard)),
            0 => {}
        }
        let waits = match self.phase {
            Phase::Checking(ticket) => Some(ticket),
            _ => None,
        };
        if waits.is_some() {
            self.go_home();
        }
        let mut effects = self.answer_waiting(Ok(Reply::Done));
        effects.extend(self.begin_registering(waits));
        effects
    }

    /// There is no card for this person, and none to be had: it ends as any sign-in of somebody without one.
    pub(super) fn may_not_register(&mut self, ticket: Option<Ticket>, why: &Error) -> Vec<Effect> {
        self.people.registering = None;
        let mut effects = match self.card {
            Some(_) => vec![],
            None => {
                let mut effects = self.phase.clone().abandoned();
                effects.extend(self.forget(None, None));
                effects
            }
        };
        self.trouble = Some(why.clone());
        effects.extend(ticket.map(|t| Effect::Reply(t, Err(why.clone()))));
        effects
    }

    /// A card came: who was getting one has it, unless it is an ended one.
    pub(super) fn registered(&mut self) -> Vec<Effect> {
        if !self.is_registering() {
            return vec![];
        }
        if self.has_card() {
            self.people.registering = None;
            self.cleared_for = self.cleared_for.filter(|action| *action != Action::Register);
            return vec![];
        }
        match self.people.registering {
            Some(_) => vec![],
            None => self.begin_registering(None),
        }
    }

    /// Answers who waits for a contact; who waits for a new card goes on waiting when the one that came is the old one.
    pub(super) fn answer_unless_expecting(&mut self) -> Vec<Effect> {
        let has_card = self.has_card();
        match &mut self.people.registering {
            Some(registering) if registering.expects > 1 && !has_card => {
                registering.expects = 1;
                self.contact_if_possible()
            }
            _ => self.answer_waiting(Ok(Reply::Done)),
        }
    }

    /// The service says that there is a card: who waits is answered when it is here.
    pub(super) fn expect_card(&mut self, ticket: Option<Ticket>) -> Vec<Effect> {
        if let Some(registering) = &mut self.people.registering {
            registering.expects = EXPECTED;
        }
        self.waiting.extend(ticket);
        self.contact_if_possible()
    }

    /// The home library's rules are what follows: kept before the card is asked for, so that they follow also when the answer
    /// is lost and the phone is killed.
    pub(super) fn plan_trip_home(&mut self, language: Language, roll: u128) {
        let draft = self.people.registering.as_ref().and_then(|it| it.draft.as_ref());
        let home = draft.and_then(|draft| draft.home_library);
        self.trip = home.and_then(|home| Trip::new(&[home], Agreement::Rules, language, roll, self.now));
    }

    /// Registered: the card is fetched as after a sign-in, and the home library's rules open.
    pub(super) fn was_registered(&mut self, ticket: Option<Ticket>, home: LibraryNumber, roll: u128) -> Vec<Effect> {
        if !self.has_card() {
            // That one ended; what is kept of it goes when the new one is kept.
            (self.card, self.remaining, self.shelf.left_at) = (None, None, None);
        }
        let leads_home = |trip: &Trip| trip.stop().is_some_and(|stop| stop.library == home);
        if !self.trip.as_ref().is_some_and(leads_home) {
            self.trip = Trip::new(&[home], Agreement::Rules, Language::Nb, roll, self.now);
        }
        let mut effects = self.open_stop(None, 0);
        effects.push(self.keep_shelf(Waiter::Nobody));
        effects.extend(self.expect_card(ticket));
        effects
    }

    /// The same for the same sign-in, also after a restart; another one for a card in place of one that ended.
    pub(super) fn registration_key(&self) -> Option<String> {
        let person = self.person.as_ref()?;
        let ended = self.card.as_ref().map(|card| card.snapshot.card.number.to_string());
        let mut sha = Sha256::new();
        for part in [
            "registration",
            person.nonce.expose(),
            &person.subject,
            ended.as_deref().unwrap_or_default(),
        ] {
            sha.update(part);
            sha.update([0]);
        }
        Some(hex(&sha.finalize()))
    }
}

/// The first half, in hexadecimal.
pub(super) fn hex(digest: &[u8]) -> String {
    digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}
