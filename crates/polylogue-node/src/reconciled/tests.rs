//! The keys kept in memory against those the store reads anew, over commons made from a seed.

use std::collections::BTreeMap;
use std::sync::Arc;

use polylogue_core::header::Draft;
use polylogue_core::id::Hash;
use polylogue_core::kind::{
    Admit, Body, DeviceAdd, DeviceKind, Founding, Join, Law, Note, Office, OfficeKind, Profile,
    Proof, Removal, Resolution, RowsOfPeople, Scope, Template, Vouch,
};
use polylogue_core::limits::{ERASE_DELAY_DAYS_DEFAULT, QUOTA_DEFAULT, RULES_VERSION};
use polylogue_core::signature::{self, DEVICE_DOMAIN, SigningKey};
use polylogue_core::text::Text;

use super::*;
use crate::node::{LocalOnly, Node, NodeOptions};

/// When these commons begin: 1 March 2026, in seconds.
const START: u64 = 1_772_323_200;
const NAMES: [&str; 5] = ["ana", "ben", "cem", "dan", "eve"];

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

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(end).unwrap()).unwrap()
    }
}

fn signing_key(name: &str) -> SigningKey {
    SigningKey::from(Hash::of(name.as_bytes()).0)
}

fn key(name: &str) -> Key {
    Key::of(&signing_key(name))
}

fn law(quota: u64) -> Law {
    let office = |kind| Office {
        kind,
        holder: key("ana"),
        scope: None,
        end: START + 31_536_000,
    };
    Law {
        charter: Text::new("Be fair.", "en"),
        licence: "CC-BY-SA-4.0".to_owned(),
        language: "en".to_owned(),
        admission: Admission::Open,
        roll: vec![key("ana")],
        threshold: 1,
        roll_end: START + 31_536_000,
        offices: [OfficeKind::Greeter, OfficeKind::Moderator]
            .map(office)
            .to_vec(),
        read_secret: Hash([5; 32]),
        erase_delay_days: ERASE_DELAY_DAYS_DEFAULT,
        quota,
        rows: RowsOfPeople::StayHere,
    }
}

/// A commons in the making: who said what, each after what they said before.
struct Making {
    operations: Vec<Operation>,
    act: OperationId,
    heads: BTreeMap<&'static str, (u64, OperationId)>,
    quota: u64,
    salt: u64,
}

impl Making {
    fn new(quota: u64) -> Self {
        let founding = Founding {
            rules: RULES_VERSION,
            title: Text::new("A test", "en"),
            question: Text::new("What holds?", "en"),
            template: Template::Blank,
            law: law(quota),
        };
        let draft = Draft {
            commons: OperationId([42; 32]),
            standing: None,
            act: None,
            previous: vec![],
            counter: 1,
            time: START,
        };
        let body = Body::from(founding);
        let founding = Operation::sign(&draft, &body, [0; 16], &signing_key("ana")).unwrap();
        let id = founding.id();
        Self {
            operations: vec![founding],
            act: id,
            heads: BTreeMap::from([("ana", (1, id))]),
            quota,
            salt: 0,
        }
    }

    fn say(&mut self, name: &'static str, body: impl Into<Body>) -> OperationId {
        let operation = self.signed(name, body, self.operations[0].id());
        let (id, counter) = (operation.id(), operation.header().counter);
        self.heads.insert(name, (counter, id));
        self.operations.push(operation);
        id
    }

    /// What somebody says next, without their going on from it.
    fn signed(
        &mut self,
        name: &'static str,
        body: impl Into<Body>,
        commons: OperationId,
    ) -> Operation {
        self.salt += 1;
        let mut salt = [0; 16];
        salt[..8].copy_from_slice(&self.salt.to_be_bytes());
        let head = self.heads.get(name);
        let draft = Draft {
            commons,
            standing: None,
            act: Some(self.act),
            previous: head.iter().map(|(_, id)| *id).collect(),
            counter: head.map_or(0, |(counter, _)| *counter) + 1,
            time: START + self.salt,
        };
        Operation::sign(&draft, &body.into(), salt, &signing_key(name)).unwrap()
    }

