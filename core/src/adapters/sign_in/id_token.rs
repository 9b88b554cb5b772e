//! The id_token: signature first, then what it says.

use openidconnect::{AccessToken, AccessTokenHash};
use serde::Deserialize;
use serde_json::Value;
use zeroize::Zeroizing;

use crate::{
    Error, RefusedCheck, Result,
    adapters::jose::{Algorithm, Compact, Find, Key, KeySet, is_unambiguous},
    domain::{level::Level, secret::Secret, timestamp::Timestamp},
};

const UNSIGNED: Error = Error::SignInRefused(RefusedCheck::Signature);
const IMPOSSIBLE: Error = Error::SignInRefused(RefusedCheck::Claims);

/// What the token must fit.
pub(super) struct Expected<'a> {
    /// The provider.
    pub(super) issuer: &'a str,
    /// We.
    pub(super) client_id: &'a str,
    /// Of this attempt.
    pub(super) nonce: &'a Secret,
    /// The level asked for.
    pub(super) level: Level,
    /// The most that this door can give.
    pub(super) ceiling: Level,
    /// The person was to sign in anew (`prompt=login`).
    pub(super) fresh: bool,
    /// When the attempt began.
    pub(super) started_at: Timestamp,
    /// Now.
    pub(super) now: Timestamp,
}

/// The claims that are checked (OIDC Core §2), all optional here so that each lack has its own refusal. `amr` isn't read:
/// it must not decide anything, and comes as a list, as text or not at all.
#[derive(Deserialize)]
pub(super) struct Claims {
    /// Issuer.
    pub(super) iss: Option<String>,
    /// Audience.
    pub(super) aud: Option<Audience>,
    /// Authorized party.
    pub(super) azp: Option<String>,
    /// Who, by a name made for us.
    pub(super) sub: Option<String>,
    /// Until when the token holds.
    pub(super) exp: Option<i64>,
    /// When it was made.
    pub(super) iat: Option<i64>,
    /// From when it holds (RFC 7519 §4.1.5).
    pub(super) nbf: Option<i64>,
    /// When the person signed in; earlier than `iat` with single sign-on.
    pub(super) auth_time: Option<i64>,
    /// Ours.
    pub(super) nonce: Option<String>,
    /// Level reached.
    pub(super) acr: Option<String>,
    /// Fødselsnummer or D-number, if the provider tells it; looked at once and wiped.
    pub(super) pid: Option<Zeroizing<String>>,
    /// For whom a person acts (ID-porten); we ask for nobody.
    pub(super) client_onbehalfof: Option<Value>,
    /// What was granted in particular (RFC 9396 §7); we ask for nothing.
    pub(super) authorization_details: Option<Value>,
    /// Half a hash of the access token (OIDC Core §3.1.3.6). ID-porten gives none.
    pub(super) at_hash: Option<String>,
}

/// `aud`: one or several (RFC 7519 §4.1.3).
#[derive(Deserialize)]
#[serde(untagged)]
pub(super) enum Audience {
    /// As text.
    One(String),
    /// As a list.
    Many(Vec<String>),
}

impl Audience {
    /// All of them.
    #[must_use]
    pub(super) fn all(&self) -> &[String] {
        match self {
            Self::One(one) => std::slice::from_ref(one),
            Self::Many(many) => many,
        }
    }
}

/// Takes it apart: RS256 only, and no other kind of token (RFC 8725 §3.11).
pub(super) fn parse(raw: &Secret) -> Result<Compact<'_>> {
    Compact::parse(raw.expose(), Algorithm::Rs256, is_id_token).map_err(|_| UNSIGNED)
}

/// `typ` is missing, `JWT`, or the `JOSE` of RFC 7515 §4.1.9; not `at+jwt`, not `logout+jwt`.
fn is_id_token(typ: Option<&str>) -> bool {
    matches!(typ, None | Some("jwt" | "jose"))
}

/// The claims, when the signature and the hash of the access token are right.
pub(super) fn verify(compact: &Compact<'_>, keys: &KeySet, access: &Secret) -> Result<Claims> {
    let Find::One(key) = keys.find(compact.kid.as_deref()) else {
        return Err(UNSIGNED);
    };
    let payload = compact.verified(key).map_err(|_| UNSIGNED)?;
    if !is_unambiguous(payload) {
        return Err(IMPOSSIBLE);
    }
    let claims: Claims = serde_json::from_slice(payload).map_err(|_| IMPOSSIBLE)?;
    at_hash(&claims, access, key)?;
    Ok(claims)
}

/// A missing `at_hash` is fine in the code flow; a wrong one isn't.
fn at_hash(claims: &Claims, access: &Secret, key: &Key) -> Result<()> {
    let Some(told) = &claims.at_hash else {
        return Ok(());
    };
    let access = AccessToken::new(access.expose().to_owned());
    match AccessTokenHash::from_token(&access, &Algorithm::Rs256.core(), key.jwk()) {
        Ok(hash) if hash.as_str() == told => Ok(()),
        _ => Err(IMPOSSIBLE),
    }
}
