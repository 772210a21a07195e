//! A small commons whose people say things, under a seed; and a store's tables as text.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use polylogue_core::header::Draft;
use polylogue_core::id::{Hash, Key, OperationId};
use polylogue_core::kind::{
    Admission, Body, Choice, Claim, Dialogue, Founding, Law, Matters, Office, OfficeKind,
    RowsOfPeople, Scope, State, Template, Turn, Voice, Vote, Vouch,
};
use polylogue_core::operation::Operation;
use polylogue_core::signature::SigningKey;
use polylogue_core::text::Text;
use polylogue_store::Store;

/// Our own generator: the same numbers for the same seed everywhere (SplitMix64).
pub(crate) struct Chance(pub(crate) u64);

impl Chance {
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    pub(crate) fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(end).unwrap()).unwrap()
    }

    pub(crate) fn pick<T: Copy>(&mut self, from: &[T]) -> Option<T> {
        if from.is_empty() {
            None
        } else {
            Some(from[self.below(from.len())])
        }
    }

    pub(crate) fn shuffle<T>(&mut self, items: &mut [T]) {
        for index in (1..items.len()).rev() {
            items.swap(index, self.below(index + 1));
        }
    }

    pub(crate) fn bytes<const N: usize>(&mut self) -> [u8; N] {
        std::array::from_fn(|_| self.next().to_le_bytes()[0])
    }
}

pub(crate) struct Person {
    pub(crate) signing: SigningKey,
    pub(crate) key: Key,
    pub(crate) heads: Vec<OperationId>,
    pub(crate) counter: u64,
}

pub(crate) struct World {
    pub(crate) chance: Chance,
    pub(crate) founding: Operation,
    pub(crate) people: Vec<Person>,
    /// Everything said, in the order it was said.
    pub(crate) said: Vec<Operation>,
    pub(crate) time: u64,
}

pub(crate) const FOUNDED: u64 = 1_700_000_000;

pub(crate) fn text(words: &str) -> Text {
    Text::new(words, "en")
}

fn person(chance: &mut Chance) -> Person {
    let signing = SigningKey::from(chance.bytes::<32>());
    Person {
        key: Key::of(&signing),
        signing,
        heads: Vec::new(),
        counter: 0,
    }
}

impl World {
    /// A commons with a founder, who is keeper, greeter and moderator, and `members` more.
    pub(crate) fn new(seed: u64, members: usize) -> Self {
        Self::within(seed, members, 1_000_000)
    }

    /// As [`World::new`], where one key may sign `quota` operations.
    pub(crate) fn within(seed: u64, members: usize, quota: u64) -> Self {
        let mut chance = Chance(seed);
        let mut founder = person(&mut chance);
        let end = FOUNDED + 31_536_000;
        let office = |kind| Office {
            kind,
            holder: founder.key,
            scope: None,
            end,
        };
        let law = Law {
            charter: text("Be kind."),
            licence: "CC-BY-SA-4.0".to_owned(),
            language: "en".to_owned(),
            admission: Admission::Open,
            roll: vec![founder.key],
            threshold: 1,
            roll_end: end,
            offices: vec![office(OfficeKind::Greeter), office(OfficeKind::Moderator)],
            read_secret: Hash::of(b"secret"),
            erase_delay_days: 7,
            quota,
            rows: RowsOfPeople::StayHere,
        };
        let founding = Body::Founding(Founding {
            rules: 1,
            title: text("Planet"),
            question: text("What is the earth to us?"),
            template: Template::Inquiry,
            law,
        });
        let draft = Draft {
            commons: OperationId(chance.bytes()),
            standing: None,
            act: None,
            previous: vec![],
            counter: 1,
            time: FOUNDED,
        };
        let salt = chance.bytes();
        let founding = Operation::sign(&draft, &founding, salt, &founder.signing).unwrap();
        founder.heads = vec![founding.id()];
        founder.counter = 1;
        let said = vec![founding.clone()];
        let mut world = Self {
            chance,
            founding,
            people: vec![founder],
            said,
            time: FOUNDED,
        };
        for _ in 0..members {
            world.admit();
        }
        world
    }

    /// Somebody the founder vouches for.
    pub(crate) fn admit(&mut self) -> usize {
        let newcomer = self.stranger();
        let key = self.people[newcomer].key;
        self.say(
            0,
            Vouch {
                person: key,
                scope: Scope::All,
                heads: vec![],
            },
        );
        newcomer
    }

