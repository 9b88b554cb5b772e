//! Children, acting for them, and what is left when a basis ends.

use super::{
    libraries::{OLD, nearby, reading},
    people::{LEO, LIV, brought, card_of, party, pseudonym, reach, seen},
    *,
};
use card_core::{
    domain::{
        household::{Act, Side},
        lock::CHANGES_S,
        shelf::Shelf,
    },
    session::{
        asks::{Outcome, PeopleAsk, PeopleBrought, Visited},
        errand::Errand,
        libraries::LibraryCommand,
        people::PeopleCommand,
    },
};

#[test]
fn what_is_asked_of_children_holds_a_mandate_for_each() {
    let mut b = Bench::with_card();
    b.told(vec![
        party(None, "1985-03-14"),
        party(Some(LIV), "2019-11-08"),
        party(Some("femten"), "2011-09-14"),
    ]);
    let Errand::People(PeopleAsk::SeeChildren(visits)) = b.job().errand else {
        panic!("children")
    };
    let asked: Vec<_> = visits
        .iter()
        .map(|visit| {
            (
                visit.child().unwrap().expose(),
                visit.card.is_some(),
                visit.libraries.is_some(),
            )
        })
        .collect();
    assert_eq!(
        asked,
        [(LIV, true, true), ("femten", false, true)],
        "from 15 on the card is on the child's own phone"
    );
    assert!(
        visits
            .iter()
            .all(|visit| visit.libraries.as_ref().unwrap().guardian().expose() == "kari")
    );
}

#[test]
fn when_a_basis_ends_everything_of_that_child_is_gone_from_memory_and_disk_and_no_reason_is_told() {
    let ends: [fn(&mut Bench); 3] = [
        |b| b.told(vec![party(None, "1985-03-14"), party(Some(LEO), "2019-11-08")]),
        |b| {
            let over = Visited {
                over: true,
                ..seen(LIV, None)
            };
            b.told(vec![
                party(None, "1985-03-14"),
                party(Some(LIV), "2019-11-08"),
                party(Some(LEO), "2019-11-08"),
            ]);
            b.bring(Ok(Brought::People(Box::new(PeopleBrought::Children(vec![over])))));
        },
        |b| {
            b.people(PeopleCommand::SeeLedger(Some(pseudonym(LIV))));
            b.bring(Err(Error::NotAllowed("no-basis")));
        },
    ];
    let mut left = Vec::new();
    for end in ends {
        let mut b = Bench::with_children();
        b.people(PeopleCommand::ActFor(Some(pseudonym(LIV))));
        b.people(PeopleCommand::SeeLedger(Some(pseudonym(LIV))));
        let ledger = brought(&PeopleAsk::SeeLedger);
        b.bring(Ok(Brought::People(Box::new(ledger))));
        b.begin(vec![nearby()]);
        assert_eq!(b.trip().child, Some(pseudonym(LIV)), "it begins for whom one acts for");
        assert!(b.m.people.acting_for.is_some() && b.m.people.ledger.is_some());
        b.m.now = b.m.now.plus(3 * 86_400);
        b.m.access = card_core::session::state::Access::Held {
            pass: tokens().pass,
            renew_at: b.m.now.plus(60),
        };
        b.ask(Command::Unlock);
        end(&mut b);
        let kept: Vec<_> = b
            .wishes
            .iter()
            .filter_map(|wish| match wish {
                Effect::KeepShelf(shelf, ..) => Some(serde_json::to_string(shelf).unwrap()),
                _ => None,
            })
            .collect();
        assert!(!kept.is_empty() && !kept.last().unwrap().contains(LIV), "{kept:?}");
        assert!(kept.last().unwrap().contains(LEO), "another child's stays");
        assert!(b.wishes.iter().any(|wish| matches!(wish, Effect::KeepTrip(None, _))));
        assert!(b.m.people.acting_for.is_none() && b.m.people.ledger.is_none() && b.m.trip.is_none());
        let shelf = Shelf {
            told_at: None,
            relations: vec![],
            receipts: vec![],
            ..b.m.shelf.clone()
        };
        left.push(format!("{shelf:?}"));
    }
    assert!(left.iter().all(|one| *one == left[0]), "{left:#?}");
}

