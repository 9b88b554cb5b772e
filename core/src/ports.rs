//! What the core asks of the world. Traits only; `adapters` grant them, tests may grant them otherwise.

use std::{future::Future, pin::Pin, sync::Arc};

use zeroize::Zeroizing;

use crate::{
    Error, Result,
    domain::{
        directory::Directory,
        receipt::Listed,
        secret::Secret,
        snapshot::{HeldCard, SignedSnapshot, Snapshot},
        timestamp::Timestamp,
    },
    session::{
        card_door::{Challenge, Challenged},
        errand::{Brought, Errand},
        farewell::{Farewell, Leaving},
        kept::{Person, Session},
        sign_in::{Code, Pending, SignInRequest},
    },
};

/// An answer that comes later.
pub type Later<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// The device's safe storage: small secrets by name. Calls block.
pub trait Vault: Send + Sync {
    /// The secret, or `None` when there is none.
    ///
    /// # Errors
    /// [`crate::Error::VaultUnavailable`] when the storage doesn't answer.
    fn get(&self, name: &str) -> Result<Option<Vec<u8>>>;
    /// Keeps a secret, durably, before it returns.
    ///
    /// # Errors
    /// [`crate::Error::VaultUnavailable`].
    fn set(&self, name: &str, value: &[u8]) -> Result<()>;
    /// Forgets a secret; nothing to forget is fine.
    ///
    /// # Errors
    /// [`crate::Error::VaultUnavailable`].
    fn remove(&self, name: &str) -> Result<()>;
}

/// A card as it lies in the cache, not yet checked again.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct CachedCard {
    /// The register's word, signed.
    pub signed: SignedSnapshot,
    /// The service's mark for it.
    pub etag: Option<String>,
    /// When it was last confirmed.
    pub checked_at: Timestamp,
}

/// What a cache gave at start.
#[derive(Debug, Default)]
pub struct Loaded {
    /// The card, if one could be read.
    pub card: Option<CachedCard>,
    /// `StorageDamaged` (set aside, an empty cache stands in its place), `StorageFull`, `StorageReadOnly`,
    /// `VaultUnavailable` (the key can't be had now; nothing is thrown away).
    pub trouble: Option<Error>,
}

/// A row of the cache, beside the card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    /// What the service told of libraries, receipts and notices.
    Shelf,
    /// Reading and signing under way.
    Trip,
    /// Whose card was shown last, when it was a child's.
    Shown,
}

/// Sealed rows on disk. Calls block.
pub trait Cache: Send + Sync {
    /// The card, if one is kept, and what stood in the way; a folder that can't be written still gives its card.
    fn load(&self) -> Loaded;
    /// Keeps the card, durably, before it returns.
    ///
    /// # Errors
    /// `StorageFull`, `StorageReadOnly`, `StorageDamaged`, `VaultUnavailable`.
    fn save(&self, card: &CachedCard) -> Result<()>;
    /// A sealed row, if it is there.
    ///
    /// # Errors
    /// As [`Cache::save`].
    fn row(&self, row: Row) -> Result<Option<Zeroizing<Vec<u8>>>>;
    /// Keeps a row, durably, before it returns; without bytes it is gone.
    ///
    /// # Errors
    /// As [`Cache::save`].
    fn keep_row(&self, row: Row, bytes: Option<&[u8]>) -> Result<()>;
    /// The directory's documents, oldest first; public data, in clear.
    ///
    /// # Errors
    /// As [`Cache::save`].
    fn directory(&self) -> Result<Vec<DirectoryDocument>>;
    /// Keeps a document; a whole one takes the place of all before it.
    ///
    /// # Errors
    /// As [`Cache::save`].
    fn keep_directory(&self, document: &DirectoryDocument) -> Result<()>;
    /// Forgets everything, the sealing key included.
    ///
    /// # Errors
    /// As [`Cache::save`].
    fn wipe(&self) -> Result<()>;
}

/// What opens the card service.
#[derive(Clone)]
pub struct Pass {
    /// The access token; opaque.
    pub access: Secret,
    /// The private key that it is bound to (RFC 9449 §6): without this it opens nothing. `None`: whoever has it may use it.
    pub proof_key: Option<Secret>,
}

