use serde_json::{Value, json};

use super::{on, remove};
use crate::twists::Twist;

type Bend = fn(&mut Value);

static TABLE: &[(Twist, Bend)] = &[
    (Twist::DiscoveryWrongIssuer, |d| {
        d["issuer"] = json!("https://issuer.invalid")
    }),
    (Twist::DiscoveryIssuerSlash, |d| issuer(d, |it| format!("{it}/"))),
    (Twist::DiscoveryIssuerCase, |d| {
        issuer(d, |it| it.replace("http://", "HTTP://"))
    }),
    (Twist::DiscoveryIssuerPort, |d| {
        issuer(d, |it| {
            format!("{}:1", it.trim_end_matches(|c: char| c != ':').trim_end_matches(':'))
        })
    }),
    (Twist::DiscoveryHttpEndpoint, |d| {
        d["token_endpoint"] = json!("http://tokens.invalid/token")
    }),
    (Twist::DiscoveryNoS256, |d| {
        d["code_challenge_methods_supported"] = json!(["plain"])
    }),
    (Twist::DiscoveryNoPar, |d| {
        remove(d, "pushed_authorization_request_endpoint")
    }),
    (Twist::DiscoveryParRequired, |d| {
        d["require_pushed_authorization_requests"] = json!(true)
    }),
    (Twist::DiscoveryNoAuthorizationEndpoint, |d| {
        remove(d, "authorization_endpoint")
    }),
    (Twist::DiscoveryNoTokenEndpoint, |d| remove(d, "token_endpoint")),
    (Twist::DiscoveryNoJwksUri, |d| remove(d, "jwks_uri")),
    (Twist::DiscoveryNoChallengeEndpoint, |d| {
        remove(d, "authorization_challenge_endpoint")
    }),
    (Twist::DiscoveryNoIssFlag, |d| {
        remove(d, "authorization_response_iss_parameter_supported")
    }),
    (Twist::DiscoveryWrongType, |d| d["token_endpoint"] = json!(7)),
    (Twist::NoDpop, |d| remove(d, "dpop_signing_alg_values_supported")),
];

pub(crate) fn bend(document: &mut Value, twists: &[Twist]) {
    on(TABLE, twists).for_each(|bend| bend(document));
}

fn issuer(document: &mut Value, change: fn(&str) -> String) {
    document["issuer"] = json!(change(document["issuer"].as_str().unwrap_or_default()));
}
