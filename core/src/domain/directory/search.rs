//! Search: which libraries match, and in which order.

use super::{
    fold,
    hit::{self, Found, Hit, Rank},
    index::{Index, Word},
    query::{Parsed, Query, Token},
    typo,
};

/// Fewer hits than this, and words with a typo are looked for too.
const FEW: usize = 5;
/// Worse than every score.
const NOT_FOUND: u8 = u8::MAX;

/// How far a library has matched so far.
#[derive(Clone, Copy)]
struct Slot {
    /// Best score found.
    best: u8,
    /// Words of the query that it has matched, its worst score among the earlier ones, its best for the latest.
    words: u8,
    worst: u8,
    latest: u8,
}

const EMPTY: Slot = Slot {
    best: NOT_FOUND,
    words: 0,
    worst: 0,
    latest: 0,
};

/// Rank, then whole words before beginnings, then letters as they stand before folded ones; smaller is better.
fn score(rank: Rank, whole: bool, letters: bool) -> u8 {
    (rank as u8) << 2 | u8::from(!whole) << 1 | u8::from(!letters)
}

fn rank_of(score: u8) -> Rank {
    use Rank::{Listed, Municipality, NamePrefix, Number, Place, Typo, WordPrefix};
    let all = [Number, NamePrefix, WordPrefix, Place, Municipality, Typo];
    all.get(usize::from(score >> 2)).copied().unwrap_or(Listed)
}

pub(super) fn search<'d>(index: &'d Index, query: &Query<'_>) -> Found<'d> {
    let parsed = Parsed::new(query.text);
    let mut slots = vec![EMPTY; index.entries.len()];
    if parsed.is_empty() {
        let listed = if query.text.trim().is_empty() {
            score(Rank::Listed, true, true)
        } else {
            NOT_FOUND
        };
        slots.iter_mut().for_each(|slot| slot.best = listed);
    } else {
        exact(index, &parsed, &mut slots);
        if slots.iter().filter(|slot| slot.best != NOT_FOUND).count() < FEW {
            with_typos(index, &parsed, &mut slots);
        }
    }
    best(index, query, &parsed, &slots)
}

fn exact(index: &Index, parsed: &Parsed, slots: &mut [Slot]) {
    for number in index.with_prefix(parsed.joined.key.as_bytes()) {
        let Some(word) = index.word(*number) else { continue };
        let score = score_of(index, *number, word, &parsed.joined, true);
        if let Some(slot) = slots.get_mut(word.library as usize) {
            slot.best = slot.best.min(score);
        }
    }
    for (round, token) in (1..).zip(&parsed.words) {
        for number in index.with_prefix(token.key.as_bytes()) {
            let Some(word) = index.word(*number) else { continue };
            let score = score_of(index, *number, word, token, false);
            take(slots, word, round, score);
        }
    }
    settle(slots, parsed.words.len());
}

/// One typo in each word that is long enough; others must match as they are.
fn with_typos(index: &Index, parsed: &Parsed, slots: &mut [Slot]) {
    let tokens = if parsed.words.is_empty() {
        std::slice::from_ref(&parsed.joined)
    } else {
        &parsed.words
    };
    if !tokens.iter().any(Token::takes_typos) {
        return;
    }
    for slot in &mut *slots {
        slot.words = 0;
    }
    for (round, token) in (1..).zip(tokens) {
        let key = token.key.as_bytes();
        if !token.takes_typos() {
            for word in index.with_prefix(key).iter().filter_map(|number| index.word(*number)) {
                take(slots, word, round, score(Rank::Typo, false, true));
            }
            continue;
        }
        let mut length = None;
        for (number, shared) in index.all() {
            if shared <= key.len() {
                length = typo::begins(index.key(number), key);
            }
            if let (Some(length), Some(word)) = (length, index.word(number)) {
                let whole = index.ends_word(number, length);
                take(slots, word, round, score(Rank::Typo, whole, true));
            }
        }
    }
    settle(slots, tokens.len());
}

/// A library matched a word of the query, if it matched all words before.
fn take(slots: &mut [Slot], word: &Word, round: u8, score: u8) {
    let Some(slot) = slots.get_mut(word.library as usize) else {
        return;
    };
    if slot.words == round {
        slot.latest = slot.latest.min(score);
    } else if slot.words + 1 == round {
        slot.worst = if round == 1 { 0 } else { slot.worst.max(slot.latest) };
        slot.latest = score;
        slot.words = round;
    }
}

/// Those that matched every word are found, as well as their worst word was.
fn settle(slots: &mut [Slot], words: usize) {
    for slot in slots
        .iter_mut()
        .filter(|slot| words > 0 && usize::from(slot.words) == words)
    {
        slot.best = slot.best.min(slot.worst.max(slot.latest));
    }
}

fn score_of(index: &Index, number: u32, word: &Word, token: &Token, all_of_it: bool) -> u8 {
    let whole = index.ends_word(number, token.key.len());
    let rank = match word.field {
        hit::Field::Name(_) if all_of_it && word.first => Rank::NamePrefix,
        hit::Field::Number if all_of_it && whole => Rank::Number,
        field => field.rank(),
    };
    let letters = !token.lossy()
        || index.entries.get(word.library as usize).is_some_and(|entry| {
            let text = word.field.text(entry);
            let from = text.get(usize::from(word.at)..).unwrap_or_default().chars();
            let mut letters = from.map(fold::lower).filter(|c| c.is_alphanumeric());
            token.typed.chars().all(|typed| letters.next() == Some(typed))
        });
    score(rank, whole, letters)
}

fn best<'d>(index: &'d Index, query: &Query<'_>, parsed: &Parsed, slots: &[Slot]) -> Found<'d> {
    let mut order: Vec<(u8, f64, u32)> = Vec::new();
    for ((library, slot), entry) in (0..).zip(slots).zip(&index.entries) {
        if slot.best != NOT_FOUND && !entry.is_gone(query.today) {
            let km = query.near.zip(entry.position).map(|(here, there)| here.km_to(there));
            order.push((slot.best, km.unwrap_or(f64::INFINITY), library));
        }
    }
    let total = order.len();
    let by = |a: &(u8, f64, u32), b: &(u8, f64, u32)| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)).then(a.2.cmp(&b.2));
    if query.limit < total {
        order.select_nth_unstable_by(query.limit, by);
        order.truncate(query.limit);
    }
    order.sort_unstable_by(by);
    let hits = order.iter().filter_map(|(score, km, library)| {
        let entry = index.entries.get(*library as usize)?;
        Some(Hit {
            library: entry,
            rank: rank_of(*score),
            km: km.is_finite().then_some(*km),
            closed_for_now: entry.is_closed_for_now(query.today),
            matched: if parsed.is_empty() {
                Vec::new()
            } else {
                hit::matched(index, *library, parsed)
            },
        })
    });
    Found {
        hits: hits.collect(),
        total,
    }
}
