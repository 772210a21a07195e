//! Networks on loopback over replicas in memory.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::Mutex;
use std::time::Instant;

use super::*;

const COMMONS: [u8; 32] = [7; 32];
const PATIENCE: Duration = Duration::from_secs(20);

#[derive(Default)]
struct Held {
    operations: BTreeMap<Id, Vec<u8>>,
    /// Those of them that are here without their text.
    without_text: BTreeSet<Id>,
    notes: Vec<PeerNote>,
    n_came: usize,
    introducers: Vec<[u8; 32]>,
    heard: Vec<([u8; 32], Option<Saying>)>,
}

/// A replica that takes whatever does not begin with `0xff`; what ends with `0x02` is said by
/// newcomers.
struct Memory {
    held: Mutex<Held>,
    secret: [u8; 32],
    device: Option<iroh::SecretKey>,
    admitted: Vec<[u8; 32]>,
}

impl Memory {
    fn new(secret: [u8; 32]) -> Arc<Self> {
        Arc::new(Self {
            held: Mutex::default(),
            secret,
            device: None,
            admitted: Vec::new(),
        })
    }

    fn filled(secret: [u8; 32], count: u64) -> Arc<Self> {
        let memory = Self::new(secret);
        memory.write(0..count, 320);
        memory
    }

    /// Writes operations with these numbers and returns their keys.
    fn write(&self, numbers: std::ops::Range<u64>, bytes: usize) -> Vec<Key> {
        let mut held = self.held.lock().unwrap();
        numbers
            .map(|number| {
                let mut operation = (1_700_000_000 + number).to_be_bytes().to_vec();
                operation.resize(bytes, 1);
                let key = key_of(&operation);
                held.operations.insert(key.id, operation);
                key
            })
            .collect()
    }

    /// Writes as a newcomer does.
    fn hear(&self, numbers: std::ops::Range<u64>) -> Vec<Key> {
        let mut held = self.held.lock().unwrap();
        numbers
            .map(|number| {
                let mut operation = (1_700_000_000 + number).to_be_bytes().to_vec();
                operation.resize(300, 2);
                let key = key_of(&operation);
                held.operations.insert(key.id, operation);
                key
            })
            .collect()
    }

    fn len(&self) -> usize {
        self.held.lock().unwrap().operations.len()
    }
}

fn is_newcomers(operation: &[u8]) -> bool {
    operation.last() == Some(&2)
}

fn key_of(operation: &[u8]) -> Key {
    let time = u64::from_be_bytes(operation[..8].try_into().unwrap());
    Key {
        time,
        id: *blake3::hash(operation).as_bytes(),
    }
}

impl Replica for Memory {
    fn hear(&self, endpoint: [u8; 32], saying: Option<Saying>) {
        self.held.lock().unwrap().heard.push((endpoint, saying));
    }

    fn commons(&self) -> [u8; 32] {
        COMMONS
    }

    fn read_secrets(&self) -> Vec<[u8; 32]> {
        vec![self.secret]
    }

    fn may_read(&self, device_key: &[u8; 32]) -> bool {
        self.admitted.contains(device_key)
    }

    fn sign_transcript(&self, transcript: &[u8]) -> Option<([u8; 32], [u8; 64])> {
        let device = self.device.as_ref()?;
        Some((
            *device.public().as_bytes(),
            device.sign(transcript).to_bytes(),
        ))
    }

    fn keys(&self) -> Vec<Key> {
        self.held
            .lock()
            .unwrap()
            .operations
            .values()
            .filter(|bytes| !is_newcomers(bytes))
            .map(|bytes| key_of(bytes))
            .collect()
    }

    fn load(&self, ids: &[Id], bytes_max: usize) -> Loaded {
        let held = self.held.lock().unwrap();
        let mut loaded = Loaded::default();
        let mut bytes = 0;
        for id in ids {
            loaded.n_looked_up += 1;
            let has_text = !held.without_text.contains(id);
            if let Some(operation) = held.operations.get(id).filter(|_| has_text) {
                bytes += operation.len();
                loaded.operations.push(operation.clone());
            }
            if bytes >= bytes_max {
                break;
            }
        }
        loaded
    }

    fn lacking(&self, lacking: Lacking) -> Vec<Id> {
        let held = self.held.lock().unwrap();
        let is_behind = |id: &&Id| lacking.after.is_none_or(|after| **id > after);
        let behind = held.without_text.iter().filter(is_behind);
        behind.take(lacking.count_max).copied().collect()
    }

    fn porch(&self) -> Vec<Key> {
        let held = self.held.lock().unwrap();
        held.operations
            .values()
            .filter(|bytes| is_newcomers(bytes))
            .map(|bytes| key_of(bytes))
            .collect()
    }

