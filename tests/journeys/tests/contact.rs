//! Min side: contact on two phones, PIN and password.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::sync::Arc;

use card_bindings::{AppState, CardError, Channel, ContactDetails, Done};
use card_journeys::{
    Keys, Phone,
    libraries::signed_in,
    people::{PIN, details},
};
use card_sandbox::{Sandbox, Settings};

fn world() -> (Sandbox, tempfile::TempDir, Arc<Keys>) {
    let sandbox = Sandbox::start(Settings::default()).unwrap();
    (sandbox, tempfile::tempdir().unwrap(), Arc::default())
}

#[tokio::test(flavor = "multi_thread")]
async fn two_phones_change_the_same_and_one_value_is_chosen() {
    let (sandbox, dir, keys) = world();
    let (dir2, keys2) = (tempfile::tempdir().unwrap(), Arc::default());
    let first = signed_in(&sandbox, &dir, &keys, "kari").await;
    let second = signed_in(&sandbox, &dir2, &keys2, "kari").await;
    first.app.see_contact().await.unwrap();
    second.app.see_contact().await.unwrap();
    let theirs = details("400 00 000", Channel::Sms);
    second.app.change_contact(theirs).await.unwrap();
    let mine = ContactDetails {
        address_lines: vec!["Studentbyen 4".into(), "0000 Ingensteds".into()],
        address_until: Some("2099-06-30".into()),
        ..details("900 00 001", Channel::App)
    };
    assert_eq!(first.app.change_contact(mine).await, Err(CardError::ChangedElsewhere));
    let conflict = first.app.state().conflict.unwrap();
    assert_eq!(conflict.mine.phone.as_deref(), Some("+4790000001"));
    assert_eq!(conflict.theirs.phone.as_deref(), Some("+4740000000"));
    let fetched = |state: &AppState| {
        state
            .contact
            .as_ref()
            .is_some_and(|it| it.details.phone.as_deref() == Some("+4740000000"))
    };
    first.until("what is there", fetched).await;
    first.app.resolve_conflict(true).await.unwrap();
    let state = first.app.state();
    assert!(state.conflict.is_none());
    assert_eq!(state.contact.unwrap().details, conflict.mine);

    assert_eq!(
        second.app.change_contact(details("400 00 002", Channel::Sms)).await,
        Err(CardError::ChangedElsewhere)
    );
    second.app.resolve_conflict(false).await.unwrap();
    let kept = |state: &AppState| {
        state.conflict.is_none() && state.contact.as_ref().is_some_and(|it| it.details == conflict.mine)
    };
    second.until("theirs", kept).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_network_nothing_is_changed_neither_now_nor_later() {
    let (sandbox, dir, keys) = world();
    let phone = signed_in(&sandbox, &dir, &keys, "kari").await;
    phone.app.see_contact().await.unwrap();
    let before = phone.app.state().contact.unwrap();
    sandbox.pause();
    assert_eq!(
        phone.app.change_contact(details("40000000", Channel::Sms)).await,
        Err(CardError::Offline)
    );
    assert_eq!(phone.app.state().contact, Some(before.clone()));
    sandbox.resume().unwrap();
    phone.app.refresh().await.unwrap();
    phone.app.see_contact().await.unwrap();
    assert_eq!(phone.app.state().contact, Some(before));
    let past = ContactDetails {
        address_lines: vec!["Studentbyen 4".into()],
        address_until: Some("2020-01-01".into()),
        ..details("40000000", Channel::App)
    };
    assert_eq!(phone.app.change_contact(past).await, Err(CardError::InvalidAddress));
    phone.kill().await;
    let phone = Phone::start(&sandbox, dir.path(), &keys).await;
    assert!(phone.app.state().contact.is_none(), "not on the disk");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_address_is_proved_and_stands_in_the_ledger() {
    let (sandbox, dir, keys) = world();
    let phone = signed_in(&sandbox, &dir, &keys, "kari").await;
    phone.app.see_contact().await.unwrap();
    phone.app.change_email("ny@example.com".into()).await.unwrap();
    let contact = phone.app.state().contact.unwrap();
    assert_eq!(
        (contact.email.as_str(), contact.new_email.as_deref()),
        ("kari@example.com", Some("ny@example.com"))
    );
    assert!(matches!(
        phone.app.prove_email("000000".into()).await,
        Err(CardError::WrongCode { .. })
    ));
    phone
        .app
        .prove_email(sandbox.email_code("kari").unwrap())
        .await
        .unwrap();
    let contact = phone.app.state().contact.unwrap();
    assert_eq!((contact.email.as_str(), contact.new_email), ("ny@example.com", None));
    phone.app.see_ledger(None).await.unwrap();
    let ledger = phone.app.state().ledger.unwrap();
    assert_eq!((ledger.child, ledger.entries[0].done), (None, Done::ContactChanged));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_that_is_too_old_proves_nothing_and_a_new_one_does() {
    let (sandbox, dir, keys) = world();
    let phone = signed_in(&sandbox, &dir, &keys, "kari").await;
    phone.app.see_contact().await.unwrap();
    phone.app.change_email("ny@example.com".into()).await.unwrap();
    sandbox.advance(600);
    let code = || phone.app.prove_email(sandbox.email_code("kari").unwrap());
    assert_eq!(code().await, Err(CardError::CodeExpired));
    let contact = phone.app.state().contact.unwrap();
    assert_eq!(
        (contact.email.as_str(), contact.new_email.as_deref()),
        ("kari@example.com", Some("ny@example.com")),
        "still waited for"
    );
    phone.app.change_email("ny@example.com".into()).await.unwrap();
    sandbox.advance(590);
    code().await.unwrap();
    assert_eq!(phone.app.state().contact.unwrap().email, "ny@example.com");
}

#[tokio::test(flavor = "multi_thread")]
async fn codes_and_changes_of_secrets_are_throttled_with_a_time() {
    let (sandbox, dir, keys) = world();
    let phone = signed_in(&sandbox, &dir, &keys, "kari").await;
    let pin = |text: &str| phone.app.choose_secrets(Some(text.to_owned()), None);
    assert_eq!(pin("0000").await, Err(CardError::TooSimple));
    for _ in 0..4 {
        pin(PIN).await.unwrap();
    }
    let password = phone
        .app
        .choose_secrets(None, Some("elleve-svarte-katter".into()))
        .await;
    password.unwrap();
    let locked = |result| {
        matches!(
            result,
            Err(CardError::LockedOut {
                retry_after_s: Some(1..=3600)
            })
        )
    };
    assert!(locked(pin("7351").await));
    for n in 0..5 {
        phone.app.change_email(format!("ny{n}@example.com")).await.unwrap();
    }
    assert!(locked(phone.app.change_email("ny@example.com".into()).await));
    let log = phone.log();
    assert!(!log.contains("katter") && !log.contains(PIN));
}
