//! What one key may sign with one counter. Who signs on from two copies of a home does so twice,
//! by mistake; who means to make peers differ would do it without end. Of content the four lowest
//! ids stay, on every peer the same ones whatever came first, and the others are let go as if they
//! had never come. Acts of the layers above all stay: others stand on them, and whoever signed
//! them must not be able to push them out by signing more.

use std::collections::BTreeSet;

use polylogue_core::id::OperationId;

use crate::database::{Database, as_i64, as_u64, id_at};
use crate::fault::StoreFault;
use crate::fold::{Fold, Record};
use crate::log::Appended;
use crate::names::Names;

/// Content of one key with one counter that is kept, lowest ids first.
const SAME_COUNTER_MAX: u64 = 4;

/// Keys and counters, both as numbers in this file.
pub(crate) type Shared = BTreeSet<(i64, i64)>;

/// One operation that is beyond the bound.
struct Beyond {
    n: i64,
    time: u64,
    id: OperationId,
}

/// Every key and counter that has too many, of a log nobody watched while it grew.
pub(crate) fn find_shared(database: &Database) -> Result<Shared, StoreFault> {
    const SHARED: &str = "SELECT key, counter FROM operation WHERE key IS NOT NULL
        GROUP BY key, counter HAVING count(*) > ?1";
    let read = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?));
    let shared = database.all(SHARED, [as_i64(SAME_COUNTER_MAX)], read)?;
    Ok(shared.into_iter().collect())
}

/// Lets go what is too much at these keys and counters. What came just now is no longer among
/// `arrived` and `appended.new`; what was here before is among `appended.displaced`.
pub(crate) fn make_room(
    (database, names, fold): (&Database, &mut Names, &mut Fold),
    shared: &Shared,
    arrived: &mut Vec<Record<'_>>,
    appended: &mut Appended,
) -> Result<(), StoreFault> {
    let mut beyond = Vec::new();
    for (key, counter) in shared {
        beyond.extend(find_beyond(database, *key, *counter)?);
    }
    if beyond.is_empty() {
        return Ok(());
    }
    let numbers: Vec<i64> = beyond.iter().map(|it| it.n).collect();
    fold.drop_operations(database, names, &numbers)?;
    let numbers: BTreeSet<i64> = numbers.into_iter().collect();
    arrived.retain(|it| !numbers.contains(&it.n));
    let ids: BTreeSet<OperationId> = beyond.iter().map(|it| it.id).collect();
    let n_new = appended.new.len();
    let mut came = BTreeSet::new();
    appended
        .new
        .retain(|id| !ids.contains(id) || !came.insert(*id));
    appended.filled.retain(|id| !ids.contains(id));
    appended.beyond += (n_new - appended.new.len()) as u64;
    let before = beyond.into_iter().filter(|it| !came.contains(&it.id));
    appended.displaced.extend(before.map(|it| (it.time, it.id)));
    Ok(())
}

fn find_beyond(database: &Database, key: i64, counter: i64) -> Result<Vec<Beyond>, StoreFault> {
    const BEYOND: &str = "SELECT n, time, id FROM operation
        WHERE key = ?1 AND counter = ?2 AND kind >= 500 ORDER BY id LIMIT -1 OFFSET ?3";
    let asked = (key, counter, as_i64(SAME_COUNTER_MAX));
    database.all(BEYOND, asked, |row| {
        Ok(Beyond {
            n: row.get(0)?,
            time: as_u64(row.get(1)?),
            id: id_at(row, 2)?,
        })
    })
}
