//! Everything a provider may do wrong in good order, one at a time, from the first request to the card: each ends in one of few
//! codes, and the next sign-in goes well.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::{collections::BTreeSet, sync::Arc};

use card_bindings::{CardError, Phase};
use card_journeys::{Keys, Phone, assert_known_code};
use card_sandbox::{Sandbox, Settings, Twist};

/// How a sign-in ends under a twist.
const SIGN_INS: [(&str, &[&str]); 22] = [
    (
        "well",
        &[
            "discovery_other_host",
            "discovery_par_required",
            "discovery_no_challenge_endpoint",
            "discovery_no_iss_flag",
            "jwks_junk",
            "jwks_two_keys",
            "aud_array",
            "amr_string",
            "amr_missing",
            "amr_unknown",
            "at_hash_right",
            "pid_missing",
            "authorization_details_empty",
            "no_kid",
            "header_jku",
            "header_jwk",
            "header_x5u",
            "header_x5c",
            "token_type_case",
            "no_expires_in",
            "expires_in_negative",
            "expires_in_string",
            "expires_in_huge",
            "scope_wider",
            "token_deep",
            "no_refresh_token",
            "no_refresh_expires_in",
            "callback_encoded",
            "callback_long_description",
            "auth_time_old",
            "auth_time_missing",
            "dpop_nonce",
            "no_dpop",
            "no_sso",
            "rotate_keys",
        ],
    ),
    (
        "refused discovery_issuer",
        &[
            "discovery_wrong_issuer",
            "discovery_issuer_slash",
            "discovery_issuer_case",
            "discovery_issuer_port",
        ],
    ),
    (
        "refused discovery",
        &[
            "discovery_http_endpoint",
            "discovery_no_s256",
            "discovery_no_par",
            "discovery_no_authorization_endpoint",
            "discovery_no_token_endpoint",
            "discovery_no_jwks_uri",
            "discovery_wrong_type",
            "discovery_duplicate",
        ],
    ),
    (
        "service",
        &[
            "discovery_plain_text",
            "discovery_bom",
            "discovery_deep",
            "token_bom",
            "error_server_error",
            "error_temporarily_unavailable",
        ],
    ),
    ("page", &["par_expired", "par_used"]),
    ("refused nonce", &["wrong_nonce", "nonce_missing"]),
    ("refused iss", &["wrong_iss", "iss_missing", "iss_trailing_slash"]),
    (
        "refused aud",
        &["wrong_aud", "extra_aud", "aud_empty", "aud_missing", "azp_other"],
    ),
    (
        "refused time",
        &[
            "expired",
            "exp_missing",
            "iat_future",
            "iat_old",
            "iat_missing",
            "nbf_future",
            "auth_time_future",
        ],
    ),
    (
        "refused claims",
        &[
            "exp_fraction",
            "exp_string",
            "exp_overflow",
            "at_hash_wrong",
            "sub_missing",
            "sub_empty",
            "sub_long",
            "pid_short",
            "pid_check_digit",
            "on_behalf_of",
            "authorization_details",
            "payload_duplicate",
            "payload_deep",
            "payload_not_utf8",
        ],
    ),
    ("service, being huge", &["payload_huge"]),
    (
        "level",
        &[
            "acr_low",
            "acr_missing",
            "acr_empty",
            "acr_unknown",
            "acr_case",
            "acr_eidas",
            "acr_email",
        ],
    ),
    (
        "refused signature",
        &[
            "jwks_empty",
            "jwks_duplicate_kid",
            "payload_changed",
            "bad_signature",
            "truncated",
            "jwe",
            "alg_none",
            "alg_hs256",
            "alg_es256",
            "alg_rs384",
            "unknown_kid",
            "header_crit",
            "typ_access",
            "typ_logout",
        ],
    ),
    (
        "refused token_response",
        &[
            "no_id_token",
            "no_access_token",
            "empty_access_token",
            "token_type_bearer",
            "token_type_unknown",
            "token_duplicate",
        ],
    ),
    ("refused scope", &["scope_narrower"]),
    ("refused response_iss", &["callback_wrong_iss", "callback_no_iss"]),
    (
        "refused state",
        &["callback_wrong_state", "callback_no_state", "callback_empty_state"],
    ),
    (
        "refused parameters",
        &[
            "callback_two_codes",
            "callback_two_states",
            "callback_two_iss",
            "callback_two_errors",
            "callback_code_and_error",
            "callback_neither",
        ],
    ),
    (
        "cancelled",
        &[
            "error_access_denied",
            "error_interaction_required",
            "error_login_required",
            "error_account_selection_required",
            "error_consent_required",
        ],
    ),
    (
        "refused request",
        &[
            "error_invalid_request",
            "error_unauthorized_client",
            "error_unsupported_response_type",
            "error_invalid_scope",
            "error_invalid_request_uri",
            "error_invalid_request_object",
            "error_request_not_supported",
            "error_request_uri_not_supported",
            "error_registration_not_supported",
            "error_unknown",
        ],
    ),
    (
        "refused snapshot",
        &["snapshot_bad_signature", "snapshot_wrong_sub", "snapshot_other_typ"],
    ),
    (
        "elsewhere",
        &[
            // at renewal, below
            "refresh_refused",
            "refresh_unauthorized",
            "refresh_not_rotated",
            "refresh_other_sub",
            "refresh_other_iss",
            "refresh_other_aud",
            "refresh_other_nonce",
            "refresh_other_auth_time",
            // at the other doors and after signing out: doors.rs
            "userinfo_wrong_sub",
            "userinfo_no_sub",
            "otp_wanted",
            "challenge_to_web",
            "challenge_locked",
            "logout_wrong_state",
            "logout_no_state",
            "logout_error",
            // of rules, receipts and the log, which no sign-in meets
            "rules_wrong_hash",
            "rules_empty",
            "rules_huge",
            "rules_bidi",
            "rules_unknown_language",
            "receipt_bad_signature",
            "receipt_wrong_sub",
            "receipt_other_text",
            "receipt_not_in_log",
            "log_forks",
        ],
    ),
];

