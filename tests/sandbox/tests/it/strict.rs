use reqwest::Response;

use crate::app::{App, HIGH, callback_of, exchange, form, json, request, with as changed};

async fn refused(answer: Response, status: u16, error: &str) {
    assert_eq!(answer.status(), status, "{error}");
    assert_eq!(answer.headers()["cache-control"], "no-store");
    let body = json(answer).await;
    assert_eq!(body["error"], error, "{}", body["error_description"]);
}

#[tokio::test]
async fn a_pushed_request_is_refused_for_each_thing_that_is_wrong_in_it() {
    for app in App::both() {
        for (name, value, status, error) in [
            ("client_id", "somebody", 401, "invalid_client"),
            ("client_id", "", 401, "invalid_client"),
            ("client_secret", "hush", 401, "invalid_client"),
            ("redirect_uri", "https://evil.example/innlogget", 400, "invalid_request"),
            ("redirect_uri", "http://127.0.0.1:8080/annet", 400, "invalid_request"),
            (
                "redirect_uri",
                "http://127.0.0.1:8080@evil.example/innlogget",
                400,
                "invalid_request",
            ),
            (
                "redirect_uri",
                "http://localhost:8080/innlogget",
                400,
                "invalid_request",
            ),
            ("redirect_uri", "http://127.0.0.1:/innlogget", 400, "invalid_request"),
            (
                "redirect_uri",
                "https://app.bibliotekkortet.no/innlogget/",
                400,
                "invalid_request",
            ),
            ("redirect_uri", "", 400, "invalid_request"),
            ("response_type", "token", 400, "unsupported_response_type"),
            ("response_type", "", 400, "invalid_request"),
            ("response_mode", "fragment", 400, "invalid_request"),
            ("scope", "openid email", 400, "invalid_scope"),
            ("scope", "profile", 400, "invalid_scope"),
            ("scope", "", 400, "invalid_request"),
            ("state", "", 400, "invalid_request"),
            ("nonce", "", 400, "invalid_request"),
            ("code_challenge", "", 400, "invalid_request"),
            ("code_challenge", "short", 400, "invalid_request"),
            ("code_challenge_method", "", 400, "invalid_request"),
            ("code_challenge_method", "plain", 400, "invalid_request"),
            ("acr_values", "Level4", 400, "invalid_request"),
            ("prompt", "none", 400, "invalid_request"),
            ("request_uri", "urn:x", 400, "invalid_request"),
            ("request", "a.b.c", 400, "request_not_supported"),
        ] {
            refused(app.post("/par", &changed(name, value)).await, status, error).await;
        }
        for redirect in [
            "https://app.bibliotekkortet.no/innlogget",
            "no.bibliotekkortet.app:/innlogget",
        ] {
            assert_eq!(app.post("/par", &changed("redirect_uri", redirect)).await.status(), 201);
        }
    }
}

#[tokio::test]
async fn a_parameter_may_not_come_twice_nor_as_json() {
    for app in App::both() {
        let url = format!("{}/par", app.issuer);
        let mut twice: Vec<_> = request().into_iter().collect();
        twice.push(("state", "other".to_owned()));
        refused(
            app.http.post(&url).form(&twice).send().await.unwrap(),
            400,
            "invalid_request",
        )
        .await;
        refused(
            app.http.post(&url).json(&request()).send().await.unwrap(),
            400,
            "invalid_request",
        )
        .await;
        let basic = app
            .http
            .post(&url)
            .basic_auth("bibliotekkortet-app", Some("x"))
            .form(&request());
        refused(basic.send().await.unwrap(), 401, "invalid_client").await;
    }
}

#[tokio::test]
async fn a_request_uri_works_once_for_two_minutes_and_alone() {
    let app = App::new();
    let once = app.authorize_url(&request()).await;
    assert_eq!(app.get(&once).await.status(), 200);
    assert_eq!(app.get(&once).await.status(), 400);

    let late = app.authorize_url(&request()).await;
    app.sandbox.advance(119);
    let in_time = app.authorize_url(&request()).await;
    app.sandbox.advance(1);
    assert_eq!(app.get(&late).await.status(), 400);
    assert_eq!(app.get(&in_time).await.status(), 200);

    let mut others = app.authorize_url(&request()).await;
    let query = others.query().unwrap().replace("bibliotekkortet-app", "somebody");
    others.set_query(Some(&query));
    assert_eq!(app.get(&others).await.status(), 400);

    let mut more = app.authorize_url(&request()).await;
    more.query_pairs_mut().append_pair("state", "another");
    assert_eq!(app.get(&more).await.status(), 400);
}

