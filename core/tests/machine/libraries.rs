//! Mine bibliotek, trips, receipts, the desk, leaving.

use std::sync::Arc;

use super::*;
use card_core::{
    RefusedCheck,
    domain::{
        action::Action,
        directory::bundled,
        face::CardFace,
        language::Language,
        library::{Activation, Agreement, LibraryNumber, Standing},
        lock::CHANGES_S,
        receipt::{self, Basis, Pseudonym},
        rules::{RulesText, Severity},
        shelf::{Export, Leaving as LeavingList, Newer, Party, Related, Shelf, Signed, Unused},
    },
    session::{
        effect::{Remember, Waiter},
        errand::{Errand, Job, Reading, Signature},
        libraries::LibraryCommand,
        parties::MaySign,
        trip::Trip,
    },
};

const OLD: &[u8] = include_bytes!("../../../shared-assets/rules/2023000-rules-1-nb.json");
const NEW: &[u8] = include_bytes!("../../../shared-assets/rules/2023000-rules-2-nb.json");

pub(super) fn nearby() -> LibraryNumber {
    LibraryNumber::parse("2023000").unwrap()
}

pub(super) fn tromso() -> LibraryNumber {
    LibraryNumber::parse("2190200").unwrap()
}

fn rules(json: &[u8]) -> RulesText {
    RulesText::parse(json).unwrap()
}

fn reading(json: &[u8]) -> Brought {
    Brought::Text(Box::new(Reading {
        text: rules(json),
        languages: vec![Language::Nb, Language::Nn],
        activation: Activation::Digital,
        before: None,
    }))
}

fn related(library: LibraryNumber, standing: Standing) -> Related {
    Related {
        library,
        standing,
        since: T0,
        home: false,
        agreements: vec![],
    }
}

fn signed(version: u32, newer: Option<Newer>) -> Signed {
    Signed {
        agreement: Agreement::Rules,
        confirmed: true,
        since: T0,
        version,
        language: Language::Nb,
        signed_at: T0,
        desk_code: None,
        newer,
    }
}

/// What a willing service brings.
pub(super) fn brought(errand: &Errand) -> Brought {
    match errand {
        Errand::SeeDevices => Brought::Devices(vec![]),
        Errand::EndDevice(id) => Brought::Ended(id.clone()),
        Errand::SeeLibraries(shelf) => Brought::Libraries(shelf.clone()),
        Errand::SeeRelations | Errand::ChooseHome(_) => Brought::Relations(vec![]),
        Errand::Withdraw(library) => Brought::Withdrawn(*library),
        Errand::Read(_) => reading(OLD),
        Errand::Sign(signature) => Brought::Receipt {
            file: format!("receipt {}", signature.key),
            keys: "keys".into(),
        },
        Errand::KeepCard => Brought::CardKept(vec![]),
        Errand::SeeLeaving => Brought::Leaving(LeavingList {
            ended_at: None,
            remaining: vec![],
        }),
        Errand::Leave => Brought::Leaving(LeavingList {
            ended_at: Some(T0),
            remaining: vec![],
        }),
        Errand::Export => Brought::Export(Box::new(Export {
            json: "{}".into(),
            lines: vec![],
        })),
    }
}

fn offline() -> Error {
    Error::Offline("test")
}

impl Bench {
    fn libraries(&mut self, command: LibraryCommand) -> (Ticket, Vec<&'static str>) {
        self.ask(Command::Libraries(command))
    }

    /// The errands that are wished for.
    fn jobs(&self) -> Vec<Job> {
        let job = |wish: &Effect| match wish {
            Effect::Run(_, job) => Some(job.clone()),
            _ => None,
        };
        self.wishes.iter().filter_map(job).collect()
    }

    fn job(&self) -> Job {
        self.jobs().into_iter().next().unwrap()
    }

    /// Grants the one errand that is wished for.
    fn bring(&mut self, answer: Result<Brought>) -> Vec<&'static str> {
        let job = self.job();
        self.answer(Answer::Ran(job, answer))
    }

    /// Keeps the shelf as wished, and proves nothing.
    fn keep(&mut self) -> Vec<&'static str> {
        let waiter = |wish: &Effect| match wish {
            Effect::KeepShelf(_, _, waiter) => Some(waiter.clone()),
            _ => None,
        };
        let waiter = self.wishes.iter().find_map(waiter).unwrap();
        self.answer(Answer::Proved(vec![], waiter, Ok(())))
    }

    /// Begins a trip, which is kept before its first text is asked for.
    fn begin(&mut self, libraries: Vec<LibraryNumber>) -> Ticket {
        let (t, wishes) = self.libraries(LibraryCommand::BeginTrip(libraries, Agreement::Rules, Language::Nb));
        assert_eq!(wishes, ["keep trip"]);
        self.answer(Answer::TripKept(Some(t)));
        t
    }

    /// On a trip, with the first text open and read.
    fn reading() -> Self {
        let mut b = Self::with_card();
        b.begin(vec![nearby(), tromso()]);
        b.bring(Ok(reading(OLD)));
        b.libraries(LibraryCommand::HaveRead);
        b
    }

    fn signature(&self) -> Signature {
        match self.job().errand {
            Errand::Sign(signature) => *signature,
            other => panic!("{other:?}"),
        }
    }

    fn trip(&self) -> &Trip {
        self.m.trip.as_ref().unwrap()
    }
}

