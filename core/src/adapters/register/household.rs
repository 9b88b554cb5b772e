//! The person, and the children for whom they can act (`core/contract/card-service.yaml`, `/v1/household`).

use http::StatusCode;
use jiff::civil::Date;
use serde::Deserialize;

use super::{CardService, problem::content, shown::shown};
use crate::{
    Result,
    domain::{
        household::Ages,
        receipt::{Basis, Pseudonym},
        shelf::{Party, Shelf},
    },
    ports::Pass,
};

/// Longer names are cut, characters.
const LONGEST_NAME: usize = 200;
/// More people are not shown.
const MOST: usize = 100;

#[derive(Deserialize)]
struct Household {
    people: Vec<Entry>,
    ages: Option<AgesEntry>,
    registry_link: Option<bool>,
}

#[derive(Deserialize)]
struct AgesEntry {
    own_access: u8,
    signs_alone: u8,
}

#[derive(Deserialize)]
struct Entry {
    #[serde(rename = "self", default)]
    own: bool,
    child: Option<String>,
    basis: Option<String>,
    name: Option<String>,
    born: Option<Date>,
    card: Option<String>,
}

/// What was told.
pub(super) struct Told {
    people: Vec<Party>,
    /// Who has a card.
    with_card: Vec<Pseudonym>,
    ages: Option<Ages>,
    registry_link: Option<bool>,
}

impl CardService {
    /// The people, themselves first; `None` from a service that doesn't have this.
    pub(super) async fn household(&self, pass: &Pass) -> Result<Option<Told>> {
        let request = self.http.get(&self.url("/v1/household")?)?;
        let answer = self.ask(request, "household", pass).await?;
        if answer.status == StatusCode::NOT_FOUND {
            return Ok(None);
        }
        let household: Household = content(&answer)?;
        let mut told = Told {
            people: Vec::new(),
            with_card: Vec::new(),
            ages: household
                .ages
                .and_then(|ages| Ages::new(ages.own_access, ages.signs_alone)),
            registry_link: household.registry_link,
        };
        for entry in household.people.into_iter().take(MOST) {
            let has_card = entry.card.as_deref().is_some_and(|card| card != "none");
            let Some(party) = party(entry) else { continue };
            let child = party.child.as_ref().map(|(child, _)| child.clone());
            told.with_card.extend(child.filter(|_| has_card));
            told.people.push(party);
        }
        told.people.sort_by_key(|party| party.child.is_some());
        Ok(Some(told))
    }
}

impl Told {
    pub(super) fn into_shelf(self, shelf: &mut Shelf) {
        if let Some(ages) = self.ages {
            shelf.household.hold(ages);
        }
        shelf.registry_link = self.registry_link.or(shelf.registry_link);
        for party in &self.people {
            if let Some((child, _)) = &party.child
                && let Some(kin) = shelf.kin_mut(child)
            {
                kin.has_card = self.with_card.contains(child);
            }
        }
        shelf.people = self.people;
    }
}

/// `None` for somebody who is neither the person nor a child by a right that this build knows: for them it can't sign.
fn party(entry: Entry) -> Option<Party> {
    let child = match (entry.own, entry.child, entry.basis) {
        (true, None, None) => None,
        (false, Some(child), Some(basis)) => Some((Pseudonym::parse(&child)?, known(&basis)?)),
        _ => return None,
    };
    Some(Party {
        child,
        name: shown(&entry.name?, LONGEST_NAME),
        born: entry.born?,
    })
}

fn known(basis: &str) -> Option<Basis> {
    match basis {
        "parental_responsibility" => Some(Basis::ParentalResponsibility),
        "guardian" => Some(Basis::Guardian),
        "library_confirmed" => Some(Basis::LibraryConfirmed),
        _ => None,
    }
}
