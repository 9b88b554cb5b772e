//! Grants wishes: storage on the keeper's thread in order, the net on the runtime with a deadline each.

use std::{future::Future, panic::AssertUnwindSafe, sync::Arc, time::Duration};

use tokio::{runtime::Handle, sync::mpsc};

use super::{Mail, Ports, keeper::Keeper};
use crate::{
    Error, Result,
    domain::timestamp::Timestamp,
    ports::Tokens,
    session::{
        effect::Effect,
        event::{Answer, Event},
        state::Stamp,
    },
};

/// Longest time for one step over the net, everything included.
const STEP_DEADLINE: Duration = Duration::from_secs(30);

/// Grants effects and mails their answers.
pub(super) struct Granter {
    runtime: Handle,
    ports: Arc<Ports>,
    mailbox: mpsc::UnboundedSender<Mail>,
    keeper: Keeper,
}

impl Granter {
    pub(super) fn new(runtime: Handle, ports: Ports, mailbox: mpsc::UnboundedSender<Mail>) -> Self {
        Self {
            runtime,
            ports: Arc::new(ports),
            mailbox,
            keeper: Keeper::new(),
        }
    }

    /// Begins the effect; its answer comes by mail under `stamp`.
    pub(super) fn grant(&self, effect: Effect, stamp: Stamp, now: Timestamp) {
        let p = Arc::clone(&self.ports);
        match effect {
            Effect::Open => self.keep(stamp, move || {
                let opened = guarded(|| Ok(p.open(now))).unwrap_or_else(|trouble| crate::session::event::Opened {
                    trouble: Some(trouble),
                    ..Default::default()
                });
                Some(Answer::Opened(Box::new(opened)))
            }),
            Effect::KeepPending(pending) => {
                self.keep(stamp, move || {
                    Some(Answer::PendingKept(guarded(|| p.keep_pending(pending))))
                });
            }
            Effect::ForgetPending => self.keep(stamp, move || silent(guarded(|| p.forget_pending()))),
            Effect::KeepSession(session) => {
                self.keep(stamp, move || {
                    Some(Answer::SessionKept(guarded(|| p.keep_session(&session))))
                });
            }
            Effect::ForgetSession => self.keep(stamp, move || silent(guarded(|| p.forget_session()))),
            Effect::KeepCard(card) => {
                self.keep(stamp, move || Some(Answer::CardKept(guarded(|| p.cache.save(&card)))));
            }
            Effect::KeepShelf(shelf, remember, waiter) => self.keep(stamp, move || {
                let kept = guarded(|| p.keep_shelf(&shelf, remember));
                let receipts = guarded(|| Ok(p.register.prove(&shelf.receipts, &shelf.keys))).unwrap_or_default();
                Some(Answer::Proved(receipts, waiter, kept))
            }),
            Effect::KeepTrip(trip, waiter) => self.keep(stamp, move || {
                let _ = silent(guarded(|| p.keep_trip(trip.as_ref())));
                Some(Answer::TripKept(waiter))
            }),
            Effect::KeepShown(child, waiter) => self.keep(stamp, move || {
                let _ = silent(guarded(|| p.keep_shown(child.as_ref())));
                Some(Answer::ShownKept(waiter))
            }),
            Effect::OpenDirectory => self.keep(stamp, move || {
                Some(Answer::Directory(guarded(|| Ok(Some(p.open_directory())))))
            }),
            Effect::AskDirectory(known) => {
                let keeper = self.keeper.clone();
                self.net(stamp, Answer::Directory, async move {
                    let Some((directory, document)) = p.register.directory(known).await? else {
                        return Ok(None);
                    };
                    keeper.queue(move || drop(silent(guarded(|| p.cache.keep_directory(&document)))));
                    Ok(Some(directory))
                });
            }
            Effect::KeepLock(ticket, card_too) => self.keep(stamp, move || {
                Some(Answer::LockKept(ticket, card_too, guarded(|| p.keep_lock(card_too))))
            }),
            Effect::ForgetAll(ticket, farewell) => self.keep(stamp, move || {
                let (refresh, result) = guarded(|| Ok(p.forget_all())).unwrap_or_else(|e| (None, Err(e)));
                Some(Answer::Forgotten {
                    ticket,
                    farewell,
                    refresh,
                    result,
                })
            }),
            Effect::Prepare(request) => {
                self.net(
                    stamp,
                    Answer::Prepared,
                    async move { p.sign_in.prepare(request, now).await },
                );
            }
            Effect::Challenge(challenge) => self.net(stamp, Answer::Challenged, async move {
                p.sign_in.challenge(challenge, now).await
            }),
            Effect::Exchange(pending, code) => self.net(stamp, Answer::Exchanged, async move {
                p.sign_in.exchange(pending, code, now).await
            }),
            Effect::Renew => self.renew(stamp, now),
            Effect::Retire => self.retire(),
            Effect::Fetch(pass, etag) => {
                self.net(
                    stamp,
                    Answer::Fetched,
                    async move { p.register.fetch(pass, etag).await },
                );
            }
            Effect::Run(pass, job) => {
                let errand = job.errand.clone();
                self.net(stamp, |result| Answer::Ran(job, result), async move {
                    p.register.run(pass, errand).await
                });
            }
            Effect::Part(ticket, farewell) => {
                self.net(stamp, move |result| Answer::Parting(ticket, result), async move {
                    p.sign_in.part(farewell, now).await
                })
            }
            Effect::Revoke(token) => {
                self.runtime.spawn(async move {
                    let _ = tokio::time::timeout(STEP_DEADLINE, p.sign_in.revoke(token)).await;
                    p.sign_in.hang_up();
                });
            }
            Effect::Reply(..) => {}
        }
    }

