use axum::Json;
use axum::extract::State;
use axum::http::header::CACHE_CONTROL;
use axum::http::{HeaderMap, Method};
use axum::response::{IntoResponse, Response};
use serde_json::json;

use crate::card::access::admitted;
use crate::card::problem::Problem;
use crate::realm::{Realm, Site};
use crate::twists::Twist;

/// `/userinfo` (OpenID Connect Core §5.3). ID-porten: `sub`, `pid`, `locale`. Feide: the name and where the person belongs.
pub(crate) async fn userinfo(
    State(site): State<Site>,
    method: Method,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let url = site.endpoint("userinfo");
    let (grant, _) = admitted(&site, &headers, method.as_str(), &url)?;
    let persona = site.persona(&grant.login.persona).filter(|_| grant.realm == site.realm);
    let persona = persona.ok_or_else(Problem::bad_token)?;
    let mut claims = json!({ "sub": persona.subject_in(site.realm, &grant.client) });
    match site.realm {
        Realm::Idporten => {
            claims["pid"] = json!(persona.national_id.for_claim());
            claims["locale"] = json!(grant.login.locale);
        }
        Realm::Feide => {
            claims["name"] = json!(persona.name);
            claims["eduPersonPrimaryAffiliation"] = json!("student");
        }
        Realm::Card => claims["locale"] = json!(grant.login.locale),
    }
    if site.twisted(Twist::UserinfoWrongSub) {
        claims["sub"] = json!("a-sub-of-somebody-else");
    }
    if let (true, Some(claims)) = (site.twisted(Twist::UserinfoNoSub), claims.as_object_mut()) {
        claims.remove("sub");
    }
    Ok(([(CACHE_CONTROL, "no-store")], Json(claims)).into_response())
}
