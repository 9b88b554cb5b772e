//! What changes is known before, on the right day, to both sides, and to nobody else.

use card_core::domain::{
    household::{Act, Acts, Ahead, Change, Household, LAST_DAYS, Link, Place, SOON_DAYS, Side, Stage, Told},
    library::AgeLimits,
    receipt::{Basis, Pseudonym},
};
use jiff::{
    ToSpan,
    civil::{Date, date},
};
use proptest::{collection::vec, prelude::*};

use crate::support::{
    GUARDIANS, ages, birth, born, child, day, ended, event, family, guardian, household, linked, permitted, place,
    told, whose, years,
};

/// What a side may that day, by the naive reading of the events alone.
fn can(events: &[Told], side: &Side, act: Act, day: Date, place: &Place) -> bool {
    let birth = events.iter().rev().find_map(|event| match event {
        Told::Child(told) if told.child == child(0) => Some(told.born),
        _ => None,
    });
    let Some(birth) = birth else { return false };
    let by_age = |age| whose(act, age, place.ages);
    match side {
        Side::Child => by_age(years(birth, day).unwrap_or(0)).1,
        Side::Guardian(guardian) => {
            let by_age = years(birth, day).is_some_and(|age| by_age(age).0);
            by_age && permitted(events, guardian, &child(0), day).contains(&act)
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    /// Day by day for more than a year: every end and beginning is announced, as many days before as one likes, and nothing
    /// is announced that doesn't come.
    #[test]
    fn every_change_is_announced_and_comes(
        mut events in vec(event(), 0..8), birth in birth(), age in 0..6_700_i32, before in 0..90_i32, ages in ages(), g in 0..GUARDIANS,
    ) {
        events.extend([born(0, birth), linked(g, 0, birth)]);
        let household = household(&events);
        let today = birth.checked_add((age - before).days()).unwrap();
        let (place, end) = (place(ages), today.checked_add(400.days()).unwrap());
        let ahead = household.changes_ahead(&child(0), today, &[place]);
        prop_assert!(ahead.is_sorted_by_key(|ahead| ahead.on));

        let sides = (0..GUARDIANS).map(|n| Side::Guardian(guardian(n))).chain([Side::Child]);
        for side in sides {
            for act in Act::ALL {
                let mut found = Vec::new();
                let mut could = can(&events, &side, act, today, &place);
                let mut day = today;
                while day < end {
                    day = day.tomorrow().unwrap();
                    let can = can(&events, &side, act, day, &place);
                    match (could, can) {
                        (true, false) => found.push((day, Change::Ends)),
                        (false, true) => found.push((day, Change::Begins)),
                        _ => {}
                    }
                    could = can;
                }
                let told = ahead.iter().filter(|ahead| ahead.side == side && ahead.act == act && ahead.on <= end);
                prop_assert_eq!(told.map(|ahead| (ahead.on, ahead.change)).collect::<Vec<_>>(), found);
            }
        }
        for Ahead { on, stage, side, act, turns, .. } in ahead {
            let basis = |day| match &side {
                Side::Child => true,
                Side::Guardian(guardian) => told(&events, guardian, &child(0), day).contains(&act),
            };
            let by_age = basis(on.yesterday().unwrap()) && basis(on);
            prop_assert_eq!(turns.map(i16::from), years(birth, on).filter(|_| by_age));
            prop_assert!(!by_age || years(birth, on) != years(birth, on.yesterday().unwrap()), "a birthday");
            let days = today.until(on).unwrap().get_days();
            let wanted = if days <= LAST_DAYS { Stage::Last } else if days <= SOON_DAYS { Stage::Soon } else { Stage::Later };
            prop_assert_eq!(stage, wanted);
        }
    }

    #[test]
    fn a_reader_sees_no_other_guardian(events in vec(event(), 0..14), birth in birth(), today in day(), g in 0..GUARDIANS) {
        let mut household = household(&events);
        household.told(born(0, birth));
        let seen = household.changes_for(&guardian(g), &child(0), today, &[]);
        let others = |ahead: &&Ahead| matches!(&ahead.side, Side::Guardian(other) if *other != guardian(g));
        prop_assert_eq!(seen.iter().find(others), None);
        let has_basis = household.children_of(&guardian(g), today).any(|known| known.child == child(0));
        prop_assert!(has_basis || seen.is_empty());
        prop_assert_eq!(
            household.changes_for(&child(0), &child(0), today, &[]),
            household.changes_ahead(&child(0), today, &[])
        );
    }
}

fn on(household: &Household, reader: &Pseudonym, today: Date, day: Date) -> Vec<(bool, Act, Change)> {
    let ahead = household.changes_for(reader, &child(0), today, &[]);
    let that_day = ahead.into_iter().filter(|ahead| ahead.on == day);
    that_day
        .map(|ahead| (ahead.side == Side::Child, ahead.act, ahead.change))
        .collect()
}

#[test]
fn thirteen_tomorrow() {
    let (today, tomorrow) = (date(2026, 6, 14), date(2026, 6, 15));
    let household = family(date(2013, 6, 15));
    let own = |act| (true, act, Change::Begins);
    let over = |act| (false, act, Change::Ends);
    let expected = [
        own(Act::ShowCard),
        own(Act::SeeLibraries),
        own(Act::SeeLedger),
        own(Act::ChangeContact),
        own(Act::BlockCard),
        over(Act::ChangeContact),
    ];
    assert_eq!(on(&household, &guardian(0), today, tomorrow), expected);
    assert_eq!(on(&household, &child(0), today, tomorrow), expected);
    assert!(on(&household, &guardian(1), today, tomorrow).is_empty());
    let stages = household.changes_ahead(&child(0), today, &[]);
    assert_eq!(stages.first().map(|ahead| ahead.stage), Some(Stage::Last));
    assert_eq!(stages.last().map(|ahead| ahead.stage), Some(Stage::Later));
}

#[test]
fn each_library_has_its_own_day() {
    let later = AgeLimits {
        rules_alone_from: 16,
        ..AgeLimits::default()
    };
    let household = family(date(2011, 1, 10));
    let ahead = household.changes_ahead(
        &child(0),
        date(2025, 12, 1),
        &[place(AgeLimits::default()), place(later)],
    );
    let days = |side| {
        let rules = ahead
            .iter()
            .filter(move |ahead| ahead.act == Act::SignRules && ahead.side == side);
        rules.map(|ahead| (ahead.on, ahead.change)).collect::<Vec<_>>()
    };
    let (fifteen, sixteen) = (date(2026, 1, 10), date(2027, 1, 10));
    assert_eq!(
        days(Side::Child),
        [(fifteen, Change::Begins), (sixteen, Change::Begins)]
    );
    assert_eq!(
        days(Side::Guardian(guardian(0))),
        [(fifteen, Change::Ends), (sixteen, Change::Ends)]
    );
}

#[test]
fn an_end_that_the_service_knows_is_told_before() {
    let birth = date(2018, 3, 3);
    let household = household(&[born(0, birth), linked(0, 0, birth), ended(0, 0, date(2026, 3, 1))]);
    let ahead = on(&household, &guardian(0), date(2026, 1, 1), date(2026, 3, 1));
    assert!(ahead.contains(&(false, Act::ShowCard, Change::Ends)));
    assert!(on(&household, &guardian(0), date(2026, 3, 2), date(2031, 3, 3)).is_empty());
}

#[test]
fn a_change_comes_with_an_age_only_where_its_own_basis_stays() {
    let (birth, thirteen) = (date(2013, 6, 15), date(2026, 6, 15));
    let link = |acts, until| {
        Told::Linked(Link {
            guardian: guardian(0),
            child: child(0),
            basis: Basis::Guardian,
            acts,
            from: birth,
            until,
        })
    };
    let changes = |told: &[Told]| {
        let household = household(&[&[born(0, birth)], told].concat());
        let ahead = household.changes_for(&guardian(0), &child(0), date(2026, 6, 1), &[]);
        let mine = ahead
            .into_iter()
            .filter(|it| it.on == thirteen && it.side != Side::Child);
        mine.map(|it| (it.act, it.turns)).collect::<Vec<_>>()
    };
    assert_eq!(changes(&[link(Acts::ALL, None)]), [(Act::ChangeContact, Some(13))]);
    let card = [Act::ShowCard].into_iter().collect();
    let ends = changes(&[link(Acts::ALL, Some(thirteen)), link(card, None)]);
    assert!(
        ends.contains(&(Act::ChangeContact, None)) && ends.contains(&(Act::EndCard, None)),
        "{ends:?}"
    );
}