#[test]
fn a_confirmed_card_looks_around_once_and_asks_for_the_directory_once_a_day() {
    let mut b = Bench::checking().0;
    b.answer(Answer::Exchanged(Ok(tokens())));
    b.answer(Answer::SessionKept(Ok(())));
    b.answer(Answer::Fetched(Ok(card())));
    b.answer(Answer::CardKept(Ok(())));
    let asked: Vec<_> = b.wishes.iter().map(name).collect();
    assert_eq!(asked, ["ask directory", "ok", "run"]);
    assert!(matches!(b.job().errand, Errand::SeeLibraries(_)) && b.job().ticket.is_none());
    b.answer(Answer::Directory(Ok(Some(Arc::new(bundled())))));
    b.ask(Command::Refresh);
    b.answer(Answer::Fetched(Ok(Fetched::Unchanged)));
    b.answer(Answer::CardKept(Ok(())));
    assert!(!b.wishes.iter().any(|wish| name(wish) == "ask directory"));
}

#[test]
fn what_was_told_is_kept_proved_and_dated_and_a_receipt_that_came_meanwhile_stays() {
    let mut b = Bench::with_card();
    let (t, _) = b.libraries(LibraryCommand::See);
    assert!(b.m.is_asking());
    let job = b.job();
    b.m.shelf.receipts.push("came meanwhile".into());
    b.m.now = T0.plus(9);
    let told = Shelf {
        relations: vec![related(tromso(), Standing::Active)],
        receipts: vec!["told".into()],
        ..Shelf::default()
    };
    let wishes = b.answer(Answer::Ran(job, Ok(Brought::Libraries(Box::new(told)))));
    assert_eq!(wishes, ["keep shelf"]);
    assert!(matches!(b.wishes[0], Effect::KeepShelf(_, Remember::Yes, _)));
    b.keep();
    assert_eq!(b.reply(t), Some(&Ok(Reply::Done)));
    assert!(!b.m.is_asking());
    assert_eq!(b.m.shelf.receipts, ["told", "came meanwhile"]);
    assert_eq!(b.m.shelf.told_at, Some(T0.plus(9)));
}

#[test]
fn without_husk_meg_nothing_of_it_is_stored() {
    let mut b = Bench::with_card();
    b.m.remembered = false;
    b.libraries(LibraryCommand::See);
    b.bring(Ok(Brought::Libraries(Box::default())));
    assert!(matches!(b.wishes[0], Effect::KeepShelf(_, Remember::No, _)));
    b.libraries(LibraryCommand::BeginTrip(
        vec![tromso()],
        Agreement::Rules,
        Language::Nb,
    ));
    assert!(matches!(b.wishes[0], Effect::KeepTrip(None, _)));
}

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
    b.m.shelf.people = vec![own, child("2018-01-01"), child("2000-01-01")];
    let (t, _) = b.libraries(LibraryCommand::SignFor(3));
    assert_eq!(b.reply(t), Some(&Err(Error::Internal("nobody"))));
    b.libraries(LibraryCommand::SignFor(2));
    let (t, _) = b.libraries(LibraryCommand::Sign);
    assert_eq!(b.reply(t), Some(&Err(Error::NotAllowed("age"))));
    b.libraries(LibraryCommand::SignFor(1));
    b.libraries(LibraryCommand::Sign);
    assert_eq!(b.signature().party.person().map(Pseudonym::expose), Some("barn"));
}

#[test]
fn a_desk_is_asked_after_while_its_code_is_on_a_screen_that_somebody_looks_at() {
    let mut b = Bench::with_card();
    b.m.shelf.relations = vec![related(tromso(), Standing::Pending)];
    b.libraries(LibraryCommand::WatchDesk(true));
    assert_eq!(b.m.next_wake(), Some(b.m.now.plus(4)));
    b.tick(4);
    assert!(matches!(b.job().errand, Errand::SeeRelations));
    let active = vec![related(tromso(), Standing::Active)];
    b.bring(Ok(Brought::Relations(active)));
    let wishes: Vec<_> = b.wishes.iter().map(name).collect();
    assert_eq!(wishes, ["keep shelf", "fetch"], "the card has a library more");
    b.ask(Command::InFront(false));
    b.tick(4);
    assert!(b.jobs().is_empty());
    b.ask(Command::InFront(true));
    b.libraries(LibraryCommand::WatchDesk(false));
    b.tick(4);
    assert!(b.jobs().is_empty());
}

