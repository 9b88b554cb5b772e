//! Mine bibliotek, trips, receipts, the desk, leaving.

use std::sync::Arc;

use super::*;
use card_core::{
    RefusedCheck,
    domain::{
        action::Action,
        directory::bundled,
        language::Language,
        library::{Activation, Agreement, LibraryNumber, Standing},
        lock::CHANGES_S,
        receipt,
        rules::{RulesText, Severity},
        shelf::{Export, Leaving as LeavingList, Newer, Related, Shelf, Signed, Unused},
    },
    session::{
        effect::{Remember, Waiter},
        errand::{Errand, Job, Reading, Signature},
        libraries::LibraryCommand,
        trip::Trip,
    },
};

pub(super) const OLD: &[u8] = include_bytes!("../../../shared-assets/rules/2023000-rules-1-nb.json");
pub(super) const NEW: &[u8] = include_bytes!("../../../shared-assets/rules/2023000-rules-2-nb.json");

pub(super) fn nearby() -> LibraryNumber {
    LibraryNumber::parse("2023000").unwrap()
}

pub(super) fn tromso() -> LibraryNumber {
    LibraryNumber::parse("2190200").unwrap()
}

pub(super) fn rules(json: &[u8]) -> RulesText {
    RulesText::parse(json).unwrap()
}

pub(super) fn reading(json: &[u8]) -> Brought {
    Brought::Text(Box::new(Reading {
        text: rules(json),
        languages: vec![Language::Nb, Language::Nn],
        activation: Activation::Digital,
        before: None,
    }))
}

pub(super) fn related(library: LibraryNumber, standing: Standing) -> Related {
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
        Errand::People(ask) => Brought::People(Box::new(super::people::brought(ask))),
        Errand::Export => Brought::Export(Box::new(Export {
            json: "{}".into(),
            lines: vec![],
        })),
    }
}

pub(super) fn offline() -> Error {
    Error::Offline("test")
}

impl Bench {
    pub(super) fn libraries(&mut self, command: LibraryCommand) -> (Ticket, Vec<&'static str>) {
        self.ask(Command::Libraries(command))
    }

    /// The errands that are wished for.
    pub(super) fn jobs(&self) -> Vec<Job> {
        let job = |wish: &Effect| match wish {
            Effect::Run(_, job) => Some(job.clone()),
            _ => None,
        };
        self.wishes.iter().filter_map(job).collect()
    }

    pub(super) fn job(&self) -> Job {
        self.jobs().into_iter().next().unwrap()
    }

    /// Grants the one errand that is wished for.
    pub(super) fn bring(&mut self, answer: Result<Brought>) -> Vec<&'static str> {
        let job = self.job();
        self.answer(Answer::Ran(job, answer))
    }

    /// Keeps the shelf as wished, and proves nothing.
    pub(super) fn keep(&mut self) -> Vec<&'static str> {
        let waiter = |wish: &Effect| match wish {
            Effect::KeepShelf(_, _, waiter) => Some(waiter.clone()),
            _ => None,
        };
        let waiter = self.wishes.iter().find_map(waiter).unwrap();
        self.answer(Answer::Proved(vec![], waiter, Ok(())))
    }

    /// Begins a trip, which is kept before its first text is asked for.
    pub(super) fn begin(&mut self, libraries: Vec<LibraryNumber>) -> Ticket {
        let (t, wishes) = self.libraries(LibraryCommand::BeginTrip(libraries, Agreement::Rules, Language::Nb));
        assert_eq!(wishes, ["keep trip"]);
        self.answer(Answer::TripKept(Some(t)));
        t
    }

    /// On a trip, with the first text open and read.
    pub(super) fn reading() -> Self {
        let mut b = Self::with_card();
        b.begin(vec![nearby(), tromso()]);
        b.bring(Ok(reading(OLD)));
        b.libraries(LibraryCommand::HaveRead);
        b
    }

    pub(super) fn signature(&self) -> Signature {
        match self.job().errand {
            Errand::Sign(signature) => *signature,
            other => panic!("{other:?}"),
        }
    }

    pub(super) fn trip(&self) -> &Trip {
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
