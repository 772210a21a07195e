//! Checks signatures of many operations on all cores, a batch at a time.

use std::thread;

use polylogue_core::operation::{Operation, verify_all};

use crate::pen::Edge;

/// Operations in one batch, at most: the key of an author is unpacked once for each.
const BATCH_OPERATIONS: usize = 4_096;
/// Fewer than this are not worth a thread of their own: their authors' keys would be unpacked once
/// more, and whoever keeps the batch before needs a core too.
const SHARE_OPERATIONS_MIN: usize = 2_048;
const THREADS_MAX: usize = 16;

fn holds(operations: &[Operation], edge: Edge) -> Vec<bool> {
    operations
        .chunks(BATCH_OPERATIONS)
        .flat_map(|batch| verify_all(batch, edge.bytes()))
        .collect()
}

/// Keeps the operations whose signatures hold, in order, and says how many did not.
pub(crate) fn kept(operations: Vec<Operation>, edge: Edge) -> (Vec<Operation>, usize) {
    let n_given = operations.len();
    let holds = all(&operations, edge);
    if holds.iter().all(|it| *it) {
        return (operations, 0);
    }
    let kept: Vec<Operation> = operations
        .into_iter()
        .zip(holds)
        .filter_map(|(operation, holds)| holds.then_some(operation))
        .collect();
    let n_refused = n_given - kept.len();
    (kept, n_refused)
}

/// Says of each operation whether its signature holds, on all cores.
pub(crate) fn all(operations: &[Operation], edge: Edge) -> Vec<bool> {
    on(n_cores(), operations, edge)
}

/// As [`all`], leaving one core to a thread that works beside it and takes longer.
pub(crate) fn beside(operations: &[Operation], edge: Edge) -> Vec<bool> {
    on(n_cores().saturating_sub(1).max(1), operations, edge)
}

fn n_cores() -> usize {
    thread::available_parallelism()
        .map_or(1, usize::from)
        .min(THREADS_MAX)
}

fn on(n_threads: usize, operations: &[Operation], edge: Edge) -> Vec<bool> {
    let share = operations.len().div_ceil(n_threads);
    let share = share.max(SHARE_OPERATIONS_MIN);
    let check = |operations: &[Operation]| holds(operations, edge);
    if operations.len() <= share {
        return check(operations);
    }
    thread::scope(|scope| {
        let threads: Vec<_> = operations
            .chunks(share)
            .map(|part| scope.spawn(move || check(part)))
            .collect();
        threads
            .into_iter()
            .flat_map(|it| it.join().expect("checking signatures does not panic"))
            .collect()
    })
}
