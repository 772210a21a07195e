//! Where one person sits: with whom they voted alike, and how sure that is.

use polylogue_map::{Count, Vote};

use super::OpenMap;

/// How alike two have voted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Alike {
    /// Claims on which both said the same.
    pub same: u32,
    /// Claims both voted on.
    pub both: u32,
}

impl Alike {
    /// Compares two lists of votes, ascending by claim.
    #[must_use]
    pub fn of(
        left: impl Iterator<Item = (usize, Vote)>,
        right: impl Iterator<Item = (usize, Vote)>,
    ) -> Self {
        let (mut left, mut right) = (left.peekable(), right.peekable());
        let mut alike = Self { same: 0, both: 0 };
        while let (Some(one), Some(other)) = (left.peek(), right.peek()) {
            match one.0.cmp(&other.0) {
                std::cmp::Ordering::Less => drop(left.next()),
                std::cmp::Ordering::Greater => drop(right.next()),
                std::cmp::Ordering::Equal => {
                    alike.both += 1;
                    alike.same += u32::from(one.1 == other.1);
                    left.next();
                    right.next();
                }
            }
        }
        alike
    }

    /// The share of claims on which they would say the same lies between these, nine times in ten.
    #[must_use]
    pub fn range(self) -> (f64, f64) {
        polylogue_map::lens::range::of_agreement(Count {
            agree: self.same,
            disagree: self.both - self.same,
            pass: 0,
        })
    }
}

impl OpenMap {
    /// Those who voted most like somebody, surest first: by the low end of the range.
    #[must_use]
    pub fn nearest(&self, person: usize, count_max: usize) -> Vec<(usize, Alike)> {
        let own: Vec<(usize, Vote)> = self.ballots.votes_of(person).collect();
        let mut found: Vec<(f64, usize, Alike)> = (0..self.people.len())
            .filter(|it| *it != person)
            .filter_map(|other| {
                let alike = Alike::of(own.iter().copied(), self.ballots.votes_of(other));
                // What is the same in half the claims or less is no likeness.
                (2 * alike.same > alike.both).then(|| (low_of(alike), other, alike))
            })
            .collect();
        found.sort_by(|left, right| {
            let by_key = || self.people[left.1].cmp(&self.people[right.1]);
            right.0.total_cmp(&left.0).then_with(by_key)
        });
        found.truncate(count_max);
        found
            .into_iter()
            .map(|(_, other, alike)| (other, alike))
            .collect()
    }
}

/// About the low end of the range: one standard error below the share, one of each added. Exact
/// ranges for every pair of a large map would cost more than the map.
fn low_of(alike: Alike) -> f64 {
    let all = f64::from(alike.both) + 2.0;
    let share = (f64::from(alike.same) + 1.0) / all;
    share - (share * (1.0 - share) / all).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_both_voted_on_is_compared() {
        let left = [(0, Vote::Agree), (2, Vote::Pass), (5, Vote::Disagree)];
        let right = [(1, Vote::Agree), (2, Vote::Pass), (5, Vote::Agree)];
        let alike = Alike::of(left.into_iter(), right.into_iter());
        assert_eq!(alike, Alike { same: 1, both: 2 });
        let (low, high) = alike.range();
        assert!(low < 0.5 && 0.5 < high);
    }
}
