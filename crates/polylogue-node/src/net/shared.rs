//! What all tasks of a network share: the set, the book of peers, the live links.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock, RwLockReadGuard};

use iroh::Endpoint;
use tokio::sync::{mpsc, watch};
use tokio::time::Instant;

use super::address::{CONTACT_ADDRESSES_MAX, PeerAddress, to_contact};
use super::book::{Admission, Caller, Ending, Now, PeerBook, PeerStatus, Telling};
use super::endpoint::own_address;
use super::order::{Order, Told};
use super::{NetworkConfig, PorchChange, Replica, Saying, UnixClock, is_signed};
use crate::sync::{CloseReason, DeviceProof, Door, Key, Limits, Origin, Porch, SortedSet};

/// How many batches of news may wait for one link; past that it compares instead.
const NEWS_WAITING_MAX: usize = 256;

/// Operations that came to be held.
#[derive(Clone, Debug)]
pub(super) struct News {
    pub(super) keys: Arc<[Key]>,
    pub(super) origin: Origin,
}

/// Which link may compare now, and when it last brought something.
#[derive(Debug, Default)]
struct Turn {
    link: Option<u64>,
    used_ms: u64,
}

const TURN_MS_MAX: u64 = 2_000;

/// How to reach the task of a live link.
#[derive(Debug)]
struct LinkHandle {
    endpoint: [u8; 32],
    news: mpsc::Sender<News>,
    has_missed_news: Arc<AtomicBool>,
    has_missed_newcomers: Arc<AtomicBool>,
    leave: watch::Sender<Option<CloseReason>>,
}

/// What the task of a new link gets.
#[derive(Debug)]
pub(super) struct LinkSeat {
    pub(super) number: u64,
    pub(super) news: mpsc::Receiver<News>,
    pub(super) has_missed_news: Arc<AtomicBool>,
    pub(super) has_missed_newcomers: Arc<AtomicBool>,
    pub(super) leave: watch::Receiver<Option<CloseReason>>,
}

pub(super) struct Shared {
    pub(super) endpoint: Endpoint,
    pub(super) replica: Arc<dyn Replica>,
    pub(super) limits: Limits,
    set: RwLock<SortedSet>,
    told: Mutex<Told>,
    porch: RwLock<Porch>,
    book: Mutex<PeerBook>,
    links: Mutex<BTreeMap<u64, LinkHandle>>,
    turn: Mutex<Turn>,
    next_link: AtomicU64,
    changes: watch::Sender<u64>,
    saying: watch::Sender<Option<Saying>>,
    stop: watch::Sender<bool>,
    began: Instant,
    clock: UnixClock,
}

impl std::fmt::Debug for Shared {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Shared")
            .field("endpoint", &self.endpoint.id())
            .finish()
    }
}

impl Shared {
    pub(super) fn new(
        config: NetworkConfig,
        endpoint: Endpoint,
        replica: Arc<dyn Replica>,
        (set, porch): (SortedSet, Porch),
    ) -> Self {
        let mut book = PeerBook::new(*endpoint.id().as_bytes());
        for note in &config.peers {
            book.learn(&note.address, 0);
            book.recall(&note.address.endpoint, note.heard_s);
        }
        Self {
            endpoint,
            replica,
            limits: config.limits,
            set: RwLock::new(set),
            told: Mutex::default(),
            porch: RwLock::new(porch),
            book: Mutex::new(book),
            links: Mutex::new(BTreeMap::new()),
            turn: Mutex::default(),
            next_link: AtomicU64::new(1),
            changes: watch::Sender::new(0),
            saying: watch::Sender::new(None),
            stop: watch::Sender::new(false),
            began: Instant::now(),
            clock: config.clock,
        }
    }

    pub(super) fn now(&self) -> Now {
        Now {
            ms: self.now_ms(),
            unix_s: (self.clock)(),
        }
    }

    /// Milliseconds since the network began.
    pub(super) fn now_ms(&self) -> u64 {
        u64::try_from(self.began.elapsed().as_millis()).unwrap_or(u64::MAX)
    }

    /// Hold it briefly, never across an await.
    pub(super) fn set(&self) -> RwLockReadGuard<'_, SortedSet> {
        self.set.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Hold it briefly, never across an await.
    pub(super) fn porch(&self) -> RwLockReadGuard<'_, Porch> {
        self.porch.read().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn n_held(&self) -> usize {
        self.set().len()
    }

