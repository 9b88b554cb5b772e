//! Registering, children, and how the person is reached.
//!
//! No national identity number and no registered address is in here: neither comes to the phone.

use std::time::SystemTime;

pub use card_core::domain::{
    deed::{By, Done},
    household::{Act, Stage},
    reach::Channel,
    registration::Step,
};

use super::{Basis, CardView, LibraryView, RelationView};

/// Somebody is getting a card. What was told is the service's: another phone goes on with it.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct RegistrationView {
    /// Name and day of birth (`YYYY-MM-DD`), fra Folkeregisteret; none before the service was asked.
    pub registry: Option<RegistryView>,
    /// What is left, in the order in which one would do it; empty and `registry` there: [`crate::CardApp::finish_registration`].
    pub steps: Vec<Step>,
    /// E-mail address as it was told.
    pub email: Option<String>,
    /// A code came back from there.
    pub email_verified: bool,
    /// Telephone number, `+` and digits.
    pub phone: Option<String>,
    /// How the person would rather be reached.
    pub channel: Option<Channel>,
    /// A PIN is chosen.
    pub pin_set: bool,
    /// A password is chosen.
    pub password_set: bool,
    /// The library.
    pub home_library: Option<LibraryView>,
}

/// What Folkeregisteret says, which nobody changes here.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct RegistryView {
    /// Name.
    pub name: String,
    /// Day of birth, `YYYY-MM-DD`.
    pub born: String,
}

/// Something to tell when registering.
#[uniffi::remote(Enum)]
pub enum Step {
    /// An e-mail address.
    Email,
    /// The code that was sent there.
    EmailCode,
    /// A telephone number and a channel.
    Contact,
    /// A PIN, and perhaps a password.
    Secrets,
    /// A library.
    HomeLibrary,
}

/// How somebody would rather be reached.
#[uniffi::remote(Enum)]
pub enum Channel {
    /// By e-mail.
    Email,
    /// By SMS; needs a number.
    Sms,
    /// In the app.
    App,
}

/// What PIN and password have to be.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct SecretRulesView {
    /// Digits of a PIN.
    pub pin_digits: u32,
    /// Characters of a password at least.
    pub password_least: u32,
    /// At most.
    pub password_most: u32,
}

/// How the person is reached. Name and address of Folkeregisteret aren't changed here; the address doesn't come to the phone.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct ContactView {
    /// E-mail address.
    pub email: String,
    /// A code came back from there.
    pub email_verified: bool,
    /// A new address whose code is waited for.
    pub new_email: Option<String>,
    /// The rest, to be changed at once.
    pub details: ContactDetails,
}

/// What is changed at once; what is left out is gone.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct ContactDetails {
    /// Telephone number.
    pub phone: Option<String>,
    /// How.
    pub channel: Channel,
    /// In which language: nb, nn, se or en.
    pub language: String,
    /// Where the person lives for a while: one to four lines; none when that is empty.
    pub address_lines: Vec<String>,
    /// Last day of that, `YYYY-MM-DD`; with lines only.
    pub address_until: Option<String>,
}

/// Two devices changed the same: both values, until [`crate::CardApp::resolve_conflict`].
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct ConflictView {
    /// What this one sent.
    pub mine: ContactDetails,
    /// What is there.
    pub theirs: ContactDetails,
}

/// The person and the children for whom they act.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct HouseholdView {
    /// The children, the oldest first.
    pub children: Vec<ChildView>,
    /// The register says whose children these are; else a library confirms it, see [`crate::CardApp::make_child_code`].
    pub registry_link: bool,
    /// A code for a library's desk, while it is good.
    pub code: Option<ChildCodeView>,
    /// What changes for the person themselves, when they are under age, the nearest first.
    pub own_changes: Vec<AheadView>,
}

