//! Merkle trees over SHA-256 and their proofs (RFC 9162 §2.1), written down as the RFC defines them.

use sha2::{Digest, Sha256};

pub(crate) type Hash = [u8; 32];

/// §2.1.1.
pub(crate) fn leaf(entry: impl AsRef<[u8]>) -> Hash {
    Sha256::new().chain_update([0]).chain_update(entry).finalize().into()
}

fn node(left: Hash, right: Hash) -> Hash {
    let hash = Sha256::new().chain_update([1]).chain_update(left).chain_update(right);
    hash.finalize().into()
}

/// MTH of §2.1.1.
pub(crate) fn root(leaves: &[Hash]) -> Hash {
    match leaves {
        [] => Sha256::digest([]).into(),
        [one] => *one,
        _ => {
            let (left, right) = halves(leaves);
            node(root(left), root(right))
        }
    }
}

/// PATH of §2.1.3.1, for a leaf that is there.
pub(crate) fn inclusion(index: usize, leaves: &[Hash]) -> Vec<Hash> {
    if leaves.len() < 2 {
        return Vec::new();
    }
    let (left, right) = halves(leaves);
    let (mut path, last) = match index.checked_sub(left.len()) {
        None => (inclusion(index, left), right),
        Some(index) => (inclusion(index, right), left),
    };
    path.push(root(last));
    path
}

/// PROOF of §2.1.4.1 that the first `size` leaves began the same tree; empty where there is nothing to prove.
pub(crate) fn consistency(size: usize, leaves: &[Hash]) -> Vec<Hash> {
    if size == 0 || size >= leaves.len() {
        return Vec::new();
    }
    grown(size, leaves, true)
}

/// SUBPROOF of §2.1.4.1; `known` while the old tree is a subtree whose root the reader has.
fn grown(size: usize, leaves: &[Hash], known: bool) -> Vec<Hash> {
    if size == leaves.len() {
        return if known { Vec::new() } else { vec![root(leaves)] };
    }
    let (left, right) = halves(leaves);
    let (mut proof, last) = if size <= left.len() {
        (grown(size, left, known), right)
    } else {
        (grown(size - left.len(), right, false), left)
    };
    proof.push(root(last));
    proof
}

/// Split at the largest power of two that is smaller than their number.
fn halves(leaves: &[Hash]) -> (&[Hash], &[Hash]) {
    leaves.split_at(leaves.len().next_power_of_two() / 2)
}
