use std::collections::BTreeSet;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::faults::{At, Fault};
use crate::twists::Twist;

#[derive(Default)]
struct Set {
    faults: Vec<Fault>,
    twists: BTreeSet<Twist>,
}

/// Which faults and twists are on.
#[derive(Default)]
pub(crate) struct Switches(Mutex<Set>);

impl Switches {
    pub(crate) fn fault(&self, fault: Fault) {
        self.set().faults.push(fault);
    }

    pub(crate) fn twist(&self, twist: Twist) {
        self.set().twists.insert(twist);
    }

    pub(crate) fn clear(&self) {
        *self.set() = Set::default();
    }

    /// The first fault of this place, counted down by one.
    pub(crate) fn take(&self, at: At) -> Option<Fault> {
        let mut set = self.set();
        let index = set.faults.iter().position(|fault| fault.at == at)?;
        let fault = set.faults.get_mut(index)?;
        let taken = fault.clone();
        if let Some(times) = &mut fault.times {
            *times = times.saturating_sub(1);
            if *times == 0 {
                set.faults.remove(index);
            }
        }
        Some(taken)
    }

    pub(crate) fn has(&self, twist: Twist) -> bool {
        self.set().twists.contains(&twist)
    }

    pub(crate) fn faults(&self) -> Vec<Fault> {
        self.set().faults.clone()
    }

    pub(crate) fn twists(&self) -> Vec<Twist> {
        self.set().twists.iter().copied().collect()
    }

    fn set(&self) -> MutexGuard<'_, Set> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
