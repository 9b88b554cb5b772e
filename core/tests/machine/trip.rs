//! Trips: reading, signing, what goes wrong in between, and whom it is for.

use std::sync::Arc;

use super::{
    libraries::{NEW, OLD, brought, nearby, offline, reading, rules, tromso},
    *,
};
use card_core::{
    domain::{
        directory::bundled,
        language::Language,
        library::Agreement,
        lock::CHANGES_S,
        receipt::{self, Basis, Pseudonym},
        shelf::Party,
    },
    session::{errand::Errand, libraries::LibraryCommand, parties::MaySign},
};

#[test]
fn a_trip_reads_signs_and_goes_on_to_the_next() {
    let mut b = Bench::with_card();
    let t = b.begin(vec![nearby(), tromso(), nearby()]);
    assert!(
        matches!(b.wishes[1], Effect::Run(None, _)),
        "rules are public: nobody says who reads"
    );
    assert_eq!(b.trip().stops.len(), 2, "each library once");
    b.bring(Ok(reading(OLD)));
    assert_eq!(b.reply(t), Some(&Ok(Reply::Done)));
    assert!(!b.trip().is_read());
    let (t, _) = b.libraries(LibraryCommand::Sign);
    assert_eq!(b.reply(t), Some(&Err(Error::Internal("nothing that was read"))));
    b.libraries(LibraryCommand::HaveRead);
    assert!(b.trip().is_read());
    let (t, wishes) = b.libraries(LibraryCommand::Sign);
    assert_eq!(wishes, ["run"]);
    assert!(b.trip().signing);
    let signature = b.signature();
    assert_eq!(signature.text, rules(OLD));
    assert_eq!(signature.signer.expose(), person().subject);
    let job = b.job();
    let receipt = brought(&job.errand);
    b.answer(Answer::Ran(job, Ok(receipt)));
    assert_eq!(b.reply(t), None, "signed when the receipt is kept");
    let id = receipt::id(&format!("receipt {}", signature.key));
    assert_eq!(b.trip().stops[0].receipt, Some(id));
    assert_eq!((b.trip().at, b.trip().signing), (1, false));
    let next: Vec<_> = b.jobs().into_iter().map(|job| job.errand).collect();
    assert!(matches!(&next[..], [Errand::Read(ask), Errand::SeeLibraries(_)] if ask.library == tromso()));
    assert_eq!(b.m.shelf.keys, "keys");
    b.keep();
    assert_eq!(b.reply(t), Some(&Ok(Reply::Done)));
}

#[test]
fn a_signature_lost_on_the_way_is_asked_again_under_the_same_key_and_another_text_or_party_is_not() {
    let mut b = Bench::reading();
    let (t, _) = b.libraries(LibraryCommand::Sign);
    let first = b.signature();
    b.bring(Err(offline()));
    assert_eq!(b.reply(t), Some(&Err(offline())));
    assert_eq!(b.trip().trouble, Some(offline()));
    assert!(b.m.trouble.is_none(), "said where it happened");
    b.libraries(LibraryCommand::Sign);
    assert_eq!(b.signature(), first);
    b.bring(Err(Error::RulesChanged));
    b.bring(Ok(reading(NEW)));
    b.libraries(LibraryCommand::HaveRead);
    b.libraries(LibraryCommand::Sign);
    assert_ne!(b.signature().key, first.key);

    // The same after the phone was killed on the way.
    let kept = serde_json::to_vec(Bench::reading().trip()).unwrap();
    let mut b = Bench::with_card();
    b.m.trip = serde_json::from_slice(&kept).unwrap();
    b.libraries(LibraryCommand::GoToStop(0, Language::Nb));
    b.bring(Ok(reading(OLD)));
    assert!(b.trip().is_read(), "what was read stays read");
    b.libraries(LibraryCommand::Sign);
    assert_eq!(b.signature(), first);
}

#[test]
fn rules_that_changed_meanwhile_are_fetched_and_must_be_read_again() {
    let mut b = Bench::reading();
    let (t, _) = b.libraries(LibraryCommand::Sign);
    b.bring(Err(Error::RulesChanged));
    assert_eq!(b.reply(t), Some(&Err(Error::RulesChanged)));
    assert!(matches!(b.job().errand, Errand::Read(_)));
    b.bring(Ok(reading(NEW)));
    assert_eq!(b.trip().trouble, Some(Error::RulesChanged), "said until the next try");
    assert!(!b.trip().is_read());
}

#[test]
fn signing_needs_the_level_and_the_owner_and_says_nothing_more() {
    let mut b = Bench::reading();
    b.m.person = b.m.person.map(|person| Person {
        level: Level::Substantial,
        ..person
    });
    let (t, _) = b.libraries(LibraryCommand::Sign);
    assert_eq!(b.reply(t), Some(&Err(Error::LevelTooLow)));
    assert!(b.m.trouble.is_none() && b.trip().trouble.is_none() && !b.trip().signing);
    let mut b = Bench::reading();
    b.tick(CHANGES_S);
    let (t, _) = b.libraries(LibraryCommand::Sign);
    assert_eq!(b.reply(t), Some(&Err(Error::Locked)));
}

#[test]
fn the_service_may_want_a_higher_level_than_we_knew() {
    let mut b = Bench::reading();
    let (t, _) = b.libraries(LibraryCommand::Sign);
    b.bring(Err(Error::LevelTooLow));
    assert_eq!(b.reply(t), Some(&Err(Error::LevelTooLow)));
    assert!(
        !b.trip().signing && b.trip().trouble.is_none(),
        "asked for, not told off"
    );
}

