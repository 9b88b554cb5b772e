//! What a signature makes of a relation: at once where the library is digital, else when its desk confirms a code.

use super::patron::{Accepted, DeskCode, Patron, Status};
use super::rules::{Agreement, Published};
use crate::personas::Persona;
use crate::random::bytes;
use crate::state::State;

/// Letters and digits that nobody takes for each other; 32 of them.
const LETTERS: &[u8; 32] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
/// How long a code is good, seconds.
const CODE: i64 = 14 * 86_400;

/// Something that was signed just now.
pub(crate) struct Signing<'a> {
    pub(crate) of: &'a Published,
    pub(crate) version: &'a str,
    pub(crate) language: &'a str,
    pub(crate) digital: bool,
    /// For the desk, if it is needed.
    pub(crate) code: &'a str,
    pub(crate) now: i64,
}

/// A fresh code; nothing without randomness.
pub(crate) fn new_code() -> Option<String> {
    let letter = |byte: &u8| LETTERS.get(usize::from(byte % 32)).copied().map(char::from);
    let text: String = bytes::<8>().ok()?.iter().filter_map(letter).collect();
    let (first, second) = text.split_at_checked(4)?;
    Some(format!("{first}-{second}"))
}

impl Signing<'_> {
    pub(crate) fn accept(&self, state: &mut State, persona: &Persona) {
        let Published { library, agreement } = self.of;
        let mut patron = Patron::of(state, persona);
        let relation = patron.at(library, self.now);
        let before = relation.agreements.get(agreement);
        let is_active = match agreement {
            Agreement::Rules => relation.status == Status::Active,
            Agreement::Staffless => before.is_some_and(|it| it.code.is_none()),
        };
        let since = match before {
            Some(before) if is_active => before.since,
            _ => self.now,
        };
        if let Some(old) = before
            .and_then(|it| it.code.as_ref())
            .and_then(|code| state.desk.get_mut(code))
        {
            old.used = true;
        }
        let waits = !self.digital && !is_active;
        let accepted = Accepted {
            version: self.version.to_owned(),
            language: self.language.to_owned(),
            signed_at: self.now,
            since,
            code: waits.then(|| self.code.to_owned()),
        };
        relation.agreements.insert(*agreement, accepted);
        match (agreement, waits, relation.status) {
            (Agreement::Rules, false, _) => patron.set(library, Status::Active, self.now),
            (Agreement::Rules, true, Status::None | Status::Ended) => patron.set(library, Status::Pending, self.now),
            // A guest stays one until the desk has confirmed.
            _ => {}
        }
        state.patrons.insert(persona.id.clone(), patron);
        if waits {
            let code = DeskCode {
                persona: persona.id.clone(),
                library: library.clone(),
                agreement: *agreement,
                expires: self.now + CODE,
                used: false,
            };
            state.desk.insert(self.code.to_owned(), code);
        }
    }
}
