//! For whom one can sign, and whether at the open stop.

use jiff::civil::Date;

use super::state::Model;
use crate::domain::{
    library::{AgeLimits, Agreement, Signs},
    shelf::Party,
};

/// Whether somebody, or the one who holds the phone for them, can sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MaySign {
    /// Yes; for a child until that age, years.
    Here {
        /// When the child signs alone.
        alone_from: Option<u8>,
    },
    /// The child is old enough to sign alone, on their own phone.
    Themselves,
    /// A guardian must sign for whoever holds the phone; themselves from that age on, years.
    Guardian {
        /// When that changes.
        alone_from: Option<u8>,
    },
    /// Nobody yet.
    TooYoung {
        /// From when somebody may, years.
        from: u8,
    },
    /// The library hasn't said.
    NotSaid,
}

impl Party {
    /// How old they are that day, whole years; not below 0.
    #[must_use]
    pub fn age(&self, today: Date) -> u8 {
        let birthday_is_ahead = (today.month(), today.day()) < (self.born.month(), self.born.day());
        let years = i32::from(today.year()) - i32::from(self.born.year()) - i32::from(birthday_is_ahead);
        u8::try_from(years.max(0)).unwrap_or(u8::MAX)
    }

    /// Whether they can sign an agreement where these ages hold.
    #[must_use]
    pub fn may_sign(&self, ages: AgeLimits, agreement: Agreement, today: Date) -> MaySign {
        match (ages.signs(agreement, self.age(today)), self.child.is_some()) {
            (Signs::Alone, false) => MaySign::Here { alone_from: None },
            (Signs::Alone, true) => MaySign::Themselves,
            (Signs::Guardian { alone_from }, true) => MaySign::Here { alone_from },
            (Signs::Guardian { alone_from }, false) => MaySign::Guardian { alone_from },
            (Signs::TooYoung { from }, _) => MaySign::TooYoung { from },
            (Signs::NotSaid, _) => MaySign::NotSaid,
        }
    }
}

impl Model {
    /// Everybody for whom the trip could sign, and whether at its open stop. Empty while nobody is known.
    #[must_use]
    pub fn parties(&self) -> Vec<(&Party, MaySign)> {
        let stop = self.trip.as_ref().and_then(|trip| trip.stop().or(trip.stops.last()));
        if stop.is_none() {
            return Vec::new();
        }
        let entry = stop.and_then(|stop| self.directory.as_ref()?.get(stop.library));
        let ages = entry.map(|entry| entry.ages).unwrap_or_default();
        let agreement = stop.map_or(Agreement::Rules, |stop| stop.agreement);
        let today = self.now.date();
        let people = self.shelf.people.iter();
        people
            .map(|party| (party, party.may_sign(ages, agreement, today)))
            .collect()
    }

    /// For whom the trip signs: which of [`Model::parties`].
    #[must_use]
    pub fn party(&self) -> usize {
        let child = self.trip.as_ref().and_then(|trip| trip.child.as_ref());
        let people = &self.shelf.people;
        let is = |party: &Party| party.child.as_ref().map(|(child, _)| child) == child;
        people.iter().position(is).unwrap_or_default()
    }

    /// Whether the one for whom the trip signs can be signed for; nobody known is left to the service.
    pub(super) fn can_sign(&self) -> bool {
        self.parties()
            .get(self.party())
            .is_none_or(|(_, may)| matches!(may, MaySign::Here { .. }))
    }
}
