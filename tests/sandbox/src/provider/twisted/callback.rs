use url::form_urlencoded::Serializer;

use super::on;
use crate::twists::Twist;

/// Parameters in their order.
pub(crate) type Query = Vec<(&'static str, String)>;

static ERRORS: &[(Twist, &str)] = &[
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
];

type Bend = fn(&mut Query);

static TABLE: &[(Twist, Bend)] = &[
    (Twist::CallbackWrongState, |q| {
        set(q, "state", "a-state-of-somebody-else")
    }),
    (Twist::CallbackNoState, |q| take(q, "state")),
    (Twist::CallbackEmptyState, |q| set(q, "state", "")),
    (Twist::CallbackWrongIss, |q| set(q, "iss", "https://issuer.invalid")),
    (Twist::CallbackNoIss, |q| take(q, "iss")),
    (Twist::CallbackTwoCodes, |q| add(q, "code", "a-code-of-somebody-else")),
    (Twist::CallbackTwoStates, |q| {
        add(q, "state", "a-state-of-somebody-else")
    }),
    (Twist::CallbackTwoIss, |q| add(q, "iss", "https://issuer.invalid")),
    (Twist::CallbackTwoErrors, |q| {
        failed(q, "access_denied");
        add(q, "error", "server_error");
    }),
    (Twist::CallbackCodeAndError, |q| add(q, "error", "access_denied")),
    (Twist::CallbackNeither, |q| {
        for name in ["code", "error", "error_description"] {
            take(q, name);
        }
    }),
    (Twist::CallbackLongDescription, |q| {
        let long = "<b>a long story</b> ".repeat(500);
        q.iter_mut()
            .filter(|it| it.0 == "error_description")
            .for_each(|it| it.1.clone_from(&long));
    }),
];

/// The query as the app gets it.
pub(crate) fn query(mut query: Query, twists: &[Twist]) -> String {
    on(ERRORS, twists).for_each(|error| failed(&mut query, error));
    on(TABLE, twists).for_each(|bend| bend(&mut query));
    if twists.contains(&Twist::CallbackEncoded) {
        let encode = |text: &str| text.bytes().map(|byte| format!("%{byte:02X}")).collect::<String>();
        let pairs: Vec<_> = query
            .iter()
            .map(|(name, value)| format!("{name}={}", encode(value)))
            .collect();
        return pairs.join("&");
    }
    Serializer::new(String::new()).extend_pairs(query).finish()
}

fn take(query: &mut Query, name: &str) {
    query.retain(|it| it.0 != name);
}

fn add(query: &mut Query, name: &'static str, value: &str) {
    query.push((name, value.to_owned()));
}

fn set(query: &mut Query, name: &'static str, value: &str) {
    take(query, name);
    add(query, name, value);
}

/// An error in the place of the code.
fn failed(query: &mut Query, error: &str) {
    take(query, "code");
    set(query, "error", error);
    set(query, "error_description", "switched on by a test");
}
