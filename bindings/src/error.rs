//! Codes cross, words don't: each code has its words in the shells, in four languages.

/// What went wrong, as a code with small data.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, uniffi::Error)]
pub enum CardError {
    /// No network, or nobody answered.
    #[error("offline")]
    Offline,
    /// The service answered, but not usably.
    #[error("service")]
    Service {
        /// Seconds the service asked us to wait.
        retry_after_s: Option<u32>,
    },
    /// A check of the sign-in failed.
    #[error("sign-in refused: {check}")]
    SignInRefused {
        /// Which check, as a code for support.
        check: String,
    },
    /// The person said no.
    #[error("sign-in cancelled")]
    SignInCancelled,
    /// No sign-in waits, or the session is over.
    #[error("sign-in expired")]
    SignInExpired,
    /// A higher level is needed.
    #[error("level too low")]
    LevelTooLow,
    /// This phone's clock is too wrong to tell whether anything still holds.
    #[error("clock wrong")]
    ClockWrong,
    /// Number, PIN, password or one-time code isn't right.
    #[error("wrong credentials")]
    WrongCredentials,
    /// Too many wrong tries.
    #[error("locked out")]
    LockedOut {
        /// Seconds until another try, if the service says.
        retry_after_s: Option<u32>,
    },
    /// The device must recognise its owner first.
    #[error("locked")]
    Locked,
    /// The person has no card.
    #[error("no card")]
    NoCard,
    /// Another code than the one that was sent.
    #[error("wrong code")]
    WrongCode {
        /// How many more may be tried, if the service says.
        tries_left: Option<u8>,
    },
    /// The code is too old or was used: another can be sent.
    #[error("code expired")]
    CodeExpired,
    /// A PIN or password that is tried first by whoever finds the card.
    #[error("too simple")]
    TooSimple,
    /// A PIN or password that is too short or too long.
    #[error("wrong length")]
    WrongLength,
    /// Not an e-mail address.
    #[error("invalid e-mail")]
    InvalidEmail,
    /// An e-mail address whose domain looks like another.
    #[error("lookalike e-mail")]
    LookalikeEmail,
    /// Not a telephone number, or none where one is needed.
    #[error("invalid phone")]
    InvalidPhone,
    /// A temporary address without lines, with too many, or whose last day is past.
    #[error("invalid address")]
    InvalidAddress,
    /// Another device changed it meanwhile; both values are in the state.
    #[error("changed elsewhere")]
    ChangedElsewhere,
    /// Something is still to be told before there can be a card.
    #[error("incomplete")]
    Incomplete,
    /// The disk is full; what shows is not kept.
    #[error("storage full")]
    StorageFull,
    /// The data folder can't be written.
    #[error("storage read-only")]
    StorageReadOnly,
    /// What was stored couldn't be read and was set aside.
    #[error("storage damaged")]
    StorageDamaged,
    /// The device's safe storage doesn't answer.
    #[error("vault unavailable")]
    VaultUnavailable,
    /// Not a card number.
    #[error("invalid number")]
    InvalidNumber,
    /// What was to be signed isn't what the library has now: read the new text.
    #[error("rules changed")]
    RulesChanged,
    /// The library's text can't be shown to be signed: too long, empty, hidden characters, another hash, an unknown language.
    #[error("rules refused")]
    RulesRefused,
    /// The library has no such text, or isn't there any more.
    #[error("no rules")]
    NoRules,
    /// The library closed for good.
    #[error("library closed")]
    LibraryClosed,
    /// The service says that this person can't, here and now: no active card, stopped by the library, not a patron there, too
    /// young, or not theirs to sign.
    #[error("not allowed")]
    NotAllowed,
    /// What came as a receipt doesn't prove itself.
    #[error("receipt refused")]
    ReceiptRefused,
    /// Our own mistake.
    #[error("internal")]
    Internal,
}

impl From<uniffi::UnexpectedUniFFICallbackError> for CardError {
    /// The reason holds the shell's stack trace and is dropped here.
    fn from(_: uniffi::UnexpectedUniFFICallbackError) -> Self {
        Self::Internal
    }
}
