//! Each twist of the id_token, as it is on the wire.

use card_sandbox::{Sandbox, Twist};
use serde_json::{Value, json};

use crate::app::{App, CLIENT, NOW, json as body, open, refreshing, verified};

async fn id_token(app: &App, twist: Twist) -> String {
    app.sandbox.clear_faults();
    app.sandbox.twist(twist).unwrap();
    app.tokens("kari").await["id_token"].as_str().unwrap().to_owned()
}

fn signed(token: &str, keys: &Value) -> bool {
    verified(token, keys).is_some()
}

/// Twist, claim, and what it is then.
fn claims(sandbox: &Sandbox) -> Vec<(Twist, &'static str, Value)> {
    let none = Value::Null;
    vec![
        (Twist::WrongNonce, "nonce", json!("a-nonce-of-somebody-else")),
        (Twist::NonceMissing, "nonce", none.clone()),
        (Twist::WrongIss, "iss", json!("https://issuer.invalid")),
        (Twist::IssMissing, "iss", none.clone()),
        (Twist::IssTrailingSlash, "iss", json!(format!("{}/", sandbox.issuer))),
        (Twist::WrongAud, "aud", json!("another-client")),
        (Twist::ExtraAud, "aud", json!([CLIENT, "another-client"])),
        (Twist::AudArray, "aud", json!([CLIENT])),
        (Twist::AudEmpty, "aud", json!([])),
        (Twist::AudMissing, "aud", none.clone()),
        (Twist::AzpOther, "azp", json!("another-client")),
        (Twist::Expired, "exp", json!(NOW - 600)),
        (Twist::ExpMissing, "exp", none.clone()),
        (Twist::ExpFraction, "exp", json!(1_795_000_120.5)),
        (Twist::ExpString, "exp", json!((NOW + 120).to_string())),
        (Twist::IatFuture, "iat", json!(NOW + 3600)),
        (Twist::IatOld, "iat", json!(NOW - 3600)),
        (Twist::IatMissing, "iat", none.clone()),
        (Twist::NbfFuture, "nbf", json!(NOW + 3600)),
        (Twist::AuthTimeOld, "auth_time", json!(NOW - 3600)),
        (Twist::AuthTimeFuture, "auth_time", json!(NOW + 3600)),
        (Twist::AuthTimeMissing, "auth_time", none.clone()),
        (Twist::AcrLow, "acr", json!("idporten-loa-low")),
        (Twist::AcrMissing, "acr", none.clone()),
        (Twist::AcrEmpty, "acr", json!("")),
        (Twist::AcrUnknown, "acr", json!("idporten-loa-absolute")),
        (Twist::AcrCase, "acr", json!("Idporten-Loa-High")),
        (Twist::AcrEidas, "acr", json!("eidas-loa-high")),
        (Twist::AcrEmail, "acr", json!("selfregistered-email")),
        (Twist::AmrString, "amr", json!("TestID")),
        (Twist::AmrMissing, "amr", none.clone()),
        (Twist::AmrUnknown, "amr", json!(["an-eid-of-tomorrow"])),
        (Twist::SubMissing, "sub", none.clone()),
        (Twist::SubEmpty, "sub", json!("")),
        (Twist::SubLong, "sub", json!("s".repeat(300))),
        (Twist::PidMissing, "pid", none),
        (Twist::PidShort, "pid", json!("123")),
        (Twist::OnBehalfOf, "client_onbehalfof", json!("somebody-else")),
        (
            Twist::AuthorizationDetails,
            "authorization_details",
            json!([{ "type": "idporten:fullmakt", "permissions": ["nobody-asked"] }]),
        ),
        (Twist::AuthorizationDetailsEmpty, "authorization_details", json!([])),
    ]
}

#[tokio::test]
async fn each_claim_can_be_wrong_under_a_good_signature() {
    let app = App::new();
    let keys = app.keys().await;
    for (twist, claim, value) in claims(&app.sandbox) {
        let claims = verified(&id_token(&app, twist).await, &keys).expect("a good signature");
        assert_eq!(claims.get(claim).cloned().unwrap_or_default(), value, "{twist:?}");
    }
}

