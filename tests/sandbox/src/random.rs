use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use sha2::{Digest, Sha256};

/// Unpadded base64url (RFC 4648 §5), the alphabet of JOSE and PKCE.
pub(crate) fn base64url(bytes: impl AsRef<[u8]>) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// The bytes of an unpadded base64url text, or nothing.
pub(crate) fn from_base64url(text: &str) -> Option<Vec<u8>> {
    URL_SAFE_NO_PAD.decode(text).ok()
}

/// `N` bytes from the operating system.
///
/// A machine without randomness can't run a sandbox: the error is the system's.
pub(crate) fn bytes<const N: usize>() -> Result<[u8; N], getrandom::Error> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes)?;
    Ok(bytes)
}

/// A fresh token of 256 bits in base64url.
pub(crate) fn token() -> Result<String, getrandom::Error> {
    Ok(base64url(bytes::<32>()?))
}

/// What the sandbox remembers of a token: SHA-256 in base64url, never the token itself.
pub(crate) fn digest(text: &str) -> String {
    base64url(Sha256::digest(text))
}
