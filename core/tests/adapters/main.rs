//! The adapters against hostile servers on loopback, written here: none of their code is the sandbox's or the core's.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod card;
mod challenge;
mod devices;
mod discovery;
mod http;
mod id_token;
mod parting;
mod payload;
mod proofs;
mod provider;
mod register;
mod request;
mod server;
mod snapshot;
mod tokens;

/// The Saturday on which these tests take place.
const NOW: i64 = 1_795_000_000;