#[tokio::test]
async fn times_that_are_moved_stay_a_life_apart() {
    let app = App::new();
    for twist in [Twist::Expired, Twist::IatFuture] {
        let (_, claims) = open(&id_token(&app, twist).await);
        assert_eq!(
            claims["exp"].as_i64().unwrap() - claims["iat"].as_i64().unwrap(),
            120,
            "{twist:?}"
        );
    }
}

#[tokio::test]
async fn a_check_digit_can_be_wrong_and_a_hash_right_or_wrong() {
    let app = App::new();
    let (_, honest) = open(app.tokens("kari").await["id_token"].as_str().unwrap());
    let (_, claims) = open(&id_token(&app, Twist::PidCheckDigit).await);
    let (right, wrong) = (honest["pid"].as_str().unwrap(), claims["pid"].as_str().unwrap());
    assert!(wrong != right && wrong.len() == 11 && wrong[..10] == right[..10]);
    assert!(honest.get("at_hash").is_none());

    for (twist, fits) in [(Twist::AtHashRight, true), (Twist::AtHashWrong, false)] {
        use base64::Engine;
        use sha2::Digest;
        app.sandbox.clear_faults();
        app.sandbox.twist(twist).unwrap();
        let tokens = app.tokens("kari").await;
        let hash = sha2::Sha256::digest(tokens["access_token"].as_str().unwrap());
        let expected = base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(&hash[..16]);
        let (_, claims) = open(tokens["id_token"].as_str().unwrap());
        assert_eq!(claims["at_hash"] == expected.as_str(), fits, "{twist:?}");
    }
}

#[tokio::test]
async fn each_header_can_be_wrong_under_a_good_signature() {
    let app = App::new();
    let keys = app.keys().await;
    let kid = keys["keys"][0]["kid"].clone();
    for (twist, name, value) in [
        (Twist::HeaderJku, "jku", json!("https://keys.invalid/jwks.json")),
        (Twist::HeaderX5u, "x5u", json!("https://keys.invalid/chain.pem")),
        (Twist::HeaderCrit, "crit", json!(["unheard-of"])),
        (Twist::TypAccess, "typ", json!("at+jwt")),
        (Twist::TypLogout, "typ", json!("logout+jwt")),
        (Twist::HeaderJwk, "kid", kid.clone()),
        (Twist::HeaderX5c, "kid", kid),
    ] {
        let token = id_token(&app, twist).await;
        assert_eq!(open(&token).0[name], value, "{twist:?}");
        assert!(signed(&token, &keys), "{twist:?}");
    }
    assert_eq!(open(&id_token(&app, Twist::HeaderJwk).await).0["jwk"]["kty"], "RSA");
    assert!(open(&id_token(&app, Twist::HeaderX5c).await).0["x5c"].is_array());
    let unknown = open(&id_token(&app, Twist::UnknownKid).await).0;
    assert_eq!(unknown["kid"], "a-kid-of-somebody-else");
    assert!(open(&id_token(&app, Twist::NoKid).await).0.get("kid").is_none());
}

#[tokio::test]
async fn each_algorithm_can_be_another() {
    for app in App::both() {
        for (twist, alg, length) in [
            (Twist::AlgNone, "none", 0),
            (Twist::AlgHs256, "HS256", 43),
            (Twist::AlgEs256, "ES256", 86),
            (Twist::AlgRs384, "RS384", 342),
        ] {
            let token = id_token(&app, twist).await;
            assert_eq!(open(&token).0["alg"], alg);
            assert_eq!(token.rsplit('.').next().unwrap().len(), length, "{twist:?}");
        }
    }
}

