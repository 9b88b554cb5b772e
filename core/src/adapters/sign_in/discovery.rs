//! OpenID Connect Discovery 1.0: where a provider's endpoints are, and its keys.

use http::header::ACCEPT;
use openidconnect::{
    AdditionalProviderMetadata, ProviderMetadata,
    core::{
        CoreAuthDisplay, CoreClaimName, CoreClaimType, CoreClientAuthMethod, CoreGrantType, CoreJsonWebKey,
        CoreJweContentEncryptionAlgorithm, CoreJweKeyManagementAlgorithm, CoreResponseMode, CoreResponseType,
        CoreSubjectIdentifierType,
    },
};
use serde::{Deserialize, Serialize};
use url::Url;

use super::Profile;
use crate::{
    Error, RefusedCheck, Result,
    adapters::{
        http::{Http, dpop},
        jose::{Algorithm, KeySet},
    },
};

const INCOMPLETE: Error = Error::SignInRefused(RefusedCheck::DiscoveryContent);

/// A provider, discovered.
#[derive(Clone)]
pub(super) struct Provider {
    pub(super) endpoints: Endpoints,
    /// It says who it is on every redirect (RFC 9207 §3).
    pub(super) names_itself: bool,
    /// It binds codes and tokens to a key of ours (RFC 9449 §5.1).
    pub(super) binds: bool,
    pub(super) keys: KeySet,
}

/// Each is https, or http to this machine when allowed. They may be on other hosts than the issuer; ID-porten's are.
#[derive(Clone)]
pub(super) struct Endpoints {
    pub(super) authorize: Url,
    /// Always there at a strict provider.
    pub(super) par: Option<Url>,
    pub(super) token: Url,
    pub(super) jwks: Url,
    pub(super) revoke: Option<Url>,
    /// Sign-out in the browser (OIDC RP-Initiated Logout §2.1).
    pub(super) end_session: Option<Url>,
    /// The card number's door (draft-ietf-oauth-first-party-apps-04 §7).
    pub(super) challenge: Option<Url>,
}

/// Members beyond OIDC Discovery: RFC 8414 §2, RFC 9126 §5, RFC 9207 §3.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Extra {
    pushed_authorization_request_endpoint: Option<Url>,
    revocation_endpoint: Option<Url>,
    end_session_endpoint: Option<Url>,
    authorization_challenge_endpoint: Option<Url>,
    authorization_response_iss_parameter_supported: Option<bool>,
    code_challenge_methods_supported: Option<Vec<String>>,
    dpop_signing_alg_values_supported: Option<Vec<String>>,
}

impl AdditionalProviderMetadata for Extra {}

type Metadata = ProviderMetadata<
    Extra,
    CoreAuthDisplay,
    CoreClientAuthMethod,
    CoreClaimName,
    CoreClaimType,
    CoreGrantType,
    CoreJweContentEncryptionAlgorithm,
    CoreJweKeyManagementAlgorithm,
    CoreJsonWebKey,
    CoreResponseMode,
    CoreResponseType,
    CoreSubjectIdentifierType,
>;

/// Fetches the document and the keys.
pub(super) async fn discover(http: &Http, profile: &Profile) -> Result<Provider> {
    let address = format!(
        "{}/.well-known/openid-configuration",
        profile.issuer.trim_end_matches('/')
    );
    let url = Url::parse(&address).map_err(|_| Error::Internal("issuer isn't an address"))?;
    let request = http.get(&url)?.header(ACCEPT, "application/json");
    let metadata: Metadata = http.send(request, "discovery").await?.expect_ok()?.json(INCOMPLETE)?;
    let endpoints = endpoints(http, profile, &metadata)?;
    let keys = keys(http, &endpoints.jwks).await?;
    let algorithms = &metadata.additional_metadata().dpop_signing_alg_values_supported;
    let binds = algorithms
        .as_ref()
        .is_some_and(|names| names.iter().any(|name| name == dpop::ALGORITHM));
    let names_itself = metadata
        .additional_metadata()
        .authorization_response_iss_parameter_supported;
    Ok(Provider {
        endpoints,
        names_itself: profile.strict || names_itself == Some(true),
        binds,
        keys,
    })
}

/// Fetches the keys.
pub(super) async fn keys(http: &Http, jwks: &Url) -> Result<KeySet> {
    let request = http.get(jwks)?.header(ACCEPT, "application/json");
    let answer = http.send(request, "jwks").await?.expect_ok()?;
    answer.json::<serde::de::IgnoredAny>(INCOMPLETE)?;
    KeySet::parse(&answer.body, Algorithm::Rs256).map_err(|_| INCOMPLETE)
}

/// What the document promises, or why it won't do. Asked before the browser opens.
fn endpoints(http: &Http, profile: &Profile, metadata: &Metadata) -> Result<Endpoints> {
    if metadata.issuer().as_str() != profile.issuer {
        return Err(Error::SignInRefused(RefusedCheck::DiscoveryIssuer));
    }
    let extra = metadata.additional_metadata();
    let signs = metadata.id_token_signing_alg_values_supported();
    let fits = offers(extra.code_challenge_methods_supported.as_deref(), "S256")
        && (!profile.strict || extra.authorization_response_iss_parameter_supported != Some(false))
        && signs.contains(&Algorithm::Rs256.core());
    if !fits {
        return Err(INCOMPLETE);
    }
    let safe = |url: Option<&Url>| match url {
        Some(url) if http.permits(url) && url.fragment().is_none() => Ok(url.clone()),
        _ => Err(INCOMPLETE),
    };
    let optional = |url: Option<&Url>| url.map(|url| safe(Some(url))).transpose();
    let par = optional(extra.pushed_authorization_request_endpoint.as_ref())?;
    if par.is_none() && profile.strict {
        return Err(INCOMPLETE);
    }
    Ok(Endpoints {
        authorize: safe(Some(metadata.authorization_endpoint().url()))?,
        par,
        token: safe(metadata.token_endpoint().map(|endpoint| endpoint.url()))?,
        jwks: safe(Some(metadata.jwks_uri().url()))?,
        revoke: optional(extra.revocation_endpoint.as_ref())?,
        end_session: optional(extra.end_session_endpoint.as_ref())?,
        challenge: optional(extra.authorization_challenge_endpoint.as_ref())?,
    })
}

/// A list that isn't there promises nothing and refuses nothing.
fn offers(list: Option<&[String]>, wanted: &str) -> bool {
    list.is_none_or(|list| list.iter().any(|item| item == wanted))
}
