//! A browser without pixels: opens the address, fills in the login page, stops at the redirect.

use url::Url;

/// Follows nothing by itself.
pub struct Browser(reqwest::Client);

impl Default for Browser {
    fn default() -> Self {
        let client = reqwest::Client::builder()
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
            .unwrap();
        Self(client)
    }
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

    async fn press(&self, url: &str, persona: &str, button: &str) -> String {
        let page = self.0.get(url).send().await.unwrap();
        assert_eq!(page.status(), 200, "the login page");
        let html = page.text().await.unwrap();
        assert!(
            html.contains(&format!("value=\"{persona}\"")),
            "{persona} is on the page"
        );
        let action = Url::parse(url)
            .unwrap()
            .join(attribute(&html, "<form", "action"))
            .unwrap();
        let form = [
            ("token", attribute(&html, "name=\"token\"", "value")),
            ("person", persona),
            ("level", "idporten-loa-high"),
            ("action", button),
        ];
        let answer = self.0.post(action).form(&form).send().await.unwrap();
        assert_eq!(answer.status(), 303, "back to the app");
        answer.headers()["location"].to_str().unwrap().to_owned()
    }
}

/// The value of `name` after `mark`.
fn attribute<'a>(html: &'a str, mark: &str, name: &str) -> &'a str {
    let after = &html[html.find(mark).expect(mark)..];
    let start = after.find(&format!("{name}=\"")).expect(name) + name.len() + 2;
    let end = after[start..].find('"').unwrap() + start;
    &after[start..end]
}
