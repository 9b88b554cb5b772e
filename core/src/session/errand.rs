//! What is asked of the card service beside the card, each for somebody who waits.

use super::{
    asks::{PeopleAsk, PeopleBrought},
    effect::{Effect, Reply},
    state::{Access, Contact, Model, Ticket},
};

use crate::{
    Error, Result,
    domain::{
        action::Action,
        device::Device,
        household::Mandate,
        language::Language,
        library::{Activation, Agreement, LibraryNumber},
        receipt::{Party, Pseudonym},
        rules::RulesText,
        shelf::{Export, Leaving, Related, Shelf, Unused},
    },
    ports::Pass,
};

/// Something to ask for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Errand {
    /// The sign-ins on all devices.
    SeeDevices,
    /// An end to one of them.
    EndDevice(String),
    /// Everything about libraries, going on from what was told last.
    SeeLibraries(Box<Shelf>),
    /// What the person is at each library now, and no more: while a desk is waited for.
    SeeRelations,
    /// Another home library.
    ChooseHome(LibraryNumber),
    /// What a library hasn't answered, taken back.
    Withdraw(LibraryNumber),
    /// A text to read. Needs no sign-in.
    Read(Ask),
    /// A signature.
    Sign(Box<Signature>),
    /// A card that would end for want of use, kept.
    KeepCard,
    /// What leaving would leave behind.
    SeeLeaving,
    /// An end to the card.
    Leave,
    /// All that is kept about the person.
    Export,
    /// Something about people: registering, children, contact, ledgers.
    People(PeopleAsk),
}

/// Which text is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ask {
    /// Whose.
    pub library: LibraryNumber,
    /// Which.
    pub agreement: Agreement,
    /// In which language, where the library wrote it; else in the library's first.
    pub language: Language,
    /// Version that was signed before, for comparing.
    pub before: Option<u32>,
}

/// A text to be read and signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The newest version.
    pub text: RulesText,
    /// All languages in which it is published.
    pub languages: Vec<Language>,
    /// How the library takes it.
    pub activation: Activation,
    /// The version that was signed before, in the same language; none where there is none, or the library wrote it in others.
    pub before: Option<RulesText>,
}

/// What is signed, named so that nobody accepts what they haven't seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// The text.
    pub text: RulesText,
    /// Who signs: the service's name for the person.
    pub signer: Pseudonym,
    /// For whom.
    pub behalf: Behalf,
    /// The same when it is asked again, so that nothing is signed twice.
    pub key: String,
}

/// For whom something is done. For a child nothing can be, without a mandate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Behalf {
    /// For themselves.
    Own,
    /// For a child, by this.
    Child(Mandate),
}

impl Behalf {
    /// As a receipt says it.
    #[must_use]
    pub fn party(&self) -> Party {
        match self {
            Self::Own => Party::Own,
            Self::Child(mandate) => Party::Child {
                child: mandate.child().clone(),
                basis: mandate.basis(),
            },
        }
    }

    /// The child.
    #[must_use]
    pub fn child(&self) -> Option<&Pseudonym> {
        match self {
            Self::Own => None,
            Self::Child(mandate) => Some(mandate.child()),
        }
    }
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Brought {
    /// The list.
    Devices(Vec<Device>),
    /// That one is ended.
    Ended(String),
    /// What is so now.
    Libraries(Box<Shelf>),
    /// The relations as they are now, without what the library has published since.
    Relations(Vec<Related>),
    /// That is taken back.
    Withdrawn(LibraryNumber),
    /// The text.
    Text(Box<Reading>),
    /// A receipt that proves itself and shows what was signed, as it came; and the keys that prove it, as they came.
    Receipt {
        /// The file.
        file: String,
        /// JWK set.
        keys: String,
    },
    /// The card is kept; the notices that are left.
    CardKept(Vec<Unused>),
    /// What remains.
    Leaving(Leaving),
    /// All that is kept.
    Export(Box<Export>),
    /// Something about people.
    People(Box<PeopleBrought>),
}

/// An errand with the one who waits for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    /// Who waits; none when we ask by ourselves.
    pub ticket: Option<Ticket>,
    /// For what.
    pub errand: Errand,
    /// The token was refused once; a second time there is not.
    pub again: bool,
}

impl Errand {
    /// What it counts as.
    fn action(&self) -> Action {
        match self {
            Self::SeeDevices | Self::EndDevice(_) => Action::EndDevices,
            Self::SeeLibraries(_) | Self::SeeRelations | Self::Read(_) | Self::KeepCard => Action::ShowCard,
            Self::ChooseHome(_) | Self::Withdraw(_) => Action::ChooseLibraries,
            Self::Sign(signature) if signature.behalf.child().is_some() => Action::ActForChild,
            Self::Sign(_) => Action::SignRules,
            Self::SeeLeaving | Self::Leave | Self::Export => Action::Leave,
            Self::People(ask) => ask.action(),
        }
    }

    /// Whether anybody may ask it.
    fn is_public(&self) -> bool {
        matches!(self, Self::Read(_) | Self::People(PeopleAsk::SecretRules))
    }

    /// By what it acts for children.
    pub(super) fn mandates(&self) -> Vec<&Mandate> {
        match self {
            Self::Sign(signature) => match &signature.behalf {
                Behalf::Child(mandate) => vec![mandate],
                Behalf::Own => Vec::new(),
            },
            Self::People(ask) => ask.mandates(),
            _ => Vec::new(),
        }
    }

