//! Reads numbers from standard input, one a line, and writes what the core says of each: `fnr`, `dnr` … or `no`.
//!
//! For comparing the core with other people's validators (`tests/journeys/peers/national_id`). Verdicts come in the order
//! of the lines; the numbers themselves are not repeated.

#![allow(clippy::print_stdout)]

use std::io::{BufRead, stdin};

use card_core::domain::national_id::{Kind, NationalId, Policy};

fn main() -> std::io::Result<()> {
    for line in stdin().lock().lines() {
        let verdict = match NationalId::parse(&line?, Policy::Any).map(|id| id.kind()) {
            Ok(Kind::Birth) => "fnr",
            Ok(Kind::D) => "dnr",
            Ok(Kind::H) => "hnr",
            Ok(Kind::DAndH) => "dnr-and-hnr",
            Ok(Kind::Synthetic) => "tnr",
            Ok(Kind::DAndSynthetic) => "dnr-and-tnr",
            Err(_) => "no",
        };
        println!("{verdict}");
    }
    Ok(())
}
