//! The sandbox as a program: one JSON line with its addresses, then it runs until it is told to stop.

mod arguments;

use std::io::{self, Read, Write};
use std::process::ExitCode;

use card_sandbox::{Sandbox, StartError};
use tokio::runtime::Builder;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::oneshot;

use crate::arguments::{HELP, Parsed};

fn main() -> ExitCode {
    let arguments = match arguments::parse(std::env::args().skip(1)) {
        Ok(Parsed::Run(arguments)) => arguments,
        Ok(Parsed::Help) => return say(HELP).map_or(ExitCode::FAILURE, |()| ExitCode::SUCCESS),
        Err(problem) => {
            eprintln!("card-sandbox: {problem}. Try --help.");
            return ExitCode::from(2);
        }
    };
    let sandbox = match Sandbox::start(arguments.settings.clone()) {
        Ok(sandbox) => sandbox,
        Err(StartError::PortInUse { port }) => {
            eprintln!("{}", arguments.language.port_in_use(port));
            return ExitCode::from(3);
        }
        Err(error) => {
            eprintln!("card-sandbox: {error}.");
            return ExitCode::FAILURE;
        }
    };
    match run(&sandbox, arguments.until_stdin_closes) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("card-sandbox: {error}.");
            ExitCode::FAILURE
        }
    }
}

/// Says where the sandbox is and waits to be stopped. Signals are caught before anybody can know whom to send them.
fn run(sandbox: &Sandbox, until_stdin_closes: bool) -> io::Result<()> {
    let runtime = Builder::new_current_thread().enable_all().build()?;
    let inside = runtime.enter();
    let (mut interrupt, mut terminate) = (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
    drop(inside);
    let line = serde_json::json!({
        "issuer": sandbox.issuer,
        "login": sandbox.login,
        "card_service": sandbox.card_service,
        "control": sandbox.control,
    });
    say(&line.to_string())?;
    let (closed, stdin_closed) = oneshot::channel();
    // Kept here when nobody reads stdin: a dropped sender would look like a closed stdin.
    let mut closed = Some(closed);
    if let Some(closed) = closed.take_if(|_| until_stdin_closes) {
        std::thread::spawn(move || {
            let mut buffer = [0; 1024];
            while io::stdin().read(&mut buffer).is_ok_and(|read| read > 0) {}
            let _ = closed.send(());
        });
    }
    runtime.block_on(async {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
            _ = stdin_closed => {}
        }
    });
    Ok(())
}

/// A line on standard output, flushed: somebody waits for it.
fn say(line: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    writeln!(out, "{line}")?;
    out.flush()
}
