//! The latest operations written here, with the time they were kept: what the honest status needs
//! to say how many peers hold each.

use polylogue_core::id::OperationId;
use polylogue_core::operation::Operation;
use serde::{Deserialize, Serialize};

use crate::node::Held;
use crate::refusal::Refusal;

const OWN: &str = "own";
/// Operations of one's own that the status can speak of one by one.
pub(crate) const OWN_MAX: usize = 100;

/// One operation written here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Own {
    id: [u8; 32],
    /// The number of its kind.
    pub(crate) kind: u16,
    /// When it was kept here (seconds).
    pub(crate) kept: u64,
}

impl Own {
    pub(crate) fn id(&self) -> OperationId {
        OperationId(self.id)
    }
}

/// Notes operations that were written and kept now.
pub(crate) fn note(held: &Held, operations: &[Operation], now: u64) -> Result<(), Refusal> {
    let me = held.me();
    let mine = operations.iter().filter(|it| it.header().key == me);
    let mut own = if operations.len() < OWN_MAX {
        latest(held)?
    } else {
        Vec::new()
    };
    own.extend(mine.map(|it| Own {
        id: it.id().0,
        kind: it.header().kind,
        kept: now,
    }));
    let surplus = own.len().saturating_sub(OWN_MAX);
    let bytes = serde_json::to_vec(&own[surplus..]).expect("rows are plain");
    Ok(held.store.local_put(OWN, &bytes)?)
}

/// The latest operations written here, the newest last.
pub(crate) fn latest(held: &Held) -> Result<Vec<Own>, Refusal> {
    let kept = held.store.local_get(OWN)?;
    Ok(kept
        .and_then(|bytes| serde_json::from_slice(&bytes).ok())
        .unwrap_or_default())
}