    /// Several operations at one counter, as one would sign who wants others to differ.
    fn crowd(&mut self, name: &'static str, count: usize) {
        let commons = self.operations[0].id();
        for number in 0..count {
            let operation = self.signed(name, note(&format!("{name} {number}")), commons);
            self.operations.push(operation);
        }
    }

    fn stray(&mut self, name: &'static str) {
        let operation = self.signed(name, note("elsewhere"), OperationId([9; 32]));
        self.operations.push(operation);
    }
}

fn note(words: &str) -> Note {
    Note {
        text: Text::new(words, "en"),
    }
}

/// Something that somebody says, drawn from everything that changes what is reconciled.
fn draw(making: &mut Making, random: &mut Random) {
    let name = NAMES[random.below(NAMES.len())];
    let other = NAMES[1 + random.below(NAMES.len() - 1)];
    match random.below(14) {
        0 => drop(making.say("ana", admit(other))),
        1 => drop(making.say(name, vouch(other))),
        2 => drop(making.say(other, join())),
        3 => {
            let Some((_, head)) = making.heads.get(other).copied() else {
                return;
            };
            let words = Some(making.say("ana", note("why")));
            let removal = Removal {
                person: key(other),
                accepts: vec![head],
                words,
            };
            making.say("ana", removal);
        }
        4 => {
            let resolution = Resolution {
                rules: RULES_VERSION,
                parent: making.act,
                law: law(making.quota),
                ended: vec![],
                words: None,
                vouches: None,
            };
            making.act = making.say("ana", resolution);
        }
        5 => {
            let add = phone_of_ben(making.operations[0].id());
            making.say("ben", add);
        }
        6 => drop(making.say("ben phone", note("on the way"))),
        7 | 8 => making.crowd(name, 1 + random.below(7)),
        9 => making.stray(name),
        _ => drop(making.say(name, profile(name))),
    }
}

fn admit(who: &str) -> Admit {
    Admit {
        person: key(who),
        scope: Scope::All,
        names: Vec::new(),
        words: None,
    }
}

fn vouch(whom: &str) -> Vouch {
    Vouch {
        person: key(whom),
        scope: Scope::All,
        heads: Vec::new(),
    }
}

fn join() -> Join {
    Join {
        invited: None,
        root: DeviceKind::Own,
        helper: None,
    }
}

fn phone_of_ben(commons: OperationId) -> DeviceAdd {
    let parts: &[&[u8]] = &[&commons.0, &key("ben").0];
    let proof = signature::sign(&signing_key("ben phone"), DEVICE_DOMAIN, parts);
    DeviceAdd {
        device: key("ben phone"),
        kind: DeviceKind::Own,
        scope: Scope::All,
        end: None,
        proof: Proof(proof),
        words: None,
    }
}

fn profile(name: &str) -> Profile {
    Profile {
        name: Text::new(name, "en"),
        about: Text::new("", "en"),
        replaces: vec![],
    }
}

fn open(home: &std::path::Path) -> Node {
    let options = NodeOptions {
        clock: || START,
        random: |bytes| bytes.fill(7),
        local_only: LocalOnly::Yes,
        listen: None,
    };
    Node::open(home, options).unwrap()
}

/// What a network holds that is told of every change.
struct Running {
    held: Arc<Held>,
    told: BTreeSet<SyncKey>,
    /// How many left, and how many joined that had come before.
    moved: [usize; 2],
    _node: Node,
    _home: tempfile::TempDir,
}

impl Running {
    fn new(founding: &Operation) -> Self {
        let home = tempfile::tempdir().unwrap();
        let node = open(home.path());
        let held = node.create(founding, None).unwrap();
        let (_, keys) = held.begin_reconciling().unwrap();
        held.begin_porch().unwrap();
        Self {
            told: keys.into_iter().collect(),
            moved: [0, 0],
            held,
            _node: node,
            _home: home,
        }
    }

