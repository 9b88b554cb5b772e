use super::*;
use card_core::{
    RefusedCheck,
    session::state::{Access, Phase},
};

#[test]
fn item_63_the_whole_way_in() {
    let mut b = Bench::begun();
    let (start, wishes) = b.ask(Command::Start);
    assert_eq!(wishes, ["open"]);
    assert_eq!(b.answer(Answer::Opened(Box::default())), ["ok"]);
    assert!(b.reply(start).is_some());
    assert!(matches!(b.m.phase, Phase::SignedOut));

    let (begin, wishes) = b.ask(Command::BeginSignIn(request()));
    assert_eq!(wishes, ["prepare"]);
    assert_eq!(
        b.answer(Answer::Prepared(Ok(pending()))),
        ["keep pending"],
        "stored before the browser opens"
    );
    b.answer(Answer::PendingKept(Ok(pending())));
    assert_eq!(b.reply(begin), Some(&Ok(Reply::Open(pending().url))));

    let (end, wishes) = b.ask(finish("code=c&state=s&iss=http%3A%2F%2F127.0.0.1%3A9"));
    assert_eq!(
        wishes,
        ["forget pending", "exchange"],
        "consumed before the code is sent"
    );
    assert_eq!(
        b.answer(Answer::Exchanged(Ok(tokens()))),
        ["keep session"],
        "kept before use"
    );
    assert_eq!(b.answer(Answer::SessionKept(Ok(()))), ["fetch"]);
    assert_eq!(b.answer(Answer::Fetched(Ok(card()))), ["keep card"]);
    assert!(b.m.card.is_none(), "shows when a kill would not lose it");
    assert_eq!(b.answer(Answer::CardKept(Ok(()))), ["ok"]);
    assert_eq!(b.reply(end), Some(&Ok(Reply::Done)));
    assert!(matches!(b.m.phase, Phase::Card) && b.m.card.is_some() && b.m.trouble.is_none());
}

#[test]
fn item_28_a_killed_app_resumes_in_the_browser() {
    let b = Bench::opened(Opened {
        pending: Some(pending()),
        ..Opened::default()
    });
    assert!(matches!(b.m.phase, Phase::InBrowser(_)));
}

#[test]
fn item_27_a_kept_attempt_that_is_too_old_is_forgotten() {
    let mut b = Bench::begun();
    b.ask(Command::Start);
    let found = Opened {
        pending: Some(pending()),
        ..Opened::default()
    };
    let stamp = b.m.stamp;
    let wishes = b.at(Event::Answered(stamp, Answer::Opened(Box::new(found))), T0.plus(3600));
    assert_eq!(wishes, ["forget pending", "ok"]);
    assert!(matches!(b.m.phase, Phase::SignedOut));
}

#[test]
fn item_19_a_foreign_redirect_leaves_the_attempt_alone() {
    let (mut b, _) = Bench::in_browser();
    let (t, wishes) = b.ask(finish("code=c&state=other&iss=http%3A%2F%2F127.0.0.1%3A9"));
    assert_eq!(wishes, ["failed"]);
    assert_eq!(b.reply(t), Some(&Err(Error::SignInRefused(RefusedCheck::State))));
    assert!(matches!(b.m.phase, Phase::InBrowser(_)));
    let (_, wishes) = b.ask(finish("code=c&state=s&iss=http%3A%2F%2F127.0.0.1%3A9"));
    assert_eq!(wishes, ["forget pending", "exchange"]);
}

#[test]
fn item_24_a_replayed_redirect_sends_no_code() {
    let (mut b, _) = Bench::checking();
    let query = "code=c&state=s&iss=http%3A%2F%2F127.0.0.1%3A9";
    assert_eq!(b.ask(finish(query)).1, ["failed"]);
    let mut b = Bench::with_card();
    let (t, wishes) = b.ask(finish(query));
    assert_eq!(wishes, ["failed"]);
    assert_eq!(b.reply(t), Some(&Err(Error::SignInExpired)));
    assert!(b.m.trouble.is_none(), "a restored browser tab is no trouble");
}

