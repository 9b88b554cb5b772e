//! Answers of the token endpoint.

use card_core::{
    Error, RefusedCheck, Result,
    domain::{level::Level, secret::Secret, timestamp::Timestamp},
    ports::{SignIn, Tokens},
    session::kept::{Person, Session},
};
use serde_json::{Value, json};

use crate::{
    NOW,
    provider::{ACCESS, CLIENT, Provider},
};

/// What is done to the answer, and its name or what comes of it.
type Case<T> = (T, fn(&mut Value));

async fn renew(provider: &Provider) -> Result<Tokens> {
    let session = Session {
        refresh: Secret::new("old".to_owned()),
        person: Person {
            subject: "s".repeat(96),
            signed_in_at: Some(Timestamp(NOW + 28)),
            level: Level::High,
            nonce: Secret::new("of the sign-in".to_owned()),
        },
        proof_key: None,
        registering: false,
    };
    SignIn::renew(&provider.client, session, Timestamp(NOW)).await
}

async fn signed_in(answer: fn(&mut Value)) -> Result<Tokens> {
    let provider = Provider::start();
    provider.grant(move |grant| answer(&mut grant.answer));
    provider.sign_in().await
}

#[tokio::test]
async fn an_honest_answer_gives_tokens() {
    let tokens = signed_in(|_| ()).await.unwrap();
    assert_eq!(tokens.pass.access.expose(), ACCESS);
    assert_eq!(tokens.access_until, Timestamp(NOW + 30 + 120));
    assert_eq!(tokens.refresh.unwrap().expose(), "refresh");
}

#[tokio::test]
async fn item_31_the_token_type_has_no_case() {
    assert!(signed_in(|answer| answer["token_type"] = "bEARER".into()).await.is_ok());
}

#[tokio::test]
async fn item_31_33_an_answer_that_lacks_something_is_refused() {
    let edits: Vec<Case<&str>> = vec![
        ("no access token", |answer| answer["access_token"] = Value::Null),
        ("empty access token", |answer| answer["access_token"] = "".into()),
        ("no type", |answer| answer["token_type"] = Value::Null),
        ("DPoP", |answer| answer["token_type"] = "DPoP".into()),
        ("no id_token", |answer| answer["id_token"] = Value::Null),
        ("no object", |answer| answer["refresh_token"] = json!([1])),
    ];
    for (name, edit) in edits {
        let wrong = Error::SignInRefused(RefusedCheck::TokenResponse);
        assert_eq!(signed_in(edit).await.err(), Some(wrong), "{name}");
    }
}

#[tokio::test]
async fn item_32_any_lifetime_is_survived() {
    let cases: Vec<Case<i64>> = vec![
        (120, |answer| answer["expires_in"] = Value::Null),
        (600, |answer| answer["expires_in"] = json!("600")),
        (120, |answer| answer["expires_in"] = json!("soon")),
        (120, |answer| answer["expires_in"] = json!([])),
        (10, |answer| answer["expires_in"] = json!(-1)),
        (10, |answer| answer["expires_in"] = json!(0)),
        (120, |answer| answer["expires_in"] = json!(1.5)),
        (86_400, |answer| answer["expires_in"] = json!(u64::MAX)),
        (86_400, |answer| answer["expires_in"] = json!(i64::MAX)),
    ];
    for (seconds, edit) in cases {
        let tokens = signed_in(edit).await.unwrap();
        assert_eq!(tokens.access_until.since(Timestamp(NOW + 30)), seconds);
    }
}

#[tokio::test]
async fn item_34_less_than_was_asked_is_said_and_more_is_no_trouble() {
    let less = signed_in(|answer| answer["scope"] = "openid profile".into())
        .await
        .err();
    assert_eq!(less, Some(Error::SignInRefused(RefusedCheck::Scope)));
    for enough in [
        "nb:bibliotekkortet openid profile",
        "openid profile email nb:bibliotekkortet",
    ] {
        let provider = Provider::start();
        provider.grant(move |grant| grant.answer["scope"] = enough.into());
        assert!(provider.sign_in().await.is_ok(), "{enough}");
    }
}