    fn inbox(self: Arc<Self>, introducer: [u8; 32]) -> Box<dyn Inbox> {
        Box::new(MemoryInbox {
            memory: self,
            introducer,
            checked: Mutex::default(),
        })
    }

    fn note_peer(&self, note: PeerNote) {
        self.held.lock().unwrap().notes.push(note);
    }
}

struct MemoryInbox {
    memory: Arc<Memory>,
    introducer: [u8; 32],
    checked: Mutex<VecDeque<Vec<Vec<u8>>>>,
}

impl Inbox for MemoryInbox {
    fn check(&self, operations: Vec<Vec<u8>>) {
        self.checked.lock().unwrap().push_back(operations);
    }

    fn keep(&self, n_batches: usize) -> IngestReport {
        let batches: Vec<_> = self.checked.lock().unwrap().drain(..n_batches).collect();
        self.memory.take_in(&self.introducer, batches.concat())
    }
}

impl Memory {
    fn take_in(&self, introducer: &[u8; 32], operations: Vec<Vec<u8>>) -> IngestReport {
        let mut held = self.held.lock().unwrap();
        held.n_came += operations.len();
        let mut report = IngestReport::default();
        for operation in operations {
            if is_newcomers(&operation) {
                let key = key_of(&operation);
                if held.operations.insert(key.id, operation).is_none() {
                    held.introducers.push(*introducer);
                    report.porch.joined.push(key);
                }
                continue;
            }
            if operation[0] == 0xff {
                report.refused += 1;
                continue;
            }
            let key = key_of(&operation);
            if held.operations.insert(key.id, operation).is_none() {
                report.accepted_keys.push(key);
            } else if held.without_text.remove(&key.id) {
                report.filled_keys.push(key);
            }
        }
        report
    }
}

fn config(number: u8, peers: &[PeerAddress]) -> NetworkConfig {
    let notes = peers.iter().cloned();
    NetworkConfig {
        secret_key: [number; 32],
        bind: vec!["127.0.0.1:0".parse().unwrap()],
        relay: None,
        lan: Lan::Silent,
        peers: notes
            .map(|address| PeerNote {
                address,
                heard_s: None,
                agreed_s: None,
                agreed_n: None,
            })
            .collect(),
        clock: Arc::new(|| 1_800_000_000),
        limits: Limits::default(),
    }
}

async fn network(number: u8, replica: &Arc<Memory>, peers: &[PeerAddress]) -> Network {
    let replica: Arc<dyn Replica> = Arc::<Memory>::clone(replica);
    Network::start(config(number, peers), replica)
        .await
        .unwrap()
}

