//! Rules as libraries publish them: those that somebody wrote, and for all others one text with the library's name, whose fee
//! rises with the version.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{directory, sha256};
use crate::state::State;

/// Which of a library's two agreements.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Agreement {
    /// Lånereglement.
    #[default]
    Rules,
    /// Meråpent.
    Staffless,
}

/// Names one library's agreement.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Published {
    /// Biblioteknummer.
    pub library: String,
    /// Which of the two.
    #[serde(default)]
    pub agreement: Agreement,
}

/// The texts of this build.
pub(crate) struct Written {
    /// `shared-assets/rules`.
    texts: Vec<Value>,
    /// `rules.json`.
    common: Value,
}

macro_rules! assets {
    ($($name:literal)*) => { [$(include_str!(concat!("../../../../shared-assets/rules/", $name, ".json"))),*] };
}

const TEXTS: [&str; 22] = assets!(
    "2023000-rules-1-nb" "2023000-rules-1-nn" "2023000-rules-2-nb" "2023000-rules-2-nn"
    "2122100-rules-1-nb" "2122100-rules-1-nn" "2122100-rules-2-nb" "2122100-rules-2-nn"
    "2190200-rules-1-nb" "2190200-rules-1-nn" "2190200-rules-1-se"
    "2190200-rules-2-nb" "2190200-rules-2-nn" "2190200-rules-2-se"
    "staffless/2023000-staffless-1-nb" "staffless/2023000-staffless-1-nn"
    "staffless/2023000-staffless-2-nb" "staffless/2023000-staffless-2-nn"
    "staffless/2030000-staffless-1-nb" "staffless/2030000-staffless-1-nn"
    "staffless/2030000-staffless-2-nb" "staffless/2030000-staffless-2-nn"
);

impl Agreement {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Rules => "rules",
            Self::Staffless => "staffless",
        }
    }

    pub(crate) fn named(name: &str) -> Option<Self> {
        [Self::Rules, Self::Staffless].into_iter().find(|it| it.name() == name)
    }

    /// Which of them a library has.
    pub(crate) fn of(library: &Value) -> Vec<Self> {
        let staffless = (library["staffless"] == true).then_some(Self::Staffless);
        [Some(Self::Rules), staffless].into_iter().flatten().collect()
    }
}

impl Published {
    fn key(&self) -> String {
        format!("{}/{}", self.library, self.agreement.name())
    }

    /// The newest version's number; the first is 1.
    pub(crate) fn version(&self, state: &State) -> u32 {
        state.published.get(&self.key()).copied().unwrap_or(1)
    }

    pub(crate) fn publish_next(&self, state: &mut State) {
        let next = self.version(state).saturating_add(1);
        state.published.insert(self.key(), next);
    }
}

impl Written {
    pub(crate) fn load() -> Result<Self, serde_json::Error> {
        Ok(Self {
            texts: TEXTS
                .iter()
                .map(|text| serde_json::from_str(text))
                .collect::<Result<_, _>>()?,
            common: serde_json::from_str(include_str!("../../rules.json"))?,
        })
    }

    /// Every language of a version, each with its document; `name` is the library's.
    pub(crate) fn version(&self, of: &Published, version: u32, name: &str) -> BTreeMap<String, Value> {
        let language = |text: &Value| text["language"].as_str().unwrap_or_default().to_owned();
        let own = self.texts.iter().filter(|text| {
            text["library"] == of.library.as_str()
                && text["agreement"] == of.agreement.name()
                && text["version"] == version
        });
        let own: BTreeMap<String, Value> = own.map(|text| (language(text), text.clone())).collect();
        if !own.is_empty() {
            return own;
        }
        let common = self.common[of.agreement.name()].as_object().into_iter().flatten();
        common
            .map(|(language, clauses)| (language.clone(), self.filled_in(of, version, language, clauses, name)))
            .collect()
    }

    fn filled_in(&self, of: &Published, version: u32, language: &str, clauses: &Value, name: &str) -> Value {
        let fee = version.saturating_add(1).saturating_mul(10).to_string();
        let mut clauses = clauses.clone();
        for clause in clauses.as_array_mut().into_iter().flatten() {
            let text = clause["text"]
                .as_str()
                .unwrap_or_default()
                .replace("{fee}", &fee)
                .replace("{library}", name);
            clause["text"] = text.into();
        }
        let year = 2024_u32.saturating_add(version);
        let mut document = json!({ "demo": true, "note": self.common["note"], "library": of.library,
            "agreement": of.agreement.name(), "version": version, "valid_from": format!("{year}-01-01"),
            "language": language, "clauses": clauses });
        sign_off(&mut document);
        document
    }
}

/// Puts the right hash into a document: SHA-256 of headings and texts, a line feed between the two, an empty line between clauses.
pub(crate) fn sign_off(document: &mut Value) {
    let part = |clause: &Value, name: &str| clause[name].as_str().unwrap_or_default().to_owned();
    let clauses = document["clauses"].as_array().into_iter().flatten();
    let clauses: Vec<String> = clauses
        .map(|clause| match part(clause, "heading") {
            heading if heading.is_empty() => part(clause, "text"),
            heading => format!("{heading}\n{}", part(clause, "text")),
        })
        .collect();
    document["sha256"] = sha256(clauses.join("\n\n")).into();
}

/// How one becomes a patron, in the directory's words.
pub(crate) fn activation(library: &Value) -> &'static str {
    if directory::is_digital(library) {
        "digital"
    } else {
        "in_person"
    }
}

/// Seven digits.
pub(crate) fn is_number(text: &str) -> bool {
    text.len() == 7 && text.bytes().all(|byte| byte.is_ascii_digit())
}
