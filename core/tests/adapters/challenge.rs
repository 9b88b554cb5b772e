//! The card number's door (draft-ietf-oauth-first-party-apps-04).

use card_core::{
    Error, RefusedCheck, Result,
    domain::{level::Level, secret::Secret, timestamp::Timestamp, user_name::UserName},
    ports::{SignIn, Tokens},
    session::{
        card_door::{CardForm, Challenge, Challenged, Halfway, Knows},
        sign_in::{Code, Door, Pending, SignInRequest},
    },
};
use serde_json::{Value, json};

use crate::{
    NOW,
    provider::{CLIENT, Provider, REDIRECT, STAY},
};

fn pin() -> Knows {
    Knows::Pin(Secret::new("4071".to_owned()))
}

fn password() -> Knows {
    Knows::Password(Secret::new("fjell-bekk-skog-19".to_owned()))
}

fn form(user: &str, knows: Knows) -> Challenge {
    Challenge::Form(CardForm {
        user: UserName::parse(user).unwrap(),
        knows,
        remember: true,
        request: SignInRequest {
            door: Door::IdPorten,
            redirect_uri: REDIRECT.to_owned(),
            language: "se".to_owned(),
            level: Level::High,
            fresh: false,
            purpose: None,
        },
    })
}

async fn ask(provider: &Provider, challenge: Challenge) -> Result<Challenged> {
    SignIn::challenge(&provider.client, challenge, Timestamp(NOW)).await
}

async fn halfway(provider: &Provider) -> Halfway {
    provider.challenge(
        400,
        "",
        json!({ "error": "insufficient_authorization", "auth_session": "s1" }),
    );
    match ask(provider, form("N012345678", pin())).await {
        Ok(Challenged::MoreWanted(halfway)) => halfway,
        _ => panic!("a one-time code is wanted"),
    }
}

async fn enough(provider: &Provider, challenge: Challenge) -> (Pending, Code) {
    match ask(provider, challenge).await {
        Ok(Challenged::Enough(pending, code)) => (pending, code),
        other => panic!("{:?}", other.err()),
    }
}

async fn sign_in(provider: &Provider, challenge: Challenge) -> Result<Tokens> {
    let (pending, code) = enough(provider, challenge).await;
    SignIn::exchange(&provider.client, pending, code, Timestamp(NOW + STAY)).await
}

/// The forms that were sent to the door.
fn sent(provider: &Provider) -> Vec<std::collections::HashMap<String, String>> {
    let all = provider.server.seen().into_iter();
    all.filter(|seen| seen.path == "/challenge")
        .map(|seen| seen.form())
        .collect()
}

#[tokio::test]
async fn item_79_number_and_secret_go_to_the_door_once_and_nowhere_else() {
    let provider = Provider::start();
    provider.grant(|g| g.claims["acr"] = "idporten-loa-low".into());
    sign_in(&provider, form(" n012 345 678 ", pin())).await.unwrap();
    let forms = sent(&provider);
    let form = &forms[0];
    let expected = [
        ("client_id", CLIENT),
        ("scope", "openid profile nb:bibliotekkortet"),
        ("acr_values", "idporten-loa-low"),
        ("code_challenge_method", "S256"),
        ("ui_locales", "se"),
        ("username", "N012345678"),
        ("pin", "4071"),
    ];
    for (name, value) in expected {
        assert_eq!(form[name], value, "{name}");
    }
    assert_eq!((forms.len(), form.contains_key("password")), (1, false));
    let mut names: Vec<_> = form.keys().map(String::as_str).collect();
    names.sort_unstable();
    let more = ["code_challenge", "nonce", "device_name"];
    let mut wanted: Vec<_> = expected.iter().map(|(name, _)| *name).chain(more).collect();
    wanted.sort_unstable();
    assert_eq!(names, wanted);
    let exchange = provider
        .server
        .seen()
        .into_iter()
        .find(|seen| seen.path == "/token")
        .unwrap();
    assert!(!exchange.form().contains_key("redirect_uri"), "none was asked for");
    for seen in provider.server.seen() {
        let at_door = seen.path == "/challenge";
        assert!(
            !seen.path.contains("4071") && (at_door || !seen.body.contains("4071")),
            "{}",
            seen.path
        );
    }
}

#[tokio::test]
async fn item_79_zeros_and_spaces_of_a_national_id_arrive_and_a_wrong_one_is_never_sent() {
    let provider = Provider::start();
    let number = crate::id_token::pid();
    enough(
        &provider,
        form(&format!(" {} {} ", &number[..6], &number[6..]), password()),
    )
    .await;
    let forms = sent(&provider);
    assert_eq!(
        (&forms[0]["username"], &forms[0]["password"][..]),
        (&number, "fjell-bekk-skog-19")
    );
    let mut wrong = number.clone().into_bytes();
    wrong[10] = b'0' + (wrong[10] - b'0' + 1) % 10;
    for text in [
        String::from_utf8(wrong).unwrap(),
        String::new(),
        "N12".to_owned(),
        number[1..].to_owned(),
    ] {
        assert!(UserName::parse(&text).is_err());
    }
}

