//! A card that ends for want of use (`core/contract/card-service.yaml`, `/v1/notices`, `/v1/keep-card`).

use serde::Deserialize;

use super::{CardService, problem::content};
use crate::{
    Result,
    adapters::http::Answer,
    domain::{shelf::Unused, timestamp::Timestamp},
    ports::Pass,
};

#[derive(Deserialize)]
struct Notices {
    notices: Vec<Notice>,
}

#[derive(Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum Notice {
    Unused {
        last_used_at: Timestamp,
        ends_at: Timestamp,
    },
    #[serde(other)]
    Other,
}

impl CardService {
    /// Those that there are.
    pub(super) async fn notices(&self, pass: &Pass) -> Result<Vec<Unused>> {
        let request = self.http.get(&self.url("/v1/notices")?)?;
        read(&self.ask(request, "notices", pass).await?)
    }

    /// The card is kept; those that are left.
    pub(super) async fn keep_card(&self, pass: &Pass) -> Result<Vec<Unused>> {
        let request = self.http.post(&self.url("/v1/keep-card")?)?;
        read(&self.ask(request, "keep card", pass).await?)
    }
}

fn read(answer: &Answer) -> Result<Vec<Unused>> {
    let Notices { notices } = content(answer)?;
    let unused = notices.into_iter().filter_map(|notice| match notice {
        Notice::Unused { last_used_at, ends_at } => Some(Unused { last_used_at, ends_at }),
        Notice::Other => None,
    });
    Ok(unused.collect())
}
