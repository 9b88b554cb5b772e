use card_sandbox::{At, Fault, Kind, Status, Twist};
use reqwest::Response;
use serde_json::{Value, json};

use crate::app::{App, NOW, json as body};
use crate::receipts::{Proved, prove, publish};
use crate::relations::{access, call, low, says, slug, standing, told};

/// A request for the newest text, with nothing wrong in it.
pub(crate) async fn wish(app: &App, library: &str, agreement: &str) -> Value {
    let base = format!("{}/v1/libraries/{library}/agreements", app.sandbox.card_service);
    let listed = body(app.get(&base).await).await;
    let listed = listed["agreements"].as_array().unwrap().iter();
    let mut listed = listed.filter(|it| it["agreement"] == agreement);
    let version = listed.next().unwrap()["version"].to_string();
    let text = body(app.get(format!("{base}/{agreement}/{version}/nb")).await).await;
    let hash = text["sha256"].as_str().unwrap();
    json!({ "library": library, "agreement": agreement, "version": version, "language": "nb",
        "text_hash": format!("sha-256:{hash}"), "for": { "self": true } })
}

pub(crate) async fn send(app: &App, token: &str, key: &str, wish: &Value) -> Response {
    let url = format!("{}/v1/signatures", app.sandbox.card_service);
    let request = app.http.post(url).bearer_auth(token).header("Idempotency-Key", key);
    request.body(wish.to_string()).send().await.unwrap()
}

pub(crate) async fn sign(app: &App, token: &str, key: &str, wish: &Value) -> String {
    let answer = send(app, token, key, wish).await;
    assert_eq!(answer.status(), 201);
    assert_eq!(answer.headers()["content-type"], "application/json");
    answer.text().await.unwrap()
}

pub(crate) async fn refused(app: &App, token: &str, wish: &Value) -> (u16, String) {
    let answer = send(app, token, &format!("key-{}", wish.to_string().len()), wish).await;
    let status = answer.status().as_u16();
    (status, slug(&body(answer).await).to_owned())
}

pub(crate) async fn log_size(app: &App) -> Value {
    body(app.get(format!("{}/state", app.sandbox.control)).await).await["log_size"].clone()
}

pub(crate) fn with(wish: &Value, name: &str, value: Value) -> Value {
    let mut other = wish.clone();
    other[name] = value;
    other
}

#[tokio::test]
async fn a_signature_makes_a_patron_at_once_where_the_library_is_digital() {
    let app = App::new();
    let token = access(&app, "ola").await;
    app.sandbox.advance(30);
    let wish = wish(&app, "2030000", "rules").await;
    let file = sign(&app, &token, "key-1", &wish).await;
    let Proved { receipt, head } = prove(&app, &file).await.unwrap();
    let snapshot = body(app.card(&token, None).await).await;
    let (_, snapshot) = crate::app::open(snapshot["snapshot"].as_str().unwrap());
    assert_eq!(
        receipt,
        json!({ "iss": app.sandbox.card_service, "sub": snapshot["sub"], "for": { "self": true }, "library": "2030000",
            "agreement": "rules", "version": "1", "language": "nb", "text_hash": wish["text_hash"], "level": "high",
            "signed_at": NOW + 30, "log": head["log"] })
    );
    assert_eq!((&head["tree_size"], &head["at"]), (&json!(1), &json!(NOW + 30)));
    let seen = standing(&app, &token).await;
    assert_eq!(told(&seen), [("2030000", "active", false), ("2160100", "active", true)]);
    assert_eq!(snapshot["card"]["libraries"].as_array().unwrap().len(), 2);
    let (_, _, answer) = call(&app, "GET", "relations", &token, None).await;
    assert_eq!(
        answer["relations"][0]["agreements"],
        json!([{ "agreement": "rules", "status": "active", "since": NOW + 30, "version": "1", "language": "nb",
            "signed_at": NOW + 30 }])
    );
}

