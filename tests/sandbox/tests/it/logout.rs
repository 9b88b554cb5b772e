use std::sync::Mutex;

use card_sandbox::{Settings, Twist};
use serde_json::{Value, json};
use url::Url;

use crate::app::{App, CLIENT, NOW, callback_of, exchange, json as body, request};

const AFTER: &str = "http://127.0.0.1:49152/utlogget";

async fn log_out(app: &App, params: &[(&str, &str)]) -> reqwest::Response {
    let url = Url::parse_with_params(&format!("{}/logout", app.pages), params).unwrap();
    app.get(url).await
}

fn location(answer: &reqwest::Response) -> &str {
    assert_eq!(answer.status(), 303);
    answer.headers()["location"].to_str().unwrap()
}

#[tokio::test]
async fn a_logout_comes_back_with_its_state() {
    for app in App::both() {
        let tokens = app.tokens("kari").await;
        let hint = tokens["id_token"].as_str().unwrap();
        app.sandbox.advance(600);
        for known in [("client_id", CLIENT), ("id_token_hint", hint)] {
            for after in [
                AFTER,
                "https://app.bibliotekkortet.no/utlogget",
                "no.bibliotekkortet.app:/utlogget",
            ] {
                let answer = log_out(&app, &[known, ("post_logout_redirect_uri", after), ("state", "s-1")]).await;
                assert_eq!(location(&answer), format!("{after}?state=s-1"));
            }
        }
    }
}

#[tokio::test]
async fn a_logout_ends_the_grant_of_its_session_at_the_card_service_only() {
    let app = App::mediated();
    let (one, two) = (app.tokens("kari").await, app.tokens("kari").await);
    log_out(&app, &[("id_token_hint", one["id_token"].as_str().unwrap())]).await;
    assert_eq!(app.refresh(one["refresh_token"].as_str().unwrap()).await.status(), 400);
    assert_eq!(app.refresh(two["refresh_token"].as_str().unwrap()).await.status(), 200);
}

#[tokio::test]
async fn a_logout_of_nobody_or_to_a_stranger_stays_on_a_page() {
    for app in App::both() {
        let page = log_out(&app, &[("post_logout_redirect_uri", AFTER), ("ui_locales", "en")]).await;
        assert_eq!(page.status(), 200);
        assert!(page.text().await.unwrap().contains("You are logged out"));
        for wrong in [
            [
                ("client_id", CLIENT),
                ("post_logout_redirect_uri", "https://evil.example/utlogget"),
            ],
            [
                ("client_id", CLIENT),
                ("post_logout_redirect_uri", "http://127.0.0.1:1/innlogget"),
            ],
            [("client_id", "somebody"), ("post_logout_redirect_uri", AFTER)],
            [("id_token_hint", "a.b.c"), ("post_logout_redirect_uri", AFTER)],
        ] {
            let answer = log_out(&app, &wrong).await;
            assert_eq!(answer.status(), 400);
            assert!(!answer.headers().contains_key("location"));
        }
    }
}

#[tokio::test]
async fn a_logout_can_come_back_wrongly_or_not_at_all() {
    for app in App::both() {
        let ask = [
            ("client_id", CLIENT),
            ("post_logout_redirect_uri", AFTER),
            ("state", "s-1"),
        ];
        for (twist, target) in [
            (
                Twist::LogoutWrongState,
                Some(format!("{AFTER}?state=a-state-of-somebody-else")),
            ),
            (Twist::LogoutNoState, Some(AFTER.to_owned())),
            (Twist::LogoutError, None),
        ] {
            app.sandbox.clear_faults();
            app.sandbox.twist(twist).unwrap();
            let answer = log_out(&app, &ask).await;
            let went = answer
                .headers()
                .get("location")
                .map(|it| it.to_str().unwrap().to_owned());
            assert_eq!(went, target, "{twist:?}");
        }
    }
}

/// A browser: it keeps cookies.
fn browser(app: App) -> App {
    App {
        jar: Some(Mutex::default()),
        ..app
    }
}