#[tokio::test]
async fn a_public_key_as_a_secret_really_signs() {
    use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD as B64};
    use rsa::pkcs8::{EncodePublicKey, LineEnding};
    use sha2::{Digest, Sha256};
    let app = App::new();
    let key = app.keys().await["keys"][0].clone();
    let number = |name: &str| rsa::BigUint::from_bytes_be(&B64.decode(key[name].as_str().unwrap()).unwrap());
    let key = rsa::RsaPublicKey::new(number("n"), number("e")).unwrap();
    let secret = Sha256::digest(key.to_public_key_pem(LineEnding::LF).unwrap());
    let pad = |with: u8| {
        (0..64)
            .map(|at| secret.get(at).copied().unwrap_or(0) ^ with)
            .collect::<Vec<_>>()
    };
    let token = id_token(&app, Twist::AlgHs256).await;
    let (input, signature) = token.rsplit_once('.').unwrap();
    let inner = Sha256::digest([pad(0x36), input.as_bytes().to_vec()].concat());
    let outer = Sha256::digest([pad(0x5c), inner.to_vec()].concat());
    assert_eq!(signature, B64.encode(outer));
}

#[tokio::test]
async fn signatures_and_shapes_can_be_wrong() {
    for app in App::both() {
        let keys = app.keys().await;
        for twist in [Twist::BadSignature, Twist::PayloadChanged] {
            let token = id_token(&app, twist).await;
            assert_eq!(open(&token).0["alg"], "RS256");
            assert!(!signed(&token, &keys), "{twist:?}");
        }
        assert_eq!(id_token(&app, Twist::Truncated).await.split('.').count(), 2);
        assert_eq!(id_token(&app, Twist::Jwe).await.split('.').count(), 5);
    }
}

#[tokio::test]
async fn payloads_can_be_what_no_library_writes() {
    use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD as B64};
    let app = App::new();
    let payload = async |twist| {
        B64.decode(id_token(&app, twist).await.split('.').nth(1).unwrap())
            .unwrap()
    };
    let text = async |twist| String::from_utf8(payload(twist).await).unwrap();
    assert!(
        text(Twist::ExpOverflow)
            .await
            .contains("\"exp\":99999999999999999999999999,")
    );
    let twice = text(Twist::PayloadDuplicate).await;
    assert!(twice.starts_with("{\"sub\":\"a-sub-of-somebody-else\",") && twice.matches("\"sub\":").count() == 2);
    assert!(text(Twist::PayloadHuge).await.len() > 1024 * 1024);
    assert!(text(Twist::PayloadDeep).await.contains(&"[".repeat(5000)));
    assert!(String::from_utf8(payload(Twist::PayloadNotUtf8).await).is_err());
}

#[tokio::test]
async fn a_refreshed_id_token_can_be_of_another_login() {
    let app = App::new();
    let first = app.tokens("kari").await;
    let (_, before) = open(first["id_token"].as_str().unwrap());
    let mut refresh = first["refresh_token"].as_str().unwrap().to_owned();
    for (twist, claim, value) in [
        (Twist::RefreshOtherSub, "sub", json!("somebody-else")),
        (Twist::RefreshOtherIss, "iss", json!("https://issuer.invalid")),
        (Twist::RefreshOtherAud, "aud", json!("another-client")),
        (Twist::RefreshOtherNonce, "nonce", json!("a-nonce-of-somebody-else")),
        (Twist::RefreshOtherAuthTime, "auth_time", json!(NOW - 3600)),
    ] {
        app.sandbox.clear_faults();
        app.sandbox.twist(twist).unwrap();
        let honest = app.tokens("kari").await;
        let (_, untouched) = open(honest["id_token"].as_str().unwrap());
        assert_eq!(untouched[claim], before[claim], "only at a refresh: {twist:?}");
        let next = body(app.post("/token", &refreshing(&refresh)).await).await;
        let (_, claims) = open(next["id_token"].as_str().unwrap());
        assert_eq!(claims[claim], value, "{twist:?}");
        refresh = next["refresh_token"].as_str().unwrap().to_owned();
    }
}
