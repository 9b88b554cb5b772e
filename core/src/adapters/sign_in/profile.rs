//! A provider, described by data.

use crate::session::sign_in::Door;

/// Rights asked for: who it is, and reading the card.
const SCOPES: [&str; 3] = ["openid", "profile", "nb:bibliotekkortet"];

/// Which provider, and who we are there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// Issuer identifier, compared code point by code point (OIDC Discovery §4.3).
    pub issuer: String,
    /// Our name there; we are a public native client (RFC 8252 §8.4) and have no secret.
    pub client_id: String,
    /// What we ask for; `openid` is among them.
    pub scopes: Vec<String>,
    /// The provider takes pushed requests and names itself on redirects, or isn't used. Ours and ID-porten do; `false` is for
    /// providers that only may.
    pub strict: bool,
    /// Each sign-in is a grant of its own, which can be ended without another's end. ID-porten speaks of the client's grant.
    pub own_grants: bool,
    /// What this device calls itself in the person's list of sign-ins; empty says nothing.
    pub device: String,
    /// The doors in the browser, each with its name in `idp_hint`, if it has to be told.
    pub doors: &'static [(Door, Option<&'static str>)],
}

impl Profile {
    /// The national card service as provider, which is itself the client of ID-porten and of Feide.
    #[must_use]
    pub fn card_service(issuer: String, client_id: String) -> Self {
        Self {
            doors: &[(Door::IdPorten, Some("idporten")), (Door::Feide, Some("feide"))],
            own_grants: true,
            ..Self::id_porten(issuer, client_id)
        }
    }

    /// ID-porten without anybody between.
    #[must_use]
    pub fn id_porten(issuer: String, client_id: String) -> Self {
        Self {
            issuer,
            client_id,
            scopes: SCOPES.map(str::to_owned).to_vec(),
            strict: true,
            own_grants: false,
            device: String::new(),
            doors: &[(Door::IdPorten, None)],
        }
    }

    /// The hint for a door.
    ///
    /// # Errors
    /// [`crate::Error::DoorClosed`]: this provider hasn't got that door.
    pub(super) fn hint(&self, door: Door) -> crate::Result<Option<&'static str>> {
        let found = self.doors.iter().find(|(one, _)| *one == door);
        found.map(|(_, hint)| *hint).ok_or(crate::Error::DoorClosed)
    }
}
