//! Ending the provider's session in the browser too (OIDC RP-Initiated Logout 1.0). Nothing on the phone waits for it.

use url::Url;

use crate::{Error, RefusedCheck, Result, domain::secret::Secret};

/// Where the browser comes back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Farewell {
    /// `post_logout_redirect_uri`.
    pub redirect_uri: String,
    /// `ui_locales`.
    pub language: String,
}

/// A farewell that waits for the browser. Kept in memory only: after a restart nobody waits.
#[derive(Clone)]
pub struct Leaving {
    /// Where the browser comes back.
    pub redirect_uri: String,
    /// `state` (same standard, §2).
    pub state: Secret,
    /// Where the browser goes.
    pub url: String,
}

impl Leaving {
    /// Whether the redirect answers us: same address, same `state`, once.
    ///
    /// # Errors
    /// `SignInRefused` (redirect, state). Being signed out doesn't depend on it.
    pub fn check(&self, redirect: &str) -> Result<()> {
        let (Ok(came), Ok(own)) = (Url::parse(redirect), Url::parse(&self.redirect_uri)) else {
            return Err(Error::SignInRefused(RefusedCheck::Redirect));
        };
        let mut bare = came.clone();
        bare.set_query(None);
        if bare != own {
            return Err(Error::SignInRefused(RefusedCheck::Redirect));
        }
        let mut states = came.query_pairs().filter(|(key, _)| key == "state");
        match (states.next(), states.next()) {
            (Some((_, state)), None) if Secret::new(state.to_string()) == self.state => Ok(()),
            _ => Err(Error::SignInRefused(RefusedCheck::State)),
        }
    }
}
