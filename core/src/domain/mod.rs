//! Pure and total: numbers, bars, dates, levels, what a card looks like when. No IO, no clock, no async.

pub mod barcode;
pub mod card_number;
pub mod face;
pub mod level;
pub mod national_id;
pub mod secret;
pub mod snapshot;
pub mod timestamp;
