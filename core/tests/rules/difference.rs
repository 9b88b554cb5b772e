//! What changed, clause by clause and word by word.

use card_core::domain::rules::{
    Clause, ClauseKind, Difference, NotComparable, Severity, Span, SpanPart, difference, word_difference,
};
use proptest::prelude::*;
use serde_json::json;

use crate::support::{Row, clauses, document, parse, rules};

fn kinds(difference: &Difference) -> Vec<(&str, ClauseKind)> {
    difference.clauses.iter().map(|c| (c.id(), c.kind)).collect()
}

const OLD: [Row<'_>; 4] = [
    ("card", "Kortet er gratis.", "general"),
    ("late", "Purring koster 40 kr.", "money"),
    ("age", "Fra 15 år signerer du selv.", "age"),
    ("home", "Ta hensyn.", "conduct"),
];

#[test]
fn each_kind_of_change_is_told_apart() {
    let new = rules(&[
        ("home", "Ta hensyn.", "conduct"),
        ("card", "Kortet er gratis.", "general"),
        ("late", "Purring koster 50 kr.", "money"),
        ("data", "Vi lagrer navn.", "privacy"),
    ]);
    let difference = difference(&rules(&OLD), &new).unwrap();
    let expected = [
        ("home", ClauseKind::Moved),
        ("card", ClauseKind::Unchanged),
        ("late", ClauseKind::Changed),
        ("age", ClauseKind::Removed),
        ("data", ClauseKind::Added),
    ];
    assert_eq!(kinds(&difference), expected);
    let severity: Vec<Severity> = difference.clauses.iter().map(|c| c.severity).collect();
    use Severity::{Age, Editorial, Material, Money};
    assert_eq!(severity, [Editorial, Editorial, Money, Age, Material]);
    assert_eq!(difference.severity(), Some(Age));
    assert!(difference.needs_new_signature());
}

#[test]
fn one_clause_to_the_end_moves_that_one_only() {
    let mut rows = OLD;
    rows.rotate_left(1);
    let difference = difference(&rules(&OLD), &rules(&rows)).unwrap();
    let moved: Vec<&str> = difference.changes().map(|c| c.id()).collect();
    assert_eq!(moved, ["card"]);
    assert!(!difference.needs_new_signature(), "the same words in another order");
}

#[test]
fn removed_clauses_stand_where_they_stood() {
    let difference = difference(&rules(&OLD), &rules(&OLD[2..3])).unwrap();
    let ids: Vec<&str> = difference.clauses.iter().map(|c| c.id()).collect();
    assert_eq!(ids, ["card", "late", "age", "home"]);
}

#[test]
fn only_versions_of_one_text_are_compared() {
    let old = rules(&OLD);
    for (field, value, error) in [
        ("library", json!("2999901"), NotComparable::Library),
        ("agreement", json!("staffless"), NotComparable::Agreement),
        ("language", json!("nn"), NotComparable::Language),
    ] {
        let mut other = document(&clauses(&OLD));
        other[field] = value;
        assert_eq!(difference(&old, &parse(&other).unwrap()), Err(error));
    }
}

fn part(of: &[Span], part: SpanPart) -> Vec<&str> {
    of.iter().filter(|s| s.part == part).map(|s| s.text.as_str()).collect()
}

#[test]
fn spans_are_whole_words() {
    let spans = word_difference("Første purring koster 40 kr.", "Første purring koster 50 kr!");
    assert_eq!(part(&spans, SpanPart::Removed), ["40", "."]);
    assert_eq!(part(&spans, SpanPart::Added), ["50", "!"]);
}

#[test]
fn huge_texts_are_replaced_as_a_whole() {
    let (old, new) = ("a b ".repeat(3_000), "b c ".repeat(3_000));
    let spans = word_difference(&old, &new);
    assert_eq!(spans.len(), 2);
    assert_eq!(word_difference(&old, &old).len(), 1, "unless they are the same");
}

fn side(spans: &[Span], without: SpanPart) -> String {
    spans
        .iter()
        .filter(|s| s.part != without)
        .map(|s| s.text.as_str())
        .collect()
}

/// Old clauses with what the difference says done to them.
fn applied(old: &[Clause], difference: &Difference) -> Vec<Clause> {
    let of = |id: &str| old.iter().find(|c| c.id == id).cloned();
    let kept = difference.clauses.iter().filter(|c| c.kind != ClauseKind::Removed);
    kept.map(|c| match c.kind {
        ClauseKind::Unchanged | ClauseKind::Moved => of(c.id()).unwrap(),
        _ => Clause {
            heading: side(&c.heading, SpanPart::Removed),
            text: side(&c.text, SpanPart::Removed),
            ..c.new.clone().unwrap()
        },
    })
    .collect()
}

fn some_rules() -> impl Strategy<Value = Vec<(String, String, &'static str)>> {
    let about = prop::sample::select(vec!["general", "money", "age", "privacy", "conduct"]);
    let words = prop::sample::select(vec![
        "40 kr", "15 år", "ikke", "kort", "Kort", "bøker, ", ".", "\n", "å 2,50",
    ]);
    let text = prop::collection::vec(words, 1..6).prop_map(|words| format!("x {}", words.join(" ")));
    let clause = ("[a-h]", text, about);
    prop::collection::btree_map(clause.0, (clause.1, clause.2), 1..8)
        .prop_map(|map| {
            map.into_iter()
                .map(|(id, (text, about))| (id, text, about))
                .collect::<Vec<_>>()
        })
        .prop_shuffle()
}

fn of(rows: &[(String, String, &'static str)]) -> card_core::domain::rules::RulesText {
    rules(
        &rows
            .iter()
            .map(|(id, text, about)| (id.as_str(), text.as_str(), *about))
            .collect::<Vec<_>>(),
    )
}

proptest! {
    #[test]
    fn nothing_changed_is_no_difference(rows in some_rules()) {
        let rules = of(&rows);
        let difference = difference(&rules, &rules).unwrap();
        prop_assert!(difference.is_empty() && difference.severity().is_none() && !difference.needs_new_signature());
    }

    #[test]
    fn a_difference_leads_from_the_old_text_to_the_new(old in some_rules(), new in some_rules()) {
        let (old, new) = (of(&old), of(&new));
        let difference = difference(&old, &new).unwrap();
        prop_assert_eq!(applied(old.clauses(), &difference), new.clauses());
        let removed = difference.clauses.iter().filter(|c| c.kind == ClauseKind::Removed).count();
        prop_assert_eq!(difference.clauses.len(), new.clauses().len() + removed);
        prop_assert_eq!(difference.is_empty(), old.clauses() == new.clauses());
    }

    #[test]
    fn spans_hold_both_texts(old in "[a-c ,.\n0-9]{0,30}", new in "\\PC{0,30}|[a-c ,.\n0-9]{0,30}") {
        let spans = word_difference(&old, &new);
        prop_assert_eq!(side(&spans, SpanPart::Added), old.clone());
        prop_assert_eq!(side(&spans, SpanPart::Removed), new.clone());
        prop_assert_eq!(spans.iter().all(|s| s.part == SpanPart::Same), old == new);
    }
}
