//! A provider, described by data.

/// Which provider, and who we are there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// Issuer identifier, compared code point by code point (OIDC Discovery §4.3).
    pub issuer: String,
    /// Our name there; we are a public native client (RFC 8252 §8.4) and have no secret.
    pub client_id: String,
    /// What we ask for; `openid` is among them.
    pub scopes: Vec<String>,
}
