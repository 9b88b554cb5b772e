use card_sandbox::Twist;

use crate::app::{App, HIGH, callback_of, exchange, json, open, with};

#[tokio::test]
async fn feide_has_a_page_of_its_own_without_levels() {
    let app = App::mediated();
    let page = app.page(&with("idp_hint", "feide")).await;
    assert!(page.contains("ikke ekte Feide") && page.contains("class=\"feide\""));
    assert!(page.contains("name=\"person\" value=\"student\"") && !page.contains("name=\"level\""));
    let cancelled = callback_of(&app.press(&page, "", "", "cancel").await);
    assert_eq!(
        (cancelled["error"].as_str(), &cancelled["iss"]),
        ("access_denied", &app.issuer)
    );
}

#[tokio::test]
async fn whoever_has_feide_comes_in_at_the_highest_level() {
    let app = App::mediated();
    for persona in ["student", "kari", "aile"] {
        let tokens = app.tokens_for(persona, &with("idp_hint", "feide")).await;
        let (_, claims) = open(tokens["id_token"].as_str().unwrap());
        assert_eq!(
            (claims["acr"].as_str(), claims["amr"][0].as_str()),
            (Some(HIGH), Some("feide"))
        );
        let card = json(app.card(tokens["access_token"].as_str().unwrap(), None).await).await;
        let card = open(card["snapshot"].as_str().unwrap()).1;
        assert_eq!(card["card"]["number"], app.sandbox.card_number(persona).unwrap());
    }
}

#[tokio::test]
async fn whoever_has_no_feide_sees_a_page_and_goes_back() {
    let app = App::mediated();
    let page = app.page(&with("idp_hint", "feide")).await;
    let page = app.press(&page, "ola", "", "login").await;
    assert_eq!(page.status(), 200);
    let page = page.text().await.unwrap();
    assert!(page.contains("ikke Feide-konto") && page.contains("button id=\"cancel\""));
    assert_eq!(
        callback_of(&app.press(&page, "", "", "cancel").await)["error"],
        "access_denied"
    );
}

#[tokio::test]
async fn feide_is_as_plain_as_it_really_is() {
    let app = App::new();
    let issuer = format!("{}/feide", app.sandbox.login);
    let document = json(app.get(format!("{issuer}/.well-known/openid-configuration")).await).await;
    assert_eq!(document["issuer"], issuer.as_str());
    assert_eq!(
        document["grant_types_supported"],
        serde_json::json!(["authorization_code"])
    );
    assert_eq!(
        document["token_endpoint_auth_methods_supported"],
        serde_json::json!(["client_secret_basic"])
    );
    for absent in [
        "pushed_authorization_request_endpoint",
        "dpop_signing_alg_values_supported",
        "authorization_response_iss_parameter_supported",
        "acr_values_supported",
    ] {
        assert!(document.get(absent).is_none(), "{absent}");
    }
    let answer = app
        .http
        .post(format!("{issuer}/token"))
        .form(&exchange("x"))
        .send()
        .await
        .unwrap();
    assert_eq!(
        json(answer).await["error"],
        "invalid_client",
        "the app is no client of Feide"
    );
}

#[tokio::test]
async fn item_61_userinfo_of_somebody_else_discards_the_login() {
    let app = App::mediated();
    for twist in [Twist::UserinfoWrongSub, Twist::UserinfoNoSub] {
        app.sandbox.clear_faults();
        app.sandbox.twist(twist).unwrap();
        let callback = app.callback_to("student", &with("idp_hint", "feide")).await;
        assert_eq!(callback["error"], "server_error", "{twist:?}");
        assert!(!callback.contains_key("code"));
    }
}

#[tokio::test]
async fn item_62_a_token_in_the_query_or_the_body_opens_nothing() {
    let app = App::new();
    let tokens = app.tokens("kari").await;
    let token = tokens["access_token"].as_str().unwrap();
    let url = format!("{}/userinfo", app.issuer);
    assert_eq!(app.get(format!("{url}?access_token={token}")).await.status(), 401);
    let body = app
        .http
        .post(&url)
        .form(&[("access_token", token)])
        .send()
        .await
        .unwrap();
    assert_eq!(body.status(), 401);
    let header = app.http.post(&url).bearer_auth(token).send().await.unwrap();
    assert_eq!(header.status(), 200);
}