    /// Notes what changed in the set. Two threads may tell of two changes in another order than
    /// that in which they came about: the set ends as after the later one.
    pub(super) fn took_in(&self, order: Order, accepted: &[Key], left: &[Key]) {
        if accepted.is_empty() && left.is_empty() {
            return;
        }
        let mut set = self.set.write().unwrap_or_else(PoisonError::into_inner);
        let mut told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        let [accepted, left] = match order {
            Order(u64::MAX) => [accepted.to_vec(), left.to_vec()],
            order => told.still_true(order, [accepted, left]),
        };
        let has_left = !left.is_empty();
        set.remove(left);
        set.insert(accepted);
        drop((set, told));
        if has_left {
            // What was compared is counted, and so many are now others.
            self.book().forget_compared();
        }
    }

    /// Tells every link but the one the news came by.
    pub(super) fn spread(&self, keys: &[Key], origin: Origin, from_link: Option<u64>) {
        if keys.is_empty() {
            return;
        }
        let news = News {
            keys: keys.into(),
            origin,
        };
        for (number, link) in self.links().iter() {
            if Some(*number) != from_link && link.news.try_send(news.clone()).is_err() {
                link.has_missed_news.store(true, Ordering::Relaxed);
            }
        }
    }

    /// Notes what changed on the porch, and names what is new there to every link but the one it
    /// came by.
    pub(super) fn changed_porch(&self, change: &PorchChange, from_link: Option<u64>) {
        if change.joined.is_empty() && change.left.is_empty() {
            return;
        }
        self.porch
            .write()
            .unwrap_or_else(PoisonError::into_inner)
            .change(&change.joined, &change.left);
        if change.joined.is_empty() {
            return;
        }
        let news = News {
            keys: change.joined.as_slice().into(),
            origin: Origin::Newcomers,
        };
        // Nobody finds a link settled between the news and the mark.
        let mut book = self.book();
        for (number, link) in self.links().iter() {
            if Some(*number) != from_link {
                book.porch(&link.endpoint, *number, Telling::UnderWay);
                if link.news.try_send(news.clone()).is_err() {
                    link.has_missed_newcomers.store(true, Ordering::Relaxed);
                }
            }
        }
    }

    pub(super) fn hasten(&self) {
        self.book().hasten(self.now_ms());
        for link in self.links().values() {
            link.has_missed_news.store(true, Ordering::Relaxed);
        }
    }

    pub(super) fn learn(&self, address: &PeerAddress) {
        self.book().learn(address, self.now_ms());
        self.changed();
    }

    /// Learns what a proven peer says about itself, and about others.
    pub(super) fn learn_contact(&self, from: &[u8; 32], addresses: &[PeerAddress]) {
        let now_ms = self.now_ms();
        let mut book = self.book();
        for address in addresses {
            if address.endpoint == *from {
                book.learn(address, now_ms);
            } else {
                book.learn_hearsay(address, now_ms);
            }
        }
    }

    /// Returns what to tell a peer: where this one is, then where others are.
    pub(super) fn contact(&self) -> Vec<u8> {
        let mut addresses = vec![own_address(&self.endpoint)];
        addresses.extend(self.book().connected(CONTACT_ADDRESSES_MAX - 1));
        to_contact(&addresses)
    }

    /// Gives the turn to compare to one link at a time, so that two peers do not both send what
    /// is missing here; who brings nothing for two seconds loses it.
    pub(super) fn take_turn(&self, number: u64) -> bool {
        let now_ms = self.now_ms();
        let mut turn = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
        let is_free = turn.link.is_none_or(|link| link == number)
            || now_ms.saturating_sub(turn.used_ms) > TURN_MS_MAX;
        if is_free && turn.link != Some(number) {
            *turn = Turn {
                link: Some(number),
                used_ms: now_ms,
            };
        }
        is_free
    }

    /// Notes that the link with the turn brought something.
    pub(super) fn use_turn(&self, number: u64) {
        let mut turn = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
        if turn.link == Some(number) {
            turn.used_ms = self.now_ms();
        }
    }

    /// Gives the turn back.
    pub(super) fn give_turn(&self, number: u64) {
        let mut turn = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
        if turn.link == Some(number) {
            turn.link = None;
        }
    }

    pub(super) fn take_due(&self, n_max: usize) -> Vec<PeerAddress> {
        self.book().take_due(self.now_ms(), n_max)
    }

    pub(super) fn is_recent(&self, endpoint: &[u8; 32]) -> bool {
        self.book().is_recent(endpoint, self.now_ms())
    }

