//! What somebody asks to sign, and for whom.

use axum::http::HeaderMap;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize};

use super::agreements::number_of;
use super::problem::Problem;
use super::refusals;
use crate::random::digest;
use crate::register::household::Basis;
use crate::register::rules::{Agreement, is_number};

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Wish {
    pub(super) library: String,
    pub(super) agreement: Agreement,
    pub(super) version: String,
    pub(super) language: String,
    pub(super) text_hash: String,
    #[serde(rename = "for")]
    pub(super) party: Party,
}

/// For whom; the form of a receipt's `for`.
#[derive(Deserialize, Serialize)]
#[serde(untagged)]
pub(super) enum Party {
    Own(Own),
    Child(Ward),
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Own {
    #[serde(rename = "self")]
    own: bool,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Ward {
    /// A pseudonym.
    pub(super) child: String,
    pub(super) basis: Basis,
}

impl Wish {
    pub(super) fn read(body: &[u8]) -> Option<Self> {
        let wish: Self = serde_json::from_slice(body).ok()?;
        let digits = wish.text_hash.strip_prefix("sha-256:")?;
        let hex = digits.len() == 64 && digits.bytes().all(|it| matches!(it, b'0'..=b'9' | b'a'..=b'f'));
        let party = match &wish.party {
            Party::Own(it) => it.own,
            Party::Child(it) => is_child(&it.child),
        };
        let fits = party && hex && is_number(&wish.library) && number_of(&wish.version)? > 0;
        fits.then_some(wish)
    }

    /// Another request under a known key is a mistake of the client's.
    pub(super) fn digest(&self) -> String {
        digest(&serde_json::to_string(self).unwrap_or_default())
    }
}

/// A pseudonym's form.
pub(super) fn is_child(text: &str) -> bool {
    (1..=255).contains(&text.len()) && text.bytes().all(|it| it.is_ascii_graphic())
}

/// A member that may be left out, and isn't `null` when it is there.
pub(super) fn some<'de, T: Deserialize<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}

/// A body of this form and no other.
pub(super) fn read<T: DeserializeOwned>(body: &[u8]) -> Result<T, Problem> {
    serde_json::from_slice(body).map_err(|_| refusals::bad_request())
}

/// Printable ASCII, at most 64 characters, once.
pub(super) fn idempotency_key(headers: &HeaderMap) -> Option<String> {
    let mut values = headers.get_all("idempotency-key").into_iter();
    let key = values.next()?.to_str().ok()?;
    let fits = (1..=64).contains(&key.len()) && key.bytes().all(|byte| byte.is_ascii_graphic());
    (fits && values.next().is_none()).then(|| key.to_owned())
}
