use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// What ID-porten's look-alike remembers. Every map is keyed by the digest of a secret, never by the secret.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct State {
    /// Pushed authorization requests by `request_uri`.
    pub(crate) pushed: BTreeMap<String, Waiting>,
    /// Login pages that were shown, by form token.
    pub(crate) pages: BTreeMap<String, Waiting>,
    /// Authorization codes.
    pub(crate) codes: BTreeMap<String, Code>,
    /// Grants by a number of their own.
    pub(crate) grants: BTreeMap<String, Grant>,
    /// Access tokens.
    pub(crate) access: BTreeMap<String, Token>,
    /// Refresh tokens.
    pub(crate) refresh: BTreeMap<String, Token>,
    /// Proofs of possession that were seen, until when (Unix seconds).
    pub(crate) proofs: BTreeMap<String, i64>,
}

/// A checked authorization request.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Request {
    pub(crate) client: String,
    pub(crate) redirect_uri: String,
    pub(crate) scope: String,
    pub(crate) state: String,
    pub(crate) nonce: String,
    pub(crate) challenge: String,
    pub(crate) acr: Vec<String>,
    pub(crate) locales: String,
    pub(crate) hint: Option<String>,
    /// Thumbprint of the key that the code is to be bound to (RFC 9449 §10).
    #[serde(default)]
    pub(crate) jkt: Option<String>,
}

/// A request that waits for the next step, until a time (Unix seconds).
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Waiting {
    pub(crate) request: Request,
    pub(crate) expires: i64,
    pub(crate) used: bool,
}

#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Code {
    pub(crate) request: Request,
    pub(crate) persona: String,
    pub(crate) acr: String,
    pub(crate) auth_time: i64,
    pub(crate) locale: String,
    pub(crate) expires: i64,
    /// Presented at the token endpoint, rightly or wrongly.
    pub(crate) spent: bool,
    /// The grant that came of it.
    pub(crate) grant: Option<String>,
}

#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Grant {
    pub(crate) client: String,
    pub(crate) persona: String,
    pub(crate) scope: String,
    pub(crate) acr: String,
    pub(crate) auth_time: i64,
    pub(crate) locale: String,
    /// Absolute; no refresh goes beyond it.
    pub(crate) expires: i64,
    pub(crate) ended: bool,
    /// Thumbprint of the key that its tokens are bound to (RFC 9449 §6).
    #[serde(default)]
    pub(crate) jkt: Option<String>,
}

#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Token {
    pub(crate) grant: String,
    pub(crate) scope: String,
    pub(crate) expires: i64,
    /// A refresh token that was rotated away.
    pub(crate) used: bool,
}

/// Seconds that things stay after they ran out, so that reuse can still be told from nonsense.
const KEPT: i64 = 7200;

impl State {
    pub(crate) fn prune(&mut self, now: i64) {
        self.pushed.retain(|_, it| it.expires + KEPT > now);
        self.pages.retain(|_, it| it.expires + KEPT > now);
        self.codes.retain(|_, it| it.expires + KEPT > now);
        self.grants.retain(|_, it| it.expires + KEPT > now);
        self.access.retain(|_, it| it.expires + KEPT > now);
        self.refresh.retain(|_, it| it.expires + KEPT > now);
        self.proofs.retain(|_, until| *until > now);
    }

    /// The grant of a token, if both are alive.
    pub(crate) fn alive<'a>(&'a self, token: &Token, now: i64) -> Option<&'a Grant> {
        if token.expires <= now {
            return None;
        }
        self.grants
            .get(&token.grant)
            .filter(|grant| !grant.ended && grant.expires > now)
    }

    /// The grant that an access token gives, and its scope.
    pub(crate) fn bearer(&self, access_token: &str, now: i64) -> Option<(&Grant, &str)> {
        let token = self.access.get(&crate::random::digest(access_token))?;
        Some((self.alive(token, now)?, &token.scope))
    }

    pub(crate) fn end(&mut self, grant: &str) {
        if let Some(grant) = self.grants.get_mut(grant) {
            grant.ended = true;
        }
    }

    pub(crate) fn end_all_of(&mut self, persona: &str) {
        self.grants
            .values_mut()
            .filter(|grant| grant.persona == persona)
            .for_each(|grant| grant.ended = true);
    }
}
