//! Two stores and the session between them, in memory: the session and the stores are the
//! product's own; only the wire, the clock and chance are played.
//!
//! The glue between both stands here a second time, smaller: the product's own answers a network
//! with threads. Whatever both do is asked of the same functions of the store.

use std::collections::BTreeSet;

use polylogue_core::id::{Key, OperationId};
use polylogue_core::operation::{Operation, verify_all};
use polylogue_node::sync::{
    Closed, Comparison, Delivery, DeviceProof, Door, Event, Greeting, Id, Key as SyncKey,
    LOAD_BYTES_MAX, Lacking, Limits, Loaded, Parties, Porch, Role, Session, SortedSet, TakenIn,
    View,
};
use polylogue_store::Store;

use crate::world::Seeded;

/// A session that has not come to rest after this much of its own time is stuck.
const RESTS_WITHIN_MS: u64 = 600_000;
/// How much of its own time passes while nothing moves.
const TICK_MS: u64 = 50;
/// Newcomers' operations told of at most, in bytes.
const PORCH_BYTES_MAX: usize = 64 * 1024 * 1024;

/// What a peer sends for an operation it was asked for; nothing: it withholds it.
type Sends<'a> = Box<dyn Fn(&Operation) -> Option<Vec<u8>> + 'a>;

/// One side of a session.
pub struct Peer<'a> {
    store: &'a Store,
    endpoint: [u8; 32],
    now: u64,
    sends: Sends<'a>,
}

impl std::fmt::Debug for Peer<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "Peer {}", self.endpoint[0])
    }
}

/// How a session came to rest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rest {
    /// Both hold the same.
    Equal,
    /// They hold different things and neither takes what the other offers.
    Standstill,
    /// One side ended it or was told so first: the one that dialled (0) or the other (1).
    Ended(usize, Closed),
    /// The line was cut ([`meet_until`]).
    Cut,
}

/// What a session did; of two numbers the first is of the side that dialled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Met {
    /// Operations that came to each.
    pub delivered: [u64; 2],
    /// Of these, how many had bytes or a signature that do not hold.
    pub refused: [u64; 2],
    /// Bytes both sent.
    pub bytes: u64,
    /// How it came to rest.
    pub rest: Rest,
}

impl<'a> Peer<'a> {
    /// A peer by the number of its endpoint; two that meet have different ones.
    #[must_use]
    pub fn new(store: &'a Store, number: u8) -> Self {
        Self {
            store,
            endpoint: [number; 32],
            now: 0,
            sends: Box::new(|operation| Some(operation.encode())),
        }
    }

    /// Its clock, in seconds.
    #[must_use]
    pub fn at(mut self, now: u64) -> Self {
        self.now = now;
        self
    }

    /// Sends something else than what it holds: other bytes, or nothing.
    #[must_use]
    pub fn sending(mut self, sends: impl Fn(&Operation) -> Option<Vec<u8>> + 'a) -> Self {
        self.sends = Box::new(sends);
        self
    }

    fn set(&self) -> SortedSet {
        let keys = self.store.reconciled_keys().expect("a working disk");
        SortedSet::new(keys.into_iter().map(sync_key))
    }

    /// What newcomers said and is held here, the oldest first.
    fn porch(&self) -> Vec<SyncKey> {
        let porch = self.store.porch(PORCH_BYTES_MAX).expect("a working disk");
        let keys = porch.iter().map(|it| (it.header().time, it.id()));
        keys.rev().map(sync_key).collect()
    }

    fn load(&self, ids: &[Id]) -> Loaded {
        let mut loaded = Loaded::default();
        let mut bytes = 0;
        for id in ids {
            loaded.n_looked_up += 1;
            let asked = [OperationId(*id)];
            let here = self.store.load(&asked, usize::MAX).expect("a working disk");
            if let Some(sent) = here.first().and_then(&self.sends) {
                bytes += sent.len();
                loaded.operations.push(sent);
            }
            if bytes > LOAD_BYTES_MAX {
                break;
            }
        }
        loaded
    }

