//! What the machine does around one contact with the register.

use super::{
    effect::{Effect, Reply},
    kept::Session,
    state::{Access, Contact, Model, Phase, Retry},
};
use crate::{
    Error, RefusedCheck, Result,
    domain::snapshot::HeldCard,
    ports::{CachedCard, Fetched, Tokens},
};

/// First wait after a failed contact, seconds; doubles up to [`LONGEST_WAIT_S`].
const FIRST_WAIT_S: u32 = 30;
/// Longest wait between contacts that we start ourselves, seconds.
const LONGEST_WAIT_S: u32 = 15 * 60;

/// How often we ask by ourselves while the app is in front, seconds: a sign-in that was ended elsewhere is noticed by then.
pub(super) const CONTACT_EVERY_S: i64 = 15 * 60;

impl Error {
    /// Whether a redirect with this fault may be somebody else's, so that the attempt must outlive it.
    pub(super) fn leaves_attempt_alone(&self) -> bool {
        use RefusedCheck::{Parameters, Redirect, ResponseIssuer, State};
        matches!(
            self,
            Self::SignInRefused(Redirect | Parameters | State | ResponseIssuer)
        )
    }
}

impl Model {
    /// Where one is when not signing in.
    pub(super) fn go_home(&mut self) {
        self.phase = match (&self.card, &self.access) {
            (None, Access::None | Access::Over) => Phase::SignedOut,
            _ => Phase::Card,
        };
    }

    /// Begins a contact unless one is under way or nothing is held.
    pub(super) fn contact_if_possible(&mut self) -> Vec<Effect> {
        match (&self.access, self.contact) {
            (_, Contact::Asking | Contact::AskingAgain)
            | (Access::None | Access::Over | Access::Renewing | Access::Keeping { .. }, _) => vec![],
            (Access::Held { renew_at, .. }, Contact::Idle) if *renew_at > self.now => self.ask(),
            (Access::Held { .. } | Access::Dormant, Contact::Idle) => {
                self.access = Access::Renewing;
                self.contact = Contact::Asking;
                vec![Effect::Renew]
            }
        }
    }

    /// Takes new tokens in; a rotated refresh token is stored before the access token is used (RFC 9700 §4.14).
    pub(super) fn take(&mut self, tokens: Tokens) -> Vec<Effect> {
        let life = tokens.access_until.since(self.now).max(0);
        let pass = tokens.pass.clone();
        let renew_at = tokens.access_until.plus(-(life / 10).min(60));
        self.person = Some(tokens.person.clone());
        match tokens.refresh.filter(|_| self.remembered) {
            Some(refresh) => {
                self.access = Access::Keeping { pass, renew_at };
                vec![Effect::KeepSession(Session {
                    refresh,
                    person: tokens.person,
                    proof_key: tokens.pass.proof_key,
                    registering: self.is_registering(),
                })]
            }
            None => {
                self.access = Access::Held { pass, renew_at };
                self.ask()
            }
        }
    }

    /// The refresh token is stored, or can't be; the access token may be used now.
    pub(super) fn kept(&mut self, kept: Result<()>) -> Vec<Effect> {
        if let Access::Keeping { pass, renew_at } = self.access.clone() {
            self.access = Access::Held { pass, renew_at };
        }
        if let Err(e) = kept {
            self.trouble = Some(e);
        }
        self.ask()
    }

    /// Asks the register with the token that is held.
    pub(super) fn ask(&mut self) -> Vec<Effect> {
        let Access::Held { pass, .. } = &self.access else {
            return vec![];
        };
        let etag = match self.phase {
            Phase::Checking(_) => None,
            _ => self.card.as_ref().and_then(|card| card.etag.clone()),
        };
        if self.contact == Contact::Idle {
            self.contact = Contact::Asking;
        }
        vec![Effect::Fetch(pass.clone(), etag)]
    }

    /// The register has answered: store the card before it shows.
    pub(super) fn accept(&mut self, fetched: Fetched, roll: u32) -> Vec<Effect> {
        if self.is_of_somebody_else(&fetched) {
            let error = Error::SignInRefused(RefusedCheck::Snapshot);
            let mut effects = self.contact_failed(error.clone(), roll);
            effects.extend(self.settle(Err(error)));
            return effects;
        }
        let card = match fetched {
            Fetched::Card { snapshot, signed, etag } => Some(HeldCard {
                snapshot: *snapshot,
                signed,
                etag,
                checked_at: self.now,
            }),
            Fetched::Unchanged => self.card.clone().map(|card| HeldCard {
                checked_at: self.now,
                ..card
            }),
        };
        match card {
            Some(card) if !self.remembered => {
                self.arriving = Some(card);
                let mut effects = self.arrive(Ok(()));
                effects.extend(self.settle(Ok(Reply::Done)));
                effects
            }
            Some(card) => {
                let cached = CachedCard::from(&card);
                self.arriving = Some(card);
                vec![Effect::KeepCard(cached)]
            }
            None => self.arrive(Ok(())),
        }
    }

    /// The card is the signed-in person's: what the service tells of another is dropped whole (as OIDC Core §5.3.2 has it for
    /// userinfo).
    fn is_of_somebody_else(&self, fetched: &Fetched) -> bool {
        match fetched {
            Fetched::Card { snapshot, .. } => self.person.as_ref().is_none_or(|p| p.subject != snapshot.subject),
            Fetched::Unchanged => false,
        }
    }

    /// The card is stored, or can't be; it shows either way.
    pub(super) fn arrive(&mut self, kept: Result<()>) -> Vec<Effect> {
        self.card = self.arriving.take().or(self.card.take());
        self.notice_return();
        self.contact_done();
        if matches!(
            self.trouble,
            Some(Error::Offline(_) | Error::Service { .. } | Error::SignInRefused(_))
        ) {
            self.trouble = None;
        }
        if let Err(e) = kept {
            self.trouble = Some(e);
        }
        let mut effects = self.answer_unless_expecting();
        effects.extend(self.look_around());
        effects.extend(self.registered());
        effects
    }

    /// A contact went well.
    pub(super) fn contact_done(&mut self) {
        self.contact = Contact::Idle;
        self.offline = false;
        self.retry = Retry {
            failures: 0,
            at: Some(self.now.plus(CONTACT_EVERY_S)),
        };
    }

    /// No answer, or no usable one: the card stays, and we try again later, not all phones at the same time.
    pub(super) fn contact_failed(&mut self, error: Error, roll: u32) -> Vec<Effect> {
        self.contact = Contact::Idle;
        self.offline = matches!(error, Error::Offline(_));
        let wait = FIRST_WAIT_S
            .saturating_mul(1 << self.retry.failures.min(5))
            .min(LONGEST_WAIT_S);
        let asked = match error {
            Error::Service { retry_after_s, .. } => retry_after_s.unwrap_or(0),
            _ => 0,
        };
        let wait = wait.max(asked);
        self.retry = Retry {
            failures: self.retry.failures.saturating_add(1),
            at: Some(self.now.plus(i64::from(wait + roll % (wait / 2 + 1)))),
        };
        if self.card.is_none() || (!self.offline && !self.waiting.is_empty()) {
            self.trouble = Some(error.clone());
        }
        self.answer_waiting(Err(error))
    }

    /// Answers all who wait for the contact.
    pub(super) fn answer_waiting(&mut self, result: Result<Reply>) -> Vec<Effect> {
        std::mem::take(&mut self.waiting)
            .into_iter()
            .map(|ticket| Effect::Reply(ticket, result.clone()))
            .collect()
    }
}
