//! A million operations on each side, with a hundred different on each, or none: bytes and
//! computation of the session, in memory, without the operations' own bytes.

use std::time::{Duration, Instant};

use polylogue_node::sync::{
    Deframer, DeviceProof, Door, Event, Greeting, Id, Key, Limits, Loaded, Parties, Porch, Role,
    Session, SortedSet, TakenIn, View, framed,
};
use polylogue_testkit::world::Seeded;

use crate::Fault;
use crate::table::{Limit, Line, Table};

const HELD: usize = 1_000_000;
const DIFFERENT: usize = 100;
/// An operation of the bench: as long as a vote, roughly.
const OPERATION_BYTES: usize = 320;
const SECRET: [u8; 32] = [9; 32];

const DIFFERING_KILOBYTES_MAX: f64 = 300.0;
const DIFFERING_MILLISECONDS_MAX: f64 = 250.0;
const EQUAL_KILOBYTES_MAX: f64 = 1.0;
const EQUAL_MILLISECONDS_MAX: f64 = 5.0;

struct OpenDoor;

impl Door for OpenDoor {
    fn read_secrets(&self) -> Vec<[u8; 32]> {
        vec![SECRET]
    }

    fn sign(&self, _transcript: &[u8]) -> Option<DeviceProof> {
        None
    }

    fn admits(&self, _transcript: &[u8], _proof: &DeviceProof) -> bool {
        false
    }
}

struct Side {
    session: Session,
    deframer: Deframer,
    set: SortedSet,
    came: usize,
}

impl Side {
    fn new(role: Role, keys: impl Iterator<Item = Key>) -> Self {
        let (local, remote) = match role {
            Role::Dialler => ([1; 32], [2; 32]),
            Role::Answerer => ([2; 32], [1; 32]),
        };
        let parties = Parties {
            role,
            commons: [7; 32],
            local,
            remote,
        };
        let greeting = Greeting {
            nonce: local,
            contact: Vec::new(),
        };
        let session = Session::new(parties, greeting, Limits::default(), 0);
        Self {
            session,
            deframer: Deframer::default(),
            set: SortedSet::new(keys),
            came: 0,
        }
    }

    /// Operations stand for themselves: their key's bytes, and zeros up to a usual length.
    fn load(ids: &[Id]) -> Loaded {
        let operation = |id: &Id| {
            let mut bytes = id.to_vec();
            bytes.resize(OPERATION_BYTES, 0);
            bytes
        };
        Loaded {
            operations: ids.iter().map(operation).collect(),
            n_looked_up: ids.len(),
        }
    }

    /// Does everything that can be done now; gives what is to be sent.
    fn work(&mut self, now_ms: u64) -> Result<Vec<Vec<u8>>, Fault> {
        self.session
            .tick(&self.set, now_ms)
            .map_err(|it| format!("{it:?}"))?;
        while let Some(ids) = self.session.poll_load(&self.set) {
            self.session.supply(Self::load(&ids), now_ms);
        }
        while let Some(event) = self.session.poll_event() {
            let Event::Deliver(delivery) = event else {
                continue;
            };
            let keys: Vec<Key> = delivery
                .operations
                .iter()
                .filter_map(|it| key_of(it))
                .collect();
            self.came += keys.len();
            let n_new = self.set.insert(keys) as u64;
            let taken_in = TakenIn {
                frame_bytes: delivery.frame_bytes,
                n_new,
                n_bad: 0,
            };
            self.session
                .taken_in(taken_in, now_ms)
                .map_err(|it| format!("{it:?}"))?;
        }
        let mut sent = Vec::new();
        while let Some(message) = self.session.poll_message() {
            sent.push(framed(&message));
        }
        Ok(sent)
    }
}

/// The key of an operation of the bench: its time is the beginning of its id.
fn key_of(operation: &[u8]) -> Option<Key> {
    let id: Id = operation.get(..32)?.try_into().ok()?;
    Some(key(id))
}

