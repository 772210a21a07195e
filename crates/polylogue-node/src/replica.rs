//! What the network asks of a commons held here, and of one that is about to be.

use std::collections::{BTreeMap, VecDeque};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use polylogue_core::id::{Key, OperationId};
use polylogue_core::operation::Operation;
use polylogue_store::query::Standing;
use serde::{Deserialize, Serialize};
use tokio::sync::watch;

use crate::background::Background;
use crate::bundle::is_founding;
use crate::net::{Inbox, IngestReport, PeerAddress, PeerNote, Replica, Saying};
use crate::node::{Held, Node, standing_of};
use crate::pen::Edge;
use crate::presence::{Changed, Presence};
use crate::sync::{Id, Key as SyncKey, Lacking, Loaded};
use crate::verify;

const PEERS: &str = "peers";
const PEERS_MAX: usize = 256;
/// What may wait in memory for the founding of a commons being joined.
const WAITING_BYTES_MAX: usize = 64 * 1024 * 1024;

/// What an operation is sorted by where peers compare.
pub(crate) fn key_of(operation: &Operation) -> SyncKey {
    SyncKey::from((operation.header().time, operation.id().0))
}

/// A commons held here, as its network sees it.
pub(crate) struct HeldReplica {
    held: Arc<Held>,
    edge: Edge,
    changes: watch::Sender<BTreeMap<OperationId, u64>>,
    background: Background,
    presence: Arc<Presence>,
    /// The number of the opening its keys were read for.
    opening: AtomicU64,
}

impl Drop for HeldReplica {
    fn drop(&mut self) {
        self.held
            .end_reconciling(self.opening.load(Ordering::Relaxed));
    }
}

impl HeldReplica {
    pub(crate) fn new(node: &Node, held: Arc<Held>) -> Self {
        let (edge, changes) = (node.edge(), node.changes());
        Self {
            background: node.background(),
            presence: Arc::clone(node.presence()),
            held,
            edge,
            changes,
            opening: AtomicU64::new(0),
        }
    }

    /// Takes in operations whose signatures hold, and says what that changed among the
    /// reconciled keys.
    fn take_in(&self, introducer: Key, operations: &[Operation]) -> Option<IngestReport> {
        let store = &self.held.store;
        let now = (self.edge.clock)();
        let appended = match store.append_from(introducer, operations, now) {
            Ok(appended) => appended,
            Err(fault) => {
                tracing::warn!("what a peer sent could not be kept: {fault}");
                self.held.doubt_reconciled();
                return None;
            }
        };
        if !appended.new.is_empty() || !appended.filled.is_empty() {
            let id = self.held.id;
            self.changes
                .send_modify(|versions| *versions.entry(id).or_default() += 1);
            self.background.ring();
        }
        let difference = self.held.difference(operations, &appended).ok()?;
        Some(IngestReport {
            accepted_keys: difference.joined,
            left_keys: difference.left,
            filled_keys: difference.filled,
            porch: difference.porch,
            order: difference.order,
            refused: 0,
        })
    }
}

impl Replica for HeldReplica {
    fn commons(&self) -> [u8; 32] {
        self.held.id.0
    }

    fn read_secrets(&self) -> Vec<[u8; 32]> {
        self.held.read_secrets()
    }

    fn may_read(&self, device_key: &[u8; 32]) -> bool {
        let Ok(reader) = self.held.reader() else {
            return false;
        };
        let standing = standing_of(&reader, Key(*device_key));
        matches!(standing, Ok(Standing::Member | Standing::Voter))
    }

    fn sign_transcript(&self, transcript: &[u8]) -> Option<([u8; 32], [u8; 64])> {
        let key = self.held.key();
        Some((self.held.me().0, key.sign(transcript).into()))
    }

    fn keys(&self) -> Vec<SyncKey> {
        match self.held.begin_reconciling() {
            Ok((opening, keys)) => {
                self.opening.store(opening, Ordering::Relaxed);
                keys
            }
            Err(refusal) => {
                tracing::warn!("the keys of a commons could not be read: {refusal}");
                Vec::new()
            }
        }
    }

