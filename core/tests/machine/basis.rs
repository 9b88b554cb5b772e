//! Whatever is told, asked and brought, on whichever day: nothing of a child is here, and nothing is asked for one, without a
//! basis that lives.

use super::{
    libraries::{OLD, nearby, reading},
    people::{brought, card_of, party, pseudonym, seen},
    *,
};
use card_core::{
    domain::{household::Mandate, language::Language, library::Agreement},
    session::{
        asks::{PeopleAsk, PeopleBrought, Visited},
        errand::{Behalf, Errand, Job},
        libraries::LibraryCommand,
        people::PeopleCommand,
        state::Access,
    },
};
use proptest::{prelude::*, test_runner::TestCaseResult};

const NAMES: [&str; 3] = ["one", "two", "three"];
const BORN: [&str; 3] = ["2009-02-28", "2012-06-20", "2019-11-08"];

/// The owner is there, and a token; what waited for it goes out.
fn with_token(b: &mut Bench) {
    b.m.access = Access::Held {
        pass: tokens().pass,
        renew_at: b.m.now.plus(60),
    };
    b.ask(Command::Unlock);
}

fn mandates(job: Job) -> Vec<Mandate> {
    match job.errand {
        Errand::Sign(signature) => match signature.behalf {
            Behalf::Child(mandate) => vec![mandate],
            Behalf::Own => vec![],
        },
        Errand::People(PeopleAsk::SeeChildLedger(mandate)) => vec![mandate],
        Errand::People(PeopleAsk::RegisterChildren(wish)) => wish.mandates,
        Errand::People(PeopleAsk::SeeChildren(visits)) => {
            let both = |visit: card_core::session::asks::Visit| {
                let card = visit.card.map(|(mandate, _)| mandate);
                card.into_iter().chain(visit.libraries)
            };
            visits.into_iter().flat_map(both).collect()
        }
        _ => vec![],
    }
}

/// What hangs on a basis hangs on one that lives, and so does what is asked now.
fn all_is_well(b: &Bench) -> TestCaseResult {
    let (me, today) = (b.m.me().unwrap(), b.m.now.date());
    let household = &b.m.shelf.household;
    let people = &b.m.people;
    let ledger = people.ledger.as_ref().and_then(|(child, _)| child.clone());
    let of_trip = b.m.trip.as_ref().and_then(|trip| trip.child.clone());
    let hanging = [people.acting_for.clone(), ledger, of_trip, b.m.shown.clone()];
    let kept = b.m.shelf.children.iter().map(|kin| kin.child.clone());
    let parties = b.m.shelf.people.iter();
    let named = parties.filter_map(|party| Some(party.child.as_ref()?.0.clone()));
    for child in hanging.into_iter().flatten().chain(kept).chain(named) {
        prop_assert!(household.basis(&me, &child, today).is_some(), "{child:?}");
    }
    for mandate in b.jobs().into_iter().flat_map(mandates) {
        let place = mandate.library().map(|library| b.m.place(library));
        let may = household.may(&me, mandate.child(), mandate.act(), today, place.as_ref());
        prop_assert_eq!(may, Ok(mandate));
    }
    Ok(())
}

/// One of the things that happen; asks go out at once, or wait for a token.
fn happens(b: &mut Bench, what: u8, who: usize, well: bool) -> TestCaseResult {
    let child = pseudonym(NAMES[who]);
    match what {
        0 => {
            let known = NAMES.iter().zip(BORN).filter(|(name, _)| well || **name != NAMES[who]);
            let children = known.map(|(name, born)| party(Some(name), born));
            b.told([party(None, "1985-03-14")].into_iter().chain(children).collect());
        }
        1 => drop(b.people(PeopleCommand::ActFor(Some(child)))),
        2 => {
            b.people(PeopleCommand::SeeLedger(Some(child)));
            all_is_well(b)?;
            if let Some(job) = b.jobs().pop() {
                let answer = match well {
                    true => Ok(Brought::People(Box::new(brought(&PeopleAsk::SeeLedger)))),
                    false => Err(Error::NotAllowed("no-basis")),
                };
                b.answer(Answer::Ran(job, answer));
            }
        }
        3 => {
            let begin = LibraryCommand::BeginTrip(vec![nearby()], Agreement::Rules, Language::Nb);
            let (t, _) = b.libraries(begin);
            b.answer(Answer::TripKept(Some(t)));
            if let Some(job) = b.jobs().pop() {
                b.answer(Answer::Ran(job, Ok(reading(OLD))));
            }
            b.libraries(LibraryCommand::HaveRead);
            if well {
                b.libraries(LibraryCommand::Sign);
            }
        }
        4 => drop(b.tick(86_400 * 500)),
        5 => drop(b.ask(Command::ShowCardOf(Some(child)))),
        6 => drop(b.people(PeopleCommand::RegisterChildren(NAMES.map(pseudonym).to_vec(), nearby()))),
        7 => {
            // What is asked waits, and much can happen before there is a token.
            b.m.access = Access::Renewing;
            b.people(PeopleCommand::SeeLedger(Some(child)));
            b.libraries(LibraryCommand::Sign);
            b.people(PeopleCommand::RegisterChildren(NAMES.map(pseudonym).to_vec(), nearby()));
            let over = Visited {
                over: true,
                ..seen(NAMES[who], None)
            };
            if well {
                visited(b, over);
            } else {
                b.tick(86_400 * 500);
            }
            b.answer(Answer::Renewed(Ok(tokens())));
            b.answer(Answer::SessionKept(Ok(())));
        }
        _ => visited(
            b,
            Visited {
                over: !well,
                ..seen(NAMES[who], Some(card_of(NAMES[who])))
            },
        ),
    }
    all_is_well(b)
}

fn visited(b: &mut Bench, visited: Visited) {
    let job = Job {
        ticket: None,
        errand: Errand::People(PeopleAsk::SeeChildren(vec![])),
        again: false,
    };
    let children = PeopleBrought::Children(vec![visited]);
    b.answer(Answer::Ran(job, Ok(Brought::People(Box::new(children)))));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn nothing_hangs_on_a_basis_that_is_over_and_nothing_is_asked_by_one(
        script in prop::collection::vec((0u8..9, 0usize..3, any::<bool>()), 1..40),
    ) {
        let mut b = Bench::with_card();
        for (what, who, well) in script {
            with_token(&mut b);
            all_is_well(&b)?;
            happens(&mut b, what, who, well)?;
        }
    }
}
