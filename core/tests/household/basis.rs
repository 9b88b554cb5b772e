//! No act without a basis that lives; guardians are equals and don't touch each other.

use card_core::domain::{
    household::{Act, Acts, Ages, Household, Link, POWERS, Told, WhyNot, reaches},
    receipt::Basis,
};
use jiff::{ToSpan, civil::date};
use proptest::{collection::vec, prelude::*};

use crate::support::{
    CHILDREN, GUARDIANS, act, ages, born, child, day, ended, event, family, guardian, household, linked, permitted,
    place, whose, years,
};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn an_act_is_permitted_just_when_a_basis_lives_and_the_age_says_so(
        events in vec(event(), 0..14), g in 0..GUARDIANS, c in 0..CHILDREN, act in act(), today in day(), ages in ages(),
    ) {
        let (guardian, child) = (guardian(g), child(c));
        let household = household(&events);
        let place = place(ages);
        let basis = permitted(&events, &guardian, &child, today).contains(&act);
        let birth = events.iter().rev().find_map(|event| match event {
            Told::Child(told) if told.child == child => Some(told.born),
            _ => None,
        });
        let by_age = birth.and_then(|born| years(born, today)).is_some_and(|age| whose(act, age, ages).0);
        let answer = household.may(&guardian, &child, act, today, Some(&place));
        prop_assert_eq!(answer.is_ok(), basis && by_age);
        prop_assert_eq!(answer == Err(WhyNot::NoBasis), !basis, "everybody without a basis hears the same, and nobody else");
        if let Ok(mandate) = answer {
            prop_assert_eq!((mandate.guardian(), mandate.child()), (&guardian, &child));
            prop_assert_eq!((mandate.act(), mandate.day(), mandate.library()), (act, today, Some(place.library)));
        }
    }

    #[test]
    fn nobody_of_age_is_acted_for(
        events in vec(event(), 0..14), birth in day(), later in 0..20_000_i32, act in act(), ages in ages(), g in 0..GUARDIANS,
    ) {
        let mut household = household(&events);
        household.told(born(0, birth));
        household.told(linked(g, 0, birth));
        let today = reaches(birth, 18).checked_add(later.days()).unwrap();
        prop_assert_eq!(household.may(&guardian(g), &child(0), act, today, Some(&place(ages))), Err(WhyNot::NoBasis));
        prop_assert_eq!(household.children_of(&guardian(g), today).filter(|known| known.child == child(0)).count(), 0);
    }

    #[test]
    fn what_happens_to_one_guardian_changes_nothing_for_another(
        before in vec(event(), 0..10), others in vec(event(), 1..10), birth in day(), days in vec(day(), 8), ages in ages(),
    ) {
        let mut here = household(&before);
        here.told(born(0, birth));
        here.told(linked(0, 0, birth));
        let mut there = here.clone();
        let touches_first = |event: &Told| match event {
            Told::Child(_) => true,
            Told::Linked(link) => link.guardian == guardian(0),
            Told::Ended { guardian: g, .. } | Told::Only { guardian: g, .. } => *g == guardian(0),
        };
        others.into_iter().filter(|event| !touches_first(event)).for_each(|event| there.told(event));
        let place = place(ages);
        for today in days {
            for act in Act::ALL {
                prop_assert_eq!(
                    here.may(&guardian(0), &child(0), act, today, Some(&place)),
                    there.may(&guardian(0), &child(0), act, today, Some(&place))
                );
            }
        }
    }

    #[test]
    fn a_word_twice_is_a_word_once(events in vec(event(), 0..14)) {
        let twice: Vec<_> = events.iter().flat_map(|event| [event.clone(), event.clone()]).collect();
        prop_assert_eq!(household(&events), household(&twice));
    }

    #[test]
    fn a_household_is_kept_as_it_is(events in vec(event(), 0..14)) {
        let household = household(&events);
        let kept = serde_json::to_string(&household).unwrap();
        prop_assert_eq!(serde_json::from_str::<Household>(&kept).unwrap(), household);
    }
}

