//! The three doors of the sign-in page.

use serde::{Deserialize, Serialize};

/// How a person comes in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Door {
    /// Electronic identity.
    IdPorten,
    /// Schools and universities.
    Feide,
    /// Lånenummer or fødselsnummer, with PIN or password.
    CardNumber,
}
