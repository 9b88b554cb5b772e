//! The card number door (draft-ietf-oauth-first-party-apps-04).

use card_sandbox::Twist;
use serde_json::{Value, json};

use crate::app::{App, CLIENT, Form, NOW, exchange, form, json as body, open, request};

pub(crate) const LOW: &str = "idporten-loa-low";
const SUBSTANTIAL: &str = "idporten-loa-substantial";

/// What the app sends for kari's card and a credential.
pub(crate) fn asking(app: &App, persona: &str, acr: &str, kind: &'static str, secret: &str) -> Form {
    let mut form: Form = request()
        .into_iter()
        .filter(|(name, _)| !["redirect_uri", "state", "response_type"].contains(name))
        .collect();
    form.insert("acr_values", acr.to_owned());
    form.insert(
        "username",
        app.sandbox.card_number(persona).unwrap_or(persona).to_owned(),
    );
    form.insert(kind, secret.to_owned());
    form
}

pub(crate) async fn ask(app: &App, form: &Form) -> (u16, Value) {
    let answer = app.post("/challenge", form).await;
    assert_eq!(answer.headers()["cache-control"], "no-store");
    (answer.status().as_u16(), body(answer).await)
}

pub(crate) async fn tokens(app: &App, answer: &Value) -> Value {
    let mut form = exchange(answer["authorization_code"].as_str().unwrap());
    form.remove("redirect_uri");
    body(app.post("/token", &form).await).await
}

fn answering(session: &Value, otp: &str) -> Form {
    form(&[
        ("client_id", CLIENT),
        ("auth_session", session.as_str().unwrap()),
        ("otp", otp),
    ])
}

fn claims(tokens: &Value) -> Value {
    open(tokens["id_token"].as_str().unwrap()).1
}

#[tokio::test]
async fn a_pin_reaches_low_and_a_password_substantial() {
    let app = App::mediated();
    for (kind, secret, acr) in [("pin", "4071", LOW), ("password", "fjell-bekk-skog-19", SUBSTANTIAL)] {
        let (status, answer) = ask(&app, &asking(&app, "kari", acr, kind, secret)).await;
        assert_eq!(status, 200);
        let tokens = tokens(&app, &answer).await;
        let id = claims(&tokens);
        assert_eq!((id["acr"].as_str(), &id["amr"]), (Some(acr), &json!([kind])));
        assert_eq!(
            (id["auth_time"].as_i64(), id["nonce"].as_str()),
            (Some(NOW), Some("nonce-1"))
        );
        assert_eq!(
            app.card(tokens["access_token"].as_str().unwrap(), None).await.status(),
            200
        );
    }
}

#[tokio::test]
async fn a_user_is_a_card_number_or_eleven_digits() {
    let app = App::mediated();
    let personas: Vec<Value> = serde_json::from_str(include_str!("../../personas.json")).unwrap();
    let kari = personas[0]["national_id"].as_str().unwrap();
    let spaced = format!("{} {}", &kari[..6], &kari[6..]);
    let mut form = asking(&app, "kari", LOW, "pin", "4071");
    for (name, status) in [
        (kari, 200),
        (spaced.as_str(), 200),
        ("12345", 400),
        ("X012345678", 400),
        ("", 400),
    ] {
        form.insert("username", name.to_owned());
        assert_eq!(ask(&app, &form).await.0, status);
    }
}

#[tokio::test]
async fn a_wrong_secret_and_a_stranger_are_answered_alike() {
    let app = App::mediated();
    let mut seen = Vec::new();
    for (persona, kind, secret) in [
        ("kari", "pin", "0000"),
        ("kari", "password", "wrong"),
        ("N999999999", "pin", "4071"),
        ("00000000000", "password", "wrong"),
    ] {
        seen.push(ask(&app, &asking(&app, persona, LOW, kind, secret)).await);
    }
    assert_eq!(seen[0].1["error"], "access_denied");
    assert!(seen.iter().all(|it| it == &seen[0]), "{seen:?}");
}

#[tokio::test]
async fn five_wrong_tries_lock_for_fifteen_minutes_whoever_it_is() {
    let app = App::mediated();
    for persona in ["kari", "N999999999"] {
        app.sandbox.set_now(NOW);
        let wrong = asking(&app, persona, LOW, "pin", "0000");
        for _ in 0..5 {
            assert_eq!(ask(&app, &wrong).await.0, 400);
        }
        let right = asking(&app, persona, LOW, "pin", "4071");
        let answer = app.post("/challenge", &right).await;
        assert_eq!(
            (answer.status().as_u16(), &answer.headers()["retry-after"]),
            (429, &"900".parse().unwrap())
        );
        app.sandbox.advance(899);
        assert_eq!(ask(&app, &right).await.0, 429);
        app.sandbox.advance(1);
        let open = if persona == "kari" { 200 } else { 400 };
        assert_eq!(ask(&app, &right).await.0, open);
    }
    assert_eq!(ask(&app, &asking(&app, "aile", LOW, "pin", "7723")).await.0, 200);
}

