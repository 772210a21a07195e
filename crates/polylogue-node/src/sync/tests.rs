//! Two sessions in memory under a seed; every failure prints it.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::message::Message;
use super::*;

const COMMONS: [u8; 32] = [7; 32];
const SECRET: [u8; 32] = [9; 32];
/// Operations of this length are said by newcomers.
const NEWCOMERS_BYTES: usize = 77;
const GOOD_SIGNATURE: u8 = 1;
const BAD_SIGNATURE: u8 = 0;
/// A signature that holds, of an operation whose text was taken out.
const WITHOUT_TEXT: u8 = 2;

/// SplitMix64, so that a seed means the same everywhere.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    fn bytes(&mut self, count: usize) -> Vec<u8> {
        (0..count).map(|_| self.next().to_le_bytes()[0]).collect()
    }
}

/// Prints the seed if the test fails.
struct Seed(u64);

impl Seed {
    fn new(default: u64) -> Self {
        let given = std::env::var("SIM_SEED")
            .ok()
            .and_then(|seed| seed.parse().ok());
        Self(given.unwrap_or(default))
    }
}

impl Drop for Seed {
    fn drop(&mut self) {
        if std::thread::panicking() {
            println!("SIM_SEED={}", self.0);
        }
    }
}

struct TestDoor {
    secrets: Vec<[u8; 32]>,
    device_key: Option<[u8; 32]>,
    admitted: Vec<[u8; 32]>,
}

fn signed(device_key: &[u8; 32], transcript: &[u8]) -> [u8; 64] {
    let mut signature = [0; 64];
    signature[..32].copy_from_slice(blake3::keyed_hash(device_key, transcript).as_bytes());
    signature
}

impl Door for TestDoor {
    fn read_secrets(&self) -> Vec<[u8; 32]> {
        self.secrets.clone()
    }

    fn sign(&self, transcript: &[u8]) -> Option<DeviceProof> {
        let device_key = self.device_key?;
        Some(DeviceProof {
            device_key,
            signature: signed(&device_key, transcript),
        })
    }

    fn admits(&self, transcript: &[u8], proof: &DeviceProof) -> bool {
        self.admitted.contains(&proof.device_key)
            && signed(&proof.device_key, transcript) == proof.signature
    }
}

/// An operation of a test: eight bytes of time, padding, and a last byte that stands for the
/// signature: its id is the hash of all before that.
fn operation(random: &mut Random, time: u64, bytes: usize) -> Vec<u8> {
    let mut operation = time.to_be_bytes().to_vec();
    operation.extend(random.bytes(bytes - 9));
    operation.push(GOOD_SIGNATURE);
    operation
}

fn key_of(operation: &[u8]) -> Key {
    let time = u64::from_be_bytes(operation[..8].try_into().unwrap());
    Key {
        time,
        id: *blake3::hash(&operation[..operation.len() - 1]).as_bytes(),
    }
}

struct Peer {
    endpoint: [u8; 32],
    commons: [u8; 32],
    door: TestDoor,
    set: SortedSet,
    porch: Porch,
    operations: BTreeMap<Id, Vec<u8>>,
    n_delivered: usize,
    n_filled: u64,
    is_withholding: bool,
}

impl Peer {
    fn new(number: u8) -> Self {
        Self {
            endpoint: [number; 32],
            commons: COMMONS,
            door: TestDoor {
                secrets: vec![SECRET],
                device_key: None,
                admitted: Vec::new(),
            },
            set: SortedSet::default(),
            porch: Porch::default(),
            operations: BTreeMap::new(),
            n_delivered: 0,
            n_filled: 0,
            is_withholding: false,
        }
    }

    /// Takes operations in and returns the keys that were new, and how many had bad bytes.
    fn take_in(&mut self, operations: impl IntoIterator<Item = Vec<u8>>) -> (Vec<Key>, u64) {
        let mut new = Vec::new();
        let mut n_bad = 0;
        for operation in operations {
            if operation.last() == Some(&BAD_SIGNATURE) || operation.len() < 9 {
                n_bad += 1;
                continue;
            }
            let key = key_of(&operation);
            let is_newcomers = operation.len() == NEWCOMERS_BYTES;
            let has_text = operation.last() != Some(&WITHOUT_TEXT);
            match self.operations.get(&key.id) {
                Some(here) if has_text && here.last() == Some(&WITHOUT_TEXT) => self.n_filled += 1,
                Some(_) => continue,
                None => {}
            }
            if self.operations.insert(key.id, operation).is_none() {
                if is_newcomers {
                    self.porch.change(&[key], &[]);
                } else {
                    new.push(key);
                }
            }
        }
        self.set.insert(new.iter().copied());
        (new, n_bad)
    }

    fn lacking(&self, lacking: Lacking) -> Vec<Id> {
        let is_behind = |id: &Id| lacking.after.is_none_or(|after| *id > after);
        let without = self
            .operations
            .iter()
            .filter(|(id, operation)| is_behind(id) && operation.last() == Some(&WITHOUT_TEXT));
        without.map(|(id, _)| *id).take(lacking.count_max).collect()
    }

    /// Takes the text out of the first few.
    fn strip(&mut self, count: usize) {
        for operation in self.operations.values_mut().take(count) {
            *operation.last_mut().unwrap() = WITHOUT_TEXT;
        }
    }

    fn load(&self, ids: &[Id]) -> Loaded {
        let mut loaded = Loaded::default();
        let mut bytes = 0;
        for id in ids {
            loaded.n_looked_up += 1;
            if let Some(operation) = self.operations.get(id).filter(|_| !self.is_withholding) {
                bytes += operation.len();
                loaded.operations.push(operation.clone());
            }
            if bytes > LOAD_BYTES_MAX {
                break;
            }
        }
        loaded
    }
}

struct Side {
    session: Session,
    deframer: Deframer,
    sent_bytes: u64,
    sent: Vec<Message>,
    events: Vec<Event>,
    lag: VecDeque<Vec<u8>>,
}

