//! Biblioteknummer: seven digits, in the national directory of libraries.
//!
//! The first digit says what kind of library it is, the next four in which municipality it lay when the number was given
//! (Oslo: 03 and the district), the last two count
//! (<https://bibliotekutvikling.no/biblioteksystemleverandorene-i-norge/aktiviteter/biblioteknummer/>). Reforms renumber
//! municipalities, not libraries: where a library lies is data ([`super::LibraryEntry::municipality`]).

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::domain::card_number::without_separators;

const DIGITS: usize = 7;
const COUNTRY: &str = "NO";

/// A well-formed biblioteknummer. Well-formed does not mean that the library exists.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct LibraryNumber(u32);

/// Why a text is no biblioteknummer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum LibraryNumberError {
    /// Nothing but separators was given.
    #[error("no library number was given")]
    Empty,
    /// All digits, but not seven of them.
    #[error("the library number has {digits} digits and should have seven")]
    WrongLength {
        /// How many digits were given.
        digits: usize,
    },
    /// Something that is neither a digit, a separator nor a leading `NO`.
    #[error("the library number holds something else than digits")]
    NotDigits,
}

/// What the first digit says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LibraryKind {
    /// 0: the national library.
    National,
    /// 1: university or research.
    Research,
    /// 2: county, public library, branch, hospital, prison, bus.
    Public,
    /// 3: upper secondary school, with exceptions (a branch of Deichman has it).
    UpperSecondary,
    /// 4: primary school.
    Primary,
    /// 5: an institution without a library of its own.
    WithoutLibrary,
    /// 6 to 8: Nordic, European, elsewhere.
    Abroad,
    /// 9: given to none.
    Unassigned,
}

impl LibraryNumber {
    /// Reads seven digits, or an ISIL (ISO 15511) of Norway; spaces and hyphens may stand anywhere.
    ///
    /// # Errors
    /// [`LibraryNumberError`] says what is wrong.
    pub fn parse(text: &str) -> Result<Self, LibraryNumberError> {
        let plain: String = without_separators(text).collect();
        let bare = match plain.get(..COUNTRY.len()) {
            Some(country) if country.eq_ignore_ascii_case(COUNTRY) => plain.get(COUNTRY.len()..).unwrap_or_default(),
            _ => &plain,
        };
        let (mut digits, mut number) = (0, 0_u32);
        for character in bare.chars() {
            let digit = character.to_digit(10).ok_or(LibraryNumberError::NotDigits)?;
            digits += 1;
            number = number.saturating_mul(10).saturating_add(digit);
        }
        match digits {
            DIGITS => Ok(Self(number)),
            0 => Err(LibraryNumberError::Empty),
            _ => Err(LibraryNumberError::WrongLength { digits }),
        }
    }

    /// The library's international identifier (ISIL): `NO-` and the number.
    #[must_use]
    pub fn isil(self) -> String {
        format!("{COUNTRY}-{self}")
    }

    /// The four digits of the municipality (or of Oslo's district) in which the library lay when it got its number. Not where
    /// it lies now: Krødsherad's 2062200 says 0622, and the municipality was 3046 in 2022.
    #[must_use]
    pub fn municipality_at_first(self) -> String {
        format!("{:04}", self.0 / 100 % 10_000)
    }

    /// What kind of library the first digit says it is.
    #[must_use]
    pub fn kind(self) -> LibraryKind {
        match self.0 / 1_000_000 {
            0 => LibraryKind::National,
            1 => LibraryKind::Research,
            2 => LibraryKind::Public,
            3 => LibraryKind::UpperSecondary,
            4 => LibraryKind::Primary,
            5 => LibraryKind::WithoutLibrary,
            6..=8 => LibraryKind::Abroad,
            _ => LibraryKind::Unassigned,
        }
    }
}

impl FromStr for LibraryNumber {
    type Err = LibraryNumberError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}

impl TryFrom<String> for LibraryNumber {
    type Error = LibraryNumberError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<LibraryNumber> for String {
    fn from(number: LibraryNumber) -> Self {
        number.to_string()
    }
}

impl fmt::Display for LibraryNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{:07}", self.0))
    }
}

impl fmt::Debug for LibraryNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}
