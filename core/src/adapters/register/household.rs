//! For whom the person can sign (`core/contract/card-service.yaml`, `/v1/household`).

use http::StatusCode;
use jiff::civil::Date;
use serde::Deserialize;

use super::{CardService, problem::content, shown::shown};
use crate::{
    Result,
    domain::{
        receipt::{Basis, Pseudonym},
        shelf::Party,
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
}

#[derive(Deserialize)]
struct Entry {
    #[serde(rename = "self", default)]
    own: bool,
    child: Option<String>,
    basis: Option<String>,
    name: Option<String>,
    born: Option<Date>,
}

impl CardService {
    /// The people, themselves first; `None` from a service that doesn't have this.
    pub(super) async fn household(&self, pass: &Pass) -> Result<Option<Vec<Party>>> {
        let request = self.http.get(&self.url("/v1/household")?)?;
        let answer = self.ask(request, "household", pass).await?;
        if answer.status == StatusCode::NOT_FOUND {
            return Ok(None);
        }
        let household: Household = content(&answer)?;
        let mut people: Vec<Party> = household.people.into_iter().filter_map(party).take(MOST).collect();
        people.sort_by_key(|party| party.child.is_some());
        Ok(Some(people))
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
