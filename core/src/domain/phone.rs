//! Telephone numbers at the door: Norwegian ones with or without the country, others in international form.
//!
//! Norwegian numbers have eight digits and don't begin with 0 or 1; those of mobile telephones begin with 4 or 9 (Nkom's
//! numbering plan, <https://nkom.no/telefoni-og-telefonnummer/telefonnummer-og-den-norske-nummerplan>). Elsewhere: ITU-T E.164
//! §6.2, at most 15 digits with the country code, which doesn't begin with 0; none in use is shorter than seven.

use std::fmt;

use super::card_number::without_separators;

const NORWAY: &str = "47";
const NORWEGIAN_DIGITS: usize = 8;
const DIGITS: std::ops::RangeInclusive<usize> = 7..=15;

/// A well-formed number, as `+` and digits.
#[derive(Clone, PartialEq, Eq)]
pub struct Phone(String);

/// Why a text is no telephone number that is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PhoneError {
    /// Nothing was given.
    #[error("no number was given")]
    Empty,
    /// Something that isn't in a number.
    #[error("the number holds something else than digits")]
    NotDigits {
        /// The first such.
        character: char,
    },
    /// Not eight digits, for a Norwegian number.
    #[error("the number has {digits} digits and should have eight")]
    WrongLength {
        /// How many.
        digits: usize,
    },
    /// Eight digits that no Norwegian number begins like.
    #[error("no Norwegian number begins like that")]
    NotNorwegian,
    /// Longer than eight digits, without a country: `+` and its code belong first.
    #[error("the country code is missing, or its +")]
    NoCountry,
    /// No international number has that length or beginning.
    #[error("that is no international number")]
    NotInternational,
}

impl Phone {
    /// Reads what a person typed; spaces, hyphens, dots, slashes and brackets are passed over, and 00 before a country is +.
    ///
    /// # Errors
    /// [`PhoneError`] names the first rule that is broken.
    pub fn parse(text: &str) -> Result<Self, PhoneError> {
        let plain: String = without_separators(text)
            .filter(|c| !matches!(c, '.' | '/' | '(' | ')'))
            .collect();
        let bare = plain.strip_prefix('+');
        let abroad = bare.or_else(|| plain.strip_prefix("00"));
        let digits = abroad.unwrap_or(&plain);
        if plain.is_empty() {
            return Err(PhoneError::Empty);
        }
        if let Some(character) = digits.chars().find(|c| !c.is_ascii_digit()) {
            return Err(PhoneError::NotDigits { character });
        }
        match abroad.map(|digits| digits.strip_prefix(NORWAY)) {
            Some(None) if !DIGITS.contains(&digits.len()) || digits.starts_with('0') => {
                Err(PhoneError::NotInternational)
            }
            Some(None) => Ok(Self(format!("+{digits}"))),
            Some(Some(norwegian)) => Self::norwegian(norwegian),
            None if digits.len() > NORWEGIAN_DIGITS => Err(PhoneError::NoCountry),
            None => Self::norwegian(digits),
        }
    }

    fn norwegian(digits: &str) -> Result<Self, PhoneError> {
        if digits.len() != NORWEGIAN_DIGITS {
            return Err(PhoneError::WrongLength { digits: digits.len() });
        }
        if digits.starts_with(['0', '1']) {
            return Err(PhoneError::NotNorwegian);
        }
        Ok(Self(format!("+{NORWAY}{digits}")))
    }

    /// E.164: `+` and digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether an SMS can reach it; `None` abroad, where that can't be told.
    #[must_use]
    pub fn is_mobile(&self) -> Option<bool> {
        let digits = self.0.strip_prefix('+')?.strip_prefix(NORWAY)?;
        Some(digits.starts_with(['4', '9']))
    }
}

impl fmt::Debug for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Phone(…)")
    }
}
