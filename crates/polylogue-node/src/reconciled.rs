//! The keys that peers reconcile, kept in memory while a network is open, so that what an arrival
//! changes among them is known: also what waited and now counts, or no longer does. Beside them,
//! the keys of what newcomers said, which is told apart.

use std::collections::BTreeSet;
use std::sync::{Mutex, MutexGuard, PoisonError};

use polylogue_core::id::{Key, OperationId};
use polylogue_core::kind::Admission;
use polylogue_core::operation::Operation;
use polylogue_store::{Appended, Places, Reader, StoreFault};

use crate::act::law_of;
use crate::net::{Network, Order};
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
    /// By what the set was read; none: it may have missed something and is compared whole.
    bounds: Option<Bounds>,
    /// How often something changed in the set.
    order: u64,
    /// What newcomers said, as far as others are told of it.
    porch: BTreeSet<SyncKey>,
    /// How many there are without a network, for the version of the store beside it.
    counted: Option<(u64, u64)>,
}

/// What decides which operations of the log are in the set.
#[derive(Debug)]
struct Bounds {
    /// The version these are of.
    version: u64,
    /// Keys whose operations are in the set.
    signers: BTreeSet<Key>,
}

impl Bounds {
    fn read(reader: &Reader) -> Result<Self, StoreFault> {
        Ok(Self {
            version: reader.authority_version()?,
            signers: reader.reconciled_signers()?,
        })
    }

    /// The keys that count under one of two and not under the other.
    fn moved_to(&self, now: &Self) -> Vec<Key> {
        let moved = self.signers.symmetric_difference(&now.signers);
        moved.copied().collect()
    }
}

/// What changed among the reconciled keys.
#[derive(Debug, Default)]
pub(crate) struct Difference {
    pub(crate) joined: Vec<SyncKey>,
    pub(crate) left: Vec<SyncKey>,
    /// In the set before and after, and their text came now.
    pub(crate) filled: Vec<SyncKey>,
    pub(crate) porch: PorchChange,
    /// Where this stands among all that changed.
    pub(crate) order: Order,
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
        // Whatever is appended from here on finds the set, and waits for it.
        let mut known = self.known();
        let bounds = Bounds::read(&self.reader()?)?;
        let keys = self.keys()?;
        known.opening += 1;
        known.set = Some(SortedSet::new(keys.iter().copied()));
        known.bounds = Some(bounds);
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

    /// Tells a network that has opened what was kept meanwhile: nobody could announce it.
    pub(crate) fn level(&self, network: &Network) {
        let known = self.known();
        if let Some(set) = &known.set {
            network.level(Order(known.order), set.digest(), || {
                set.between(SyncKey::FIRST, SyncKey::END).collect()
            });
        }
    }

    /// Lets go of the keys when the network they were for has closed.
    pub(crate) fn end_reconciling(&self, opening: u64) {
        let mut known = self.known();
        if known.opening == opening {
            known.set = None;
            known.bounds = None;
            known.porch = BTreeSet::new();
        }
    }

    /// What operations that were appended changed. Where they stand in their signers' logs decides
    /// that; and where who counts changed, also the logs of those it changed for.
    pub(crate) fn difference(
        &self,
        operations: &[Operation],
        appended: &Appended,
    ) -> Result<Difference, Refusal> {
        let mut known = self.known();
        let Known {
            set: Some(set),
            bounds,
            porch,
            order,
            ..
        } = &mut *known
        else {
            return Ok(Difference::default());
        };
        let reader = self.reader()?;
        // Whatever fails below, the next time everything is compared.
        let before = bounds.take();
        let version = reader.authority_version()?;
        let is_same = before.as_ref().is_some_and(|it| it.version == version);
        let (now, moved) = match before {
            Some(before) if is_same => (before, Some(Vec::new())),
            before => {
                let now = Bounds::read(&reader)?;
                let moved = before.map(|it| it.moved_to(&now));
                (now, moved)
            }
        };
        let came = those(operations, &appended.new);
        let is_stranger = |it: &&Operation| !now.signers.contains(&it.header().key);
        let told = match !is_same || came.iter().any(is_stranger) {
            true => Some(self.told_keys()?),
            false => None,
        };
        let mut difference = match moved {
            Some(keys) => followed(&reader, &keys, &came, set)?,
            None => compared(&self.keys()?, set),
        };
        let displaced = appended.displaced.iter();
        let displaced = displaced.map(|(time, id)| SyncKey::from((*time, id.0)));
        difference
            .left
            .extend(displaced.filter(|it| set.contains(it)));
        difference.left.sort_unstable();
        difference.left.dedup();
        difference
            .joined
            .retain(|it| difference.left.binary_search(it).is_err());
        set.remove(difference.left.iter().copied());
        set.insert(difference.joined.iter().copied());
        let filled = those(operations, &appended.filled).into_iter().map(key_of);
        difference.filled = filled.filter(|it| set.contains(it)).collect();
        difference.porch = told.map_or_else(PorchChange::default, |it| porch_change(it, porch));
        *bounds = Some(now);
        *order += 1;
        difference.order = Order(*order);
        Ok(difference)
    }

    /// Appends what was not brought by a peer; [`Held::difference`] follows.
    pub(crate) fn append(&self, operations: &[Operation], now: u64) -> Result<Appended, Refusal> {
        let appended = self.store.append(operations, now);
        Ok(appended.inspect_err(|_| self.doubt_reconciled())?)
    }

    /// Something may have been appended that [`Held::difference`] was not told of, because it
    /// failed in the middle: the next time everything is compared.
    pub(crate) fn doubt_reconciled(&self) {
        self.known().bounds = None;
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

/// Those of some operations that have one of these ids, each once; the ids are in their order.
fn those<'a>(operations: &'a [Operation], ids: &[OperationId]) -> Vec<&'a Operation> {
    let mut ids = ids.iter().peekable();
    operations
        .iter()
        .filter(|it| ids.next_if(|id| **id == it.id()).is_some())
        .collect()
}

/// What differs in the logs of some keys, and where operations came.
fn followed(
    reader: &Reader,
    keys: &[Key],
    came: &[&Operation],
    set: &SortedSet,
) -> Result<Difference, Refusal> {
    let mut difference = Difference::default();
    let mut note = |places: Places| {
        let key = |(time, id): (u64, OperationId)| SyncKey::from((time, id.0));
        let inside = places.inside.into_iter().map(key);
        let outside = places.outside.into_iter().map(key);
        difference
            .joined
            .extend(inside.filter(|it| !set.contains(it)));
        difference
            .left
            .extend(outside.filter(|it| set.contains(it)));
    };
    for key in keys {
        note(reader.places_of(*key)?);
    }
    if !came.is_empty() {
        note(reader.places_beside(came)?);
    }
    // What came of somebody who counts now or no longer was named twice.
    for named in [&mut difference.joined, &mut difference.left] {
        named.sort_unstable();
        named.dedup();
    }
    Ok(difference)
}

fn compared(now: &[SyncKey], set: &SortedSet) -> Difference {
    let before: Vec<SyncKey> = set.between(SyncKey::FIRST, SyncKey::END).collect();
    Difference {
        joined: only_in_first(now, &before),
        left: only_in_first(&before, now),
        ..Difference::default()
    }
}

fn porch_change(mut told: Vec<SyncKey>, before: &mut BTreeSet<SyncKey>) -> PorchChange {
    let now: BTreeSet<SyncKey> = told.iter().copied().collect();
    let left = before.difference(&now).copied().collect();
    told.retain(|it| !before.contains(it));
    *before = now;
    PorchChange { joined: told, left }
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

#[cfg(test)]
mod tests;
