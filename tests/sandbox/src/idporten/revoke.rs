use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};

use super::client::{CLIENT, form};
use super::refusal::Refusal;
use crate::random::digest;
use crate::shared::Shared;

/// `POST /revoke` (RFC 7009): either kind of token ends the whole grant. An unknown token is no error.
pub(crate) async fn revoke(
    State(shared): State<Arc<Shared>>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<StatusCode, Refusal> {
    let params = form(&headers, &body)?;
    let token = digest(params.get("token").ok_or_else(|| Refusal::missing("token"))?);
    shared.change(|state| {
        let found = state.refresh.get(&token).or_else(|| state.access.get(&token)).cloned();
        let grant = found.map(|token| token.grant);
        let ours = grant.filter(|id| state.grants.get(id).is_some_and(|grant| grant.client == CLIENT));
        if let Some(grant) = ours {
            state.end(&grant);
        }
    });
    Ok(StatusCode::OK)
}