/// Two peers with a session between them.
struct Pair<'a> {
    peers: [&'a mut Peer; 2],
    sides: [Side; 2],
    random: Random,
    now_ms: u64,
    cut_after_bytes: u64,
    /// The side that neither reads nor sends any more.
    silent: Option<usize>,
    /// The side that forgets whatever it took in.
    is_forgetful: Option<usize>,
}

impl<'a> Pair<'a> {
    fn new(dialler: &'a mut Peer, answerer: &'a mut Peer, seed: u64) -> Self {
        Self::with_limits(dialler, answerer, seed, Limits::default())
    }

    fn with_limits(
        dialler: &'a mut Peer,
        answerer: &'a mut Peer,
        seed: u64,
        limits: Limits,
    ) -> Self {
        let mut random = Random(seed);
        let ends = [
            (
                Role::Dialler,
                dialler.commons,
                dialler.endpoint,
                answerer.endpoint,
            ),
            (
                Role::Answerer,
                answerer.commons,
                answerer.endpoint,
                dialler.endpoint,
            ),
        ];
        let sides = ends.map(|(role, commons, local, remote)| {
            let nonce = random.bytes(32).try_into().unwrap();
            let greeting = Greeting {
                nonce,
                contact: b"somewhere".to_vec(),
            };
            let parties = Parties {
                role,
                commons,
                local,
                remote,
            };
            Side {
                session: Session::new(parties, greeting, limits, 0),
                deframer: Deframer::default(),
                sent_bytes: 0,
                sent: Vec::new(),
                events: Vec::new(),
                lag: VecDeque::new(),
            }
        });
        let peers = [dialler, answerer];
        Self {
            peers,
            sides,
            random,
            now_ms: 0,
            cut_after_bytes: u64::MAX,
            silent: None,
            is_forgetful: None,
        }
    }

    fn total_bytes(&self) -> u64 {
        self.sides[0].sent_bytes + self.sides[1].sent_bytes
    }

    fn is_cut(&self) -> bool {
        self.total_bytes() >= self.cut_after_bytes
    }

    /// Moves everything that can move now; returns whether anything did.
    fn step(&mut self) -> bool {
        let mut has_moved = false;
        let silent = self.silent;
        for side in (0..2).filter(|side| silent != Some(*side)) {
            while let Some(event) = self.sides[side].session.poll_event() {
                has_moved = true;
                self.handle_event(side, event);
            }
            let ids = self.sides[side].session.poll_load(&self.peers[side].set);
            if let Some(ids) = ids {
                has_moved = true;
                let loaded = self.peers[side].load(&ids);
                self.sides[side].session.supply(loaded, self.now_ms);
            }
            if let Some(lacking) = self.sides[side].session.poll_lacking() {
                has_moved = true;
                let found = self.peers[side].lacking(lacking);
                self.sides[side].session.want(&found);
            }
            if let Some(message) = self.sides[side].session.poll_message() {
                has_moved = true;
                self.transmit(side, &message);
            }
        }
        has_moved
    }

    fn handle_event(&mut self, side: usize, event: Event) {
        if let Event::Deliver(delivery) = &event {
            let peer = &mut self.peers[side];
            peer.n_delivered += delivery.operations.len();
            let n_filled = peer.n_filled;
            let (new, n_bad) = peer.take_in(delivery.operations.iter().cloned());
            let taken_in = TakenIn {
                frame_bytes: delivery.frame_bytes,
                n_new: new.len() as u64 + peer.n_filled - n_filled,
                n_bad,
            };
            let _ = self.sides[side].session.taken_in(taken_in, self.now_ms);
            if self.is_forgetful == Some(side) {
                self.peers[side].set = SortedSet::default();
                self.peers[side].operations.clear();
            }
        }
        self.sides[side].events.push(event);
    }

    /// Sends a message in pieces of any size; what lies past the cut is lost.
    fn transmit(&mut self, from: usize, message: &[u8]) {
        self.sides[from]
            .sent
            .push(Message::decoded(message).unwrap());
        let frame = framed(message);
        let mut rest = &frame[..];
        while !rest.is_empty() && !self.is_cut() {
            let room = self.cut_after_bytes - self.total_bytes();
            let length = (1 + self.random.below(20_000))
                .min(rest.len() as u64)
                .min(room);
            let (piece, tail) = rest.split_at(length as usize);
            rest = tail;
            self.sides[from].sent_bytes += length;
            self.sides[1 - from].deframer.push(piece);
            while let Ok(Some(message)) = self.sides[1 - from].deframer.next_message() {
                self.sides[1 - from].lag.push_back(message);
            }
        }
        while let Some(message) = self.sides[1 - from].lag.pop_front() {
            if self.silent == Some(1 - from) {
                continue;
            }
            let peer = &self.peers[1 - from];
            let view = View {
                set: &peer.set,
                porch: &peer.porch,
                door: &peer.door,
            };
            let _ = self.sides[1 - from]
                .session
                .handle_message(&message, &view, self.now_ms);
        }
    }

    fn run_until(&mut self, deadline_ms: u64, is_done: impl Fn(&Self) -> bool) -> bool {
        while self.now_ms < deadline_ms {
            while !self.is_cut() && self.step() {}
            if is_done(self) || self.is_cut() {
                return is_done(self);
            }
            self.now_ms += 50;
            for side in 0..2 {
                let _ = self.sides[side]
                    .session
                    .tick(&self.peers[side].set, self.now_ms);
            }
        }
        false
    }

    /// Runs until the last comparison said that both hold the same.
    fn run_until_equal(&mut self) -> bool {
        self.run_until(60_000, |pair| pair.sides.iter().all(Side::has_agreed))
    }

    fn closed(&self, side: usize) -> Option<Closed> {
        self.sides[side]
            .events
            .iter()
            .find_map(|event| match event {
                Event::Closed(closed) => Some(*closed),
                _ => None,
            })
    }

