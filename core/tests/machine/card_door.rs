//! The card number's door, and what a higher level is for.

use super::*;
use card_core::{
    RefusedCheck,
    domain::action::{Action, TABLE},
    session::{
        card_door::Challenge,
        sign_in::Code,
        state::{Access, Phase},
    },
};

fn code() -> Code {
    Code(Secret::new("c".into()))
}

fn at_the_door() -> (Bench, Ticket) {
    let mut b = Bench::signed_out();
    let (t, wishes) = b.ask(Command::SignInWithCard(form()));
    assert_eq!(wishes, ["forget pending", "challenge"]);
    (b, t)
}

/// Half-way in: the code is wanted.
fn code_wanted() -> Bench {
    let (mut b, t) = at_the_door();
    b.answer(Answer::Challenged(Ok(Challenged::MoreWanted(halfway()))));
    assert_eq!(b.reply(t), Some(&Ok(Reply::Done)));
    b
}

/// Somebody who came in by PIN.
fn by_pin() -> Tokens {
    let mut tokens = tokens();
    tokens.person.level = Level::Low;
    tokens
}

/// Signed in with a card, by PIN.
fn with_pin() -> Bench {
    let (mut b, _) = at_the_door();
    b.answer(Answer::Challenged(Ok(Challenged::Enough(pending(), code()))));
    b.answer(Answer::Exchanged(Ok(by_pin())));
    b.answer(Answer::SessionKept(Ok(())));
    b.answer(Answer::Fetched(Ok(card())));
    b.answer(Answer::CardKept(Ok(())));
    assert!(b.m.card.is_some());
    b
}

fn step_up(action: Action) -> Command {
    Command::BeginSignIn(SignInRequest {
        level: action.needs(),
        fresh: true,
        purpose: Some(action),
        ..request()
    })
}

/// In the browser for `action`, as it was kept.
fn pending_for(action: Action) -> Pending {
    Pending {
        purpose: Some(action),
        fresh: true,
        level: action.needs(),
        ..pending()
    }
}

/// Steps up as far as the code for tokens.
fn stepped_up(b: &mut Bench, action: Action) -> Ticket {
    b.ask(step_up(action));
    b.answer(Answer::Prepared(Ok(pending_for(action))));
    b.answer(Answer::PendingKept(Ok(pending_for(action))));
    let (t, wishes) = b.ask(finish("code=c&state=s&iss=http%3A%2F%2F127.0.0.1%3A9"));
    assert_eq!(wishes, ["forget pending", "exchange"]);
    t
}

#[test]
fn item_79_what_was_typed_is_sent_once_whatever_the_answer() {
    for error in [
        Error::WrongCredentials,
        Error::LockedOut {
            retry_after_s: Some(600),
        },
        offline(),
    ] {
        let (mut b, t) = at_the_door();
        assert_eq!(b.answer(Answer::Challenged(Err(error.clone()))), ["failed"]);
        assert_eq!(b.reply(t), Some(&Err(error.clone())));
        assert!(matches!(b.m.phase, Phase::SignedOut));
        assert_eq!(b.m.trouble, Some(error));
        assert!(b.tick(3600).is_empty(), "not tried again by itself");
    }
}

#[test]
fn a_one_time_code_leads_in() {
    let mut b = code_wanted();
    let (t, wishes) = b.ask(Command::GiveOneTimeCode(Secret::new("123456".into())));
    assert_eq!(wishes, ["challenge"]);
    assert!(matches!(&b.wishes[0], Effect::Challenge(Challenge::OneTimeCode(..))));
    assert_eq!(
        b.answer(Answer::Challenged(Ok(Challenged::Enough(pending(), code())))),
        ["exchange"]
    );
    assert!(b.reply(t).is_none(), "not before the card is there");
}

