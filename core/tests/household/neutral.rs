//! Refusals to those without a basis can't be told apart, whatever the reason.

use card_core::domain::household::{Act, Household, Told, WhyNot};
use jiff::civil::date;

use crate::support::{born, child, ended, guardian, household, linked, who};

#[test]
fn every_reason_gives_the_same_answer() {
    let (birth, today) = (date(2012, 1, 1), date(2026, 1, 1));
    let family = |more: &[Told]| {
        let mut events = vec![born(0, birth), linked(0, 0, birth), linked(1, 0, birth)];
        events.extend(more.iter().cloned());
        household(&events)
    };
    let gone = Told::Only {
        guardian: guardian(0),
        children: Vec::new(),
        from: today,
    };
    let of_age = household(&[born(0, date(2000, 1, 1)), linked(0, 0, date(2000, 1, 1))]);
    let unborn = household(&[born(0, date(2026, 5, 1)), linked(0, 0, birth)]);
    let homes: [(&str, Household); 7] = [
        (
            "judgment, custody, death, protection: ended",
            family(&[ended(0, 0, today)]),
        ),
        ("protection: no longer in the list", family(&[gone])),
        ("a stranger", household(&[born(0, birth), linked(1, 0, birth)])),
        ("no such child", Household::default()),
        ("not yet", household(&[born(0, birth), linked(0, 0, date(2026, 1, 2))])),
        ("of age", of_age),
        ("unborn", unborn),
    ];
    for (why, home) in &homes {
        for act in Act::ALL {
            let answer = home.may(&guardian(0), &child(0), act, today, None);
            assert_eq!(answer, Err(WhyNot::NoBasis), "{why}");
            assert_eq!(format!("{answer:?}"), "Err(NoBasis)", "{why}");
        }
        assert!(
            home.changes_for(&guardian(0), &child(0), today, &[]).is_empty(),
            "{why}"
        );
        assert_eq!(home.children_of(&guardian(0), today).count(), 0, "{why}");
    }
    assert_eq!(
        family(&[]).may(&who("nobody"), &who("none"), Act::ShowCard, today, None),
        Err(WhyNot::NoBasis)
    );
}

/// What is kept on the phone after protection is, byte for byte, what is kept after any other end.
#[test]
fn nothing_kept_says_why() {
    let (birth, today) = (date(2012, 1, 1), date(2026, 1, 1));
    let mut told_ended = household(&[born(0, birth), linked(0, 0, birth)]);
    let mut told_list = told_ended.clone();
    told_ended.told(ended(0, 0, today));
    told_list.told(Told::Only {
        guardian: guardian(0),
        children: Vec::new(),
        from: today,
    });
    let kept = |household: &Household| serde_json::to_string(household).unwrap();
    assert_eq!(kept(&told_ended), kept(&told_list));
}
