//! What can go wrong, inside. The boundary turns each into a code; words are chosen by the shells.

use crate::domain::{
    card_number::NumberError, email::EmailError, password::PasswordError, phone::PhoneError, pin::PinError,
    rules::RulesError,
};

/// Result with the core's own error.
pub type Result<T> = std::result::Result<T, Error>;

/// Everything that can go wrong. Carries no secret, no personal number and no text from a server.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// No answer: no network, name not found, connection refused or cut, or the step's deadline passed.
    #[error("no answer from {0}")]
    Offline(&'static str),
    /// An answer that can't be used: 5xx, wrong content type, not JSON, cut short, too large, a redirect.
    #[error("unusable answer from {at}: {what}")]
    Service {
        /// Which endpoint.
        at: &'static str,
        /// What was wrong with the answer.
        what: &'static str,
        /// Seconds the service asked us to wait (`Retry-After`, RFC 9110 §10.2.3), capped.
        retry_after_s: Option<u32>,
    },
    /// The service no longer takes the access token (401).
    #[error("access token refused")]
    Unauthorized,
    /// A check of the sign-in answer failed; somebody or something is not who it says.
    #[error("sign-in refused by check {0:?}")]
    SignInRefused(RefusedCheck),
    /// The person, or the provider for them, said no (`access_denied` and its like).
    #[error("sign-in cancelled")]
    SignInCancelled,
    /// No sign-in is waiting, it waited too long, or the session is over (`invalid_grant`).
    #[error("sign-in expired")]
    SignInExpired,
    /// The level that was reached is lower than the one asked for.
    #[error("level of assurance too low")]
    LevelTooLow,
    /// Number, PIN, password or one-time code isn't right; which one, nobody says.
    #[error("wrong credentials")]
    WrongCredentials,
    /// Too many wrong tries; not tried again by ourselves.
    #[error("locked out")]
    LockedOut {
        /// Seconds until another try, if the service says.
        retry_after_s: Option<u32>,
    },
    /// The device must recognise its owner before this.
    #[error("locked")]
    Locked,
    /// The person has no library card.
    #[error("no card")]
    NoCard,
    /// The disk is full; what is in memory still shows.
    #[error("disk full")]
    StorageFull,
    /// The data folder can't be written.
    #[error("data folder can't be written")]
    StorageReadOnly,
    /// What was stored can't be read; it was set aside.
    #[error("stored data can't be read: {0}")]
    StorageDamaged(&'static str),
    /// The device's safe storage didn't answer.
    #[error("vault unavailable: {0}")]
    VaultUnavailable(&'static str),
    /// Not a card number.
    #[error(transparent)]
    InvalidNumber(#[from] NumberError),
    /// What was to be signed isn't what the library has now.
    #[error("the rules have changed")]
    RulesChanged,
    /// A library's text that can't be shown to be signed.
    #[error("rules refused: {0}")]
    RulesRefused(#[from] RulesError),
    /// The library has no such text, or isn't there any more.
    #[error("no rules")]
    NoRules,
    /// The library closed for good.
    #[error("library closed")]
    LibraryClosed,
    /// The service says that this person can't, here and now; which of its reasons, for the log.
    #[error("not allowed: {0}")]
    NotAllowed(&'static str),
    /// Another code than the one that was sent.
    #[error("another code")]
    WrongCode {
        /// How many more may be tried, when the service says.
        tries_left: Option<u8>,
    },
    /// The code is too old, was used, or was never sent: ask for another.
    #[error("code expired")]
    CodeExpired,
    /// A PIN or password that is tried first by whoever finds the card.
    #[error("too simple")]
    TooSimple,
    /// A PIN or password that is too short or too long, or holds what can't be typed.
    #[error("wrong length")]
    WrongLength,
    /// Not an e-mail address.
    #[error("no e-mail address")]
    InvalidEmail,
    /// An e-mail address whose domain looks like another.
    #[error("e-mail address looks like another")]
    LookalikeEmail,
    /// Not a telephone number, or none where one is needed.
    #[error("no telephone number")]
    InvalidPhone,
    /// A temporary address without lines, with too many, or with a last day that is past.
    #[error("no temporary address")]
    InvalidAddress,
    /// Another device changed it since this one looked; nothing was changed now.
    #[error("changed elsewhere")]
    ChangedElsewhere,
    /// Something is still to be told before there can be a card.
    #[error("incomplete")]
    Incomplete,
    /// Whoever registers has a card already.
    #[error("has a card")]
    HasCard,
    /// This door isn't open yet.
    #[error("door not open")]
    DoorClosed,
    /// Our own mistake.
    #[error("internal: {0}")]
    Internal(&'static str),
}

impl From<EmailError> for Error {
    fn from(error: EmailError) -> Self {
        match error {
            EmailError::MixedScripts { .. } | EmailError::Lookalike { .. } => Self::LookalikeEmail,
            _ => Self::InvalidEmail,
        }
    }
}

impl From<PhoneError> for Error {
    fn from(_: PhoneError) -> Self {
        Self::InvalidPhone
    }
}

impl From<PinError> for Error {
    fn from(error: PinError) -> Self {
        match error {
            PinError::NotDigits | PinError::WrongLength { .. } => Self::WrongLength,
            PinError::Repeats | PinError::Counts | PinError::Common | PinError::BirthDate => Self::TooSimple,
        }
    }
}

impl From<PasswordError> for Error {
    fn from(error: PasswordError) -> Self {
        match error {
            PasswordError::TooShort { .. } | PasswordError::TooLong { .. } | PasswordError::Control => {
                Self::WrongLength
            }
            PasswordError::Pattern | PasswordError::Common | PasswordError::Known => Self::TooSimple,
        }
    }
}

/// Which check of a sign-in refused it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RefusedCheck {
    /// The redirect isn't for us: other scheme, host, port or path, a fragment, or too long (RFC 8252 §7).
    Redirect,
    /// Parameters that contradict each other, repeat, or are missing (RFC 6749 §4.1.2).
    Parameters,
    /// `state` is missing or of another attempt (RFC 6749 §10.12).
    State,
    /// `iss` on the redirect is missing or of another provider (RFC 9207 §2.4).
    ResponseIssuer,
    /// Discovery speaks for another issuer (OIDC Discovery §4.3).
    DiscoveryIssuer,
    /// Discovery lacks something we need (S256, an endpoint), or an endpoint isn't https.
    DiscoveryContent,
    /// The provider refused our request or our client.
    Request,
    /// The token answer lacks something (id_token, access token) or has another type than asked.
    TokenResponse,
    /// Less was granted than asked for.
    Scope,
    /// Somebody else signed in than the one whose step-up this was.
    Person,
    /// This phone's clock is too wrong to tell whether anything still holds.
    Clock,
    /// Signature, algorithm, key or header of the id_token.
    Signature,
    /// `iss` of the id_token.
    Issuer,
    /// `aud` or `azp` of the id_token.
    Audience,
    /// `exp`, `iat`, `nbf` or `auth_time` of the id_token.
    Time,
    /// `nonce` of the id_token.
    Nonce,
    /// `sub` or another claim of the id_token has an impossible value.
    Claims,
    /// The register's snapshot isn't signed by the register, or is not a snapshot.
    Snapshot,
    /// A receipt for accepted rules doesn't prove itself.
    Receipt,
}

impl RefusedCheck {
    /// The check's name, for support.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Redirect => "redirect",
            Self::Parameters => "parameters",
            Self::State => "state",
            Self::ResponseIssuer => "response_iss",
            Self::DiscoveryIssuer => "discovery_issuer",
            Self::DiscoveryContent => "discovery",
            Self::Request => "request",
            Self::TokenResponse => "token_response",
            Self::Scope => "scope",
            Self::Person => "person",
            Self::Clock => "clock",
            Self::Signature => "signature",
            Self::Issuer => "iss",
            Self::Audience => "aud",
            Self::Time => "time",
            Self::Nonce => "nonce",
            Self::Claims => "claims",
            Self::Snapshot => "snapshot",
            Self::Receipt => "receipt",
        }
    }
}
