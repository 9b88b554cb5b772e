//! The lock, the sign-ins on other devices, and parting in the browser.

use super::*;
use card_core::{
    RefusedCheck,
    domain::{
        device::Device,
        lock::{AWAY_S, CHANGES_S},
    },
    session::{errand::Errand, state::Access},
};

fn device(id: &str) -> Device {
    Device {
        id: id.into(),
        name: "Telefon".into(),
        door: Door::IdPorten,
        signed_in_at: T0,
        last_seen_at: T0,
        current: id == "this",
    }
}

/// The errand that was wished for.
fn job(b: &Bench) -> card_core::session::errand::Job {
    b.wishes
        .iter()
        .find_map(|wish| match wish {
            Effect::Run(_, job) => Some(job.clone()),
            _ => None,
        })
        .unwrap()
}

/// With the list fetched.
fn with_devices() -> Bench {
    let mut b = Bench::with_card();
    let (t, wishes) = b.ask(Command::SeeDevices);
    assert_eq!(wishes, ["run"]);
    let job = job(&b);
    b.answer(Answer::Ran(
        job,
        Ok(Brought::Devices(vec![device("this"), device("old")])),
    ));
    assert_eq!(b.reply(t), Some(&Ok(Reply::Done)));
    b
}

#[test]
fn the_card_comes_first_and_changes_want_the_owner() {
    let mut b = Bench::with_card();
    assert!(!b.m.hides_card());
    b.tick(CHANGES_S);
    let (t, _) = b.ask(Command::SeeDevices);
    assert_eq!(b.reply(t), Some(&Err(Error::Locked)));
    assert!(b.m.trouble.is_none(), "asked, not told off");
    b.ask(Command::Unlock);
    let (t, _) = b.ask(Command::SeeDevices);
    assert!(b.reply(t).is_none(), "under way");
}

#[test]
fn at_a_cold_start_changes_are_locked_and_the_card_is_not() {
    let found = |lock_card| Opened {
        card: Some(held()),
        session: Some(person()),
        lock_card,
        ..Opened::default()
    };
    let mut b = Bench::opened(found(false));
    assert!(!b.m.hides_card());
    let (t, _) = b.ask(Command::SeeDevices);
    assert_eq!(b.reply(t), Some(&Err(Error::Locked)));
    let mut b = Bench::opened(found(true));
    assert!(b.m.hides_card(), "where the person wanted it so");
    b.ask(Command::Unlock);
    assert!(!b.m.hides_card());
}

#[test]
fn a_card_behind_the_lock_hides_after_a_minute_away_and_never_in_the_hand() {
    let mut b = Bench::with_card();
    let (t, wishes) = b.ask(Command::LockCard(true));
    assert_eq!(wishes, ["keep lock"]);
    b.answer(Answer::LockKept(t, true, Ok(())));
    b.tick(CHANGES_S * 3);
    assert!(!b.m.hides_card(), "held up at a slow desk");
    b.ask(Command::InFront(false));
    assert_eq!(
        b.m.next_wake(),
        Some(b.m.now.plus(AWAY_S)),
        "the cover in the list of apps"
    );
    b.tick(AWAY_S - 1);
    b.ask(Command::InFront(true));
    assert!(!b.m.hides_card(), "a short look elsewhere");
    b.ask(Command::InFront(false));
    b.tick(AWAY_S);
    assert!(b.m.hides_card());
    b.ask(Command::InFront(true));
    assert!(b.m.hides_card(), "until the owner is recognised");
}

#[test]
fn the_lock_can_only_be_changed_by_its_owner_and_only_when_it_was_kept() {
    let mut b = Bench::with_card();
    b.tick(CHANGES_S);
    let (t, _) = b.ask(Command::LockCard(true));
    assert_eq!(b.reply(t), Some(&Err(Error::Locked)));
    b.ask(Command::Unlock);
    let (t, _) = b.ask(Command::LockCard(true));
    b.answer(Answer::LockKept(t, true, Err(Error::StorageReadOnly)));
    assert!(!b.m.lock.card_too);
    assert_eq!(b.reply(t), Some(&Err(Error::StorageReadOnly)));
}

