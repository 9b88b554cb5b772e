//! Why the service says no: problem details (RFC 9457) by their `type`, and 401 by its challenge.

use http::{StatusCode, header::WWW_AUTHENTICATE};
use serde::{Deserialize, de::DeserializeOwned};

use crate::{Error, Result, adapters::http::Answer};

/// What each `type` begins with; its name follows.
const BASE: &str = "https://bibliotekkortet.no/problem/";

/// Each name that means something to a person.
const NAMES: [(&str, Error); 26] = [
    ("no-card", Error::NoCard),
    ("no-library", Error::NoRules),
    ("no-rules", Error::NoRules),
    ("rules-changed", Error::RulesChanged),
    ("other-text", Error::RulesChanged),
    ("library-closed", Error::LibraryClosed),
    ("card-not-active", Error::NotAllowed("card-not-active")),
    ("blocked-there", Error::NotAllowed("blocked-there")),
    ("not-active", Error::NotAllowed("not-active")),
    ("too-young", Error::NotAllowed("too-young")),
    ("signs-alone", Error::NotAllowed("signs-alone")),
    ("no-basis", NO_BASIS),
    ("library-keeps", Error::NotAllowed("library-keeps")),
    ("no-relation", NO_RELATION),
    ("wrong-code", Error::WrongCode { tries_left: None }),
    ("code-expired", Error::CodeExpired),
    ("pin-length", Error::WrongLength),
    ("pin-too-simple", Error::TooSimple),
    ("password-too-short", Error::WrongLength),
    ("password-too-long", Error::WrongLength),
    ("no-phone", Error::InvalidPhone),
    ("address-over", Error::InvalidAddress),
    ("changed-elsewhere", Error::ChangedElsewhere),
    ("incomplete", Error::Incomplete),
    ("has-card", Error::HasCard),
    ("too-many-tries", Error::LockedOut { retry_after_s: None }),
];
/// Nobody may act, or not this person: why, nobody says.
pub(super) const NO_BASIS: Error = Error::NotAllowed("no-basis");
/// The person is nothing there.
pub(super) const NO_RELATION: Error = Error::NotAllowed("no-relation");

/// Problem details (RFC 9457 §3.1).
#[derive(Deserialize)]
struct Problem {
    #[serde(rename = "type")]
    kind: String,
    /// With `wrong-code`.
    #[serde(default)]
    tries_left: Option<u8>,
}

/// The content of an answer that is what was asked for (200).
pub(super) fn content<T: DeserializeOwned>(answer: &Answer) -> Result<T> {
    match answer.status {
        StatusCode::OK => answer.json(Error::unusable(answer.at, "unexpected json")),
        _ => Err(refusal(answer)),
    }
}

/// What an answer means that isn't the one that was asked for. 401 means another token, or another sign-in (RFC 9470 §3).
pub(super) fn refusal(answer: &Answer) -> Error {
    if answer.status == StatusCode::UNAUTHORIZED {
        return if wants_more(answer) {
            Error::LevelTooLow
        } else {
            Error::Unauthorized
        };
    }
    named(answer).unwrap_or_else(|| match answer.status {
        StatusCode::TOO_MANY_REQUESTS => Error::Service {
            at: answer.at,
            what: "too many requests",
            retry_after_s: answer.retry_after_s(),
        },
        _ => Error::unusable(answer.at, "unexpected status"),
    })
}

/// The problem's name, without what all begin with.
pub(super) fn name(answer: &Answer) -> Result<String> {
    let misshapen = Error::unusable(answer.at, "unexpected json");
    let Problem { kind, .. } = answer.json(misshapen.clone())?;
    kind.strip_prefix(BASE).map(str::to_owned).ok_or(misshapen)
}

/// What its name says, of an answer that is the client's fault.
fn named(answer: &Answer) -> Option<Error> {
    let name = answer.status.is_client_error().then(|| name(answer).ok()).flatten()?;
    let row = NAMES.iter().find(|(known, _)| *known == name);
    row.map(|(_, error)| match error {
        Error::WrongCode { .. } => Error::WrongCode {
            tries_left: answer.json(Error::NoCard).ok().and_then(|it: Problem| it.tries_left),
        },
        Error::LockedOut { .. } => Error::LockedOut {
            retry_after_s: answer.retry_after_s(),
        },
        plain => plain.clone(),
    })
}

fn wants_more(answer: &Answer) -> bool {
    answer.headers.get_all(WWW_AUTHENTICATE).iter().any(|value| {
        let challenge = value.to_str().unwrap_or_default();
        challenge.contains("error=\"insufficient_user_authentication\"")
    })
}
