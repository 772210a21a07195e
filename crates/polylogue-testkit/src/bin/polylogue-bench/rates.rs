//! How fast this machine checks signatures: what the limits are fractions of.

use std::time::Instant;

use polylogue_core::operation::{Operation, verify_all};

/// Signatures in one batch, as the node checks them.
const BATCH: usize = 4_096;
/// Signatures checked one by one: enough for a second or so.
const SINGLES: usize = 10_000;

/// Signatures per second: one by one on one core, and in batches on all cores.
pub(crate) fn measure(operations: &[Operation]) -> (f64, f64) {
    let singles = &operations[..SINGLES.min(operations.len())];
    let began = Instant::now();
    let held = singles.iter().filter(|it| it.verify().is_ok()).count();
    let single_rate = per_second(held, began);
    assert_eq!(held, singles.len(), "what was generated holds");

    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let share = operations.len().div_ceil(cores);
    let began = Instant::now();
    std::thread::scope(|scope| {
        for part in operations.chunks(share) {
            scope.spawn(move || {
                for (index, batch) in part.chunks(BATCH).enumerate() {
                    let seed = [u8::try_from(index % 251).expect("below 251"); 32];
                    assert!(verify_all(batch, seed).into_iter().all(|it| it), "it holds");
                }
            });
        }
    });
    (single_rate, per_second(operations.len(), began))
}

/// So many things since then, per second.
pub(crate) fn per_second(count: usize, began: Instant) -> f64 {
    count as f64 / began.elapsed().as_secs_f64()
}
