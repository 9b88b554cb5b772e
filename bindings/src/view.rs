//! What a screen shows. A type crosses because a screen draws it; nothing here is secret.

mod account;
mod libraries;
mod people;
mod rules;

use std::time::SystemTime;

pub use account::*;
pub use libraries::*;
pub use people::*;
pub use rules::*;

pub use card_core::{
    domain::{action::Action, barcode::Symbology, face::CardFace},
    session::sign_in::Door,
};

use crate::CardError;

/// Where the app finds its services and keeps its data.
#[derive(Debug, Clone, uniffi::Record)]
pub struct AppConfig {
    /// Folder for the database; made if it isn't there.
    pub data_dir: String,
    /// The OpenID provider's issuer, exactly as it calls itself.
    pub issuer: String,
    /// The card service's address, without `/v1`.
    pub card_service: String,
    /// Our name at the provider.
    pub client_id: String,
    /// The provider is ID-porten itself, with its door only; else the card service, with all three.
    #[uniffi(default = false)]
    pub id_porten_directly: bool,
    /// What the person calls this device, or its model; it stands in their list of sign-ins.
    #[uniffi(default = "")]
    pub device_name: String,
    /// Lets plain http through to loopback addresses: for the sandbox only.
    pub allow_loopback_http: bool,
}

/// The doors of the sign-in page.
#[uniffi::remote(Enum)]
pub enum Door {
    /// Electronic identity.
    IdPorten,
    /// Schools and universities.
    Feide,
    /// Lånenummer or fødselsnummer, with PIN or password.
    CardNumber,
}

/// What somebody knows. Wiped here when it was sent; never kept.
#[derive(uniffi::Enum)]
pub enum Credential {
    /// Four digits, as at the machines.
    Pin {
        /// As typed.
        digits: String,
    },
    /// As on the web.
    Password {
        /// As typed.
        text: String,
    },
}

/// Something to do that may need a higher level.
#[uniffi::remote(Enum)]
pub enum Action {
    /// Show the card.
    ShowCard,
    /// Phone, e-mail.
    ChangeContact,
    /// Mine bibliotek, hjemmebibliotek.
    ChooseLibraries,
    /// See and end sign-ins on other devices.
    EndDevices,
    /// PIN, password.
    ChangeSecret,
    /// Lending rules.
    SignRules,
    /// Anything for a child.
    ActForChild,
    /// A card of one's own.
    Register,
    /// Utmelding.
    Leave,
}

/// The one snapshot: all that the screens need.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct AppState {
    /// Grows with every change; an older one never comes after a newer one.
    pub revision: u64,
    /// Which place the app is in.
    pub phase: Phase,
    /// The card on this phone, also while signing in anew.
    pub card: Option<CardView>,
    /// The register is being asked right now.
    pub refreshing: bool,
    /// The last contact got no answer.
    pub offline: bool,
    /// The session is over; the card still shows, but can't be checked before a new sign-in.
    pub needs_sign_in: bool,
    /// A step-up went well: the person goes on with this.
    pub cleared_for: Option<Action>,
    /// The sign-ins on all devices, the newest first; none before [`crate::CardApp::see_devices`].
    pub devices: Option<Vec<DeviceView>>,
    /// The card too is behind the lock.
    pub lock_card: bool,
    /// Mine bibliotek as last told, also offline: what waits for the person first, then the home library, then by name.
    pub relations: Vec<RelationView>,
    /// When that was last told; none before.
    pub relations_at: Option<SystemTime>,
    /// Something about libraries, receipts or leaving is being asked right now.
    pub asking: bool,
    /// Reading and signing under way.
    pub trip: Option<TripView>,
    /// Receipts, the newest first.
    pub receipts: Vec<ReceiptView>,
    /// What the person ought to know, the most pressing first.
    pub notices: Vec<NoticeView>,
    /// What leaving leaves behind; none before [`crate::CardApp::see_leaving`].
    pub leaving: Option<LeavingView>,
    /// Somebody is getting a card: the phase is `Card`, and there is none yet.
    pub registration: Option<RegistrationView>,
    /// The children for whom the person acts, also without network; none before the service told.
    pub household: Option<HouseholdView>,
    /// For which child the person acts now, by its id; said wherever something is done.
    pub acting_for: Option<String>,
    /// Whose card was shown last, by the child's id, also after a restart; none: one's own. That child is in `household`, with its
    /// card.
    pub shown: Option<String>,
    /// How the person is reached; none before [`crate::CardApp::see_contact`].
    pub contact: Option<ContactView>,
    /// Two devices changed how the person is reached.
    pub conflict: Option<ConflictView>,
    /// What was done with a card; none before [`crate::CardApp::see_ledger`].
    pub ledger: Option<LedgerView>,
    /// What PIN and password have to be.
    pub secret_rules: SecretRulesView,
    /// The last failure, until dismissed or overcome.
    pub trouble: Option<CardError>,
}

