//! NAV's `mock-oauth2-server`: neither pushed requests, proofs of possession nor `iss` on the redirect, and any claim one likes.

use std::sync::Arc;

use card_core::{
    Error, RefusedCheck, Result,
    domain::level::Level,
    ports::{SignIn, Tokens},
    session::farewell::Farewell,
};
use serde_json::{Value, json};
use url::Url;

use crate::{
    client::{CLIENT, Client, PARTED, now, refusal, session, synthetic_pid},
    count::Count,
    pages::Pages,
    peer::Peer,
    strict_broken::{refused, with},
};

/// The servers of one process, each with its own configuration.
struct World {
    peer: Peer,
}

/// What the claims of a sign-in are, unless a check says otherwise.
fn usual() -> Value {
    json!({
        "sub": "kari", "pid": synthetic_pid(), "acr": "idporten-loa-high", "amr": ["TestID"],
        "auth_time": now().0, "aud": [CLIENT],
    })
}

/// The usual claims with one changed, or without it.
fn but(name: &str, value: Value) -> Value {
    changed(usual(), name, value)
}

fn changed(mut claims: Value, name: &str, value: Value) -> Value {
    match value {
        Value::Null => claims.as_object_mut().unwrap().remove(name),
        value => claims.as_object_mut().unwrap().insert(name.to_owned(), value),
    };
    claims
}

impl World {
    /// A server whose tokens say `claims`; gives the client for it. `more` is more of its configuration.
    async fn provide(&self, claims: Value, more: Value) -> Client {
        Client::new(&self.issuer(claims, more).await, CLIENT, false)
    }

    /// The same, and what the tokens of a renewal say.
    async fn provide_and_renew(&self, claims: Value, renewal: Value) -> Client {
        let mapping = |param: &str, value: &str, claims: Value| json!({ "requestParam": param, "match": value, "claims": claims });
        let mappings = [
            mapping("grant_type", "refresh_token", renewal),
            mapping("client_id", CLIENT, claims),
        ];
        let callback = json!([{ "issuerId": "plain", "tokenExpiry": 120, "requestMappings": mappings }]);
        self.provide(json!({}), json!({ "tokenCallbacks": callback })).await
    }

    async fn issuer(&self, claims: Value, more: Value) -> String {
        let mapping = json!({ "requestParam": "client_id", "match": CLIENT, "claims": claims });
        let mut config = json!({
            "interactiveLogin": false,
            "tokenCallbacks": [{ "issuerId": "plain", "tokenExpiry": 120, "requestMappings": [mapping] }],
        });
        config
            .as_object_mut()
            .unwrap()
            .extend(more.as_object().unwrap().clone());
        let answer = self.peer.ask(&config).await;
        format!("{}plain", answer["url"].as_str().unwrap())
    }

    async fn requests(&self) -> Vec<String> {
        let answer = self.peer.ask(&json!({ "do": "requests" })).await;
        let requests = answer["requests"].as_array().unwrap().iter();
        requests.map(|one| one.as_str().unwrap().to_owned()).collect()
    }

    async fn refuses(&self, claims: Value, more: Value, error: Error) {
        let client = self.provide(claims, more).await;
        assert_eq!(refusal(sign_in(&client).await), error);
    }
}

async fn sign_in(client: &Client) -> Result<Tokens> {
    let pending = client.prepare().await;
    let redirect = Pages::new().pass(&pending.url).await;
    client.finish(&pending, &redirect).await
}