    fn load(&self, ids: &[Id], bytes_max: usize) -> Loaded {
        let ids: Vec<OperationId> = ids.iter().map(|id| OperationId(*id)).collect();
        match self.held.store.load_encoded(&ids, bytes_max) {
            Ok((operations, n_looked_up)) => Loaded {
                operations,
                n_looked_up,
            },
            Err(fault) => {
                tracing::warn!("what a peer asked for could not be read: {fault}");
                Loaded {
                    operations: Vec::new(),
                    n_looked_up: ids.len(),
                }
            }
        }
    }

    fn lacking(&self, lacking: Lacking) -> Vec<Id> {
        let store = &self.held.store;
        let limit = lacking.count_max as u64;
        let found = match lacking.after {
            Some(after) => store.wanted_bodies_after(OperationId(after), limit),
            None => store.wanted_bodies(limit),
        };
        let found = found.unwrap_or_else(|fault| {
            tracing::warn!("what lacks its text could not be read: {fault}");
            Vec::new()
        });
        found.into_iter().map(|id| id.0).collect()
    }

    fn porch(&self) -> Vec<SyncKey> {
        self.held.begin_porch().unwrap_or_else(|refusal| {
            tracing::warn!("what newcomers said could not be read: {refusal}");
            Vec::new()
        })
    }

    fn inbox(self: Arc<Self>, introducer: [u8; 32]) -> Box<dyn Inbox> {
        let edge = self.edge;
        let keep = move |batch: Good| {
            let taken_in = self.take_in(Key(introducer), &batch.operations);
            taken_in.unwrap_or_default()
        };
        Box::new(Checking::new(edge, keep))
    }

    fn note_peer(&self, note: PeerNote) {
        if let Err(fault) = remember_peer(&self.held, &note) {
            tracing::warn!("a peer could not be noted: {fault}");
        }
    }

    fn hear(&self, endpoint: [u8; 32], saying: Option<Saying>) {
        if self.presence.hear(self.held.id, endpoint, saying) == Changed::Yes {
            self.changes.send_modify(|_| {});
        }
    }
}

/// Operations whose bytes and signatures are good.
#[derive(Default)]
struct Good {
    operations: Vec<Operation>,
    /// Bytes of all that came.
    bytes: usize,
    /// How many of what came are not good.
    refused: usize,
}

impl Good {
    fn of(came: &[Vec<u8>], edge: Edge) -> Self {
        let formed = came.iter().filter_map(|it| Operation::decode(it).ok());
        let (operations, _) = verify::kept(formed.collect(), edge);
        Self {
            refused: came.len() - operations.len(),
            bytes: came.iter().map(Vec::len).sum(),
            operations,
        }
    }

    fn append(&mut self, mut later: Self) {
        self.operations.append(&mut later.operations);
        self.bytes += later.bytes;
        self.refused += later.refused;
    }
}

/// What one peer sent and was checked, until it is kept.
struct Checking<Keep> {
    edge: Edge,
    keep: Keep,
    checked: Mutex<VecDeque<Good>>,
}

impl<Keep> Checking<Keep> {
    fn new(edge: Edge, keep: Keep) -> Self {
        Self {
            edge,
            keep,
            checked: Mutex::default(),
        }
    }

