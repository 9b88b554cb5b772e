//! Languages that names and rules are published in.

use serde::{Deserialize, Serialize};

/// A language by its tag (BCP 47, in lower case). A tag that isn't here is refused: what a person is to read or sign must say
/// what it is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Bokmål.
    Nb,
    /// Nynorsk.
    Nn,
    /// North Sámi.
    Se,
    /// Lule Sámi.
    Smj,
    /// South Sámi.
    Sma,
    /// Kven.
    Fkv,
    /// English.
    En,
}

const TAGS: [(&str, Language); 7] = [
    ("nb", Language::Nb),
    ("nn", Language::Nn),
    ("se", Language::Se),
    ("smj", Language::Smj),
    ("sma", Language::Sma),
    ("fkv", Language::Fkv),
    ("en", Language::En),
];

impl Language {
    /// The language of a tag; `None` for one that isn't known, `no` among them, which says not which of the two it is.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        TAGS.iter()
            .find(|(known, _)| *known == tag)
            .map(|(_, language)| *language)
    }

    /// Its tag.
    #[must_use]
    pub fn tag(self) -> &'static str {
        TAGS.iter()
            .find(|(_, language)| *language == self)
            .map_or("nb", |(tag, _)| tag)
    }
}