    fn take(&mut self, batch: &[Operation]) {
        let introducer = key("a peer");
        let appended = self.held.store.append_from(introducer, batch, START);
        let difference = self.held.difference(batch, &appended.unwrap()).unwrap();
        let came: BTreeSet<SyncKey> = batch.iter().map(key_of).collect();
        let of_old = difference.joined.iter().filter(|it| !came.contains(it));
        self.moved[0] += difference.left.len();
        self.moved[1] += of_old.count();
        for left in &difference.left {
            assert!(self.told.remove(left), "what left was not here");
        }
        for joined in &difference.joined {
            assert!(self.told.insert(*joined), "what joined was here");
        }
    }

    fn is_right(&self) -> bool {
        let anew: BTreeSet<SyncKey> = self.held.keys().unwrap().into_iter().collect();
        let count = self.held.count_reconciled().unwrap();
        self.told == anew && count == anew.len() as u64
    }
}

#[test]
fn who_signs_five_operations_at_one_counter_makes_no_two_peers_differ() {
    let mut making = Making::new(QUOTA_DEFAULT);
    making.crowd("ana", 9);
    let mut running = Running::new(&making.operations[0]);
    for operation in &making.operations[1..] {
        running.take(std::slice::from_ref(operation));
        assert!(running.is_right());
    }
    assert_eq!(running.told.len(), 5, "the founding and four of nine");
}

#[test]
fn what_is_beyond_the_quota_or_of_another_commons_is_not_kept_as_if_it_counted() {
    let mut making = Making::new(3);
    making.stray("ana");
    for _ in 0..4 {
        making.say("ana", profile("Ana"));
    }
    let mut running = Running::new(&making.operations[0]);
    running.take(&making.operations);
    assert!(running.is_right());
    assert_eq!(running.told.len(), 3);
}

#[test]
fn the_body_of_an_act_that_comes_late_changes_who_counts() {
    let mut making = Making::new(QUOTA_DEFAULT);
    let said = making.say("ben", profile("Ben"));
    let (person, scope) = (key("ben"), Scope::All);
    let (names, words) = (Vec::new(), None);
    making.say(
        "ana",
        Admit {
            person,
            scope,
            names,
            words,
        },
    );
    let admit = making.operations[2].clone();
    let mut running = Running::new(&making.operations[0]);
    running.take(&making.operations[1..2]);
    running.take(&[admit.clone().without_body()]);
    running.take(&[admit]);
    assert!(running.is_right());
    assert!(running.told.iter().any(|it| it.id == said.0));
}

#[test]
fn the_running_set_is_what_the_store_reads_after_every_batch() {
    let given = std::env::var("SIM_SEED")
        .ok()
        .and_then(|it| it.parse().ok());
    let seeds = given.map_or(0..60, |seed: u64| seed..seed + 1);
    let mut moved = [0, 0];
    for seed in seeds {
        let mut random = Random(seed);
        let mut making = Making::new([QUOTA_DEFAULT, 8][random.below(2)]);
        for _ in 0..60 {
            draw(&mut making, &mut random);
        }
        let mut running = Running::new(&making.operations[0]);
        let mut due: Vec<Operation> = making.operations[1..].to_vec();
        while !due.is_empty() {
            let mut batch = Vec::new();
            for _ in 0..=random.below(6) {
                if due.is_empty() {
                    break;
                }
                // Mostly in order, some long before, some again and with their body.
                let operation = due.remove(random.below(due.len().min(12)));
                if random.below(5) == 0 {
                    due.push(operation.clone());
                    batch.push(operation.without_body());
                } else {
                    if random.below(8) == 0 {
                        batch.push(operation.clone());
                    }
                    batch.push(operation);
                }
            }
            running.take(&batch);
            assert!(running.is_right(), "SIM_SEED={seed}, {} due", due.len());
        }
        moved[0] += running.moved[0];
        moved[1] += running.moved[1];
    }
    println!(
        "{} left, {} that had come before joined",
        moved[0], moved[1]
    );
    assert!(given.is_some() || moved.iter().all(|it| *it > 60));
}