#[tokio::test]
async fn elsewhere_the_person_waits_for_the_desk() {
    let app = App::new();
    let token = access(&app, "kari").await;
    for (library, status) in [("2010100", "pending"), ("2022100", "guest")] {
        let wish = wish(&app, library, "rules").await;
        prove(&app, &sign(&app, &token, library, &wish).await).await.unwrap();
        let (_, _, answer) = call(&app, "GET", "relations", &token, None).await;
        let mut relations = answer["relations"].as_array().unwrap().iter();
        let relation = relations.find(|it| it["library"] == library).unwrap();
        assert_eq!(relation["status"], status);
        let rules = &relation["agreements"][0];
        assert_eq!((&rules["status"], &rules["since"]), (&json!("pending"), &json!(NOW)));
        assert_eq!(rules["desk_code"]["code"].as_str().unwrap().len(), 9);
        assert_eq!(rules["desk_code"]["expires_at"], NOW + 14 * 86_400);
    }
    let card = body(app.card(&token, None).await).await;
    let (_, snapshot) = crate::app::open(card["snapshot"].as_str().unwrap());
    assert_eq!(snapshot["card"]["libraries"].as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn the_same_key_gives_the_same_receipt_and_appends_nothing() {
    let app = App::new();
    let token = access(&app, "ola").await;
    let wish = wish(&app, "2030000", "rules").await;
    // The answer is lost on the way, partly or whole, though it was acted on.
    for (kind, size) in [(Kind::Drop, 0), (Kind::Lost, 1), (Kind::Half, 1)] {
        app.sandbox.fault(Fault::new(At::Signatures, kind).once());
        let request = app.http.post(format!("{}/v1/signatures", app.sandbox.card_service));
        let request = request.bearer_auth(&token).header("Idempotency-Key", "key-1");
        let lost = request.body(wish.to_string()).send().await;
        assert!(lost.is_err() || lost.unwrap().text().await.is_err());
        assert_eq!(log_size(&app).await, size, "{kind:?}");
    }
    app.sandbox.advance(60);
    publish(&app, "2030000");
    let file = sign(&app, &token, "key-1", &wish).await;
    assert_eq!(prove(&app, &file).await.unwrap().receipt["signed_at"], NOW);
    assert_eq!(sign(&app, &token, "key-1", &wish).await, file);
    let other = send(&app, &token, "key-1", &with(&wish, "language", json!("nn"))).await;
    assert_eq!((other.status().as_u16(), slug(&body(other).await)), (409, "key-reused"));
    assert_eq!(log_size(&app).await, 1);
    // Another person's key of the same name is another key.
    let kari = access(&app, "kari").await;
    let answer = send(&app, &kari, "key-1", &wish).await;
    assert_eq!(slug(&body(answer).await), "rules-changed");
}

#[tokio::test]
async fn only_the_newest_published_text_can_be_signed() {
    let app = App::new();
    let token = access(&app, "ola").await;
    let old = wish(&app, "2190200", "rules").await;
    publish(&app, "2190200");
    let new = wish(&app, "2190200", "rules").await;
    for (wrong, expected) in [
        (old.clone(), (409, "rules-changed")),
        (with(&new, "text_hash", old["text_hash"].clone()), (409, "other-text")),
        (with(&new, "language", json!("sma")), (404, "no-rules")),
        (with(&new, "language", json!("nn")), (409, "other-text")),
        (with(&new, "version", json!("3")), (404, "no-rules")),
        (with(&new, "agreement", json!("staffless")), (404, "no-rules")),
        (with(&new, "library", json!("9999999")), (404, "no-library")),
    ] {
        let (status, slug) = refused(&app, &token, &wrong).await;
        assert_eq!((status, slug.as_str()), expected, "{wrong}");
    }
    assert_eq!(log_size(&app).await, 0);
    prove(&app, &sign(&app, &token, "key", &new).await).await.unwrap();
}

#[tokio::test]
async fn a_request_of_another_form_is_refused() {
    let app = App::new();
    let token = access(&app, "ola").await;
    let right = wish(&app, "2030000", "rules").await;
    for (name, value) in [
        ("library", json!("203000")),
        ("agreement", json!("other")),
        ("version", json!(1)),
        ("version", json!("01")),
        ("version", json!("0")),
        ("text_hash", json!("sha-256:00")),
        ("text_hash", json!(right["text_hash"].as_str().unwrap().to_uppercase())),
        ("for", json!({ "self": false })),
        ("for", json!({ "child": "x", "basis": "friend" })),
        ("for", json!({ "child": "", "basis": "guardian" })),
        ("for", json!({ "child": "x y", "basis": "guardian" })),
        ("for", json!({ "child": "x" })),
        ("for", json!({ "self": true, "child": "x", "basis": "guardian" })),
        ("more", json!(1)),
    ] {
        let (status, slug) = refused(&app, &token, &with(&right, name, value.clone())).await;
        assert_eq!((status, slug.as_str()), (400, "bad-request"), "{name} {value}");
    }
    for key in ["", "a b", &"x".repeat(65)] {
        assert_eq!(send(&app, &token, key, &right).await.status(), 400, "{key}");
    }
    let url = format!("{}/v1/signatures", app.sandbox.card_service);
    let keyless = app.http.post(url).bearer_auth(&token).body(right.to_string());
    assert_eq!(keyless.send().await.unwrap().status(), 400);
    assert_eq!(log_size(&app).await, 0);
}

#[tokio::test]
async fn signing_needs_the_highest_level() {
    let app = App::mediated();
    let wish = wish(&app, "2022100", "rules").await;
    let answer = send(&app, &low(&app).await, "key", &wish).await;
    let challenge = answer.headers()["www-authenticate"].to_str().unwrap().to_owned();
    assert_eq!(
        challenge,
        "Bearer error=\"insufficient_user_authentication\", acr_values=\"idporten-loa-high\""
    );
    assert_eq!(
        (answer.status().as_u16(), slug(&body(answer).await)),
        (401, "level-too-low")
    );
    let high = access(&app, "kari").await;
    prove(&app, &sign(&app, &high, "key", &wish).await).await.unwrap();
}

#[tokio::test]
async fn whoever_may_not_become_a_patron_signs_nothing() {
    let app = App::new();
    let wish_ = wish(&app, "2030000", "rules").await;
    for (persona, expected) in [
        ("ingen", (404, "no-card")),
        ("sperret", (409, "card-not-active")),
        ("utmeldt", (409, "card-not-active")),
    ] {
        let (status, slug) = refused(&app, &access(&app, persona).await, &wish_).await;
        assert_eq!((status, slug.as_str()), expected, "{persona}");
    }
    says(&app, "ola", "2030000", Status::Blocked);
    let token = access(&app, "ola").await;
    let (status, slug) = refused(&app, &token, &wish_).await;
    assert_eq!((status, slug.as_str()), (409, "blocked-there"));
    let staffless = wish(&app, "2023000", "staffless").await;
    let (status, slug) = refused(&app, &token, &staffless).await;
    assert_eq!((status, slug.as_str()), (409, "not-active"));
    assert_eq!(log_size(&app).await, 0);
}

#[tokio::test]
async fn a_closed_library_takes_no_signatures() {
    let app = App::new();
    let token = access(&app, "ola").await;
    let wish = wish(&app, "2010100", "rules").await;
    let listed = body(app.get(format!("{}/v1/libraries", app.sandbox.card_service)).await).await;
    let mut libraries = listed["libraries"].as_array().unwrap().iter();
    let halden = libraries.find(|it| it["number"] == "2010100").unwrap().clone();
    // NOW is 2026-11-18.
    for (closing, status) in [
        (json!({ "kind": "permanent" }), 409),
        (json!({ "kind": "permanent", "from": "2026-11-18" }), 409),
        (json!({ "kind": "temporary", "from": null, "to": "2026-11-18" }), 409),
        (
            json!({ "kind": "temporary", "from": "2026-11-01", "to": "2026-11-17" }),
            201,
        ),
        (json!({ "kind": "permanent", "from": "2026-11-19" }), 201),
    ] {
        let directory = json!({ "directory": { "upserts": [with(&halden, "closing", closing.clone())] } });
        app.sandbox.change(serde_json::from_value(directory).unwrap()).unwrap();
        let answer = send(&app, &token, &closing.to_string().replace(' ', ""), &wish).await;
        assert_eq!(answer.status(), status, "{closing}");
        if status == 409 {
            assert_eq!(slug(&body(answer).await), "library-closed");
        }
    }
}

#[tokio::test]
async fn staffless_is_an_agreement_of_its_own() {
    let app = App::new();
    let token = access(&app, "kari").await;
    let wish_ = wish(&app, "2030000", "staffless").await;
    let receipt = prove(&app, &sign(&app, &token, "a", &wish_).await)
        .await
        .unwrap()
        .receipt;
    assert_eq!(receipt["agreement"], "staffless");
    says(&app, "kari", "2023000", Status::Active);
    sign(&app, &token, "b", &wish(&app, "2023000", "staffless").await).await;
    let (_, _, answer) = call(&app, "GET", "relations", &token, None).await;
    for (library, status) in [("2030000", "active"), ("2023000", "pending")] {
        let mut relations = answer["relations"].as_array().unwrap().iter();
        let relation = relations.find(|it| it["library"] == library).unwrap();
        assert_eq!(
            (&relation["status"], &relation["agreements"][0]["status"]),
            (&json!("active"), &json!(status))
        );
    }
}

#[tokio::test]
async fn receipts_can_be_wrong_in_four_ways() {
    let app = App::new();
    let token = access(&app, "ola").await;
    let wish = wish(&app, "2030000", "rules").await;
    let ola = prove(&app, &sign(&app, &token, "first", &wish).await)
        .await
        .unwrap()
        .receipt;
    let twisted = async |twist, key: &str| {
        app.sandbox.clear_faults();
        app.sandbox.twist(twist).unwrap();
        prove(&app, &sign(&app, &token, key, &wish).await).await
    };
    assert_eq!(
        twisted(Twist::ReceiptBadSignature, "a").await.unwrap_err(),
        "receipt's signature"
    );
    assert_eq!(
        twisted(Twist::ReceiptNotInLog, "b").await.unwrap_err(),
        "not in the log"
    );
    let other = twisted(Twist::ReceiptWrongSub, "c").await.unwrap().receipt;
    assert_ne!(other["sub"], ola["sub"]);
    let other = twisted(Twist::ReceiptOtherText, "d").await.unwrap().receipt;
    assert_ne!(other["text_hash"], wish["text_hash"]);
}
