//! Household, acting for somebody, contact, PIN and password.

use std::sync::Arc;

use super::{
    libraries::{OLD, nearby, reading},
    *,
};
use card_core::{
    domain::{
        deed::{By, Deed, Done},
        directory::bundled,
        email::Email,
        household::{Act, Ages, Side},
        kin::ChildCode,
        language::Language,
        library::Standing,
        lock::CHANGES_S,
        phone::Phone,
        reach::{Channel, Reach, ReachChange, TemporaryAddress},
        receipt::{Basis, Pseudonym},
        registration::{Draft, Step},
        secret::Hidden,
        secret_rules::SecretRules,
        shelf::{Party, Shelf},
    },
    session::{
        asks::{ChildCard, Outcome, PeopleAsk, PeopleBrought, Visited},
        errand::Errand,
        libraries::LibraryCommand,
        people::{Mine, PeopleCommand},
    },
};

pub(super) const LIV: &str = "liv";
const LEO: &str = "leo";

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

fn change(phone: Option<&str>) -> ReachChange {
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
        A::SeeDraft | A::TellEmail(_) | A::TellCode(_) | A::TellContact(..) | A::TellSecrets(..) | A::TellHome(_) => {
            PeopleBrought::Draft(Box::new(draft(&[])))
        }
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

fn party(name: Option<&str>, born: &str) -> Party {
    Party {
        child: name.map(|name| (pseudonym(name), Basis::ParentalResponsibility)),
        name: name.unwrap_or("Kari").into(),
        born: born.parse().unwrap(),
    }
}

fn seen(child: &str, card: Option<ChildCard>) -> Visited {
    Visited {
        child: pseudonym(child),
        over: false,
        card,
        relations: Some(vec![super::libraries::related(nearby(), Standing::Active)]),
    }
}

fn card_of(child: &str) -> ChildCard {
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
    fn told(&mut self, people: Vec<Party>) {
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
    fn with_children() -> Self {
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

    fn refused(&mut self, command: PeopleCommand) -> Error {
        let (t, _) = self.people(command);
        self.reply(t).unwrap().clone().unwrap_err()
    }
}

#[test]
fn what_is_asked_of_children_holds_a_mandate_for_each() {
    let mut b = Bench::with_card();
    b.told(vec![
        party(None, "1985-03-14"),
        party(Some(LIV), "2019-11-08"),
        party(Some("femten"), "2011-09-14"),
    ]);
    let Errand::People(PeopleAsk::SeeChildren(visits)) = b.job().errand else {
        panic!("children")
    };
    let asked: Vec<_> = visits
        .iter()
        .map(|visit| {
            (
                visit.child().unwrap().expose(),
                visit.card.is_some(),
                visit.libraries.is_some(),
            )
        })
        .collect();
    assert_eq!(
        asked,
        [(LIV, true, true), ("femten", false, true)],
        "from 15 on the card is on the child's own phone"
    );
    assert!(
        visits
            .iter()
            .all(|visit| visit.libraries.as_ref().unwrap().guardian().expose() == "kari")
    );
}

#[test]
fn when_a_basis_ends_everything_of_that_child_is_gone_from_memory_and_disk_and_no_reason_is_told() {
    let ends: [fn(&mut Bench); 3] = [
        |b| b.told(vec![party(None, "1985-03-14"), party(Some(LEO), "2019-11-08")]),
        |b| {
            let over = Visited {
                over: true,
                ..seen(LIV, None)
            };
            b.told(vec![
                party(None, "1985-03-14"),
                party(Some(LIV), "2019-11-08"),
                party(Some(LEO), "2019-11-08"),
            ]);
            b.bring(Ok(Brought::People(Box::new(PeopleBrought::Children(vec![over])))));
        },
        |b| {
            b.people(PeopleCommand::SeeLedger(Some(pseudonym(LIV))));
            b.bring(Err(Error::NotAllowed("no-basis")));
        },
    ];
    let mut left = Vec::new();
    for end in ends {
        let mut b = Bench::with_children();
        b.people(PeopleCommand::ActFor(Some(pseudonym(LIV))));
        b.people(PeopleCommand::SeeLedger(Some(pseudonym(LIV))));
        let ledger = brought(&PeopleAsk::SeeLedger);
        b.bring(Ok(Brought::People(Box::new(ledger))));
        b.begin(vec![nearby()]);
        assert_eq!(b.trip().child, Some(pseudonym(LIV)), "it begins for whom one acts for");
        assert!(b.m.people.acting_for.is_some() && b.m.people.ledger.is_some());
        end(&mut b);
        let kept: Vec<_> = b
            .wishes
            .iter()
            .filter_map(|wish| match wish {
                Effect::KeepShelf(shelf, ..) => Some(serde_json::to_string(shelf).unwrap()),
                _ => None,
            })
            .collect();
        assert!(!kept.is_empty() && !kept.last().unwrap().contains(LIV), "{kept:?}");
        assert!(kept.last().unwrap().contains(LEO), "another child's stays");
        assert!(b.wishes.iter().any(|wish| matches!(wish, Effect::KeepTrip(None, _))));
        assert!(b.m.people.acting_for.is_none() && b.m.people.ledger.is_none() && b.m.trip.is_none());
        let shelf = Shelf {
            told_at: None,
            relations: vec![],
            receipts: vec![],
            ..b.m.shelf.clone()
        };
        left.push(format!("{shelf:?}"));
    }
    assert!(left.iter().all(|one| *one == left[0]), "{left:#?}");
}

#[test]
fn a_birthday_ends_a_power_without_the_service() {
    let mut b = Bench::with_children();
    b.people(PeopleCommand::ActFor(Some(pseudonym(LIV))));
    let day = |date: &str| {
        Timestamp(
            format!("{date}T12:00:00Z")
                .parse::<jiff::Timestamp>()
                .unwrap()
                .as_second(),
        )
    };
    b.at(Event::Tick, day("2034-11-08"));
    let kin = b.m.shelf.kin(&pseudonym(LIV)).unwrap();
    assert!(
        kin.card.is_none() && kin.kept.is_none(),
        "15: the card is the child's own"
    );
    assert!(!kin.relations.is_empty() && b.m.people.acting_for.is_some());
    b.at(Event::Tick, day("2037-11-08"));
    assert!(b.m.shelf.children.is_empty() && b.m.people.acting_for.is_none(), "18");
    assert_eq!(b.m.shelf.people.len(), 1);
}

#[test]
fn what_came_of_a_child_after_its_basis_was_over_is_dropped() {
    let mut b = Bench::with_card();
    b.told(vec![party(None, "1985-03-14"), party(Some(LIV), "2019-11-08")]);
    let late = b.job();
    b.told(vec![party(None, "1985-03-14")]);
    let children = vec![seen(LIV, Some(card_of(LIV)))];
    b.answer(Answer::Ran(
        late,
        Ok(Brought::People(Box::new(PeopleBrought::Children(children)))),
    ));
    assert!(b.m.shelf.children.is_empty());
}

#[test]
fn acting_needs_a_basis_the_level_and_the_owner() {
    let mut b = Bench::with_children();
    let act = || PeopleCommand::ActFor(Some(pseudonym(LIV)));
    assert_eq!(
        b.refused(PeopleCommand::ActFor(Some(pseudonym("stranger")))),
        Error::NotAllowed("no-basis")
    );
    assert_eq!(
        b.refused(PeopleCommand::SeeLedger(Some(pseudonym("stranger")))),
        Error::NotAllowed("no-basis")
    );
    b.people(act());
    assert_eq!(b.m.people.acting_for, Some(pseudonym(LIV)));
    b.people(PeopleCommand::ActFor(None));
    assert_eq!(b.m.people.acting_for, None);
    b.m.person.as_mut().unwrap().level = Level::Substantial;
    assert_eq!(b.refused(act()), Error::LevelTooLow);
    b.m.person.as_mut().unwrap().level = Level::High;
    b.tick(CHANGES_S);
    assert_eq!(b.refused(act()), Error::Locked);
}

#[test]
fn a_signature_for_a_child_holds_its_mandate_and_one_without_a_basis_isnt_asked() {
    let mut b = Bench::with_children();
    b.people(PeopleCommand::ActFor(Some(pseudonym(LIV))));
    b.begin(vec![nearby()]);
    b.bring(Ok(reading(OLD)));
    b.libraries(LibraryCommand::HaveRead);
    b.libraries(LibraryCommand::Sign);
    let signature = b.signature();
    let card_core::session::errand::Behalf::Child(mandate) = &signature.behalf else {
        panic!("a mandate")
    };
    assert_eq!((mandate.child().expose(), mandate.act()), (LIV, Act::SignRules));
    assert_eq!((mandate.library(), mandate.day()), (Some(nearby()), b.m.now.date()));
    b.bring(Err(Error::NotAllowed("no-basis")));
    assert!(b.m.shelf.kin(&pseudonym(LIV)).is_none() && b.m.trip.is_none(), "over");
    assert!(b.m.shelf.kin(&pseudonym(LEO)).is_some());
}

#[test]
fn several_children_are_asked_for_at_once_each_has_its_own_result_and_lost_it_is_the_same_key() {
    let mut b = Bench::with_children();
    b.told(vec![
        party(None, "1985-03-14"),
        party(Some(LIV), "2019-11-08"),
        party(Some(LEO), "2019-11-08"),
        party(Some("old"), "2010-01-01"),
    ]);
    let all = || {
        let children = [LIV, LEO, "old", "stranger"].map(pseudonym).to_vec();
        PeopleCommand::RegisterChildren(children, nearby())
    };
    let wish = |b: &Bench| match b.job().errand {
        Errand::People(PeopleAsk::RegisterChildren(wish)) => *wish,
        other => panic!("{other:?}"),
    };
    let (t, _) = b.people(all());
    let first = wish(&b);
    let children: Vec<_> = first.mandates.iter().map(|mandate| mandate.child().expose()).collect();
    assert_eq!(children, [LIV, LEO], "who can't be is told so here");
    b.bring(Err(offline()));
    assert_eq!(b.reply(t), Some(&Err(offline())));
    b.roll = 99;
    let (t, _) = b.people(all());
    assert_eq!(wish(&b).key, first.key);
    let answer = brought(&b.job().errand.clone().into_people());
    b.bring(Ok(Brought::People(Box::new(answer))));
    assert_eq!(b.reply(t), Some(&Ok(Reply::Done)));
    let outcomes: Vec<_> =
        b.m.people
            .outcomes
            .iter()
            .map(|(child, outcome)| (child.expose(), outcome.clone()))
            .collect();
    assert!(
        matches!(
            &outcomes[..],
            [
                ("old", Outcome::SignsAlone),
                (LIV, Outcome::Registered(_)),
                (LEO, Outcome::Registered(_))
            ]
        ),
        "a stranger's child leaves no trace: {outcomes:?}"
    );
    b.people(all());
    assert_ne!(wish(&b).key, first.key, "answered, so it is another wish");
}

trait IntoPeople {
    fn into_people(self) -> PeopleAsk;
}

impl IntoPeople for Errand {
    fn into_people(self) -> PeopleAsk {
        match self {
            Errand::People(ask) => ask,
            other => panic!("{other:?}"),
        }
    }
}

fn born(years: i16, days_to_go: i64) -> String {
    let day = T0.date().saturating_add(jiff::ToSpan::days(days_to_go));
    day.saturating_sub(jiff::ToSpan::years(years)).to_string()
}

#[test]
fn thirteen_tomorrow_is_known_on_both_sides() {
    let mut b = Bench::with_card();
    b.told(vec![party(None, "1985-03-14"), party(Some("tolv"), &born(13, 1))]);
    let today = T0.date();
    let me = b.m.me().unwrap();
    let ahead = b.m.shelf.household.changes_for(&me, &pseudonym("tolv"), today, &[]);
    let tomorrow = today.tomorrow().unwrap();
    let told = |act, side: fn(&Side) -> bool| {
        ahead
            .iter()
            .any(|it| it.on == tomorrow && it.act == act && side(&it.side))
    };
    assert!(told(Act::SetPin, |side| matches!(side, Side::Child)));
    assert!(told(Act::SetPin, |side| matches!(side, Side::Guardian(_))));

    // The child's own phone.
    let mut b = Bench::with_card();
    b.told(vec![party(None, &born(13, 1))]);
    let me = b.m.me().unwrap();
    let ahead = b.m.shelf.household.changes_for(&me, &me, today, &[]);
    assert!(
        ahead
            .iter()
            .any(|it| it.on == tomorrow && it.act == Act::SetPin && it.side == Side::Child)
    );
}

#[test]
fn contact_is_changed_on_top_of_what_was_seen_and_a_conflict_waits_for_a_choice() {
    let mut b = Bench::with_card();
    let same = || PeopleCommand::ChangeContact(Box::new(change(Some("40000000"))));
    assert_eq!(b.refused(same()), Error::Internal("nothing was seen"));
    b.people(PeopleCommand::SeeContact);
    b.bring(Ok(Brought::People(Box::new(PeopleBrought::Contact(Box::new(reach(
        "\"1\"",
        "+4790000000",
    )))))));
    let (t, _) = b.people(same());
    let etag = |b: &Bench| match b.job().errand {
        Errand::People(PeopleAsk::ChangeContact(_, etag)) => etag,
        other => panic!("{other:?}"),
    };
    assert_eq!(etag(&b), "\"1\"");
    let theirs = reach("", "+4799999999");
    b.bring(Ok(Brought::People(Box::new(PeopleBrought::Conflict(Box::new(theirs))))));
    assert_eq!(b.reply(t), Some(&Err(Error::ChangedElsewhere)));
    let conflict = b.m.people.conflict.as_ref().unwrap();
    assert_eq!(conflict.mine, change(Some("40000000")));
    assert!(
        matches!(b.job().errand, Errand::People(PeopleAsk::SeeContact)),
        "for its mark"
    );
    b.bring(Ok(Brought::People(Box::new(PeopleBrought::Contact(Box::new(reach(
        "\"2\"",
        "+4799999999",
    )))))));
    assert!(b.m.people.conflict.is_some(), "until it is resolved");
    let mut other = std::mem::replace(&mut b, Bench::with_card());
    other.people(PeopleCommand::Resolve(Mine::Mine));
    assert_eq!(etag(&other), "\"2\"");
    other.bring(Ok(Brought::People(Box::new(PeopleBrought::Contact(Box::new(reach(
        "\"3\"",
        "+4740000000",
    )))))));
    assert!(other.m.people.conflict.is_none());
    assert_eq!(other.m.people.contact.unwrap().etag, "\"3\"");
}

#[test]
fn a_change_without_network_is_refused_and_nothing_waits() {
    let mut b = Bench::with_card();
    b.m.people.contact = Some(reach("\"1\"", "+4790000000"));
    let (t, _) = b.people(PeopleCommand::ChangeContact(Box::new(change(Some("40000000")))));
    b.bring(Err(offline()));
    assert_eq!(b.reply(t), Some(&Err(offline())));
    assert!(b.m.jobs.is_empty() && b.m.offline);
    assert_eq!(b.m.people.contact, Some(reach("\"1\"", "+4790000000")));
    b.m.access = card_core::session::state::Access::Dormant;
    let (t, wishes) = b.people(PeopleCommand::ChangeContact(Box::new(change(Some("40000000")))));
    assert_eq!(wishes, ["renew"]);
    b.answer(Answer::Renewed(Err(offline())));
    assert_eq!(b.reply(t), Some(&Err(offline())));
    assert!(b.m.jobs.is_empty(), "not queued for later");
}

#[test]
fn what_cant_be_sent_never_is() {
    let mut b = Bench::with_card();
    b.m.people.contact = Some(reach("\"1\"", "+4790000000"));
    let yesterday = T0.date().yesterday().unwrap();
    let address = TemporaryAddress::new([" Studentbyen 4 ", ""], yesterday).unwrap();
    assert_eq!(address.lines(), ["Studentbyen 4"]);
    let over = ReachChange {
        temporary: Some(Hidden(address)),
        ..change(Some("40000000"))
    };
    let contact = |change| PeopleCommand::ChangeContact(Box::new(change));
    assert_eq!(b.refused(contact(over)), Error::InvalidAddress);
    assert_eq!(b.refused(contact(change(None))), Error::InvalidPhone);
    assert_eq!(
        TemporaryAddress::new([" "], yesterday).err(),
        Some(Error::InvalidAddress)
    );
    b.m.people.secret_rules = Some(SecretRules {
        blocked: vec!["4071".into()],
        ..SecretRules::default()
    });
    b.told(vec![party(None, "1985-03-14")]);
    let secret = |text: &str| Some(Secret::new(text.into()));
    let pin = |text: &str| PeopleCommand::ChooseSecrets(secret(text), None);
    for (text, error) in [
        ("0000", Error::TooSimple),
        ("1985", Error::TooSimple),
        ("4071", Error::TooSimple),
        ("407", Error::WrongLength),
        ("40x1", Error::WrongLength),
    ] {
        assert_eq!(b.refused(pin(text)), error, "{text}");
    }
    let password = |text: &str| PeopleCommand::ChooseSecrets(None, secret(text));
    assert_eq!(b.refused(password("kort")), Error::WrongLength);
    assert_eq!(b.refused(password("passwordpassword1")), Error::TooSimple);
    assert_eq!(
        b.refused(PeopleCommand::ProveEmail(Secret::new("12345".into()))),
        Error::WrongCode { tries_left: None }
    );
    assert!(b.m.trouble.is_none(), "said where it was typed");
    b.people(pin("4826"));
    assert!(matches!(b.job().errand, Errand::People(PeopleAsk::ChangePin(_))));
    assert!(!format!("{:?}", b.job()).contains("4826"), "unprintable");
}

#[test]
fn secrets_need_high_and_contact_substantial() {
    let mut b = Bench::with_card();
    b.m.person.as_mut().unwrap().level = Level::Substantial;
    let pin = PeopleCommand::ChooseSecrets(Some(Secret::new("4826".into())), None);
    assert_eq!(b.refused(pin), Error::LevelTooLow);
    assert_eq!(b.refused(PeopleCommand::MakeChildCode(nearby())), Error::LevelTooLow);
    assert_eq!(b.people(PeopleCommand::SeeContact).1, ["run"]);
    b.m.person.as_mut().unwrap().level = Level::Low;
    assert_eq!(b.refused(PeopleCommand::SeeContact), Error::LevelTooLow);
    assert_eq!(b.refused(PeopleCommand::SeeLedger(None)), Error::LevelTooLow);
}

#[test]
fn a_new_address_waits_for_its_code() {
    let mut b = Bench::with_card();
    b.people(PeopleCommand::ChangeEmail(Email::parse("ny@example.com").unwrap()));
    let seen = || {
        Ok(Brought::People(Box::new(PeopleBrought::Contact(Box::new(reach(
            "\"1\"",
            "+4790000000",
        ))))))
    };
    b.bring(seen());
    assert_eq!(b.m.people.new_email, Some(Hidden("ny@example.com".into())));
    let (t, _) = b.people(PeopleCommand::ProveEmail(Secret::new("271 828".into())));
    b.bring(Err(Error::WrongCode { tries_left: Some(4) }));
    assert_eq!(b.reply(t), Some(&Err(Error::WrongCode { tries_left: Some(4) })));
    assert!(b.m.people.new_email.is_some() && b.m.trouble.is_none());
    b.people(PeopleCommand::ProveEmail(Secret::new("271828".into())));
    b.bring(seen());
    assert_eq!(b.m.people.new_email, None);
}

#[test]
fn a_code_for_a_desk_is_kept_until_it_ends() {
    let mut b = Bench::with_card();
    let (t, _) = b.people(PeopleCommand::MakeChildCode(nearby()));
    let code = brought(&PeopleAsk::MakeChildCode(nearby()));
    b.bring(Ok(Brought::People(Box::new(code))));
    b.keep();
    assert_eq!(b.reply(t), Some(&Ok(Reply::Done)));
    assert!(b.m.shelf.child_code.is_some());
    b.told(vec![party(None, "1985-03-14")]);
    assert!(b.m.shelf.child_code.is_some());
    b.m.now = T0.plus(61);
    b.told(vec![party(None, "1985-03-14")]);
    assert!(b.m.shelf.child_code.is_none());
}

#[test]
fn a_stranger_finds_nothing_of_the_one_before() {
    let mut b = Bench::with_children();
    b.m.people.contact = Some(reach("\"1\"", "+4790000000"));
    b.ask(Command::BeginSignIn(request()));
    b.answer(Answer::Prepared(Ok(pending())));
    b.answer(Answer::PendingKept(Ok(pending())));
    b.ask(finish("code=c&state=s&iss=http%3A%2F%2F127.0.0.1%3A9"));
    let mut other = tokens();
    other.person.subject = "ola".into();
    b.answer(Answer::Exchanged(Ok(other)));
    assert!(b.m.people.contact.is_none() && b.m.shelf == Shelf::default());
}
