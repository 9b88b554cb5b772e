//! A browser without pixels that keeps cookies and fills in forms, whatever the provider's pages look like.

use std::{collections::BTreeMap, sync::Mutex};

use reqwest::{Response, header};
use url::Url;

/// Where our redirects lead. Nobody listens there; the browser stops before it.
const OWN: &str = "http://127.0.0.1:4000/";

pub(crate) struct Pages {
    http: reqwest::Client,
    cookies: Mutex<BTreeMap<String, String>>,
}

/// Where the browser ended up.
pub(crate) enum End {
    /// Sent back to the app, with this address.
    App(String),
    /// On a page: its address, status and text.
    Page(Url, u16, String),
}

impl Pages {
    pub(crate) fn new() -> Self {
        Self {
            http: card_journeys::http(),
            cookies: Mutex::default(),
        }
    }

    /// Signs in on the page behind `url`; gives the redirect.
    pub(crate) async fn sign_in(&self, url: &str, person: &str, level: &str) -> String {
        self.press(url, &[("person", person), ("level", level), ("action", "login")])
            .await
    }

    /// Opens `url`, fills in the form that must be there, and must come back to the app.
    pub(crate) async fn press(&self, url: &str, fields: &[(&str, &str)]) -> String {
        match self.open(url).await {
            End::App(_) => panic!("no page was shown"),
            End::Page(at, status, html) => {
                assert_eq!(status, 200, "the page");
                self.submit(&at, &html, fields).await
            }
        }
    }

    /// Opens `url` and must come back to the app without a question.
    pub(crate) async fn pass(&self, url: &str) -> String {
        match self.open(url).await {
            End::App(redirect) => redirect,
            End::Page(_, status, _) => panic!("a page was shown, status {status}"),
        }
    }

    /// Opens `url`.
    pub(crate) async fn open(&self, url: &str) -> End {
        let url = Url::parse(url).unwrap();
        let response = self.send(self.http.get(url.clone())).await;
        self.follow(url, response).await
    }

    async fn submit(&self, at: &Url, html: &str, fields: &[(&str, &str)]) -> String {
        let action = at.join(attribute(html, "<form", "action")).unwrap();
        let mut form: Vec<(&str, &str)> = fields.to_vec();
        if html.contains("name=\"xsrf\"") {
            form.push(("xsrf", attribute(html, "name=\"xsrf\"", "value")));
        }
        let response = self.send(self.http.post(action.clone()).form(&form)).await;
        match self.follow(action, response).await {
            End::App(redirect) => redirect,
            End::Page(_, status, _) => panic!("a page instead of the app, status {status}"),
        }
    }

    async fn follow(&self, mut at: Url, mut response: Response) -> End {
        for _ in 0..10 {
            let status = response.status();
            if !status.is_redirection() {
                return End::Page(at, status.as_u16(), response.text().await.unwrap());
            }
            let location = response.headers()[header::LOCATION].to_str().unwrap();
            if location.starts_with(OWN) {
                return End::App(location.to_owned());
            }
            at = at.join(location).unwrap();
            response = self.send(self.http.get(at.clone())).await;
        }
        panic!("redirects without an end");
    }

    async fn send(&self, request: reqwest::RequestBuilder) -> Response {
        let cookies: Vec<_> = self.jar().iter().map(|(k, v)| format!("{k}={v}")).collect();
        let response = request.header(header::COOKIE, cookies.join("; ")).send().await.unwrap();
        for set in response.headers().get_all(header::SET_COOKIE) {
            let pair = set.to_str().unwrap().split(';').next().unwrap_or_default();
            let (name, value) = pair.split_once('=').unwrap();
            match value {
                "" => self.jar().remove(name),
                _ => self.jar().insert(name.to_owned(), value.to_owned()),
            };
        }
        response
    }

    fn jar(&self) -> std::sync::MutexGuard<'_, BTreeMap<String, String>> {
        self.cookies.lock().unwrap()
    }
}

/// The value of `name` after `mark`.
fn attribute<'a>(html: &'a str, mark: &str, name: &str) -> &'a str {
    let after = &html[html.find(mark).expect(mark)..];
    let start = after.find(&format!("{name}=\"")).expect(name) + name.len() + 2;
    let end = after[start..].find('"').unwrap() + start;
    &after[start..end]
}
