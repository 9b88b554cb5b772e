//! Sign-ins on all devices (`core/contract/card-service.yaml`, `/v1/devices`).

use http::{StatusCode, header::WWW_AUTHENTICATE};
use serde::Deserialize;

use crate::{
    Error, Result,
    adapters::http::Answer,
    domain::{device::Device, door::Door, timestamp::Timestamp},
};

pub(super) const AT: &str = "devices";
/// Longer names are cut, characters.
const LONGEST_NAME: usize = 64;
/// More sign-ins than this are not shown.
const MOST: usize = 100;

#[derive(Deserialize)]
struct List {
    devices: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    id: String,
    #[serde(default)]
    name: String,
    door: EntryDoor,
    signed_in_at: Timestamp,
    last_seen_at: Timestamp,
    current: bool,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum EntryDoor {
    #[serde(rename = "idporten")]
    IdPorten,
    Feide,
    CardNumber,
}

/// The list.
pub(super) fn read(answer: &Answer) -> Result<Vec<Device>> {
    match answer.status {
        StatusCode::OK => {
            let list: List = answer.json(Error::unusable(AT, "unexpected json"))?;
            Ok(list.devices.into_iter().take(MOST).map(Into::into).collect())
        }
        _ => Err(refusal(answer)),
    }
}

/// One is ended; that it was ended already is as good.
pub(super) fn ended(answer: &Answer) -> Result<()> {
    match answer.status {
        StatusCode::NO_CONTENT | StatusCode::NOT_FOUND => Ok(()),
        _ => Err(refusal(answer)),
    }
}

/// 401 means another token, or another sign-in (RFC 9470 §3).
fn refusal(answer: &Answer) -> Error {
    let wants_more = answer.headers.get_all(WWW_AUTHENTICATE).iter().any(|value| {
        let challenge = value.to_str().unwrap_or_default();
        challenge.contains("error=\"insufficient_user_authentication\"")
    });
    match answer.status {
        StatusCode::UNAUTHORIZED if wants_more => Error::LevelTooLow,
        StatusCode::UNAUTHORIZED => Error::Unauthorized,
        _ => Error::unusable(AT, "unexpected status"),
    }
}

/// Whoever signs in chooses the name: no signs that hide, or turn the text round (Unicode UAX #9 §2).
fn shows(sign: &char) -> bool {
    let hides =
        matches!(sign, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
    !sign.is_control() && !hides
}

impl From<Entry> for Device {
    fn from(entry: Entry) -> Self {
        Self {
            id: entry.id,
            name: entry.name.chars().filter(shows).take(LONGEST_NAME).collect(),
            door: match entry.door {
                EntryDoor::IdPorten => Door::IdPorten,
                EntryDoor::Feide => Door::Feide,
                EntryDoor::CardNumber => Door::CardNumber,
            },
            signed_in_at: entry.signed_in_at,
            last_seen_at: entry.last_seen_at,
            current: entry.current,
        }
    }
}
