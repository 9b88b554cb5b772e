//! What the service tells about who may act for whom.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Acts, Household, OF_AGE, reaches};
use crate::domain::receipt::{Basis, Pseudonym};

/// A child, and when it was born by the service's word.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Child {
    /// Who.
    pub child: Pseudonym,
    /// Day of birth.
    pub born: Date,
}

/// That somebody may act for a child. Every basis permits the same: a foster parent whom a library confirmed is no lesser one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// Who.
    pub guardian: Pseudonym,
    /// For whom.
    pub child: Pseudonym,
    /// By what right.
    pub basis: Basis,
    /// Which acts; [`Acts::ALL`] unless the service says fewer.
    pub acts: Acts,
    /// First day.
    pub from: Date,
    /// First day on which it holds no more; none is known while `None`. Coming of age ends it in any case.
    pub until: Option<Date>,
}

/// What the service told. The later word holds from its day on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Told {
    /// A child and its day of birth; again: corrected.
    Child(Child),
    /// Somebody may act.
    Linked(Link),
    /// From that day on somebody may not, by any basis. Never why; see [`super`].
    Ended {
        /// Who.
        guardian: Pseudonym,
        /// For whom.
        child: Pseudonym,
        /// First day without.
        from: Date,
    },
    /// The whole list for somebody: from that day on they may act for these and for nobody else.
    Only {
        /// Who.
        guardian: Pseudonym,
        /// For whom they still may.
        children: Vec<Pseudonym>,
        /// First day on which that is so.
        from: Date,
    },
}

impl Link {
    /// Whether it holds that day, the child's age aside. Nobody is their own guardian.
    #[must_use]
    pub fn holds(&self, day: Date) -> bool {
        let within = self.from <= day && self.until.is_none_or(|until| day < until);
        within && self.guardian != self.child
    }

    /// It holds no longer than until that day; whether anything of it remains.
    fn cut(&mut self, from: Date) -> bool {
        self.until = Some(self.until.map_or(from, |until| until.min(from)));
        self.until > Some(self.from)
    }
}

impl Household {
    /// Takes in what the service told. The same word twice changes nothing.
    pub fn told(&mut self, told: Told) {
        match told {
            Told::Child(child) => {
                self.children.retain(|known| known.child != child.child);
                self.children.push(child);
            }
            Told::Linked(link) => {
                if !self.links.contains(&link) {
                    self.links.push(link);
                }
            }
            Told::Ended { guardian, child, from } => {
                self.links
                    .retain_mut(|link| link.guardian != guardian || link.child != child || link.cut(from));
            }
            Told::Only {
                guardian,
                children,
                from,
            } => self
                .links
                .retain_mut(|link| link.guardian != guardian || children.contains(&link.child) || link.cut(from)),
        }
    }

    /// Every child that somebody may act for that day, in the order in which they were told.
    pub fn children_of<'a>(&'a self, guardian: &'a Pseudonym, today: Date) -> impl Iterator<Item = &'a Child> {
        let living = move |child: &&Child| self.living(guardian, &child.child, today).next().is_some();
        self.children.iter().filter(living)
    }

    /// By what right somebody may act for a child that day, if they may.
    #[must_use]
    pub fn basis(&self, guardian: &Pseudonym, child: &Pseudonym, today: Date) -> Option<Basis> {
        self.living(guardian, child, today).next().map(|link| link.basis)
    }

    /// Forgets links that are over, and children whom nobody is linked to; `me` stays. When and that a power ended is nobody's
    /// to look up afterwards.
    pub fn forget_over(&mut self, me: &Pseudonym, today: Date) {
        self.links.retain(|link| link.until.is_none_or(|until| today < until));
        let grown = |child: &&Child| reaches(child.born, OF_AGE) <= today;
        let grown: Vec<_> = self.children.iter().filter(grown).map(|it| it.child.clone()).collect();
        self.links.retain(|link| !grown.contains(&link.child));
        let links = &self.links;
        self.children
            .retain(|known| known.child == *me || links.iter().any(|link| link.child == known.child));
    }

    /// The day of birth of a child that was told.
    pub(super) fn born(&self, child: &Pseudonym) -> Option<Date> {
        self.children
            .iter()
            .find(|known| known.child == *child)
            .map(|known| known.born)
    }

    /// Links between the two that hold that day, the latest told first; none once the child is of age, or unborn.
    pub(super) fn living(&self, guardian: &Pseudonym, child: &Pseudonym, day: Date) -> impl Iterator<Item = &Link> {
        let minor = self
            .born(child)
            .is_some_and(|born| born <= day && day < reaches(born, OF_AGE));
        self.links_to(child)
            .rev()
            .filter(move |link| minor && link.guardian == *guardian && link.holds(day))
    }

    /// Links to a child, whenever they hold.
    pub(super) fn links_to(&self, child: &Pseudonym) -> impl DoubleEndedIterator<Item = &Link> {
        self.links.iter().filter(move |link| link.child == *child)
    }
}
