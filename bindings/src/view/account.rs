//! Receipts, notices, and the way out.

use std::time::SystemTime;

use super::{Agreement, Basis, LibraryView, Severity, Standing};

/// A receipt for accepted rules.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct ReceiptView {
    /// For [`crate::CardApp::receipt_file`].
    pub id: String,
    /// Where.
    pub library: LibraryView,
    /// What.
    pub agreement: Agreement,
    /// Which version.
    pub version: String,
    /// In which language, a BCP 47 tag.
    pub language: String,
    /// When, by the service's clock.
    pub signed_at: SystemTime,
    /// For which child, by name; none for oneself.
    pub child: Option<String>,
    /// By what right; none for oneself.
    pub basis: Option<Basis>,
    /// SHA-256 of the text, `sha-256:` and hexadecimal.
    pub text_hash: String,
    /// Who issued it.
    pub issuer: String,
    /// Number of its entry in the service's log, from 0.
    pub entry: u64,
    /// Entries in the log when it was signed.
    pub entries: u64,
    /// Whether it proved itself when it was last looked at, on this phone and without network.
    pub proof: Proof,
}

/// Whether a receipt proves itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, uniffi::Enum)]
pub enum Proof {
    /// Signature, text and place in the log are right.
    Proved,
    /// Something in it isn't what was signed.
    Refused,
    /// The service's keys aren't on this phone yet.
    NoKeys,
}

/// What the person ought to know.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Enum)]
pub enum NoticeView {
    /// The card ends for want of use, unless it is kept.
    Unused {
        /// When it was last used.
        last_used_at: SystemTime,
        /// When it ends.
        ends_at: SystemTime,
    },
    /// A library has a new version of what was signed, which must be signed.
    SignAgain {
        /// Where.
        library: LibraryView,
        /// What.
        agreement: Agreement,
        /// How much it differs.
        severity: Severity,
        /// First day on which it holds, `YYYY-MM-DD`.
        from: String,
    },
    /// A library closes, or has closed, where the person is a patron.
    Closing {
        /// Which.
        library: LibraryView,
        /// For good.
        for_good: bool,
        /// First day, `YYYY-MM-DD`; unknown means already.
        from: Option<String>,
    },
    /// A birthday is near with which somebody may do more, or less; what, is in `household`.
    Birthday {
        /// Which child, by its id; none: oneself.
        child: Option<String>,
        /// The child's name; none: oneself.
        name: Option<String>,
        /// The age.
        turns: u8,
        /// The day, `YYYY-MM-DD`.
        on: String,
    },
    /// The service's log told two stories; receipts of before still prove themselves.
    LogForked {
        /// When that was noticed.
        noticed_at: SystemTime,
    },
}

/// What leaving leaves behind.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct LeavingView {
    /// When the card ended; none before.
    pub ended_at: Option<SystemTime>,
    /// Libraries that know the person by themselves, and will afterwards.
    pub remaining: Vec<RemainingView>,
}

/// A library that still knows the person.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct RemainingView {
    /// Which.
    pub library: LibraryView,
    /// What the person was there.
    pub standing: Standing,
    /// E-mail.
    pub email: Option<String>,
    /// Phone.
    pub phone: Option<String>,
    /// Home page.
    pub web: Option<String>,
}

/// All that the service keeps about the person.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct ExportView {
    /// As it came, for keeping: JSON.
    pub json: String,
    /// The same to read.
    pub lines: Vec<ExportLine>,
}

/// One thing that is kept.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct ExportLine {
    /// What kind of thing.
    pub kind: ExportKind,
    /// What: a name, a number, a library, a device, a subject; never text that the service wrote for machines.
    pub what: String,
    /// When it came to be, where that is known.
    pub at: Option<SystemTime>,
}

/// What is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, uniffi::Enum)]
pub enum ExportKind {
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
