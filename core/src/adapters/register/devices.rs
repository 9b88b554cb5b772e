//! Sign-ins on all devices (`core/contract/card-service.yaml`, `/v1/devices`).

use http::StatusCode;
use serde::Deserialize;

use super::{
    CardService, NO_ADDRESS,
    problem::{content, refusal},
    shown::shown,
};
use crate::{
    Result,
    domain::{device::Device, door::Door, timestamp::Timestamp},
    ports::Pass,
};

const AT: &str = "devices";
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

impl CardService {
    /// The list.
    pub(super) async fn see_devices(&self, pass: &Pass) -> Result<Vec<Device>> {
        let request = self.http.get(&self.url("/v1/devices")?)?;
        let answer = self.ask(request, AT, pass).await?;
        let list: List = content(&answer)?;
        Ok(list.devices.into_iter().take(MOST).map(Into::into).collect())
    }

    /// One is ended; that it was ended already is as good.
    pub(super) async fn end_device(&self, pass: &Pass, id: &str) -> Result<()> {
        let mut url = self.url("/v1/devices")?;
        url.path_segments_mut().map_err(|()| NO_ADDRESS)?.push(id);
        let answer = self.ask(self.http.delete(&url)?, AT, pass).await?;
        match answer.status {
            StatusCode::NO_CONTENT | StatusCode::NOT_FOUND => Ok(()),
            _ => Err(refusal(&answer)),
        }
    }
}

impl From<Entry> for Device {
    fn from(entry: Entry) -> Self {
        Self {
            id: entry.id,
            name: shown(&entry.name, LONGEST_NAME),
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
