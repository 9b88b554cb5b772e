use serde_json::{Value, json};

use super::{on, remove};
use crate::twists::Twist;

type Bend = fn(&mut Value);

static TABLE: &[(Twist, Bend)] = &[
    (Twist::NoIdToken, |a| remove(a, "id_token")),
    (Twist::NoAccessToken, |a| remove(a, "access_token")),
    (Twist::EmptyAccessToken, |a| a["access_token"] = json!("")),
    (Twist::TokenTypeBearer, |a| a["token_type"] = json!("Bearer")),
    (Twist::TokenTypeCase, |a| {
        a["token_type"] = json!(if a["token_type"] == "DPoP" { "dPoP" } else { "bEaReR" });
    }),
    (Twist::TokenTypeUnknown, |a| a["token_type"] = json!("mac")),
    (Twist::NoExpiresIn, |a| remove(a, "expires_in")),
    (Twist::ExpiresInNegative, |a| a["expires_in"] = json!(-120)),
    (Twist::ExpiresInString, |a| a["expires_in"] = json!("120")),
    (Twist::ExpiresInHuge, |a| a["expires_in"] = json!(u64::MAX)),
    (Twist::ScopeNarrower, |a| a["scope"] = json!("openid")),
    (Twist::ScopeWider, |a| {
        a["scope"] = json!(format!("{} nb:another", a["scope"].as_str().unwrap_or_default()))
    }),
    (Twist::NoRefreshExpiresIn, |a| remove(a, "refresh_token_expires_in")),
];

pub(crate) fn bend(answer: &mut Value, twists: &[Twist]) {
    on(TABLE, twists).for_each(|bend| bend(answer));
}
