//! No secret outlives the session in the memory of the app's process, nor on its disk: the process is another one, looked into
//! from here.
#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    missing_docs
)]

use std::{
    collections::{HashMap, HashSet},
    fs::File,
    io::{Read, Seek, SeekFrom, Write},
    path::Path,
    process::{Child, Command, Stdio},
    sync::Arc,
    time::{Duration, Instant},
};

use card_bindings::{Credential, Door};
use card_journeys::{Browser, Phone, REDIRECT};
use card_sandbox::{Sandbox, Settings};

/// Set in the process that is looked into: where the services are and where its data goes.
const ADDRESS: &str = "CARD_MEMORY_ADDRESS";
const FOLDER: &str = "CARD_MEMORY_FOLDER";
const TEST: &str = "item_73_no_secret_is_left_in_memory_or_on_disk_after_sign_out";

/// Only failing tests wait this long.
const PATIENCE: Duration = Duration::from_secs(20);

/// Reads a line with nothing kept behind; the standard library's own reader keeps what it has read.
fn line() -> String {
    let mut input = File::open("/dev/stdin").unwrap();
    let mut bytes = vec![];
    let mut one = [0];
    while input.read(&mut one).unwrap() == 1 && one[0] != b'\n' {
        bytes.push(one[0]);
    }
    String::from_utf8(bytes).unwrap()
}

fn say(word: &str) {
    println!("\nsaid {word}");
    std::io::stdout().flush().unwrap();
}

/// The app: signs in through both doors, is looked into, signs out, is looked into.
async fn app(address: &str, folder: &Path) {
    let app = Phone::app(address, address, folder, &Arc::default(), None);
    app.start().await.unwrap();
    let by_card = async |user: String, credential| {
        let (redirect, language) = (REDIRECT.to_owned(), "nb".to_owned());
        let signed_in = app.sign_in_with_card(user, credential, true, redirect, language).await;
        assert_eq!(signed_in, Ok(None));
    };
    let pin = Credential::Pin { digits: line() };
    by_card(line(), pin).await;
    let password = Credential::Password { text: line() };
    by_card(line(), password).await;
    let url = app
        .begin_sign_in(Door::IdPorten, REDIRECT.into(), "nb".into())
        .await
        .unwrap();
    say(&url);
    app.finish_sign_in(line()).await.unwrap();
    app.see_devices().await.unwrap();
    say("in");
    line();
    app.sign_out(None, String::new()).await.unwrap();
    say("out");
    line();
}

/// The process and the words that it says.
struct Process {
    child: Child,
    heard: String,
}

impl Process {
    fn hear(&mut self) -> String {
        let out = self.child.stdout.as_mut().unwrap();
        let mut one = [0];
        loop {
            assert_eq!(out.read(&mut one).unwrap(), 1, "it goes on: {}", self.heard);
            self.heard.push(one[0].into());
            if let Some(said) = self
                .heard
                .strip_suffix('\n')
                .and_then(|all| all.rsplit('\n').next()?.strip_prefix("said "))
            {
                let said = said.to_owned();
                self.heard.clear();
                return said;
            }
        }
    }

    fn tell(&mut self, text: &str) {
        writeln!(self.child.stdin.as_mut().unwrap(), "{text}").unwrap();
    }

    /// Everything that can be written to in the process's memory.
    fn memory(&self) -> Vec<u8> {
        let process = format!("/proc/{}", self.child.id());
        let maps = std::fs::read_to_string(format!("{process}/maps")).unwrap();
        let mut memory = File::open(format!("{process}/mem")).unwrap();
        let mut all = vec![];
        for map in maps
            .lines()
            .filter(|map| map.split(' ').nth(1).is_some_and(|rights| rights.starts_with("rw")))
        {
            let (from, to) = map.split(' ').next().unwrap().split_once('-').unwrap();
            let (from, to) = (
                u64::from_str_radix(from, 16).unwrap(),
                u64::from_str_radix(to, 16).unwrap(),
            );
            let mut piece = vec![0; usize::try_from(to - from).unwrap()];
            memory.seek(SeekFrom::Start(from)).unwrap();
            // What isn't there to be read (a guard, the kernel's own) holds nothing.
            if memory.read_exact(&mut piece).is_ok() {
                all.extend(piece);
            }
        }
        all
    }
}

