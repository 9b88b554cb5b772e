//! The three OpenID providers of the sandbox as data: one code, three realms.

use std::ops::Deref;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::keys::RsaKey;
use crate::shared::Shared;
use crate::state::Door;
use crate::twists::Twist;

/// Who issues.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Realm {
    /// ID-porten: issuer on one host, pages on another.
    #[default]
    Idporten,
    /// Feide: all below one path of the login host.
    Feide,
    /// The card service, which sends people on to one of the others or checks a PIN itself.
    Card,
}

/// How long things live, seconds.
pub(crate) struct Lifetimes {
    pub(crate) id_token: i64,
    pub(crate) access: i64,
    /// Of inactivity.
    pub(crate) refresh: i64,
    /// Absolute.
    pub(crate) grant: i64,
}

/// Where one realm differs from the others.
pub(crate) struct Profile {
    /// The value of `idp_hint`, the last part of the callback's path, and the method in `amr`.
    pub(crate) name: &'static str,
    /// The path that all its own paths begin with.
    pub(crate) prefix: &'static str,
    pub(crate) lifetime: Lifetimes,
    /// Whether id_token and userinfo hold `pid` and `acr`.
    pub(crate) pid: bool,
    pub(crate) acr: bool,
    /// Pushed requests, `iss` on the callback, proofs of possession: what Feide doesn't have.
    pub(crate) modern: bool,
    /// The browser's cookie of a session.
    pub(crate) cookie: &'static str,
}

/// Digdir's defaults.
static IDPORTEN: Profile = Profile {
    name: "idporten",
    prefix: "",
    lifetime: Lifetimes {
        id_token: 120,
        access: 120,
        refresh: 600,
        grant: 7200,
    },
    pid: true,
    acr: true,
    modern: true,
    cookie: "idporten_sso",
};

static FEIDE: Profile = Profile {
    name: "feide",
    prefix: "/feide",
    lifetime: Lifetimes {
        id_token: 3600,
        access: 28_800,
        refresh: 0,
        grant: 28_800,
    },
    pid: false,
    acr: false,
    modern: false,
    cookie: "feide_sso",
};

static CARD: Profile = Profile {
    name: "card",
    prefix: "",
    lifetime: Lifetimes {
        id_token: 120,
        access: 120,
        refresh: 90 * 86_400,
        grant: 365 * 86_400,
    },
    pid: false,
    acr: true,
    modern: true,
    cookie: "kort_sso",
};

impl Realm {
    pub(crate) fn profile(self) -> &'static Profile {
        match self {
            Self::Idporten => &IDPORTEN,
            Self::Feide => &FEIDE,
            Self::Card => &CARD,
        }
    }

    /// The identity provider behind a door.
    pub(crate) fn behind(door: Door) -> Option<Self> {
        match door {
            Door::Idporten => Some(Self::Idporten),
            Door::Feide => Some(Self::Feide),
            Door::CardNumber => None,
        }
    }

    /// The identity provider that a hint names.
    pub(crate) fn hinted(hint: &str) -> Option<Self> {
        [Self::Idporten, Self::Feide]
            .into_iter()
            .find(|realm| realm.profile().name == hint)
    }
}

/// What a provider's handlers look at: everything, from where they stand.
#[derive(Clone)]
pub(crate) struct Site {
    pub(crate) shared: Arc<Shared>,
    pub(crate) realm: Realm,
}

impl Deref for Site {
    type Target = Shared;

    fn deref(&self) -> &Shared {
        &self.shared
    }
}

impl Site {
    /// The same from where another provider stands.
    pub(crate) fn at(&self, realm: Realm) -> Self {
        Self {
            shared: Arc::clone(&self.shared),
            realm,
        }
    }

    pub(crate) fn profile(&self) -> &'static Profile {
        self.realm.profile()
    }

    pub(crate) fn issuer(&self) -> &str {
        self.issuer_of(self.realm)
    }

    /// What the addresses of the pages begin with.
    pub(crate) fn pages(&self) -> &str {
        match self.realm {
            Realm::Idporten => &self.addresses.login,
            Realm::Feide | Realm::Card => self.issuer(),
        }
    }

    /// The address of a back-channel endpoint, as discovery names it and proofs of possession bear it.
    pub(crate) fn endpoint(&self, name: &str) -> String {
        let base = self.issuer();
        if self.twisted(Twist::DiscoveryOtherHost) {
            return format!("{}/{name}", base.replace("127.0.0.1", "localhost"));
        }
        format!("{base}/{name}")
    }

    pub(crate) fn key(&self) -> Option<RsaKey> {
        match self.realm {
            Realm::Idporten => Some(self.keys().idporten),
            Realm::Card => Some(self.keys().card),
            Realm::Feide => self.feide_key(),
        }
    }
}

impl Site {
    /// Where an identity provider sends people back to at the card service.
    pub(crate) fn callback_of(&self, realm: Realm) -> String {
        format!("{}/callback/{}", self.addresses.card_service, realm.profile().name)
    }

    /// The same after a logout.
    pub(crate) fn logged_out_callback(&self) -> String {
        format!("{}/callback/utlogget", self.addresses.card_service)
    }
}
