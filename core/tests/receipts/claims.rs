//! Valid receipts that are of something else than what is claimed.

use card_core::{
    Error, RefusedCheck,
    adapters::receipt::{NoReceipt, verify},
    domain::receipt::{Agreement, Basis, Claim, Mismatch, Party, Pseudonym, Receipt, TextHash},
};
use serde_json::json;

use crate::{
    NOW,
    forge::{ISSUER, LOG, Script, TEXT, keys, text_hash},
};

fn proved(script: &Script) -> Receipt {
    verify(script.file().to_string().as_bytes(), &keys(), ISSUER).unwrap()
}

fn person(name: &str) -> Pseudonym {
    Pseudonym::parse(name).unwrap()
}

fn child(basis: Basis) -> Party {
    let child = person("p-ola");
    Party::Child { child, basis }
}

fn claim() -> Claim {
    Claim {
        signer: person("p-kari"),
        party: Party::Own,
        library: "2030000".to_owned(),
        agreement: Agreement::Rules,
        version: "2026-3".to_owned(),
        language: "nb".to_owned(),
        text_hash: TextHash::of(TEXT),
        log: LOG.to_owned(),
    }
}

#[test]
fn a_receipt_shows_what_it_says() {
    let receipt = proved(&Script::honest());
    assert_eq!(receipt.shows(&claim()), Ok(()));
    assert_eq!(
        (receipt.issuer.as_str(), receipt.signed_at.0, receipt.head.size),
        (ISSUER, NOW, 7)
    );
    for (name, basis) in [
        ("parental_responsibility", Basis::ParentalResponsibility),
        ("guardian", Basis::Guardian),
        ("library_confirmed", Basis::LibraryConfirmed),
    ] {
        let receipt = proved(&Script::but(|s| {
            s.payload["for"] = json!({ "child": "p-ola", "basis": name })
        }));
        let party = child(basis);
        assert_eq!(receipt.shows(&Claim { party, ..claim() }), Ok(()), "{name}");
    }
}

#[test]
fn a_valid_receipt_of_something_else_is_refused() {
    let ola = || json!({ "child": "p-ola", "basis": "guardian" });
    let cases: Vec<(&str, serde_json::Value, Mismatch)> = vec![
        ("sub", json!("p-kari2"), Mismatch::Signer),
        ("for", ola(), Mismatch::Party),
        ("library", json!("2030001"), Mismatch::Library),
        ("agreement", json!("staffless"), Mismatch::Agreement),
        ("version", json!("2026-30"), Mismatch::Version),
        ("language", json!("nn"), Mismatch::Language),
        ("text_hash", json!(text_hash(TEXT.trim_end())), Mismatch::Text),
        ("log", json!("rules-2025"), Mismatch::Log),
    ];
    for (name, value, mismatch) in cases {
        let receipt = proved(&Script::but(|s| {
            s.payload[name] = value.clone();
            s.head["log"] = s.payload["log"].clone();
        }));
        assert_eq!(receipt.shows(&claim()), Err(mismatch), "{name}");
    }
    let receipt = proved(&Script::but(|s| s.payload["for"] = ola()));
    let by = |party| receipt.shows(&Claim { party, ..claim() });
    let (other, basis) = (person("p-eva"), Basis::Guardian);
    assert_eq!(by(child(basis)), Ok(()));
    assert_eq!(by(Party::Own), Err(Mismatch::Party));
    assert_eq!(by(Party::Child { child: other, basis }), Err(Mismatch::Party));
    assert_eq!(by(child(Basis::ParentalResponsibility)), Err(Mismatch::Basis));
}

#[test]
fn a_text_is_compared_byte_for_byte() {
    let receipt = proved(&Script::honest());
    for text in [
        TEXT.replace('\n', "\r\n"),
        TEXT.replace('å', "a\u{30a}"),
        format!("{TEXT} "),
        String::new(),
    ] {
        let text_hash = TextHash::of(&text);
        assert_eq!(
            receipt.shows(&Claim { text_hash, ..claim() }),
            Err(Mismatch::Text),
            "{text:?}"
        );
    }
}

#[test]
fn persons_are_not_printed() {
    let receipt = proved(&Script::but(|s| {
        s.payload["for"] = json!({ "child": "p-ola", "basis": "guardian" })
    }));
    let printed = format!("{receipt:?} {:?}", claim());
    assert!(!printed.contains("p-kari") && !printed.contains("p-ola"), "{printed}");
    assert!(printed.contains("2030000"));
    assert_eq!(receipt.signer.expose(), "p-kari");
}

#[test]
fn the_reason_stays_inside() {
    for reason in [NoReceipt::Signature, NoReceipt::Form] {
        assert_eq!(Error::from(reason), Error::SignInRefused(RefusedCheck::Receipt));
    }
    assert_eq!(RefusedCheck::Receipt.code(), "receipt");
}
