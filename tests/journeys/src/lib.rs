//! The real core against the real sandbox, over HTTP: what a phone and a browser do, without pixels.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod browser;
pub mod libraries;
pub mod people;
mod phone;

pub use browser::{Browser, http};
pub use phone::{
    Keys, PARTED, Phone, REDIRECT, SIGN_IN_CODES, asked_by_app, assert_known_code, eventually, seen, until_asked,
};
