//! Checks signatures of many operations on all cores, a batch at a time.

use std::thread;

use polylogue_core::operation::{Operation, verify_all};

use crate::pen::Edge;

/// Operations in one batch: larger ones gain little and lose more when one signature is bad.
const BATCH_OPERATIONS: usize = 256;
const THREADS_MAX: usize = 16;

/// Keeps the operations whose signatures hold, in order, and says how many did not.
pub(crate) fn kept(operations: Vec<Operation>, edge: Edge) -> (Vec<Operation>, usize) {
    let n_given = operations.len();
    let holds = all(&operations, edge);
    let kept: Vec<Operation> = operations
        .into_iter()
        .zip(holds)
        .filter_map(|(operation, holds)| holds.then_some(operation))
        .collect();
    let n_refused = n_given - kept.len();
    (kept, n_refused)
}

fn all(operations: &[Operation], edge: Edge) -> Vec<bool> {
    let n_threads = thread::available_parallelism()
        .map_or(1, usize::from)
        .min(THREADS_MAX);
    let batches: Vec<&[Operation]> = operations.chunks(BATCH_OPERATIONS).collect();
    if n_threads == 1 || batches.len() < 2 {
        return batches
            .iter()
            .flat_map(|batch| verify_all(batch, edge.bytes()))
            .collect();
    }
    let share = batches.len().div_ceil(n_threads);
    let check = |batches: &[&[Operation]]| -> Vec<bool> {
        batches
            .iter()
            .flat_map(|batch| verify_all(batch, edge.bytes()))
            .collect()
    };
    thread::scope(|scope| {
        let threads: Vec<_> = batches
            .chunks(share)
            .map(|part| scope.spawn(move || check(part)))
            .collect();
        threads
            .into_iter()
            .flat_map(|it| it.join().expect("checking signatures does not panic"))
            .collect()
    })
}
