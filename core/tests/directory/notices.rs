//! What a person ought to know: in which order, and when no more.

use card_core::domain::{
    directory::{Directory, bundled},
    language::Language,
    library::{Agreement, LibraryNumber, Standing},
    notice::{Notice, notices},
    rules::Severity,
    shelf::{Newer, Related, Shelf, Signed, Unused},
    timestamp::Timestamp,
};
use jiff::civil::{Date, date};

const TODAY: Date = date(2026, 11, 26);

fn number(text: &str) -> LibraryNumber {
    LibraryNumber::parse(text).unwrap()
}

fn signed(severity: Severity, from: Date) -> Signed {
    Signed {
        agreement: Agreement::Rules,
        confirmed: true,
        since: Timestamp(1),
        version: 1,
        language: Language::Nb,
        signed_at: Timestamp(1),
        desk_code: None,
        newer: Some(Newer {
            version: 2,
            severity,
            from,
        }),
    }
}

fn related(library: &str, standing: Standing, agreements: Vec<Signed>) -> Related {
    Related {
        library: number(library),
        standing,
        since: Timestamp(1),
        home: false,
        agreements,
    }
}

fn shelf() -> Shelf {
    Shelf {
        relations: vec![
            related(
                "2190200",
                Standing::Active,
                vec![signed(Severity::Age, date(2027, 2, 1))],
            ),
            related(
                "2023000",
                Standing::Active,
                vec![signed(Severity::Money, date(2027, 1, 1))],
            ),
            related(
                "2122100",
                Standing::Active,
                vec![signed(Severity::Editorial, date(2027, 1, 1))],
            ),
        ],
        unused: vec![Unused {
            last_used_at: Timestamp(1),
            ends_at: Timestamp(2),
        }],
        forked_at: Some(Timestamp(3)),
        ..Shelf::default()
    }
}

/// A directory with that closing for one library.
fn closing(closing: &str) -> Directory {
    let mut one = super::support::library(2_190_200, "Tromsø");
    one["closing"] = serde_json::from_str(closing).unwrap();
    super::support::directory(1, &[one])
}

#[test]
fn what_ends_comes_first_then_what_is_to_be_signed_by_its_day_and_an_editorial_change_is_none() {
    let all = notices(&shelf(), None, Some(&bundled()), TODAY);
    let kinds: Vec<_> = all
        .iter()
        .map(|notice| match notice {
            Notice::Unused { .. } => "unused".to_owned(),
            Notice::SignAgain { library, severity, .. } => format!("{library} {severity:?}"),
            Notice::Closing { library, .. } => format!("{library} closes"),
            Notice::Birthday { turns, .. } => format!("{turns}"),
            Notice::LogForked { .. } => "forked".to_owned(),
        })
        .collect();
    assert_eq!(kinds, ["unused", "2023000 Money", "2190200 Age", "forked"]);
}

#[test]
fn who_has_left_is_told_nothing_more() {
    let left = Shelf {
        left_at: Some(Timestamp(4)),
        ..shelf()
    };
    assert_eq!(notices(&left, None, Some(&bundled()), TODAY), []);
}

#[test]
fn a_library_that_closes_is_news_to_its_patrons_until_it_has_opened_again() {
    let temporary = closing(r#"{"kind":"temporary","from":"2026-12-01","to":"2026-12-31"}"#);
    let told = |standing, today| {
        let shelf = Shelf {
            relations: vec![related("2190200", standing, vec![])],
            ..Shelf::default()
        };
        notices(&shelf, None, Some(&temporary), today)
    };
    let expected = Notice::Closing {
        library: number("2190200"),
        for_good: false,
        from: Some(date(2026, 12, 1)),
    };
    assert_eq!(told(Standing::Active, TODAY), std::slice::from_ref(&expected));
    assert_eq!(told(Standing::Pending, date(2026, 12, 31)), [expected]);
    assert_eq!(told(Standing::Active, date(2027, 1, 1)), []);
    assert_eq!(told(Standing::Ended, TODAY), []);
}
