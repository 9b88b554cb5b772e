//! What crosses for whom: no national id for anybody, and nothing that says that an address is protected.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::sync::Arc;

use card_bindings::{AppState, CardError, Channel, ContactDetails, Credential};
use card_journeys::{
    Keys, Phone, REDIRECT,
    libraries::{TROMSO, begin, read_and_sign, until_text},
    people::{STEPS, child, details, guardian, ids, tell},
};
use card_sandbox::{Sandbox, Settings};

/// Every state on the way, with all that can be asked for.
async fn everything(sandbox: &Sandbox, persona: &str) -> Vec<AppState> {
    let (dir, keys) = (tempfile::tempdir().unwrap(), Arc::<Keys>::default());
    let phone = Phone::start(sandbox, dir.path(), &keys).await;
    let mut states = vec![phone.app.state()];
    let came_in = phone.sign_in_to_register(persona).await;
    assert_eq!(came_in.is_ok(), persona != "elleve", "{persona}: {came_in:?}");
    if phone.app.state().card.is_some() {
        phone.until("relations", |state| state.relations_at.is_some()).await;
        let _ = phone.app.see_contact().await;
        let _ = phone.app.see_ledger(None).await;
        let _ = phone.app.see_leaving().await;
        let _ = phone.app.see_devices().await;
        phone.app.see_libraries().await.unwrap();
    }
    states.extend(phone.seen());
    states.push(phone.app.state());
    states
}

const PERSONAS: [&str; 20] = [
    "kari", "ola", "ingen", "sperret", "utmeldt", "aile", "gammel", "dnummer", "student", "ubrukt", "trine", "per",
    "femten", "berit", "foster", "anne", "lise", "kjell", "nykommer", "elleve",
];

fn national_ids(sandbox: &Sandbox) -> Vec<String> {
    let id = |persona: &&str| sandbox.national_id(persona).unwrap();
    PERSONAS.iter().map(id).collect()
}

/// Whose number stands in a text: all of it, with a gap or without, or its five last digits by themselves.
fn given_away<'i>(ids: &'i [String], text: &str) -> Option<&'i String> {
    let runs: Vec<&str> = text.split(|letter: char| !letter.is_ascii_digit()).collect();
    let stands = |id: &&String| {
        let (date, last) = id.split_at(6);
        let with_a_gap = runs.windows(2).any(|two| two == [date, last]);
        with_a_gap || runs.iter().any(|run| run.contains(id.as_str()) || *run == last)
    };
    ids.iter().find(stands)
}

