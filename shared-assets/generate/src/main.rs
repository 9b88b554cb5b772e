//! `cargo run -p card-assets -- --out DIR [--swift DIR] [--android DIR] [--catalog FILE] [--assets DIR]`
#![allow(clippy::print_stdout, reason = "a command that says which files it wrote")]

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use card_assets::{generate, output};

const USAGE: &str = "usage: card-assets --out DIR [--swift DIR] [--android DIR] [--catalog FILE] [--assets DIR]
  --out DIR     where the Kotlin goes (no/bibliotekkortet/ui/…)
  --swift DIR   where the Swift goes (CardKit/gen/…, CardUI/gen/…)
  --android DIR where Android's resources go (values…/strings.xml)
  --catalog FILE where Apple's String Catalog goes
  --assets DIR  the folder shared-assets; default: the one of this source tree";

fn main() -> ExitCode {
    match run(std::env::args().skip(1)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{}", problem.trim_end());
            ExitCode::FAILURE
        }
    }
}

fn run(mut args: impl Iterator<Item = String>) -> Result<(), String> {
    let (mut out, mut swift, mut android, mut catalog) = (None, None, None, None);
    let mut assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    while let Some(arg) = args.next() {
        let mut folder = || {
            args.next()
                .map(PathBuf::from)
                .ok_or(format!("{arg} needs a folder\n{USAGE}"))
        };
        match arg.as_str() {
            "--out" => out = Some(folder()?),
            "--swift" => swift = Some(folder()?),
            "--android" => android = Some(folder()?),
            "--catalog" => catalog = Some(folder()?),
            "--assets" => assets = folder()?,
            "--help" => {
                println!("{USAGE}");
                return Ok(());
            }
            _ => return Err(format!("unknown argument {arg}\n{USAGE}")),
        }
    }
    let out = out.ok_or(USAGE)?;
    let written = generate(&assets).map_err(|problems| problems.to_string())?;
    let files = [
        (Some(out), written.kotlin),
        (swift, written.swift),
        (android, written.android),
        (catalog, vec![(PathBuf::new(), written.catalog)]),
    ];
    let below = |(folder, files): (Option<PathBuf>, Vec<(PathBuf, String)>)| {
        let place = move |(file, content): (PathBuf, String)| Some((folder.as_ref()?.join(file), content));
        files.into_iter().filter_map(place)
    };
    for (path, content) in files.into_iter().flat_map(below) {
        let path = PathBuf::from(path.to_string_lossy().trim_end_matches('/'));
        let outcome = output::write(&path, &content).map_err(|e| format!("{}: {e}", path.display()))?;
        println!("{outcome:?} {}", path.display());
    }
    Ok(())
}
