//! What the service last told about a person's libraries, receipts and notices; kept, so that it shows without network.
//!
//! A relation here is a library's own word: what was asked for is `Pending` until the library answers.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{
    household::Household,
    kin::{ChildCode, Kin},
    language::Language,
    library::{Agreement, LibraryNumber, Standing},
    receipt::{Basis, Pseudonym},
    rules::Severity,
    timestamp::Timestamp,
};

/// All of it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Shelf {
    /// What the person is at each library.
    pub relations: Vec<Related>,
    /// When that was told; none before.
    pub told_at: Option<Timestamp>,
    /// For whom the person can sign: themselves first.
    pub people: Vec<Party>,
    /// By what right, as the service told it; what is done for a child is asked of it.
    #[serde(default)]
    pub household: Household,
    /// The children's cards and libraries.
    #[serde(default)]
    pub children: Vec<Kin>,
    /// Whether the register says whose children these are; none before it was told.
    #[serde(default)]
    pub registry_link: Option<bool>,
    /// A code for a desk that confirms a guardian.
    #[serde(default)]
    pub child_code: Option<ChildCode>,
    /// Notices that the card ends for want of use.
    pub unused: Vec<Unused>,
    /// Receipts as they came, the oldest first.
    pub receipts: Vec<String>,
    /// The service's public keys (JWK set) as they came, retired ones too: what receipts are proved by. Empty before.
    pub keys: String,
    /// The log's head that was seen last, as it came.
    pub head: Option<String>,
    /// When the log was seen not to go on from the head that was remembered.
    pub forked_at: Option<Timestamp>,
    /// When the person left: the card shows no code from then on, whatever else is known.
    #[serde(default)]
    pub left_at: Option<Timestamp>,
}

/// What a person is at one library.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Related {
    /// Which.
    pub library: LibraryNumber,
    /// What.
    pub standing: Standing,
    /// Since when.
    pub since: Timestamp,
    /// Hjemmebibliotek; then `standing` is `Active`.
    pub home: bool,
    /// What was signed there.
    pub agreements: Vec<Signed>,
}

/// A signed agreement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signed {
    /// Which.
    pub agreement: Agreement,
    /// The library confirmed it; else it is waited for.
    pub confirmed: bool,
    /// Since when it is so.
    pub since: Timestamp,
    /// Version of the text.
    pub version: u32,
    /// Its language.
    pub language: Language,
    /// When.
    pub signed_at: Timestamp,
    /// For the library's desk; only while waited for.
    pub desk_code: Option<DeskCode>,
    /// A newer version is published.
    pub newer: Option<Newer>,
}

/// A one-time code, `XXXX-XXXX`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeskCode {
    /// The code.
    pub code: String,
    /// When it ends.
    pub until: Timestamp,
}

/// A version that isn't signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Newer {
    /// Which.
    pub version: u32,
    /// How much it differs from the signed one; `Material` where that can't be told.
    pub severity: Severity,
    /// First day on which it holds.
    pub from: Date,
}

/// Somebody for whom a person can sign.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    /// Which child, and by what right; none for oneself.
    pub child: Option<(Pseudonym, Basis)>,
    /// Name.
    pub name: String,
    /// Day of birth.
    pub born: Date,
}

/// A card that ends for want of use unless it is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unused {
    /// When it was last used.
    pub last_used_at: Timestamp,
    /// When it ends.
    pub ends_at: Timestamp,
}

/// What leaving leaves behind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leaving {
    /// When the card ended; none before.
    pub ended_at: Option<Timestamp>,
    /// Libraries that know the person by themselves.
    pub remaining: Vec<Remaining>,
}

/// A library that knows the person by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remaining {
    /// Which.
    pub library: LibraryNumber,
    /// Its name, as the service calls it.
    pub name: String,
    /// What the person was there.
    pub standing: Standing,
    /// How to reach it.
    pub contact: super::library::Contact,
}

/// All that the service keeps about a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Export {
    /// As it came: JSON, put on lines for reading.
    pub json: String,
    /// The same to read.
    pub lines: Vec<Kept>,
}

/// One thing that is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// What kind of thing.
    pub kind: KeptKind,
    /// What, in the person's or the library's words.
    pub what: String,
    /// When it came to be, where that is known.
    pub at: Option<Timestamp>,
}

/// What is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeptKind {
    /// The person's name.
    Name,
    /// The card's number.
    Card,
    /// A library where the person is, or was, something.
    Library,
    /// A signature, by library.
    Receipt,
    /// A signed-in device.
    Device,
    /// An e-mail that was sent, by its subject.
    Mail,
    /// Anything else, by its name in the JSON.
    Other,
}

impl Shelf {
    /// What the person is at a library; `None` where they are nothing.
    #[must_use]
    pub fn at(&self, library: LibraryNumber) -> Option<&Related> {
        self.relations.iter().find(|related| related.library == library)
    }

    /// Takes in what the person is at each library, told without what has been published since: what was known of the same
    /// signature goes over. Whether somebody became a patron somewhere by it.
    pub fn told_relations(&mut self, mut relations: Vec<Related>) -> bool {
        let mut became = false;
        for related in &mut relations {
            let known = self.at(related.library);
            became |= related.standing == Standing::Active && known.is_none_or(|it| it.standing != Standing::Active);
            for signed in &mut related.agreements {
                let same = |was: &&Signed| was.version == signed.version && was.language == signed.language;
                let was = known.and_then(|known| known.signed(signed.agreement));
                signed.newer = was.filter(same).and_then(|was| was.newer);
            }
        }
        self.relations = relations;
        became
    }
}

impl Related {
    /// What was signed of an agreement.
    #[must_use]
    pub fn signed(&self, agreement: Agreement) -> Option<&Signed> {
        self.agreements.iter().find(|signed| signed.agreement == agreement)
    }
}