pub(crate) async fn all(count: &mut Count, command: &[String]) {
    let world = Arc::new(World {
        peer: Peer::start(command).await,
    });
    let w = || world.clone();
    count
        .check(
            "oidcc-client-test: an unpushed request, no proof, no iss; pid and acr from the token",
            happy(w()),
        )
        .await;
    count
        .check(
            "a strict client doesn't use it, and asks nothing but who it is",
            strict(w()),
        )
        .await;
    count
        .check(
            "a redirect that names somebody else is refused, though none has to be named",
            named(w()),
        )
        .await;
    count
        .check("amr as text, missing, or numbers: it decides nothing", amr(w()))
        .await;
    count
        .check("acr too low, unknown, in capitals or missing: refused", acr(w()))
        .await;
    count
        .check("oidcc-client-test-invalid-aud, fapi2-security-profile-final-client-test-invalid-secondary-aud and -valid-aud-as-array", audience(w()))
        .await;
    count.check("azp of somebody else: refused", azp(w())).await;
    count.check("oidcc-client-test-invalid-iss: refused", issuer(w())).await;
    count
        .check("oidcc-client-test-nonce-invalid: refused", nonce(w()))
        .await;
    count
        .check("pid that nobody has: refused; none at all: fine", pid(w()))
        .await;
    count.check("sub too long or not ASCII: refused", subject(w())).await;
    count
        .check("fapi2-security-profile-final-client-test-invalid-expired-exp: a clock that stands in the past, or in the future", clocks(w()))
        .await;
    count
        .check(
            "exp, iat, nbf and auth_time, one at a time in the wrong time: refused",
            times(w()),
        )
        .await;
    count
        .check(
            "oidcc-client-test-refresh-token-invalid-issuer and -invalid-sub: renewed by or for somebody else",
            renewed_for_others(w()),
        )
        .await;
    count
        .check(
            "oidcc-client-test-invalid-sig-es256, PS256 and RS384: signed well, but not RS256",
            algorithms(w()),
        )
        .await;
    count
        .check(
            "oidcc-client-test-refresh-token: without rotation the old token is kept",
            kept(w()),
        )
        .await;
    count
        .check("with rotation each renewal gives a new one", rotated(w()))
        .await;
    count.check("revoked and signed out in the browser", ended(w())).await;
}

async fn happy(world: Arc<World>) {
    let client = world.provide(usual(), json!({})).await;
    let pending = client.prepare().await;
    let asked: Vec<_> = Url::parse(&pending.url).unwrap().query_pairs().into_owned().collect();
    let value = |name: &str| {
        asked
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    };
    assert_eq!(value("scope"), Some("openid profile nb:bibliotekkortet"));
    assert_eq!(value("acr_values"), Some("idporten-loa-high"));
    assert_eq!(value("code_challenge_method"), Some("S256"));
    assert_eq!((value("request_uri"), value("dpop_jkt")), (None, None));
    let redirect = Pages::new().pass(&pending.url).await;
    assert!(!redirect.contains("iss="), "it doesn't name itself");
    let tokens = client.finish(&pending, &redirect).await.unwrap();
    assert_eq!(
        (tokens.person.subject.as_str(), tokens.person.level),
        ("kari", Level::High)
    );
    assert!(tokens.pass.proof_key.is_none() && tokens.refresh.is_some());
    let asked = [
        "GET /plain/.well-known/openid-configuration",
        "GET /plain/jwks",
        "GET /plain/authorize",
        "POST /plain/token",
    ];
    assert_eq!(world.requests().await, asked);
}

async fn strict(world: Arc<World>) {
    let issuer = world.issuer(usual(), json!({})).await;
    let client = Client::new(&issuer, CLIENT, true);
    let result = client.prepare_for(Level::High, false).await;
    assert_eq!(refusal(result), refused(RefusedCheck::DiscoveryContent));
    assert_eq!(world.requests().await, ["GET /plain/.well-known/openid-configuration"]);
}

async fn named(world: Arc<World>) {
    let client = world.provide(usual(), json!({})).await;
    let pending = client.prepare().await;
    let good = Pages::new().pass(&pending.url).await;
    let foreign = with(&good, "iss", Some("https://issuer.invalid"));
    assert_eq!(
        refusal(pending.read_redirect(&foreign)),
        refused(RefusedCheck::ResponseIssuer)
    );
    assert!(
        pending
            .read_redirect(&with(&good, "iss", Some(&pending.issuer)))
            .is_ok()
    );
}

async fn amr(world: Arc<World>) {
    for amr in [json!("TestID"), json!(["BankID", "otp"]), json!([1, null]), Value::Null] {
        let client = world.provide(but("amr", amr), json!({})).await;
        assert_eq!(sign_in(&client).await.err(), None);
    }
}

async fn acr(world: Arc<World>) {
    for acr in [
        json!("idporten-loa-low"),
        json!("idporten-loa-substantial"),
        json!("IDPORTEN-LOA-HIGH"),
        json!("Level4"),
        json!(""),
        Value::Null,
    ] {
        world.refuses(but("acr", acr), json!({}), Error::LevelTooLow).await;
    }
}

async fn audience(world: Arc<World>) {
    for aud in [json!(["another-client"]), json!([CLIENT, "another-client"])] {
        world
            .refuses(but("aud", aud), json!({}), refused(RefusedCheck::Audience))
            .await;
    }
    for aud in [json!(CLIENT), json!([CLIENT])] {
        let client = world.provide(but("aud", aud), json!({})).await;
        assert_eq!(sign_in(&client).await.err(), None);
    }
}