#[tokio::test]
async fn an_error_page_never_redirects_to_a_stranger() {
    for app in App::both() {
        let base = format!("{}/authorize", app.pages);
        for wrong in [
            changed("redirect_uri", "https://evil.example/"),
            changed("client_id", "somebody"),
        ] {
            let answer = app.get(url::Url::parse_with_params(&base, wrong).unwrap()).await;
            assert_eq!(answer.status(), 400);
            assert!(!answer.headers().contains_key("location"));
            assert!(!answer.text().await.unwrap().contains("evil"));
        }
        let answer = app
            .get(url::Url::parse_with_params(&base, changed("scope", "openid email")).unwrap())
            .await;
        let callback = callback_of(&answer);
        assert_eq!(
            (callback["error"].as_str(), callback["state"].as_str()),
            ("invalid_scope", "state-1")
        );
        assert_eq!(callback["iss"], app.issuer);
    }
}

#[tokio::test]
async fn a_login_page_works_once_and_for_ten_minutes() {
    let app = App::new();
    let page = app.get(app.authorize_url(&request()).await).await.text().await.unwrap();
    assert_eq!(app.press(&page, "kari", HIGH, "login").await.status(), 303);
    assert_eq!(app.press(&page, "kari", HIGH, "login").await.status(), 400);
    let page = app.get(app.authorize_url(&request()).await).await.text().await.unwrap();
    app.sandbox.advance(600);
    assert_eq!(app.press(&page, "kari", HIGH, "login").await.status(), 400);
    let page = app.get(app.authorize_url(&request()).await).await.text().await.unwrap();
    let callback = callback_of(&app.press(&page, "nobody", HIGH, "login").await);
    assert_eq!(callback["error"], "invalid_request");
}

#[tokio::test]
async fn the_token_endpoint_refuses_each_thing_that_is_wrong() {
    for app in App::both() {
        for (name, value, status, error) in [
            ("client_id", "somebody", 401, "invalid_client"),
            ("grant_type", "password", 400, "unsupported_grant_type"),
            ("grant_type", "", 400, "invalid_request"),
            ("code", "", 400, "invalid_request"),
            ("code", "nonsense", 400, "invalid_grant"),
            ("redirect_uri", "", 400, "invalid_request"),
            ("redirect_uri", "http://127.0.0.1:49153/innlogget", 400, "invalid_grant"),
            ("code_verifier", "", 400, "invalid_request"),
            ("code_verifier", "too-short", 400, "invalid_request"),
            (
                "code_verifier",
                "another-verifier-of-forty-three-characters-0123",
                400,
                "invalid_grant",
            ),
        ] {
            let mut wrong = exchange(&app.callback("kari").await["code"]);
            wrong.insert(name, value.to_owned());
            refused(app.post("/token", &wrong).await, status, error).await;
        }
        refused(
            app.post("/revoke", &form(&[("client_id", "bibliotekkortet-app")]))
                .await,
            400,
            "invalid_request",
        )
        .await;
        refused(
            app.post("/revoke", &form(&[("token", "x")])).await,
            401,
            "invalid_client",
        )
        .await;
    }
}

#[tokio::test]
async fn a_code_lives_sixty_seconds_and_its_reuse_ends_the_login() {
    for app in App::both() {
        let code = app.callback("kari").await["code"].clone();
        assert!(code.split_once('.').is_some());
        app.sandbox.advance(60);
        refused(app.post("/token", &exchange(&code)).await, 400, "invalid_grant").await;

        let code = app.callback("kari").await["code"].clone();
        let tokens = json(app.post("/token", &exchange(&code)).await).await;
        let access = tokens["access_token"].as_str().unwrap();
        assert_eq!(app.card(access, None).await.status(), 200);
        refused(app.post("/token", &exchange(&code)).await, 400, "invalid_grant").await;
        assert_eq!(app.card(access, None).await.status(), 401);
        refused(
            app.refresh(tokens["refresh_token"].as_str().unwrap()).await,
            400,
            "invalid_grant",
        )
        .await;
    }
}