#[test]
fn a_number_is_found_in_a_text() {
    let ids = ["20851554883".to_owned()];
    for text in [
        "Some(\"20851554883\")",
        "x=120851554883",
        "208515 54883",
        "208515-54883",
        "…54883)",
    ] {
        assert_eq!(given_away(&ids, text), Some(&ids[0]), "{text}");
    }
    for text in ["2085155488", "tv_sec: 1795488300", "2015-05-20"] {
        assert_eq!(given_away(&ids, text), None, "{text}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn no_national_id_crosses_for_anybody() {
    let sandbox = Sandbox::start(Settings::default()).unwrap();
    let ids = national_ids(&sandbox);
    for persona in PERSONAS {
        let states = everything(&sandbox, persona).await;
        assert!(states.len() > 3, "{persona}");
        for state in states {
            assert_eq!(given_away(&ids, &format!("{state:?}")), None, "{persona}");
        }
    }
}

/// What a phone gives out besides states: all that is kept, every receipt, every library, and the log.
async fn given_out(phone: &Phone) -> Vec<String> {
    let app = &phone.app;
    let mut all = vec![phone.log(), format!("{:?}", app.find_libraries("", None, 200, "nb"))];
    all.push(format!("{:?}", app.export_data().await.unwrap()));
    for receipt in app.state().receipts {
        all.push(String::from_utf8(app.receipt_file(receipt.id).await.unwrap()).unwrap());
    }
    all.extend(phone.seen().iter().map(|state| format!("{state:?}")));
    all.push(format!("{:?}", app.state()));
    all
}

async fn reads_and_signs_at_tromso(phone: &Phone) {
    begin(phone, &[TROMSO]).await.unwrap();
    until_text(phone, 0, 1).await;
    read_and_sign(phone).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn no_national_id_crosses_whatever_one_does() {
    let sandbox = Sandbox::start(Settings::default()).unwrap();
    let numbers = national_ids(&sandbox);
    let mut told = Vec::new();

    // Who registers, and signs.
    let (dir, keys) = (tempfile::tempdir().unwrap(), Arc::default());
    let new = Phone::start(&sandbox, dir.path(), &keys).await;
    new.sign_in_to_register("ingen").await.unwrap();
    for step in STEPS {
        tell(&new, &sandbox, "ingen", step).await.unwrap();
    }
    reads_and_signs_at_tromso(&new).await;
    new.app.see_contact().await.unwrap();
    let for_a_while = ContactDetails {
        address_lines: vec!["Studentbyen 4".into()],
        address_until: Some("2099-06-30".into()),
        ..details("900 00 001", Channel::App)
    };
    new.app.change_contact(for_a_while).await.unwrap();
    new.app.see_ledger(None).await.unwrap();
    told.extend(given_out(&new).await);

    // A guardian.
    let (dir, keys) = (tempfile::tempdir().unwrap(), Arc::default());
    let trine = guardian(&sandbox, &dir, &keys, "trine").await;
    trine
        .app
        .register_children(ids(&sandbox, &["liv"]), TROMSO.into())
        .await
        .unwrap();
    let card = |state: &AppState| child(state, &sandbox, "liv").is_some_and(|it| it.card.is_some());
    trine.until("a card", card).await;
    trine.app.act_for(sandbox.child("liv")).await.unwrap();
    trine.app.show_card_of(sandbox.child("liv")).await.unwrap();
    reads_and_signs_at_tromso(&trine).await;
    trine.app.see_ledger(sandbox.child("liv")).await.unwrap();
    trine.app.make_child_code(TROMSO.into()).await.unwrap();
    told.extend(given_out(&trine).await);

    // Who typed the number.
    let (dir, keys) = (tempfile::tempdir().unwrap(), Arc::default());
    let kari = Phone::start(&sandbox, dir.path(), &keys).await;
    let number = sandbox.national_id("kari").unwrap();
    let typed = |digits: &str| {
        let pin = Credential::Pin { digits: digits.into() };
        kari.app
            .sign_in_with_card(number.clone(), pin, true, REDIRECT.into(), "nb".into())
    };
    let wrong = typed("0000").await;
    assert_eq!(wrong, Err(CardError::WrongCredentials));
    typed("4071").await.unwrap();
    kari.until("relations", |state| state.relations_at.is_some()).await;
    told.push(format!("{wrong:?} {}", kari.log()));
    told.extend(kari.seen().iter().map(|state| format!("{state:?}")));

    assert!(told.len() > 40, "{}", told.len());
    for text in told {
        assert_eq!(given_away(&numbers, &text), None, "{text}");
    }
}

/// Values away, what is there and what isn't stays.
fn shape(state: &AppState) -> String {
    let mut state = state.clone();
    state.revision = 0;
    let text = format!("{state:?}");
    let mut inside = false;
    let bare: String = text
        .chars()
        .filter(|letter| {
            inside ^= *letter == '"';
            !inside && !letter.is_ascii_digit()
        })
        .collect();
    // How many groups bars are drawn with depends on the number.
    bare.replace("bars: [", "").replace(", ", "")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_protected_address_changes_nothing_in_what_crosses() {
    let sandbox = Sandbox::start(Settings::default()).unwrap();
    let last = |states: Vec<AppState>| shape(states.last().unwrap());
    let kjell = last(everything(&sandbox, "kjell").await);
    assert!(
        kjell.contains("household: Some") && kjell.contains("contact: Some"),
        "{kjell}"
    );
    for persona in ["anne", "lise"] {
        assert_eq!(last(everything(&sandbox, persona).await), kjell, "{persona}");
    }
}
