//! What people type to say who they are: lånenummer or fødselsnummer.

use super::{
    card_number::{CardNumber, NumberError},
    national_id::{NationalId, Policy},
    secret::Secret,
};

/// One of the two numbers that everybody with a card has. Can't be printed: it may be a fødselsnummer.
#[derive(Clone)]
pub struct UserName(Secret);

impl UserName {
    /// Reads either; spaces don't matter, and the `N` may be left out where nothing is kept of it.
    ///
    /// # Errors
    /// What is wrong with it as a card number, when it is neither.
    pub fn parse(text: &str) -> Result<Self, NumberError> {
        if let Ok(id) = NationalId::parse(text, Policy::Any) {
            return Ok(Self(Secret::new(id.expose_digits().to_owned())));
        }
        let number = CardNumber::parse(text).or_else(|_| CardNumber::parse_confirmed(text))?;
        Ok(Self(Secret::new(number.as_str().to_owned())))
    }

    /// For the one place that sends it.
    #[must_use]
    pub fn expose(&self) -> &str {
        self.0.expose()
    }
}
