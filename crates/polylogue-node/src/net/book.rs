//! The peers of one commons: where they are, which are connected, whom to call next and when.

use std::collections::BTreeMap;

use super::PeerNote;
use super::address::PeerAddress;
use crate::sync::Comparison;

/// How many peers are remembered; past that the one not heard for longest makes room.
pub(super) const PEERS_MAX: usize = 256;

/// How many links may be open at once.
pub(super) const LINKS_MAX: usize = 128;

const BACKOFF_MS_MIN: u64 = 250;
const BACKOFF_MS_MAX: u64 = 5_000;
const BACKOFF_HOPELESS_MS_MAX: u64 = 60_000;
const FAILURES_HOPEFUL_MAX: u32 = 50;
const BACKOFF_RECENT_MS_MAX: u64 = 1_000;
/// Both sides of a pair call at once; who has the greater key waits so long first, so that most
/// often only one link is made.
const POLITENESS_MS: u64 = 150;

const BACKOFF_REFUSED_MS: u64 = 30_000;
const RECENTLY_MS: u64 = 15 * 60 * 1_000;

/// Two links to one peer made within this time of each other count as made at once.
const SIMULTANEOUS_MS: u64 = 2_000;

/// What is honestly known of a peer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PeerStatus {
    /// Where it can be reached.
    pub address: PeerAddress,
    /// Whether a proven session with it is open now.
    pub is_connected: bool,
    /// When something was last heard from it, in seconds since 1970.
    pub heard_s: Option<u64>,
    /// What the last comparison found; `None` if there was none since this peer started.
    pub compared: Option<Compared>,
    /// When a comparison last found both to hold the same, in seconds since 1970: whatever was
    /// held here before then, that peer held too.
    pub agreed_s: Option<u64>,
    /// How many comparisons since this process began came to an end with nothing left to
    /// exchange: both hold the same, or neither takes what the other offers.
    pub n_settled: u64,
    /// How the last of them came to an end; `None` if there was none.
    pub settled: Option<Settled>,
    /// How many calls of it and sessions with it have ended since this process began.
    pub n_endings: u64,
    /// Whether a session is open and each side has dealt with what the other named of newcomers'
    /// operations.
    pub is_porch_settled: bool,
    /// Why the last attempt or session ended, in words.
    pub last_error: Option<String>,
}

impl PeerStatus {
    /// What is worth keeping of it; nothing of a peer never heard from.
    #[must_use]
    pub fn note(&self) -> Option<PeerNote> {
        let holds_all = |it: &Compared| it.found.they_lack == 0;
        self.heard_s.map(|heard_s| PeerNote {
            address: self.address.clone(),
            heard_s: Some(heard_s),
            agreed_s: self.agreed_s,
            agreed_n: self.compared.filter(holds_all).map(|it| it.n_here),
        })
    }
}

/// What a comparison found, and for what: what is held here since says nothing of the peer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Compared {
    /// What it found.
    pub found: Comparison,
    /// How many operations were held here then.
    pub n_here: u64,
    /// When it was, in seconds since 1970.
    pub at_s: u64,
}

/// How a comparison with nothing left to exchange ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settled {
    /// Whether both held the same; else neither takes what the other offers.
    pub is_same: bool,
    /// How many operations were held here then.
    pub n_here: u64,
}

/// Which side called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Caller {
    Here,
    There,
}

/// How far both sides of a link are with what newcomers said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Telling {
    /// Something is still to be named, asked for or taken in.
    UnderWay,
    /// Nothing is.
    Settled,
}

/// How an attempt to talk to a peer ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// A proven session was open and is over.
    AfterSession(String),
    /// No session came about; another attempt may fare better.
    Unreachable(String),
    /// The other side does not hold the commons, or one of the two may not read it.
    Refused(String),
    /// It broke the protocol or did not keep its offers.
    Misbehaved(String),
    /// Another link to the same peer took its place.
    Replaced,
}

/// Whether a new link may live.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Admission {
    /// It may, and the link with this number must end.
    Replacing(u64),
    /// It may.
    New,
    /// It may not: there is a better one, or there are too many.
    Refused,
}

#[derive(Debug)]
struct Entry {
    status: PeerStatus,
    link: Option<Link>,
    is_dialling: bool,
    n_failures: u32,
    politeness_ms: u64,
    /// Before this time no link with it is wanted, whoever calls.
    shunned_until_ms: u64,
    next_dial_ms: u64,
    heard_ms: Option<u64>,
}

