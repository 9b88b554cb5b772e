use card_sandbox::Twist;

use crate::app::{App, CLIENT, form, json, open, refreshing};

fn text<'a>(value: &'a serde_json::Value, name: &str) -> &'a str {
    value[name].as_str().unwrap()
}

#[tokio::test]
async fn a_refresh_rotates_and_keeps_who_it_is() {
    for app in App::both() {
        let first = app.tokens("kari").await;
        app.sandbox.advance(119);
        assert_eq!(app.card(text(&first, "access_token"), None).await.status(), 200);
        app.sandbox.advance(1);
        assert_eq!(app.card(text(&first, "access_token"), None).await.status(), 401);

        let second = json(app.refresh(text(&first, "refresh_token")).await).await;
        assert_ne!(first["refresh_token"], second["refresh_token"]);
        assert_eq!(app.card(text(&second, "access_token"), None).await.status(), 200);
        let (_, before) = open(text(&first, "id_token"));
        let (_, after) = open(text(&second, "id_token"));
        for claim in ["iss", "sub", "aud", "acr", "auth_time"] {
            assert_eq!(before[claim], after[claim], "{claim}");
        }
        assert_eq!(after["iat"].as_i64().unwrap() - before["iat"].as_i64().unwrap(), 120);
        assert!(after.get("nonce").is_none());
    }
}

#[tokio::test]
async fn a_refresh_token_that_comes_again_ends_the_login() {
    for app in App::both() {
        let first = app.tokens("kari").await;
        let second = json(app.refresh(text(&first, "refresh_token")).await).await;
        assert_eq!(app.refresh(text(&first, "refresh_token")).await.status(), 400);
        assert_eq!(app.refresh(text(&second, "refresh_token")).await.status(), 400);
        assert_eq!(app.card(text(&second, "access_token"), None).await.status(), 401);
        assert_eq!(
            app.card(text(&app.tokens("kari").await, "access_token"), None)
                .await
                .status(),
            200
        );
    }
}

#[tokio::test]
async fn a_refresh_token_lives_ten_minutes_and_a_login_two_hours() {
    let app = App::new();
    let idle = app.tokens("kari").await;
    let mut used = app.tokens("ola").await;
    for _ in 0..12 {
        app.sandbox.advance(595);
        used = json(app.refresh(text(&used, "refresh_token")).await).await;
    }
    // 7140 seconds are gone: what is given now ends with the login.
    assert_eq!(used["refresh_token_expires_in"], 60);
    assert_eq!(used["expires_in"], 60);
    app.sandbox.advance(60);
    assert_eq!(app.refresh(text(&used, "refresh_token")).await.status(), 400);
    assert_eq!(app.refresh(text(&idle, "refresh_token")).await.status(), 400);
}

#[tokio::test]
async fn a_refresh_may_ask_for_less_and_not_for_more() {
    for app in App::both() {
        let tokens = app.tokens("kari").await;
        let mut less = refreshing(text(&tokens, "refresh_token"));
        less.insert("scope", "openid".to_owned());
        let narrow = json(app.post("/token", &less).await).await;
        let answer = app.card(text(&narrow, "access_token"), None).await;
        assert_eq!(answer.status(), 403);
        assert!(
            answer.headers()["www-authenticate"]
                .to_str()
                .unwrap()
                .contains("insufficient_scope")
        );
        let mut more = refreshing(text(&narrow, "refresh_token"));
        more.insert("scope", "openid admin".to_owned());
        assert_eq!(json(app.post("/token", &more).await).await["error"], "invalid_scope");
    }
}

#[tokio::test]
async fn either_token_revokes_the_login_and_an_unknown_one_is_no_error() {
    for app in App::both() {
        for kind in ["access_token", "refresh_token"] {
            let tokens = app.tokens("kari").await;
            let answer = app
                .post(
                    "/revoke",
                    &form(&[("client_id", CLIENT), ("token", text(&tokens, kind))]),
                )
                .await;
            assert_eq!(answer.status(), 200);
            assert_eq!(app.card(text(&tokens, "access_token"), None).await.status(), 401);
            assert_eq!(app.refresh(text(&tokens, "refresh_token")).await.status(), 400);
        }
        assert_eq!(
            app.post("/revoke", &form(&[("client_id", CLIENT), ("token", "nonsense")]))
                .await
                .status(),
            200
        );
    }
}

#[tokio::test]
async fn a_person_can_end_every_login_from_elsewhere() {
    for app in App::both() {
        let (kari, ola) = (app.tokens("kari").await, app.tokens("ola").await);
        app.sandbox.revoke("kari").unwrap();
        assert_eq!(app.card(text(&kari, "access_token"), None).await.status(), 401);
        assert_eq!(app.refresh(text(&kari, "refresh_token")).await.status(), 400);
        assert_eq!(app.card(text(&ola, "access_token"), None).await.status(), 200);
        assert!(app.sandbox.revoke("nobody").unwrap_err().to_string().contains("`kari`"));
    }
}

#[tokio::test]
async fn refresh_can_be_refused_absent_or_not_rotating() {
    for app in App::both() {
        let tokens = app.tokens("kari").await;
        app.sandbox.twist(Twist::RefreshRefused).unwrap();
        assert_eq!(
            json(app.refresh(text(&tokens, "refresh_token")).await).await["error"],
            "invalid_grant"
        );
        app.sandbox.clear_faults();
        app.sandbox.twist(Twist::RefreshNotRotated).unwrap();
        for _ in 0..2 {
            let again = json(app.refresh(text(&tokens, "refresh_token")).await).await;
            assert!(again["access_token"].is_string() && again.get("refresh_token").is_none());
        }
        app.sandbox.clear_faults();
        app.sandbox.twist(Twist::NoRefreshToken).unwrap();
        let without = app.tokens("kari").await;
        assert!(without["access_token"].is_string());
        assert!(without.get("refresh_token").is_none() && without.get("refresh_token_expires_in").is_none());
    }
}
