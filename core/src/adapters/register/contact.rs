//! How the person is reached, and PIN and password (`core/contract/card-service.yaml`, `/v1/contact` and below, `/v1/pin`,
//! `/v1/password`, `/v1/secret-rules`).

use http::{
    StatusCode,
    header::{ETAG, IF_MATCH},
};
use jiff::civil::Date;
use serde::Deserialize;
use serde_json::{Value, json};

use super::{
    CardService,
    problem::{content, refusal},
    registration::{channel, channel_name, only, text},
    shown::shown,
};
use crate::{
    Error, Result,
    adapters::http::Answer,
    domain::{
        email::Email,
        language::Language,
        reach::{Channel, Reach, ReachChange, TemporaryAddress},
        secret::{Hidden, Secret},
        secret_rules::SecretRules,
    },
    ports::Pass,
    session::asks::PeopleBrought,
};

const AT: &str = "contact";
const LONGEST_ETAG: usize = 256;
const LONGEST_RULES: usize = 256 * 1024;
/// More lines and longer ones are cut.
const LINES: usize = 4;
const LINE: usize = 100;

#[derive(Deserialize)]
struct Entry {
    email: String,
    email_verified: bool,
    phone: Option<String>,
    channel: String,
    language: String,
    temporary_address: Option<AddressEntry>,
}

#[derive(Deserialize)]
struct AddressEntry {
    lines: Vec<String>,
    until: Date,
}

#[derive(Deserialize)]
struct ChangedElsewhere {
    both: Both,
}

#[derive(Deserialize)]
struct Both {
    theirs: Entry,
}

#[derive(Deserialize)]
struct Rules {
    pin: PinRules,
    password: PasswordRules,
}

#[derive(Deserialize)]
struct PinRules {
    length: usize,
    blocked: Vec<String>,
}

#[derive(Deserialize)]
struct PasswordRules {
    min: usize,
    max: usize,
}

impl CardService {
    /// As it is now.
    pub(super) async fn see_contact(&self, pass: &Pass) -> Result<Reach> {
        let request = self.http.get(&self.url("/v1/contact")?)?;
        read(&self.ask(request, AT, pass).await?, StatusCode::OK)
    }

    /// Changed on top of what has that mark, or what another device left there.
    pub(super) async fn change_contact(&self, pass: &Pass, change: &ReachChange, etag: &str) -> Result<PeopleBrought> {
        let request = self.http.put(&self.url("/v1/contact")?)?.header(IF_MATCH, etag);
        let answer = self.ask(request.json(&in_json(change)), AT, pass).await?;
        if answer.status == StatusCode::PRECONDITION_FAILED {
            let ChangedElsewhere { both } = answer.json(Error::ChangedElsewhere)?;
            return Ok(PeopleBrought::Conflict(Box::new(reach(both.theirs, String::new()))));
        }
        read(&answer, StatusCode::OK).map(|reach| PeopleBrought::Contact(Box::new(reach)))
    }

    /// A code is sent there; the old one stays until it came back.
    pub(super) async fn change_email(&self, pass: &Pass, email: &Email) -> Result<Reach> {
        let request = self.http.put(&self.url("/v1/contact/email")?)?;
        let request = request.json(&only("email", email.ascii()));
        read(&self.ask_throttled(request, AT, pass).await?, StatusCode::ACCEPTED)
    }

    /// The code that came.
    pub(super) async fn prove_email(&self, pass: &Pass, code: &Secret) -> Result<Reach> {
        let request = self.http.post(&self.url("/v1/contact/email-code")?)?;
        let request = request.json(&only("code", code.expose()));
        read(&self.ask_throttled(request, AT, pass).await?, StatusCode::OK)
    }

    /// Another PIN or password.
    pub(super) async fn change_secret(&self, pass: &Pass, kind: &str, secret: &str) -> Result<PeopleBrought> {
        let request = self.http.put(&self.url(&format!("/v1/{kind}"))?)?;
        let answer = self.ask_throttled(request.json(&only(kind, secret)), AT, pass).await?;
        match answer.status {
            StatusCode::NO_CONTENT => Ok(PeopleBrought::Changed),
            _ => Err(refusal(&answer)),
        }
    }

    /// Public.
    pub(super) async fn secret_rules(&self) -> Result<SecretRules> {
        let answer = self
            .ask_openly("/v1/secret-rules", "secret rules", LONGEST_RULES)
            .await?;
        let Rules { pin, password } = content(&answer)?;
        Ok(SecretRules {
            pin_length: pin.length,
            blocked: pin.blocked,
            password_least: password.min,
            password_most: password.max,
        })
    }
}

fn read(answer: &Answer, wanted: StatusCode) -> Result<Reach> {
    let misshapen = Error::unusable(AT, "unexpected json");
    if answer.status != wanted {
        return Err(refusal(answer));
    }
    let entry = answer.json(misshapen.clone())?;
    let etag = answer.header(ETAG, LONGEST_ETAG).ok_or(misshapen)?;
    Ok(reach(entry, etag))
}

fn reach(entry: Entry, etag: String) -> Reach {
    Reach {
        email: text(Some(entry.email)).unwrap_or(Hidden(String::new())),
        email_verified: entry.email_verified,
        phone: text(entry.phone),
        channel: channel(&entry.channel).unwrap_or(Channel::Email),
        language: Language::from_tag(&entry.language).unwrap_or(Language::Nb),
        temporary: entry.temporary_address.and_then(address).map(Hidden),
        etag,
    }
}

fn address(entry: AddressEntry) -> Option<TemporaryAddress> {
    let lines: Vec<_> = entry.lines.iter().take(LINES).map(|line| shown(line, LINE)).collect();
    TemporaryAddress::new(lines.iter().map(String::as_str), entry.until).ok()
}

fn in_json(change: &ReachChange) -> Value {
    let mut wish = json!({ "channel": channel_name(change.channel), "language": change.language.tag() });
    if let Some(Hidden(phone)) = &change.phone {
        wish["phone"] = phone.as_str().into();
    }
    if let Some(Hidden(address)) = &change.temporary {
        wish["temporary_address"] = json!({ "lines": address.lines(), "until": address.until().to_string() });
    }
    wish
}
