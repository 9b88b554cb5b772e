use serde_json::json;

use crate::app::App;
use crate::people::ask;
use crate::relations::access;

async fn mailbox(app: &App) -> String {
    let url = format!("{}/mail", app.sandbox.card_service);
    let answer = app.http.get(url).header("accept-language", "en").send().await.unwrap();
    assert_eq!(answer.status(), 200);
    answer.text().await.unwrap()
}

#[tokio::test]
async fn the_mailbox_shows_what_was_sent_and_the_newest_first() {
    let app = App::mediated();
    assert!(mailbox(&app).await.contains("Nothing has been sent yet."));
    let token = access(&app, "kari").await;
    for email in ["one@example.com", "two@example.com"] {
        let sent = ask(&app, "PUT", "contact/email", &token, json!({ "email": email })).await;
        assert_eq!(sent.status, 202);
    }
    let page = mailbox(&app).await;
    let (one, two) = (
        page.find("one@example.com").unwrap(),
        page.find("two@example.com").unwrap(),
    );
    assert!(two < one, "the newest first");
    let code = app.sandbox.email_code("kari").unwrap();
    let newest = page.split("class=\"text\"").nth(1).unwrap();
    assert!(newest.contains(&code), "the code that is good");
}
