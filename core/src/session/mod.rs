//! The machine: what is, what happened, what is wished. Pure; one `match` decides.

pub mod asks;
mod brought;
pub mod card_door;
mod contact;
pub mod effect;
mod ending;
pub mod errand;
pub mod event;
pub mod farewell;
pub mod kept;
mod kin;
pub mod libraries;
mod opening;
pub mod parties;
pub mod people;
pub mod registering;
pub mod sign_in;
pub mod state;
pub mod transition;
pub mod trip;
