//! How much a change matters.

use serde::{Deserialize, Serialize};

use super::{
    About, Clause, figures,
    token::{Token, amounts, tokens},
};

/// How much a change matters, the least first. From `Material` on a new signature is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Severity {
    /// Says the same.
    Editorial,
    /// May say something else.
    Material,
    /// May cost something else.
    Money,
    /// May hold for others.
    Age,
}

/// How much it matters that a clause became another one, came (`old` is none) or went (`new` is none).
///
/// `declared`: the library says that it only put the version before into better words.
pub(super) fn severity(old: Option<&Clause>, new: Option<&Clause>, declared: bool) -> Severity {
    if let (Some(old), Some(new)) = (old, new) {
        let (old, new) = (whole(old), whole(new));
        if weighty(&old) == weighty(&new) && (declared || letters(&old) == letters(&new)) {
            return Severity::Editorial;
        }
    }
    let about = [old, new].into_iter().flatten().map(|c| match c.about {
        About::Money => Severity::Money,
        About::Age => Severity::Age,
        About::General | About::Privacy | About::Conduct => Severity::Material,
    });
    let kroner = |clause: Option<&Clause>| clause.map(|c| amounts(&whole(c))).unwrap_or_default();
    let money = if kroner(old) == kroner(new) {
        Severity::Material
    } else {
        Severity::Money
    };
    about.chain([money]).max().unwrap_or(Severity::Material)
}

/// Heading and text.
fn whole(clause: &Clause) -> String {
    format!("{}\n{}", clause.heading, clause.text)
}

/// All but case, spaces and punctuation. Signs that mean something (%, +, €, §) stay.
fn letters(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && !is_punctuation(*c))
        .flat_map(char::to_lowercase)
        .collect()
}

fn is_punctuation(character: char) -> bool {
    matches!(
        character,
        '.' | ',' | ';' | ':' | '!' | '?' | '"' | '\'' | '(' | ')' | '[' | ']' | '-' | '/' | '*' | '«' | '»' | '·' | '•'
            | '\u{2010}'..='\u{2015}' | '‘'..='‟' | '…' | '‹' | '›'
    )
}

/// Numbers, words and signs that weigh, in order.
fn weighty(text: &str) -> Vec<Token> {
    let weighs = |token: &Token| match token {
        Token::Number(_) => true,
        Token::Word(word) => figures::weighs(word),
        Token::Sign(sign) => !is_punctuation(*sign),
    };
    tokens(text).into_iter().filter(weighs).collect()
}
