//! Proofs of random trees: the right ones hold, and nothing else.

use card_core::domain::merkle::{Hash, is_consistent, is_included};
use proptest::prelude::*;

use crate::tree::{self, Node};

/// Trees of up to this many leaves.
const MOST: usize = 200;

fn hashes(path: Vec<Node>) -> Vec<Hash> {
    path.into_iter().map(Hash).collect()
}

fn leaves(n: usize, seed: u64) -> Vec<Node> {
    let entry = |i: usize| format!("{seed} {i}");
    (0..n).map(|i| tree::leaf(entry(i).as_bytes())).collect()
}

/// Every way to spoil a path: each hash changed in one bit, doubled or gone, and one more at either end.
fn spoilt(path: &[Hash], bit: usize) -> Vec<Vec<Hash>> {
    let mut all = Vec::new();
    for i in 0..path.len() {
        let mut flipped = path.to_vec();
        flipped[i].0[bit / 8] ^= 1 << (bit % 8);
        let mut doubled = path.to_vec();
        doubled.insert(i, path[i]);
        let mut shorter = path.to_vec();
        shorter.remove(i);
        let mut swapped = path.to_vec();
        swapped.swap(i, (i + 1) % path.len());
        all.extend([flipped, doubled, shorter]);
        all.extend((swapped != path).then_some(swapped));
    }
    all.push([&[Hash([7; 32])], path].concat());
    all.push([path, &[Hash([7; 32])]].concat());
    all
}

fn tree_and_leaf() -> impl Strategy<Value = (usize, usize, u64, usize)> {
    (1..=MOST).prop_flat_map(|n| (Just(n), 0..n, any::<u64>(), 0..256usize))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn inclusion((n, m, seed, bit) in tree_and_leaf()) {
        let leaves = leaves(n, seed);
        let (leaf, root) = (Hash(leaves[m]), Hash(tree::root(&leaves)));
        let path = hashes(tree::inclusion(m, &leaves));
        let (m, n) = (m as u64, n as u64);
        prop_assert!(is_included(&leaf, m, n, &path, &root));
        for bad in spoilt(&path, bit) {
            prop_assert!(!is_included(&leaf, m, n, &bad, &root));
        }
        for index in (0..n + 3).chain([u64::MAX, u64::MAX - 1]).filter(|i| *i != m) {
            prop_assert!(!is_included(&leaf, index, n, &path, &root), "as leaf {index}");
        }
        for (i, other) in leaves.iter().enumerate().filter(|(i, _)| *i as u64 != m) {
            prop_assert!(!is_included(&Hash(*other), m, n, &path, &root), "leaf {i}");
        }
        // A size whose tree has the same way up to the root isn't told from this one; every other is.
        for size in (0..2 * MOST as u64).chain([u64::MAX, 1 << 63]) {
            let alike = m < size && tree::sides(m, size) == tree::sides(m, n);
            prop_assert_eq!(is_included(&leaf, m, size, &path, &root), alike, "size {}", size);
        }
    }

    #[test]
    fn consistency((n, m, seed, bit) in tree_and_leaf()) {
        let (leaves, m) = (leaves(n, seed), m + 1);
        let (old, new) = (Hash(tree::root(&leaves[..m])), Hash(tree::root(&leaves)));
        let path = hashes(tree::consistency(m, &leaves));
        let (old_size, new_size) = (m as u64, n as u64);
        prop_assert!(is_consistent(old_size, &old, new_size, &new, &path));
        for bad in spoilt(&path, bit) {
            prop_assert!(!is_consistent(old_size, &old, new_size, &new, &bad));
        }
        let mut flipped = old;
        flipped.0[bit / 8] ^= 1 << (bit % 8);
        prop_assert!(!is_consistent(old_size, &flipped, new_size, &new, &path));
        flipped = new;
        flipped.0[bit / 8] ^= 1 << (bit % 8);
        prop_assert!(!is_consistent(old_size, &old, new_size, &flipped, &path));
        // Another old leaf, taken out or changed: no proof that the log can make leads to the new root.
        let mut rewritten = leaves.clone();
        rewritten[bit % m] = tree::leaf(b"rewritten");
        let forked = Hash(tree::root(&rewritten));
        for bad in [path, hashes(tree::consistency(m, &rewritten))] {
            prop_assert!(!is_consistent(old_size, &old, new_size, &forked, &bad));
        }
    }

    #[test]
    fn any_input_has_an_answer(
        index in any::<u64>(), size in any::<u64>(), other in any::<u64>(), length in 0..130usize, byte in any::<u8>(),
    ) {
        let (hash, path) = (Hash([byte; 32]), vec![Hash([byte; 32]); length]);
        for size in [size, u64::MAX, 1 << 63, (1 << 63) + 1, 1, 0] {
            prop_assert!(!is_included(&hash, index, size, &path, &hash) || (index, size, length) == (0, 1, 0));
            let same = size == other && size > 0 && length == 0;
            prop_assert_eq!(is_consistent(other, &hash, size, &hash, &path), same);
        }
    }
}

#[test]
fn every_tree_and_leaf_up_to_64() {
    let leaves = leaves(64, 0);
    for n in 1..=64 {
        let root = Hash(tree::root(&leaves[..n]));
        for m in 0..n {
            let path = hashes(tree::inclusion(m, &leaves[..n]));
            assert!(
                is_included(&Hash(leaves[m]), m as u64, n as u64, &path, &root),
                "{m} of {n}"
            );
            let path = hashes(tree::consistency(m + 1, &leaves[..n]));
            let old = Hash(tree::root(&leaves[..=m]));
            assert!(is_consistent(m as u64 + 1, &old, n as u64, &root, &path), "{m} to {n}");
        }
    }
}