#[test]
fn a_wrong_code_may_be_given_again_and_a_lost_one_too() {
    for (answer, told) in [
        (
            Ok(Challenged::MoreWanted(Halfway {
                refused: true,
                ..halfway()
            })),
            Error::WrongCredentials,
        ),
        (Err(offline()), offline()),
    ] {
        let mut b = code_wanted();
        let (t, _) = b.ask(Command::GiveOneTimeCode(Secret::new("1".into())));
        let (second, _) = b.ask(Command::GiveOneTimeCode(Secret::new("2".into())));
        assert_eq!(b.reply(second), Some(&Err(Error::Internal("a code is on its way"))));
        b.answer(Answer::Challenged(answer));
        assert_eq!(b.reply(t), Some(&Err(told)));
        assert!(matches!(b.m.phase, Phase::CodeWanted(_, None)));
        let (_, wishes) = b.ask(Command::GiveOneTimeCode(Secret::new("3".into())));
        assert_eq!(wishes, ["challenge"]);
    }
}

#[test]
fn item_27_a_code_that_never_comes_ends_the_attempt() {
    let mut b = code_wanted();
    b.tick(1801);
    assert!(matches!(b.m.phase, Phase::SignedOut));
    assert_eq!(b.m.trouble, Some(Error::SignInExpired));
    let (t, _) = b.ask(Command::GiveOneTimeCode(Secret::new("1".into())));
    assert_eq!(b.reply(t), Some(&Err(Error::SignInExpired)));
}

#[test]
fn a_door_that_wants_the_browser_gets_it() {
    let (mut b, t) = at_the_door();
    assert_eq!(
        b.answer(Answer::Challenged(Ok(Challenged::Web(request())))),
        ["prepare"]
    );
    b.answer(Answer::Prepared(Ok(pending())));
    b.answer(Answer::PendingKept(Ok(pending())));
    assert_eq!(b.reply(t), Some(&Ok(Reply::Open(pending().url))));
}

#[test]
fn without_remembering_nothing_is_kept_and_what_was_is_gone() {
    let (mut b, t) = at_the_door();
    let here_only = Pending {
        remember: false,
        ..pending()
    };
    b.answer(Answer::Challenged(Ok(Challenged::Enough(here_only, code()))));
    assert_eq!(b.answer(Answer::Exchanged(Ok(by_pin()))), ["forget all", "fetch"]);
    assert_eq!(b.answer(Answer::Fetched(Ok(card()))), ["ok"], "shown, not kept");
    assert_eq!(b.reply(t), Some(&Ok(Reply::Done)));
    assert!(b.m.card.is_some());
    stepped_up(&mut b, Action::SignRules);
    assert_eq!(
        b.answer(Answer::Exchanged(Ok(tokens()))),
        ["forget all", "fetch"],
        "a step-up keeps nothing either"
    );
}

#[test]
fn item_80_each_action_asks_for_its_level_and_a_card_login_gets_no_further() {
    assert!(TABLE.is_sorted_by_key(|(_, level)| *level), "the easiest first");
    for (action, level) in TABLE {
        let mut b = with_pin();
        let (t, wishes) = b.ask(step_up(action));
        if level == Level::Low {
            assert_eq!((b.reply(t), b.m.cleared_for), (Some(&Ok(Reply::Done)), Some(action)));
        } else {
            assert_eq!(wishes, ["prepare"], "{action:?} after a PIN");
            assert_eq!(b.m.cleared_for, None);
        }
    }
}

#[test]
fn a_step_up_leads_back_to_what_it_was_for() {
    let mut b = with_pin();
    let t = stepped_up(&mut b, Action::SignRules);
    let wishes = b.answer(Answer::Exchanged(Ok(tokens())));
    assert_eq!(wishes, ["retire", "keep session"], "one sign-in on this phone, not two");
    b.answer(Answer::SessionKept(Ok(())));
    b.answer(Answer::Fetched(Ok(Fetched::Unchanged)));
    b.answer(Answer::CardKept(Ok(())));
    assert_eq!(b.reply(t), Some(&Ok(Reply::Done)));
    assert_eq!(b.m.cleared_for, Some(Action::SignRules));
    assert_eq!(b.m.level(), Some(Level::High));
    b.ask(Command::GoOn);
    assert_eq!(b.m.cleared_for, None);
    let (_, wishes) = b.ask(step_up(Action::Leave));
    assert_eq!(
        (wishes, b.m.cleared_for),
        (vec!["ok"], Some(Action::Leave)),
        "high enough now"
    );
}

