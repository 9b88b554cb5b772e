//! What a PIN and a password have to be: the service's figures, and ours where they ask for more.

use jiff::civil::Date;

use super::{
    password::{self, Password},
    pin::{Pin, PinRules},
    secret::Secret,
};
use crate::{Error, Result};

/// The service's rules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SecretRules {
    /// Digits of a PIN.
    pub pin_length: usize,
    /// PINs that are refused.
    pub blocked: Vec<String>,
    /// Characters of a password at least.
    pub password_least: usize,
    /// At most.
    pub password_most: usize,
}

impl Default for SecretRules {
    /// Ours, until the service has told.
    fn default() -> Self {
        Self {
            pin_length: PinRules::default().length,
            blocked: Vec::new(),
            password_least: password::LEAST,
            password_most: password::MOST,
        }
    }
}

impl SecretRules {
    /// Characters of a password at least, by the service and by us.
    #[must_use]
    pub fn least(&self) -> usize {
        self.password_least.max(password::LEAST)
    }

    /// At most.
    #[must_use]
    pub fn most(&self) -> usize {
        self.password_most.min(password::MOST)
    }

    /// A PIN of somebody born that day.
    ///
    /// # Errors
    /// [`Error::WrongLength`], [`Error::TooSimple`].
    pub fn pin(&self, typed: &Secret, born: Option<Date>) -> Result<Pin> {
        let rules = PinRules {
            length: self.pin_length,
            ..PinRules::default()
        };
        let pin = Pin::parse(typed.expose(), rules, born)?;
        match self.blocked.iter().any(|blocked| blocked == typed.expose()) {
            true => Err(Error::TooSimple),
            false => Ok(pin),
        }
    }

    /// A password of somebody of whom these things are known.
    ///
    /// # Errors
    /// [`Error::WrongLength`], [`Error::TooSimple`].
    pub fn password(&self, typed: &Secret, known: &[&str]) -> Result<Password> {
        let password = Password::parse(typed.expose(), known)?;
        let characters = typed.expose().chars().count();
        match (self.least()..=self.most()).contains(&characters) {
            true => Ok(password),
            false => Err(Error::WrongLength),
        }
    }
}