#[tokio::test]
async fn item_65_a_renewal_sends_the_old_token_and_may_bring_no_new_one() {
    let provider = Provider::start();
    provider.grant(|grant| grant.answer = json!({ "access_token": "new", "token_type": "Bearer", "id_token": null }));
    let tokens = renew(&provider).await.unwrap();
    assert_eq!(tokens.pass.access.expose(), "new");
    assert!(tokens.refresh.is_none());
    let form = provider.server.seen().pop().unwrap().form();
    assert_eq!(form["grant_type"], "refresh_token");
    assert_eq!(form["refresh_token"], "old");
    assert_eq!(form["client_id"], CLIENT);
}

#[tokio::test]
async fn item_35_refusals_are_told_apart() {
    for (status, answer, expected) in [
        (400, json!({ "error": "invalid_grant" }), Error::SignInExpired),
        (400, json!({ "message": "?" }), service("unexpected json")),
        (204, json!({}), service("unexpected status")),
        (500, json!({ "error": "invalid_grant" }), service("server error")),
    ] {
        let provider = Provider::start();
        provider.grant(move |grant| {
            grant.status = status;
            grant.answer = answer.clone();
        });
        assert_eq!(renew(&provider).await.err(), Some(expected.clone()));
        assert_eq!(provider.sign_in().await.err(), Some(expected));
        let codes = provider
            .server
            .seen()
            .into_iter()
            .filter(|seen| seen.body.contains("code=code"))
            .count();
        assert_eq!(codes, 1, "a code is sent once");
    }
}

#[tokio::test]
async fn item_67_a_renewed_id_token_speaks_of_the_same_person_provider_and_client() {
    let honest: Vec<Case<&str>> = vec![
        ("without a nonce", |_| ()),
        ("with the same nonce", |claims| {
            claims["nonce"] = "of the sign-in".into()
        }),
        ("without a time of sign-in", |claims| claims["auth_time"] = Value::Null),
    ];
    let others: Vec<Case<&str>> = vec![
        ("somebody else", |claims| claims["sub"] = "somebody else".into()),
        ("nobody", |claims| claims["sub"] = Value::Null),
        ("another provider", |claims| {
            claims["iss"] = "https://idporten.no".into()
        }),
        ("another client", |claims| claims["aud"] = "another-app".into()),
        ("another party", |claims| claims["azp"] = "another-app".into()),
        ("another nonce", |claims| claims["nonce"] = "of another".into()),
        ("a newer sign-in", |claims| claims["auth_time"] = json!(NOW + 29)),
        ("run out", |claims| claims["exp"] = json!(NOW - 10)),
    ];
    for (name, edit) in honest {
        assert!(renewed(edit).await.is_ok(), "{name}");
    }
    for (name, edit) in others {
        assert_eq!(renewed(edit).await.err(), Some(Error::SignInExpired), "{name}");
    }
}

async fn renewed(edit: fn(&mut Value)) -> Result<Tokens> {
    let provider = Provider::start();
    provider.grant(move |grant| {
        grant.claims["nonce"] = Value::Null;
        edit(&mut grant.claims);
    });
    renew(&provider).await
}

#[tokio::test]
async fn item_35_68_a_client_that_is_not_taken_is_told_at_sign_in_and_ends_the_session_at_renewal() {
    for error in ["invalid_client", "unauthorized_client", "unsupported_grant_type"] {
        let provider = Provider::start();
        provider.grant(move |grant| {
            grant.status = 400;
            grant.answer = json!({ "error": error });
        });
        let request = Error::SignInRefused(RefusedCheck::Request);
        assert_eq!(provider.sign_in().await.err(), Some(request), "{error}");
        assert_eq!(renew(&provider).await.err(), Some(Error::SignInExpired), "{error}");
    }
}

fn service(what: &'static str) -> Error {
    Error::Service {
        at: "token",
        what,
        retry_after_s: None,
    }
}
