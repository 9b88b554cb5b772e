//! What the systems read: valid XML and JSON, every language, nothing lost on the way.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use card_assets::emit_platform::{android, catalog, escaped};
use card_assets::strings::{Language, parse};
use serde_json::Value;

fn languages() -> Vec<Language> {
    [
        ("nb", "Kort & \\\"bok\\\""),
        ("nn", "Kort"),
        ("se", "Goarta"),
        ("en", "Kari's <card>"),
    ]
    .map(|(code, name)| parse(code, &format!("[app]\nname = \"{name}\"")).0.unwrap())
    .into()
}

#[test]
fn android_has_a_file_for_each_language_and_english_for_all_others() {
    let files = android(&languages());
    let paths: Vec<_> = files.iter().map(|(path, _)| path.to_str().unwrap()).collect();
    let folders = ["values", "values-nb", "values-nn", "values-se", "values-en"];
    assert_eq!(paths, folders.map(|folder| format!("{folder}/strings.xml")));
    assert!(files[0].1.contains(r"<string name="));
    assert_eq!(files[0].1, files[4].1);
    assert!(files[0].1.contains(r"Kari\'s &lt;card></string>"), "{}", files[0].1);
    assert!(files[1].1.contains("Kort &amp; \\\"bok\\\"</string>"), "{}", files[1].1);
}

#[test]
fn what_android_would_read_otherwise_is_escaped() {
    for (text, expected) in [
        ("@string", r"\@string"),
        ("?attr", r"\?attr"),
        ("a@b", "a@b"),
        (r"a\b", r"a\\b"),
        (" a", "\" a\""),
        ("a\nb", r"a\nb"),
        ("Davvisámegiella", "Davvisámegiella"),
    ] {
        assert_eq!(escaped(text), expected);
    }
}

#[test]
fn the_catalog_has_every_language_as_it_is() {
    let catalog: Value = serde_json::from_str(&catalog(&languages())).unwrap();
    assert_eq!(
        (catalog["version"].as_str(), catalog["sourceLanguage"].as_str()),
        (Some("1.0"), Some("nb"))
    );
    let name = &catalog["strings"]["CFBundleDisplayName"]["localizations"];
    assert_eq!(name["en"]["stringUnit"]["value"], "Kari's <card>");
    assert_eq!(name.as_object().unwrap().len(), 4);
}
