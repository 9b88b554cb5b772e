//! Texts to read: public, in a language that the person reads, and no other text than the one that was asked for.

use card_core::{
    Error, Result,
    domain::{
        language::Language,
        library::{Activation, Agreement, LibraryNumber},
        rules::RulesError,
    },
    ports::Register,
    session::errand::{Ask, Brought, Errand, Reading},
};
use serde_json::json;

use crate::{
    desk::{Desk, OSLO, problem, text_at, text_of, unusable},
    server::{answer, json as json_answer},
};

fn ask(language: Language, before: Option<u32>) -> Errand {
    Errand::Read(Ask {
        library: LibraryNumber::parse(OSLO).unwrap(),
        agreement: Agreement::Rules,
        language,
        before,
    })
}

async fn read(desk: &Desk, language: Language, before: Option<u32>) -> Result<Reading> {
    match desk.run(ask(language, before)).await? {
        Brought::Text(reading) => Ok(*reading),
        other => panic!("{other:?}"),
    }
}

async fn refused(desk: &Desk) -> Error {
    read(desk, Language::Nb, None).await.unwrap_err()
}

#[tokio::test]
async fn the_newest_version_comes_with_the_one_before_and_nobody_says_who_reads() {
    let desk = Desk::start();
    desk.offers(3, &["nb", "xx", "nn"]);
    desk.publishes(3, "nb", "Lånetiden er 14 dager.");
    desk.publishes(1, "nb", "Lånetiden er 28 dager.");
    let reading = read(&desk, Language::Nb, Some(1)).await.unwrap();
    assert_eq!((reading.text.version(), reading.text.language()), (3, Language::Nb));
    assert_eq!(reading.before.unwrap().version(), 1);
    assert_eq!(
        reading.languages,
        [Language::Nb, Language::Nn],
        "what we can't name isn't offered"
    );
    assert_eq!(reading.activation, Activation::Digital);
    assert_eq!(desk.server.seen().len(), 3);
    for seen in desk.server.seen() {
        assert!(!seen.headers.contains_key("authorization"), "{}", seen.path);
        assert!(!seen.headers.contains_key("dpop"), "{}", seen.path);
    }
    let nobody = Register::run(&desk.client, None, ask(Language::Nb, None)).await;
    assert!(nobody.is_ok(), "needs no pass");
    assert!(matches!(
        Register::run(&desk.client, None, Errand::KeepCard).await,
        Err(Error::Internal(_))
    ));
}

#[tokio::test]
async fn the_language_is_the_persons_or_its_sibling_or_the_librarys_first() {
    let cases = [
        (["se", "nn", "nb"], Language::Nn, "nn"),
        (["se", "nn", "en"], Language::Nb, "nn"),
        (["se", "nb", "en"], Language::Nn, "nb"),
        (["se", "nb", "nn"], Language::En, "se"),
        (["xx", "sma", "nb"], Language::En, "sma"),
    ];
    for (written, asked, given) in cases {
        let desk = Desk::start();
        desk.offers(1, &written);
        for language in written {
            desk.publishes(1, language, "Lånetiden er 28 dager.");
        }
        let reading = read(&desk, asked, None).await.unwrap();
        assert_eq!(reading.text.language().tag(), given, "{asked:?} of {written:?}");
    }
    let desk = Desk::start();
    desk.offers(1, &["xx"]);
    assert_eq!(refused(&desk).await, Error::RulesRefused(RulesError::UnknownLanguage));
}

#[tokio::test]
async fn a_version_before_that_cant_be_shown_is_none() {
    let desk = Desk::start();
    desk.offers(2, &["nb"]);
    desk.publishes(2, "nb", "Lånetiden er 14 dager.");
    let before = async |version| read(&desk, Language::Nb, Some(version)).await.unwrap().before;
    assert_eq!(before(1).await, None, "not written in that language");
    desk.says(&text_at(1, "nb"), json_answer(200, &json!({})));
    assert_eq!(before(1).await, None, "can't be shown");
    assert_eq!(before(2).await, None, "the same");
    assert_eq!(desk.heard(&text_at(2, "nb")).len(), 3, "and not asked for twice");
    desk.says(&text_at(1, "nb"), answer(500, "", "text/html", ""));
    let down = read(&desk, Language::Nb, Some(1)).await;
    assert_eq!(
        down.unwrap_err(),
        unusable("rules", "server error"),
        "may be there later"
    );
}

