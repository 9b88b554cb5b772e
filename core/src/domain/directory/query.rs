//! What somebody types.

use jiff::civil::Date;

use super::fold::{self, Fold, Step};
use crate::domain::library::Position;

/// Characters that are read; nobody types more.
const LETTERS: usize = 120;
/// Words that are read.
const WORDS: usize = 8;
/// Letters from which on one typo is tolerated.
const TYPO_FROM: usize = 5;

/// A search.
#[derive(Debug, Clone, Copy)]
pub struct Query<'a> {
    /// What is in the field now; empty lists all.
    pub text: &'a str,
    /// Where the person is, for the nearest first.
    pub near: Option<Position>,
    /// For closings.
    pub today: Date,
    /// Hits to give back at most.
    pub limit: usize,
}

/// A word to find, folded.
#[derive(Debug)]
pub(super) struct Token {
    pub(super) key: String,
    /// As typed, in lower case, without separators.
    pub(super) typed: String,
    /// Letters at the end that folding swallowed: `haa` has one.
    pub(super) tail: usize,
}

/// A query taken apart.
#[derive(Debug)]
pub(super) struct Parsed {
    /// All of it as one word.
    pub(super) joined: Token,
    /// Its words, when there are several.
    pub(super) words: Vec<Token>,
}

impl Token {
    /// Whether folding lost something, so that it matters whether letters stand as typed.
    pub(super) fn lossy(&self) -> bool {
        self.key != self.typed
    }

    /// Whether one typo in it is tolerated: long enough, and no number.
    pub(super) fn takes_typos(&self) -> bool {
        self.key.chars().count() >= TYPO_FROM && !self.key.bytes().any(|b| b.is_ascii_digit())
    }
}

impl Parsed {
    pub(super) fn new(text: &str) -> Self {
        let text = without_country(text.trim());
        let mut words: Vec<Token> = Vec::new();
        let (mut fold, mut inside) = (Fold::default(), false);
        for character in text.chars().take(LETTERS) {
            match fold.step(character) {
                Step::Letters(one, two) => {
                    if !inside && words.len() == WORDS {
                        break;
                    }
                    if !inside {
                        words.push(Token::empty());
                    }
                    inside = true;
                    if let Some(token) = words.last_mut() {
                        token.key.push(one);
                        token.key.extend(two);
                        token.tail = 0;
                        token.typed.push(fold::lower(character));
                    }
                }
                Step::Swallowed => {
                    if let Some(token) = words.last_mut() {
                        token.tail += 1;
                        token.typed.push(fold::lower(character));
                    }
                }
                Step::Break => inside = false,
                Step::Nothing => {}
            }
        }
        Self::joining(words)
    }

    fn joining(mut words: Vec<Token>) -> Self {
        if words.len() < 2 {
            let joined = words.pop().unwrap_or_else(Token::empty);
            return Self { joined, words };
        }
        let mut joined = Token::empty();
        for word in &words {
            joined.key.push_str(&word.key);
            joined.typed.push_str(&word.typed);
            joined.tail = word.tail;
        }
        Self { joined, words }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.joined.key.is_empty()
    }
}

impl Token {
    fn empty() -> Self {
        Self {
            key: String::new(),
            typed: String::new(),
            tail: 0,
        }
    }
}

/// The number of an ISIL (`NO-2030000`), or the text as it is.
fn without_country(text: &str) -> &str {
    let number = match text.get(..2) {
        Some(country) if country.eq_ignore_ascii_case("no") => text.get(2..).unwrap_or_default(),
        _ => return text,
    };
    let digits = number.chars().any(|c| c.is_ascii_digit());
    let only = number.chars().all(|c| c.is_ascii_digit() || c == ' ' || c == '-');
    if digits && only { number } else { text }
}
