use std::sync::Arc;
use std::time::Duration;

use axum::http::HeaderMap;
use axum::http::header::USER_AGENT;
use reqwest::redirect::Policy;
use reqwest::{Client, RequestBuilder};
use serde_json::Value;

use crate::provider::client::SERVICE;
use crate::provider::refusal::Refusal;
use crate::settings::StartError;

/// Digdir's own limits for its logout notices.
const CONNECT: Duration = Duration::from_secs(2);
const NOTICE: Duration = Duration::from_secs(5);
/// Long enough for a busy machine to find Feide's primes.
const WHOLE: Duration = Duration::from_secs(60);

/// The HTTP client of the services among themselves. Loopback only, so it trusts no certificate at all.
pub(crate) struct BackChannel(Client);

/// Whether a request comes from such a client.
pub(crate) fn is_back_channel(headers: &HeaderMap) -> bool {
    headers.get(USER_AGENT).is_some_and(|agent| agent == SERVICE)
}

impl BackChannel {
    pub(crate) fn new() -> Result<Self, StartError> {
        let failed = |error: &dyn std::error::Error| StartError::Client(error.to_string());
        let tls = rustls::ClientConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
            .with_safe_default_protocol_versions()
            .map_err(|error| failed(&error))?
            .with_root_certificates(rustls::RootCertStore::empty())
            .with_no_client_auth();
        Client::builder()
            .tls_backend_preconfigured(tls)
            .user_agent(SERVICE)
            .redirect(Policy::none())
            .no_proxy()
            .connect_timeout(CONNECT)
            .timeout(WHOLE)
            .pool_max_idle_per_host(0)
            .build()
            .map(Self)
            .map_err(|error| failed(&error))
    }

    pub(crate) async fn get(&self, url: &str) -> Result<Value, Refusal> {
        json(self.0.get(url)).await
    }

    /// The token goes in the header and nowhere else (RFC 6750 §2.1).
    pub(crate) async fn get_as(&self, url: &str, access_token: &str) -> Result<Value, Refusal> {
        json(self.0.get(url).bearer_auth(access_token)).await
    }

    /// A notice; what comes back is of no interest.
    pub(crate) async fn tell(&self, url: &str, form: &[(&str, &str)]) {
        if let Err(error) = self.0.post(url).form(form).timeout(NOTICE).send().await {
            eprintln!(
                "card-sandbox: a logout token was not delivered: {}",
                error.without_url()
            );
        }
    }

    /// A form with `client_secret_basic`.
    pub(crate) async fn post(&self, url: &str, form: &[(&str, &str)], secret: &str) -> Result<Value, Refusal> {
        json(self.0.post(url).basic_auth(SERVICE, Some(secret)).form(form)).await
    }
}

async fn json(request: RequestBuilder) -> Result<Value, Refusal> {
    let broken = |_| Refusal::new("server_error", "the identity provider didn't answer");
    let answer = request.send().await.map_err(broken)?;
    if !answer.status().is_success() {
        return Err(Refusal::new("server_error", "the identity provider refused"));
    }
    answer.json().await.map_err(broken)
}
