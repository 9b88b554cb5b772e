//! Children on a guardian's phone: their cards, and what they are at each library. Gone when the power to show them is.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{
    directory::Directory,
    face::CardFace,
    household::{Act, Acts, Ages, Ahead, Child, Link, Place, Told},
    library::LibraryNumber,
    receipt::{Basis, Pseudonym},
    shelf::{Party, Related, Shelf},
    snapshot::{HeldCard, SignedSnapshot},
    timestamp::Timestamp,
};

/// A child.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kin {
    /// Who.
    pub child: Pseudonym,
    /// Whether there is a card, as the household says it.
    pub has_card: bool,
    /// The card as it came; checked again at each start.
    pub kept: Option<KeptCard>,
    /// The same, checked.
    #[serde(skip)]
    pub card: Option<HeldCard>,
    /// What the child is at each library.
    pub relations: Vec<Related>,
}

/// A card on disk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptCard {
    /// The register's word.
    pub signed: SignedSnapshot,
    /// The service's mark for it.
    pub etag: Option<String>,
    /// When it was last confirmed.
    pub checked_at: Timestamp,
}

/// A code by which a library's desk confirms that the person may act for a child.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChildCode {
    /// At which library.
    pub library: LibraryNumber,
    /// `XXXX-XXXX`.
    pub code: String,
    /// When it ends.
    pub until: Timestamp,
}

impl Kin {
    /// A child of whom nothing else is known.
    #[must_use]
    pub fn new(child: Pseudonym) -> Self {
        Self {
            child,
            has_card: false,
            kept: None,
            card: None,
            relations: Vec::new(),
        }
    }

    /// A card that was checked, or none.
    pub fn takes(&mut self, card: Option<HeldCard>) {
        self.has_card |= card.is_some();
        self.kept = card.as_ref().map(|card| KeptCard {
            signed: card.signed.clone(),
            etag: card.etag.clone(),
            checked_at: card.checked_at,
        });
        self.card = card;
    }

    /// How the card looks.
    #[must_use]
    pub fn face(&self, now: Timestamp) -> Option<CardFace> {
        self.card.as_ref().map(|card| CardFace::of(card, now))
    }
}

impl Shelf {
    /// Takes in for whom somebody can act, by the service's word of that day: for these and for nobody else.
    pub fn told_people(&mut self, me: &Pseudonym, people: Vec<Party>, ages: Option<Ages>, today: Date) {
        if let Some(ages) = ages {
            self.household.hold(ages);
        }
        let mut children = Vec::new();
        for party in &people {
            let (who, basis) = match &party.child {
                Some((child, basis)) => (child, Some(*basis)),
                None => (me, None),
            };
            self.household.told(Told::Child(Child {
                child: who.clone(),
                born: party.born,
            }));
            if let Some(basis) = basis {
                self.link(me, who, basis, today);
                children.push(who.clone());
            }
        }
        self.household.told(Told::Only {
            guardian: me.clone(),
            children,
            from: today,
        });
        self.people = people;
        self.let_go(me, today);
    }

    fn link(&mut self, me: &Pseudonym, child: &Pseudonym, basis: Basis, today: Date) {
        if self.household.basis(me, child, today) == Some(basis) {
            return;
        }
        self.ended(me, child, today);
        self.household.told(Told::Linked(Link {
            guardian: me.clone(),
            child: child.clone(),
            basis,
            acts: Acts::ALL,
            from: today,
            until: None,
        }));
    }

    /// By the service's word somebody can't act for that child any more.
    pub fn ended(&mut self, me: &Pseudonym, child: &Pseudonym, today: Date) {
        self.household.told(Told::Ended {
            guardian: me.clone(),
            child: child.clone(),
            from: today,
        });
    }

    /// Lets go of everything about children for whom there is no basis that day, and of what isn't a guardian's to see any
    /// more; whether there was anything.
    pub fn let_go(&mut self, me: &Pseudonym, today: Date) -> bool {
        let before = (self.people.len(), self.children.len());
        let household = &self.household;
        let is_own = |child: &Pseudonym| household.basis(me, child, today).is_some();
        self.people
            .retain(|party| party.child.as_ref().is_none_or(|(child, _)| is_own(child)));
        self.children.retain(|kin| is_own(&kin.child));
        let mut gone = before != (self.people.len(), self.children.len());
        for kin in &mut self.children {
            let may = |kin: &Kin, act| household.may(me, &kin.child, act, today, None).is_ok();
            if kin.kept.is_some() && !may(kin, Act::ShowCard) {
                kin.takes(None);
                gone = true;
            }
            if !kin.relations.is_empty() && !may(kin, Act::SeeLibraries) {
                kin.relations.clear();
                gone = true;
            }
        }
        self.household.forget_over(me, today);
        gone
    }

    /// What changes for a child, or for oneself, as oneself may read it: at the libraries where that one is something, and at
    /// one's home library.
    #[must_use]
    pub fn ahead(&self, me: &Pseudonym, whom: &Pseudonym, directory: Option<&Directory>, today: Date) -> Vec<Ahead> {
        let relations = match self.kin(whom) {
            Some(kin) => &kin.relations[..],
            None if whom == me => &self.relations,
            None => &[],
        };
        let home = self.relations.iter().filter(|related| related.home);
        let libraries: BTreeSet<_> = relations.iter().chain(home).map(|related| related.library).collect();
        let places: Vec<_> = libraries.into_iter().map(|it| Place::of(it, directory)).collect();
        self.household.changes_for(me, whom, today, &places)
    }

    /// What is known of a child.
    #[must_use]
    pub fn kin(&self, child: &Pseudonym) -> Option<&Kin> {
        self.children.iter().find(|kin| kin.child == *child)
    }

    /// The same, to add to it; made when there was nothing.
    pub fn kin_mut(&mut self, child: &Pseudonym) -> Option<&mut Kin> {
        if self.kin(child).is_none() {
            self.children.push(Kin::new(child.clone()));
        }
        self.children.iter_mut().find(|kin| kin.child == *child)
    }

    /// The person themselves, as the service named them.
    #[must_use]
    pub fn own(&self) -> Option<&Party> {
        self.people.iter().find(|party| party.child.is_none())
    }
}
