//! Getting a card: what stays, what is asked again, and where who has one lands.

use super::{
    libraries::{nearby, offline},
    people::{brought, draft},
    *,
};
use card_core::{
    domain::{
        action::Action,
        email::Email,
        language::Language,
        phone::Phone,
        reach::{Channel, ReachChange},
        registration::{Draft, Step},
        secret::Hidden,
    },
    session::{
        asks::{PeopleAsk, PeopleBrought},
        errand::{Errand, Job},
        libraries::LibraryCommand,
        people::PeopleCommand,
        state::{Access, Phase},
    },
};

const STEPS: [Step; 5] = [
    Step::Email,
    Step::EmailCode,
    Step::Contact,
    Step::Secrets,
    Step::HomeLibrary,
];

fn for_registering() -> Pending {
    Pending {
        purpose: Some(Action::Register),
        ..pending()
    }
}

/// What is asked; rules for PINs are public and asked by the way.
fn ask_of(b: &Bench) -> PeopleAsk {
    let ask = |job: Job| match job.errand {
        Errand::People(PeopleAsk::SecretRules) => None,
        Errand::People(ask) => Some(ask),
        other => panic!("{other:?}"),
    };
    b.jobs().into_iter().find_map(ask).unwrap()
}

/// Signed in to register, as far as the register's word.
pub(super) fn signing_in() -> (Bench, Ticket) {
    signing_in_from(Bench::signed_out())
}

pub(super) fn signing_in_from(mut b: Bench) -> (Bench, Ticket) {
    let request = SignInRequest {
        purpose: Some(Action::Register),
        ..request()
    };
    b.ask(Command::BeginSignIn(request));
    b.answer(Answer::Prepared(Ok(for_registering())));
    b.answer(Answer::PendingKept(Ok(for_registering())));
    let (t, _) = b.ask(finish("code=c&state=s&iss=http%3A%2F%2F127.0.0.1%3A9"));
    assert_eq!(b.answer(Answer::Exchanged(Ok(tokens()))), ["keep session"]);
    let Effect::KeepSession(session) = &b.wishes[0] else {
        panic!()
    };
    assert!(session.registering, "it is known after a restart");
    b.answer(Answer::SessionKept(Ok(())));
    (b, t)
}

fn bring(b: &mut Bench, brought: PeopleBrought) {
    b.bring(Ok(Brought::People(Box::new(brought))));
}

pub(super) fn registering() -> Bench {
    let (mut b, t) = signing_in();
    b.answer(Answer::Fetched(Err(Error::NoCard)));
    let job = b.jobs().into_iter().find(|job| job.ticket == Some(t)).unwrap();
    assert_eq!(job.errand, Errand::People(PeopleAsk::SeeDraft(0)));
    b.answer(Answer::Ran(
        job,
        Ok(Brought::People(Box::new(PeopleBrought::Draft(Box::new(draft(&STEPS)))))),
    ));
    assert_eq!(b.reply(t), Some(&Ok(Reply::Done)));
    b
}

#[test]
fn who_signs_in_to_register_stays_and_sees_the_draft() {
    let b = registering();
    assert!(matches!(b.m.phase, Phase::Card) && matches!(b.m.access, Access::Held { .. }));
    assert_eq!(b.m.people.registering.as_ref().unwrap().draft, Some(draft(&STEPS)));
    assert!(b.m.card.is_none() && b.m.trouble.is_none() && b.m.cleared_for.is_none());
}

#[test]
fn who_signs_in_for_anything_else_without_a_card_is_forgotten_as_before() {
    let (mut b, t) = Bench::checking();
    b.answer(Answer::Exchanged(Ok(tokens())));
    let Effect::KeepSession(session) = &b.wishes[0] else {
        panic!()
    };
    assert!(!session.registering);
    b.answer(Answer::SessionKept(Ok(())));
    let wishes = b.answer(Answer::Fetched(Err(Error::NoCard)));
    assert!(wishes.contains(&"forget all"));
    assert_eq!(b.reply(t), Some(&Err(Error::NoCard)));
    assert!(matches!(b.m.phase, Phase::SignedOut) && !b.m.is_registering());
}