#[tokio::test]
async fn a_one_time_code_is_wanted_of_some_and_lifts_a_pin() {
    let app = App::mediated();
    for (persona, acr, pin, otp) in [("ola", LOW, "8316", "161803"), ("kari", SUBSTANTIAL, "4071", "271828")] {
        let (status, half) = ask(&app, &asking(&app, persona, acr, "pin", pin)).await;
        assert_eq!((status, &half["error"]), (403, &json!("insufficient_authorization")));
        let (status, answer) = ask(&app, &answering(&half["auth_session"], otp)).await;
        assert_eq!(status, 200);
        let id = claims(&tokens(&app, &answer).await);
        assert_eq!(
            (id["acr"].as_str(), &id["amr"]),
            (Some(SUBSTANTIAL), &json!(["pin", "otp"]))
        );
        let (status, again) = ask(&app, &answering(&half["auth_session"], otp)).await;
        assert_eq!((status, &again["error"]), (400, &json!("invalid_session")));
    }
    app.sandbox.twist(Twist::OtpWanted).unwrap();
    let everybody = asking(&app, "aile", SUBSTANTIAL, "password", "rein-lavvo-joik-55");
    assert_eq!(ask(&app, &everybody).await.0, 403);
}

#[tokio::test]
async fn a_wrong_one_time_code_may_be_tried_again_three_times() {
    let app = App::mediated();
    let (_, mut half) = ask(&app, &asking(&app, "ola", LOW, "pin", "8316")).await;
    for _ in 0..3 {
        let (status, next) = ask(&app, &answering(&half["auth_session"], "000000")).await;
        assert_eq!((status, &next["error"]), (403, &json!("insufficient_authorization")));
        assert_ne!(next["auth_session"], half["auth_session"]);
        half = next;
    }
    let (status, last) = ask(&app, &answering(&half["auth_session"], "000000")).await;
    assert_eq!((status, &last["error"]), (400, &json!("access_denied")));

    let (_, half) = ask(&app, &asking(&app, "ola", LOW, "pin", "8316")).await;
    app.sandbox.advance(300);
    let (_, late) = ask(&app, &answering(&half["auth_session"], "161803")).await;
    assert_eq!(late["error"], "invalid_session");
}

#[tokio::test]
async fn some_have_to_use_the_browser() {
    let app = App::mediated();
    let gammel = asking(&app, "gammel", LOW, "pin", "1190");
    let kari_high = asking(&app, "kari", crate::app::HIGH, "pin", "4071");
    for form in [gammel, kari_high] {
        assert_eq!(
            ask(&app, &form).await,
            (
                403,
                json!({ "error": "redirect_to_web", "error_description": "see the status" })
            )
        );
    }
    app.sandbox.twist(Twist::ChallengeToWeb).unwrap();
    let kari = asking(&app, "kari", LOW, "pin", "4071");
    assert_eq!(ask(&app, &kari).await.1["error"], "redirect_to_web");
    app.sandbox.twist(Twist::ChallengeLocked).unwrap();
    assert_eq!(ask(&app, &kari).await.0, 423);
}

#[tokio::test]
async fn what_is_wrong_in_a_request_is_said() {
    let app = App::mediated();
    for (name, value, error) in [
        ("client_id", "somebody", "invalid_client"),
        ("scope", "openid admin", "invalid_scope"),
        ("nonce", "", "invalid_request"),
        ("code_challenge", "short", "invalid_request"),
        ("code_challenge_method", "plain", "invalid_request"),
        ("acr_values", "Level4", "invalid_request"),
        ("pin", "", "invalid_request"),
        ("password", "both", "invalid_request"),
        ("device_name", "\u{0}", "invalid_request"),
    ] {
        let mut form = asking(&app, "kari", LOW, "pin", "4071");
        form.insert(name, value.to_owned());
        assert_eq!(ask(&app, &form).await.1["error"], error, "{name}");
    }
    let unknown = form(&[("client_id", CLIENT), ("auth_session", "x"), ("otp", "1")]);
    assert_eq!(ask(&app, &unknown).await.1["error"], "invalid_session");
}

#[tokio::test]
async fn its_code_has_no_redirect_and_works_once() {
    let app = App::mediated();
    let (_, answer) = ask(&app, &asking(&app, "kari", LOW, "pin", "4071")).await;
    let with_redirect = exchange(answer["authorization_code"].as_str().unwrap());
    assert_eq!(
        body(app.post("/token", &with_redirect).await).await["error"],
        "invalid_grant"
    );
    assert_eq!(
        tokens(&app, &answer).await["error"],
        "invalid_grant",
        "it was spent by that"
    );

    let mut password_grant = form(&[
        ("client_id", CLIENT),
        ("grant_type", "password"),
        ("username", "N012345678"),
    ]);
    password_grant.insert("password", "fjell-bekk-skog-19".to_owned());
    let refused = body(app.post("/token", &password_grant).await).await;
    assert_eq!(refused["error"], "unsupported_grant_type");
}