fn key(id: Id) -> Key {
    let time = u64::from(u32::from_be_bytes([id[0], id[1], id[2], id[3]]));
    Key { time, id }
}

struct Found {
    kilobytes: f64,
    milliseconds: f64,
}

/// Measures both cases.
pub(crate) fn run(table: &mut Table) -> Result<(), Fault> {
    let differing = measure(DIFFERENT)?;
    let held = "1,000,000 held, 100 + 100 different";
    let own = (2 * DIFFERENT * OPERATION_BYTES) as f64 / 1000.0;
    table.say(Line::new(
        &format!("{held}: bytes without the operations"),
        differing.kilobytes - own,
        "kB",
        Limit::AtMost(DIFFERING_KILOBYTES_MAX),
    ));
    table.say(Line::new(
        &format!("{held}: computation, both sides"),
        differing.milliseconds,
        "ms",
        Limit::AtMost(DIFFERING_MILLISECONDS_MAX),
    ));
    let equal = measure(0)?;
    let held = "1,000,000 held, nothing different";
    table.say(Line::new(
        &format!("{held}: bytes"),
        equal.kilobytes,
        "kB",
        Limit::AtMost(EQUAL_KILOBYTES_MAX),
    ));
    table.say(Line::new(
        &format!("{held}: computation, both sides"),
        equal.milliseconds,
        "ms",
        Limit::AtMost(EQUAL_MILLISECONDS_MAX),
    ));
    Ok(())
}

fn measure(different: usize) -> Result<Found, Fault> {
    let mut random = Seeded(crate::SEED);
    let mut ids: Vec<Id> = (0..HELD + different).map(|_| id(&mut random)).collect();
    let only_first = ids.split_off(HELD);
    let only_second = ids[..different].to_vec();
    let first = ids[different..].iter().chain(&only_first).copied().map(key);
    let second = ids[different..]
        .iter()
        .chain(&only_second)
        .copied()
        .map(key);
    let mut sides = [
        Side::new(Role::Dialler, first),
        Side::new(Role::Answerer, second),
    ];
    let (mut bytes, mut worked) = (0, Duration::ZERO);
    let mut now_ms = 0;
    let is_done = |sides: &[Side; 2]| {
        sides
            .iter()
            .all(|it| it.came == different && it.session.is_open())
            && sides[0].set.digest() == sides[1].set.digest()
            && !sides[0].session.is_comparing()
            && !sides[1].session.is_comparing()
    };
    while !is_done(&sides) {
        now_ms += 1;
        if now_ms > 20_000 {
            return Err("the two sides did not come to agree".into());
        }
        for index in 0..2 {
            let began = Instant::now();
            let sent = sides[index].work(now_ms)?;
            worked += began.elapsed();
            for frame in sent {
                bytes += frame.len();
                worked += hand_over(&mut sides[1 - index], &frame, now_ms)?;
            }
        }
    }
    Ok(Found {
        kilobytes: bytes as f64 / 1000.0,
        milliseconds: worked.as_secs_f64() * 1000.0,
    })
}

fn hand_over(side: &mut Side, frame: &[u8], now_ms: u64) -> Result<Duration, Fault> {
    let began = Instant::now();
    side.deframer.push(frame);
    while let Some(message) = side
        .deframer
        .next_message()
        .map_err(|it| format!("{it:?}"))?
    {
        let view = View {
            set: &side.set,
            porch: &Porch::default(),
            door: &OpenDoor,
        };
        side.session
            .handle_message(&message, &view, now_ms)
            .map_err(|it| format!("{it:?}"))?;
    }
    Ok(began.elapsed())
}

fn id(random: &mut Seeded) -> Id {
    let mut id = [0; 32];
    for part in id.chunks_mut(8) {
        part.copy_from_slice(&random.draw().to_be_bytes());
    }
    id
}