    fn n_operation_bytes(&self) -> u64 {
        let operations = self.sides.iter().flat_map(|side| &side.sent);
        operations
            .map(|message| match message {
                Message::Operations { operations } => operations
                    .iter()
                    .map(|operation| operation.len() as u64)
                    .sum(),
                _ => 0,
            })
            .sum()
    }
}

impl Side {
    fn has_agreed(&self) -> bool {
        let last = self.events.iter().rev().find_map(|event| match event {
            Event::Compared(comparison) => Some(*comparison),
            _ => None,
        });
        last == Some(Comparison {
            they_lack: 0,
            we_lack: 0,
        })
    }

    fn n_differences(&self) -> usize {
        self.sent
            .iter()
            .filter(|message| matches!(message, Message::Difference { .. }))
            .count()
    }
}

fn filled(peer: &mut Peer, random: &mut Random, count: usize, bytes: usize) {
    let operations: Vec<Vec<u8>> = (0..count)
        .map(|_| {
            let time = 1_700_000_000 + random.below(30_000_000);
            operation(random, time, bytes)
        })
        .collect();
    peer.take_in(operations);
}

fn copied(from: &Peer, to: &mut Peer) {
    to.take_in(from.operations.values().cloned());
}

#[test]
fn a_sorted_set_is_a_set_with_a_digest_of_its_content() {
    let seed = Seed::new(1);
    let mut random = Random(seed.0);
    let mut set = SortedSet::default();
    let mut model = BTreeSet::new();
    for _ in 0..200 {
        let keys: Vec<Key> = (0..random.below(40))
            .map(|_| {
                let mut id = [0; 32];
                id[31] = random.next().to_le_bytes()[0];
                Key {
                    time: random.below(20),
                    id,
                }
            })
            .collect();
        if random.below(3) == 0 {
            let n_gone = keys.iter().collect::<BTreeSet<_>>();
            let n_gone = n_gone.iter().filter(|key| model.remove(**key)).count();
            assert_eq!(set.remove(keys), n_gone);
        } else {
            let before = model.len();
            model.extend(keys.iter().copied());
            assert_eq!(set.insert(keys), model.len() - before);
        }
        assert!(set.between(Key::FIRST, Key::END).eq(model.iter().copied()));
        assert_eq!(set.digest(), SortedSet::new(model.iter().copied()).digest());
        let (from, until) = (
            Key {
                time: 3,
                id: [0; 32],
            },
            Key {
                time: 9,
                id: [0; 32],
            },
        );
        assert!(
            set.between(from, until)
                .eq(model.range(from..until).copied())
        );
    }
}

#[test]
fn equal_sets_agree_in_less_than_a_kilobyte_both_ways() {
    let (mut ana, mut ben) = (Peer::new(1), Peer::new(2));
    filled(&mut ana, &mut Random(2), 10_000, 100);
    copied(&ana, &mut ben);
    let mut pair = Pair::new(&mut ana, &mut ben, 3);
    assert!(pair.run_until_equal());
    assert!(pair.total_bytes() <= 1024, "{} bytes", pair.total_bytes());
}

#[test]
fn an_empty_peer_gets_everything_with_a_tenth_more_bytes_at_most() {
    for is_dialler_empty in [true, false] {
        let (mut full, mut empty) = (Peer::new(1), Peer::new(2));
        filled(&mut full, &mut Random(4), 10_000, 320);
        let mut pair = match is_dialler_empty {
            true => Pair::new(&mut empty, &mut full, 5),
            false => Pair::new(&mut full, &mut empty, 5),
        };
        assert!(pair.run_until_equal());
        let (total, operations) = (pair.total_bytes(), pair.n_operation_bytes());
        assert_eq!(operations, 3_200_000);
        assert!(
            total <= operations + operations / 50,
            "{total} bytes for {operations}"
        );
        assert_eq!(empty.set.digest(), full.set.digest());
        assert_eq!(empty.n_delivered, 10_000);
    }
}

#[test]
fn a_hundred_differences_on_each_side_cost_kilobytes_and_few_rounds() {
    let seed = Seed::new(6);
    let mut random = Random(seed.0);
    let (mut ana, mut ben) = (Peer::new(1), Peer::new(2));
    filled(&mut ana, &mut random, 10_000, 100);
    copied(&ana, &mut ben);
    filled(&mut ana, &mut random, 100, 100);
    filled(&mut ben, &mut random, 100, 100);
    let mut pair = Pair::new(&mut ana, &mut ben, seed.0);
    assert!(pair.run_until_equal());
    let overhead = pair.total_bytes() - pair.n_operation_bytes();
    assert_eq!(pair.n_operation_bytes(), 20_000);
    assert!(overhead < 120_000, "{overhead} bytes");
    assert!(pair.sides[0].n_differences() <= 6);
    assert_eq!(ana.set.len(), 10_200);
    assert_eq!(ana.set.digest(), ben.set.digest());
}

#[test]
fn two_halves_that_grew_apart_become_one() {
    let seed = Seed::new(7);
    let mut random = Random(seed.0);
    let (mut ana, mut ben) = (Peer::new(1), Peer::new(2));
    filled(&mut ana, &mut random, 5_000, 200);
    filled(&mut ben, &mut random, 5_000, 200);
    let mut pair = Pair::new(&mut ana, &mut ben, seed.0);
    assert!(pair.run_until_equal());
    assert_eq!(ana.set.len(), 10_000);
    assert_eq!(ana.set.digest(), ben.set.digest());
    assert_eq!(ana.n_delivered + ben.n_delivered, 10_000);
}

