//! Reading and signing.

use std::time::SystemTime;

pub use card_core::domain::{
    receipt::Basis,
    rules::{About, Change, ClauseKind, Kroner, SpanPart},
};

use super::{Activation, Agreement, LibraryView, Severity};
use crate::CardError;

/// Reading and signing at one library after the other, for one person.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct TripView {
    /// Where to read and sign, in order.
    pub stops: Vec<StopView>,
    /// Which stop is open; the number of stops when all are behind.
    pub at: u32,
    /// The text of the open stop; none while it is fetched, and when it can't be had.
    pub rules: Option<RulesView>,
    /// The text is being fetched.
    pub fetching: bool,
    /// The signature is on its way.
    pub signing: bool,
    /// What stands in the way at the open stop, until the next try.
    pub trouble: Option<CardError>,
    /// For whom one can sign here: oneself first. One entry: nobody else.
    pub parties: Vec<PartyView>,
    /// For whom: index into `parties`.
    pub party: u32,
}

/// A stop.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct StopView {
    /// Where.
    pub library: LibraryView,
    /// What.
    pub agreement: Agreement,
    /// How the library takes it.
    pub activation: Activation,
    /// The person has read to the end, or said so.
    pub read: bool,
    /// Signed: id of the receipt.
    pub receipt: Option<String>,
    /// Passed by.
    pub skipped: bool,
}

/// Somebody for whom one can sign.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct PartyView {
    /// The service's name for the child; none for oneself.
    pub child: Option<String>,
    /// Name.
    pub name: String,
    /// Years.
    pub age: u8,
    /// By what right; none for oneself.
    pub basis: Option<Basis>,
    /// Whether they, or one for them, can sign at the open stop.
    pub signs: SignsView,
}

/// Who signs for somebody.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Enum)]
pub enum SignsView {
    /// Whoever holds the phone may.
    Here {
        /// A guardian until that age, years.
        alone_from: Option<u8>,
    },
    /// Old enough to sign themselves: a guardian can't.
    Themselves,
    /// A guardian must, and this isn't one.
    Guardian {
        /// Themselves from that age on, years.
        alone_from: Option<u8>,
    },
    /// Nobody yet.
    TooYoung {
        /// From when somebody may, years.
        from: u8,
    },
    /// The library hasn't said; ask there.
    NotSaid,
}

/// By what right somebody signs for a child.
#[uniffi::remote(Enum)]
pub enum Basis {
    /// Foreldreansvar.
    ParentalResponsibility,
    /// Verge.
    Guardian,
    /// A library saw the papers.
    LibraryConfirmed,
}

/// A published text, whole, as the library wrote it.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct RulesView {
    /// Counts up.
    pub version: u32,
    /// First day on which it holds, `YYYY-MM-DD`.
    pub valid_from: String,
    /// Its language, a BCP 47 tag.
    pub language: String,
    /// All languages in which this version is published.
    pub languages: Vec<String>,
    /// Bundled demo data, which must be said.
    pub demo: bool,
    /// SHA-256 of the published text.
    pub sha256: String,
    /// The text as it is published, for keeping.
    pub published: String,
    /// Clauses in order. With `changes`: removed ones too, after the one that they followed.
    pub clauses: Vec<ClauseView>,
    /// What differs from what was signed before; none when nothing was.
    pub changes: Option<ChangesView>,
}

/// A clause.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct ClauseView {
    /// Stays the same from version to version.
    pub id: String,
    /// May be empty.
    pub heading: String,
    /// Its text; of a removed clause the old one.
    pub text: String,
    /// What it is about.
    pub about: About,
    /// What happened to it; `Unchanged` when nothing was signed before.
    pub kind: ClauseKind,
    /// How much that matters.
    pub severity: Severity,
    /// The text word by word, old and new; empty when it is unchanged.
    pub spans: Vec<SpanView>,
}

/// What a clause is about.
#[uniffi::remote(Enum)]
pub enum About {
    General,
    Money,
    Age,
    Privacy,
    Conduct,
}

/// What happened to a clause.
#[uniffi::remote(Enum)]
pub enum ClauseKind {
    Unchanged,
    Changed,
    Added,
    Removed,
    Moved,
}

/// What a part of a text is.
#[uniffi::remote(Enum)]
pub enum SpanPart {
    Same,
    Removed,
    Added,
}

/// A part of a text.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct SpanView {
    /// What it is.
    pub part: SpanPart,
    /// Words, spaces and signs.
    pub text: String,
}

/// What differs from the version that was signed before.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct ChangesView {
    /// When that was.
    pub signed_at: SystemTime,
    /// Its version.
    pub version: u32,
    /// How much all of it matters.
    pub severity: Severity,
    /// What changes for the person, in the order of the clauses; editorial changes aren't named.
    pub items: Vec<ChangeView>,
}

/// One thing that changes.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct ChangeView {
    /// Id of the clause that says so.
    pub clause: String,
    /// Its heading.
    pub heading: String,
    /// How much it matters.
    pub severity: Severity,
    /// What it is.
    pub change: Change,
}

/// A kind of change, with figures.
#[uniffi::remote(Enum)]
pub enum Change {
    /// An amount became another, came or went.
    Amount { old: Option<Kroner>, new: Option<Kroner> },
    /// An age became another, came or went, years.
    Age { old: Option<u8>, new: Option<u8> },
    /// A new clause.
    Added(About),
    /// A clause that no longer holds.
    Removed(About),
    /// Another wording that may say something else.
    Reworded(About),
}

/// An amount of money.
#[uniffi::remote(Record)]
pub struct Kroner {
    /// Hundredths of a krone.
    pub ore: u64,
}
