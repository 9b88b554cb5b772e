use serde_json::{Value, json};

use crate::app::{App, NOW};
use crate::household::people;
use crate::people::{Got, change, child, enrol, get};
use crate::relations::access;

const NOBODY: &str = "qH6tRw9zBn1xVc4mKs8dLp2gYj5fTe3u";

/// All that there is to see of a child, to the byte.
async fn all_of(app: &App, token: &str, child: &str) -> Vec<Got> {
    let mut seen = Vec::new();
    for what in ["card", "relations", "ledger"] {
        seen.push(get(app, &format!("children/{child}/{what}"), token).await);
    }
    seen
}

async fn is_as_if_never_there(app: &App, token: &str, name: &str) {
    let gone = all_of(app, token, &child(app, name)).await;
    assert_eq!(
        gone,
        all_of(app, token, NOBODY).await,
        "{name}: bodies, lengths and headers"
    );
    assert!(
        gone.iter().all(|it| it.refused() == (404, "no-basis".to_owned())),
        "{gone:?}"
    );
    let body = |child: &str| json!({ "children": [child], "home_library": "2030000" });
    let mut answers = Vec::new();
    for (key, child) in [("x", child(app, name)), ("y", NOBODY.to_owned())] {
        let sent = crate::people::ask_with(
            app,
            "POST",
            "children",
            token,
            ("idempotency-key", key),
            Some(body(&child)),
        )
        .await;
        answers.push((sent.status, sent.headers, sent.text.replace(&child, "")));
    }
    assert_eq!(answers[0], answers[1]);
    let household = people(app, token).await;
    assert!(
        household.iter().all(|it| it["child"] != child(app, name)),
        "{household:?}"
    );
}

#[tokio::test]
async fn a_power_ends_by_the_services_word_and_leaves_nothing_to_see() {
    for cause in ["judgment", "custody", "death", "protection"] {
        let app = App::new();
        let (trine, per) = (access(&app, "trine").await, access(&app, "per").await);
        enrol(&app, &per, "a", &["liv", "leo"], "2030000").await;
        let before = all_of(&app, &trine, &child(&app, "liv")).await;
        assert!(before.iter().all(|it| it.status == 200), "{before:?}");
        assert!(
            all_of(&app, &per, &child(&app, "liv"))
                .await
                .iter()
                .all(|it| it.status == 200)
        );
        change(
            &app,
            json!({ "endings": [{ "child": "liv", "guardian": "per", "cause": cause }] }),
        );
        is_as_if_never_there(&app, &per, "liv").await;
        let again = enrol(&app, &per, "a", &["liv", "leo"], "2030000").await.body();
        let gone = json!({ "child": child(&app, "liv"), "outcome": "no-basis" });
        assert_eq!(again["results"][0], gone, "an old key opens nothing");
        // The other one's isn't touched, nor is the child's card.
        let after = all_of(&app, &trine, &child(&app, "liv")).await;
        let told = |seen: &[Got]| seen[1..].iter().map(Got::body).collect::<Vec<Value>>();
        assert_eq!((after[0].status, told(&after)), (200, told(&before)));
        // Who is dead or protected acts for nobody any more.
        let others = people(&app, &per).await.len() - 1;
        assert_eq!(others, usize::from(matches!(cause, "judgment" | "custody")), "{cause}");
    }
}

#[tokio::test]
async fn a_child_that_dies_or_is_protected_is_gone_for_everybody() {
    for cause in ["death", "protection", "judgment"] {
        let app = App::new();
        change(&app, json!({ "endings": [{ "child": "leo", "cause": cause }] }));
        for guardian in ["trine", "per"] {
            is_as_if_never_there(&app, &access(&app, guardian).await, "leo").await;
        }
        assert_eq!(
            people(&app, &access(&app, "per").await).await.len(),
            2,
            "the twin is there"
        );
    }
}

#[tokio::test]
async fn a_confirmation_comes_after_an_ending_and_not_after_a_protection() {
    for (cause, expected) in [("judgment", 3), ("protection", 1)] {
        let app = App::new();
        change(
            &app,
            json!({ "endings": [{ "child": "liv", "guardian": "per", "cause": cause }] }),
        );
        let token = access(&app, "per").await;
        let made = crate::people::ask(&app, "POST", "children/codes", &token, json!({ "library": "2030000" })).await;
        assert_eq!(made.status, 201, "the app is told the same");
        let (code, library) = app.sandbox.guardian_code("per").unwrap();
        change(
            &app,
            json!({ "confirm_children": [{ "library": library, "code": code, "child": "liv" }] }),
        );
        assert_eq!(people(&app, &token).await.len(), expected, "{cause}");
    }
}

#[tokio::test]
async fn at_18_nobody_acts_for_anybody() {
    let app = App::new();
    // 2029-09-13, and the day on which Sindre is 18.
    for (now, is_there) in [(1_883_952_000, true), (1_884_038_400, false)] {
        app.sandbox.set_now(now);
        let token = access(&app, "berit").await;
        assert_eq!(people(&app, &token).await.len() == 2, is_there);
        if !is_there {
            is_as_if_never_there(&app, &token, "femten").await;
        }
    }
}

#[tokio::test]
async fn ages_are_data_and_somebody_has_a_birthday_tomorrow() {
    let app = App::new();
    let token = access(&app, "trine").await;
    let answer = get(&app, "household", &token).await.body();
    assert_eq!(
        answer["ages"],
        json!({ "own_access": 13, "signs_alone": 15, "of_age": 18 })
    );
    assert_eq!(answer["registry_link"], true);
    let born: Vec<&str> = answer["people"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["born"].as_str().unwrap())
        .collect();
    // The clock stands on 2026-11-18.
    assert_eq!(
        (NOW, born),
        (
            1_795_000_000,
            vec!["1988-04-12", "2013-11-19", "2019-11-08", "2019-11-08", "2022-02-17"]
        )
    );
}

#[tokio::test]
async fn nonsense_is_refused_with_nothing_changed() {
    let app = App::new();
    for wrong in [
        json!({ "endings": [{ "child": "kari", "cause": "death" }] }),
        json!({ "endings": [{ "child": "liv", "guardian": "nobody", "cause": "death" }] }),
        json!({ "confirm_children": [{ "library": "2030000", "code": "AAAA-AAAA", "child": "liv" }] }),
    ] {
        let wrong = serde_json::from_value(wrong).unwrap();
        assert!(app.sandbox.change(wrong).is_err());
    }
}
