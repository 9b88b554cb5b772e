//! The one projection: model in, what the screens need out. Codes cross, words don't.

use std::time::{Duration, SystemTime};

use card_core::{
    Error, RefusedCheck,
    domain::{barcode, face, snapshot, timestamp::Timestamp},
    session::{
        sign_in,
        state::{self, Access, Contact, Model},
    },
};

use crate::{AppState, Barcode, CardError, CardFace, CardView, Door, LibraryView, Phase, SignInStep, Symbology};

impl From<&Model> for AppState {
    fn from(m: &Model) -> Self {
        Self {
            revision: 0,
            phase: (&m.phase).into(),
            card: m.card.as_ref().zip(m.face()).map(|(card, face)| card_view(card, face)),
            refreshing: m.contact != Contact::Idle,
            offline: m.offline,
            needs_sign_in: m.card.is_some() && matches!(m.access, Access::None | Access::Over),
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
            state::Phase::Checking(_) => Self::SigningIn {
                step: SignInStep::Checking,
            },
            state::Phase::Card => Self::Card,
        }
    }
}

fn card_view(held: &snapshot::HeldCard, face: face::CardFace) -> CardView {
    let card = &held.snapshot.card;
    let code = barcode::encode(&card.number, card.symbology()).ok();
    CardView {
        number: card.number.to_string(),
        groups: card.number.groups().into(),
        name: card.name.clone(),
        home_library: card.home().map(Into::into),
        libraries: card.libraries.iter().map(Into::into).collect(),
        barcode: code.filter(|_| face.shows_code()).map(Into::into),
        face: face.into(),
        checked_at: time(held.checked_at),
        show_until: time(held.snapshot.show_until),
    }
}

fn time(at: Timestamp) -> SystemTime {
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

impl From<barcode::Barcode> for Barcode {
    fn from(code: barcode::Barcode) -> Self {
        Self {
            symbology: match code.symbology {
                barcode::Symbology::Code128 => Symbology::Code128,
                barcode::Symbology::Code39 => Symbology::Code39,
            },
            bars: code.bars,
            modules: code.modules,
            quiet: code.quiet,
        }
    }
}

impl From<Symbology> for barcode::Symbology {
    fn from(symbology: Symbology) -> Self {
        match symbology {
            Symbology::Code128 => Self::Code128,
            Symbology::Code39 => Self::Code39,
        }
    }
}

impl From<face::CardFace> for CardFace {
    fn from(face: face::CardFace) -> Self {
        match face {
            face::CardFace::Fresh => Self::Fresh,
            face::CardFace::Ageing => Self::Ageing,
            face::CardFace::Stale => Self::Stale,
            face::CardFace::Expired => Self::Expired,
            face::CardFace::Ended => Self::Ended,
            face::CardFace::Blocked => Self::Blocked,
        }
    }
}

impl From<Door> for sign_in::Door {
    fn from(door: Door) -> Self {
        match door {
            Door::IdPorten => Self::IdPorten,
            Door::Feide => Self::Feide,
            Door::CardNumber => Self::CardNumber,
        }
    }
}

impl From<Error> for CardError {
    fn from(error: Error) -> Self {
        match error {
            Error::Offline(_) => Self::Offline,
            Error::Service { retry_after_s, .. } => Self::Service { retry_after_s },
            Error::Unauthorized => Self::Service { retry_after_s: None },
            Error::SignInRefused(check) => Self::SignInRefused {
                check: code(check).into(),
            },
            Error::SignInCancelled => Self::SignInCancelled,
            Error::SignInExpired => Self::SignInExpired,
            Error::LevelTooLow => Self::LevelTooLow,
            Error::NoCard => Self::NoCard,
            Error::StorageFull => Self::StorageFull,
            Error::StorageReadOnly => Self::StorageReadOnly,
            Error::StorageDamaged(_) => Self::StorageDamaged,
            Error::VaultUnavailable(_) => Self::VaultUnavailable,
            Error::InvalidNumber(_) => Self::InvalidNumber,
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

/// The check's name, for support.
fn code(check: RefusedCheck) -> &'static str {
    match check {
        RefusedCheck::Redirect => "redirect",
        RefusedCheck::Parameters => "parameters",
        RefusedCheck::State => "state",
        RefusedCheck::ResponseIssuer => "response_iss",
        RefusedCheck::DiscoveryIssuer => "discovery_issuer",
        RefusedCheck::DiscoveryContent => "discovery",
        RefusedCheck::Request => "request",
        RefusedCheck::TokenResponse => "token_response",
        RefusedCheck::Signature => "signature",
        RefusedCheck::Issuer => "iss",
        RefusedCheck::Audience => "aud",
        RefusedCheck::Time => "time",
        RefusedCheck::Nonce => "nonce",
        RefusedCheck::Claims => "claims",
        RefusedCheck::Snapshot => "snapshot",
    }
}