#[test]
fn a_birthday_ends_a_power_without_the_service() {
    let mut b = Bench::with_children();
    b.people(PeopleCommand::ActFor(Some(pseudonym(LIV))));
    let day = |date: &str| {
        Timestamp(
            format!("{date}T12:00:00Z")
                .parse::<jiff::Timestamp>()
                .unwrap()
                .as_second(),
        )
    };
    b.at(Event::Tick, day("2034-11-08"));
    let kin = b.m.shelf.kin(&pseudonym(LIV)).unwrap();
    assert!(
        kin.card.is_none() && kin.kept.is_none(),
        "15: the card is the child's own"
    );
    assert!(b.wishes.iter().any(|wish| name(wish) == "keep shelf"), "on disk too");
    assert!(!kin.relations.is_empty() && b.m.people.acting_for.is_some());
    b.at(Event::Tick, day("2037-11-08"));
    assert!(b.m.shelf.children.is_empty() && b.m.people.acting_for.is_none(), "18");
    assert_eq!(b.m.shelf.people.len(), 1);
}

#[test]
fn what_came_of_a_child_after_its_basis_was_over_is_dropped() {
    let mut b = Bench::with_card();
    b.told(vec![party(None, "1985-03-14"), party(Some(LIV), "2019-11-08")]);
    let late = b.job();
    b.told(vec![party(None, "1985-03-14")]);
    let children = vec![seen(LIV, Some(card_of(LIV)))];
    b.answer(Answer::Ran(
        late,
        Ok(Brought::People(Box::new(PeopleBrought::Children(children)))),
    ));
    assert!(b.m.shelf.children.is_empty());
    let kept = b.wishes.iter().filter_map(|wish| match wish {
        Effect::KeepShelf(shelf, ..) => Some(serde_json::to_string(shelf).unwrap()),
        _ => None,
    });
    assert!(kept.collect::<String>().find(LIV).is_none(), "not for a moment");
}

#[test]
fn a_household_that_wasnt_told_this_time_brings_nobody_back() {
    let mut b = Bench::with_children();
    b.libraries(LibraryCommand::See);
    let late = b.job();
    let asked = b.m.shelf.clone();
    b.people(PeopleCommand::SeeLedger(Some(pseudonym(LIV))));
    b.bring(Err(Error::NotAllowed("no-basis")));
    assert!(b.m.shelf.kin(&pseudonym(LIV)).is_none());
    b.answer(Answer::Ran(late, Ok(Brought::Libraries(Box::new(asked)))));
    assert!(
        b.m.shelf.kin(&pseudonym(LIV)).is_none(),
        "the list of before is no word of today"
    );
    assert!(b.m.shelf.kin(&pseudonym(LEO)).is_some_and(|kin| kin.card.is_some()));
}

#[test]
fn acting_needs_a_basis_the_level_and_the_owner() {
    let mut b = Bench::with_children();
    let act = || PeopleCommand::ActFor(Some(pseudonym(LIV)));
    assert_eq!(
        b.refused(PeopleCommand::ActFor(Some(pseudonym("stranger")))),
        Error::NotAllowed("no-basis")
    );
    assert_eq!(
        b.refused(PeopleCommand::SeeLedger(Some(pseudonym("stranger")))),
        Error::NotAllowed("no-basis")
    );
    b.people(act());
    assert_eq!(b.m.people.acting_for, Some(pseudonym(LIV)));
    b.people(PeopleCommand::ActFor(None));
    assert_eq!(b.m.people.acting_for, None);
    b.m.person.as_mut().unwrap().level = Level::Substantial;
    assert_eq!(b.refused(act()), Error::LevelTooLow);
    b.m.person.as_mut().unwrap().level = Level::High;
    b.tick(CHANGES_S);
    assert_eq!(b.refused(act()), Error::Locked);
}

#[test]
fn a_signature_for_a_child_holds_its_mandate_and_one_without_a_basis_isnt_asked() {
    let mut b = Bench::with_children();
    b.people(PeopleCommand::ActFor(Some(pseudonym(LIV))));
    b.begin(vec![nearby()]);
    b.bring(Ok(reading(OLD)));
    b.libraries(LibraryCommand::HaveRead);
    b.libraries(LibraryCommand::Sign);
    let signature = b.signature();
    let card_core::session::errand::Behalf::Child(mandate) = &signature.behalf else {
        panic!("a mandate")
    };
    assert_eq!((mandate.child().expose(), mandate.act()), (LIV, Act::SignRules));
    assert_eq!((mandate.library(), mandate.day()), (Some(nearby()), b.m.now.date()));
    b.bring(Err(Error::NotAllowed("no-basis")));
    assert!(b.m.shelf.kin(&pseudonym(LIV)).is_none() && b.m.trip.is_none(), "over");
    assert!(b.m.shelf.kin(&pseudonym(LEO)).is_some());
}

