//! Payloads that are well signed and badly written.

use card_core::RefusedCheck;

use crate::{
    id_token::{all_accepted, all_refused, refused},
    provider::Grant,
};

/// The honest claims with more text before their end.
fn with(g: &mut Grant, more: &str) {
    let claims = g.claims.to_string();
    g.payload = Some(format!("{},{more}}}", &claims[..claims.len() - 1]).into_bytes());
}

#[tokio::test]
async fn item_60_what_two_readers_could_read_differently_or_for_too_long_is_refused() {
    all_refused(
        refused(RefusedCheck::Claims),
        &[
            ("sub twice", |g| with(g, r#""sub":"somebody""#)),
            ("a claim that we don't read, twice", |g| with(g, r#""amr":["BankID"]"#)),
            ("twice inside", |g| with(g, r#""more":{"a":1,"a":2}"#)),
            ("not UTF-8", |g| {
                let mut bytes = g.claims.to_string().into_bytes();
                let at = bytes.windows(6).position(|w| w == b"BankID").unwrap();
                bytes[at] = 0xff;
                g.payload = Some(bytes);
            }),
            ("deep", |g| {
                with(g, &format!(r#""deep":{}{}"#, "[".repeat(17), "]".repeat(17)))
            }),
            ("deeper than any stack", |g| {
                with(g, &format!(r#""deep":{}{}"#, "[".repeat(7000), "]".repeat(7000)))
            }),
            ("huge", |g| with(g, &format!(r#""huge":"{}""#, "x".repeat(17_000)))),
            ("two values", |g| {
                g.payload = Some(format!("{}{{}}", g.claims).into_bytes());
            }),
            ("a byte order mark", |g| {
                g.payload = Some(format!("\u{feff}{}", g.claims).into_bytes())
            }),
            ("nothing", |g| g.payload = Some(vec![])),
        ],
    )
    .await;
    all_accepted(&[
        ("large but not huge", |g| {
            with(g, &format!(r#""more":"{}""#, "x".repeat(15_000)))
        }),
        ("not very deep", |g| {
            with(g, &format!(r#""deep":{}{}"#, "[".repeat(15), "]".repeat(15)))
        }),
    ])
    .await;
}
