//! Reading, signing and receipts from the phone's side, and what goes wrong in between.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::sync::Arc;

use card_bindings::{AppState, CardError, NoticeView, Proof, Severity, Standing};
use card_core::adapters::http::Http;
use card_journeys::{
    Keys, Phone,
    libraries::{LORENSKOG, STORD, TROMSO, at, begin, publish, read_and_sign, signed_in, until_text},
};
use card_sandbox::{At, Change, Fault, Kind, Sandbox, Settings, Twist};

fn world() -> (Sandbox, tempfile::TempDir, Arc<Keys>) {
    let sandbox = Sandbox::start(Settings::default()).unwrap();
    (sandbox, tempfile::tempdir().unwrap(), Arc::default())
}

#[tokio::test(flavor = "multi_thread")]
async fn one_trip_two_libraries_one_login_and_receipts_that_prove_themselves() {
    let (sandbox, dir, keys) = world();
    let phone = signed_in(&sandbox, &dir, &keys, "ola").await;
    begin(&phone, &[TROMSO, LORENSKOG]).await.unwrap();
    let trip = phone.app.state().trip.unwrap();
    let rules = trip.rules.unwrap();
    assert_eq!((rules.language.as_str(), rules.changes), ("nb", None));
    assert!(rules.clauses.len() > 3 && rules.languages.contains(&"se".to_owned()));
    assert_eq!(
        phone.app.sign().await,
        Err(CardError::Internal),
        "not before it was read"
    );
    read_and_sign(&phone).await.unwrap();
    until_text(&phone, 1, 1).await;
    read_and_sign(&phone).await.unwrap();
    let done = |state: &AppState| {
        let (tromso, lorenskog) = (at(state, TROMSO), at(state, LORENSKOG));
        state.receipts.len() == 2
            && tromso.is_some_and(|r| r.standing == Standing::Active)
            && lorenskog.is_some_and(|r| r.standing == Standing::Pending)
    };
    let state = phone.until("both", done).await;
    assert!(state.receipts.iter().all(|receipt| receipt.proof == Proof::Proved));
    let trip = state.trip.unwrap();
    assert_eq!(trip.at, 2);
    assert!(trip.stops.iter().all(|stop| stop.receipt.is_some()));
    let waiting = &state.relations[0];
    assert_eq!(waiting.profile.library.number, LORENSKOG, "what waits comes first");
    assert!(waiting.agreements[0].signed.as_ref().unwrap().desk_code.is_some());
    phone.app.end_trip().await.unwrap();
    assert!(phone.app.state().trip.is_none());

    let id = state.receipts[0].id.clone();
    phone.app.check_receipt(id.clone()).await.unwrap();
    let file = phone.app.receipt_file(id).await.unwrap();
    let http = Http::new(true);
    let at = format!("{}/v1/jwks.json", sandbox.card_service).parse().unwrap();
    let answer = http.send(http.get(&at).unwrap(), "keys").await.unwrap();
    let jwks = str::from_utf8(&answer.body).unwrap();
    let proved = card_bindings::verify_receipt(file.clone(), jwks, &sandbox.card_service).unwrap();
    assert_eq!(proved.library.number, state.receipts[0].library.number);
    let refused = card_bindings::verify_receipt(file[1..].to_vec(), jwks, &sandbox.card_service);
    assert_eq!(refused, Err(CardError::ReceiptRefused));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_version_is_a_notice_with_a_date_and_shows_what_is_new() {
    let (sandbox, dir, keys) = world();
    let phone = signed_in(&sandbox, &dir, &keys, "ola").await;
    begin(&phone, &[LORENSKOG]).await.unwrap();
    read_and_sign(&phone).await.unwrap();
    phone.until("signed", |state| at(state, LORENSKOG).is_some()).await;
    phone.app.end_trip().await.unwrap();
    sandbox.change(publish(LORENSKOG)).unwrap();
    phone.app.see_libraries().await.unwrap();
    let state = phone.app.state();
    let again = |notice: &NoticeView| matches!(notice, NoticeView::SignAgain { severity, .. } if *severity >= Severity::Material);
    assert!(state.notices.iter().any(again), "{:?}", state.notices);
    begin(&phone, &[LORENSKOG]).await.unwrap();
    let rules = phone.app.state().trip.unwrap().rules.unwrap();
    let changes = rules.changes.unwrap();
    assert_eq!((rules.version, changes.version), (2, 1));
    assert!(!changes.items.is_empty() && changes.severity >= Severity::Material);
    assert!(rules.clauses.iter().any(|clause| !clause.spans.is_empty()));
    read_and_sign(&phone).await.unwrap();
    phone.until("no notice", |state| !state.notices.iter().any(again)).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_signature_lost_in_the_network_is_asked_again_and_signed_once() {
    let (sandbox, dir, keys) = world();
    let phone = signed_in(&sandbox, &dir, &keys, "ola").await;
    begin(&phone, &[TROMSO]).await.unwrap();
    sandbox.fault(Fault::new(At::Signatures, Kind::Lost).once());
    assert_eq!(read_and_sign(&phone).await, Err(CardError::Offline));
    assert_eq!(phone.app.state().trip.unwrap().trouble, Some(CardError::Offline));
    phone.app.sign().await.unwrap();
    let state = phone.until("the receipt", |state| state.receipts.len() == 1).await;
    assert_eq!(state.receipts[0].entries, 1, "one entry in the log");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_trip_is_there_when_the_phone_was_killed_in_between_and_signs_once() {
    let (sandbox, dir, keys) = world();
    let phone = signed_in(&sandbox, &dir, &keys, "ola").await;
    begin(&phone, &[TROMSO, STORD]).await.unwrap();
    sandbox.fault(Fault::new(At::Signatures, Kind::Lost).once());
    assert_eq!(read_and_sign(&phone).await, Err(CardError::Offline));
    phone.kill().await;
    let phone = Phone::start(&sandbox, dir.path(), &keys).await;
    until_text(&phone, 0, 1).await;
    let trip = phone.app.state().trip.unwrap();
    assert_eq!((trip.at, trip.stops.len(), trip.stops[0].read), (0, 2, true));
    phone.app.unlock().await.unwrap();
    phone.app.sign().await.unwrap();
    let state = phone.until("the receipt", |state| state.receipts.len() == 1).await;
    assert_eq!(state.receipts[0].entries, 1, "one entry in the log");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_library_that_closes_between_reading_and_signing_takes_no_signature() {
    let (sandbox, dir, keys) = world();
    let phone = signed_in(&sandbox, &dir, &keys, "ola").await;
    begin(&phone, &[TROMSO]).await.unwrap();
    let close = Change {
        close: vec![TROMSO.into()],
        ..Change::default()
    };
    sandbox.change(close).unwrap();
    assert_eq!(read_and_sign(&phone).await, Err(CardError::LibraryClosed));
    assert!(phone.app.state().receipts.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn rules_that_change_between_reading_and_signing_are_read_again() {
    let (sandbox, dir, keys) = world();
    let phone = signed_in(&sandbox, &dir, &keys, "ola").await;
    begin(&phone, &[LORENSKOG]).await.unwrap();
    sandbox.change(publish(LORENSKOG)).unwrap();
    assert_eq!(read_and_sign(&phone).await, Err(CardError::RulesChanged));
    until_text(&phone, 0, 2).await;
    assert!(!phone.app.state().trip.unwrap().stops[0].read);
    assert_eq!(
        phone.app.sign().await,
        Err(CardError::Internal),
        "the new one isn't read"
    );
    read_and_sign(&phone).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn rules_that_cant_be_shown_to_be_signed_are_refused_in_one_word() {
    let (sandbox, dir, keys) = world();
    let phone = signed_in(&sandbox, &dir, &keys, "ola").await;
    let twists = [
        Twist::RulesBidi,
        Twist::RulesHuge,
        Twist::RulesEmpty,
        Twist::RulesWrongHash,
        Twist::RulesUnknownLanguage,
    ];
    for twist in twists {
        let name = format!("{twist:?}");
        sandbox.clear_faults();
        sandbox.twist(twist).unwrap();
        assert_eq!(begin(&phone, &[TROMSO]).await, Err(CardError::RulesRefused), "{name}");
        let trip = phone.app.state().trip.unwrap();
        assert_eq!(
            (trip.trouble, trip.rules, trip.fetching),
            (Some(CardError::RulesRefused), None, false),
            "{name}"
        );
    }
    sandbox.clear_faults();
    phone.app.go_to_stop(0, "nb".into()).await.unwrap();
    assert!(phone.app.state().trip.unwrap().rules.is_some(), "tried again");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_receipt_that_doesnt_prove_itself_is_no_receipt() {
    let (sandbox, dir, keys) = world();
    let phone = signed_in(&sandbox, &dir, &keys, "ola").await;
    begin(&phone, &[TROMSO]).await.unwrap();
    sandbox.twist(Twist::ReceiptOtherText).unwrap();
    assert_eq!(read_and_sign(&phone).await, Err(CardError::ReceiptRefused));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_log_that_forks_is_a_notice() {
    let (sandbox, dir, keys) = world();
    let phone = signed_in(&sandbox, &dir, &keys, "ola").await;
    begin(&phone, &[TROMSO]).await.unwrap();
    read_and_sign(&phone).await.unwrap();
    phone.until("the receipt", |state| state.receipts.len() == 1).await;
    phone.app.see_libraries().await.unwrap();
    let forked = |state: &AppState| state.notices.iter().any(|n| matches!(n, NoticeView::LogForked { .. }));
    assert!(!forked(&phone.app.state()));
    sandbox.twist(Twist::LogForks).unwrap();
    phone.app.see_libraries().await.unwrap();
    assert!(forked(&phone.app.state()));
    assert_eq!(
        phone.app.state().receipts[0].proof,
        Proof::Proved,
        "what was proved before stays so"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_phone_whose_clock_is_wrong_by_a_year_signs_at_the_services_time_or_not_at_all() {
    let (sandbox, dir, keys) = world();
    let phone = signed_in(&sandbox, &dir, &keys, "ola").await;
    begin(&phone, &[TROMSO]).await.unwrap();
    // The service's year is another one than the phone's.
    sandbox.advance(-365 * 24 * 60 * 60);
    match read_and_sign(&phone).await {
        Ok(()) => {
            let state = phone.until("the receipt", |state| state.receipts.len() == 1).await;
            let year = std::time::Duration::from_secs(300 * 24 * 60 * 60);
            assert!(
                state.receipts[0].signed_at < std::time::SystemTime::now() - year,
                "the service's time"
            );
        }
        Err(error) => {
            let words = [
                CardError::ClockWrong,
                CardError::SignInExpired,
                CardError::ReceiptRefused,
            ];
            assert!(words.contains(&error), "{error:?}");
            assert!(phone.app.state().receipts.is_empty());
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_guardian_signs_for_a_child_who_cant_yet() {
    let (sandbox, dir, keys) = world();
    let phone = signed_in(&sandbox, &dir, &keys, "kari").await;
    begin(&phone, &[TROMSO]).await.unwrap();
    let parties = phone.app.state().trip.unwrap().parties;
    assert!(parties.len() > 1 && parties[0].child.is_none(), "{parties:?}");
    let child = parties.iter().position(|party| party.age < 15).unwrap();
    phone.app.sign_for(u32::try_from(child).unwrap()).await.unwrap();
    read_and_sign(&phone).await.unwrap();
    let state = phone.until("the receipt", |state| state.receipts.len() == 1).await;
    assert_eq!(state.receipts[0].child.as_deref(), Some(parties[child].name.as_str()));
    assert!(state.receipts[0].basis.is_some() && state.receipts[0].proof == Proof::Proved);
}
