use serde_json::{Value, json};

use crate::app::{App, NOW, open};
use crate::household::people;
use crate::people::{ask, ask_with, change, child, enrol, get};
use crate::relations::{access, low};

fn outcomes(body: &Value) -> Vec<String> {
    let results = body["results"].as_array().unwrap().iter();
    results.map(|it| it["outcome"].as_str().unwrap().to_owned()).collect()
}

async fn card_of(app: &App, token: &str, name: &str) -> String {
    let people = people(app, token).await;
    let mut children = people.iter().skip(1);
    let found = children.find(|it| it["child"] == child(app, name)).unwrap();
    found["card"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn one_guardian_gets_cards_for_several_in_one_go() {
    let app = App::new();
    let (trine, per) = (access(&app, "trine").await, access(&app, "per").await);
    assert_eq!(card_of(&app, &trine, "liv").await, "none");
    assert_eq!(card_of(&app, &trine, "tolv").await, "active");
    let done = enrol(&app, &trine, "a", &["liv", "pia", "tolv", "nora"], "2190200").await;
    assert_eq!(done.status, 200);
    assert_eq!(
        outcomes(&done.body()),
        ["registered", "registered", "already-registered", "no-basis"]
    );
    let results = done.body()["results"].clone();
    assert_eq!(
        results[3],
        json!({ "child": child(&app, "nora"), "outcome": "no-basis" })
    );
    assert_eq!(results[0]["number"], json!(app.sandbox.number_of("liv").unwrap()));
    assert_ne!(results[0]["number"], results[1]["number"]);
    assert_eq!(card_of(&app, &trine, "liv").await, "active");
    // The same again, and something else by the same key.
    assert_eq!(
        enrol(&app, &trine, "a", &["liv", "pia", "tolv", "nora"], "2190200")
            .await
            .text,
        done.text
    );
    assert_eq!(
        enrol(&app, &trine, "a", &["leo"], "2190200").await.problem(),
        "key-reused"
    );
    // The other guardian lands on that card.
    let other = enrol(&app, &per, "b", &["leo", "liv"], "2160100").await.body();
    assert_eq!(outcomes(&other), ["registered", "already-registered"]);
    assert_eq!(other["results"][1]["number"], results[0]["number"]);
}

#[tokio::test]
async fn each_library_says_how_old_one_is_for_that() {
    let app = App::new();
    let mut entry = app.sandbox.library("2190200").unwrap();
    entry["ages"] = json!({ "rules_alone_from": 7, "card_from": 5 });
    change(&app, json!({ "directory": { "upserts": [entry] } }));
    let token = access(&app, "trine").await;
    let done = enrol(&app, &token, "a", &["liv", "pia"], "2190200").await.body();
    assert_eq!(outcomes(&done), ["signs-alone", "too-young"]);
    assert_eq!(card_of(&app, &token, "liv").await, "none");
    assert_eq!(
        enrol(&app, &token, "b", &["liv"], "9999999").await.refused(),
        (404, "no-library".to_owned())
    );
    for body in [
        json!({ "children": [], "home_library": "2190200" }),
        json!({ "children": ["x", "x"], "home_library": "2190200" }),
        json!({ "children": ["x"], "home_library": "2190200", "pin": "4071" }),
    ] {
        let refused = ask_with(&app, "POST", "children", &token, ("idempotency-key", "c"), Some(body)).await;
        assert_eq!(refused.refused(), (400, "bad-request".to_owned()));
    }
}

#[tokio::test]
async fn a_childs_card_is_signed_like_ones_own() {
    let app = App::mediated();
    let token = access(&app, "trine").await;
    let path = format!("children/{}/card", child(&app, "tolv"));
    let seen = get(&app, &path, &token).await;
    let keys = crate::app::json(app.get(format!("{}/v1/jwks.json", app.sandbox.card_service)).await).await;
    let claims = crate::app::verified(seen.body()["snapshot"].as_str().unwrap(), &keys).unwrap();
    assert_eq!(
        open(seen.body()["snapshot"].as_str().unwrap()).0["typ"],
        "card-snapshot+jwt"
    );
    assert_eq!(claims["sub"], json!(child(&app, "tolv")));
    assert_eq!(
        (&claims["card"]["name"], &claims["card"]["status"]),
        (&json!("Mari Fjellvang"), &json!("active"))
    );
    assert_eq!(
        (&claims["iat"], &claims["fresh_until"]),
        (&json!(NOW), &json!(NOW + 86_400))
    );
    let tag = seen.header("etag");
    let again = ask_with(&app, "GET", &path, &token, ("if-none-match", tag), None).await;
    assert_eq!((again.status, again.text.as_str()), (304, ""));
    let path = format!("children/{}/card", child(&app, "liv"));
    assert_eq!(get(&app, &path, &token).await.refused(), (404, "no-card".to_owned()));
    // A PIN is enough to show it, not to read who did what.
    enrol(&app, &access(&app, "kari").await, "a", &["nora"], "2030000").await;
    let low = low(&app).await;
    let of = |what: &str| format!("children/{}/{what}", child(&app, "nora"));
    for (what, expected) in [("card", 200), ("relations", 200), ("ledger", 401)] {
        assert_eq!(get(&app, &of(what), &low).await.status, expected, "{what}");
    }
    assert_eq!(
        enrol(&app, &low, "b", &["nora"], "2030000").await.problem(),
        "level-too-low"
    );
}

#[tokio::test]
async fn a_ledger_says_who_did_what_and_a_child_reads_it() {
    let app = App::new();
    let (berit, sindre) = (access(&app, "berit").await, access(&app, "femten").await);
    let mut entry = app.sandbox.library("2190200").unwrap();
    entry["ages"] = json!({ "rules_alone_from": 16 });
    change(&app, json!({ "directory": { "upserts": [entry] } }));
    let wish = crate::signatures::wish(&app, "2190200", "rules").await;
    let for_child = json!({ "child": child(&app, "femten"), "basis": "parental_responsibility" });
    let for_child = crate::signatures::with(&wish, "for", for_child);
    // Too young alone where the limit is 16; the guardian signs there.
    assert_eq!(crate::signatures::refused(&app, &sindre, &wish).await.1, "too-young");
    crate::signatures::sign(&app, &berit, "a", &for_child).await;
    let wish = crate::signatures::wish(&app, "2030000", "rules").await;
    crate::signatures::sign(&app, &sindre, "b", &wish).await;
    let expected = json!({ "entries": [
        { "act": "signed_rules", "library": "2190200", "at": NOW, "by": "guardian" },
        { "act": "signed_rules", "library": "2030000", "at": NOW, "by": "self" },
    ] });
    let path = format!("children/{}/ledger", child(&app, "femten"));
    assert_eq!(get(&app, &path, &berit).await.body(), expected);
    assert_eq!(get(&app, "ledger", &sindre).await.body(), expected);
    assert_eq!(get(&app, "ledger", &berit).await.body(), json!({ "entries": [] }));
    let path = format!("children/{}/relations", child(&app, "femten"));
    assert_eq!(
        get(&app, &path, &berit).await.body(),
        get(&app, "relations", &sindre).await.body()
    );
    let own = get(&app, "relations", &sindre).await.body()["relations"]
        .as_array()
        .unwrap()
        .len();
    assert_eq!(own, 3, "with the library of the card");
}

#[tokio::test]
async fn a_library_confirms_where_the_register_says_nothing() {
    let app = App::new();
    let token = access(&app, "foster").await;
    assert_eq!(people(&app, &token).await.len(), 1);
    let made = ask(&app, "POST", "children/codes", &token, json!({ "library": "2010100" })).await;
    let (code, library) = app.sandbox.guardian_code("foster").unwrap();
    assert_eq!(
        (made.status, made.body()),
        (
            201,
            json!({ "library": "2010100", "code": code, "expires_at": NOW + 14 * 86_400 })
        )
    );
    assert_eq!(library, "2010100");
    let url = format!("{}/desk", app.sandbox.card_service);
    let post = async |fields: &[(&str, &str)]| {
        let answer = app.http.post(&url).form(fields).send().await.unwrap();
        (answer.status().as_u16(), answer.text().await.unwrap())
    };
    let (status, page) = post(&[("code", &code)]).await;
    assert!(
        status == 200 && page.contains("id=\"child\"") && !page.contains("Aksel"),
        "{page}"
    );
    let mut refused = Vec::new();
    for (name, born) in [
        ("Aksel Moen", "2016-06-12"),
        ("Vera Fjellvang", "2017-05-05"),
        ("Nobody", "2016-06-11"),
    ] {
        let (status, page) = post(&[("code", &code), ("child", name), ("born", born)]).await;
        refused.push((status, page.replace(name, "").replace(born, "")));
    }
    assert!(
        refused[0].0 == 422 && refused.iter().all(|it| *it == refused[0]),
        "{refused:?}"
    );
    let (status, page) = post(&[("code", &code), ("child", "aksel moen"), ("born", "2016-06-11")]).await;
    assert!(
        status == 200 && page.contains("Marit Solbakken kan nå handle for Aksel Moen"),
        "{page}"
    );
    let seen = people(&app, &token).await;
    assert_eq!(
        (&seen[1]["basis"], &seen[1]["name"]),
        (&json!("library_confirmed"), &json!("Aksel Moen"))
    );
    assert_eq!(
        post(&[("code", &code), ("child", "Aksel Moen"), ("born", "2016-06-11")])
            .await
            .0,
        422,
        "once"
    );
    // Equal afterwards.
    let done = enrol(&app, &token, "a", &["aksel"], "2010100").await.body();
    assert_eq!(outcomes(&done), ["registered"]);
    let path = format!("children/{}/ledger", child(&app, "aksel"));
    let entries = get(&app, &path, &token).await.body()["entries"].clone();
    assert_eq!(
        (&entries[0]["act"], &entries[0]["by"]),
        (&json!("guardian_confirmed"), &json!("library"))
    );
    assert_eq!(
        (&entries[1]["act"], &entries[1]["by"]),
        (&json!("registered"), &json!("guardian"))
    );
}

#[tokio::test]
async fn without_the_register_only_the_manual_route_is_left() {
    let app = App::new();
    change(&app, json!({ "registry_link": false }));
    let token = access(&app, "kari").await;
    let answer = get(&app, "household", &token).await.body();
    assert_eq!(
        (answer["people"].as_array().unwrap().len(), &answer["registry_link"]),
        (1, &json!(false))
    );
    assert_eq!(
        outcomes(&enrol(&app, &token, "a", &["nora"], "2030000").await.body()),
        ["no-basis"]
    );
    ask(&app, "POST", "children/codes", &token, json!({ "library": "2030000" })).await;
    let old = app.sandbox.guardian_code("kari").unwrap().0;
    ask(&app, "POST", "children/codes", &token, json!({ "library": "2030000" })).await;
    let (code, library) = app.sandbox.guardian_code("kari").unwrap();
    assert_ne!(old, code, "a new one voids the old one");
    change(
        &app,
        json!({ "confirm_children": [{ "library": library, "code": code, "child": "nora" }] }),
    );
    let seen = people(&app, &token).await;
    assert_eq!((seen.len(), &seen[1]["basis"]), (2, &json!("library_confirmed")));
    change(&app, json!({ "registry_link": true }));
    assert_eq!(people(&app, &token).await.len(), 3);
}