#[test]
fn a_clock_that_goes_back_closes_the_lock() {
    let mut b = Bench::with_card();
    b.tick(-10);
    let (t, _) = b.ask(Command::SeeDevices);
    assert_eq!(b.reply(t), Some(&Err(Error::Locked)));
}

#[test]
fn devices_are_listed_ended_and_forgotten_at_sign_out() {
    let mut b = with_devices();
    let (t, _) = b.ask(Command::EndDevice("old".into()));
    let job = job(&b);
    assert_eq!(job.errand, Errand::EndDevice("old".into()));
    b.answer(Answer::Ran(job, Ok(Brought::Ended("old".into()))));
    assert_eq!(b.reply(t), Some(&Ok(Reply::Done)));
    assert_eq!(b.m.devices, Some(vec![device("this")]));
    b.ask(Command::SignOut(None));
    assert_eq!(b.m.devices, None);
}

#[test]
fn an_errand_that_fails_keeps_the_list_and_tells() {
    let mut b = with_devices();
    let (t, _) = b.ask(Command::EndDevice("old".into()));
    let job = job(&b);
    b.answer(Answer::Ran(job, Err(offline())));
    assert_eq!(b.reply(t), Some(&Err(offline())));
    assert_eq!(b.m.devices.as_ref().unwrap().len(), 2);
    assert_eq!((b.m.trouble.clone(), b.m.offline), (Some(offline()), true));
}

#[test]
fn item_70_an_errand_with_a_refused_token_is_run_once_more() {
    let mut b = Bench::with_card();
    let (t, _) = b.ask(Command::SeeDevices);
    let first = job(&b);
    assert_eq!(b.answer(Answer::Ran(first, Err(Error::Unauthorized))), ["renew"]);
    b.answer(Answer::Renewed(Ok(tokens())));
    assert_eq!(b.answer(Answer::SessionKept(Ok(()))), ["fetch", "run"]);
    let second = job(&b);
    b.answer(Answer::Ran(second, Err(Error::Unauthorized)));
    assert_eq!(b.reply(t), Some(&Err(Error::Unauthorized)), "no third time");
}

#[test]
fn an_errand_whose_token_is_refused_after_the_session_ended_is_answered() {
    let mut b = Bench::with_card();
    b.ask(Command::SeeDevices);
    let first = job(&b);
    let (t, _) = b.ask(Command::EndDevice("old".into()));
    let second = job(&b);
    assert_eq!(b.answer(Answer::Ran(first, Err(Error::Unauthorized))), ["renew"]);
    b.answer(Answer::Renewed(Err(Error::SignInExpired)));
    b.answer(Answer::Ran(second, Err(Error::Unauthorized)));
    assert_eq!(b.reply(t), Some(&Err(Error::SignInExpired)), "nobody waits for ever");
    assert!(b.m.jobs.is_empty());
}

#[test]
fn item_66_a_sign_in_that_was_ended_elsewhere_is_noticed_by_itself_within_a_quarter() {
    let mut b = Bench::with_card();
    assert_eq!(b.tick(900), ["renew"], "asked without anybody asking");
    let wishes = b.answer(Answer::Renewed(Err(Error::SignInExpired)));
    assert_eq!(wishes, ["forget session"]);
    assert!(matches!(b.m.access, Access::Over) && b.m.card.is_some());
    let (t, _) = b.ask(Command::SeeDevices);
    assert_eq!(b.reply(t), Some(&Err(Error::SignInExpired)));
}

#[test]
fn nobody_is_asked_while_nobody_looks_and_at_once_when_somebody_does() {
    let mut b = Bench::with_card();
    b.ask(Command::InFront(false));
    assert!(b.tick(900).is_empty());
    assert_eq!(b.ask(Command::InFront(true)).1, ["ok", "renew"]);
}