    /// Whether the person sees at the place itself that it is being asked.
    fn shows_itself(&self) -> bool {
        matches!(
            self,
            Self::Read(_) | Self::Sign(_) | Self::SeeDevices | Self::EndDevice(_)
        )
    }
}

impl Job {
    /// Whether somebody waits, and sees it nowhere else.
    pub(super) fn is_asking(&self) -> bool {
        self.ticket.is_some() && !self.errand.shows_itself()
    }

    fn answer(&self, result: Result<Reply>) -> Vec<Effect> {
        self.ticket
            .map(|ticket| Effect::Reply(ticket, result))
            .into_iter()
            .collect()
    }
}

impl Model {
    /// Takes an errand on, or answers why not.
    pub(super) fn take_on(&mut self, ticket: Ticket, errand: Errand) -> Vec<Effect> {
        match self.accepts(ticket, errand) {
            Ok(()) => vec![],
            Err(error) => vec![Effect::Reply(ticket, Err(error))],
        }
    }

    /// Puts an errand in the queue, if lock, session and level allow it.
    pub(super) fn accepts(&mut self, ticket: Ticket, errand: Errand) -> Result<()> {
        if !errand.is_public() {
            self.refuses(errand.action())?;
        }
        self.trouble = None;
        self.queue(Some(ticket), errand);
        Ok(())
    }

    /// Whether session, lock or level stand in the way.
    pub(super) fn refuses(&self, action: Action) -> Result<()> {
        if matches!(self.access, Access::None | Access::Over) {
            Err(Error::SignInExpired)
        } else if action != Action::ShowCard && self.lock.guards_changes(self.now) {
            Err(Error::Locked)
        } else if self.level() < Some(action.needs()) {
            Err(Error::LevelTooLow)
        } else {
            Ok(())
        }
    }

    /// Puts an errand in the queue.
    pub(super) fn queue(&mut self, ticket: Option<Ticket>, errand: Errand) {
        self.jobs.push(Job {
            ticket,
            errand,
            again: false,
        });
    }

    /// Sends all who wait on their way, when there is a token for it; else gets one first. Called after every event.
    pub(super) fn run_jobs(&mut self) -> Vec<Effect> {
        let (public, closed): (Vec<_>, Vec<_>) = std::mem::take(&mut self.jobs)
            .into_iter()
            .partition(|job| job.errand.is_public());
        let mut effects: Vec<_> = public.into_iter().map(|job| self.run(None, job)).collect();
        match self.access.clone() {
            Access::Held { pass, renew_at } if renew_at > self.now => {
                effects.extend(closed.into_iter().map(|job| self.run(Some(pass.clone()), job)));
            }
            Access::Held { .. } | Access::Dormant if !closed.is_empty() && self.contact == Contact::Idle => {
                self.jobs = closed;
                effects.extend(self.contact_if_possible());
            }
            _ => self.jobs = closed,
        }
        effects
    }

    fn run(&mut self, pass: Option<Pass>, job: Job) -> Effect {
        self.asking += u32::from(job.is_asking());
        Effect::Run(pass, job)
    }

    /// An errand is back.
    pub(super) fn back(&mut self, job: Job, result: Result<Brought>, roll: u128) -> Vec<Effect> {
        self.asking = self.asking.saturating_sub(u32::from(job.is_asking()));
        match result {
            Ok(brought) => {
                self.offline = false;
                self.brought(&job, brought, roll)
            }
            Err(Error::Unauthorized) if !job.again && !job.errand.is_public() => {
                match self.access {
                    // The session ended while this was on its way: there is no other token to try.
                    Access::None | Access::Over => return self.came_to_nothing(&job, Error::SignInExpired),
                    Access::Held { .. } => self.access = Access::Dormant,
                    _ => {}
                }
                self.jobs.push(Job { again: true, ..job });
                vec![]
            }
            Err(error) => self.came_to_nothing(&job, error),
        }
    }

    fn brought(&mut self, job: &Job, brought: Brought, roll: u128) -> Vec<Effect> {
        match brought {
            Brought::Devices(devices) => self.devices = Some(devices),
            Brought::Ended(id) => {
                if let Some(devices) = &mut self.devices {
                    devices.retain(|device| device.id != id);
                }
            }
            Brought::Export(export) => return job.answer(Ok(Reply::Export(export))),
            Brought::People(brought) => return self.people_brought(job, *brought, roll),
            about_libraries => return self.libraries_brought(job, about_libraries),
        }
        job.answer(Ok(Reply::Done))
    }

    pub(super) fn came_to_nothing(&mut self, job: &Job, error: Error) -> Vec<Effect> {
        self.offline |= matches!(error, Error::Offline(_));
        self.signature_refused(&job.errand, &error);
        if let Errand::People(ask) = &job.errand
            && let Some(effects) = self.people_errand_failed(job.ticket, ask, &error)
        {
            return effects;
        }
        let mut effects = self.library_errand_failed(&job.errand, &error);
        if error != Error::LevelTooLow
            && job.ticket.is_some()
            && !matches!(job.errand, Errand::Read(_) | Errand::Sign(_))
        {
            self.trouble = Some(error.clone());
        }
        effects.extend(job.answer(Err(error)));
        effects
    }

    /// Answers all whose errand can't be run.
    pub(super) fn drop_jobs(&mut self, error: &Error) -> Vec<Effect> {
        let dropped = std::mem::take(&mut self.jobs);
        let mut effects = Vec::new();
        for job in dropped {
            effects.extend(self.library_errand_failed(&job.errand, error));
            effects.extend(job.answer(Err(error.clone())));
        }
        effects
    }
}
