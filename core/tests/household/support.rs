//! People, what may be told of them in any order, and a naive reading of it that shares nothing with the code.

use card_core::domain::{
    household::{Act, Acts, Child, Household, Link, Place, Told},
    library::{AgeLimits, LibraryNumber},
    receipt::{Basis, Pseudonym},
};
use jiff::{
    ToSpan,
    civil::{Date, date},
};
use proptest::{collection::vec, prelude::*};

pub(crate) const GUARDIANS: usize = 3;
pub(crate) const CHILDREN: usize = 2;

pub(crate) fn who(name: &str) -> Pseudonym {
    Pseudonym::parse(name).unwrap()
}

pub(crate) fn guardian(n: usize) -> Pseudonym {
    who(["g0", "g1", "g2"][n])
}

pub(crate) fn child(n: usize) -> Pseudonym {
    who(["c0", "c1"][n])
}

pub(crate) fn born(n: usize, born: Date) -> Told {
    Told::Child(Child { child: child(n), born })
}

pub(crate) fn linked(g: usize, c: usize, from: Date) -> Told {
    Told::Linked(Link {
        guardian: guardian(g),
        child: child(c),
        basis: Basis::ParentalResponsibility,
        acts: Acts::ALL,
        from,
        until: None,
    })
}

pub(crate) fn ended(g: usize, c: usize, from: Date) -> Told {
    Told::Ended {
        guardian: guardian(g),
        child: child(c),
        from,
    }
}

pub(crate) fn household(events: &[Told]) -> Household {
    let mut household = Household::default();
    events.iter().cloned().for_each(|event| household.told(event));
    household
}

/// One child of one guardian since birth.
pub(crate) fn family(day_of_birth: Date) -> Household {
    household(&[born(0, day_of_birth), linked(0, 0, day_of_birth)])
}

pub(crate) fn place(ages: AgeLimits) -> Place {
    Place {
        library: LibraryNumber::parse("2190200").unwrap(),
        ages,
    }
}

pub(crate) fn day() -> impl Strategy<Value = Date> {
    (0..9_000_i32).prop_map(|n| date(2005, 1, 1).checked_add(n.days()).unwrap())
}

/// Births of leap-day children among others.
pub(crate) fn birth() -> impl Strategy<Value = Date> {
    prop_oneof![3 => day(), 1 => Just(date(2008, 2, 29)), 1 => Just(date(2012, 2, 29))]
}

pub(crate) fn ages() -> impl Strategy<Value = AgeLimits> {
    let maybe = || proptest::option::of(0..25_u8);
    (maybe(), 0..25_u8, maybe(), maybe()).prop_map(|(card_from, rules, staffless, with)| AgeLimits {
        card_from,
        rules_alone_from: rules,
        staffless_alone_from: staffless,
        staffless_with_guardian_from: with,
    })
}

pub(crate) fn act() -> impl Strategy<Value = Act> {
    proptest::sample::select(Act::ALL.to_vec())
}

fn basis() -> impl Strategy<Value = Basis> {
    proptest::sample::select(vec![
        Basis::ParentalResponsibility,
        Basis::Guardian,
        Basis::LibraryConfirmed,
    ])
}

pub(crate) fn event() -> impl Strategy<Value = Told> {
    let acts = prop_oneof![3 => Just(Acts::ALL), 1 => vec(act(), 0..5).prop_map(|acts| acts.into_iter().collect())];
    let until = proptest::option::of(day());
    prop_oneof![
        2 => (0..CHILDREN, birth()).prop_map(|(c, day)| born(c, day)),
        4 => (0..GUARDIANS, 0..CHILDREN, basis(), acts, day(), until).prop_map(|(g, c, basis, acts, from, until)| {
            Told::Linked(Link { guardian: guardian(g), child: child(c), basis, acts, from, until })
        }),
        2 => (0..GUARDIANS, 0..CHILDREN, day()).prop_map(|(g, c, from)| ended(g, c, from)),
        1 => (0..GUARDIANS, vec(0..CHILDREN, 0..=CHILDREN), day()).prop_map(|(g, children, from)| Told::Only {
            guardian: guardian(g),
            children: children.into_iter().map(child).collect(),
            from,
        }),
    ]
}

/// Whole years, counted by hand; `None` before birth.
pub(crate) fn years(born: Date, day: Date) -> Option<i16> {
    let early = (day.month(), day.day()) < (born.month(), born.day());
    (born <= day).then(|| day.year() - born.year() - i16::from(early))
}

/// What is permitted that day by the events alone, replayed for that one day: a minor's guardian, these acts.
pub(crate) fn permitted(events: &[Told], guardian: &Pseudonym, child: &Pseudonym, day: Date) -> Vec<Act> {
    let born = events.iter().rev().find_map(|event| match event {
        Told::Child(told) if told.child == *child => Some(told.born),
        _ => None,
    });
    match born.and_then(|born| years(born, day)) {
        Some(age) if age < 18 => told(events, guardian, child, day),
        _ => Vec::new(),
    }
}

/// The same without a look at the age.
pub(crate) fn told(events: &[Told], guardian: &Pseudonym, child: &Pseudonym, day: Date) -> Vec<Act> {
    let mut acts: Vec<Act> = Vec::new();
    for event in events {
        match event {
            Told::Linked(link) if link.guardian == *guardian && link.child == *child => {
                let holds = link.from <= day && link.until.is_none_or(|until| day < until);
                acts.extend(Act::ALL.into_iter().filter(|act| holds && link.acts.has(*act)));
            }
            Told::Ended {
                guardian: g,
                child: c,
                from,
            } if g == guardian && c == child && *from <= day => acts.clear(),
            Told::Only {
                guardian: g,
                children,
                from,
            } if g == guardian && *from <= day && !children.contains(child) => {
                acts.clear();
            }
            _ => {}
        }
    }
    acts
}

/// Whose an act is at an age, written out: (guardian, child).
pub(crate) fn whose(act: Act, age: i16, ages: AgeLimits) -> (bool, bool) {
    let least = ages.card_from.map_or(0, i16::from);
    let alone = i16::from(ages.rules_alone_from);
    match act {
        Act::ShowCard => (age < 15, age >= 13),
        Act::SeeLibraries | Act::SeeLedger | Act::BlockCard => (age < 18, age >= 13),
        Act::ChangeContact => (age < 13, age >= 13),
        Act::ChangeHomeLibrary | Act::EndCard => (age < 15, age >= 15),
        Act::SignRules => (age >= least && age < alone && age < 18, age >= least && age >= alone),
        Act::SignStaffless => {
            let alone = ages.staffless_alone_from.is_some_and(|from| age >= i16::from(from));
            let with = ages
                .staffless_with_guardian_from
                .is_some_and(|from| age >= i16::from(from));
            (age >= least && !alone && with && age < 18, age >= least && alone)
        }
    }
}
