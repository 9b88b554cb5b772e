//! How a person is reached: e-mail, telephone, channel, language, and for a while another address.
//!
//! Never on disk, and never printed. The address that the population register has isn't here, for anybody: it doesn't come to
//! the phone at all.

use jiff::civil::Date;

use super::{language::Language, phone::Phone, secret::Hidden};
use crate::Error;

/// Lines of an address at most.
const LINES: usize = 4;
/// Characters of a line at most.
const LINE: usize = 100;

/// How the person would rather be reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Channel {
    /// By e-mail.
    Email,
    /// By SMS; needs a number.
    Sms,
    /// In the app.
    App,
}

/// Where the person lives for a while, as they typed it.
#[derive(Clone, PartialEq, Eq)]
pub struct TemporaryAddress {
    lines: Vec<String>,
    until: Date,
}

/// All of it, as the service has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reach {
    /// The address that mail goes to.
    pub email: Hidden<String>,
    /// A code came back from there.
    pub email_verified: bool,
    /// E.164.
    pub phone: Option<Hidden<String>>,
    /// How.
    pub channel: Channel,
    /// In which language.
    pub language: Language,
    /// Until its last day.
    pub temporary: Option<Hidden<TemporaryAddress>>,
    /// The service's mark for it, by which changes say what they go on from.
    pub etag: String,
}

/// What a person changes at once; what is left out is gone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReachChange {
    /// Number.
    pub phone: Option<Hidden<Phone>>,
    /// How.
    pub channel: Channel,
    /// In which language.
    pub language: Language,
    /// Where, for a while.
    pub temporary: Option<Hidden<TemporaryAddress>>,
}

impl TemporaryAddress {
    /// Takes lines that somebody typed; empty ones are passed over.
    ///
    /// # Errors
    /// [`Error::InvalidAddress`] without lines, with more than four, with one over 100 characters or with signs that can't be typed.
    pub fn new<'t>(lines: impl IntoIterator<Item = &'t str>, until: Date) -> Result<Self, Error> {
        let lines: Vec<String> = lines
            .into_iter()
            .map(|line| line.trim().to_owned())
            .filter(|line| !line.is_empty())
            .collect();
        let fits = |line: &String| line.chars().count() <= LINE && !line.contains(char::is_control);
        if (1..=LINES).contains(&lines.len()) && lines.iter().all(fits) {
            Ok(Self { lines, until })
        } else {
            Err(Error::InvalidAddress)
        }
    }

    /// Its lines.
    #[must_use]
    pub fn lines(&self) -> &[String] {
        &self.lines
    }

    /// Its last day.
    #[must_use]
    pub fn until(&self) -> Date {
        self.until
    }
}

impl ReachChange {
    /// Whether it can be sent that day.
    ///
    /// # Errors
    /// [`Error::InvalidPhone`] for SMS without a number, [`Error::InvalidAddress`] for an address that was until yesterday.
    pub fn check(&self, today: Date) -> Result<(), Error> {
        if self.channel == Channel::Sms && self.phone.is_none() {
            return Err(Error::InvalidPhone);
        }
        match &self.temporary {
            Some(Hidden(address)) if address.until < today => Err(Error::InvalidAddress),
            _ => Ok(()),
        }
    }
}
