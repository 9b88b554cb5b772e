//! Writes receipts for other people's verifiers (`tests/journeys/peers/receipt`), signed with a key that is for tests only.
//!
//!     receipts FOLDER     keys.json, good/*.json, bad/*.json and roots.json; what the core says of each file is checked first

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    dead_code
)]

use std::{env, fs, path::Path};

use card_core::{
    adapters::receipt::verify,
    domain::merkle::{Hash, is_included, leaf},
};
use serde_json::{Value, json};

#[path = "../tests/receipts/forge.rs"]
mod forge;
#[path = "../tests/receipts/tree.rs"]
mod tree;

use forge::{ISSUER, Script, files, keys, payload, sign_text};

const NOW: i64 = 1_795_000_000;
/// Leaves of the largest tree that is compared.
const LEAVES: usize = 64;

fn main() {
    let folder = env::args().nth(1).expect("usage: receipts FOLDER");
    let folder = Path::new(&folder);
    for name in ["good", "bad"] {
        fs::create_dir_all(folder.join(name)).unwrap();
    }
    fs::write(folder.join("keys.json"), keys()).unwrap();
    fs::write(folder.join("roots.json"), roots().to_string()).unwrap();
    let payloads: Vec<_> = (0..LEAVES).map(payload).collect();
    for size in [1, 2, 3, 7, 8, 13, LEAVES] {
        for (i, file) in files(&payloads[..size]).iter().enumerate() {
            write(folder, "good", &format!("{size}-{i}"), &file.to_string());
        }
    }
    for (name, file) in bad() {
        write(folder, "bad", name, &file);
    }
}

fn write(folder: &Path, kind: &str, name: &str, file: &str) {
    let said = verify(file.as_bytes(), &keys(), ISSUER);
    assert_eq!(said.is_ok(), kind == "good", "{name}: {said:?}");
    fs::write(folder.join(kind).join(format!("{name}.json")), file).unwrap();
}

/// Entries in hexadecimal and the roots of the first 1, 2 … of them, below which the core finds each entry.
fn roots() -> Value {
    let hex = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let entries: Vec<Vec<u8>> = (0..LEAVES).map(|i| payload(i).to_string().into_bytes()).collect();
    let leaves: Vec<_> = entries.iter().map(|entry| tree::leaf(entry)).collect();
    let roots = (1..=LEAVES).map(|n| {
        let root = tree::root(&leaves[..n]);
        for (i, entry) in entries[..n].iter().enumerate() {
            let path: Vec<Hash> = tree::inclusion(i, &leaves[..n]).into_iter().map(Hash).collect();
            assert!(
                is_included(&leaf(entry), i as u64, n as u64, &path, &Hash(root)),
                "{i} of {n}"
            );
        }
        hex(&root)
    });
    json!({
        "entries": entries.iter().map(|entry| hex(entry)).collect::<Vec<_>>(),
        "roots": roots.collect::<Vec<_>>(),
    })
}

/// Files that are wrong in one way each.
fn bad() -> Vec<(&'static str, String)> {
    let honest = Script::honest();
    let (header, payload) = (honest.header.to_string(), honest.payload.to_string());
    let good = honest.file().to_string();
    let but = |edit: fn(&mut Script)| Script::but(edit).file().to_string();
    let around = |payload: &str| honest.file_around(&sign_text(&header, payload, 7)).to_string();
    vec![
        ("foreign-key", but(|s| s.key = 8)),
        ("foreign-key-of-head", but(|s| s.head_key = 8)),
        ("unknown-key", but(|s| s.header["kid"] = json!("r9"))),
        ("alg-none", but(|s| s.header["alg"] = json!("none"))),
        ("crit", but(|s| s.header["crit"] = json!(["b64"]))),
        ("typ", but(|s| s.header["typ"] = json!("card-snapshot+jwt"))),
        ("issuer", but(|s| s.payload["iss"] = json!("https://example.no"))),
        ("level", but(|s| s.payload["level"] = json!("substantial"))),
        ("log", but(|s| s.payload["log"] = json!("rules-2025"))),
        ("time", but(|s| s.payload["signed_at"] = json!(NOW + 1000))),
        ("size", but(|s| s.head["tree_size"] = json!(8))),
        ("root", but(|s| s.head["root"] = json!(forge::text(&[1; 32])))),
        ("payload-spaces", around(&payload.replace(':', ": "))),
        ("payload-number", around(&payload.replace("1795000000", "1.795e9"))),
        ("file-space", good.replacen(',', ", ", 1)),
        ("index", good.replace("\"leaf_index\":4", "\"leaf_index\":5")),
        (
            "path",
            good.replacen(
                "\"path\":[\"",
                "\"path\":[\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\",\"",
                1,
            ),
        ),
        ("another-receipt", {
            let mut file = honest.file();
            file["receipt"] = json!(Script::but(|s| s.payload["sub"] = json!("p-eva")).receipt());
            file.to_string()
        }),
    ]
}
