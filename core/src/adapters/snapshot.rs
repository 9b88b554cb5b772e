//! The register's signed word: verified, then read.

use serde::Deserialize;

use super::jose::{Algorithm, BadToken, Compact, Find, KeySet};
use crate::{
    Error, RefusedCheck, Result,
    domain::{
        card_number::CardNumber,
        snapshot::{Card, CardStatus, Library, SignedSnapshot, Snapshot},
        timestamp::Timestamp,
    },
};

const REFUSED: Error = Error::SignInRefused(RefusedCheck::Snapshot);

/// The payload (`core/contract/card-service.yaml`, `Snapshot`).
#[derive(Deserialize)]
struct Payload {
    iss: String,
    sub: String,
    iat: Timestamp,
    fresh_until: Timestamp,
    show_until: Timestamp,
    card: PayloadCard,
}

#[derive(Deserialize)]
struct PayloadCard {
    number: String,
    name: String,
    status: CardStatus,
    home_library: Option<String>,
    libraries: Vec<Library>,
}

/// The name of the key that a snapshot says it was signed with.
pub(super) fn key_name(jws: &str) -> Result<String> {
    parse(jws)?.kid.ok_or(REFUSED)
}

/// Verifies a snapshot of `issuer` against the keys that came with it.
pub(super) fn verify(signed: &SignedSnapshot, issuer: &str) -> Result<Snapshot> {
    let keys = KeySet::parse(signed.keys.as_bytes(), Algorithm::Es256).map_err(|_| REFUSED)?;
    let compact = parse(&signed.jws)?;
    let kid = compact.kid.as_deref().ok_or(REFUSED)?;
    let Find::One(key) = keys.find(Some(kid)) else {
        return Err(REFUSED);
    };
    let payload = compact.verified(key).map_err(|_: BadToken| REFUSED)?;
    let payload: Payload = serde_json::from_slice(payload).map_err(|_| REFUSED)?;
    if payload.iss == issuer && in_order(&payload) && at_home(&payload.card) {
        read(payload)
    } else {
        Err(REFUSED)
    }
}

fn parse(jws: &str) -> Result<Compact<'_>> {
    Compact::parse(jws, Algorithm::Es256, |typ| typ == Some("card-snapshot+jwt")).map_err(|_| REFUSED)
}

/// Said, then fresh, then shown.
fn in_order(payload: &Payload) -> bool {
    payload.iat <= payload.fresh_until && payload.fresh_until <= payload.show_until
}

/// The home library is one of the card's.
fn at_home(card: &PayloadCard) -> bool {
    let known = |home: &String| card.libraries.iter().any(|library| library.number == *home);
    card.home_library.as_ref().is_none_or(known)
}

fn read(payload: Payload) -> Result<Snapshot> {
    let card = payload.card;
    Ok(Snapshot {
        subject: payload.sub,
        issued_at: payload.iat,
        fresh_until: payload.fresh_until,
        show_until: payload.show_until,
        card: Card {
            number: CardNumber::parse(&card.number).map_err(|_| REFUSED)?,
            name: card.name,
            status: card.status,
            home_library: card.home_library,
            libraries: card.libraries,
        },
    })
}
