//! Proving an e-mail address by a code: the same when registering and when changing it.

use axum::http::StatusCode;
use serde::Deserialize;

use super::problem::Problem;
use super::refusals;
use super::wish::read;
use crate::personas::Persona;
use crate::register::contact::is_email;
use crate::register::email_code;
use crate::register::patron::Patron;
use crate::register::secrets::kept;
use crate::shared::Shared;
use crate::state::State;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Address {
    email: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Typed {
    code: String,
}

/// `{"email"}`
pub(super) fn address(body: &[u8]) -> Result<String, Problem> {
    let address: Address = read(body)?;
    let fits = is_email(&address.email);
    fits.then_some(address.email).ok_or_else(refusals::bad_request)
}

/// `{"code"}`, as it is compared.
pub(super) fn typed(shared: &Shared, persona: &Persona, body: &[u8]) -> Result<String, Problem> {
    let typed: Typed = read(body)?;
    let fits = typed.code.len() == 6 && typed.code.bytes().all(|it| it.is_ascii_digit());
    let digest = || kept(shared, "email-code", &persona.id, &typed.code);
    fits.then(digest).ok_or_else(refusals::bad_request)
}

/// A code, and how it is kept.
pub(super) fn fresh(shared: &Shared, persona: &Persona) -> Result<(String, String), Problem> {
    let code = email_code::new().ok_or_else(|| Problem::of_status(StatusCode::SERVICE_UNAVAILABLE))?;
    let digest = kept(shared, "email-code", &persona.id, &code);
    Ok((code, digest))
}

pub(super) fn send(
    state: &mut State,
    persona: &Persona,
    email: &str,
    code: &str,
    digest: String,
    now: i64,
) -> Result<(), Problem> {
    email_code::send(state, persona, email, code, digest, now).map_err(refusals::code)
}

pub(super) fn prove(state: &mut State, persona: &Persona, digest: &str, now: i64) -> Result<String, Problem> {
    let proving = &mut Patron::of_mut(state, persona).proving;
    proving.prove(digest, now).map_err(refusals::code)
}
