//! The real core against the real sandbox, over HTTP: what a phone and a browser do, without pixels.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod browser;
mod phone;

pub use browser::{Browser, http};
pub use phone::{Keys, PARTED, Phone, REDIRECT, asked_by_app, seen};
