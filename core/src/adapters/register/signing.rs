//! A signature and its receipt (`core/contract/card-service.yaml`, `/v1/signatures`).

use http::{HeaderName, HeaderValue, StatusCode};
use serde::Serialize;
use serde_json::{Value, json};

use super::{CardService, problem::refusal};
use crate::{
    Error, Result,
    adapters::receipt,
    domain::receipt::{Agreement, Party},
    ports::Pass,
    session::errand::{Brought, Signature},
};

const AT: &str = "signatures";
pub(super) const KEY: HeaderName = HeaderName::from_static("idempotency-key");

/// What is accepted, named so that it can be no other.
#[derive(Serialize)]
struct Wish<'a> {
    library: String,
    agreement: Agreement,
    version: String,
    language: &'a str,
    text_hash: String,
    #[serde(rename = "for")]
    party: Value,
}

impl CardService {
    /// Signs; the receipt comes back only when it proves itself and shows what was signed, and by whom.
    pub(super) async fn sign(&self, pass: &Pass, signature: &Signature) -> Result<Brought> {
        let Signature {
            text,
            signer,
            behalf,
            key: idempotency_key,
        } = signature;
        let party = &behalf.party();
        let wish = Wish {
            library: text.library().to_string(),
            agreement: text.agreement(),
            version: text.version().to_string(),
            language: text.language().tag(),
            text_hash: format!("sha-256:{}", text.sha256()),
            party: in_json(party),
        };
        let request = self.http.post(&self.url("/v1/signatures")?)?;
        let answer = self
            .ask(request.header(KEY, key(idempotency_key)?).json(&wish), AT, pass)
            .await?;
        if answer.status != StatusCode::CREATED {
            return Err(refusal(&answer));
        }
        answer.json::<serde::de::IgnoredAny>(Error::unusable(AT, "unexpected json"))?;
        let (keys, _) = self.fetch_keys().await?;
        let proved = receipt::verify(&answer.body, &keys, &self.issuer)?;
        proved.shows_text(text, signer, party).map_err(|mismatch| {
            tracing::warn!(%mismatch, "a receipt shows something else");
            receipt::NoReceipt::Content
        })?;
        let file = String::from_utf8(answer.body.to_vec()).map_err(|_| receipt::NoReceipt::Form)?;
        Ok(Brought::Receipt { file, keys })
    }
}

/// A key by which the service knows a request that comes again.
pub(super) fn key(key: &str) -> Result<HeaderValue> {
    HeaderValue::from_str(key).map_err(|_| Error::Internal("key isn't a header"))
}

fn in_json(party: &Party) -> Value {
    match party {
        Party::Own => json!({ "self": true }),
        Party::Child { child, basis } => json!({ "child": child.expose(), "basis": basis }),
    }
}
