//! Ages: what changes at them, and where a library has its own, on both sides' phones.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::{sync::Arc, time::SystemTime};

use card_bindings::{Act, AheadView, AppState, By, CardError, Done, NoticeView, Phase, SignsView, Stage, Standing};
use card_journeys::{
    Keys, Phone, eventually,
    libraries::{LORENSKOG, TROMSO, at, begin, read_and_sign, until_text},
    people::{child, guardian},
};
use card_sandbox::{Change, DirectoryChange, Sandbox, Settings};

/// Birthdays that are soon are so by Norway's day, as on the phone: that of UTC is another one for an hour.
fn norwegian_world() -> (Sandbox, tempfile::TempDir, Arc<Keys>) {
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap();
    let settings = Settings {
        now: i64::try_from(now.as_secs()).ok().map(|now| now + 3600),
        ..Settings::default()
    };
    let sandbox = Sandbox::start(settings).unwrap();
    let runs_again = Change {
        now: Some(None),
        ..Change::default()
    };
    sandbox.change(runs_again).unwrap();
    (sandbox, tempfile::tempdir().unwrap(), Arc::default())
}

#[tokio::test(flavor = "multi_thread")]
async fn thirteen_tomorrow_is_said_today_and_fifteen_has_the_card_on_the_childs_phone() {
    let (sandbox, dir, keys) = norwegian_world();
    let phone = guardian(&sandbox, &dir, &keys, "trine").await;
    let state = phone
        .until("tolv", |state| child(state, &sandbox, "tolv").is_some())
        .await;
    let tolv = child(&state, &sandbox, "tolv").unwrap();
    let soon: Vec<_> = tolv.changes.iter().filter(|ahead| ahead.stage == Stage::Last).collect();
    let told = |act, of_child, begins| {
        soon.iter()
            .any(|ahead| ahead.act == act && ahead.of_child == of_child && ahead.begins == begins)
    };
    assert_eq!(tolv.age, 12);
    assert!(
        told(Act::ChangeContact, true, true) && told(Act::ChangeContact, false, false),
        "{soon:?}"
    );
    assert!(tolv.may.contains(&Act::ChangeContact));
    let birthday = NoticeView::Birthday {
        child: sandbox.child("tolv"),
        name: Some(tolv.name.clone()),
        turns: 13,
        on: soon[0].on.clone(),
    };
    assert_eq!(state.notices, [birthday]);
    assert!(
        tolv.changes.iter().any(|ahead| ahead.stage == Stage::Later),
        "and what comes later"
    );
    phone.app.lock_card(true).await.unwrap();
    drop(phone);
    sandbox.pause();
    let phone = Phone::start(&sandbox, dir.path(), &keys).await;
    assert_eq!(phone.app.state().phase, Phase::Locked);
    assert_eq!(phone.app.state().notices, [], "a child's name is behind the lock");
    sandbox.resume().unwrap();

    let (dir, keys) = (tempfile::tempdir().unwrap(), Arc::default());
    let berit = guardian(&sandbox, &dir, &keys, "berit").await;
    let known =
        |state: &AppState| child(state, &sandbox, "femten").is_some_and(|it| it.has_card && !it.relations.is_empty());
    let state = berit.until("femten", known).await;
    let femten = child(&state, &sandbox, "femten").unwrap();
    assert!(femten.card.is_none() && !femten.may.contains(&Act::ShowCard));

    // On the child's own phone.
    let (dir, keys) = (tempfile::tempdir().unwrap(), Arc::default());
    let own = guardian(&sandbox, &dir, &keys, "femten").await;
    let household = own.app.state().household.unwrap();
    assert!(household.children.is_empty() && !household.own_changes.is_empty());
    assert!(household.own_changes.iter().all(|ahead| ahead.of_child));
}

