//! Writes the table of the sign-in's checks: `cargo run -q -p card-arch --example conformance > core/docs/conformance.md`
#![allow(clippy::print_stdout, reason = "the table goes to a file by the shell")]

fn main() -> std::io::Result<()> {
    print!("{}", card_arch::conformance::table(&card_arch::Tree::repository()?));
    Ok(())
}
