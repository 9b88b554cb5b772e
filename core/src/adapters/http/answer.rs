//! What came back.

use http::{
    HeaderMap, StatusCode,
    header::{CONTENT_TYPE, DATE},
};
use serde::de::DeserializeOwned;
use serde_json::error::Category;
use zeroize::Zeroizing;

use super::retry_after;
use crate::{Error, Result, adapters::clock::SystemClock, domain::timestamp::Timestamp, ports::Clock};

/// An answer, read to its end. May hold tokens: no `Debug`, and wiped when dropped.
pub struct Answer {
    /// The endpoint's name, for errors.
    pub at: &'static str,
    /// 2xx, 304, or 4xx; 429 from [`super::Http::hearing_throttles`] only.
    pub status: StatusCode,
    /// Its head.
    pub headers: HeaderMap,
    /// Its body, at most as long as the client takes.
    pub body: Zeroizing<Vec<u8>>,
}

impl Answer {
    /// Goes on when the status is 200.
    ///
    /// # Errors
    /// [`Error::Service`].
    pub fn expect_ok(self) -> Result<Self> {
        if self.status == StatusCode::OK {
            Ok(self)
        } else {
            Err(Error::unusable(self.at, "unexpected status"))
        }
    }

    /// The body as JSON, labelled as such. Members of another kind than `T` wants, missing or given twice are the error
    /// `misshapen`.
    ///
    /// # Errors
    /// [`Error::Service`] when it isn't JSON, or `misshapen`.
    pub fn json<T: DeserializeOwned>(&self, misshapen: Error) -> Result<T> {
        if !self.is_labelled_json() {
            return Err(Error::unusable(self.at, "not json"));
        }
        serde_json::from_slice(&self.body).map_err(|error| match error.classify() {
            Category::Data => misshapen,
            Category::Syntax | Category::Eof | Category::Io => Error::unusable(self.at, "not json"),
        })
    }

    /// A header's value, when it is there once, plain and at most `longest` bytes.
    #[must_use]
    pub fn header(&self, name: http::header::HeaderName, longest: usize) -> Option<String> {
        let mut values = self.headers.get_all(name).iter();
        let value = values.next()?.to_str().ok()?;
        (values.next().is_none() && value.len() <= longest).then(|| value.to_owned())
    }

    /// Seconds that the service asked us to wait (RFC 9110 §10.2.3), capped.
    #[must_use]
    pub fn retry_after_s(&self) -> Option<u32> {
        retry_after::seconds(&self.headers, SystemClock.now())
    }

    /// What time it was there (`Date`, RFC 9110 §6.6.1).
    #[must_use]
    pub fn date(&self) -> Option<Timestamp> {
        retry_after::date(&self.headers, DATE)
    }

    /// `application/json`, or with the suffix `+json` (RFC 6839 §3.1).
    fn is_labelled_json(&self) -> bool {
        let Some(kind) = self.header(CONTENT_TYPE, 256) else {
            return false;
        };
        let essence = kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        essence
            .strip_prefix("application/")
            .is_some_and(|sub| sub == "json" || sub.ends_with("+json"))
    }
}
