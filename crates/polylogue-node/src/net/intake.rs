//! What came by one link, on its way into the replica: signatures are checked while what was
//! checked before is stored, so that neither waits for the other; and all that was checked
//! meanwhile is stored together.

use std::collections::VecDeque;

use crate::sync::Delivery;

/// How many operations are checked together, roughly: each author's key is unpacked once for it.
const CHECKED_AT_ONCE_MAX: usize = 2_500;
/// Fewer than this are not checked while others are being stored: more may come till then.
const CHECKED_AT_ONCE_MIN: usize = 512;
/// How many are stored together, roughly: the more, the fewer times the same pages of the store are
/// written.
const KEPT_AT_ONCE_MAX: usize = 8_000;

/// One link's deliveries, in order.
#[derive(Default)]
pub(super) struct Intake {
    deliveries: VecDeque<Delivery>,
    n_delivered: usize,
    is_checking: bool,
    checked: VecDeque<Checked>,
    is_keeping: bool,
}

/// Operations to check together.
pub(super) struct Batch {
    pub(super) operations: Vec<Vec<u8>>,
    pub(super) frame_bytes: u64,
}

/// Batches that were checked.
#[derive(Default)]
pub(super) struct Checked {
    pub(super) n_batches: usize,
    pub(super) frame_bytes: u64,
    pub(super) n_operations: usize,
}

impl Intake {
    /// Queues what came.
    pub(super) fn push(&mut self, delivery: Delivery) {
        self.n_delivered += delivery.operations.len();
        self.deliveries.push_back(delivery);
    }

    /// The next batch to check, if none is being checked.
    pub(super) fn next_to_check(&mut self) -> Option<Batch> {
        let may_grow = self.is_keeping && self.n_delivered < CHECKED_AT_ONCE_MIN;
        if self.is_checking || self.deliveries.is_empty() || may_grow {
            return None;
        }
        let mut batch = Batch {
            operations: Vec::new(),
            frame_bytes: 0,
        };
        while batch.operations.len() < CHECKED_AT_ONCE_MAX
            && let Some(delivery) = self.deliveries.pop_front()
        {
            self.n_delivered -= delivery.operations.len();
            batch.operations.extend(delivery.operations);
            batch.frame_bytes += delivery.frame_bytes;
        }
        self.is_checking = true;
        Some(batch)
    }

    /// A batch was checked.
    pub(super) fn checked(&mut self, checked: Checked) {
        self.is_checking = false;
        self.checked.push_back(checked);
    }

    /// What was checked and is to be kept together, if nothing is being kept.
    pub(super) fn next_to_keep(&mut self) -> Option<Checked> {
        if self.is_keeping || self.checked.is_empty() {
            return None;
        }
        let mut together = Checked::default();
        while together.n_operations < KEPT_AT_ONCE_MAX
            && let Some(checked) = self.checked.pop_front()
        {
            together.n_batches += checked.n_batches;
            together.frame_bytes += checked.frame_bytes;
            together.n_operations += checked.n_operations;
        }
        self.is_keeping = true;
        Some(together)
    }

    /// What was to be kept together was kept.
    pub(super) fn kept(&mut self) {
        self.is_keeping = false;
    }

    /// Whether all that came has been taken in.
    pub(super) fn is_over(&self) -> bool {
        let is_waiting = !self.checked.is_empty() || !self.deliveries.is_empty();
        !(self.is_checking || self.is_keeping || is_waiting)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn delivery(n_operations: usize) -> Delivery {
        Delivery {
            operations: vec![vec![0; 10]; n_operations],
            frame_bytes: 12 * n_operations as u64,
        }
    }

    fn check(intake: &mut Intake) -> Option<usize> {
        let batch = intake.next_to_check()?;
        let n_operations = batch.operations.len();
        intake.checked(Checked {
            n_batches: 1,
            frame_bytes: batch.frame_bytes,
            n_operations,
        });
        Some(n_operations)
    }

    #[test]
    fn what_was_checked_while_others_were_kept_is_kept_together() {
        let mut intake = Intake::default();
        intake.push(delivery(3));
        assert_eq!(
            check(&mut intake),
            Some(3),
            "nothing is being kept: at once"
        );
        assert_eq!(intake.next_to_keep().map(|it| it.n_batches), Some(1));
        intake.push(delivery(600));
        assert_eq!(check(&mut intake), Some(600));
        intake.push(delivery(10));
        assert_eq!(check(&mut intake), None, "few: more may come");
        intake.push(delivery(700));
        assert_eq!(check(&mut intake), Some(710));
        assert!(intake.next_to_keep().is_none(), "one at a time");
        intake.kept();
        let together = intake.next_to_keep().expect("two batches");
        assert_eq!((together.n_batches, together.n_operations), (2, 1_310));
        assert_eq!(together.frame_bytes, 12 * 1_310);
        assert!(!intake.is_over());
        intake.kept();
        assert!(intake.is_over());
    }

    #[test]
    fn a_few_are_checked_once_nothing_is_being_kept() {
        let mut intake = Intake::default();
        intake.push(delivery(1));
        check(&mut intake);
        assert!(intake.next_to_keep().is_some());
        intake.push(delivery(1));
        assert_eq!(check(&mut intake), None);
        intake.kept();
        assert_eq!(check(&mut intake), Some(1));
    }

    #[test]
    fn no_more_are_kept_at_once_than_a_bound_and_one_batch() {
        let mut intake = Intake::default();
        for _ in 0..5 {
            intake.push(delivery(2_500));
            assert_eq!(check(&mut intake), Some(2_500));
        }
        assert_eq!(
            intake.next_to_keep().map(|it| it.n_operations),
            Some(10_000)
        );
        intake.kept();
        assert_eq!(intake.next_to_keep().map(|it| it.n_operations), Some(2_500));
    }
}
