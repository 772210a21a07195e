//! Common ground: what every group holds, judged by the group that holds it least, at the low end
//! of what its votes allow.
//!
//! One agreeing person in a group that hardly voted is no common ground; a product of shares would
//! rank it high. A pass counts as not holding it: common ground is what people say they hold.

use std::collections::BTreeMap;

use crate::chance::{about_quantile, quantile_of_share};
use crate::polis::Side;
use crate::tally::{Count, Totals};

/// With this chance the true share lies below the bound: one-sided 95 %.
pub const CHANCE_BELOW: f64 = 0.05;
/// A group that has fewer votes on a claim says nothing about it.
pub const VOTES_MIN: u32 = 5;
/// No cheap bound is off by more.
const ABOUT: f64 = 0.02;

/// Bounds kept at most.
const BOUNDS_MAX: usize = 1 << 16;

/// Bounds computed before. After one vote most counts are what they were, and a bound follows from
/// them alone, so that it makes no difference to a map whether it was kept.
#[derive(Debug, Clone, Default)]
pub(crate) struct Bounds {
    kept: BTreeMap<(u32, u32), f64>,
}

impl Bounds {
    fn of(&mut self, count: Count) -> f64 {
        if self.kept.len() >= BOUNDS_MAX {
            self.kept.clear();
        }
        let rest = count.seen() - count.agree;
        let bound = self.kept.entry((count.agree, rest));
        *bound.or_insert_with(|| quantile_of_share(count.agree, rest, CHANCE_BELOW))
    }
}

/// A claim that every group holds, or that every group refuses.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CommonGround {
    /// The claim's number.
    pub claim: usize,
    /// Whether it is held or refused.
    pub side: Side,
    /// The least of the groups' lower bounds: with 95 % credibility at least this share of every
    /// single group's voters is on that side. In 0..=1; above one half it is a majority everywhere.
    pub lowest: f64,
    /// The group with that bound.
    pub lowest_group: usize,
}

/// Claims on which more than half of the voters of every group are on one side, surest first.
/// Claims on which a group has fewer than [`VOTES_MIN`] votes are left out: too few votes to say.
pub(crate) fn compute(
    by_group: &[Vec<Count>],
    totals: &Totals,
    bounds: &mut Bounds,
) -> Vec<CommonGround> {
    let mut found = Vec::new();
    for claim in totals.live() {
        for side in [Side::Agree, Side::Disagree] {
            let own = |group: &Vec<Count>| match side {
                Side::Agree => group[claim],
                Side::Disagree => group[claim].turned(),
            };
            // Most claims are not held by all, and need no more than a look.
            if !by_group.is_empty() && by_group.iter().map(own).all(is_held) {
                let counts: Vec<Count> = by_group.iter().map(own).collect();
                found.push(judged((claim, side), &counts, bounds));
            }
        }
    }
    found.sort_by(|left: &CommonGround, right| right.lowest.total_cmp(&left.lowest));
    found
}

fn is_held(count: Count) -> bool {
    count.seen() >= VOTES_MIN && count.agree * 2 > count.seen()
}

fn judged((claim, side): (usize, Side), counts: &[Count], bounds: &mut Bounds) -> CommonGround {
    // Exact bounds are computed only for groups that may have the lowest, nearest first.
    let ranked = counts.iter().enumerate().map(|(group, it)| {
        let about = about_quantile(it.agree, it.seen() - it.agree, CHANCE_BELOW);
        (about, group)
    });
    let mut ranked: Vec<(f64, usize)> = ranked.collect();
    ranked.sort_by(|left, right| left.0.total_cmp(&right.0).then(left.1.cmp(&right.1)));
    let mut lowest = (f64::INFINITY, 0);
    for (about, group) in ranked {
        if about - ABOUT > lowest.0 {
            break;
        }
        let bound = bounds.of(counts[group]);
        if bound < lowest.0 {
            lowest = (bound, group);
        }
    }
    CommonGround {
        claim,
        side,
        lowest: lowest.0,
        lowest_group: lowest.1,
    }
}
