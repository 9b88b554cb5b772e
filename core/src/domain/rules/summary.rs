//! What changes for the person, as data: codes and figures that stand in the clauses. Shells choose words for the codes; the
//! library's own text is shown beside them.

use jiff::civil::Date;
use similar::{Algorithm, capture_diff_slices};

use super::{
    About, Clause, RulesText,
    difference::{ClauseKind, Difference},
    severity::Severity,
    token::{Kroner, ages, amounts},
};

/// One thing that changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WhatChanges {
    /// The clause that says so.
    pub clause: String,
    /// How much it matters.
    pub severity: Severity,
    /// What it is.
    pub change: Change,
}

/// A kind of change, with figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// An amount became another, came (`old` is none) or went (`new` is none).
    Amount {
        /// As it was.
        old: Option<Kroner>,
        /// As it is.
        new: Option<Kroner>,
    },
    /// An age in a clause about ages became another, came or went, years.
    Age {
        /// As it was.
        old: Option<u8>,
        /// As it is.
        new: Option<u8>,
    },
    /// A new clause.
    Added(About),
    /// A clause that no longer holds.
    Removed(About),
    /// Another wording that may say something else, without a figure to name.
    Reworded(About),
}

/// What changes with `new`, in the order of its clauses, and from when. Editorial changes aren't named.
#[must_use]
pub fn what_changes(difference: &Difference, new: &RulesText) -> (Date, Vec<WhatChanges>) {
    let mut all = Vec::new();
    for clause in difference.changes().filter(|c| c.severity > Severity::Editorial) {
        let (old, now) = (clause.old.as_ref(), clause.new.as_ref());
        let about = now.or(old).map(|c| c.about).unwrap_or_default();
        let mut changes: Vec<Change> = Vec::new();
        changes.extend(pairs(&kroner(old), &kroner(now)).map(|(old, new)| Change::Amount { old, new }));
        let of_age = |c: Option<&Clause>| {
            c.filter(|c| c.about == About::Age)
                .map(|c| ages(&c.text))
                .unwrap_or_default()
        };
        changes.extend(pairs(&of_age(old), &of_age(now)).map(|(old, new)| Change::Age { old, new }));
        match clause.kind {
            ClauseKind::Added => changes.insert(0, Change::Added(about)),
            ClauseKind::Removed => changes.insert(0, Change::Removed(about)),
            _ if changes.is_empty() => changes.push(Change::Reworded(about)),
            _ => {}
        }
        all.extend(changes.into_iter().map(|change| WhatChanges {
            clause: clause.id().to_owned(),
            severity: clause.severity,
            change,
        }));
    }
    (new.valid_from(), all)
}

fn kroner(clause: Option<&Clause>) -> Vec<Kroner> {
    clause.map(|c| amounts(&c.text)).unwrap_or_default()
}

/// Figures that aren't the same any more, side by side as they stand.
fn pairs<T: Copy + Eq + std::hash::Hash + Ord>(old: &[T], new: &[T]) -> impl Iterator<Item = (Option<T>, Option<T>)> {
    let mut pairs = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, old, new) {
        let (old, new) = (
            old.get(op.old_range()).unwrap_or_default(),
            new.get(op.new_range()).unwrap_or_default(),
        );
        let both = (0..old.len().max(new.len())).map(|i| (old.get(i).copied(), new.get(i).copied()));
        pairs.extend(both.filter(|(old, new)| old != new));
    }
    pairs.into_iter()
}
