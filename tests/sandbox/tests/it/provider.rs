//! The card service as a provider.

use card_sandbox::Settings;
use serde_json::Value;

use crate::app::{App, CLIENT, HIGH, NOW, callback_of, exchange, json, open, request, verified, with};

#[tokio::test]
async fn its_discovery_names_itself_for_everything() {
    let app = App::mediated();
    let document = app.discovery().await;
    assert_eq!(document["issuer"], app.issuer.as_str());
    for name in [
        "authorization_endpoint",
        "pushed_authorization_request_endpoint",
        "token_endpoint",
        "jwks_uri",
        "userinfo_endpoint",
        "revocation_endpoint",
        "end_session_endpoint",
        "authorization_challenge_endpoint",
    ] {
        assert!(document[name].as_str().unwrap().starts_with(&app.issuer), "{name}");
    }
    assert_eq!(document["authorization_response_iss_parameter_supported"], true);
    assert_eq!(
        document["token_endpoint_auth_methods_supported"],
        serde_json::json!(["none"])
    );
    assert!(!document["claims_supported"].as_array().unwrap().contains(&"pid".into()));
}

#[tokio::test]
async fn its_tokens_open_the_card_and_tell_no_national_id() {
    let app = App::mediated();
    for persona in ["kari", "dnummer"] {
        let callback = app.callback(persona).await;
        assert_eq!((callback["state"].as_str(), &callback["iss"]), ("state-1", &app.issuer));
        let tokens = json(app.post("/token", &exchange(&callback["code"])).await).await;
        assert_eq!(
            (
                tokens["expires_in"].as_i64(),
                tokens["refresh_token_expires_in"].as_i64()
            ),
            (Some(120), Some(90 * 86_400))
        );
        let id = verified(tokens["id_token"].as_str().unwrap(), &app.keys().await).expect("a good signature");
        assert_eq!(id["iss"], app.issuer.as_str());
        assert_eq!(
            (id["aud"].as_str(), id["nonce"].as_str()),
            (Some(CLIENT), Some("nonce-1"))
        );
        assert_eq!(
            (id["acr"].as_str(), &id["amr"]),
            (Some(HIGH), &serde_json::json!(["idporten"]))
        );
        assert_eq!(
            (id["auth_time"].as_i64(), id["exp"].as_i64()),
            (Some(NOW), Some(NOW + 120))
        );
        assert!(id.get("pid").is_none());
        let card = json(app.card(tokens["access_token"].as_str().unwrap(), None).await).await;
        let snapshot = open(card["snapshot"].as_str().unwrap()).1;
        assert_eq!(snapshot["sub"], id["sub"]);
    }
}

#[tokio::test]
async fn a_login_lasts_for_ninety_days_without_use_and_a_year_with() {
    let app = App::mediated();
    let idle = app.tokens("kari").await;
    let mut used = app.tokens("ola").await;
    let token = |tokens: &Value| tokens["refresh_token"].as_str().unwrap().to_owned();
    for _ in 0..4 {
        app.sandbox.advance(90 * 86_400 - 1);
        used = json(app.refresh(&token(&used)).await).await;
    }
    assert_eq!(app.refresh(&token(&idle)).await.status(), 400);
    assert_eq!(used["refresh_token_expires_in"], 5 * 86_400 + 4);
    app.sandbox.advance(5 * 86_400 + 4);
    assert_eq!(app.refresh(&token(&used)).await.status(), 400);
}

#[tokio::test]
async fn what_the_person_does_at_idporten_is_what_the_app_hears() {
    let app = App::mediated();
    let page = app.page(&with("idp_hint", "idporten")).await;
    assert!(page.contains("ikke ekte ID-porten"));
    let cancelled = callback_of(&app.press(&page, "", "", "cancel").await);
    assert_eq!(
        (cancelled["error"].as_str(), &cancelled["iss"]),
        ("access_denied", &app.issuer)
    );
    let page = app.page(&request()).await;
    let callback = callback_of(&app.press(&page, "kari", "idporten-loa-substantial", "login").await);
    let tokens = json(app.post("/token", &exchange(&callback["code"])).await).await;
    let (_, claims) = open(tokens["id_token"].as_str().unwrap());
    assert_eq!(claims["acr"], "idporten-loa-substantial");
}

#[tokio::test]
async fn a_hint_goes_all_the_way_without_a_page() {
    let app = App::with(Settings {
        allow_hints: true,
        ..Settings::default()
    })
    .at_card_service();
    for (idp, persona, amr) in [("idporten", "aile", "idporten"), ("feide", "student", "feide")] {
        let mut hinted = with("idp_hint", idp);
        hinted.insert("login_hint", format!("testid:{persona}_{HIGH}"));
        let callback = callback_of(&app.browse(app.authorize_url(&hinted).await).await);
        let tokens = json(app.post("/token", &exchange(&callback["code"])).await).await;
        assert_eq!(open(tokens["id_token"].as_str().unwrap()).1["amr"][0], amr);
    }
}