#[test]
fn who_has_a_card_lands_on_it() {
    let (mut b, t) = signing_in();
    b.answer(Answer::Fetched(Ok(card())));
    b.answer(Answer::CardKept(Ok(())));
    assert_eq!(b.reply(t), Some(&Ok(Reply::Done)));
    assert!(b.m.card.is_some() && !b.m.is_registering());
    let (t, wishes) = b.ask(Command::BeginSignIn(SignInRequest {
        purpose: Some(Action::Register),
        ..request()
    }));
    assert_eq!((wishes, b.reply(t)), (vec!["ok"], Some(&Ok(Reply::Done))));
    assert!(!b.m.is_registering());
}

#[test]
fn after_a_restart_the_draft_is_asked_for_again_also_later_when_there_was_no_network() {
    let mut b = Bench::opened(Opened {
        session: Some(person()),
        registering: true,
        ..Opened::default()
    });
    assert!(b.m.is_registering());
    b.answer(Answer::Renewed(Err(offline())));
    assert!(b.m.is_registering() && b.m.people.registering.as_ref().unwrap().draft.is_none());
    let retry = b.m.retry.at.unwrap();
    b.at(Event::Tick, retry);
    let mut fresh = tokens();
    fresh.access_until = retry.plus(120);
    b.answer(Answer::Renewed(Ok(fresh)));
    b.answer(Answer::SessionKept(Ok(())));
    b.answer(Answer::Fetched(Err(Error::NoCard)));
    assert_eq!(ask_of(&b), PeopleAsk::SeeDraft(0));
}

#[test]
fn a_session_of_before_that_finds_no_card_is_forgotten() {
    let mut b = Bench::opened(Opened {
        session: Some(person()),
        ..Opened::default()
    });
    b.answer(Answer::Renewed(Ok(tokens())));
    b.answer(Answer::SessionKept(Ok(())));
    assert!(b.answer(Answer::Fetched(Err(Error::NoCard))).contains(&"forget all"));
}

#[test]
fn each_step_tells_the_service_and_shows_what_it_knows_then() {
    let mut b = registering();
    let secret = |text: &str| Secret::new(text.into());
    let contact = ReachChange {
        phone: Some(Hidden(Phone::parse("90000000").unwrap())),
        channel: Channel::Sms,
        language: Language::Nb,
        temporary: None,
    };
    b.people(PeopleCommand::ChangeEmail(Email::parse("i@example.com").unwrap()));
    assert!(matches!(ask_of(&b), PeopleAsk::TellEmail(_)));
    bring(&mut b, PeopleBrought::Draft(Box::new(draft(&STEPS[1..]))));
    assert_eq!(b.m.people.registering.as_ref().unwrap().draft, Some(draft(&STEPS[1..])));
    let (t, _) = b.people(PeopleCommand::ProveEmail(secret("271828")));
    assert!(matches!(ask_of(&b), PeopleAsk::TellCode(_)));
    b.bring(Err(Error::CodeExpired));
    assert_eq!(b.reply(t), Some(&Err(Error::CodeExpired)));
    assert_eq!(
        b.m.people.registering.as_ref().unwrap().draft,
        Some(draft(&STEPS[1..])),
        "as it was"
    );
    b.people(PeopleCommand::ChangeContact(Box::new(contact)));
    assert!(matches!(ask_of(&b), PeopleAsk::TellContact(..)));
    let (t, _) = b.people(PeopleCommand::ChooseSecrets(Some(secret("0000")), None));
    assert_eq!(b.reply(t), Some(&Err(Error::TooSimple)));
    let (t, _) = b.people(PeopleCommand::ChooseSecrets(Some(secret("1994")), None));
    assert_eq!(
        b.reply(t),
        Some(&Err(Error::TooSimple)),
        "the year of the draft's day of birth"
    );
    b.people(PeopleCommand::ChooseSecrets(
        Some(secret("4826")),
        Some(secret("elleve-svarte-katter")),
    ));
    assert!(matches!(ask_of(&b), PeopleAsk::TellSecrets(_, Some(_))));
    assert!(!format!("{:?}", b.job()).contains("katter"));
    b.libraries(LibraryCommand::ChooseHome(nearby()));
    assert_eq!(ask_of(&b), PeopleAsk::TellHome(nearby()));
}

