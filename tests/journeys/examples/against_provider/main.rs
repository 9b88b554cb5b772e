//! The core's own OpenID client against providers that others wrote. `tests/journeys/peers/*/check.sh` installs and runs them:
//!
//! `against_provider SUITE COMMAND…` where the command starts the provider of that suite.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

mod client;
mod count;
mod pages;
mod peer;
mod plain;
mod strict;
mod strict_broken;
mod strict_ends;
mod strict_keys;

use std::process::ExitCode;

use count::Count;

#[tokio::main]
async fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    let suite = words.next().unwrap_or_default();
    let command: Vec<String> = words.collect();
    let mut count = Count::default();
    match suite.as_str() {
        "mock_oauth2_server" => plain::all(&mut count, &command).await,
        "oidc_provider" => strict::all(&mut count, &command).await,
        _ => {
            eprintln!("against_provider: there is no suite '{suite}'");
            return ExitCode::from(2);
        }
    }
    count.end()
}
