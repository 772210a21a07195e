//! The past of some heads: everything their author's operations name, and what those name.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};

use crate::id::{Key, OperationId};

/// One operation in the log of a signing key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogEntry {
    /// The operation.
    pub id: OperationId,
    /// The heads it names.
    pub previous: Vec<OperationId>,
}

/// The logs given so far, those found wanting, and how much work was done.
pub(super) struct Logs<'a> {
    given: &'a BTreeMap<Key, Vec<LogEntry>>,
    entries: BTreeMap<OperationId, (Key, &'a [OperationId])>,
    needs: RefCell<BTreeSet<Key>>,
    missing: RefCell<BTreeSet<OperationId>>,
    steps: Cell<u64>,
}

impl<'a> Logs<'a> {
    pub(super) fn new(given: &'a BTreeMap<Key, Vec<LogEntry>>) -> Self {
        let entry = |key: &Key, it: &'a LogEntry| (it.id, (*key, it.previous.as_slice()));
        let entries = given
            .iter()
            .flat_map(|(key, log)| log.iter().map(move |it| entry(key, it)))
            .collect();
        Self {
            given,
            entries,
            needs: RefCell::default(),
            missing: RefCell::default(),
            steps: Cell::new(0),
        }
    }

    /// Counts work: one for each thing looked at.
    pub(super) fn step(&self, count: usize) {
        let count = u64::try_from(count).unwrap_or(u64::MAX);
        self.steps.set(self.steps.get().saturating_add(count));
    }

    pub(super) fn steps(&self) -> u64 {
        self.steps.get()
    }

    /// Logs that are wanted, and what was named and is not in those given.
    pub(super) fn into_wanting(self) -> (BTreeSet<Key>, BTreeSet<OperationId>) {
        (self.needs.into_inner(), self.missing.into_inner())
    }

    /// The heads that are here and all that stands before them, within the logs of these keys.
    /// A head that is not here accepts nothing yet.
    pub(super) fn past(
        &self,
        keys: &BTreeSet<Key>,
        heads: &[OperationId],
    ) -> BTreeSet<OperationId> {
        for key in keys.iter().filter(|key| !self.given.contains_key(key)) {
            self.needs.borrow_mut().insert(*key);
        }
        let mut past = BTreeSet::new();
        let mut open: Vec<OperationId> = heads.to_vec();
        while let Some(id) = open.pop() {
            self.step(1);
            match self.entries.get(&id) {
                Some((key, previous)) if keys.contains(key) => {
                    if past.insert(id) {
                        open.extend_from_slice(previous);
                    }
                }
                Some(_) => {}
                None => drop(self.missing.borrow_mut().insert(id)),
            }
        }
        past
    }

    /// As [`Logs::past`], as far as one key of a person signed it.
    pub(super) fn past_by(
        &self,
        key: &Key,
        keys: &BTreeSet<Key>,
        heads: &[OperationId],
    ) -> BTreeSet<OperationId> {
        let mut past = self.past(keys, heads);
        past.retain(|id| self.entries.get(id).is_some_and(|it| it.0 == *key));
        past
    }
}
