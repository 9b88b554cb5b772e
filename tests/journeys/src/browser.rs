//! A browser without pixels: opens the address, fills in the login page, stops at the redirect.

use std::{collections::HashMap, sync::Mutex};

use reqwest::{RequestBuilder, Response};
use url::Url;

/// What the app's addresses begin with; nobody listens there.
const APP: &str = "http://127.0.0.1:49152/";

/// Follows nothing by itself. Keeps cookies by host and name, as browsers do: ports don't count (RFC 6265 §8.5).
pub struct Browser {
    client: reqwest::Client,
    cookies: Mutex<HashMap<(String, String), String>>,
}

impl Default for Browser {
    fn default() -> Self {
        Self {
            client: http(),
            cookies: Mutex::default(),
        }
    }
}

/// Plain http to this machine; follows no redirect and keeps no cookies.
#[must_use]
pub fn http() -> reqwest::Client {
    reqwest::Client::builder()
        .tls_backend_preconfigured(
            rustls::ClientConfig::builder_with_provider(rustls::crypto::ring::default_provider().into())
                .with_safe_default_protocol_versions()
                .unwrap()
                .with_root_certificates(rustls::RootCertStore::empty())
                .with_no_client_auth(),
        )
        .no_proxy()
        .redirect(reqwest::redirect::Policy::none())
        .build()
        .unwrap()
}

impl Browser {
    /// Signs in on the page behind `url`; gives the address that the provider sends the browser back to.
    pub async fn sign_in(&self, url: &str, persona: &str) -> String {
        self.press(url, persona, "login").await
    }

    /// Says no on the page behind `url`.
    pub async fn cancel(&self, url: &str) -> String {
        self.press(url, "kari", "cancel").await
    }

    /// Opens an address that shows no page on its way back to the app.
    pub async fn open(&self, url: &str) -> String {
        match self.follow(url.to_owned()).await {
            Stop::App(redirect) => redirect,
            Stop::Page(url, _) => panic!("a page of {} stands in the way", url.path()),
        }
    }

    /// Whether the address leads to a page, and not back to the app.
    pub async fn shows_page(&self, url: &str) -> bool {
        matches!(self.follow(url.to_owned()).await, Stop::Page(..))
    }

    async fn press(&self, url: &str, persona: &str, button: &str) -> String {
        let (url, html) = match self.follow(url.to_owned()).await {
            Stop::Page(url, html) => (url, html),
            Stop::App(redirect) => return redirect,
        };
        assert!(
            html.contains(&format!("value=\"{persona}\"")),
            "{persona} is on the page"
        );
        let action = url.join(attribute(&html, "<form", "action")).unwrap();
        let mut form = vec![
            ("token", attribute(&html, "name=\"token\"", "value")),
            ("person", persona),
            ("action", button),
        ];
        if html.contains("name=\"level\"") {
            form.push(("level", "idporten-loa-high"));
        }
        let answer = self.send(self.client.post(action.clone()).form(&form), &action).await;
        assert_eq!(answer.status(), 303, "back to the app");
        let next = answer.headers()["location"].to_str().unwrap().to_owned();
        match self.follow(next).await {
            Stop::App(redirect) => redirect,
            Stop::Page(url, _) => panic!("a page of {} stands in the way", url.path()),
        }
    }

    async fn send(&self, request: RequestBuilder, url: &Url) -> Response {
        let host = url.host_str().unwrap().to_owned();
        let sent: Vec<_> = {
            let cookies = self.cookies.lock().unwrap();
            let own = cookies.iter().filter(|((there, _), _)| *there == host);
            own.map(|((_, name), value)| format!("{name}={value}")).collect()
        };
        let answer = request.header("cookie", sent.join("; ")).send().await.unwrap();
        for line in answer.headers().get_all("set-cookie") {
            let pair = line.to_str().unwrap().split(';').next().unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            self.cookies
                .lock()
                .unwrap()
                .insert((host.clone(), name.to_owned()), value.to_owned());
        }
        answer
    }

    /// Goes where it is sent, until there is a page to look at or the app is called.
    async fn follow(&self, mut url: String) -> Stop {
        for _ in 0..10 {
            if url.starts_with(APP) {
                return Stop::App(url);
            }
            let here = Url::parse(&url).unwrap();
            let answer = self.send(self.client.get(here.clone()), &here).await;
            match answer.headers().get("location") {
                Some(next) => url = here.join(next.to_str().unwrap()).unwrap().into(),
                None => return Stop::Page(here, answer.text().await.unwrap()),
            }
        }
        panic!("sent around in a ring");
    }
}

/// Where the browser ends up.
enum Stop {
    /// A page, and its address.
    Page(Url, String),
    /// An address that belongs to the app.
    App(String),
}

/// The value of `name` after `mark`.
fn attribute<'a>(html: &'a str, mark: &str, name: &str) -> &'a str {
    let after = &html[html.find(mark).expect(mark)..];
    let start = after.find(&format!("{name}=\"")).expect(name) + name.len() + 2;
    let end = after[start..].find('"').unwrap() + start;
    &after[start..end]
}
