//! Trees as RFC 9162 §2.1 defines them, by its recursions. Shares nothing with the core but the vectors.

use sha2::{Digest, Sha256};

pub(crate) type Node = [u8; 32];

pub(crate) fn leaf(entry: &[u8]) -> Node {
    Sha256::digest([&[0], entry].concat()).into()
}

fn node(left: &Node, right: &Node) -> Node {
    Sha256::digest([&[1], &left[..], &right[..]].concat()).into()
}

/// The largest power of two below `n` (n > 1).
fn split(n: usize) -> usize {
    n.next_power_of_two() / 2
}

/// `MTH(D[n])` (§2.1.1), over leaf hashes.
pub(crate) fn root(leaves: &[Node]) -> Node {
    match leaves {
        [] => Sha256::digest([]).into(),
        [one] => *one,
        _ => {
            let (left, right) = leaves.split_at(split(leaves.len()));
            node(&root(left), &root(right))
        }
    }
}

/// `PATH(m, D[n])` (§2.1.3.1).
pub(crate) fn inclusion(m: usize, leaves: &[Node]) -> Vec<Node> {
    if leaves.len() == 1 {
        return Vec::new();
    }
    let (left, right) = leaves.split_at(split(leaves.len()));
    let (mut path, sibling) = match m.checked_sub(left.len()) {
        None => (inclusion(m, left), root(right)),
        Some(m) => (inclusion(m, right), root(left)),
    };
    path.push(sibling);
    path
}

/// `PROOF(m, D[n])` (§2.1.4.1), 0 < m ≤ n.
pub(crate) fn consistency(m: usize, leaves: &[Node]) -> Vec<Node> {
    subproof(m, leaves, true)
}

fn subproof(m: usize, leaves: &[Node], known: bool) -> Vec<Node> {
    if m == leaves.len() {
        return if known { Vec::new() } else { vec![root(leaves)] };
    }
    let (left, right) = leaves.split_at(split(leaves.len()));
    let (mut path, sibling) = match m.checked_sub(left.len()) {
        None | Some(0) => (subproof(m, left, known), root(right)),
        Some(m) => (subproof(m, right, false), root(left)),
    };
    path.push(sibling);
    path
}

/// On which side the sibling of each level stands on the way from leaf `m` to the root; true is left.
pub(crate) fn sides(m: u64, n: u64) -> Vec<bool> {
    if n == 1 {
        return Vec::new();
    }
    let k = 1 << (63 - (n - 1).leading_zeros());
    let (mut way, left) = if m < k {
        (sides(m, k), false)
    } else {
        (sides(m - k, n - k), true)
    };
    way.push(left);
    way
}
