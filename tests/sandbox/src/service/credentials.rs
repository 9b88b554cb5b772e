use crate::params::Params;
use crate::personas::Persona;
use crate::provider::refusal::Refusal;
use crate::provider::request::need;
use crate::realm::Site;
use crate::register::secrets::Kind;

/// What somebody types in.
pub(super) enum Secret<'a> {
    Pin(&'a str),
    Password(&'a str),
}

impl<'a> Secret<'a> {
    /// Exactly one of them.
    pub(super) fn of(params: &'a Params) -> Result<Self, Refusal> {
        match (params.get("pin"), params.get("password")) {
            (Some(pin), None) => Ok(Self::Pin(pin)),
            (None, Some(password)) => Ok(Self::Password(password)),
            _ => Err(Refusal::invalid_request(
                "exactly one of pin and password must be there",
            )),
        }
    }

    pub(super) fn method(&self) -> &'static str {
        match self {
            Self::Pin(_) => "pin",
            Self::Password(_) => "password",
        }
    }

    /// The level that it reaches alone.
    pub(super) fn level(&self) -> &'static str {
        match self {
            Self::Pin(_) => "idporten-loa-low",
            Self::Password(_) => "idporten-loa-substantial",
        }
    }

    /// Compared as digests, and against nonsense when there is nobody, so that both cases take their time.
    pub(super) fn opens(&self, site: &Site, persona: Option<&Persona>) -> bool {
        let (kind, given) = match self {
            Self::Pin(pin) => (Kind::Pin, pin),
            Self::Password(password) => (Kind::Password, password),
        };
        let right = persona.and_then(|it| kind.right(site, it));
        let given = kind.keep(site, persona.map_or("", |it| &it.id), given);
        Some(given) == right
    }
}

/// `username`: a card number, or the eleven digits of a national id.
pub(super) fn username(params: &Params) -> Result<String, Refusal> {
    let typed: String = need(params, "username")?.split_whitespace().collect();
    let digits = |text: &str, length| text.len() == length && text.bytes().all(|b| b.is_ascii_digit());
    let fits = digits(&typed, 11) || typed.strip_prefix('N').is_some_and(|rest| digits(rest, 9));
    fits.then_some(typed)
        .ok_or_else(|| Refusal::invalid_request("username must be a card number or eleven digits"))
}

pub(super) fn person<'a>(site: &'a Site, username: &str) -> Option<&'a Persona> {
    site.personas
        .iter()
        .find(|persona| site.number_of(&persona.id).as_deref() == Some(username) || persona.national_id.is(username))
}
