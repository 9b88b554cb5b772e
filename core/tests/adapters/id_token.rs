//! Tokens that are wrong in one way each. Signed here; the honest one passes, so each refusal is for that one way.

use std::sync::LazyLock;

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use card_core::{
    Error, RefusedCheck,
    domain::national_id::{NationalId, Policy},
};
use rsa::{RsaPrivateKey, rand_core::OsRng};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::{
    NOW,
    provider::{ACCESS, CLIENT, FOREIGN, Grant, OWN, Provider, jwk},
};

type Case = (&'static str, fn(&mut Grant));

/// The exchange takes place then.
const END: i64 = NOW + 30;
static SMALL: LazyLock<RsaPrivateKey> = LazyLock::new(|| RsaPrivateKey::new(&mut OsRng, 1024).unwrap());

async fn outcome(provider: &Provider, edit: fn(&mut Grant)) -> Option<Error> {
    provider.grant(edit);
    provider.sign_in().await.err()
}

pub(crate) async fn all_refused(expected: Error, cases: &[Case]) {
    let provider = Provider::start();
    for (name, edit) in cases {
        assert_eq!(outcome(&provider, *edit).await, Some(expected.clone()), "{name}");
    }
}

pub(crate) async fn all_accepted(cases: &[Case]) {
    let provider = Provider::start();
    for (name, edit) in cases {
        assert_eq!(outcome(&provider, *edit).await, None, "{name}");
    }
}

pub(crate) fn refused(check: RefusedCheck) -> Error {
    Error::SignInRefused(check)
}

#[tokio::test]
async fn item_42_47_53_54_56_57_58_59_honest_tokens_pass() {
    all_accepted(&[
        ("as ID-porten makes them", |_| ()),
        ("aud as a list", |g| g.claims["aud"] = json!([CLIENT])),
        ("azp is we", |g| g.claims["azp"] = CLIENT.into()),
        ("amr as text", |g| g.claims["amr"] = "BankID".into()),
        ("no amr", |g| g.claims["amr"] = Value::Null),
        ("the very level", |g| {
            g.claims["acr"] = "idporten-loa-substantial".into()
        }),
        ("a pid", |g| g.claims["pid"] = pid().into()),
        ("for oneself", |g| {
            g.claims["client_onbehalfof"] = json!([]);
            g.claims["authorization_details"] = json!([]);
        }),
        ("no kid, one key", |g| g.header["kid"] = Value::Null),
        ("no typ", |g| g.header["typ"] = Value::Null),
        ("typ in lower case", |g| g.header["typ"] = "application/jwt".into()),
        ("a key in the header that we don't read", |g| {
            g.header["jwk"] = jwk("evil", &FOREIGN)
        }),
        ("the right at_hash", |g| {
            let hash = Sha256::digest(ACCESS);
            g.claims["at_hash"] = URL_SAFE_NO_PAD.encode(&hash[..16]).into();
        }),
        ("single sign-on", |g| g.claims["auth_time"] = json!(NOW - 7000)),
        ("clocks a little apart", |g| g.claims["iat"] = json!(END + 10)),
        ("just run out", |g| g.claims["exp"] = json!(END - 9)),
        ("the longest sub", |g| g.claims["sub"] = "s".repeat(255).into()),
    ])
    .await;
}

#[tokio::test]
async fn item_37_38_39_40_44_signature_header_and_key() {
    all_refused(
        refused(RefusedCheck::Signature),
        &[
            ("foreign key", |g| g.key = &FOREIGN),
            ("foreign key with itself in the header", |g| {
                g.key = &FOREIGN;
                g.header["jwk"] = jwk("own", &FOREIGN);
            }),
            ("unknown kid", |g| g.header["kid"] = "other".into()),
            ("alg none", |g| g.header["alg"] = "none".into()),
            ("alg HS256", |g| g.header["alg"] = "HS256".into()),
            ("alg RS384", |g| g.header["alg"] = "RS384".into()),
            ("alg in lower case", |g| g.header["alg"] = "rs256".into()),
            ("no alg", |g| g.header["alg"] = Value::Null),
            ("an access token", |g| g.header["typ"] = "at+jwt".into()),
            ("a logout token", |g| g.header["typ"] = "logout+jwt".into()),
            ("crit", |g| g.header["crit"] = json!(["exp"])),
            ("nested", |g| g.header["cty"] = "JWT".into()),
            ("no signature", |g| g.spoil = |t| t[..=t.rfind('.').unwrap()].to_owned()),
            ("two parts", |g| g.spoil = |t| t[..t.rfind('.').unwrap()].to_owned()),
            ("five parts", |g| g.spoil = |t| format!("{t}.e30.e30")),
            ("padding", |g| g.spoil = |t| format!("{t}=")),
            ("cut", |g| g.spoil = |t| t[..t.len() - 8].to_owned()),
            ("other claims under the same signature", |g| g.spoil = swapped),
            ("empty", |g| g.spoil = |_| String::new()),
            ("not ASCII", |g| g.spoil = |t| t.replace('.', "ø")),
        ],
    )
    .await;
}

fn swapped(token: String) -> String {
    let parts: Vec<&str> = token.split('.').collect();
    let mut claims: Value = serde_json::from_slice(&URL_SAFE_NO_PAD.decode(parts[1]).unwrap()).unwrap();
    claims["sub"] = "somebody else".into();
    [parts[0], &URL_SAFE_NO_PAD.encode(claims.to_string()), parts[2]].join(".")
}

#[tokio::test]
async fn item_43_a_key_made_for_other_things_signs_nothing() {
    for (name, member, value) in [
        ("for encryption", "use", json!("enc")),
        ("for another algorithm", "alg", json!("RS512")),
        ("of another kind", "kty", json!("oct")),
    ] {
        let provider = Provider::start();
        let mut key = jwk("own", &OWN);
        key[member] = value;
        provider.keys(json!([key, 7, { "kty": "OKP" }]));
        assert_eq!(
            outcome(&provider, |_| ()).await,
            Some(refused(RefusedCheck::Signature)),
            "{name}"
        );
    }
    let provider = Provider::start();
    provider.keys(json!([jwk("own", &SMALL)]));
    assert_eq!(
        outcome(&provider, |g| g.key = &SMALL).await,
        Some(refused(RefusedCheck::Signature))
    );
}

#[tokio::test]
async fn item_43_a_key_for_encryption_stands_in_no_other_keys_way() {
    let provider = Provider::start();
    let mut twin = jwk("own", &OWN);
    twin["use"] = "enc".into();
    provider.keys(json!([twin, jwk("own", &OWN)]));
    assert_eq!(outcome(&provider, |_| ()).await, None);
}

#[tokio::test]
async fn item_42_43_among_several_keys_the_token_must_name_one() {
    let provider = Provider::start();
    provider.keys(json!([jwk("own", &OWN), jwk("next", &FOREIGN)]));
    assert_eq!(outcome(&provider, |_| ()).await, None);
    let nameless = outcome(&provider, |g| g.header["kid"] = Value::Null).await;
    assert_eq!(nameless, Some(refused(RefusedCheck::Signature)));
    let twins = Provider::start();
    twins.keys(json!([jwk("own", &OWN), jwk("own", &FOREIGN)]));
    assert_eq!(outcome(&twins, |_| ()).await, Some(refused(RefusedCheck::Signature)));
}

#[tokio::test]
async fn item_41_an_unknown_key_is_asked_for_once() {
    let provider = Provider::start();
    provider.sign_in().await.unwrap();
    let fetches = |provider: &Provider| provider.server.paths().iter().filter(|p| *p == "/jwks.json").count();
    assert_eq!(fetches(&provider), 1);
    provider.keys(json!([jwk("new", &FOREIGN)]));
    let rotated: fn(&mut Grant) = |g| {
        g.key = &FOREIGN;
        g.header["kid"] = "new".into();
    };
    assert_eq!(outcome(&provider, rotated).await, None);
    assert_eq!(outcome(&provider, rotated).await, None);
    assert_eq!(fetches(&provider), 2);
    let error = outcome(&provider, |g| g.header["kid"] = "never".into()).await;
    assert_eq!(error, Some(refused(RefusedCheck::Signature)));
    assert_eq!(fetches(&provider), 3);
}

#[tokio::test]
async fn item_45_46_47_48_issuer_and_audience() {
    all_refused(
        refused(RefusedCheck::Issuer),
        &[
            ("no iss", |g| g.claims["iss"] = Value::Null),
            ("other iss", |g| g.claims["iss"] = "https://idporten.no".into()),
            ("one slash more", |g| {
                g.claims["iss"] = format!("{}/", g.claims["iss"].as_str().unwrap()).into()
            }),
        ],
    )
    .await;
    all_refused(
        refused(RefusedCheck::Audience),
        &[
            ("no aud", |g| g.claims["aud"] = Value::Null),
            ("other aud", |g| g.claims["aud"] = "another-app".into()),
            ("empty aud", |g| g.claims["aud"] = json!([])),
            ("one beside us", |g| g.claims["aud"] = json!([CLIENT, "another-app"])),
            ("made for another party", |g| g.claims["azp"] = "another-app".into()),
        ],
    )
    .await;
}

#[tokio::test]
async fn item_49_51_times() {
    all_refused(
        refused(RefusedCheck::Time),
        &[
            ("no exp", |g| g.claims["exp"] = Value::Null),
            ("run out", |g| g.claims["exp"] = json!(END - 10)),
            ("no iat", |g| g.claims["iat"] = Value::Null),
            ("made tomorrow", |g| g.claims["iat"] = json!(END + 11)),
            ("made before the attempt", |g| g.claims["iat"] = json!(NOW - 11)),
            ("not yet", |g| g.claims["nbf"] = json!(END + 11)),
            ("signed in tomorrow", |g| g.claims["auth_time"] = json!(END + 11)),
            ("signed in at no time", |g| g.claims["auth_time"] = json!(0)),
        ],
    )
    .await;
}

#[tokio::test]
async fn item_52_nonce() {
    all_refused(
        refused(RefusedCheck::Nonce),
        &[
            ("no nonce", |g| g.claims["nonce"] = Value::Null),
            ("other nonce", |g| g.claims["nonce"] = "x".repeat(43).into()),
            ("empty nonce", |g| g.claims["nonce"] = "".into()),
        ],
    )
    .await;
}

#[tokio::test]
async fn item_49_53_57_impossible_claims() {
    all_refused(
        refused(RefusedCheck::Claims),
        &[
            ("no sub", |g| g.claims["sub"] = Value::Null),
            ("empty sub", |g| g.claims["sub"] = "".into()),
            ("endless sub", |g| g.claims["sub"] = "s".repeat(256).into()),
            ("sub that isn't ASCII", |g| g.claims["sub"] = "Kåre".into()),
            ("wrong at_hash", |g| {
                g.claims["at_hash"] = "AAAAAAAAAAAAAAAAAAAAAA".into()
            }),
            ("exp as text", |g| g.claims["exp"] = "1795000149".into()),
            ("exp with a fraction", |g| g.claims["exp"] = json!(1_795_000_149.5)),
            ("exp beyond numbers", |g| g.claims["exp"] = json!(u64::MAX)),
            ("no object", |g| g.claims = json!([1])),
        ],
    )
    .await;
}

/// A synthetic one: some number of the first of January 1950, with 80 added to the month, that fits its control digits.
pub(crate) fn pid() -> String {
    let number = |serial: u64| format!("018150{serial:05}");
    let fits = |pid: &String| NationalId::parse(pid, Policy::SyntheticOnly).is_ok();
    (0..100_000).map(number).find(fits).unwrap()
}

#[tokio::test]
async fn item_58_59_a_pid_that_is_none_and_acting_for_somebody_are_refused() {
    all_refused(
        refused(RefusedCheck::Claims),
        &[
            ("pid with a digit changed", |g| {
                let pid = pid();
                let last = (pid.as_bytes()[10] - b'0' + 1) % 10;
                g.claims["pid"] = format!("{}{last}", &pid[..10]).into();
            }),
            ("pid too short", |g| g.claims["pid"] = pid()[..10].into()),
            ("pid with a space", |g| {
                let pid = pid();
                g.claims["pid"] = format!("{} {}", &pid[..6], &pid[6..]).into();
            }),
            ("pid as a number", |g| g.claims["pid"] = json!(1)),
            ("empty pid", |g| g.claims["pid"] = "".into()),
            ("on behalf of", |g| g.claims["client_onbehalfof"] = "somebody".into()),
            ("details", |g| {
                g.claims["authorization_details"] = json!([{ "type": "ansattporten:altinn:resource" }])
            }),
        ],
    )
    .await;
}

#[tokio::test]
async fn item_55_a_new_sign_in_must_be_new() {
    for (name, auth_time, fits) in [
        ("during the attempt", json!(END - 2), true),
        ("before it", json!(NOW - 11), false),
        ("at no known time", Value::Null, false),
    ] {
        let provider = Provider::start();
        provider.grant(move |g| g.claims["auth_time"] = auth_time.clone());
        assert_eq!(provider.sign_in_anew().await.is_ok(), fits, "{name}");
    }
}

/// The whole token is made at the provider's time, `there` seconds off ours.
async fn with_clocks_apart(there: i64, told: bool) -> Option<Error> {
    let provider = Provider::start();
    provider.grant(move |g| {
        for claim in ["iat", "exp", "auth_time"] {
            g.claims[claim] = json!(g.claims[claim].as_i64().unwrap() + there);
        }
        g.date = told.then_some(END + there);
    });
    provider.sign_in().await.err()
}

#[tokio::test]
async fn item_50_a_wrong_clock_is_made_up_for_up_to_an_hour_and_then_said() {
    for there in [0, 5, -5, 180, -180, 3600, -3600] {
        assert_eq!(with_clocks_apart(there, true).await, None, "{there}");
    }
    for there in [3601, -3601, 86_400 * 400] {
        assert_eq!(
            with_clocks_apart(there, true).await,
            Some(refused(RefusedCheck::Clock)),
            "{there}"
        );
    }
    assert_eq!(
        with_clocks_apart(180, false).await,
        Some(refused(RefusedCheck::Time)),
        "nobody told the time"
    );
}

#[tokio::test]
async fn item_54_level() {
    all_refused(
        Error::LevelTooLow,
        &[
            ("lower", |g| g.claims["acr"] = "idporten-loa-low".into()),
            ("missing", |g| g.claims["acr"] = Value::Null),
            ("empty", |g| g.claims["acr"] = "".into()),
            ("other case", |g| g.claims["acr"] = "IDPORTEN-LOA-HIGH".into()),
            ("of another scheme", |g| g.claims["acr"] = "eidas-loa-high".into()),
            ("unknown", |g| g.claims["acr"] = "Level4".into()),
        ],
    )
    .await;
}
