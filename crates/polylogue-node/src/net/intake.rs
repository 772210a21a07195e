//! What came by one link, on its way into the replica: the signatures of the next batch are checked
//! while the one before it is stored, so that neither waits for the other.

use std::collections::VecDeque;

use super::Keeping;
use crate::sync::Delivery;

/// How many operations are given to the replica at once, roughly: the more, the fewer times the
/// same pages of its store are written; two such batches stay within what may be under way.
const BATCH_OPERATIONS_MAX: usize = 2_500;

/// One link's deliveries, in order.
#[derive(Default)]
pub(super) struct Intake {
    deliveries: VecDeque<Delivery>,
    is_checking: bool,
    checked: Option<Checked>,
    is_keeping: bool,
}

/// Operations to check together.
pub(super) struct Batch {
    pub(super) operations: Vec<Vec<u8>>,
    pub(super) frame_bytes: u64,
}

/// A batch whose signatures were checked.
pub(super) struct Checked {
    pub(super) keeping: Keeping,
    pub(super) frame_bytes: u64,
    pub(super) n_operations: usize,
}

impl Intake {
    /// Queues what came.
    pub(super) fn push(&mut self, delivery: Delivery) {
        self.deliveries.push_back(delivery);
    }

    /// The next batch to check, if none is being checked or waits to be kept.
    pub(super) fn next_to_check(&mut self) -> Option<Batch> {
        if self.is_checking || self.checked.is_some() || self.deliveries.is_empty() {
            return None;
        }
        let mut batch = Batch {
            operations: Vec::new(),
            frame_bytes: 0,
        };
        while batch.operations.len() < BATCH_OPERATIONS_MAX
            && let Some(delivery) = self.deliveries.pop_front()
        {
            batch.operations.extend(delivery.operations);
            batch.frame_bytes += delivery.frame_bytes;
        }
        self.is_checking = true;
        Some(batch)
    }

    /// A batch was checked.
    pub(super) fn checked(&mut self, checked: Checked) {
        self.is_checking = false;
        self.checked = Some(checked);
    }

    /// The next batch to keep, if none is being kept.
    pub(super) fn next_to_keep(&mut self) -> Option<Checked> {
        if self.is_keeping {
            return None;
        }
        let checked = self.checked.take()?;
        self.is_keeping = true;
        Some(checked)
    }

    /// A batch was kept.
    pub(super) fn kept(&mut self) {
        self.is_keeping = false;
    }

    /// Whether all that came has been taken in.
    pub(super) fn is_over(&self) -> bool {
        let is_waiting = self.checked.is_some() || !self.deliveries.is_empty();
        !(self.is_checking || self.is_keeping || is_waiting)
    }
}
