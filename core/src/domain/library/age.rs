//! From which age one may have a card, and sign what.

use serde::{Deserialize, Serialize};

/// What one signs at a library: two agreements, each with its own age.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Agreement {
    /// Lånereglement.
    Rules,
    /// Meråpent: coming in when nobody is at work.
    Staffless,
}

/// A library's ages in whole years; `None` is no limit, or none that is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub struct AgeLimits {
    /// Youngest with a card at all; many ask for school age.
    #[serde(default)]
    pub card_from: Option<u8>,
    /// From here on one signs the lending rules oneself; below, a guardian does.
    #[serde(default = "own_agreement")]
    pub rules_alone_from: u8,
    /// From here on one signs the staffless agreement oneself. `None`: the library hasn't said.
    #[serde(default)]
    pub staffless_alone_from: Option<u8>,
    /// From here on a guardian can sign it. `None`: guardians can't.
    #[serde(default)]
    pub staffless_with_guardian_from: Option<u8>,
}

/// Near universal; a library may say otherwise.
const fn own_agreement() -> u8 {
    15
}

impl Default for AgeLimits {
    fn default() -> Self {
        Self {
            card_from: None,
            rules_alone_from: own_agreement(),
            staffless_alone_from: None,
            staffless_with_guardian_from: None,
        }
    }
}

/// Who signs for somebody of an age.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signs {
    /// They themselves.
    Alone,
    /// A guardian; they themselves from that age on, where the library says one.
    Guardian {
        /// When that changes, years.
        alone_from: Option<u8>,
    },
    /// Nobody yet.
    TooYoung {
        /// From when somebody may, years.
        from: u8,
    },
    /// The library hasn't said; ask there.
    NotSaid,
}

impl AgeLimits {
    /// Who signs an agreement for somebody who is `age` years old.
    #[must_use]
    pub fn signs(self, agreement: Agreement, age: u8) -> Signs {
        if let Some(from) = self.card_from.filter(|from| age < *from) {
            return Signs::TooYoung { from };
        }
        match agreement {
            Agreement::Rules if age >= self.rules_alone_from => Signs::Alone,
            Agreement::Rules => Signs::Guardian {
                alone_from: Some(self.rules_alone_from),
            },
            Agreement::Staffless => self.signs_staffless(age),
        }
    }

    fn signs_staffless(self, age: u8) -> Signs {
        match (self.staffless_alone_from, self.staffless_with_guardian_from) {
            (Some(alone), _) if age >= alone => Signs::Alone,
            (alone_from, Some(with)) if age >= with => Signs::Guardian { alone_from },
            (Some(alone), with) => Signs::TooYoung {
                from: with.map_or(alone, |with| with.min(alone)),
            },
            (None, Some(from)) => Signs::TooYoung { from },
            (None, None) => Signs::NotSaid,
        }
    }

    /// Whether somebody who is `age` years old may sign for themselves.
    #[must_use]
    pub fn may_sign_alone(self, agreement: Agreement, age: u8) -> bool {
        self.signs(agreement, age) == Signs::Alone
    }
}
