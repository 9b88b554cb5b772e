//! Pure rules of the card: no clock, no network, no storage.

pub mod barcode;
pub mod card_number;
pub mod national_id;