    /// The refresh token is read in the keeper's order, then used.
    fn renew(&self, stamp: Stamp, now: Timestamp) {
        let (p, q) = (Arc::clone(&self.ports), Arc::clone(&self.ports));
        let (read, later) = tokio::sync::oneshot::channel();
        self.keeper.queue(move || {
            let _ = read.send(guarded(|| p.session()));
        });
        self.net(stamp, Answer::Renewed, async move {
            let session = later.await.map_err(|_| Error::Internal("keeper"))??;
            match session {
                Some(session) => q.sign_in.renew(session, now).await,
                None => Err::<Tokens, _>(Error::SignInExpired),
            }
        });
    }

    /// The session that was is read in the keeper's order, before the new one is kept there.
    fn retire(&self) {
        let (p, q) = (Arc::clone(&self.ports), Arc::clone(&self.ports));
        let (read, later) = tokio::sync::oneshot::channel();
        self.keeper.queue(move || {
            let _ = read.send(guarded(|| p.take_session()));
        });
        self.runtime.spawn(async move {
            if let Ok(Ok(Some(session))) = later.await {
                let _ = tokio::time::timeout(STEP_DEADLINE, q.sign_in.retire(session.refresh)).await;
            }
        });
    }

    fn keep(&self, stamp: Stamp, work: impl FnOnce() -> Option<Answer> + Send + 'static) {
        let mailbox = self.mailbox.clone();
        self.keeper.queue(move || {
            if let Some(answer) = work() {
                let _ = mailbox.send(Mail::Event(Event::Answered(stamp, answer)));
            }
        });
    }

    fn net<T: Send + 'static>(
        &self,
        stamp: Stamp,
        answer: impl FnOnce(Result<T>) -> Answer + Send + 'static,
        work: impl Future<Output = Result<T>> + Send + 'static,
    ) {
        let mailbox = self.mailbox.clone();
        let work = self.runtime.spawn(tokio::time::timeout(STEP_DEADLINE, work));
        self.runtime.spawn(async move {
            let result = match work.await {
                Ok(Ok(result)) => result,
                Ok(Err(_elapsed)) => Err(Error::Offline("deadline")),
                Err(_panicked) => Err(Error::Internal("an effect panicked")),
            };
            let _ = mailbox.send(Mail::Event(Event::Answered(stamp, answer(result))));
        });
    }
}

/// Runs foreign code: its panic becomes an error.
fn guarded<T>(work: impl FnOnce() -> Result<T>) -> Result<T> {
    std::panic::catch_unwind(AssertUnwindSafe(work)).unwrap_or(Err(Error::Internal("storage panicked")))
}

/// A failure to keep or forget what nobody waits for is logged; the next time tries again.
fn silent(result: Result<()>) -> Option<Answer> {
    if let Err(error) = result {
        tracing::warn!(%error, "could not keep or forget");
    }
    None
}
