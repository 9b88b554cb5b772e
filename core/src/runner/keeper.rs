//! One thread for all that is kept on this phone, so that what was asked first is kept first.

use std::sync::mpsc;

use zeroize::Zeroizing;

use crate::{
    Error, Result,
    domain::{secret::Secret, snapshot::HeldCard, timestamp::Timestamp},
    ports::CachedCard,
    session::{
        event::Opened,
        kept::{Person, Session},
        sign_in::Pending,
    },
};

use super::Ports;

/// Vault names.
const PENDING: &str = "pending-sign-in";
const SESSION: &str = "session";
const LOCK: &str = "card-behind-lock";

/// Work for the thread.
type Work = Box<dyn FnOnce() + Send>;

/// The thread's mailbox; the thread ends when this is dropped.
#[derive(Clone)]
pub(super) struct Keeper(mpsc::Sender<Work>);

impl Keeper {
    pub(super) fn new() -> Self {
        let (sender, work) = mpsc::channel::<Work>();
        std::thread::spawn(move || work.into_iter().for_each(|job| job()));
        Self(sender)
    }

    /// Queues; work after the end is dropped with its answer.
    pub(super) fn queue(&self, work: impl FnOnce() + Send + 'static) {
        let _ = self.0.send(Box::new(work));
    }
}

impl Ports {
    /// Everything that was kept. What fails is told, what can be read is shown.
    pub(super) fn open(&self, now: Timestamp) -> Opened {
        let loaded = self.cache.load();
        let mut opened = Opened {
            trouble: loaded.trouble,
            ..Opened::default()
        };
        if let Some(cached) = loaded.card {
            match self.check_again(cached) {
                Ok(card) => opened.card = Some(card),
                Err(_) => {
                    opened.trouble = Some(Error::StorageDamaged("card"));
                    let _ = self.cache.wipe();
                }
            }
        }
        match self.read_vault(now) {
            Ok((pending, session, lock)) => {
                (opened.pending, opened.session, opened.lock_card) = (pending, session, lock)
            }
            Err(e) => opened.trouble = Some(e),
        }
        opened
    }

    fn check_again(&self, cached: CachedCard) -> Result<HeldCard> {
        Ok(HeldCard {
            snapshot: self.register.verify(&cached.signed)?,
            signed: cached.signed,
            etag: cached.etag,
            checked_at: cached.checked_at,
        })
    }

    fn read_vault(&self, now: Timestamp) -> Result<(Option<Pending>, Option<Person>, bool)> {
        let pending = self.vault.get(PENDING)?.and_then(|bytes| Pending::from_vault(&bytes));
        let stale = pending.as_ref().is_some_and(|p| p.is_over(now));
        let session = self.session()?.map(|session| session.person);
        if stale {
            self.vault.remove(PENDING)?;
        }
        Ok((pending.filter(|_| !stale), session, self.vault.get(LOCK)?.is_some()))
    }

    pub(super) fn keep_pending(&self, pending: Pending) -> Result<Pending> {
        self.vault.set(PENDING, &pending.to_vault())?;
        Ok(pending)
    }

    pub(super) fn forget_pending(&self) -> Result<()> {
        self.vault.remove(PENDING)
    }

    pub(super) fn keep_session(&self, session: &Session) -> Result<()> {
        self.vault.set(SESSION, &session.to_vault())
    }

    pub(super) fn forget_session(&self) -> Result<()> {
        self.vault.remove(SESSION)
    }

    pub(super) fn keep_lock(&self, card_too: bool) -> Result<()> {
        match card_too {
            true => self.vault.set(LOCK, b"yes"),
            false => self.vault.remove(LOCK),
        }
    }

    /// The session that is kept, if any; it isn't any more.
    pub(super) fn take_session(&self) -> Result<Option<Session>> {
        let session = self.session()?;
        self.forget_session()?;
        Ok(session)
    }

    /// The session that is kept, if any.
    pub(super) fn session(&self) -> Result<Option<Session>> {
        let bytes = self.vault.get(SESSION)?.map(Zeroizing::new);
        Ok(bytes.and_then(|bytes| Session::from_vault(&bytes)))
    }

    /// Forgets all; goes on after a failure and tells the first one.
    pub(super) fn forget_all(&self) -> (Option<Secret>, Result<()>) {
        let session = self.session();
        let results = [
            self.vault.remove(SESSION),
            self.vault.remove(PENDING),
            self.vault.remove(LOCK),
            self.cache.wipe(),
        ];
        let first = results.into_iter().find(Result::is_err).unwrap_or(Ok(()));
        (session.ok().flatten().map(|session| session.refresh), first)
    }
}