    fn checked(&self) -> MutexGuard<'_, VecDeque<Good>> {
        self.checked.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<Keep: Fn(Good) -> IngestReport + Send + Sync> Inbox for Checking<Keep> {
    fn check(&self, operations: Vec<Vec<u8>>) {
        let good = Good::of(&operations, self.edge);
        self.checked().push_back(good);
    }

    fn keep(&self, n_batches: usize) -> IngestReport {
        let mut together = Good::default();
        let mut checked = self.checked();
        let n_there = n_batches.min(checked.len());
        checked.drain(..n_there).for_each(|it| together.append(it));
        drop(checked);
        let refused = together.refused;
        IngestReport {
            refused,
            ..(self.keep)(together)
        }
    }
}

/// A commons being joined: until its founding has come, what comes waits in bounded memory; from
/// then on it is a commons held here like any other.
pub(crate) struct JoiningReplica {
    node: Node,
    commons: OperationId,
    founding_bytes: [u8; 32],
    read_secret: [u8; 32],
    held: OnceLock<HeldReplica>,
    /// The endpoint of the peer that gave the founding; known once the commons is held.
    giver: OnceLock<Key>,
    waiting: Mutex<Waiting>,
}

#[derive(Default)]
struct Waiting {
    operations: Vec<Operation>,
    bytes: usize,
}

impl JoiningReplica {
    pub(crate) fn new(
        node: &Node,
        commons: OperationId,
        founding_bytes: [u8; 32],
        read_secret: [u8; 32],
    ) -> Self {
        Self {
            node: node.clone(),
            commons,
            founding_bytes,
            read_secret,
            held: OnceLock::new(),
            giver: OnceLock::new(),
            waiting: Mutex::new(Waiting::default()),
        }
    }

    /// The commons, once its founding has come.
    pub(crate) fn held(&self) -> Option<Arc<Held>> {
        self.held.get().map(|it| Arc::clone(&it.held))
    }

    /// The endpoint of the peer that gave the founding.
    pub(crate) fn giver(&self) -> Option<Key> {
        self.giver.get().copied()
    }

    fn waiting(&self) -> MutexGuard<'_, Waiting> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Makes the store if the founding is among what came. Several peers give it: only the first
    /// makes the store, and only while what waits is locked.
    fn found_by(
        &self,
        introducer: Key,
        operations: &[Operation],
        _waiting: &MutexGuard<'_, Waiting>,
    ) -> Option<&HeldReplica> {
        if let Some(held) = self.held.get() {
            return Some(held);
        }
        let founding = operations.iter().find(|it| {
            is_founding(it, self.commons) && it.header().commons.0 == self.founding_bytes
        })?;
        let created = self.node.create(founding, Some(&self.read_secret));
        let held = created
            .inspect_err(|refusal| tracing::warn!("a commons could not be kept: {refusal}"))
            .ok()?;
        self.giver.get_or_init(|| introducer);
        Some(self.held.get_or_init(|| HeldReplica::new(&self.node, held)))
    }
}

impl JoiningReplica {
    fn take_in(&self, introducer: Key, good: Vec<Operation>, bytes: usize) -> IngestReport {
        if let Some(held) = self.held.get() {
            return held.take_in(introducer, &good).unwrap_or_default();
        }
        let mut waiting = self.waiting();
        let is_first = self.held.get().is_none();
        let Some(held) = self.found_by(introducer, &good, &waiting) else {
            if waiting.bytes + bytes <= WAITING_BYTES_MAX {
                waiting.bytes += bytes;
                waiting.operations.extend(good);
            }
            return IngestReport::default();
        };
        if !is_first {
            drop(waiting);
            return held.take_in(introducer, &good).unwrap_or_default();
        }
        let mut all = std::mem::take(&mut waiting.operations);
        all.extend(good);
        let mut report = held.take_in(introducer, &all).unwrap_or_default();
        // The network began with no key at all; from here on it hears of changes.
        report.accepted_keys = held.keys();
        report.porch.joined = held.porch();
        report
    }
}

impl Replica for JoiningReplica {
    fn commons(&self) -> [u8; 32] {
        self.commons.0
    }

    fn read_secrets(&self) -> Vec<[u8; 32]> {
        vec![self.read_secret]
    }

    fn may_read(&self, device_key: &[u8; 32]) -> bool {
        self.held.get().is_some_and(|it| it.may_read(device_key))
    }

    fn sign_transcript(&self, transcript: &[u8]) -> Option<([u8; 32], [u8; 64])> {
        self.held.get()?.sign_transcript(transcript)
    }

    fn keys(&self) -> Vec<SyncKey> {
        self.held.get().map(Replica::keys).unwrap_or_default()
    }

    fn load(&self, ids: &[Id], bytes_max: usize) -> Loaded {
        match self.held.get() {
            Some(held) => held.load(ids, bytes_max),
            None => Loaded {
                operations: Vec::new(),
                n_looked_up: ids.len(),
            },
        }
    }

