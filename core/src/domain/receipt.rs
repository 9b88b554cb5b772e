//! What a receipt for accepted rules says, and whether that is what somebody claims.
//!
//! How one is proved is `adapters::receipt`; the form is that of `docs/adr/0018-receipts.md`.

use std::fmt::{self, Write};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{log::TreeHead, rules::RulesText, timestamp::Timestamp};

pub use super::library::Agreement;

/// A proved receipt: a person accepted a library's rules, and the service's log has it. The level is always high.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// The card service, as its issuer address.
    pub issuer: String,
    /// Who signed.
    pub signer: Pseudonym,
    /// For whom.
    pub party: Party,
    /// Biblioteknummer, seven digits.
    pub library: String,
    /// What was accepted.
    pub agreement: Agreement,
    /// The text's version, as the library names it; at most 32 characters.
    pub version: String,
    /// The text's language (BCP 47), such as `nb`, `nn`, `se` or `sma`.
    pub language: String,
    /// The text.
    pub text_hash: TextHash,
    /// When, by the service's clock.
    pub signed_at: Timestamp,
    /// The log that has it.
    pub log: String,
    /// Number of its entry there, from 0.
    pub entry: u64,
    /// The tree in which it was found; a later one must go on from there ([`TreeHead::follows`]).
    pub head: TreeHead,
}

/// The service's name for a person, which means nothing elsewhere. It can't be printed.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Pseudonym(String);

/// A receipt as it is listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Names it on this phone; see [`id`].
    pub id: String,
    /// What it says; to be believed when `proof` is `Proved`.
    pub receipt: Receipt,
    /// Whether it proves itself.
    pub proof: Proof,
}

/// Whether a receipt proves itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Proof {
    /// Signature, form and place in the log are right.
    Proved,
    /// Something in it isn't what was signed.
    Refused,
    /// The service's keys aren't on this phone yet.
    NoKeys,
}

/// A name for a receipt's file on this phone: the first half of its SHA-256, in hexadecimal.
#[must_use]
pub fn id(file: &str) -> String {
    Sha256::digest(file)[..16].iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// For whom somebody signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Party {
    /// For themselves.
    Own,
    /// For a child.
    Child {
        /// Which.
        child: Pseudonym,
        /// By what right.
        basis: Basis,
    },
}

/// By what right somebody signs for a child.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// Foreldreansvar, by the population register.
    ParentalResponsibility,
    /// Appointed guardian (verge).
    Guardian,
    /// A library saw the papers.
    LibraryConfirmed,
}

/// SHA-256 of a text's UTF-8 bytes, as they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TextHash([u8; 32]);

/// What somebody says that a receipt shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// Who signed.
    pub signer: Pseudonym,
    /// For whom, and by what right.
    pub party: Party,
    /// Biblioteknummer.
    pub library: String,
    /// What was accepted.
    pub agreement: Agreement,
    /// Which version.
    pub version: String,
    /// In which language.
    pub language: String,
    /// Which text; [`TextHash::of`] makes it from the text.
    pub text_hash: TextHash,
    /// In which log.
    pub log: String,
}

/// What a receipt doesn't show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Mismatch {
    /// Somebody else signed.
    #[error("another signer")]
    Signer,
    /// For somebody else.
    #[error("for somebody else")]
    Party,
    /// For this child, by another right.
    #[error("another basis")]
    Basis,
    /// At another library.
    #[error("another library")]
    Library,
    /// The other agreement.
    #[error("another agreement")]
    Agreement,
    /// Another version.
    #[error("another version")]
    Version,
    /// In another language.
    #[error("another language")]
    Language,
    /// Another text.
    #[error("another text")]
    Text,
    /// In another log.
    #[error("another log")]
    Log,
}

impl Receipt {
    /// Whether this is what the receipt shows.
    ///
    /// # Errors
    /// The first thing that differs, in the order of [`Mismatch`].
    pub fn shows(&self, claim: &Claim) -> Result<(), Mismatch> {
        let checks = [
            (self.signer == claim.signer, Mismatch::Signer),
            (self.party.person() == claim.party.person(), Mismatch::Party),
            (self.party == claim.party, Mismatch::Basis),
            (self.library == claim.library, Mismatch::Library),
            (self.agreement == claim.agreement, Mismatch::Agreement),
            (self.version == claim.version, Mismatch::Version),
            (self.language == claim.language, Mismatch::Language),
            (self.text_hash == claim.text_hash, Mismatch::Text),
            (self.log == claim.log, Mismatch::Log),
        ];
        checks
            .into_iter()
            .find(|(same, _)| !same)
            .map_or(Ok(()), |(_, mismatch)| Err(mismatch))
    }

    /// Whether it shows that this person accepted this text for this party; in which log isn't asked.
    ///
    /// # Errors
    /// As [`Receipt::shows`].
    pub fn shows_text(&self, text: &RulesText, signer: &Pseudonym, party: &Party) -> Result<(), Mismatch> {
        self.shows(&Claim {
            signer: signer.clone(),
            party: party.clone(),
            library: text.library().to_string(),
            agreement: text.agreement(),
            version: text.version().to_string(),
            language: text.language().tag().to_owned(),
            text_hash: TextHash::of(&text.published()),
            log: self.log.clone(),
        })
    }
}

impl Party {
    /// The child; `None` for oneself.
    #[must_use]
    pub fn person(&self) -> Option<&Pseudonym> {
        match self {
            Self::Own => None,
            Self::Child { child, .. } => Some(child),
        }
    }
}

impl Pseudonym {
    /// Takes 1 to 255 printable ASCII characters (OIDC Core §2, `sub`).
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let fits = (1..=255).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_graphic());
        fits.then(|| Self(text.to_owned()))
    }

    /// The name, for the one place that sends, stores or compares it.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Pseudonym {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or("no pseudonym")
    }
}

impl From<Pseudonym> for String {
    fn from(Pseudonym(text): Pseudonym) -> Self {
        text
    }
}

impl fmt::Debug for Pseudonym {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Pseudonym(…)")
    }
}

impl fmt::Display for TextHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("sha-256:")?;
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl TextHash {
    /// Of this text, byte for byte: no line end, space or Unicode form is made like another.
    #[must_use]
    pub fn of(text: &str) -> Self {
        Self(Sha256::digest(text).into())
    }

    /// Reads `sha-256:` and 64 hexadecimal digits in lower case.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix("sha-256:")?;
        let mut bytes = [0; 32];
        if digits.len() != 64 {
            return None;
        }
        for (byte, pair) in bytes.iter_mut().zip(digits.as_bytes().chunks(2)) {
            for digit in pair {
                let value = match digit {
                    b'0'..=b'9' => digit - b'0',
                    b'a'..=b'f' => digit - b'a' + 10,
                    _ => return None,
                };
                *byte = *byte << 4 | value;
            }
        }
        Some(Self(bytes))
    }
}
