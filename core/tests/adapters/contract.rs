//! The contract's own examples, through the core's readers: what it promises can be read, and what it refuses has a meaning.

use std::{collections::BTreeSet, sync::LazyLock};

use card_core::{
    Error, RefusedCheck,
    domain::{
        directory::Changes,
        language::Language,
        library::{Agreement, LibraryNumber},
        receipt::Pseudonym,
        rules::{RulesError, RulesText},
        shelf::Shelf,
    },
    session::errand::{Ask, Behalf, Brought, Errand, Signature},
};
use serde_json::{Value, json};
use yaml_rust2::{Yaml, YamlLoader};

use crate::{
    desk::{Desk, OSLO, PROBLEM, text_of},
    libraries::seen,
    people,
    server::{answer, json as json_answer},
};

static CONTRACT: LazyLock<Value> = LazyLock::new(|| {
    let text = include_str!("../../contract/card-service.yaml");
    plain(&YamlLoader::load_from_str(text).unwrap()[0])
});

/// What is asked for there by an errand of its own, or another way that is tested here or beside.
const READ: [&str; 40] = [
    "get /v1/card", // signed: `card.rs`
    "get /v1/devices",
    "delete /v1/devices/{id}",
    "get /v1/jwks.json",
    "get /v1/libraries",
    "get /v1/libraries/{number}/agreements",
    "get /v1/libraries/{number}/agreements/{agreement}/{version}/{language}",
    "get /v1/relations",
    "delete /v1/relations/{number}",
    "get /v1/household",
    "put /v1/home-library",
    "post /v1/signatures",
    "get /v1/log/head",        // signed: `log.rs`
    "get /v1/log/consistency", // signed: `log.rs`
    "get /v1/receipts",
    "get /v1/notices",
    "post /v1/keep-card",
    "get /v1/leave",
    "post /v1/leave",
    "get /v1/export",
    "get /v1/registration",
    "post /v1/registration",
    "put /v1/registration/email",
    "post /v1/registration/email-code",
    "put /v1/registration/contact",
    "put /v1/registration/secrets",
    "put /v1/registration/home-library",
    "get /v1/secret-rules",
    "put /v1/pin",
    "put /v1/password",
    "get /v1/contact",
    "put /v1/contact",
    "put /v1/contact/email",
    "post /v1/contact/email-code",
    "post /v1/children",
    "post /v1/children/codes",
    "get /v1/children/{child}/card", // signed: `children.rs`
    "get /v1/children/{child}/relations",
    "get /v1/children/{child}/ledger",
    "get /v1/ledger",
];

/// A path, the member in which its things stand, and how many of them were taken.
type Part = (&'static str, &'static str, fn(&Shelf) -> usize);

/// Names that mean our own mistake, or nothing to a person.
const OURS: [&str; 6] = [
    "bad-request",
    "forbidden",
    "key-reused",
    "no-device",
    "too-many-requests",
    "unavailable",
];

fn plain(yaml: &Yaml) -> Value {
    match yaml {
        Yaml::String(text) => json!(text),
        Yaml::Integer(number) => json!(number),
        Yaml::Boolean(is) => json!(is),
        Yaml::Array(items) => items.iter().map(plain).collect(),
        Yaml::Hash(map) => map
            .iter()
            .map(|(k, v)| (key(k), plain(v)))
            .collect::<serde_json::Map<_, _>>()
            .into(),
        Yaml::Null => Value::Null,
        other => panic!("{other:?}"),
    }
}

fn key(yaml: &Yaml) -> String {
    yaml.as_str()
        .map_or_else(|| yaml.as_i64().unwrap().to_string(), str::to_owned)
}

/// Follows `$ref`.
fn resolved(value: &Value) -> &Value {
    match value.get("$ref").and_then(Value::as_str) {
        Some(to) => resolved(CONTRACT.pointer(to.strip_prefix('#').unwrap()).unwrap()),
        None => value,
    }
}

fn responses(operation: &str) -> Vec<(u16, &'static Value)> {
    let (method, path) = operation.split_once(' ').unwrap();
    let responses = CONTRACT["paths"][path][method]["responses"].as_object();
    let responses = responses.unwrap_or_else(|| panic!("no {operation}")).iter();
    responses
        .map(|(status, response)| (status.parse().unwrap(), resolved(response)))
        .collect()
}

/// The examples of a response, those of its schema included.
fn examples(response: &Value, kind: &str) -> Vec<Value> {
    let content = &response["content"][kind];
    let named = content["examples"].as_object().into_iter().flatten();
    let named = named.map(|(_, example)| resolved(example)["value"].clone());
    let of_schema = resolved(&content["schema"])["examples"]
        .as_array()
        .into_iter()
        .flatten()
        .cloned();
    content
        .get("example")
        .cloned()
        .into_iter()
        .chain(named)
        .chain(of_schema)
        .collect()
}

