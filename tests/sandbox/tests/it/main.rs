//! The sandbox over real HTTP, by a client that knows nothing of its inside.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod account;
mod agreements;
mod app;
mod card;
mod challenge;
mod control;
mod desk;
mod devices;
mod faults;
mod feide;
mod flow;
mod for_children;
mod household;
mod libraries;
mod logout;
mod pages;
mod personas;
mod program;
mod proofs;
mod provider;
mod receipts;
mod relations;
mod restart;
mod said;
mod signatures;
mod strict;
mod taking_back;
mod tokens;
mod twists;
mod twists_answers;
mod twists_callback;
mod twists_id_token;
