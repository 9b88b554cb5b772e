//! The operating system's random numbers.

use crate::{Error, Result, ports::Dice};

/// `getrandom(2)` and its kin: fit for keys, nonces and verifiers.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemDice;

impl Dice for SystemDice {
    fn fill(&self, bytes: &mut [u8]) -> Result<()> {
        getrandom::fill(bytes).map_err(|_| Error::Internal("no random numbers"))
    }
}
