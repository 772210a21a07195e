//! In which order changes of what is held came about, for threads that tell of them in another.

use std::collections::{BTreeSet, VecDeque};

use crate::sync::Key;

/// Changes remembered: more threads than this never tell at once.
const REMEMBERED_MAX: usize = 32;

/// The number of a change: the later, the higher.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Order(pub u64);

/// The latest changes told of, so that one told late does not undo a newer one.
#[derive(Debug, Default)]
pub(super) struct Told(VecDeque<(Order, BTreeSet<Key>)>);

impl Told {
    /// Remembers what a change was about; gives those of its keys that no newer one was about.
    pub(super) fn still_true<'a>(&mut self, order: Order, keys: [&'a [Key]; 2]) -> [Vec<Key>; 2] {
        let newer: Vec<&BTreeSet<Key>> = self
            .0
            .iter()
            .filter(|(told, _)| *told > order)
            .map(|(_, keys)| keys)
            .collect();
        let still = keys.map(|keys| {
            let is_newest = |key: &&'a Key| !newer.iter().any(|it| it.contains(*key));
            keys.iter().filter(is_newest).copied().collect()
        });
        let all = keys.iter().flat_map(|it| it.iter().copied()).collect();
        self.0.push_back((order, all));
        if self.0.len() > REMEMBERED_MAX {
            self.0.pop_front();
        }
        still
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_told_late_does_not_undo_what_is_newer() {
        let [one, two] = [1, 2].map(|time| Key::from((time, [7; 32])));
        let mut told = Told::default();
        // The second change took a key out; the first, which put it in, is told after it.
        assert_eq!(
            told.still_true(Order(2), [&[], &[one]]),
            [vec![], vec![one]]
        );
        assert_eq!(
            told.still_true(Order(1), [&[one, two], &[]]),
            [vec![two], vec![]]
        );
        assert_eq!(
            told.still_true(Order(3), [&[one], &[]]),
            [vec![one], vec![]]
        );
    }
}
