use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::realm::Realm;
use crate::register::account::Mail;
use crate::register::directory::DirectoryChange;
use crate::register::household::Basis;
use crate::register::patron::{DeskCode, Patron};
use crate::register::powers::ChildCode;

/// What the three providers remember. Every map is keyed by the digest of a secret, never by the secret.
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
    /// Sessions of browsers, by an id that is no secret (`sid`).
    pub(crate) sessions: BTreeMap<String, Session>,
    /// Sign-ins that wait for an identity provider, by the `state` that it was given.
    pub(crate) upstream: BTreeMap<String, Upstream>,
    /// Sign-ins with a card number that wait for a one-time code, by `auth_session`.
    pub(crate) half_way: BTreeMap<String, HalfWay>,
    /// When wrong PINs and passwords came, by user.
    pub(crate) wrong_tries: BTreeMap<String, Vec<i64>>,
    /// Logout tokens that were seen, until when.
    pub(crate) logout_tokens: BTreeMap<String, i64>,
    /// Where to go after a logout at an identity provider, by the `state` that it was given.
    pub(crate) after_logout: BTreeMap<String, Target>,
    /// Versions of the directory after the first.
    pub(crate) directory: Vec<DirectoryChange>,
    /// Newest versions of rules that aren't the first, by library and agreement.
    pub(crate) published: BTreeMap<String, u32>,
    /// Relations and receipts by persona, of those for whom anything changed.
    pub(crate) patrons: BTreeMap<String, Patron>,
    /// When it all began, Unix seconds; 0 before.
    pub(crate) began: i64,
    /// E-mails that were sent.
    pub(crate) mails: Vec<Mail>,
    /// Entries of the log of receipts; never changed, only added to.
    pub(crate) log: Vec<String>,
    /// Keys that have signed a receipt or a head, by `kid`: their public halves stay known.
    pub(crate) proving: BTreeSet<String>,
    /// Codes for a library's desk; the person may see them again, so that these aren't digests.
    pub(crate) desk: BTreeMap<String, DeskCode>,
    /// The same by which a library confirms who acts for a child.
    pub(crate) child_codes: BTreeMap<String, ChildCode>,
    /// What was said since about who acts for a child, by child and guardian; `None` is over.
    pub(crate) bases: BTreeMap<String, BTreeMap<String, Option<Basis>>>,
    /// Who neither acts for anybody nor is acted for, by the service's word.
    pub(crate) apart: BTreeSet<String>,
    /// Whether the population register says nothing of children.
    pub(crate) registry_link_off: bool,
    /// Cards given out here.
    pub(crate) series: u32,
}

/// The way in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Door {
    Idporten,
    Feide,
    CardNumber,
}

/// Who signed in, and how.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Login {
    pub(crate) persona: String,
    pub(crate) acr: String,
    pub(crate) amr: Vec<String>,
    pub(crate) auth_time: i64,
    pub(crate) locale: String,
    pub(crate) door: Door,
    /// The session that it began; nothing without a browser.
    pub(crate) sid: Option<String>,
    /// The session at the identity provider that it came from.
    pub(crate) upstream_sid: Option<String>,
}

#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Session {
    pub(crate) realm: Realm,
    pub(crate) login: Login,
    /// Digest of the browser's cookie.
    pub(crate) cookie: Option<String>,
    pub(crate) used_at: i64,
    pub(crate) ended: bool,
    /// Clients that were signed in to within it.
    pub(crate) clients: Vec<String>,
}

#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Upstream {
    pub(crate) waiting: Waiting,
    pub(crate) realm: Realm,
}

#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Target {
    pub(crate) uri: String,
    pub(crate) expires: i64,
}

#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct HalfWay {
    pub(crate) waiting: Waiting,
    pub(crate) login: Login,
    pub(crate) wrong: u8,
}

/// A checked authorization request.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Request {
    pub(crate) realm: Realm,
    pub(crate) client: String,
    /// Empty for a sign-in without a browser.
    pub(crate) redirect_uri: String,
    pub(crate) scope: String,
    pub(crate) state: String,
    pub(crate) nonce: String,
    pub(crate) challenge: String,
    pub(crate) acr: Vec<String>,
    pub(crate) locales: String,
    pub(crate) hint: Option<String>,
    /// Thumbprint of the key that the code is to be bound to (RFC 9449 §10).
    pub(crate) jkt: Option<String>,
    /// The identity provider that was asked for.
    pub(crate) idp: Option<Realm>,
    /// What the person calls the device.
    pub(crate) device: Option<String>,
    /// `prompt=login`: a session won't do.
    pub(crate) again: bool,
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
    pub(crate) login: Login,
    pub(crate) expires: i64,
    /// Presented at the token endpoint, rightly or wrongly.
    pub(crate) spent: bool,
    /// The grant that came of it.
    pub(crate) grant: Option<String>,
}

#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Grant {
    pub(crate) realm: Realm,
    pub(crate) client: String,
    pub(crate) login: Login,
    pub(crate) scope: String,
    pub(crate) device: Option<String>,
    pub(crate) since: i64,
    pub(crate) seen_at: i64,
    /// Absolute; no refresh goes beyond it.
    pub(crate) expires: i64,
    pub(crate) ended: bool,
    /// Thumbprint of the key that its tokens are bound to (RFC 9449 §6).
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
        self.sessions.retain(|_, it| it.used_at + 2 * KEPT > now);
        self.upstream.retain(|_, it| it.waiting.expires + KEPT > now);
        self.half_way.retain(|_, it| it.waiting.expires + KEPT > now);
        self.wrong_tries.retain(|_, at| at.iter().any(|at| at + KEPT > now));
        self.logout_tokens.retain(|_, until| *until > now);
        self.after_logout.retain(|_, it| it.expires > now);
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

    /// The grant that an access token gives, with the token.
    pub(crate) fn bearer(&self, access_token: &str, now: i64) -> Option<(&Grant, &Token)> {
        let token = self.access.get(&crate::random::digest(access_token))?;
        Some((self.alive(token, now)?, token))
    }

    /// Notes that a grant was used.
    pub(crate) fn seen(&mut self, grant: &str, now: i64) {
        if let Some(grant) = self.grants.get_mut(grant) {
            grant.seen_at = now;
        }
    }

    pub(crate) fn end(&mut self, grant: &str) {
        if let Some(grant) = self.grants.get_mut(grant) {
            grant.ended = true;
        }
    }

    pub(crate) fn end_all_of(&mut self, persona: &str) {
        self.end_where(|grant| grant.login.persona == persona);
    }

    pub(crate) fn end_where(&mut self, meant: impl Fn(&Grant) -> bool) {
        let grants = self.grants.values_mut();
        grants.filter(|grant| meant(grant)).for_each(|grant| grant.ended = true);
    }
}
