use super::*;
use card_core::session::state::{Access, Contact, Phase};

fn restarted(card: Option<HeldCard>) -> Bench {
    Bench::opened(Opened {
        card,
        session: Some(person()),
        ..Opened::default()
    })
}

#[test]
fn at_start_the_card_shows_first_and_the_register_is_asked_after() {
    let b = restarted(Some(held()));
    let names: Vec<_> = b.wishes.iter().map(name).collect();
    assert_eq!(names, ["ok", "open directory", "renew"]);
    assert!(matches!(b.m.phase, Phase::Card));
}

#[test]
fn item_64_one_renewal_however_many_ask() {
    let mut b = restarted(Some(held()));
    let (first, wishes) = b.ask(Command::Refresh);
    assert!(wishes.is_empty());
    let (second, wishes) = b.ask(Command::Refresh);
    assert!(wishes.is_empty());
    assert_eq!(b.answer(Answer::Renewed(Ok(tokens()))), ["keep session"]);
    assert_eq!(b.answer(Answer::SessionKept(Ok(()))), ["fetch"]);
    b.answer(Answer::Fetched(Ok(Fetched::Unchanged)));
    b.answer(Answer::CardKept(Ok(())));
    assert!(b.reply(first).is_some_and(Result::is_ok) && b.reply(second).is_some_and(Result::is_ok));
}

#[test]
fn unchanged_moves_the_time_of_the_check_only() {
    let mut b = Bench::with_card();
    b.m.now = T0.plus(60);
    b.ask(Command::Refresh);
    assert_eq!(b.answer(Answer::Fetched(Ok(Fetched::Unchanged))), ["keep card"]);
    assert_eq!(b.answer(Answer::CardKept(Ok(()))), ["ok"]);
    let card = b.m.card.unwrap();
    assert_eq!(card.checked_at, T0.plus(60));
    assert_eq!(card.snapshot, held().snapshot);
}

#[test]
fn item_69_a_token_near_its_end_is_renewed_first() {
    let mut b = Bench::with_card();
    b.m.now = T0.plus(107);
    assert_eq!(b.ask(Command::Refresh).1, ["fetch"], "a tenth of 120 s is left at 108");
    let mut b = Bench::with_card();
    b.m.now = T0.plus(108);
    assert_eq!(b.ask(Command::Refresh).1, ["renew"]);
}

#[test]
fn item_68_without_a_refresh_token_the_end_of_the_access_token_asks_for_a_new_sign_in_once() {
    let mut b = Bench::with_card();
    let later = b.m.now.plus(86_400);
    b.m.now = later;
    assert_eq!(b.ask(Command::Refresh).1, ["renew"]);
    let wishes = b.answer(Answer::Renewed(Err(Error::SignInExpired)));
    assert_eq!(wishes, ["failed", "forget session"]);
    assert!(matches!(b.m.access, Access::Over));
    assert_eq!(b.ask(Command::Refresh).1, ["failed"], "no loop");
    assert!(b.at(Event::Tick, later.plus(86_400)).is_empty(), "not by itself either");
}

#[test]
fn item_70_a_refused_token_is_renewed_once() {
    let mut b = Bench::with_card();
    let (t, _) = b.ask(Command::Refresh);
    assert_eq!(b.answer(Answer::Fetched(Err(Error::Unauthorized))), ["renew"]);
    b.answer(Answer::Renewed(Ok(tokens())));
    b.answer(Answer::SessionKept(Ok(())));
    assert_eq!(b.answer(Answer::Fetched(Err(Error::Unauthorized))), ["failed"]);
    assert_eq!(b.reply(t), Some(&Err(Error::Unauthorized)));
    assert!(matches!(b.m.contact, Contact::Idle));
}

