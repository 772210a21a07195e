//! The least that taking in a bundle can cost on this machine: the same file, every signature
//! checked on all cores, while one thread writes the very rows that the store ends with, copied
//! from a finished one by SQLite itself. Nothing is judged, looked up or decided.
//!
//! It is measured in the same run as what it limits, since both move with the machine.

use std::path::Path;
use std::sync::mpsc::{Receiver, sync_channel};
use std::time::Instant;

use polylogue_core::operation::{Operation, verify_all};
use rusqlite::Connection;

use crate::child::{self, number, say};
use crate::{Bench, Fault};

/// Operations written in one transaction, as the node writes them.
pub(crate) const BATCH: usize = 8_000;
/// Signatures checked together, as the node checks them.
const CHECKED_AT_ONCE: usize = 4_096;
const BATCHES_WAITING: usize = 2;
const MAGIC_BYTES: usize = "polylogue-bundle 1\n".len();
const ID_BYTES: usize = 32;

/// What was measured of the least.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Floor {
    /// Operations per second.
    pub(crate) rate: f64,
    /// Processor time of each, in microseconds.
    pub(crate) processor_us: f64,
}

/// Measures with a store that holds the bundle already, once a run.
pub(crate) fn measure(bench: &Bench, finished: &Path) -> Result<Floor, Fault> {
    if let Some(floor) = bench.floor.get() {
        return Ok(*floor);
    }
    let target = bench.folder.join("floor.sqlite");
    let bundle = bench.bundle();
    let (bundle, finished) = (
        crate::bundle::text(&bundle)?,
        crate::bundle::text(finished)?,
    );
    let found = child::run(&["floor", bundle, finished, crate::bundle::text(&target)?])?;
    let operations = bench.operations as f64;
    let floor = Floor {
        rate: operations / number(&found, "seconds")?,
        processor_us: 1e6 * number(&found, "processor_seconds")? / operations,
    };
    Ok(*bench.floor.get_or_init(|| floor))
}

/// The role that does the least.
pub(crate) fn take_in(bundle: &Path, finished: &Path, target: &Path) -> Result<(), Fault> {
    let began = Instant::now();
    let bytes = std::fs::read(bundle)?;
    let mut rest = bytes.get(MAGIC_BYTES + ID_BYTES..).unwrap_or_default();
    keep(finished, target, || decoded(&mut rest))?;
    say("seconds", began.elapsed().as_secs_f64());
    say("processor_seconds", child::processor_seconds("self")?);
    Ok(())
}

/// Checks batches until there are none, while their rows are copied from a finished store.
pub(crate) fn keep(
    finished: &Path,
    target: &Path,
    mut next: impl FnMut() -> Vec<Operation>,
) -> Result<(), Fault> {
    let copy = Copy::begin(finished, target)?;
    let (sender, batches) = sync_channel(BATCHES_WAITING);
    std::thread::scope(|scope| {
        let writer = scope.spawn(move || copy.run(&batches).map_err(|fault| fault.to_string()));
        loop {
            let batch = next();
            if batch.is_empty() {
                break;
            }
            check(&batch);
            if sender.send(batch.len()).is_err() {
                break;
            }
        }
        drop(sender);
        writer.join().expect("writing rows does not panic")
    })?;
    Ok(())
}

fn decoded(rest: &mut &[u8]) -> Vec<Operation> {
    let mut batch = Vec::with_capacity(BATCH);
    while batch.len() < BATCH
        && let Some((length, after)) = rest.split_first_chunk::<4>()
    {
        let length = usize::try_from(u32::from_be_bytes(*length)).expect("four bytes");
        if length == 0 {
            break;
        }
        let (operation, after) = after.split_at(length);
        batch.push(Operation::decode(operation).expect("what was generated is well formed"));
        *rest = after;
    }
    batch
}

/// Checks signatures in batches, on all cores.
pub(crate) fn check(batch: &[Operation]) {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let parts: Vec<&[Operation]> = batch.chunks(CHECKED_AT_ONCE).collect();
    std::thread::scope(|scope| {
        for share in parts.chunks(parts.len().div_ceil(cores)) {
            scope.spawn(move || {
                for part in share {
                    assert!(
                        verify_all(part, [7; 32]).into_iter().all(|it| it),
                        "it holds"
                    );
                }
            });
        }
    });
}

/// Tables whose rows stand behind the number of an operation, and the column it is in.
const NUMBERED: [(&str, &str); 9] = [
    ("verdict", "n"),
    ("thing", "n"),
    ("turn", "n"),
    ("claim", "n"),
    ("move", "n"),
    ("vote", "n"),
    ("write", "n"),
    ("brought", "n"),
    ("reference", "source"),
];
/// Tables that are small.
const WHOLE: [&str; 7] = [
    "key",
    "head",
    "state",
    "person",
    "person_key",
    "device",
    "tally",
];

/// Copies the rows of a finished store into an empty one, batch by batch.
struct Copy {
    connection: Connection,
    /// The highest number of an operation.
    last: i64,
}

impl Copy {
    fn begin(finished: &Path, target: &Path) -> Result<Self, Fault> {
        let connection = Connection::open(target)?;
        connection.execute_batch(
            "PRAGMA page_size = 4096; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
             PRAGMA wal_autocheckpoint = 16000; PRAGMA cache_size = -24000;",
        )?;
        connection.execute("ATTACH ?1 AS finished", [crate::bundle::text(finished)?])?;
        let schema: Vec<String> = connection
            .prepare(
                "SELECT sql FROM finished.sqlite_schema
                 WHERE sql IS NOT NULL AND tbl_name NOT LIKE 'search%'",
            )?
            .query_map([], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        connection.execute_batch(&schema.join(";"))?;
        let last = "SELECT max(n) FROM finished.operation";
        let last = connection.query_row(last, [], |row| row.get(0))?;
        Ok(Self { connection, last })
    }

    fn run(self, batches: &Receiver<usize>) -> Result<(), rusqlite::Error> {
        let mut done = 0;
        while let Ok(count) = batches.recv() {
            let until = self.last.min(done + i64::try_from(count).expect("a batch"));
            self.copy(&[("operation", "n")], done, until)?;
            self.copy(&NUMBERED, done, until)?;
            done = until;
        }
        self.copy(&[("operation", "n")], done, self.last)?;
        self.copy(&NUMBERED, done, self.last)?;
        for table in WHOLE {
            let all = format!("INSERT INTO main.{table} SELECT * FROM finished.{table}");
            self.connection.execute_batch(&all)?;
        }
        Ok(())
    }

    fn copy(&self, tables: &[(&str, &str)], done: i64, until: i64) -> Result<(), rusqlite::Error> {
        self.connection.execute_batch("BEGIN IMMEDIATE")?;
        for (table, column) in tables {
            let some = format!(
                "INSERT INTO main.{table} SELECT * FROM finished.{table}
                 WHERE {column} > ?1 AND {column} <= ?2 ORDER BY {column}"
            );
            self.connection
                .prepare_cached(&some)?
                .execute((done, until))?;
        }
        self.connection.execute_batch("COMMIT")
    }
}
