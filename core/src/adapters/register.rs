//! The national register, through the card service (`core/contract/card-service.yaml`).

mod devices;

use http::{
    StatusCode,
    header::{ACCEPT, AUTHORIZATION, ETAG, HeaderValue, IF_NONE_MATCH},
};
use reqwest::RequestBuilder;
use serde::Deserialize;
use tokio::sync::Mutex;
use url::Url;
use zeroize::Zeroizing;

use super::{
    http::{Answer, Http},
    jose::{Algorithm, Find, KeySet},
    receipt, snapshot,
};
use crate::{
    Error, RefusedCheck, Result,
    domain::{
        receipt::Listed,
        secret::Secret,
        snapshot::{SignedSnapshot, Snapshot},
    },
    ports::{Fetched, Later, Pass, Register},
    session::errand::{Brought, Errand},
};

const AT: &str = "card";
const KEYS: &str = "card keys";
const REFUSED: Error = Error::SignInRefused(RefusedCheck::Snapshot);
/// Longer marks aren't kept, bytes.
const LONGEST_ETAG: usize = 256;

/// The card service at one address. Remembers the register's keys in memory.
pub struct CardService {
    http: Http,
    issuer: String,
    keys: Mutex<KeySet>,
}

#[derive(Deserialize)]
struct CardAnswer {
    snapshot: String,
}

/// Problem details (RFC 9457 §3.1).
#[derive(Deserialize)]
struct Problem {
    #[serde(rename = "type")]
    kind: String,
}

impl CardService {
    /// The service at `base_url`, which is also the issuer of its snapshots. No IO.
    #[must_use]
    pub fn new(http: Http, base_url: &str) -> Self {
        Self {
            http,
            issuer: base_url.trim_end_matches('/').to_owned(),
            keys: Mutex::default(),
        }
    }

    fn url(&self, path: &str) -> Result<Url> {
        Url::parse(&format!("{}{path}", self.issuer)).map_err(|_| Error::Internal("card service isn't an address"))
    }

    /// Sends with the token and, where it is bound, a proof of its key.
    async fn ask(&self, request: RequestBuilder, at: &'static str, pass: &Pass) -> Result<Answer> {
        let key = pass.proof_key.as_ref();
        // RFC 9449 §7.1: bound tokens have a scheme of their own, so that nobody takes them for free ones.
        let scheme = if key.is_some() { "DPoP" } else { "Bearer" };
        let request = request
            .header(ACCEPT, "application/json, application/problem+json")
            .header(AUTHORIZATION, secret_header(scheme, &pass.access)?);
        self.http.send_proven(request, at, key, Some(&pass.access)).await
    }

    async fn fetch(&self, pass: Pass, etag: Option<String>) -> Result<Fetched> {
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

    async fn run(&self, pass: Option<Pass>, errand: Errand) -> Result<Brought> {
        let pass = pass.ok_or(Error::Internal("no pass"))?;
        match errand {
            Errand::SeeDevices => {
                let request = self.http.get(&self.url("/v1/devices")?)?;
                let answer = self.ask(request, devices::AT, &pass).await?;
                devices::read(&answer).map(Brought::Devices)
            }
            Errand::EndDevice(id) => {
                let mut url = self.url("/v1/devices")?;
                url.path_segments_mut()
                    .map_err(|()| Error::Internal("card service isn't an address"))?
                    .push(&id);
                let answer = self.ask(self.http.delete(&url)?, devices::AT, &pass).await?;
                devices::ended(&answer).map(|()| Brought::Ended(id))
            }
            _ => Err(Error::Internal("not yet")),
        }
    }

    async fn card(&self, answer: &Answer) -> Result<Fetched> {
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

    /// The key of that name in a set of its own; for a name that we don't know the keys are fetched, once.
    async fn key(&self, kid: &str) -> Result<String> {
        let mut keys = self.keys.lock().await;
        if matches!(keys.find(Some(kid)), Find::Unknown) {
            let request = self
                .http
                .get(&self.url("/v1/jwks.json")?)?
                .header(ACCEPT, "application/json");
            let answer = self.http.send(request, KEYS).await?.expect_ok()?;
            answer.json::<serde::de::IgnoredAny>(REFUSED)?;
            *keys = KeySet::parse(&answer.body, Algorithm::Es256).map_err(|_| REFUSED)?;
        }
        match keys.find(Some(kid)) {
            Find::One(key) => Ok(key.alone()),
            Find::Unknown | Find::Ambiguous => Err(REFUSED),
        }
    }
}

impl Register for CardService {
    fn fetch(&self, pass: Pass, etag: Option<String>) -> Later<'_, Result<Fetched>> {
        Box::pin(self.fetch(pass, etag))
    }

    fn prove(&self, files: &[String], keys: &str) -> Vec<Listed> {
        receipt::list(files, keys, &self.issuer)
    }

    fn directory(
        &self,
        _known: Option<std::sync::Arc<crate::domain::directory::Directory>>,
    ) -> Later<
        '_,
        Result<
            Option<(
                std::sync::Arc<crate::domain::directory::Directory>,
                crate::ports::DirectoryDocument,
            )>,
        >,
    > {
        Box::pin(async { Ok(None) })
    }

    fn run(&self, pass: Option<Pass>, errand: Errand) -> Later<'_, Result<Brought>> {
        Box::pin(self.run(pass, errand))
    }

    fn verify(&self, signed: &SignedSnapshot) -> Result<Snapshot> {
        snapshot::verify(signed, &self.issuer)
    }
}

/// A header that says a secret; hidden where headers are printed.
fn secret_header(scheme: &str, secret: &Secret) -> Result<HeaderValue> {
    let text = Zeroizing::new(format!("{scheme} {}", secret.expose()));
    let mut value = HeaderValue::from_str(&text).map_err(|_| Error::Internal("token isn't a header"))?;
    value.set_sensitive(true);
    Ok(value)
}

fn refusal(answer: &Answer) -> Error {
    match answer.status {
        StatusCode::UNAUTHORIZED => Error::Unauthorized,
        StatusCode::FORBIDDEN => Error::unusable(AT, "forbidden"),
        StatusCode::NOT_FOUND => match answer.json::<Problem>(Error::unusable(AT, "not found")) {
            Ok(problem) if problem.kind == "https://bibliotekkortet.no/problem/no-card" => Error::NoCard,
            Ok(_) => Error::unusable(AT, "not found"),
            Err(error) => error,
        },
        _ => Error::unusable(AT, "unexpected status"),
    }
}