    pub(super) fn call_failed(&self, endpoint: &[u8; 32], ending: Ending) {
        self.book().call_failed(endpoint, ending, self.now_ms());
        self.changed();
    }

    pub(super) fn call_succeeded(&self, endpoint: &[u8; 32]) {
        self.book().call_succeeded(endpoint);
    }

    /// Gives a new link its seat, unless there is a better one; the one it replaces must leave.
    pub(super) fn seat(&self, endpoint: [u8; 32], caller: Caller) -> Option<LinkSeat> {
        let number = self.next_link.fetch_add(1, Ordering::Relaxed);
        let admission = self.book().admit(endpoint, number, caller, self.now_ms());
        let mut links = self.links();
        match admission {
            Admission::Refused => return None,
            Admission::Replacing(older) => {
                if let Some(older) = links.get(&older) {
                    older.leave.send_replace(Some(CloseReason::Duplicate));
                }
            }
            Admission::New => {}
        }
        let (news_sender, news) = mpsc::channel(NEWS_WAITING_MAX);
        let has_missed_news = Arc::new(AtomicBool::new(false));
        let has_missed_newcomers = Arc::new(AtomicBool::new(false));
        let leave_sender = watch::Sender::new(None);
        let leave = leave_sender.subscribe();
        let handle = LinkHandle {
            endpoint,
            news: news_sender,
            has_missed_news: Arc::clone(&has_missed_news),
            has_missed_newcomers: Arc::clone(&has_missed_newcomers),
            leave: leave_sender,
        };
        links.insert(number, handle);
        Some(LinkSeat {
            number,
            news,
            has_missed_news,
            has_missed_newcomers,
            leave,
        })
    }

    /// Frees the seat of a link that is over.
    pub(super) fn unseat(&self, number: u64, ending: Ending) {
        self.give_turn(number);
        let handle = self.links().remove(&number);
        if let Some(handle) = handle {
            self.book()
                .ended(&handle.endpoint, number, ending, self.now_ms());
            self.note(&handle.endpoint);
            self.changed();
        }
    }

    pub(super) fn update_book(&self, update: impl FnOnce(&mut PeerBook, Now)) {
        let now = self.now();
        update(&mut self.book(), now);
    }

    /// Gives the replica what is worth keeping of a proven peer, where blocking is allowed.
    pub(super) fn note(&self, endpoint: &[u8; 32]) {
        let status = self.book().status(endpoint);
        let Some(note) = status.as_ref().and_then(PeerStatus::note) else {
            return;
        };
        let replica = Arc::clone(&self.replica);
        tokio::task::spawn_blocking(move || replica.note_peer(note));
    }

    pub(super) fn statuses(&self) -> Vec<PeerStatus> {
        self.book().statuses()
    }

    pub(super) fn changed(&self) {
        self.changes.send_modify(|count| *count += 1);
    }

    pub(super) fn changes(&self) -> watch::Receiver<u64> {
        self.changes.subscribe()
    }

    pub(super) fn say(&self, saying: Saying) {
        self.saying.send_replace(Some(saying));
    }

    pub(super) fn saying(&self) -> watch::Receiver<Option<Saying>> {
        self.saying.subscribe()
    }

    pub(super) fn stop(&self) {
        self.stop.send_replace(true);
        for link in self.links().values() {
            link.leave.send_replace(Some(CloseReason::Leaving));
        }
    }

    pub(super) fn stopping(&self) -> watch::Receiver<bool> {
        self.stop.subscribe()
    }

    fn book(&self) -> MutexGuard<'_, PeerBook> {
        self.book.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn links(&self) -> MutexGuard<'_, BTreeMap<u64, LinkHandle>> {
        self.links.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The door of a session: the replica's knowledge, and the checking of signatures.
#[derive(Clone)]
pub(super) struct ReplicaDoor(pub(super) Arc<dyn Replica>);

impl Door for ReplicaDoor {
    fn read_secrets(&self) -> Vec<[u8; 32]> {
        self.0.read_secrets()
    }

    fn sign(&self, transcript: &[u8]) -> Option<DeviceProof> {
        let (device_key, signature) = self.0.sign_transcript(transcript)?;
        Some(DeviceProof {
            device_key,
            signature,
        })
    }

    fn admits(&self, transcript: &[u8], proof: &DeviceProof) -> bool {
        is_signed(transcript, proof) && self.0.may_read(&proof.device_key)
    }
}
