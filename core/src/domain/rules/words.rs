//! What changed inside a text, word by word.

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// Words on one side times words on the other, at most; beyond that the whole text counts as replaced, which is true and quick.
const MOST_PAIRS: usize = 4_000_000;

/// What a part of a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SpanPart {
    /// In both.
    Same,
    /// Only in the old text.
    Removed,
    /// Only in the new one.
    Added,
}

/// A part of a text. The same and removed ones in order are the old text, the same and added ones the new.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// What it is.
    pub part: SpanPart,
    /// Its text: whole words, spaces and signs.
    pub text: String,
}

/// The difference between two texts, by words, runs of spaces, and single signs.
#[must_use]
pub fn word_difference(old: &str, new: &str) -> Vec<Span> {
    let (old_words, new_words) = (split(old), split(new));
    let mut spans = Spans(Vec::new());
    if old_words.len().saturating_mul(new_words.len()) > MOST_PAIRS && old != new {
        spans.push(SpanPart::Removed, old);
        spans.push(SpanPart::Added, new);
        return spans.0;
    }
    for op in capture_diff_slices(Algorithm::Myers, &old_words, &new_words) {
        let (old, new) = (
            old_words.get(op.old_range()).unwrap_or_default().concat(),
            new_words.get(op.new_range()).unwrap_or_default().concat(),
        );
        if matches!(op, DiffOp::Equal { .. }) {
            spans.push(SpanPart::Same, &new);
        } else {
            spans.push(SpanPart::Removed, &old);
            spans.push(SpanPart::Added, &new);
        }
    }
    spans.0
}

struct Spans(Vec<Span>);

impl Spans {
    fn push(&mut self, part: SpanPart, text: &str) {
        match self.0.last_mut() {
            _ if text.is_empty() => {}
            Some(last) if last.part == part => last.text.push_str(text),
            _ => self.0.push(Span {
                part,
                text: text.to_owned(),
            }),
        }
    }
}

/// Words (letters and digits), runs of spaces, and every other character alone; together they are the text.
fn split(text: &str) -> Vec<&str> {
    let kind = |c: char| match c {
        c if c.is_alphanumeric() => 0,
        c if c.is_whitespace() => 1,
        _ => 2,
    };
    let mut parts = Vec::new();
    let (mut start, mut before) = (0, None);
    for (at, character) in text.char_indices() {
        let kind = kind(character);
        if at > start && (before != Some(kind) || kind == 2) {
            parts.push(text.get(start..at).unwrap_or_default());
            start = at;
        }
        before = Some(kind);
    }
    if start < text.len() {
        parts.push(text.get(start..).unwrap_or_default());
    }
    parts
}
