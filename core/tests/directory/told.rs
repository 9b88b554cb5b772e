//! What was known of a signature, when the relations are told anew.

use card_core::domain::{
    language::Language,
    library::{Agreement, LibraryNumber, Standing},
    rules::Severity,
    shelf::{Newer, Related, Shelf, Signed},
    timestamp::Timestamp,
};
use jiff::civil::date;

const NEWER: Newer = Newer {
    version: 9,
    severity: Severity::Money,
    from: date(2027, 1, 1),
};

fn related(library: &str, standing: Standing, agreements: Vec<Signed>) -> Related {
    Related {
        library: LibraryNumber::parse(library).unwrap(),
        standing,
        since: Timestamp(1),
        home: false,
        agreements,
    }
}

fn signed(agreement: Agreement, version: u32, language: Language, newer: Option<Newer>) -> Signed {
    Signed {
        agreement,
        confirmed: true,
        since: Timestamp(1),
        version,
        language,
        signed_at: Timestamp(1),
        desk_code: None,
        newer,
    }
}

#[test]
fn what_was_known_goes_over_to_the_same_signature_and_to_no_other() {
    let one = |library: &str, agreement, version, language, newer| {
        vec![related(
            library,
            Standing::Active,
            vec![signed(agreement, version, language, newer)],
        )]
    };
    let (rules, nb) = (Agreement::Rules, Language::Nb);
    let after = |told| {
        let mut shelf = Shelf {
            relations: one("2190200", rules, 1, nb, Some(NEWER)),
            ..Shelf::default()
        };
        shelf.told_relations(told);
        shelf.relations[0].agreements[0].newer
    };
    assert_eq!(after(one("2190200", rules, 1, nb, None)), Some(NEWER));
    let others = [
        one("2023000", rules, 1, nb, None),
        one("2190200", Agreement::Staffless, 1, nb, None),
        one("2190200", rules, 2, nb, None),
        one("2190200", rules, 1, Language::Nn, None),
    ];
    for other in others {
        assert_eq!(after(other.clone()), None, "{other:?}");
    }
}

#[test]
fn who_became_a_patron_somewhere_is_noticed_once() {
    let mut shelf = Shelf::default();
    let mut told = |standing| shelf.told_relations(vec![related("2190200", standing, vec![])]);
    let standings = [
        Standing::Pending,
        Standing::Active,
        Standing::Active,
        Standing::Blocked,
        Standing::Active,
    ];
    assert_eq!(standings.map(&mut told), [false, true, false, false, true]);
    assert!(!shelf.told_relations(vec![]) && shelf.relations.is_empty());
}