#[test]
fn a_registration_lost_on_the_way_is_asked_again_under_the_same_key_also_after_a_restart() {
    let key = |b: &mut Bench| {
        b.people(PeopleCommand::Register(Language::Nb));
        match ask_of(b) {
            PeopleAsk::Register(key) => key,
            other => panic!("{other:?}"),
        }
    };
    let mut b = registering();
    let first = key(&mut b);
    b.bring(Err(offline()));
    b.roll = 99;
    assert_eq!(key(&mut b), first);
    let mut restarted = Bench::opened(Opened {
        session: Some(person()),
        registering: true,
        ..Opened::default()
    });
    restarted.answer(Answer::Renewed(Ok(tokens())));
    restarted.answer(Answer::SessionKept(Ok(())));
    restarted.answer(Answer::Fetched(Err(Error::NoCard)));
    restarted.ask(Command::Unlock);
    assert_eq!(key(&mut restarted), first);
    let mut another = registering();
    another.m.person.as_mut().unwrap().nonce = Secret::new("another sign-in".into());
    assert_ne!(key(&mut another), first);
}

#[test]
fn registered_the_card_comes_as_after_a_sign_in_and_the_rules_of_the_library_open() {
    let mut b = registering();
    let chosen = Draft {
        home_library: Some(nearby()),
        ..draft(&[])
    };
    b.m.people.registering.as_mut().unwrap().draft = Some(chosen);
    let (t, wishes) = b.people(PeopleCommand::Register(Language::Se));
    assert_eq!(
        wishes,
        ["keep trip", "run"],
        "the way home is kept before the card is asked for"
    );
    let registered = brought(&ask_of(&b));
    b.bring(Ok(Brought::People(Box::new(registered))));
    assert!(b.wishes.iter().any(|wish| name(wish) == "fetch"));
    assert!(b.reply(t).is_none(), "not before the card is here");
    assert_eq!(b.trip().stops[0].library, nearby());
    assert_eq!(b.trip().language, Language::Se);
    b.answer(Answer::Fetched(Ok(card())));
    b.answer(Answer::CardKept(Ok(())));
    assert_eq!(b.reply(t), Some(&Ok(Reply::Done)));
    assert!(b.m.card.is_some() && !b.m.is_registering());
}

#[test]
fn a_register_that_doesnt_know_the_card_yet_is_asked_twice_and_then_doubted() {
    let mut b = registering();
    let (t, _) = b.people(PeopleCommand::Register(Language::Nb));
    let registered = brought(&ask_of(&b));
    b.bring(Ok(Brought::People(Box::new(registered))));
    assert_eq!(b.answer(Answer::Fetched(Err(Error::NoCard))), ["fetch"]);
    assert_eq!(b.answer(Answer::Fetched(Err(Error::NoCard))), ["failed"]);
    assert_eq!(b.reply(t), Some(&Err(Error::NoCard)));
    assert!(b.m.is_registering(), "nothing is lost");
    b.ask(Command::Refresh);
    b.answer(Answer::Fetched(Err(Error::NoCard)));
    assert_eq!(ask_of(&b), PeopleAsk::SeeDraft(0));
}

#[test]
fn who_was_registered_on_another_phone_lands_on_the_card() {
    let mut b = registering();
    let (t, _) = b.people(PeopleCommand::ChangeEmail(Email::parse("i@example.com").unwrap()));
    assert_eq!(b.bring(Err(Error::HasCard)), ["fetch"]);
    b.answer(Answer::Fetched(Ok(card())));
    b.answer(Answer::CardKept(Ok(())));
    assert_eq!(b.reply(t), Some(&Ok(Reply::Done)));
    assert!(!b.m.is_registering());
}

