//! How a sign-in, a step-up or a session ends.

use super::{
    effect::{Effect, Reply},
    farewell::Farewell,
    state::{Access, Model, Phase, Ticket},
};
use crate::{
    Error, Result,
    domain::{action::Action, level::Level, secret::Secret},
    ports::Tokens,
};

impl Model {
    /// Shows a failure and answers with it.
    pub(super) fn fail(&mut self, ticket: Ticket, error: Error) -> Effect {
        self.trouble = Some(error.clone());
        Effect::Reply(ticket, Err(error))
    }

    /// Whether the session that is held reaches a level.
    pub(super) fn is_sure_enough(&self, needed: Level) -> bool {
        !matches!(self.access, Access::None | Access::Over) && self.level().is_some_and(|level| level >= needed)
    }

    /// Whether a step-up brought another person than the one who is signed in.
    pub(super) fn is_somebody_else(&self, tokens: &Tokens) -> bool {
        match (&self.person, self.cleared_for) {
            (_, None) | (None, Some(Action::Register)) => false,
            (None, Some(_)) => true,
            (Some(person), Some(_)) => person.subject != tokens.person.subject,
        }
    }

    /// Ends a sign-in that is being checked: answers it, shows why not, goes where one is now.
    pub(super) fn settle(&mut self, result: Result<Reply>) -> Vec<Effect> {
        let Phase::Checking(ticket) = self.phase else {
            return vec![];
        };
        self.go_home();
        if let Err(e) = &result {
            self.trouble = Some(e.clone());
            self.cleared_for = None;
        }
        vec![Effect::Reply(ticket, result)]
    }

    /// Forgets everything, in memory at once, on disk as soon as may be.
    pub(super) fn forget(&mut self, ticket: Option<Ticket>, farewell: Option<Farewell>) -> Vec<Effect> {
        let mut effects = self.answer_waiting(Err(Error::SignInCancelled));
        effects.extend(self.drop_jobs(&Error::SignInCancelled));
        let held: Option<Secret> = match self.access.clone() {
            Access::Held { pass, .. } | Access::Keeping { pass, .. } => Some(pass.access),
            _ => None,
        };
        let mut clean = Model::new(self.now);
        clean.stamp.epoch = self.stamp.epoch + 1;
        clean.stamp.attempt = self.stamp.attempt + 1;
        clean.phase = Phase::SignedOut;
        clean.lock.left_at = self.lock.left_at;
        (clean.directory, clean.directory_at) = (self.directory.take(), self.directory_at);
        *self = clean;
        effects.push(Effect::ForgetAll(ticket, farewell));
        effects.extend(held.map(Effect::Revoke));
        effects
    }
}
