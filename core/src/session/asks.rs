//! What is asked of the service about people, and what comes of it. Whatever is for a child holds a [`Mandate`].

use crate::{
    domain::{
        action::Action,
        card_number::CardNumber,
        deed::Deed,
        email::Email,
        household::Mandate,
        kin::ChildCode,
        library::LibraryNumber,
        password::Password,
        phone::Phone,
        pin::Pin,
        reach::{Channel, Reach, ReachChange},
        receipt::Pseudonym,
        registration::Draft,
        secret::{Hidden, Secret},
        secret_rules::SecretRules,
        shelf::Related,
    },
    ports::Fetched,
};

/// Something about a person or a child.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PeopleAsk {
    /// What is known of who registers; asked after so many steps, since an answer that a step has overtaken is an old one.
    SeeDraft(u32),
    /// Their e-mail address; a code is sent there.
    TellEmail(Email),
    /// The code that came.
    TellCode(Hidden<Secret>),
    /// Their number, and how to reach them.
    TellContact(Phone, Channel),
    /// Their PIN, and a password if they want one.
    TellSecrets(Hidden<Pin>, Option<Hidden<Password>>),
    /// Their library.
    TellHome(LibraryNumber),
    /// The card; under a key that is the same when it is asked again.
    Register(String),
    /// What PINs and passwords have to be. Needs no sign-in.
    SecretRules,
    /// How the person is reached.
    SeeContact,
    /// The same, changed on top of what has that mark.
    ChangeContact(Box<ReachChange>, String),
    /// Another e-mail address; a code is sent there.
    ChangeEmail(Email),
    /// The code that came.
    ProveEmail(Hidden<Secret>),
    /// Another PIN.
    ChangePin(Hidden<Pin>),
    /// Another password.
    ChangePassword(Hidden<Password>),
    /// Children's cards and libraries.
    SeeChildren(Vec<Visit>),
    /// Cards for children.
    RegisterChildren(Box<ChildrenWish>),
    /// A code for a desk that confirms a guardian.
    MakeChildCode(LibraryNumber),
    /// What was done with one's own card.
    SeeLedger,
    /// What was done for a child.
    SeeChildLedger(Mandate),
}

impl PeopleAsk {
    /// By what it acts for children.
    pub(super) fn mandates(&self) -> Vec<&Mandate> {
        match self {
            Self::SeeChildLedger(mandate) => vec![mandate],
            Self::RegisterChildren(wish) => wish.mandates.iter().collect(),
            Self::SeeChildren(visits) => visits.iter().flat_map(Visit::mandates).collect(),
            _ => Vec::new(),
        }
    }
}

/// What is asked of one child.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visit {
    /// To show the card, with the mark of the one that is here.
    pub card: Option<(Mandate, Option<String>)>,
    /// To see the libraries.
    pub libraries: Option<Mandate>,
}

impl Visit {
    /// Whose; none when nothing is asked.
    #[must_use]
    pub fn child(&self) -> Option<&Pseudonym> {
        self.mandates().next().map(Mandate::child)
    }

    fn mandates(&self) -> impl Iterator<Item = &Mandate> {
        let card = self.card.as_ref().map(|(mandate, _)| mandate);
        card.into_iter().chain(&self.libraries)
    }
}

/// Cards for several children.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChildrenWish {
    /// For whom: to sign the rules of their library is to make them a patron there.
    pub mandates: Vec<Mandate>,
    /// Their home library.
    pub home: LibraryNumber,
    /// The same when it is asked again.
    pub key: String,
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PeopleBrought {
    /// The draft as it is now.
    Draft(Box<Draft>),
    /// Registered, with that home library.
    Registered(LibraryNumber),
    /// The rules.
    SecretRules(SecretRules),
    /// As it is now.
    Contact(Box<Reach>),
    /// Another device was there first; what it left.
    Conflict(Box<Reach>),
    /// It is changed.
    Changed,
    /// Each child.
    Children(Vec<Visited>),
    /// What became of each child.
    Outcomes(Vec<(Pseudonym, Outcome)>),
    /// The code.
    ChildCode(ChildCode),
    /// The oldest first.
    Ledger(Vec<Deed>),
}

/// What was seen of a child.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visited {
    /// Whose.
    pub child: Pseudonym,
    /// The service doesn't know of any basis.
    pub over: bool,
    /// The card; none when it couldn't be had.
    pub card: Option<ChildCard>,
    /// The libraries; none when they couldn't be had.
    pub relations: Option<Vec<Related>>,
}

/// A child's card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChildCard {
    /// There is none.
    None,
    /// The register's word, checked to be that child's.
    Fetched(Fetched),
}

/// What became of one child.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// There is a card now.
    Registered(CardNumber),
    /// There was one, by the other guardian perhaps.
    AlreadyRegistered(CardNumber),
    /// Old enough to register alone.
    SignsAlone,
    /// Nobody registers them yet, at that library.
    TooYoung,
    /// Not by this person, or not now.
    NotAllowed,
}

impl PeopleAsk {
    /// What it counts as.
    pub(super) fn action(&self) -> Action {
        match self {
            Self::SeeDraft(_)
            | Self::TellEmail(_)
            | Self::TellCode(_)
            | Self::TellContact(..)
            | Self::TellSecrets(..)
            | Self::TellHome(_)
            | Self::Register(_) => Action::Register,
            Self::SecretRules | Self::SeeChildren(_) => Action::ShowCard,
            Self::SeeContact
            | Self::ChangeContact(..)
            | Self::ChangeEmail(_)
            | Self::ProveEmail(_)
            | Self::SeeLedger
            | Self::SeeChildLedger(_) => Action::ChangeContact,
            Self::ChangePin(_) | Self::ChangePassword(_) => Action::ChangeSecret,
            Self::RegisterChildren(_) | Self::MakeChildCode(_) => Action::ActForChild,
        }
    }

    /// Whether it is about who registers, and only while they do.
    pub(super) fn is_registering(&self) -> bool {
        self.action() == Action::Register
    }
}
