//! Receipts and the log of one side, before the reader of the other: the service that signs and the core that proves share no code.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::time::{SystemTime, UNIX_EPOCH};

use card_core::{
    adapters::{
        http::Http,
        receipt::{NoReceipt, path, verify, verify_head},
        sign_in::{OidcSignIn, Profile},
    },
    domain::{
        level::Level,
        log::{Fork, TreeHead},
        receipt::{Agreement, Claim, Mismatch, Party, Pseudonym, Receipt, TextHash},
        rules::RulesText,
        timestamp::Timestamp,
    },
    ports::{Pass, SignIn},
    session::sign_in::{Door, SignInRequest},
};
use card_journeys::{Browser, REDIRECT};
use card_sandbox::{Sandbox, Settings, Twist};
use serde_json::{Value, json};

/// A person at level high, and what they ask the service.
struct Person {
    http: Http,
    service: String,
    pass: Pass,
    subject: String,
}

fn now() -> Timestamp {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs();
    Timestamp(i64::try_from(seconds).unwrap())
}

impl Person {
    async fn sign_in(sandbox: &Sandbox, persona: &str) -> Self {
        let (http, service) = (Http::new(true), sandbox.card_service.clone());
        let profile = Profile::card_service(service.clone(), "bibliotekkortet-app".to_owned());
        let client = OidcSignIn::new(http.clone(), profile);
        let request = SignInRequest {
            door: Door::IdPorten,
            redirect_uri: REDIRECT.to_owned(),
            language: "nb".to_owned(),
            level: Level::High,
            fresh: false,
            purpose: None,
        };
        let pending = SignIn::prepare(&client, request, now()).await.unwrap();
        let redirect = Browser::default().sign_in(&pending.url, persona).await;
        let code = pending.read_redirect(&redirect).ok().unwrap();
        let tokens = SignIn::exchange(&client, pending, code, now()).await.ok().unwrap();
        Self {
            http,
            service,
            pass: tokens.pass,
            subject: tokens.person.subject,
        }
    }

    async fn get(&self, what: &str) -> Vec<u8> {
        let url = format!("{}/v1/{what}", self.service).parse().unwrap();
        self.http
            .send(self.http.get(&url).unwrap(), "test")
            .await
            .unwrap()
            .body
            .to_vec()
    }

    async fn json(&self, what: &str) -> Value {
        serde_json::from_slice(&self.get(what).await).unwrap()
    }

    /// Reads the newest rules as the core does, and signs them; the receipt's bytes.
    async fn sign(&self, library: &str, key: &str) -> (RulesText, Vec<u8>) {
        let listed = self.json(&format!("libraries/{library}/agreements")).await;
        let version = &listed["agreements"][0]["version"];
        let text = self
            .get(&format!("libraries/{library}/agreements/rules/{version}/nb"))
            .await;
        let rules = RulesText::parse(&text).unwrap();
        let wish = json!({
            "library": library, "agreement": "rules", "version": version.to_string(), "language": "nb",
            "text_hash": hash(&rules), "for": { "self": true },
        });
        let url = format!("{}/v1/signatures", self.service).parse().unwrap();
        let request = self.http.post(&url).unwrap().header("Idempotency-Key", key);
        let token = format!("DPoP {}", self.pass.access.expose());
        let request = request.header("authorization", token).json(&wish);
        let (proof, access) = (self.pass.proof_key.as_ref(), Some(&self.pass.access));
        let answer = self.http.send_proven(request, "test", proof, access).await.unwrap();
        assert_eq!(answer.status, 201, "{}", String::from_utf8_lossy(&answer.body));
        (rules, answer.body.to_vec())
    }

    async fn keys(&self) -> String {
        String::from_utf8(self.get("jwks.json").await).unwrap()
    }

    async fn head(&self) -> TreeHead {
        let jws = self.json("log/head").await["tree_head"].as_str().unwrap().to_owned();
        verify_head(&jws, &self.keys().await, &self.service).unwrap()
    }

