//! The log: what was received, byte for byte, and nothing else. Appending is one transaction for
//! each batch; the read models follow by their own cursor.

use std::collections::BTreeMap;

use polylogue_core::id::{Key, OperationId};
use polylogue_core::kind::Layer;
use polylogue_core::limits::HEADER_BYTES_MAX;
use polylogue_core::operation::{Operation, joined};
use rusqlite::Row;

use crate::crowd::Shared;
use crate::database::{Database, Go, Statement, as_i64};
use crate::fault::StoreFault;
use crate::fold::Record;
use crate::names::{Here, Known, Names};

/// Operations appended or folded in one transaction.
pub(crate) const BATCH_OPERATIONS_MAX: usize = 8_000;

/// What became of the operations handed to [`crate::Store::append`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Appended {
    /// Operations that were not here before, in the order given.
    pub new: Vec<OperationId>,
    /// Operations whose text was not here and now is.
    pub filled: Vec<OperationId>,
    /// How many were here already.
    pub known: u64,
    /// How many belong to another commons; they are not stored.
    pub refused: u64,
    /// How many are beyond what one key may sign, in all or with one counter; they are not kept.
    pub beyond: u64,
    /// What was here before and made room for others with the same key and counter: claimed time
    /// in seconds, and id.
    pub displaced: Vec<(u64, OperationId)>,
}

pub(crate) const INSERT: &str = "INSERT INTO operation
    (id, key, counter, time, kind, arrived, header, signature, body)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) ON CONFLICT DO NOTHING";

/// Appends one batch; the caller holds the transaction.
pub(crate) struct Appending<'a, 'batch> {
    pub(crate) database: &'a Database,
    /// [`INSERT`].
    pub(crate) insert: Statement<'a>,
    pub(crate) names: &'a mut Names,
    pub(crate) commons: OperationId,
    /// The highest counter, as the founding says.
    pub(crate) quota: u64,
    /// Now, in seconds.
    pub(crate) now: u64,
    /// The cursor of the read models.
    pub(crate) cursor: i64,
    /// Heads that come (with their counter) and go (without), by key and number.
    pub(crate) heads: BTreeMap<(i64, i64), Option<i64>>,
    /// What came beyond the cursor, as long as that is all there is to know of it.
    pub(crate) arrived: Option<Vec<Record<'batch>>>,
    /// Keys and counters of content beside which there may be more of the same.
    pub(crate) shared: Shared,
}

