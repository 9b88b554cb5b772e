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

/// What a desk hears.
pub(crate) enum Outcome {
    Confirmed {
        name: String,
        library: String,
        agreement: Agreement,
    },
    Unknown,
    /// Or replaced, or the library has decided otherwise since.
    Used,
    Expired,
}

/// Confirms by a code as somebody typed it: small letters, spaces and a missing hyphen are let be.
pub(crate) fn confirm(state: &mut State, personas: &[Persona], typed: &str, now: i64) -> Outcome {
    let letters: String = typed.chars().filter(char::is_ascii_alphanumeric).collect();
    let letters = letters.to_ascii_uppercase();
    let code = letters
        .split_at_checked(4)
        .map(|(first, second)| format!("{first}-{second}"))
        .unwrap_or_default();
    let Some(kept) = state.desk.get_mut(&code) else {
        return Outcome::Unknown;
    };
    if kept.used {
        return Outcome::Used;
    }
    if kept.expires <= now {
        return Outcome::Expired;
    }
    kept.used = true;
    let kept = kept.clone();
    let Some(persona) = personas.iter().find(|persona| persona.id == kept.persona) else {
        return Outcome::Unknown;
    };
    let patron = Patron::of_mut(state, persona);
    let relation = patron.at(&kept.library, now);
    let accepted = relation.agreements.get_mut(&kept.agreement);
    let Some(accepted) = accepted.filter(|it| it.code.as_ref() == Some(&code)) else {
        return Outcome::Used;
    };
    (accepted.code, accepted.since) = (None, now);
    if kept.agreement == Agreement::Rules {
        patron.set(&kept.library, Status::Active, now);
    }
    Outcome::Confirmed {
        name: persona.name.clone(),
        library: kept.library,
        agreement: kept.agreement,
    }
}
