//! Figures in a clause: numbers, amounts in kroner, ages.

use super::figures::{self, AGE_AFTER, KRONER};

/// An amount in øre (a hundredth of a krone).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Kroner {
    /// Øre.
    pub ore: u64,
}

/// What a text consists of when only its weight counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    /// A number in hundredths: `5 000` and `5.000` are five thousand, `2,50` is two and a half.
    Number(u64),
    /// Letters in lower case.
    Word(String),
    /// Any other visible character.
    Sign(char),
}

/// The tokens of a text; spaces only part them.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let chars: Vec<char> = text.chars().collect();
    let (mut tokens, mut at) = (Vec::new(), 0);
    while let Some(first) = chars.get(at) {
        let rest = chars.get(at..).unwrap_or_default();
        if first.is_ascii_digit() {
            let (value, length) = number(rest);
            tokens.push(Token::Number(value));
            at += length;
        } else if first.is_alphanumeric() {
            let word: String = rest.iter().take_while(|c| is_letter(**c)).collect();
            at += word.chars().count().max(1);
            tokens.push(Token::Word(word.to_lowercase()));
        } else {
            if !first.is_whitespace() {
                tokens.push(Token::Sign(*first));
            }
            at += 1;
        }
    }
    tokens
}

fn is_letter(character: char) -> bool {
    character.is_alphanumeric() && !character.is_ascii_digit()
}

/// A number at the start of the characters, in hundredths, and how many characters it takes.
fn number(chars: &[char]) -> (u64, usize) {
    let digits = |from: usize| chars.iter().skip(from).take_while(|c| c.is_ascii_digit()).count();
    let mut whole: Vec<char> = chars.iter().take(digits(0)).copied().collect();
    let mut length = whole.len();
    let group = |at: usize| matches!(chars.get(at), Some(' ' | '.' | '\u{a0}' | '\u{202f}')) && digits(at + 1) == 3;
    let separator = chars.get(length).copied();
    while length <= 11
        && whole.len() <= 9
        && group(length)
        && (whole.len() <= 3 || chars.get(length).copied() == separator)
    {
        whole.extend(chars.iter().skip(length + 1).take(3));
        length += 4;
    }
    let mut cents = 0;
    if chars.get(length) == Some(&',') && (1..=2).contains(&digits(length + 1)) {
        let places = digits(length + 1);
        let part = value(chars.iter().skip(length + 1).take(places).copied());
        cents = if places == 1 { part * 10 } else { part };
        length += 1 + places;
    }
    (
        value(whole.into_iter()).saturating_mul(100).saturating_add(cents),
        length,
    )
}

fn value(digits: impl Iterator<Item = char>) -> u64 {
    digits
        .filter_map(|c| c.to_digit(10))
        .fold(0, |sum, digit| sum.saturating_mul(10).saturating_add(digit.into()))
}

/// Amounts in kroner in the order in which they stand: `40 kr`, `kr 40`, `kr. 2,50`, `40,-`, `40 kroner`, `40 ruvnno`.
#[must_use]
pub fn amounts(text: &str) -> Vec<Kroner> {
    let tokens = tokens(text);
    let is_kroner = |at: Option<usize>| {
        let token = at.and_then(|at| tokens.get(at));
        matches!(token, Some(Token::Word(word)) if KRONER.contains(&word.as_str()))
    };
    let sign = |at: usize, sign: char| tokens.get(at) == Some(&Token::Sign(sign));
    let number = |at: usize| matches!(tokens.get(at), Some(Token::Number(_)));
    let mut found = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let before = || {
            let word = if at > 0 && sign(at - 1, '.') {
                at.checked_sub(2)
            } else {
                at.checked_sub(1)
            };
            // `10 kr 20` is ten kroner and a number: the word belongs to the number before it
            is_kroner(word) && !word.and_then(|w| w.checked_sub(1)).is_some_and(number)
        };
        let dash = || sign(at + 1, ',') && ['-', '–', '—'].iter().any(|dash| sign(at + 2, *dash));
        if let Token::Number(ore) = token
            && (is_kroner(Some(at + 1)) || dash() || before())
        {
            found.push(Kroner { ore: *ore });
        }
    }
    found
}

/// Ages in whole years in the order in which they stand: `15 år`, `15-åringer`, `femten år`, `15 years`, `15 jagi`. Also finds
/// how long something lasts in years; what a clause is about says which.
#[must_use]
pub fn ages(text: &str) -> Vec<u8> {
    let tokens = tokens(text);
    let mut found = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let years = match token {
            Token::Number(hundredths) if hundredths % 100 == 0 => u8::try_from(hundredths / 100).ok(),
            Token::Word(word) => figures::spelled(word),
            Token::Number(_) | Token::Sign(_) => None,
        };
        let next = if matches!(tokens.get(at + 1), Some(Token::Sign('-' | '‑' | '–'))) {
            at + 2
        } else {
            at + 1
        };
        if let (Some(years @ 1..=120), Some(Token::Word(word))) = (years, tokens.get(next))
            && AGE_AFTER.iter().any(|start| word.starts_with(start))
        {
            found.push(years);
        }
    }
    found
}
