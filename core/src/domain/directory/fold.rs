//! What counts as the same letter when one looks for a library.
//!
//! People type on the keyboard they have: `Tromso`, `Tromsoe`, `Romsa`, `BAERUM`, `Mosjoen`. So a letter with a mark counts as
//! the letter without, and the three ways to write å, æ and ø become one: after an a (å, æ, ä, á) further a's and e's are
//! dropped, after an o (ø, ö, ó) further e's. Both sides are folded alike, so this finds a little too much at worst; letters
//! typed as they stand come first. A longer text's key always begins with the shorter one's, so results shrink as one types.

/// What a character does to the key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// Adds a letter; a second one for the few that are two.
    Letters(char, Option<char>),
    /// Belongs to the letter before: å written aa, æ written ae, ø written oe.
    Swallowed,
    /// Isn't there: apostrophes, marks, invisible characters.
    Nothing,
    /// Ends a word: spaces, hyphens, other signs.
    Break,
}

/// Folds one word after another; remembers the letter before.
#[derive(Debug, Default)]
pub(super) struct Fold {
    before: Option<char>,
}

impl Fold {
    /// The next character.
    pub(super) fn step(&mut self, character: char) -> Step {
        if is_nothing(character) {
            return Step::Nothing;
        }
        let lower = lower(character);
        if !lower.is_alphanumeric() {
            self.before = None;
            return Step::Break;
        }
        let plain = plain(lower);
        if matches!((self.before, plain), (Some('a'), 'a' | 'e') | (Some('o'), 'e')) {
            return Step::Swallowed;
        }
        self.before = Some(plain);
        Step::Letters(plain, (lower == 'ß').then_some('s'))
    }
}

/// The key of a text: its words folded, without anything between them.
pub(super) fn key(text: &str) -> String {
    let mut fold = Fold::default();
    let mut key = String::with_capacity(text.len());
    for character in text.chars() {
        if let Step::Letters(one, two) = fold.step(character) {
            key.push(one);
            key.extend(two);
        }
    }
    key
}

/// Lower case, as one character: what else a letter turns into is a mark.
pub(super) fn lower(character: char) -> char {
    if character.is_ascii() {
        return character.to_ascii_lowercase();
    }
    character.to_lowercase().next().unwrap_or(character)
}

/// Whether a character is passed over without ending a word.
pub(super) fn is_nothing(character: char) -> bool {
    matches!(
        character,
        '\'' | '`' | '´' | '\u{2b9}'..='\u{2bf}' | '‘' | '’' | '‛' | '′'
            | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}'
    ) || is_mark(character)
}

/// Combining marks, as in texts that keep letters and marks apart (NFD).
pub(super) fn is_mark(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}')
}

/// The letter without marks, of the alphabets of Norway and its neighbours; others stay.
fn plain(lower: char) -> char {
    match lower {
        'a'..='z' | '0'..='9' => lower,
        'à'..='æ' | 'ā' | 'ă' | 'ą' | 'ǎ' | 'ǟ' | 'ǽ' => 'a',
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => 'c',
        'ď' | 'đ' | 'ð' => 'd',
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => 'e',
        'ĝ' | 'ğ' | 'ġ' | 'ģ' | 'ǧ' | 'ǥ' => 'g',
        'ĥ' | 'ħ' => 'h',
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => 'i',
        'ĵ' => 'j',
        'ķ' | 'ǩ' => 'k',
        'ĺ' | 'ļ' | 'ľ' | 'ł' => 'l',
        'ñ' | 'ń' | 'ņ' | 'ň' | 'ŋ' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' | 'œ' | 'ǿ' => 'o',
        'ŕ' | 'ŗ' | 'ř' => 'r',
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' | 'ß' => 's',
        'ţ' | 'ť' | 'ŧ' | 'ț' => 't',
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => 'u',
        'ŵ' => 'w',
        'ý' | 'ÿ' | 'ŷ' => 'y',
        'ź' | 'ż' | 'ž' | 'ʒ' | 'ǯ' => 'z',
        other => other,
    }
}
