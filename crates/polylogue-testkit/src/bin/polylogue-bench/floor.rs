//! The least that taking in a bundle can cost on this machine: the same file, every signature
//! checked on all cores, and every operation written as one row of one table with one index, by
//! its id, while the next are checked. Nothing is judged, and nothing could be asked but for an id.
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
const BATCH: usize = 8_000;
/// Signatures checked together, as the node checks them.
const CHECKED_AT_ONCE: usize = 256;
const BATCHES_WAITING: usize = 2;
const MAGIC_BYTES: usize = "polylogue-bundle 1\n".len();
const ID_BYTES: usize = 32;

/// Operations per second.
pub(crate) fn measure(bench: &Bench) -> Result<f64, Fault> {
    let table = bench.folder.join("floor.sqlite");
    let bundle = bench.bundle();
    let paths = (crate::bundle::text(&bundle)?, crate::bundle::text(&table)?);
    let found = child::run(&["floor", paths.0, paths.1])?;
    Ok(bench.operations as f64 / number(&found, "seconds")?)
}

/// The role that does the least.
pub(crate) fn take_in(bundle: &Path, table: &Path) -> Result<(), Fault> {
    let began = Instant::now();
    let bytes = std::fs::read(bundle)?;
    let (sender, batches) = sync_channel(BATCHES_WAITING);
    std::thread::scope(|scope| {
        let writer = scope.spawn(move || write(table, &batches).map_err(|fault| fault.to_string()));
        let mut rest = bytes.get(MAGIC_BYTES + ID_BYTES..).unwrap_or_default();
        loop {
            let batch = decoded(&mut rest);
            if batch.is_empty() {
                break;
            }
            check(&batch);
            if sender.send(batch).is_err() {
                break;
            }
        }
        drop(sender);
        writer.join().expect("writing rows does not panic")
    })?;
    say("seconds", began.elapsed().as_secs_f64());
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

fn check(batch: &[Operation]) {
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

fn write(table: &Path, batches: &Receiver<Vec<Operation>>) -> Result<(), rusqlite::Error> {
    let connection = Connection::open(table)?;
    connection.execute_batch(
        "PRAGMA page_size = 4096; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
         PRAGMA wal_autocheckpoint = 8000; PRAGMA cache_size = -24000;
         CREATE TABLE operation (n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE,
             header BLOB NOT NULL, signature BLOB NOT NULL, body BLOB) STRICT;",
    )?;
    while let Ok(batch) = batches.recv() {
        connection.execute_batch("BEGIN IMMEDIATE")?;
        const INSERT: &str = "INSERT INTO operation (id, header, signature, body)
            VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING";
        for operation in &batch {
            connection.prepare_cached(INSERT)?.execute((
                operation.id().0,
                operation.header_bytes(),
                operation.signature().as_slice(),
                operation.body_bytes(),
            ))?;
        }
        connection.execute_batch("COMMIT")?;
    }
    Ok(())
}
