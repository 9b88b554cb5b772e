//! One-time codes that prove an e-mail address: six digits, ten minutes, five tries.

use serde::{Deserialize, Serialize};

use super::account::Mail;
use super::patron::Patron;
use crate::personas::Persona;
use crate::random::bytes;
use crate::state::State;

/// How long a code is good, seconds.
const GOOD: i64 = 600;
const TRIES: u8 = 5;
/// So many codes are sent within [`WITHIN`], so that asking for another one isn't another five tries for ever.
const CODES: usize = 5;
const WITHIN: i64 = 3600;

/// What is under way for somebody.
#[derive(Clone, Default, Serialize, Deserialize)]
pub(crate) struct Proving {
    code: Option<Code>,
    sent: Vec<i64>,
}

#[derive(Clone, Serialize, Deserialize)]
struct Code {
    email: String,
    digest: String,
    expires: i64,
    wrong: u8,
}

#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Wrong {
    /// Tries that are left.
    Code(u8),
    /// Or nobody has asked for one.
    Expired,
    /// Seconds until it may be tried again.
    TooMany(i64),
}

/// Six fresh digits; nothing without randomness.
pub(crate) fn new() -> Option<String> {
    let number = u64::from_be_bytes(bytes::<8>().ok()?) % 1_000_000;
    Some(format!("{number:06}"))
}

/// Sends a code; the one before is void.
pub(crate) fn send(
    state: &mut State,
    persona: &Persona,
    email: &str,
    code: &str,
    digest: String,
    now: i64,
) -> Result<(), Wrong> {
    let proving = &mut Patron::of_mut(state, persona).proving;
    proving.sent.retain(|at| at + WITHIN > now);
    if let (true, Some(first)) = (proving.sent.len() >= CODES, proving.sent.first()) {
        return Err(Wrong::TooMany(first + WITHIN - now));
    }
    proving.sent.push(now);
    proving.code = Some(Code {
        email: email.to_owned(),
        digest,
        expires: now + GOOD,
        wrong: 0,
    });
    state.mails.push(Mail {
        person: persona.id.clone(),
        to: email.to_owned(),
        at: now,
        subject: "Kode til Bibliotekkortet".to_owned(),
        text: format!(
            "Koden er {code}. Den gjelder i ti minutter. Er det ikke du som har bedt om den, kan du se bort fra dette."
        ),
    });
    Ok(())
}

impl Proving {
    /// The address that the code proves; the code is spent.
    pub(crate) fn prove(&mut self, digest: &str, now: i64) -> Result<String, Wrong> {
        let code = self.code.as_mut().filter(|it| it.expires > now).ok_or(Wrong::Expired)?;
        if code.wrong >= TRIES {
            return Err(Wrong::TooMany(code.expires - now));
        }
        if code.digest != digest {
            code.wrong += 1;
            return Err(Wrong::Code(TRIES - code.wrong));
        }
        let proved = code.email.clone();
        self.code = None;
        Ok(proved)
    }
}
