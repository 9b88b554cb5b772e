//! Receipts that prove themselves: a file and the service's public keys are enough, without network and without an account.
//!
//! ```json
//! {"inclusion":{"leaf_index":0,"path":["<base64url>"],"tree_size":2},"receipt":"<compact JWS>","tree_head":"<compact JWS>"}
//! ```
//!
//! Why this form, and why no single byte of it can be changed: `docs/adr/0018-receipts.md`.

mod form;

use super::jose::{Algorithm, Compact, Find, KeySet};
use crate::{
    Error, RefusedCheck,
    domain::{
        log::TreeHead,
        merkle::{self, Hash},
        receipt::{Listed, Proof, Receipt, id},
    },
};
use form::{File, HeadPayload, Payload, ReceiptPayload};

/// Longer files are none of ours, bytes. A usual one has 1500 to 3000.
const LONGEST: usize = 16 * 1024;
/// How far the clocks of the service's own machines may differ, seconds.
const LEEWAY_S: i64 = 10;

/// Why something is no receipt. The file is checked before the tree head, that before the receipt; signatures last, since they
/// cost most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoReceipt {
    /// More than 16 KiB.
    #[error("too long")]
    TooLong,
    /// Not this file, or not its one form: RFC 8785, nothing missing, added or twice, no padding or spare bits in base64url.
    #[error("not in the one form")]
    Form,
    /// Not a JWS of this kind: another `alg` or `typ`, `crit`, `cty`, no `kid`, not base64url (RFC 7515 §5.2).
    #[error("not a signed receipt or tree head")]
    Token,
    /// A payload isn't in its one form (RFC 8785), or a value in it can't be: a level that isn't high, a number without seven
    /// digits.
    #[error("impossible content")]
    Content,
    /// Another service's.
    #[error("another issuer")]
    Issuer,
    /// The tree head is of another log than the receipt, or of another size than the path.
    #[error("another log's tree head")]
    Head,
    /// Signed after the tree that is said to have it.
    #[error("signed after the tree head")]
    Time,
    /// The path doesn't lead from the receipt to the head's root (RFC 9162 §2.1.3.2).
    #[error("not in the log")]
    NotInLog,
    /// The key isn't among the service's, or two have its name.
    #[error("unknown key")]
    Key,
    /// A signature is wrong (RFC 7518 §3.4).
    #[error("wrong signature")]
    Signature,
}

impl From<NoReceipt> for Error {
    /// Nothing about the reason crosses: somebody or something is not who it says.
    fn from(_: NoReceipt) -> Self {
        Self::SignInRefused(RefusedCheck::Receipt)
    }
}

/// Proves a receipt file of `issuer`, whose public keys are `keys` (JWK set, RFC 7517 §5). Reads no clock.
///
/// What it says is then compared with what somebody claims by [`Receipt::shows`].
///
/// # Errors
/// See [`NoReceipt`].
pub fn verify(file: &[u8], keys: &str, issuer: &str) -> Result<Receipt, NoReceipt> {
    let file: File = form::canonical(within(file)?).ok_or(NoReceipt::Form)?;
    let path = file.inclusion.path()?;
    let head = Signed::<HeadPayload>::read(&file.tree_head)?;
    let told = head.payload.told(issuer)?;
    if file.inclusion.tree_size != told.size {
        return Err(NoReceipt::Head);
    }
    let leaf = merkle::leaf(file.receipt.as_bytes());
    if !merkle::is_included(&leaf, file.inclusion.leaf_index, told.size, &path, &told.root) {
        return Err(NoReceipt::NotInLog);
    }
    let receipt = Signed::<ReceiptPayload>::read(&file.receipt)?;
    if receipt.payload.iss != issuer {
        return Err(NoReceipt::Issuer);
    }
    if receipt.payload.log != told.log {
        return Err(NoReceipt::Head);
    }
    if receipt.payload.signed_at > told.at.plus(LEEWAY_S) {
        return Err(NoReceipt::Time);
    }
    let keys = key_set(keys)?;
    head.proved(&keys)?;
    receipt.proved(&keys)?;
    receipt.payload.told(told, file.inclusion.leaf_index)
}

