//! Contact, PIN and password.

use super::{
    libraries::nearby,
    people::{change, party, reach},
    *,
};
use card_core::{
    domain::{
        email::Email,
        reach::{ReachChange, TemporaryAddress},
        secret::Hidden,
        secret_rules::SecretRules,
    },
    session::{
        asks::{PeopleAsk, PeopleBrought},
        errand::Errand,
        people::{Mine, PeopleCommand},
    },
};

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