/// Which place the app is in.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Enum)]
pub enum Phase {
    /// The cache isn't read yet.
    Starting,
    /// Nobody is signed in.
    SignedOut,
    /// On the way in.
    SigningIn {
        /// How far.
        step: SignInStep,
    },
    /// The card.
    Card,
    /// The card is behind the lock: the device must recognise its owner first.
    Locked,
}

/// How far a sign-in is.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Enum)]
pub enum SignInStep {
    /// The provider is being told.
    Preparing,
    /// The person is in the browser.
    InBrowser {
        /// Where the browser goes, also after the app was killed.
        url: String,
        /// Where it comes back; the shell listens there.
        redirect_uri: String,
    },
    /// The service has sent the person a one-time code, which it wants.
    CodeWanted,
    /// The answer is being checked, the card fetched.
    Checking,
}

/// A sign-in on a device.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct DeviceView {
    /// For [`crate::CardApp::end_device`].
    pub id: String,
    /// What the device calls itself; empty when it doesn't say.
    pub name: String,
    /// How the person came in.
    pub door: Door,
    /// When.
    pub signed_in_at: SystemTime,
    /// When it last was in contact.
    pub last_seen_at: SystemTime,
    /// This one.
    pub current: bool,
}

/// A card as drawn.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct CardView {
    /// Lånenummer, `N` and nine digits.
    pub number: String,
    /// The same for the eye: N, 012, 345, 678.
    pub groups: Vec<String>,
    /// Name from the register.
    pub name: String,
    /// Hjemmebibliotek.
    pub home_library: Option<LibraryView>,
    /// All libraries where the person is a patron.
    pub libraries: Vec<LibraryView>,
    /// The code; none when the face is Expired, Ended or Blocked.
    pub barcode: Option<Barcode>,
    /// How the card looks now.
    pub face: CardFace,
    /// When the register last confirmed it.
    pub checked_at: SystemTime,
    /// When it stops showing if never confirmed again.
    pub show_until: SystemTime,
}

/// How a card looks.
#[uniffi::remote(Enum)]
pub enum CardFace {
    /// Checked lately.
    Fresh,
    /// Not checked for a while.
    Ageing,
    /// Not checked for long, or the phone's clock is wrong.
    Stale,
    /// Not checked for so long that it may not show; a check brings it back. No code.
    Expired,
    /// Left or deleted, says the register. No code.
    Ended,
    /// Closed by the register for now. No code.
    Blocked,
}

/// A barcode as widths, so that each screen can draw whole pixels.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Barcode {
    /// Which kind.
    pub symbology: Symbology,
    /// Widths in modules: bar, space, bar … bar.
    pub bars: Vec<u8>,
    /// Sum of `bars`, modules.
    pub modules: u16,
    /// Quiet zone on each side, modules.
    pub quiet: u8,
}

/// Kinds of barcode.
#[uniffi::remote(Enum)]
pub enum Symbology {
    /// ISO/IEC 15417.
    Code128,
    /// ISO/IEC 16388.
    Code39,
}

/// A library as drawn.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct LibraryView {
    /// Biblioteknummer, seven digits.
    pub number: String,
    /// Name.
    pub name: String,
    /// Town or district.
    pub place: String,
}
