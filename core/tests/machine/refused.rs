//! Who may not have a card: told so, and forgotten.

use super::{
    registering::{registering, signing_in, signing_in_from},
    *,
};
use card_core::{
    domain::action::Action,
    session::{
        asks::PeopleAsk,
        errand::{Errand, Job},
        state::Phase,
    },
};

const TOO_YOUNG: Error = Error::NotAllowed("too-young");

/// The service doesn't even show a draft.
fn refuse(b: &mut Bench) -> Vec<&'static str> {
    let is_draft = |job: &Job| matches!(job.errand, Errand::People(PeopleAsk::SeeDraft(_)));
    let job = b.jobs().into_iter().find(is_draft).unwrap();
    b.answer(Answer::Ran(job, Err(TOO_YOUNG)))
}

#[test]
fn who_may_not_register_is_told_so_and_forgotten_as_others_without_a_card() {
    let (mut b, t) = signing_in();
    b.answer(Answer::Fetched(Err(Error::NoCard)));
    assert!(refuse(&mut b).contains(&"forget all"));
    assert_eq!(b.reply(t), Some(&Err(TOO_YOUNG)));
    assert!(matches!(b.m.phase, Phase::SignedOut) && !b.m.is_registering());
    assert_eq!(b.m.trouble, Some(TOO_YOUNG));
    assert!(b.m.person.is_none() && b.wishes.iter().any(|wish| name(wish) == "revoke"));
}

#[test]
fn a_session_that_may_not_register_any_more_ends_at_the_next_start() {
    let mut b = Bench::opened(Opened {
        session: Some(person()),
        registering: true,
        ..Opened::default()
    });
    b.answer(Answer::Renewed(Ok(tokens())));
    b.answer(Answer::SessionKept(Ok(())));
    b.answer(Answer::Fetched(Err(Error::NoCard)));
    assert!(refuse(&mut b).contains(&"forget all"));
    assert!(matches!(b.m.phase, Phase::SignedOut) && b.m.trouble == Some(TOO_YOUNG));
}

#[test]
fn a_sign_in_that_was_begun_meanwhile_is_answered() {
    let mut b = registering();
    b.ask(Command::Refresh);
    b.answer(Answer::Fetched(Err(Error::NoCard)));
    let late = b
        .jobs()
        .into_iter()
        .find(|job| matches!(job.errand, Errand::People(PeopleAsk::SeeDraft(_))));
    let (t, _) = b.ask(Command::BeginSignIn(request()));
    b.answer(Answer::Ran(late.unwrap(), Err(TOO_YOUNG)));
    assert_eq!(b.reply(t), Some(&Err(Error::SignInCancelled)));
}

#[test]
fn an_ended_card_stays_for_who_gets_no_other() {
    let mut ended = held();
    ended.snapshot.card.status = CardStatus::Ended;
    let (mut b, t) = signing_in_from(Bench::opened(Opened {
        card: Some(ended.clone()),
        ..Opened::default()
    }));
    let Fetched::Card {
        mut snapshot,
        signed,
        etag,
    } = card()
    else {
        panic!()
    };
    snapshot.card.status = CardStatus::Ended;
    b.answer(Answer::Fetched(Ok(Fetched::Card { snapshot, signed, etag })));
    b.answer(Answer::CardKept(Ok(())));
    assert_eq!(b.reply(t), Some(&Ok(Reply::Done)));
    assert!(!refuse(&mut b).contains(&"forget all"));
    assert!(b.m.card.is_some() && !b.m.is_registering() && b.m.trouble == Some(TOO_YOUNG));
    assert!(b.m.cleared_for != Some(Action::Register));
}