#[derive(Clone, Copy, Debug)]
struct Link {
    number: u64,
    caller: Caller,
    began_ms: u64,
}

/// The peers of one commons; knows neither sockets nor clocks.
#[derive(Debug)]
pub(super) struct PeerBook {
    own: [u8; 32],
    entries: BTreeMap<[u8; 32], Entry>,
}

impl PeerBook {
    pub(super) fn new(own: [u8; 32]) -> Self {
        Self {
            own,
            entries: BTreeMap::new(),
        }
    }

    /// Adds a peer or what is newly known of its addresses, and calls it soon.
    pub(super) fn learn(&mut self, address: &PeerAddress, now_ms: u64) {
        if address.endpoint == self.own {
            return;
        }
        let is_known = self.entries.contains_key(&address.endpoint);
        if !is_known && !self.make_room() {
            return;
        }
        let entry = self.entry(address.endpoint);
        let before = entry.status.address.clone();
        entry.status.address.merge(address);
        if !is_known {
            entry.next_dial_ms = now_ms.saturating_add(entry.politeness_ms);
        } else if entry.status.address != before {
            entry.next_dial_ms = entry.next_dial_ms.min(now_ms);
        }
    }

    /// Adds peers that another peer told of; what is known of them already stands.
    pub(super) fn learn_hearsay(&mut self, address: &PeerAddress, now_ms: u64) {
        match self.entries.get_mut(&address.endpoint) {
            Some(entry) => entry.status.address.merge_hearsay(address),
            None => self.learn(address, now_ms),
        }
    }

    /// Returns where the peers connected now can be reached, for others to be told.
    pub(super) fn connected(&self, n_max: usize) -> Vec<PeerAddress> {
        let connected = self
            .entries
            .values()
            .filter(|entry| entry.status.is_connected);
        let addressed = connected.filter(|entry| entry.has_address());
        addressed
            .map(|entry| entry.status.address.clone())
            .take(n_max)
            .collect()
    }

    /// Says when a peer was last heard before this process began.
    pub(super) fn recall(&mut self, endpoint: &[u8; 32], heard_s: Option<u64>) {
        if let Some(entry) = self.entries.get_mut(endpoint) {
            entry.status.heard_s = entry.status.heard_s.max(heard_s);
        }
    }

    /// Returns the peers to call now, and counts them as being called.
    pub(super) fn take_due(&mut self, now_ms: u64, n_max: usize) -> Vec<PeerAddress> {
        let is_due = |entry: &&mut Entry| {
            entry.link.is_none() && !entry.is_dialling && entry.next_dial_ms <= now_ms
        };
        let due = self.entries.values_mut().filter(is_due).take(n_max);
        due.map(|entry| {
            entry.is_dialling = true;
            entry.status.address.clone()
        })
        .collect()
    }

    /// Tells whether the peer was heard lately, so that it is worth short, frequent calls.
    pub(super) fn is_recent(&self, endpoint: &[u8; 32], now_ms: u64) -> bool {
        self.entries
            .get(endpoint)
            .is_some_and(|entry| entry.is_recent(now_ms))
    }

    /// Decides about a new link; of two made at once the one called by the lesser key stays,
    /// else the newer, since a peer calls only when its own end of the older is gone.
    pub(super) fn admit(
        &mut self,
        endpoint: [u8; 32],
        number: u64,
        caller: Caller,
        now_ms: u64,
    ) -> Admission {
        let n_links = self
            .entries
            .values()
            .filter(|entry| entry.link.is_some())
            .count();
        let is_known = self.entries.contains_key(&endpoint);
        let preferred = if self.own < endpoint {
            Caller::Here
        } else {
            Caller::There
        };
        if n_links >= LINKS_MAX || endpoint == self.own || (!is_known && !self.make_room()) {
            return Admission::Refused;
        }
        let entry = self.entry(endpoint);
        if entry.shunned_until_ms > now_ms {
            return Admission::Refused;
        }
        let link = Link {
            number,
            caller,
            began_ms: now_ms,
        };
        let Some(held) = entry.link else {
            entry.link = Some(link);
            return Admission::New;
        };
        let is_simultaneous = now_ms.saturating_sub(held.began_ms) < SIMULTANEOUS_MS;
        if is_simultaneous && held.caller == preferred && caller != preferred {
            return Admission::Refused;
        }
        entry.link = Some(link);
        Admission::Replacing(held.number)
    }

    /// A session with the peer is proven.
    pub(super) fn opened(&mut self, endpoint: &[u8; 32], number: u64, now: Now) {
        if let Some(entry) = self.linked(endpoint, number) {
            entry.status.is_connected = true;
            entry.status.last_error = None;
            entry.n_failures = 0;
            entry.heard(now);
        }
    }

