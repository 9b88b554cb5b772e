//! The one HTTP client: https, no redirects, short deadlines, small answers.

mod answer;
pub mod dpop;
mod retry_after;

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use http::{StatusCode, header::RETRY_AFTER};
use reqwest::{Client, Request, RequestBuilder, Response, redirect::Policy};
use rustls_platform_verifier::BuilderVerifierExt;
use url::{Host, Url};
use zeroize::Zeroizing;

use super::clock::SystemClock;
use crate::{Error, Result, domain::secret::Secret, ports::Clock};

pub use answer::Answer;

/// For name, connection and TLS together.
const CONNECT_DEADLINE: Duration = Duration::from_secs(5);
/// From the first byte out to the last byte in.
const WHOLE_DEADLINE: Duration = Duration::from_secs(15);
/// What is wrong with an answer that is longer than its cap.
pub(super) const TOO_LARGE: &str = "too large";
/// Longer answers are given up, bytes, unless [`Http::up_to`] says more. Our largest usual answer is some kilobytes.
const LONGEST_BODY: usize = 256 * 1024;

/// A client that sends to https addresses only (and to this machine over http when told so), follows no redirect
/// (RFC 9700 §4.12), keeps no cookies and asks for no compression, so that the cap on a body is a cap on memory.
#[derive(Clone)]
pub struct Http {
    client: Arc<Mutex<Option<Client>>>,
    servers: Arc<dpop::Servers>,
    loopback_http: bool,
    longest: usize,
    hears_throttles: bool,
}

impl Http {
    /// A client that trusts what the operating system trusts. `allow_loopback_http` is for the sandbox: http to this
    /// machine, and no proxy on the way. No IO: the system's trust is read at the first request, after the card shows.
    #[must_use]
    pub fn new(allow_loopback_http: bool) -> Self {
        Self {
            client: Arc::default(),
            servers: Arc::default(),
            loopback_http: allow_loopback_http,
            longest: LONGEST_BODY,
            hears_throttles: false,
        }
    }

    /// The same client for questions where 429 says more than that there were too many: it comes back as an answer.
    #[must_use]
    pub fn hearing_throttles(&self) -> Self {
        Self {
            hears_throttles: true,
            ..self.clone()
        }
    }

    /// The same client for an answer of up to that many bytes.
    #[must_use]
    pub fn up_to(&self, longest: usize) -> Self {
        Self {
            longest,
            ..self.clone()
        }
    }

    fn client(&self) -> Result<Client> {
        let mut client = self.client.lock().unwrap_or_else(PoisonError::into_inner);
        match &*client {
            Some(client) => Ok(client.clone()),
            None => Ok(client.insert(self.make()?).clone()),
        }
    }

