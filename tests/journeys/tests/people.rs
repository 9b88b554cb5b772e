//! Children, and acting for them: from the phone's side.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::sync::Arc;

use card_bindings::{Agreement, AppState, Basis, By, CardError, ChildOutcome, Done, Phase, Proof, Standing};
use card_journeys::{
    Keys, Phone,
    libraries::{LORENSKOG, TROMSO, begin, read_and_sign, until_text},
    people::{child, children, ends, guardian, ids},
};
use card_sandbox::{At, Cause, Change, ChildConfirmation, Ending, Fault, Kind, Sandbox, Settings};

fn world() -> (Sandbox, tempfile::TempDir, Arc<Keys>) {
    let sandbox = Sandbox::start(Settings::default()).unwrap();
    (sandbox, tempfile::tempdir().unwrap(), Arc::default())
}

fn ending(child: &str, guardian: Option<&str>, cause: Cause) -> Ending {
    Ending {
        child: child.into(),
        guardian: guardian.map(str::to_owned),
        cause,
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn twins_at_once_one_registered_by_the_other_guardian_and_their_cards_without_network() {
    let (sandbox, dir, keys) = world();
    let (per_dir, per_keys) = (tempfile::tempdir().unwrap(), Arc::default());
    let per = guardian(&sandbox, &per_dir, &per_keys, "per").await;
    per.app
        .register_children(ids(&sandbox, &["leo"]), TROMSO.into())
        .await
        .unwrap();
    let outcome = |state: &AppState, name| child(state, &sandbox, name).and_then(|child| child.outcome.clone());
    assert_eq!(outcome(&per.app.state(), "leo"), Some(ChildOutcome::Registered));

    let phone = guardian(&sandbox, &dir, &keys, "trine").await;
    let tolv = |state: &AppState| child(state, &sandbox, "tolv").is_some_and(|it| it.card.is_some());
    phone.until("what is asked by itself", tolv).await;
    sandbox.fault(Fault::new(At::Children, Kind::Lost).once());
    let twins = || ids(&sandbox, &["liv", "leo", "pia"]);
    assert_eq!(
        phone.app.register_children(twins(), TROMSO.into()).await,
        Err(CardError::Offline)
    );
    phone.app.register_children(twins(), TROMSO.into()).await.unwrap();
    let state = phone.app.state();
    assert_eq!(
        outcome(&state, "liv"),
        Some(ChildOutcome::Registered),
        "the same answer, had again"
    );
    assert_eq!(outcome(&state, "leo"), Some(ChildOutcome::AlreadyRegistered));
    assert_eq!(outcome(&state, "pia"), Some(ChildOutcome::Registered));
    let cards = |state: &AppState| {
        ["liv", "leo", "pia", "tolv"]
            .iter()
            .all(|name| child(state, &sandbox, name).is_some_and(|it| it.card.is_some()))
    };
    let state = phone.until("cards", cards).await;
    for name in ["liv", "leo", "pia"] {
        let card = child(&state, &sandbox, name).unwrap().card.as_ref().unwrap();
        assert_eq!(Some(card.number.clone()), sandbox.number_of(name));
    }
    phone.kill().await;
    sandbox.pause();
    let phone = Phone::start(&sandbox, dir.path(), &keys).await;
    let state = phone.app.state();
    assert!(cards(&state), "offline");
    assert!(
        child(&state, &sandbox, "liv")
            .unwrap()
            .card
            .as_ref()
            .unwrap()
            .barcode
            .is_some()
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn whose_card_was_shown_last_shows_first_without_network_too_as_long_as_it_is_there() {
    let (sandbox, dir, keys) = world();
    let phone = guardian(&sandbox, &dir, &keys, "trine").await;
    let card = |state: &AppState| child(state, &sandbox, "tolv").is_some_and(|it| it.card.is_some());
    phone.until("a card", card).await;
    let tolv = sandbox.child("tolv");
    phone.app.show_card_of(tolv.clone()).await.unwrap();
    assert_eq!(phone.app.state().shown, tolv);
    phone.app.lock_card(true).await.unwrap();
    drop(phone);
    sandbox.pause();
    let phone = Phone::start(&sandbox, dir.path(), &keys).await;
    let locked = phone.app.state();
    assert_eq!(
        (locked.phase, locked.shown),
        (Phase::Locked, None),
        "children are behind the lock"
    );
    phone.app.unlock().await.unwrap();
    assert_eq!(phone.app.state().shown, tolv, "after the app was killed");
    for nobodys in ["liv", "nora"] {
        // No card yet; somebody else's child.
        phone.app.show_card_of(sandbox.child(nobodys)).await.unwrap();
        assert_eq!(phone.app.state().shown, None, "{nobodys}");
    }
    phone.app.show_card_of(Some("\u{0}".into())).await.unwrap();
    phone.app.show_card_of(tolv.clone()).await.unwrap();
    sandbox.resume().unwrap();
    let over = ends(ending("tolv", Some("trine"), Cause::Judgment));
    sandbox.change(over).unwrap();
    phone.app.see_libraries().await.unwrap();
    assert_eq!(phone.app.state().shown, None);
    phone.kill().await;
    sandbox.pause();
    let phone = Phone::start(&sandbox, dir.path(), &keys).await;
    assert_eq!(phone.app.state().shown, None, "nor on the disk");
}

#[tokio::test(flavor = "multi_thread")]
async fn signing_for_a_child_is_acting_for_it_and_stands_in_its_ledger() {
    let (sandbox, dir, keys) = world();
    let phone = guardian(&sandbox, &dir, &keys, "trine").await;
    phone
        .app
        .register_children(ids(&sandbox, &["liv"]), TROMSO.into())
        .await
        .unwrap();
    let liv = sandbox.child("liv").unwrap();
    phone.app.act_for(Some(liv.clone())).await.unwrap();
    assert_eq!(phone.app.state().acting_for, Some(liv.clone()));
    begin(&phone, &[TROMSO]).await.unwrap();
    until_text(&phone, 0, 1).await;
    let trip = phone.app.state().trip.unwrap();
    assert_eq!(trip.parties[trip.party as usize].child, Some(liv.clone()));
    read_and_sign(&phone).await.unwrap();
    phone.app.see_ledger(Some(liv.clone())).await.unwrap();
    let ledger = phone.app.state().ledger.unwrap();
    assert_eq!(ledger.child, Some(liv));
    let done: Vec<_> = ledger.entries.iter().map(|entry| (entry.done, entry.by)).collect();
    assert!(
        done.contains(&(Done::SignedRules, By::Guardian)) && done.contains(&(Done::Registered, By::Guardian)),
        "{done:?}"
    );
    // What she is there and what was signed is hers; the receipt is the guardian's, and says for whom.
    let patron = |state: &AppState| {
        let relations = child(state, &sandbox, "liv").map_or(&[][..], |liv| &liv.relations);
        relations
            .iter()
            .any(|r| r.profile.library.number == TROMSO && r.standing == Standing::Active)
    };
    let state = phone.until("a patron", patron).await;
    let relation = &child(&state, &sandbox, "liv").unwrap().relations[0];
    let rules = &relation.agreements[0];
    let signed = rules.signed.as_ref().unwrap();
    assert_eq!(
        (rules.agreement, signed.version, signed.confirmed),
        (Agreement::Rules, 1, true)
    );
    assert!(relation.home && signed.language == "nb");
    let [receipt] = &state.receipts[..] else {
        panic!("{:?}", state.receipts)
    };
    assert_eq!(
        (receipt.child.as_deref(), receipt.basis),
        (Some("Liv Fjellvang"), Some(Basis::ParentalResponsibility))
    );
    assert_eq!(
        (receipt.library.number.as_str(), receipt.proof),
        (TROMSO, Proof::Proved)
    );
    let twin = child(&state, &sandbox, "leo").unwrap();
    assert!(twin.relations.is_empty(), "not her brother's");
    phone.app.act_for(None).await.unwrap();
    assert_eq!(phone.app.state().acting_for, None);
    let nora = sandbox.child("nora").unwrap();
    assert_eq!(
        phone.app.act_for(Some(nora.clone())).await,
        Err(CardError::NotAllowed),
        "Kari's child"
    );
    let never = phone.app.act_for(Some("nobody".into())).await;
    assert_eq!(never, phone.app.act_for(Some(nora)).await, "as if there were none");
}

/// All that the phone knows and shows, without what counts up and when.
fn shown(mut state: AppState) -> String {
    state.revision = 0;
    state.relations_at = None;
    state.card = None;
    format!("{state:?}")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_power_ends_alike_whatever_the_reason_and_nothing_of_the_child_is_left() {
    let reasons = [
        ending("liv", Some("trine"), Cause::Judgment),
        ending("liv", Some("trine"), Cause::Custody),
        ending("liv", None, Cause::Death),
        ending("liv", None, Cause::Protection),
    ];
    let mut left = Vec::new();
    for reason in reasons {
        let (sandbox, dir, keys) = world();
        let phone = guardian(&sandbox, &dir, &keys, "trine").await;
        phone
            .app
            .register_children(ids(&sandbox, &["liv"]), TROMSO.into())
            .await
            .unwrap();
        let liv = sandbox.child("liv").unwrap();
        let card = |state: &AppState| child(state, &sandbox, "liv").is_some_and(|it| it.card.is_some());
        phone.until("her card", card).await;
        phone.app.act_for(Some(liv.clone())).await.unwrap();
        phone.app.see_ledger(Some(liv.clone())).await.unwrap();
        begin(&phone, &[LORENSKOG]).await.unwrap();
        sandbox.change(ends(reason)).unwrap();
        phone.app.have_read().await.unwrap();
        assert_eq!(phone.app.sign().await, Err(CardError::NotAllowed));
        let state = phone.app.state();
        assert!(child(&state, &sandbox, "liv").is_none() && state.acting_for.is_none());
        assert!(state.ledger.is_none() && state.trip.is_none());
        assert_eq!(
            phone.app.see_ledger(Some(liv.clone())).await,
            Err(CardError::NotAllowed)
        );
        assert_eq!(phone.app.act_for(Some(liv.clone())).await, Err(CardError::NotAllowed));
        assert!(child(&state, &sandbox, "leo").is_some(), "another child stays");
        phone.app.see_libraries().await.unwrap();
        phone.app.dismiss_trouble().await.unwrap();
        let text = shown(phone.app.state());
        assert!(!text.contains(&liv) && !text.contains("Liv"), "{text}");
        left.push(text);
        phone.kill().await;
        let number = sandbox.number_of("liv").unwrap();
        for entry in std::fs::read_dir(dir.path()).unwrap() {
            let bytes = std::fs::read(entry.unwrap().path()).unwrap();
            assert!(!String::from_utf8_lossy(&bytes).contains(&number));
        }
        sandbox.pause();
        let phone = Phone::start(&sandbox, dir.path(), &keys).await;
        let state = phone.app.state();
        assert!(
            child(&state, &sandbox, "liv").is_none() && child(&state, &sandbox, "leo").is_some(),
            "from the disk too"
        );
    }
    let times = |text: &String| without_times(text);
    assert!(
        left.iter().map(times).all(|one| one == without_times(&left[0])),
        "{left:#?}"
    );
}

/// Seconds and addresses differ between two runs.
fn without_times(text: &str) -> String {
    let mut runs = text
        .split(|letter: char| letter.is_ascii_digit())
        .filter(|run| !run.is_empty());
    let first = runs.next().unwrap_or_default().to_owned();
    runs.fold(first, |all, run| all + "#" + run)
}

#[tokio::test(flavor = "multi_thread")]
async fn the_other_guardian_notices_nothing() {
    let (sandbox, dir, keys) = world();
    let per = guardian(&sandbox, &dir, &keys, "per").await;
    let before = shown(per.app.state());
    sandbox
        .change(ends(ending("liv", Some("trine"), Cause::Judgment)))
        .unwrap();
    per.app.see_libraries().await.unwrap();
    assert_eq!(without_times(&shown(per.app.state())), without_times(&before));
    assert_eq!(children(&per.app.state()).len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_foster_parent_is_confirmed_at_a_desk_and_is_a_guardian_like_another() {
    let (sandbox, dir, keys) = world();
    let phone = guardian(&sandbox, &dir, &keys, "foster").await;
    assert!(children(&phone.app.state()).is_empty());
    phone.app.make_child_code(LORENSKOG.into()).await.unwrap();
    let code = phone.app.state().household.unwrap().code.unwrap();
    assert_eq!(code.library.number, LORENSKOG);
    let confirmation = ChildConfirmation {
        library: LORENSKOG.into(),
        code: code.code,
        child: "aksel".into(),
    };
    sandbox
        .change(Change {
            confirm_children: vec![confirmation],
            ..Change::default()
        })
        .unwrap();
    phone.app.see_libraries().await.unwrap();
    let state = phone.app.state();
    let aksel = child(&state, &sandbox, "aksel").unwrap();
    assert_eq!(aksel.basis, Basis::LibraryConfirmed);
    phone
        .app
        .register_children(ids(&sandbox, &["aksel"]), TROMSO.into())
        .await
        .unwrap();
    let card = |state: &AppState| child(state, &sandbox, "aksel").is_some_and(|it| it.card.is_some());
    phone.until("a card", card).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_the_registry_link_the_way_is_a_desk() {
    let (sandbox, dir, keys) = world();
    let off = Change {
        registry_link: Some(false),
        ..Change::default()
    };
    sandbox.change(off).unwrap();
    let phone = guardian(&sandbox, &dir, &keys, "trine").await;
    let household = phone.app.state().household.unwrap();
    assert!(!household.registry_link && household.children.is_empty());
}
