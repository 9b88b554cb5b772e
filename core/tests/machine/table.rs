//! Every event in every phase: nothing panics, every command is answered in the end, faces follow the clock.

use std::sync::Arc;

use super::{
    libraries::{brought, nearby, tromso},
    *,
};
use card_core::{
    domain::{directory::bundled, face::CardFace, language::Language, library::Agreement},
    session::{asks::PeopleAsk, errand::Errand, libraries::LibraryCommand, state::Phase},
};
use proptest::prelude::*;

fn command(n: u8) -> Command {
    match n % 45 {
        16 => Command::Libraries(LibraryCommand::See),
        17 => Command::Libraries(LibraryCommand::ChooseHome(nearby())),
        18 => Command::Libraries(LibraryCommand::BeginTrip(
            vec![nearby(), tromso()],
            Agreement::Rules,
            Language::Nb,
        )),
        19 => Command::Libraries(LibraryCommand::HaveRead),
        20 => Command::Libraries(LibraryCommand::Sign),
        21 => Command::Libraries(LibraryCommand::SkipStop),
        22 => Command::Libraries(LibraryCommand::EndTrip),
        23 => Command::Libraries(LibraryCommand::WatchDesk(true)),
        24 => Command::Libraries(LibraryCommand::KeepCard),
        25 => Command::Libraries(LibraryCommand::SeeLeaving),
        26 => Command::Libraries(LibraryCommand::Leave),
        27 => Command::Libraries(LibraryCommand::Export),
        28 => Command::Libraries(LibraryCommand::CheckReceipt("r".into())),
        29 => Command::Libraries(LibraryCommand::GoToStop(1, Language::Nn)),
        30 => Command::Libraries(LibraryCommand::SignFor(0)),
        31 => Command::Libraries(LibraryCommand::Withdraw(tromso())),
        n @ 32..=42 => Command::People(super::people::command(n - 32)),
        44 => Command::ShowCardOf(None),
        43 => Command::BeginSignIn(SignInRequest {
            purpose: Some(card_core::domain::action::Action::Register),
            ..request()
        }),
        0 => Command::Start,
        1 => Command::BeginSignIn(request()),
        2 => finish("code=c&state=s&iss=http%3A%2F%2F127.0.0.1%3A9"),
        3 => Command::CancelSignIn,
        4 => Command::Refresh,
        5 => Command::SignOut(None),
        6 => Command::SignOut(Some(farewell())),
        7 => Command::SeeDevices,
        8 => Command::EndDevice("d".into()),
        9 => Command::Unlock,
        10 => Command::LockCard(true),
        11 => Command::InFront(false),
        12 => Command::SignInWithCard(form()),
        14 => Command::BeginAgain(REDIRECT.into(), "nb".into()),
        13 => Command::GiveOneTimeCode(Secret::new("1".into())),
        _ => Command::DismissTrouble,
    }
}

/// What the world may say to a wish.
fn grant(effect: Effect, well: bool) -> Option<Answer> {
    let no = || offline();
    Some(match (effect, well) {
        (Effect::Open, _) => Answer::Opened(Box::default()),
        (Effect::Prepare(_), true) => Answer::Prepared(Ok(pending())),
        (Effect::Prepare(_), false) => Answer::Prepared(Err(no())),
        (Effect::KeepPending(p), true) => Answer::PendingKept(Ok(p)),
        (Effect::KeepPending(_), false) => Answer::PendingKept(Err(no())),
        (Effect::Exchange(..), true) => Answer::Exchanged(Ok(tokens())),
        (Effect::Exchange(..), false) => Answer::Exchanged(Err(no())),
        (Effect::Renew, true) => Answer::Renewed(Ok(tokens())),
        (Effect::Renew, false) => Answer::Renewed(Err(Error::SignInExpired)),
        (Effect::KeepSession(_), _) => Answer::SessionKept(Ok(())),
        (Effect::Fetch(..), true) => Answer::Fetched(Ok(card())),
        (Effect::Fetch(..), false) => Answer::Fetched(Err(Error::NoCard)),
        (Effect::KeepCard(_), _) => Answer::CardKept(Ok(())),
        (Effect::Challenge(_), true) => Answer::Challenged(Ok(Challenged::MoreWanted(halfway()))),
        (Effect::Challenge(_), false) => Answer::Challenged(Err(Error::WrongCredentials)),
        (Effect::Run(_, job), true) => {
            let brought = brought(&job.errand);
            Answer::Ran(job, Ok(brought))
        }
        (Effect::Run(_, job), false) if matches!(job.errand, Errand::People(PeopleAsk::SeeDraft(_))) => {
            Answer::Ran(job, Err(Error::NotAllowed("too-young")))
        }
        (Effect::Run(_, job), false) => Answer::Ran(job, Err(Error::Unauthorized)),
        (Effect::KeepShelf(_, _, waiter), _) => Answer::Proved(vec![], waiter, Ok(())),
        (Effect::KeepTrip(_, waiter), _) => Answer::TripKept(waiter),
        (Effect::KeepShown(_, waiter), _) => Answer::ShownKept(waiter),
        (Effect::OpenDirectory, _) => Answer::Directory(Ok(Some(Arc::new(bundled())))),
        (Effect::AskDirectory(_), true) => Answer::Directory(Ok(None)),
        (Effect::AskDirectory(_), false) => Answer::Directory(Err(no())),
        (Effect::KeepLock(t, on), _) => Answer::LockKept(t, on, Ok(())),
        (Effect::Part(t, _), true) => Answer::Parting(t, Ok(Some(leaving()))),
        (Effect::Part(t, _), false) => Answer::Parting(t, Err(no())),
        (Effect::ForgetAll(ticket, farewell), _) => Answer::Forgotten {
            ticket,
            farewell,
            refresh: None,
            result: Ok(()),
        },
        (Effect::Retire | Effect::ForgetPending | Effect::ForgetSession | Effect::Revoke(_) | Effect::Reply(..), _) => {
            return None;
        }
    })
}