/// Attack 23.
#[test]
fn a_first_sync_cut_twenty_times_resumes_and_sends_nothing_twice() {
    let seed = Seed::new(8);
    let mut random = Random(seed.0);
    let (mut full, mut empty) = (Peer::new(1), Peer::new(2));
    filled(&mut full, &mut random, 10_000, 320);
    let mut total = 0;
    for cut in 0..=20_u64 {
        let mut pair = Pair::new(&mut empty, &mut full, seed.0 + cut);
        if cut < 20 {
            pair.cut_after_bytes = 20_000 + random.below(200_000);
        }
        let is_equal = pair.run_until_equal();
        total += pair.total_bytes();
        assert_eq!(is_equal, cut == 20, "after cut {cut}");
    }
    assert_eq!(empty.set.digest(), full.set.digest());
    assert_eq!(empty.n_delivered, 10_000);
    assert!(total < 10_000 * 320 * 2, "{total} bytes");
}

#[test]
fn any_two_sets_become_one_whatever_is_cut() {
    for seed in 0..150 {
        let seed = Seed::new(seed);
        let mut random = Random(seed.0);
        let (mut ana, mut ben) = (Peer::new(1), Peer::new(2));
        let n_times = 1 + random.below(1_000);
        let written = |random: &mut Random, n_max: u64| -> Vec<Vec<u8>> {
            let bytes = 20 + random.below(200) as usize;
            let count = random.below(n_max);
            (0..count)
                .map(|_| {
                    let time = random.below(n_times);
                    operation(random, time, bytes)
                })
                .collect()
        };
        let both = written(&mut random, 2_000);
        ana.take_in(both.iter().cloned());
        ben.take_in(both);
        ana.take_in(written(&mut random, 500));
        ben.take_in(written(&mut random, 500));
        let union: BTreeSet<Id> = ana
            .operations
            .keys()
            .chain(ben.operations.keys())
            .copied()
            .collect();
        for cut in 0..random.below(4) {
            let mut pair = Pair::new(&mut ana, &mut ben, seed.0 + cut);
            pair.cut_after_bytes = 100 + random.below(100_000);
            pair.run_until_equal();
        }
        assert!(Pair::new(&mut ben, &mut ana, seed.0).run_until_equal());
        assert!(ana.operations.keys().eq(&union) && ben.operations.keys().eq(&union));
    }
}

#[test]
fn a_cut_at_every_byte_of_a_small_session_loses_nothing() {
    let mut random = Random(9);
    for cut in 0..4_000 {
        let (mut ana, mut ben) = (Peer::new(1), Peer::new(2));
        filled(&mut ana, &mut random, 5, 100);
        filled(&mut ben, &mut random, 5, 100);
        let mut pair = Pair::new(&mut ana, &mut ben, cut);
        pair.cut_after_bytes = cut;
        pair.run_until(1_000, |pair| pair.sides.iter().all(Side::has_agreed));
        let mut pair = Pair::new(&mut ben, &mut ana, cut);
        assert!(pair.run_until_equal(), "after a cut at byte {cut}");
        assert_eq!(ana.set.digest(), ben.set.digest());
    }
}

#[test]
fn much_that_differs_everywhere_is_found_in_several_comparisons() {
    let seed = Seed::new(24);
    let mut random = Random(seed.0);
    let (mut ana, mut ben) = (Peer::new(1), Peer::new(2));
    filled(&mut ana, &mut random, 40_000, 40);
    filled(&mut ben, &mut random, 40_000, 40);
    let mut pair = Pair::new(&mut ana, &mut ben, seed.0);
    assert!(pair.run_until_equal());
    let overhead = pair.total_bytes() - pair.n_operation_bytes();
    println!("{overhead} bytes, {} ms", pair.now_ms);
    assert_eq!(ana.set.digest(), ben.set.digest());
    let n_delivered = ana.n_delivered + ben.n_delivered;
    assert!(n_delivered < 81_000, "{n_delivered} delivered");
}

#[test]
fn long_operations_travel_alone_and_whole() {
    let mut random = Random(10);
    let (mut ana, mut ben) = (Peer::new(1), Peer::new(2));
    filled(&mut ana, &mut random, 200, 66_700);
    let mut pair = Pair::new(&mut ben, &mut ana, 10);
    assert!(pair.run_until_equal());
    assert_eq!(ben.set.len(), 200);
}

#[test]
fn news_is_sent_at_once_or_named_first() {
    let mut random = Random(11);
    let (mut ana, mut ben) = (Peer::new(1), Peer::new(2));
    let mut pair = Pair::new(&mut ana, &mut ben, 11);
    assert!(pair.run_until_equal());
    for (side, origin) in [(0, Origin::Here), (1, Origin::Here), (0, Origin::Elsewhere)] {
        let written = operation(&mut random, 1_800_000_000, 300);
        let (new, _) = pair.peers[side].take_in([written]);
        let before = pair.sides[1 - side].n_differences();
        let now_ms = pair.now_ms;
        pair.sides[side].session.announce(&new, origin, now_ms);
        while pair.step() {}
        assert!(
            pair.peers[1 - side].set.contains(&new[0]),
            "from {side}, {origin:?}"
        );
        assert_eq!(pair.sides[1 - side].n_differences(), before);
    }
}

#[test]
fn too_much_news_becomes_a_comparison() {
    let mut random = Random(12);
    for side in 0..2 {
        let (mut ana, mut ben) = (Peer::new(1), Peer::new(2));
        let mut pair = Pair::new(&mut ana, &mut ben, 12);
        assert!(pair.run_until_equal());
        let operations: Vec<_> = (0..1_000)
            .map(|_| operation(&mut random, 1_800_000_000, 200))
            .collect();
        let (new, _) = pair.peers[side].take_in(operations);
        let now_ms = pair.now_ms;
        pair.sides[side]
            .session
            .announce(&new, Origin::Elsewhere, now_ms);
        let has_come = pair.run_until(now_ms + 500, |pair| pair.peers[1 - side].set.len() == 1_000);
        assert!(has_come, "from {side}");
    }
}

/// Everything either side sent before it closed.
fn kinds_before_proof(pair: &Pair<'_>) -> bool {
    pair.sides
        .iter()
        .flat_map(|side| &side.sent)
        .all(|message| {
            matches!(
                message,
                Message::Hello { .. }
                    | Message::ProofBySecret { .. }
                    | Message::AskSignature
                    | Message::ProofByDevice { .. }
                    | Message::Close { .. }
            )
        })
}