/// A child. It leaves the list when nobody may say any more that it is there; why, nobody says.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct ChildView {
    /// The service's name for the child, for commands.
    pub id: String,
    /// Name.
    pub name: String,
    /// Years.
    pub age: u8,
    /// By what right.
    pub basis: Basis,
    /// There is a card; from the age on from which it is on the child's own phone, `card` is none all the same.
    pub has_card: bool,
    /// The card, also without network.
    pub card: Option<CardView>,
    /// What the child is at each library.
    pub relations: Vec<RelationView>,
    /// What one may do for the child today, at one of its libraries at least.
    pub may: Vec<Act>,
    /// What changes, the nearest first.
    pub changes: Vec<AheadView>,
    /// What became of the child when it was to be registered last; none before.
    pub outcome: Option<ChildOutcome>,
}

/// A change that is known in advance.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct AheadView {
    /// First day on which it is so, `YYYY-MM-DD`.
    pub on: String,
    /// The child's own power; else that of the guardian who reads this.
    pub of_child: bool,
    /// To do what.
    pub act: Act,
    /// At which library, when its ages decide.
    pub library: Option<LibraryView>,
    /// It begins; else it ends.
    pub begins: bool,
    /// How near it is.
    pub stage: Stage,
}

/// Something that is done with a child's card.
#[uniffi::remote(Enum)]
pub enum Act {
    /// The card with its code.
    ShowCard,
    /// Where the child is a patron.
    SeeLibraries,
    /// What guardians did.
    SeeLedger,
    /// Lånereglement.
    SignRules,
    /// Meråpent.
    SignStaffless,
    /// Phone, e-mail, channel.
    ChangeContact,
    /// Hjemmebibliotek.
    ChangeHomeLibrary,
    /// Stop the card.
    BlockCard,
    /// Utmelding.
    EndCard,
}

/// How near a change is.
#[uniffi::remote(Enum)]
pub enum Stage {
    /// Known.
    Later,
    /// At most 60 days away.
    Soon,
    /// At most 14 days away.
    Last,
}

/// What became of a child that was to be registered.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Enum)]
pub enum ChildOutcome {
    /// There is a card now.
    Registered,
    /// There was one already, by the other guardian perhaps.
    AlreadyRegistered,
    /// Old enough to register alone.
    SignsAlone,
    /// Too young at that library.
    TooYoung,
    /// Not by this person, or not now.
    NotAllowed,
}

/// A code by which a library's desk confirms that the person may act for a child.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct ChildCodeView {
    /// Where.
    pub library: LibraryView,
    /// `XXXX-XXXX`.
    pub code: String,
    /// When it ends.
    pub until: SystemTime,
}

/// What was done with a card.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct LedgerView {
    /// Which child's; none for one's own.
    pub child: Option<String>,
    /// The newest first.
    pub entries: Vec<LedgerEntryView>,
}

/// One thing that was done.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct LedgerEntryView {
    /// What.
    pub done: Done,
    /// Where, when it was about one library.
    pub library: Option<LibraryView>,
    /// When.
    pub at: SystemTime,
    /// In which role; never which guardian.
    pub by: By,
}

/// What was done.
#[uniffi::remote(Enum)]
pub enum Done {
    /// A card was given.
    Registered,
    /// Lending rules were signed.
    SignedRules,
    /// A staffless agreement was signed.
    SignedStaffless,
    /// A desk confirmed it.
    Confirmed,
    /// Something was taken back.
    TakenBack,
    /// Another home library was chosen.
    HomeLibrary,
    /// A library confirmed that somebody may act.
    GuardianConfirmed,
    /// Phone, e-mail, channel or address.
    ContactChanged,
    /// The PIN.
    PinChanged,
    /// The password.
    PasswordChanged,
    /// Utmelding.
    Left,
    /// Something that this build can't name.
    Other,
}

/// Who did it.
#[uniffi::remote(Enum)]
pub enum By {
    /// Whose card it is.
    Own,
    /// A guardian.
    Guardian,
    /// A library.
    Library,
}
