//! A real small file system, in a mount namespace of the test's own (unshare(1), util-linux): full, and read-only.

use super::*;
use std::{env, process::Command};

/// Runs this test again, alone, with a tmpfs of `size` on a folder, prepared by the shell line `then`.
fn again(test: &str, size: &str, then: &str) {
    let dir = tempfile::tempdir().unwrap();
    let script =
        format!("mount -t tmpfs -o size={size} tmpfs \"$DIR\" && {then} && exec \"$EXE\" --exact {test} --nocapture");
    let out = Command::new("unshare")
        .args(["--map-root-user", "--mount", "sh", "-c", &script])
        .env("DIR", dir.path())
        .env("EXE", env::current_exe().unwrap())
        .env("INSIDE", "1")
        .output()
        .expect("unshare, of util-linux, is there");
    let (stdout, stderr) = (
        String::from_utf8_lossy(&out.stdout),
        String::from_utf8_lossy(&out.stderr),
    );
    assert!(
        out.status.success() && stdout.contains("1 passed"),
        "{stdout}\n{stderr}"
    );
}

fn inside() -> Option<std::path::PathBuf> {
    env::var_os("INSIDE").and(env::var_os("DIR")).map(Into::into)
}

#[test]
fn a_full_disk_is_told_and_loses_nothing() {
    let Some(dir) = inside() else {
        return again("disk::a_full_disk_is_told_and_loses_nothing", "256k", "true");
    };
    let vault = Arc::new(Memory::default());
    cache(&dir, &vault).save(&card("before")).unwrap();
    std::fs::write(dir.join("filler"), vec![0; 1024 * 1024]).unwrap_err();
    assert_eq!(
        cache(&dir, &vault).save(&card(&"x".repeat(60_000))),
        Err(Error::StorageFull)
    );
    let loaded = cache(&dir, &vault).load();
    assert_eq!(loaded.card, Some(card("before")));
    assert!(
        matches!(loaded.trouble, None | Some(Error::StorageFull)),
        "{:?}",
        loaded.trouble
    );
}

#[test]
fn a_disk_that_was_full_from_the_beginning() {
    let Some(dir) = inside() else {
        return again("disk::a_disk_that_was_full_from_the_beginning", "4k", "true");
    };
    let vault = Arc::new(Memory::default());
    let loaded = cache(&dir, &vault).load();
    assert_eq!((loaded.card, loaded.trouble), (None, Some(Error::StorageFull)));
    assert_eq!(cache(&dir, &vault).save(&card("x")), Err(Error::StorageFull));
}

#[test]
fn a_read_only_folder_still_shows_its_card() {
    let Some(dir) = inside() else {
        return again("disk::a_read_only_folder_still_shows_its_card", "1m", "true");
    };
    let vault = Arc::new(Memory::default());
    cache(&dir, &vault).save(&card("x")).unwrap();
    let closed = Command::new("mount")
        .args(["-o", "remount,ro"])
        .arg(&dir)
        .status()
        .unwrap();
    assert!(closed.success());
    let loaded = cache(&dir, &vault).load();
    assert_eq!(
        (loaded.card, loaded.trouble),
        (Some(card("x")), Some(Error::StorageReadOnly))
    );
    assert_eq!(cache(&dir, &vault).save(&card("y")), Err(Error::StorageReadOnly));
    assert_eq!(cache(&dir, &vault).wipe(), Err(Error::StorageReadOnly));
}