/// Waits until it holds, or fails after [`PATIENCE`].
async fn until(what: &str, is_so: impl Fn() -> bool) {
    let began = Instant::now();
    while !is_so() {
        assert!(began.elapsed() < PATIENCE, "waited in vain: {what}");
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_new_peer_gets_ten_thousand_operations() {
    let full = Memory::filled([1; 32], 10_000);
    let empty = Memory::new([1; 32]);
    let ana = network(1, &full, &[]).await;
    let began = Instant::now();
    let ben = network(2, &empty, &[ana.address()]).await;
    until("all operations", || empty.len() == 10_000).await;
    println!("10,000 operations in {:?}", began.elapsed());
    until("agreement", || {
        let agreed = |network: &Network| {
            network
                .peers()
                .iter()
                .any(|peer| peer.agreed_s == Some(1_800_000_000))
        };
        agreed(&ana) && agreed(&ben)
    })
    .await;
    assert!(ben.peers()[0].is_connected);
    ben.shutdown().await;
    until("the note of the peer", || {
        !empty.held.lock().unwrap().notes.is_empty()
    })
    .await;
    until("the good-bye", || !ana.peers()[0].is_connected).await;
    assert_eq!(
        ana.peers()[0].last_error.as_deref(),
        Some("the other peer hung up: it is stopping")
    );
    ana.shutdown().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_written_arrives_everywhere_and_also_through_others() {
    let memories = [
        Memory::new([1; 32]),
        Memory::new([1; 32]),
        Memory::new([1; 32]),
    ];
    let hub = network(1, &memories[0], &[]).await;
    let ben = network(2, &memories[1], &[hub.address()]).await;
    let cem = network(3, &memories[2], &[hub.address()]).await;
    until("two peers", || {
        hub.peers()
            .iter()
            .filter(|peer| peer.agreed_s.is_some())
            .count()
            == 2
    })
    .await;
    let mut latencies = Vec::new();
    for number in 0..50 {
        let began = Instant::now();
        ben.announce(&memories[1].write(number..number + 1, 300));
        until("news at the hub", || memories[0].len() as u64 > number).await;
        latencies.push(began.elapsed());
        until("news beyond the hub", || memories[2].len() as u64 > number).await;
    }
    latencies.sort();
    println!(
        "one hop, median {:?}, longest {:?}",
        latencies[25], latencies[49]
    );
    for network in [hub, ben, cem] {
        network.shutdown().await;
    }
}

/// A line: who has the texts, who has them not, and behind that one somebody else who has not.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn texts_that_are_lacking_come_from_peer_to_peer() {
    let memories: [Arc<Memory>; 3] = std::array::from_fn(|_| Memory::filled([1; 32], 600));
    for memory in &memories[1..] {
        let mut held = memory.held.lock().unwrap();
        held.without_text = held.operations.keys().copied().take(400).collect();
    }
    let lacks = |number: usize| {
        !memories[number]
            .held
            .lock()
            .unwrap()
            .without_text
            .is_empty()
    };
    let middle = network(2, &memories[1], &[]).await;
    let last = network(3, &memories[2], &[middle.address()]).await;
    until("asking in vain", || {
        last.peers().iter().any(|it| it.is_porch_settled)
    })
    .await;
    assert!(lacks(1) && lacks(2));
    let first = network(1, &memories[0], &[middle.address()]).await;
    until("texts in the middle", || !lacks(1)).await;
    until("texts at the end", || !lacks(2)).await;
    for network in [first, middle, last] {
        network.shutdown().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn peers_find_each_other_again_after_a_restart() {
    let memories = [Memory::new([1; 32]), Memory::new([1; 32])];
    let ana = network(1, &memories[0], &[]).await;
    let ana_address = ana.address();
    let ben = network(2, &memories[1], std::slice::from_ref(&ana_address)).await;
    until("a session", || ben.peers()[0].agreed_s.is_some()).await;
    ana.shutdown().await;
    ben.announce(&memories[1].write(0..20, 300));
    memories[0].write(100..120, 300);
    let mut again = config(1, &[]);
    again.bind = ana_address.direct.clone();
    let began = Instant::now();
    let ana = loop {
        let replica: Arc<dyn Replica> = Arc::<Memory>::clone(&memories[0]);
        // The system frees the port a moment after the endpoint has closed.
        match Network::start(again.clone(), replica).await {
            Ok(network) => break network,
            Err(error) => assert!(began.elapsed() < PATIENCE, "{error}"),
        }
    };
    until("the same on both", || {
        memories[0].len() == 40 && memories[1].len() == 40
    })
    .await;
    println!("the same {:?} after the restart", began.elapsed());
    ana.shutdown().await;
    ben.shutdown().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_peer_that_vanishes_without_a_word_is_replaced_when_it_calls_again() {
    let memories = [Memory::new([1; 32]), Memory::new([1; 32])];
    let ana = network(1, &memories[0], &[]).await;
    let ben = network(2, &memories[1], &[ana.address()]).await;
    until("a session", || ben.peers()[0].agreed_s.is_some()).await;
    drop(ben);
    memories[1].write(0..20, 300);
    let ben = network(2, &memories[1], &[ana.address()]).await;
    until("the news", || memories[0].len() == 20).await;
    ana.shutdown().await;
    ben.shutdown().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn both_may_call_at_once_and_one_session_stays() {
    let memories = [Memory::new([1; 32]), Memory::new([1; 32])];
    let ana = network(1, &memories[0], &[]).await;
    let ben = network(2, &memories[1], &[]).await;
    ana.add_peer(&ben.address());
    ben.add_peer(&ana.address());
    until("sessions", || {
        [&ana, &ben]
            .iter()
            .all(|it| it.peers()[0].agreed_s.is_some())
    })
    .await;
    ana.announce(&memories[0].write(0..5, 300));
    ben.announce(&memories[1].write(10..15, 300));
    until("all on both", || {
        memories[0].len() == 10 && memories[1].len() == 10
    })
    .await;
    ana.shutdown().await;
    ben.shutdown().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_wrong_secret_is_refused_in_words() {
    let full = Memory::filled([1; 32], 100);
    let eve_memory = Memory::new([2; 32]);
    let ana = network(1, &full, &[]).await;
    let eve = network(2, &eve_memory, &[ana.address()]).await;
    until("a refusal", || eve.peers()[0].last_error.is_some()).await;
    let status = eve.peers().remove(0);
    assert!(!status.is_connected);
    assert_eq!(
        status.last_error.as_deref(),
        Some("this peer hung up: it asked for a device key that may read, and there is none here")
    );
    assert_eq!(eve_memory.len(), 0);
    until("strangers are forgotten", || ana.peers().is_empty()).await;
    ana.shutdown().await;
    eve.shutdown().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn peers_of_a_hub_learn_of_each_other_and_do_without_it() {
    let memories = [
        Memory::new([1; 32]),
        Memory::new([1; 32]),
        Memory::new([1; 32]),
    ];
    let hub = network(1, &memories[0], &[]).await;
    let ben = network(2, &memories[1], &[hub.address()]).await;
    until("a session", || {
        ben.peers().iter().any(|peer| peer.agreed_s.is_some())
    })
    .await;
    let cem = network(3, &memories[2], &[hub.address()]).await;
    until("a session between the two", || {
        cem.peers().iter().filter(|peer| peer.is_connected).count() == 2
    })
    .await;
    hub.shutdown().await;
    ben.announce(&memories[1].write(0..3, 300));
    until("news without the hub", || memories[2].len() == 3).await;
    ben.shutdown().await;
    cem.shutdown().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_full_peers_do_not_both_send_everything() {
    let full = [
        Memory::filled([1; 32], 5_000),
        Memory::filled([1; 32], 5_000),
    ];
    let ana = network(1, &full[0], &[]).await;
    let ben = network(2, &full[1], &[]).await;
    let empty = Memory::new([1; 32]);
    let cem = network(3, &empty, &[ana.address(), ben.address()]).await;
    until("all operations", || empty.len() == 5_000).await;
    until("agreement", || {
        cem.peers().iter().all(|peer| peer.agreed_s.is_some())
    })
    .await;
    let n_came = empty.held.lock().unwrap().n_came;
    assert!(n_came < 7_500, "{n_came} operations came for 5,000");
    for network in [ana, ben, cem] {
        network.shutdown().await;
    }
}

/// The figures of the issue that need no store; set `POLYLOGUE_SLOW` to run it.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_hundred_thousand_operations_to_a_new_peer() {
    if std::env::var("POLYLOGUE_SLOW").is_err() {
        return;
    }
    let full = Memory::filled([1; 32], 100_000);
    let empty = Memory::new([1; 32]);
    let ana = network(1, &full, &[]).await;
    let began = Instant::now();
    let ben = network(2, &empty, &[ana.address()]).await;
    until("all operations", || empty.len() == 100_000).await;
    println!("100,000 operations in {:?}", began.elapsed());
    ana.shutdown().await;
    ben.shutdown().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_admitted_device_key_opens_the_door() {
    let device = iroh::SecretKey::from_bytes(&[9; 32]);
    let hub_memory = Arc::new(Memory {
        held: Mutex::default(),
        secret: [2; 32],
        device: Some(iroh::SecretKey::from_bytes(&[8; 32])),
        admitted: vec![*device.public().as_bytes()],
    });
    hub_memory.write(0..50, 300);
    let away_memory = Arc::new(Memory {
        held: Mutex::default(),
        secret: [1; 32],
        device: Some(device),
        admitted: vec![*iroh::SecretKey::from_bytes(&[8; 32]).public().as_bytes()],
    });
    let hub = network(1, &hub_memory, &[]).await;
    let away = network(2, &away_memory, &[hub.address()]).await;
    until("all operations", || away_memory.len() == 50).await;
    hub.shutdown().await;
    away.shutdown().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_port_in_use_is_said_so() {
    let memory = Memory::new([1; 32]);
    let ana = network(1, &memory, &[]).await;
    let mut second = config(2, &[]);
    second.bind = ana.address().direct;
    let replica: Arc<dyn Replica> = Arc::<Memory>::clone(&memory);
    let error = Network::start(second, replica).await.unwrap_err();
    assert!(matches!(error, NetworkError::Bind(_)), "{error}");
    ana.shutdown().await;
}

/// Four in a line; each lets in only its neighbours, by the newest secret or by a known device.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_a_newcomer_says_is_passed_on_along_a_line() {
    let devices = [8, 9].map(|number| iroh::SecretKey::from_bytes(&[number; 32]));
    let keys = [0, 1].map(|at: usize| *devices[at].public().as_bytes());
    let member = |secret: u8, device: usize| {
        Arc::new(Memory {
            held: Mutex::default(),
            secret: [secret; 32],
            device: Some(devices[device].clone()),
            admitted: vec![keys[1 - device]],
        })
    };
    let memories = [
        Memory::new([4; 32]),
        member(4, 0),
        member(1, 1),
        Memory::new([1; 32]),
    ];
    memories[3].write(0..3, 300);
    memories[0].hear(100..103);
    let dan = network(1, &memories[0], &[]).await;
    let cem = network(2, &memories[1], &[dan.address()]).await;
    let ben = network(3, &memories[2], &[cem.address()]).await;
    let ana = network(4, &memories[3], &[ben.address()]).await;
    until("what was said before", || {
        memories.iter().all(|it| it.len() == 6)
    })
    .await;
    let change = PorchChange {
        joined: memories[0].hear(103..105),
        left: Vec::new(),
    };
    dan.amend_porch(&change);
    until("what is said now", || {
        memories.iter().all(|it| it.len() == 8)
    })
    .await;
    let introducers = memories[3].held.lock().unwrap().introducers.clone();
    assert_eq!(introducers, vec![ben.address().endpoint; 5]);
    let is_told = |it: &PeerStatus| !it.is_connected || it.is_porch_settled;
    until("all dealt with", || {
        [&dan, &cem, &ben, &ana]
            .iter()
            .all(|it| it.peers().iter().all(is_told))
    })
    .await;
    assert!(ana.n_held() == 3 && dan.n_held() == 3, "no part of the set");
    for network in [dan, cem, ben, ana] {
        network.shutdown().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_call_that_nobody_answers_does_not_hold_up_the_end() {
    let deaf = std::net::UdpSocket::bind("127.0.0.1:0").unwrap();
    let key = iroh::SecretKey::from_bytes(&[9; 32]).public();
    let nobody = PeerAddress::new(*key.as_bytes(), vec![deaf.local_addr().unwrap()], None);
    let ana = network(1, &Memory::new([1; 32]), &[nobody]).await;
    let mut packet = [0; 2_000];
    deaf.set_read_timeout(Some(PATIENCE)).unwrap();
    deaf.recv_from(&mut packet).expect("she calls");
    let began = Instant::now();
    ana.shutdown().await;
    let took = began.elapsed();
    // Without a bound it is 0.9 s: three times as long as a lost packet is waited for.
    assert!(took < Duration::from_millis(600), "it took {took:?}");
}

/// Whoever Ana is connected with hears it from her, and from nobody else.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_somebody_is_at_goes_to_connected_peers_and_no_further() {
    let memories: [Arc<Memory>; 3] = std::array::from_fn(|_| Memory::new([1; 32]));
    let ben = network(2, &memories[1], &[]).await;
    let ana = network(1, &memories[0], &[ben.address()]).await;
    let cem = network(3, &memories[2], &[ben.address()]).await;
    until("two peers", || {
        ben.peers()
            .iter()
            .filter(|it| it.agreed_s.is_some())
            .count()
            == 2
    })
    .await;
    let her = ana.address().endpoint;
    let heard = |number: usize| memories[number].held.lock().unwrap().heard.clone();
    let saying = Saying {
        person: [5; 32],
        about: Some([6; 32]),
    };
    ana.say(saying);
    until("that it is heard", || heard(1) == [(her, Some(saying))]).await;
    // However often it is said, only so much of it is read.
    let began = Instant::now();
    for number in 0..4_000_u32 {
        let mut about = [6; 32];
        about[..4].copy_from_slice(&number.to_be_bytes());
        ana.say(Saying {
            about: Some(about),
            ..saying
        });
        tokio::time::sleep(Duration::from_micros(100)).await;
    }
    let read_max = began.elapsed().as_millis() / 250 + 2;
    assert!(heard(1).len() as u128 <= read_max + 1, "{}", heard(1).len());
    ana.shutdown().await;
    until("that she is gone", || heard(1).last() == Some(&(her, None))).await;
    let others = heard(2).into_iter().filter(|(from, _)| *from != her);
    assert_eq!(
        others.filter_map(|(_, it)| it).count(),
        0,
        "nobody passes it on"
    );
    ben.shutdown().await;
    cem.shutdown().await;
}

/// Who has not proven the right to read is not heard, and not told.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_somebody_is_at_is_not_heard_from_strangers() {
    let [inside, outside] = [Memory::new([1; 32]), Memory::new([2; 32])];
    let ana = network(1, &inside, &[]).await;
    let stranger = network(2, &outside, &[ana.address()]).await;
    let saying = Saying {
        person: [5; 32],
        about: Some([6; 32]),
    };
    for _ in 0..20 {
        stranger.say(saying);
        ana.say(saying);
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    for memory in [&inside, &outside] {
        let heard = memory.held.lock().unwrap().heard.clone();
        assert!(heard.iter().all(|(_, it)| it.is_none()), "{heard:?}");
    }
    ana.shutdown().await;
    stranger.shutdown().await;
}
