use card_sandbox::Settings;

use crate::app::{App, CLIENT, HIGH, NOW, callback_of, exchange, json, open, request, verified};

const PERSONAS: [&str; 8] = [
    "kari", "ola", "ingen", "sperret", "utmeldt", "aile", "gammel", "dnummer",
];

#[tokio::test]
async fn discovery_puts_the_pages_on_another_host_than_the_issuer() {
    let app = App::new();
    let url = format!("{}/.well-known/openid-configuration", app.sandbox.issuer);
    let document = json(app.get(url).await).await;
    assert_eq!(document["issuer"], app.sandbox.issuer.as_str());
    assert!(app.sandbox.issuer.starts_with("http://127.0.0.1:"));
    assert_eq!(
        document["authorization_endpoint"],
        format!("{}/authorize", app.sandbox.login)
    );
    assert!(app.sandbox.login.starts_with("http://localhost:"));
    for name in [
        "token_endpoint",
        "pushed_authorization_request_endpoint",
        "jwks_uri",
        "userinfo_endpoint",
    ] {
        assert!(
            document[name].as_str().unwrap().starts_with(&app.sandbox.issuer),
            "{name}"
        );
    }
    assert_eq!(document["authorization_response_iss_parameter_supported"], true);
}

#[tokio::test]
async fn every_persona_signs_in_and_gets_the_card_that_is_theirs() {
    let app = App::new();
    let idporten = json(app.get(format!("{}/jwks.json", app.sandbox.issuer)).await).await;
    let register = json(app.get(format!("{}/v1/jwks.json", app.sandbox.card_service)).await).await;
    for persona in PERSONAS {
        let callback = app.callback(persona).await;
        assert_eq!(callback["state"], "state-1");
        assert_eq!(callback["iss"], app.sandbox.issuer);
        let tokens = json(app.post("/token", &exchange(&callback["code"])).await).await;
        assert_eq!(
            (
                tokens["token_type"].as_str(),
                tokens["expires_in"].as_i64(),
                tokens["refresh_token_expires_in"].as_i64()
            ),
            (Some("Bearer"), Some(120), Some(600))
        );

        let id = verified(tokens["id_token"].as_str().unwrap(), &idporten).expect("a good signature");
        assert_eq!(id["iss"], app.sandbox.issuer.as_str());
        assert_eq!(
            (id["aud"].as_str(), id["nonce"].as_str()),
            (Some(CLIENT), Some("nonce-1"))
        );
        assert_eq!(
            (id["acr"].as_str(), id["amr"][0].as_str()),
            (Some(HIGH), Some("TestID"))
        );
        assert_eq!((id["iat"].as_i64(), id["exp"].as_i64()), (Some(NOW), Some(NOW + 120)));
        assert_eq!(
            (id["auth_time"].as_i64(), id["locale"].as_str()),
            (Some(NOW), Some("nb"))
        );
        assert_eq!(id["sub"].as_str().unwrap().len(), 95);
        assert_eq!(id["pid"].as_str().unwrap().len(), 11);
        assert!(id["jti"].is_string());

        let answer = app.card(tokens["access_token"].as_str().unwrap(), None).await;
        let Some(number) = app.sandbox.card_number(persona) else {
            assert_eq!(answer.status(), 404);
            continue;
        };
        let body = json(answer).await;
        let snapshot = verified(body["snapshot"].as_str().unwrap(), &register).expect("a good signature");
        assert_eq!(snapshot["sub"], id["sub"]);
        assert_eq!(snapshot["iss"], app.sandbox.card_service.as_str());
        assert_eq!(snapshot["card"]["number"], number);
    }
    assert!(app.sandbox.card_number("ingen").is_none());
}

#[tokio::test]
async fn cancelling_goes_back_with_access_denied() {
    let app = App::new();
    let page = app.get(app.authorize_url(&request()).await).await.text().await.unwrap();
    let callback = callback_of(&app.press(&page, "", "", "cancel").await);
    assert_eq!(callback["error"], "access_denied");
    assert_eq!(
        (callback["state"].as_str(), &callback["iss"]),
        ("state-1", &app.sandbox.issuer)
    );
    assert!(!callback.contains_key("code"));
}

#[tokio::test]
async fn a_request_need_not_be_pushed() {
    let app = App::new();
    let url = url::Url::parse_with_params(&format!("{}/authorize", app.sandbox.login), request()).unwrap();
    let page = app.get(url).await.text().await.unwrap();
    let callback = callback_of(&app.press(&page, "ola", HIGH, "login").await);
    assert_eq!(app.post("/token", &exchange(&callback["code"])).await.status(), 200);
}

#[tokio::test]
async fn a_hint_signs_in_without_a_page_only_where_hints_are_allowed() {
    let mut hinted = request();
    hinted.insert("login_hint", format!("testid:aile_{HIGH}"));
    let strict = App::new();
    assert_eq!(strict.get(strict.authorize_url(&hinted).await).await.status(), 200);

    let app = App::with(Settings {
        allow_hints: true,
        ..Settings::default()
    });
    let callback = callback_of(&app.get(app.authorize_url(&hinted).await).await);
    let tokens = json(app.post("/token", &exchange(&callback["code"])).await).await;
    assert_eq!(open(tokens["id_token"].as_str().unwrap()).1["acr"], HIGH);
    hinted.insert("login_hint", format!("testid:nobody_{HIGH}"));
    let callback = callback_of(&app.get(app.authorize_url(&hinted).await).await);
    assert_eq!(callback["error"], "invalid_request");
}

#[tokio::test]
async fn the_level_is_the_one_that_was_chosen() {
    let app = App::new();
    let page = app.get(app.authorize_url(&request()).await).await.text().await.unwrap();
    let callback = callback_of(&app.press(&page, "kari", "idporten-loa-substantial", "login").await);
    let tokens = json(app.post("/token", &exchange(&callback["code"])).await).await;
    assert_eq!(
        open(tokens["id_token"].as_str().unwrap()).1["acr"],
        "idporten-loa-substantial"
    );
}

#[tokio::test]
async fn userinfo_tells_sub_pid_and_locale_to_the_bearer_only() {
    let app = App::new();
    let tokens = app.tokens("kari").await;
    let url = format!("{}/userinfo", app.sandbox.issuer);
    let answer = app
        .http
        .get(&url)
        .bearer_auth(tokens["access_token"].as_str().unwrap())
        .send()
        .await
        .unwrap();
    let claims = json(answer).await;
    let (_, id) = open(tokens["id_token"].as_str().unwrap());
    assert_eq!((&claims["sub"], &claims["pid"]), (&id["sub"], &id["pid"]));
    let refused = app.http.get(&url).bearer_auth("nonsense").send().await.unwrap();
    assert_eq!(refused.status(), 401);
    assert!(refused.headers().contains_key("www-authenticate"));
}

#[tokio::test]
async fn requests_are_counted_without_their_secrets() {
    let app = App::new();
    app.tokens("kari").await;
    let log: Vec<_> = app
        .sandbox
        .requests()
        .into_iter()
        .map(|it| format!("{} {}", it.method, it.path))
        .collect();
    assert_eq!(log, ["POST /par", "GET /authorize", "POST /login", "POST /token"]);
}

#[test]
fn the_sandbox_starts_without_a_runtime_around_it() {
    let app = App::new();
    app.sandbox.stop();
}
