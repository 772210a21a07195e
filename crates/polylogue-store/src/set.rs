//! The set peers reconcile: operations whose person has an accepted admission, ended or not,
//! within the charter's quota, in order of (claimed time, id).

use std::collections::{BTreeMap, BTreeSet};

use polylogue_core::id::{Key, OperationId};
use polylogue_core::operation::Operation;
use rusqlite::Row;

use crate::database::{Database, Go, as_i64, as_u64, id_at};
use crate::fault::StoreFault;
use crate::log::Loaded;
use crate::reader::Reader;
use crate::store::Store;

/// Operations of one key with one counter that are reconciled, lowest ids first.
pub(crate) const SAME_COUNTER_MAX: i64 = 4;

/// The name of the number that grows with every change of the law or of who counts.
pub(crate) const AUTHORITY_VERSION: &str = "authority_version";

/// What of the log is in the set.
struct Reconciled {
    keys: BTreeSet<i64>,
    /// Operations beyond a quota.
    excess: BTreeSet<OperationId>,
}

impl Reconciled {
    fn load(reader: &Reader) -> Result<Self, StoreFault> {
        let database = reader.database();
        const KEYS: &str = "SELECT person_key.key FROM person_key
            JOIN person ON person.person = person_key.person WHERE person.is_reconciled";
        let keys: BTreeSet<i64> = database.numbers(KEYS, [])?.into_iter().collect();
        let quota = as_i64(reader.law()?.quota);
        let mut excess = BTreeSet::new();
        const BEYOND: &str = "SELECT id FROM operation WHERE key = ?1 AND counter > ?2";
        for key in &keys {
            excess.extend(database.all(BEYOND, (key, quota), |row| id_at(row, 0))?);
        }
        const CROWDED: &str = "SELECT key, counter FROM operation WHERE key IS NOT NULL
            GROUP BY key, counter HAVING count(*) > ?1";
        let read = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?));
        let crowded: Vec<(i64, i64)> = database.all(CROWDED, [SAME_COUNTER_MAX], read)?;
        const LATER: &str = "SELECT id FROM operation WHERE key = ?1 AND counter = ?2
            ORDER BY id LIMIT -1 OFFSET ?3";
        for (key, counter) in crowded {
            let asked = (key, counter, SAME_COUNTER_MAX);
            excess.extend(database.all(LATER, asked, |row| id_at(row, 0))?);
        }
        Ok(Self { keys, excess })
    }

    fn holds(&self, key: i64, id: &OperationId) -> bool {
        self.keys.contains(&key) && !self.excess.contains(id)
    }
}

/// How some operations of the log stand to the set: claimed time in seconds and id of each.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Places {
    /// Those in the set.
    pub inside: Vec<(u64, OperationId)>,
    /// Those that are not.
    pub outside: Vec<(u64, OperationId)>,
}

impl Places {
    /// Takes what one key signed, in order of counter and id, into the set or not.
    fn take(&mut self, signed: impl IntoIterator<Item = (i64, u64, OperationId)>, quota: i64) {
        let (mut at, mut n_same) = (i64::MIN, 0);
        for (counter, time, id) in signed {
            n_same = if counter == at { n_same + 1 } else { 1 };
            at = counter;
            if counter <= quota && n_same <= SAME_COUNTER_MAX {
                self.inside.push((time, id));
            } else {
                self.outside.push((time, id));
            }
        }
    }
}

/// The claimed time and id of operations, by counter.
type ByCounter = BTreeMap<i64, Vec<(u64, OperationId)>>;

/// Counters without a gap, first and last.
fn runs(counters: &ByCounter) -> Vec<(i64, i64)> {
    let mut runs: Vec<(i64, i64)> = Vec::new();
    for counter in counters.keys() {
        match runs.last_mut() {
            Some((_, last)) if last.checked_add(1) == Some(*counter) => *last = *counter,
            _ => runs.push((*counter, *counter)),
        }
    }
    runs
}

