//! Who belongs together: children, and who may act for them by what right.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use sha2::{Digest, Sha512};

use crate::personas::Persona;
use crate::random::base64url;

/// From this age on nobody acts for somebody any more, years.
const OF_AGE: u8 = 18;

/// By what right somebody acts for a child.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Basis {
    ParentalResponsibility,
    Guardian,
    LibraryConfirmed,
}

/// Somebody who doesn't sign in.
#[derive(Deserialize)]
pub(crate) struct Child {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) born: String,
    /// By a persona's name.
    guardians: BTreeMap<String, Basis>,
}

impl Child {
    /// The service's name for the child: the same at every login, for every guardian and every client.
    pub(crate) fn pseudonym(&self) -> String {
        let long = base64url(Sha512::digest(format!("child\n{}", self.id)));
        long.chars().take(32).collect()
    }

    /// By what right this person acts for the child today.
    pub(crate) fn basis(&self, guardian: &Persona, now: i64) -> Option<Basis> {
        let basis = self.guardians.get(&guardian.id).copied();
        basis.filter(|_| age(&self.born, now) < OF_AGE)
    }
}

pub(crate) fn load() -> Result<Vec<Child>, serde_json::Error> {
    let mut children: Vec<Child> = serde_json::from_str(include_str!("../../children.json"))?;
    children.sort_by(|one, other| one.born.cmp(&other.born));
    Ok(children)
}

/// For `GET /v1/household`.
pub(crate) fn shown(children: &[Child], person: &Persona, now: i64) -> Value {
    let own = json!({ "self": true, "name": person.name, "born": person.born });
    let children = children.iter().filter_map(|child| {
        let basis = child.basis(person, now)?;
        Some(json!({ "child": child.pseudonym(), "basis": basis, "name": child.name, "born": child.born }))
    });
    let people: Vec<Value> = [own].into_iter().chain(children).collect();
    json!({ "people": people })
}

/// Whole years on the day (UTC) of this time.
pub(crate) fn age(born: &str, now: i64) -> u8 {
    let today = Timestamp::from_second(now)
        .map(|time| time.to_string())
        .unwrap_or_default();
    let year = |date: &str| date.get(..4).and_then(|year| year.parse::<i64>().ok()).unwrap_or(0);
    // Months and days of this form sort as texts.
    let had_birthday = today.get(5..10) >= born.get(5..10);
    let years = year(&today) - year(born) - i64::from(!had_birthday);
    u8::try_from(years.max(0)).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::age;

    #[test]
    fn one_is_older_from_the_birthday_on() -> Result<(), jiff::Error> {
        for (born, date, years) in [
            ("2018-03-04", "2026-03-03", 7),
            ("2018-03-04", "2026-03-04", 8),
            ("2018-03-04", "2026-12-31", 8),
            ("2018-03-04", "2018-03-04", 0),
            ("2018-03-04", "2000-01-01", 0),
            ("2012-02-29", "2027-02-28", 14),
            ("2012-02-29", "2027-03-01", 15),
        ] {
            let now: Timestamp = format!("{date}T23:59:59Z").parse()?;
            assert_eq!(age(born, now.as_second()), years, "{born} {date}");
        }
        Ok(())
    }
}
