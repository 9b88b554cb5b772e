use card_sandbox::{Agreement, Change, Published, Twist};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::app::{App, json as body};

async fn get(app: &App, path: &str) -> (u16, Value) {
    let answer = app
        .get(format!("{}/v1/libraries/{path}", app.sandbox.card_service))
        .await;
    (answer.status().as_u16(), body(answer).await)
}

async fn text(app: &App, path: &str) -> Value {
    let (status, document) = get(app, path).await;
    assert_eq!(status, 200, "{path}");
    document
}

fn publish(app: &App, library: &str, agreement: Agreement) {
    let library = library.to_owned();
    let change = Change {
        publish: vec![Published { library, agreement }],
        ..Change::default()
    };
    app.sandbox.change(change).unwrap();
}

/// Of headings and texts, as the assets' own test has it.
fn hash(document: &Value) -> String {
    let clauses = document["clauses"].as_array().unwrap();
    let clauses: Vec<String> = clauses
        .iter()
        .map(|it| format!("{}\n{}", it["heading"].as_str().unwrap(), it["text"].as_str().unwrap()))
        .collect();
    let digest = Sha256::digest(clauses.join("\n\n"));
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[tokio::test]
async fn a_library_says_what_it_asks_to_sign_and_how_one_becomes_a_patron() {
    let app = App::new();
    let of = async |number: &str| text(&app, &format!("{number}/agreements")).await["agreements"].clone();
    assert_eq!(
        of("2030000").await,
        json!([
            { "agreement": "rules", "version": 1, "languages": ["nb", "nn"], "activation": "digital" },
            { "agreement": "staffless", "version": 1, "languages": ["nb", "nn"], "activation": "digital" }
        ])
    );
    let troms = of("2190200").await;
    assert_eq!(troms[0]["languages"], json!(["nb", "nn", "se"]));
    assert_eq!(of("2022000").await.as_array().unwrap().len(), 1);
    assert_eq!(of("2023000").await[1]["activation"], "in_person");
}

#[tokio::test]
async fn the_demo_texts_come_as_they_are_and_all_hashes_are_right() {
    let app = App::new();
    let file: Value =
        serde_json::from_str(include_str!("../../../../shared-assets/rules/2190200-rules-1-se.json")).unwrap();
    assert_eq!(text(&app, "2190200/agreements/rules/1/se").await, file);
    for path in [
        "2023000/agreements/rules/1/nb",
        "2022000/agreements/rules/1/nn",
        "2030000/agreements/staffless/1/nb",
    ] {
        let document = text(&app, path).await;
        assert_eq!(document["sha256"], hash(&document), "{path}");
        assert_eq!(document["demo"], true);
    }
}

#[tokio::test]
async fn the_next_version_is_published_and_the_old_ones_stay() {
    let app = App::new();
    for (library, agreement, name) in [
        ("2190200", Agreement::Rules, "rules"),
        ("2030000", Agreement::Staffless, "staffless"),
    ] {
        let first = text(&app, &format!("{library}/agreements/{name}/1/nb")).await;
        assert_eq!(get(&app, &format!("{library}/agreements/{name}/2/nb")).await.0, 404);
        publish(&app, library, agreement);
        publish(&app, library, agreement);
        let (_, listed) = get(&app, &format!("{library}/agreements")).await;
        let listed = listed["agreements"].as_array().unwrap();
        assert_eq!(listed.iter().find(|it| it["agreement"] == name).unwrap()["version"], 3);
        let mut hashes = Vec::new();
        for version in 1..=3 {
            let document = text(&app, &format!("{library}/agreements/{name}/{version}/nb")).await;
            assert_eq!(
                (&document["version"], &document["sha256"]),
                (&json!(version), &json!(hash(&document)))
            );
            hashes.push(hash(&document));
        }
        assert_eq!(hashes[0], first["sha256"]);
        assert!(hashes[0] != hashes[1] && hashes[1] != hashes[2]);
    }
}

#[tokio::test]
async fn two_libraries_have_written_their_staffless_agreements_themselves() {
    let app = App::new();
    for (library, changed) in [
        ("2030000", ["camera", "alarm"].as_slice()),
        ("2023000", ["door"].as_slice()),
    ] {
        publish(&app, library, Agreement::Staffless);
        for language in ["nb", "nn"] {
            let [one, two] = [1, 2].map(|version| format!("{library}/agreements/staffless/{version}/{language}"));
            let [one, two] = [text(&app, &one).await, text(&app, &two).await];
            let note = "Demo text, not the rules of this library.";
            for document in [&one, &two] {
                assert_eq!(
                    (&document["demo"], &document["note"], &document["sha256"]),
                    (&json!(true), &json!(note), &json!(hash(document)))
                );
            }
            let pairs = one["clauses"]
                .as_array()
                .unwrap()
                .iter()
                .zip(two["clauses"].as_array().unwrap());
            let other = pairs
                .filter(|(old, new)| old != new)
                .map(|(old, _)| old["id"].as_str().unwrap());
            assert_eq!(other.collect::<Vec<_>>(), changed, "{library} {language}");
        }
    }
}

#[tokio::test]
async fn every_library_can_be_joined_by_texts_of_its_own_and_the_directory_says_how() {
    let app = App::new();
    let directory = body(app.get(format!("{}/v1/libraries", app.sandbox.card_service)).await).await;
    let libraries = directory["libraries"].as_array().unwrap();
    let written = ["2023000", "2122100", "2190200"];
    let (mut digital, mut hashes) = (0, std::collections::BTreeSet::new());
    for library in libraries {
        let (number, name) = (
            library["number"].as_str().unwrap(),
            library["names"][0]["text"].as_str().unwrap(),
        );
        let agreements = text(&app, &format!("{number}/agreements")).await["agreements"].clone();
        let agreements = agreements.as_array().unwrap();
        let staffless = library["staffless"] == true;
        assert_eq!(agreements.len(), if staffless { 2 } else { 1 }, "{name}");
        let said = library["activation"].as_str().unwrap_or("in_person");
        digital += usize::from(said == "digital");
        for agreement in agreements {
            assert_eq!(
                (&agreement["activation"], &agreement["version"]),
                (&json!(said), &json!(1)),
                "{name}"
            );
            for language in ["nb", "nn"] {
                let path = format!(
                    "{number}/agreements/{}/1/{language}",
                    agreement["agreement"].as_str().unwrap()
                );
                let document = text(&app, &path).await;
                assert_eq!(
                    (&document["demo"], &document["sha256"]),
                    (&json!(true), &json!(hash(&document)))
                );
                assert!(hashes.insert(hash(&document)), "{path} is another library's text");
                if !written.contains(&number) && path.contains("/rules/") {
                    assert!(
                        document["clauses"][0]["text"].as_str().unwrap().contains(name),
                        "{path}"
                    );
                }
            }
        }
    }
    assert_eq!((libraries.len(), digital), (79, 21));
}

#[tokio::test]
async fn a_published_text_stays_though_the_library_takes_another_name() {
    let app = App::new();
    let before = text(&app, "2022000/agreements/rules/1/nb").await;
    let mut asker = app.sandbox.library("2022000").unwrap();
    asker["names"][0]["text"] = json!("Biblioteka i Asker");
    let directory = json!({ "directory": { "upserts": [asker] } });
    app.sandbox.change(serde_json::from_value(directory).unwrap()).unwrap();
    assert_eq!(text(&app, "2022000/agreements/rules/1/nb").await, before);
}

#[tokio::test]
async fn what_nobody_published_is_not_there() {
    let app = App::new();
    for (path, slug) in [
        ("9999999/agreements", "no-library"),
        ("9999999/agreements/rules/1/nb", "no-library"),
        ("2022000/agreements/staffless/1/nb", "no-rules"),
        ("2022000/agreements/other/1/nb", "no-rules"),
        ("2022000/agreements/rules/0/nb", "no-rules"),
        ("2022000/agreements/rules/01/nb", "no-rules"),
        ("2022000/agreements/rules/x/nb", "no-rules"),
        ("2022000/agreements/rules/1/se", "no-rules"),
    ] {
        let (status, problem) = get(&app, path).await;
        assert_eq!(status, 404, "{path}");
        assert_eq!(
            problem["type"],
            format!("https://bibliotekkortet.no/problem/{slug}"),
            "{path}"
        );
    }
}

#[tokio::test]
async fn texts_can_be_wrong_in_five_ways() {
    let app = App::new();
    let twisted = async |twist| {
        app.sandbox.clear_faults();
        app.sandbox.twist(twist).unwrap();
        text(&app, "2022000/agreements/rules/1/nb").await
    };
    let wrong = twisted(Twist::RulesWrongHash).await;
    assert_ne!(wrong["sha256"], hash(&wrong));
    let empty = twisted(Twist::RulesEmpty).await;
    assert_eq!(
        (&empty["clauses"], &empty["sha256"]),
        (&json!([]), &json!(hash(&empty)))
    );
    let huge = twisted(Twist::RulesHuge).await;
    assert!(huge["clauses"][0]["text"].as_str().unwrap().len() > 1024 * 1024);
    assert_eq!(huge["sha256"], hash(&huge));
    let bidi = twisted(Twist::RulesBidi).await;
    assert!(bidi["clauses"][0]["text"].as_str().unwrap().starts_with('\u{202e}'));
    let unknown = twisted(Twist::RulesUnknownLanguage).await;
    assert_eq!(
        (&unknown["language"], &unknown["sha256"]),
        (&json!("tlh"), &json!(hash(&unknown)))
    );
}

#[tokio::test]
async fn publishing_what_a_library_does_not_have_changes_nothing() {
    let app = App::new();
    let url = format!("{}/control", app.sandbox.control);
    let change = json!({ "advance": 60, "publish": [{ "library": "2022000", "agreement": "staffless" }] });
    let answer = app.http.post(&url).body(change.to_string()).send().await.unwrap();
    assert_eq!(answer.status(), 400);
    assert!(body(answer).await["error"].as_str().unwrap().contains("2022000"));
    assert_eq!(
        body(app.get(format!("{}/state", app.sandbox.control)).await).await["now"],
        crate::app::NOW
    );
}