impl Reader {
    /// A number that grows whenever the law or who counts may have changed.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn authority_version(&self) -> Result<u64, StoreFault> {
        self.database().state(AUTHORITY_VERSION).map(as_u64)
    }

    /// How many operations of one key peers reconcile, by the law in force.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn quota(&self) -> Result<u64, StoreFault> {
        Ok(self.law()?.quota)
    }

    /// How the set stands where these operations, each given once and in the log, came: beside
    /// them also those of the same key and counter, where these are too many.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn places_beside(&self, operations: &[&Operation]) -> Result<Places, StoreFault> {
        let quota = as_i64(self.quota()?);
        let mut came: BTreeMap<Key, ByCounter> = BTreeMap::new();
        for operation in operations {
            let header = operation.header();
            let counters = came.entry(header.key).or_default();
            let here = counters.entry(as_i64(header.counter)).or_default();
            here.push((header.time, operation.id()));
        }
        let mut places = Places::default();
        for (key, counters) in came {
            let Some(number) = self.reconciled_number(key)? else {
                places.outside.extend(counters.into_values().flatten());
                continue;
            };
            let mut crowded = BTreeSet::new();
            const CROWDED: &str = "SELECT counter FROM operation
                WHERE key = ?1 AND counter BETWEEN ?2 AND ?3
                GROUP BY counter HAVING count(*) > ?4";
            for (first, last) in runs(&counters) {
                let asked = (number, first, last, SAME_COUNTER_MAX);
                crowded.extend(self.database().numbers(CROWDED, asked)?);
            }
            const SAME: &str = "SELECT counter, time, id FROM operation
                WHERE key = ?1 AND counter = ?2 ORDER BY id";
            for (counter, here) in counters {
                if crowded.contains(&counter) {
                    let same = self.database().all(SAME, (number, counter), signed_at)?;
                    places.take(same, quota);
                } else {
                    places.take(
                        here.into_iter().map(|(time, id)| (counter, time, id)),
                        quota,
                    );
                }
            }
        }
        Ok(places)
    }

    /// How the set stands to everything one key signed.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn places_of(&self, key: Key) -> Result<Places, StoreFault> {
        const SIGNED: &str = "SELECT operation.counter, operation.time, operation.id FROM key
            JOIN operation ON operation.key = key.n WHERE key.key = ?1
            ORDER BY operation.counter, operation.id";
        let quota = match self.reconciled_number(key)? {
            Some(_) => as_i64(self.quota()?),
            None => i64::MIN,
        };
        let mut places = Places::default();
        places.take(self.database().all(SIGNED, [key.0], signed_at)?, quota);
        Ok(places)
    }

    /// The number of a key whose operations are reconciled.
    fn reconciled_number(&self, key: Key) -> Result<Option<i64>, StoreFault> {
        const NUMBER: &str = "SELECT key.n FROM key JOIN person_key ON person_key.key = key.n
            JOIN person ON person.person = person_key.person
            WHERE key.key = ?1 AND person.is_reconciled";
        self.database().value(NUMBER, [key.0])
    }
}

fn signed_at(row: &Row<'_>) -> Result<(i64, u64, OperationId), rusqlite::Error> {
    Ok((row.get(0)?, as_u64(row.get(1)?), id_at(row, 2)?))
}

impl Store {
    /// The keys of the set, in order: claimed time in seconds, then id.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn reconciled_keys(&self) -> Result<Vec<(u64, OperationId)>, StoreFault> {
        let reader = self.reader()?;
        let reconciled = Reconciled::load(&reader)?;
        const IN_ORDER: &str = "SELECT time, id, key FROM operation WHERE time IS NOT NULL
            ORDER BY time, id";
        let mut keys = Vec::new();
        reader.database().each(IN_ORDER, [], |row| {
            let id = id_at(row, 1)?;
            if reconciled.holds(row.get(2)?, &id) {
                keys.push((as_u64(row.get(0)?), id));
            }
            Ok(Go::On)
        })?;
        Ok(keys)
    }

    /// Operations of the set behind a key, in order, until the next would make them longer than
    /// `bytes_max` bytes together; at least one, if there is one.
    ///
    /// # Errors
    /// A failure of the disk, or [`StoreFault::DamagedRow`].
    pub fn load_after(
        &self,
        key: Option<(u64, OperationId)>,
        bytes_max: usize,
    ) -> Result<Vec<Operation>, StoreFault> {
        let reader = self.reader()?;
        let reconciled = Reconciled::load(&reader)?;
        load_after(reader.database(), &reconciled, key, bytes_max)
    }

    /// Operations that count, or would, but whose text is not here and not erased; at most
    /// `limit` of them.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn wanted_bodies(&self, limit: u64) -> Result<Vec<OperationId>, StoreFault> {
        const WANTED: &str = "SELECT operation.id FROM verdict
            JOIN operation ON operation.n = verdict.n WHERE verdict.code = 2
            ORDER BY verdict.n LIMIT ?1";
        self.reader()?
            .database()
            .all(WANTED, [as_i64(limit)], |row| id_at(row, 0))
    }

    /// As [`Store::wanted_bodies`], those that came after the one named.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn wanted_bodies_after(
        &self,
        after: OperationId,
        limit: u64,
    ) -> Result<Vec<OperationId>, StoreFault> {
        const WANTED: &str = "SELECT operation.id FROM verdict
            JOIN operation ON operation.n = verdict.n WHERE verdict.code = 2
            AND verdict.n > (SELECT n FROM operation WHERE id = ?1)
            ORDER BY verdict.n LIMIT ?2";
        let asked = (after.0, as_i64(limit));
        self.reader()?
            .database()
            .all(WANTED, asked, |row| id_at(row, 0))
    }
}

fn load_after(
    database: &Database,
    reconciled: &Reconciled,
    key: Option<(u64, OperationId)>,
    bytes_max: usize,
) -> Result<Vec<Operation>, StoreFault> {
    const AFTER: &str = "SELECT header, signature, body, n, key, id FROM operation
        WHERE time IS NOT NULL AND (time, id) > (?1, ?2) ORDER BY time, id";
    let (time, id) = key.map_or((-1, [0; 32]), |(time, id)| (as_i64(time), id.0));
    let mut loaded = Loaded::new(bytes_max);
    database.each(AFTER, (time, id), |row| {
        if !reconciled.holds(row.get(4)?, &id_at(row, 5)?) {
            return Ok(Go::On);
        }
        loaded.take_row(row)
    })?;
    Ok(loaded.operations)
}