/// Endpoints that are elsewhere now and gone tomorrow.
const MOVED: &str = "discovery_other_host";

/// Every twist that the sandbox knows, by the names that its refusal of an unknown one lists.
fn all() -> BTreeSet<String> {
    let error = serde_json::from_str::<Twist>("\"?\"").unwrap_err().to_string();
    error.split('`').skip(3).step_by(2).map(str::to_owned).collect()
}

fn twist(name: &str) -> Twist {
    serde_json::from_str(&format!("\"{name}\"")).unwrap()
}

fn word(result: &Result<(), CardError>) -> String {
    match result {
        Ok(()) => "well".to_owned(),
        Err(CardError::SignInRefused { check }) => format!("refused {check}"),
        Err(CardError::Service { .. }) => "service".to_owned(),
        Err(CardError::LevelTooLow) => "level".to_owned(),
        Err(CardError::SignInCancelled) => "cancelled".to_owned(),
        Err(CardError::SignInExpired) => "expired".to_owned(),
        Err(other) => format!("{other:?}"),
    }
}

/// Signs in under each twist, and again without it.
async fn walk(id_porten: bool) {
    let sandbox = Sandbox::start(Settings::default()).unwrap();
    let mut wrong = vec![];
    for (end, names) in SIGN_INS {
        let end = end.split(',').next().unwrap();
        for name in names.iter().filter(|_| end != "elsewhere" && end != "page") {
            let dir = tempfile::tempdir().unwrap();
            let keys = Arc::new(Keys::default());
            let phone = match id_porten {
                true => Phone::start_at_id_porten(&sandbox, dir.path(), &keys).await,
                false => Phone::start(&sandbox, dir.path(), &keys).await,
            };
            sandbox.twist(twist(name)).unwrap();
            let result = phone.sign_in("kari").await;
            result.as_ref().err().into_iter().for_each(assert_known_code);
            let outcome = word(&result);
            if outcome != end || phone.app.state().card.is_some() != (end == "well") {
                wrong.push(format!("{name}: {outcome}, not {end}"));
            }
            sandbox.clear_faults();
            phone.app.cancel_sign_in().await.unwrap();
            if *name == MOVED {
                assert!(
                    phone.sign_in("kari").await.is_err(),
                    "believed for a day, until it fails"
                );
            }
            if let Err(error) = phone.sign_in("kari").await {
                wrong.push(format!("not well again after {name}: {error:?}"));
            }
        }
    }
    assert_eq!(wrong, [] as [String; 0]);
}

#[tokio::test(flavor = "multi_thread")]
async fn every_twist_of_the_card_service_ends_a_sign_in_as_it_should() {
    walk(false).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_twist_of_id_porten_ends_a_sign_in_as_it_should() {
    walk(true).await;
}

#[test]
fn no_twist_is_forgotten() {
    let listed: BTreeSet<_> = SIGN_INS
        .iter()
        .flat_map(|(_, names)| *names)
        .map(|name| (*name).to_owned())
        .collect();
    let all = all();
    assert!(all.len() > 100, "{all:?}");
    assert_eq!(
        all.symmetric_difference(&listed).collect::<Vec<_>>(),
        [] as [&String; 0]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn item_17_a_request_that_is_no_longer_good_ends_in_a_page_and_a_new_one_is_pushed() {
    let sandbox = Sandbox::start(Settings::default()).unwrap();
    for name in ["par_expired", "par_used"] {
        let dir = tempfile::tempdir().unwrap();
        let phone = Phone::start(&sandbox, dir.path(), &Arc::default()).await;
        sandbox.twist(twist(name)).unwrap();
        let first = phone.begin().await.unwrap();
        assert!(card_journeys::Browser::default().shows_page(&first).await);
        sandbox.clear_faults();
        let second = phone.begin().await.unwrap();
        assert_ne!(first, second, "{name}");
        let redirect = card_journeys::Browser::default().sign_in(&second, "kari").await;
        phone.app.finish_sign_in(redirect).await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn item_65_66_67_68_each_renewal_ends_as_it_should_and_the_card_stays() {
    let ends = [
        ("refresh_not_rotated", "well"),
        ("rotate_keys", "well"),
        ("refresh_refused", "expired"),
        ("refresh_unauthorized", "expired"),
        ("refresh_other_sub", "expired"),
        ("refresh_other_iss", "expired"),
        ("refresh_other_aud", "expired"),
        ("refresh_other_nonce", "expired"),
        ("refresh_other_auth_time", "expired"),
    ];
    let sandbox = Sandbox::start(Settings::default()).unwrap();
    for (name, end) in ends {
        let (dir, keys) = (tempfile::tempdir().unwrap(), Arc::<Keys>::default());
        let phone = Phone::start(&sandbox, dir.path(), &keys).await;
        phone.sign_in("kari").await.unwrap();
        drop(phone);
        sandbox.twist(twist(name)).unwrap();
        let phone = Phone::start(&sandbox, dir.path(), &keys).await;
        let outcome = word(&phone.app.refresh().await);
        assert_eq!(outcome, end, "{name}");
        let state = phone.app.state();
        assert_eq!(
            (state.phase, state.card.is_some(), state.needs_sign_in),
            (Phase::Card, true, end == "expired"),
            "{name}"
        );
        sandbox.clear_faults();
        phone.sign_in("kari").await.unwrap();
    }
}
