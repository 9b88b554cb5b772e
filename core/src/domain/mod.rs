//! Pure and total: numbers, bars, dates, levels, what a card looks like when. No IO, no clock, no async.

pub mod action;
pub mod barcode;
pub mod card_number;
pub mod device;
pub mod directory;
pub mod door;
pub mod face;
pub mod language;
pub mod level;
pub mod library;
pub mod lock;
pub mod log;
pub mod merkle;
pub mod national_id;
pub mod notice;
pub mod receipt;
pub mod rules;
pub mod secret;
pub mod shelf;
pub mod snapshot;
pub mod timestamp;
pub mod user_name;
