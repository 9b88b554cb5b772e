//! Libraries, the directory, its search and its changes.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod birthdays;
mod changes;
mod demo;
mod generate;
mod library;
mod notices;
mod relation;
mod search;
mod support;
mod told;
mod vectors;
