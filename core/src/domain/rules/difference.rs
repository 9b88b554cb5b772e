//! What changed from one version to the next, clause by clause.

use std::collections::{BTreeMap, BTreeSet};

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::{
    Clause, RulesText,
    severity::{Severity, severity},
    words::{Span, word_difference},
};

/// Two texts that can't be compared: a difference between them would say nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotComparable {
    /// Of two libraries.
    #[error("the rules are of two libraries")]
    Library,
    /// Lending rules and the staffless agreement.
    #[error("the rules are two agreements")]
    Agreement,
    /// In two languages: compare the old version in the language of the new one.
    #[error("the rules are in two languages")]
    Language,
}

/// What happened to a clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ClauseKind {
    /// Nothing.
    Unchanged,
    /// Its heading, its text or what it is about became another; it may have moved too.
    Changed,
    /// It came.
    Added,
    /// It went.
    Removed,
    /// It stands elsewhere, word for word.
    Moved,
}

/// A clause and what happened to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClauseChange {
    /// What happened.
    pub kind: ClauseKind,
    /// Whether it stands elsewhere among those that stayed.
    pub moved: bool,
    /// How much it matters; `Editorial` where nothing happened.
    pub severity: Severity,
    /// As it was; none when it came.
    pub old: Option<Clause>,
    /// As it is; none when it went.
    pub new: Option<Clause>,
    /// The heading, word by word.
    pub heading: Vec<Span>,
    /// The text, word by word.
    pub text: Vec<Span>,
}

/// All clauses of two versions: those of the new one in its order, removed ones after the one that they followed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Every clause, unchanged ones too.
    pub clauses: Vec<ClauseChange>,
}

impl ClauseChange {
    /// The clause's id.
    #[must_use]
    pub fn id(&self) -> &str {
        self.new.as_ref().or(self.old.as_ref()).map_or("", |clause| &clause.id)
    }
}

impl Difference {
    /// Those to which something happened.
    pub fn changes(&self) -> impl Iterator<Item = &ClauseChange> {
        self.clauses
            .iter()
            .filter(|clause| clause.kind != ClauseKind::Unchanged)
    }

    /// Whether nothing changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.changes().next().is_none()
    }

    /// The gravest change; `None` when there is none.
    #[must_use]
    pub fn severity(&self) -> Option<Severity> {
        self.changes().map(|clause| clause.severity).max()
    }

    /// Whether who signed the old version must sign the new one: when anything may say something else.
    #[must_use]
    pub fn needs_new_signature(&self) -> bool {
        self.severity() > Some(Severity::Editorial)
    }
}

/// What changed from `old` to `new`.
///
/// # Errors
/// [`NotComparable`] when they aren't versions of one text.
pub fn difference(old: &RulesText, new: &RulesText) -> Result<Difference, NotComparable> {
    if old.library != new.library {
        return Err(NotComparable::Library);
    }
    if old.agreement != new.agreement {
        return Err(NotComparable::Agreement);
    }
    if old.language != new.language {
        return Err(NotComparable::Language);
    }
    let stayed = stayed_in_order(&old.clauses, &new.clauses);
    let before: BTreeMap<&str, &Clause> = old.clauses.iter().map(|c| (c.id.as_str(), c)).collect();
    let mut clauses: Vec<ClauseChange> = new
        .clauses
        .iter()
        .map(|clause| {
            let was = before.get(clause.id.as_str()).copied();
            let moved = was.is_some() && !stayed.contains(clause.id.as_str());
            change(was, Some(clause), moved, new.editorial)
        })
        .collect();
    put_removed_back(&mut clauses, &old.clauses);
    Ok(Difference { clauses })
}

fn change(old: Option<&Clause>, new: Option<&Clause>, moved: bool, declared: bool) -> ClauseChange {
    let kind = match (old, new) {
        (None, _) => ClauseKind::Added,
        (_, None) => ClauseKind::Removed,
        (old, new) if old != new => ClauseKind::Changed,
        _ if moved => ClauseKind::Moved,
        _ => ClauseKind::Unchanged,
    };
    let text = |clause: Option<&Clause>, part: fn(&Clause) -> &String| clause.map(part).cloned().unwrap_or_default();
    let spans = |part| word_difference(&text(old, part), &text(new, part));
    ClauseChange {
        kind,
        moved,
        severity: severity(old, new, declared),
        old: old.cloned(),
        new: new.cloned(),
        heading: spans(|c| &c.heading),
        text: spans(|c| &c.text),
    }
}

/// Ids of the clauses in both whose order among each other is the same: as many as possible.
fn stayed_in_order<'a>(old: &'a [Clause], new: &[Clause]) -> BTreeSet<&'a str> {
    let ids = |clauses: &'a [Clause]| clauses.iter().map(|c| c.id.as_str()).collect::<Vec<&'a str>>();
    let old = ids(old);
    let new: Vec<&str> = new.iter().map(|c| c.id.as_str()).collect();
    let same = |op: &DiffOp| matches!(op, DiffOp::Equal { .. });
    let ops = capture_diff_slices(Algorithm::Myers, &old, &new);
    let ranges = ops.iter().filter(|op| same(op)).map(DiffOp::old_range);
    ranges
        .flat_map(|range| old.get(range).unwrap_or_default().iter().copied())
        .collect()
}

fn put_removed_back(clauses: &mut Vec<ClauseChange>, old: &[Clause]) {
    let mut at = 0;
    for clause in old {
        match clauses.iter().position(|c| c.id() == clause.id) {
            Some(here) => at = here + 1,
            None => {
                clauses.insert(at, change(Some(clause), None, false, false));
                at += 1;
            }
        }
    }
}
