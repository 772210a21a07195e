//! The keys that peers reconcile, kept in memory while a network is open, so that what an arrival
//! changes among them is known: also what waited and now counts, or no longer does. Beside them,
//! the keys of what newcomers said, which is told apart.

use std::collections::BTreeSet;
use std::sync::{Mutex, MutexGuard, PoisonError};

use polylogue_core::id::{Key, OperationId};
use polylogue_core::kind::{Admission, Layer};
use polylogue_core::operation::Operation;

use crate::act::law_of;
use crate::node::Held;
use crate::refusal::Refusal;
use crate::replica::key_of;
use crate::sync::{Key as SyncKey, SortedSet};

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
    /// What newcomers said, as far as others are told of it.
    porch: BTreeSet<SyncKey>,
    /// How many there are without a network, for the version of the store beside it.
    counted: Option<(u64, u64)>,
}

/// What changed among the reconciled keys.
#[derive(Debug, Default)]
pub(crate) struct Difference {
    pub(crate) joined: Vec<SyncKey>,
    pub(crate) left: Vec<SyncKey>,
    pub(crate) porch: PorchChange,
}

/// What changed on the porch, the oldest first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PorchChange {
    /// Keys of what newcomers said that is held now and was not before.
    pub joined: Vec<SyncKey>,
    /// Keys of what is on the porch no longer: its author was admitted, or it made room.
    pub left: Vec<SyncKey>,
}

impl Held {
    /// Answers all keys for a network that opens, and its number.
    pub(crate) fn begin_reconciling(&self) -> Result<(u64, Vec<SyncKey>), Refusal> {
        let keys = self.keys()?;
        let signers = self.reader()?.reconciled_signers()?;
        let mut known = self.known();
        known.opening += 1;
        known.set = Some(SortedSet::new(keys.iter().copied()));
        known.signers = signers;
        Ok((known.opening, keys))
    }

    /// How many keys there are: known while a network is open, else counted once for each version
    /// of the store.
    pub(crate) fn count_reconciled(&self) -> Result<u64, Refusal> {
        let known = self.known();
        if let Some(set) = &known.set {
            return Ok(set.len() as u64);
        }
        let before = known.counted;
        drop(known);
        let reader = self.reader()?;
        let version = reader.version()?;
        if let Some((_, count)) = before.filter(|(at, _)| *at == version) {
            return Ok(count);
        }
        let count = reader.count_reconciled()?;
        self.known().counted = Some((version, count));
        Ok(count)
    }

    /// Lets go of the keys when the network they were for has closed.
    pub(crate) fn end_reconciling(&self, opening: u64) {
        let mut known = self.known();
        if known.opening == opening {
            known.set = None;
            known.signers = BTreeSet::new();
            known.porch = BTreeSet::new();
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
            porch,
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
            return Ok(Difference {
                porch: self.porch_change(porch)?,
                ..self.compared(set)?
            });
        }
        let mut difference = Difference::default();
        let mut has_newcomers = false;
        for operation in operations {
            let key = key_of(operation);
            if !signers.contains(&operation.header().key) {
                has_newcomers = true;
            } else if set.insert([key]) > 0 {
                difference.joined.push(key);
            }
        }
        if has_newcomers {
            difference.porch = self.porch_change(porch)?;
        }
        Ok(difference)
    }

    /// What newcomers said and others are told of, for a network that opens, the oldest first.
    pub(crate) fn begin_porch(&self) -> Result<Vec<SyncKey>, Refusal> {
        let told = self.told_keys()?;
        self.known().porch = told.iter().copied().collect();
        Ok(told)
    }

    /// How many operations of this home's person wait among the newcomers'.
    pub(crate) fn waiting(&self) -> Result<u64, Refusal> {
        let porch = self.store.porch_keys()?;
        let mine = porch.iter().filter(|(key, ..)| *key == self.me());
        Ok(mine.count() as u64)
    }

    fn porch_change(&self, before: &mut BTreeSet<SyncKey>) -> Result<PorchChange, Refusal> {
        let mut joined = self.told_keys()?;
        let now: BTreeSet<SyncKey> = joined.iter().copied().collect();
        let left = before.difference(&now).copied().collect();
        joined.retain(|it| !before.contains(it));
        *before = now;
        Ok(PorchChange { joined, left })
    }

    /// The porch as far as others are told of it: all of it where the charter knows newcomers;
    /// elsewhere what this home's person said alone, for somebody has to tell.
    fn told_keys(&self) -> Result<Vec<SyncKey>, Refusal> {
        let porch = self.store.porch_keys()?;
        if porch.is_empty() {
            return Ok(Vec::new());
        }
        let me = self.me();
        let act = self.store.author(&[me])?.act;
        let is_heard = law_of(&self.store, act)?.admission != Admission::Invitation;
        let told = porch.into_iter().filter(|(key, ..)| is_heard || *key == me);
        Ok(told
            .map(|(_, time, id)| SyncKey::from((time, id.0)))
            .collect())
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
        let now = self.keys()?;
        let before: Vec<SyncKey> = set.between(SyncKey::FIRST, SyncKey::END).collect();
        let difference = Difference {
            joined: only_in_first(&now, &before),
            left: only_in_first(&before, &now),
            porch: PorchChange::default(),
        };
        set.remove(difference.left.iter().copied());
        set.insert(difference.joined.iter().copied());
        Ok(difference)
    }

    /// The reconciled keys, in order.
    fn keys(&self) -> Result<Vec<SyncKey>, Refusal> {
        let keys = self.store.reconciled_keys()?.into_iter();
        Ok(keys.map(|(time, id)| SyncKey::from((time, id.0))).collect())
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