    /// Whether the log has only grown since `remembered`.
    async fn check(&self, remembered: &TreeHead) -> Result<(), Fork> {
        let answer = self.json(&format!("log/consistency?from={}", remembered.size)).await;
        let texts: Vec<String> = serde_json::from_value(answer["proof"].clone()).unwrap();
        let head = verify_head(answer["tree_head"].as_str().unwrap(), &self.keys().await, &self.service).unwrap();
        head.follows(remembered, &path(&texts).unwrap())
    }
}

fn hash(rules: &RulesText) -> String {
    format!("sha-256:{}", rules.sha256())
}

fn claim(person: &Person, rules: &RulesText, receipt: &Receipt) -> Claim {
    Claim {
        signer: Pseudonym::parse(&person.subject).unwrap(),
        party: Party::Own,
        library: "2030000".to_owned(),
        agreement: Agreement::Rules,
        version: "1".to_owned(),
        language: "nb".to_owned(),
        text_hash: TextHash::parse(&hash(rules)).unwrap(),
        log: receipt.log.clone(),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_receipt_of_the_service_proves_itself_to_the_core_and_shows_what_was_signed() {
    let sandbox = Sandbox::start(Settings::default()).unwrap();
    let ola = Person::sign_in(&sandbox, "ola").await;
    let (rules, file) = ola.sign("2030000", "once").await;
    let keys = ola.keys().await;
    let receipt = verify(&file, &keys, &ola.service).unwrap();
    assert_eq!(receipt.shows(&claim(&ola, &rules, &receipt)), Ok(()));
    let kari = Person::sign_in(&sandbox, "kari").await;
    assert_eq!(receipt.shows(&claim(&kari, &rules, &receipt)), Err(Mismatch::Signer));
    let (_, again) = ola.sign("2030000", "once").await;
    assert_eq!(again, file, "asked again, not signed again");
    assert_eq!(ola.head().await.size, 1);
    assert_eq!(verify(&file, &keys, &sandbox.issuer), Err(NoReceipt::Issuer));
}

#[tokio::test(flavor = "multi_thread")]
async fn receipts_that_say_something_wrong_are_refused_or_show_something_else() {
    let outcomes = [
        (Twist::ReceiptBadSignature, "refused"),
        (Twist::ReceiptNotInLog, "refused"),
        (Twist::ReceiptWrongSub, "another signer"),
        (Twist::ReceiptOtherText, "another text"),
    ];
    for (twist, expected) in outcomes {
        let sandbox = Sandbox::start(Settings::default()).unwrap();
        let ola = Person::sign_in(&sandbox, "ola").await;
        sandbox.twist(twist).unwrap();
        let (rules, file) = ola.sign("2030000", "once").await;
        let outcome = match verify(&file, &ola.keys().await, &ola.service) {
            Err(_) => "refused",
            Ok(receipt) => match receipt.shows(&claim(&ola, &rules, &receipt)) {
                Err(Mismatch::Signer) => "another signer",
                Err(Mismatch::Text) => "another text",
                other => panic!("{twist:?}: {other:?}"),
            },
        };
        assert_eq!(outcome, expected, "{twist:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_log_only_grows_and_one_that_forks_is_noticed() {
    let sandbox = Sandbox::start(Settings::default()).unwrap();
    let (ola, kari) = (
        Person::sign_in(&sandbox, "ola").await,
        Person::sign_in(&sandbox, "kari").await,
    );
    ola.sign("2030000", "a").await;
    let remembered = ola.head().await;
    kari.sign("2030000", "b").await;
    assert_eq!(ola.head().await.size, 2);
    assert_eq!(ola.check(&remembered).await, Ok(()));
    sandbox.twist(Twist::LogForks).unwrap();
    assert!(
        ola.check(&remembered).await.is_err(),
        "another history than the one remembered"
    );
}
