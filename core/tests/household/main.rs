//! The household: who may do what for whom, when that changes, what is written down; and texts at the door.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod ahead;
mod basis;
mod clock;
mod email;
mod ledger;
mod neutral;
mod password;
mod phone;
mod pin;
mod private;
mod support;
