use card_sandbox::Twist;

use crate::app::{App, HIGH, REDIRECT, request};

/// The query of the callback, in its order.
async fn query(app: &App, twist: Twist, action: &str) -> (String, Vec<(String, String)>) {
    app.sandbox.clear_faults();
    app.sandbox.twist(twist).unwrap();
    let page = app.page(&request()).await;
    let answer = app.press(&page, "kari", HIGH, action).await;
    let target = answer.headers()["location"].to_str().unwrap();
    let query = target.strip_prefix(&format!("{REDIRECT}?")).unwrap().to_owned();
    let pairs = url::form_urlencoded::parse(query.as_bytes()).into_owned().collect();
    (query, pairs)
}

fn all<'a>(pairs: &'a [(String, String)], name: &str) -> Vec<&'a str> {
    pairs.iter().filter(|it| it.0 == name).map(|it| it.1.as_str()).collect()
}

#[tokio::test]
async fn parameters_can_come_twice_together_or_not_at_all() {
    for app in App::both() {
        for (twist, counts) in [
            (Twist::CallbackTwoCodes, [2, 0, 1, 1]),
            (Twist::CallbackTwoStates, [1, 0, 2, 1]),
            (Twist::CallbackTwoIss, [1, 0, 1, 2]),
            (Twist::CallbackTwoErrors, [0, 2, 1, 1]),
            (Twist::CallbackCodeAndError, [1, 1, 1, 1]),
            (Twist::CallbackNeither, [0, 0, 1, 1]),
            (Twist::CallbackNoState, [1, 0, 0, 1]),
            (Twist::CallbackNoIss, [1, 0, 1, 0]),
        ] {
            let (_, pairs) = query(&app, twist, "login").await;
            let seen = ["code", "error", "state", "iss"].map(|name| all(&pairs, name).len());
            assert_eq!(seen, counts, "{twist:?}");
        }
        let (_, pairs) = query(&app, Twist::CallbackEmptyState, "login").await;
        assert_eq!(all(&pairs, "state"), [""]);
    }
}

#[tokio::test]
async fn every_error_can_come_back() {
    for app in App::both() {
        for (twist, error) in [
            (Twist::ErrorInvalidRequest, "invalid_request"),
            (Twist::ErrorUnauthorizedClient, "unauthorized_client"),
            (Twist::ErrorAccessDenied, "access_denied"),
            (Twist::ErrorUnsupportedResponseType, "unsupported_response_type"),
            (Twist::ErrorInvalidScope, "invalid_scope"),
            (Twist::ErrorServerError, "server_error"),
            (Twist::ErrorTemporarilyUnavailable, "temporarily_unavailable"),
            (Twist::ErrorInteractionRequired, "interaction_required"),
            (Twist::ErrorLoginRequired, "login_required"),
            (Twist::ErrorAccountSelectionRequired, "account_selection_required"),
            (Twist::ErrorConsentRequired, "consent_required"),
            (Twist::ErrorInvalidRequestUri, "invalid_request_uri"),
            (Twist::ErrorInvalidRequestObject, "invalid_request_object"),
            (Twist::ErrorRequestNotSupported, "request_not_supported"),
            (Twist::ErrorRequestUriNotSupported, "request_uri_not_supported"),
            (Twist::ErrorRegistrationNotSupported, "registration_not_supported"),
            (Twist::ErrorUnknown, "an_error_of_tomorrow"),
        ] {
            let (_, pairs) = query(&app, twist, "login").await;
            assert_eq!((all(&pairs, "error"), all(&pairs, "code").len()), (vec![error], 0));
            assert_eq!(
                (all(&pairs, "state"), all(&pairs, "iss")),
                (vec!["state-1"], vec![app.issuer.as_str()])
            );
        }
    }
}

#[tokio::test]
async fn every_character_can_be_encoded() {
    let app = App::new();
    let (query, pairs) = query(&app, Twist::CallbackEncoded, "login").await;
    assert!(query.contains("state=%73%74%61%74%65%2D%31"));
    assert_eq!(all(&pairs, "iss"), [app.issuer.as_str()]);
}

#[tokio::test]
async fn a_description_can_be_very_long() {
    let app = App::new();
    let (_, pairs) = query(&app, Twist::CallbackLongDescription, "cancel").await;
    let description = all(&pairs, "error_description")[0];
    assert!(description.len() == 10_000 && description.contains("<b>"));
}
