//! The keys that peers reconcile, kept in memory while a network is open, so that what an arrival
//! changes among them is known: also what waited and now counts, or no longer does.

use std::collections::BTreeSet;
use std::sync::{Mutex, MutexGuard, PoisonError};

use polylogue_core::id::{Key, OperationId};
use polylogue_core::kind::Layer;
use polylogue_core::operation::Operation;
use polylogue_store::query::Standing;

use crate::node::{Held, standing_of};
use crate::refusal::Refusal;
use crate::replica::key_of;
use crate::sync::{Key as SyncKey, SortedSet};

const PORCH_BYTES_MAX: usize = 64 * 1024 * 1024;

/// What an open network was told last. Without one, nothing is kept.
#[derive(Debug, Default)]
pub(crate) struct Reconciled(Mutex<Known>);

#[derive(Debug, Default)]
struct Known {
    /// How often a network was opened: an earlier one's end does not touch a later one's keys.
    opening: u64,
    set: Option<SortedSet>,
    /// Keys whose operations are in the set.
    signers: BTreeSet<Key>,
}

/// What changed among the reconciled keys.
#[derive(Debug, Default)]
pub(crate) struct Difference {
    pub(crate) joined: Vec<SyncKey>,
    pub(crate) left: Vec<SyncKey>,
}

impl Held {
    /// Answers all keys for a network that opens, and its number.
    pub(crate) fn begin_reconciling(&self) -> Result<(u64, Vec<SyncKey>), Refusal> {
        let keys = self.all_keys()?;
        let signers = self.reader()?.reconciled_signers()?;
        let mut known = self.known();
        known.opening += 1;
        known.set = Some(SortedSet::new(keys.iter().copied()));
        known.signers = signers;
        Ok((known.opening, keys))
    }

    /// Lets go of the keys when the network they were for has closed.
    pub(crate) fn end_reconciling(&self, opening: u64) {
        let mut known = self.known();
        if known.opening == opening {
            known.set = None;
            known.signers = BTreeSet::new();
        }
    }

    /// What operations that were appended changed. Content only adds itself; so do the first
    /// operations of somebody who comes in. Where an act changes what counts of operations that
    /// were here before, everything is compared.
    pub(crate) fn difference(
        &self,
        operations: &[Operation],
        new: &[OperationId],
    ) -> Result<Difference, Refusal> {
        let mut known = self.known();
        let Known {
            set: Some(set),
            signers,
            ..
        } = &mut *known
        else {
            return Ok(Difference::default());
        };
        if new.is_empty() {
            return Ok(Difference::default());
        }
        let is_act = |it: &Operation| Layer::of(it.header().kind) != Layer::Content;
        if operations.iter().any(is_act) && self.follow_signers(signers, operations)? {
            return self.compared(set);
        }
        let me = self.me();
        let mut joined = Vec::new();
        for operation in operations {
            let author = operation.header().key;
            let key = key_of(operation);
            if (author == me || signers.contains(&author)) && set.insert([key]) > 0 {
                joined.push(key);
            }
        }
        Ok(Difference {
            joined,
            left: Vec::new(),
        })
    }

    /// Brings the signers up to date; says whether that changes what counts of operations that
    /// were here before these.
    fn follow_signers(
        &self,
        signers: &mut BTreeSet<Key>,
        operations: &[Operation],
    ) -> Result<bool, Refusal> {
        let reader = self.reader()?;
        let now = reader.reconciled_signers()?;
        let before = std::mem::replace(signers, now);
        if !before.is_subset(signers) {
            return Ok(true);
        }
        for key in signers.difference(&before) {
            let here = operations
                .iter()
                .filter(|it| it.header().key == *key)
                .count() as u64;
            if reader.operations_of(*key)? > here {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn compared(&self, set: &mut SortedSet) -> Result<Difference, Refusal> {
        let mut now = self.all_keys()?;
        now.sort_unstable();
        now.dedup();
        let before: Vec<SyncKey> = set.between(SyncKey::FIRST, SyncKey::END).collect();
        let difference = Difference {
            joined: only_in_first(&now, &before),
            left: only_in_first(&before, &now),
        };
        set.remove(difference.left.iter().copied());
        set.insert(difference.joined.iter().copied());
        Ok(difference)
    }

    /// The reconciled keys, and what this home's person says as a newcomer: somebody has to tell.
    fn all_keys(&self) -> Result<Vec<SyncKey>, Refusal> {
        let keys = self.store.reconciled_keys()?.into_iter();
        let mut keys: Vec<SyncKey> = keys.map(|(time, id)| SyncKey::from((time, id.0))).collect();
        if standing_of(&self.reader()?, self.me())? == Standing::Newcomer {
            let porch = self.store.porch(PORCH_BYTES_MAX)?;
            let mine = porch.iter().filter(|it| it.header().key == self.me());
            keys.extend(mine.map(key_of));
        }
        Ok(keys)
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        self.reconciled
            .0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

/// What of one sorted list is not in another.
fn only_in_first(first: &[SyncKey], second: &[SyncKey]) -> Vec<SyncKey> {
    let mut only = Vec::new();
    let mut others = second.iter().peekable();
    for key in first {
        while others.next_if(|other| *other < key).is_some() {}
        if others.peek() != Some(&key) {
            only.push(*key);
        }
    }
    only
}