/// Which of the secrets stand in the bytes, by name. Looks for their first sixteen bytes.
fn found(secrets: &[(String, String)], bytes: &[u8]) -> Vec<String> {
    let mut by_start = HashMap::<[u8; 2], HashSet<&[u8]>>::new();
    let mut starts = vec![false; 1 << 16];
    for (_, value) in secrets {
        let head = head(value);
        by_start.entry([head[0], head[1]]).or_default().insert(head);
        starts[usize::from(u16::from_be_bytes([head[0], head[1]]))] = true;
    }
    let mut seen = HashSet::<&[u8]>::new();
    for at in 0..bytes.len().saturating_sub(1) {
        if starts[usize::from(u16::from_be_bytes([bytes[at], bytes[at + 1]]))] {
            let here = &by_start[&[bytes[at], bytes[at + 1]]];
            seen.extend(here.iter().filter(|head| bytes[at..].starts_with(head)));
        }
    }
    let mut names: Vec<_> = secrets
        .iter()
        .filter(|(_, value)| seen.contains(head(value)))
        .map(|(name, _)| name.clone())
        .collect();
    names.sort();
    names
}

fn head(value: &str) -> &[u8] {
    &value.as_bytes()[..value.len().min(16)]
}

fn files(folder: &Path) -> Vec<u8> {
    let entries = std::fs::read_dir(folder).unwrap();
    entries
        .flat_map(|entry| std::fs::read(entry.unwrap().path()).unwrap())
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn item_73_no_secret_is_left_in_memory_or_on_disk_after_sign_out() {
    if let (Ok(address), Ok(folder)) = (std::env::var(ADDRESS), std::env::var(FOLDER)) {
        return app(&address, Path::new(&folder)).await;
    }
    let settings = Settings {
        remember_secrets: true,
        ..Settings::default()
    };
    let sandbox = Sandbox::start(settings).unwrap();
    let dir = tempfile::tempdir().unwrap();
    let child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", TEST, "--nocapture"])
        .env(ADDRESS, &sandbox.card_service)
        .env(FOLDER, dir.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut process = Process {
        child,
        heard: String::new(),
    };
    let national_id = sandbox.national_id("kari").unwrap();
    let number = sandbox.card_number("kari").unwrap();
    for typed in ["4071", &national_id, "fjell-bekk-skog-19", number] {
        process.tell(typed);
    }
    let url = process.hear();
    let redirect = Browser::default().sign_in(&url, "kari").await;
    process.tell(&redirect);
    assert_eq!(process.hear(), "in");
    let mut secrets = sandbox.secrets();
    // Four digits stand everywhere by chance; the field's name before them doesn't.
    secrets.retain(|(name, _)| name != "pin");
    secrets.push(("pin".to_owned(), "pin=4071".to_owned()));
    for name in [
        "access_token",
        "refresh_token",
        "id_token",
        "code",
        "code_verifier",
        "state",
        "nonce",
        "password",
        "username",
    ] {
        assert!(secrets.iter().any(|(other, _)| other == name), "{name} passed by");
    }
    let live = found(&secrets, &process.memory());
    for name in ["access_token", "refresh_token"] {
        assert!(
            live.contains(&name.to_owned()),
            "who searches well finds {name} while it is used: {live:?}"
        );
    }
    assert_eq!(
        found(&secrets, &files(dir.path())),
        [] as [String; 0],
        "on disk while signed in"
    );
    process.tell("");
    assert_eq!(process.hear(), "out");
    let later = sandbox.secrets().into_iter().filter(|(name, _)| name != "pin");
    let all: Vec<_> = later.chain(secrets).collect();
    // Signing out answers before the provider has been told; what is told then is let go of as well.
    let until = Instant::now() + PATIENCE;
    let mut left = found(&all, &process.memory());
    while !left.is_empty() && Instant::now() < until {
        left = found(&all, &process.memory());
    }
    process.tell("");
    assert!(process.child.wait().unwrap().success());
    assert_eq!(left, [] as [String; 0], "in memory");
    assert_eq!(found(&all, &files(dir.path())), [] as [String; 0], "on disk");
}
