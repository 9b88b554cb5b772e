use card_sandbox::{Change, Standing, Status};
use serde_json::{Value, json};

use crate::app::{App, json as body, open};
use crate::challenge::{LOW, ask, asking, tokens};

/// One call of the card service's API: status, `WWW-Authenticate` and body.
pub(crate) async fn call(
    app: &App,
    method: &str,
    path: &str,
    token: &str,
    sent: Option<Value>,
) -> (u16, String, Value) {
    let url = format!("{}/v1/{path}", app.sandbox.card_service);
    let request = app.http.request(method.parse().unwrap(), url).bearer_auth(token);
    let request = match sent {
        Some(sent) => request
            .header("content-type", "application/json")
            .body(sent.to_string()),
        None => request,
    };
    let answer = request.send().await.unwrap();
    let challenge = answer.headers().get("www-authenticate");
    let challenge = challenge.map(|it| it.to_str().unwrap().to_owned()).unwrap_or_default();
    (answer.status().as_u16(), challenge, body(answer).await)
}

pub(crate) async fn access(app: &App, persona: &str) -> String {
    app.tokens(persona).await["access_token"].as_str().unwrap().to_owned()
}

/// By card number: the level is low.
pub(crate) async fn low(app: &App) -> String {
    let answer = ask(app, &asking(app, "kari", LOW, "pin", "4071")).await.1;
    tokens(app, &answer).await["access_token"].as_str().unwrap().to_owned()
}

pub(crate) fn slug(problem: &Value) -> &str {
    let kind = problem["type"].as_str().unwrap();
    kind.strip_prefix("https://bibliotekkortet.no/problem/").unwrap()
}

/// Status and, at the chosen library, `home`: of each library where the person is anything.
pub(crate) async fn standing(app: &App, token: &str) -> Vec<(String, String, bool)> {
    let (status, _, answer) = call(app, "GET", "relations", token, None).await;
    assert_eq!(status, 200);
    let relations = answer["relations"].as_array().unwrap().iter();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    relations
        .map(|it| (text(&it["library"]), text(&it["status"]), it["home"].as_bool().unwrap()))
        .collect()
}

pub(crate) fn told(standing: &[(String, String, bool)]) -> Vec<(&str, &str, bool)> {
    let each = standing.iter();
    each.map(|(library, status, home)| (library.as_str(), status.as_str(), *home))
        .collect()
}

pub(crate) fn says(app: &App, person: &str, library: &str, status: Status) {
    let (person, library) = (person.to_owned(), library.to_owned());
    let change = Change {
        relations: vec![Standing {
            person,
            library,
            status,
        }],
        ..Change::default()
    };
    app.sandbox.change(change).unwrap();
}

async fn card(app: &App, token: &str) -> Value {
    let answer = body(app.card(token, None).await).await;
    open(answer["snapshot"].as_str().unwrap()).1["card"].clone()
}

#[tokio::test]
async fn everybody_is_something_somewhere() {
    let app = App::new();
    for (persona, expected) in [
        (
            "kari",
            vec![
                ("2022000", "active", false),
                ("2022100", "guest", false),
                ("2030000", "active", true),
            ],
        ),
        ("sperret", vec![("2120100", "blocked", false)]),
        ("utmeldt", vec![("2180400", "ended", false)]),
        ("ingen", vec![]),
    ] {
        let seen = standing(&app, &access(&app, persona).await).await;
        assert_eq!(told(&seen), expected, "{persona}");
    }
}

#[tokio::test]
async fn the_home_library_is_one_where_the_person_is_a_patron() {
    let app = App::new();
    let token = access(&app, "kari").await;
    let choose =
        async |library: &str| call(&app, "PUT", "home-library", &token, Some(json!({ "library": library }))).await;
    for wrong in ["2022100", "2010100", "9999999"] {
        let (status, _, problem) = choose(wrong).await;
        assert_eq!((status, slug(&problem)), (409, "not-active"), "{wrong}");
    }
    assert_eq!(card(&app, &token).await["home_library"], "2030000");
    assert_eq!(choose("2022000").await.0, 200);
    let seen = standing(&app, &token).await;
    assert_eq!(told(&seen)[0], ("2022000", "active", true));
    let card = card(&app, &token).await;
    assert_eq!(
        (&card["home_library"], &card["libraries"][0]["number"]),
        (&json!("2022000"), &json!("2022000"))
    );
    for wrong in [
        json!({}),
        json!({ "library": "1" }),
        json!({ "library": "2022000", "more": 1 }),
        json!(null),
    ] {
        let (status, _, problem) = call(&app, "PUT", "home-library", &token, Some(wrong)).await;
        assert_eq!((status, slug(&problem)), (400, "bad-request"));
    }
}

#[tokio::test]
async fn a_pin_sees_relations_and_does_not_change_the_home_library() {
    let app = App::mediated();
    let token = low(&app).await;
    assert_eq!(standing(&app, &token).await.len(), 3);
    let (status, challenge, problem) = call(
        &app,
        "PUT",
        "home-library",
        &token,
        Some(json!({ "library": "2022000" })),
    )
    .await;
    assert_eq!((status, slug(&problem)), (401, "level-too-low"));
    assert!(
        challenge.ends_with("acr_values=\"idporten-loa-substantial\""),
        "{challenge}"
    );
}

#[tokio::test]
async fn the_librarys_word_is_at_once_on_the_card() {
    let app = App::new();
    let token = access(&app, "kari").await;
    says(&app, "kari", "2022100", Status::Active);
    says(&app, "kari", "2030000", Status::Blocked);
    app.sandbox.advance(60);
    says(&app, "kari", "2010100", Status::Pending);
    let seen = standing(&app, &token).await;
    assert_eq!(
        told(&seen),
        [
            ("2010100", "pending", false),
            ("2022000", "active", true),
            ("2022100", "active", false),
            ("2030000", "blocked", false)
        ]
    );
    let libraries = card(&app, &token).await["libraries"].clone();
    let names: Vec<_> = libraries
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["name"].as_str().unwrap())
        .collect();
    assert_eq!(names, ["Asker bibliotek", "Aurskog-Høland folkebibliotek"]);
    let (_, _, answer) = call(&app, "GET", "relations", &token, None).await;
    assert_eq!(answer["relations"][0]["since"], crate::app::NOW + 60);
    says(&app, "kari", "2010100", Status::None);
    assert_eq!(standing(&app, &token).await.len(), 3);
}

#[tokio::test]
async fn nobody_elses_relations_are_shown_and_none_without_a_token() {
    let app = App::new();
    let (status, challenge, _) = call(&app, "GET", "relations", "nonsense", None).await;
    assert_eq!((status, challenge.as_str()), (401, "Bearer error=\"invalid_token\""));
    says(&app, "ola", "2010100", Status::Active);
    assert_eq!(standing(&app, &access(&app, "kari").await).await.len(), 3);
    assert_eq!(standing(&app, &access(&app, "ola").await).await.len(), 2);
}

#[tokio::test]
async fn a_word_about_nobody_or_from_nowhere_changes_nothing() {
    let app = App::new();
    for (person, library, known) in [("nobody", "2010100", "`kari`"), ("kari", "9999999", "`9999999`")] {
        let about = |person: &str, library: &str| json!({ "person": person, "library": library, "status": "active" });
        let change = json!({ "relations": [about("kari", "2010100"), about(person, library)] });
        let refused = app.sandbox.change(serde_json::from_value(change).unwrap()).unwrap_err();
        assert!(refused.to_string().contains(known), "{refused}");
    }
    assert_eq!(standing(&app, &access(&app, "kari").await).await.len(), 3);
}