    /// Closes all connections that nobody uses: their buffers hold what was said last. The next request opens new ones.
    pub fn hang_up(&self) {
        *self.client.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    fn make(&self) -> Result<Client> {
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let tls = rustls::ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .and_then(BuilderVerifierExt::with_platform_verifier)
            .map_err(|_| Error::Internal("no TLS trust from the system"))?
            .with_no_client_auth();
        let mut builder = Client::builder()
            .tls_backend_preconfigured(tls)
            .redirect(Policy::none())
            .referer(false)
            .connect_timeout(CONNECT_DEADLINE)
            .timeout(WHOLE_DEADLINE);
        if self.loopback_http {
            builder = builder.no_proxy();
        }
        builder.build().map_err(|_| Error::Internal("no HTTP client"))
    }

    /// Whether this client would send there: https without a user name in it, or http to this machine when allowed.
    #[must_use]
    pub fn permits(&self, url: &Url) -> bool {
        let bare = url.username().is_empty() && url.password().is_none() && url.has_host();
        bare && match url.scheme() {
            "https" => true,
            "http" => self.loopback_http && is_loopback(url),
            _ => false,
        }
    }

    /// Begins a GET.
    ///
    /// # Errors
    /// [`Error::Internal`] when the system's trust can't be had.
    pub fn get(&self, url: &Url) -> Result<RequestBuilder> {
        Ok(self.client()?.get(url.clone()))
    }

    /// Begins a POST.
    ///
    /// # Errors
    /// As [`Http::get`].
    pub fn post(&self, url: &Url) -> Result<RequestBuilder> {
        Ok(self.client()?.post(url.clone()))
    }

    /// Begins a PUT.
    ///
    /// # Errors
    /// As [`Http::get`].
    pub fn put(&self, url: &Url) -> Result<RequestBuilder> {
        Ok(self.client()?.put(url.clone()))
    }

    /// Begins a DELETE.
    ///
    /// # Errors
    /// As [`Http::get`].
    pub fn delete(&self, url: &Url) -> Result<RequestBuilder> {
        Ok(self.client()?.delete(url.clone()))
    }

    /// Sends, and reads the answer up to the cap. `at` names the endpoint in errors; nothing else gets into them.
    ///
    /// # Errors
    /// [`Error::Offline`] without an answer in time, [`Error::Service`] for a redirect, 429, 5xx, a body that is cut or too
    /// long, [`Error::Internal`] for an address that [`Http::permits`] doesn't.
    pub async fn send(&self, request: RequestBuilder, at: &'static str) -> Result<Answer> {
        self.execute(build(request)?, at).await
    }

    /// The same with a proof that we hold `key` (RFC 9449), and once more with a better proof when the server asks for one.
    /// `access` is the token that goes along, to a service; the token endpoint gets none.
    ///
    /// # Errors
    /// As [`Http::send`].
    pub async fn send_proven(
        &self,
        request: RequestBuilder,
        at: &'static str,
        key: Option<&Secret>,
        access: Option<&Secret>,
    ) -> Result<Answer> {
        let Some(key) = key else {
            return self.send(request, at).await;
        };
        let again = request.try_clone();
        let (first, told) = self.prove(request, at, key, access).await?;
        match again {
            Some(request) if told && dpop::wants_another(&first) => Ok(self.prove(request, at, key, access).await?.0),
            _ => Ok(first),
        }
    }

    async fn prove(
        &self,
        request: RequestBuilder,
        at: &'static str,
        key: &Secret,
        access: Option<&Secret>,
    ) -> Result<(Answer, bool)> {
        let mut request = build(request)?;
        let url = request.url().clone();
        self.servers.prove(&mut request, key, access)?;
        let answer = self.execute(request, at).await?;
        let told = self.servers.listen(&url, &answer);
        Ok((answer, told))
    }

    /// Keeps what the answer says for our next proof to that server.
    pub fn listen(&self, url: &Url, answer: &Answer) {
        self.servers.listen(url, answer);
    }

    async fn execute(&self, request: Request, at: &'static str) -> Result<Answer> {
        if !self.permits(request.url()) {
            return Err(Error::Internal("address isn't https"));
        }
        let response = self
            .client()?
            .execute(request)
            .await
            .map_err(|error| unanswered(&error, at))?;
        tracing::debug!(endpoint = at, status = response.status().as_u16(), "answer");
        refuse_status(&response, at, self.hears_throttles)?;
        let status = response.status();
        let headers = response.headers().clone();
        let body = read(response, at, self.longest).await?;
        Ok(Answer {
            at,
            status,
            headers,
            body,
        })
    }
}

/// No answer; or somebody answered who couldn't prove to be the service, as on a café's network before one has paid.
fn unanswered(error: &reqwest::Error, at: &'static str) -> Error {
    let mut cause = Some(error as &(dyn std::error::Error + 'static));
    while let Some(error) = cause {
        if let Some(rustls::Error::InvalidCertificate(_)) = error.downcast_ref() {
            return Error::unusable(at, "certificate");
        }
        // What an io::Error wraps isn't its source.
        let inside = error.downcast_ref::<std::io::Error>().and_then(std::io::Error::get_ref);
        cause = inside.map(|inside| inside as _).or_else(|| error.source());
    }
    Error::Offline(at)
}

fn build(request: RequestBuilder) -> Result<Request> {
    request.build().map_err(|_| Error::Internal("request can't be built"))
}

/// This machine by address or by the name that RFC 6761 §6.3 keeps for it.
fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Ipv4(ip)) => ip.is_loopback(),
        Some(Host::Ipv6(ip)) => ip.is_loopback(),
        Some(Host::Domain(name)) => name == "localhost",
        None => false,
    }
}

fn refuse_status(response: &Response, at: &'static str, hears_throttles: bool) -> Result<()> {
    let status = response.status();
    let what = match status {
        StatusCode::NOT_MODIFIED => return Ok(()),
        StatusCode::TOO_MANY_REQUESTS if hears_throttles => return Ok(()),
        StatusCode::TOO_MANY_REQUESTS => "too many requests",
        _ if status.is_redirection() => "redirect",
        _ if status.is_server_error() => "server error",
        _ => return Ok(()),
    };
    let retry_after_s = (!status.is_redirection() && response.headers().contains_key(RETRY_AFTER))
        .then(|| retry_after::seconds(response.headers(), SystemClock.now()))
        .flatten();
    Err(Error::Service {
        at,
        what,
        retry_after_s,
    })
}

async fn read(mut response: Response, at: &'static str, longest: usize) -> Result<Zeroizing<Vec<u8>>> {
    let mut body = Zeroizing::new(Vec::new());
    loop {
        match response.chunk().await {
            Ok(Some(chunk)) if body.len() + chunk.len() > longest => {
                return Err(Error::unusable(at, TOO_LARGE));
            }
            Ok(Some(chunk)) => body.extend_from_slice(&chunk),
            Ok(None) => return Ok(body),
            Err(error) if error.is_timeout() => return Err(Error::Offline(at)),
            Err(_) => return Err(Error::unusable(at, "cut short")),
        }
    }
}

impl Error {
    /// An answer that can't be used, without a time to wait.
    pub(super) fn unusable(at: &'static str, what: &'static str) -> Self {
        Self::Service {
            at,
            what,
            retry_after_s: None,
        }
    }
}