#[test]
fn an_errand_waits_for_a_renewal_and_falls_with_it() {
    let mut b = Bench::with_card();
    b.tick(200);
    b.ask(Command::Unlock);
    let (t, wishes) = b.ask(Command::SeeDevices);
    assert_eq!(wishes, ["renew"]);
    b.answer(Answer::Renewed(Err(offline())));
    assert_eq!(b.reply(t), Some(&Err(offline())));
    assert!(b.m.jobs.is_empty());
}

#[test]
fn item_80_a_person_who_came_in_by_pin_sees_no_devices() {
    let mut b = Bench::with_card();
    b.m.person.as_mut().unwrap().level = Level::Low;
    let (t, _) = b.ask(Command::SeeDevices);
    assert_eq!(b.reply(t), Some(&Err(Error::LevelTooLow)));
}

#[test]
fn an_errand_of_before_sign_out_is_answered_and_brings_nothing() {
    let mut b = Bench::with_card();
    let (t, _) = b.ask(Command::SeeDevices);
    let (before, job) = (b.m.stamp, job(&b));
    b.ask(Command::SignOut(None));
    b.late(before, Answer::Ran(job, Ok(Brought::Devices(vec![device("this")]))));
    assert_eq!(b.reply(t), Some(&Err(Error::SignInCancelled)));
    assert_eq!(b.m.devices, None);
}

/// Signed out here, with the browser to follow.
fn parting() -> (Bench, Ticket) {
    let mut b = Bench::with_card();
    let (t, wishes) = b.ask(Command::SignOut(Some(farewell())));
    assert_eq!(wishes, ["forget all", "revoke"], "clean before anything else");
    assert!(b.m.card.is_none());
    let wishes = b.answer(Answer::Forgotten {
        ticket: Some(t),
        farewell: Some(farewell()),
        refresh: Some(Secret::new("r".into())),
        result: Ok(()),
    });
    assert_eq!(wishes, ["revoke", "part"]);
    (b, t)
}

#[test]
fn item_76_the_browser_follows_and_its_return_must_answer_us() {
    let cases = [
        ("http://127.0.0.1:1/utlogget?state=parting", Ok(Reply::Done)),
        ("http://127.0.0.1:1/utlogget?state=other", Err(RefusedCheck::State)),
        ("http://127.0.0.1:1/utlogget", Err(RefusedCheck::State)),
        (
            "http://127.0.0.1:1/utlogget?state=parting&state=parting",
            Err(RefusedCheck::State),
        ),
        ("http://127.0.0.1:2/utlogget?state=parting", Err(RefusedCheck::Redirect)),
        ("nonsense", Err(RefusedCheck::Redirect)),
    ];
    for (redirect, expected) in cases {
        let (mut b, t) = parting();
        b.answer(Answer::Parting(t, Ok(Some(leaving()))));
        assert_eq!(b.reply(t), Some(&Ok(Reply::Open(leaving().url))));
        let finish = || Command::FinishSignOut(Secret::new(redirect.into()));
        let (t, _) = b.ask(finish());
        let expected = expected.map_err(Error::SignInRefused);
        assert_eq!(b.reply(t), Some(&expected), "{redirect}");
        assert!(b.m.card.is_none() && b.m.trouble.is_none(), "signed out all the same");
        let (t, _) = b.ask(finish());
        assert_eq!(
            b.reply(t),
            Some(&Err(Error::SignInRefused(RefusedCheck::State))),
            "once"
        );
    }
}

#[test]
fn item_77_a_provider_that_cant_be_reached_holds_nobody_back() {
    for answer in [Err(offline()), Ok(None)] {
        let (mut b, t) = parting();
        b.answer(Answer::Parting(t, answer));
        assert_eq!(b.reply(t), Some(&Ok(Reply::Done)));
        assert!(b.m.card.is_none() && b.m.trouble.is_none());
    }
    let (mut b, t) = parting();
    b.answer(Answer::Parting(t, Ok(Some(leaving()))));
    assert_eq!(
        b.ask(Command::BeginSignIn(request())).1,
        ["prepare"],
        "without the return"
    );
}