/// Those of a good answer; at least one.
pub(crate) fn honest(operation: &str) -> Vec<Value> {
    let good = responses(operation)
        .into_iter()
        .find(|(status, _)| [200, 201, 202].contains(status));
    let found = examples(good.unwrap().1, "application/json");
    assert!(!found.is_empty(), "{operation} has no example");
    found
}

fn oslo() -> LibraryNumber {
    LibraryNumber::parse(OSLO).unwrap()
}

fn rules() -> String {
    text_of(1, "nb", "Lånetiden er 28 dager.").to_string()
}

fn read() -> Errand {
    Errand::Read(Ask {
        library: oslo(),
        agreement: Agreement::Rules,
        language: Language::Nb,
        before: None,
    })
}

/// Operations with an errand of their own, and where that asks.
fn errands() -> Vec<(&'static str, String, Errand)> {
    let sign = Errand::Sign(Box::new(Signature {
        text: RulesText::parse(rules().as_bytes()).unwrap(),
        signer: Pseudonym::parse("p-kari").unwrap(),
        behalf: Behalf::Own,
        key: "k".to_owned(),
    }));
    let rows = [
        ("get /v1/devices", Errand::SeeDevices),
        ("delete /v1/devices/{id}", Errand::EndDevice(OSLO.to_owned())),
        ("get /v1/libraries/{number}/agreements", read()),
        ("get /v1/relations", Errand::SeeRelations),
        ("delete /v1/relations/{number}", Errand::Withdraw(oslo())),
        ("put /v1/home-library", Errand::ChooseHome(oslo())),
        ("post /v1/signatures", sign),
        ("post /v1/keep-card", Errand::KeepCard),
        ("get /v1/leave", Errand::SeeLeaving),
        ("post /v1/leave", Errand::Leave),
        ("get /v1/export", Errand::Export),
    ];
    let at = |operation: &str| {
        let (method, path) = operation.split_once(' ').unwrap();
        let path = path
            .replace("{number}", OSLO)
            .replace("{id}", OSLO)
            .replace("{child}", "p-child");
        format!("{} {path}", method.to_uppercase())
    };
    rows.into_iter()
        .chain(people::errands())
        .map(|(operation, errand)| (operation, at(operation), errand))
        .collect()
}

#[test]
fn every_operation_of_the_contract_is_read() {
    let paths = CONTRACT["paths"].as_object().unwrap();
    let methods = |path: &'static Value| path.as_object().unwrap().keys().filter(|key| *key != "parameters");
    let there: BTreeSet<String> = paths
        .iter()
        .flat_map(|(path, item)| methods(item).map(move |method| format!("{method} {path}")))
        .collect();
    assert_eq!(there, READ.iter().map(|operation| (*operation).to_owned()).collect());
}

#[tokio::test]
async fn the_examples_of_good_answers_are_read() {
    for (operation, at, errand) in errands() {
        let plainly = [
            "put /v1/home-library",
            "get /v1/relations",
            "post /v1/keep-card",
            "get /v1/leave",
            "post /v1/leave",
        ];
        if !plainly.contains(&operation) {
            continue;
        }
        for example in honest(operation) {
            let desk = Desk::start();
            desk.says(&at, json_answer(200, &example));
            let brought = desk.run(errand.clone()).await;
            let (told, taken) = match brought.unwrap() {
                Brought::Relations(relations) => {
                    let agreements = |related: &Value| related["agreements"].as_array().unwrap().len();
                    let told = example["relations"].as_array().unwrap();
                    let signed = relations.iter().map(|related| related.agreements.len());
                    assert_eq!(
                        signed.collect::<Vec<_>>(),
                        told.iter().map(agreements).collect::<Vec<_>>()
                    );
                    ("relations", relations.len())
                }
                Brought::CardKept(unused) => ("notices", unused.len()),
                Brought::Leaving(leaving) => {
                    assert_eq!(leaving.ended_at.map(|at| at.0), example["ended_at"].as_i64());
                    ("remaining", leaving.remaining.len())
                }
                other => panic!("{other:?}"),
            };
            assert_eq!(
                taken,
                example[told].as_array().unwrap().len(),
                "{operation}: nothing is passed over"
            );
        }
    }
}

