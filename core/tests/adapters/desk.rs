//! A card service that answers by method and path, and our client for it.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex},
};

use card_core::{
    Error, Result,
    adapters::{http::Http, register::CardService},
    domain::secret::Secret,
    ports::{Pass, Register},
    session::errand::{Brought, Errand},
};
use serde_json::{Value, json};

use crate::{
    forge::{self, Script},
    rules_support as rules,
    server::{Seen, Server, answer, json as json_answer},
    tree::Node,
};

pub(crate) const OSLO: &str = "2030000";
pub(crate) const PROBLEM: &str = "application/problem+json";

type Answers = HashMap<String, Vec<u8>>;

/// The service. What it wasn't told to say isn't there.
pub(crate) struct Desk {
    pub(crate) server: Server,
    pub(crate) client: CardService,
    answers: Arc<Mutex<Answers>>,
}

impl Desk {
    pub(crate) fn start() -> Self {
        let answers: Arc<Mutex<Answers>> = Arc::default();
        let shared = Arc::clone(&answers);
        let server = Server::start(move |seen| {
            let wanted = shared.lock().unwrap().get(&named(seen)).cloned();
            wanted.unwrap_or_else(|| problem(404, "elsewhere"))
        });
        let client = CardService::new(Http::new(true), &server.origin);
        let desk = Self {
            server,
            client,
            answers,
        };
        desk.says("GET /v1/jwks.json", answer(200, "", "application/json", &forge::keys()));
        desk
    }

    /// From now on, to that method and path.
    pub(crate) fn says(&self, to: &str, bytes: Vec<u8>) {
        self.answers.lock().unwrap().insert(to.to_owned(), bytes);
    }

    pub(crate) fn tells(&self, to: &str, body: &Value) {
        self.says(to, json_answer(200, body));
    }

    pub(crate) async fn run(&self, errand: Errand) -> Result<Brought> {
        let access = Secret::new("access".to_owned());
        let pass = Pass {
            access,
            proof_key: None,
        };
        Register::run(&self.client, Some(pass), errand).await
    }

    /// The requests that came for that method and path.
    pub(crate) fn heard(&self, wanted: &str) -> Vec<Seen> {
        let seen = self.server.seen().into_iter();
        seen.filter(|seen| named(seen) == wanted).collect()
    }

    /// A receipt's script for this service.
    pub(crate) fn script(&self) -> Script {
        let mut script = Script::honest();
        for part in [&mut script.payload, &mut script.head] {
            part["iss"] = json!(self.server.origin);
        }
        script
    }

    /// The signed head of a tree, by this service.
    pub(crate) fn head(&self, leaves: &[Node]) -> String {
        self.script().head_of(leaves)
    }

    /// Publishes a version of Oslo's rules in a language; its document.
    pub(crate) fn publishes(&self, version: u32, language: &str, text: &str) -> Value {
        let document = text_of(version, language, text);
        self.tells(&text_at(version, language), &document);
        document
    }

    /// What Oslo asks people to sign.
    pub(crate) fn offers(&self, version: u32, languages: &[&str]) {
        let offered =
            json!({ "agreement": "rules", "version": version, "languages": languages, "activation": "digital" });
        self.tells(
            &format!("GET /v1/libraries/{OSLO}/agreements"),
            &json!({ "library": OSLO, "agreements": [{ "agreement": "later", "version": 1, "languages": [], "activation": "digital" }, offered] }),
        );
    }
}

fn named(seen: &Seen) -> String {
    format!("{} {}", seen.method, seen.path)
}

/// Method and path of a text of Oslo's.
pub(crate) fn text_at(version: u32, language: &str) -> String {
    format!("GET /v1/libraries/{OSLO}/agreements/rules/{version}/{language}")
}

/// A document of Oslo's rules with the right hash.
pub(crate) fn text_of(version: u32, language: &str, text: &str) -> Value {
    let mut document = rules::document(&rules::clauses(&[("time", text, "general")]));
    document["library"] = json!(OSLO);
    document["version"] = json!(version);
    document["language"] = json!(language);
    document["valid_from"] = json!(format!("202{version}-01-01"));
    document
}

pub(crate) fn problem(status: u16, name: &str) -> Vec<u8> {
    let body = json!({ "type": format!("https://bibliotekkortet.no/problem/{name}"), "title": name, "status": status });
    answer(status, "", PROBLEM, &body.to_string())
}

/// 401 that asks for another sign-in (RFC 9470 §3).
pub(crate) fn level_too_low() -> Vec<u8> {
    let challenge =
        "www-authenticate: DPoP error=\"insufficient_user_authentication\", acr_values=\"idporten-loa-high\"\r\n";
    answer(401, challenge, PROBLEM, "{}")
}

pub(crate) fn unusable(at: &'static str, what: &'static str) -> Error {
    Error::Service {
        at,
        what,
        retry_after_s: None,
    }
}