#[test]
fn a_wrong_secret_reveals_nothing() {
    for device_key in [None, Some([5; 32])] {
        let (mut ana, mut eve) = (Peer::new(1), Peer::new(2));
        filled(&mut ana, &mut Random(13), 100, 100);
        eve.door.secrets = vec![[1; 32]];
        eve.door.device_key = device_key;
        for is_eve_dialling in [true, false] {
            let mut pair = match is_eve_dialling {
                true => Pair::new(&mut eve, &mut ana, 13),
                false => Pair::new(&mut ana, &mut eve, 13),
            };
            pair.run_until(30_000, |_| false);
            assert!(kinds_before_proof(&pair));
            assert!(pair.sides.iter().all(|side| side.session.is_closed()));
            assert!(pair.closed(0).is_some() && pair.closed(1).is_some());
        }
        assert_eq!(eve.n_delivered, 0);
    }
}

#[test]
fn another_commons_is_told_nothing_but_that_it_is_another() {
    let (mut ana, mut ben) = (Peer::new(1), Peer::new(2));
    ben.commons = [8; 32];
    let mut pair = Pair::new(&mut ana, &mut ben, 14);
    pair.run_until(30_000, |_| false);
    assert_eq!(
        pair.closed(0),
        Some(Closed::ByPeer(CloseReason::OtherCommons))
    );
    assert_eq!(pair.closed(1), Some(Closed::Fault(Fault::OtherCommons)));
    assert!(matches!(pair.sides[1].sent[..], [Message::Close { .. }]));
}

/// Attack 24.
#[test]
fn a_device_key_opens_the_door_after_the_secret_changed() {
    for is_away_dialling in [true, false] {
        let (mut away, mut hub) = (Peer::new(1), Peer::new(2));
        filled(&mut hub, &mut Random(15), 50, 100);
        hub.door.secrets = vec![[2; 32], SECRET];
        hub.door.admitted = vec![[5; 32]];
        away.door.device_key = Some([5; 32]);
        let mut pair = match is_away_dialling {
            true => Pair::new(&mut away, &mut hub, 15),
            false => Pair::new(&mut hub, &mut away, 15),
        };
        assert!(pair.run_until_equal());
        let hub_side = if is_away_dialling { 1 } else { 0 };
        let opened = Event::Opened(Opening::Device([5; 32]));
        assert!(pair.sides[hub_side].events.contains(&opened));
        assert_eq!(away.set.len(), 50);
    }
}

#[test]
fn an_old_secret_alone_no_longer_opens_the_door() {
    let (mut away, mut hub) = (Peer::new(1), Peer::new(2));
    filled(&mut hub, &mut Random(16), 50, 100);
    hub.door.secrets = vec![[2; 32], SECRET];
    let mut pair = Pair::new(&mut away, &mut hub, 16);
    pair.run_until(30_000, |_| false);
    assert!(kinds_before_proof(&pair));
    assert_eq!(away.n_delivered, 0);
}

const SESSION_PAGE: &str = include_str!("../../../../docs/protocol/session.md");

#[test]
fn the_vectors_of_the_page_hold() {
    use super::proof::{Nonces, census_salt, hello_tag, macs, transcript};
    let parties = Parties {
        role: Role::Dialler,
        commons: COMMONS,
        local: [1; 32],
        remote: [2; 32],
    };
    let nonces = Nonces {
        dialler: [3; 32],
        answerer: [4; 32],
    };
    let by_dialler = transcript(&parties, Role::Dialler, &nonces);
    let by_answerer = transcript(&parties, Role::Answerer, &nonces);
    let key = Key {
        time: 1,
        id: [5; 32],
    };
    let have = Message::Have {
        keys: super::message::joined_keys([key]),
    };
    let (dialler_tag, answerer_tag) = (
        hello_tag(&parties, Role::Dialler, &nonces.dialler),
        hello_tag(&parties, Role::Answerer, &nonces.answerer),
    );
    let one_key = "the digest's sum of the one key of time 1 and id 32 bytes of `05`";
    let vectors: [(&str, &[u8]); 7] = [
        ("the dialler's tag", &dialler_tag),
        ("the answerer's tag", &answerer_tag),
        ("the dialler's MAC", &macs(&[SECRET], &by_dialler)),
        ("the answerer's MAC", &macs(&[SECRET], &by_answerer)),
        ("the key of the census", &census_salt(&by_dialler)),
        (one_key, &SortedSet::new([key]).digest().sum),
        ("Have with that key", &have.encoded()),
    ];
    let lines = vectors.map(|(what, bytes)| {
        let hexadecimal = data_encoding::HEXLOWER.encode(bytes);
        format!("| {what} | `{hexadecimal}` |")
    });
    let lacking: Vec<&String> = lines
        .iter()
        .filter(|line| !SESSION_PAGE.contains(*line))
        .collect();
    assert!(lacking.is_empty(), "the page lacks: {lacking:#?}");
}

