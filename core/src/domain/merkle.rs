//! Merkle trees over SHA-256 (RFC 9162 §2.1): whether an entry is in a log, and whether a log only grew.
//!
//! Trees are checked here, not built: that is the log's work.

use std::fmt;

use sha2::{Digest, Sha256};

/// A hash of the tree, 32 bytes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Hash(pub [u8; 32]);

impl fmt::Debug for Hash {
    /// The first four bytes are enough to tell two apart.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [a, b, c, d, ..] = self.0;
        write!(f, "{a:02x}{b:02x}{c:02x}{d:02x}…")
    }
}

/// The root of the empty tree: the hash of nothing (§2.1.1).
#[must_use]
pub fn empty() -> Hash {
    Hash(Sha256::digest([]).into())
}

/// A leaf: the hash of `0x00` and the entry (§2.1.1).
#[must_use]
pub fn leaf(entry: &[u8]) -> Hash {
    Hash(Sha256::new().chain_update([0]).chain_update(entry).finalize().into())
}

/// A node: the hash of `0x01` and both children (§2.1.1). The prefixes keep a node from passing for a leaf.
#[must_use]
pub fn node(left: &Hash, right: &Hash) -> Hash {
    let hash = Sha256::new()
        .chain_update([1])
        .chain_update(left.0)
        .chain_update(right.0);
    Hash(hash.finalize().into())
}

/// Whether `leaf` is number `index` (from 0) in the tree of `size` leaves with this root (§2.1.3.2). `path` goes from the
/// leaf's sibling up to the root's child.
///
/// The path binds the leaf's place below the root. It doesn't bind `size`: trees of 5 and of 8 leaves have paths of one shape
/// for leaf 0. The size must therefore come from the signed tree head that the root comes from.
#[must_use]
pub fn is_included(leaf: &Hash, index: u64, size: u64, path: &[Hash], root: &Hash) -> bool {
    let Some(last) = size.checked_sub(1).filter(|last| index <= *last) else {
        return false;
    };
    let mut at = Place { node: index, last };
    let mut reached = *leaf;
    for sibling in path {
        match at.side() {
            None => return false,
            Some(Side::Left) => reached = node(sibling, &reached),
            Some(Side::Right) => reached = node(&reached, sibling),
        }
        at = at.parent();
    }
    at.last == 0 && reached == *root
}

/// Whether the tree of `new_size` leaves begins with all leaves of the tree of `old_size`, in the same order (§2.1.4.2).
/// Nothing can be proved about an empty old tree (§2.1.4.1: 0 < m): that is false.
#[must_use]
pub fn is_consistent(old_size: u64, old_root: &Hash, new_size: u64, new_root: &Hash, path: &[Hash]) -> bool {
    if old_size == 0 || old_size > new_size {
        return false;
    }
    if old_size == new_size {
        return path.is_empty() && old_root == new_root;
    }
    // A complete old tree is a node of the new one; the path leaves it out.
    let (start, rest) = match (old_size.is_power_of_two(), path) {
        (_, []) => return false,
        (true, rest) => (*old_root, rest),
        (false, [first, rest @ ..]) => (*first, rest),
    };
    let mut at = Place {
        node: old_size - 1,
        last: new_size - 1,
    };
    while at.node & 1 == 1 {
        at = at.half();
    }
    let (mut old, mut new) = (start, start);
    for sibling in rest {
        match at.side() {
            None => return false,
            Some(Side::Left) => (old, new) = (node(sibling, &old), node(sibling, &new)),
            Some(Side::Right) => new = node(&new, sibling),
        }
        at = at.parent();
    }
    at.last == 0 && old == *old_root && new == *new_root
}

/// Where one is on the way up: the node's number on its level and the last node's (`fn` and `sn` in the RFC).
#[derive(Clone, Copy)]
struct Place {
    node: u64,
    last: u64,
}

/// Where the next sibling of a path stands.
enum Side {
    Left,
    Right,
}

impl Place {
    /// `None` at the root, which has no sibling. The last node of a level may lack one; its next is to the left, above.
    fn side(self) -> Option<Side> {
        match self {
            Self { last: 0, .. } => None,
            Self { node, last } if node & 1 == 1 || node == last => Some(Side::Left),
            Self { .. } => Some(Side::Right),
        }
    }

    /// The node that the sibling was just joined to; levels on which there was none are passed over.
    fn parent(mut self) -> Self {
        if self.node == self.last {
            while self.node & 1 == 0 && self.node != 0 {
                self = self.half();
            }
        }
        self.half()
    }

    fn half(self) -> Self {
        Self {
            node: self.node >> 1,
            last: self.last >> 1,
        }
    }
}
