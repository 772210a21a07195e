//! What was written here, and what of it others are known to hold.

use polylogue_core::kind::Kind;
use polylogue_store::query::Page;

use crate::node::Held;
use crate::refusal::Refusal;
use crate::status::{OwnRow, PeerRow};

/// Operations of one's own that the status names one by one.
pub(crate) const LATEST_MAX: u64 = 100;

/// Since when each peer is known to hold the same, and what follows from it.
#[derive(Debug)]
pub(crate) struct Since {
    /// When each peer last held the same (seconds); those that never did are left out.
    agreed: Vec<u64>,
    /// When this home's person came to be among those whose words all peers hold (seconds).
    admitted: u64,
    pub(crate) written: u64,
    pub(crate) here_only: u64,
    pub(crate) waiting: u64,
}

impl Since {
    pub(crate) fn of(held: &Held, peers: &[PeerRow]) -> Result<Self, Refusal> {
        let (reader, me) = (held.reader()?, held.me());
        let admission = reader.person(me)?.and_then(|it| it.admission);
        let admitted = admission.map(|it| reader.arrived(it.id)).transpose()?;
        let admitted = admitted.flatten().unwrap_or(0);
        let agreed: Vec<u64> = peers.iter().filter_map(|it| it.agreed).collect();
        let latest = agreed.iter().max().copied().unwrap_or(0);
        let known = if latest > admitted { latest } else { 0 };
        let waiting = held.waiting()?;
        Ok(Self {
            agreed,
            admitted,
            written: reader.operations_of(me)?,
            here_only: reader.signed_since(me, known)?.saturating_sub(waiting),
            waiting,
        })
    }

    /// What a peer held when both agreed, it still holds; an operation of that very second may
    /// have come after. What was said as a newcomer was no part of what they agreed on.
    fn held_by(&self, kept: u64) -> u64 {
        let kept = kept.max(self.admitted);
        self.agreed.iter().filter(|it| **it > kept).count() as u64
    }
}

/// The operations written here, the newest first.
pub(crate) fn rows(held: &Held, since: &Since, page: Page) -> Result<Vec<OwnRow>, Refusal> {
    let signed = held.reader()?.signed_by(held.me(), page)?;
    let row = |it: polylogue_store::query::SignedRow| OwnRow {
        id: it.id,
        kind: Kind::of(it.kind).map_or("", Kind::name),
        kept: it.arrived,
        held_by: if it.is_waiting {
            0
        } else {
            since.held_by(it.arrived)
        },
        is_waiting: it.is_waiting,
    };
    Ok(signed.into_iter().map(row).collect())
}