    fn lacking(&self, lacking: Lacking) -> Vec<Id> {
        let held = self.held.get();
        held.map(|it| it.lacking(lacking)).unwrap_or_default()
    }

    fn porch(&self) -> Vec<SyncKey> {
        self.held.get().map(Replica::porch).unwrap_or_default()
    }

    fn inbox(self: Arc<Self>, introducer: [u8; 32]) -> Box<dyn Inbox> {
        let edge = self.node.edge();
        let keep = move |batch: Good| self.take_in(Key(introducer), batch.operations, batch.bytes);
        Box::new(Checking::new(edge, keep))
    }

    fn hear(&self, endpoint: [u8; 32], saying: Option<Saying>) {
        if let Some(held) = self.held.get() {
            held.hear(endpoint, saying);
        }
    }

    fn note_peer(&self, note: PeerNote) {
        if let Some(held) = self.held.get() {
            held.note_peer(note);
        }
    }
}

/// A peer as kept in the store.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct PeerKept {
    endpoint: [u8; 32],
    direct: Vec<std::net::SocketAddr>,
    relay: Option<String>,
    heard: Option<u64>,
    agreed: Option<u64>,
    /// How many operations of one's own it is known to hold.
    #[serde(default)]
    own: Option<u64>,
}

impl From<&PeerNote> for PeerKept {
    fn from(note: &PeerNote) -> Self {
        Self {
            endpoint: note.address.endpoint,
            direct: note.address.direct.clone(),
            relay: note.address.relay.clone(),
            heard: note.heard_s,
            agreed: note.agreed_s,
            own: None,
        }
    }
}

/// Peers of a commons known from tickets and earlier contacts.
pub(crate) fn known_peers(held: &Held) -> Vec<PeerNote> {
    let note = |it: PeerKept| PeerNote {
        address: PeerAddress::new(it.endpoint, it.direct, it.relay),
        heard_s: it.heard,
        agreed_s: it.agreed,
        agreed_n: None,
    };
    kept_peers(held).into_iter().map(note).collect()
}

/// Notes a peer; the one not heard for longest makes room.
pub(crate) fn remember_peer(
    held: &Held,
    note: &PeerNote,
) -> Result<(), polylogue_store::StoreFault> {
    // Peers are noted one after another.
    let _noting = held.noting();
    let mut peers = kept_peers(held);
    let mut kept = PeerKept::from(note);
    kept.own = own_then(held, note);
    if let Some(index) = peers.iter().position(|it| it.endpoint == kept.endpoint) {
        let before = peers.remove(index);
        kept.heard = kept.heard.max(before.heard);
        kept.agreed = kept.agreed.max(before.agreed);
        kept.own = kept.own.max(before.own);
    }
    peers.push(kept);
    if peers.len() > PEERS_MAX {
        peers.sort_by_key(|it| std::cmp::Reverse(it.heard));
        peers.truncate(PEERS_MAX);
    }
    let bytes = serde_json::to_vec(&peers).expect("notes of peers are plain");
    held.store.local_put(PEERS, &bytes)
}

/// How many operations of one's own a peer held when both held the same, where nothing has come
/// to be held since then.
fn own_then(held: &Held, note: &PeerNote) -> Option<u64> {
    let is_now = held.count_reconciled().ok() == Some(note.agreed_n?);
    let written = held.reader().ok()?.operations_of(held.me()).ok()?;
    let waiting = held.waiting().ok()?;
    is_now.then(|| written.saturating_sub(waiting))
}

/// How many operations of one's own each peer is known to hold, by its endpoint.
pub(crate) fn own_held(held: &Held) -> BTreeMap<[u8; 32], u64> {
    let kept = kept_peers(held).into_iter();
    kept.filter_map(|it| Some((it.endpoint, it.own?))).collect()
}

fn kept_peers(held: &Held) -> Vec<PeerKept> {
    let kept = held.store.local_get(PEERS).ok().flatten();
    kept.and_then(|bytes| serde_json::from_slice(&bytes).ok())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests;
