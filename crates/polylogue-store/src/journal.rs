//! What changed of late: whose votes on what, and what was said that sifting counts with. Kept in
//! memory, so that an open map or table reads what changed and not everything again; where it does
//! not reach back, all is read.

use std::collections::VecDeque;

/// Changes kept. Chosen by us: 100 KB, and far more than come between two looks at a map.
pub(crate) const CHANGES_MAX: usize = 4_096;

/// Changes by the version they are in, oldest first: pairs of numbers.
#[derive(Debug, Default)]
pub(crate) struct Journal {
    /// All changes behind this version are here, up to `until`.
    since: u64,
    until: u64,
    changes: VecDeque<(u64, i64, i64)>,
}

impl Journal {
    /// Takes the changes up to a version; none: they are not known.
    pub(crate) fn note(&mut self, version: u64, changes: Option<Vec<(i64, i64)>>) {
        let Some(changes) = changes.filter(|it| it.len() <= CHANGES_MAX) else {
            self.changes.clear();
            (self.since, self.until) = (version, version);
            return;
        };
        let own = changes.into_iter();
        self.changes
            .extend(own.map(|(one, other)| (version, one, other)));
        self.until = version;
        while self.changes.len() > CHANGES_MAX {
            if let Some((dropped, ..)) = self.changes.pop_front() {
                self.since = dropped;
            }
        }
    }

    /// What changed from one version to another, and perhaps a little since; none where that is
    /// not known.
    pub(crate) fn between(&self, from: u64, to: u64) -> Option<Vec<(i64, i64)>> {
        if from < self.since || to > self.until {
            return None;
        }
        let behind = self.changes.iter().filter(|(version, ..)| *version > from);
        let mut changed: Vec<(i64, i64)> = behind.map(|(_, one, other)| (*one, *other)).collect();
        changed.sort_unstable();
        changed.dedup();
        Some(changed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_changed_is_told_as_far_back_as_it_is_known() {
        let mut voted = Journal::default();
        voted.note(5, None);
        assert_eq!(voted.between(4, 5), None, "what came before is not known");
        voted.note(6, Some(vec![(1, 1), (1, 1)]));
        voted.note(8, Some(vec![(2, 1)]));
        assert_eq!(voted.between(5, 6), Some(vec![(1, 1), (2, 1)]));
        assert_eq!(voted.between(6, 8), Some(vec![(2, 1)]));
        assert_eq!(voted.between(8, 8), Some(Vec::new()));
        assert_eq!(voted.between(6, 9), None, "what comes is not known either");
        let many = |person| (0..1_500).map(|it| (it, person)).collect();
        voted.note(9, Some(many(1)));
        voted.note(10, Some(many(2)));
        voted.note(11, Some(many(3)));
        assert_eq!(voted.between(6, 11), None, "the oldest went");
        assert_eq!(voted.between(9, 11).map(|it| it.len()), Some(3_000));
        voted.note(12, Some((0..5_000).map(|it| (it, 1)).collect()));
        assert_eq!(voted.between(11, 12), None, "too many at once");
        assert_eq!(voted.between(12, 12), Some(Vec::new()));
    }
}
