//! The service's public keys (`core/contract/card-service.yaml`, `/v1/jwks.json`).

use serde::de::IgnoredAny;

use super::CardService;
use crate::{
    Error, RefusedCheck, Result,
    adapters::jose::{Algorithm, Find, KeySet},
};

const AT: &str = "card keys";
const REFUSED: Error = Error::SignInRefused(RefusedCheck::Snapshot);
/// Key sets are a few kilobytes.
const LONGEST: usize = 64 * 1024;

impl CardService {
    /// The key of that name in a set of its own; for a name that we don't know the keys are fetched, once.
    pub(super) async fn key(&self, kid: &str) -> Result<String> {
        let mut keys = self.keys.lock().await;
        if matches!(keys.find(Some(kid)), Find::Unknown) {
            *keys = self.fetch_keys().await?.1;
        }
        match keys.find(Some(kid)) {
            Find::One(key) => Ok(key.alone()),
            Find::Unknown | Find::Ambiguous => Err(REFUSED),
        }
    }

    /// All keys, as they came and to be looked up.
    pub(super) async fn fetch_keys(&self) -> Result<(String, KeySet)> {
        let answer = self.ask_openly("/v1/jwks.json", AT, LONGEST).await?.expect_ok()?;
        answer.json::<IgnoredAny>(REFUSED)?;
        let keys = KeySet::parse(&answer.body, Algorithm::Es256).map_err(|_| REFUSED)?;
        let text = String::from_utf8(answer.body.to_vec()).map_err(|_| REFUSED)?;
        Ok((text, keys))
    }
}
