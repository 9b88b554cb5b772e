//! A language that lacks a word, has one too many, or fills other places is refused.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use card_assets::parity;
use card_assets::strings::{ERROR_CODES, Language, parse};

fn errors() -> String {
    ERROR_CODES
        .iter()
        .map(|code| format!("[errors.{code}]\ntitle = \"a\"\ntext = \"b\"\naction = \"c\"\n"))
        .collect()
}

fn language(code: &str, words: &str) -> Language {
    let text = format!("[language]\ncode = \"{code}\"\n[card]\n{words}\n{}", errors());
    let (language, wrong) = parse(code, &text);
    assert_eq!(wrong, Vec::<String>::new());
    language.unwrap()
}

fn compare(nb: &str, en: &str) -> Vec<String> {
    parity::check(&[language("nb", nb), language("en", en)])
}

#[test]
fn equal_languages_pass() {
    assert_eq!(
        compare("a = \"x {time} {name}\"", "a = \"{name}: {time}\""),
        Vec::<String>::new()
    );
}

#[test]
fn a_missing_key_is_told() {
    assert_eq!(
        compare("a = \"x\"\nb = \"y\"", "a = \"x\""),
        ["en.toml: card.b is missing (it is in nb.toml)"]
    );
}

#[test]
fn an_extra_key_is_told() {
    assert_eq!(
        compare("a = \"x\"", "a = \"x\"\nb = \"y\""),
        ["en.toml: card.b is extra (it is not in nb.toml)"]
    );
}

#[test]
fn another_parameter_is_told() {
    let wrong = compare("a = \"x {time}\"", "a = \"x {date}\"");
    assert_eq!(
        wrong,
        [r#"en.toml: card.a has parameters ["date"], nb.toml has ["time"]"#]
    );
}

#[test]
fn a_list_is_not_a_text() {
    let wrong = compare("a = \"x\"", "a = [\"x\"]");
    assert_eq!(
        wrong,
        ["en.toml: card.a is a list in one language and a text in another"]
    );
}

#[test]
fn every_error_code_has_all_its_words_and_no_more() {
    let mut nb = language("nb", "");
    nb.words.remove("errors.Offline.text");
    let spare = language("nb", "a = \"x\"").words.remove("card.a").unwrap();
    nb.words.insert("errors.Tired.title".into(), spare);
    let wrong = parity::check(&[nb]);
    assert_eq!(
        wrong,
        [
            "nb.toml: errors.Offline.text is missing",
            "nb.toml: errors.Tired.title belongs to no error code"
        ]
    );
}

#[test]
fn error_words_have_no_parameters() {
    let text = errors().replacen("\"b\"", "\"b {check}\"", 1);
    let (nb, _) = parse("nb", &format!("[language]\ncode = \"nb\"\n{text}"));
    assert_eq!(
        parity::check(&[nb.unwrap()]),
        ["nb.toml: errors.Offline.text has a parameter; error words have none"]
    );
}

#[test]
fn a_file_under_the_wrong_name_is_told() {
    let (nn, _) = parse("nn", &format!("[language]\ncode = \"nb\"\n{}", errors()));
    assert_eq!(parity::check(&[nn.unwrap()]), ["nn.toml: language.code must be \"nn\""]);
}

#[test]
fn a_year_has_twelve_months() {
    let (nb, _) = parse(
        "nb",
        &format!("[language]\ncode = \"nb\"\n[date]\nmonths = [\"mai\"]\n{}", errors()),
    );
    assert_eq!(parity::check(&[nb.unwrap()]), ["nb.toml: date.months has 1 months"]);
}

#[test]
fn values_that_are_no_text_are_told() {
    let wrong = |line: &str| parse("nb", &format!("[a]\nb = {line}")).1;
    assert_eq!(wrong("\"\""), ["nb.toml: a.b is empty"]);
    assert_eq!(wrong("\"  \""), ["nb.toml: a.b is empty"]);
    assert_eq!(wrong("[\"mai\", \"\"]"), ["nb.toml: a.b is empty"]);
    assert_eq!(wrong("3"), ["nb.toml: a.b is of type integer, not a text"]);
    assert_eq!(
        wrong("\"x {time\""),
        ["nb.toml: a.b has an opening brace without a closing one"]
    );
    assert_eq!(
        wrong("\"x time}\""),
        ["nb.toml: a.b has a closing brace without an opening one"]
    );
    assert_eq!(
        wrong("\"x {Two words}\""),
        ["nb.toml: a.b has a parameter with the name \"Two words\""]
    );
    assert_eq!(wrong("[\"{day}\"]"), ["nb.toml: a.b has a parameter in a list"]);
}