#[tokio::test]
async fn the_examples_beside_the_relations_are_read() {
    let parts: [Part; 3] = [
        ("household", "people", |shelf| shelf.people.len()),
        ("notices", "notices", |shelf| shelf.unused.len()),
        ("receipts", "receipts", |shelf| shelf.receipts.len()),
    ];
    for (path, member, taken) in parts {
        for example in honest(&format!("get /v1/{path}")) {
            let desk = Desk::start();
            desk.tells("GET /v1/relations", &json!({ "relations": [] }));
            desk.tells(&format!("GET /v1/{path}"), &example);
            let shelf = seen(&desk, &Shelf::default()).await.unwrap();
            assert_eq!(
                taken(&shelf),
                example[member].as_array().unwrap().len(),
                "{path}: nothing is passed over"
            );
        }
    }
}

#[tokio::test]
async fn the_examples_of_what_is_public_are_read() {
    let desk = Desk::start();
    for example in honest("get /v1/libraries/{number}/agreements") {
        desk.tells(&format!("GET /v1/libraries/{OSLO}/agreements"), &example);
        assert_eq!(
            desk.run(read()).await,
            Err(Error::NoRules),
            "read, and the text isn't there"
        );
        assert!(desk.server.paths().last().unwrap().ends_with("/rules/1/nb"));
    }
    for example in honest("get /v1/libraries/{number}/agreements/{agreement}/{version}/{language}") {
        let read = RulesText::parse(example.to_string().as_bytes());
        assert_eq!(
            read,
            Err(RulesError::WrongHash),
            "its form is right, and nobody made its hash"
        );
    }
    for example in honest("get /v1/libraries") {
        assert!(Changes::parse(example.to_string().as_bytes()).is_ok());
    }
    for example in honest("get /v1/jwks.json") {
        desk.tells("GET /v1/relations", &json!({ "relations": [] }));
        desk.tells("GET /v1/jwks.json", &example);
        let shelf = seen(&desk, &Shelf::default()).await.unwrap();
        assert_eq!(shelf.keys, example.to_string());
    }
}

#[tokio::test]
async fn a_receipt_of_the_examples_has_the_form_and_proves_nothing() {
    let (_, at, errand) = errands()
        .into_iter()
        .find(|(operation, ..)| operation.ends_with("signatures"))
        .unwrap();
    for example in honest("post /v1/signatures") {
        let desk = Desk::start();
        desk.says(&at, json_answer(201, &example));
        assert_eq!(
            desk.run(errand.clone()).await,
            Err(Error::SignInRefused(RefusedCheck::Receipt))
        );
    }
}

/// Names of the problems that a response's schema has.
fn problems(schema: &Value) -> Vec<String> {
    let parts = schema["allOf"].as_array().unwrap();
    let kind = parts.iter().find_map(|part| part["properties"].get("type")).unwrap();
    let kinds = kind
        .get("const")
        .into_iter()
        .chain(kind["enum"].as_array().into_iter().flatten());
    let name = |kind: &Value| kind.as_str().unwrap().rsplit('/').next().unwrap().to_owned();
    kinds.map(name).collect()
}

#[tokio::test]
async fn every_refusal_of_the_contract_has_a_meaning() {
    let mut told = BTreeSet::new();
    for (operation, at, errand) in errands() {
        for (status, response) in responses(operation).into_iter().filter(|(status, _)| *status >= 400) {
            let schema = &response["content"][PROBLEM]["schema"];
            let made = problems(schema).into_iter().map(|name| {
                json!({ "type": format!("https://bibliotekkortet.no/problem/{name}"), "title": name, "status": status })
            });
            for body in made.chain(examples(response, PROBLEM)) {
                let name = body["type"].as_str().unwrap().rsplit('/').next().unwrap().to_owned();
                let level = "www-authenticate: Bearer error=\"insufficient_user_authentication\"\r\n";
                let head = if name == "level-too-low" { level } else { "" };
                let desk = Desk::start();
                desk.says(&at, answer(status, head, PROBLEM, &body.to_string()));
                let outcome = desk.run(errand.clone()).await;
                let meant = !matches!(outcome, Err(Error::Service { .. }));
                assert_eq!(
                    meant,
                    !OURS.contains(&&*name) || operation.contains("{id}") && status == 404,
                    "{operation}: {name}: {outcome:?}"
                );
                told.insert(name);
            }
        }
    }
    assert!(told.len() >= 15, "{told:?}");
    let told_of_signing: Vec<_> = [
        "rules-changed",
        "library-closed",
        "too-young",
        "signs-alone",
        "no-basis",
        "library-keeps",
        "no-relation",
    ]
    .into_iter()
    .filter(|name| !told.contains(*name))
    .collect();
    assert!(told_of_signing.is_empty(), "{told_of_signing:?}");
}
