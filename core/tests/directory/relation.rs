//! What a person is to a library.

use card_core::domain::{
    library::{Membership, NotActive, NotAllowed, Relation, RelationEvent, Standing, TRANSITIONS, home},
    timestamp::Timestamp,
};

const EVENTS: [RelationEvent; 7] = [
    RelationEvent::Asked,
    RelationEvent::Withdrawn,
    RelationEvent::Refused,
    RelationEvent::TakenAsGuest,
    RelationEvent::Confirmed,
    RelationEvent::Stopped,
    RelationEvent::Ended,
];

fn after(events: &[RelationEvent]) -> Relation {
    let times = (1..).map(Timestamp);
    events.iter().zip(times).fold(Relation::None, |relation, (event, at)| {
        relation.after(*event, at).unwrap()
    })
}

/// One relation in each standing, reached as the table allows.
fn each() -> Vec<Relation> {
    use RelationEvent::{Asked, Confirmed, Ended, Stopped, TakenAsGuest};
    vec![
        after(&[]),
        after(&[Asked]),
        after(&[TakenAsGuest]),
        after(&[Asked, Confirmed]),
        after(&[Asked, Confirmed, Stopped]),
        after(&[Asked, Confirmed, Ended]),
    ]
}

#[test]
fn what_the_table_has_happens_and_nothing_else() {
    let mut happened = 0;
    for relation in each() {
        for event in EVENTS {
            let row = TRANSITIONS
                .iter()
                .find(|(from, what, _)| (*from, *what) == (relation.standing(), event));
            match (relation.after(event, Timestamp(9)), row) {
                (Ok(next), Some((_, _, to))) => assert_eq!(next.standing(), *to),
                (Err(error), None) => assert_eq!(
                    error,
                    NotAllowed {
                        standing: relation.standing(),
                        event
                    }
                ),
                (outcome, row) => panic!("{relation:?} {event:?}: {outcome:?}, {row:?}"),
            }
            happened += usize::from(row.is_some());
        }
    }
    assert_eq!(happened, TRANSITIONS.len(), "every row is reached, none is there twice");
}

#[test]
fn only_the_librarys_word_makes_a_patron() {
    for (from, event, to) in TRANSITIONS {
        assert_eq!(to == Standing::Active, event == RelationEvent::Confirmed, "{from:?}");
        let own = matches!(event, RelationEvent::Asked | RelationEvent::Withdrawn);
        assert!(
            !own || matches!(to, Standing::Pending | Standing::None),
            "one's own wish makes nobody a patron"
        );
    }
}

#[test]
fn times_are_those_of_the_event() {
    use RelationEvent::{Asked, Confirmed};
    assert_eq!(after(&[Asked]), Relation::Pending { since: Timestamp(1) });
    assert_eq!(after(&[Asked, Confirmed]).confirmed().unwrap().since(), Timestamp(2));
    assert!(each().iter().filter(|r| r.confirmed().is_some()).count() == 1);
}

#[test]
fn a_home_library_is_one_where_the_person_is_a_patron() {
    let among: Vec<Membership> = (2_000_000..)
        .zip(each())
        .map(|(number, relation)| Membership {
            library: number.to_string().parse().unwrap(),
            relation,
        })
        .collect();
    for membership in &among {
        let chosen = home(&among, membership.library);
        match membership.relation.standing() {
            Standing::Active => assert_eq!(chosen.unwrap().0, membership.library),
            _ => assert_eq!(chosen, Err(NotActive(membership.library))),
        }
    }
    let elsewhere = "2999999".parse().unwrap();
    assert_eq!(home(&among, elsewhere), Err(NotActive(elsewhere)));
}
