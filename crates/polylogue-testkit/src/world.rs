//! A small world for scripts: people with keys, clocks that may lie, and operations delivered in
//! any order. Everything is made under fixed keys and salts, so a failure replays.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::PathBuf;

use polylogue_core::authority::narrowed;
use polylogue_core::header::{Draft, Header};
use polylogue_core::id::{Hash, Key, OperationId};
use polylogue_core::kind::{
    Admission, Body, Choice, Claim, DeviceAdd, DeviceKind, Dialogue, Ended, Founding, Invitation,
    Invited, Join, Law, Matters, Note, Office, OfficeKind, Power, Profile, Proof, Resolution,
    RowsOfPeople, Scope, State, Template, Turn, Voice, Vote,
};
use polylogue_core::limits::{
    ERASE_DELAY_DAYS_DEFAULT, FORMAT, QUOTA_DEFAULT, RULES_VERSION, SALT_BYTES,
};
use polylogue_core::operation::Operation;
use polylogue_core::signature::{
    self, DEVICE_DOMAIN, INVITATION_DOMAIN, OPERATION_DOMAIN, SigningKey,
};
use polylogue_core::text::Text;
use polylogue_core::verdict::Verdict;
use polylogue_store::query::{LineRow, MoveFilter, Page};
use polylogue_store::{Store, StoreFault};

use crate::meeting::{Peer, Rest, meet};

/// A day, in seconds.
pub const DAY: u64 = 86_400;
/// When the world begins: 2026-03-01, in seconds.
pub const START: u64 = 1_772_323_200;

/// A generator of our own (SplitMix64), so that a seed means the same everywhere.
#[derive(Debug, Clone)]
pub struct Seeded(pub u64);

