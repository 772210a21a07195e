//! Private halves of invitations opened here: they stay in this home until a ticket carries them.

use polylogue_core::id::OperationId;
use polylogue_store::Store;
use serde::{Deserialize, Serialize};

use crate::refusal::Refusal;

const INVITATIONS: &str = "invitations";
const KEPT_MAX: usize = 256;

/// The private half of one invitation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Kept {
    pub(crate) id: OperationId,
    pub(crate) secret: [u8; 32],
    /// Claimed times from here on are too late (seconds).
    pub(crate) end: u64,
}

#[derive(Serialize, Deserialize)]
struct Row {
    id: [u8; 32],
    secret: [u8; 32],
    end: u64,
}

impl Kept {
    /// Keeps it beside the others, the latest last; the oldest make room.
    pub(crate) fn keep(self, store: &Store) -> Result<(), Refusal> {
        let mut rows = rows(store)?;
        rows.push(Row {
            id: self.id.0,
            secret: self.secret,
            end: self.end,
        });
        let surplus = rows.len().saturating_sub(KEPT_MAX);
        let bytes = serde_json::to_vec(&rows[surplus..]).expect("rows are plain");
        Ok(store.local_put(INVITATIONS, &bytes)?)
    }

    /// Every invitation opened here, the latest last.
    pub(crate) fn all(store: &Store) -> Result<Vec<Self>, Refusal> {
        let kept = |it: Row| Self {
            id: OperationId(it.id),
            secret: it.secret,
            end: it.end,
        };
        Ok(rows(store)?.into_iter().map(kept).collect())
    }
}

fn rows(store: &Store) -> Result<Vec<Row>, Refusal> {
    let kept = store.local_get(INVITATIONS)?;
    Ok(kept
        .and_then(|bytes| serde_json::from_slice(&bytes).ok())
        .unwrap_or_default())
}
