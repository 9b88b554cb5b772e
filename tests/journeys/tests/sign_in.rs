//! Sign-in, card, restart, no network, sign-out: the whole way.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::sync::Arc;

use card_bindings::{CardError, CardFace, Credential, Phase, SignInStep, Symbology};
use card_journeys::{Browser, Keys, Phone, REDIRECT, asked_by_app};
use card_sandbox::{At, Fault, Kind, Sandbox, Settings, Twist};

fn world() -> (Sandbox, tempfile::TempDir, Arc<Keys>) {
    let sandbox = Sandbox::start(Settings::default()).unwrap();
    (sandbox, tempfile::tempdir().unwrap(), Arc::default())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_card_is_the_one_that_the_register_gave() {
    let (sandbox, dir, keys) = world();
    let phone = Phone::start(&sandbox, dir.path(), &keys).await;
    phone.sign_in("kari").await.unwrap();
    let state = phone.app.state();
    let card = state.card.unwrap();
    assert_eq!(Some(card.number.as_str()), sandbox.card_number("kari"));
    assert_eq!((card.name.as_str(), card.face), ("Kari Sandstad", CardFace::Fresh));
    assert_eq!(card.home_library.unwrap().name, "Deichman Bjørvika");
    assert_eq!(card.libraries.len(), 2);
    assert_eq!(card.barcode.unwrap().modules, 112);
    assert_eq!((state.phase, state.trouble, state.offline), (Phase::Card, None, false));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_library_with_older_readers_gets_code_39() {
    let (sandbox, dir, keys) = world();
    let phone = Phone::start(&sandbox, dir.path(), &keys).await;
    phone.sign_in("ola").await.unwrap();
    assert_eq!(
        phone.app.state().card.unwrap().barcode.unwrap().symbology,
        Symbology::Code39
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn round_trips_are_par_token_and_card_when_warm() {
    let (sandbox, dir, keys) = world();
    let phone = Phone::start(&sandbox, dir.path(), &keys).await;
    phone.sign_in("kari").await.unwrap();
    let before = sandbox.requests().len();
    phone.sign_in("kari").await.unwrap();
    assert_eq!(
        asked_by_app(&sandbox, before),
        ["POST /par", "POST /token", "GET /v1/card"]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn item_71_nonces_cost_no_round_trip_at_the_card_service_and_one_where_it_isnt_the_provider() {
    let (sandbox, dir, keys) = world();
    sandbox.twist(Twist::DpopNonce).unwrap();
    let asked = async |phone: &Phone| {
        let before = sandbox.requests().len();
        phone.sign_in("kari").await.unwrap();
        let mut all = asked_by_app(&sandbox, before);
        all.retain(|line| !line.contains("jwks") && !line.contains("well-known"));
        all
    };
    let usual = ["POST /par", "POST /token", "GET /v1/card"];
    let phone = Phone::start(&sandbox, dir.path(), &keys).await;
    assert_eq!(asked(&phone).await, usual, "they came with the push");
    let other = tempfile::tempdir().unwrap();
    let phone = Phone::start_at_id_porten(&sandbox, other.path(), &Arc::default()).await;
    assert_eq!(
        asked(&phone).await,
        ["POST /par", "POST /token", "GET /v1/card", "GET /v1/card"]
    );
    assert_eq!(asked(&phone).await, usual, "nonces are kept");
    sandbox.advance(130);
    phone.app.refresh().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_that_nobody_used_ends_by_its_age() {
    let (sandbox, dir, keys) = world();
    let phone = Phone::start(&sandbox, dir.path(), &keys).await;
    phone.sign_in("kari").await.unwrap();
    drop(phone);
    sandbox.advance(91 * 24 * 3600);
    let phone = Phone::start(&sandbox, dir.path(), &keys).await;
    let state = phone
        .until("the session has ended by its age", |s| s.needs_sign_in)
        .await;
    assert!(state.card.is_some());
}

#[tokio::test(flavor = "multi_thread")]
async fn item_71_the_key_outlives_a_restart_and_a_clock_that_the_server_doesnt_share() {
    let (sandbox, dir, keys) = world();
    let phone = Phone::start(&sandbox, dir.path(), &keys).await;
    phone.sign_in("kari").await.unwrap();
    drop(phone);
    sandbox.advance(500);
    let phone = Phone::start(&sandbox, dir.path(), &keys).await;
    phone.app.refresh().await.unwrap();
    let state = phone.app.state();
    assert_eq!((state.needs_sign_in, state.trouble), (false, None));
}

#[tokio::test(flavor = "multi_thread")]
async fn after_a_restart_without_network_the_card_is_there() {
    let (sandbox, dir, keys) = world();
    let phone = Phone::start(&sandbox, dir.path(), &keys).await;
    phone.sign_in("kari").await.unwrap();
    let before = phone.app.state().card.unwrap();
    drop(phone);
    sandbox.pause();
    let phone = Phone::start(&sandbox, dir.path(), &keys).await;
    let state = phone.until("offline", |s| s.offline).await;
    assert_eq!((state.phase, state.trouble.clone()), (Phase::Card, None));
    assert_eq!(state.card.unwrap(), before, "with the time of the last check");
    sandbox.resume().unwrap();
    phone.app.refresh().await.unwrap();
    assert!(!phone.app.state().offline);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refresh_asks_conditionally() {
    let (sandbox, dir, keys) = world();
    let phone = Phone::start(&sandbox, dir.path(), &keys).await;
    phone.sign_in("kari").await.unwrap();
    let (before, card) = (sandbox.requests().len(), phone.app.state().card.unwrap());
    sandbox.advance(60);
    phone.app.refresh().await.unwrap();
    assert_eq!(asked_by_app(&sandbox, before), ["GET /v1/card"]);
    let again = phone.app.state().card.unwrap();
    assert_eq!(
        again.show_until, card.show_until,
        "304: a new answer would show until a minute later"
    );
    assert!(again.checked_at >= card.checked_at);
}

#[tokio::test(flavor = "multi_thread")]
async fn item_28_killed_in_the_browser_the_sign_in_goes_on() {
    let (sandbox, dir, keys) = world();
    let phone = Phone::start(&sandbox, dir.path(), &keys).await;
    let url = phone.begin().await.unwrap();
    drop(phone);
    let phone = Phone::start(&sandbox, dir.path(), &keys).await;
    let Phase::SigningIn {
        step: SignInStep::InBrowser { url: kept, .. },
    } = phone.app.state().phase
    else {
        panic!("in the browser");
    };
    assert_eq!(kept, url);
    let redirect = Browser::default().sign_in(&url, "kari").await;
    phone.app.finish_sign_in(redirect).await.unwrap();
    assert!(phone.app.state().card.is_some());
}

#[tokio::test(flavor = "multi_thread")]
async fn item_24_a_replayed_redirect_is_refused_and_changes_nothing() {
    let (sandbox, dir, keys) = world();
    let phone = Phone::start(&sandbox, dir.path(), &keys).await;
    let url = phone.begin().await.unwrap();
    let redirect = Browser::default().sign_in(&url, "kari").await;
    phone.app.finish_sign_in(redirect.clone()).await.unwrap();
    let before = sandbox.requests().len();
    assert_eq!(phone.app.finish_sign_in(redirect).await, Err(CardError::SignInExpired));
    assert!(asked_by_app(&sandbox, before).is_empty(), "no code is sent twice");
    assert!(phone.app.state().card.is_some());
}

#[tokio::test(flavor = "multi_thread")]
async fn saying_no_and_having_no_card_have_words_of_their_own() {
    let (sandbox, dir, keys) = world();
    let phone = Phone::start(&sandbox, dir.path(), &keys).await;
    let url = phone.begin().await.unwrap();
    let redirect = Browser::default().cancel(&url).await;
    assert_eq!(
        phone.app.finish_sign_in(redirect).await,
        Err(CardError::SignInCancelled)
    );
    assert_eq!(phone.sign_in("ingen").await, Err(CardError::NoCard));
    let state = phone.until("signed out", |s| s.phase == Phase::SignedOut).await;
    assert_eq!((state.card, state.trouble), (None, Some(CardError::NoCard)));
}

#[tokio::test(flavor = "multi_thread")]
async fn closed_cards_show_no_code() {
    let (sandbox, dir, keys) = world();
    let phone = Phone::start(&sandbox, dir.path(), &keys).await;
    for (persona, face) in [("sperret", CardFace::Blocked), ("utmeldt", CardFace::Ended)] {
        phone.sign_in(persona).await.unwrap();
        let card = phone.app.state().card.unwrap();
        assert_eq!((card.face, card.barcode), (face, None));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn item_75_signing_out_leaves_nothing_and_works_offline() {
    let (sandbox, dir, keys) = world();
    let phone = Phone::start(&sandbox, dir.path(), &keys).await;
    phone.sign_in("kari").await.unwrap();
    sandbox.pause();
    phone.app.sign_out(None, String::new()).await.unwrap();
    assert_eq!(phone.app.state().phase, Phase::SignedOut);
    assert!(keys.names().is_empty(), "{:?}", keys.names());
    assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn item_66_a_session_that_was_ended_elsewhere_keeps_the_card_and_asks_for_sign_in() {
    let (sandbox, dir, keys) = world();
    let phone = Phone::start(&sandbox, dir.path(), &keys).await;
    phone.sign_in("kari").await.unwrap();
    drop(phone);
    sandbox.revoke("kari").unwrap();
    let phone = Phone::start(&sandbox, dir.path(), &keys).await;
    let state = phone.until("needs sign-in", |s| s.needs_sign_in).await;
    assert!(state.card.is_some() && state.phase == Phase::Card);
    phone.sign_in("kari").await.unwrap();
    assert!(!phone.app.state().needs_sign_in);
}

#[tokio::test(flavor = "multi_thread")]
async fn item_63_a_rotated_refresh_token_is_kept_before_it_is_needed() {
    let (sandbox, dir, keys) = world();
    let phone = Phone::start(&sandbox, dir.path(), &keys).await;
    phone.sign_in("kari").await.unwrap();
    drop(phone);
    for _ in 0..3 {
        let phone = Phone::start(&sandbox, dir.path(), &keys).await;
        phone.app.refresh().await.unwrap();
        assert!(
            !phone.app.state().needs_sign_in,
            "a reused token would have ended the session"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn item_73_no_secret_in_log_lines_or_files() {
    let settings = Settings {
        remember_secrets: true,
        ..Settings::default()
    };
    let (sandbox, dir, keys) = (
        Sandbox::start(settings).unwrap(),
        tempfile::tempdir().unwrap(),
        Arc::default(),
    );
    let phone = Phone::start(&sandbox, dir.path(), &keys).await;
    let typed = Credential::Password {
        text: "fjell-bekk-skog-19".into(),
    };
    let by_card = phone
        .app
        .sign_in_with_card("N012345678".into(), typed, true, REDIRECT.into(), "nb".into());
    by_card.await.unwrap();
    sandbox.fault(Fault::new(At::Token, Kind::NotJson).once());
    let _ = phone.sign_in("kari").await;
    phone.sign_in("kari").await.unwrap();
    phone.app.see_devices().await.unwrap();
    phone.app.refresh().await.unwrap();
    let log = phone.log();
    assert!(log.contains("answer"), "something was logged: {log}");
    let mut secrets: Vec<String> = sandbox.secrets().into_iter().map(|(_, value)| value).collect();
    assert!(secrets.len() > 15, "{}", secrets.len());
    secrets.extend(["eyJ", "Bearer", "012345678", "Sandstad"].map(String::from));
    secrets.push(sandbox.national_id("kari").unwrap());
    let told = |text: &str| secrets.iter().any(|secret| text.contains(secret.as_str()));
    for file in std::fs::read_dir(dir.path()).unwrap() {
        let bytes = std::fs::read(file.unwrap().path()).unwrap();
        assert!(!told(&String::from_utf8_lossy(&bytes)));
    }
    assert!(!told(&log), "{log}");
}
