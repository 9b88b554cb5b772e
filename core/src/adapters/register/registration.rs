//! Becoming a patron (`core/contract/card-service.yaml`, `/v1/registration` and below). PIN and password go in and never come
//! out.

use http::StatusCode;
use jiff::civil::Date;
use serde::Deserialize;
use serde_json::{Value, json};

use super::{
    CardService,
    problem::{content, refusal},
    shown::shown,
    signing,
};
use crate::{
    Error, Result,
    domain::{
        library::LibraryNumber,
        reach::Channel,
        registration::{Draft, Step},
        secret::Hidden,
    },
    ports::Pass,
};

const AT: &str = "registration";
/// Longer names and addresses are cut, characters.
pub(super) const LONGEST_TEXT: usize = 254;

#[derive(Deserialize)]
struct Known {
    registry: Registry,
    draft: Told,
    steps: Vec<String>,
}

#[derive(Deserialize)]
struct Registry {
    name: String,
    born: Date,
}

#[derive(Deserialize)]
struct Told {
    email: Option<String>,
    email_verified: bool,
    phone: Option<String>,
    channel: Option<String>,
    pin_set: bool,
    password_set: bool,
    home_library: Option<LibraryNumber>,
}

#[derive(Deserialize)]
struct Registered {
    home_library: LibraryNumber,
}

impl CardService {
    /// What is known.
    pub(super) async fn see_draft(&self, pass: &Pass) -> Result<Draft> {
        let request = self.http.get(&self.url("/v1/registration")?)?;
        Ok(content::<Known>(&self.ask(request, AT, pass).await?)?.into())
    }

    /// Tells one thing; what is known then.
    pub(super) async fn tell(&self, pass: &Pass, step: &str, wish: &Value) -> Result<Draft> {
        let url = self.url(&format!("/v1/registration/{step}"))?;
        let request = match step {
            "email-code" => self.http.post(&url)?,
            _ => self.http.put(&url)?,
        };
        let answer = self.ask_throttled(request.json(wish), AT, pass).await?;
        Ok(content::<Known>(&answer)?.into())
    }

    /// The card, once for each key; its home library.
    pub(super) async fn register(&self, pass: &Pass, key: &str) -> Result<LibraryNumber> {
        let request = self.http.post(&self.url("/v1/registration")?)?;
        let answer = self
            .ask(request.header(signing::KEY, signing::key(key)?), AT, pass)
            .await?;
        if answer.status != StatusCode::CREATED {
            return Err(refusal(&answer));
        }
        let registered: Registered = answer.json(Error::unusable(AT, "unexpected json"))?;
        Ok(registered.home_library)
    }
}

/// A member with that value alone.
pub(super) fn only(name: &str, value: impl Into<Value>) -> Value {
    json!({ name: value.into() })
}

/// As the contract writes it.
pub(super) fn channel_name(channel: Channel) -> &'static str {
    match channel {
        Channel::Email => "email",
        Channel::Sms => "sms",
        Channel::App => "app",
    }
}

/// `None` for one that this build can't name.
pub(super) fn channel(name: &str) -> Option<Channel> {
    [Channel::Email, Channel::Sms, Channel::App]
        .into_iter()
        .find(|channel| channel_name(*channel) == name)
}

/// An address or a number as it shows; nothing where nothing is left of it.
pub(super) fn text(text: Option<String>) -> Option<Hidden<String>> {
    let text = text.map(|text| shown(&text, LONGEST_TEXT));
    text.filter(|text| !text.is_empty()).map(Hidden)
}

impl From<Known> for Draft {
    fn from(known: Known) -> Self {
        let Known { registry, draft, steps } = known;
        Self {
            name: shown(&registry.name, LONGEST_TEXT),
            born: registry.born,
            email: text(draft.email),
            email_verified: draft.email_verified,
            phone: text(draft.phone),
            channel: draft.channel.as_deref().and_then(channel),
            pin_set: draft.pin_set,
            password_set: draft.password_set,
            home_library: draft.home_library,
            steps: steps.iter().filter_map(|name| step(name)).collect(),
        }
    }
}

/// One that isn't known is passed over.
fn step(name: &str) -> Option<Step> {
    match name {
        "email" => Some(Step::Email),
        "email_code" => Some(Step::EmailCode),
        "contact" => Some(Step::Contact),
        "secrets" => Some(Step::Secrets),
        "home_library" => Some(Step::HomeLibrary),
        _ => None,
    }
}
