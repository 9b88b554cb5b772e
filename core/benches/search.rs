//! The directory's search at each keystroke, beside SQLite's full-text index and a plain scan of everything.
//!
//! All three search 2,500 invented libraries for the same words, typed letter by letter, and give back twenty hits. Search has
//! no position in the first three; the fourth is ours with one, which puts the nearest first.
#![allow(clippy::unwrap_used, missing_docs)]

#[path = "../tests/directory/generate.rs"]
mod generate;
#[path = "../tests/directory/support.rs"]
#[allow(dead_code)]
mod support;

use std::{cell::RefCell, hint::black_box};

use card_core::domain::{
    directory::{Directory, Query, folded},
    library::Position,
};
use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use rusqlite::{Connection, Statement};

/// Words that the invented names hold, common and rare ones, one with a typo from the sixth letter on.
const WORDS: [&str; 5] = ["bibliotek", "sandvika", "nordodal", "tromsøya", "guovdageaidnu"];
const HITS: u16 = 20;

/// The table that the search replaces: names, place and municipality, marks removed by SQLite.
fn full_text(directory: &Directory) -> Connection {
    let db = Connection::open_in_memory().unwrap();
    db.execute_batch(
        "CREATE VIRTUAL TABLE library USING fts5(
           names, place, municipality, number, tokenize = \"unicode61 remove_diacritics 2\", prefix = '1 2 3 4'
         )",
    )
    .unwrap();
    for library in directory.libraries() {
        let names = library
            .names
            .iter()
            .map(|n| n.text.as_str())
            .collect::<Vec<_>>()
            .join(" ");
        db.execute(
            "INSERT INTO library VALUES (?1, ?2, ?3, ?4)",
            (
                &names,
                &library.place,
                &library.municipality.name,
                library.number.to_string(),
            ),
        )
        .unwrap();
    }
    db.execute("INSERT INTO library (library) VALUES ('optimize')", [])
        .unwrap();
    db
}

/// Prepared once, as an app would keep it.
fn ask(statement: &RefCell<Statement<'_>>, typed: &str) -> Vec<String> {
    let mut statement = statement.borrow_mut();
    let rows = statement
        .query_map((format!("\"{typed}\"*"), HITS), |row| row.get(0))
        .unwrap();
    rows.map(Result::unwrap).collect()
}

/// Folds every text of every library and looks for the word in it.
fn scan(directory: &Directory, typed: &str) -> Vec<String> {
    let typed = folded(typed);
    let found = directory.libraries().filter(|library| {
        let names = library.names.iter().map(|n| n.text.as_str());
        let mut texts = names.chain([library.place.as_str(), &library.municipality.name]);
        texts.any(|text| folded(text).contains(&typed))
    });
    found
        .take(HITS.into())
        .map(|library| library.number.to_string())
        .collect()
}

fn search(c: &mut Criterion) {
    let directory = support::directory(1, &generate::libraries(generate::ALL));
    let db = full_text(&directory);
    let ours = |typed: &str, near: Option<Position>| {
        let query = Query {
            text: typed,
            near,
            today: jiff::civil::date(2026, 6, 15),
            limit: HITS.into(),
        };
        let hits = directory.search(&query).hits;
        hits.iter()
            .map(|hit| hit.library.number.to_string())
            .collect::<Vec<_>>()
    };
    let ranked = RefCell::new(
        db.prepare("SELECT number FROM library WHERE library MATCH ?1 ORDER BY rank LIMIT ?2")
            .unwrap(),
    );
    let any = RefCell::new(
        db.prepare("SELECT number FROM library WHERE library MATCH ?1 LIMIT ?2")
            .unwrap(),
    );
    let oslo = Position::from_degrees(59.91, 10.75);

    for letters in 1..=8 {
        let typed: Vec<String> = WORDS.iter().map(|word| word.chars().take(letters).collect()).collect();
        let mut group = c.benchmark_group("search");
        let mut bench = |name: &str, run: &dyn Fn(&str) -> Vec<String>| {
            group.bench_with_input(BenchmarkId::new(name, letters), &typed, |b, typed| {
                b.iter(|| typed.iter().map(|word| black_box(run(word)).len()).sum::<usize>());
            });
        };
        bench("ours", &|word| ours(word, None));
        bench("ours, nearest first", &|word| ours(word, oslo));
        bench("FTS5, ranked", &|word| ask(&ranked, word));
        bench("FTS5, unranked", &|word| ask(&any, word));
        bench("scan", &|word| scan(&directory, word));
    }
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(20).measurement_time(std::time::Duration::from_secs(1)).warm_up_time(std::time::Duration::from_millis(300));
    targets = search
}
criterion_main!(benches);
