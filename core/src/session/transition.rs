//! The one `match`: (phase, event) → what is next and what is wished.

use super::{
    effect::{Effect, Reply},
    event::{Answer, Command, Context, Event, Opened},
    sign_in::Door,
    state::{Access, Contact, Model, Phase, Ticket},
};
use crate::{Error, Result, domain::secret::Secret};

/// One step. Total: every event has a meaning in every phase.
#[must_use]
pub fn step(mut m: Model, event: Event, context: Context) -> (Model, Vec<Effect>) {
    use Answer as A;
    use Command as C;
    use Event::{Answered, Asked, Tick};
    m.now = context.now;
    let stamp = m.stamp;
    let effects = match (m.phase.clone(), event) {
        // Start: read what is there, show it, then ask the register.
        (Phase::New, Asked(t, C::Start)) => {
            m.phase = Phase::Opening(vec![t]);
            vec![Effect::Open]
        }
        (Phase::Opening(mut tickets), Asked(t, C::Start)) => {
            tickets.push(t);
            m.phase = Phase::Opening(tickets);
            vec![]
        }
        (Phase::Opening(tickets), Answered(s, A::Opened(found))) if s.epoch == stamp.epoch => {
            let Opened {
                card,
                pending,
                session,
                trouble,
            } = *found;
            (m.card, m.trouble) = (card, trouble);
            m.access = if session { Access::Dormant } else { Access::None };
            m.go_home();
            let mut effects = match pending {
                Some(p) if !p.is_over(m.now) => {
                    m.phase = Phase::InBrowser(p);
                    vec![]
                }
                Some(_) => vec![Effect::ForgetPending],
                None => vec![],
            };
            effects.extend(tickets.into_iter().map(done));
            effects.extend(m.contact_if_possible());
            effects
        }
        (Phase::New | Phase::Opening(_), Asked(t, C::BeginSignIn(_) | C::FinishSignIn(_) | C::Refresh)) => {
            vec![failed(t, Error::Internal("not started"))]
        }
        (_, Asked(t, C::Start)) => vec![done(t)],

        // Begin: tell the provider, store the attempt, then the browser.
        (_, Asked(t, C::BeginSignIn(request))) if request.door != Door::IdPorten => {
            vec![failed(t, Error::DoorClosed)]
        }
        (Phase::Checking(_), Asked(t, C::BeginSignIn(_))) => {
            vec![failed(t, Error::Internal("a sign-in is being checked"))]
        }
        (phase, Asked(t, C::BeginSignIn(request))) => {
            m.stamp.attempt += 1;
            m.trouble = None;
            m.phase = Phase::Preparing(t);
            let mut effects = phase.abandoned();
            effects.push(Effect::Prepare(request));
            effects
        }
        (Phase::Preparing(_), Answered(s, A::Prepared(Ok(pending)))) if s == stamp => {
            vec![Effect::KeepPending(pending)]
        }
        (Phase::Preparing(t), Answered(s, A::PendingKept(Ok(pending)))) if s == stamp => {
            let url = pending.url.clone();
            m.phase = Phase::InBrowser(pending);
            vec![Effect::Reply(t, Ok(Reply::Open(url)))]
        }
        (Phase::Preparing(t), Answered(s, A::Prepared(Err(e)) | A::PendingKept(Err(e)))) if s == stamp => {
            m.offline = matches!(e, Error::Offline(_));
            m.go_home();
            vec![m.fail(t, e)]
        }
        (_, Answered(_, A::PendingKept(Ok(_)))) => vec![Effect::ForgetPending],

        // Finish: read the redirect; what isn't ours leaves the attempt alone.
        (Phase::InBrowser(p), Asked(t, C::FinishSignIn(_))) if p.is_over(m.now) => {
            m.go_home();
            vec![Effect::ForgetPending, m.fail(t, Error::SignInExpired)]
        }
        (Phase::InBrowser(p), Asked(t, C::FinishSignIn(redirect))) => match p.read_redirect(redirect.expose()) {
            Ok(code) => {
                m.phase = Phase::Checking(t);
                m.trouble = None;
                vec![Effect::ForgetPending, Effect::Exchange(p, code)]
            }
            Err(e) if e.leaves_attempt_alone() => vec![m.fail(t, e)],
            Err(e) => {
                m.go_home();
                vec![Effect::ForgetPending, m.fail(t, e)]
            }
        },
        (Phase::SignedOut, Asked(t, C::FinishSignIn(_))) => vec![m.fail(t, Error::SignInExpired)],
        (_, Asked(t, C::FinishSignIn(_))) => vec![failed(t, Error::SignInExpired)],
        (Phase::Checking(_), Answered(s, A::Exchanged(Ok(tokens)))) if s == stamp => {
            m.stamp.epoch += 1;
            m.contact = Contact::Idle;
            let mut effects = m.answer_waiting(Err(Error::SignInExpired));
            effects.extend(m.take(tokens));
            effects
        }
        (Phase::Checking(t), Answered(s, A::Exchanged(Err(e)))) if s == stamp => {
            m.offline = matches!(e, Error::Offline(_));
            m.go_home();
            vec![m.fail(t, e)]
        }
        (_, Answered(_, A::Exchanged(Ok(late)))) => vec![Effect::Revoke(late.refresh.unwrap_or(late.pass.access))],

        // Cancel: until the code is on its way; from then on the sign-in finishes.
        (phase @ (Phase::Preparing(_) | Phase::InBrowser(_)), Asked(t, C::CancelSignIn)) => {
            m.stamp.attempt += 1;
            m.trouble = None;
            m.go_home();
            let mut effects = phase.abandoned();
            effects.extend([Effect::ForgetPending, done(t)]);
            effects
        }
        (_, Asked(t, C::CancelSignIn)) => vec![done(t)],

        // The session: renew when due, keep the rotation before using it, ask the register.
        (_, Asked(t, C::Refresh)) => {
            m.waiting.push(t);
            match m.access {
                Access::None | Access::Over => m.answer_waiting(Err(Error::SignInExpired)),
                _ => m.contact_if_possible(),
            }
        }
        (_, Answered(s, A::Renewed(Ok(tokens)))) if s.epoch == stamp.epoch => m.take(tokens),
        (_, Answered(_, A::Renewed(Ok(late)))) => vec![Effect::Revoke(late.refresh.unwrap_or(late.pass.access))],
        (_, Answered(s, A::Renewed(Err(Error::SignInExpired)))) if s.epoch == stamp.epoch => {
            m.access = Access::Over;
            m.contact = Contact::Idle;
            m.retry = Default::default();
            let mut effects = m.answer_waiting(Err(Error::SignInExpired));
            effects.extend(m.settle(Err(Error::SignInExpired)));
            effects.push(Effect::ForgetSession);
            effects
        }
        (_, Answered(s, A::Renewed(Err(e)))) if s.epoch == stamp.epoch => {
            m.access = Access::Dormant;
            let mut effects = m.contact_failed(e.clone(), context.roll);
            effects.extend(m.settle(Err(e)));
            effects
        }
        (_, Answered(s, A::SessionKept(kept))) if s.epoch == stamp.epoch => {
            if let Err(e) = kept {
                m.trouble = Some(e);
            }
            m.ask()
        }

        // The register's word.
        (_, Answered(s, A::Fetched(Ok(fetched)))) if s.epoch == stamp.epoch => m.accept(fetched),
        (_, Answered(s, A::CardKept(kept))) if s.epoch == stamp.epoch => {
            let mut effects = m.arrive(kept);
            effects.extend(m.settle(Ok(Reply::Done)));
            effects
        }
        (phase, Answered(s, A::Fetched(Err(Error::NoCard)))) if s.epoch == stamp.epoch => {
            let mut effects = m.settle(Err(Error::NoCard));
            if !matches!(phase, Phase::Checking(_)) {
                effects.extend(phase.abandoned());
            }
            effects.extend(m.forget(None));
            m.trouble = Some(Error::NoCard);
            effects
        }
        (_, Answered(s, A::Fetched(Err(Error::Unauthorized))))
            if s.epoch == stamp.epoch && m.contact == Contact::Asking =>
        {
            m.contact = Contact::AskingAgain;
            m.access = Access::Renewing;
            vec![Effect::Renew]
        }
        (_, Answered(s, A::Fetched(Err(e)))) if s.epoch == stamp.epoch => {
            let mut effects = m.contact_failed(e.clone(), context.roll);
            effects.extend(m.settle(Err(e)));
            effects
        }

        // Sign-out: local first, then the provider.
        (phase, Asked(t, C::SignOut)) => {
            let mut effects = phase.abandoned();
            effects.extend(m.forget(Some(t)));
            effects
        }
        (
            _,
            Answered(
                _,
                A::Forgotten {
                    ticket,
                    refresh,
                    result,
                },
            ),
        ) => {
            if let Err(e) = &result {
                m.trouble = Some(e.clone());
            }
            let mut effects: Vec<_> = refresh.into_iter().map(Effect::Revoke).collect();
            effects.extend(ticket.map(|t| Effect::Reply(t, result.map(|()| Reply::Done))));
            effects
        }

        (_, Asked(t, C::DismissTrouble)) => {
            m.trouble = None;
            vec![done(t)]
        }

        // Time.
        (Phase::InBrowser(p), Tick) if p.is_over(m.now) => {
            m.go_home();
            m.trouble = Some(Error::SignInExpired);
            vec![Effect::ForgetPending]
        }
        (_, Tick) if m.retry.at.is_some_and(|at| at <= m.now) => {
            m.retry.at = None;
            m.contact_if_possible()
        }

        // Answers of an older session or attempt, and answers that say nothing new.
        (_, Tick | Answered(..)) => vec![],
    };
    (m, effects)
}