#[test]
fn the_numbers_of_the_page_are_those_of_the_messages() {
    let messages = [
        Message::Hello {
            version: 1,
            tag: [0; 32],
            nonce: [0; 32],
        },
        Message::ProofBySecret { macs: Vec::new() },
        Message::AskSignature,
        Message::ProofByDevice {
            device_key: [0; 32],
            signature: [0; 64],
        },
        Message::Contact {
            contact: Vec::new(),
        },
        Message::Compare {
            count: 0,
            sum: [0; 32],
        },
        Message::Compared {
            count: 0,
            sum: [0; 32],
        },
        Message::Equal,
        Message::Difference {
            negentropy: Vec::new(),
        },
        Message::Settled { owed: 0, asked: 0 },
        Message::Done,
        Message::Request { ids: Vec::new() },
        Message::Answered { missing: 0 },
        Message::Operations {
            operations: Vec::new(),
        },
        Message::Consumed { bytes: 0 },
        Message::Have { keys: Vec::new() },
        Message::Changed,
        Message::Census {
            from: Vec::new(),
            buckets: Vec::new(),
        },
        Message::CensusBucket {
            from: Vec::new(),
            until: Vec::new(),
            keys: Vec::new(),
        },
        Message::CensusDone,
        Message::Close { reason: 0 },
    ];
    for (number, message) in messages.iter().enumerate() {
        let encoded = message.encoded();
        assert_eq!(usize::from(encoded[1]), number, "{message:?}");
        let name = format!("{message:?}");
        let name = name.split_whitespace().next().unwrap();
        assert!(
            SESSION_PAGE.contains(&format!("| {number} | {name} |")),
            "{number} {name}"
        );
    }
}

#[test]
fn a_proof_for_one_connection_is_none_for_another() {
    let parties = |local, remote| Parties {
        role: Role::Dialler,
        commons: COMMONS,
        local,
        remote,
    };
    let nonces = super::proof::Nonces {
        dialler: [3; 32],
        answerer: [4; 32],
    };
    let first = parties([1; 32], [2; 32]);
    let transcript = super::proof::transcript(&first, Role::Dialler, &nonces);
    assert_eq!(transcript.len(), 25 + 5 * 32 + 1);
    for other in [parties([1; 32], [5; 32]), parties([5; 32], [2; 32])] {
        assert_ne!(
            super::proof::transcript(&other, Role::Dialler, &nonces),
            transcript
        );
    }
    assert_ne!(
        super::proof::transcript(&first, Role::Answerer, &nonces),
        transcript
    );
    let swapped = super::proof::Nonces {
        dialler: [4; 32],
        answerer: [3; 32],
    };
    assert_ne!(
        super::proof::transcript(&first, Role::Dialler, &swapped),
        transcript
    );
}

/// Attack 21.
#[test]
fn different_sets_with_one_digest_are_found_by_the_census() {
    for is_extra_on_dialler in [true, false] {
        let mut random = Random(17);
        let (mut ana, mut ben) = (Peer::new(1), Peer::new(2));
        filled(&mut ana, &mut random, 3_000, 100);
        copied(&ana, &mut ben);
        filled(&mut ana, &mut random, 3, 100);
        filled(&mut ben, &mut random, 3, 100);
        let forged = ana.set.digest();
        ben.set.forge_digest(forged);
        let mut pair = match is_extra_on_dialler {
            true => Pair::new(&mut ana, &mut ben, 17),
            false => Pair::new(&mut ben, &mut ana, 17),
        };
        let has_met = pair.run_until(120_000, |pair| {
            pair.peers.iter().all(|peer| peer.set.len() == 3_006)
        });
        assert!(has_met);
    }
}

/// Attack 22: offers, then withholds.
#[test]
fn a_peer_that_offers_and_withholds_is_left() {
    let mut random = Random(18);
    let (mut ana, mut eve) = (Peer::new(1), Peer::new(2));
    filled(&mut ana, &mut random, 2_000, 100);
    copied(&ana, &mut eve);
    filled(&mut eve, &mut random, 50, 100);
    eve.is_withholding = true;
    let mut pair = Pair::new(&mut ana, &mut eve, 18);
    pair.run_until(3_600_000, |pair| pair.sides[0].session.is_closed());
    let total = pair.total_bytes();
    assert!(total < 200_000, "{total} bytes in an hour");
}

impl Side {
    fn n_requests(&self) -> usize {
        let is_request = |it: &&Message| matches!(it, Message::Request { .. });
        self.sent.iter().filter(is_request).count()
    }
}

/// Attack 22: a peer in between took texts out. The ids are here, so no comparison shows it.
#[test]
fn texts_that_are_lacking_come_from_whoever_has_them() {
    for side in 0..2 {
        let (mut ana, mut ben) = (Peer::new(1), Peer::new(2));
        filled(&mut ben, &mut Random(25), 1_300, 100);
        copied(&ben, &mut ana);
        ana.strip(1_000);
        let mut pair = match side {
            0 => Pair::new(&mut ana, &mut ben, 25),
            _ => Pair::new(&mut ben, &mut ana, 25),
        };
        let is_settled = |it: &Side| it.has_agreed() && it.session.is_text_settled();
        assert!(pair.run_until(60_000, |pair| pair.sides.iter().all(is_settled)));
        assert!(pair.run_until_equal());
        assert_eq!(pair.sides[side].n_requests(), 4, "256 at a time");
        assert_eq!(pair.sides[1 - side].n_requests(), 0);
        let n_differences: usize = pair.sides.iter().map(Side::n_differences).sum();
        assert_eq!(n_differences, 0);
        assert_eq!(ana.operations, ben.operations);
    }
}

#[test]
fn who_has_a_text_no_more_than_oneself_is_asked_once_and_not_left() {
    for is_withholding in [true, false] {
        let (mut ana, mut ben) = (Peer::new(1), Peer::new(2));
        filled(&mut ana, &mut Random(26), 2_000, 100);
        copied(&ana, &mut ben);
        ana.strip(2_000);
        ben.strip(2_000);
        ben.is_withholding = is_withholding;
        let mut pair = Pair::new(&mut ana, &mut ben, 26);
        pair.run_until(600_000, |_| false);
        assert!(pair.sides.iter().all(|it| it.session.is_open()));
        assert_eq!(pair.sides[0].n_requests(), 8);
        assert!(pair.sides[0].session.is_text_settled());
    }
}

