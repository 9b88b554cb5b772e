//! The directory of libraries (`core/contract/card-service.yaml`, `/v1/libraries`). Public: nobody says who asks.

use std::{sync::Arc, time::Duration};

use http::{
    StatusCode,
    header::{ACCEPT, IF_NONE_MATCH},
};
use serde::{Deserialize, de::IgnoredAny};

use super::{CardService, KINDS, problem::refusal};
use crate::{
    Error, Result,
    adapters::http::Answer,
    domain::directory::{Changes, Directory, DirectoryError, MAX_BYTES, Whole},
    ports::{DirectoryDocument, NewDirectory},
};

const AT: &str = "libraries";
/// The whole is some megabytes, and not every net is fast.
const DEADLINE: Duration = Duration::from_secs(60);

const UNUSABLE: Error = Error::Service {
    at: AT,
    what: "unexpected directory",
    retry_after_s: None,
};

/// Which of the two documents it is.
#[derive(Deserialize)]
struct Either {
    base: Option<IgnoredAny>,
}

impl CardService {
    /// What is so now; `None` when `known` still is.
    pub(super) async fn directory(&self, known: Option<Arc<Directory>>) -> Result<NewDirectory> {
        let answer = self.libraries(known.as_deref()).await?;
        match (answer.status, known) {
            (StatusCode::NOT_MODIFIED, Some(known)) if known.etag().is_some() => Ok(None),
            (StatusCode::OK, Some(known)) if is_changes(&answer)? => match changed(&known, &answer) {
                Ok(directory) => Ok(Some((directory, DirectoryDocument::Changes(answer.body.to_vec())))),
                Err(error) if error.asks_for_whole() => whole(&self.libraries(None).await?).map(Some),
                Err(_) => Err(UNUSABLE),
            },
            _ => whole(&answer).map(Some),
        }
    }

    async fn libraries(&self, known: Option<&Directory>) -> Result<Answer> {
        let path = known.map_or("/v1/libraries".to_owned(), |known| {
            format!("/v1/libraries?since={}", known.version())
        });
        let request = self
            .http
            .get(&self.url(&path)?)?
            .header(ACCEPT, KINDS)
            .timeout(DEADLINE);
        let request = match known.and_then(Directory::etag) {
            Some(etag) => request.header(IF_NONE_MATCH, etag),
            None => request,
        };
        self.http.up_to(MAX_BYTES).send(request, AT).await
    }
}

fn is_changes(answer: &Answer) -> Result<bool> {
    let Either { base } = answer.json(UNUSABLE)?;
    Ok(base.is_some())
}

fn changed(known: &Arc<Directory>, answer: &Answer) -> std::result::Result<Arc<Directory>, DirectoryError> {
    known.apply(&Changes::parse(&answer.body)?).map(Arc::new)
}

fn whole(answer: &Answer) -> Result<(Arc<Directory>, DirectoryDocument)> {
    if answer.status != StatusCode::OK {
        return Err(refusal(answer));
    }
    answer.json::<IgnoredAny>(UNUSABLE)?;
    let directory = Whole::parse(&answer.body)
        .and_then(Directory::new)
        .map_err(|_| UNUSABLE)?;
    Ok((Arc::new(directory), DirectoryDocument::Whole(answer.body.to_vec())))
}
