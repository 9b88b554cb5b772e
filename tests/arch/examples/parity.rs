//! Writes the table of states, screens and shells: `cargo run -q -p card-arch --example parity > core/docs/parity.md`
#![allow(clippy::print_stdout, reason = "the table goes to a file by the shell")]

fn main() -> std::io::Result<()> {
    print!("{}", card_arch::parity::table(&card_arch::Tree::repository()?));
    Ok(())
}
