//! E-mail addresses at the door: what mail takes in practice, and no domain that only looks like another.
//!
//! - Form: RFC 5321 §4.1.2 `Dot-string "@" Domain` with the characters of RFC 5322 §3.2.3. Quoted local parts and address
//!   literals are allowed there and used nowhere; letters outside ASCII before the @ (RFC 6531) reach few servers. Both are
//!   refused with the reason.
//! - Lengths: 64 octets before the @ and 254 in all (RFC 5321 §4.5.3.1.1 and .3, less the angle brackets), 63 a label
//!   (RFC 1035 §2.3.4).
//! - Domain: mapped by UTS #46 (the crate `idna`), so it is shown as it looks however it was typed, `xn--` included. A label
//!   is in one script (UTS #39 §5.2, single script). Below a Latin top level it may not be made of nothing but letters that
//!   look Latin (UTS #39 §4, whole-script confusables; after Chromium's rule,
//!   <https://chromium.googlesource.com/chromium/src/+/main/docs/idn.md>): `почта.рф` is taken, `аррӏе.com` isn't.

use std::fmt;

const LOCAL_OCTETS: usize = 64;
const OCTETS: usize = 254;
const LABEL_OCTETS: usize = 63;

/// Small letters of other scripts, and rare Latin ones, which people read as common Latin ones.
const LOOK_LATIN: &str = "асԁеһіјӏорԛѕԝхуъьҽпгѵѡ\
                          αγικνορτυχωϲϳ\
                          ıɑɡɩȷ";

/// A well-formed address. Whether it is anybody's, only a message to it shows.
#[derive(Clone, PartialEq, Eq)]
pub struct Email {
    local: String,
    domain: String,
    ascii_domain: String,
}

/// Why a text is no address that is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum EmailError {
    /// Nothing was given.
    #[error("no address was given")]
    Empty,
    /// No @, or more than one.
    #[error("an address has one @, this has {count}")]
    At {
        /// How many.
        count: usize,
    },
    /// A space within.
    #[error("there is a space within")]
    Space,
    /// A character that can't stand before the @.
    #[error("this can't stand before the @")]
    Local {
        /// Which.
        character: char,
    },
    /// Nothing before the @, or a dot first, last or twice.
    #[error("a dot is out of place before the @, or nothing is there")]
    LocalDots,
    /// Longer than mail takes.
    #[error("too long: at most {most}")]
    TooLong {
        /// Octets at most.
        most: usize,
    },
    /// No name of a place on the internet: an empty or overlong part, a hyphen at an edge, no dot, a number.
    #[error("that is no domain")]
    Domain,
    /// Letters of two scripts in one part of the domain: it may pretend to be another.
    #[error("the domain mixes letters of two alphabets")]
    MixedScripts {
        /// The first letter that isn't of the alphabet of the letters before it.
        character: char,
    },
    /// A letter, or a part made of such letters, that looks like a Latin one and isn't.
    #[error("the domain looks like another")]
    Lookalike {
        /// The first of them.
        character: char,
    },
}

impl Email {
    /// Reads what a person typed or pasted; space around it is dropped. What stands before the @ is kept as typed.
    ///
    /// # Errors
    /// [`EmailError`] names the first rule that is broken.
    pub fn parse(text: &str) -> Result<Self, EmailError> {
        let text = text.trim_matches(|c: char| c.is_whitespace() || is_invisible(c));
        if text.is_empty() {
            return Err(EmailError::Empty);
        }
        if text.contains(char::is_whitespace) {
            return Err(EmailError::Space);
        }
        let count = text.matches('@').count();
        let (local, domain) = text
            .split_once('@')
            .filter(|_| count == 1)
            .ok_or(EmailError::At { count })?;
        check_local(local)?;
        let (domain, ascii_domain) = read_domain(domain)?;
        if local.len() + 1 + ascii_domain.len() > OCTETS {
            return Err(EmailError::TooLong { most: OCTETS });
        }
        Ok(Self {
            local: local.to_owned(),
            domain,
            ascii_domain,
        })
    }

