//! Accepting a library's text.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use super::access;
use super::agreements::number_of;
use super::problem::Problem;
use super::wish::{Party, Wish, idempotency_key};
use super::{PRIVATE, refusals};
use crate::keys::EcKey;
use crate::personas::Persona;
use crate::register::account;
use crate::register::ages::{Signs, signs};
use crate::register::birthday::age;
use crate::register::desk::{Signing, new_code};
use crate::register::directory;
use crate::register::household;
use crate::register::ledger::{Act, By};
use crate::register::patron::{self, Patron, Receipt, Status};
use crate::register::receipt::{self, Claim};
use crate::register::rules::{Agreement, Published};
use crate::shared::Shared;
use crate::state::State as Kept;

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

/// Whom it is for.
struct Holder<'a> {
    /// The register's name.
    id: &'a str,
    born: &'a str,
    patron: Patron,
    child: bool,
}

impl<'a> Signature<'a> {
    /// The receipt, made now or when this key came before.
    fn file(&self, state: &mut Kept, wish: &Wish) -> Result<String, Problem> {
        let signer = Patron::of(state, self.persona);
        let mut known = signer.receipts.iter();
        if let Some(known) = known.find(|it| it.idempotency_key == self.idempotency_key) {
            let same = known.request == wish.digest();
            return same.then(|| known.file.clone()).ok_or_else(refusals::key_reused);
        }
        let of = Published {
            library: wish.library.clone(),
            agreement: wish.agreement,
        };
        let mut holder = self.holder(state, &wish.party)?;
        let library = self.allowed(state, &holder, &of, wish)?;
        let claim = Claim {
            sub: self.sub.clone(),
            party: json!(wish.party),
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
        let act = match of.agreement {
            Agreement::Rules => Act::SignedRules,
            Agreement::Staffless => Act::SignedStaffless,
        };
        let by = if holder.child { By::Guardian } else { By::Own };
        holder.patron.note(act, Some(&of.library), by, self.now);
        signing.accept(state, holder.id, holder.patron);
        if !holder.child {
            account::used(state, self.persona, self.now);
        }
        Patron::of_mut(state, self.persona).receipts.push(Receipt {
            idempotency_key: self.idempotency_key.clone(),
            request: wish.digest(),
            party: json!(wish.party),
            library: of.library,
            agreement: of.agreement,
            version: wish.version.clone(),
            language: wish.language.clone(),
            signed_at: self.now,
            file: file.clone(),
        });
        Ok(file)
    }

    /// The signer, or a child of theirs. Somebody else's child is refused as one that there isn't.
    fn holder(&self, state: &Kept, party: &Party) -> Result<Holder<'a>, Problem> {
        let Party::Child(ward) = party else {
            return Ok(Holder {
                id: &self.persona.id,
                born: &self.persona.born,
                patron: Patron::of(state, self.persona),
                child: false,
            });
        };
        let found = household::ward(&self.shared.register, state, self.persona, &ward.child, self.now);
        let found = found.filter(|(_, basis)| *basis == ward.basis);
        let (child, _) = found.ok_or_else(refusals::no_basis)?;
        Ok(Holder {
            id: &child.id,
            born: &child.born,
            patron: Patron::of_child(state, child),
            child: true,
        })
    }

    /// The library, when just this text may be signed there for the holder now.
    fn allowed(&self, state: &Kept, holder: &Holder<'_>, of: &Published, wish: &Wish) -> Result<Value, Problem> {
        let register = &self.shared.register;
        if !holder.child {
            let card = patron::card(register, state, self.persona, self.now).ok_or_else(Problem::no_card)?;
            if card.status != "active" {
                return Err(refusals::card_not_active());
            }
        }
        let library = directory::library(register, state, &of.library).ok_or_else(refusals::no_library)?;
        if directory::is_closed(&library, self.now) {
            return Err(refusals::library_closed());
        }
        if !Agreement::of(&library).contains(&of.agreement) {
            return Err(refusals::no_rules());
        }
        match (signs(&library, of.agreement, age(holder.born, self.now)), holder.child) {
            (Signs::Alone, false) | (Signs::Guardian, true) => {}
            (Signs::Alone, true) => return Err(refusals::signs_alone()),
            (Signs::Guardian, false) | (Signs::Nobody, _) => return Err(refusals::too_young()),
        }
        let (newest, asked) = (of.version(state), number_of(&wish.version).unwrap_or_default());
        if asked < newest {
            return Err(refusals::rules_changed());
        }
        let texts = register.texts(state, of, newest);
        let text = texts.get(&wish.language).filter(|_| asked == newest);
        let text = text.ok_or_else(refusals::no_rules)?;
        if wish.text_hash.strip_prefix("sha-256:") != text["sha256"].as_str() {
            return Err(refusals::other_text());
        }
        if holder.patron.is(&of.library, Status::Blocked) {
            return Err(refusals::blocked_there());
        }
        if of.agreement == Agreement::Staffless && !holder.patron.is(&of.library, Status::Active) {
            return Err(refusals::not_active());
        }
        Ok(library)
    }
}
