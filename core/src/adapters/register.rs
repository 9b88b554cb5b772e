//! The national register, through the card service (`core/contract/card-service.yaml`): who asks for what, and how.

mod card;
mod children;
mod contact;
mod devices;
mod directory;
mod export;
mod household;
mod keys;
mod leaving;
mod ledger;
mod libraries;
mod log;
mod newer;
mod notices;
mod people;
mod problem;
mod receipts;
mod registration;
mod relations;
mod shown;
mod signing;
mod texts;

use std::sync::Arc;

use http::header::{ACCEPT, AUTHORIZATION, HeaderValue};
use reqwest::RequestBuilder;
use tokio::sync::Mutex;
use url::Url;
use zeroize::Zeroizing;

use super::{
    http::{Answer, Http},
    jose::KeySet,
    receipt, snapshot,
};
use crate::{
    Error, Result,
    domain::{
        directory::Directory,
        receipt::Listed,
        secret::Secret,
        snapshot::{SignedSnapshot, Snapshot},
    },
    ports::{Fetched, Later, NewDirectory, Pass, Register},
    session::errand::{Brought, Errand},
};

/// What we read.
const KINDS: &str = "application/json, application/problem+json";
const NO_ADDRESS: Error = Error::Internal("card service isn't an address");

/// The card service at one address. Remembers the register's keys in memory.
pub struct CardService {
    http: Http,
    issuer: String,
    keys: Mutex<KeySet>,
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
        Url::parse(&format!("{}{path}", self.issuer)).map_err(|_| NO_ADDRESS)
    }

    /// Sends with the token and, where it is bound, a proof of its key.
    async fn ask(&self, request: RequestBuilder, at: &'static str, pass: &Pass) -> Result<Answer> {
        send(&self.http, request, at, pass).await
    }

    /// The same for an answer of up to `longest` bytes.
    async fn ask_much(&self, request: RequestBuilder, at: &'static str, pass: &Pass, longest: usize) -> Result<Answer> {
        send(&self.http.up_to(longest), request, at, pass).await
    }

    /// The same where 429 says what there were too many of.
    async fn ask_throttled(&self, request: RequestBuilder, at: &'static str, pass: &Pass) -> Result<Answer> {
        send(&self.http.hearing_throttles(), request, at, pass).await
    }

    /// Asks for what is public, as nobody, for an answer of up to `longest` bytes.
    async fn ask_openly(&self, path: &str, at: &'static str, longest: usize) -> Result<Answer> {
        let request = self.http.get(&self.url(path)?)?.header(ACCEPT, KINDS);
        self.http.up_to(longest).send(request, at).await
    }

    async fn run(&self, pass: Option<Pass>, errand: Errand) -> Result<Brought> {
        let pass = pass.as_ref().ok_or(Error::Internal("an errand without a pass"));
        match errand {
            Errand::Read(ask) => self.read(ask).await.map(|reading| Brought::Text(Box::new(reading))),
            Errand::SeeDevices => self.see_devices(pass?).await.map(Brought::Devices),
            Errand::EndDevice(id) => self.end_device(pass?, &id).await.map(|()| Brought::Ended(id)),
            Errand::SeeLibraries(shelf) => {
                let shelf = self.see_libraries(pass?, *shelf).await?;
                Ok(Brought::Libraries(Box::new(shelf)))
            }
            Errand::SeeRelations => self.relations(pass?).await.map(Brought::Relations),
            Errand::ChooseHome(library) => self.choose_home(pass?, library).await.map(Brought::Relations),
            Errand::Withdraw(library) => {
                let withdrawn = self.withdraw(pass?, library).await;
                withdrawn.map(|()| Brought::Withdrawn(library))
            }
            Errand::Sign(signature) => self.sign(pass?, &signature).await,
            Errand::KeepCard => self.keep_card(pass?).await.map(Brought::CardKept),
            Errand::SeeLeaving => self.see_leaving(pass?).await.map(Brought::Leaving),
            Errand::Leave => self.leave(pass?).await.map(Brought::Leaving),
            Errand::People(ask) => self.people(pass, ask).await.map(|it| Brought::People(Box::new(it))),
            Errand::Export => self.export(pass?).await.map(|all| Brought::Export(Box::new(all))),
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

    fn run(&self, pass: Option<Pass>, errand: Errand) -> Later<'_, Result<Brought>> {
        Box::pin(self.run(pass, errand))
    }

    fn directory(&self, known: Option<Arc<Directory>>) -> Later<'_, Result<NewDirectory>> {
        Box::pin(self.directory(known))
    }

    fn verify(&self, signed: &SignedSnapshot) -> Result<Snapshot> {
        snapshot::verify(signed, &self.issuer)
    }
}

async fn send(http: &Http, request: RequestBuilder, at: &'static str, pass: &Pass) -> Result<Answer> {
    let key = pass.proof_key.as_ref();
    // RFC 9449 §7.1: bound tokens have a scheme of their own, so that nobody takes them for free ones.
    let scheme = if key.is_some() { "DPoP" } else { "Bearer" };
    let request = request
        .header(ACCEPT, KINDS)
        .header(AUTHORIZATION, secret_header(scheme, &pass.access)?);
    http.send_proven(request, at, key, Some(&pass.access)).await
}

/// A header that says a secret; hidden where headers are printed.
fn secret_header(scheme: &str, secret: &Secret) -> Result<HeaderValue> {
    let text = Zeroizing::new(format!("{scheme} {}", secret.expose()));
    let mut value = HeaderValue::from_str(&text).map_err(|_| Error::Internal("token isn't a header"))?;
    value.set_sensitive(true);
    Ok(value)
}
