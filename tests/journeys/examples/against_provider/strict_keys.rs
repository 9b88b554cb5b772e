//! The provider's keys: of other kinds, changed, and changed without saying so.

use std::sync::Arc;

use card_core::RefusedCheck;
use serde_json::json;

use crate::{
    client::{refusal, session},
    count::Count,
    pages::Pages,
    strict::{DISCOVERY, HIGH, JWKS, PAR, TOKEN, World, sign_in},
    strict_broken::refused,
};

pub(crate) async fn all(count: &mut Count, world: &Arc<World>) {
    let w = || world.clone();
    count
        .check(
            "oidcc-client-test-invalid-sig-es256: truly signed by the provider, in another way than agreed",
            es256(w()),
        )
        .await;
    count
        .check(
            "oidcc-client-test-signing-key-rotation: keys change between two sign-ins, one more question",
            rotated(w()),
        )
        .await;
    count
        .check(
            "oidcc-client-test-signing-key-rotation-just-before-signing: keys change during a sign-in",
            rotated_meanwhile(w()),
        )
        .await;
    count
        .check("keys change between sign-in and renewal", rotated_before_renewal(w()))
        .await;
    count
        .check(
            "a provider that starts anew with other keys, and has forgotten nonces and sessions",
            restarted(w()),
        )
        .await;
    count
        .check(
            "another key under the same kid: refused, and the next attempt asks anew",
            same_kid(w()),
        )
        .await;
}

async fn rotate(world: &World) {
    world.peer.ask(&json!({ "do": "rotate" })).await;
}

async fn es256(world: Arc<World>) {
    let client = world.client_named("es256");
    let pending = client.prepare().await;
    let redirect = Pages::new().sign_in(&pending.url, "kari", HIGH).await;
    let result = client.finish(&pending, &redirect).await;
    assert_eq!(refusal(result), refused(RefusedCheck::Signature));
}

async fn rotated(world: Arc<World>) {
    let client = world.client();
    sign_in(&client).await;
    rotate(&world).await;
    let (_, asked) = world.asked(sign_in(&client)).await;
    assert_eq!(asked, [PAR, TOKEN, JWKS]);
    let (_, asked) = world.asked(sign_in(&client)).await;
    assert_eq!(asked, [PAR, TOKEN], "and they are remembered");
}

async fn rotated_meanwhile(world: Arc<World>) {
    let client = world.client();
    sign_in(&client).await;
    let pending = client.prepare().await;
    let redirect = Pages::new().sign_in(&pending.url, "kari", HIGH).await;
    rotate(&world).await;
    let (result, asked) = world.asked(client.finish(&pending, &redirect)).await;
    assert_eq!(result.err(), None);
    assert_eq!(asked, [TOKEN, JWKS]);
}

async fn rotated_before_renewal(world: Arc<World>) {
    let client = world.client();
    let kept = session(&sign_in(&client).await);
    rotate(&world).await;
    let (renewed, asked) = world.asked(client.renew(&kept)).await;
    assert_eq!(renewed.err(), None);
    assert_eq!(asked, [TOKEN, JWKS]);
}

async fn restarted(world: Arc<World>) {
    let client = world.client();
    let kept = session(&sign_in(&client).await);
    world.peer.restart(&[world.port()]).await;
    let (ended, asked) = world.asked(client.renew(&kept)).await;
    assert_eq!(refusal(ended), card_core::Error::SignInExpired);
    assert_eq!(asked, [TOKEN, TOKEN], "the old nonce, then the new one");
    let (_, asked) = world.asked(sign_in(&client)).await;
    assert_eq!(asked, [PAR, TOKEN, JWKS], "a new key is one more question");
}

async fn same_kid(world: Arc<World>) {
    let restart = async || world.peer.restart(&[world.port(), "always-the-same".to_owned()]).await;
    restart().await;
    let client = world.client();
    sign_in(&client).await;
    restart().await;
    let pending = client.prepare().await;
    let redirect = Pages::new().sign_in(&pending.url, "kari", HIGH).await;
    let result = client.finish(&pending, &redirect).await;
    assert_eq!(refusal(result), refused(RefusedCheck::Signature));
    let (_, asked) = world.asked(sign_in(&client)).await;
    assert_eq!(asked, [DISCOVERY, JWKS, PAR, TOKEN]);
}
