//! The door for lånenummer or fødselsnummer with PIN or password.

use super::sign_in::{Pending, SignInRequest};
use crate::domain::{level::Level, secret::Secret, user_name::UserName};

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
