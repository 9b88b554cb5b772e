//! Accepting a library's text.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::access;
use super::agreements::number_of;
use super::problem::Problem;
use super::{PRIVATE, refusals};
use crate::keys::EcKey;
use crate::personas::Persona;
use crate::random::digest;
use crate::register::desk::{Signing, new_code};
use crate::register::directory;
use crate::register::patron::{self, Patron, Receipt, Status};
use crate::register::receipt::{self, Claim};
use crate::register::rules::{Agreement, Published, is_number};
use crate::shared::Shared;
use crate::state::State as Kept;

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Wish {
    library: String,
    agreement: Agreement,
    version: String,
    language: String,
    text_hash: String,
    #[serde(rename = "for")]
    party: Party,
}

/// Children come later.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Party {
    #[serde(rename = "self")]
    own: bool,
}

/// `POST /v1/signatures`
pub(super) async fn sign(
    State(shared): State<Arc<Shared>>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Problem> {
    let (grant, _) = access::patron(&shared, &headers, "POST", "/v1/signatures")?;
    access::reached(&grant, access::HIGH)?;
    let idempotency_key = idempotency_key(&headers).ok_or_else(refusals::bad_request)?;
    let wish = Wish::read(&body).ok_or_else(refusals::bad_request)?;
    let persona = shared.persona(&grant.login.persona).ok_or_else(Problem::bad_token)?;
    let signing = Signature {
        shared: &shared,
        persona,
        sub: persona.subject(&grant.client),
        key: shared.keys().register,
        code: new_code().ok_or_else(|| Problem::of_status(StatusCode::SERVICE_UNAVAILABLE))?,
        idempotency_key,
        now: shared.now(),
    };
    let file = shared.change(|state| signing.file(state, &wish))?;
    Ok((StatusCode::CREATED, PRIVATE, [(CONTENT_TYPE, "application/json")], file).into_response())
}

/// Printable ASCII, at most 64 characters, once.
fn idempotency_key(headers: &HeaderMap) -> Option<String> {
    let mut values = headers.get_all("idempotency-key").into_iter();
    let key = values.next()?.to_str().ok()?;
    let fits = (1..=64).contains(&key.len()) && key.bytes().all(|byte| byte.is_ascii_graphic());
    (fits && values.next().is_none()).then(|| key.to_owned())
}

impl Wish {
    fn read(body: &[u8]) -> Option<Self> {
        let wish: Self = serde_json::from_slice(body).ok()?;
        let digits = wish.text_hash.strip_prefix("sha-256:")?;
        let hex = digits.len() == 64 && digits.bytes().all(|it| matches!(it, b'0'..=b'9' | b'a'..=b'f'));
        let fits = wish.party.own && hex && is_number(&wish.library) && number_of(&wish.version)? > 0;
        fits.then_some(wish)
    }

    /// Another request under a known key is a mistake of the client's.
    fn digest(&self) -> String {
        digest(&serde_json::to_string(self).unwrap_or_default())
    }
}

struct Signature<'a> {
    shared: &'a Shared,
    persona: &'a Persona,
    sub: String,
    key: EcKey,
    /// For the desk, should one be needed.
    code: String,
    idempotency_key: String,
    now: i64,
}

impl Signature<'_> {
    /// The receipt, made now or when this key came before.
    fn file(&self, state: &mut Kept, wish: &Wish) -> Result<String, Problem> {
        let patron = Patron::of(state, self.persona);
        let mut known = patron.receipts.iter();
        if let Some(known) = known.find(|it| it.idempotency_key == self.idempotency_key) {
            let same = known.request == wish.digest();
            return same.then(|| known.file.clone()).ok_or_else(refusals::key_reused);
        }
        let of = Published {
            library: wish.library.clone(),
            agreement: wish.agreement,
        };
        let library = self.allowed(state, &patron, &of, wish)?;
        let claim = Claim {
            sub: self.sub.clone(),
            of: &of,
            version: &wish.version,
            language: &wish.language,
            text_hash: &wish.text_hash,
        };
        let file = receipt::issue(self.shared, state, &self.key, &claim, self.now);
        let signing = Signing {
            of: &of,
            version: &wish.version,
            language: &wish.language,
            digital: directory::is_digital(&library),
            code: &self.code,
            now: self.now,
        };
        signing.accept(state, self.persona);
        Patron::of_mut(state, self.persona).receipts.push(Receipt {
            idempotency_key: self.idempotency_key.clone(),
            request: wish.digest(),
            library: of.library,
            agreement: of.agreement,
            version: wish.version.clone(),
            language: wish.language.clone(),
            signed_at: self.now,
            file: file.clone(),
        });
        Ok(file)
    }

    /// The library, when the person may sign just this text there now.
    fn allowed(&self, state: &Kept, patron: &Patron, of: &Published, wish: &Wish) -> Result<Value, Problem> {
        let register = &self.shared.register;
        let card = patron::card(register, state, self.persona, self.now).ok_or_else(Problem::no_card)?;
        if card.status != "active" {
            return Err(refusals::card_not_active());
        }
        let library = directory::library(register, state, &of.library).ok_or_else(refusals::no_library)?;
        if directory::is_closed(&library, self.now) {
            return Err(refusals::library_closed());
        }
        if !Agreement::of(&library).contains(&of.agreement) {
            return Err(refusals::no_rules());
        }
        let (newest, asked) = (of.version(state), number_of(&wish.version).unwrap_or_default());
        if asked < newest {
            return Err(refusals::rules_changed());
        }
        let texts = register.rules.version(of, newest);
        let text = texts.get(&wish.language).filter(|_| asked == newest);
        let text = text.ok_or_else(refusals::no_rules)?;
        if wish.text_hash.strip_prefix("sha-256:") != text["sha256"].as_str() {
            return Err(refusals::other_text());
        }
        if patron.is(&of.library, Status::Blocked) {
            return Err(refusals::blocked_there());
        }
        if of.agreement == Agreement::Staffless && !patron.is(&of.library, Status::Active) {
            return Err(refusals::not_active());
        }
        Ok(library)
    }
}
