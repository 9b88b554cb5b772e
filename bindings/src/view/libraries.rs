//! Libraries, and what the person is to each.

use std::time::SystemTime;

pub use card_core::domain::{
    library::{Activation, Agreement, Standing},
    rules::Severity,
};

use super::{LibraryView, Symbology};

/// What a person is to a library; only what the library said. Waiting begins when the person asked.
#[uniffi::remote(Enum)]
pub enum Standing {
    None,
    Pending,
    Guest,
    Active,
    Blocked,
    Ended,
}

/// How one becomes a patron.
#[uniffi::remote(Enum)]
pub enum Activation {
    /// In the app.
    Digital,
    /// At the desk.
    InPerson,
}

/// What one signs at a library.
#[uniffi::remote(Enum)]
pub enum Agreement {
    /// Lånereglement.
    Rules,
    /// Meråpent: coming in when nobody is at work.
    Staffless,
}

/// How much a change of rules matters, the least first. From `Material` on a new signature is needed.
#[uniffi::remote(Enum)]
pub enum Severity {
    Editorial,
    Material,
    Money,
    Age,
}

/// What the directory says about a library.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct LibraryProfile {
    /// Number, name in the language asked for, town.
    pub library: LibraryView,
    /// `NO-` and the number.
    pub isil: String,
    /// Kommune, by name.
    pub municipality: String,
    /// Fylke, by name.
    pub county: String,
    /// The library that it is a branch of.
    pub branch_of: Option<LibraryView>,
    /// Its branches.
    pub branches: Vec<LibraryView>,
    /// How one becomes a patron.
    pub activation: Activation,
    /// Meråpent.
    pub staffless: bool,
    /// Youngest with a card, years.
    pub card_from: Option<u8>,
    /// From this age one signs its rules oneself, years.
    pub rules_alone_from: u8,
    /// What its machines read.
    pub symbology: Symbology,
    /// Closed now, or going to be.
    pub closing: Option<ClosingView>,
    /// E-mail.
    pub email: Option<String>,
    /// Phone, as the library writes it.
    pub phone: Option<String>,
    /// Home page.
    pub web: Option<String>,
    /// From where the person is, metres; only when a place was given.
    pub metres: Option<u32>,
    /// Parts of the name that matched a search, in UTF-16 units, in order.
    pub matched: Vec<Matched>,
}

/// A part of a text, in UTF-16 units.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Matched {
    /// First unit.
    pub from: u32,
    /// The unit after the last.
    pub to: u32,
}

/// Stengt.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct ClosingView {
    /// For good.
    pub for_good: bool,
    /// That is so today.
    pub now: bool,
    /// First day, `YYYY-MM-DD`; unknown means already.
    pub from: Option<String>,
    /// Last day; unknown means until further notice.
    pub to: Option<String>,
}

/// What a search found.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Found {
    /// The best, at most as many as were asked for.
    pub libraries: Vec<LibraryProfile>,
    /// How many there are in all.
    pub total: u32,
    /// The directory is bundled demo data, which must be said.
    pub demo: bool,
}

/// Where the person is, millionths of a degree (WGS 84).
#[derive(Debug, Clone, Copy, PartialEq, Eq, uniffi::Record)]
pub struct Position {
    /// North.
    pub lat_e6: i32,
    /// East.
    pub lon_e6: i32,
}

/// What the person is to one library.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct RelationView {
    /// The library.
    pub profile: LibraryProfile,
    /// What the person is there.
    pub standing: Standing,
    /// Since when; with `Pending`: since when the library has been waited for.
    pub since: SystemTime,
    /// Hjemmebibliotek.
    pub home: bool,
    /// What was signed there, and what may be.
    pub agreements: Vec<AgreementView>,
}

/// One agreement at a library.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct AgreementView {
    /// Which.
    pub agreement: Agreement,
    /// What was signed last; none when nothing was.
    pub signed: Option<SignedView>,
    /// A newer version than the signed one is published.
    pub newer: Option<NewerView>,
}

/// A signed agreement.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct SignedView {
    /// The library confirmed it; else it is waited for.
    pub confirmed: bool,
    /// Since when it is so.
    pub since: SystemTime,
    /// Version.
    pub version: u32,
    /// Language of the text, a BCP 47 tag.
    pub language: String,
    /// When.
    pub signed_at: SystemTime,
    /// To be said at the library's desk, `XXXX-XXXX`; only while waited for.
    pub desk_code: Option<String>,
    /// When the code ends; sign again for a new one.
    pub desk_code_until: Option<SystemTime>,
}

/// A version that isn't signed yet.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct NewerView {
    /// Its number.
    pub version: u32,
    /// How much it differs; from `Material` on it must be signed.
    pub severity: Severity,
    /// First day on which it holds, `YYYY-MM-DD`.
    pub from: String,
}
