//! Cold start to card with the network off, beside the bare cost of opening SQLite and reading one row.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

use std::{hint::black_box, sync::Arc};

use card_bindings::{AppConfig, CardApp, Symbology};
use card_journeys::{Keys, Phone};
use card_sandbox::{Sandbox, Settings};
use criterion::{Criterion, criterion_group, criterion_main};

fn cold_start(c: &mut Criterion) {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let dir = tempfile::tempdir().unwrap();
    let keys = Arc::new(Keys::default());
    let sandbox = Sandbox::start(Settings::default()).unwrap();
    runtime.block_on(async {
        let phone = Phone::start(&sandbox, dir.path(), &keys).await;
        phone.sign_in("kari").await.unwrap();
    });
    sandbox.pause();
    let config = AppConfig {
        data_dir: dir.path().to_str().unwrap().into(),
        issuer: sandbox.issuer.clone(),
        card_service: sandbox.card_service.clone(),
        client_id: "bibliotekkortet-app".into(),
        id_porten_directly: true,
        device_name: String::new(),
        allow_loopback_http: true,
    };

    let mut group = c.benchmark_group("cold start");
    group.bench_function("bare: open SQLite, read one row", |b| {
        b.iter(|| {
            let db = rusqlite::Connection::open(dir.path().join("card.db")).unwrap();
            let row: Vec<u8> = db.query_row("SELECT text FROM sealed", [], |r| r.get(0)).unwrap();
            black_box(row)
        });
    });
    group.bench_function("card: set up, open, unseal, verify, project, encode", |b| {
        b.iter(|| {
            runtime.block_on(async {
                let app = CardApp::new(config.clone(), Some(keys.clone()), None).unwrap();
                app.start().await.unwrap();
                let bars = app.state().card.unwrap().barcode.unwrap();
                black_box(bars)
            })
        });
    });
    group.bench_function("of which: encode", |b| {
        b.iter(|| black_box(card_bindings::barcode("N012345678", Symbology::Code128).unwrap()));
    });
    group.bench_function("of which: set up without IO", |b| {
        b.iter(|| black_box(CardApp::new(config.clone(), Some(keys.clone()), None).unwrap()));
    });
    group.finish();
}

criterion_group!(benches, cold_start);
criterion_main!(benches);
