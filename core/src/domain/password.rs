//! A password at the door, by NIST SP 800-63B-4 §3.1.1.2 (<https://pages.nist.gov/800-63-4/sp800-63b.html#passwordver>).
//!
//! The shorter length of eight is for passwords that are only one of two factors. Here a password alone gives level
//! substantial, so it is a single factor: at least 15 characters. At least 64 must be allowed; 128 are. Every printing
//! character and space is taken, nothing is cut off, nothing is demanded of the mixture ("SHALL NOT impose other composition
//! rules"), and the whole is compared with what is commonly chosen or known of the person. Each code point counts as one; the
//! service normalises before it hashes.

use super::secret::Secret;

/// Characters at least.
pub const LEAST: usize = 15;
/// Characters at most.
pub const MOST: usize = 128;

/// Common ones that are long enough, without spaces and in small letters. Groups that repeat and digits that count are
/// caught by rule. Short on purpose: the service compares with the lists of breaches.
const COMMON: [&str; 16] = [
    "qwertyuiopasdfg",
    "qwertyuiopasdfghjkl",
    "qwertyuiopåasdfghjkløæ",
    "1qaz2wsx3edc4rfv",
    "q1w2e3r4t5y6u7i8",
    "correcthorsebatterystaple",
    "passwordpassword1",
    "passordpassord1",
    "passord123456789",
    "password123456789",
    "bibliotekkortet",
    "bibliotekkortet1",
    "mittbibliotekkort",
    "nasjonalbiblioteket",
    "abcdefghijklmno",
    "abcdefghijklmnopqrstuvwxyz",
];

/// A password that may be set. Wiped when dropped, and never shown:
///
/// ```compile_fail,E0277
/// use card_core::domain::password::Password;
///
/// println!("{:?}", Password::parse("three words and more", &[]).ok());
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Password(Secret);

/// Why a password isn't taken. Never carries any of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PasswordError {
    /// Fewer than [`LEAST`] characters.
    #[error("{characters} characters, at least {LEAST} wanted")]
    TooShort {
        /// How many.
        characters: usize,
    },
    /// More than [`MOST`].
    #[error("{characters} characters, at most {MOST} wanted")]
    TooLong {
        /// How many.
        characters: usize,
    },
    /// A line end, a tab or another character that can't be typed into a field.
    #[error("it holds a control character")]
    Control,
    /// One short group over and over, digits that count, or nothing much but spaces.
    #[error("it repeats or counts")]
    Pattern,
    /// One that many choose.
    #[error("many choose it")]
    Common,
    /// Nothing but what is known of the person.
    #[error("it is only what is known of the person")]
    Known,
}

impl Password {
    /// Takes a password of somebody of whom these things are known: name, e-mail address, birth date, card number.
    ///
    /// # Errors
    /// [`PasswordError`] names the first rule that is broken.
    pub fn parse(text: &str, known: &[&str]) -> Result<Self, PasswordError> {
        let characters = text.chars().count();
        if characters < LEAST {
            return Err(PasswordError::TooShort { characters });
        }
        if characters > MOST {
            return Err(PasswordError::TooLong { characters });
        }
        if text.contains(char::is_control) {
            return Err(PasswordError::Control);
        }
        let plain = plain(text);
        if is_pattern(plain.expose()) {
            return Err(PasswordError::Pattern);
        }
        if COMMON.contains(&plain.expose()) {
            return Err(PasswordError::Common);
        }
        if is_known(plain.expose(), known) {
            return Err(PasswordError::Known);
        }
        Ok(Self(Secret::new(text.to_owned())))
    }

    /// The password, for the one request that sets it.
    #[must_use]
    pub fn expose(&self) -> &str {
        self.0.expose()
    }
}

/// Small letters without spaces. A secret still.
fn plain(text: &str) -> Secret {
    let mut plain = String::with_capacity(2 * text.len());
    plain.extend(text.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase));
    Secret::new(plain)
}

/// A group of at most half the length over and over, its last time cut short or not; or digits that count.
fn is_pattern(plain: &str) -> bool {
    let letters = zeroize::Zeroizing::new(plain.chars().map(u32::from).collect::<Vec<_>>());
    let half = letters.len() / 2;
    let repeats = (1..=half).any(|period| letters.iter().zip(letters.iter().skip(period)).all(|(a, b)| a == b));
    let digit = |c: u32| char::from_u32(c).and_then(|c| c.to_digit(10));
    let by = |step: u32| {
        let next = |(a, b): (&u32, &u32)| digit(*a).is_some_and(|a| digit(*b) == Some((a + step) % 10));
        letters.iter().zip(letters.iter().skip(1)).all(next)
    };
    letters.len() < 2 || repeats || by(1) || by(9)
}

/// Nothing is left once every known word is taken away, in the order in which they stand.
fn is_known(plain: &str, known: &[&str]) -> bool {
    let words: Vec<Secret> = known
        .iter()
        .flat_map(|text| text.split(|c: char| !c.is_alphanumeric()).chain([*text]))
        .map(self::plain)
        .filter(|word| word.expose().chars().count() > 1)
        .collect();
    let mut rest = plain;
    loop {
        rest = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
        let shorter = words.iter().filter_map(|word| rest.strip_prefix(word.expose()));
        match shorter.min_by_key(|rest| rest.len()) {
            Some(shorter) => rest = shorter,
            None => return rest.is_empty(),
        }
    }
}