    /// As it is shown: the domain in small letters, and in its own alphabet.
    #[must_use]
    pub fn shown(&self) -> String {
        format!("{}@{}", self.local, self.domain)
    }

    /// As it is sent to the service: all ASCII.
    #[must_use]
    pub fn ascii(&self) -> String {
        format!("{}@{}", self.local, self.ascii_domain)
    }
}

impl fmt::Debug for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Email(…)")
    }
}

fn check_local(local: &str) -> Result<(), EmailError> {
    let fits = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(c);
    if let Some(character) = local.chars().find(|c| !fits(*c)) {
        return Err(EmailError::Local { character });
    }
    if local.split('.').any(str::is_empty) {
        return Err(EmailError::LocalDots);
    }
    if local.len() > LOCAL_OCTETS {
        return Err(EmailError::TooLong { most: LOCAL_OCTETS });
    }
    Ok(())
}

/// The domain as it is shown, and in ASCII.
fn read_domain(typed: &str) -> Result<(String, String), EmailError> {
    let ascii = idna::domain_to_ascii_strict(typed).map_err(|_| EmailError::Domain)?;
    let (shown, well) = idna::domain_to_unicode(&ascii);
    well.map_err(|_| EmailError::Domain)?;
    let labels: Vec<_> = ascii.split('.').collect();
    let is_label = |label: &&str| (1..=LABEL_OCTETS).contains(&label.len());
    let numeric = labels.last().is_none_or(|top| top.bytes().all(|b| b.is_ascii_digit()));
    if labels.len() < 2 || numeric || !labels.iter().all(is_label) {
        return Err(EmailError::Domain);
    }
    let latin_top = shown
        .rsplit('.')
        .next()
        .is_some_and(|top| script_of(top) == Some(Script::Latin));
    shown.split('.').try_for_each(|label| check_script(label, latin_top))?;
    Ok((shown, ascii))
}

/// The alphabets that are told apart. Han, kana and Hangul are written together and look like nothing here: `Other`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Script {
    Latin,
    Greek,
    Cyrillic,
    Armenian,
    Cherokee,
    Other,
}

impl Script {
    /// Of a letter or a figure; our digits, hyphens and marks have none.
    fn of(letter: char) -> Option<Self> {
        if letter.is_ascii_digit() || !letter.is_alphanumeric() {
            return None;
        }
        Some(match letter {
            '\0'..='\u{24f}' | '\u{250}'..='\u{2af}' | '\u{1d00}'..='\u{1d7f}' | '\u{1e00}'..='\u{1eff}' => Self::Latin,
            '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' => Self::Greek,
            '\u{400}'..='\u{52f}' | '\u{1c80}'..='\u{1c8f}' | '\u{2de0}'..='\u{2dff}' | '\u{a640}'..='\u{a69f}' => {
                Self::Cyrillic
            }
            '\u{530}'..='\u{58f}' => Self::Armenian,
            '\u{13a0}'..='\u{13ff}' | '\u{ab70}'..='\u{abbf}' => Self::Cherokee,
            _ => Self::Other,
        })
    }
}

/// That of the first letter.
fn script_of(label: &str) -> Option<Script> {
    label.chars().find_map(Script::of)
}

fn check_script(label: &str, below_latin: bool) -> Result<(), EmailError> {
    let Some(script) = script_of(label) else {
        return Ok(());
    };
    let other = |c: &char| Script::of(*c).is_some_and(|other| other != script);
    if let Some(character) = label.chars().find(other) {
        return Err(EmailError::MixedScripts { character });
    }
    let looks_latin = |c: &char| LOOK_LATIN.contains(*c);
    let letters = || label.chars().filter(|c| Script::of(*c).is_some());
    let fooled = match script {
        Script::Latin => letters().find(looks_latin),
        Script::Other => None,
        _ if !below_latin => None,
        Script::Greek | Script::Cyrillic => letters().next().filter(|_| letters().all(|c| looks_latin(&c))),
        Script::Armenian | Script::Cherokee => letters().next(),
    };
    fooled.map_or(Ok(()), |character| Err(EmailError::Lookalike { character }))
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}')
}
