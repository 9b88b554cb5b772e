//! A birthday that changes something is a notice, in time and in its place.

use card_core::domain::{
    directory::Directory,
    household::{Acts, Child, Household, Link, Told},
    kin::Kin,
    library::{LibraryNumber, Standing},
    notice::{Notice, notices},
    receipt::{Basis, Pseudonym},
    shelf::{Party, Related, Shelf, Unused},
    timestamp::Timestamp,
};
use jiff::{
    ToSpan,
    civil::{Date, date},
};

const TODAY: Date = date(2026, 11, 26);

fn who(name: &str) -> Pseudonym {
    Pseudonym::parse(name).unwrap()
}

fn me() -> Pseudonym {
    who("trine")
}

/// One library, where one signs alone from 16, and a staffless agreement from 20.
fn directory() -> Directory {
    let mut one = super::support::library(2_190_200, "Tromsø");
    one["ages"] = serde_json::json!({ "rules_alone_from": 16, "staffless_alone_from": 20 });
    super::support::directory(1, &[one])
}

/// Born so that this age is reached after so many days.
fn turning(years: i16, days: i32) -> Date {
    let on = TODAY.checked_add(days.days()).unwrap();
    on.checked_sub(years.years()).unwrap()
}

fn party(name: Option<&str>, born: Date) -> Party {
    Party {
        child: name.map(|name| (who(name), Basis::ParentalResponsibility)),
        name: name.unwrap_or("Trine").to_owned(),
        born,
    }
}

/// Of a grown person with these children.
fn shelf(children: &[(&str, Date)]) -> Shelf {
    let own = [party(None, date(1985, 3, 14))];
    let people = own
        .into_iter()
        .chain(children.iter().map(|(name, born)| party(Some(name), *born)));
    let mut shelf = Shelf::default();
    shelf.told_people(&me(), people.collect(), None, TODAY);
    shelf
}

fn told(shelf: &Shelf) -> Vec<Notice> {
    notices(shelf, Some(&me()), Some(&directory()), TODAY)
}

fn birthday(child: Option<&str>, turns: u8, days: i32) -> Notice {
    Notice::Birthday {
        child: child.map(who),
        name: child.map(str::to_owned),
        turns,
        on: TODAY.checked_add(days.days()).unwrap(),
    }
}

#[test]
fn ages_that_change_something_are_told_sixty_days_before_the_nearest_first() {
    let children = [
        ("thirteen", turning(13, 60)),
        ("later", turning(13, 61)),
        ("ten", turning(10, 3)),
        ("fifteen", turning(15, 1)),
        ("eighteen", turning(18, 14)),
        ("today", turning(13, 0)),
    ];
    let expected = [("fifteen", 15, 1), ("eighteen", 18, 14), ("thirteen", 13, 60)];
    let expected = expected.map(|(name, turns, days)| birthday(Some(name), turns, days));
    assert_eq!(told(&shelf(&children)), expected);
}

#[test]
fn under_age_one_hears_of_oneself() {
    let own = |born| {
        let mut shelf = Shelf::default();
        shelf.told_people(&me(), vec![party(None, born)], None, TODAY);
        told(&shelf)
    };
    assert_eq!(own(turning(15, 30)), [birthday(None, 15, 30)]);
    assert_eq!(own(turning(16, 30)), []);
    assert_eq!(own(turning(25, 30)), []);
}

#[test]
fn a_librarys_own_age_counts_where_one_is_something() {
    let there = || Related {
        library: LibraryNumber::parse("2190200").unwrap(),
        standing: Standing::Active,
        since: Timestamp(1),
        home: false,
        agreements: vec![],
    };
    let mut shelf = shelf(&[("sixteen", turning(16, 20))]);
    assert_eq!(told(&shelf), []);
    shelf.children = vec![Kin {
        relations: vec![there()],
        ..Kin::new(who("sixteen"))
    }];
    assert_eq!(told(&shelf), [birthday(Some("sixteen"), 16, 20)]);

    let mut own = Shelf::default();
    own.told_people(&me(), vec![party(None, turning(16, 20))], None, TODAY);
    assert_eq!(told(&own), []);
    own.relations = vec![there()];
    assert_eq!(told(&own), [birthday(None, 16, 20)]);
    own.told_people(&me(), vec![party(None, turning(20, 20))], None, TODAY);
    assert!(!own.ahead(&me(), &me(), Some(&directory()), TODAY).is_empty());
    assert_eq!(told(&own), [], "of age");
}

#[test]
fn an_end_that_comes_with_no_age_is_no_birthday() {
    let birth = turning(10, 20);
    let mut shelf = Shelf {
        people: vec![Party {
            child: Some((who("c0"), Basis::Guardian)),
            ..party(Some("c0"), birth)
        }],
        ..Shelf::default()
    };
    let mut household = Household::default();
    household.told(Told::Child(Child {
        child: who("c0"),
        born: birth,
    }));
    household.told(Told::Linked(Link {
        guardian: me(),
        child: who("c0"),
        basis: Basis::Guardian,
        acts: Acts::ALL,
        from: birth,
        until: TODAY.checked_add(20.days()).ok(),
    }));
    shelf.household = household;
    assert!(!shelf.ahead(&me(), &who("c0"), None, TODAY).is_empty(), "it is known");
    assert_eq!(told(&shelf), [], "on the day itself, even");
}

#[test]
fn it_comes_after_what_is_to_be_done_and_to_nobody_who_has_left_or_isnt_known() {
    let all = Shelf {
        unused: vec![Unused {
            last_used_at: Timestamp(1),
            ends_at: Timestamp(2),
        }],
        forked_at: Some(Timestamp(3)),
        ..shelf(&[("fifteen", turning(15, 1))])
    };
    let order = told(&all);
    assert!(
        matches!(
            order[..],
            [Notice::Unused { .. }, Notice::Birthday { .. }, Notice::LogForked { .. }]
        ),
        "{order:?}"
    );
    let nobody: Option<&Pseudonym> = None;
    assert_eq!(notices(&all, nobody, Some(&directory()), TODAY).len(), 2);
    let left = Shelf {
        left_at: Some(Timestamp(4)),
        ..all
    };
    assert_eq!(told(&left), []);
}
