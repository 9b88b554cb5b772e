//! The library card without a screen: sign-in, card, cache, freshness.
//!
//! The core is a value, a function and a list of wishes: `(Model, Event) → (Model, Effects)`. One [`runner`] grants the
//! wishes through the [`ports`]; `session` decides; `domain` knows numbers, bars and dates. Shells only draw.

pub mod adapters;
pub mod domain;
mod error;
pub mod ports;
pub mod runner;
pub mod session;

pub use error::{Error, RefusedCheck, Result};
