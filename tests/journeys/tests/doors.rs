//! The other doors, levels and step-up, sign-ins on other devices, and parting.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::sync::Arc;

use card_bindings::{Action, CardError, Credential, Door, Phase, SignInStep};
use card_journeys::{Browser, Keys, PARTED, Phone, REDIRECT, asked_by_app, until_asked};
use card_sandbox::{At, Fault, Sandbox, Settings, Twist};

fn world() -> (Sandbox, tempfile::TempDir, Arc<Keys>) {
    let settings = Settings {
        sso: true,
        ..Settings::default()
    };
    (
        Sandbox::start(settings).unwrap(),
        tempfile::tempdir().unwrap(),
        Arc::default(),
    )
}

fn pin(digits: &str) -> Credential {
    Credential::Pin { digits: digits.into() }
}

fn password(text: &str) -> Credential {
    Credential::Password { text: text.into() }
}

/// Kari's number and secrets are in the sandbox's `personas.json`.
async fn by_card(phone: &Phone, user: &str, credential: Credential) -> Result<Option<String>, CardError> {
    let (redirect, language) = (REDIRECT.to_owned(), "nb".to_owned());
    phone
        .app
        .sign_in_with_card(user.into(), credential, true, redirect, language)
        .await
}

async fn step_up(phone: &Phone, action: Action) -> Option<String> {
    phone.app.step_up(action, REDIRECT.into(), "nb".into()).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn item_79_a_card_and_a_pin_lead_to_the_card_without_a_browser() {
    let (sandbox, dir, keys) = world();
    let phone = Phone::start(&sandbox, dir.path(), &keys).await;
    assert_eq!(by_card(&phone, "N012345678", pin("4071")).await, Ok(None));
    assert_eq!(phone.app.state().card.unwrap().number, "N012345678");
    let before = sandbox.requests().len();
    assert_eq!(
        by_card(&phone, "n 012 345 678", password("fjell-bekk-skog-19")).await,
        Ok(None)
    );
    assert_eq!(
        asked_by_app(&sandbox, before),
        ["POST /challenge", "POST /token", "GET /v1/card"],
        "none needless when warm"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn item_79_wrong_secrets_and_unknown_numbers_are_one_answer_and_too_many_lock() {
    let (sandbox, dir, keys) = world();
    let phone = Phone::start(&sandbox, dir.path(), &keys).await;
    for (user, credential) in [
        ("N012345678", pin("9999")),
        ("N012345678", password("feil")),
        ("N987654321", pin("4071")),
    ] {
        assert_eq!(
            by_card(&phone, user, credential).await,
            Err(CardError::WrongCredentials),
            "{user}"
        );
    }
    for _ in 0..3 {
        let _ = by_card(&phone, "N012345678", pin("9999")).await;
    }
    let before = sandbox.requests().len();
    let locked = by_card(&phone, "N012345678", pin("4071")).await;
    assert!(
        matches!(
            locked,
            Err(CardError::LockedOut {
                retry_after_s: Some(1..=900)
            })
        ),
        "{locked:?}"
    );
    assert_eq!(asked_by_app(&sandbox, before), ["POST /challenge"], "once");
    assert_eq!(phone.app.state().phase, Phase::SignedOut);
    assert_eq!(by_card(&phone, "12", pin("4071")).await, Err(CardError::InvalidNumber));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pin_and_a_one_time_code_are_worth_a_password() {
    let (sandbox, dir, keys) = world();
    let phone = Phone::start(&sandbox, dir.path(), &keys).await;
    let number = sandbox.card_number("ola").unwrap().to_owned();
    assert_eq!(by_card(&phone, &number, pin("8316")).await, Ok(None));
    let wanted = Phase::SigningIn {
        step: SignInStep::CodeWanted,
    };
    assert_eq!(phone.app.state().phase, wanted);
    let wrong = phone.app.give_one_time_code("000000".into()).await;
    assert_eq!(
        (wrong, phone.app.state().phase),
        (Err(CardError::WrongCredentials), wanted.clone())
    );
    sandbox.fault(Fault::status(At::Challenge, 503).once());
    let lost = phone.app.give_one_time_code("161803".into()).await;
    assert!(matches!(lost, Err(CardError::Service { .. })));
    assert_eq!(phone.app.state().phase, wanted, "nothing lost");
    phone.app.give_one_time_code("161803".into()).await.unwrap();
    assert_eq!(phone.app.state().card.unwrap().number, number);
    phone.app.see_devices().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_person_who_must_use_the_browser_is_sent_there() {
    let (sandbox, dir, keys) = world();
    let phone = Phone::start(&sandbox, dir.path(), &keys).await;
    let number = sandbox.card_number("gammel").unwrap().to_owned();
    let url = by_card(&phone, &number, pin("1190")).await.unwrap().unwrap();
    let redirect = Browser::default().sign_in(&url, "gammel").await;
    phone.app.finish_sign_in(redirect).await.unwrap();
    assert_eq!(phone.app.state().card.unwrap().number, number);
}

#[tokio::test(flavor = "multi_thread")]
async fn feide_is_a_door_for_those_who_have_it() {
    let (sandbox, dir, keys) = world();
    let phone = Phone::start(&sandbox, dir.path(), &keys).await;
    let url = phone
        .app
        .begin_sign_in(Door::Feide, REDIRECT.into(), "nb".into())
        .await
        .unwrap();
    let redirect = Browser::default().sign_in(&url, "student").await;
    phone.app.finish_sign_in(redirect).await.unwrap();
    assert_eq!(
        phone.app.state().card.unwrap().number,
        sandbox.card_number("student").unwrap()
    );
    phone.app.see_devices().await.unwrap();
    let devices = phone.app.state().devices.unwrap();
    assert_eq!((devices[0].door, devices[0].current), (Door::Feide, true));
}

#[tokio::test(flavor = "multi_thread")]
async fn item_61_userinfo_of_somebody_else_signs_nobody_in() {
    for twist in [Twist::UserinfoWrongSub, Twist::UserinfoNoSub] {
        let (sandbox, dir, keys) = world();
        sandbox.twist(twist).unwrap();
        let phone = Phone::start(&sandbox, dir.path(), &keys).await;
        let url = phone
            .app
            .begin_sign_in(Door::Feide, REDIRECT.into(), "nb".into())
            .await
            .unwrap();
        let redirect = Browser::default().sign_in(&url, "student").await;
        assert!(phone.app.finish_sign_in(redirect).await.is_err(), "{twist:?}");
        assert_eq!(
            (phone.app.state().phase, phone.app.state().card),
            (Phase::SignedOut, None)
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn item_80_after_a_pin_devices_want_a_step_up_and_the_person_goes_on_there() {
    let (sandbox, dir, keys) = world();
    let phone = Phone::start(&sandbox, dir.path(), &keys).await;
    by_card(&phone, "N012345678", pin("4071")).await.unwrap();
    assert_eq!(phone.app.see_devices().await, Err(CardError::LevelTooLow));
    let url = step_up(&phone, Action::EndDevices).await.unwrap();
    assert!(phone.app.state().card.is_some(), "where they were");
    let redirect = Browser::default().sign_in(&url, "kari").await;
    phone.app.finish_sign_in(redirect).await.unwrap();
    assert_eq!(phone.app.state().cleared_for, Some(Action::EndDevices));
    until_asked(&sandbox, "POST /revoke").await;
    phone.app.see_devices().await.unwrap();
    let devices = phone.app.state().devices.unwrap();
    assert_eq!(
        (devices.len(), devices[0].door),
        (1, Door::IdPorten),
        "the sign-in by PIN has made way"
    );
    phone.app.go_on().await.unwrap();
    assert_eq!(phone.app.state().cleared_for, None);
    assert_eq!(
        step_up(&phone, Action::SignRules).await,
        None,
        "ID-porten is enough for anything"
    );
    assert_eq!(phone.app.state().cleared_for, Some(Action::SignRules));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_step_up_survives_the_app_being_killed_and_is_no_way_in_for_others() {
    let (sandbox, dir, keys) = world();
    let phone = Phone::start(&sandbox, dir.path(), &keys).await;
    by_card(&phone, "N012345678", pin("4071")).await.unwrap();
    let url = step_up(&phone, Action::SignRules).await.unwrap();
    drop(phone);
    let phone = Phone::start(&sandbox, dir.path(), &keys).await;
    let redirect = Browser::default().sign_in(&url, "kari").await;
    phone.app.finish_sign_in(redirect).await.unwrap();
    assert_eq!(phone.app.state().cleared_for, Some(Action::SignRules));
    sandbox.advance(1);
    let other = tempfile::tempdir().unwrap();
    let phone = Phone::start(&sandbox, other.path(), &Arc::default()).await;
    by_card(&phone, "N012345678", pin("4071")).await.unwrap();
    let url = step_up(&phone, Action::SignRules).await.unwrap();
    let redirect = Browser::default().sign_in(&url, "aile").await;
    let refused = phone.app.finish_sign_in(redirect).await;
    assert_eq!(refused, Err(CardError::SignInRefused { check: "person".into() }));
    let state = phone.app.state();
    assert_eq!(
        (state.cleared_for, state.card.unwrap().number.as_str()),
        (None, "N012345678")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn item_66_a_device_ended_from_another_keeps_its_card_and_asks_for_a_sign_in() {
    let (sandbox, dir, keys) = world();
    let lost = Phone::start(&sandbox, dir.path(), &keys).await;
    lost.sign_in("kari").await.unwrap();
    sandbox.advance(60);
    let other = tempfile::tempdir().unwrap();
    let here = Phone::start(&sandbox, other.path(), &Arc::default()).await;
    here.sign_in("kari").await.unwrap();
    here.app.see_devices().await.unwrap();
    let devices = here.app.state().devices.unwrap();
    assert_eq!(devices.len(), 2);
    assert!(devices[0].current && !devices[1].current && devices[1].name == "Testtelefon");
    here.app.end_device(devices[1].id.clone()).await.unwrap();
    assert_eq!(here.app.state().devices.unwrap().len(), 1);
    assert_eq!(
        lost.app.refresh().await,
        Err(CardError::SignInExpired),
        "at the next contact"
    );
    let state = lost.app.state();
    assert!(state.needs_sign_in && state.card.is_some());
    here.app.refresh().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn the_lock_guards_changes_after_a_restart_and_the_card_only_when_wished() {
    let (sandbox, dir, keys) = world();
    let phone = Phone::start(&sandbox, dir.path(), &keys).await;
    phone.sign_in("kari").await.unwrap();
    phone.app.lock_card(true).await.unwrap();
    drop(phone);
    let phone = Phone::start(&sandbox, dir.path(), &keys).await;
    let state = phone.app.state();
    assert_eq!((state.phase, state.card), (Phase::Locked, None));
    assert_eq!(phone.app.see_devices().await, Err(CardError::Locked));
    phone.app.unlock().await.unwrap();
    assert!(phone.app.state().card.is_some());
    phone.app.see_devices().await.unwrap();
    phone.app.lock_card(false).await.unwrap();
    drop(phone);
    let phone = Phone::start(&sandbox, dir.path(), &keys).await;
    assert_eq!(phone.app.state().phase, Phase::Card);
}

#[tokio::test(flavor = "multi_thread")]
async fn without_remembering_a_restart_finds_nobody() {
    let (sandbox, dir, keys) = world();
    let phone = Phone::start(&sandbox, dir.path(), &keys).await;
    let request = (REDIRECT.to_owned(), "nb".to_owned());
    phone
        .app
        .sign_in_with_card("N012345678".into(), pin("4071"), false, request.0, request.1)
        .await
        .unwrap();
    assert!(phone.app.state().card.is_some());
    assert!(keys.names().is_empty(), "{:?}", keys.names());
    drop(phone);
    let phone = Phone::start(&sandbox, dir.path(), &keys).await;
    assert_eq!(
        (phone.app.state().phase, phone.app.state().card),
        (Phase::SignedOut, None)
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn item_76_signing_out_in_the_browser_too_ends_the_session_there() {
    let (sandbox, dir, keys) = world();
    let phone = Phone::start(&sandbox, dir.path(), &keys).await;
    let browser = Browser::default();
    let sign_in = async || {
        let url = phone.begin().await.unwrap();
        browser.sign_in(&url, "kari").await
    };
    phone.app.finish_sign_in(sign_in().await).await.unwrap();
    let url = phone.begin().await.unwrap();
    let at_once = browser.open(&url).await;
    phone.app.finish_sign_in(at_once).await.unwrap();
    let url = phone
        .app
        .sign_out(Some(PARTED.into()), "nb".into())
        .await
        .unwrap()
        .unwrap();
    assert_eq!(
        (phone.app.state().phase, keys.names().len()),
        (Phase::SignedOut, 0),
        "here first"
    );
    phone.app.finish_sign_out(browser.open(&url).await).await.unwrap();
    let url = phone.begin().await.unwrap();
    assert!(browser.shows_page(&url).await, "nobody is known there any more");
}

#[tokio::test(flavor = "multi_thread")]
async fn item_77_whatever_the_provider_does_the_phone_is_signed_out() {
    for (twist, comes_back) in [
        (Twist::LogoutWrongState, true),
        (Twist::LogoutNoState, true),
        (Twist::LogoutError, false),
    ] {
        let (sandbox, dir, keys) = world();
        let phone = Phone::start(&sandbox, dir.path(), &keys).await;
        phone.sign_in("kari").await.unwrap();
        sandbox.twist(twist).unwrap();
        let url = phone
            .app
            .sign_out(Some(PARTED.into()), "nb".into())
            .await
            .unwrap()
            .unwrap();
        let browser = Browser::default();
        if comes_back {
            let refused = phone.app.finish_sign_out(browser.open(&url).await).await;
            assert_eq!(refused, Err(CardError::SignInRefused { check: "state".into() }));
        } else {
            assert!(browser.shows_page(&url).await);
        }
        let state = phone.app.state();
        assert_eq!(
            (state.phase, state.card, state.trouble),
            (Phase::SignedOut, None, None),
            "{twist:?}"
        );
        assert!(keys.names().is_empty());
    }
}