/// Receipts for the list, each proved anew. Files that don't even claim to be receipts of `issuer` aren't listed.
#[must_use]
pub fn list(files: &[String], keys: &str, issuer: &str) -> Vec<Listed> {
    let one = |file: &String| {
        let (receipt, proof) = match verify(file.as_bytes(), keys, issuer) {
            Ok(receipt) => (receipt, Proof::Proved),
            Err(_) if keys.is_empty() => (claimed(file, issuer)?, Proof::NoKeys),
            Err(_) => (claimed(file, issuer)?, Proof::Refused),
        };
        Some(Listed {
            id: id(file),
            receipt,
            proof,
        })
    };
    files.iter().filter_map(one).collect()
}

/// What a file says without having proved it.
fn claimed(file: &str, issuer: &str) -> Option<Receipt> {
    let file: File = serde_json::from_str(file).ok()?;
    let head = Signed::<HeadPayload>::read(&file.tree_head).ok()?;
    let receipt = Signed::<ReceiptPayload>::read(&file.receipt).ok()?;
    let told = head.payload.told(issuer).ok()?;
    receipt.payload.told(told, file.inclusion.leaf_index).ok()
}

/// Proves a tree head (compact JWS) of `issuer`. Whether it goes on from another: [`TreeHead::follows`].
///
/// # Errors
/// See [`NoReceipt`].
pub fn verify_head(jws: &str, keys: &str, issuer: &str) -> Result<TreeHead, NoReceipt> {
    within(jws.as_bytes())?;
    let head = Signed::<HeadPayload>::read(jws)?;
    let told = head.payload.told(issuer)?;
    head.proved(&key_set(keys)?)?;
    Ok(told)
}

/// A tree head that was proved before it was remembered, read again: keys go, what one has seen doesn't.
pub(super) fn remembered_head(jws: &str, issuer: &str) -> Result<TreeHead, NoReceipt> {
    within(jws.as_bytes())?;
    Signed::<HeadPayload>::read(jws)?.payload.told(issuer)
}

/// The path of a consistency proof as it is sent: each hash in base64url.
///
/// # Errors
/// [`NoReceipt::Form`] when one isn't 32 bytes in base64url without padding.
pub fn path<T: AsRef<str>>(texts: &[T]) -> Result<Vec<Hash>, NoReceipt> {
    texts.iter().map(|text| form::hash(text.as_ref())).collect()
}

fn within(file: &[u8]) -> Result<&[u8], NoReceipt> {
    Some(file)
        .filter(|file| file.len() <= LONGEST)
        .ok_or(NoReceipt::TooLong)
}

fn key_set(keys: &str) -> Result<KeySet, NoReceipt> {
    KeySet::parse(keys.as_bytes(), Algorithm::Es256).map_err(|_| NoReceipt::Key)
}

/// A JWS taken apart, and what it will have said once its signature proves right.
struct Signed<'a, P> {
    compact: Compact<'a>,
    payload: P,
}

impl<'a, P: Payload> Signed<'a, P> {
    fn read(jws: &'a str) -> Result<Self, NoReceipt> {
        let compact = Compact::parse(jws, Algorithm::Es256, |typ| typ == Some(P::TYP)).map_err(|_| NoReceipt::Token)?;
        if compact.kid.is_none() {
            return Err(NoReceipt::Token);
        }
        let payload = form::canonical(compact.claimed()).ok_or(NoReceipt::Content)?;
        Ok(Self { compact, payload })
    }

    fn proved(&self, keys: &KeySet) -> Result<(), NoReceipt> {
        let Find::One(key) = keys.find(self.compact.kid.as_deref()) else {
            return Err(NoReceipt::Key);
        };
        self.compact.verified(key).map(drop).map_err(|_| NoReceipt::Signature)
    }
}
