//! The card (`core/contract/card-service.yaml`, `/v1/card`).

use http::{
    StatusCode,
    header::{ETAG, IF_NONE_MATCH},
};
use serde::Deserialize;

use super::{CardService, problem};
use crate::{
    Error, Result,
    adapters::{http::Answer, snapshot},
    domain::snapshot::SignedSnapshot,
    ports::{Fetched, Pass},
};

pub(super) const AT: &str = "card";
/// Longer marks aren't kept, bytes.
const LONGEST_ETAG: usize = 256;

#[derive(Deserialize)]
struct CardAnswer {
    snapshot: String,
}

impl CardService {
    pub(super) async fn fetch(&self, pass: Pass, etag: Option<String>) -> Result<Fetched> {
        let mut request = self.http.get(&self.url("/v1/card")?)?;
        if let Some(etag) = &etag {
            request = request.header(IF_NONE_MATCH, etag);
        }
        let answer = self.ask(request, AT, &pass).await?;
        match answer.status {
            StatusCode::OK => self.card(&answer).await,
            StatusCode::NOT_MODIFIED if etag.is_some() => Ok(Fetched::Unchanged),
            _ => Err(refusal(&answer)),
        }
    }

    pub(super) async fn card(&self, answer: &Answer) -> Result<Fetched> {
        let CardAnswer { snapshot: jws } = answer.json(Error::unusable(AT, "unexpected json"))?;
        let kid = snapshot::key_name(&jws)?;
        let signed = SignedSnapshot {
            keys: self.key(&kid).await?,
            jws,
        };
        Ok(Fetched::Card {
            snapshot: Box::new(snapshot::verify(&signed, &self.issuer)?),
            etag: answer.header(ETAG, LONGEST_ETAG),
            signed,
        })
    }
}

/// The card needs no more than a token, so 401 has one meaning here.
fn refusal(answer: &Answer) -> Error {
    match answer.status {
        StatusCode::UNAUTHORIZED => Error::Unauthorized,
        StatusCode::FORBIDDEN => Error::unusable(AT, "forbidden"),
        StatusCode::NOT_FOUND => match problem::name(answer) {
            Ok(name) if name == "no-card" => Error::NoCard,
            Ok(_) => Error::unusable(AT, "not found"),
            Err(error) => error,
        },
        _ => Error::unusable(AT, "unexpected status"),
    }
}
