//! What guardians did is written down once, in order, by role, and read by those who may.

use card_core::domain::{
    household::{Act, AnotherChild, Entry, Ledger, WhyNot},
    receipt::Basis,
    timestamp::Timestamp,
};
use jiff::civil::date;
use proptest::{collection::vec, prelude::*};

use crate::support::{act, born, child, family, guardian, household, linked};

fn entry() -> impl Strategy<Value = Entry> {
    (0..6_i64, act(), any::<bool>()).prop_map(|(at, act, parent)| Entry {
        at: Timestamp(at),
        act,
        library: None,
        by: if parent {
            Basis::ParentalResponsibility
        } else {
            Basis::LibraryConfirmed
        },
    })
}

proptest! {
    #[test]
    fn entries_are_in_order_once_however_they_come(entries in vec(entry(), 0..30), cut in 0..30_usize) {
        let today = date(2027, 1, 1);
        let family = family(date(2013, 6, 15));
        let cut = cut.min(entries.len());
        let (mut whole, mut parts) = (Ledger::of(child(0)), Ledger::of(child(0)));
        whole.merge(entries.clone());
        parts.merge(entries[cut..].iter().copied());
        parts.merge(entries[..cut].iter().copied());
        parts.merge(entries.clone());
        prop_assert_eq!(&whole, &parts);
        let read = family.read(&child(0), &whole, today).unwrap();
        prop_assert!(read.is_sorted_by_key(|entry| entry.at));
        for entry in &entries {
            prop_assert_eq!(read.iter().filter(|known| *known == entry).count(), 1);
        }
        prop_assert!(read.len() <= entries.len());
    }
}

#[test]
fn a_child_reads_it_from_thirteen_and_guardians_while_they_are() {
    let (birth, eve, thirteen) = (date(2013, 6, 15), date(2026, 6, 14), date(2026, 6, 15));
    let family = family(birth);
    let mut ledger = Ledger::of(child(0));
    let mandate = family.may(&guardian(0), &child(0), Act::BlockCard, eve, None).unwrap();
    assert_eq!(ledger.record(&mandate, Timestamp(7)), Ok(()));
    let entry = Entry {
        at: Timestamp(7),
        act: Act::BlockCard,
        library: None,
        by: Basis::ParentalResponsibility,
    };
    assert_eq!(family.read(&guardian(0), &ledger, eve), Ok(&[entry][..]));
    assert_eq!(
        family.read(&child(0), &ledger, eve),
        Err(WhyNot::Guardians { until: Some(thirteen) })
    );
    assert_eq!(family.read(&child(0), &ledger, thirteen), Ok(&[entry][..]));
    assert_eq!(family.read(&guardian(1), &ledger, eve), Err(WhyNot::NoBasis));
    assert_eq!(
        family.read(&guardian(0), &ledger, date(2031, 6, 15)),
        Err(WhyNot::NoBasis)
    );
}

#[test]
fn one_childs_act_is_not_in_anothers_ledger() {
    let birth = date(2018, 1, 1);
    let twins = household(&[born(0, birth), born(1, birth), linked(0, 0, birth), linked(0, 1, birth)]);
    let mandate = twins
        .may(&guardian(0), &child(1), Act::ShowCard, date(2026, 1, 1), None)
        .unwrap();
    assert_eq!(Ledger::of(child(0)).record(&mandate, Timestamp(7)), Err(AnotherChild));
}
