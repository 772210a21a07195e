//! The set peers reconcile: operations whose person has an accepted admission, ended or not,
//! within the charter's quota, in order of (claimed time, id).

use std::collections::BTreeSet;

use polylogue_core::id::OperationId;
use polylogue_core::operation::Operation;
use rusqlite::Row;

use crate::database::{Database, Go, as_i64, as_u64, id_at};
use crate::fault::StoreFault;
use crate::log::Loaded;
use crate::reader::Reader;
use crate::store::Store;

/// Operations of one key with one counter that are reconciled, lowest ids first.
pub(crate) const SAME_COUNTER_MAX: i64 = 4;

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
