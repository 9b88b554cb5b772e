//! The adapters against hostile servers on loopback, written here: none of their code is the sandbox's or the core's.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod at_start;
mod card;
mod challenge;
mod children;
mod choosing;
mod contract;
mod desk;
mod devices;
mod directory;
mod discovery;
mod export;
mod http;
mod id_token;
mod libraries;
mod log;
mod newer;
mod parting;
mod payload;
mod people;
mod proofs;
mod provider;
mod reading;
mod register;
mod request;
mod server;
mod signing;
mod snapshot;
mod tokens;

#[path = "../receipts/forge.rs"]
#[allow(dead_code)]
mod forge;
#[path = "../directory/support.rs"]
#[allow(dead_code)]
mod listed;
#[path = "../rules/support.rs"]
#[allow(dead_code)]
mod rules_support;
#[path = "../receipts/tree.rs"]
#[allow(dead_code)]
mod tree;

/// The Saturday on which these tests take place.
const NOW: i64 = 1_795_000_000;
