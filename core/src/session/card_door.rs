//! The door for lånenummer or fødselsnummer with PIN or password.

use super::{
    effect::{Effect, Reply},
    sign_in::{Pending, SignInRequest},
    state::{Model, Phase, Ticket},
};
use crate::{
    Error, Result,
    domain::{level::Level, secret::Secret, user_name::UserName},
};

/// What somebody knows. Wiped when it was sent; never stored.
#[derive(Clone)]
pub enum Knows {
    /// Four digits, as at the machines.
    Pin(Secret),
    /// As on the web.
    Password(Secret),
}

impl Knows {
    /// The level that knowing it gives at most, whatever the provider says.
    #[must_use]
    pub fn gives(&self) -> Level {
        match self {
            Self::Pin(_) => Level::Low,
            Self::Password(_) => Level::Substantial,
        }
    }
}

/// The filled-in form.
#[derive(Clone)]
pub struct CardForm {
    /// Who.
    pub user: UserName,
    /// By what.
    pub knows: Knows,
    /// «Husk meg»: a refresh token is kept, which can be revoked; never what was typed.
    pub remember: bool,
    /// The rest: language, and where the browser comes back if the service wants one.
    pub request: SignInRequest,
}

/// Half-way in: the service wants a one-time code as well.
#[derive(Clone)]
pub struct Halfway {
    /// The attempt.
    pub pending: Pending,
    /// The service's name for it (`auth_session`, draft-ietf-oauth-first-party-apps-04 §5.3.1).
    pub session: Secret,
    /// The last code was wrong.
    pub refused: bool,
}

/// What is sent.
#[derive(Clone)]
pub enum Challenge {
    /// The form.
    Form(CardForm),
    /// The code.
    OneTimeCode(Halfway, Secret),
}

/// What comes back.
pub enum Challenged {
    /// Enough: a code for tokens.
    Enough(Pending, super::sign_in::Code),
    /// A one-time code is wanted.
    MoreWanted(Halfway),
    /// The service wants a browser (`redirect_to_web`, same draft §5.2.2.1).
    Web(SignInRequest),
}

impl Model {
    /// The door has answered. No answer says nothing about a one-time code: the person may send it again, from where they are.
    pub(super) fn challenged(
        &mut self,
        ticket: Ticket,
        before: Option<Halfway>,
        answer: Result<Challenged>,
    ) -> Vec<Effect> {
        match answer {
            Ok(Challenged::Enough(pending, code)) => {
                self.phase = Phase::Checking(ticket);
                self.remembered = pending.remember;
                self.cleared_for = None;
                vec![Effect::Exchange(pending, code)]
            }
            Ok(Challenged::MoreWanted(halfway)) => {
                let refused = halfway.refused;
                self.phase = Phase::CodeWanted(halfway, None);
                vec![if refused {
                    self.fail(ticket, Error::WrongCredentials)
                } else {
                    Effect::Reply(ticket, Ok(Reply::Done))
                }]
            }
            Ok(Challenged::Web(request)) => {
                self.phase = Phase::Preparing(ticket);
                vec![Effect::Prepare(request)]
            }
            Err(error) => {
                self.offline = matches!(error, Error::Offline(_));
                match (before, &error) {
                    (Some(halfway), Error::Offline(_) | Error::Service { .. }) => {
                        self.phase = Phase::CodeWanted(halfway, None);
                    }
                    _ => self.go_home(),
                }
                vec![self.fail(ticket, error)]
            }
        }
    }
}
