//! What tests about people share: a guardian with children, and what a willing service brings.

use std::sync::Arc;

use super::{libraries::nearby, *};
use card_core::{
    domain::{
        deed::{By, Deed, Done},
        directory::bundled,
        email::Email,
        household::Ages,
        kin::ChildCode,
        language::Language,
        library::Standing,
        phone::Phone,
        reach::{Channel, Reach, ReachChange},
        receipt::{Basis, Pseudonym},
        registration::{Draft, Step},
        secret::Hidden,
        secret_rules::SecretRules,
        shelf::{Party, Shelf},
    },
    session::{
        asks::{ChildCard, Outcome, PeopleAsk, PeopleBrought, Visited},
        libraries::LibraryCommand,
        people::{Mine, PeopleCommand},
    },
};

pub(super) const LIV: &str = "liv";
pub(super) const LEO: &str = "leo";

pub(super) fn pseudonym(name: &str) -> Pseudonym {
    Pseudonym::parse(name).unwrap()
}

pub(super) fn reach(etag: &str, phone: &str) -> Reach {
    Reach {
        email: Hidden("kari@example.com".into()),
        email_verified: true,
        phone: Some(Hidden(phone.into())),
        channel: Channel::Sms,
        language: Language::Nb,
        temporary: None,
        etag: etag.into(),
    }
}

pub(super) fn change(phone: Option<&str>) -> ReachChange {
    ReachChange {
        phone: phone.map(|phone| Hidden(Phone::parse(phone).unwrap())),
        channel: Channel::Sms,
        language: Language::Nn,
        temporary: None,
    }
}

pub(super) fn draft(steps: &[Step]) -> Draft {
    Draft {
        name: "Ingrid Nordvik".into(),
        born: "1994-06-30".parse().unwrap(),
        email: None,
        email_verified: false,
        phone: None,
        channel: None,
        pin_set: false,
        password_set: false,
        home_library: None,
        steps: steps.to_vec(),
    }
}

/// What a willing service brings.
pub(super) fn brought(ask: &PeopleAsk) -> PeopleBrought {
    use PeopleAsk as A;
    match ask {
        A::SeeDraft(_)
        | A::TellEmail(_)
        | A::TellCode(_)
        | A::TellContact(..)
        | A::TellSecrets(..)
        | A::TellHome(_) => PeopleBrought::Draft(Box::new(draft(&[]))),
        A::Register(_) => PeopleBrought::Registered(nearby()),
        A::SecretRules => PeopleBrought::SecretRules(SecretRules::default()),
        A::SeeContact | A::ChangeContact(..) | A::ChangeEmail(_) | A::ProveEmail(_) => {
            PeopleBrought::Contact(Box::new(reach("\"1\"", "+4790000000")))
        }
        A::ChangePin(_) | A::ChangePassword(_) => PeopleBrought::Changed,
        A::SeeChildren(visits) => PeopleBrought::Children(
            visits
                .iter()
                .map(|visit| seen(visit.child().unwrap().expose(), Some(ChildCard::None)))
                .collect(),
        ),
        A::RegisterChildren(wish) => {
            let child = |mandate: &card_core::domain::household::Mandate| mandate.child().clone();
            let number = || CardNumber::parse("N100000001").unwrap();
            let each = wish.mandates.iter();
            PeopleBrought::Outcomes(each.map(|m| (child(m), Outcome::Registered(number()))).collect())
        }
        A::MakeChildCode(library) => PeopleBrought::ChildCode(ChildCode {
            library: *library,
            code: "K7MT-4Q2X".into(),
            until: T0.plus(60),
        }),
        A::SeeLedger | A::SeeChildLedger(_) => PeopleBrought::Ledger(vec![Deed {
            done: Done::Registered,
            library: None,
            at: T0,
            by: By::Guardian,
        }]),
    }
}

/// For the table of every command in every phase.
pub(super) fn command(n: u8) -> PeopleCommand {
    match n {
        0 => PeopleCommand::ChangeEmail(Email::parse("a@example.com").unwrap()),
        1 => PeopleCommand::ProveEmail(Secret::new("271828".into())),
        2 => PeopleCommand::SeeContact,
        3 => PeopleCommand::ChangeContact(Box::new(change(Some("90000000")))),
        4 => PeopleCommand::Resolve(Mine::Mine),
        5 => PeopleCommand::ChooseSecrets(Some(Secret::new("4826".into())), None),
        6 => PeopleCommand::Register(Language::Nb),
        7 => PeopleCommand::RegisterChildren(vec![pseudonym(LIV)], nearby()),
        8 => PeopleCommand::MakeChildCode(nearby()),
        9 => PeopleCommand::ActFor(Some(pseudonym(LIV))),
        _ => PeopleCommand::SeeLedger(None),
    }
}

pub(super) fn party(name: Option<&str>, born: &str) -> Party {
    Party {
        child: name.map(|name| (pseudonym(name), Basis::ParentalResponsibility)),
        name: name.unwrap_or("Kari").into(),
        born: born.parse().unwrap(),
    }
}

pub(super) fn seen(child: &str, card: Option<ChildCard>) -> Visited {
    Visited {
        child: pseudonym(child),
        over: false,
        card,
        relations: Some(vec![super::libraries::related(nearby(), Standing::Active)]),
    }
}

pub(super) fn card_of(child: &str) -> ChildCard {
    let Fetched::Card {
        mut snapshot,
        signed,
        etag,
    } = card()
    else {
        panic!()
    };
    snapshot.subject = child.into();
    ChildCard::Fetched(Fetched::Card { snapshot, signed, etag })
}

impl Bench {
    pub(super) fn people(&mut self, command: PeopleCommand) -> (Ticket, Vec<&'static str>) {
        self.ask(Command::People(command))
    }

    /// The service tells for whom the person may act; each has a card.
    pub(super) fn told(&mut self, people: Vec<Party>) {
        self.libraries(LibraryCommand::See);
        let mut shelf = Shelf {
            household: self.m.shelf.household.clone(),
            ..Shelf::default()
        };
        shelf.household.hold(Ages::default());
        for party in &people {
            if let Some((child, _)) = &party.child {
                shelf.kin_mut(child).unwrap().has_card = true;
            }
        }
        shelf.people = people;
        self.bring(Ok(Brought::Libraries(Box::new(shelf))));
    }

    /// A guardian with two small children, whose cards are here.
    pub(super) fn with_children() -> Self {
        let mut b = Self::with_card();
        b.m.directory = Some(Arc::new(bundled()));
        b.told(vec![
            party(None, "1985-03-14"),
            party(Some(LIV), "2019-11-08"),
            party(Some(LEO), "2019-11-08"),
        ]);
        let visits = b.m.shelf.children.len();
        assert_eq!(visits, 2);
        let children = vec![seen(LIV, Some(card_of(LIV))), seen(LEO, Some(card_of(LEO)))];
        b.bring(Ok(Brought::People(Box::new(PeopleBrought::Children(children)))));
        assert!(b.m.shelf.children.iter().all(|kin| kin.card.is_some()));
        b
    }

    pub(super) fn refused(&mut self, command: PeopleCommand) -> Error {
        let (t, _) = self.people(command);
        self.reply(t).unwrap().clone().unwrap_err()
    }
}
