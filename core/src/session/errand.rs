//! What is asked of the card service beside the card, each for somebody who waits.

use super::{
    effect::{Effect, Reply},
    state::{Access, Contact, Model, Ticket},
};
use crate::{
    Error, Result,
    domain::{
        action::Action,
        device::Device,
        language::Language,
        library::{Activation, Agreement, LibraryNumber},
        receipt::Party,
        rules::RulesText,
        shelf::{Export, Leaving, Related, Shelf, Unused},
    },
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
    /// For whom.
    pub party: Party,
    /// The same when it is asked again, so that nothing is signed twice.
    pub key: String,
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
}

/// An errand with the one who waits for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    /// Who waits.
    pub ticket: Ticket,
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
            Self::SeeLibraries(_) | Self::Read(_) | Self::KeepCard => Action::ShowCard,
            Self::ChooseHome(_) | Self::Withdraw(_) => Action::ChooseLibraries,
            Self::Sign(_) => Action::SignRules,
            Self::SeeLeaving | Self::Leave | Self::Export => Action::Leave,
        }
    }
}

impl Model {
    /// Takes an errand on, if lock, session and level allow it.
    pub(super) fn take_on(&mut self, ticket: Ticket, errand: Errand) -> Vec<Effect> {
        let refusal = if matches!(self.access, Access::None | Access::Over) {
            Some(Error::SignInExpired)
        } else if self.lock.guards_changes(self.now) {
            Some(Error::Locked)
        } else if self.level() < Some(errand.action().needs()) {
            Some(Error::LevelTooLow)
        } else {
            None
        };
        if let Some(error) = refusal {
            return vec![Effect::Reply(ticket, Err(error))];
        }
        self.trouble = None;
        self.jobs.push(Job {
            ticket,
            errand,
            again: false,
        });
        vec![]
    }

    /// Sends all who wait on their way, when there is a token for it; else gets one first. Called after every event.
    pub(super) fn run_jobs(&mut self) -> Vec<Effect> {
        match &self.access {
            Access::Held { pass, renew_at } if *renew_at > self.now => std::mem::take(&mut self.jobs)
                .into_iter()
                .map(|job| Effect::Run(pass.clone(), job))
                .collect(),
            Access::Held { .. } | Access::Dormant if !self.jobs.is_empty() && self.contact == Contact::Idle => {
                self.contact_if_possible()
            }
            _ => vec![],
        }
    }

    /// An errand is back.
    pub(super) fn back(&mut self, job: Job, result: Result<Brought>) -> Vec<Effect> {
        match result {
            Ok(Brought::Devices(devices)) => self.devices = Some(devices),
            Ok(Brought::Ended(id)) => {
                if let Some(devices) = &mut self.devices {
                    devices.retain(|device| device.id != id);
                }
            }
            Ok(_) => {}
            Err(Error::Unauthorized) if !job.again => {
                if let Access::Held { .. } = self.access {
                    self.access = Access::Dormant;
                }
                self.jobs.push(Job { again: true, ..job });
                return vec![];
            }
            Err(error) => {
                self.offline |= matches!(error, Error::Offline(_));
                if error != Error::LevelTooLow {
                    self.trouble = Some(error.clone());
                }
                return vec![Effect::Reply(job.ticket, Err(error))];
            }
        }
        self.offline = false;
        vec![Effect::Reply(job.ticket, Ok(Reply::Done))]
    }

    /// Answers all whose errand can't be run.
    pub(super) fn drop_jobs(&mut self, error: &Error) -> Vec<Effect> {
        std::mem::take(&mut self.jobs)
            .into_iter()
            .map(|job| Effect::Reply(job.ticket, Err(error.clone())))
            .collect()
    }
}
