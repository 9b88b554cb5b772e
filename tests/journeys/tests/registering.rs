//! Getting a card, and whatever can come between two steps.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::sync::Arc;

use card_bindings::{AppState, CardError, Channel, Phase, Standing, Step};
use card_journeys::{
    Keys, Phone,
    libraries::{TROMSO, at, read_and_sign, signed_in, until_text},
    people::{PIN, STEPS, Told, details, draft, tell},
    until_asked,
};
use card_sandbox::{At, Fault, Kind, Sandbox, Settings};

fn world() -> (Sandbox, tempfile::TempDir, Arc<Keys>) {
    let sandbox = Sandbox::start(Settings::default()).unwrap();
    (sandbox, tempfile::tempdir().unwrap(), Arc::default())
}

async fn registering(sandbox: &Sandbox, dir: &tempfile::TempDir, keys: &Arc<Keys>, persona: &str) -> Phone {
    let phone = Phone::start(sandbox, dir.path(), keys).await;
    phone.sign_in_to_register(persona).await.unwrap();
    if phone.app.state().registration.is_some() {
        // Asked by the way: a fault of a test is for what the test does.
        until_asked(sandbox, "GET /v1/secret-rules").await;
    }
    phone
}

fn has_card(state: &AppState) -> bool {
    state.card.is_some() && state.registration.is_none()
}