#[tokio::test]
async fn what_isnt_there_is_said_so() {
    let desk = Desk::start();
    desk.says(
        &format!("GET /v1/libraries/{OSLO}/agreements"),
        problem(404, "no-library"),
    );
    assert_eq!(refused(&desk).await, Error::NoRules);
    desk.offers(1, &["nb"]);
    assert_eq!(refused(&desk).await, Error::NoRules, "offered, not published");
    let staffless = Errand::Read(Ask {
        library: LibraryNumber::parse(OSLO).unwrap(),
        agreement: Agreement::Staffless,
        language: Language::Nb,
        before: None,
    });
    assert_eq!(desk.run(staffless).await, Err(Error::NoRules), "not offered");
}

#[tokio::test]
async fn another_text_than_the_one_asked_for_is_refused() {
    let desk = Desk::start();
    desk.offers(1, &["nb"]);
    for (member, other) in [
        ("library", json!("2022000")),
        ("agreement", json!("staffless")),
        ("version", json!(2)),
        ("language", json!("nn")),
    ] {
        let mut document = text_of(1, "nb", "Lånetiden er 28 dager.");
        document[member] = other;
        desk.tells(&text_at(1, "nb"), &document);
        assert_eq!(
            refused(&desk).await,
            Error::RulesRefused(RulesError::Malformed),
            "{member}"
        );
    }
    let mut document = text_of(1, "nb", "Lånetiden er 28 dager.");
    document["clauses"][0]["text"] = json!("Lånetiden er 1 dag.");
    desk.tells(&text_at(1, "nb"), &document);
    assert_eq!(refused(&desk).await, Error::RulesRefused(RulesError::WrongHash));
    desk.publishes(1, "nb", "Du kan \u{202e}ekki\u{202c} låne.");
    let bidirectional = RulesError::Bidirectional {
        clause: 0,
        code: 0x202e,
    };
    assert_eq!(refused(&desk).await, Error::RulesRefused(bidirectional));
    desk.tells(
        &format!("GET /v1/libraries/{OSLO}/agreements"),
        &json!({ "library": "2022000", "agreements": [] }),
    );
    assert_eq!(
        refused(&desk).await,
        unusable("agreements", "unexpected json"),
        "another library's"
    );
}

#[tokio::test]
async fn a_text_that_is_too_long_is_refused_as_that() {
    let desk = Desk::start();
    desk.offers(1, &["nb"]);
    desk.publishes(1, "nb", &"a".repeat(250 * 1024));
    assert!(read(&desk, Language::Nb, None).await.is_ok(), "long, not too long");
    for bytes in [257 * 1024, 1024 * 1024, 3 * 1024 * 1024] {
        desk.publishes(1, "nb", &"a".repeat(bytes));
        assert_eq!(
            refused(&desk).await,
            Error::RulesRefused(RulesError::TooLong),
            "{bytes}"
        );
    }
}

#[tokio::test]
async fn answers_that_cant_be_used_are_not_the_librarys_fault() {
    let document = text_of(1, "nb", "Lånetiden er 28 dager.").to_string();
    let cut = answer(200, "", "application/json", &document);
    let cases = [
        (answer(200, "", "text/html", &document), "not json"),
        (
            answer(200, "", "application/json", &document[..document.len() - 9]),
            "not json",
        ),
        (cut[..cut.len() - 9].to_vec(), "cut short"),
        (answer(403, "", "text/html", "no"), "unexpected status"),
        (answer(302, "location: /\r\n", "text/html", ""), "redirect"),
    ];
    for (bytes, what) in cases {
        let desk = Desk::start();
        desk.offers(1, &["nb"]);
        desk.says(&text_at(1, "nb"), bytes);
        assert_eq!(refused(&desk).await, unusable("rules", what));
    }
    let desk = Desk::start();
    desk.says(
        &format!("GET /v1/libraries/{OSLO}/agreements"),
        answer(200, "", "application/json", &" ".repeat(65 * 1024)),
    );
    assert_eq!(refused(&desk).await, unusable("agreements", "too large"));
}
