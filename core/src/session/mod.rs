//! The machine: what is, what happened, what is wished. Pure; one `match` decides.

mod brought;
pub mod card_door;
mod contact;
pub mod effect;
mod ending;
pub mod errand;
pub mod event;
pub mod farewell;
pub mod kept;
pub mod libraries;
mod opening;
pub mod parties;
pub mod sign_in;
pub mod state;
pub mod transition;
pub mod trip;