#[test]
fn once_more_is_for_the_same_thing_also_after_a_restart() {
    let again = || Command::BeginAgain(REDIRECT.replace("7000", "7001"), "se".into());
    let mut b = Bench::opened(Opened {
        pending: Some(pending_for(Action::Leave)),
        session: Some(person()),
        ..Opened::default()
    });
    let (_, wishes) = b.ask(again());
    assert_eq!(wishes, ["prepare"]);
    let Some(Effect::Prepare(request)) = b.wishes.pop() else {
        panic!("a request")
    };
    assert_eq!(
        (request.purpose, request.fresh, request.level),
        (Some(Action::Leave), true, Level::High)
    );
    assert_eq!((request.door, request.language.as_str()), (Door::IdPorten, "se"));
    assert!(request.redirect_uri.contains("7001"));
    let mut b = Bench::with_card();
    let (t, _) = b.ask(again());
    assert_eq!(b.reply(t), Some(&Err(Error::SignInExpired)));
}

#[test]
fn what_a_step_up_was_for_is_forgotten_when_it_fails() {
    for error in [offline(), Error::LevelTooLow] {
        let mut b = with_pin();
        stepped_up(&mut b, Action::SignRules);
        b.answer(Answer::Exchanged(Err(error)));
        assert!(matches!(b.m.phase, Phase::Card), "back where they were");
        assert_eq!(b.m.cleared_for, None);
        assert_eq!(b.m.level(), Some(Level::Low));
    }
}

#[test]
fn item_74_a_step_up_by_somebody_else_is_refused_and_changes_nothing() {
    let mut b = with_pin();
    let t = stepped_up(&mut b, Action::SignRules);
    let mut other = tokens();
    other.person.subject = "ola".into();
    let wishes = b.answer(Answer::Exchanged(Ok(other)));
    assert_eq!(wishes, ["failed", "revoke"]);
    assert_eq!(b.reply(t), Some(&Err(Error::SignInRefused(RefusedCheck::Person))));
    assert_eq!(b.m.person.as_ref().unwrap().subject, "kari");
    assert!(matches!(b.m.access, Access::Held { .. }) && b.m.card.is_some());
}

#[test]
fn item_74_a_sign_in_by_somebody_else_takes_the_first_ones_card_away_at_once() {
    let mut b = Bench::with_card();
    b.ask(Command::BeginSignIn(request()));
    b.answer(Answer::Prepared(Ok(pending())));
    b.answer(Answer::PendingKept(Ok(pending())));
    b.ask(finish("code=c&state=s&iss=http%3A%2F%2F127.0.0.1%3A9"));
    assert!(b.m.card.is_some(), "until it is known who it is");
    let mut other = tokens();
    other.person.subject = "ola".into();
    assert_eq!(b.answer(Answer::Exchanged(Ok(other))), ["forget all", "keep session"]);
    assert!(b.m.card.is_none());
}

#[test]
fn item_61_a_card_of_somebody_else_is_dropped_whole() {
    let (mut b, t) = Bench::checking();
    b.answer(Answer::Exchanged(Ok(tokens())));
    b.answer(Answer::SessionKept(Ok(())));
    let mut other = held();
    other.snapshot.subject = "ola".into();
    let wishes = b.answer(Answer::Fetched(Ok(Fetched::Card {
        snapshot: Box::new(other.snapshot),
        signed: other.signed,
        etag: other.etag,
    })));
    assert_eq!(wishes, ["failed"]);
    assert_eq!(b.reply(t), Some(&Err(Error::SignInRefused(RefusedCheck::Snapshot))));
    assert!(b.m.card.is_none() && b.m.arriving.is_none());
}
