//! The numbers that ids and keys go by inside one file, kept at hand in bounded memory.

use std::collections::HashMap;
use std::hash::{BuildHasher, Hasher, RandomState};

use polylogue_core::id::{Key, OperationId};

use crate::database::{Database, id_at, key_at};
use crate::fault::StoreFault;

/// Entries noted until those noted before them are forgotten: twice as many are kept at most,
/// about 6 MB.
const KNOWN_MAX: usize = 1 << 15;

/// What the log knows of an operation without reading its header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Known {
    pub(crate) n: i64,
    /// `None` while it is only named.
    pub(crate) here: Option<Here>,
}

/// What the log knows of an operation that is here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Here {
    pub(crate) key: i64,
    pub(crate) counter: i64,
    pub(crate) kind: u16,
}

/// Hashes what is a hash already, keyed so that nobody can choose ids that fall together.
#[derive(Debug, Clone)]
struct ByBeginning(u64);

impl Default for ByBeginning {
    fn default() -> Self {
        Self(RandomState::new().hash_one(0_u8))
    }
}

impl BuildHasher for ByBeginning {
    type Hasher = Beginning;

    fn build_hasher(&self) -> Beginning {
        Beginning(self.0)
    }
}

struct Beginning(u64);

impl Hasher for Beginning {
    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks_exact(8).take(2) {
            let part = chunk.try_into().map_or(0, u64::from_le_bytes);
            self.0 = (self.0 ^ part)
                .wrapping_mul(0x9e37_79b9_7f4a_7c15)
                .rotate_left(29);
        }
    }

    fn write_usize(&mut self, _length: usize) {}

    fn finish(&self) -> u64 {
        self.0
    }
}

/// Numbers of operations and keys, and who stands behind each key.
#[derive(Debug, Default)]
pub(crate) struct Names {
    known: HashMap<OperationId, Known, ByBeginning>,
    /// What was noted before `known` was begun.
    known_before: HashMap<OperationId, Known, ByBeginning>,
    numbers: HashMap<Key, i64>,
    keys: HashMap<i64, Key>,
    /// The person behind a key, both by number; a key that is not here is its own person.
    persons: HashMap<i64, i64>,
    /// The highest counter of each key that was asked for.
    highest: HashMap<i64, i64>,
}

impl Names {
    /// Reads all keys; operations are read as they are asked for.
    pub(crate) fn load(database: &Database) -> Result<Self, StoreFault> {
        let mut names = Self::default();
        const KEYS: &str = "SELECT n, key FROM key";
        for (n, key) in database.all(KEYS, [], |row| Ok((row.get(0)?, key_at(row, 1)?)))? {
            names.numbers.insert(key, n);
            names.keys.insert(n, key);
        }
        const PERSONS: &str = "SELECT key, person FROM person_key";
        let persons = database.all(PERSONS, [], |row| Ok((row.get(0)?, row.get(1)?)))?;
        names.persons = persons.into_iter().collect();
        Ok(names)
    }

    /// The number of a key, given now if it has none.
    pub(crate) fn key(&mut self, database: &Database, key: Key) -> Result<i64, StoreFault> {
        if let Some(n) = self.numbers.get(&key) {
            return Ok(*n);
        }
        database.write("INSERT INTO key (key) VALUES (?1)", [key.0])?;
        let n = database.last_row();
        self.numbers.insert(key, n);
        self.keys.insert(n, key);
        Ok(n)
    }

    /// The number of a key, if it has one.
    pub(crate) fn number_of(&self, key: &Key) -> Option<i64> {
        self.numbers.get(key).copied()
    }

    /// The key of a number.
    pub(crate) fn key_of(&self, n: i64) -> Option<Key> {
        self.keys.get(&n).copied()
    }

    /// Every key with its number.
    pub(crate) fn keys(&self) -> Vec<(i64, Key)> {
        self.keys.iter().map(|(n, key)| (*n, *key)).collect()
    }

    /// The person behind a key.
    pub(crate) fn person(&self, key: i64) -> i64 {
        self.persons.get(&key).copied().unwrap_or(key)
    }

    /// Whether the read models know who is behind the key.
    pub(crate) fn has_person(&self, key: i64) -> bool {
        self.persons.contains_key(&key)
    }

    /// Notes who is behind a key.
    pub(crate) fn set_person(&mut self, key: i64, person: i64) {
        self.persons.insert(key, person);
    }

    /// Forgets who is behind a key of whom nothing is left.
    pub(crate) fn forget_person(&mut self, key: i64) {
        self.persons.remove(&key);
    }

    /// Notes that a key signed something with this counter; says whether it is above all that
    /// came before, so that nothing of that key can stand beside it.
    pub(crate) fn passes(
        &mut self,
        database: &Database,
        key: i64,
        counter: i64,
    ) -> Result<bool, StoreFault> {
        const HIGHEST: &str = "SELECT max(counter) FROM operation WHERE key = ?1";
        let before = match self.highest.get(&key) {
            Some(known) => *known,
            None => database
                .value::<Option<i64>>(HIGHEST, [key])?
                .flatten()
                .unwrap_or(0),
        };
        self.highest.insert(key, counter.max(before));
        Ok(counter > before)
    }

    /// Notes an operation that is here or named.
    pub(crate) fn note(&mut self, id: OperationId, known: Known) {
        if self.known.len() >= KNOWN_MAX {
            self.known_before = std::mem::take(&mut self.known);
        }
        self.known.insert(id, known);
    }

    /// Forgets an operation that has left the log.
    pub(crate) fn forget(&mut self, id: &OperationId) {
        self.known.remove(id);
        self.known_before.remove(id);
    }

    /// What is known of an id, if anything ever named it.
    pub(crate) fn find(
        &mut self,
        database: &Database,
        id: OperationId,
    ) -> Result<Option<Known>, StoreFault> {
        if let Some(known) = self.known.get(&id) {
            return Ok(Some(*known));
        }
        if let Some(known) = self.known_before.get(&id).copied() {
            self.note(id, known);
            return Ok(Some(known));
        }
        const FIND: &str = "SELECT n, key, counter, kind FROM operation WHERE id = ?1";
        let found = database.one(FIND, [id.0], |row| {
            let key: Option<i64> = row.get(1)?;
            let here = match key {
                Some(key) => Some(Here {
                    key,
                    counter: row.get(2)?,
                    kind: row.get(3)?,
                }),
                None => None,
            };
            Ok(Known {
                n: row.get(0)?,
                here,
            })
        })?;
        if let Some(known) = found {
            self.note(id, known);
        }
        Ok(found)
    }

    /// The number of an id, given now if it has none.
    pub(crate) fn number(
        &mut self,
        database: &Database,
        id: OperationId,
    ) -> Result<i64, StoreFault> {
        if let Some(known) = self.find(database, id)? {
            return Ok(known.n);
        }
        database.write("INSERT INTO operation (id) VALUES (?1)", [id.0])?;
        let n = database.last_row();
        self.note(id, Known { n, here: None });
        Ok(n)
    }
}

/// The id of a number.
pub(crate) fn id_of(database: &Database, n: i64) -> Result<Option<OperationId>, StoreFault> {
    database.one("SELECT id FROM operation WHERE n = ?1", [n], |row| {
        id_at(row, 0)
    })
}
