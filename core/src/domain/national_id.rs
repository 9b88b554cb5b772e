//! Fødselsnummer, D-number and their relatives: is the text one, and of which kind.
//!
//! Eleven digits: day, month, two digits of the year, three of a serial number, and the control digits k1 and k2. For
//! numbers issued from 1 January 2032 k1 may leave any of the remainders 0 to 3 and neither gender nor century can be read
//! from the number, so neither is offered here for any number. Source: Skatteetaten,
//! <https://skatteetaten.github.io/folkeregisteret-api-dokumentasjon/nytt-fodselsnummer-fra-2032/>.
//!
//! A number that passes is well-formed. Whether it belongs to anybody, only Folkeregisteret knows.

use std::fmt;

use zeroize::{Zeroize, ZeroizeOnDrop};

use super::card_number::without_separators;

const LENGTH: usize = 11;
const K1_WEIGHTS: [u32; 10] = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];
const K1_REMAINDERS: std::ops::RangeInclusive<u32> = 0..=3;
const K2_WEIGHTS: [u32; 11] = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

/// What is added to the day and the month of birth tells the kind.
const KINDS: [(Kind, u32, u32); 6] = [
    (Kind::Birth, 0, 0),
    (Kind::D, 40, 0),
    (Kind::H, 0, 40),
    (Kind::DAndH, 40, 40),
    (Kind::Synthetic, 0, 80),
    (Kind::DAndSynthetic, 40, 80),
];

/// Which register a number comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Fødselsnummer: a person registered as resident.
    Birth,
    /// D-number: a person with a temporary tie to Norway.
    D,
    /// H-number: made by a health institution; also what some test systems make.
    H,
    /// D-number with the mark of an H-number.
    DAndH,
    /// A person of Skatteetaten's test population (Tenor), who doesn't exist.
    Synthetic,
    /// As [`Kind::Synthetic`], with a D-number.
    DAndSynthetic,
}

/// Which kinds a build accepts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Policy {
    /// Fødselsnummer and D-number; nothing invented and no H-numbers.
    Production,
    /// Only people who don't exist. H-numbers are out too: they can't be told from those of patients.
    SyntheticOnly,
    /// Every kind.
    Any,
}

/// A well-formed number. Its digits are wiped from memory on drop and shown by neither `Display` nor `Debug`.
#[derive(PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct NationalId {
    digits: String,
    #[zeroize(skip)]
    kind: Kind,
}

/// Why a text is not an accepted number. Never carries any of its digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum IdError {
    /// Nothing but separators was given.
    #[error("no number was given")]
    Empty,
    /// Something that is neither a digit nor a separator was given.
    #[error("the number holds something else than digits")]
    NotDigits,
    /// All digits, but not eleven of them.
    #[error("the number has {digits} digits and should have eleven")]
    WrongLength {
        /// How many digits were given.
        digits: usize,
    },
    /// The first six digits are no day of any kind of number.
    #[error("the number does not begin with a date")]
    Date,
    /// A control digit does not fit: most often a typing error.
    #[error("the control digits do not fit")]
    ControlDigits,
    /// Well-formed, but of a kind that this build does not take.
    #[error("numbers of this kind are not accepted here")]
    KindNotAccepted,
}

impl NationalId {
    /// Reads what a person typed or pasted; spaces, hyphens and invisible marks are passed over.
    ///
    /// # Errors
    /// [`IdError`] names the first rule that is broken: characters, length, date, control digits, policy.
    pub fn parse(text: &str, policy: Policy) -> Result<Self, IdError> {
        // Owned by the type from the first digit on, so that a refused number is wiped as well.
        let mut id = Self {
            digits: String::with_capacity(LENGTH),
            kind: Kind::Birth,
        };
        let mut count = 0;
        for character in without_separators(text) {
            if !character.is_ascii_digit() {
                return Err(IdError::NotDigits);
            }
            count += 1;
            if count <= LENGTH {
                id.digits.push(character);
            }
        }
        match count {
            0 => return Err(IdError::Empty),
            LENGTH => {}
            digits => return Err(IdError::WrongLength { digits }),
        }

        id.kind = id.kind_by_date().ok_or(IdError::Date)?;
        if !K1_REMAINDERS.contains(&(id.weighted(&K1_WEIGHTS) % 11)) || !id.weighted(&K2_WEIGHTS).is_multiple_of(11) {
            return Err(IdError::ControlDigits);
        }
        if !policy.accepts(id.kind) {
            return Err(IdError::KindNotAccepted);
        }
        Ok(id)
    }

    /// Which register the number comes from.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// The eleven digits, for the one request that needs them. Not to be logged, stored or put into an address.
    #[must_use]
    pub fn expose_digits(&self) -> &str {
        &self.digits
    }

    fn kind_by_date(&self) -> Option<Kind> {
        let [day, month, year] = [0, 2, 4].map(|start| self.pair(start));
        let kind = KINDS.into_iter().find(|(_, on_day, on_month)| {
            month.checked_sub(*on_month).is_some_and(|month| {
                let last = days_in(month, year);
                day.checked_sub(*on_day).is_some_and(|day| (1..=last).contains(&day))
            })
        });
        kind.map(|(kind, _, _)| kind)
    }

    fn pair(&self, start: usize) -> u32 {
        self.values()
            .skip(start)
            .take(2)
            .fold(0, |value, digit| value * 10 + digit)
    }

    fn weighted(&self, weights: &[u32]) -> u32 {
        self.values().zip(weights).map(|(digit, weight)| digit * weight).sum()
    }

    fn values(&self) -> impl Iterator<Item = u32> + '_ {
        self.digits.bytes().map(|digit| u32::from(digit - b'0'))
    }
}

/// Days of a month, 0 for what is no month. The century is unknown, so year 00 may be 2000 and is a leap year.
fn days_in(month: u32, two_digit_year: u32) -> u32 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if two_digit_year.is_multiple_of(4) => 29,
        2 => 28,
        _ => 0,
    }
}

impl Policy {
    /// Whether this policy takes numbers of a kind.
    #[must_use]
    pub fn accepts(self, kind: Kind) -> bool {
        match self {
            Self::Production => matches!(kind, Kind::Birth | Kind::D),
            Self::SyntheticOnly => matches!(kind, Kind::Synthetic | Kind::DAndSynthetic),
            Self::Any => true,
        }
    }
}

impl fmt::Display for NationalId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***********")
    }
}

impl fmt::Debug for NationalId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("NationalId(***********)")
    }
}
