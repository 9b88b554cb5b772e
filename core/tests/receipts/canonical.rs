//! The encoder behind the one form, against what RFC 8785's author published.

use serde_json::Value;

use crate::rows;

fn vectors() -> Value {
    serde_json::from_str(include_str!("../../../tests/vectors/canonical_json.json")).unwrap()
}

fn canonical(value: &Value) -> String {
    String::from_utf8(serde_json_canonicalizer::to_vec(value).unwrap()).unwrap()
}

#[test]
fn published_files_become_canonical_and_stay_so() {
    for row in rows(&vectors(), "files") {
        let wanted = row["canonical"].as_str().unwrap();
        let read: Value = serde_json::from_str(row["input"].as_str().unwrap()).unwrap();
        assert_eq!(canonical(&read), wanted, "{}", row["name"]);
        assert_eq!(
            canonical(&serde_json::from_str(wanted).unwrap()),
            wanted,
            "{}",
            row["name"]
        );
        assert_ne!(row["input"], row["canonical"], "{}", row["name"]);
    }
}

#[test]
fn numbers_are_written_as_in_appendix_b() {
    for row in rows(&vectors(), "numbers") {
        let bits = u64::from_str_radix(row["bits"].as_str().unwrap(), 16).unwrap();
        assert_eq!(
            canonical(&Value::from(f64::from_bits(bits))),
            row["canonical"].as_str().unwrap()
        );
    }
}
