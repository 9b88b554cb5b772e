//! Tells observers, one thread, in order, the current state first.

use std::{
    collections::BTreeMap,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
        mpsc,
    },
};

use crate::{AppState, StateObserver};

enum News {
    Changed(Box<AppState>),
    Come(u64, Arc<dyn StateObserver>),
    Gone(u64),
}

/// The way to the thread that tells; the thread ends when this and all subscriptions are dropped.
#[derive(Clone)]
pub(crate) struct Herald {
    news: mpsc::Sender<News>,
    current: Arc<Mutex<AppState>>,
    next: Arc<AtomicU64>,
}

impl Herald {
    pub(crate) fn new(first: AppState) -> Self {
        let (news, heard) = mpsc::channel();
        let shown = first.clone();
        std::thread::spawn(move || tell(&heard, shown));
        Self {
            news,
            current: Arc::new(Mutex::new(first)),
            next: Arc::default(),
        }
    }

    /// Publishes, when something but the revision changed.
    pub(crate) fn publish(&self, mut state: AppState) {
        let mut current = self.current.lock().unwrap_or_else(PoisonError::into_inner);
        state.revision = current.revision;
        if *current != state {
            state.revision += 1;
            *current = state.clone();
            let _ = self.news.send(News::Changed(Box::new(state)));
        }
    }

    pub(crate) fn current(&self) -> AppState {
        self.current.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(crate) fn subscribe(&self, observer: Arc<dyn StateObserver>) -> Subscription {
        let id = self.next.fetch_add(1, Ordering::Relaxed);
        let _ = self.news.send(News::Come(id, observer));
        Subscription {
            id,
            news: self.news.clone(),
        }
    }
}

fn tell(heard: &mpsc::Receiver<News>, mut current: AppState) {
    let mut observers = BTreeMap::new();
    for news in heard {
        match news {
            News::Changed(state) => {
                current = *state;
                observers.values().for_each(|o| say(o, &current));
            }
            News::Come(id, observer) => {
                say(&observer, &current);
                observers.insert(id, observer);
            }
            News::Gone(id) => {
                observers.remove(&id);
            }
        }
    }
}

/// An observer that fails or panics stays; the next change may go better.
fn say(observer: &Arc<dyn StateObserver>, state: &AppState) {
    let told = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| observer.changed(state.clone())));
    if !matches!(told, Ok(Ok(()))) {
        tracing::warn!("an observer failed");
    }
}

/// Being told; ends with [`Subscription::cancel`] or when it is dropped.
#[derive(uniffi::Object)]
pub struct Subscription {
    id: u64,
    news: mpsc::Sender<News>,
}

#[uniffi::export]
impl Subscription {
    /// No more, please. What is on its way may still come.
    pub fn cancel(&self) {
        let _ = self.news.send(News::Gone(self.id));
    }
}

impl Drop for Subscription {
    fn drop(&mut self) {
        self.cancel();
    }
}