    /// Something was heard from the peer.
    pub(super) fn heard(&mut self, endpoint: &[u8; 32], number: u64, now: Now) {
        if let Some(entry) = self.linked(endpoint, number) {
            entry.heard(now);
        }
    }

    /// A comparison with the peer found this.
    pub(super) fn compared(
        &mut self,
        endpoint: &[u8; 32],
        number: u64,
        compared: Compared,
        now: Now,
    ) {
        if let Some(entry) = self.linked(endpoint, number) {
            entry.status.compared = Some(compared);
            if compared.found.they_lack == 0 && compared.found.we_lack == 0 {
                entry.status.agreed_s = entry.status.agreed_s.max(Some(compared.at_s));
                entry.settled(Settled {
                    is_same: true,
                    n_here: compared.n_here,
                });
            }
            entry.heard(now);
        }
    }

    /// What comparisons found is of a set that is no more.
    pub(super) fn forget_compared(&mut self) {
        for entry in self.entries.values_mut() {
            entry.status.compared = None;
        }
    }

    /// A comparison with the peer found what it found before, to no avail, with so many
    /// operations held here.
    pub(super) fn stood_still(&mut self, endpoint: &[u8; 32], number: u64, n_here: u64, now: Now) {
        if let Some(entry) = self.linked(endpoint, number) {
            entry.settled(Settled {
                is_same: false,
                n_here,
            });
            entry.heard(now);
        }
    }

    /// How far telling the peer of newcomers, and hearing of them, has come.
    pub(super) fn porch(&mut self, endpoint: &[u8; 32], number: u64, telling: Telling) {
        if let Some(entry) = self.linked(endpoint, number) {
            entry.status.is_porch_settled = telling == Telling::Settled;
        }
    }

    /// A call led to no link.
    pub(super) fn call_failed(&mut self, endpoint: &[u8; 32], ending: Ending, now_ms: u64) {
        if let Some(entry) = self.entries.get_mut(endpoint) {
            entry.is_dialling = false;
            if entry.link.is_none() {
                entry.ended(ending, now_ms);
            }
        }
    }

    /// A call led to a link, whatever becomes of it.
    pub(super) fn call_succeeded(&mut self, endpoint: &[u8; 32]) {
        if let Some(entry) = self.entries.get_mut(endpoint) {
            entry.is_dialling = false;
        }
    }

    /// A link is over; nothing happens if another took its place.
    pub(super) fn ended(&mut self, endpoint: &[u8; 32], number: u64, ending: Ending, now_ms: u64) {
        let has_address = self
            .entries
            .get(endpoint)
            .is_some_and(|entry| entry.status.heard_s.is_some() || entry.has_address());
        if let Some(entry) = self.linked(endpoint, number) {
            entry.link = None;
            entry.status.is_connected = false;
            entry.status.is_porch_settled = false;
            entry.ended(ending, now_ms);
            if !has_address {
                self.entries.remove(endpoint);
            }
        }
    }

    /// Calls everybody again without waiting.
    pub(super) fn hasten(&mut self, now_ms: u64) {
        for entry in self.entries.values_mut() {
            entry.next_dial_ms = now_ms;
            entry.n_failures = 0;
        }
    }

    /// Returns what is known of every peer, in the order of their keys.
    pub(super) fn statuses(&self) -> Vec<PeerStatus> {
        self.entries
            .values()
            .map(|entry| entry.status.clone())
            .collect()
    }

    /// Returns what is known of one peer.
    pub(super) fn status(&self, endpoint: &[u8; 32]) -> Option<PeerStatus> {
        self.entries.get(endpoint).map(|entry| entry.status.clone())
    }

    fn linked(&mut self, endpoint: &[u8; 32], number: u64) -> Option<&mut Entry> {
        self.entries
            .get_mut(endpoint)
            .filter(|entry| entry.link.is_some_and(|link| link.number == number))
    }

    fn entry(&mut self, endpoint: [u8; 32]) -> &mut Entry {
        let politeness_ms = if self.own > endpoint {
            POLITENESS_MS
        } else {
            0
        };
        self.entries.entry(endpoint).or_insert_with(|| Entry {
            status: PeerStatus {
                address: PeerAddress::new(endpoint, Vec::new(), None),
                is_connected: false,
                heard_s: None,
                compared: None,
                agreed_s: None,
                n_settled: 0,
                settled: None,
                n_endings: 0,
                is_porch_settled: false,
                last_error: None,
            },
            link: None,
            is_dialling: false,
            n_failures: 0,
            politeness_ms,
            shunned_until_ms: 0,
            next_dial_ms: 0,
            heard_ms: None,
        })
    }

