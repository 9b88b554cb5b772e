//! Somebody else's provider in a process of its own. It ends with its input, so also when we are killed.

use std::{process::Stdio, time::Duration};

use serde_json::Value;
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader, Lines},
    process::{Child, ChildStdin, ChildStdout, Command},
    sync::Mutex,
    time::timeout,
};

/// How long a provider may take to say a line; making its keys is the longest of it.
const PATIENCE: Duration = Duration::from_secs(120);

/// A program that says a line of JSON when it is ready, and one for each line that it is told.
pub(crate) struct Peer {
    pub(crate) ready: Value,
    command: Vec<String>,
    process: Mutex<Process>,
}

struct Process {
    child: Child,
    input: ChildStdin,
    output: Lines<BufReader<ChildStdout>>,
}

impl Peer {
    pub(crate) async fn start(command: &[String]) -> Self {
        let (process, ready) = start(command).await;
        Self {
            ready,
            command: command.to_vec(),
            process: Mutex::new(process),
        }
    }

    /// Tells it a line; gives its answer.
    pub(crate) async fn ask(&self, line: &Value) -> Value {
        let mut process = self.process.lock().await;
        process.input.write_all(format!("{line}\n").as_bytes()).await.unwrap();
        answer(&mut process.output).await
    }

    /// Ends it and starts it again with more words.
    pub(crate) async fn restart(&self, words: &[String]) -> Value {
        let mut process = self.process.lock().await;
        process.child.kill().await.unwrap();
        let command = [self.command.as_slice(), words].concat();
        let (new, ready) = start(&command).await;
        *process = new;
        ready
    }
}

async fn start(command: &[String]) -> (Process, Value) {
    let (program, words) = command.split_first().expect("a command that starts the provider");
    let mut child = Command::new(program)
        .args(words)
        .env("PID", crate::client::synthetic_pid())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .kill_on_drop(true)
        .spawn()
        .unwrap();
    let input = child.stdin.take().unwrap();
    let mut output = BufReader::new(child.stdout.take().unwrap()).lines();
    let ready = answer(&mut output).await;
    (Process { child, input, output }, ready)
}

async fn answer(output: &mut Lines<BufReader<ChildStdout>>) -> Value {
    let line = timeout(PATIENCE, output.next_line())
        .await
        .expect("the provider stands still");
    let line = line.unwrap().expect("the provider has ended");
    serde_json::from_str(&line).unwrap()
}
