//! What an id_token's claims must fulfil (OIDC Core §3.1.3.7), one function for each.

use serde_json::Value;

use super::{
    Profile,
    id_token::{Claims, Expected},
};
use crate::{
    Error, RefusedCheck, Result,
    domain::{
        level::Level,
        national_id::{NationalId, Policy},
        secret::Secret,
        timestamp::Timestamp,
    },
    session::kept::Person,
};

/// How far the phone's clock and the provider's may differ, seconds.
const LEEWAY_S: i64 = 10;
/// The longest `sub` (OIDC Core §2), ASCII characters.
const LONGEST_SUBJECT: usize = 255;

/// Every check of a sign-in; who signed in.
///
/// # Errors
/// The first that fails.
pub(super) fn all(claims: &Claims, expected: &Expected<'_>) -> Result<Person> {
    issuer(claims, expected.issuer)?;
    audience(claims, expected.client_id)?;
    authorized_party(claims, expected.client_id)?;
    expiry(claims, expected.now)?;
    issue_time(claims, expected)?;
    not_before(claims, expected)?;
    sign_in_time(claims, expected)?;
    nonce(claims, expected)?;
    national_id(claims)?;
    for_oneself(claims)?;
    let level = level(claims, expected)?;
    Ok(Person {
        level,
        subject: subject(claims)?,
        signed_in_at: claims.auth_time.map(Timestamp),
        nonce: expected.nonce.clone(),
    })
}

/// Every check of a renewal: still the same person, provider and client, and no newer sign-in (OIDC Core §12.2).
///
/// # Errors
/// The first that fails.
pub(super) fn renewed(claims: &Claims, profile: &Profile, person: &Person, now: Timestamp) -> Result<()> {
    issuer(claims, &profile.issuer)?;
    audience(claims, &profile.client_id)?;
    authorized_party(claims, &profile.client_id)?;
    expiry(claims, now)?;
    hold(subject(claims)? == person.subject, RefusedCheck::Claims)?;
    let told = claims.nonce.clone().map(Secret::new);
    hold(told.is_none_or(|nonce| nonce == person.nonce), RefusedCheck::Nonce)?;
    let signed_in_at = claims.auth_time.map(Timestamp);
    let same = signed_in_at.is_none() || person.signed_in_at.is_none() || signed_in_at == person.signed_in_at;
    hold(same, RefusedCheck::Time)
}

/// `iss` is the provider, code point by code point.
///
/// # Errors
/// Refused by `Issuer`.
fn issuer(claims: &Claims, issuer: &str) -> Result<()> {
    hold(claims.iss.as_deref() == Some(issuer), RefusedCheck::Issuer)
}

/// `aud` is we, and nobody beside us.
///
/// # Errors
/// Refused by `Audience`.
fn audience(claims: &Claims, client_id: &str) -> Result<()> {
    let audience = claims.aud.as_ref().map_or(&[][..], |aud| aud.all());
    let ours = !audience.is_empty() && audience.iter().all(|one| one == client_id);
    hold(ours, RefusedCheck::Audience)
}

/// `azp`, if there, is we.
///
/// # Errors
/// Refused by `Audience`.
fn authorized_party(claims: &Claims, client_id: &str) -> Result<()> {
    let ours = claims.azp.as_deref().is_none_or(|azp| azp == client_id);
    hold(ours, RefusedCheck::Audience)
}

/// `exp` is there and not past.
///
/// # Errors
/// Refused by `Time`.
fn expiry(claims: &Claims, now: Timestamp) -> Result<()> {
    let valid = claims.exp.is_some_and(|exp| exp > now.plus(-LEEWAY_S).0);
    hold(valid, RefusedCheck::Time)
}

/// `iat` is there, not in the future and not before the attempt: an older token was made for somebody else's.
///
/// # Errors
/// Refused by `Time`.
fn issue_time(claims: &Claims, expected: &Expected<'_>) -> Result<()> {
    let attempt = expected.started_at.plus(-LEEWAY_S).0..=expected.now.plus(LEEWAY_S).0;
    let fits = claims.iat.is_some_and(|iat| attempt.contains(&iat));
    hold(fits, RefusedCheck::Time)
}

/// `nbf`, if there, is past.
///
/// # Errors
/// Refused by `Time`.
fn not_before(claims: &Claims, expected: &Expected<'_>) -> Result<()> {
    let begun = claims.nbf.is_none_or(|nbf| nbf <= expected.now.plus(LEEWAY_S).0);
    hold(begun, RefusedCheck::Time)
}

/// `auth_time`, if there, is a moment before now. It may be older than the attempt (single sign-on) unless a new sign-in was
/// asked for; then it must be there and be new.
///
/// # Errors
/// Refused by `Time`.
fn sign_in_time(claims: &Claims, expected: &Expected<'_>) -> Result<()> {
    let past = 1..=expected.now.plus(LEEWAY_S).0;
    let attempt = expected.started_at.plus(-LEEWAY_S).0;
    let sane = match claims.auth_time {
        Some(time) => past.contains(&time) && (!expected.fresh || time >= attempt),
        None => !expected.fresh,
    };
    hold(sane, RefusedCheck::Time)
}

/// `nonce` is this attempt's.
///
/// # Errors
/// Refused by `Nonce`.
fn nonce(claims: &Claims, expected: &Expected<'_>) -> Result<()> {
    let told = claims.nonce.clone().map(Secret::new);
    hold(told.as_ref() == Some(expected.nonce), RefusedCheck::Nonce)
}

/// `sub` is there, ASCII, and at most 255 long.
///
/// # Errors
/// Refused by `Claims`.
fn subject(claims: &Claims) -> Result<String> {
    let possible = |sub: &&String| sub.is_ascii() && (1..=LONGEST_SUBJECT).contains(&sub.len());
    let subject = claims.sub.as_ref().filter(possible);
    subject.cloned().ok_or(Error::SignInRefused(RefusedCheck::Claims))
}

/// `pid`, if there, is a number that somebody could have. Who it is, the card service knows; we don't keep it.
///
/// # Errors
/// Refused by `Claims`.
fn national_id(claims: &Claims) -> Result<()> {
    let possible = |pid: &str| pid.bytes().all(|b| b.is_ascii_digit()) && NationalId::parse(pid, Policy::Any).is_ok();
    hold(
        claims.pid.as_ref().is_none_or(|pid| possible(pid)),
        RefusedCheck::Claims,
    )
}

/// Nobody acts for somebody else: neither was asked for. An empty list says the same as none.
///
/// # Errors
/// Refused by `Claims`.
fn for_oneself(claims: &Claims) -> Result<()> {
    let nobody = |value: &Option<Value>| match value {
        None => true,
        Some(value) => value.as_array().is_some_and(Vec::is_empty),
    };
    let oneself = nobody(&claims.client_onbehalfof) && nobody(&claims.authorization_details);
    hold(oneself, RefusedCheck::Claims)
}

/// `acr` is the level asked for or a higher one, and counts up to what the door can give; missing and unknown values are none.
///
/// # Errors
/// [`Error::LevelTooLow`].
fn level(claims: &Claims, expected: &Expected<'_>) -> Result<Level> {
    match claims.acr.as_deref().and_then(Level::from_acr) {
        Some(reached) if reached >= expected.level => Ok(reached.min(expected.ceiling)),
        _ => Err(Error::LevelTooLow),
    }
}

fn hold(holds: bool, check: RefusedCheck) -> Result<()> {
    if holds {
        Ok(())
    } else {
        Err(Error::SignInRefused(check))
    }
}
