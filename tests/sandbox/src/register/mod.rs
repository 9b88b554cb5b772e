//! What the register knows besides cards: libraries, their rules, who is what there, and the log of receipts.

pub(crate) mod account;
pub(crate) mod ages;
pub(crate) mod birthday;
pub(crate) mod canon;
pub(crate) mod contact;
pub(crate) mod desk;
pub(crate) mod directory;
pub(crate) mod email_code;
pub(crate) mod household;
pub(crate) mod ledger;
pub(crate) mod log;
pub(crate) mod merkle;
pub(crate) mod patron;
pub(crate) mod powers;
pub(crate) mod receipt;
pub(crate) mod registration;
pub(crate) mod rules;
pub(crate) mod secrets;

use std::collections::BTreeMap;
use std::fmt::Write;

use serde_json::Value;
use sha2::{Digest, Sha256};

use self::rules::Published;
use crate::personas::Persona;
use crate::state::State;

/// The data of this build: the directory's first version and the rules that somebody wrote.
pub(crate) struct Register {
    /// Members of the directory besides its libraries.
    pub(crate) about: Value,
    /// By number.
    pub(crate) libraries: BTreeMap<String, Value>,
    pub(crate) rules: rules::Written,
    /// The oldest first.
    pub(crate) children: Vec<household::Child>,
}

impl Register {
    /// `began` is when the sandbox first started.
    pub(crate) fn load(personas: &[Persona], began: i64) -> Result<Self, serde_json::Error> {
        let mut about: Value = serde_json::from_str(include_str!("../../../../shared-assets/libraries/demo.json"))?;
        let libraries = about["libraries"].take();
        Ok(Self {
            about,
            libraries: directory::by_number(serde_json::from_value::<Vec<Value>>(libraries)?),
            rules: rules::Written::load()?,
            children: household::load(personas, began)?,
        })
    }

    /// Every language of a version that a library has published, each with its document.
    pub(crate) fn texts(&self, state: &State, of: &Published, version: u32) -> BTreeMap<String, Value> {
        self.rules
            .version(of, version, &directory::first_name(self, state, &of.library))
    }
}

/// SHA-256 in lower-case hexadecimal.
pub(crate) fn sha256(bytes: impl AsRef<[u8]>) -> String {
    hex(&Sha256::digest(bytes))
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
