//! The provider's sign-out in the browser (OIDC RP-Initiated Logout 1.0).

use card_core::{
    Error, RefusedCheck,
    domain::timestamp::Timestamp,
    ports::SignIn,
    session::farewell::{Farewell, Leaving},
};
use serde_json::Value;
use url::Url;

use crate::{
    NOW,
    provider::{CLIENT, Provider},
};

async fn part(provider: &Provider) -> card_core::Result<Option<Leaving>> {
    let farewell = Farewell {
        redirect_uri: "http://127.0.0.1:49152/utlogget".to_owned(),
        language: "nn".to_owned(),
    };
    SignIn::part(&provider.client, farewell, Timestamp(NOW)).await
}

#[tokio::test]
async fn item_76_the_address_names_us_our_return_and_a_state_of_its_own_and_no_person() {
    let provider = Provider::start();
    let (first, second) = (
        part(&provider).await.unwrap().unwrap(),
        part(&provider).await.unwrap().unwrap(),
    );
    let url = Url::parse(&first.url).unwrap();
    let query: Vec<_> = url.query_pairs().into_owned().collect();
    let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    assert_eq!((url.host_str(), url.path()), (Some("localhost"), "/logout"));
    assert_eq!(
        query,
        [
            pair("client_id", CLIENT),
            pair("post_logout_redirect_uri", "http://127.0.0.1:49152/utlogget"),
            pair("state", first.state.expose()),
            pair("ui_locales", "nn"),
        ]
    );
    assert_eq!(first.state.expose().len(), 43);
    assert!(first.state != second.state);
}

#[tokio::test]
async fn item_77_a_provider_without_a_sign_out_or_with_an_unsafe_one() {
    let without = Provider::start();
    without.discovery(|document| document["end_session_endpoint"] = Value::Null);
    assert!(part(&without).await.unwrap().is_none());
    let unsafe_one = Provider::start();
    unsafe_one.discovery(|document| document["end_session_endpoint"] = "http://example.no/logout".into());
    let refused = Error::SignInRefused(RefusedCheck::DiscoveryContent);
    assert_eq!(part(&unsafe_one).await.err(), Some(refused));
}
