//! What libraries ask people to sign, for everybody to read.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State};
use axum::http::header::CACHE_CONTROL;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use super::problem::Problem;
use super::refusals;
use crate::register::directory;
use crate::register::rules::{Agreement, Published, activation, sign_off};
use crate::shared::Shared;
use crate::twists::Twist;

const CACHE: [(axum::http::HeaderName, &str); 1] = [(CACHE_CONTROL, "public, no-cache")];

/// `GET /v1/libraries/{number}/agreements`
pub(super) async fn list(State(shared): State<Arc<Shared>>, Path(number): Path<String>) -> Result<Response, Problem> {
    let register = &shared.register;
    let agreements: Option<Vec<Value>> = shared.read(|state| {
        let library = directory::library(register, state, &number)?;
        let described = Agreement::of(&library).into_iter().map(|agreement| {
            let published = Published {
                library: number.clone(),
                agreement,
            };
            let version = published.version(state);
            let texts = register.texts(state, &published, version);
            json!({ "agreement": agreement, "version": version, "languages": texts.keys().collect::<Vec<_>>(),
                "activation": activation(&library) })
        });
        Some(described.collect())
    });
    let agreements = agreements.ok_or_else(refusals::no_library)?;
    Ok((CACHE, Json(json!({ "library": number, "agreements": agreements }))).into_response())
}

/// `GET /v1/libraries/{number}/agreements/{agreement}/{version}/{language}`
pub(super) async fn text(
    State(shared): State<Arc<Shared>>,
    Path((number, agreement, version, language)): Path<(String, String, String, String)>,
) -> Result<Response, Problem> {
    let register = &shared.register;
    let library = shared.read(|state| directory::library(register, state, &number));
    let library = library.ok_or_else(refusals::no_library)?;
    let agreement = Agreement::named(&agreement).filter(|it| Agreement::of(&library).contains(it));
    let published = Published {
        library: number,
        agreement: agreement.ok_or_else(refusals::no_rules)?,
    };
    let newest = shared.read(|state| published.version(state));
    let version = number_of(&version).filter(|version| (1..=newest).contains(version));
    let version = version.ok_or_else(refusals::no_rules)?;
    let mut texts = shared.read(|state| register.texts(state, &published, version));
    let document = texts.remove(&language).ok_or_else(refusals::no_rules)?;
    Ok((CACHE, Json(twisted(&shared, document))).into_response())
}

/// A version's number as it is written: no sign, no zero in front.
pub(super) fn number_of(text: &str) -> Option<u32> {
    let number: u32 = text.parse().ok()?;
    (number.to_string() == text).then_some(number)
}

fn twisted(shared: &Shared, mut document: Value) -> Value {
    let first = "/clauses/0/text";
    let mut rewrite = |twist, text: &dyn Fn(&str) -> String| {
        if let (true, Some(clause)) = (shared.twisted(twist), document.pointer_mut(first)) {
            *clause = text(clause.as_str().unwrap_or_default()).into();
        }
    };
    rewrite(Twist::RulesHuge, &|text| {
        text.repeat(1 + 1024 * 1024 / text.len().max(1))
    });
    rewrite(Twist::RulesBidi, &|text| format!("\u{202e}{text}\u{202c}"));
    if shared.twisted(Twist::RulesEmpty) {
        document["clauses"] = json!([]);
    }
    if shared.twisted(Twist::RulesUnknownLanguage) {
        document["language"] = "tlh".into();
    }
    sign_off(&mut document);
    if shared.twisted(Twist::RulesWrongHash) {
        document["sha256"] = crate::register::sha256("another text").into();
    }
    document
}
