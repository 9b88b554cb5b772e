//! What somebody between us and the provider might try, and what the provider might do less well than asked.

use std::sync::Arc;

use card_core::{
    Error, RefusedCheck,
    domain::{level::Level, secret::Secret},
    session::sign_in::Pending,
};
use url::Url;

use crate::{
    client::refusal,
    count::Count,
    pages::Pages,
    strict::{HIGH, PAR, TOKEN, World},
};

pub(crate) fn refused(check: RefusedCheck) -> Error {
    Error::SignInRefused(check)
}

pub(crate) async fn all(count: &mut Count, world: &Arc<World>) {
    let w = || world.clone();
    count
        .check("fapi2-security-profile-final-client-test-ensure-authorization-response-with-invalid-state-fails and -with-invalid-missing-state-fails", states(w()))
        .await;
    count
        .check("fapi2-security-profile-final-client-test-invalid-authorization-response-iss and -remove-authorization-response-iss", issuers(w()))
        .await;
    count
        .check(
            "parameters twice, a code beside an error, another address: refused",
            redirects(w()),
        )
        .await;
    count
        .check("access_denied, with iss and state: cancelled", cancelled(w()))
        .await;
    count
        .check(
            "a level below the one asked for is refused, with single sign-on too, and put right by prompt=login",
            levels(w()),
        )
        .await;
    count
        .check(
            "no level at all, or a pid that nobody has: refused",
            strange_claims(w()),
        )
        .await;
    count
        .check(
            "a code that comes again is refused, and ends what came of it",
            replayed(w()),
        )
        .await;
    count
        .check("a code with another verifier is refused", another_verifier(w()))
        .await;
    count
        .check(
            "a code with another proof key than dpop_jkt said is refused",
            another_key(w()),
        )
        .await;
    count.check("a request_uri is good once", pushed_once(w())).await;
    count
        .check(
            "a scope that isn't the client's: refused at PAR, before a browser opens",
            scope_refused(w()),
        )
        .await;
    count
        .check("less granted than asked: refused", scope_narrowed(w()))
        .await;
    count
        .check("an unknown client: refused at PAR", unknown_client(w()))
        .await;
}

/// The redirect with one parameter changed, or taken away.
pub(crate) fn with(redirect: &str, name: &str, value: Option<&str>) -> String {
    let mut url = Url::parse(redirect).unwrap();
    let kept: Vec<_> = url.query_pairs().into_owned().filter(|(key, _)| key != name).collect();
    let changed = value.map(|value| (name.to_owned(), value.to_owned()));
    url.query_pairs_mut()
        .clear()
        .extend_pairs(kept.into_iter().chain(changed));
    url.into()
}

async fn redirect(world: &World) -> (Pending, String) {
    let pending = world.client().prepare().await;
    let redirect = Pages::new().sign_in(&pending.url, "kari", HIGH).await;
    (pending, redirect)
}

fn refuses(pending: &Pending, redirect: &str, check: RefusedCheck) {
    assert_eq!(refusal(pending.read_redirect(redirect)), refused(check));
}

async fn states(world: Arc<World>) {
    let (pending, good) = redirect(&world).await;
    let (other, _) = redirect(&world).await;
    for state in [None, Some(""), Some(other.state.expose())] {
        refuses(&pending, &with(&good, "state", state), RefusedCheck::State);
    }
    assert!(pending.read_redirect(&good).is_ok(), "and the attempt isn't lost by it");
}

async fn issuers(world: Arc<World>) {
    let (pending, good) = redirect(&world).await;
    let slash = format!("{}/", world.issuer);
    for issuer in [None, Some(""), Some(slash.as_str()), Some("https://issuer.invalid")] {
        refuses(&pending, &with(&good, "iss", issuer), RefusedCheck::ResponseIssuer);
    }
    assert!(pending.read_redirect(&good).is_ok());
}

async fn redirects(world: Arc<World>) {
    let (pending, good) = redirect(&world).await;
    refuses(&pending, &format!("{good}&code=another"), RefusedCheck::Parameters);
    refuses(
        &pending,
        &format!("{good}&error=access_denied"),
        RefusedCheck::Parameters,
    );
    refuses(&pending, &with(&good, "code", None), RefusedCheck::Parameters);
    refuses(&pending, &good.replace(":4000", ":4001"), RefusedCheck::Redirect);
    refuses(&pending, &good.replace('?', "#"), RefusedCheck::Redirect);
}

