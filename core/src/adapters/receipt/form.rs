//! The file and its payloads as JSON, in the one form that RFC 8785 gives them.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::NoReceipt;
use crate::domain::{
    level::Level,
    log::TreeHead,
    merkle::{self, Hash},
    receipt::{Agreement, Basis, Party, Pseudonym, Receipt, TextHash},
    timestamp::Timestamp,
};

/// Reads JSON whose bytes are the canonical form (RFC 8785) of just what was read. Two readers can't differ over it: members
/// that are unknown, missing, doubled, `null` or in another order, spaces, escapes and numbers written otherwise (or beyond
/// 2⁵³, where doubles skip) all make other bytes.
pub(super) fn canonical<T: DeserializeOwned + Serialize>(bytes: &[u8]) -> Option<T> {
    let value: T = serde_json::from_slice(bytes).ok()?;
    let form = serde_json_canonicalizer::to_vec(&value).ok()?;
    (form == bytes).then_some(value)
}

/// 32 bytes in base64url, unpadded, spare bits zero (RFC 4648 §3.2, §3.5).
pub(super) fn hash(text: &str) -> Result<Hash, NoReceipt> {
    let bytes = URL_SAFE_NO_PAD.decode(text).ok();
    bytes
        .and_then(|bytes| bytes.try_into().ok())
        .map(Hash)
        .ok_or(NoReceipt::Form)
}

/// The file.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    pub(super) inclusion: Inclusion,
    pub(super) receipt: String,
    pub(super) tree_head: String,
}

/// An inclusion proof (RFC 9162 §2.1.3).
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Inclusion {
    pub(super) leaf_index: u64,
    pub(super) tree_size: u64,
    path: Vec<String>,
}

impl Inclusion {
    pub(super) fn path(&self) -> Result<Vec<Hash>, NoReceipt> {
        super::path(&self.path)
    }
}

/// What a JWS of one kind carries.
pub(super) trait Payload: DeserializeOwned + Serialize {
    /// Its `typ` (RFC 8725 §3.11): one kind never passes for another.
    const TYP: &'static str;
}

impl Payload for ReceiptPayload {
    const TYP: &'static str = "rules-receipt+jwt";
}

impl Payload for HeadPayload {
    const TYP: &'static str = "log-head+jwt";
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ReceiptPayload {
    pub(super) iss: String,
    sub: String,
    #[serde(rename = "for")]
    party: For,
    library: String,
    agreement: Agreement,
    version: String,
    language: String,
    text_hash: String,
    level: Level,
    pub(super) signed_at: Timestamp,
    pub(super) log: String,
}

#[derive(Deserialize, Serialize)]
#[serde(untagged)]
enum For {
    Own(ForOwn),
    Child(ForChild),
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct ForOwn {
    #[serde(rename = "self")]
    own: bool,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct ForChild {
    child: String,
    basis: Basis,
}

impl ReceiptPayload {
    /// What it says, when each value is one that can be.
    pub(super) fn told(self, head: TreeHead, entry: u64) -> Result<Receipt, NoReceipt> {
        self.read(head, entry).ok_or(NoReceipt::Content)
    }

    fn read(self, head: TreeHead, entry: u64) -> Option<Receipt> {
        let party = match self.party {
            For::Own(ForOwn { own }) => own.then_some(Party::Own)?,
            For::Child(ForChild { child, basis }) => Party::Child {
                child: Pseudonym::parse(&child)?,
                basis,
            },
        };
        let fits = self.level == Level::High
            && self.signed_at.0 > 0
            && is_library(&self.library)
            && is_version(&self.version)
            && is_language(&self.language);
        fits.then_some(Receipt {
            issuer: self.iss,
            signer: Pseudonym::parse(&self.sub)?,
            party,
            library: self.library,
            agreement: self.agreement,
            version: self.version,
            language: self.language,
            text_hash: TextHash::parse(&self.text_hash)?,
            signed_at: self.signed_at,
            log: self.log,
            entry,
            head,
        })
    }
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct HeadPayload {
    iss: String,
    log: String,
    tree_size: u64,
    root: String,
    at: Timestamp,
}

impl HeadPayload {
    /// What it says, when it is `issuer` who says it and each value is one that can be.
    pub(super) fn told(&self, issuer: &str) -> Result<TreeHead, NoReceipt> {
        if self.iss != issuer {
            return Err(NoReceipt::Issuer);
        }
        let root = hash(&self.root).map_err(|_| NoReceipt::Content)?;
        let fits = (self.tree_size > 0 || root == merkle::empty()) && is_name(&self.log) && self.at.0 > 0;
        fits.then_some(TreeHead {
            issuer: self.iss.clone(),
            log: self.log.clone(),
            size: self.tree_size,
            root,
            at: self.at,
        })
        .ok_or(NoReceipt::Content)
    }
}

/// Biblioteknummer: seven digits.
fn is_library(text: &str) -> bool {
    text.len() == 7 && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// 1 to 32 characters, none of them a control character.
fn is_version(text: &str) -> bool {
    (1..=32).contains(&text.chars().count()) && !text.chars().any(char::is_control)
}

/// A language tag's outer form (RFC 5646 §2.1, §4.4.1): at most 35 characters, subtags of 1 to 8 letters and digits, the first
/// of 2 or 3 small letters.
fn is_language(text: &str) -> bool {
    let subtag = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let language = text.split('-').next().unwrap_or_default();
    text.len() <= 35
        && (2..=3).contains(&language.len())
        && language.bytes().all(|byte| byte.is_ascii_lowercase())
        && text.split('-').all(subtag)
}

/// A log's name: 1 to 64 printable ASCII characters.
fn is_name(text: &str) -> bool {
    (1..=64).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_graphic())
}