async fn azp(world: Arc<World>) {
    let claims = but("azp", json!("another-client"));
    world.refuses(claims, json!({}), refused(RefusedCheck::Audience)).await;
}

async fn issuer(world: Arc<World>) {
    let claims = but("iss", json!("https://issuer.invalid"));
    world.refuses(claims, json!({}), refused(RefusedCheck::Issuer)).await;
}

async fn nonce(world: Arc<World>) {
    let claims = but("nonce", json!("of-somebody-else"));
    world.refuses(claims, json!({}), refused(RefusedCheck::Nonce)).await;
}

async fn pid(world: Arc<World>) {
    for pid in [json!("1"), json!(""), json!("0000000000a")] {
        world
            .refuses(but("pid", pid), json!({}), refused(RefusedCheck::Claims))
            .await;
    }
    let client = world.provide(but("pid", Value::Null), json!({})).await;
    assert_eq!(sign_in(&client).await.err(), None);
}

async fn subject(world: Arc<World>) {
    for sub in ["x".repeat(256), "kåre".to_owned()] {
        world
            .refuses(but("sub", json!(sub)), json!({}), refused(RefusedCheck::Claims))
            .await;
    }
}

async fn clocks(world: Arc<World>) {
    for time in ["2020-01-01T00:00:00Z", "2200-01-01T00:00:00Z"] {
        let stands = json!({ "tokenProvider": { "systemTime": time } });
        world.refuses(usual(), stands, refused(RefusedCheck::Time)).await;
    }
}

async fn times(world: Arc<World>) {
    for (name, off) in [
        ("exp", -600),
        ("iat", -600),
        ("iat", 600),
        ("nbf", 600),
        ("auth_time", 600),
    ] {
        let claims = but(name, json!(now().plus(off).0));
        world.refuses(claims, json!({}), refused(RefusedCheck::Time)).await;
    }
}

async fn renewed_for_others(world: Arc<World>) {
    let claims = usual();
    let client = world
        .provide_and_renew(claims.clone(), changed(claims, "amr", json!("otp")))
        .await;
    let kept = session(&sign_in(&client).await.unwrap());
    assert_eq!(client.renew(&kept).await.err(), None, "by and for the same");
    for (name, value) in [
        ("iss", json!("https://issuer.invalid")),
        ("sub", json!("ola")),
        ("aud", json!(["another-client"])),
        ("azp", json!("another-client")),
        ("nonce", json!("of-another-attempt")),
        ("auth_time", json!(now().plus(5).0)),
        ("exp", json!(now().plus(-600).0)),
    ] {
        let claims = usual();
        let client = world
            .provide_and_renew(claims.clone(), changed(claims, name, value))
            .await;
        let kept = session(&sign_in(&client).await.unwrap());
        assert_eq!(refusal(client.renew(&kept).await), Error::SignInExpired, "{name}");
    }
}

async fn algorithms(world: Arc<World>) {
    for algorithm in ["ES256", "PS256", "RS384"] {
        let signs = json!({ "tokenProvider": { "keyProvider": { "algorithm": algorithm } } });
        world.refuses(usual(), signs, refused(RefusedCheck::Signature)).await;
    }
}

async fn kept(world: Arc<World>) {
    let client = world.provide(usual(), json!({})).await;
    let first = session(&sign_in(&client).await.unwrap());
    for _ in 0..2 {
        let renewed = client.renew(&first).await.unwrap();
        assert!(renewed.refresh.is_none_or(|token| token == first.refresh));
    }
}

async fn rotated(world: Arc<World>) {
    let client = world.provide(usual(), json!({ "rotateRefreshToken": true })).await;
    let first = session(&sign_in(&client).await.unwrap());
    let second = session(&client.renew(&first).await.unwrap());
    assert!(second.refresh != first.refresh);
    assert_eq!(client.renew(&second).await.err(), None);
}

async fn ended(world: Arc<World>) {
    let client = world.provide(usual(), json!({})).await;
    let kept = session(&sign_in(&client).await.unwrap());
    client.oidc.revoke(kept.refresh.clone()).await;
    assert_eq!(refusal(client.renew(&kept).await), Error::SignInExpired);
    let farewell = Farewell {
        redirect_uri: PARTED.to_owned(),
        language: "nb".to_owned(),
    };
    let leaving = client
        .oidc
        .part(farewell, now())
        .await
        .unwrap()
        .expect("a sign-out in the browser");
    leaving.check(&Pages::new().pass(&leaving.url).await).unwrap();
}
