//! Who may do what for which child, when that changes, and what was done.
//!
//! A household is a graph of [`Link`]s (person, child, basis, permitted acts, from, until) that the service tells, and an age
//! clock. An act for a child can't be named without a basis that lives that day: it takes a [`Mandate`], and only
//! [`Household::may`] makes one. Loans are no [`Act`], so nobody can be let into them by mistake.
//!
//! # Neutrality
//!
//! Why a link ended (judgment, move of custody, death, protected address) is nobody's business on a phone: a link has a last
//! day and no reason, [`Told`] has one way to end, and every refusal that could hint at it is the one variant
//! [`WhyNot::NoBasis`], which carries nothing. A stranger, a guardian whose link ended, the guardian of a protected child and
//! somebody who names a child that doesn't exist get equal values; ages are looked at after the basis only, so they tell a
//! stranger nothing either. Protected addresses: Skatteetaten, <https://github.com/Skatteetaten/folkeregisteret-api-dokumentasjon>;
//! who has parental responsibility isn't even told to a parent without it,
//! <https://www.skatteetaten.no/person/folkeregister/fodsel-og-navnevalg/foreldreansvar/>.

mod act;
mod age;
mod ahead;
mod ledger;
mod link;
mod mandate;
mod power;

use serde::{Deserialize, Serialize};

pub use act::{Act, Acts};
pub use age::{OF_AGE, age_on, reaches};
pub use ahead::{Ahead, Change, LAST_DAYS, SOON_DAYS, Side, Stage};
pub use ledger::{AnotherChild, Entry, Ledger};
pub use link::{Child, Link, Told};
pub use mandate::{Mandate, WhyNot};
pub use power::{Ages, POWERS, Place, Power, Threshold};

/// Children, and who may act for them, as the service told.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Household {
    children: Vec<Child>,
    links: Vec<Link>,
    #[serde(default)]
    ages: Ages,
}

impl Household {
    /// An empty one, where these ages hold.
    #[must_use]
    pub fn new(ages: Ages) -> Self {
        Self {
            ages,
            ..Self::default()
        }
    }

    /// Nobody was told.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.children.is_empty() && self.links.is_empty()
    }

    /// From now on these ages hold.
    pub fn hold(&mut self, ages: Ages) {
        self.ages = ages;
    }

    /// The ages that hold.
    #[must_use]
    pub fn ages(&self) -> Ages {
        self.ages
    }
}
