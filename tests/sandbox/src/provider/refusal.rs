use axum::Json;
use axum::http::header::{CACHE_CONTROL, WWW_AUTHENTICATE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::json;

use crate::dpop::Wrong;

/// An error answer of the back channel (RFC 6749 §5.2).
#[derive(Clone, Debug)]
pub(crate) struct Refusal {
    pub(crate) status: StatusCode,
    /// The code, as registered.
    pub(crate) error: &'static str,
    /// For developers; says nothing secret.
    pub(crate) description: String,
}

impl Refusal {
    pub(crate) fn new(error: &'static str, description: impl Into<String>) -> Self {
        let status = if error == "invalid_client" {
            StatusCode::UNAUTHORIZED
        } else {
            StatusCode::BAD_REQUEST
        };
        Self {
            status,
            error,
            description: description.into(),
        }
    }

    pub(crate) fn invalid_request(description: impl Into<String>) -> Self {
        Self::new("invalid_request", description)
    }

    pub(crate) fn invalid_grant(description: impl Into<String>) -> Self {
        Self::new("invalid_grant", description)
    }

    pub(crate) fn access_denied(description: impl Into<String>) -> Self {
        Self::new("access_denied", description)
    }

    pub(crate) fn missing(name: &str) -> Self {
        Self::invalid_request(format!("{name} is missing"))
    }

    /// What a test's fault says with this status.
    pub(crate) fn of_status(status: StatusCode) -> Self {
        let error = match status.as_u16() {
            401 => "invalid_client",
            503 => "temporarily_unavailable",
            400..500 => "invalid_request",
            _ => "server_error",
        };
        Self {
            status,
            error,
            description: "switched on by a test".to_owned(),
        }
    }
}

impl From<Wrong> for Refusal {
    fn from(wrong: Wrong) -> Self {
        match wrong {
            Wrong::Proof(why) => Self::new("invalid_dpop_proof", why),
            Wrong::Nonce => Self::new("use_dpop_nonce", "the proof needs the nonce of this answer"),
        }
    }
}

impl From<getrandom::Error> for Refusal {
    fn from(_: getrandom::Error) -> Self {
        Self::of_status(StatusCode::INTERNAL_SERVER_ERROR)
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let body = json!({ "error": self.error, "error_description": self.description });
        let mut response = (self.status, [(CACHE_CONTROL, "no-store")], Json(body)).into_response();
        if self.status == StatusCode::UNAUTHORIZED {
            response.headers_mut().insert(
                WWW_AUTHENTICATE,
                HeaderValue::from_static("Basic realm=\"card-sandbox\""),
            );
        }
        response
    }
}
