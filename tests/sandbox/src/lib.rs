//! A look-alike of ID-porten, Feide and the national card service, for tests and demos. Never linked into the product.
//!
//! [`Sandbox`] starts four loopback listeners: issuer, login page, card service and control. It shares no code with the
//! core, so that the two can't agree on a mistake. What is assumed about ID-porten is listed in the folder's README.

mod card;
mod clock;
mod control;
mod dpop;
mod faults;
mod gate;
mod jose;
mod keys;
mod listener;
mod params;
mod personas;
mod provider;
mod random;
mod realm;
mod register;
mod sandbox;
mod secrets;
mod service;
mod settings;
mod shared;
mod state;
mod store;
mod switches;
mod twists;

pub use control::{Change, ChildConfirmation, Confirmation, Refused, UnknownPersona};
pub use faults::{At, Fault, Kind};
pub use register::account::Mail;
pub use register::directory::DirectoryChange;
pub use register::patron::{Standing, Status};
pub use register::powers::{Cause, Ending};
pub use register::rules::{Agreement, Published};
pub use sandbox::Sandbox;
pub use settings::{Settings, StartError};
pub use shared::RequestLog;
pub use twists::Twist;
