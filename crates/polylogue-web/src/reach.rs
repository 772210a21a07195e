//! How it stands with other peers, as last looked: looking compares a whole commons, so it is
//! done at most every few seconds.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use polylogue_core::id::OperationId;
use polylogue_node::{Node, Refusal, StatusRow};

/// How long a look is good for, in seconds. Chosen by us: people look at the foot of a page less
/// often, and their own acts make it look again at once.
const GOOD_FOR_S: u64 = 5;

/// What was last seen of each commons.
#[derive(Debug, Default)]
pub struct Reach {
    seen: Mutex<BTreeMap<OperationId, (u64, StatusRow)>>,
}

impl Reach {
    /// How it stands now, or stood a few seconds ago.
    ///
    /// # Errors
    /// A [`Refusal`] if the commons is not here or cannot be read.
    pub fn look(&self, node: &Node, commons: &OperationId, now: u64) -> Result<StatusRow, Refusal> {
        if let Some((at, row)) = self.lock().get(commons)
            && now.abs_diff(*at) < GOOD_FOR_S
        {
            return Ok(row.clone());
        }
        let row = node.status(commons)?;
        self.lock().insert(*commons, (now, row.clone()));
        Ok(row)
    }

    /// Looks again next time.
    pub fn forget(&self, commons: &OperationId) {
        self.lock().remove(commons);
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, BTreeMap<OperationId, (u64, StatusRow)>> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