    /// Somebody nobody admitted.
    pub(crate) fn stranger(&mut self) -> usize {
        let stranger = person(&mut self.chance);
        self.people.push(stranger);
        self.people.len() - 1
    }

    pub(crate) fn key(&self, person: usize) -> Key {
        self.people[person].key
    }

    pub(crate) fn commons(&self) -> OperationId {
        self.founding.id()
    }

    /// Signs from given heads, without moving the person's own.
    pub(crate) fn sign_from(
        &mut self,
        person: usize,
        heads: &[OperationId],
        counter: u64,
        body: impl Into<Body>,
    ) -> Operation {
        self.time += 60;
        let draft = Draft {
            commons: self.commons(),
            standing: None,
            act: Some(self.commons()),
            previous: heads.to_vec(),
            counter,
            time: self.time,
        };
        let salt = self.chance.bytes();
        Operation::sign(&draft, &body.into(), salt, &self.people[person].signing).unwrap()
    }

    /// Says something after everything the person said before.
    pub(crate) fn say(&mut self, person: usize, body: impl Into<Body>) -> OperationId {
        let heads = self.people[person].heads.clone();
        let counter = self.people[person].counter + 1;
        let operation = self.sign_from(person, &heads, counter, body);
        self.people[person].heads = vec![operation.id()];
        self.people[person].counter = counter;
        self.said.push(operation);
        self.said.last().unwrap().id()
    }

    /// Says two things from the same heads; the next operation joins them.
    pub(crate) fn fork(
        &mut self,
        person: usize,
        first: impl Into<Body>,
        second: impl Into<Body>,
    ) -> (OperationId, OperationId) {
        let heads = self.people[person].heads.clone();
        let counter = self.people[person].counter + 1;
        let first = self.sign_from(person, &heads, counter, first);
        let second = self.sign_from(person, &heads, counter, second);
        let ids = (first.id(), second.id());
        self.people[person].heads = vec![ids.0, ids.1];
        self.people[person].heads.sort();
        self.people[person].counter = counter;
        self.said.extend([first, second]);
        ids
    }

    pub(crate) fn dialogue(&mut self, by: usize, title: &str) -> OperationId {
        self.say(
            by,
            Dialogue {
                title: text(title),
                about: text(""),
                perspectives: vec![],
                questions: vec![],
                state: State::Open,
                scheduled: None,
                brought_in: None,
            },
        )
    }

    pub(crate) fn turn(&mut self, by: usize, dialogue: OperationId, words: &str) -> OperationId {
        self.say(by, turn(dialogue, words))
    }

    pub(crate) fn claim(
        &mut self,
        by: usize,
        under: Option<OperationId>,
        words: &str,
    ) -> OperationId {
        self.say(
            by,
            Claim {
                text: text(words),
                under,
                passages: vec![],
                held_by: vec![],
                brought_in: None,
            },
        )
    }

    pub(crate) fn vote(&mut self, by: usize, claim: OperationId, choice: Choice) -> OperationId {
        self.say(by, vote(claim, choice, vec![]))
    }

    pub(crate) fn operation(&self, id: OperationId) -> Operation {
        self.said.iter().find(|it| it.id() == id).unwrap().clone()
    }

    pub(crate) fn index(&self, id: OperationId) -> usize {
        self.said.iter().position(|it| it.id() == id).unwrap()
    }

    /// A store that holds everything said so far.
    pub(crate) fn store(&self, home: &Home) -> Store {
        let store = home.create(&self.founding);
        store.append(&self.said, self.time).unwrap();
        store
    }
}

pub(crate) fn turn(dialogue: OperationId, words: &str) -> Turn {
    Turn {
        dialogue,
        text: text(words),
        long: None,
        perspective: None,
        voice: Voice::Oneself,
        reply_to: None,
        quotes: vec![],
        licence: String::new(),
        brought_in: None,
    }
}

pub(crate) fn vote(claim: OperationId, choice: Choice, replaces: Vec<OperationId>) -> Vote {
    Vote {
        claim,
        choice,
        matters: Matters::Unsaid,
        reason: None,
        replaces,
    }
}

/// A folder of its own for the stores of one test.
pub(crate) struct Home(tempfile::TempDir, std::cell::Cell<u32>);

impl Home {
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().unwrap(), std::cell::Cell::new(0))
    }

    pub(crate) fn path(&self) -> PathBuf {
        self.1.set(self.1.get() + 1);
        self.0.path().join(format!("{}.sqlite", self.1.get()))
    }

    pub(crate) fn create(&self, founding: &Operation) -> Store {
        Store::create(&self.path(), founding).unwrap()
    }
}