#[tokio::test]
async fn an_unknown_door_and_a_long_name_are_refused() {
    let app = App::mediated();
    for (name, value) in [
        ("idp_hint", "vipps"),
        ("device_name", "x\u{7}"),
        ("device_name", &"å".repeat(65)),
    ] {
        let answer = app.post("/par", &with(name, value)).await;
        assert_eq!(json(answer).await["error"], "invalid_request", "{name}");
    }
    assert_eq!(
        app.post("/par", &with("device_name", &"å".repeat(64))).await.status(),
        201
    );
    let url = url::Url::parse_with_params(&format!("{}/authorize", app.pages), with("idp_hint", "vipps")).unwrap();
    assert_eq!(callback_of(&app.get(url).await)["error"], "invalid_request");
}

#[tokio::test]
async fn a_callback_of_the_service_counts_once_and_from_the_right_provider() {
    let app = App::mediated();
    let service = &app.sandbox.card_service;
    let state = |url: &str| {
        let url = url::Url::parse(url).unwrap();
        url.query_pairs().find(|it| it.0 == "state").unwrap().1.into_owned()
    };
    let begin = async || {
        let answer = app.get(app.authorize_url(&request()).await).await;
        state(answer.headers()["location"].to_str().unwrap())
    };
    let iss = &app.sandbox.issuer;
    let one = begin().await;
    for url in [
        format!("{service}/callback/feide?code=x&state={one}"),
        format!("{service}/callback/vipps?code=x&state={one}"),
        format!("{service}/callback/idporten?code=x&state=another"),
    ] {
        assert_eq!(app.get(url).await.status(), 400);
    }
    let url = format!("{service}/callback/idporten?code=x&state={one}&iss={iss}");
    assert_eq!(callback_of(&app.get(&url).await)["error"], "server_error");
    assert_eq!(app.get(&url).await.status(), 400, "the second time");
    for (query, error) in [
        (format!("code=x&iss={service}"), "server_error"),
        ("code=x".to_owned(), "server_error"),
        (
            format!("error=temporarily_unavailable&iss={iss}"),
            "temporarily_unavailable",
        ),
        (format!("error=something_new&iss={iss}"), "server_error"),
    ] {
        let url = format!("{service}/callback/idporten?{query}&state={}", begin().await);
        assert_eq!(callback_of(&app.get(url).await)["error"], error);
    }
}

#[tokio::test]
async fn tokens_and_requests_of_one_provider_are_nothing_to_the_other() {
    let app = App::mediated();
    let refresh = app.tokens("kari").await["refresh_token"].as_str().unwrap().to_owned();
    let code = app.callback("kari").await["code"].clone();
    let pushed = app.authorize_url(&request()).await;
    let idporten = &app.sandbox.issuer;
    for form in [crate::app::refreshing(&refresh), exchange(&code)] {
        let answer = app
            .http
            .post(format!("{idporten}/token"))
            .form(&form)
            .send()
            .await
            .unwrap();
        assert_eq!(json(answer).await["error"], "invalid_grant");
    }
    let elsewhere = pushed.as_str().replace(&app.pages, &app.sandbox.login);
    assert_eq!(app.get(elsewhere).await.status(), 400);
    assert_eq!(app.refresh(&refresh).await.status(), 200);
}

#[tokio::test]
async fn the_service_is_a_confidential_client_of_idporten() {
    let app = App::new();
    let mut form = exchange("nonsense");
    form.insert("client_id", "bibliotekkortet-service".to_owned());
    let url = format!("{}/token", app.issuer);
    let free = app.http.post(&url).form(&form).send().await.unwrap();
    assert_eq!(free.status(), 401);
    for (client, secret) in [("bibliotekkortet-service", "wrong"), (CLIENT, "wrong")] {
        let answer = app
            .http
            .post(&url)
            .basic_auth(client, Some(secret))
            .form(&form)
            .send()
            .await;
        assert_eq!(json(answer.unwrap()).await["error"], "invalid_client");
    }
}

#[tokio::test]
async fn what_happens_behind_the_app_is_not_counted_and_does_not_fail() {
    use card_sandbox::{At, Fault, Twist};
    let app = App::mediated();
    let callback = {
        let page = app.page(&request()).await;
        for at in [At::Discovery, At::Token, At::Jwks] {
            app.sandbox.fault(Fault::status(at, 503));
        }
        app.sandbox.twist(Twist::WrongNonce).unwrap();
        callback_of(&app.press(&page, "kari", HIGH, "login").await)
    };
    assert!(callback.contains_key("code"));
    assert_eq!(app.post("/token", &exchange(&callback["code"])).await.status(), 503);
    let log: Vec<_> = app.sandbox.requests().into_iter().map(|it| it.path).collect();
    assert_eq!(
        log,
        [
            "/par",
            "/authorize",
            "/authorize",
            "/login",
            "/callback/idporten",
            "/token"
        ]
    );
}
