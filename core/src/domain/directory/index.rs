//! The index: every word of every library, sorted by what follows from there on.
//!
//! A field's key has no gaps, so a word's entry reaches to the end of its field: `nordodal` finds Nord-Odal from its first word
//! on, and `odal` from its second. All keys lie in one block, words are numbers into it.

use std::{ops::Range, sync::Arc};

use super::{
    fold::{Fold, Step},
    hit::Field,
};
use crate::domain::library::LibraryEntry;

/// A word in one field of one library; 20 bytes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word {
    /// Where its key begins.
    key: u32,
    /// Where its field's key ends.
    end: u32,
    /// Which library, by [`Index::entries`].
    pub(super) library: u32,
    /// Where it begins in the field's own text, bytes.
    pub(super) at: u16,
    pub(super) field: Field,
    /// The first word of its field.
    pub(super) first: bool,
}

#[derive(Debug, Clone)]
pub(super) struct Index {
    /// By name, then number: the order of what is equal otherwise.
    pub(super) entries: Vec<Arc<LibraryEntry>>,
    keys: String,
    /// By library, field and place in it.
    words: Vec<Word>,
    /// First word of each library; one more at the end.
    starts: Vec<u32>,
    /// Numbers of words, sorted by key.
    sorted: Vec<u32>,
    /// Bytes that a sorted word's key shares with the one before, up to 255.
    shared: Vec<u8>,
}

impl Index {
    pub(super) fn new(mut entries: Vec<Arc<LibraryEntry>>) -> Self {
        entries.sort_by_cached_key(|e| (e.names.first().map(|n| super::fold::key(&n.text)), e.number));
        let mut index = Self {
            keys: String::new(),
            words: Vec::new(),
            starts: vec![0],
            sorted: Vec::new(),
            shared: Vec::new(),
            entries: Vec::new(),
        };
        for (library, entry) in (0..).zip(&entries) {
            for field in Field::all(entry) {
                index.add(library, field, &field.text(entry));
            }
            index.starts.push(count(index.words.len()));
        }
        index.entries = entries;
        index.sort();
        index
    }

    fn add(&mut self, library: u32, field: Field, text: &str) {
        let (mut fold, mut inside) = (Fold::default(), false);
        let from = self.words.len();
        for (at, character) in text.char_indices() {
            match fold.step(character) {
                Step::Letters(one, two) => {
                    if !inside && let Ok(at) = u16::try_from(at) {
                        self.words.push(Word {
                            key: count(self.keys.len()),
                            end: 0,
                            library,
                            at,
                            field,
                            first: self.words.len() == from,
                        });
                    }
                    inside = true;
                    self.keys.push(one);
                    self.keys.extend(two);
                }
                Step::Break => inside = false,
                Step::Swallowed | Step::Nothing => {}
            }
        }
        let end = count(self.keys.len());
        self.words.iter_mut().skip(from).for_each(|word| word.end = end);
    }

    fn sort(&mut self) {
        let mut sorted: Vec<u32> = (0..count(self.words.len())).collect();
        sorted.sort_unstable_by(|a, b| self.key(*a).cmp(self.key(*b)).then(a.cmp(b)));
        let mut before: &[u8] = &[];
        let shared = sorted.iter().map(|word| {
            let key = self.key(*word);
            let shared = before.iter().zip(key).take_while(|(a, b)| a == b).count();
            before = key;
            u8::try_from(shared).unwrap_or(u8::MAX)
        });
        self.shared = shared.collect();
        self.sorted = sorted;
        self.keys.shrink_to_fit();
        self.words.shrink_to_fit();
    }

    pub(super) fn word(&self, number: u32) -> Option<&Word> {
        self.words.get(number as usize)
    }

    /// A word's key, to the end of its field.
    pub(super) fn key(&self, number: u32) -> &[u8] {
        let range = self.word(number).map_or(0..0, |w| w.key as usize..w.end as usize);
        self.keys.as_bytes().get(range).unwrap_or_default()
    }

    /// Numbers of the words that a token begins.
    pub(super) fn with_prefix(&self, token: &[u8]) -> &[u32] {
        let start = self.sorted.partition_point(|w| self.key(*w) < token);
        let from = self.sorted.get(start..).unwrap_or_default();
        let length = from.partition_point(|w| self.key(*w).starts_with(token));
        from.get(..length).unwrap_or_default()
    }

    /// All words by key, each with how many bytes of it the one before has too.
    pub(super) fn all(&self) -> impl Iterator<Item = (u32, usize)> {
        self.sorted
            .iter()
            .copied()
            .zip(self.shared.iter().map(|s| usize::from(*s)))
    }

    /// Numbers of a library's words.
    pub(super) fn of(&self, library: u32) -> Range<u32> {
        let at = |i: usize| self.starts.get(i).copied().unwrap_or_default();
        at(library as usize)..at(library as usize + 1)
    }

    /// Whether a word ends after that many bytes of the key of `number`.
    pub(super) fn ends_word(&self, number: u32, length: usize) -> bool {
        let Some(word) = self.word(number) else { return false };
        let target = word.key as usize + length;
        let rest = self.words.get(number as usize + 1..).unwrap_or_default();
        let mut later = rest
            .iter()
            .take_while(|w| w.end == word.end && w.key as usize <= target);
        target == word.end as usize || later.any(|w| w.key as usize == target)
    }

    pub(super) fn bytes(&self) -> usize {
        self.keys.len()
            + size_of::<Word>() * self.words.len()
            + 4 * (self.starts.len() + self.sorted.len())
            + self.shared.len()
    }
}

/// Counts fit: at most 20,000 libraries with texts of at most 512 bytes.
fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