    fn make_room(&mut self) -> bool {
        if self.entries.len() < PEERS_MAX {
            return true;
        }
        let is_idle = |entry: &Entry| entry.link.is_none() && !entry.is_dialling;
        let longest_unheard = self
            .entries
            .iter()
            .filter(|(_, entry)| is_idle(entry))
            .min_by_key(|(_, entry)| entry.status.heard_s)
            .map(|(endpoint, _)| *endpoint);
        longest_unheard.is_some_and(|endpoint| self.entries.remove(&endpoint).is_some())
    }
}

/// One moment on both clocks: since the network began, and since 1970.
#[derive(Clone, Copy, Debug)]
pub(super) struct Now {
    pub(super) ms: u64,
    pub(super) unix_s: u64,
}

impl Entry {
    fn has_address(&self) -> bool {
        let address = &self.status.address;
        !address.direct.is_empty() || address.relay.is_some()
    }

    fn heard(&mut self, now: Now) {
        self.heard_ms = Some(now.ms);
        self.status.heard_s = Some(now.unix_s);
    }

    fn settled(&mut self, settled: Settled) {
        self.status.n_settled += 1;
        self.status.settled = Some(settled);
    }

    fn is_recent(&self, now_ms: u64) -> bool {
        self.heard_ms
            .is_some_and(|heard_ms| now_ms.saturating_sub(heard_ms) < RECENTLY_MS)
    }

