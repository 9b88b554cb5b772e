//! The real world, put together: what a phone runs on.

use std::{path::PathBuf, sync::Arc};

use super::{
    cache::SqliteCache,
    clock::SystemClock,
    dice::SystemDice,
    http::Http,
    register::CardService,
    sign_in::{OidcSignIn, Profile},
    vault::KeyringVault,
};
use crate::{ports::Vault, runner::Ports};

/// Where the services are and where data is kept.
#[derive(Debug, Clone)]
pub struct Addresses {
    /// Folder for the database; made if it isn't there.
    pub data_dir: PathBuf,
    /// The OpenID provider and who we are there.
    pub profile: Profile,
    /// The card service's address, without `/v1`.
    pub card_service: String,
    /// Lets plain http through to loopback addresses: for the sandbox only.
    pub allow_loopback_http: bool,
}

/// The real ports; without `vault` the system's own safe storage. No IO yet.
#[must_use]
pub fn ports(at: Addresses, vault: Option<Arc<dyn Vault>>) -> Ports {
    let http = Http::new(at.allow_loopback_http);
    let dice = Arc::new(SystemDice);
    let vault = vault.unwrap_or_else(|| Arc::new(KeyringVault::new(&at.data_dir)));
    Ports {
        cache: Arc::new(SqliteCache::new(at.data_dir, Arc::clone(&vault), dice.clone())),
        sign_in: Arc::new(OidcSignIn::new(http.clone(), at.profile)),
        register: Arc::new(CardService::new(http, &at.card_service)),
        clock: Arc::new(SystemClock),
        vault,
        dice,
    }
}
