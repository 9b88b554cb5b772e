//! The machine: what is, what happened, what is wished. Pure; one `match` decides.

mod contact;
pub mod effect;
pub mod event;
pub mod kept;
pub mod sign_in;
pub mod state;
pub mod transition;