/// Tokens as the provider gave them.
#[derive(Clone)]
pub struct Tokens {
    /// For the card service.
    pub pass: Pass,
    /// When `pass` ends.
    pub access_until: Timestamp,
    /// For renewal. `None`: the provider gave none (at renewal: keep the old one, RFC 6749 §6).
    pub refresh: Option<Secret>,
    /// Whose they are: told at sign-in, checked at renewal.
    pub person: Person,
}

/// An OpenID provider.
pub trait SignIn: Send + Sync {
    /// Discovery and pushed authorization request (RFC 9126); makes fresh state, nonce and verifier.
    fn prepare(&self, request: SignInRequest, now: Timestamp) -> Later<'_, Result<Pending>>;
    /// What somebody typed at the card number's door, for a code; sent once.
    fn challenge(&self, challenge: Challenge, now: Timestamp) -> Later<'_, Result<Challenged>>;
    /// Code for tokens; the id_token is verified before anything comes back.
    fn exchange(&self, pending: Pending, code: Code, now: Timestamp) -> Later<'_, Result<Tokens>>;
    /// Refresh token for new tokens. [`crate::Error::SignInExpired`] when the provider says `invalid_grant`, or answers for
    /// somebody else.
    fn renew(&self, session: Session, now: Timestamp) -> Later<'_, Result<Tokens>>;
    /// Makes a token useless (RFC 7009). Best effort.
    fn revoke(&self, token: Secret) -> Later<'_, ()>;
    /// Makes a session's token useless, because another session of the same person on this phone has come in its place. Only where
    /// that can't end both.
    fn retire(&self, token: Secret) -> Later<'_, ()>;
    /// Lets go of everything that was said to anybody, when a session has ended.
    fn hang_up(&self);
    /// The way to the provider's sign-out in the browser; `None` when it has none.
    fn part(&self, farewell: Farewell, now: Timestamp) -> Later<'_, Result<Option<Leaving>>>;
}

/// The register's answer to "how is my card?".
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fetched {
    /// A card, verified.
    Card {
        /// What it says.
        snapshot: Box<Snapshot>,
        /// As it came.
        signed: SignedSnapshot,
        /// Mark for the next question.
        etag: Option<String>,
    },
    /// What we have still holds (304).
    Unchanged,
}

/// A document that leads to a directory, as it came, for the cache.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DirectoryDocument {
    /// All of it.
    Whole(Vec<u8>),
    /// What has changed since the directory that was known.
    Changes(Vec<u8>),
}

/// A directory and what led to it; `None` when the one that was known still holds.
pub type NewDirectory = Option<(Arc<Directory>, DirectoryDocument)>;

/// The national register, through the card service.
pub trait Register: Send + Sync {
    /// The person's card.
    fn fetch(&self, pass: Pass, etag: Option<String>) -> Later<'_, Result<Fetched>>;
    /// Anything else, for somebody; what is public needs no pass and doesn't show one. [`crate::Error::LevelTooLow`] when the service
    /// wants to be surer of who it is (RFC 9470).
    fn run(&self, pass: Option<Pass>, errand: Errand) -> Later<'_, Result<Brought>>;
    /// The directory of libraries, going on from what is known. Public: nobody says who asks.
    fn directory(&self, known: Option<Arc<Directory>>) -> Later<'_, Result<NewDirectory>>;
    /// Receipts for the list, each proved anew with these keys. No IO.
    fn prove(&self, files: &[String], keys: &str) -> Vec<Listed>;
    /// Checks a snapshot from the cache. No IO.
    ///
    /// # Errors
    /// [`crate::Error::SignInRefused`] with `Snapshot` when the signature or content is wrong.
    fn verify(&self, signed: &SignedSnapshot) -> Result<Snapshot>;
}

/// What time it is.
pub trait Clock: Send + Sync {
    /// Now.
    fn now(&self) -> Timestamp;
}

/// Chance.
pub trait Dice: Send + Sync {
    /// Fills with unpredictable bytes.
    ///
    /// # Errors
    /// [`crate::Error::Internal`] when the system has none to give.
    fn fill(&self, bytes: &mut [u8]) -> Result<()>;
}

impl From<&HeldCard> for CachedCard {
    fn from(card: &HeldCard) -> Self {
        Self {
            signed: card.signed.clone(),
            etag: card.etag.clone(),
            checked_at: card.checked_at,
        }
    }
}
