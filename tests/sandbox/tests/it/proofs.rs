//! The sandbox as a strict judge of proofs (RFC 9449 §4.3).

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use card_sandbox::Twist;
use p256::ecdsa::{Signature, SigningKey, signature::Signer};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::app::{App, Form, NOW, callback_of, exchange, json as body, refreshing, request};

fn part(bytes: impl AsRef<[u8]>) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

fn jwk(key: &SigningKey) -> Value {
    let point = key.verifying_key().to_sec1_point(false);
    let (x, y) = point.as_bytes()[1..].split_at(32);
    json!({ "crv": "P-256", "kty": "EC", "x": part(x), "y": part(y) })
}

fn key(number: u8) -> SigningKey {
    SigningKey::from_slice(&[number; 32]).unwrap()
}

/// What a test may put wrong.
struct Proof {
    header: Value,
    claims: Value,
    key: SigningKey,
}

/// What is wrong, and how it is made so.
type Break = (&'static str, fn(&mut Proof));

/// An honest one by `key`, for `method` at `url`.
fn honest(number: u8, jti: &str, method: &str, url: &str) -> Proof {
    let key = key(number);
    Proof {
        header: json!({ "typ": "dpop+jwt", "alg": "ES256", "jwk": jwk(&key) }),
        claims: json!({ "jti": jti, "htm": method, "htu": url, "iat": NOW }),
        key,
    }
}

impl Proof {
    fn text(&self) -> String {
        let signed = format!("{}.{}", part(self.header.to_string()), part(self.claims.to_string()));
        let signature: Signature = self.key.sign(signed.as_bytes());
        format!("{signed}.{}", part(signature.to_bytes()))
    }
}

async fn token(app: &App, form: &Form, proof: Option<&Proof>) -> (u16, Value) {
    let mut request = app.http.post(format!("{}/token", app.issuer)).form(form);
    if let Some(proof) = proof {
        request = request.header("DPoP", proof.text());
    }
    let answer = request.send().await.unwrap();
    (answer.status().as_u16(), body(answer).await)
}

fn at_token(app: &App, jti: &str) -> Proof {
    honest(1, jti, "POST", &format!("{}/token", app.issuer))
}

/// A code that is bound to key 1.
async fn bound_code(app: &App) -> String {
    let mut form = request();
    form.insert("dpop_jkt", part(Sha256::digest(jwk(&key(1)).to_string())));
    let page = app.page(&form).await;
    callback_of(&app.press(&page, "kari", "idporten-loa-high", "login").await)["code"].clone()
}

#[tokio::test]
async fn a_bound_code_wants_its_own_key() {
    for app in App::both() {
        for proof in [None, Some(honest(2, "a", "POST", &format!("{}/token", app.issuer)))] {
            let code = bound_code(&app).await;
            let (status, answer) = token(&app, &exchange(&code), proof.as_ref()).await;
            assert_eq!((status, &answer["error"]), (400, &json!("invalid_grant")));
        }
        let code = bound_code(&app).await;
        let (status, answer) = token(&app, &exchange(&code), Some(&at_token(&app, "b"))).await;
        assert_eq!((status, &answer["token_type"]), (200, &json!("DPoP")));
    }
}

#[tokio::test]
async fn each_wrong_proof_is_refused() {
    for app in App::both() {
        let breaks: [Break; 10] = [
            ("typ", |p| p.header["typ"] = "JWT".into()),
            ("alg", |p| p.header["alg"] = "none".into()),
            ("private half", |p| p.header["jwk"]["d"] = "AAAA".into()),
            ("another key", |p| p.key = key(3)),
            ("method", |p| p.claims["htm"] = "GET".into()),
            ("address", |p| {
                p.claims["htu"] = "https://elsewhere.invalid/token".into()
            }),
            ("old", |p| p.claims["iat"] = json!(NOW - 61)),
            ("future", |p| p.claims["iat"] = json!(NOW + 61)),
            ("a hash of a token", |p| p.claims["ath"] = "x".into()),
            ("no name", |p| p.claims["jti"] = Value::Null),
        ];
        for (name, spoil) in breaks {
            let code = bound_code(&app).await;
            let mut proof = at_token(&app, name);
            spoil(&mut proof);
            let (status, answer) = token(&app, &exchange(&code), Some(&proof)).await;
            assert_eq!(
                (status, &answer["error"]),
                (400, &json!("invalid_dpop_proof")),
                "{name}"
            );
            let (status, _) = token(&app, &exchange(&code), Some(&at_token(&app, &format!("{name} again")))).await;
            assert_eq!(status, 200, "the code is not spent by a wrong proof: {name}");
        }
    }
}

#[tokio::test]
async fn a_proof_is_good_once_and_a_refresh_token_for_its_key() {
    for app in App::both() {
        let proof = at_token(&app, "once");
        let (_, tokens) = token(&app, &exchange(&bound_code(&app).await), Some(&proof)).await;
        let refresh = refreshing(tokens["refresh_token"].as_str().unwrap());
        let (_, answer) = token(&app, &refresh, Some(&proof)).await;
        assert_eq!(answer["error"], "invalid_dpop_proof", "used before");
        for other in [None, Some(honest(2, "c", "POST", &format!("{}/token", app.issuer)))] {
            assert_eq!(token(&app, &refresh, other.as_ref()).await.1["error"], "invalid_grant");
        }
        assert_eq!(token(&app, &refresh, Some(&at_token(&app, "d"))).await.0, 200);
    }
}

#[tokio::test]
async fn a_bound_token_opens_the_card_with_its_key_only() {
    for app in App::both() {
        let (_, tokens) = token(&app, &exchange(&bound_code(&app).await), Some(&at_token(&app, "e"))).await;
        let access = tokens["access_token"].as_str().unwrap();
        assert_eq!(app.card(access, None).await.status(), 401, "as a free token");
        let url = format!("{}/v1/card", app.sandbox.card_service);
        let ask = async |proof: Option<Proof>| {
            let request = app.http.get(&url).header("Authorization", format!("DPoP {access}"));
            let request = match proof {
                Some(proof) => request.header("DPoP", proof.text()),
                None => request,
            };
            request.send().await.unwrap().status().as_u16()
        };
        let with_hash = |number: u8, jti: &str| {
            let mut proof = honest(number, jti, "GET", &url);
            proof.claims["ath"] = part(Sha256::digest(access)).into();
            proof
        };
        assert_eq!(ask(None).await, 401);
        assert_eq!(
            ask(Some(honest(1, "f", "GET", &url))).await,
            401,
            "without the token's hash"
        );
        assert_eq!(ask(Some(with_hash(2, "g"))).await, 401, "by another key");
        assert_eq!(ask(Some(with_hash(1, "h"))).await, 200);
    }
}

#[tokio::test]
async fn a_nonce_is_wanted_when_switched_on_and_stands_in_every_answer() {
    for app in App::both() {
        app.sandbox.twist(Twist::DpopNonce).unwrap();
        let code = bound_code(&app).await;
        let first = app
            .http
            .post(format!("{}/token", app.issuer))
            .form(&exchange(&code))
            .header("DPoP", at_token(&app, "i").text())
            .send()
            .await
            .unwrap();
        let nonce = first.headers()["dpop-nonce"].to_str().unwrap().to_owned();
        assert_eq!(body(first).await["error"], "use_dpop_nonce");
        let mut proof = at_token(&app, "j");
        proof.claims["nonce"] = nonce.into();
        assert_eq!(token(&app, &exchange(&code), Some(&proof)).await.0, 200);
    }
}

/// The answer of the card number door to a form with this proof.
async fn knock(app: &App, form: &Form, proof: Option<&Proof>) -> (u16, Value) {
    let mut request = app.http.post(format!("{}/challenge", app.issuer)).form(form);
    if let Some(proof) = proof {
        request = request.header("DPoP", proof.text());
    }
    let answer = request.send().await.unwrap();
    (answer.status().as_u16(), body(answer).await)
}

fn at_challenge(app: &App, number: u8, jti: &str) -> Proof {
    honest(number, jti, "POST", &format!("{}/challenge", app.issuer))
}

#[tokio::test]
async fn a_code_of_the_card_number_door_is_bound_to_the_key_that_knocked() {
    let app = App::mediated();
    let pin = crate::challenge::asking(&app, "kari", crate::challenge::LOW, "pin", "4071");
    for (jti, number, status) in [("a", 1, 200), ("b", 2, 400)] {
        let (_, answer) = knock(&app, &pin, Some(&at_challenge(&app, 1, jti))).await;
        let mut form = exchange(answer["authorization_code"].as_str().unwrap());
        form.remove("redirect_uri");
        let proof = honest(
            number,
            &format!("{jti} again"),
            "POST",
            &format!("{}/token", app.issuer),
        );
        let (seen, tokens) = token(&app, &form, Some(&proof)).await;
        assert_eq!(seen, status);
        if status == 200 {
            let url = format!("{}/v1/devices", app.sandbox.card_service);
            let access = tokens["access_token"].as_str().unwrap();
            let mut proof = honest(1, "devices", "GET", &url);
            proof.claims["ath"] = part(Sha256::digest(access)).into();
            let request = app.http.get(&url).header("Authorization", format!("DPoP {access}"));
            let answer = request.header("DPoP", proof.text()).send().await.unwrap();
            assert_eq!(
                answer.headers()["www-authenticate"],
                "DPoP error=\"insufficient_user_authentication\", acr_values=\"idporten-loa-substantial\""
            );
        }
    }
}

#[tokio::test]
async fn a_one_time_code_comes_with_the_same_key() {
    let app = App::mediated();
    let pin = crate::challenge::asking(&app, "ola", crate::challenge::LOW, "pin", "8316");
    for (number, status) in [(2, 400), (1, 200)] {
        let (_, half) = knock(&app, &pin, Some(&at_challenge(&app, 1, &format!("first {number}")))).await;
        let form = crate::app::form(&[
            ("client_id", crate::app::CLIENT),
            ("auth_session", half["auth_session"].as_str().unwrap()),
            ("otp", "161803"),
        ]);
        let proof = at_challenge(&app, number, &format!("second {number}"));
        assert_eq!(knock(&app, &form, Some(&proof)).await.0, status);
    }
    app.sandbox.twist(Twist::DpopNonce).unwrap();
    let (_, answer) = knock(&app, &pin, Some(&at_challenge(&app, 1, "third"))).await;
    assert_eq!(answer["error"], "use_dpop_nonce");
}

#[tokio::test]
async fn a_proof_with_the_push_binds_the_code_as_well_as_dpop_jkt_and_must_agree_with_it() {
    let app = App::new();
    let par = format!("{}/par", app.issuer);
    let push = async |jti: &str, jkt: Option<String>| {
        let mut form = request();
        if let Some(jkt) = jkt {
            form.insert("dpop_jkt", jkt);
        }
        let proof = honest(1, jti, "POST", &par).text();
        let answer = app
            .http
            .post(&par)
            .form(&form)
            .header("DPoP", proof)
            .send()
            .await
            .unwrap();
        (answer.status().as_u16(), body(answer).await)
    };
    let thumbprint = |number| part(Sha256::digest(jwk(&key(number)).to_string()));
    assert_eq!(push("a", None).await.0, 201);
    assert_eq!(push("b", Some(thumbprint(1))).await.0, 201);
    let (status, answer) = push("c", Some(thumbprint(2))).await;
    assert_eq!((status, answer["error"].as_str()), (400, Some("invalid_request")));
}
