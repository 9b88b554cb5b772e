//! The boundary between the core and the shells: at most 20 exported items, all seen here.

mod app;
mod error;
mod log;
mod observe;
mod project;
mod services;
mod view;

pub use app::{CardApp, verify_receipt};
pub use error::CardError;
pub use observe::Subscription;
pub use services::{LogSink, StateObserver, Vault};
pub use view::*;

use card_core::{Error, domain};
use zeroizing_alloc::ZeroAlloc;

/// Memory is wiped when it is given back, so that no token, PIN or number outlives its use in some library's buffer.
#[global_allocator]
static MEMORY: ZeroAlloc<std::alloc::System> = ZeroAlloc(std::alloc::System);

uniffi::setup_scaffolding!("card_core");

/// The bars of a card number.
///
/// # Errors
/// `InvalidNumber`.
#[uniffi::export]
pub fn barcode(number: &str, symbology: Symbology) -> Result<Barcode, CardError> {
    let number = domain::card_number::CardNumber::parse(number).map_err(Error::from)?;
    let code = domain::barcode::encode(&number, symbology).map_err(|_| CardError::Internal)?;
    Ok(code.into())
}

/// The canonical form of what somebody typed: `N` and nine digits.
///
/// # Errors
/// `InvalidNumber`, also when the `N` is missing: ask the person before it is added.
#[uniffi::export]
pub fn parse_card_number(text: &str) -> Result<String, CardError> {
    let number = domain::card_number::CardNumber::parse(text).map_err(Error::from)?;
    Ok(number.to_string())
}