impl<'batch> Appending<'_, 'batch> {
    pub(crate) fn take(
        &mut self,
        operation: &'batch Operation,
        appended: &mut Appended,
    ) -> Result<(), StoreFault> {
        if operation.commons() != self.commons {
            appended.refused += 1;
            return Ok(());
        }
        let header = operation.header();
        if header.counter > self.quota {
            appended.beyond += 1;
            return Ok(());
        }
        let key = self.names.key(self.database, header.key)?;
        let counter = as_i64(header.counter);
        let is_alone = self.names.passes(self.database, key, counter)?
            || Layer::of(header.kind) != Layer::Content;
        let inserted = self.insert.write((
            operation.id().0,
            key,
            counter,
            as_i64(header.time),
            header.kind,
            as_i64(self.now),
            operation.header_bytes(),
            operation.signature().as_slice(),
            operation.body_bytes(),
        ))?;
        let here = Here {
            key,
            counter,
            kind: header.kind,
        };
        let n_new = appended.new.len();
        if inserted == 0 {
            self.meet(operation, here, appended)?;
        } else {
            self.enter(operation, here)?;
            appended.new.push(operation.id());
        }
        if !is_alone && appended.new.len() > n_new {
            self.shared.insert((key, counter));
        }
        Ok(())
    }

    /// An id that nothing named before.
    fn enter(&mut self, operation: &'batch Operation, here: Here) -> Result<(), StoreFault> {
        let known = Known {
            n: self.database.last_row(),
            here: Some(here),
        };
        self.names.note(operation.id(), known);
        self.pass_heads(operation, here)?;
        self.heads.insert((here.key, known.n), Some(here.counter));
        self.note_arrived(known.n, here.key, operation);
        Ok(())
    }

    /// An id that is here, or named, already.
    fn meet(
        &mut self,
        operation: &'batch Operation,
        here: Here,
        appended: &mut Appended,
    ) -> Result<(), StoreFault> {
        const MEET: &str = "SELECT n, header IS NOT NULL, body IS NOT NULL, is_followed
            FROM operation WHERE id = ?1";
        let read = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?));
        let met: Option<(i64, bool, bool, bool)> =
            self.database.one(MEET, [operation.id().0], read)?;
        let (n, is_here, has_body, is_followed) = met.expect("its id conflicted");
        if !is_here {
            self.arrive(operation, n, here)?;
            self.pass_heads(operation, here)?;
            if !is_followed {
                self.heads.insert((here.key, n), Some(here.counter));
            }
            appended.new.push(operation.id());
        } else if !has_body && operation.body_bytes().is_some() {
            const FILL: &str = "UPDATE operation SET body = ?2 WHERE n = ?1";
            self.database.write(FILL, (n, operation.body_bytes()))?;
            self.note_late(n, false)?;
            // It may be in this very batch, without its text.
            self.arrived = None;
            appended.filled.push(operation.id());
        } else {
            appended.known += 1;
        }
        Ok(())
    }

    fn arrive(
        &mut self,
        operation: &'batch Operation,
        n: i64,
        here: Here,
    ) -> Result<(), StoreFault> {
        const ARRIVE: &str = "UPDATE operation SET key = ?2, counter = ?3, time = ?4, kind = ?5,
            arrived = ?6, header = ?7, signature = ?8, body = ?9 WHERE n = ?1";
        self.database.write(
            ARRIVE,
            (
                n,
                here.key,
                here.counter,
                as_i64(operation.header().time),
                here.kind,
                as_i64(self.now),
                operation.header_bytes(),
                operation.signature().as_slice(),
                operation.body_bytes(),
            ),
        )?;
        self.names.note(
            operation.id(),
            Known {
                n,
                here: Some(here),
            },
        );
        if n > self.cursor {
            self.note_arrived(n, here.key, operation);
        }
        self.note_late(n, true)
    }

    fn note_arrived(&mut self, n: i64, key: i64, operation: &'batch Operation) {
        if let Some(arrived) = &mut self.arrived {
            arrived.push(Record::arrived(n, key, operation));
        }
    }

    fn note_late(&self, n: i64, is_new: bool) -> Result<(), StoreFault> {
        if n <= self.cursor {
            const LATE: &str =
                "INSERT INTO late (n, is_new) VALUES (?1, ?2) ON CONFLICT DO NOTHING";
            self.database.write(LATE, (n, is_new))?;
        }
        Ok(())
    }

    /// What the same person's operation names is no head any more.
    fn pass_heads(&mut self, operation: &Operation, here: Here) -> Result<(), StoreFault> {
        for previous in &operation.header().previous {
            let known = self.names.find(self.database, *previous)?;
            match known.and_then(|it| it.here.map(|head| (it.n, head.key))) {
                Some((head, key)) if self.names.person(key) == self.names.person(here.key) => {
                    // One that came in this batch was never written.
                    if self.heads.remove(&(key, head)).flatten().is_none() {
                        self.heads.insert((key, head), None);
                    }
                }
                Some(_) => {}
                None => {
                    let named = self.names.number(self.database, *previous)?;
                    const MARK: &str = "UPDATE operation SET is_followed = 1 WHERE n = ?1";
                    self.database.write(MARK, [named])?;
                }
            }
        }
        Ok(())
    }

    /// Writes the heads that came and went in this batch.
    pub(crate) fn write_heads(&mut self) -> Result<(), StoreFault> {
        for ((key, n), counter) in std::mem::take(&mut self.heads) {
            const COMES: &str = "INSERT INTO head (key, n, counter) VALUES (?1, ?2, ?3)
                ON CONFLICT DO NOTHING";
            const GOES: &str = "DELETE FROM head WHERE key = ?1 AND n = ?2";
            match counter {
                Some(counter) => self.database.write(COMES, (key, n, counter))?,
                None => self.database.write(GOES, (key, n))?,
            };
        }
        Ok(())
    }
}

/// Puts a row of `SELECT header, signature, body, n` together again.
fn assemble(row: &Row<'_>) -> Result<Operation, StoreFault> {
    let damaged = StoreFault::DamagedRow { n: row.get(3)? };
    let signature: Vec<u8> = row.get(1)?;
    let Ok(signature) = signature.try_into() else {
        return Err(damaged);
    };
    Operation::assemble(signature, row.get(0)?, row.get(2)?).map_err(|_| damaged)
}

