//! Registering, children and contact, as drawn.

use card_core::{
    domain::{
        face::CardFace,
        household::{Act, Ahead, Change, OF_AGE, Side},
        reach::{Reach, ReachChange, TemporaryAddress},
        receipt::Pseudonym,
        secret::Hidden,
        secret_rules::SecretRules,
        shelf::Party,
    },
    session::{asks::Outcome, state::Model},
};

use super::{card_view, libraries, libraries::Names, time};
use crate::{
    AheadView, ChildCodeView, ChildOutcome, ChildView, ConflictView, ContactDetails, ContactView, HouseholdView,
    LedgerEntryView, LedgerView, RegistrationView, RegistryView, SecretRulesView,
};

pub(crate) fn registration(m: &Model) -> Option<RegistrationView> {
    let registering = m.people.registering.as_ref()?;
    let draft = registering.draft.as_ref();
    let names = Names::of(m);
    Some(RegistrationView {
        registry: draft.map(|draft| RegistryView {
            name: draft.name.clone(),
            born: draft.born.to_string(),
        }),
        steps: draft.map(|draft| draft.steps.clone()).unwrap_or_default(),
        email: draft.and_then(|draft| plain(&draft.email)),
        email_verified: draft.is_some_and(|draft| draft.email_verified),
        phone: draft.and_then(|draft| plain(&draft.phone)),
        channel: draft.and_then(|draft| draft.channel),
        pin_set: draft.is_some_and(|draft| draft.pin_set),
        password_set: draft.is_some_and(|draft| draft.password_set),
        home_library: draft
            .and_then(|draft| draft.home_library)
            .map(|number| names.view(number)),
    })
}

fn plain(text: &Option<Hidden<String>>) -> Option<String> {
    text.as_ref().map(|Hidden(text)| text.clone())
}

pub(crate) fn secret_rules(m: &Model) -> SecretRulesView {
    let own = SecretRules::default();
    let rules = m.people.secret_rules.as_ref().unwrap_or(&own);
    let count = |number| u32::try_from(number).unwrap_or(u32::MAX);
    SecretRulesView {
        pin_digits: count(rules.pin_length),
        password_least: count(rules.least()),
        password_most: count(rules.most()),
    }
}

pub(crate) fn contact(m: &Model) -> Option<ContactView> {
    let reach = m.people.contact.as_ref()?;
    Some(ContactView {
        email: reach.email.0.clone(),
        email_verified: reach.email_verified,
        new_email: plain(&m.people.new_email),
        details: there(reach),
    })
}

pub(crate) fn conflict(m: &Model) -> Option<ConflictView> {
    let conflict = m.people.conflict.as_ref()?;
    Some(ConflictView {
        mine: sent(&conflict.mine),
        theirs: there(&conflict.theirs),
    })
}

fn there(reach: &Reach) -> ContactDetails {
    ContactDetails {
        phone: plain(&reach.phone),
        channel: reach.channel,
        language: reach.language.tag().to_owned(),
        address_lines: lines(reach.temporary.as_ref()),
        address_until: until(reach.temporary.as_ref()),
    }
}

fn sent(change: &ReachChange) -> ContactDetails {
    ContactDetails {
        phone: change.phone.as_ref().map(|Hidden(phone)| phone.as_str().to_owned()),
        channel: change.channel,
        language: change.language.tag().to_owned(),
        address_lines: lines(change.temporary.as_ref()),
        address_until: until(change.temporary.as_ref()),
    }
}

fn lines(address: Option<&Hidden<TemporaryAddress>>) -> Vec<String> {
    address
        .map(|Hidden(address)| address.lines().to_vec())
        .unwrap_or_default()
}

fn until(address: Option<&Hidden<TemporaryAddress>>) -> Option<String> {
    address.map(|Hidden(address)| address.until().to_string())
}

