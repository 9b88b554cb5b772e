//! A thousand receipts, and every byte of each changed: in one of three ways, by turns, and in each hundredth receipt in all
//! three.

use std::thread;

use card_core::adapters::receipt::verify;

use crate::forge::{ISSUER, files, keys, payload};

/// Receipts; they are in logs of 1, 2, 3 … entries.
const RECEIPTS: usize = 1000;

const ALPHABET: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

fn receipts() -> Vec<Vec<u8>> {
    let payloads: Vec<_> = (0..RECEIPTS).map(payload).collect();
    let (mut made, mut size) = (Vec::new(), 1);
    while made.len() < RECEIPTS {
        let until = RECEIPTS.min(made.len() + size);
        made.extend(
            files(&payloads[made.len()..until])
                .iter()
                .map(|file| file.to_string().into_bytes()),
        );
        size += 1;
    }
    made
}

/// What a byte is changed into: its lowest or its highest bit flipped, or another letter of base64url.
fn another(byte: u8, way: usize, turn: usize) -> u8 {
    let letter = ALPHABET.iter().cycle().skip(turn % 64).find(|letter| **letter != byte);
    [byte ^ 1, byte ^ 0x80, *letter.unwrap()][way % 3]
}

/// How many changed files were tried, and how many passed.
fn passed(number: usize, file: &[u8], keys: &str) -> (usize, usize) {
    let (mut tried, mut passed) = (0, 0);
    assert!(verify(file, keys, ISSUER).is_ok(), "receipt {number} itself is refused");
    let mut changed = file.to_vec();
    for at in 0..file.len() {
        let turn = number + at;
        for way in turn..turn + ways(number) {
            changed[at] = another(file[at], way, turn / 3);
            tried += usize::from(changed != file);
            passed += usize::from(verify(&changed, keys, ISSUER).is_ok());
        }
        changed[at] = file[at];
    }
    (tried, passed)
}

fn ways(number: usize) -> usize {
    if number.is_multiple_of(100) { 3 } else { 1 }
}

#[test]
fn no_byte_of_a_thousand_receipts_can_be_changed() {
    let (files, keys) = (receipts(), keys());
    assert_eq!(files.len(), RECEIPTS);
    let workers = thread::available_parallelism().map_or(1, usize::from);
    let counts: Vec<_> = thread::scope(|scope| {
        let work = |worker| {
            let mine = files.iter().enumerate().skip(worker).step_by(workers);
            mine.map(|(number, file)| passed(number, file, &keys))
                .collect::<Vec<_>>()
        };
        let handles: Vec<_> = (0..workers).map(|worker| scope.spawn(move || work(worker))).collect();
        handles.into_iter().flat_map(|handle| handle.join().unwrap()).collect()
    });
    let bytes: usize = files.iter().map(Vec::len).sum();
    let wanted: usize = files
        .iter()
        .enumerate()
        .map(|(number, file)| file.len() * ways(number))
        .sum();
    assert_eq!(counts.iter().map(|(tried, _)| tried).sum::<usize>(), wanted);
    assert_eq!(
        counts.iter().map(|(_, passed)| passed).sum::<usize>(),
        0,
        "changed files passed"
    );
    assert!(bytes > 1_000 * RECEIPTS, "the files have become short");
}
