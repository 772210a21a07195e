//! What was written here, and what of it others are known to hold.

use polylogue_core::id::Key;
use polylogue_core::kind::Kind;
use polylogue_store::query::Page;

use crate::node::Held;
use crate::refusal::Refusal;
use crate::replica::own_held;
use crate::status::{OwnRow, PeerRow};

/// Operations of one's own that the status names one by one.
pub(crate) const LATEST_MAX: u64 = 100;

/// What each peer is known to hold of what was written here.
#[derive(Debug)]
pub(crate) struct Since {
    /// Of each peer when it last held the same (seconds; 0: never), and how many of the operations
    /// written here it holds for certain, the first ones.
    known: Vec<(u64, u64)>,
    /// When this home's person came to be among those whose words all peers hold (seconds).
    admitted: u64,
    pub(crate) written: u64,
    pub(crate) here_only: u64,
    pub(crate) waiting: u64,
}

impl Since {
    /// Says of each peer, too, how many it holds.
    pub(crate) fn of(held: &Held, peers: &mut [PeerRow]) -> Result<Self, Refusal> {
        let (reader, me) = (held.reader()?, held.me());
        let admission = reader.person(me)?.and_then(|it| it.admission);
        let admitted = admission.map(|it| reader.arrived(it.id)).transpose()?;
        let admitted = admitted.flatten().unwrap_or(0);
        let (written, waiting) = (reader.operations_of(me)?, held.waiting()?);
        let all = written.saturating_sub(waiting);
        let counted = own_held(held);
        for peer in peers.iter_mut() {
            // Who lacks nothing lacks nothing of one's own, whatever the second it was written in.
            peer.own = match (peer.lacks, endpoint_of(peer)) {
                (Some(0), _) => all,
                (_, Some(endpoint)) => counted.get(&endpoint).copied().unwrap_or(0).min(all),
                (_, None) => 0,
            };
        }
        let known = peers.iter().map(|it| (it.agreed.unwrap_or(0), it.own));
        let known: Vec<(u64, u64)> = known.collect();
        let latest = known.iter().map(|(agreed, _)| *agreed).max().unwrap_or(0);
        let since = if latest > admitted { latest } else { 0 };
        let after = reader.signed_since(me, since)?.saturating_sub(waiting);
        let own = known.iter().map(|(_, own)| *own).max().unwrap_or(0);
        Ok(Self {
            known,
            admitted,
            written,
            here_only: after.min(all - own),
            waiting,
        })
    }

    /// What a peer held when both agreed, it still holds. Seconds are coarse: an operation of that
    /// very second counts where the peer is known to hold so many, `place` being its place among
    /// those written here, from 1. What was said as a newcomer was no part of what they agreed on.
    fn held_by(&self, kept: u64, place: u64) -> u64 {
        let kept = kept.max(self.admitted);
        let holds = |(agreed, own): &&(u64, u64)| *agreed > kept || *own >= place;
        self.known.iter().filter(holds).count() as u64
    }
}

fn endpoint_of(peer: &PeerRow) -> Option<[u8; 32]> {
    Key::from_hex(&peer.endpoint).map(|it| it.0)
}

/// The operations written here, the newest first.
pub(crate) fn rows(held: &Held, since: &Since, page: Page) -> Result<Vec<OwnRow>, Refusal> {
    let signed = held.reader()?.signed_by(held.me(), page)?;
    let newest = since.written.saturating_sub(page.offset);
    let row = |(it, index): (polylogue_store::query::SignedRow, u64)| OwnRow {
        id: it.id,
        kind: Kind::of(it.kind).map_or("", Kind::name),
        kept: it.arrived,
        held_by: if it.is_waiting {
            0
        } else {
            since.held_by(it.arrived, newest.saturating_sub(index).max(1))
        },
        is_waiting: it.is_waiting,
    };
    Ok(signed.into_iter().zip(0..).map(row).collect())
}