/// How a column of numbers reads without the numbers of its file.
#[derive(Clone, Copy)]
enum Column {
    Operation,
    Key,
    Plain,
}

use Column::{Key as K, Operation as O, Plain as V};

const TABLES: &[(&str, &[(&str, Column)])] = &[
    ("verdict", &[("n", O), ("code", V), ("waits", O)]),
    (
        "person",
        &[
            ("person", K),
            ("standing", V),
            ("is_reconciled", V),
            ("admission", O),
            ("admitted_by", K),
            ("scope", V),
            ("root_kind", V),
            ("tie", V),
        ],
    ),
    ("person_key", &[("key", K), ("person", K)]),
    (
        "device",
        &[
            ("key", K),
            ("person", K),
            ("added", O),
            ("kind", V),
            ("is_ended", V),
        ],
    ),
    ("chain", &[("place", V), ("n", O)]),
    ("reference", &[("target", O), ("kind", V), ("source", O)]),
    (
        "thing",
        &[
            ("n", O),
            ("kind", V),
            ("time", V),
            ("tie", V),
            ("person", K),
            ("twin", V),
        ],
    ),
    (
        "turn",
        &[
            ("n", O),
            ("dialogue", O),
            ("place", O),
            ("time", V),
            ("person", K),
            ("perspective", O),
            ("voice", V),
            ("twin", V),
            ("gap", V),
        ],
    ),
    (
        "claim",
        &[
            ("n", O),
            ("under", O),
            ("time", V),
            ("person", K),
            ("twin", V),
            ("gap", V),
        ],
    ),
    (
        "move",
        &[
            ("n", O),
            ("kind", V),
            ("target", O),
            ("found_in", O),
            ("dialogue", O),
            ("perspective", O),
            ("voice", V),
            ("person", K),
            ("is_open", V),
        ],
    ),
    (
        "vote",
        &[
            ("n", O),
            ("claim", O),
            ("person", K),
            ("counter", V),
            ("choice", V),
            ("class", V),
            ("is_withdrawn", V),
            ("standing", V),
        ],
    ),
    (
        "tally",
        &[
            ("claim", O),
            ("agree", V),
            ("disagree", V),
            ("pass", V),
            ("newcomers_agree", V),
            ("newcomers_disagree", V),
            ("newcomers_pass", V),
            ("votes", V),
        ],
    ),
    (
        "write",
        &[
            ("n", O),
            ("register", V),
            ("target", O),
            ("person", K),
            ("rank", V),
            ("counter", V),
            ("standing", V),
        ],
    ),
    ("replaces", &[("n", O), ("replaced", O)]),
    (
        "brought",
        &[
            ("n", O),
            ("page", V),
            ("piece", V),
            ("person", K),
            ("same_as", O),
        ],
    ),
];

/// The read models of a store as lines of text, the same for the same rows in any file.
pub(crate) fn dump(path: &Path) -> BTreeSet<String> {
    let connection = rusqlite::Connection::open(path).unwrap();
    let mut lines = BTreeSet::new();
    for (table, columns) in TABLES {
        let columns: Vec<String> = columns
            .iter()
            .map(|(name, column)| match column {
                O => format!("(SELECT hex(id) FROM operation WHERE operation.n = it.{name})"),
                K => format!("(SELECT hex(key) FROM key WHERE key.n = it.{name})"),
                V => format!("CAST(it.{name} AS TEXT)"),
            })
            .map(|it| format!("coalesce(substr({it}, 1, 20), '-')"))
            .collect();
        let sql = format!("SELECT {} FROM {table} AS it", columns.join(" || ' ' || "));
        let mut statement = connection.prepare(&sql).unwrap();
        let rows = statement
            .query_map([], |row| row.get::<_, String>(0))
            .unwrap();
        lines.extend(rows.map(|row| format!("{table}: {}", row.unwrap())));
    }
    lines
}

/// Asserts that two stores show the same.
pub(crate) fn assert_same(first: &Store, second: &Store, said: &str) {
    let (first, second) = (dump(first.path()), dump(second.path()));
    let only_first: Vec<_> = first.difference(&second).take(8).collect();
    let only_second: Vec<_> = second.difference(&first).take(8).collect();
    assert!(
        only_first.is_empty() && only_second.is_empty(),
        "{said}\nonly in the first: {only_first:#?}\nonly in the second: {only_second:#?}"
    );
}