    fn lacking(&self, lacking: Lacking) -> Vec<Id> {
        let limit = count(lacking.count_max);
        let found = match lacking.after {
            Some(after) => self.store.wanted_bodies_after(OperationId(after), limit),
            None => self.store.wanted_bodies(limit),
        };
        let found = found.expect("a working disk");
        found.into_iter().map(|id| id.0).collect()
    }

    /// Takes in what came from another; says how many were new, and how many do not hold.
    fn take_in(&self, from: &Peer<'_>, encoded: &[Vec<u8>]) -> (u64, u64) {
        let decoded = encoded.iter().map(|it| Operation::decode(it));
        let decoded: Vec<Operation> = decoded.filter_map(Result::ok).collect();
        let holds = verify_all(&decoded, [7; 32]);
        let good: Vec<Operation> = decoded
            .into_iter()
            .zip(holds)
            .filter_map(|(operation, holds)| holds.then_some(operation))
            .collect();
        let introducer = Key(from.endpoint);
        let appended = self
            .store
            .append_from(introducer, &good, self.now)
            .expect("a working disk");
        let new = appended.new.len() + appended.filled.len();
        (count(new), count(encoded.len() - good.len()))
    }
}

fn sync_key((time, id): (u64, OperationId)) -> SyncKey {
    SyncKey::from((time, id.0))
}

fn count(number: usize) -> u64 {
    u64::try_from(number).expect("counts fit")
}

/// Everybody here knows the read secret.
struct Open;

impl Door for Open {
    fn read_secrets(&self) -> Vec<[u8; 32]> {
        vec![[9; 32]]
    }

    fn sign(&self, _: &[u8]) -> Option<DeviceProof> {
        None
    }

    fn admits(&self, _: &[u8], _: &DeviceProof) -> bool {
        false
    }
}

/// One session from its beginning until it rests: both hold the same, or nothing comes of going
/// on, or one side hung up.
///
/// # Panics
/// If it does not come to rest.
#[must_use]
pub fn meet(dialler: &Peer<'_>, answerer: &Peer<'_>, seed: u64) -> Met {
    meet_until(dialler, answerer, seed, u64::MAX)
}

/// As [`meet`], over a line that is cut after so many bytes; a message that does not fit is lost.
///
/// # Panics
/// As [`meet`].
#[must_use]
pub fn meet_until(dialler: &Peer<'_>, answerer: &Peer<'_>, seed: u64, bytes_max: u64) -> Met {
    let mut meeting = Meeting::new([dialler, answerer], seed);
    while meeting.now_ms < RESTS_WITHIN_MS {
        let has_moved = meeting.step(bytes_max);
        match meeting.rest {
            Some(rest) if rest == Rest::Cut || !has_moved => {
                meeting.met.rest = rest;
                return meeting.met;
            }
            _ if has_moved => {}
            _ => meeting.pass_time(),
        }
    }
    panic!(
        "SEED={seed}: a session does not come to rest: {:?}",
        meeting.met
    )
}

struct Meeting<'a> {
    peers: [&'a Peer<'a>; 2],
    sets: [SortedSet; 2],
    porches: [Porch; 2],
    /// What each porch was told last.
    told: [Vec<SyncKey>; 2],
    sessions: [Session; 2],
    now_ms: u64,
    rest: Option<Rest>,
    met: Met,
}

impl<'a> Meeting<'a> {
    fn new(peers: [&'a Peer<'a>; 2], seed: u64) -> Self {
        let mut random = Seeded(seed);
        let mut session = |side: usize, role: Role| {
            let mut nonce = [0; 32];
            nonce.fill_with(|| random.draw().to_le_bytes()[0]);
            let parties = Parties {
                role,
                commons: peers[side].store.commons().0,
                local: peers[side].endpoint,
                remote: peers[1 - side].endpoint,
            };
            let contact = Vec::new();
            Session::new(parties, Greeting { nonce, contact }, Limits::default(), 0)
        };
        let told = peers.map(Peer::porch);
        Self {
            sessions: [session(0, Role::Dialler), session(1, Role::Answerer)],
            sets: peers.map(Peer::set),
            porches: [Porch::new(&told[0]), Porch::new(&told[1])],
            told,
            peers,
            now_ms: 0,
            rest: None,
            met: Met {
                delivered: [0, 0],
                refused: [0, 0],
                bytes: 0,
                rest: Rest::Equal,
            },
        }
    }

