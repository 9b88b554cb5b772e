//! One thread for all that is kept on this phone, so that what was asked first is kept first.

use std::sync::{Arc, mpsc};

use zeroize::Zeroizing;

use crate::{
    Error, Result,
    domain::{
        directory::{Changes, Directory, Whole, bundled},
        kin::Kin,
        receipt::Pseudonym,
        secret::Secret,
        shelf::Shelf,
        snapshot::HeldCard,
        timestamp::Timestamp,
    },
    ports::{CachedCard, DirectoryDocument, Row},
    session::{effect::Remember, event::Opened, kept::Session, sign_in::Pending, trip::Trip},
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

/// What the directory that came with the app became by these documents; `None` when one doesn't go on from those before it, as
/// after an update that brought another one.
fn replay(documents: &[DirectoryDocument]) -> Option<Directory> {
    documents.iter().try_fold(bundled(), |before, document| match document {
        DirectoryDocument::Whole(json) => Directory::new(Whole::parse(json).ok()?).ok(),
        DirectoryDocument::Changes(json) => before.apply(&Changes::parse(json).ok()?).ok(),
    })
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
        if opened.card.is_some() {
            opened.shelf = self.kept_row(Row::Shelf).unwrap_or_default();
            opened.shelf.children.iter_mut().for_each(|kin| self.check_kin(kin));
            opened.shown = self.kept_row(Row::Shown);
            opened.receipts = self.register.prove(&opened.shelf.receipts, &opened.shelf.keys);
        }
        match self.read_vault(now) {
            Ok((pending, session, lock)) => {
                opened.registering = session.as_ref().is_some_and(|session| session.registering);
                opened.session = session.map(|session| session.person);
                (opened.pending, opened.lock_card) = (pending, lock);
            }
            Err(e) => opened.trouble = Some(e),
        }
        if opened.card.is_some() || opened.registering {
            opened.trip = self.kept_row(Row::Trip);
        }
        opened
    }

    /// A row that can be read; one that can't is as good as none, since the service tells it anew.
    fn kept_row<T: serde::de::DeserializeOwned>(&self, row: Row) -> Option<T> {
        let bytes = self.cache.row(row).ok().flatten()?;
        serde_json::from_slice(&bytes).ok()
    }

    pub(super) fn keep_shelf(&self, shelf: &Shelf, remember: Remember) -> Result<()> {
        match remember {
            Remember::Yes => self.keep_as_row(Row::Shelf, Some(shelf)),
            Remember::No => Ok(()),
        }
    }

    pub(super) fn keep_trip(&self, trip: Option<&Trip>) -> Result<()> {
        self.keep_as_row(Row::Trip, trip)
    }

    pub(super) fn keep_shown(&self, child: Option<&Pseudonym>) -> Result<()> {
        self.keep_as_row(Row::Shown, child)
    }

    fn keep_as_row<T: serde::Serialize>(&self, row: Row, value: Option<&T>) -> Result<()> {
        let Some(value) = value else {
            return self.cache.keep_row(row, None);
        };
        let bytes = Zeroizing::new(serde_json::to_vec(value).map_err(|_| Error::Internal("form"))?);
        self.cache.keep_row(row, Some(&bytes))
    }

    /// The directory of this phone: what the service told last, else the one that came with the app.
    pub(super) fn open_directory(&self) -> Arc<Directory> {
        let kept = self.cache.directory().unwrap_or_default();
        Arc::new(replay(&kept).unwrap_or_else(bundled))
    }

    fn check_again(&self, cached: CachedCard) -> Result<HeldCard> {
        Ok(HeldCard {
            snapshot: self.register.verify(&cached.signed)?,
            signed: cached.signed,
            etag: cached.etag,
            checked_at: cached.checked_at,
        })
    }

    /// A child's card that isn't right any more is gone; the service gives it anew.
    fn check_kin(&self, kin: &mut Kin) {
        let card = kin.kept.take().and_then(|kept| {
            let snapshot = self.register.verify(&kept.signed).ok()?;
            (snapshot.subject == kin.child.expose()).then_some(HeldCard {
                snapshot,
                signed: kept.signed,
                etag: kept.etag,
                checked_at: kept.checked_at,
            })
        });
        kin.takes(card);
    }

    fn read_vault(&self, now: Timestamp) -> Result<(Option<Pending>, Option<Session>, bool)> {
        let pending = self.vault.get(PENDING)?.and_then(|bytes| Pending::from_vault(&bytes));
        let stale = pending.as_ref().is_some_and(|p| p.is_over(now));
        let session = self.session()?;
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
