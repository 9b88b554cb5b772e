//! What guardians did for a child, for the child to read.
//!
//! An entry says in which role somebody acted, not who: a child may live with one guardian whom the other may not find. The
//! child reads it from the age of its own sign-in on ([`Act::SeeLedger`] in [`super::POWERS`]), guardians while they have a
//! basis; a child is to be heard and to know (vergemålsloven § 17, barneloven § 31).

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Act, Household, Mandate, WhyNot};
use crate::domain::{
    library::LibraryNumber,
    receipt::{Basis, Pseudonym},
    timestamp::Timestamp,
};

/// One act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// When.
    pub at: Timestamp,
    /// What.
    pub act: Act,
    /// Where, when it was about one library.
    pub library: Option<LibraryNumber>,
    /// In which role.
    pub by: Basis,
}

/// All acts for one child, the oldest first, each once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ledger {
    child: Pseudonym,
    entries: Vec<Entry>,
}

/// A mandate for another child.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the mandate is for another child")]
pub struct AnotherChild;

impl Ledger {
    /// An empty one.
    #[must_use]
    pub fn of(child: Pseudonym) -> Self {
        Self {
            child,
            entries: Vec::new(),
        }
    }

    /// Whose it is.
    #[must_use]
    pub fn child(&self) -> &Pseudonym {
        &self.child
    }

    /// Writes down what was done by a mandate.
    ///
    /// # Errors
    /// [`AnotherChild`]; nothing is written then.
    pub fn record(&mut self, mandate: &Mandate, at: Timestamp) -> Result<(), AnotherChild> {
        if *mandate.child() != self.child {
            return Err(AnotherChild);
        }
        self.merge([Entry {
            at,
            act: mandate.act(),
            library: mandate.library(),
            by: mandate.basis(),
        }]);
        Ok(())
    }

    /// Takes in entries as the service has them, in any order; one that is here already is not doubled.
    pub fn merge(&mut self, entries: impl IntoIterator<Item = Entry>) {
        self.entries.extend(entries);
        self.entries.sort_by_key(Entry::key);
        self.entries.dedup();
    }
}

impl Entry {
    fn key(&self) -> (Timestamp, Act, Option<LibraryNumber>, u8) {
        (self.at, self.act, self.library, self.by as u8)
    }
}

impl Household {
    /// The entries, for the child itself or for a guardian.
    ///
    /// # Errors
    /// [`WhyNot`], as for [`Act::SeeLedger`].
    pub fn read<'a>(&self, reader: &Pseudonym, ledger: &'a Ledger, today: Date) -> Result<&'a [Entry], WhyNot> {
        if *reader == ledger.child {
            self.may_alone(reader, Act::SeeLedger, today, None)?;
        } else {
            self.may(reader, &ledger.child, Act::SeeLedger, today, None).map(drop)?;
        }
        Ok(&ledger.entries)
    }
}