#[test]
fn item_66_no_network_keeps_card_session_and_calm() {
    let mut b = restarted(Some(held()));
    assert!(b.answer(Answer::Renewed(Err(offline()))).is_empty());
    assert!(b.m.offline && b.m.trouble.is_none() && b.m.card.is_some());
    assert!(matches!(b.m.access, Access::Dormant));
    let retry = b.m.retry.at.unwrap();
    assert!(retry.since(T0) >= 30, "not at once");
    assert_eq!(b.at(Event::Tick, retry), ["renew"]);
    b.answer(Answer::Renewed(Err(offline())));
    assert!(b.m.retry.at.unwrap().since(retry) >= 60, "longer each time");
}

#[test]
fn the_service_decides_how_long_we_wait() {
    let mut b = Bench::with_card();
    b.ask(Command::Refresh);
    let busy = Error::Service {
        at: "card",
        what: "503",
        retry_after_s: Some(600),
    };
    b.answer(Answer::Fetched(Err(busy.clone())));
    assert!(b.m.retry.at.unwrap().since(b.m.now) >= 600);
    assert_eq!(b.m.trouble, Some(busy), "somebody asked, so it is told");
}

#[test]
fn item_66_an_ended_session_keeps_the_card_and_asks_for_a_new_sign_in() {
    let mut b = restarted(Some(held()));
    assert_eq!(b.answer(Answer::Renewed(Err(Error::SignInExpired))), ["forget session"]);
    assert!(matches!(b.m.access, Access::Over) && b.m.card.is_some() && matches!(b.m.phase, Phase::Card));
    let (t, _) = b.ask(Command::Refresh);
    assert_eq!(b.reply(t), Some(&Err(Error::SignInExpired)));
}

#[test]
fn item_74_a_renewal_that_comes_after_sign_out_is_revoked() {
    let mut b = restarted(Some(held()));
    let old = b.m.stamp;
    assert_eq!(b.ask(Command::SignOut(None)).1, ["forget all"]);
    assert!(b.m.card.is_none() && matches!(b.m.phase, Phase::SignedOut));
    assert_eq!(b.late(old, Answer::Renewed(Ok(tokens()))), ["revoke"]);
    assert!(b.late(old, Answer::Fetched(Ok(card()))).is_empty());
    assert!(b.m.card.is_none());
}

#[test]
fn item_75_sign_out_answers_when_the_phone_is_clean_and_revokes_what_was_kept() {
    let mut b = Bench::with_card();
    let (t, wishes) = b.ask(Command::SignOut(None));
    assert_eq!(wishes, ["forget all", "revoke"], "the access token goes at once");
    assert!(b.reply(t).is_none());
    let wishes = b.answer(Answer::Forgotten {
        farewell: None,
        ticket: Some(t),
        refresh: Some(Secret::new("r".into())),
        result: Err(Error::StorageReadOnly),
    });
    assert_eq!(wishes, ["revoke", "failed"]);
    assert_eq!(b.m.trouble, Some(Error::StorageReadOnly));
}

#[test]
fn a_card_that_could_not_be_kept_shows_all_the_same() {
    let mut b = Bench::with_card();
    b.ask(Command::Refresh);
    b.answer(Answer::Fetched(Ok(card())));
    b.answer(Answer::CardKept(Err(Error::StorageFull)));
    assert!(b.m.card.is_some());
    assert_eq!(b.m.trouble, Some(Error::StorageFull));
    b.ask(Command::DismissTrouble);
    assert!(b.m.trouble.is_none());
}

#[test]
fn somebody_whose_card_is_gone_from_the_register_keeps_nothing() {
    let mut b = Bench::with_card();
    let (t, _) = b.ask(Command::Refresh);
    b.answer(Answer::Fetched(Err(Error::NoCard)));
    assert!(b.reply(t).is_some_and(Result::is_err));
    assert!(b.m.card.is_none());
}

#[test]
fn item_65_a_renewal_without_a_new_refresh_token_keeps_the_old_one() {
    let mut b = Bench::with_card();
    b.tick(200);
    assert_eq!(b.ask(Command::Refresh).1, ["renew"]);
    let mut again = tokens();
    again.refresh = None;
    assert_eq!(
        b.answer(Answer::Renewed(Ok(again))),
        ["fetch"],
        "nothing is forgotten, nothing is stored"
    );
}