    fn ended(&mut self, ending: Ending, now_ms: u64) {
        if ending != Ending::Replaced {
            self.status.n_endings += 1;
        }
        let wait_ms = match ending {
            Ending::AfterSession(words) => {
                self.status.last_error = Some(words);
                BACKOFF_MS_MIN
            }
            Ending::Unreachable(words) => {
                self.status.last_error = Some(words);
                let max = match self.status.heard_s {
                    _ if self.is_recent(now_ms) => BACKOFF_RECENT_MS_MAX,
                    None if self.n_failures > FAILURES_HOPEFUL_MAX => BACKOFF_HOPELESS_MS_MAX,
                    _ => BACKOFF_MS_MAX,
                };
                let wait_ms = BACKOFF_MS_MIN << self.n_failures.min(16);
                self.n_failures = self.n_failures.saturating_add(1);
                wait_ms.min(max)
            }
            Ending::Refused(words) => {
                self.status.last_error = Some(words);
                BACKOFF_REFUSED_MS
            }
            Ending::Misbehaved(words) => {
                self.status.last_error = Some(words);
                self.shunned_until_ms = now_ms.saturating_add(BACKOFF_REFUSED_MS);
                BACKOFF_REFUSED_MS
            }
            Ending::Replaced => BACKOFF_MS_MIN,
        };
        self.next_dial_ms = now_ms
            .saturating_add(wait_ms)
            .saturating_add(self.politeness_ms);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(number: u8) -> PeerAddress {
        PeerAddress::new([number; 32], vec!["127.0.0.1:1".parse().unwrap()], None)
    }

    fn now(ms: u64) -> Now {
        Now {
            ms,
            unix_s: ms / 1_000,
        }
    }

    #[test]
    fn a_silent_peer_is_called_ever_more_rarely_up_to_five_seconds() {
        let mut book = PeerBook::new([1; 32]);
        book.learn(&address(2), 0);
        let mut now_ms = 0;
        let mut waits = Vec::new();
        for _ in 0..8 {
            let began_ms = now_ms;
            while book.take_due(now_ms, 9).is_empty() {
                now_ms += 50;
            }
            waits.push(now_ms - began_ms);
            book.call_failed(&[2; 32], Ending::Unreachable("no".to_owned()), now_ms);
        }
        assert_eq!(waits, [0, 250, 500, 1_000, 2_000, 4_000, 5_000, 5_000]);
    }

    #[test]
    fn a_peer_heard_lately_is_called_every_second_at_least() {
        let mut book = PeerBook::new([1; 32]);
        book.learn(&address(2), 0);
        assert_eq!(book.admit([2; 32], 1, Caller::There, 0), Admission::New);
        book.opened(&[2; 32], 1, now(10));
        book.ended(&[2; 32], 1, Ending::AfterSession("gone".to_owned()), 20);
        let mut now_ms = 20;
        for _ in 0..10 {
            let began_ms = now_ms;
            while book.take_due(now_ms, 9).is_empty() {
                now_ms += 50;
            }
            assert!(now_ms - began_ms <= 1_000);
            book.call_failed(&[2; 32], Ending::Unreachable("no".to_owned()), now_ms);
        }
    }

    #[test]
    fn of_two_links_made_at_once_both_sides_keep_the_same() {
        for (own, other) in [([1; 32], [2; 32]), ([2; 32], [1; 32])] {
            let keeps = |first, second| {
                let mut book = PeerBook::new(own);
                assert_eq!(book.admit(other, 1, first, 0), Admission::New);
                match book.admit(other, 2, second, 100) {
                    Admission::Refused => first,
                    _ => second,
                }
            };
            let preferred = if own < other {
                Caller::Here
            } else {
                Caller::There
            };
            assert_eq!(keeps(Caller::Here, Caller::There), preferred);
            assert_eq!(keeps(Caller::There, Caller::Here), preferred);
        }
    }

    #[test]
    fn a_peer_that_calls_again_later_has_lost_the_older_link() {
        for other in [[1; 32], [3; 32]] {
            let mut book = PeerBook::new([2; 32]);
            book.admit(other, 1, Caller::Here, 0);
            assert_eq!(
                book.admit(other, 2, Caller::There, 5_000),
                Admission::Replacing(1)
            );
            book.ended(&other, 1, Ending::Replaced, 5_001);
            book.opened(&other, 2, now(5_002));
            assert!(book.status(&other).unwrap().is_connected);
        }
    }

    #[test]
    fn a_comparison_speaks_of_its_time_and_of_its_link() {
        let mut book = PeerBook::new([1; 32]);
        book.learn(&address(2), 0);
        book.admit([2; 32], 1, Caller::There, 0);
        book.opened(&[2; 32], 1, now(10));
        let equal = |n_here, at_s| Compared {
            found: Comparison {
                they_lack: 0,
                we_lack: 0,
            },
            n_here,
            at_s,
        };
        // It was made a while before its end was heard of.
        book.compared(&[2; 32], 1, equal(7, 3), now(5_000));
        book.ended(&[2; 32], 1, Ending::AfterSession("gone".to_owned()), 6_000);
        book.compared(&[2; 32], 1, equal(9, 7), now(7_000));
        let status = book.status(&[2; 32]).unwrap();
        assert_eq!(
            (status.compared, status.agreed_s),
            (Some(equal(7, 3)), Some(3))
        );
        assert_eq!((status.n_settled, status.n_endings), (1, 1));
        assert!(!status.is_connected);
    }

    #[test]
    fn strangers_who_never_proved_themselves_are_forgotten() {
        let mut book = PeerBook::new([2; 32]);
        book.admit([9; 32], 1, Caller::There, 0);
        book.ended(&[9; 32], 1, Ending::Refused("no".to_owned()), 5);
        assert!(book.statuses().is_empty());
    }

    #[test]
    fn who_misbehaved_is_shunned_for_a_while() {
        let mut book = PeerBook::new([2; 32]);
        book.learn(&address(9), 0);
        book.admit([9; 32], 1, Caller::There, 0);
        book.ended(&[9; 32], 1, Ending::Misbehaved("it lied".to_owned()), 1_000);
        assert_eq!(
            book.admit([9; 32], 2, Caller::There, 20_000),
            Admission::Refused
        );
        assert!(book.take_due(20_000, 9).is_empty());
        assert_eq!(
            book.admit([9; 32], 3, Caller::There, 31_000),
            Admission::New
        );
    }

    #[test]
    fn hearsay_never_replaces_what_is_known() {
        let mut book = PeerBook::new([2; 32]);
        book.learn(&address(9), 0);
        let mut false_address = address(9);
        false_address.direct = vec!["192.0.2.1:9".parse().unwrap()];
        book.learn_hearsay(&false_address, 0);
        assert_eq!(book.statuses()[0].address, address(9));
        book.learn_hearsay(&address(8), 0);
        assert_eq!(book.statuses().len(), 2);
    }

    #[test]
    fn the_book_is_bounded() {
        let mut book = PeerBook::new([0; 32]);
        for number in 0..1_000_u16 {
            let mut endpoint = [7; 32];
            endpoint[..2].copy_from_slice(&number.to_be_bytes());
            book.learn(&PeerAddress::new(endpoint, Vec::new(), None), 0);
        }
        assert_eq!(book.statuses().len(), PEERS_MAX);
    }
}
