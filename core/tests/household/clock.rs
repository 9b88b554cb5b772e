//! Ages: who may what at 13, 15 and 18, where a library says otherwise, and on leap days.

use card_core::domain::{
    household::{Act, WhyNot, age_on, reaches},
    library::AgeLimits,
    receipt::Basis,
    shelf::Party,
};
use jiff::{
    ToSpan,
    civil::{Date, date},
};
use proptest::prelude::*;

use crate::support::{birth, child, day, family, guardian, place, years};

fn answers(birth: Date, act: Act, today: Date, ages: AgeLimits) -> (Result<(), WhyNot>, Result<(), WhyNot>) {
    let (household, place) = (family(birth), place(ages));
    let guardian = household.may(&guardian(0), &child(0), act, today, Some(&place));
    (
        guardian.map(drop),
        household.may_alone(&child(0), act, today, Some(&place)),
    )
}

#[test]
fn a_birthday_is_the_day_itself() {
    let birth = date(2013, 6, 15);
    let (eve, thirteen) = (date(2026, 6, 14), date(2026, 6, 15));
    let usual = AgeLimits::default();
    let until = Some(thirteen);
    assert_eq!(
        answers(birth, Act::ChangeContact, eve, usual),
        (Ok(()), Err(WhyNot::Guardians { until }))
    );
    assert_eq!(
        answers(birth, Act::ChangeContact, thirteen, usual),
        (Err(WhyNot::TheirOwn { since: thirteen }), Ok(()))
    );
}

#[test]
fn fifteen_at_a_library_with_limit_sixteen() {
    let (birth, today) = (date(2011, 1, 10), date(2026, 2, 1));
    let later = AgeLimits {
        rules_alone_from: 16,
        ..AgeLimits::default()
    };
    let until = Some(date(2027, 1, 10));
    assert_eq!(
        answers(birth, Act::SignRules, today, later),
        (Ok(()), Err(WhyNot::Guardians { until }))
    );
    let since = date(2026, 1, 10);
    let usual = AgeLimits::default();
    assert_eq!(
        answers(birth, Act::SignRules, today, usual),
        (Err(WhyNot::TheirOwn { since }), Ok(()))
    );
    assert_eq!(
        answers(birth, Act::EndCard, today, later),
        (Err(WhyNot::TheirOwn { since }), Ok(()))
    );
}

#[test]
fn staffless_is_the_librarys_alone() {
    let (birth, today) = (date(2012, 1, 10), date(2026, 2, 1));
    let usual = AgeLimits::default();
    assert_eq!(
        answers(birth, Act::SignStaffless, today, usual),
        (Err(WhyNot::NotSaid), Err(WhyNot::NotSaid))
    );
    let trondheim = AgeLimits {
        staffless_alone_from: Some(18),
        staffless_with_guardian_from: Some(15),
        ..usual
    };
    let early = Err(WhyNot::TooEarly {
        from: date(2027, 1, 10),
    });
    assert_eq!(answers(birth, Act::SignStaffless, today, trondheim), (early, early));
    let (guardian, own) = answers(birth, Act::SignStaffless, date(2027, 1, 10), trondheim);
    assert_eq!(guardian, Ok(()));
    assert_eq!(
        own,
        Err(WhyNot::Guardians {
            until: Some(date(2030, 1, 10))
        })
    );
}

#[test]
fn born_on_a_leap_day() {
    let birth = date(2012, 2, 29);
    assert_eq!(reaches(birth, 13), date(2025, 3, 1));
    assert_eq!(reaches(birth, 16), date(2028, 2, 29));
    assert_eq!(reaches(birth, 18), date(2030, 3, 1));
    assert_eq!(age_on(birth, date(2025, 2, 28)), 12);
    assert_eq!(age_on(birth, date(2025, 3, 1)), 13);
    assert_eq!(reaches(Date::MAX, 1), Date::MAX);
}

proptest! {
    #[test]
    fn an_age_is_counted_as_by_hand_and_as_on_the_shelf(birth in birth(), later in 0..12_000_i32) {
        let today = birth.checked_add(later.days()).unwrap();
        let age = age_on(birth, today);
        prop_assert_eq!(Some(i16::from(age)), years(birth, today));
        prop_assert!(reaches(birth, age) <= today && today < reaches(birth, age + 1));
        let party = Party { child: Some((child(0), Basis::Guardian)), name: String::new(), born: birth };
        prop_assert_eq!(party.age(today), age);
    }

    #[test]
    fn a_librarys_own_age_holds_there_and_nowhere_else(birth in birth(), limit in 0..=18_u8, later in 0..6_600_i32) {
        let today = birth.checked_add(later.days()).unwrap();
        let age = age_on(birth, today);
        prop_assume!(age < 18);
        let own = AgeLimits { rules_alone_from: limit, ..AgeLimits::default() };
        let (guardian, alone) = answers(birth, Act::SignRules, today, own);
        prop_assert_eq!((guardian.is_ok(), alone.is_ok()), (age < limit, age >= limit));
        let (guardian, alone) = answers(birth, Act::SignRules, today, AgeLimits::default());
        prop_assert_eq!((guardian.is_ok(), alone.is_ok()), (age < 15, age >= 15));
    }

    #[test]
    fn there_is_no_day_on_which_nobody_can_stop_a_card(birth in birth(), today in day()) {
        let (guardian, alone) = answers(birth, Act::BlockCard, today, AgeLimits::default());
        prop_assert!(today < birth || guardian.is_ok() || alone.is_ok());
    }
}
