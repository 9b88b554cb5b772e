//! The lånenummer: the letter N and nine digits, the same in every library of the country.
//!
//! Since 6 March 2023 the national register accepts no other form; older student and local numbers live on as cards of one
//! library only (<https://bibliotekutvikling.no/nyheter/opprydding-i-nasjonalt-laneregister/>). The number says nothing
//! about its holder or library.
//!
//! There is no check digit. Libraries order contiguous series and get exactly as many cards as the series is long, and
//! known neighbours differ in the last digit only, so a typing error cannot be seen here: only the register knows.

use std::fmt;
use std::str::FromStr;

const LETTER: char = 'N';
const DIGITS: usize = 9;

/// A well-formed lånenummer in its canonical form, for example `N012345678`.
///
/// Well-formed does not mean that a card exists. `Display` shows the number, `Debug` hides its middle.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CardNumber(String);

/// Why a text is not a lånenummer. Never carries any of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NumberError {
    /// Nothing but separators was given.
    #[error("no card number was given")]
    Empty,
    /// Nine digits without the N: ask, then call [`CardNumber::parse_confirmed`].
    #[error("the letter N is missing before the nine digits")]
    MissingLetter,
    /// Begins with a letter other than N, as older student cards and local cards do.
    #[error("the number begins with another letter than N")]
    OtherLetter,
    /// All digits, but not nine of them.
    #[error("the number has {digits} digits and should have nine")]
    WrongLength {
        /// How many digits were given.
        digits: usize,
    },
    /// Something that is neither a digit nor a separator follows the N.
    #[error("the number holds something else than digits after the N")]
    NotDigits,
}

impl CardNumber {
    /// Reads what a person typed or pasted: either case, and spaces, hyphens and invisible marks anywhere.
    ///
    /// # Errors
    /// [`NumberError::MissingLetter`] when only the N is lacking; the other variants say what else is wrong.
    pub fn parse(text: &str) -> Result<Self, NumberError> {
        Self::read(text, false)
    }

    /// As [`CardNumber::parse`], after the person has confirmed that nine bare digits mean N and those digits.
    ///
    /// # Errors
    /// Every variant of [`NumberError`] but [`NumberError::MissingLetter`].
    pub fn parse_confirmed(text: &str) -> Result<Self, NumberError> {
        Self::read(text, true)
    }

    /// The canonical ten characters; the barcode carries exactly these.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The number as it is printed and read aloud: `N`, `012`, `345`, `678`.
    #[must_use]
    pub fn groups(&self) -> [String; 4] {
        [0..1, 1..4, 4..7, 7..10].map(|range| self.0.get(range).unwrap_or_default().to_owned())
    }

    fn read(text: &str, letter_confirmed: bool) -> Result<Self, NumberError> {
        let mut characters = without_separators(text).peekable();
        let first = *characters.peek().ok_or(NumberError::Empty)?;
        let has_letter = first.eq_ignore_ascii_case(&LETTER);
        if has_letter {
            characters.next();
        } else if first.is_alphabetic() {
            return Err(NumberError::OtherLetter);
        }

        let mut canonical = String::from(LETTER);
        let mut digits = 0;
        for character in characters {
            if !character.is_ascii_digit() {
                return Err(NumberError::NotDigits);
            }
            digits += 1;
            if digits <= DIGITS {
                canonical.push(character);
            }
        }
        match digits {
            DIGITS if has_letter || letter_confirmed => Ok(Self(canonical)),
            DIGITS => Err(NumberError::MissingLetter),
            _ => Err(NumberError::WrongLength { digits }),
        }
    }
}

impl FromStr for CardNumber {
    type Err = NumberError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}

impl fmt::Display for CardNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl fmt::Debug for CardNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{LETTER}·····{}", self.0.get(6..).unwrap_or_default())
    }
}

/// What people put between the digits of a number, and what pasting brings along without anybody seeing it.
pub(super) fn without_separators(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().filter(|c| !is_separator(*c))
}

fn is_separator(character: char) -> bool {
    character.is_whitespace()
        || matches!(character, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
        || matches!(character, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}')
}