async fn cancelled(world: Arc<World>) {
    let pending = world.client().prepare().await;
    let redirect = Pages::new().press(&pending.url, &[("action", "cancel")]).await;
    assert_eq!(refusal(pending.read_redirect(&redirect)), Error::SignInCancelled);
    refuses(&pending, &with(&redirect, "iss", None), RefusedCheck::ResponseIssuer);
}

async fn levels(world: Arc<World>) {
    let client = world.client();
    let browser = Pages::new();
    let pending = client.prepare_for(Level::Substantial, false).await.unwrap();
    let redirect = browser.sign_in(&pending.url, "kari", "idporten-loa-substantial").await;
    let tokens = client.finish(&pending, &redirect).await.unwrap();
    assert_eq!(tokens.person.level, Level::Substantial);

    let pending = client.prepare().await;
    let redirect = browser.pass(&pending.url).await;
    assert_eq!(refusal(client.finish(&pending, &redirect).await), Error::LevelTooLow);

    let pending = client.prepare_for(Level::High, true).await.unwrap();
    let redirect = browser.sign_in(&pending.url, "kari", HIGH).await;
    let tokens = client.finish(&pending, &redirect).await.unwrap();
    assert_eq!(tokens.person.level, Level::High);

    let pending = client.prepare_for(Level::Low, false).await.unwrap();
    let redirect = browser.pass(&pending.url).await;
    let tokens = client.finish(&pending, &redirect).await.unwrap();
    assert_eq!(tokens.person.level, Level::High, "more than asked for counts");
}

async fn strange_claims(world: Arc<World>) {
    let client = world.client();
    for (person, level, error) in [
        ("kari", "", Error::LevelTooLow),
        ("kari", "urn:example:high", Error::LevelTooLow),
        ("nobody", HIGH, refused(RefusedCheck::Claims)),
    ] {
        let pending = client.prepare().await;
        let redirect = Pages::new().sign_in(&pending.url, person, level).await;
        assert_eq!(refusal(client.finish(&pending, &redirect).await), error);
    }
}

async fn replayed(world: Arc<World>) {
    let client = world.client();
    let pending = client.prepare().await;
    let redirect = Pages::new().sign_in(&pending.url, "kari", HIGH).await;
    let tokens = client.finish(&pending, &redirect).await.unwrap();
    let (again, asked) = world.asked(client.finish(&pending, &redirect)).await;
    assert_eq!(refusal(again), Error::SignInExpired);
    assert_eq!(asked, [TOKEN], "one failure, no second try");
    let renewal = client.renew(&crate::client::session(&tokens)).await;
    assert_eq!(refusal(renewal), Error::SignInExpired, "the grant is gone");
}

async fn another_verifier(world: Arc<World>) {
    let client = world.client();
    let (mut pending, redirect) = redirect(&world).await;
    pending.verifier = Secret::new("a".repeat(43));
    assert_eq!(refusal(client.finish(&pending, &redirect).await), Error::SignInExpired);
}

async fn another_key(world: Arc<World>) {
    let client = world.client();
    let (mut pending, redirect) = redirect(&world).await;
    pending.proof_key = client.prepare().await.proof_key;
    assert_eq!(refusal(client.finish(&pending, &redirect).await), Error::SignInExpired);
}

async fn pushed_once(world: Arc<World>) {
    let client = world.client();
    let pending = client.prepare().await;
    Pages::new().sign_in(&pending.url, "kari", HIGH).await;
    let crate::pages::End::Page(_, status, _) = Pages::new().open(&pending.url).await else {
        panic!("nothing to come back with");
    };
    assert_eq!(status, 400);
}

async fn scope_refused(world: Arc<World>) {
    let client = world.client_named("small");
    let (result, asked) = world.asked(client.prepare_for(Level::High, false)).await;
    assert_eq!(refusal(result), refused(RefusedCheck::Request));
    assert_eq!(asked.iter().filter(|one| *one == PAR).count(), 1);
}

async fn scope_narrowed(world: Arc<World>) {
    let client = world.client_named("narrow");
    let pending = client.prepare().await;
    let redirect = Pages::new().sign_in(&pending.url, "kari", HIGH).await;
    let result = client.finish(&pending, &redirect).await;
    assert_eq!(refusal(result), refused(RefusedCheck::Scope));
}

async fn unknown_client(world: Arc<World>) {
    let result = world.client_named("nobody").prepare_for(Level::High, false).await;
    assert_eq!(refusal(result), refused(RefusedCheck::Request));
}
