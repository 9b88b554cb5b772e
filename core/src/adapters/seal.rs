//! Sealed rows: XChaCha20-Poly1305 with table, row and version as associated data, so that a row can't stand in for
//! another. Its 24-byte nonce may be drawn by chance (draft-irtf-cfrg-xchacha §3.1).

use chacha20poly1305::{
    KeyInit, XChaCha20Poly1305, XNonce,
    aead::{Aead, Payload},
};
use zeroize::Zeroizing;

use crate::{Error, Result, ports::Dice};

/// Bytes of the key.
pub(super) const KEY_BYTES: usize = 32;
const NONCE_BYTES: usize = 24;

/// The key to sealed rows; wiped when dropped.
pub(super) struct SealKey(Zeroizing<[u8; KEY_BYTES]>);

impl SealKey {
    /// A new key.
    pub(super) fn fresh(dice: &dyn Dice) -> Result<Self> {
        let mut key = Zeroizing::new([0; KEY_BYTES]);
        dice.fill(key.as_mut_slice())?;
        Ok(Self(key))
    }

    /// A key from the vault; `None` when it has another length.
    pub(super) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        Some(Self(Zeroizing::new(bytes.try_into().ok()?)))
    }

    /// For the vault.
    pub(super) fn bytes(&self) -> &[u8] {
        self.0.as_slice()
    }

    /// Nonce and sealed text.
    pub(super) fn seal(&self, dice: &dyn Dice, row: &str, plain: &[u8]) -> Result<Vec<u8>> {
        let mut nonce = [0; NONCE_BYTES];
        dice.fill(&mut nonce)?;
        let payload = Payload {
            msg: plain,
            aad: row.as_bytes(),
        };
        let sealed = self
            .cipher()
            .encrypt(&XNonce::from(nonce), payload)
            .map_err(|_| Error::Internal("sealing"))?;
        Ok([nonce.as_slice(), &sealed].concat())
    }

    /// The text, when nobody has touched it.
    pub(super) fn open(&self, row: &str, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>> {
        const DAMAGED: Error = Error::StorageDamaged("seal");
        let (nonce, msg) = sealed.split_first_chunk::<NONCE_BYTES>().ok_or(DAMAGED)?;
        let payload = Payload {
            msg,
            aad: row.as_bytes(),
        };
        let plain = self.cipher().decrypt(&XNonce::from(*nonce), payload);
        plain.map(Zeroizing::new).map_err(|_| DAMAGED)
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new((&*self.0).into())
    }
}
