//! Renewal and the ends of a session.

use std::sync::Arc;

use card_core::{
    Error, RefusedCheck,
    ports::SignIn,
    session::{farewell::Farewell, kept::Session},
};

use crate::{
    client::{PARTED, now, refusal, session},
    count::Count,
    pages::{End, Pages},
    strict::{HIGH, TOKEN, World, sign_in},
    strict_broken::refused,
};

pub(crate) async fn all(count: &mut Count, world: &Arc<World>) {
    let w = || world.clone();
    count
        .check(
            "oidcc-client-test-refresh-token: each renewal costs one request and gives a new refresh token",
            renewed(w()),
        )
        .await;
    count
        .check(
            "a refresh token that was used ends the session, for the newer one as well",
            reused(w()),
        )
        .await;
    count
        .check(
            "a refresh token without its key, or with another, renews nothing",
            stolen(w()),
        )
        .await;
    count
        .check(
            "a provider that gives no refresh token: signed in, without one",
            once(w()),
        )
        .await;
    count
        .check("revoked: the refresh token renews nothing any more", revoked(w()))
        .await;
    count
        .check(
            "revoking the same token twice, or none of theirs, is no trouble",
            revoked_twice(w()),
        )
        .await;
    count
        .check(
            "oidcc-client-test-rp-init-logout: by client_id, state comes back, the browser's session is over",
            parted(w()),
        )
        .await;
    count
        .check(
            "oidcc-client-test-rp-init-logout-no-state and -other-state: not our answer",
            parted_by_others(w()),
        )
        .await;
}

async fn renewed(world: Arc<World>) {
    let client = world.client();
    let tokens = sign_in(&client).await;
    let mut kept = session(&tokens);
    for _ in 0..3 {
        let (renewed, asked) = world.asked(client.renew(&kept)).await;
        let renewed = renewed.unwrap();
        assert_eq!(asked, [TOKEN]);
        assert!(renewed.person == tokens.person, "still the same person");
        let next = session(&renewed);
        assert!(next.refresh != kept.refresh, "rotated");
        assert!(renewed.pass.access != tokens.pass.access);
        kept = next;
    }
}

async fn reused(world: Arc<World>) {
    let client = world.client();
    let first = session(&sign_in(&client).await);
    let second = session(&client.renew(&first).await.unwrap());
    let third = session(&client.renew(&second).await.unwrap());
    assert_eq!(refusal(client.renew(&first).await), Error::SignInExpired);
    assert_eq!(refusal(client.renew(&third).await), Error::SignInExpired);
}

async fn stolen(world: Arc<World>) {
    let client = world.client();
    let kept = session(&sign_in(&client).await);
    let foreign = session(&sign_in(&client).await).proof_key;
    for proof_key in [None, foreign] {
        let thief = Session {
            proof_key,
            ..kept.clone()
        };
        assert_eq!(refusal(client.renew(&thief).await), Error::SignInExpired);
    }
    client.renew(&kept).await.unwrap();
}

async fn once(world: Arc<World>) {
    assert!(sign_in(&world.client_named("once")).await.refresh.is_none());
}

async fn revoked(world: Arc<World>) {
    let client = world.client();
    let kept = session(&sign_in(&client).await);
    let ((), asked) = world.asked(client.oidc.revoke(kept.refresh.clone())).await;
    assert_eq!(asked, ["POST /token/revocation"]);
    assert_eq!(refusal(client.renew(&kept).await), Error::SignInExpired);
}

async fn revoked_twice(world: Arc<World>) {
    let client = world.client();
    let kept = session(&sign_in(&client).await);
    let revocations = async {
        client.oidc.revoke(kept.refresh.clone()).await;
        client.oidc.revoke(kept.refresh.clone()).await;
    };
    let ((), asked) = world.asked(revocations).await;
    assert_eq!(asked.len(), 2, "each is one request, whatever the answer");
}

async fn parted(world: Arc<World>) {
    let client = world.client();
    let browser = Pages::new();
    let pending = client.prepare().await;
    let redirect = browser.sign_in(&pending.url, "kari", HIGH).await;
    let kept = session(&client.finish(&pending, &redirect).await.unwrap());
    browser.pass(&client.prepare().await.url).await;

    let farewell = Farewell {
        redirect_uri: PARTED.to_owned(),
        language: "nb".to_owned(),
    };
    let leaving = client
        .oidc
        .part(farewell, now())
        .await
        .unwrap()
        .expect("a sign-out in the browser");
    assert!(!leaving.url.contains("id_token_hint"), "no token in an address");
    let back = browser.press(&leaving.url, &[("logout", "yes")]).await;
    leaving.check(&back).unwrap();
    let End::Page(..) = browser.open(&client.prepare().await.url).await else {
        panic!("still signed in in the browser");
    };
    assert_eq!(refusal(client.renew(&kept).await), Error::SignInExpired);
}

async fn parted_by_others(world: Arc<World>) {
    let client = world.client();
    let farewell = Farewell {
        redirect_uri: PARTED.to_owned(),
        language: "nb".to_owned(),
    };
    let leaving = client.oidc.part(farewell.clone(), now()).await.unwrap().unwrap();
    let other = client.oidc.part(farewell, now()).await.unwrap().unwrap();
    let foreign = format!("{PARTED}?state={}", other.state.expose());
    for redirect in [PARTED, foreign.as_str()] {
        assert_eq!(refusal(leaving.check(redirect)), refused(RefusedCheck::State));
    }
}