fn sso() -> App {
    browser(App::with(Settings {
        now: Some(NOW),
        sso: true,
        ..Settings::default()
    }))
}

#[tokio::test]
async fn a_session_is_used_again_for_thirty_minutes_where_that_is_switched_on() {
    for app in [sso(), sso().at_card_service()] {
        let once = body(app.post("/token", &exchange(&app.callback("kari").await["code"])).await).await;
        app.sandbox.advance(1799);
        let callback = callback_of(&app.browse(app.authorize_url(&request()).await).await);
        let tokens = body(app.post("/token", &exchange(&callback["code"])).await).await;
        let (before, after) = (claims(&once), claims(&tokens));
        assert_eq!((&after["sub"], &after["auth_time"]), (&before["sub"], &json!(NOW)));
        assert_eq!(
            after["iat"],
            NOW + 1799,
            "later than auth_time: that is how one sees it"
        );
        let mut again = request();
        again.insert("prompt", "login".to_owned());
        assert_eq!(app.browse(app.authorize_url(&again).await).await.status(), 200);
        app.sandbox.twist(Twist::NoSso).unwrap();
        assert_eq!(app.browse(app.authorize_url(&request()).await).await.status(), 200);
        app.sandbox.clear_faults();
        app.sandbox.advance(1800);
        assert_eq!(app.browse(app.authorize_url(&request()).await).await.status(), 200);
    }
}

#[tokio::test]
async fn a_low_session_does_not_do_for_a_high_request() {
    let app = sso();
    let page = app.page(&request()).await;
    app.press(&page, "kari", "idporten-loa-substantial", "login").await;
    assert_eq!(app.browse(app.authorize_url(&request()).await).await.status(), 200);
    let lower = crate::app::with("acr_values", "idporten-loa-low");
    assert_eq!(app.browse(app.authorize_url(&lower).await).await.status(), 303);
    let off = browser(App::new());
    off.callback("kari").await;
    assert_eq!(off.browse(off.authorize_url(&request()).await).await.status(), 200);
}

#[tokio::test]
async fn a_logout_at_the_card_service_goes_by_way_of_the_identity_provider() {
    for (idp, at) in [("idporten", "/logout?"), ("feide", "/feide/logout?")] {
        let app = sso().at_card_service();
        let request = crate::app::with("idp_hint", idp);
        let tokens = app.tokens_for("kari", &request).await;
        assert_eq!(
            app.browse(app.authorize_url(&request).await).await.status(),
            303,
            "not asked again"
        );
        let ask = [
            ("id_token_hint", tokens["id_token"].as_str().unwrap()),
            ("post_logout_redirect_uri", AFTER),
            ("state", "s-1"),
        ];
        let answer = log_out(&app, &ask).await;
        assert!(location(&answer).starts_with(&format!("{}{at}", app.sandbox.login)));
        let back = app.follow(answer).await;
        assert_eq!(location(&back), format!("{AFTER}?state=s-1"));
        let page = app.browse(app.authorize_url(&request).await).await;
        assert_eq!(page.status(), 200, "signed out there too");
    }
}

#[tokio::test]
async fn a_logout_at_idporten_ends_what_came_from_it_at_the_card_service() {
    let app = sso().at_card_service();
    let tokens = app.tokens("kari").await;
    let refresh = tokens["refresh_token"].as_str().unwrap();
    app.get(format!("{}/logout", app.sandbox.login)).await;
    assert_eq!(
        app.card(tokens["access_token"].as_str().unwrap(), None).await.status(),
        401
    );
    assert_eq!(app.refresh(refresh).await.status(), 400);
}

