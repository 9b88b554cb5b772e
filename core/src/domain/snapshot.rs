//! What the register said about a person's card, once.

use serde::Deserialize;

use super::{barcode::Symbology, card_number::CardNumber, timestamp::Timestamp};

/// The register's signed word about a card; the fields are those of `core/contract/card-service.yaml`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snapshot {
    /// Whose card: the `sub` of the sign-in's id_token.
    pub subject: String,
    /// When the register said it.
    pub issued_at: Timestamp,
    /// Until when it counts as fresh.
    pub fresh_until: Timestamp,
    /// Until when the card may be shown at all.
    pub show_until: Timestamp,
    /// The card.
    pub card: Card,
}

/// A library card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// Lånenummer.
    pub number: CardNumber,
    /// Name as in the register.
    pub name: String,
    /// Whether it works.
    pub status: CardStatus,
    /// Hjemmebibliotek; always one of `libraries`.
    pub home_library: Option<String>,
    /// Libraries where the person is a patron.
    pub libraries: Vec<Library>,
}

/// Whether the register lets the card be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CardStatus {
    /// Works.
    Active,
    /// Closed for now; the library knows why.
    Blocked,
    /// Left or deleted.
    Ended,
}

/// A library as the card needs it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Library {
    /// Biblioteknummer, seven digits.
    pub number: String,
    /// Name.
    pub name: String,
    /// Town or district.
    pub place: String,
    /// What its readers read.
    #[serde(default)]
    pub symbology: Symbology,
}

impl Card {
    /// The home library's record.
    #[must_use]
    pub fn home(&self) -> Option<&Library> {
        let number = self.home_library.as_deref()?;
        self.libraries.iter().find(|l| l.number == number)
    }

    /// The symbology to draw: the home library's, else Code 128.
    #[must_use]
    pub fn symbology(&self) -> Symbology {
        self.home().map(|l| l.symbology).unwrap_or_default()
    }
}

/// A snapshot as it came: the register's signature around it and the keys it was checked with. What is kept on disk, so
/// that it can be checked again at each start.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct SignedSnapshot {
    /// Compact JWS (RFC 7515 §3.1).
    pub jws: String,
    /// The register's JWK set (RFC 7517 §5), as JSON.
    pub keys: String,
}

/// A card on this phone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldCard {
    /// What the register said.
    pub snapshot: Snapshot,
    /// The same, signed.
    pub signed: SignedSnapshot,
    /// The service's mark for this content (`ETag`, RFC 9110 §8.8.3).
    pub etag: Option<String>,
    /// When the register last confirmed it, by this phone's clock.
    pub checked_at: Timestamp,
}