#[test]
fn who_was_asked_for_a_text_in_vain_says_when_it_came() {
    let (mut ana, mut ben) = (Peer::new(1), Peer::new(2));
    filled(&mut ana, &mut Random(27), 10, 100);
    let whole: Vec<_> = ana.operations.values().cloned().collect();
    copied(&ana, &mut ben);
    ana.strip(10);
    ben.strip(10);
    let mut pair = Pair::new(&mut ana, &mut ben, 27);
    assert!(pair.run_until_equal());
    assert_eq!(pair.sides[0].n_requests(), 1);
    let keys: Vec<Key> = whole.iter().map(|it| key_of(it)).collect();
    pair.peers[1].take_in(whole);
    let now_ms = pair.now_ms;
    let ben = &mut pair.sides[1].session;
    ben.announce(&keys, Origin::Elsewhere, now_ms);
    while pair.step() {}
    assert_eq!(pair.sides[0].n_requests(), 2);
    assert_eq!(ana.n_filled, 10);
}

/// Attack 22: says nothing more.
#[test]
fn a_peer_that_falls_silent_is_left_after_the_deadline() {
    for n_messages in 0..12 {
        let mut random = Random(19);
        let (mut ana, mut eve) = (Peer::new(1), Peer::new(2));
        filled(&mut ana, &mut random, 500, 100);
        filled(&mut eve, &mut random, 500, 100);
        let mut pair = Pair::new(&mut ana, &mut eve, 19);
        while pair.sides[1].sent.len() < n_messages && pair.step() {}
        pair.silent = Some(1);
        pair.run_until(60_000, |pair| pair.sides[0].session.is_closed());
        assert_eq!(
            pair.closed(0),
            Some(Closed::Fault(Fault::Stalled)),
            "{n_messages} messages"
        );
    }
}

/// Takes a copy of an operation with a bad signature: the id is the same.
fn hold_forged(peer: &mut Peer, operation: &[u8]) {
    let mut forged = operation.to_vec();
    *forged.last_mut().unwrap() = BAD_SIGNATURE;
    let key = key_of(&forged);
    peer.set.insert([key]);
    peer.operations.insert(key.id, forged);
}

/// Attack 19.
#[test]
fn a_bad_signature_is_held_against_the_sender_and_never_against_the_id() {
    let mut random = Random(20);
    let (mut ana, mut ben, mut eve) = (Peer::new(1), Peer::new(2), Peer::new(3));
    let operations: Vec<Vec<u8>> = (0..3)
        .map(|_| operation(&mut random, 1_800_000_000, 100))
        .collect();
    operations
        .iter()
        .for_each(|operation| hold_forged(&mut eve, operation));
    ben.take_in(operations);
    let mut pair = Pair::new(&mut ana, &mut eve, 20);
    pair.run_until(60_000, |_| false);
    assert!(ana.set.is_empty());
    let mut pair = Pair::new(&mut ana, &mut ben, 21);
    assert!(pair.run_until_equal());
    assert_eq!(ana.set.len(), 3);
}

#[test]
fn a_peer_that_sends_many_bad_operations_is_left() {
    let mut random = Random(20);
    let (mut ana, mut eve) = (Peer::new(1), Peer::new(2));
    for _ in 0..200 {
        hold_forged(&mut eve, &operation(&mut random, 1_800_000_000, 100));
    }
    let mut pair = Pair::new(&mut ana, &mut eve, 20);
    pair.run_until(60_000, |pair| pair.sides[0].session.is_closed());
    assert_eq!(pair.closed(0), Some(Closed::Fault(Fault::BadOperations)));
    assert!(ana.set.is_empty());
}

#[test]
fn what_neither_side_takes_is_compared_less_and_less_often() {
    let mut random = Random(21);
    let (mut ana, mut ben) = (Peer::new(1), Peer::new(2));
    filled(&mut ana, &mut random, 500, 100);
    copied(&ana, &mut ben);
    // Keys without operations: offered for ever, never sent.
    let keys = (0..5).map(|number| Key {
        time: number,
        id: [number as u8; 32],
    });
    ben.set.insert(keys);
    let mut pair = Pair::new(&mut ana, &mut ben, 21);
    pair.run_until(3_600_000, |_| false);
    let total = pair.total_bytes();
    assert!(total < 50_000, "{total} bytes in an hour");
    assert!(pair.sides[0].events.contains(&Event::Standstill));
    assert!(pair.sides.iter().all(|side| side.session.is_open()));
}

/// A message of any kind with content of any kind, now and then of a plausible length.
fn nonsense(random: &mut Random) -> Message {
    let length = [0, 1, 32, 40, 64, 72, 720, 5_000][random.below(8) as usize];
    let mut bytes = random.bytes(length);
    let array = random.bytes(32).try_into().unwrap();
    let number = random.next() >> random.below(64);
    match random.below(23) {
        0 => Message::Hello {
            version: VERSION,
            tag: array,
            nonce: array,
        },
        1 => Message::ProofBySecret { macs: bytes },
        2 => Message::AskSignature,
        3 => Message::Contact { contact: bytes },
        4 => Message::Compare {
            count: number,
            sum: array,
        },
        5..=6 => Message::Compared {
            count: number,
            sum: array,
        },
        7..=10 => {
            if let Some(version) = bytes.first_mut() {
                *version = 0x61;
            }
            bytes.iter_mut().skip(1).for_each(|byte| *byte %= 4);
            Message::Difference { negentropy: bytes }
        }
        11 => Message::Settled {
            owed: number,
            asked: number,
        },
        12 => Message::Done,
        13 => Message::Request { ids: bytes },
        14 => Message::Answered { missing: number },
        15 => Message::Operations {
            operations: vec![bytes.into()],
        },
        16 => Message::Consumed { bytes: number },
        17 => Message::Have { keys: bytes },
        18 => Message::Changed,
        19 => Message::Equal,
        20 => Message::Porch { keys: bytes },
        21 => Message::PorchHeard { keys: number },
        _ => Message::Census {
            from: random.bytes(40),
            buckets: bytes,
        },
    }
}

