//! The only async and the only IO: HTTP, sign-in, register, cache, vault, clock, dice.

#[cfg(target_os = "android")]
pub mod android;
pub mod cache;
pub mod clock;
pub mod dice;
pub mod http;
mod jose;
pub mod receipt;
pub mod register;
mod seal;
pub mod sign_in;
mod snapshot;
pub mod system;
pub mod vault;
