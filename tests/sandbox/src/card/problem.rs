use axum::Json;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, RETRY_AFTER, WWW_AUTHENTICATE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use crate::dpop::Wrong;

/// An error answer of the card service (RFC 9457).
pub(crate) struct Problem {
    status: StatusCode,
    /// Last part of the type's URL; `None` is `about:blank`.
    slug: Option<&'static str>,
    title: &'static str,
    challenge: Option<&'static str>,
    /// Seconds.
    retry_after: Option<i64>,
    /// Members besides those of RFC 9457.
    more: Option<(&'static str, Value)>,
}

impl Problem {
    pub(super) const fn new(status: StatusCode, slug: &'static str, title: &'static str) -> Self {
        Self {
            status,
            slug: Some(slug),
            title,
            challenge: None,
            retry_after: None,
            more: None,
        }
    }

    pub(super) fn retry_after(self, seconds: i64) -> Self {
        Self {
            retry_after: Some(seconds),
            ..self
        }
    }

    pub(super) fn with(self, name: &'static str, value: Value) -> Self {
        Self {
            more: Some((name, value)),
            ..self
        }
    }

    pub(crate) fn no_token() -> Self {
        let problem = Self::new(StatusCode::UNAUTHORIZED, "unauthorized", "An access token is needed");
        Self {
            challenge: Some("Bearer"),
            ..problem
        }
    }

    pub(crate) fn bad_token() -> Self {
        let problem = Self::new(
            StatusCode::UNAUTHORIZED,
            "unauthorized",
            "The access token has run out or was revoked",
        );
        Self {
            challenge: Some("Bearer error=\"invalid_token\""),
            ..problem
        }
    }

    pub(crate) fn bad_proof(wrong: Wrong) -> Self {
        let challenge = match wrong {
            Wrong::Proof(_) => "DPoP error=\"invalid_dpop_proof\", algs=\"ES256\"",
            Wrong::Nonce => "DPoP error=\"use_dpop_nonce\", algs=\"ES256\"",
        };
        Self {
            challenge: Some(challenge),
            ..Self::new(
                StatusCode::UNAUTHORIZED,
                "unauthorized",
                "The access token needs a proof of its key",
            )
        }
    }

    pub(crate) fn forbidden() -> Self {
        let problem = Self::new(
            StatusCode::FORBIDDEN,
            "forbidden",
            "The access token doesn't open the card",
        );
        Self {
            challenge: Some("Bearer error=\"insufficient_scope\", scope=\"nb:bibliotekkortet\""),
            ..problem
        }
    }

    pub(crate) fn no_card() -> Self {
        Self::new(StatusCode::NOT_FOUND, "no-card", "This person has no library card")
    }

    pub(crate) fn no_device() -> Self {
        Self::new(StatusCode::NOT_FOUND, "no-device", "This person has no such device")
    }

    /// RFC 9470 §3.
    pub(crate) fn level_too_low(bound: bool, high: bool) -> Self {
        let challenge = match (bound, high) {
            (true, true) => "DPoP error=\"insufficient_user_authentication\", acr_values=\"idporten-loa-high\"",
            (true, false) => "DPoP error=\"insufficient_user_authentication\", acr_values=\"idporten-loa-substantial\"",
            (false, true) => "Bearer error=\"insufficient_user_authentication\", acr_values=\"idporten-loa-high\"",
            (false, false) => {
                "Bearer error=\"insufficient_user_authentication\", acr_values=\"idporten-loa-substantial\""
            }
        };
        Self {
            challenge: Some(challenge),
            ..Self::new(
                StatusCode::UNAUTHORIZED,
                "level-too-low",
                "A higher level of assurance is needed",
            )
        }
    }

    pub(crate) fn of_status(status: StatusCode) -> Self {
        match status {
            StatusCode::UNAUTHORIZED => Self::bad_token(),
            StatusCode::FORBIDDEN => Self::forbidden(),
            StatusCode::TOO_MANY_REQUESTS => Self::new(status, "too-many-requests", "Too many requests"),
            StatusCode::SERVICE_UNAVAILABLE => Self::new(status, "unavailable", "The register is away for now"),
            other => {
                let title = other.canonical_reason().unwrap_or("Error");
                Self {
                    status,
                    slug: None,
                    title,
                    challenge: None,
                    retry_after: None,
                    more: None,
                }
            }
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let kind = match self.slug {
            Some(slug) => format!("https://bibliotekkortet.no/problem/{slug}"),
            None => "about:blank".to_owned(),
        };
        let mut body = json!({ "type": kind, "title": self.title, "status": self.status.as_u16() });
        if let Some((name, value)) = self.more {
            body[name] = value;
        }
        let mut response = (self.status, Json(body)).into_response();
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
        if let Some(seconds) = self.retry_after {
            headers.insert(RETRY_AFTER, HeaderValue::from(seconds));
        }
        if let Some(challenge) = self.challenge {
            headers.insert(WWW_AUTHENTICATE, HeaderValue::from_static(challenge));
        }
        response
    }
}