#[test]
fn what_newcomers_say_is_named_and_asked_for_beside_the_comparison() {
    for seed in 0..8 {
        let seed = Seed::new(seed);
        let mut random = Random(seed.0);
        let (mut ana, mut ben) = (Peer::new(1), Peer::new(2));
        filled(&mut ana, &mut random, 300, 100);
        copied(&ana, &mut ben);
        filled(&mut ana, &mut random, 1_500, NEWCOMERS_BYTES);
        filled(&mut ben, &mut random, 3, NEWCOMERS_BYTES);
        for is_again in [false, true] {
            let mut pair = match seed.0 % 2 {
                0 => Pair::new(&mut ana, &mut ben, seed.0),
                _ => Pair::new(&mut ben, &mut ana, seed.0),
            };
            let is_done = pair.run_until(60_000, |pair| {
                let is_settled = |it: &Side| it.has_agreed() && it.session.is_porch_settled();
                pair.sides.iter().all(is_settled)
            });
            assert!(is_done, "not settled");
            let is_request = |it: &&Message| matches!(it, Message::Request { .. });
            let sent = pair.sides.iter().flat_map(|side| &side.sent);
            assert_eq!(sent.filter(is_request).count() == 0, is_again);
            let agreements = pair.sides.iter().map(Side::n_differences);
            assert_eq!(agreements.sum::<usize>(), 0, "no difference is sought");
        }
        assert_eq!((ana.operations.len(), ana.set.len()), (1_803, 300));
        assert_eq!((ben.operations.len(), ben.set.len()), (1_803, 300));
    }
}

/// Attack 22: answers with nonsense, in every order.
#[test]
fn nonsense_ends_in_bounded_bytes() {
    for seed in 0..400 {
        let seed = Seed::new(seed);
        let mut random = Random(seed.0);
        let (mut ana, mut eve) = (Peer::new(1), Peer::new(2));
        filled(&mut ana, &mut random, 300, 100);
        filled(&mut eve, &mut random, 300, 100);
        let side = (seed.0 % 2) as usize;
        let mut pair = match side {
            0 => Pair::new(&mut ana, &mut eve, seed.0),
            _ => Pair::new(&mut eve, &mut ana, seed.0),
        };
        let n_steps = random.below(30);
        for _ in 0..n_steps {
            pair.step();
        }
        pair.silent = Some(1 - side);
        for _ in 0..500 {
            let message = match random.below(10) {
                0 => random.bytes(50),
                _ => nonsense(&mut random).encoded(),
            };
            pair.now_ms += random.below(100);
            let view = View {
                set: &pair.peers[side].set,
                porch: &pair.peers[side].porch,
                door: &pair.peers[side].door,
            };
            let _ = pair.sides[side]
                .session
                .handle_message(&message, &view, pair.now_ms);
            while pair.step() {}
            let now_ms = pair.now_ms;
            let _ = pair.sides[side].session.tick(&pair.peers[side].set, now_ms);
        }
        let total = pair.total_bytes();
        assert!(
            pair.sides[side].session.is_closed(),
            "still open after {total} bytes"
        );
        assert!(total < 400_000, "{total} bytes");
    }
}

/// A peer whose every digest is new and who always answers that it has nothing there.
#[test]
fn a_peer_that_always_lacks_everything_gets_it_ever_more_rarely() {
    let mut random = Random(22);
    let (mut ana, mut eve) = (Peer::new(1), Peer::new(2));
    filled(&mut ana, &mut random, 1_000, 300);
    let mut pair = Pair::new(&mut ana, &mut eve, 22);
    pair.is_forgetful = Some(1);
    pair.run_until(3_600_000, |_| false);
    let total = pair.total_bytes();
    assert!(total < 25 * 300_000, "{total} bytes in an hour");
}

#[test]
fn only_whole_frames_of_a_bounded_length_are_messages() {
    let mut deframer = Deframer::default();
    deframer.push(&[0, 2, 0, 1]);
    assert_eq!(deframer.next_message(), Err(FrameError::TooLong(131_073)));
    let mut deframer = Deframer::default();
    deframer.push(&[0, 0, 0, 0]);
    assert_eq!(deframer.next_message(), Err(FrameError::Empty));
    let mut deframer = Deframer::default();
    for byte in framed(&[1, 2, 3]) {
        assert_eq!(deframer.next_message(), Ok(None));
        deframer.push(&[byte]);
    }
    assert_eq!(deframer.next_message(), Ok(Some(vec![1, 2, 3])));
}

#[test]
fn messages_decode_only_whole() {
    let bytes = Message::Request { ids: vec![1; 64] }.encoded();
    assert!(Message::decoded(&bytes).is_some());
    assert!(Message::decoded(&bytes[..bytes.len() - 1]).is_none());
    assert!(Message::decoded(&[&bytes[..], &[0]].concat()).is_none());
    assert!(Message::decoded(&[0x81, 0x18, 0x63]).is_none());
}

/// The figures of the issue: a million held, a hundred differing on each side.
#[test]
fn a_million_keys_with_a_hundred_differences_cost_little() {
    let mut random = Random(23);
    let (mut ana, mut ben) = (Peer::new(1), Peer::new(2));
    let keys: Vec<Key> = (0..1_000_000)
        .map(|_| Key {
            time: 1_700_000_000 + random.below(30_000_000),
            id: *blake3::hash(&random.next().to_le_bytes()).as_bytes(),
        })
        .collect();
    ana.set = SortedSet::new(keys);
    ben.set = ana.set.clone();
    filled(&mut ana, &mut random, 100, 100);
    filled(&mut ben, &mut random, 100, 100);
    let mut pair = Pair::new(&mut ana, &mut ben, 23);
    let began = std::time::Instant::now();
    assert!(pair.run_until_equal());
    let elapsed = began.elapsed();
    let overhead = pair.total_bytes() - pair.n_operation_bytes();
    println!(
        "{overhead} bytes, {elapsed:?}, {} rounds",
        pair.sides[0].n_differences()
    );
    assert!(overhead < 300_000, "{overhead} bytes");
    assert_eq!(ana.set.digest(), ben.set.digest());
}
