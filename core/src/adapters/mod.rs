//! The only async and the only IO: HTTP, sign-in, register, cache, vault, clock, dice.

pub mod cache;
pub mod clock;
pub mod dice;
pub mod http;
pub mod register;
mod seal;
pub mod sign_in;
mod snapshot;
pub mod vault;