#[test]
fn relations_alone_leave_what_a_library_published_since_as_it_was_unless_it_was_signed() {
    let newer = Some(Newer {
        version: 2,
        severity: Severity::Money,
        from: "2027-01-01".parse().unwrap(),
    });
    let with = |version, newer| Related {
        agreements: vec![signed(version, newer)],
        ..related(tromso(), Standing::Active)
    };
    for (version, left) in [(1, newer), (2, None)] {
        let mut b = Bench::with_card();
        b.m.shelf.relations = vec![with(1, newer)];
        b.libraries(LibraryCommand::ChooseHome(tromso()));
        b.bring(Ok(Brought::Relations(vec![with(version, None)])));
        assert_eq!(b.m.shelf.relations[0].agreements[0].newer, left);
    }
}

#[test]
fn home_and_withdrawal_need_substantial_and_the_owner_and_keeping_the_card_neither() {
    let mut b = Bench::with_card();
    b.m.person = b.m.person.map(|person| Person {
        level: Level::Low,
        ..person
    });
    for command in [LibraryCommand::ChooseHome(tromso()), LibraryCommand::Withdraw(tromso())] {
        let (t, _) = b.libraries(command);
        assert_eq!(b.reply(t), Some(&Err(Error::LevelTooLow)));
    }
    b.m.shelf.unused = vec![Unused {
        last_used_at: T0,
        ends_at: T0,
    }];
    b.tick(CHANGES_S);
    b.m.access = card_core::session::state::Access::Held {
        pass: tokens().pass,
        renew_at: b.m.now.plus(60),
    };
    b.libraries(LibraryCommand::KeepCard);
    b.bring(Ok(Brought::CardKept(vec![])));
    assert!(b.m.shelf.unused.is_empty());
    assert_eq!(Action::ChooseLibraries.needs(), Level::Substantial);
}

#[test]
fn who_has_left_shows_no_code_from_then_on_also_after_a_restart() {
    let mut b = Bench::with_card();
    let (t, _) = b.libraries(LibraryCommand::Leave);
    b.bring(Ok(brought(&Errand::Leave)));
    assert_eq!(b.reply(t), None);
    assert_eq!(b.m.face(), Some(CardFace::Ended));
    assert!(
        b.wishes
            .iter()
            .any(|wish| matches!(wish, Effect::KeepShelf(shelf, ..) if shelf.left_at == Some(T0)))
    );
    b.keep();
    assert_eq!(b.reply(t), Some(&Ok(Reply::Done)));
    let told = b.m.shelf.clone();
    let b = Bench::opened(Opened {
        card: Some(held()),
        shelf: told,
        session: Some(person()),
        ..Opened::default()
    });
    assert_eq!(b.m.face(), Some(CardFace::Ended));
}

#[test]
fn a_receipt_is_checked_again_when_asked_and_given_as_it_came() {
    let mut b = Bench::with_card();
    b.m.shelf.receipts = vec!["file".into()];
    let id = receipt::id("file");
    let (t, wishes) = b.libraries(LibraryCommand::ReceiptFile(id.clone()));
    assert_eq!(
        (wishes, b.reply(t)),
        (vec!["ok"], Some(&Ok(Reply::File("file".into()))))
    );
    let (t, wishes) = b.libraries(LibraryCommand::CheckReceipt(id.clone()));
    assert_eq!(wishes, ["keep shelf"]);
    b.answer(Answer::Proved(vec![], Waiter::Proof(t, id), Ok(())));
    assert_eq!(b.reply(t), Some(&Err(Error::SignInRefused(RefusedCheck::Receipt))));
    let (t, _) = b.libraries(LibraryCommand::ReceiptFile("another".into()));
    assert!(b.reply(t).is_some_and(Result::is_err));
}

#[test]
fn a_refused_token_is_renewed_once_for_an_errand_and_a_sign_out_answers_it() {
    let mut b = Bench::with_card();
    let (t, _) = b.libraries(LibraryCommand::Export);
    assert_eq!(b.bring(Err(Error::Unauthorized)), ["renew"]);
    assert!(b.m.is_asking());
    let (_, wishes) = b.ask(Command::SignOut(None));
    assert!(wishes.contains(&"failed"));
    assert_eq!(b.reply(t), Some(&Err(Error::SignInCancelled)));
    assert!(!b.m.is_asking() && b.m.shelf == Shelf::default());
}