#[test]
fn several_children_are_asked_for_at_once_each_has_its_own_result_and_lost_it_is_the_same_key() {
    let mut b = Bench::with_children();
    b.told(vec![
        party(None, "1985-03-14"),
        party(Some(LIV), "2019-11-08"),
        party(Some(LEO), "2019-11-08"),
        party(Some("old"), "2010-01-01"),
    ]);
    let all = || {
        let children = [LIV, LEO, "old", "stranger"].map(pseudonym).to_vec();
        PeopleCommand::RegisterChildren(children, nearby())
    };
    let wish = |b: &Bench| match b.job().errand {
        Errand::People(PeopleAsk::RegisterChildren(wish)) => *wish,
        other => panic!("{other:?}"),
    };
    let (t, _) = b.people(all());
    let first = wish(&b);
    let children: Vec<_> = first.mandates.iter().map(|mandate| mandate.child().expose()).collect();
    assert_eq!(children, [LIV, LEO], "who can't be is told so here");
    b.bring(Err(offline()));
    assert_eq!(b.reply(t), Some(&Err(offline())));
    b.roll = 99;
    let (t, _) = b.people(all());
    assert_eq!(wish(&b).key, first.key);
    let answer = brought(&people(b.job().errand));
    b.bring(Ok(Brought::People(Box::new(answer))));
    assert_eq!(b.reply(t), Some(&Ok(Reply::Done)));
    let outcomes: Vec<_> =
        b.m.people
            .outcomes
            .iter()
            .map(|(child, outcome)| (child.expose(), outcome.clone()))
            .collect();
    assert!(
        matches!(
            &outcomes[..],
            [
                ("old", Outcome::SignsAlone),
                (LIV, Outcome::Registered(_)),
                (LEO, Outcome::Registered(_))
            ]
        ),
        "a stranger's child leaves no trace: {outcomes:?}"
    );
    b.people(all());
    assert_ne!(wish(&b).key, first.key, "answered, so it is another wish");
}

fn people(errand: Errand) -> PeopleAsk {
    match errand {
        Errand::People(ask) => ask,
        other => panic!("{other:?}"),
    }
}

fn born(years: i16, days_to_go: i64) -> String {
    let day = T0.date().saturating_add(jiff::ToSpan::days(days_to_go));
    day.saturating_sub(jiff::ToSpan::years(years)).to_string()
}

#[test]
fn thirteen_tomorrow_is_known_on_both_sides() {
    let mut b = Bench::with_card();
    b.told(vec![party(None, "1985-03-14"), party(Some("tolv"), &born(13, 1))]);
    let today = T0.date();
    let me = b.m.me().unwrap();
    let ahead = b.m.shelf.household.changes_for(&me, &pseudonym("tolv"), today, &[]);
    let tomorrow = today.tomorrow().unwrap();
    let told = |act, side: fn(&Side) -> bool| {
        ahead
            .iter()
            .any(|it| it.on == tomorrow && it.act == act && side(&it.side))
    };
    assert!(told(Act::ChangeContact, |side| matches!(side, Side::Child)));
    assert!(told(Act::ChangeContact, |side| matches!(side, Side::Guardian(_))));

    // The child's own phone.
    let mut b = Bench::with_card();
    b.told(vec![party(None, &born(13, 1))]);
    let me = b.m.me().unwrap();
    let ahead = b.m.shelf.household.changes_for(&me, &me, today, &[]);
    assert!(
        ahead
            .iter()
            .any(|it| it.on == tomorrow && it.act == Act::ChangeContact && it.side == Side::Child)
    );
}

#[test]
fn a_code_for_a_desk_is_kept_until_it_ends() {
    let mut b = Bench::with_card();
    let (t, _) = b.people(PeopleCommand::MakeChildCode(nearby()));
    let code = brought(&PeopleAsk::MakeChildCode(nearby()));
    b.bring(Ok(Brought::People(Box::new(code))));
    b.keep();
    assert_eq!(b.reply(t), Some(&Ok(Reply::Done)));
    assert!(b.m.shelf.child_code.is_some());
    b.told(vec![party(None, "1985-03-14")]);
    assert!(b.m.shelf.child_code.is_some());
    b.m.now = T0.plus(61);
    b.told(vec![party(None, "1985-03-14")]);
    assert!(b.m.shelf.child_code.is_none());
}

#[test]
fn a_stranger_finds_nothing_of_the_one_before() {
    let mut b = Bench::with_children();
    b.m.people.contact = Some(reach("\"1\"", "+4790000000"));
    b.ask(Command::BeginSignIn(request()));
    b.answer(Answer::Prepared(Ok(pending())));
    b.answer(Answer::PendingKept(Ok(pending())));
    b.ask(finish("code=c&state=s&iss=http%3A%2F%2F127.0.0.1%3A9"));
    let mut other = tokens();
    other.person.subject = "ola".into();
    b.answer(Answer::Exchanged(Ok(other)));
    assert!(b.m.people.contact.is_none() && b.m.shelf == Shelf::default());
}
