//! What is written is Kotlin: names, escapes, templates, and only what changed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use card_assets::emit_strings;
use card_assets::kotlin::{camel, literal, template};
use card_assets::output::{Outcome, write};
use card_assets::strings::parse;
use card_assets::template::Template;

#[test]
fn quotes_dollars_and_backslashes_are_escaped() {
    assert_eq!(literal(r#"a "b" $c ${d} \e"#), r#""a \"b\" \$c \${d} \\e""#);
    assert_eq!(literal("a\nb\tc"), r#""a\nb\u0009c""#);
}

#[test]
fn a_parameter_is_a_template_and_a_dollar_beside_it_is_not() {
    let text = Template::parse("5 $ {time}s \"x\"").unwrap();
    assert_eq!(template(&text), r#""5 \$ ${time}s \"x\"""#);
}

#[test]
fn keys_become_names() {
    assert_eq!(camel("sign_in.title"), "signInTitle");
    assert_eq!(camel("a11y.card_of"), "a11yCardOf");
}

#[test]
fn words_become_values_functions_and_lists() {
    let (nb, wrong) = parse(
        "nb",
        "[date]\nmonths = [\"mai\"]\n[freshness]\ntoday = \"i dag {time}\"\n[app]\nname = \"Kort\"",
    );
    assert!(wrong.is_empty());
    let kotlin = emit_strings::emit(&[nb.unwrap()]);
    for line in [
        "    val appName: String\n",
        "    fun freshnessToday(time: String): String\n",
        "object Nb : Strings {\n",
        "    override val appName: String = \"Kort\"\n",
        "    override fun freshnessToday(time: String): String = \"i dag ${time}\"\n",
        "    override val dateMonths: List<String> = listOf(\"mai\")\n",
        "        \"nb\", \"no\" -> Nb\n",
        "        else -> En\n",
    ] {
        assert!(kotlin.contains(line), "{line} is not in\n{kotlin}");
    }
}

#[test]
fn a_comment_cannot_be_closed_by_a_word() {
    let (nb, _) = parse("nb", "[app]\nname = \"a */ b\"");
    assert!(emit_strings::emit(&[nb.unwrap()]).contains("/** \"a * / b\" */"));
}

#[test]
fn a_file_is_written_once_and_again_only_when_it_changed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("deep/down/A.kt");
    assert_eq!(write(&path, "one").unwrap(), Outcome::Written);
    let long_ago = std::time::SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1);
    std::fs::File::options()
        .write(true)
        .open(&path)
        .unwrap()
        .set_modified(long_ago)
        .unwrap();
    assert_eq!(write(&path, "one").unwrap(), Outcome::Unchanged);
    assert_eq!(std::fs::metadata(&path).unwrap().modified().unwrap(), long_ago);
    let other = folder.path().join("deep/B.kt");
    assert_eq!(write(&other, "one").unwrap(), Outcome::Written);
    assert_eq!(write(&other, "two").unwrap(), Outcome::Written);
    assert_eq!(std::fs::read_to_string(&other).unwrap(), "two");
}
