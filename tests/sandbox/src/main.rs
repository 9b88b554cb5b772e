//! The sandbox as a program: one JSON line with its addresses, then it runs until it is told to stop.

mod arguments;

use std::io::{Read, Write};
use std::process::ExitCode;

use card_sandbox::{Sandbox, StartError};
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::oneshot;

use crate::arguments::{Arguments, HELP, Parsed};

fn main() -> ExitCode {
    let arguments = match arguments::parse(std::env::args().skip(1)) {
        Ok(Parsed::Run(arguments)) => arguments,
        Ok(Parsed::Help) => return say(HELP),
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
    let line = serde_json::json!({
        "issuer": sandbox.issuer,
        "login": sandbox.login,
        "card_service": sandbox.card_service,
        "control": sandbox.control,
    });
    let said = say(&line.to_string());
    if said != ExitCode::SUCCESS {
        return said;
    }
    match wait(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("card-sandbox: cannot wait for signals: {error}.");
            ExitCode::FAILURE
        }
    }
}

/// A line on standard output, flushed: somebody waits for it.
fn say(line: &str) -> ExitCode {
    let mut out = std::io::stdout().lock();
    match writeln!(out, "{line}").and_then(|()| out.flush()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

fn wait(arguments: &Arguments) -> std::io::Result<()> {
    let (closed, mut stdin_closed) = oneshot::channel();
    // The sender must live as long as we wait, or its end would look like a closed stdin.
    let mut kept = Some(closed);
    if arguments.until_stdin_closes
        && let Some(closed) = kept.take()
    {
        std::thread::spawn(move || {
            let mut buffer = [0; 1024];
            while std::io::stdin().read(&mut buffer).is_ok_and(|read| read > 0) {}
            let _ = closed.send(());
        });
    }
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?
        .block_on(async {
            let mut interrupt = signal(SignalKind::interrupt())?;
            let mut terminate = signal(SignalKind::terminate())?;
            tokio::select! {
                _ = interrupt.recv() => {}
                _ = terminate.recv() => {}
                _ = &mut stdin_closed => {}
            }
            Ok(())
        })
}