proptest! {
    /// Whatever is asked, in whatever order, and whatever the world says: each command gets exactly one answer.
    #[test]
    fn every_command_is_answered_exactly_once(script in prop::collection::vec((any::<u8>(), any::<bool>(), any::<bool>()), 1..60)) {
        let mut b = Bench::begun();
        let mut asked = vec![];
        let mut answered = vec![];
        let mut open: Vec<(Stamp, Effect)> = vec![];
        let mut note = |b: &mut Bench, open: &mut Vec<(Stamp, Effect)>| {
            for wish in std::mem::take(&mut b.wishes) {
                match wish {
                    Effect::Reply(t, _) => answered.push(t),
                    other => open.push((b.m.stamp, other)),
                }
            }
        };
        for (n, grant_now, well) in script {
            if grant_now && !open.is_empty() {
                let (stamp, effect) = open.remove(n as usize % open.len());
                if let Some(answer) = grant(effect, well) {
                    b.late(stamp, answer);
                }
            } else {
                asked.push(b.ask(command(n)).0);
            }
            note(&mut b, &mut open);
        }
        while !open.is_empty() {
            let (stamp, effect) = open.remove(0);
            if let Some(answer) = grant(effect, true) {
                b.late(stamp, answer);
                note(&mut b, &mut open);
            }
        }
        answered.sort_by_key(|t| t.0);
        prop_assert_eq!(asked, answered);
    }

    /// The face only ever gets older as time passes.
    #[test]
    fn faces_age_in_order(a in 0i64..6000, b in 0i64..6000) {
        let rank = |s: i64| match CardFace::of(&held(), T0.plus(s)) {
            CardFace::Fresh => 0,
            CardFace::Ageing => 1,
            CardFace::Stale => 2,
            CardFace::Expired => 3,
            CardFace::Ended | CardFace::Blocked => 4,
        };
        prop_assert!(rank(a.min(b)) <= rank(a.max(b)));
    }
}

#[test]
fn faces_change_at_their_moments() {
    let at = |s| CardFace::of(&held(), T0.plus(s));
    assert_eq!(
        [at(0), at(999), at(1000), at(2999)],
        [CardFace::Fresh, CardFace::Fresh, CardFace::Ageing, CardFace::Ageing]
    );
    assert_eq!(
        [at(3000), at(4999), at(5000)],
        [CardFace::Stale, CardFace::Stale, CardFace::Expired]
    );
    assert_eq!(at(-300), CardFace::Fresh, "a clock may be a little wrong");
    assert_eq!(at(-301), CardFace::Stale, "a clock set back makes nothing fresh");
    let moments: Vec<_> = [0, 1000, 3000, 5000]
        .map(|s| CardFace::next_change(&held(), T0.plus(s)))
        .into();
    assert_eq!(
        moments,
        [Some(T0.plus(1000)), Some(T0.plus(3000)), Some(T0.plus(5000)), None]
    );
}

#[test]
fn a_closed_card_shows_no_code_whenever() {
    for (status, face) in [
        (CardStatus::Blocked, CardFace::Blocked),
        (CardStatus::Ended, CardFace::Ended),
    ] {
        let mut card = held();
        card.snapshot.card.status = status;
        assert_eq!(CardFace::of(&card, T0), face);
        assert!(!face.shows_code());
    }
}

#[test]
fn the_machine_wakes_for_the_face_and_for_patience() {
    let mut b = Bench::with_card();
    assert_eq!(b.m.next_wake(), Some(T0.plus(900)), "for the next contact");
    b.m.retry.at = None;
    assert_eq!(b.m.next_wake(), Some(T0.plus(1000)), "for the face");
    let (b, _) = Bench::in_browser();
    assert!(matches!(b.m.phase, Phase::InBrowser(_)));
    assert_eq!(b.m.next_wake(), Some(T0.plus(1801)));
}