#[tokio::test]
async fn item_79_each_refusal_means_one_thing_and_nothing_is_sent_again() {
    let wrong = || Error::WrongCredentials;
    let locked = |retry_after_s| Error::LockedOut { retry_after_s };
    let unusable = |what| Error::Service {
        at: "challenge",
        what,
        retry_after_s: None,
    };
    let cases: [(u16, &'static str, Value, Error); 12] = [
        (400, "", json!({ "error": "access_denied" }), wrong()),
        (401, "", json!({ "error": "access_denied" }), wrong()),
        (403, "", json!({ "error": "insufficient_authorization" }), wrong()),
        (
            429,
            "retry-after: 600\r\n",
            json!({ "error": "slow_down" }),
            locked(Some(600)),
        ),
        (429, "", Value::Null, locked(None)),
        (423, "", Value::Null, locked(None)),
        (400, "", json!({ "error": "invalid_session" }), Error::SignInExpired),
        (
            400,
            "",
            json!({ "error": "invalid_client" }),
            Error::SignInRefused(RefusedCheck::Request),
        ),
        (400, "", json!({ "no_error": 1 }), unusable("unexpected json")),
        (
            302,
            "location: http://127.0.0.1:1/\r\n",
            Value::Null,
            unusable("redirect"),
        ),
        (500, "", Value::Null, unusable("server error")),
        (
            200,
            "",
            json!({ "code": "c" }),
            Error::SignInRefused(RefusedCheck::TokenResponse),
        ),
    ];
    for (status, head, body, expected) in cases {
        let provider = Provider::start();
        provider.challenge(status, head, body);
        let error = ask(&provider, form("N012345678", pin())).await.err();
        assert_eq!(error.as_ref(), Some(&expected), "{status}");
        assert_eq!(sent(&provider).len(), 1, "{status}");
    }
}

#[tokio::test]
async fn the_service_may_want_a_browser_or_a_code() {
    let provider = Provider::start();
    provider.challenge(400, "", json!({ "error": "redirect_to_web" }));
    let Ok(Challenged::Web(request)) = ask(&provider, form("N012345678", pin())).await else {
        panic!("the browser");
    };
    assert_eq!((request.redirect_uri.as_str(), request.level), (REDIRECT, Level::High));
    let halfway = halfway(&provider).await;
    assert!(!halfway.refused);
    provider.challenge(
        400,
        "",
        json!({ "error": "insufficient_authorization", "auth_session": "s2" }),
    );
    let code = || Secret::new("123456".to_owned());
    let Ok(Challenged::MoreWanted(again)) = ask(&provider, Challenge::OneTimeCode(halfway, code())).await else {
        panic!("another code");
    };
    let last = sent(&provider).pop().unwrap();
    assert_eq!((last["auth_session"].as_str(), last["otp"].as_str()), ("s1", "123456"));
    assert_eq!(last.len(), 3, "client, session and code");
    assert!(again.refused);
    provider.challenge(200, "", json!({ "authorization_code": "c" }));
    ask(&provider, Challenge::OneTimeCode(again, code())).await.unwrap();
    assert_eq!(sent(&provider).pop().unwrap()["auth_session"], "s2", "the newest");
}

#[tokio::test]
async fn item_80_a_card_login_counts_as_what_was_known_whatever_the_provider_says() {
    let provider = Provider::start();
    provider.grant(|g| g.claims["acr"] = "idporten-loa-high".into());
    let level = async |challenge| sign_in(&provider, challenge).await.unwrap().person.level;
    assert_eq!(level(form("N012345678", pin())).await, Level::Low);
    assert_eq!(level(form("N012345678", password())).await, Level::Substantial);
    let halfway = halfway(&provider).await;
    provider.challenge(200, "", json!({ "authorization_code": "c" }));
    let with_code = Challenge::OneTimeCode(halfway, Secret::new("1".to_owned()));
    assert_eq!(level(with_code).await, Level::Substantial);
    assert_eq!(
        provider.sign_in().await.unwrap().person.level,
        Level::High,
        "in the browser"
    );
}

#[tokio::test]
async fn item_80_a_password_that_reached_less_is_refused() {
    let provider = Provider::start();
    provider.grant(|g| g.claims["acr"] = "idporten-loa-low".into());
    let error = sign_in(&provider, form("N012345678", password())).await.err();
    assert_eq!(error, Some(Error::LevelTooLow));
}

#[tokio::test]
async fn a_provider_without_this_door_says_so() {
    let provider = Provider::start();
    provider.discovery(|document| document["authorization_challenge_endpoint"] = Value::Null);
    let error = ask(&provider, form("N012345678", pin())).await.err();
    assert_eq!(error, Some(Error::DoorClosed));
    let unsafe_door = Provider::start();
    unsafe_door.discovery(|document| {
        document["authorization_challenge_endpoint"] = "http://example.no/challenge".into();
    });
    let error = ask(&unsafe_door, form("N012345678", pin())).await.err();
    assert_eq!(error, Some(Error::SignInRefused(RefusedCheck::DiscoveryContent)));
}
