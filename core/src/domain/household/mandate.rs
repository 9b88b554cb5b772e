//! That somebody may do something for a child today; and why not.

use jiff::civil::Date;

use super::{Act, Household, Place, age_on, power::Whose, reaches};
use crate::domain::{
    library::LibraryNumber,
    receipt::{Basis, Pseudonym},
};

/// That this guardian may do this act for this child, that day. Whatever acts for a child takes one, and it can't be had but
/// from [`Household::may`]:
///
/// ```
/// use card_core::domain::household::{Act, Acts, Child, Household, Link, Mandate, Told};
/// use card_core::domain::receipt::{Basis, Pseudonym};
/// use jiff::civil::date;
///
/// let (guardian, child) = (Pseudonym::parse("g").unwrap(), Pseudonym::parse("c").unwrap());
/// let mut household = Household::default();
/// household.told(Told::Child(Child { child: child.clone(), born: date(2018, 5, 1) }));
/// household.told(Told::Linked(Link {
///     guardian: guardian.clone(),
///     child: child.clone(),
///     basis: Basis::ParentalResponsibility,
///     acts: Acts::ALL,
///     from: date(2018, 5, 1),
///     until: None,
/// }));
/// let mandate: Mandate = household.may(&guardian, &child, Act::ShowCard, date(2026, 1, 1), None).unwrap();
/// assert_eq!(mandate.act(), Act::ShowCard);
/// ```
///
/// Its fields are nobody else's:
///
/// ```compile_fail,E0451
/// use card_core::domain::household::{Act, Mandate};
/// use card_core::domain::receipt::{Basis, Pseudonym};
///
/// let mandate = Mandate {
///     guardian: Pseudonym::parse("g").unwrap(),
///     child: Pseudonym::parse("c").unwrap(),
///     act: Act::ShowCard,
///     basis: Basis::ParentalResponsibility,
///     library: None,
///     day: jiff::civil::date(2026, 1, 1),
/// };
/// ```
///
/// nor does it come out of a text, or from nothing:
///
/// ```compile_fail,E0277
/// let mandate: card_core::domain::household::Mandate = serde_json::from_str("{}").unwrap();
/// ```
///
/// ```compile_fail,E0277
/// fn make<T: Default>() -> T { T::default() }
/// let mandate: card_core::domain::household::Mandate = make();
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use]
pub struct Mandate {
    guardian: Pseudonym,
    child: Pseudonym,
    act: Act,
    basis: Basis,
    library: Option<LibraryNumber>,
    day: Date,
}

/// Why somebody can't do something for a child, or a child for itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WhyNot {
    /// There is no basis. The one answer to everybody without one, whatever the reason; see [`super`].
    #[error("there is no basis for it")]
    NoBasis,
    /// The child does it itself since that day.
    #[error("the child does it since {since}")]
    TheirOwn {
        /// When that began.
        since: Date,
    },
    /// Too early for a child on its own; a guardian does it until then, where a day is known.
    #[error("a guardian does it")]
    Guardians {
        /// When it is the child's.
        until: Option<Date>,
    },
    /// Too early for anybody at this library.
    #[error("nobody does it before {from}")]
    TooEarly {
        /// When somebody may.
        from: Date,
    },
    /// The library hasn't said from which age.
    #[error("the library has not said who does it")]
    NotSaid,
}

impl Mandate {
    /// Who acts.
    #[must_use]
    pub fn guardian(&self) -> &Pseudonym {
        &self.guardian
    }

    /// For whom.
    #[must_use]
    pub fn child(&self) -> &Pseudonym {
        &self.child
    }

    /// What.
    #[must_use]
    pub fn act(&self) -> Act {
        self.act
    }

    /// By what right.
    #[must_use]
    pub fn basis(&self) -> Basis {
        self.basis
    }

    /// Where, when it is about one library.
    #[must_use]
    pub fn library(&self) -> Option<LibraryNumber> {
        self.library
    }

    /// The only day on which it holds.
    #[must_use]
    pub fn day(&self) -> Date {
        self.day
    }
}

impl Household {
    /// Whether somebody may do something for a child that day. `place` is the library that it is about; without one, the usual
    /// ages hold.
    ///
    /// # Errors
    /// [`WhyNot`]; everything but [`WhyNot::NoBasis`] is said to those only who have a basis for that act.
    pub fn may(
        &self,
        guardian: &Pseudonym,
        child: &Pseudonym,
        act: Act,
        today: Date,
        place: Option<&Place>,
    ) -> Result<Mandate, WhyNot> {
        let link = self
            .living(guardian, child, today)
            .find(|link| link.acts.has(act))
            .ok_or(WhyNot::NoBasis)?;
        let born = self.born(child).ok_or(WhyNot::NoBasis)?;
        match self.ages.whose(act, age_on(born, today), place) {
            Whose::Of { guardian: true, .. } => Ok(Mandate {
                guardian: link.guardian.clone(),
                child: link.child.clone(),
                act,
                basis: link.basis,
                library: place.map(|place| place.library),
                day: today,
            }),
            Whose::Of { .. } => Err(self
                .own_from(born, act, place)
                .map_or(WhyNot::NotSaid, |since| WhyNot::TheirOwn { since })),
            Whose::Nobodys { from } => Err(WhyNot::TooEarly {
                from: reaches(born, from),
            }),
            Whose::NotSaid => Err(WhyNot::NotSaid),
        }
    }

    /// Whether a child does something itself that day, with its own sign-in.
    ///
    /// # Errors
    /// [`WhyNot`]; [`WhyNot::NoBasis`] for a child that isn't known here.
    pub fn may_alone(&self, child: &Pseudonym, act: Act, today: Date, place: Option<&Place>) -> Result<(), WhyNot> {
        let born = self.born(child).ok_or(WhyNot::NoBasis)?;
        match self.ages.whose(act, age_on(born, today), place) {
            Whose::Of { child: true, .. } => Ok(()),
            Whose::Of { .. } => Err(WhyNot::Guardians {
                until: self.own_from(born, act, place),
            }),
            Whose::Nobodys { from } => Err(WhyNot::TooEarly {
                from: reaches(born, from),
            }),
            Whose::NotSaid => Err(WhyNot::NotSaid),
        }
    }

    /// The first day on which an act is the child's own.
    fn own_from(&self, born: Date, act: Act, place: Option<&Place>) -> Option<Date> {
        (0..=u8::MAX)
            .find(|age| matches!(self.ages.whose(act, *age, place), Whose::Of { child: true, .. }))
            .map(|age| reaches(born, age))
    }
}