#[test]
fn item_26_27_saying_no_in_the_browser_ends_the_attempt() {
    let (mut b, _) = Bench::in_browser();
    let (t, wishes) = b.ask(finish("error=access_denied&state=s&iss=http%3A%2F%2F127.0.0.1%3A9"));
    assert_eq!(wishes, ["forget pending", "failed"]);
    assert_eq!(b.reply(t), Some(&Err(Error::SignInCancelled)));
    assert!(matches!(b.m.phase, Phase::SignedOut));
}

#[test]
fn item_27_a_late_redirect_is_refused_and_patience_ends_by_itself() {
    let (mut b, _) = Bench::in_browser();
    assert_eq!(b.at(Event::Tick, T0.plus(1801)), ["forget pending"]);
    assert_eq!(b.m.trouble, Some(Error::SignInExpired));
    let (mut b, _) = Bench::in_browser();
    b.m.now = T0.plus(1801);
    let (t, _) = b.ask(finish("code=c&state=s&iss=http%3A%2F%2F127.0.0.1%3A9"));
    assert_eq!(b.reply(t), Some(&Err(Error::SignInExpired)));
}

#[test]
fn item_27_cancelled_while_preparing_the_late_answer_is_dropped_and_forgotten() {
    let mut b = Bench::signed_out();
    let (begin, _) = b.ask(Command::BeginSignIn(request()));
    let old = b.m.stamp;
    b.ask(Command::CancelSignIn);
    assert_eq!(b.reply(begin), Some(&Err(Error::SignInCancelled)));
    assert!(b.late(old, Answer::Prepared(Ok(pending()))).is_empty());
    assert_eq!(b.late(old, Answer::PendingKept(Ok(pending()))), ["forget pending"]);
    assert!(matches!(b.m.phase, Phase::SignedOut));
}

#[test]
fn beginning_again_replaces_the_attempt() {
    let (mut b, _) = Bench::in_browser();
    let before = b.m.stamp.attempt;
    assert_eq!(b.ask(Command::BeginSignIn(request())).1, ["prepare"]);
    assert!(b.m.stamp.attempt > before);
}

#[test]
fn item_74_tokens_that_come_after_sign_out_are_revoked() {
    let (mut b, t) = Bench::checking();
    let old = b.m.stamp;
    let (_, wishes) = b.ask(Command::SignOut(None));
    assert_eq!(wishes, ["failed", "forget all"]);
    assert_eq!(b.reply(t), Some(&Err(Error::SignInCancelled)));
    assert_eq!(b.late(old, Answer::Exchanged(Ok(tokens()))), ["revoke"]);
    assert!(matches!(b.m.access, Access::None));
}

#[test]
fn no_vault_means_no_browser() {
    let mut b = Bench::signed_out();
    let (t, _) = b.ask(Command::BeginSignIn(request()));
    b.answer(Answer::Prepared(Ok(pending())));
    b.answer(Answer::PendingKept(Err(Error::VaultUnavailable("no answer"))));
    assert_eq!(b.reply(t), Some(&Err(Error::VaultUnavailable("no answer"))));
    assert!(matches!(b.m.phase, Phase::SignedOut));
}

#[test]
fn a_person_without_a_card_is_signed_out_again() {
    let (mut b, t) = Bench::checking();
    b.answer(Answer::Exchanged(Ok(tokens())));
    b.answer(Answer::SessionKept(Ok(())));
    assert_eq!(
        b.answer(Answer::Fetched(Err(Error::NoCard))),
        ["failed", "forget all", "revoke"]
    );
    assert_eq!(b.reply(t), Some(&Err(Error::NoCard)));
    assert!(matches!(b.m.phase, Phase::SignedOut));
    assert_eq!(b.m.trouble, Some(Error::NoCard));
}

#[test]
fn signed_in_but_the_register_does_not_answer_keeps_the_session() {
    let (mut b, t) = Bench::checking();
    b.answer(Answer::Exchanged(Ok(tokens())));
    b.answer(Answer::SessionKept(Ok(())));
    b.answer(Answer::Fetched(Err(offline())));
    assert_eq!(b.reply(t), Some(&Err(offline())));
    assert!(matches!(b.m.phase, Phase::Card) && b.m.card.is_none() && b.m.trouble.is_some());
    assert_eq!(b.ask(Command::Refresh).1, ["fetch"]);
}