impl Seeded {
    /// The next 64 bits.
    pub fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`, which is not 0.
    pub fn below(&mut self, end: usize) -> usize {
        let end = u64::try_from(end).expect("lengths fit");
        usize::try_from(self.draw() % end).expect("below a length")
    }

    /// Puts a list into another order.
    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for index in (1..list.len()).rev() {
            list.swap(index, self.below(index + 1));
        }
    }
}

/// An open invitation, with the secret that travels in a ticket.
#[derive(Debug, Clone)]
pub struct OpenInvitation {
    /// The invitation.
    pub id: OperationId,
    key: SigningKey,
}

/// What somebody knows when they speak; defaults are "everything so far".
#[derive(Debug, Clone, Default)]
pub struct Knowing {
    /// Heads of their own log.
    pub previous: Option<Vec<OperationId>>,
    /// The latest law.
    pub act: Option<OperationId>,
    /// The admission they stand on.
    pub standing: Option<OperationId>,
    /// The device they speak by; else their root key.
    pub device: Option<&'static str>,
}

/// How operations come to a store.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delivery {
    /// Appended, in several orders, with duplicates, bodies that come later and in batches of
    /// several sizes.
    Direct,
    /// Each person has a peer of their own that holds what they said; the product's session
    /// carries it from peer to peer until all hold the same.
    Session,
}

impl Delivery {
    /// Both ways.
    pub const ALL: [Self; 2] = [Self::Direct, Self::Session];
}

/// A commons in the making.
pub struct World {
    /// Its id.
    pub commons: OperationId,
    /// Everything signed, in order of signing.
    pub operations: Vec<Operation>,
    /// Who signed each of them, by the name of the person.
    pub authors: Vec<&'static str>,
    /// The clock of whoever speaks next, in seconds.
    pub time: u64,
    /// The latest law whoever speaks next knows of.
    pub act: OperationId,
    counters: BTreeMap<OperationId, u64>,
    heads: BTreeMap<&'static str, BTreeSet<OperationId>>,
    salt: u64,
}

impl std::fmt::Debug for World {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "World of {} operations", self.operations.len())
    }
}

/// The signing key of a name.
#[must_use]
pub fn signing_key(name: &str) -> SigningKey {
    SigningKey::from(Hash::of(name.as_bytes()).0)
}

/// The public key of a name.
#[must_use]
pub fn key(name: &str) -> Key {
    Key::of(&signing_key(name))
}

/// Signs a body of any kind, known here or not; `body` begins with its salt.
///
/// # Panics
/// If the body is longer than a body may be: a script says what can be said.
#[must_use]
pub fn sign_of_kind(draft: &Draft, kind: u16, body: &[u8], key: &SigningKey) -> Operation {
    let mut previous = draft.previous.clone();
    previous.sort_unstable();
    let header = Header {
        format: FORMAT,
        commons: draft.commons,
        key: Key::of(key),
        standing: draft.standing,
        act: draft.act,
        previous,
        counter: draft.counter,
        time: draft.time,
        kind,
        body_bytes: u32::try_from(body.len()).expect("a body is short"),
        body_hash: Hash::of(body),
    };
    let header = header.encode();
    let signature = signature::sign(key, OPERATION_DOMAIN, &[&header]);
    Operation::assemble(signature, header, Some(body.to_vec())).expect("a valid header")
}

/// An office of the whole commons that ends `days` after [`START`].
#[must_use]
pub fn office(kind: OfficeKind, holder: &str, days: u64) -> Office {
    Office {
        kind,
        holder: key(holder),
        scope: None,
        end: START + days * DAY,
    }
}

/// A first law: one keeper, who holds every office for a year.
#[must_use]
pub fn law(founder: &str, admission: Admission) -> Law {
    let kinds = [
        OfficeKind::Greeter,
        OfficeKind::Moderator,
        OfficeKind::Facilitator,
    ];
    Law {
        charter: Text::new("Be fair.", "en"),
        licence: "CC-BY-SA-4.0".to_owned(),
        language: "en".to_owned(),
        admission,
        roll: vec![key(founder)],
        threshold: 1,
        roll_end: START + 3650 * DAY,
        offices: kinds.map(|kind| office(kind, founder, 365)).to_vec(),
        read_secret: Hash([5; 32]),
        erase_delay_days: ERASE_DELAY_DAYS_DEFAULT,
        quota: QUOTA_DEFAULT,
        rows: RowsOfPeople::StayHere,
    }
}

impl World {
    /// A commons founded by a name.
    #[must_use]
    pub fn founded_by(founder: &'static str, admission: Admission) -> Self {
        let founding = Founding {
            rules: RULES_VERSION,
            title: Text::new("A test", "en"),
            question: Text::new("What holds?", "en"),
            template: Template::Blank,
            law: law(founder, admission),
        };
        let draft = Draft {
            commons: OperationId([42; 32]),
            standing: None,
            act: None,
            previous: vec![],
            counter: 1,
            time: START,
        };
        let operation = Operation::sign(&draft, &founding.into(), [0; 16], &signing_key(founder))
            .expect("a valid founding");
        let commons = operation.id();
        let mut world = Self {
            commons,
            operations: vec![],
            authors: vec![],
            time: START + 60,
            act: commons,
            counters: BTreeMap::new(),
            heads: BTreeMap::new(),
            salt: 0,
        };
        world.take(founder, operation, &[]);
        world
    }

    fn take(&mut self, name: &'static str, operation: Operation, previous: &[OperationId]) {
        let heads = self.heads.entry(name).or_default();
        for id in previous {
            heads.remove(id);
        }
        heads.insert(operation.id());
        self.counters
            .insert(operation.id(), operation.header().counter);
        self.operations.push(operation);
        self.authors.push(name);
    }

    /// The heads of a name's log.
    #[must_use]
    pub fn heads(&self, name: &str) -> Vec<OperationId> {
        self.heads
            .get(name)
            .into_iter()
            .flatten()
            .copied()
            .collect()
    }

    /// Somebody says something, knowing everything so far.
    pub fn say(&mut self, name: &'static str, body: impl Into<Body>) -> OperationId {
        self.say_knowing(name, body, Knowing::default())
    }

    /// Somebody says something, knowing only what is given.
    pub fn say_knowing(
        &mut self,
        name: &'static str,
        body: impl Into<Body>,
        knowing: Knowing,
    ) -> OperationId {
        let key = signing_key(knowing.device.unwrap_or(name));
        let (draft, salt) = self.draft(name, knowing);
        let operation = Operation::sign(&draft, &body.into(), salt, &key).expect("a valid body");
        let id = operation.id();
        self.take(name, operation, &draft.previous);
        id
    }

    /// Somebody says something of a kind that this version need not know, as a newer version
    /// would: `said` is whatever stands behind the salt.
    pub fn say_of_kind(&mut self, name: &'static str, kind: u16, said: &[u8]) -> OperationId {
        let (draft, salt) = self.draft(name, Knowing::default());
        let operation = sign_of_kind(&draft, kind, &[&salt, said].concat(), &signing_key(name));
        let id = operation.id();
        self.take(name, operation, &draft.previous);
        id
    }

    fn draft(&mut self, name: &str, knowing: Knowing) -> (Draft, [u8; SALT_BYTES]) {
        let previous = knowing.previous.unwrap_or_else(|| self.heads(name));
        let highest = previous.iter().map(|id| self.counters[id]).max();
        let draft = Draft {
            commons: self.commons,
            standing: knowing.standing,
            act: Some(knowing.act.unwrap_or(self.act)),
            previous,
            counter: highest.unwrap_or(0) + 1,
            time: self.time,
        };
        self.salt += 1;
        let mut salt = [0; SALT_BYTES];
        salt[..8].copy_from_slice(&self.salt.to_be_bytes());
        (draft, salt)
    }

    /// A note to give as a reason.
    pub fn words(&mut self, name: &'static str, words: &str) -> Option<OperationId> {
        Some(self.say(
            name,
            Note {
                text: Text::new(words, "en"),
            },
        ))
    }

    /// Somebody opens an invitation for a number of days.
    pub fn invite(&mut self, name: &'static str, days: u64) -> OpenInvitation {
        let invitation_key = signing_key(&format!("invitation {} {}", name, self.salt));
        let end = self.time + days * DAY;
        let public = Key::of(&invitation_key);
        let id = self.say(
            name,
            Invitation {
                key: public,
                end,
                scope: Scope::All,
            },
        );
        OpenInvitation {
            id,
            key: invitation_key,
        }
    }

    /// Somebody comes in by an invitation.
    pub fn join(&mut self, name: &'static str, by: &OpenInvitation) -> OperationId {
        let parts: &[&[u8]] = &[&self.commons.0, &by.id.0, &key(name).0];
        let proof = Proof(signature::sign(&by.key, INVITATION_DOMAIN, parts));
        let invited = Invited {
            invitation: by.id,
            key: Key::of(&by.key),
            proof,
        };
        self.say(
            name,
            Join {
                invited: Some(invited),
                root: DeviceKind::Own,
                helper: None,
            },
        )
    }

    /// Somebody comes in without one.
    pub fn knock(&mut self, name: &'static str) -> OperationId {
        self.say(
            name,
            Join {
                invited: None,
                root: DeviceKind::Own,
                helper: None,
            },
        )
    }

    /// A person is invited by another and joins.
    pub fn welcome(&mut self, host: &'static str, name: &'static str) -> OperationId {
        let invitation = self.invite(host, 30);
        self.join(name, &invitation)
    }

    /// A person adds a device, which agrees.
    pub fn add_device(&mut self, name: &'static str, device: &'static str) -> OperationId {
        let parts: &[&[u8]] = &[&self.commons.0, &key(name).0];
        let proof = Proof(signature::sign(&signing_key(device), DEVICE_DOMAIN, parts));
        self.say(
            name,
            DeviceAdd {
                device: key(device),
                kind: DeviceKind::Own,
                scope: Scope::All,
                end: None,
                proof,
                words: None,
            },
        )
    }

    /// Somebody puts a claim.
    pub fn claim(&mut self, name: &'static str, words: &str) -> OperationId {
        self.say(
            name,
            Claim {
                text: Text::new(words, "en"),
                under: None,
                passages: vec![],
                held_by: vec![],
                brought_in: None,
            },
        )
    }

    /// A vote's body.
    #[must_use]
    pub fn vote(claim: OperationId, choice: Choice, replaces: &[OperationId]) -> Vote {
        let mut replaces = replaces.to_vec();
        replaces.sort_unstable();
        Vote {
            claim,
            choice,
            matters: Matters::Unsaid,
            reason: None,
            replaces,
        }
    }

    /// Somebody begins a dialogue.
    pub fn dialogue(&mut self, name: &'static str, title: &str) -> OperationId {
        self.say(
            name,
            Dialogue {
                title: Text::new(title, "en"),
                about: Text::new("", "en"),
                perspectives: vec![],
                questions: vec![],
                state: State::Open,
                scheduled: None,
                brought_in: None,
            },
        )
    }

    /// A turn's body, spoken for oneself.
    #[must_use]
    pub fn turn(dialogue: OperationId, words: &str) -> Turn {
        Turn {
            dialogue,
            text: Text::new(words, "en"),
            long: None,
            perspective: None,
            voice: Voice::Oneself,
            reply_to: None,
            quotes: vec![],
            licence: String::new(),
            brought_in: None,
        }
    }

    /// A profile's body.
    #[must_use]
    pub fn profile(name: &str) -> Profile {
        Profile {
            name: Text::new(name, "en"),
            about: Text::new("", "en"),
            replaces: vec![],
        }
    }

    /// Proposes a law that follows the one known, and makes it the one known.
    pub fn resolve(
        &mut self,
        name: &'static str,
        law: Law,
        ended: Vec<polylogue_core::kind::Ended>,
    ) -> OperationId {
        self.resolve_with(name, law, ended, None)
    }

    /// As [`World::resolve`], naming vouches that keep counting.
    pub fn resolve_with(
        &mut self,
        name: &'static str,
        law: Law,
        ended: Vec<polylogue_core::kind::Ended>,
        vouches: Option<Vec<OperationId>>,
    ) -> OperationId {
        let parent = self.act;
        let id = self.say(
            name,
            Resolution {
                rules: RULES_VERSION,
                parent,
                law,
                ended,
                words: None,
                vouches,
            },
        );
        self.act = id;
        id
    }

    /// The law known.
    ///
    /// # Panics
    /// If what is known is no law.
    #[must_use]
    pub fn law(&self) -> Law {
        let known = self.operations.iter().find(|it| it.id() == self.act);
        match known.and_then(Operation::body) {
            Some(Ok(Body::Founding(it))) => it.law,
            Some(Ok(Body::Resolution(it))) => it.law,
            Some(_) | None => panic!("{} is no law", self.act),
        }
    }

    /// What a next law takes away in the one known, ended with all its holders said so far still
    /// counting.
    #[must_use]
    pub fn fences(&self, next: &Law) -> Vec<Ended> {
        let taken = narrowed(&self.law(), next).offices.into_iter();
        let name = |holder: Key| self.authors.iter().find(|it| key(it) == holder);
        let ended = taken.map(|(holder, office)| Ended {
            holder,
            power: match office {
                OfficeKind::Greeter => Power::Greeter,
                OfficeKind::Moderator => Power::Moderator,
                OfficeKind::Facilitator => Power::Facilitator,
                OfficeKind::Publisher => Power::Publisher,
            },
            accepts: name(holder).map_or_else(Vec::new, |it| self.heads(it)),
        });
        ended.collect()
    }

    /// Gives everything to a new store in order of signing.
    #[must_use]
    pub fn store(&self) -> TestStore {
        self.store_of(&self.operations, None)
    }

    /// A store that everything was given to, and one that got it by sessions.
    #[must_use]
    pub fn stores(&self) -> [TestStore; 2] {
        [self.store(), self.replicated(1, None)]
    }

    /// Gives some operations to a new store, in this order.
    #[must_use]
    pub fn store_of(&self, operations: &[Operation], pin: Option<OperationId>) -> TestStore {
        let store = TestStore::new(&self.operations[0]);
        if let Some(pin) = pin {
            store.store.set_pin(pin).expect("a pin is kept");
        }
        store
            .store
            .append(operations, self.time)
            .expect("a working disk");
        store
    }

    /// The verdicts after delivery in order of signing; checks first that other orders, with
    /// duplicates and in other batches, and peers that replicate, give the same verdicts and the
    /// same tables.
    #[must_use]
    pub fn verdicts(&self) -> BTreeMap<OperationId, Verdict> {
        self.verdicts_with(None)
    }

    /// As [`World::verdicts`], for peers with a pin.
    #[must_use]
    pub fn verdicts_with(&self, pin: Option<OperationId>) -> BTreeMap<OperationId, Verdict> {
        let both = Delivery::ALL.map(|delivery| self.verdicts_by(delivery, pin));
        let [direct, session] = both;
        assert_eq!(direct, session, "replicating gives other verdicts");
        direct
    }

    /// The verdicts after one way of delivery, which is checked against delivery in order of
    /// signing.
    ///
    /// # Panics
    /// Where they differ, with the seed.
    #[must_use]
    pub fn verdicts_by(
        &self,
        delivery: Delivery,
        pin: Option<OperationId>,
    ) -> BTreeMap<OperationId, Verdict> {
        let expected = self.store_of(&self.operations, pin);
        let (tables, verdicts) = (expected.dump(), self.verdicts_in(&expected));
        let texts = texts_of(&expected);
        let seeds = match delivery {
            Delivery::Direct => 1..=6,
            Delivery::Session => 1..=2,
        };
        for seed in seeds {
            let store = match delivery {
                Delivery::Direct => self.shuffled(seed, pin),
                Delivery::Session => self.replicated(seed, pin),
            };
            let found = self.verdicts_in(&store);
            assert_eq!(verdicts, found, "SEED={seed} {delivery:?}: verdicts differ");
            assert_same(&tables, &store.dump(), seed);
            assert_eq!(
                texts,
                texts_of(&store),
                "SEED={seed} {delivery:?}: texts differ"
            );
        }
        verdicts
    }

    /// A store that everything came to in some order, much of it twice, some of it first without
    /// its body.
    fn shuffled(&self, seed: u64, pin: Option<OperationId>) -> TestStore {
        let mut random = Seeded(seed);
        let mut operations = self.operations.clone();
        for again in self.operations.iter().step_by(3) {
            operations.push(match random.below(2) {
                0 => again.clone(),
                _ => again.clone().without_body(),
            });
        }
        random.shuffle(&mut operations);
        let store = self.store_of(&[], pin);
        let mut rest = operations.as_slice();
        while !rest.is_empty() {
            let (batch, later) = rest.split_at(1 + random.below(rest.len().min(7)));
            store
                .store
                .append(batch, self.time)
                .expect("a working disk");
            rest = later;
        }
        store
    }

    /// Gives each person a peer that holds what they said, lets peers meet in the order of a seed
    /// until all hold the same, checks every peer, and gives the store of the one that has met all
    /// others.
    ///
    /// # Panics
    /// Where peers do not come to hold the same, or one shows something else than a store that
    /// was given what it holds.
    #[must_use]
    pub fn replicated(&self, seed: u64, pin: Option<OperationId>) -> TestStore {
        let mut random = Seeded(seed);
        let mut names: Vec<&'static str> = self.authors.clone();
        names.sort_unstable();
        names.dedup();
        random.shuffle(&mut names);
        let mut stores: Vec<TestStore> = names
            .iter()
            .map(|name| self.store_of(&self.said_by(name), pin))
            .collect();
        let peers: Vec<Peer<'_>> = (1..)
            .zip(&stores)
            .map(|(number, store)| Peer::new(&store.store, number).at(self.time))
            .collect();
        const ROUNDS_MAX: usize = 6;
        let agree = || {
            let held = |it: &TestStore| it.store.reconciled_keys().expect("a working disk");
            let first = held(&stores[0]);
            stores.iter().all(|it| held(it) == first)
        };
        for round in 0.. {
            for other in 1..peers.len() {
                let (first, second) = match random.below(2) {
                    0 => (&peers[0], &peers[other]),
                    _ => (&peers[other], &peers[0]),
                };
                let met = meet(first, second, random.draw());
                let is_orderly = met.refused == [0, 0] && !matches!(met.rest, Rest::Ended(..));
                assert!(is_orderly, "SEED={seed}: {met:?}");
            }
            if agree() {
                break;
            }
            assert!(round < ROUNDS_MAX, "SEED={seed}: {names:?} do not agree");
        }
        drop(peers);
        for store in &stores {
            let held = store.held(&self.operations);
            let given = self.store_of(&held, pin);
            assert_same(&given.dump(), &store.dump(), seed);
        }
        stores.swap_remove(0)
    }

    /// What a person signed, by whatever key, after the founding.
    #[must_use]
    pub fn said_by(&self, name: &str) -> Vec<Operation> {
        let signed = self.operations.iter().zip(&self.authors);
        signed
            .filter(|(_, author)| **author == name)
            .map(|(operation, _)| operation.clone())
            .collect()
    }

    fn verdicts_in(&self, store: &TestStore) -> BTreeMap<OperationId, Verdict> {
        let reader = store.store.reader().expect("a reader");
        let rows = self
            .operations
            .iter()
            .filter_map(|it| reader.operation(it.id()).ok().flatten());
        rows.map(|row| (row.id, row.verdict)).collect()
    }
}

/// The lines of every document as they are shown.
fn texts_of(store: &TestStore) -> Vec<Vec<LineRow>> {
    let reader = store.store.reader().expect("a reader");
    let documents = reader.documents().expect("a disk").into_iter();
    let texts = documents.map(|it| reader.lines(it.said.id).expect("a disk"));
    texts.collect()
}

/// Compares two dumps and shows only where they part.
fn assert_same(expected: &str, found: &str, seed: u64) {
    let parted = expected
        .lines()
        .zip(found.lines())
        .position(|(one, other)| one != other);
    let lengths = (expected.lines().count(), found.lines().count());
    let around = |text: &str, line: usize| -> String {
        let shown = text.lines().skip(line.saturating_sub(8)).take(12);
        shown.collect::<Vec<_>>().join("\n")
    };
    if let Some(line) = parted {
        let (one, other) = (around(expected, line), around(found, line));
        panic!("SEED={seed}: tables differ at line {line}:\n{one}\nbut there:\n{other}");
    }
    assert_eq!(lengths.0, lengths.1, "SEED={seed}: tables differ in length");
}

/// A store in a folder that goes away with it.
#[derive(Debug)]
pub struct TestStore {
    /// The store.
    pub store: Store,
    /// Its file.
    pub path: PathBuf,
    _folder: tempfile::TempDir,
}

impl TestStore {
    /// A store that holds a founding and nothing else.
    #[must_use]
    pub fn new(founding: &Operation) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("store.sqlite");
        let store = Store::create(&path, founding).expect("a new store");
        Self {
            store,
            path,
            _folder: folder,
        }
    }

    /// Everything pages can show, in words that do not depend on the order of arrival.
    ///
    /// # Panics
    /// When the disk does not work.
    #[must_use]
    pub fn dump(&self) -> String {
        self.read().expect("a working disk")
    }

    /// Those of some operations that are held here.
    ///
    /// # Panics
    /// When the disk does not work.
    #[must_use]
    pub fn held(&self, operations: &[Operation]) -> Vec<Operation> {
        let ids: Vec<OperationId> = operations.iter().map(Operation::id).collect();
        self.store.load(&ids, usize::MAX).expect("a working disk")
    }

    fn read(&self) -> Result<String, StoreFault> {
        let reader = self.store.reader()?;
        let all = Page::first(1000);
        let mut text = format!("{:#?}\n{:#?}\n", reader.commons()?, reader.perspectives()?);
        for dialogue in reader.dialogues(all)? {
            writeln!(
                text,
                "{dialogue:#?}\n{:#?}",
                reader.turns(dialogue.said.id, all)?
            )
            .expect("memory");
        }
        for claim in reader.claims(None, all)? {
            writeln!(text, "{claim:#?}\n{:#?}", reader.votes(claim.said.id, all)?).expect("memory");
        }
        let moves = reader.moves(&MoveFilter::default(), all)?;
        writeln!(text, "{moves:#?}\n{:#?}", reader.people(all)?).expect("memory");
        writeln!(
            text,
            "{:#?}\n{:#?}",
            reader.minutes(all)?,
            reader.suggestions(all)?
        )
        .expect("memory");
        for document in reader.documents()? {
            let lines = reader.lines(document.said.id)?;
            writeln!(text, "{document:#?}\n{lines:#?}").expect("memory");
        }
        Ok(text)
    }
}
