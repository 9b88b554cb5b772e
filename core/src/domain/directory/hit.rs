//! What a search finds, and which part of it matched.

use std::{borrow::Cow, ops::Range};

use super::{
    fold::{self, Fold, Step},
    index::{Index, Word},
    query::{Parsed, Token},
    typo,
};
use crate::domain::library::LibraryEntry;

/// How a library was found, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    /// By its whole number or ISIL.
    Number,
    /// One of its names begins so.
    NamePrefix,
    /// Words of its names, or its number, begin so.
    WordPrefix,
    /// Its town or district begins so.
    Place,
    /// Its municipality begins so.
    Municipality,
    /// With one typo in a word of five letters or more.
    Typo,
    /// Nothing was asked for.
    Listed,
}

/// A text of a library.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// The name of that index in [`LibraryEntry::names`].
    Name(u8),
    /// [`LibraryEntry::place`].
    Place,
    /// The municipality's name.
    Municipality,
    /// The seven digits.
    Number,
}

/// A part of a text that matched, for highlighting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matched {
    /// Which text.
    pub field: Field,
    /// Bytes of it (UTF-8); both ends lie between characters.
    pub range: Range<usize>,
}

/// A library that was found.
#[derive(Debug, Clone)]
pub struct Hit<'d> {
    /// The library.
    pub library: &'d LibraryEntry,
    /// How it was found.
    pub rank: Rank,
    /// Distance in kilometres where both places are known.
    pub km: Option<f64>,
    /// Closed for a while today; [`LibraryEntry::closing`] says how long.
    pub closed_for_now: bool,
    /// What matched, in order, without overlaps.
    pub matched: Vec<Matched>,
}

/// The outcome of a search.
#[derive(Debug, Clone)]
pub struct Found<'d> {
    /// The best, at most as many as were asked for.
    pub hits: Vec<Hit<'d>>,
    /// How many there are in all.
    pub total: usize,
}

impl Field {
    /// The fields of a library.
    pub(super) fn all(entry: &LibraryEntry) -> impl Iterator<Item = Self> + use<> {
        let names = u8::try_from(entry.names.len()).unwrap_or(u8::MAX);
        let others = [Self::Place, Self::Municipality, Self::Number];
        (0..names).map(Self::Name).chain(others)
    }

    /// The text of this field.
    #[must_use]
    pub fn text(self, of: &LibraryEntry) -> Cow<'_, str> {
        match self {
            Self::Name(at) => Cow::Borrowed(of.names.get(usize::from(at)).map_or("", |n| &n.text)),
            Self::Place => Cow::Borrowed(&of.place),
            Self::Municipality => Cow::Borrowed(&of.municipality.name),
            Self::Number => Cow::Owned(of.number.to_string()),
        }
    }

    /// How good a match here is.
    pub(super) fn rank(self) -> Rank {
        match self {
            Self::Name(_) | Self::Number => Rank::WordPrefix,
            Self::Place => Rank::Place,
            Self::Municipality => Rank::Municipality,
        }
    }
}

/// What of a library matched: the query as one, else each of its words.
pub(super) fn matched(index: &Index, library: u32, query: &Parsed) -> Vec<Matched> {
    if let Some(one) = best(index, library, &query.joined, false) {
        return vec![one];
    }
    let tokens = if query.words.is_empty() {
        std::slice::from_ref(&query.joined)
    } else {
        &query.words
    };
    let each = tokens.iter().filter_map(|token| {
        let exact = best(index, library, token, false);
        exact.or_else(|| token.takes_typos().then(|| best(index, library, token, true)).flatten())
    });
    without_overlaps(each.collect())
}

fn best(index: &Index, library: u32, token: &Token, typos: bool) -> Option<Matched> {
    let candidates = index.of(library).filter_map(|number| {
        let (word, key) = (index.word(number)?, index.key(number));
        let token = token.key.as_bytes();
        let length = match typos {
            true => typo::begins(key, token)?,
            false => key.starts_with(token).then_some(token.len())?,
        };
        Some((word, length))
    });
    let (word, length) = candidates.min_by_key(|(word, _)| (word.field.rank(), !word.first))?;
    let entry = index.entries.get(library as usize)?;
    let end = end(&word.field.text(entry), word, length, token.tail);
    Some(Matched {
        field: word.field,
        range: usize::from(word.at)..end,
    })
}

/// Where in the text the first `length` bytes of a word's key end, with up to `tail` letters that folding swallowed.
fn end(text: &str, word: &Word, length: usize, mut tail: usize) -> usize {
    let start = usize::from(word.at);
    let (mut fold, mut taken, mut end) = (Fold::default(), 0, start);
    for (at, character) in text.get(start..).unwrap_or_default().char_indices() {
        let full = taken >= length;
        match fold.step(character) {
            Step::Letters(..) if full => break,
            Step::Letters(one, two) => taken += one.len_utf8() + two.map_or(0, char::len_utf8),
            Step::Swallowed if full && tail == 0 => break,
            Step::Swallowed if full => tail -= 1,
            Step::Nothing if full && !fold::is_mark(character) => break,
            Step::Break if full => break,
            Step::Swallowed | Step::Nothing | Step::Break => {}
        }
        end = start + at + character.len_utf8();
    }
    end
}

fn without_overlaps(mut all: Vec<Matched>) -> Vec<Matched> {
    all.sort_by_key(|m| (m.field, m.range.start, m.range.end));
    all.dedup_by(|next, before| {
        let overlaps = next.field == before.field && next.range.start <= before.range.end;
        if overlaps {
            before.range.end = before.range.end.max(next.range.end);
        }
        overlaps
    });
    all
}