#[test]
fn every_basis_permits_the_same() {
    let (birth, today) = (date(2018, 3, 3), date(2026, 1, 1));
    let by = |basis| {
        let link = Link {
            guardian: guardian(0),
            child: child(0),
            basis,
            acts: Acts::ALL,
            from: birth,
            until: None,
        };
        let household = household(&[born(0, birth), Told::Linked(link)]);
        Act::ALL.map(|act| {
            household
                .may(&guardian(0), &child(0), act, today, None)
                .map(|m| m.act())
        })
    };
    let parent = by(Basis::ParentalResponsibility);
    assert!(parent.iter().filter(|answer| answer.is_ok()).count() > 5);
    assert_eq!(
        parent,
        by(Basis::LibraryConfirmed),
        "a foster parent, once a library saw the papers"
    );
    assert_eq!(parent, by(Basis::Guardian));
}

#[test]
fn nobody_is_their_own_guardian() {
    let mut household = family(date(2018, 3, 3));
    household.told(Told::Linked(Link {
        guardian: child(0),
        child: child(0),
        basis: Basis::Guardian,
        acts: Acts::ALL,
        from: date(2018, 3, 3),
        until: None,
    }));
    let answer = household.may(&child(0), &child(0), Act::EndCard, date(2026, 1, 1), None);
    assert_eq!(answer, Err(WhyNot::NoBasis));
}

#[test]
fn a_mandate_is_of_the_basis_told_last() {
    let mut household = family(date(2018, 3, 3));
    household.told(Told::Linked(Link {
        guardian: guardian(0),
        child: child(0),
        basis: Basis::LibraryConfirmed,
        acts: [Act::ShowCard].into_iter().collect(),
        from: date(2024, 1, 1),
        until: None,
    }));
    let basis = |act| {
        household
            .may(&guardian(0), &child(0), act, date(2026, 1, 1), None)
            .unwrap()
            .basis()
    };
    assert_eq!(basis(Act::ShowCard), Basis::LibraryConfirmed);
    assert_eq!(
        basis(Act::EndCard),
        Basis::ParentalResponsibility,
        "the other link doesn't permit it"
    );
}

#[test]
fn one_guardian_ends_and_the_other_goes_on() {
    let (birth, today) = (date(2018, 3, 3), date(2026, 1, 1));
    let both = household(&[
        born(0, birth),
        linked(0, 0, birth),
        linked(1, 0, birth),
        ended(1, 0, today),
    ]);
    assert!(both.may(&guardian(0), &child(0), Act::ShowCard, today, None).is_ok());
    let yesterday = today.yesterday().unwrap();
    assert!(
        both.may(&guardian(1), &child(0), Act::ShowCard, yesterday, None)
            .is_ok()
    );
    assert_eq!(
        both.may(&guardian(1), &child(0), Act::ShowCard, today, None),
        Err(WhyNot::NoBasis)
    );
}

#[test]
fn every_act_has_one_row() {
    for act in Act::ALL {
        assert_eq!(POWERS.iter().filter(|power| power.act == act).count(), 1, "{act:?}");
        assert!(Acts::ALL.has(act) && !Acts::NONE.has(act));
    }
}

#[test]
fn a_childs_pin_is_nobodys_act() {
    let acts = serde_json::to_string(&Acts::ALL).unwrap();
    assert!(acts.contains("end_card"));
    assert!(
        !["pin", "password", "secret"].iter().any(|secret| acts.contains(secret)),
        "{acts}"
    );
}

#[test]
fn ages_stay_in_order() {
    assert_eq!(Ages::new(13, 15), Some(Ages::default()));
    assert_eq!(Ages::new(15, 15).map(Ages::sign_in), Some(15), "13 may become 15");
    assert_eq!(Ages::new(16, 15), None);
    assert_eq!(Ages::new(13, 19), None);
    assert!(serde_json::from_str::<Ages>("[13,90]").is_err());
    let mut later = Household::new(Ages::new(15, 15).unwrap());
    later.told(born(0, date(2012, 1, 1)));
    later.told(linked(0, 0, date(2012, 1, 1)));
    assert!(
        later
            .may(&guardian(0), &child(0), Act::ChangeContact, date(2026, 1, 1), None)
            .is_ok()
    );
}