    /// Moves everything that can move now; says whether anything did.
    fn step(&mut self, bytes_max: u64) -> bool {
        let mut has_moved = false;
        for side in 0..2 {
            while let Some(event) = self.sessions[side].poll_event() {
                has_moved = true;
                self.handle_event(side, event);
            }
            if let Some(ids) = self.sessions[side].poll_load(&self.sets[side]) {
                has_moved = true;
                let loaded = self.peers[side].load(&ids);
                self.sessions[side].supply(loaded, self.now_ms);
            }
            if let Some(lacking) = self.sessions[side].poll_lacking() {
                has_moved = true;
                let ids = self.peers[side].lacking(lacking);
                self.sessions[side].want(&ids);
            }
            if let Some(message) = self.sessions[side].poll_message() {
                has_moved = true;
                self.met.bytes += count(message.len() + 4);
                if self.met.bytes > bytes_max {
                    self.rest = Some(Rest::Cut);
                    return true;
                }
                let view = View {
                    set: &self.sets[1 - side],
                    porch: &self.porches[1 - side],
                    door: &Open,
                };
                // A session that was closed by it tells so in an event.
                self.sessions[1 - side]
                    .handle_message(&message, &view, self.now_ms)
                    .unwrap_or_default();
            }
        }
        has_moved
    }

    fn handle_event(&mut self, side: usize, event: Event) {
        let equal = Comparison {
            they_lack: 0,
            we_lack: 0,
        };
        match event {
            Event::Deliver(delivery) => self.deliver(side, &delivery),
            Event::Compared(found) if side == 0 && self.rest.is_none() && found == equal => {
                self.rest = Some(Rest::Equal);
            }
            Event::Standstill if self.rest.is_none() => self.rest = Some(Rest::Standstill),
            Event::Closed(closed) if !matches!(self.rest, Some(Rest::Ended(..))) => {
                self.rest = Some(Rest::Ended(side, closed));
            }
            Event::Compared(_)
            | Event::Standstill
            | Event::Closed(_)
            | Event::Opened(_)
            | Event::Contact(_) => {}
        }
    }

    fn deliver(&mut self, side: usize, delivery: &Delivery) {
        let (peer, from) = (self.peers[side], self.peers[1 - side]);
        let (n_new, n_bad) = peer.take_in(from, &delivery.operations);
        self.met.delivered[side] += count(delivery.operations.len());
        self.met.refused[side] += n_bad;
        if n_new > 0 {
            self.sets[side] = peer.set();
            self.follow_porch(side);
        }
        let taken_in = TakenIn {
            frame_bytes: delivery.frame_bytes,
            n_new,
            n_bad,
        };
        // As above: the session says so itself.
        self.sessions[side]
            .taken_in(taken_in, self.now_ms)
            .unwrap_or_default();
    }

    fn follow_porch(&mut self, side: usize) {
        let now = self.peers[side].porch();
        let only_in = |these: &[SyncKey], those: &[SyncKey]| -> Vec<SyncKey> {
            let those: BTreeSet<SyncKey> = those.iter().copied().collect();
            let only = these.iter().filter(|it| !those.contains(it));
            only.copied().collect()
        };
        let joined = only_in(&now, &self.told[side]);
        let left = only_in(&self.told[side], &now);
        self.porches[side].change(&joined, &left);
        self.told[side] = now;
    }

    fn pass_time(&mut self) {
        self.now_ms += TICK_MS;
        for side in 0..2 {
            self.sessions[side]
                .tick(&self.sets[side], self.now_ms)
                .unwrap_or_default();
        }
    }
}
