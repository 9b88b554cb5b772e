//! The library card without a screen.

pub mod domain;
