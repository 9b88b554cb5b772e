//! The one projection: model in, what the screens need out. Codes cross, words don't.

pub(crate) mod account;
pub(crate) mod libraries;
mod people;
mod rules;

use std::time::{Duration, SystemTime};

use card_core::{
    Error, RefusedCheck,
    domain::{barcode, device::Device, snapshot, timestamp::Timestamp},
    session::state::{self, Access, Contact, Model},
};

use crate::{AppState, Barcode, CardError, CardFace, CardView, DeviceView, LibraryView, Phase, SignInStep};

impl From<&Model> for AppState {
    fn from(m: &Model) -> Self {
        let hidden = m.hides_card();
        Self {
            revision: 0,
            phase: match &m.phase {
                state::Phase::Card if hidden => Phase::Locked,
                phase => phase.into(),
            },
            card: m
                .card
                .as_ref()
                .zip(m.face())
                .filter(|_| !hidden)
                .map(|(card, face)| card_view(card, face)),
            refreshing: m.contact != Contact::Idle,
            offline: m.offline,
            needs_sign_in: m.card.is_some() && matches!(m.access, Access::None | Access::Over),
            cleared_for: m.cleared_for.filter(|_| matches!(m.phase, state::Phase::Card)),
            devices: m.devices.as_ref().map(|all| all.iter().map(Into::into).collect()),
            lock_card: m.lock.card_too,
            relations: libraries::relations(m),
            relations_at: m.shelf.told_at.map(time),
            asking: m.is_asking(),
            trip: rules::trip(m).filter(|_| m.people.registering.is_none()),
            receipts: account::receipts(m),
            notices: account::notice_views(m),
            leaving: account::leaving(m),
            registration: people::registration(m),
            household: people::household(m),
            acting_for: m.people.acting_for.as_ref().map(|child| child.expose().to_owned()),
            shown: m
                .shown
                .as_ref()
                .filter(|_| !hidden)
                .map(|child| child.expose().to_owned()),
            contact: people::contact(m),
            conflict: people::conflict(m),
            ledger: people::ledger(m),
            secret_rules: people::secret_rules(m),
            trouble: m.trouble.clone().map(Into::into),
        }
    }
}

impl From<&state::Phase> for Phase {
    fn from(phase: &state::Phase) -> Self {
        match phase {
            state::Phase::New | state::Phase::Opening(_) => Self::Starting,
            state::Phase::SignedOut => Self::SignedOut,
            state::Phase::Preparing(_) => Self::SigningIn {
                step: SignInStep::Preparing,
            },
            state::Phase::InBrowser(pending) => Self::SigningIn {
                step: SignInStep::InBrowser {
                    url: pending.url.clone(),
                    redirect_uri: pending.redirect_uri.clone(),
                },
            },
            state::Phase::CodeWanted(..) => Self::SigningIn {
                step: SignInStep::CodeWanted,
            },
            state::Phase::Checking(_) => Self::SigningIn {
                step: SignInStep::Checking,
            },
            state::Phase::Card => Self::Card,
        }
    }
}

fn card_view(held: &snapshot::HeldCard, face: CardFace) -> CardView {
    let card = &held.snapshot.card;
    let code = barcode::encode(&card.number, card.symbology()).ok();
    CardView {
        number: card.number.to_string(),
        groups: card.number.groups().into(),
        name: card.name.clone(),
        home_library: card.home().map(Into::into),
        libraries: card.libraries.iter().map(Into::into).collect(),
        barcode: code.filter(|_| face.shows_code()).map(Into::into),
        face,
        checked_at: time(held.checked_at),
        show_until: time(held.snapshot.show_until),
    }
}

pub(crate) fn time(at: Timestamp) -> SystemTime {
    let seconds = Duration::from_secs(u64::try_from(at.0).unwrap_or(0));
    SystemTime::UNIX_EPOCH
        .checked_add(seconds)
        .unwrap_or(SystemTime::UNIX_EPOCH)
}

impl From<&snapshot::Library> for LibraryView {
    fn from(library: &snapshot::Library) -> Self {
        Self {
            number: library.number.clone(),
            name: library.name.clone(),
            place: library.place.clone(),
        }
    }
}

impl From<&Device> for DeviceView {
    fn from(device: &Device) -> Self {
        Self {
            id: device.id.clone(),
            name: device.name.clone(),
            door: device.door,
            signed_in_at: time(device.signed_in_at),
            last_seen_at: time(device.last_seen_at),
            current: device.current,
        }
    }
}

impl From<barcode::Barcode> for Barcode {
    fn from(code: barcode::Barcode) -> Self {
        Self {
            symbology: code.symbology,
            bars: code.bars,
            modules: code.modules,
            quiet: code.quiet,
        }
    }
}

impl From<Error> for CardError {
    fn from(error: Error) -> Self {
        match error {
            Error::Offline(_) => Self::Offline,
            Error::Service { retry_after_s, .. } => Self::Service { retry_after_s },
            Error::Unauthorized => Self::Service { retry_after_s: None },
            Error::SignInRefused(RefusedCheck::Clock) => Self::ClockWrong,
            Error::SignInRefused(RefusedCheck::Receipt) => Self::ReceiptRefused,
            Error::SignInRefused(check) => Self::SignInRefused {
                check: check.code().into(),
            },
            Error::SignInCancelled => Self::SignInCancelled,
            Error::SignInExpired => Self::SignInExpired,
            Error::LevelTooLow => Self::LevelTooLow,
            Error::WrongCredentials => Self::WrongCredentials,
            Error::LockedOut { retry_after_s } => Self::LockedOut { retry_after_s },
            Error::Locked => Self::Locked,
            Error::NoCard => Self::NoCard,
            Error::WrongCode { tries_left } => Self::WrongCode { tries_left },
            Error::CodeExpired => Self::CodeExpired,
            Error::TooSimple => Self::TooSimple,
            Error::WrongLength => Self::WrongLength,
            Error::InvalidEmail => Self::InvalidEmail,
            Error::LookalikeEmail => Self::LookalikeEmail,
            Error::InvalidPhone => Self::InvalidPhone,
            Error::InvalidAddress => Self::InvalidAddress,
            Error::ChangedElsewhere => Self::ChangedElsewhere,
            Error::Incomplete => Self::Incomplete,
            // Never the last word: the card is fetched instead.
            Error::HasCard => Self::NotAllowed,
            Error::StorageFull => Self::StorageFull,
            Error::StorageReadOnly => Self::StorageReadOnly,
            Error::StorageDamaged(_) => Self::StorageDamaged,
            Error::VaultUnavailable(_) => Self::VaultUnavailable,
            Error::InvalidNumber(_) => Self::InvalidNumber,
            Error::RulesChanged => Self::RulesChanged,
            Error::RulesRefused(_) => Self::RulesRefused,
            Error::NoRules => Self::NoRules,
            Error::LibraryClosed => Self::LibraryClosed,
            Error::NotAllowed(_) => Self::NotAllowed,
            Error::DoorClosed | Error::Internal(_) => Self::Internal,
        }
    }
}

impl From<CardError> for Error {
    /// A shell's vault can only fail as a vault.
    fn from(_: CardError) -> Self {
        Self::VaultUnavailable("shell")
    }
}
