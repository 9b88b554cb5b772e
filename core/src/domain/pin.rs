//! A PIN for machines at the door: rules as data.
//!
//! Four digits (one library's help says so, and no national rule was found, so the length is a figure here). What thieves try
//! first is refused: the values that a fifth of people choose (DataGenetics, "PIN analysis", 2012), digits that repeat or
//! count, and what a birth date gives. NIST SP 800-63B-4 §3.1.1.2 asks for such a list where a secret is chosen.

use jiff::civil::Date;

use super::secret::Secret;

/// Frequent values of four digits that neither repeat nor count: a column or the corners of the keys, years, pairs.
const COMMON: [&str; 11] = [
    "2580", "0852", "1004", "2000", "2001", "1122", "2211", "1998", "0007", "1379", "1397",
];

/// Which PINs are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PinRules {
    /// How many digits.
    pub length: usize,
    /// Values that are refused besides those that rules catch.
    pub blocked: &'static [&'static str],
}

impl Default for PinRules {
    fn default() -> Self {
        Self {
            length: 4,
            blocked: &COMMON,
        }
    }
}

/// A PIN that may be set. Wiped when dropped, and never shown:
///
/// ```compile_fail,E0277
/// use card_core::domain::pin::{Pin, PinRules};
///
/// println!("{:?}", Pin::parse("2847", PinRules::default(), None).ok());
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Pin(Secret);

/// Why a PIN isn't taken. Never carries any of its digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PinError {
    /// Something else than digits.
    #[error("a PIN is digits only")]
    NotDigits,
    /// Too short or too long.
    #[error("{digits} digits, {wanted} wanted")]
    WrongLength {
        /// How many.
        digits: usize,
        /// How many are wanted.
        wanted: usize,
    },
    /// One digit, or one short group, over and over.
    #[error("it repeats")]
    Repeats,
    /// It counts up or down.
    #[error("it counts")]
    Counts,
    /// One that many choose.
    #[error("many choose it")]
    Common,
    /// The year or the day of birth.
    #[error("it is in the birth date")]
    BirthDate,
}

impl Pin {
    /// Takes a PIN that somebody born that day chose.
    ///
    /// # Errors
    /// [`PinError`] names the first rule that is broken.
    pub fn parse(text: &str, rules: PinRules, born: Option<Date>) -> Result<Self, PinError> {
        let digits = text.as_bytes();
        if !digits.iter().all(u8::is_ascii_digit) {
            return Err(PinError::NotDigits);
        }
        if digits.len() != rules.length {
            return Err(PinError::WrongLength {
                digits: digits.len(),
                wanted: rules.length,
            });
        }
        if repeats(digits) {
            return Err(PinError::Repeats);
        }
        if counts(digits) {
            return Err(PinError::Counts);
        }
        if born.is_some_and(|born| from_birth(born).iter().any(|part| part == text)) {
            return Err(PinError::BirthDate);
        }
        if rules.blocked.contains(&text) {
            return Err(PinError::Common);
        }
        Ok(Self(Secret::new(text.to_owned())))
    }

    /// The digits, for the one request that sets it.
    #[must_use]
    pub fn expose(&self) -> &str {
        self.0.expose()
    }
}

/// `1111`, `1212`.
fn repeats(digits: &[u8]) -> bool {
    (1..=digits.len() / 2).any(|period| {
        digits.len().is_multiple_of(period) && digits.iter().zip(digits.iter().skip(period)).all(|(a, b)| a == b)
    })
}

/// `1234`, `4321`, and over the edge: `7890`, `0987`.
fn counts(digits: &[u8]) -> bool {
    let by = |step: u8| {
        let next = |(a, b): (&u8, &u8)| (a - b'0' + step) % 10 == b - b'0';
        digits.iter().zip(digits.iter().skip(1)).all(next)
    };
    digits.len() > 1 && (by(1) || by(9))
}

/// Year, day and month, month and day; with the year's end, for longer PINs.
fn from_birth(born: Date) -> [String; 5] {
    let (year, month, day) = (born.year(), born.month(), born.day());
    let short = year.rem_euclid(100);
    [
        format!("{year:04}"),
        format!("{day:02}{month:02}"),
        format!("{month:02}{day:02}"),
        format!("{day:02}{month:02}{short:02}"),
        format!("{short:02}{month:02}{day:02}"),
    ]
}
