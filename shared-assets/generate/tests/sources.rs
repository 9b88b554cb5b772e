//! The sources as they are, and the command on copies of them that were broken.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use card_assets::icons;
use tempfile::TempDir;

fn assets() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn copy() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for sub in ["strings", "icons"] {
        fs::create_dir(folder.path().join(sub)).unwrap();
    }
    for file in [
        "tokens.toml",
        "icons/icons.toml",
        "strings/nb.toml",
        "strings/nn.toml",
        "strings/se.toml",
        "strings/en.toml",
    ] {
        fs::copy(assets().join(file), folder.path().join(file)).unwrap();
    }
    folder
}

fn change(folder: &TempDir, file: &str, old: &str, new: &str) {
    let path = folder.path().join(file);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(old), "{old} is not in {file}");
    fs::write(&path, text.replacen(old, new, 1)).unwrap();
}

fn run(folder: &TempDir) -> Output {
    Command::new(env!("CARGO_BIN_EXE_card-assets"))
        .arg("--assets")
        .arg(folder.path())
        .arg("--out")
        .arg(folder.path().join("out"))
        .output()
        .unwrap()
}

fn refusal(folder: &TempDir) -> String {
    let output = run(folder);
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    assert!(
        !folder.path().join("out").exists(),
        "nothing is written when something is wrong"
    );
    String::from_utf8(output.stderr).unwrap()
}

#[test]
fn the_sources_give_three_files_and_the_second_run_touches_none() {
    let folder = copy();
    let first = String::from_utf8(run(&folder).stdout).unwrap();
    assert_eq!(first.matches("Written").count(), 3, "{first}");
    let second = String::from_utf8(run(&folder).stdout).unwrap();
    assert_eq!(second.matches("Unchanged").count(), 3, "{second}");
    for file in ["text/Strings.kt", "theme/Tokens.kt", "theme/Icons.kt"] {
        assert!(folder.path().join("out/no/bibliotekkortet/ui").join(file).exists());
    }
}

#[test]
fn all_that_is_wrong_is_told_at_once() {
    let folder = copy();
    change(
        &folder,
        "strings/en.toml",
        "hold = \"Hold the phone up to the reader\"\n",
        "",
    );
    change(&folder, "strings/se.toml", "Gidde", "");
    change(
        &folder,
        "tokens.toml",
        "onPrimary = \"#FFFFFF\"",
        "onPrimary = \"#2A6F88\"",
    );
    change(&folder, "icons/icons.toml", "M19 12", "<svg>");
    let told = refusal(&folder);
    for part in [
        "en.toml: reader.hold is missing",
        "se.toml: reader.close is empty",
        "onPrimary on primary",
        "back is not SVG",
    ] {
        assert!(told.contains(part), "{part} is not in\n{told}");
    }
}

#[test]
fn a_file_that_is_not_there_or_not_toml_is_told() {
    let folder = copy();
    fs::remove_file(folder.path().join("strings/nn.toml")).unwrap();
    change(&folder, "tokens.toml", "[light.scheme]", "[light.scheme");
    let told = refusal(&folder);
    assert!(told.contains("nn.toml") && told.contains("tokens.toml"), "{told}");
}

#[test]
fn a_call_without_a_folder_explains_itself() {
    let output = Command::new(env!("CARGO_BIN_EXE_card-assets")).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(
        String::from_utf8(output.stderr)
            .unwrap()
            .starts_with("usage: card-assets --out DIR")
    );
}

#[test]
fn the_tone_is_calm_in_every_language() {
    for code in ["nb", "nn", "se", "en"] {
        let text = fs::read_to_string(assets().join(format!("strings/{code}.toml"))).unwrap();
        let loud: Vec<_> = text
            .lines()
            .filter(|line| !line.starts_with('#') && line.contains('!'))
            .collect();
        assert_eq!(loud, Vec::<&str>::new(), "{code}");
    }
}

#[test]
fn an_icon_is_one_path_of_known_commands() {
    assert!(icons::parse("[a]\nsf = \"a\"\npath = \"M1 2 L3 4\"").is_ok());
    assert!(icons::parse("[a]\nsf = \"a\"\npath = \"L3 4\"").is_err());
    assert!(icons::parse("[a]\nsf = \"a\"\npath = \"M1 2 X3 4\"").is_err());
    assert!(icons::parse("[a]\npath = \"M1 2 L3 4\"").is_err(), "no symbol for iOS");
    assert!(icons::parse("[a]\nsf = \"a\"\npath = \"M1 2\"\nfill = true").is_err());
}