/// Tromsø lets nobody under 16 sign alone.
async fn from_sixteen(sandbox: &Sandbox, persona: &str) -> (Phone, tempfile::TempDir) {
    let mut tromso = sandbox.library(TROMSO).unwrap();
    tromso["ages"]["rules_alone_from"] = 16.into();
    let directory = DirectoryChange {
        upserts: vec![tromso],
        removals: vec![],
    };
    let change = Change {
        directory: Some(directory),
        ..Change::default()
    };
    sandbox.change(change).unwrap();
    let (dir, keys) = (tempfile::tempdir().unwrap(), Arc::<Keys>::default());
    let phone = guardian(sandbox, &dir, &keys, persona).await;
    let app = &phone.app;
    let is_so = || app.library(TROMSO, "nb").is_some_and(|it| it.rules_alone_from == 16);
    eventually("the directory", is_so).await;
    (phone, dir)
}

/// Who signs at a library for `child`, or for whom one is without one.
async fn who_signs(phone: &Phone, library: &str, child: Option<&String>) -> SignsView {
    begin(phone, &[library]).await.unwrap();
    until_text(phone, 0, 1).await;
    let parties = phone.app.state().trip.unwrap().parties;
    parties
        .into_iter()
        .find(|party| party.child.as_ref() == child)
        .unwrap()
        .signs
}

/// That rules are signed at Tromsø by another from the sixteenth birthday on.
fn at_sixteen(changes: &[AheadView]) -> Vec<(bool, bool)> {
    let there = |ahead: &&AheadView| {
        let library = ahead.library.as_ref().map(|library| library.number.as_str());
        (ahead.act, ahead.on.as_str(), library) == (Act::SignRules, "2027-09-14", Some(TROMSO))
    };
    changes
        .iter()
        .filter(there)
        .map(|it| (it.of_child, it.begins))
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn fifteen_at_a_library_from_sixteen_who_signs_is_said_alike_on_both_phones() {
    let sandbox = Sandbox::start(Settings::default()).unwrap();
    let (berit, _dir) = from_sixteen(&sandbox, "berit").await;
    let (own, _own_dir) = from_sixteen(&sandbox, "femten").await;
    let femten = sandbox.child("femten").unwrap();

    // On the child's own phone: at Tromsø a guardian must, at another library one does it oneself.
    let sixteen = Some(16);
    let alone = SignsView::Here { alone_from: None };
    assert_eq!(who_signs(&own, LORENSKOG, None).await, alone);
    assert_eq!(
        who_signs(&own, TROMSO, None).await,
        SignsView::Guardian { alone_from: sixteen }
    );
    own.app.have_read().await.unwrap();
    assert_eq!(own.app.sign().await, Err(CardError::NotAllowed));

    // On the guardian's: the other way round.
    berit.app.act_for(Some(femten.clone())).await.unwrap();
    assert_eq!(who_signs(&berit, LORENSKOG, Some(&femten)).await, SignsView::Themselves);
    berit.app.have_read().await.unwrap();
    assert_eq!(berit.app.sign().await, Err(CardError::NotAllowed));
    let for_child = SignsView::Here { alone_from: sixteen };
    assert_eq!(who_signs(&berit, TROMSO, Some(&femten)).await, for_child);
    assert_eq!(who_signs(&berit, TROMSO, None).await, alone, "she herself");
    read_and_sign(&berit).await.unwrap();

    // Signed: the child is a patron, and both know when that changes.
    let signed = |state: &AppState| {
        let relations = child(state, &sandbox, "femten").map_or(&[][..], |it| &it.relations);
        relations.iter().any(|r| r.profile.library.number == TROMSO)
    };
    let state = berit.until("a relation", signed).await;
    let femten = child(&state, &sandbox, "femten").unwrap();
    assert_eq!(at_sixteen(&femten.changes), [(true, true), (false, false)]);
    assert!(femten.may.contains(&Act::SignRules), "at that library");

    own.app.see_libraries().await.unwrap();
    let state = own.app.state();
    let there = at(&state, TROMSO).unwrap();
    assert_eq!(there.standing, Standing::Active);
    assert!(there.agreements[0].signed.is_some());
    assert_eq!(at_sixteen(&state.household.unwrap().own_changes), [(true, true)]);
    assert!(state.receipts.is_empty(), "the receipt is the guardian's");
    own.app.see_ledger(None).await.unwrap();
    let entry = own.app.state().ledger.unwrap().entries.remove(0);
    let library = entry.library.map(|library| library.number);
    assert_eq!(
        (entry.done, entry.by, library.as_deref()),
        (Done::SignedRules, By::Guardian, Some(TROMSO))
    );
}
