//! The system's own safe storage: a real Secret Service, and none at all.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]
#![cfg(target_os = "linux")]

use std::{env, io::Write, path::Path, process::Command};

use card_core::{Error, adapters::vault::KeyringVault, ports::Vault};

/// Runs one test of this file in a process of its own.
fn alone(command: &mut Command, test: &str) -> std::process::Output {
    command
        .args(["--exact", test, "--nocapture"])
        .env("INSIDE", "1")
        .output()
        .unwrap()
}

fn passed(out: &std::process::Output) -> bool {
    out.status.success() && String::from_utf8_lossy(&out.stdout).contains("1 passed")
}

#[test]
fn without_a_store_it_is_told() {
    if env::var_os("INSIDE").is_none() {
        let nowhere = "unix:path=/nonexistent/bus";
        let out = alone(
            Command::new(env::current_exe().unwrap()).env("DBUS_SESSION_BUS_ADDRESS", nowhere),
            "without_a_store_it_is_told",
        );
        return assert!(passed(&out), "{out:?}");
    }
    let vault = KeyringVault::new(Path::new("/data"));
    assert!(matches!(vault.get("session"), Err(Error::VaultUnavailable(_))));
    assert!(matches!(vault.set("session", b"x"), Err(Error::VaultUnavailable(_))));
    assert!(matches!(vault.remove("session"), Err(Error::VaultUnavailable(_))));
}

#[test]
fn the_system_store_keeps_secrets_apart_by_folder() {
    if env::var_os("INSIDE").is_none() {
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/tools/secret-service.sh");
        let home = tempfile::tempdir().unwrap();
        let mut command = Command::new(script);
        command.arg(home.path()).arg(env::current_exe().unwrap());
        let out = alone(&mut command, "the_system_store_keeps_secrets_apart_by_folder");
        if out.status.code() == Some(77) {
            // Written past the test harness, which would swallow it.
            let reason = String::from_utf8_lossy(&out.stderr);
            return writeln!(std::io::stderr(), "skipped: the real keyring: {reason}").unwrap();
        }
        return assert!(passed(&out), "{out:?}");
    }
    let (one, other) = (
        KeyringVault::new(Path::new("/one")),
        KeyringVault::new(Path::new("/other")),
    );
    let long = vec![0xA5; 2000];
    one.set("session", &long).unwrap();
    assert_eq!(KeyringVault::new(Path::new("/one")).get("session").unwrap(), Some(long));
    assert_eq!(other.get("session").unwrap(), None);
    one.set("session", b"short").unwrap();
    assert_eq!(one.get("session").unwrap().as_deref(), Some(b"short".as_slice()));
    one.remove("session").unwrap();
    one.remove("session").unwrap();
    assert_eq!(one.get("session").unwrap(), None);
}