#[tokio::test(flavor = "multi_thread")]
async fn from_nothing_to_a_card_and_a_library_with_every_mistake_on_the_way() {
    let (sandbox, dir, keys) = world();
    let phone = registering(&sandbox, &dir, &keys, "ingen").await;
    let app = &phone.app;
    let begun = draft(&phone);
    assert_eq!(begun.registry.as_ref().unwrap().name, "Ingrid Nordvik");
    assert_eq!(begun.steps.len(), 5);
    assert_eq!(app.state().phase, Phase::Card);

    let typed = |text: &str| app.change_email(text.to_owned());
    assert_eq!(typed("ingrid").await, Err(CardError::InvalidEmail));
    assert_eq!(typed("ingrid@аррӏе.com").await, Err(CardError::LookalikeEmail));
    let code = |text: &str| app.prove_email(text.to_owned());
    assert_eq!(code("123456").await, Err(CardError::CodeExpired), "none was sent");
    typed("ingrid@example.com").await.unwrap();
    let right = sandbox.email_code("ingen").unwrap();
    let wrong = if right == "111111" { "222222" } else { "111111" };
    assert_eq!(code(wrong).await, Err(CardError::WrongCode { tries_left: Some(4) }));
    assert_eq!(
        code("12345").await,
        Err(CardError::WrongCode { tries_left: None }),
        "not sent"
    );
    assert_eq!(code(wrong).await, Err(CardError::WrongCode { tries_left: Some(3) }));
    assert_eq!(draft(&phone).email.as_deref(), Some("ingrid@example.com"));
    assert!(!draft(&phone).email_verified);
    typed("ingrid@example.org").await.unwrap();
    assert!(
        matches!(code(&right).await, Err(CardError::WrongCode { .. })),
        "another voids it"
    );
    code(&sandbox.email_code("ingen").unwrap()).await.unwrap();
    assert!(draft(&phone).email_verified);

    let number = |text: &str, channel| app.change_contact(details(text, channel));
    assert_eq!(number("123", Channel::Sms).await, Err(CardError::InvalidPhone));
    assert_eq!(number("", Channel::App).await, Err(CardError::InvalidPhone));
    number("900 00 001", Channel::Sms).await.unwrap();
    let pin = |text: &str| app.choose_secrets(Some(text.to_owned()), None);
    assert_eq!(pin("0000").await, Err(CardError::TooSimple));
    assert_eq!(pin("1994").await, Err(CardError::TooSimple), "her year of birth");
    assert_eq!(pin("482").await, Err(CardError::WrongLength));
    assert_eq!(app.choose_secrets(None, None).await, Err(CardError::WrongLength));
    let short = app.choose_secrets(Some(PIN.into()), Some("for kort".into())).await;
    assert_eq!(short, Err(CardError::WrongLength));
    assert_eq!(app.finish_registration("nb".into()).await, Err(CardError::Incomplete));
    pin(PIN).await.unwrap();
    assert_eq!(app.choose_home("9999999".into()).await, Err(CardError::NoRules));
    app.choose_home(TROMSO.into()).await.unwrap();
    let ready = draft(&phone);
    assert_eq!(
        (ready.steps, ready.home_library.unwrap().number),
        (Vec::<Step>::new(), TROMSO.to_owned())
    );
    assert!(app.state().trouble.is_none(), "said where it was typed");

    app.finish_registration("nb".into()).await.unwrap();
    let state = app.state();
    assert!(has_card(&state));
    assert_eq!(Some(state.card.unwrap().number), sandbox.number_of("ingen"));
    until_text(&phone, 0, 1).await;
    read_and_sign(&phone).await.unwrap();
    let patron = |state: &AppState| at(state, TROMSO).is_some_and(|r| r.standing == Standing::Active);
    phone.until("a patron", patron).await;
    let log = phone.log();
    assert!(
        !log.contains(PIN) && !log.contains(&right) && !log.contains("ingrid@"),
        "{log}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn half_way_it_goes_on_after_a_restart_and_on_another_phone() {
    let (sandbox, dir, keys) = world();
    let phone = registering(&sandbox, &dir, &keys, "nykommer").await;
    for told in [Told::Email, Told::Code, Told::Contact] {
        tell(&phone, &sandbox, "nykommer", told).await.unwrap();
    }
    phone.kill().await;
    let phone = Phone::start(&sandbox, dir.path(), &keys).await;
    let back = |state: &AppState| state.registration.as_ref().is_some_and(|it| it.registry.is_some());
    let state = phone.until("the draft", back).await;
    assert_eq!(state.registration.unwrap().steps, [Step::Secrets, Step::HomeLibrary]);

    let (other_dir, other_keys) = (tempfile::tempdir().unwrap(), Arc::default());
    let other = registering(&sandbox, &other_dir, &other_keys, "nykommer").await;
    assert_eq!(draft(&other).steps, [Step::Secrets, Step::HomeLibrary]);
    assert_eq!(draft(&other).phone.as_deref(), Some("+4790000001"));
    for told in [Told::Secrets, Told::Home, Told::Finish] {
        tell(&other, &sandbox, "nykommer", told).await.unwrap();
    }
    assert!(has_card(&other.app.state()));

    // The first one lands on the card too, whatever it tries.
    phone.app.unlock().await.unwrap();
    tell(&phone, &sandbox, "nykommer", Told::Contact).await.unwrap();
    let state = phone.app.state();
    assert!(has_card(&state), "{state:?}");
    assert_eq!(state.card.unwrap().number, other.app.state().card.unwrap().number);
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_happens_between_two_steps_nothing_is_half_registered_and_nothing_twice() {
    for kind in [Kind::Lost, Kind::Status, Kind::Half, Kind::Html] {
        for failing in STEPS {
            let (sandbox, dir, keys) = world();
            let phone = registering(&sandbox, &dir, &keys, "ingen").await;
            for told in STEPS {
                if told == failing {
                    sandbox.fault(Fault::new(At::Registration, kind).once());
                    let failed = tell(&phone, &sandbox, "ingen", told).await;
                    let lost = matches!(failed, Err(CardError::Offline | CardError::Service { .. }));
                    assert!(lost, "{kind:?} at {told:?}: {failed:?}");
                    assert!(phone.app.state().card.is_none() && phone.app.state().registration.is_some());
                }
                let again = tell(&phone, &sandbox, "ingen", told).await;
                let used = told == Told::Code && told == failing && again == Err(CardError::CodeExpired);
                assert!(
                    again.is_ok() || used,
                    "{kind:?} at {failing:?}, then {told:?}: {again:?}"
                );
                if used {
                    // It was taken, and only the answer was lost: the service knows.
                    phone.app.refresh().await.unwrap();
                    phone
                        .until("verified", |state| {
                            state.registration.as_ref().is_some_and(|it| it.email_verified)
                        })
                        .await;
                }
            }
            assert!(has_card(&phone.app.state()), "{kind:?} at {failing:?}");
            assert_eq!(
                sandbox.number_of("ingen").as_deref(),
                Some("N100000000"),
                "the first of the series, once"
            );
            let (dir, keys) = (tempfile::tempdir().unwrap(), Arc::default());
            let next = registering(&sandbox, &dir, &keys, "nykommer").await;
            for told in STEPS {
                tell(&next, &sandbox, "nykommer", told).await.unwrap();
            }
            assert_eq!(
                sandbox.number_of("nykommer").as_deref(),
                Some("N100000001"),
                "none was lost either"
            );
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_connection_that_drops_loses_nothing_and_registers_nothing_whether_at_a_step_or_at_a_renewal() {
    for at in [At::Registration, At::Token] {
        for failing in STEPS {
            let (sandbox, dir, keys) = world();
            let phone = registering(&sandbox, &dir, &keys, "ingen").await;
            for told in STEPS {
                if told == failing {
                    if at == At::Token {
                        // The token is over.
                        sandbox.advance(150);
                    }
                    let before = draft(&phone);
                    sandbox.fault(Fault::new(at, Kind::Drop).once());
                    let dropped = tell(&phone, &sandbox, "ingen", told).await;
                    assert_eq!(dropped, Err(CardError::Offline), "{at:?} at {told:?}");
                    assert_eq!(draft(&phone), before, "{at:?} at {told:?}");
                    assert_eq!(sandbox.number_of("ingen"), None);
                    let (dir, keys) = (tempfile::tempdir().unwrap(), Arc::default());
                    let other = registering(&sandbox, &dir, &keys, "ingen").await;
                    assert_eq!(draft(&other), before, "the service has what it had: {at:?} at {told:?}");
                }
                let again = tell(&phone, &sandbox, "ingen", told).await;
                assert_eq!(again, Ok(()), "{at:?} at {failing:?}, then {told:?}");
            }
            assert!(has_card(&phone.app.state()), "{at:?} at {failing:?}");
            assert_eq!(sandbox.number_of("ingen").as_deref(), Some("N100000000"));
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_is_good_for_ten_minutes_and_then_a_new_one_is() {
    let (sandbox, dir, keys) = world();
    let phone = registering(&sandbox, &dir, &keys, "ingen").await;
    tell(&phone, &sandbox, "ingen", Told::Email).await.unwrap();
    sandbox.advance(600);
    assert_eq!(
        tell(&phone, &sandbox, "ingen", Told::Code).await,
        Err(CardError::CodeExpired)
    );
    let kept = draft(&phone);
    assert_eq!(
        kept.email.as_deref(),
        Some("ingen@example.com"),
        "nothing is typed again"
    );
    assert!(!kept.email_verified && kept.steps[0] == Step::EmailCode);
    assert!(phone.app.state().trouble.is_none());
    tell(&phone, &sandbox, "ingen", Told::Email).await.unwrap();
    sandbox.advance(590);
    tell(&phone, &sandbox, "ingen", Told::Code).await.unwrap();
    assert!(draft(&phone).email_verified);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lost_registration_is_had_again_after_the_phone_was_killed() {
    let (sandbox, dir, keys) = world();
    let phone = registering(&sandbox, &dir, &keys, "ingen").await;
    for told in &STEPS[..5] {
        tell(&phone, &sandbox, "ingen", *told).await.unwrap();
    }
    sandbox.fault(Fault::new(At::Registration, Kind::Lost).once());
    assert_eq!(
        tell(&phone, &sandbox, "ingen", Told::Finish).await,
        Err(CardError::Offline)
    );
    phone.kill().await;
    let phone = Phone::start(&sandbox, dir.path(), &keys).await;
    let state = phone.until("the card", has_card).await;
    assert_eq!(Some(state.card.unwrap().number), sandbox.number_of("ingen"));
    until_text(&phone, 0, 1).await;
    assert_eq!(phone.app.state().trip.unwrap().stops[0].library.number, TROMSO);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_slow_service_is_waited_for_and_one_that_is_away_takes_nothing() {
    let (sandbox, dir, keys) = world();
    let phone = registering(&sandbox, &dir, &keys, "ingen").await;
    sandbox.fault(Fault::new(At::Registration, Kind::Slow).once());
    tell(&phone, &sandbox, "ingen", Told::Email).await.unwrap();
    sandbox.pause();
    assert_eq!(
        tell(&phone, &sandbox, "ingen", Told::Code).await,
        Err(CardError::Offline)
    );
    assert!(phone.app.state().registration.is_some());
    sandbox.resume().unwrap();
    tell(&phone, &sandbox, "ingen", Told::Code).await.unwrap();
    assert!(draft(&phone).email_verified);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_has_a_card_lands_on_it_and_who_signs_in_otherwise_without_one_is_told_so() {
    let (sandbox, dir, keys) = world();
    let phone = registering(&sandbox, &dir, &keys, "kari").await;
    assert!(has_card(&phone.app.state()));
    let url = phone
        .app
        .begin_registration("http://127.0.0.1:49152/innlogget".into(), "nb".into())
        .await;
    assert_eq!(url, Ok(None), "signed in well enough, and nothing to do");
    assert!(has_card(&phone.app.state()));
    let (dir, keys) = (tempfile::tempdir().unwrap(), Arc::default());
    let other = Phone::start(&sandbox, dir.path(), &keys).await;
    assert_eq!(other.sign_in("ingen").await, Err(CardError::NoCard));
    assert_eq!(other.app.state().phase, Phase::SignedOut);
    assert_eq!(
        other.app.finish_registration("nb".into()).await,
        Err(CardError::Internal)
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_too_young_is_refused_and_forgotten_as_anybody_without_a_card() {
    let (sandbox, dir, keys) = world();
    let phone = Phone::start(&sandbox, dir.path(), &keys).await;
    assert_eq!(phone.sign_in("ingen").await, Err(CardError::NoCard));
    let other = phone.app.state();
    assert_eq!(
        phone.sign_in_to_register("elleve").await,
        Err(CardError::NotAllowed),
        "and not why"
    );
    let state = phone.app.state();
    assert_eq!(state.trouble, Some(CardError::NotAllowed));
    let alike = AppState {
        revision: other.revision,
        trouble: other.trouble.clone(),
        ..state
    };
    assert_eq!(alike, other);
    assert_eq!(
        tell(&phone, &sandbox, "elleve", Told::Email).await,
        Err(CardError::SignInExpired)
    );
    assert_eq!(sandbox.number_of("elleve"), None);
    phone.kill().await;
    assert!(!keys.names().contains(&"session".to_owned()));
    let phone = Phone::start(&sandbox, dir.path(), &keys).await;
    assert_eq!(phone.app.state().phase, Phase::SignedOut);
    phone.sign_in_to_register("ingen").await.unwrap();
    assert_eq!(draft(&phone).steps.len(), 5, "it isn't the phone that is refused");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_left_gets_another_card_with_another_number() {
    let (sandbox, dir, keys) = world();
    let phone = signed_in(&sandbox, &dir, &keys, "kari").await;
    let before = phone.app.state().card.unwrap().number;
    phone.app.leave().await.unwrap();
    let ended = |state: &AppState| state.leaving.as_ref().is_some_and(|it| it.ended_at.is_some());
    phone.until("left", ended).await;
    let url = phone
        .app
        .begin_registration("http://127.0.0.1:49152/innlogget".into(), "nb".into())
        .await;
    assert_eq!(url, Ok(None));
    for told in STEPS {
        tell(&phone, &sandbox, "kari", told).await.unwrap();
    }
    let state = phone.app.state();
    assert!(has_card(&state), "{state:?}");
    let card = state.card.unwrap();
    assert!(card.number != before && card.barcode.is_some(), "{card:?}");
    assert_eq!(Some(card.number), sandbox.number_of("kari"));
}