#[test]
fn a_text_that_was_asked_for_before_another_stop_opened_is_dropped() {
    let mut b = Bench::with_card();
    b.begin(vec![nearby(), tromso()]);
    let late = b.job();
    let (second, _) = b.libraries(LibraryCommand::GoToStop(1, Language::Nb));
    let job = b.job();
    b.answer(Answer::Ran(late, Ok(reading(OLD))));
    assert!(b.trip().reading().is_none());
    b.answer(Answer::Ran(job, Err(Error::NoRules)));
    assert_eq!(b.reply(second), Some(&Err(Error::NoRules)));
    assert_eq!(b.trip().trouble, Some(Error::NoRules));
    let (t, _) = b.libraries(LibraryCommand::SkipStop);
    assert!(b.reply(t).is_none() && b.trip().at == 0, "round to what is left");
}

#[test]
fn a_trip_is_gone_on_with_after_a_restart_but_not_after_a_day() {
    let kept = Bench::reading().m.trip;
    let found = |now| {
        let mut b = Bench::begun();
        b.ask(Command::Start);
        let opened = Opened {
            card: Some(held()),
            session: Some(person()),
            trip: kept.clone(),
            ..Opened::default()
        };
        b.at(Event::Answered(b.m.stamp, Answer::Opened(Box::new(opened))), now);
        b
    };
    let b = found(T0.plus(60));
    assert!(
        b.jobs()
            .iter()
            .any(|job| matches!(&job.errand, Errand::Read(ask) if ask.library == nearby()))
    );
    assert!(found(T0.plus(24 * 60 * 60)).m.trip.is_none());
}

#[test]
fn a_child_is_signed_for_by_who_may_and_until_when() {
    let child = |born: &str| Party {
        child: Some((Pseudonym::parse("barn").unwrap(), Basis::ParentalResponsibility)),
        name: "Ada".into(),
        born: born.parse().unwrap(),
    };
    let ages = bundled().get(nearby()).unwrap().ages;
    let today = T0.date();
    assert_eq!(today.to_string(), "2026-11-18");
    let may = |born| child(born).may_sign(ages, Agreement::Rules, today);
    assert_eq!(
        may("2011-11-19"),
        MaySign::Here { alone_from: Some(15) },
        "fifteen tomorrow"
    );
    assert_eq!(may("2011-11-18"), MaySign::Themselves, "fifteen today");
    let mut b = Bench::reading();
    b.m.directory = Some(Arc::new(bundled()));
    let own = Party {
        child: None,
        ..child("1990-01-01")
    };
    let named = |name: &str, born| Party {
        child: Some((Pseudonym::parse(name).unwrap(), Basis::ParentalResponsibility)),
        ..child(born)
    };
    let people = vec![own, child("2018-01-01"), named("sixteen", "2010-01-01")];
    b.m.shelf.told_people(&b.m.me().unwrap(), people, None, today);
    let (t, _) = b.libraries(LibraryCommand::SignFor(3));
    assert_eq!(b.reply(t), Some(&Err(Error::Internal("nobody"))));
    b.libraries(LibraryCommand::SignFor(2));
    let (t, _) = b.libraries(LibraryCommand::Sign);
    assert_eq!(b.reply(t), Some(&Err(Error::NotAllowed("age"))));
    b.libraries(LibraryCommand::SignFor(1));
    b.libraries(LibraryCommand::Sign);
    assert_eq!(b.signature().behalf.child().map(Pseudonym::expose), Some("barn"));
}

#[test]
fn a_text_in_a_language_that_isnt_wanted_any_more_is_dropped() {
    let mut b = Bench::with_card();
    b.begin(vec![nearby()]);
    let late = b.job();
    b.libraries(LibraryCommand::GoToStop(0, Language::Nn));
    let wanted = b.job();
    b.answer(Answer::Ran(late, Ok(reading(OLD))));
    assert!(b.trip().reading().is_none());
    b.answer(Answer::Ran(wanted, Ok(reading(NEW))));
    assert_eq!(b.trip().reading().unwrap().text, rules(NEW));
}

#[test]
fn another_trip_and_another_person_sign_under_another_key() {
    let key = |roll: u8, people: Vec<Party>| {
        let mut b = Bench::with_card();
        b.roll = roll.into();
        b.m.shelf.told_people(&b.m.me().unwrap(), people, None, T0.date());
        b.begin(vec![nearby()]);
        b.bring(Ok(reading(OLD)));
        b.libraries(LibraryCommand::HaveRead);
        b.libraries(LibraryCommand::SignFor(0));
        b.libraries(LibraryCommand::Sign);
        b.signature().key
    };
    let child = |name: &str| Party {
        child: Some((Pseudonym::parse(name).unwrap(), Basis::Guardian)),
        name: "Ada".into(),
        born: "2018-01-01".parse().unwrap(),
    };
    let keys = [
        key(1, vec![]),
        key(2, vec![]),
        key(1, vec![child("a")]),
        key(1, vec![child("b")]),
    ];
    assert!(
        keys.iter()
            .all(|one| keys.iter().filter(|other| *other == one).count() == 1),
        "{keys:?}"
    );
    assert_eq!(key(1, vec![]), keys[0]);
}
