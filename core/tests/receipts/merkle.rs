//! Trees against the reference vectors of Certificate Transparency.

use card_core::domain::merkle::{Hash, empty, is_consistent, is_included, leaf, node};
use serde_json::Value;

use crate::{rows, tree};

fn vectors() -> Value {
    serde_json::from_str(include_str!("../../../tests/vectors/merkle.json")).unwrap()
}

fn bytes(hex: &Value) -> Vec<u8> {
    let digits = hex.as_str().unwrap().as_bytes();
    let pair = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap();
    digits.chunks(2).map(pair).collect()
}

/// `None` when it isn't 32 bytes: in our types there is no such hash, so such a row is refused before any arithmetic.
fn hash(hex: &Value) -> Option<Hash> {
    bytes(hex).try_into().ok().map(Hash)
}

fn hashes(list: &Value) -> Option<Vec<Hash>> {
    list.as_array().unwrap().iter().map(hash).collect()
}

fn number(value: &Value) -> u64 {
    value.as_u64().unwrap()
}

#[test]
fn roots_are_those_of_the_reference() {
    let vectors = vectors();
    let leaves: Vec<_> = rows(&vectors, "leaves").iter().map(|l| tree::leaf(&bytes(l))).collect();
    let roots = rows(&vectors, "roots");
    assert_eq!((leaves.len(), roots.len()), (8, 8));
    for (i, root) in roots.iter().enumerate() {
        assert_eq!(tree::root(&leaves[..=i]).to_vec(), bytes(root), "{} leaves", i + 1);
    }
    let ours: Vec<Hash> = rows(&vectors, "leaves").iter().map(|l| leaf(&bytes(l))).collect();
    assert_eq!(Some(ours[0]), hash(&roots[0]));
    assert_eq!(Some(node(&ours[0], &ours[1])), hash(&roots[1]));
    assert_eq!(empty().0, tree::root(&[]));
}

#[test]
fn inclusion_proofs_hold_or_not_as_published() {
    let vectors = vectors();
    let mut held = 0;
    for row in rows(&vectors, "inclusion") {
        let parts = (hash(&row["leaf"]), hashes(&row["path"]), hash(&row["root"]));
        let holds = match parts {
            (Some(leaf), Some(path), Some(root)) => {
                is_included(&leaf, number(&row["index"]), number(&row["size"]), &path, &root)
            }
            _ => false,
        };
        assert_eq!(holds, row["holds"].as_bool().unwrap(), "{}", row["name"]);
        held += usize::from(holds);
    }
    assert_eq!((held, rows(&vectors, "inclusion").len()), (6, 98));
}

#[test]
fn consistency_proofs_hold_or_not_as_published() {
    let vectors = vectors();
    let mut held = 0;
    for row in rows(&vectors, "consistency") {
        let parts = (hash(&row["old_root"]), hash(&row["new_root"]), hashes(&row["path"]));
        let holds = match parts {
            (Some(old), Some(new), Some(path)) => {
                is_consistent(number(&row["old_size"]), &old, number(&row["new_size"]), &new, &path)
            }
            _ => false,
        };
        assert_eq!(holds, row["holds"].as_bool().unwrap(), "{}", row["name"]);
        held += usize::from(holds);
    }
    assert_eq!((held, rows(&vectors, "consistency").len()), (5, 97));
}
