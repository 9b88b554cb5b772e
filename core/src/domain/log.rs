//! The service's append-only log, as far as it is seen from outside: tree heads, and whether one goes on from another.

use super::{
    merkle::{self, Hash},
    timestamp::Timestamp,
};

/// The service's signed word about its log at one moment (RFC 9162 §4.10 has the same in another form).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TreeHead {
    /// The card service, as its issuer address.
    pub issuer: String,
    /// Which log.
    pub log: String,
    /// Number of entries.
    pub size: u64,
    /// Root of the tree over all of them.
    pub root: Hash,
    /// When.
    pub at: Timestamp,
}

/// Why a head doesn't go on from the one that was remembered. Both are signed: together they prove what the log did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Fork {
    /// The heads are of different logs or services, and can't be compared.
    #[error("another log")]
    OtherLog,
    /// One size, two roots: the log told two stories.
    #[error("two roots for one size")]
    TwoRoots,
    /// Fewer entries than before: something was taken out, or the newer head is the older one.
    #[error("fewer entries")]
    Shrunk,
    /// The proof doesn't lead from one to the other: something was changed, or the proof isn't for these.
    #[error("not a continuation")]
    Rewritten,
}

impl TreeHead {
    /// Whether this head's tree is the `remembered` one with nothing but entries added, by this consistency proof (RFC 9162
    /// §2.1.4). The proof is empty when nothing was added or nothing was there.
    ///
    /// # Errors
    /// See [`Fork`].
    pub fn follows(&self, remembered: &Self, proof: &[Hash]) -> Result<(), Fork> {
        if self.issuer != remembered.issuer || self.log != remembered.log {
            return Err(Fork::OtherLog);
        }
        if self.size < remembered.size {
            return Err(Fork::Shrunk);
        }
        if self.size == remembered.size && self.root != remembered.root {
            return Err(Fork::TwoRoots);
        }
        let from_nothing = remembered.size == 0 && remembered.root == merkle::empty() && proof.is_empty();
        let grown = merkle::is_consistent(remembered.size, &remembered.root, self.size, &self.root, proof);
        (from_nothing || grown).then_some(()).ok_or(Fork::Rewritten)
    }
}
