//! At start: what was kept is shown, then the register is asked.

use super::{
    effect::{Effect, Reply},
    event::Opened,
    registering::Registering,
    state::{Access, Model, Phase, Ticket},
};

impl Model {
    /// Takes in what was found on this phone.
    pub(super) fn opened(&mut self, tickets: Vec<Ticket>, found: Opened) -> Vec<Effect> {
        self.lock.card_too = found.lock_card;
        (self.card, self.trouble) = (found.card, found.trouble);
        (self.shelf, self.receipts, self.trip) = (found.shelf, found.receipts, found.trip);
        self.shown = found.shown;
        self.access = match found.session {
            Some(_) => Access::Dormant,
            None => Access::None,
        };
        self.person = found.session;
        self.people.registering = (found.registering && self.card.is_none()).then(Registering::default);
        self.go_home();
        let mut effects = match found.pending {
            Some(pending) if !pending.is_over(self.now) => {
                self.phase = Phase::InBrowser(pending);
                vec![]
            }
            Some(_) => vec![Effect::ForgetPending],
            None => vec![],
        };
        effects.extend(tickets.into_iter().map(|t| Effect::Reply(t, Ok(Reply::Done))));
        effects.push(Effect::OpenDirectory);
        self.resume_trip();
        effects.extend(self.contact_if_possible());
        effects
    }
}
