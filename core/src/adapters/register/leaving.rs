//! Leaving, and what it leaves behind (`core/contract/card-service.yaml`, `/v1/leave`).

use serde::Deserialize;

use super::{CardService, problem::content, relations::standing, shown::shown};
use crate::{
    Error, Result,
    domain::{
        library::{Contact, LibraryNumber},
        shelf::{Leaving, Remaining},
        timestamp::Timestamp,
    },
    ports::Pass,
};

const AT: &str = "leave";
/// Longer names and addresses are cut, characters.
const LONGEST_TEXT: usize = 200;
/// More libraries are not shown.
const MOST: usize = 500;

#[derive(Deserialize)]
struct Left {
    ended_at: Option<Timestamp>,
    remaining: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    library: LibraryNumber,
    name: String,
    status: String,
    #[serde(default)]
    contact: Contact,
}

impl CardService {
    /// What would remain.
    pub(super) async fn see_leaving(&self, pass: &Pass) -> Result<Leaving> {
        let request = self.http.get(&self.url("/v1/leave")?)?;
        let left: Left = content(&self.ask(request, AT, pass).await?)?;
        Ok(left.into())
    }

    /// The card ends; what remains.
    pub(super) async fn leave(&self, pass: &Pass) -> Result<Leaving> {
        let request = self.http.post(&self.url("/v1/leave")?)?;
        let left: Left = content(&self.ask(request, AT, pass).await?)?;
        if left.ended_at.is_none() {
            return Err(Error::unusable(AT, "unexpected json"));
        }
        Ok(left.into())
    }
}

impl From<Left> for Leaving {
    fn from(left: Left) -> Self {
        Self {
            ended_at: left.ended_at,
            remaining: left.remaining.into_iter().take(MOST).map(Into::into).collect(),
        }
    }
}

impl From<Entry> for Remaining {
    fn from(entry: Entry) -> Self {
        let clean = |text: Option<String>| {
            text.map(|text| shown(&text, LONGEST_TEXT))
                .filter(|text| !text.is_empty())
        };
        Self {
            library: entry.library,
            name: shown(&entry.name, LONGEST_TEXT),
            standing: standing(&entry.status),
            contact: Contact {
                email: clean(entry.contact.email),
                phone: clean(entry.contact.phone),
                web: clean(entry.contact.web),
            },
        }
    }
}
