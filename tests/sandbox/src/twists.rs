use serde::{Deserialize, Serialize};

/// An answer that arrives in good order and says something wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Twist {
    /// id_token: the nonce of somebody else.
    WrongNonce,
    /// id_token: another issuer.
    WrongIss,
    /// id_token: the issuer with a slash at the end.
    IssTrailingSlash,
    /// id_token: for another client.
    WrongAud,
    /// id_token: for us and for another client.
    ExtraAud,
    /// id_token: `azp` names another client.
    AzpOther,
    /// id_token: ran out ten minutes ago.
    Expired,
    /// id_token: issued an hour from now.
    IatFuture,
    /// id_token: `idporten-loa-low`.
    AcrLow,
    /// id_token: no `acr`.
    AcrMissing,
    /// id_token: `amr` as a text, as ID-porten's old platform had it. A client should accept it.
    AmrString,
    /// id_token: one bit of the signature is wrong.
    BadSignature,
    /// id_token: `alg: none`, no signature.
    AlgNone,
    /// id_token: a `kid` that the key set doesn't have.
    UnknownKid,
    /// id_token: no `kid` in the header.
    NoKid,
    /// Token answer without an id_token.
    NoIdToken,
    /// id_token: no `sub`.
    SubMissing,
    /// id_token: no `pid`.
    PidMissing,
    /// Callback: `iss` of somebody else (RFC 9207).
    CallbackWrongIss,
    /// Callback: no `iss`.
    CallbackNoIss,
    /// Callback: another `state`.
    CallbackWrongState,
    /// Callback: no `state`.
    CallbackNoState,
    /// Snapshot: one bit of the signature is wrong.
    SnapshotBadSignature,
    /// Snapshot: of another person.
    SnapshotWrongSub,
    /// Snapshot: `typ` is `JWT`.
    SnapshotOtherTyp,
    /// Refresh: `invalid_grant`, as after a revocation by the citizen.
    RefreshRefused,
    /// Token answer without a refresh token.
    NoRefreshToken,
    /// Refresh: the old token stays valid and the answer has no new one.
    RefreshNotRotated,
    /// Both services want a nonce of theirs in every proof of possession (RFC 9449 §8).
    DpopNonce,
    /// Discovery doesn't offer proofs of possession.
    NoDpop,
    /// Token answer: `Bearer`, though a proof came with the request.
    TokenTypeBearer,
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
    /// After a logout: another `state`.
    LogoutWrongState,
    /// After a logout: no `state`.
    LogoutNoState,
    /// A logout ends in a page that never comes back.
    LogoutError,
    /// A browser's session is not used again.
    NoSso,
    /// Both services change keys, once and at once; the old ones leave the key sets.
    RotateKeys,
}
