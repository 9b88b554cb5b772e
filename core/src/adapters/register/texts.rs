//! What a library asks people to sign (`core/contract/card-service.yaml`, `/v1/libraries/{number}/agreements` and the texts below).
//! Public: nobody says who reads.

use http::StatusCode;
use serde::{Deserialize, de::IgnoredAny};

use super::{CardService, problem::refusal, relations::agreement};
use crate::{
    Error, Result,
    adapters::http::{Answer, TOO_LARGE},
    domain::{
        language::Language,
        library::{Activation, Agreement, LibraryNumber},
        rules::{MAX_BYTES, RulesError, RulesText},
    },
    session::errand::{Ask, Reading},
};

const AT: &str = "agreements";
const TEXT: &str = "rules";
/// Longer lists of agreements are nobody's, bytes.
const LONGEST_LIST: usize = 64 * 1024;
/// A text with its escapes and names, bytes.
const LONGEST_TEXT: usize = 8 * MAX_BYTES;

#[derive(Deserialize)]
struct List {
    library: LibraryNumber,
    agreements: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    agreement: String,
    version: u32,
    languages: Vec<String>,
    activation: Activation,
}

/// An agreement as it is now.
pub(super) struct Offered {
    pub(super) agreement: Agreement,
    pub(super) version: u32,
    /// Those that this build can name.
    pub(super) languages: Vec<Language>,
    activation: Activation,
}

impl CardService {
    /// A text to read, with the one that was signed before.
    pub(super) async fn read(&self, ask: Ask) -> Result<Reading> {
        let offered = self.offered(ask.library).await?.into_iter();
        let mut offered = offered.filter(|offered| offered.agreement == ask.agreement);
        let offered = offered.next().ok_or(Error::NoRules)?;
        let language = chosen(&offered.languages, ask.language).ok_or(RulesError::UnknownLanguage)?;
        let text = (ask.library, ask.agreement);
        let newest = self.text(text, offered.version, language).await?;
        let before = match ask.before.filter(|before| *before < offered.version) {
            Some(before) => absent(self.text(text, before, language).await)?,
            None => None,
        };
        Ok(Reading {
            text: newest,
            languages: offered.languages,
            activation: offered.activation,
            before,
        })
    }

    /// What a library asks people to sign now.
    pub(super) async fn offered(&self, library: LibraryNumber) -> Result<Vec<Offered>> {
        let path = format!("/v1/libraries/{library}/agreements");
        let answer = self.ask_openly(&path, AT, LONGEST_LIST).await?;
        let misshapen = Error::unusable(AT, "unexpected json");
        let list: List = found(&answer)?.json(misshapen.clone())?;
        if list.library != library {
            return Err(misshapen);
        }
        Ok(list.agreements.into_iter().filter_map(offer).collect())
    }

    /// A published text, and no other.
    pub(super) async fn text(
        &self,
        (library, agreement): (LibraryNumber, Agreement),
        version: u32,
        language: Language,
    ) -> Result<RulesText> {
        let name = match agreement {
            Agreement::Rules => "rules",
            Agreement::Staffless => "staffless",
        };
        let tag = language.tag();
        let path = format!("/v1/libraries/{library}/agreements/{name}/{version}/{tag}");
        let answer = match self.ask_openly(&path, TEXT, LONGEST_TEXT).await {
            Err(Error::Service { what: TOO_LARGE, .. }) => Err(Error::RulesRefused(RulesError::TooLong)),
            other => other,
        }?;
        found(&answer)?.json::<IgnoredAny>(Error::unusable(TEXT, "unexpected json"))?;
        let text = RulesText::parse(&answer.body)?;
        let told = (text.library(), text.agreement(), text.version(), text.language());
        if told == (library, agreement, version, language) {
            Ok(text)
        } else {
            Err(RulesError::Malformed.into())
        }
    }
}

fn found(answer: &Answer) -> Result<&Answer> {
    match answer.status {
        StatusCode::OK => Ok(answer),
        StatusCode::NOT_FOUND => Err(Error::NoRules),
        _ => Err(refusal(answer)),
    }
}

/// `None` for a text that isn't there or can't be shown.
pub(super) fn absent(text: Result<RulesText>) -> Result<Option<RulesText>> {
    match text {
        Ok(text) => Ok(Some(text)),
        Err(Error::NoRules | Error::RulesRefused(_)) => Ok(None),
        Err(error) => Err(error),
    }
}

fn offer(entry: Entry) -> Option<Offered> {
    let languages = entry.languages.iter();
    Some(Offered {
        agreement: agreement(&entry.agreement)?,
        version: entry.version,
        languages: languages.filter_map(|tag| Language::from_tag(tag)).collect(),
        activation: entry.activation,
    })
}

/// The one that is asked for, else the other written form of Norwegian, else the library's first.
fn chosen(languages: &[Language], asked: Language) -> Option<Language> {
    let sibling = match asked {
        Language::Nb => Some(Language::Nn),
        Language::Nn => Some(Language::Nb),
        _ => None,
    };
    let wished = [Some(asked), sibling].into_iter().flatten();
    let there = wished.into_iter().find(|language| languages.contains(language));
    there.or(languages.first().copied())
}
