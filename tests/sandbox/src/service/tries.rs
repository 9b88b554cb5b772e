//! Wrong PINs and passwords, counted for each user.

use crate::random::digest;
use crate::realm::Site;

const MOST: usize = 5;
const WITHIN: i64 = 900;

/// Somebody who tries to get in, whether there is such a person or not. Keyed, since a national id could be guessed from a
/// bare digest.
pub(super) struct User(String);

impl User {
    pub(super) fn new(site: &Site, name: &str) -> Self {
        Self(digest(&format!("{}\ntries\n{name}", site.keys().secret)))
    }

    /// Seconds until the next try is allowed, when there were too many.
    pub(super) fn locked(&self, site: &Site) -> Option<i64> {
        let now = site.now();
        site.read(|state| {
            let recent: Vec<i64> = state
                .wrong_tries
                .get(&self.0)?
                .iter()
                .copied()
                .filter(|at| at + WITHIN > now)
                .collect();
            let oldest = recent.iter().rev().nth(MOST - 1)?;
            Some(oldest + WITHIN - now)
        })
    }

    pub(super) fn failed(&self, site: &Site) {
        let now = site.now();
        site.change(|state| state.wrong_tries.entry(self.0.clone()).or_default().push(now));
    }

    pub(super) fn succeeded(&self, site: &Site) {
        site.change(|state| state.wrong_tries.remove(&self.0));
    }
}
