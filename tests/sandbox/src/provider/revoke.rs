use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};

use super::client::form;
use super::refusal::Refusal;
use crate::random::digest;
use crate::realm::Site;

/// `POST /revoke` (RFC 7009): either kind of token ends the whole grant. An unknown token is no error.
pub(crate) async fn revoke(State(site): State<Site>, headers: HeaderMap, body: Bytes) -> Result<StatusCode, Refusal> {
    let (params, client) = form(&site, &headers, &body)?;
    let token = digest(params.get("token").ok_or_else(|| Refusal::missing("token"))?);
    site.change(|state| {
        let found = state.refresh.get(&token).or_else(|| state.access.get(&token)).cloned();
        let ours = found.map(|token| token.grant).filter(|id| {
            let grant = state.grants.get(id);
            grant.is_some_and(|grant| grant.client == client.id && grant.realm == site.realm)
        });
        if let Some(grant) = ours {
            state.end(&grant);
        }
    });
    Ok(StatusCode::OK)
}