/// None before the service told.
pub(crate) fn household(m: &Model) -> Option<HouseholdView> {
    let own = m.shelf.own().filter(|_| !m.hides_card())?;
    let me = m.me()?;
    let names = Names::of(m);
    let mut children: Vec<&Party> = m.shelf.people.iter().filter(|party| party.child.is_some()).collect();
    children.sort_by_key(|party| party.born);
    let code = m.shelf.child_code.as_ref().filter(|code| code.until > m.now);
    let minor = own.age(m.now.date()) < OF_AGE;
    Some(HouseholdView {
        children: children.into_iter().filter_map(|party| child(m, &me, party)).collect(),
        registry_link: m.shelf.registry_link.unwrap_or(true),
        code: code.map(|code| ChildCodeView {
            library: names.view(code.library),
            code: code.code.clone(),
            until: time(code.until),
        }),
        own_changes: if minor { changes(m, &me, &me) } else { Vec::new() },
    })
}

fn child(m: &Model, me: &Pseudonym, party: &Party) -> Option<ChildView> {
    let (child, basis) = party.child.as_ref()?;
    let today = m.now.date();
    let kin = m.shelf.kin(child);
    let held = kin.and_then(|kin| kin.card.as_ref());
    let related = kin.map_or(&[][..], |kin| &kin.relations);
    let places: Vec<_> = related.iter().map(|related| m.place(related.library)).collect();
    let places = || std::iter::once(None).chain(places.iter().map(Some));
    let may = |act: &Act| places().any(|place| m.shelf.household.may(me, child, *act, today, place).is_ok());
    let outcome = m.people.outcomes.iter().find(|(known, _)| known == child);
    Some(ChildView {
        id: child.expose().to_owned(),
        name: party.name.clone(),
        age: party.age(today),
        basis: *basis,
        has_card: kin.is_some_and(|kin| kin.has_card),
        card: held.map(|held| card_view(held, CardFace::of(held, m.now))),
        relations: kin
            .map(|kin| libraries::relations_of(m, &kin.relations))
            .unwrap_or_default(),
        may: Act::ALL.into_iter().filter(may).collect(),
        changes: changes(m, me, child),
        outcome: outcome.map(|(_, outcome)| outcome.into()),
    })
}

fn changes(m: &Model, reader: &Pseudonym, whom: &Pseudonym) -> Vec<AheadView> {
    let names = Names::of(m);
    let ahead = m.shelf.ahead(reader, whom, m.directory.as_deref(), m.now.date());
    ahead.into_iter().map(|ahead| ahead_view(names, ahead)).collect()
}

fn ahead_view(names: Names<'_>, ahead: Ahead) -> AheadView {
    AheadView {
        on: ahead.on.to_string(),
        of_child: ahead.side == Side::Child,
        act: ahead.act,
        library: ahead.library.map(|number| names.view(number)),
        begins: ahead.change == Change::Begins,
        stage: ahead.stage,
    }
}

/// The newest first.
pub(crate) fn ledger(m: &Model) -> Option<LedgerView> {
    let (child, deeds) = m.people.ledger.as_ref()?;
    let names = Names::of(m);
    let entries = deeds.iter().rev().map(|deed| LedgerEntryView {
        done: deed.done,
        library: deed.library.map(|number| names.view(number)),
        at: time(deed.at),
        by: deed.by,
    });
    Some(LedgerView {
        child: child.as_ref().map(|child| child.expose().to_owned()),
        entries: entries.collect(),
    })
}

impl From<&Outcome> for ChildOutcome {
    fn from(outcome: &Outcome) -> Self {
        match outcome {
            Outcome::Registered(_) => Self::Registered,
            Outcome::AlreadyRegistered(_) => Self::AlreadyRegistered,
            Outcome::SignsAlone => Self::SignsAlone,
            Outcome::TooYoung => Self::TooYoung,
            Outcome::NotAllowed => Self::NotAllowed,
        }
    }
}
