//! The set peers reconcile: operations of the log whose person has an accepted admission, ended or
//! not, in order of (claimed time, id). How much one key may sign is seen to as it comes in, so
//! that whatever is in the log bears on the pages, and nothing else does.

use std::collections::{BTreeMap, BTreeSet};

use polylogue_core::id::{Key, OperationId};
use polylogue_core::operation::Operation;
use rusqlite::Row;

use crate::database::{Go, as_i64, as_u64, id_at};
use crate::fault::StoreFault;
use crate::reader::Reader;
use crate::store::Store;

/// The name of the number that grows with every change of the law or of who counts.
pub(crate) const AUTHORITY_VERSION: &str = "authority_version";

/// Numbers of the keys whose operations are in the set.
fn reconciled_numbers(reader: &Reader) -> Result<BTreeSet<i64>, StoreFault> {
    const KEYS: &str = "SELECT person_key.key FROM person_key
        JOIN person ON person.person = person_key.person WHERE person.is_reconciled";
    let keys = reader.database().numbers(KEYS, [])?;
    Ok(keys.into_iter().collect())
}

/// How some operations of the log stand to the set: claimed time in seconds and id of each.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Places {
    /// Those in the set.
    pub inside: Vec<(u64, OperationId)>,
    /// Those that are not.
    pub outside: Vec<(u64, OperationId)>,
}

impl Reader {
    /// A number that grows whenever the law or who counts may have changed.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn authority_version(&self) -> Result<u64, StoreFault> {
        self.database().state(AUTHORITY_VERSION).map(as_u64)
    }

    /// How the set stands to these operations of the log.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn places_beside(&self, operations: &[&Operation]) -> Result<Places, StoreFault> {
        let mut reconciled: BTreeMap<Key, bool> = BTreeMap::new();
        let mut places = Places::default();
        for operation in operations {
            let header = operation.header();
            let is_reconciled = match reconciled.get(&header.key) {
                Some(known) => *known,
                None => {
                    let known = self.is_reconciled(header.key)?;
                    reconciled.insert(header.key, known);
                    known
                }
            };
            let place = (header.time, operation.id());
            if is_reconciled {
                places.inside.push(place);
            } else {
                places.outside.push(place);
            }
        }
        Ok(places)
    }

    /// How the set stands to everything one key signed.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn places_of(&self, key: Key) -> Result<Places, StoreFault> {
        const SIGNED: &str = "SELECT operation.time, operation.id FROM key
            JOIN operation ON operation.key = key.n WHERE key.key = ?1
            ORDER BY operation.counter, operation.id";
        let read = |row: &Row<'_>| Ok((as_u64(row.get(0)?), id_at(row, 1)?));
        let signed = self.database().all(SIGNED, [key.0], read)?;
        let mut places = Places::default();
        if self.is_reconciled(key)? {
            places.inside = signed;
        } else {
            places.outside = signed;
        }
        Ok(places)
    }

    /// Whether a key's operations are reconciled.
    fn is_reconciled(&self, key: Key) -> Result<bool, StoreFault> {
        const NUMBER: &str = "SELECT key.n FROM key JOIN person_key ON person_key.key = key.n
            JOIN person ON person.person = person_key.person
            WHERE key.key = ?1 AND person.is_reconciled";
        Ok(self.database().value::<i64>(NUMBER, [key.0])?.is_some())
    }
}

impl Store {
    /// The keys of the set, in order: claimed time in seconds, then id.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn reconciled_keys(&self) -> Result<Vec<(u64, OperationId)>, StoreFault> {
        let reader = self.reader()?;
        let reconciled = reconciled_numbers(&reader)?;
        const IN_ORDER: &str = "SELECT time, id, key FROM operation WHERE time IS NOT NULL
            ORDER BY time, id";
        let mut keys = Vec::new();
        reader.database().each(IN_ORDER, [], |row| {
            if reconciled.contains(&row.get(2)?) {
                keys.push((as_u64(row.get(0)?), id_at(row, 1)?));
            }
            Ok(Go::On)
        })?;
        Ok(keys)
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
