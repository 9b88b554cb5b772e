//! No personal number comes out of a record's `Debug`, even where a service uses one as a name.

use card_core::domain::{
    email::Email,
    household::{Act, Acts, Child, Household, Ledger, Link, Told},
    phone::Phone,
    receipt::Basis,
    timestamp::Timestamp,
};
use jiff::civil::date;
use proptest::prelude::*;

use crate::support::who;

fn run_of_digits(text: &str) -> usize {
    text.split(|c: char| !c.is_ascii_digit())
        .map(str::len)
        .max()
        .unwrap_or(0)
}

proptest! {
    #[test]
    fn no_record_prints_a_persons_number(child in "[0-4][0-9]8[1-9][0-9]{7}", guardian in "[0-4][0-9]9[0-2][0-9]{7}") {
        let birth = date(2018, 1, 1);
        let mut household = Household::default();
        let (child, guardian) = (who(&child), who(&guardian));
        let told = Told::Child(Child { child: child.clone(), born: birth });
        let link = Told::Linked(Link {
            guardian: guardian.clone(), child: child.clone(), basis: Basis::Guardian, acts: Acts::ALL, from: birth, until: None,
        });
        let mut printed = format!("{told:?}{link:?}");
        household.told(told);
        household.told(link);
        let today = date(2026, 1, 1);
        let mandate = household.may(&guardian, &child, Act::ShowCard, today, None).unwrap();
        let mut ledger = Ledger::of(child.clone());
        ledger.record(&mandate, Timestamp(0)).unwrap();
        let ahead = household.changes_ahead(&child, today, &[]);
        printed += &format!("{household:?}{mandate:?}{ledger:?}{ahead:?}");
        prop_assert!(printed.contains("Pseudonym(…)"));
        prop_assert!(run_of_digits(&printed) <= 4, "{}", printed);
    }

    #[test]
    fn no_address_and_no_phone_prints_itself(name in "[a-z]{3,9}", digits in "[2-9][0-9]{7}") {
        let email = Email::parse(&format!("{name}@example.no")).unwrap();
        let phone = Phone::parse(&digits).unwrap();
        prop_assert_eq!(format!("{email:?}{phone:?}"), "Email(…)Phone(…)");
    }
}
