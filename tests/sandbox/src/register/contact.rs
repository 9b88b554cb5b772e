//! How somebody is reached. The registered address isn't among it: it is shown to nobody in the app.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::birthday::today;
use super::patron::Patron;
use crate::personas::Persona;
use crate::random::digest;

#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Channel {
    Email,
    Sms,
    App,
}

#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Contact {
    pub(crate) email: String,
    pub(crate) email_verified: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) phone: Option<String>,
    pub(crate) channel: Channel,
    pub(crate) language: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) temporary_address: Option<TemporaryAddress>,
}

/// Typed by the person, never taken from anywhere.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct TemporaryAddress {
    lines: Vec<String>,
    until: String,
}

impl TemporaryAddress {
    pub(crate) fn is_well_formed(&self) -> bool {
        let line = |it: &String| (1..=100).contains(&it.chars().count()) && !it.chars().any(char::is_control);
        let day = self.until.parse::<jiff::civil::Date>();
        (1..=4).contains(&self.lines.len())
            && self.lines.iter().all(line)
            && day.is_ok_and(|day| day.to_string() == self.until)
    }

    pub(crate) fn is_over(&self, now: i64) -> bool {
        self.until < today(now).to_string()
    }
}

impl Contact {
    /// As it is kept, or as it is from the beginning; what has run out is gone.
    pub(crate) fn of(patron: &Patron, persona: &Persona, now: i64) -> Self {
        let mut contact = patron.contact.clone().unwrap_or_else(|| Self {
            email: format!("{}@example.com", persona.id),
            email_verified: true,
            phone: Some("+4700000000".to_owned()),
            channel: Channel::Email,
            language: "nb".to_owned(),
            temporary_address: None,
        });
        contact.temporary_address = contact.temporary_address.filter(|it| !it.is_over(now));
        contact
    }

    pub(crate) fn shown(&self) -> Value {
        json!(self)
    }

    pub(crate) fn tag(&self, persona: &Persona) -> String {
        let whole = digest(&format!("contact\n{}\n{}", persona.id, self.shown()));
        format!("\"{}\"", whole.get(..22).unwrap_or_default())
    }
}

/// An address for mail in the form of the contract. No letter outside of ASCII, so that no two look alike.
pub(crate) fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else {
        return false;
    };
    let of_local = |it: u8| it.is_ascii_alphanumeric() || b".!#$%&'*+/=?^_`{|}~-".contains(&it);
    let of_label = |it: u8| it.is_ascii_lowercase() || it.is_ascii_digit() || it == b'-';
    let labels: Vec<&str> = domain.split('.').collect();
    (1..=64).contains(&local.len())
        && local.bytes().all(of_local)
        && (2..=8).contains(&labels.len())
        && labels
            .iter()
            .all(|it| (1..=63).contains(&it.len()) && it.bytes().all(of_label))
}

/// With the country's code.
pub(crate) fn is_phone(text: &str) -> bool {
    let digits = text.strip_prefix('+').unwrap_or_default();
    (8..=15).contains(&digits.len()) && digits.bytes().all(|it| it.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::{is_email, is_phone};

    #[test]
    fn addresses_and_numbers_have_one_form() {
        for (text, fits) in [
            ("a@b.no", true),
            ("ola.nordmann+kort@xn--blbr-qoa1j.example", true),
            ("a@b", false),
            ("@b.no", false),
            ("a@b..no", false),
            ("a@B.no", false),
            ("a@b.no@c.no", false),
            ("a b@c.no", false),
            ("a@\u{430}pple.com", false),
            ("a@b.no\n", false),
        ] {
            assert_eq!(is_email(text), fits, "{text}");
        }
        for (text, fits) in [
            ("+4700000000", true),
            ("4700000000", false),
            ("+47 0000", false),
            ("+1", false),
        ] {
            assert_eq!(is_phone(text), fits, "{text}");
        }
    }
}
