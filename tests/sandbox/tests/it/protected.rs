//! Whoever has a protected address gets what anybody gets: nothing more, nothing less, nothing shorter.

use serde_json::{Value, json};

use crate::app::{App, json as read, open};
use crate::people::{Got, ask, ask_with, child, get};
use crate::relations::access;

/// Names of persons, times that are signed and what is made of them; everything else must be the same.
fn form(got: &Got, names: &[String]) -> (u16, Vec<(String, String)>, String) {
    let plain = |text: &str| {
        let mut text = text.to_owned();
        for name in names {
            text = text.replace(name.as_str(), &"x".repeat(4));
        }
        text
    };
    let headers = got
        .headers
        .iter()
        .filter(|(name, _)| !["etag", "content-length"].contains(&name.as_str()));
    (got.status, headers.cloned().collect(), plain(&got.text))
}

/// All that the app may ask about somebody, with what is only theirs taken out.
async fn seen(app: &App, who: &str) -> Vec<(u16, Vec<(String, String)>, String)> {
    let token = access(app, who).await;
    let own = get(app, "household", &token).await.body()["people"][0].clone();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let names = vec![
        text(&own["name"]),
        text(&own["born"]),
        format!("{who}@"),
        app.sandbox.number_of(who).unwrap(),
    ];
    let mut all = Vec::new();
    for path in [
        "household",
        "contact",
        "ledger",
        "relations",
        "receipts",
        "notices",
        "registration",
        "export",
    ] {
        let got = get(app, path, &token).await;
        assert!(!got.text.contains("fortrolig") && !got.text.contains("confidential") && !got.text.contains("protect"));
        all.push(form(&got, &names));
    }
    for name in ["ida", "jon", "nora"] {
        let path = format!("children/{}/card", child(app, name));
        all.push(form(&get(app, &path, &token).await, &names));
        let body = json!({ "children": [child(app, name)], "home_library": "2030000" });
        let got = ask_with(app, "POST", "children", &token, ("idempotency-key", name), Some(body)).await;
        all.push(form(&got, &names));
    }
    let code = ask(app, "POST", "children/codes", &token, json!({ "library": "2030000" })).await;
    let names = [names, vec![app.sandbox.guardian_code(who).unwrap().0]].concat();
    all.push(form(&code, &names));
    let card = read(app.card(&token, None).await).await;
    let (header, mut payload) = open(card["snapshot"].as_str().unwrap());
    payload["sub"] = json!("");
    let card = format!("{header}{payload}");
    all.push((
        200,
        vec![],
        names
            .iter()
            .fold(card, |text, name| text.replace(name.as_str(), "xxxx")),
    ));
    all
}

#[tokio::test]
async fn answers_are_those_of_anybody_to_the_byte() {
    let app = App::new();
    let anybody = seen(&app, "kjell").await;
    for who in ["anne", "lise"] {
        let theirs = seen(&app, who).await;
        assert_eq!(theirs.len(), anybody.len());
        for (theirs, anybodys) in theirs.iter().zip(&anybody) {
            assert_eq!(theirs, anybodys, "{who}");
        }
    }
}

#[tokio::test]
async fn nobody_with_a_protected_address_acts_or_is_acted_for() {
    let app = App::new();
    for (who, name) in [("anne", "ida"), ("lise", "jon"), ("trine", "vera")] {
        let household = get(&app, "household", &access(&app, who).await).await;
        assert!(!household.text.contains(&child(&app, name)), "{who}");
    }
    // A desk confirms neither.
    for (who, name) in [("anne", "ida"), ("kari", "ida"), ("kari", "vera"), ("lise", "aksel")] {
        let token = access(&app, who).await;
        let before = get(&app, "household", &token).await.text;
        let made = ask(&app, "POST", "children/codes", &token, json!({ "library": "2030000" })).await;
        let code = made.body()["code"].clone();
        crate::people::change(
            &app,
            json!({ "confirm_children": [{ "library": "2030000", "code": code.clone(), "child": name }] }),
        );
        let after = get(&app, "household", &token).await.text;
        assert!(!after.contains(&child(&app, name)), "{who} {name}");
        assert_eq!(after, before);
        assert_eq!(
            app.sandbox.guardian_code(who).map(|it| json!(it.0)),
            Some(code),
            "it was of no use"
        );
    }
}

#[tokio::test]
async fn no_address_crosses_for_anybody() {
    let app = App::new();
    for who in ["kari", "anne", "lise", "trine"] {
        let token = access(&app, who).await;
        for path in ["household", "contact", "export", "relations"] {
            let text = get(&app, path, &token).await.text;
            assert!(!text.contains("address"), "{who} {path}: {text}");
            let id = app.sandbox.national_id(who).unwrap();
            assert!(!text.contains(&id), "{who} {path}");
        }
    }
}
