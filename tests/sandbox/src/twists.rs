use serde::{Deserialize, Serialize};

/// An answer that arrives in good order and says something wrong, or something unusual.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Twist {
    /// Discovery: another issuer.
    DiscoveryWrongIssuer,
    /// Discovery: the issuer with a slash at the end.
    DiscoveryIssuerSlash,
    /// Discovery: the issuer with its scheme in capitals.
    DiscoveryIssuerCase,
    /// Discovery: the issuer with another port.
    DiscoveryIssuerPort,
    /// Discovery: `token_endpoint` with http on a host that isn't loopback.
    DiscoveryHttpEndpoint,
    /// Discovery: the back channel on yet another host, where it works. A client should accept it.
    DiscoveryOtherHost,
    /// Discovery: only the challenge method `plain`.
    DiscoveryNoS256,
    /// Discovery: no endpoint for pushed requests.
    DiscoveryNoPar,
    /// Discovery: requests must be pushed.
    DiscoveryParRequired,
    /// Discovery: no `authorization_endpoint`.
    DiscoveryNoAuthorizationEndpoint,
    /// Discovery: no `token_endpoint`.
    DiscoveryNoTokenEndpoint,
    /// Discovery: no `jwks_uri`.
    DiscoveryNoJwksUri,
    /// Discovery: no `authorization_challenge_endpoint`.
    DiscoveryNoChallengeEndpoint,
    /// Discovery: doesn't say that `iss` comes with the callback.
    DiscoveryNoIssFlag,
    /// Discovery: `token_endpoint` is a number.
    DiscoveryWrongType,
    /// Discovery: `text/plain`.
    DiscoveryPlainText,
    /// Discovery: `issuer` twice, the wrong one first.
    DiscoveryDuplicate,
    /// Discovery: a member that is 5000 arrays deep.
    DiscoveryDeep,
    /// Discovery: begins with a byte order mark.
    DiscoveryBom,
    /// Key set: keys of other kinds, of other uses, too short and broken before the true one. A client should skip them.
    JwksJunk,
    /// Key set: another RSA key with the same `kid` before the true one.
    JwksDuplicateKid,
    /// Key set: a second usable RSA key before the true one.
    JwksTwoKeys,
    /// Key set: without a key.
    JwksEmpty,
    /// PAR: the `request_uri` has run out when it comes back.
    ParExpired,
    /// PAR: the `request_uri` was used when it comes back.
    ParUsed,
    /// id_token: the nonce of somebody else.
    WrongNonce,
    /// id_token: no nonce.
    NonceMissing,
    /// id_token: another issuer.
    WrongIss,
    /// id_token: no issuer.
    IssMissing,
    /// id_token: the issuer with a slash at the end.
    IssTrailingSlash,
    /// id_token: for another client.
    WrongAud,
    /// id_token: for us and for another client.
    ExtraAud,
    /// id_token: for us, as a list of one. A client should accept it.
    AudArray,
    /// id_token: for an empty list.
    AudEmpty,
    /// id_token: for nobody.
    AudMissing,
    /// id_token: `azp` names another client.
    AzpOther,
    /// id_token: ran out ten minutes ago.
    Expired,
    /// id_token: no `exp`.
    ExpMissing,
    /// id_token: `exp` with half a second.
    ExpFraction,
    /// id_token: `exp` as a text.
    ExpString,
    /// id_token: `exp` beyond 64 bits.
    ExpOverflow,
    /// id_token: issued an hour from now.
    IatFuture,
    /// id_token: issued an hour ago, and still good.
    IatOld,
    /// id_token: no `iat`.
    IatMissing,
    /// id_token: not before an hour from now.
    NbfFuture,
    /// id_token: the person signed in an hour ago.
    AuthTimeOld,
    /// id_token: the person signs in an hour from now.
    AuthTimeFuture,
    /// id_token: no `auth_time`.
    AuthTimeMissing,
    /// id_token: `idporten-loa-low`.
    AcrLow,
    /// id_token: no `acr`.
    AcrMissing,
    /// id_token: an empty `acr`.
    AcrEmpty,
    /// id_token: a level that nobody knows.
    AcrUnknown,
    /// id_token: `Idporten-Loa-High`.
    AcrCase,
    /// id_token: `eidas-loa-high`.
    AcrEidas,
    /// id_token: `selfregistered-email`.
    AcrEmail,
    /// id_token: `amr` as a text, as ID-porten's old platform had it. A client should accept it.
    AmrString,
    /// id_token: no `amr`. A client should accept it.
    AmrMissing,
    /// id_token: a method that nobody knows. A client should accept it.
    AmrUnknown,
    /// id_token: the right `at_hash`. A client should accept it.
    AtHashRight,
    /// id_token: the hash of another access token.
    AtHashWrong,
    /// id_token: no `sub`.
    SubMissing,
    /// id_token: an empty `sub`.
    SubEmpty,
    /// id_token: a `sub` of 300 characters.
    SubLong,
    /// id_token: no `pid`.
    PidMissing,
    /// id_token: a `pid` of three digits.
    PidShort,
    /// id_token: a `pid` with a wrong check digit.
    PidCheckDigit,
    /// id_token: `client_onbehalfof` names somebody that nobody asked for.
    OnBehalfOf,
    /// id_token: powers of attorney that nobody asked for.
    AuthorizationDetails,
    /// id_token: an empty list of powers: acting as oneself. A client should accept it.
    AuthorizationDetailsEmpty,
    /// id_token: `sub` twice, the wrong one first.
    PayloadDuplicate,
    /// id_token: one MiB of claims.
    PayloadHuge,
    /// id_token: a claim that is 5000 arrays deep.
    PayloadDeep,
    /// id_token: a claim that isn't UTF-8.
    PayloadNotUtf8,
    /// id_token: claims that were changed after they were signed.
    PayloadChanged,
    /// id_token: one bit of the signature is wrong.
    BadSignature,
    /// id_token: without its third part.
    Truncated,
    /// id_token: five parts, as if it were encrypted.
    Jwe,
    /// id_token: `alg: none`, no signature.
    AlgNone,
    /// id_token: HS256 with the public key as the secret.
    AlgHs256,
    /// id_token: ES256 by another key of the service.
    AlgEs256,
    /// id_token: RS384 by the right key.
    AlgRs384,
    /// id_token: a `kid` that the key set doesn't have.
    UnknownKid,
    /// id_token: no `kid` in the header.
    NoKid,
    /// id_token: `jku` in the header.
    HeaderJku,
    /// id_token: `jwk` in the header.
    HeaderJwk,
    /// id_token: `x5u` in the header.
    HeaderX5u,
    /// id_token: `x5c` in the header.
    HeaderX5c,
    /// id_token: a critical extension that nobody knows.
    HeaderCrit,
    /// id_token: of type `at+jwt`.
    TypAccess,
    /// id_token: of type `logout+jwt`.
    TypLogout,
    /// Token answer without an id_token.
    NoIdToken,
    /// Token answer without an access token.
    NoAccessToken,
    /// Token answer: an empty access token.
    EmptyAccessToken,
    /// Token answer: `bEaReR` or `dPoP`. A client should accept it.
    TokenTypeCase,
    /// Token answer: `Bearer`, though a proof came with the request.
    TokenTypeBearer,
    /// Token answer: a type that nobody knows.
    TokenTypeUnknown,
    /// Token answer: no `expires_in`. A client should accept it.
    NoExpiresIn,
    /// Token answer: `expires_in` below zero.
    ExpiresInNegative,
    /// Token answer: `expires_in` as a text.
    ExpiresInString,
    /// Token answer: `expires_in` as large as 64 bits allow.
    ExpiresInHuge,
    /// Token answer: only `openid` was granted.
    ScopeNarrower,
    /// Token answer: one more scope than asked for. A client should accept it.
    ScopeWider,
    /// Token answer: `access_token` twice, the wrong one first.
    TokenDuplicate,
    /// Token answer: a member that is 5000 arrays deep.
    TokenDeep,
    /// Token answer: begins with a byte order mark.
    TokenBom,
    /// Token answer without a refresh token.
    NoRefreshToken,
    /// Token answer: doesn't say how long the refresh token lives. A client should accept it.
    NoRefreshExpiresIn,
    /// Refresh: `invalid_grant`, as after a revocation by the citizen.
    RefreshRefused,
    /// Refresh: `unauthorized_client`, as for a public client that may not refresh.
    RefreshUnauthorized,
    /// Refresh: the old token stays valid and the answer has no new one.
    RefreshNotRotated,
    /// Refresh: an id_token of somebody else.
    RefreshOtherSub,
    /// Refresh: an id_token of another issuer.
    RefreshOtherIss,
    /// Refresh: an id_token for another client.
    RefreshOtherAud,
    /// Refresh: an id_token with a nonce of somebody else.
    RefreshOtherNonce,
    /// Refresh: an id_token of another sign-in.
    RefreshOtherAuthTime,
    /// Callback: `iss` of somebody else (RFC 9207).
    CallbackWrongIss,
    /// Callback: no `iss`.
    CallbackNoIss,
    /// Callback: another `state`.
    CallbackWrongState,
    /// Callback: no `state`.
    CallbackNoState,
    /// Callback: an empty `state`.
    CallbackEmptyState,
    /// Callback: two codes.
    CallbackTwoCodes,
    /// Callback: two states.
    CallbackTwoStates,
    /// Callback: two issuers.
    CallbackTwoIss,
    /// Callback: two errors.
    CallbackTwoErrors,
    /// Callback: a code and an error.
    CallbackCodeAndError,
    /// Callback: neither a code nor an error.
    CallbackNeither,
    /// Callback: every character percent-encoded. A client should accept it.
    CallbackEncoded,
    /// Callback: 10,000 characters of `error_description`, when there is an error.
    CallbackLongDescription,
    /// Callback: this error (RFC 6749 §4.1.2.1), whatever the person did. So do the others of this kind.
    ErrorInvalidRequest,
    /// See [`Twist::ErrorInvalidRequest`].
    ErrorUnauthorizedClient,
    /// See [`Twist::ErrorInvalidRequest`].
    ErrorAccessDenied,
    /// See [`Twist::ErrorInvalidRequest`].
    ErrorUnsupportedResponseType,
    /// See [`Twist::ErrorInvalidRequest`].
    ErrorInvalidScope,
    /// See [`Twist::ErrorInvalidRequest`].
    ErrorServerError,
    /// See [`Twist::ErrorInvalidRequest`].
    ErrorTemporarilyUnavailable,
    /// OpenID Connect Core §3.1.2.6, like the next ones.
    ErrorInteractionRequired,
    /// See [`Twist::ErrorInteractionRequired`].
    ErrorLoginRequired,
    /// See [`Twist::ErrorInteractionRequired`].
    ErrorAccountSelectionRequired,
    /// See [`Twist::ErrorInteractionRequired`].
    ErrorConsentRequired,
    /// See [`Twist::ErrorInteractionRequired`].
    ErrorInvalidRequestUri,
    /// See [`Twist::ErrorInteractionRequired`].
    ErrorInvalidRequestObject,
    /// See [`Twist::ErrorInteractionRequired`].
    ErrorRequestNotSupported,
    /// See [`Twist::ErrorInteractionRequired`].
    ErrorRequestUriNotSupported,
    /// See [`Twist::ErrorInteractionRequired`].
    ErrorRegistrationNotSupported,
    /// Callback: an error that nobody knows.
    ErrorUnknown,
    /// Both services want a nonce of theirs in every proof of possession (RFC 9449 §8).
    DpopNonce,
    /// Discovery doesn't offer proofs of possession.
    NoDpop,
    /// Userinfo of somebody else.
    UserinfoWrongSub,
    /// Userinfo without `sub`.
    UserinfoNoSub,
    /// Every card number needs a one-time code.
    OtpWanted,
    /// Card number door: `redirect_to_web`, whoever it is.
    ChallengeToWeb,
    /// Card number door: 423, whoever it is.
    ChallengeLocked,
    /// A browser's session is not used again.
    NoSso,
    /// After a logout: another `state`.
    LogoutWrongState,
    /// After a logout: no `state`.
    LogoutNoState,
    /// A logout ends in a page that never comes back.
    LogoutError,
    /// Snapshot: one bit of the signature is wrong.
    SnapshotBadSignature,
    /// Snapshot: of another person.
    SnapshotWrongSub,
    /// Snapshot: `typ` is `JWT`.
    SnapshotOtherTyp,
    /// Rules: the hash of another text.
    RulesWrongHash,
    /// Rules: not one clause.
    RulesEmpty,
    /// Rules: a clause of 1 MiB.
    RulesHuge,
    /// Rules: signs that turn the direction of writing.
    RulesBidi,
    /// Rules: in a language that the app can't name.
    RulesUnknownLanguage,
    /// Receipt: one bit of the signature is wrong, and the log has it so.
    ReceiptBadSignature,
    /// Receipt: of another person, and the log has it so.
    ReceiptWrongSub,
    /// Receipt: for another text, and the log has it so.
    ReceiptOtherText,
    /// Receipt: the path doesn't lead to the root.
    ReceiptNotInLog,
    /// Log: another first entry than before, in heads, proofs and new receipts.
    LogForks,
    /// Both services change keys, once and at once; the old ones leave the key sets.
    RotateKeys,
}
