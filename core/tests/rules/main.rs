//! Lending rules: what is refused, what changed, how much it matters.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod demo;
mod difference;
mod figures;
mod refused;
mod severity;
mod support;