/// What a hostile token has wrong.
type Break = (&'static str, fn(&mut Value, &mut Value));

async fn deliver(app: &App, token: &str) -> u16 {
    let url = format!("{}/backchannel-logout", app.sandbox.card_service);
    let answer = app
        .http
        .post(url)
        .form(&[("logout_token", token)])
        .send()
        .await
        .unwrap();
    assert_eq!(answer.headers()["cache-control"], "no-store");
    answer.status().as_u16()
}

async fn header(app: &App) -> Value {
    let keys = body(app.get(format!("{}/jwks.json", app.sandbox.issuer)).await).await;
    json!({ "alg": "RS256", "typ": "logout+jwt", "kid": keys["keys"][0]["kid"] })
}

#[tokio::test]
async fn item_78_each_wrong_logout_token_is_refused() {
    let app = App::mediated();
    let tokens = app.tokens("kari").await;
    let breaks: [Break; 18] = [
        ("typ", |h, _| h["typ"] = json!("JWT")),
        ("no typ", |h, _| h["typ"] = Value::Null),
        ("alg none", |h, _| h["alg"] = json!("none")),
        ("alg HS256", |h, _| h["alg"] = json!("HS256")),
        ("kid", |h, _| h["kid"] = json!("another")),
        ("iss", |_, c| c["iss"] = json!("https://issuer.invalid")),
        ("aud", |_, c| c["aud"] = json!(CLIENT)),
        ("no aud", |_, c| c["aud"] = Value::Null),
        ("iat in the future", |_, c| c["iat"] = json!(NOW + 60)),
        ("no iat", |_, c| c["iat"] = Value::Null),
        ("an old iat", |_, c| c["iat"] = json!(NOW - 301)),
        ("exp", |_, c| c["exp"] = json!(NOW - 60)),
        ("no exp", |_, c| c["exp"] = Value::Null),
        ("no jti", |_, c| c["jti"] = Value::Null),
        ("no event", |_, c| c["events"] = Value::Null),
        ("another event", |_, c| {
            c["events"] = json!({ "https://event.invalid": {} })
        }),
        ("neither sid nor sub", |_, c| {
            c["sid"] = Value::Null;
            c["sub"] = Value::Null;
        }),
        ("a nonce", |_, c| c["nonce"] = json!("nonce-1")),
    ];
    for (name, spoil) in breaks {
        let (mut header, mut claims) = (header(&app).await, app.sandbox.logout_token("kari").unwrap());
        spoil(&mut header, &mut claims);
        assert_eq!(
            deliver(&app, &app.sandbox.sign_as_idporten(&header, &claims)).await,
            400,
            "{name}"
        );
    }
    let honest = app
        .sandbox
        .sign_as_idporten(&header(&app).await, &app.sandbox.logout_token("kari").unwrap());
    let turned = honest.replacen('.', ".A", 1);
    assert_eq!(deliver(&app, &turned).await, 400, "signature");
    assert_eq!(
        app.card(tokens["access_token"].as_str().unwrap(), None).await.status(),
        200,
        "nothing ended yet"
    );
    assert_eq!(deliver(&app, &honest).await, 200);
    assert_eq!(
        app.card(tokens["access_token"].as_str().unwrap(), None).await.status(),
        401
    );
    assert_eq!(deliver(&app, &honest).await, 400, "jti replayed");
}

#[tokio::test]
async fn item_78_a_token_with_a_sub_alone_ends_every_session_from_idporten() {
    let app = App::mediated();
    let (one, two) = (app.tokens("kari").await, app.tokens("kari").await);
    let feide = app.tokens_for("kari", &crate::app::with("idp_hint", "feide")).await;
    let mut claims = app.sandbox.logout_token("kari").unwrap();
    claims.as_object_mut().unwrap().remove("sid");
    assert_eq!(
        deliver(&app, &app.sandbox.sign_as_idporten(&header(&app).await, &claims)).await,
        200
    );
    for (tokens, status) in [(one, 401), (two, 401), (feide, 200)] {
        assert_eq!(
            app.card(tokens["access_token"].as_str().unwrap(), None).await.status(),
            status
        );
    }
    assert!(app.sandbox.logout_token("ola").is_none());
}

fn claims(tokens: &Value) -> Value {
    crate::app::open(tokens["id_token"].as_str().unwrap()).1
}
