use card_sandbox::Status;
use reqwest::Response;
use serde_json::{Value, json};

use crate::app::{App, NOW};
use crate::relations::{access, call, says, standing, told};
use crate::signatures::{sign, wish};

async fn page(app: &App, language: &str) -> String {
    let url = format!("{}/desk", app.sandbox.card_service);
    let answer = app
        .http
        .get(url)
        .header("accept-language", language)
        .send()
        .await
        .unwrap();
    assert_eq!(answer.status(), 200);
    answer.text().await.unwrap()
}

async fn post(app: &App, code: &str) -> Response {
    let url = format!("{}/desk", app.sandbox.card_service);
    app.http.post(url).form(&[("code", code)]).send().await.unwrap()
}

/// Status and what the page says about the code.
async fn enter(app: &App, code: &str) -> (u16, String) {
    let answer = post(app, code).await;
    let status = answer.status().as_u16();
    let page = answer.text().await.unwrap();
    let (_, said) = page.split_once("id=\"outcome\"").expect("an outcome");
    let (_, said) = said.split_once('>').unwrap();
    (status, said.split("</p>").next().unwrap().to_owned())
}

async fn relation(app: &App, token: &str, library: &str) -> Value {
    let (_, _, answer) = call(app, "GET", "relations", token, None).await;
    let mut relations = answer["relations"].as_array().unwrap().iter();
    relations.find(|it| it["library"] == library).unwrap().clone()
}

async fn code(app: &App, token: &str, library: &str) -> String {
    let relation = relation(app, token, library).await;
    relation["agreements"][0]["desk_code"]["code"]
        .as_str()
        .unwrap()
        .to_owned()
}

#[tokio::test]
async fn a_right_code_makes_a_patron_once() {
    let app = App::new();
    let token = access(&app, "ola").await;
    sign(&app, &token, "a", &wish(&app, "2010100", "rules").await).await;
    let code = code(&app, &token, "2010100").await;
    app.sandbox.advance(100);
    let typed = format!(" {} ", code.to_lowercase().replace('-', " "));
    let (status, said) = enter(&app, &typed).await;
    assert_eq!(
        (status, said.as_str()),
        (
            200,
            "Ola-Kristian Nordbø Sandvik-Hætta er nå låner ved Halden bibliotek."
        )
    );
    let relation = relation(&app, &token, "2010100").await;
    assert_eq!(
        (&relation["status"], &relation["since"]),
        (&json!("active"), &json!(NOW + 100))
    );
    assert_eq!(
        relation["agreements"],
        json!([{ "agreement": "rules", "status": "active", "since": NOW + 100, "version": "1", "language": "nb",
            "signed_at": NOW }])
    );
    let (status, said) = enter(&app, &code).await;
    assert_eq!(status, 422);
    assert!(said.starts_with("Koden er brukt"), "{said}");
    // A patron who signs again needs no desk.
    sign(&app, &token, "b", &wish(&app, "2010100", "rules").await).await;
    let seen = standing(&app, &token).await;
    assert_eq!(told(&seen)[0], ("2010100", "active", false));
    let (_, _, answer) = call(&app, "GET", "relations", &token, None).await;
    let rules = &answer["relations"][0]["agreements"][0];
    assert_eq!(
        (&rules["status"], &rules["since"], &rules["desk_code"]),
        (&json!("active"), &json!(NOW + 100), &json!(null))
    );
    app.sandbox.advance(15 * 86_400);
    assert!(enter(&app, &code).await.1.starts_with("Koden er brukt"));
}

#[tokio::test]
async fn wrong_codes_are_refused_in_words() {
    let app = App::new();
    for wrong in ["AAAA-AAAA", "A", "", "æøå", "<script>\"'&"] {
        let answer = post(&app, wrong).await;
        assert_eq!(answer.status(), 422);
        let page = answer.text().await.unwrap();
        assert!(
            page.contains("Koden finnes ikke.") && page.contains("aria-invalid=\"true\"") && !page.contains("<script>"),
            "{wrong}"
        );
    }
}

#[tokio::test]
async fn a_code_runs_out_and_a_new_signature_gives_a_new_one() {
    let app = App::new();
    let token = access(&app, "ola").await;
    let wish = wish(&app, "2010100", "rules").await;
    sign(&app, &token, "a", &wish).await;
    let old = code(&app, &token, "2010100").await;
    sign(&app, &token, "b", &wish).await;
    let new = code(&app, &token, "2010100").await;
    assert_ne!(old, new);
    assert!(
        enter(&app, &old)
            .await
            .1
            .starts_with("Koden er brukt eller gjelder ikke lenger")
    );
    app.sandbox.advance(14 * 86_400);
    assert!(enter(&app, &new).await.1.starts_with("Koden har gått ut"));
    let token = access(&app, "ola").await;
    assert_eq!(relation(&app, &token, "2010100").await["status"], "pending");
    sign(&app, &token, "c", &wish).await;
    assert_eq!(enter(&app, &code(&app, &token, "2010100").await).await.0, 200);
    assert_eq!(relation(&app, &token, "2010100").await["status"], "active");
}

#[tokio::test]
async fn a_code_is_of_no_use_once_the_library_has_decided_otherwise() {
    let app = App::new();
    let token = access(&app, "ola").await;
    sign(&app, &token, "a", &wish(&app, "2010100", "rules").await).await;
    let code = code(&app, &token, "2010100").await;
    says(&app, "ola", "2010100", Status::Blocked);
    assert_eq!(enter(&app, &code).await.0, 422);
    assert_eq!(relation(&app, &token, "2010100").await["status"], "blocked");
}

#[tokio::test]
async fn staffless_is_confirmed_apart_from_the_rules() {
    let app = App::new();
    let token = access(&app, "ola").await;
    says(&app, "ola", "2023000", Status::Active);
    sign(&app, &token, "a", &wish(&app, "2023000", "staffless").await).await;
    let (status, said) = enter(&app, &code(&app, &token, "2023000").await).await;
    assert_eq!(status, 200);
    assert!(
        said.ends_with("kan nå bruke Lørenskog folkebibliotek når ingen er på jobb."),
        "{said}"
    );
    assert_eq!(
        relation(&app, &token, "2023000").await["agreements"][0]["status"],
        "active"
    );
}

#[tokio::test]
async fn the_page_is_plain_and_in_both_written_languages() {
    let app = App::new();
    for (language, title, tag) in [("nn", "Stadfest ny lånar", "nn"), ("en", "Bekreft ny låner", "nb")] {
        let page = page(&app, language).await;
        assert!(page.contains(&format!("<h1>{title}</h1>")) && page.contains(&format!("<html lang=\"{tag}\">")));
        assert!(
            page.contains("aria-describedby=\"hint\"") && page.contains("<small id=\"hint\">Åtte te"),
            "{page}"
        );
        assert!(page.contains("<label for=\"code\">") && !page.contains("<script") && !page.contains("id=\"outcome\""));
    }
}