/// The operations of these ids that are here, in the order asked for, until the next would make
/// them longer than `bytes_max` together; at least one.
pub(crate) fn load(
    database: &Database,
    ids: &[OperationId],
    bytes_max: usize,
) -> Result<Vec<Operation>, StoreFault> {
    const LOAD: &str = "SELECT header, signature, body, n FROM operation
        WHERE id = ?1 AND header IS NOT NULL";
    let mut loaded = Loaded::new(bytes_max);
    for id in ids {
        let mut go = Go::On;
        database.each(LOAD, [id.0], |row| {
            go = loaded.take(assemble(row)?);
            Ok(Go::Stop)
        })?;
        if go == Go::Stop {
            break;
        }
    }
    Ok(loaded.operations)
}

/// As [`load`], the bytes as they travel, until they are `bytes_max` or more together; and how many
/// ids were looked up.
pub(crate) fn load_encoded(
    database: &Database,
    ids: &[OperationId],
    bytes_max: usize,
) -> Result<(Vec<Vec<u8>>, usize), StoreFault> {
    const LOAD: &str = "SELECT header, signature, body FROM operation
        WHERE id = ?1 AND header IS NOT NULL";
    let mut load = database.statement(LOAD)?;
    let (mut encoded, mut bytes, mut n_looked_up) = (Vec::with_capacity(ids.len()), 0, 0);
    for id in ids {
        if bytes >= bytes_max {
            break;
        }
        n_looked_up += 1;
        if let Some(operation) = load.one([id.0], encode)?.flatten() {
            bytes += operation.len();
            encoded.push(operation);
        }
    }
    Ok((encoded, n_looked_up))
}

/// The bytes that travel, from a row of `SELECT header, signature, body`; none if it is damaged.
fn encode(row: &Row<'_>) -> rusqlite::Result<Option<Vec<u8>>> {
    let header = row.get_ref(0)?.as_blob().ok();
    let signature = row.get_ref(1)?.as_blob().ok();
    let body = row.get_ref(2)?.as_blob_or_null().ok();
    Ok(header
        .filter(|it| it.len() <= HEADER_BYTES_MAX)
        .zip(signature.and_then(|it| it.try_into().ok()))
        .zip(body)
        .map(|((header, signature), body)| joined(signature, header, body.unwrap_or_default())))
}

/// Reads every operation, in the order of this file, in batches.
pub(crate) fn each_batch(
    database: &Database,
    mut take: impl FnMut(&[Operation]) -> Result<(), StoreFault>,
) -> Result<(), StoreFault> {
    const AFTER: &str = "SELECT header, signature, body, n FROM operation
        WHERE n > ?1 AND header IS NOT NULL ORDER BY n LIMIT 256";
    let mut after = 0;
    loop {
        let mut batch = Vec::new();
        database.each(AFTER, [after], |row| {
            after = row.get(3)?;
            batch.push(assemble(row)?);
            Ok(Go::On)
        })?;
        if batch.is_empty() {
            return Ok(());
        }
        take(&batch)?;
    }
}

/// Operations collected up to a number of bytes.
pub(crate) struct Loaded {
    pub(crate) operations: Vec<Operation>,
    bytes: usize,
    bytes_max: usize,
}

impl Loaded {
    pub(crate) fn new(bytes_max: usize) -> Self {
        Self {
            operations: Vec::new(),
            bytes: 0,
            bytes_max,
        }
    }

    /// Takes one more, unless it is too much.
    pub(crate) fn take(&mut self, operation: Operation) -> Go {
        let length =
            66 + operation.header_bytes().len() + operation.body_bytes().map_or(0, <[u8]>::len);
        if !self.operations.is_empty() && self.bytes + length > self.bytes_max {
            return Go::Stop;
        }
        self.bytes += length;
        self.operations.push(operation);
        Go::On
    }

    /// Takes a row of `SELECT header, signature, body, n`.
    pub(crate) fn take_row(&mut self, row: &Row<'_>) -> Result<Go, StoreFault> {
        Ok(self.take(assemble(row)?))
    }
}

/// The heads of some keys: highest by (counter, id) first.
pub(crate) fn heads(
    database: &Database,
    names: &Names,
    keys: &[Key],
) -> Result<Vec<(u64, OperationId)>, StoreFault> {
    const HEADS: &str = "SELECT head.counter, operation.id FROM head
        JOIN operation ON operation.n = head.n WHERE head.key = ?1";
    let mut heads = Vec::new();
    for number in keys.iter().filter_map(|key| names.number_of(key)) {
        heads.extend(database.all(HEADS, [number], |row| {
            let counter: i64 = row.get(0)?;
            Ok((crate::database::as_u64(counter), OperationId(row.get(1)?)))
        })?);
    }
    heads.sort_unstable_by(|first, second| second.cmp(first));
    Ok(heads)
}
