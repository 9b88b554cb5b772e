//! The rules of the house as functions over text.
//!
//! A rule takes a [`Tree`] and gives back what breaks it, one line each: where, what, and what to do about it. The
//! rules run on the repository in `tests/`, and each module shows on bad samples that its rule can fail.

pub mod boundary;
pub mod cargo;
pub mod conformance;
pub mod docs;
pub mod kotlin;
pub mod layers;
pub mod licences;
pub mod links;
pub mod markdown;
pub mod parity;
pub mod privacy;
pub mod rust;
pub mod shell;
pub mod sizes;
pub mod states;
pub mod tree;
pub mod versions;
pub mod words;

pub use tree::Tree;

/// What breaks a rule: one line each, empty when all is well.
pub type Findings = Vec<String>;
