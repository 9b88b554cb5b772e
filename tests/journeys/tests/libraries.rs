//! Mine bibliotek from the phone's side: finding, the desk, home, the way out.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::sync::Arc;

use card_bindings::{AppState, CardError, CardFace, NoticeView, Standing};
use card_journeys::{
    Keys, Phone, eventually,
    libraries::{BJORVIKA, LORENSKOG, STORD, TROMSO, at, begin, read_and_sign, signed_in},
    until_asked,
};
use card_sandbox::{Change, Confirmation, Sandbox, Settings};

fn world() -> (Sandbox, tempfile::TempDir, Arc<Keys>) {
    let sandbox = Sandbox::start(Settings::default()).unwrap();
    (sandbox, tempfile::tempdir().unwrap(), Arc::default())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_desk_confirms_and_the_phone_notices_by_itself() {
    let (sandbox, dir, keys) = world();
    let phone = signed_in(&sandbox, &dir, &keys, "ola").await;
    begin(&phone, &[LORENSKOG]).await.unwrap();
    read_and_sign(&phone).await.unwrap();
    let code = |state: &AppState| at(state, LORENSKOG)?.agreements[0].signed.as_ref()?.desk_code.clone();
    let state = phone.until("a code", |state| code(state).is_some()).await;
    phone.app.watch_desk(true).await.unwrap();
    let confirm = Confirmation {
        library: LORENSKOG.into(),
        code: code(&state).unwrap(),
    };
    let change = Change {
        confirm: vec![confirm],
        ..Change::default()
    };
    sandbox.change(change).unwrap();
    let active = |state: &AppState| at(state, LORENSKOG).is_some_and(|r| r.standing == Standing::Active);
    let state = phone.until("active", active).await;
    assert_eq!(code(&state), None, "good for once");
    phone.app.watch_desk(false).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_told_shows_without_network_and_names_come_from_the_directory() {
    let (sandbox, dir, keys) = world();
    let phone = signed_in(&sandbox, &dir, &keys, "kari").await;
    phone.app.see_libraries().await.unwrap();
    let before = phone.app.state();
    phone.kill().await;
    sandbox.pause();
    let phone = Phone::start(&sandbox, dir.path(), &keys).await;
    let named = |state: &AppState| at(state, BJORVIKA).is_some_and(|r| r.profile.library.name == "Deichman Bjørvika");
    let state = phone.until("names", named).await;
    assert_eq!(state.relations.len(), before.relations.len());
    assert_eq!(state.relations_at, before.relations_at);
    let search = || phone.app.find_libraries("trom", None, 5, "nb");
    eventually("the directory", || search().total > 0).await;
    let found = search();
    assert_eq!(found.libraries[0].library.number, TROMSO);
    assert_eq!(
        (found.libraries[0].matched[0].from, found.libraries[0].matched[0].to),
        (0, 4)
    );
    assert!(found.demo);
    assert_eq!(phone.app.library(TROMSO, "nb").unwrap().isil, "NO-2190200");
    assert_eq!(phone.app.library("9999999", "nb"), None);
    assert_eq!(phone.app.see_libraries().await, Err(CardError::Offline));
    assert_eq!(begin(&phone, &[TROMSO]).await, Err(CardError::Offline));
    assert_eq!(phone.app.state().trip.unwrap().trouble, Some(CardError::Offline));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_home_library_changes_on_the_card_too() {
    let (sandbox, dir, keys) = world();
    let phone = signed_in(&sandbox, &dir, &keys, "kari").await;
    let mut other = phone.app.state().relations.into_iter();
    let other = other.find(|r| r.standing == Standing::Active && !r.home).unwrap();
    let number = other.profile.library.number;
    phone.app.choose_home(number.clone()).await.unwrap();
    let home = |state: &AppState| {
        state
            .card
            .as_ref()
            .unwrap()
            .home_library
            .clone()
            .map(|library| library.number)
    };
    let state = phone.until("home", |state| home(state) == Some(number.clone())).await;
    assert!(at(&state, &number).unwrap().home && !at(&state, BJORVIKA).unwrap().home);
    assert_eq!(
        phone.app.choose_home(LORENSKOG.into()).await,
        Err(CardError::NotAllowed)
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_is_taken_back_and_what_a_library_has_answered_is_not() {
    let (sandbox, dir, keys) = world();
    let phone = signed_in(&sandbox, &dir, &keys, "ola").await;
    begin(&phone, &[LORENSKOG]).await.unwrap();
    read_and_sign(&phone).await.unwrap();
    phone.until("pending", |state| at(state, LORENSKOG).is_some()).await;
    phone.app.withdraw(LORENSKOG.into()).await.unwrap();
    assert!(at(&phone.app.state(), LORENSKOG).is_none());
    let known = phone.app.state().relations[0].profile.library.number.clone();
    assert_eq!(phone.app.withdraw(known).await, Err(CardError::NotAllowed));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_card_that_nobody_used_says_so_and_one_command_keeps_it() {
    let (sandbox, dir, keys) = world();
    let phone = signed_in(&sandbox, &dir, &keys, "ubrukt").await;
    let unused = |state: &AppState| matches!(state.notices.first(), Some(NoticeView::Unused { .. }));
    phone.until("the notice", unused).await;
    phone.app.keep_card().await.unwrap();
    assert!(!unused(&phone.app.state()));
    phone.app.see_libraries().await.unwrap();
    assert!(!unused(&phone.app.state()));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_leaves_is_told_before_gets_everything_and_shows_no_code_afterwards() {
    let (sandbox, dir, keys) = world();
    let phone = signed_in(&sandbox, &dir, &keys, "kari").await;
    let export = phone.app.export_data().await.unwrap();
    let json: serde_json::Value = serde_json::from_str(&export.json).unwrap();
    assert_eq!(json["name"], "Kari Sandstad");
    assert!(export.lines.iter().any(|line| line.what == "Deichman Bjørvika"));
    phone.app.see_leaving().await.unwrap();
    let before = phone.app.state().leaving.unwrap();
    assert!(before.ended_at.is_none() && !before.remaining.is_empty());
    assert_eq!(phone.app.state().card.unwrap().face, CardFace::Fresh);
    phone.app.leave().await.unwrap();
    let after = phone.app.state();
    assert_eq!(after.card.as_ref().unwrap().face, CardFace::Ended);
    assert!(after.card.unwrap().barcode.is_none());
    assert_eq!(after.leaving.unwrap().remaining, before.remaining);
    assert!(sandbox.mails().iter().any(|mail| mail.text.contains("Bjørvika")));
    phone.kill().await;
    sandbox.pause();
    let phone = Phone::start(&sandbox, dir.path(), &keys).await;
    assert!(
        phone.app.state().card.unwrap().barcode.is_none(),
        "also after a restart"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_directory_comes_as_changes_and_stays() {
    let (sandbox, dir, keys) = world();
    let phone = signed_in(&sandbox, &dir, &keys, "ola").await;
    until_asked(&sandbox, "GET /v1/libraries").await;
    let close = Change {
        close: vec![STORD.into()],
        ..Change::default()
    };
    phone.kill().await;
    sandbox.change(close).unwrap();
    let phone = Phone::start(&sandbox, dir.path(), &keys).await;
    let gone = |phone: &Phone| {
        phone
            .app
            .library(STORD, "nb")
            .is_some_and(|library| library.closing.is_some())
    };
    phone.app.refresh().await.unwrap();
    eventually("the directory", || gone(&phone)).await;
    phone.kill().await;
    sandbox.pause();
    let phone = Phone::start(&sandbox, dir.path(), &keys).await;
    eventually("the directory", || gone(&phone)).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_signs_out_leaves_nothing_of_libraries_rules_or_receipts_on_the_phone() {
    let (sandbox, dir, keys) = world();
    let phone = signed_in(&sandbox, &dir, &keys, "ola").await;
    begin(&phone, &[TROMSO]).await.unwrap();
    read_and_sign(&phone).await.unwrap();
    assert!(dir.path().join("card.db").exists());
    phone.app.sign_out(None, "nb".into()).await.unwrap();
    let state = phone.app.state();
    assert!(state.relations.is_empty() && state.receipts.is_empty() && state.trip.is_none());
    assert_eq!((state.relations_at, state.leaving), (None, None));
    assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 0);
    assert!(keys.names().is_empty());
}