#[test]
fn an_ended_card_is_no_card_for_who_registers_anew_and_the_key_is_another() {
    let (mut b, t) = signing_in();
    let mut ended = held();
    ended.snapshot.card.status = CardStatus::Ended;
    let fetched = Fetched::Card {
        snapshot: Box::new(ended.snapshot),
        signed: ended.signed,
        etag: ended.etag,
    };
    b.answer(Answer::Fetched(Ok(fetched)));
    b.answer(Answer::CardKept(Ok(())));
    assert_eq!(b.reply(t), Some(&Ok(Reply::Done)));
    assert!(b.m.is_registering());
    let with = b
        .jobs()
        .into_iter()
        .any(|job| job.errand == Errand::People(PeopleAsk::SeeDraft(0)));
    assert!(with);
    b.people(PeopleCommand::Register(Language::Nb));
    let second = ask_of(&b);
    let mut b = registering();
    b.people(PeopleCommand::Register(Language::Nb));
    assert_ne!(ask_of(&b), second);
}

#[test]
fn an_answer_of_before_that_still_has_the_ended_card_isnt_the_new_one() {
    let ended = || {
        let mut ended = held();
        ended.snapshot.card.status = CardStatus::Ended;
        let snapshot = Box::new(ended.snapshot);
        Answer::Fetched(Ok(Fetched::Card {
            snapshot,
            signed: ended.signed,
            etag: ended.etag,
        }))
    };
    let (mut b, _) = signing_in();
    b.answer(ended());
    b.answer(Answer::CardKept(Ok(())));
    b.ask(Command::Refresh);
    let (t, _) = b.people(PeopleCommand::Register(Language::Nb));
    let registered = brought(&ask_of(&b));
    b.bring(Ok(Brought::People(Box::new(registered))));
    b.answer(ended());
    assert!(b.answer(Answer::CardKept(Ok(()))).contains(&"fetch"), "asked again");
    assert!(b.reply(t).is_none());
    b.answer(Answer::Fetched(Ok(card())));
    b.answer(Answer::CardKept(Ok(())));
    assert_eq!(b.reply(t), Some(&Ok(Reply::Done)));
    assert!(!b.m.is_registering());
}

#[test]
fn a_card_login_without_husk_meg_that_failed_says_nothing_about_who_registers_next() {
    let mut b = Bench::signed_out();
    b.ask(Command::SignInWithCard(form()));
    let here_only = Pending {
        remember: false,
        ..pending()
    };
    let code = card_core::session::sign_in::Code(Secret::new("c".into()));
    b.answer(Answer::Challenged(Ok(Challenged::Enough(here_only, code))));
    b.answer(Answer::Exchanged(Err(offline())));
    assert!(!b.m.remembered);
    let (b, _) = signing_in_from(b);
    assert!(b.m.remembered);
}

#[test]
fn a_registration_that_is_refused_leads_nowhere_and_the_draft_is_asked_for() {
    let mut b = registering();
    b.m.people
        .registering
        .as_mut()
        .unwrap()
        .draft
        .as_mut()
        .unwrap()
        .home_library = Some(nearby());
    let (t, _) = b.people(PeopleCommand::Register(Language::Nb));
    assert!(b.m.trip.is_some());
    b.bring(Err(Error::Incomplete));
    assert_eq!(b.reply(t), Some(&Err(Error::Incomplete)));
    assert!(b.m.trip.is_none() && b.wishes.iter().any(|wish| matches!(wish, Effect::KeepTrip(None, _))));
    assert_eq!(ask_of(&b), PeopleAsk::SeeDraft(0));
}

#[test]
fn nobody_registers_without_having_begun() {
    let mut b = Bench::with_card();
    let (t, _) = b.people(PeopleCommand::Register(Language::Nb));
    assert_eq!(b.reply(t), Some(&Err(Error::Internal("nobody registers"))));
}

#[test]
fn a_sign_out_half_way_leaves_nothing_and_answers() {
    let mut b = registering();
    let (t, _) = b.people(PeopleCommand::Register(Language::Nb));
    let job = b.job();
    let old = b.m.stamp;
    b.ask(Command::SignOut(None));
    assert!(!b.m.is_registering() && matches!(b.m.phase, Phase::SignedOut));
    let registered = Brought::People(Box::new(PeopleBrought::Registered(nearby())));
    b.late(old, Answer::Ran(job, Ok(registered)));
    assert_eq!(b.reply(t), Some(&Err(Error::SignInCancelled)));
    assert!(b.m.trip.is_none() && b.m.card.is_none());
}
