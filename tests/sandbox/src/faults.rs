use serde::{Deserialize, Serialize};

/// An endpoint that can be made to fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum At {
    /// `GET /.well-known/openid-configuration` of ID-porten and of the card service, like the next four.
    Discovery,
    /// `POST /par`
    Par,
    /// `GET /authorize`; a sign-in by way of the card service asks for two of them.
    Authorize,
    /// `POST /token`
    Token,
    /// `GET /jwks.json`
    Jwks,
    /// `POST {card}/challenge`
    Challenge,
    /// `GET {card}/v1/card`
    Card,
    /// `GET` and `DELETE` of `{card}/v1/devices`
    Devices,
    /// `GET {card}/v1/jwks.json`
    CardJwks,
    /// `GET {card}/v1/libraries`
    Libraries,
    /// Everything below `{card}/v1/libraries/`
    Agreements,
    /// `GET {card}/v1/household`
    Household,
    /// `GET {card}/v1/relations`, and `DELETE` below it.
    Relations,
    /// `PUT {card}/v1/home-library`
    HomeLibrary,
    /// `POST {card}/v1/signatures`
    Signatures,
    /// Everything below `{card}/v1/log/`
    Log,
    /// `GET {card}/v1/receipts`
    Receipts,
    /// Everything below `{card}/v1/registration`, and `secret-rules`.
    Registration,
    /// Everything below `{card}/v1/children`.
    Children,
    /// `GET {card}/v1/ledger`
    Ledger,
    /// `{card}/v1/contact` and below, `pin` and `password`.
    Contact,
    /// `{card}/v1/notices`, `keep-card`, `leave` and `export`.
    Account,
}

/// A way to fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// The request is read, not acted on, and the connection closed without an answer.
    Drop,
    /// The status of [`Fault::status`] (500 without one), in the error format of that service.
    Status,
    /// The true answer, after [`Fault::seconds`] (2 without).
    Slow,
    /// The true answer, acted on, but half of its body is lost on the way.
    Half,
    /// The request is acted on, and the connection closed without one byte of the answer.
    Lost,
    /// 200 and `application/json`, but the body isn't JSON.
    NotJson,
    /// 200 and a page, as a captive portal gives.
    Html,
    /// 200 and 2 MiB of JSON, without a length.
    Huge,
    /// 307 to another host.
    Redirect,
    /// 200 and no body.
    Empty,
}

/// One endpoint that fails in one way.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fault {
    /// Where.
    pub at: At,
    /// How.
    pub kind: Kind,
    /// The status of [`Kind::Status`]; 100 to 599, 500 without one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<u16>,
    /// The `Retry-After` header of [`Kind::Status`]: seconds or a date, sent as it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retry_after: Option<String>,
    /// Seconds to wait with [`Kind::Slow`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seconds: Option<f64>,
    /// How many requests fail; `None` is all until the faults are cleared.
    #[serde(default)]
    pub times: Option<u32>,
}

impl Fault {
    /// A fault that stays until it is cleared.
    pub fn new(at: At, kind: Kind) -> Self {
        Self {
            at,
            kind,
            status: None,
            retry_after: None,
            seconds: None,
            times: None,
        }
    }

    /// An answer with this status.
    pub fn status(at: At, status: u16) -> Self {
        Self {
            status: Some(status),
            ..Self::new(at, Kind::Status)
        }
    }

    /// The same for the next request only.
    #[must_use]
    pub fn once(self) -> Self {
        Self { times: Some(1), ..self }
    }

    /// The same with a `Retry-After` header.
    #[must_use]
    pub fn retry_after(self, value: &str) -> Self {
        Self {
            retry_after: Some(value.to_owned()),
            ..self
        }
    }
}
