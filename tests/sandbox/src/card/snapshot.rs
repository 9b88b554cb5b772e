use std::fmt::{Display, Formatter, Result as FmtResult};

use axum::http::{HeaderMap, HeaderName};
use serde_json::{Value, json};

use crate::jose::{self, Parts};
use crate::keys::EcKey;
use crate::personas::Card;
use crate::random::digest;
use crate::shared::Shared;
use crate::twists::Twist;

/// Whose card it is.
pub(crate) struct Holder<'a> {
    pub(crate) name: &'a str,
    /// As the snapshot names the person to this client.
    pub(crate) sub: String,
    /// The register's name.
    pub(crate) id: &'a str,
}

/// The card as a compact JWS (RFC 7515) of type `card-snapshot+jwt`.
pub(crate) fn sign(shared: &Shared, key: &EcKey, holder: &Holder<'_>, card: &Card, now: i64) -> String {
    let typ = if shared.twisted(Twist::SnapshotOtherTyp) {
        "JWT"
    } else {
        "card-snapshot+jwt"
    };
    let sub = if shared.twisted(Twist::SnapshotWrongSub) {
        holder.sub.chars().rev().collect()
    } else {
        holder.sub.clone()
    };
    let header = json!({ "alg": "ES256", "typ": typ, "kid": key.kid });
    let payload = json!({
        "iss": shared.addresses.card_service,
        "sub": sub,
        "iat": now,
        "fresh_until": now + card.fresh_seconds,
        "show_until": now + card.show_seconds,
        "card": content(holder.name, card),
    });
    let input = jose::signing_input(&header, payload.to_string().as_bytes());
    let mut signature = jose::es256_of(key, &input);
    if let (true, Some(byte)) = (shared.twisted(Twist::SnapshotBadSignature), signature.last_mut()) {
        *byte ^= 1;
    }
    Parts { input, signature }.text()
}

pub(super) fn content(name: &str, card: &Card) -> Value {
    json!({
        "number": card.number,
        "name": name,
        "status": card.status,
        "home_library": card.home_library,
        "libraries": card.libraries,
    })
}

/// The entity tag: when the snapshot was made and what it held, so that the service needs no memory of it.
pub(crate) struct Tag {
    made: i64,
    content: String,
}

impl Tag {
    pub(crate) fn new(made: i64, holder: &Holder<'_>, card: &Card, kid: &str) -> Self {
        let whole = digest(&format!("{kid}\n{}\n{}", holder.id, content(holder.name, card)));
        Self {
            made,
            content: whole.get(..22).unwrap_or_default().to_owned(),
        }
    }

    /// The client's tag, if it names the same content and less than half of its fresh window is gone.
    pub(crate) fn known_to(&self, headers: &HeaderMap, name: HeaderName, fresh_seconds: i64) -> Option<String> {
        let values = headers
            .get_all(name)
            .into_iter()
            .filter_map(|value| value.to_str().ok());
        let mut tags = values.flat_map(|value| value.split(',')).map(str::trim);
        tags.find(|tag| self.covers(tag, fresh_seconds))
            .map(|tag| tag.trim_start_matches("W/").to_owned())
    }

    fn covers(&self, tag: &str, fresh_seconds: i64) -> bool {
        let inside = tag
            .trim_start_matches("W/")
            .strip_prefix('"')
            .and_then(|rest| rest.strip_suffix('"'));
        let Some((made, content)) = inside.and_then(|inside| inside.split_once('-')) else {
            return false;
        };
        let age = made.parse::<i64>().ok().and_then(|made| self.made.checked_sub(made));
        content == self.content && age.is_some_and(|age| (0..fresh_seconds / 2).contains(&age))
    }
}

impl Display for Tag {
    fn fmt(&self, f: &mut Formatter<'_>) -> FmtResult {
        write!(f, "\"{}-{}\"", self.made, self.content)
    }
}
