//! What a signature makes of a relation: at once where the library is digital, else when its desk confirms a code.

use super::account;
use super::ledger::{Act, By};
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
    /// For somebody who is this to libraries until now.
    pub(crate) fn accept(&self, state: &mut State, holder: &str, mut patron: Patron) {
        let Published { library, agreement } = self.of;
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
        state.patrons.insert(holder.to_owned(), patron);
        if waits {
            let code = DeskCode {
                holder: holder.to_owned(),
                library: library.clone(),
                agreement: *agreement,
                expires: self.now + CODE,
                used: false,
            };
            state.desk.insert(self.code.to_owned(), code);
        }
    }
}

/// What a desk hears.
pub(crate) enum Outcome {
    Confirmed {
        /// A persona's or a child's name in the register.
        holder: String,
        library: String,
        agreement: Agreement,
    },
    Unknown,
    /// Or replaced, or the library has decided otherwise since.
    Used,
    Expired,
}

/// A code as it is kept, however somebody typed it: small letters, spaces and a missing hyphen are let be.
pub(crate) fn as_kept(typed: &str) -> String {
    let letters: String = typed.chars().filter(char::is_ascii_alphanumeric).collect();
    let letters = letters.to_ascii_uppercase();
    let halves = letters.split_at_checked(4);
    halves
        .map(|(first, second)| format!("{first}-{second}"))
        .unwrap_or_default()
}

/// What the desk would hear; nothing changes.
pub(crate) fn look(state: &State, typed: &str, now: i64) -> Outcome {
    let code = as_kept(typed);
    let Some(kept) = state.desk.get(&code) else {
        return Outcome::Unknown;
    };
    if kept.used {
        return Outcome::Used;
    }
    if kept.expires <= now {
        return Outcome::Expired;
    }
    let relation = state
        .patrons
        .get(&kept.holder)
        .and_then(|it| it.relations.get(&kept.library));
    let accepted = relation.and_then(|it| it.agreements.get(&kept.agreement));
    if accepted.is_none_or(|it| it.code.as_ref() != Some(&code)) {
        return Outcome::Used;
    }
    Outcome::Confirmed {
        holder: kept.holder.clone(),
        library: kept.library.clone(),
        agreement: kept.agreement,
    }
}

/// Confirms by a code. Being there is use of the card.
pub(crate) fn confirm(state: &mut State, personas: &[Persona], typed: &str, now: i64) -> Outcome {
    let outcome = look(state, typed, now);
    let Outcome::Confirmed {
        holder,
        library,
        agreement,
    } = &outcome
    else {
        return outcome;
    };
    if let Some(persona) = personas.iter().find(|it| it.id == *holder) {
        account::used(state, persona, now);
    }
    if let Some(kept) = state.desk.get_mut(&as_kept(typed)) {
        kept.used = true;
    }
    if let Some(patron) = state.patrons.get_mut(holder) {
        if let Some(accepted) = patron.at(library, now).agreements.get_mut(agreement) {
            (accepted.code, accepted.since) = (None, now);
        }
        if *agreement == Agreement::Rules {
            patron.set(library, Status::Active, now);
        }
        patron.note(Act::Confirmed, Some(library), By::Library, now);
    }
    outcome
}

/// The code that somebody was given for a library's desk, if it is still good for anything.
pub(crate) fn code_of(state: &State, holder: &str, library: &str) -> Option<String> {
    let mut codes = state.desk.iter();
    let found = codes.find(|(_, it)| !it.used && it.holder == holder && it.library == library);
    found.map(|(code, _)| code.clone())
}

/// Nothing is asked of the library any more.
pub(crate) fn take_back(state: &mut State, holder: &str, library: &str, now: i64) {
    let codes = state.desk.values_mut();
    codes
        .filter(|it| it.holder == holder && it.library == library)
        .for_each(|it| it.used = true);
    if let Some(patron) = state.patrons.get_mut(holder) {
        patron.set(library, Status::None, now);
        patron.note(Act::TakenBack, Some(library), By::Own, now);
    }
}
