//! The one `match`: (phase, event) → what is next and what is wished.

use super::{
    card_door::{Challenge, Halfway},
    effect::{Effect, Reply, Waiter},
    errand::Errand,
    event::{Answer, Command, Context, Event},
    state::{Access, Contact, Model, Phase, Ticket},
};
use crate::{Error, RefusedCheck, domain::action::Action};

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
        (Phase::Opening(tickets), Answered(s, A::Opened(found))) if s.epoch == stamp.epoch => m.opened(tickets, *found),
        (
            Phase::New | Phase::Opening(_),
            Asked(
                t,
                C::BeginSignIn(_)
                | C::BeginAgain(..)
                | C::SignInWithCard(_)
                | C::FinishSignIn(_)
                | C::Refresh
                | C::SeeDevices
                | C::EndDevice(_)
                | C::LockCard(_)
                | C::ShowCardOf(_)
                | C::Libraries(_)
                | C::People(_),
            ),
        ) => {
            vec![failed(t, Error::Internal("not started"))]
        }
        (_, Asked(t, C::Start)) => vec![done(t)],

        // Begin: tell the provider, store the attempt, then the browser.
        (Phase::Checking(_), Asked(t, C::BeginSignIn(_) | C::SignInWithCard(_))) => {
            vec![failed(t, Error::Internal("a sign-in is being checked"))]
        }
        (Phase::Card, Asked(t, C::BeginSignIn(r))) if r.purpose.is_some() && m.is_sure_enough(r.level) => {
            if m.lock.guards_changes(m.now) {
                vec![failed(t, Error::Locked)]
            } else if r.purpose == Some(Action::Register) {
                m.begin_registering(Some(t))
            } else {
                m.cleared_for = r.purpose;
                vec![done(t)]
            }
        }
        (Phase::InBrowser(p), Asked(t, C::BeginAgain(redirect_uri, language))) => {
            return step(m, Asked(t, C::BeginSignIn(p.again(redirect_uri, language))), context);
        }
        (_, Asked(t, C::BeginAgain(..))) => vec![m.fail(t, Error::SignInExpired)],
        (phase, Asked(t, C::BeginSignIn(request))) => {
            m.stamp.attempt += 1;
            m.leaving = None;
            m.trouble = None;
            m.phase = Phase::Preparing(t);
            let mut effects = phase.abandoned();
            effects.push(Effect::Prepare(request));
            effects
        }
        (phase, Asked(t, C::SignInWithCard(form))) => {
            m.stamp.attempt += 1;
            m.leaving = None;
            m.trouble = None;
            m.phase = Phase::Preparing(t);
            let mut effects = phase.abandoned();
            effects.extend([Effect::ForgetPending, Effect::Challenge(Challenge::Form(form))]);
            effects
        }
        (Phase::CodeWanted(halfway, None), Asked(t, C::GiveOneTimeCode(code))) => {
            m.trouble = None;
            m.phase = Phase::CodeWanted(halfway.clone(), Some(t));
            vec![Effect::Challenge(Challenge::OneTimeCode(halfway, code))]
        }
        (Phase::CodeWanted(..), Asked(t, C::GiveOneTimeCode(_))) => {
            vec![failed(t, Error::Internal("a code is on its way"))]
        }
        (_, Asked(t, C::GiveOneTimeCode(_))) => vec![m.fail(t, Error::SignInExpired)],
        (Phase::Preparing(t), Answered(s, A::Challenged(answer))) if s == stamp => m.challenged(t, None, answer),
        (Phase::CodeWanted(halfway, Some(t)), Answered(s, A::Challenged(answer))) if s == stamp => {
            m.challenged(t, Some(halfway), answer)
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
                // A step-up leaves «husk meg» as it was.
                m.remembered |= p.purpose.is_none() || m.person.is_none();
                m.cleared_for = p.purpose;
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
        (Phase::Checking(_), Answered(s, A::Exchanged(Ok(tokens)))) if s == stamp && m.is_somebody_else(&tokens) => {
            let mut effects = m.settle(Err(Error::SignInRefused(RefusedCheck::Person)));
            effects.push(Effect::Revoke(tokens.refresh.unwrap_or(tokens.pass.access)));
            effects
        }
        (Phase::Checking(_), Answered(s, A::Exchanged(Ok(tokens)))) if s == stamp => {
            m.stamp.epoch += 1;
            m.contact = Contact::Idle;
            m.lock.open(m.now);
            m.devices = None;
            let mut effects = m.answer_waiting(Err(Error::SignInExpired));
            effects.extend(m.drop_jobs(&Error::SignInExpired));
            let stranger = m
                .card
                .as_ref()
                .is_some_and(|card| card.snapshot.subject != tokens.person.subject);
            if stranger || !m.remembered {
                effects.push(Effect::ForgetAll(None, None));
            } else if !matches!(m.access, Access::None | Access::Over) {
                effects.push(Effect::Retire);
            }
            if stranger {
                m.card = None;
                m.forget_libraries();
                m.lock.card_too = false;
            }
            effects.extend(m.take(tokens));
            effects
        }
        (Phase::Checking(t), Answered(s, A::Exchanged(Err(e)))) if s == stamp => {
            m.cleared_for = None;
            m.offline = matches!(e, Error::Offline(_));
            m.go_home();
            vec![m.fail(t, e)]
        }
        (_, Answered(_, A::Exchanged(Ok(late)))) => vec![Effect::Revoke(late.refresh.unwrap_or(late.pass.access))],

        // Cancel: until the code is on its way; from then on the sign-in finishes.
        (phase @ (Phase::Preparing(_) | Phase::InBrowser(_) | Phase::CodeWanted(..)), Asked(t, C::CancelSignIn)) => {
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
            effects.extend(m.drop_jobs(&Error::SignInExpired));
            effects.extend(m.settle(Err(Error::SignInExpired)));
            effects.push(Effect::ForgetSession);
            effects
        }
        (_, Answered(s, A::Renewed(Err(e)))) if s.epoch == stamp.epoch => {
            m.access = Access::Dormant;
            let mut effects = m.drop_jobs(&e);
            effects.extend(m.contact_failed(e.clone(), context.chance()));
            effects.extend(m.settle(Err(e)));
            effects
        }
        (_, Answered(s, A::SessionKept(kept))) if s.epoch == stamp.epoch => m.kept(kept),

        // The register's word.
        (_, Answered(s, A::Fetched(Ok(fetched)))) if s.epoch == stamp.epoch => m.accept(fetched, context.chance()),
        (_, Answered(s, A::CardKept(kept))) if s.epoch == stamp.epoch => {
            let mut effects = m.arrive(kept);
            effects.extend(m.settle(Ok(Reply::Done)));
            effects
        }
        (_, Answered(s, A::Fetched(Err(Error::NoCard)))) if s.epoch == stamp.epoch && m.is_registering() => {
            m.still_no_card()
        }
        (phase, Answered(s, A::Fetched(Err(Error::NoCard)))) if s.epoch == stamp.epoch => {
            let mut effects = m.settle(Err(Error::NoCard));
            if !matches!(phase, Phase::Checking(_)) {
                effects.extend(phase.abandoned());
            }
            effects.extend(m.forget(None, None));
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
            let mut effects = m.contact_failed(e.clone(), context.chance());
            effects.extend(m.settle(Err(e)));
            effects
        }

        // Errands.
        (_, Asked(t, C::SeeDevices)) => m.take_on(t, Errand::SeeDevices),
        (_, Asked(t, C::EndDevice(id))) => m.take_on(t, Errand::EndDevice(id)),
        (_, Asked(t, C::Libraries(command))) => m.asked_of_libraries(t, command, context),
        (_, Asked(t, C::People(command))) => m.asked_of_people(t, command, context),
        (_, Answered(s, A::Ran(job, result))) if s.epoch == stamp.epoch => m.back(job, result, context.roll),
        (_, Answered(_, A::Ran(job, _))) => job
            .ticket
            .map(|t| failed(t, Error::SignInCancelled))
            .into_iter()
            .collect(),
        (_, Answered(s, A::Proved(receipts, waiter, kept))) if s.epoch == stamp.epoch => {
            m.proved(receipts, waiter, kept)
        }
        (_, Answered(_, A::Proved(_, Waiter::Kept(t) | Waiter::Proof(t, _), _))) => {
            vec![failed(t, Error::SignInCancelled)]
        }
        (_, Answered(s, A::TripKept(Some(t)))) if s.epoch == stamp.epoch => m.open_stop(Some(t), 0),
        (_, Answered(_, A::TripKept(Some(t)))) => vec![failed(t, Error::SignInCancelled)],
        (_, Answered(_, A::Directory(found))) => m.directory_came(found),

        // The lock.
        (_, Asked(t, C::InFront(is))) => {
            m.lock.in_front(is, m.now);
            let mut effects = vec![done(t)];
            if is && m.retry.at.is_none() {
                effects.extend(m.contact_if_possible());
            }
            effects
        }
        (_, Asked(t, C::Unlock)) => {
            m.lock.open(m.now);
            vec![done(t)]
        }
        (_, Asked(t, C::LockCard(_))) if m.lock.guards_changes(m.now) => vec![failed(t, Error::Locked)],
        (_, Asked(t, C::LockCard(card_too))) => vec![Effect::KeepLock(t, card_too)],
        (_, Answered(s, A::LockKept(t, card_too, kept))) => {
            if s.epoch == stamp.epoch && kept.is_ok() {
                m.lock.card_too = card_too;
            }
            vec![Effect::Reply(t, kept.map(|()| Reply::Done))]
        }

        (_, Asked(t, C::ShowCardOf(child))) => m.show_card_of(t, child),
        (_, Answered(_, A::ShownKept(Some(t)))) => vec![done(t)],

        // Sign-out: local first, then the provider, then the browser if wished.
        (phase, Asked(t, C::SignOut(farewell))) => {
            let mut effects = phase.abandoned();
            effects.extend(m.forget(Some(t), farewell));
            effects
        }
        (
            _,
            Answered(
                _,
                A::Forgotten {
                    ticket,
                    farewell,
                    refresh,
                    result,
                },
            ),
        ) => {
            if let Err(e) = &result {
                m.trouble = Some(e.clone());
            }
            let mut effects: Vec<_> = refresh.into_iter().map(Effect::Revoke).collect();
            effects.extend(ticket.map(|t| match (farewell, result) {
                (Some(farewell), Ok(())) => Effect::Part(t, farewell),
                (_, result) => Effect::Reply(t, result.map(|()| Reply::Done)),
            }));
            effects
        }
        (Phase::SignedOut, Answered(s, A::Parting(t, Ok(Some(leaving))))) if s == stamp => {
            let url = leaving.url.clone();
            m.leaving = Some(leaving);
            vec![Effect::Reply(t, Ok(Reply::Open(url)))]
        }
        // Without a way to the provider, or with a new sign-in begun meanwhile, signing out is done.
        (_, Answered(_, A::Parting(t, _))) => vec![done(t)],
        (_, Asked(t, C::FinishSignOut(redirect))) => {
            let answer = match m.leaving.take() {
                Some(leaving) => leaving.check(redirect.expose()),
                None => Err(Error::SignInRefused(RefusedCheck::State)),
            };
            vec![Effect::Reply(t, answer.map(|()| Reply::Done))]
        }

        (_, Asked(t, C::GoOn)) => {
            m.cleared_for = None;
            vec![done(t)]
        }
        (_, Asked(t, C::DismissTrouble)) => {
            m.trouble = None;
            vec![done(t)]
        }

        // Time.
        (Phase::InBrowser(p) | Phase::CodeWanted(Halfway { pending: p, .. }, None), Tick) if p.is_over(m.now) => {
            m.go_home();
            m.trouble = Some(Error::SignInExpired);
            vec![Effect::ForgetPending]
        }
        (_, Tick) if m.lock.left_at.is_none() && m.desk_at.is_some_and(|at| at <= m.now) => m.ask_desk(),
        (_, Tick) if m.retry.at.is_some_and(|at| at <= m.now) => {
            m.retry.at = None;
            match m.lock.left_at {
                Some(_) => vec![], // nobody looks; asked when somebody does
                None => m.contact_if_possible(),
            }
        }

        // Answers of an older session or attempt, and answers that say nothing new.
        (_, Tick | Answered(..)) => vec![],
    };
    let mut effects = effects;
    effects.extend(m.sweep());
    effects.extend(m.run_jobs());
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
    pub(super) fn abandoned(self) -> Vec<Effect> {
        match self {
            Self::Opening(tickets) => tickets.into_iter().map(done).collect(),
            Self::Preparing(t) | Self::Checking(t) | Self::CodeWanted(_, Some(t)) => {
                vec![failed(t, Error::SignInCancelled)]
            }
            Self::New | Self::SignedOut | Self::InBrowser(_) | Self::CodeWanted(_, None) | Self::Card => vec![],
        }
    }
}