fn done(ticket: Ticket) -> Effect {
    Effect::Reply(ticket, Ok(Reply::Done))
}

fn failed(ticket: Ticket, error: Error) -> Effect {
    Effect::Reply(ticket, Err(error))
}

impl Phase {
    /// Answers to those whose command this phase was waiting to finish.
    fn abandoned(self) -> Vec<Effect> {
        match self {
            Self::Opening(tickets) => tickets.into_iter().map(done).collect(),
            Self::Preparing(t) | Self::Checking(t) => vec![failed(t, Error::SignInCancelled)],
            Self::New | Self::SignedOut | Self::InBrowser(_) | Self::Card => vec![],
        }
    }
}

impl Model {
    /// Shows a failure and answers with it.
    fn fail(&mut self, ticket: Ticket, error: Error) -> Effect {
        self.trouble = Some(error.clone());
        failed(ticket, error)
    }

    /// Ends a sign-in that is being checked: answers it, shows why not, goes where one is now.
    fn settle(&mut self, result: Result<Reply>) -> Vec<Effect> {
        let Phase::Checking(ticket) = self.phase else {
            return vec![];
        };
        self.go_home();
        if let Err(e) = &result {
            self.trouble = Some(e.clone());
        }
        vec![Effect::Reply(ticket, result)]
    }

    /// Forgets everything, in memory at once, on disk as soon as may be.
    fn forget(&mut self, ticket: Option<Ticket>) -> Vec<Effect> {
        let mut effects = self.answer_waiting(Err(Error::SignInCancelled));
        let held: Option<Secret> = match self.access.clone() {
            Access::Held { pass, .. } => Some(pass.access),
            _ => None,
        };
        let mut clean = Model::new(self.now);
        clean.stamp.epoch = self.stamp.epoch + 1;
        clean.stamp.attempt = self.stamp.attempt + 1;
        clean.phase = Phase::SignedOut;
        *self = clean;
        effects.push(Effect::ForgetAll(ticket));
        effects.extend(held.map(Effect::Revoke));
        effects
    }
}
