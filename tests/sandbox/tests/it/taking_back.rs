use card_sandbox::{Change, Confirmation, Status};

use crate::app::App;
use crate::relations::{access, call, low, says, slug, standing, told};
use crate::signatures::{log_size, sign, wish};

async fn take_back(app: &App, token: &str, library: &str) -> (u16, String) {
    let url = format!("{}/v1/relations/{library}", app.sandbox.card_service);
    let answer = app.http.delete(url).bearer_auth(token).send().await.unwrap();
    let status = answer.status().as_u16();
    let text = answer.text().await.unwrap();
    let slug = serde_json::from_str(&text).map(|problem| slug(&problem).to_owned());
    (status, slug.unwrap_or(text))
}

#[tokio::test]
async fn what_waits_is_taken_back_and_its_code_is_void() {
    let app = App::new();
    let token = access(&app, "ola").await;
    let wish = wish(&app, "2010100", "rules").await;
    let file = sign(&app, &token, "a", &wish).await;
    let code = app.sandbox.desk_code("ola", "2010100").unwrap();
    assert_eq!(take_back(&app, &token, "2010100").await, (204, String::new()));
    assert_eq!(told(&standing(&app, &token).await), [("2160100", "active", true)]);
    let confirm = Change {
        confirm: vec![Confirmation {
            library: "2010100".to_owned(),
            code,
        }],
        ..Change::default()
    };
    assert!(app.sandbox.change(confirm).unwrap_err().to_string().contains("2010100"));
    assert_eq!(app.sandbox.desk_code("ola", "2010100"), None);
    // What was signed was signed; the same request gives the same receipt and asks the library nothing.
    assert_eq!(sign(&app, &token, "a", &wish).await, file);
    assert_eq!(
        (log_size(&app).await, standing(&app, &token).await.len()),
        (1.into(), 1)
    );
    let (_, _, receipts) = call(&app, "GET", "receipts", &token, None).await;
    assert_eq!(receipts["receipts"].as_array().unwrap().len(), 1);
    assert_eq!(
        take_back(&app, &token, "2010100").await,
        (404, "no-relation".to_owned())
    );
    sign(&app, &token, "b", &wish).await;
    assert_eq!(app.sandbox.standing("ola", "2010100"), Status::Pending);
}

#[tokio::test]
async fn what_a_library_has_answered_stays() {
    let app = App::new();
    let token = access(&app, "kari").await;
    says(&app, "kari", "2010100", Status::Blocked);
    says(&app, "kari", "2010400", Status::Ended);
    let before = standing(&app, &token).await;
    for library in ["2030000", "2022100", "2010100", "2010400"] {
        let answer = take_back(&app, &token, library).await;
        assert_eq!(answer, (409, "library-keeps".to_owned()), "{library}");
    }
    for nothing in ["2010600", "9999999", "1"] {
        assert_eq!(
            take_back(&app, &token, nothing).await,
            (404, "no-relation".to_owned()),
            "{nothing}"
        );
    }
    assert_eq!(standing(&app, &token).await, before);
}

#[tokio::test]
async fn a_pin_takes_nothing_back_and_nobody_elses_is_touched() {
    let app = App::mediated();
    says(&app, "kari", "2010100", Status::Pending);
    let (status, slug) = take_back(&app, &low(&app).await, "2010100").await;
    assert_eq!((status, slug.as_str()), (401, "level-too-low"));
    let ola = access(&app, "ola").await;
    assert_eq!(take_back(&app, &ola, "2010100").await.0, 404);
    assert_eq!(app.sandbox.standing("kari", "2010100"), Status::Pending);
}
