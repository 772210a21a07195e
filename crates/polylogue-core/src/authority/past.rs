//! The past of some heads: everything their author's operations name, and what those name.

use std::cell::RefCell;
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

/// The logs given so far, and those found wanting.
pub(super) struct Logs<'a> {
    given: &'a BTreeMap<Key, Vec<LogEntry>>,
    needs: RefCell<BTreeSet<Key>>,
}

impl<'a> Logs<'a> {
    pub(super) fn new(given: &'a BTreeMap<Key, Vec<LogEntry>>) -> Self {
        Self {
            given,
            needs: RefCell::default(),
        }
    }

    pub(super) fn into_needs(self) -> BTreeSet<Key> {
        self.needs.into_inner()
    }

    /// The heads that are here and all that stands before them, within the logs of these keys.
    /// A head that is not here accepts nothing yet.
    pub(super) fn past(
        &self,
        keys: &BTreeSet<Key>,
        heads: &[OperationId],
    ) -> BTreeSet<OperationId> {
        let mut entries: BTreeMap<OperationId, &[OperationId]> = BTreeMap::new();
        for key in keys {
            let Some(log) = self.given.get(key) else {
                self.needs.borrow_mut().insert(*key);
                continue;
            };
            entries.extend(log.iter().map(|it| (it.id, it.previous.as_slice())));
        }
        let mut past = BTreeSet::new();
        let mut open: Vec<OperationId> = heads.to_vec();
        while let Some(id) = open.pop() {
            if let Some(previous) = entries.get(&id)
                && past.insert(id)
            {
                open.extend_from_slice(previous);
            }
        }
        past
    }
}
