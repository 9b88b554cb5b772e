//! What a provider, a network, a disk or a vault may do to us: each ends in a code, never in a panic or a wait.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::sync::Arc;

use card_bindings::{CardError, Phase};
use card_journeys::{Browser, Keys, Phone, assert_known_code};
use card_sandbox::{At, Fault, Kind, Sandbox, Settings};

fn refused(check: &str) -> CardError {
    CardError::SignInRefused { check: check.into() }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_fault_at_every_endpoint_has_its_answer() {
    let sandbox = Sandbox::start(Settings::default()).unwrap();
    let service = CardError::Service { retry_after_s: None };
    let kinds = [
        (Kind::Drop, CardError::Offline),
        (Kind::Status, service.clone()),
        (Kind::Half, service.clone()),
        (Kind::NotJson, service.clone()),
        (Kind::Html, service.clone()),
        (Kind::Huge, service.clone()),
        (Kind::Redirect, service.clone()),
        (Kind::Empty, service),
    ];
    for at in [At::Discovery, At::Jwks, At::Par, At::Token, At::Card, At::CardJwks] {
        for (kind, expected) in &kinds {
            let dir = tempfile::tempdir().unwrap();
            let phone = Phone::start(&sandbox, dir.path(), &Arc::new(Keys::default())).await;
            sandbox.fault(Fault::new(at, *kind));
            assert_known_code(expected);
            assert_eq!(phone.sign_in("kari").await.as_ref(), Err(expected), "{at:?} {kind:?}");
            assert_eq!(phone.app.state().trouble.as_ref(), Some(expected), "{at:?} {kind:?}");
            sandbox.clear_faults();
            match phone.app.state().phase {
                Phase::Card => phone.app.refresh().await.unwrap(),
                _ => phone.sign_in("kari").await.unwrap(),
            }
            assert!(
                phone.app.state().card.is_some() && phone.app.state().trouble.is_none(),
                "well again after {at:?} {kind:?}"
            );
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_busy_service_says_how_long() {
    let sandbox = Sandbox::start(Settings::default()).unwrap();
    let dir = tempfile::tempdir().unwrap();
    let phone = Phone::start(&sandbox, dir.path(), &Arc::default()).await;
    phone.sign_in("kari").await.unwrap();
    sandbox.fault(Fault::status(At::Card, 503).retry_after("120"));
    let busy = CardError::Service {
        retry_after_s: Some(120),
    };
    assert_eq!(phone.app.refresh().await, Err(busy.clone()));
    let state = phone.app.state();
    assert_eq!((state.trouble, state.card.is_some()), (Some(busy), true));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_service_that_is_down_is_told_and_the_way_in_stays_open() {
    let sandbox = Sandbox::start(Settings::default()).unwrap();
    let dir = tempfile::tempdir().unwrap();
    let phone = Phone::start(&sandbox, dir.path(), &Arc::default()).await;
    sandbox.pause();
    assert_eq!(phone.begin().await, Err(CardError::Offline));
    let state = phone.app.state();
    assert_eq!(
        (state.phase, state.trouble, state.offline),
        (Phase::SignedOut, Some(CardError::Offline), true)
    );
    sandbox.resume().unwrap();
    phone.sign_in("kari").await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn item_19_25_redirects_that_are_not_ours_leave_the_attempt_alone() {
    let sandbox = Sandbox::start(Settings::default()).unwrap();
    let dir = tempfile::tempdir().unwrap();
    let phone = Phone::start(&sandbox, dir.path(), &Arc::default()).await;
    let url = phone.begin().await.unwrap();
    for (bad, check) in [
        ("http://127.0.0.1:1/innlogget?code=x&state=y", "redirect"),
        ("http://127.0.0.1:49152/innlogget?code=x&state=y", "state"),
        ("http://127.0.0.1:49152/innlogget?code=x&code=y", "parameters"),
        ("javascript:alert(1)", "redirect"),
        ("", "redirect"),
    ] {
        assert_eq!(phone.app.finish_sign_in(bad.into()).await, Err(refused(check)), "{bad}");
    }
    let redirect = Browser::default().sign_in(&url, "kari").await;
    phone.app.finish_sign_in(redirect).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_locked_vault_is_told_and_nothing_is_lost() {
    let sandbox = Sandbox::start(Settings::default()).unwrap();
    let dir = tempfile::tempdir().unwrap();
    let keys = Arc::<Keys>::default();
    let phone = Phone::start(&sandbox, dir.path(), &keys).await;
    phone.sign_in("kari").await.unwrap();
    drop(phone);
    *keys.locked.lock().unwrap() = true;
    let phone = Phone::start(&sandbox, dir.path(), &keys).await;
    assert_eq!(phone.app.state().trouble, Some(CardError::VaultUnavailable));
    assert_eq!(phone.begin().await, Err(CardError::VaultUnavailable));
    drop(phone);
    *keys.locked.lock().unwrap() = false;
    let phone = Phone::start(&sandbox, dir.path(), &keys).await;
    assert!(phone.app.state().card.is_some());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_damaged_file_is_told_and_a_new_card_fetched() {
    let sandbox = Sandbox::start(Settings::default()).unwrap();
    let dir = tempfile::tempdir().unwrap();
    let keys = Arc::<Keys>::default();
    let phone = Phone::start(&sandbox, dir.path(), &keys).await;
    phone.sign_in("kari").await.unwrap();
    drop(phone);
    std::fs::write(dir.path().join("card.db"), vec![7; 20_000]).unwrap();
    let phone = Phone::start(&sandbox, dir.path(), &keys).await;
    let state = phone.until("the card, fetched anew", |s| s.card.is_some()).await;
    assert_eq!(state.trouble, Some(CardError::StorageDamaged));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_card_that_is_edited_on_disk_can_not_look_valid() {
    let sandbox = Sandbox::start(Settings::default()).unwrap();
    let dir = tempfile::tempdir().unwrap();
    let keys = Arc::<Keys>::default();
    let phone = Phone::start(&sandbox, dir.path(), &keys).await;
    phone.sign_in("kari").await.unwrap();
    drop(phone);
    let other = Sandbox::start(Settings::default()).unwrap();
    let phone = Phone::start_with(&other.issuer, &other.card_service, dir.path(), &keys).await;
    let state = phone.app.state();
    assert_eq!(
        (state.card, state.trouble),
        (None, Some(CardError::StorageDamaged)),
        "another register's card"
    );
}
