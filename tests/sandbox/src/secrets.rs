//! Every secret that passed between the app and the services, for tests that search a phone for them. Off unless asked for.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::Request;
use axum::http::HeaderMap;
use axum::http::header::{AUTHORIZATION, LOCATION};
use axum::response::Response;
use serde_json::Value;
use url::form_urlencoded;

/// Names of form fields, JSON members and parameters whose values are secrets.
const NAMES: [&str; 15] = [
    "access_token",
    "refresh_token",
    "id_token",
    "authorization_code",
    "auth_session",
    "snapshot",
    "code",
    "code_verifier",
    "state",
    "nonce",
    "token",
    "pin",
    "password",
    "otp",
    "username",
];
/// Longest body that is looked at, bytes.
const LONGEST: usize = 1 << 20;

/// What was seen, by name.
#[derive(Default)]
pub(crate) struct Secrets(Mutex<BTreeMap<String, String>>);

impl Secrets {
    /// Values with what they are; a name comes once for each value.
    pub(crate) fn all(&self) -> Vec<(String, String)> {
        let seen = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        seen.iter().map(|(value, name)| (name.clone(), value.clone())).collect()
    }

    fn note(&self, name: &str, value: &str) {
        if NAMES.contains(&name) && value.len() >= 4 {
            let mut seen = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            seen.entry(value.to_owned()).or_insert_with(|| name.to_owned());
        }
    }

    fn form(&self, text: &[u8]) {
        for (name, value) in form_urlencoded::parse(text) {
            self.note(&name, &value);
        }
    }

    /// Looks at a request on its way in.
    pub(crate) async fn of_request(&self, request: Request) -> Request {
        self.form(request.uri().query().unwrap_or_default().as_bytes());
        self.head(request.headers());
        let (head, body) = request.into_parts();
        let body = self.body(body).await;
        Request::from_parts(head, body)
    }

    /// Looks at an answer on its way out.
    pub(crate) async fn of_response(&self, response: Response) -> Response {
        self.head(response.headers());
        let (head, body) = response.into_parts();
        let body = self.body(body).await;
        Response::from_parts(head, body)
    }

    fn head(&self, headers: &HeaderMap) {
        let text = |name| {
            headers
                .get(name)
                .and_then(|value: &axum::http::HeaderValue| value.to_str().ok())
        };
        if let Some((_, token)) = text(AUTHORIZATION).and_then(|value| value.split_once(' ')) {
            self.note("access_token", token);
        }
        if let Some((_, query)) = text(LOCATION).and_then(|value| value.split_once('?')) {
            self.form(query.as_bytes());
        }
    }

    async fn body(&self, body: Body) -> Body {
        let bytes = to_bytes(body, LONGEST).await.unwrap_or_else(|_| Bytes::new());
        match serde_json::from_slice(&bytes) {
            Ok(Value::Object(members)) => {
                for (name, value) in &members {
                    self.note(name, value.as_str().unwrap_or_default());
                }
            }
            _ => self.form(&bytes),
        }
        Body::from(bytes)
    }
}
