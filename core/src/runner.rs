//! The one owner of the model: one mailbox, one view out. Long work happens in effects, so that sign-out never waits.

use std::{
    collections::HashMap,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use tokio::{
    runtime::Handle,
    sync::{mpsc, oneshot},
};

use crate::{
    Error, Result,
    domain::timestamp::Timestamp,
    ports::{Cache, Clock, Dice, Register, SignIn, Vault},
    session::{
        effect::{Effect, Reply},
        event::{Command, Context, Event},
        state::{Model, Ticket},
        transition::step,
    },
};

mod grant;
mod keeper;

/// The world, as the runner needs it.
#[derive(Clone)]
pub struct Ports {
    /// Safe storage.
    pub vault: Arc<dyn Vault>,
    /// Disk.
    pub cache: Arc<dyn Cache>,
    /// Provider.
    pub sign_in: Arc<dyn SignIn>,
    /// Card service.
    pub register: Arc<dyn Register>,
    /// Time.
    pub clock: Arc<dyn Clock>,
    /// Chance.
    pub dice: Arc<dyn Dice>,
}

/// What the mailbox takes.
enum Mail {
    /// A command and where its answer goes.
    Ask(Command, oneshot::Sender<Result<Reply>>),
    /// An effect's answer.
    Event(Event),
    /// The end.
    Stop,
}

/// A way to the runner; it ends when this is dropped.
pub struct Runner {
    mailbox: mpsc::UnboundedSender<Mail>,
}

impl Runner {
    /// Starts on `runtime`. `publish` sees the model after every event, in order, on the runner's own task: it must
    /// not block. No IO happens before [`Command::Start`].
    pub fn begin(runtime: &Handle, ports: Ports, publish: impl FnMut(&Model) + Send + 'static) -> Self {
        let (mailbox, inbox) = mpsc::unbounded_channel();
        let owner = Owner {
            model: Model::new(ports.clock.now()),
            replies: HashMap::new(),
            granter: grant::Granter::new(runtime.clone(), ports.clone(), mailbox.clone()),
            ports,
            publish,
        };
        runtime.spawn(owner.run(inbox));
        Self { mailbox }
    }

    /// Asks, and waits for the answer. Dropping the wait doesn't stop the command: what was accepted finishes.
    ///
    /// # Errors
    /// What the command failed by; [`Error::Internal`] when the runner is gone.
    pub async fn ask(&self, command: Command) -> Result<Reply> {
        let (answer, later) = oneshot::channel();
        let gone = Error::Internal("the runner has stopped");
        self.mailbox
            .send(Mail::Ask(command, answer))
            .map_err(|_| gone.clone())?;
        later.await.map_err(|_| gone)?
    }
}

impl Drop for Runner {
    fn drop(&mut self) {
        // Nobody listens any more when this fails, which is what is wanted.
        let _ = self.mailbox.send(Mail::Stop);
    }
}

struct Owner<P> {
    model: Model,
    replies: HashMap<Ticket, oneshot::Sender<Result<Reply>>>,
    granter: grant::Granter,
    ports: Ports,
    publish: P,
}

impl<P: FnMut(&Model)> Owner<P> {
    async fn run(mut self, mut inbox: mpsc::UnboundedReceiver<Mail>) {
        (self.publish)(&self.model);
        let tickets = AtomicU64::new(0);
        loop {
            let wake = self.model.next_wake().map(|at| self.until(at));
            let event = tokio::select! {
                mail = inbox.recv() => match mail {
                    Some(Mail::Ask(command, answer)) => {
                        let ticket = Ticket(tickets.fetch_add(1, Ordering::Relaxed));
                        self.replies.insert(ticket, answer);
                        Event::Asked(ticket, command)
                    }
                    Some(Mail::Event(event)) => event,
                    Some(Mail::Stop) | None => return,
                },
                () = tokio::time::sleep(wake.unwrap_or(FAR)) => Event::Tick,
            };
            self.step(event);
        }
    }

    fn step(&mut self, event: Event) {
        let context = Context {
            now: self.ports.clock.now(),
            roll: self.roll(),
        };
        let before = std::mem::replace(&mut self.model, Model::new(context.now));
        let (model, effects) = step(before, event, context);
        self.model = model;
        (self.publish)(&self.model);
        for effect in effects {
            match effect {
                Effect::Reply(ticket, result) => {
                    if let Some(answer) = self.replies.remove(&ticket) {
                        // The asker may have stopped listening; the command is done all the same.
                        let _ = answer.send(result);
                    }
                }
                other => self.granter.grant(other, self.model.stamp, context.now),
            }
        }
    }

    /// Chance for waiting times and for the keys of signatures; without any, all phones wait the same.
    fn roll(&self) -> u128 {
        let mut bytes = [0; 16];
        self.ports
            .dice
            .fill(&mut bytes)
            .map_or(0, |()| u128::from_le_bytes(bytes))
    }

    fn until(&self, at: Timestamp) -> Duration {
        let seconds = at.since(self.ports.clock.now()).max(0);
        // A clock that is moved, or a phone that slept, is noticed within the hour.
        Duration::from_secs(seconds.unsigned_abs()).clamp(SOON, FAR)
    }
}

const SOON: Duration = Duration::from_millis(50);
const FAR: Duration = Duration::from_secs(3600);
