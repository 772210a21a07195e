//! Common ground: what every group holds, judged by the group that holds it least, at the low end
//! of what its votes allow.
//!
//! One agreeing person in a group that hardly voted is no common ground; a product of shares would
//! rank it high. A pass counts as not holding it: common ground is what people say they hold.

use crate::chance::{about_quantile, quantile_of_share};
use crate::polis::Side;
use crate::tally::{Count, Totals};

/// With this chance the true share lies below the bound: one-sided 95 %.
pub const CHANCE_BELOW: f64 = 0.05;
/// A group that has fewer votes on a claim says nothing about it.
pub const VOTES_MIN: u32 = 5;
/// No cheap bound is off by more.
const ABOUT: f64 = 0.02;

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
pub(crate) fn compute(by_group: &[Vec<Count>], totals: &Totals) -> Vec<CommonGround> {
    let mut found = Vec::new();
    for claim in totals.live() {
        for side in [Side::Agree, Side::Disagree] {
            let own = |group: &Vec<Count>| match side {
                Side::Agree => group[claim],
                Side::Disagree => group[claim].turned(),
            };
            let counts: Vec<Count> = by_group.iter().map(own).collect();
            found.extend(judged(claim, side, &counts));
        }
    }
    found.sort_by(|left: &CommonGround, right| {
        let by_bound = right.lowest.total_cmp(&left.lowest);
        by_bound.then(left.claim.cmp(&right.claim))
    });
    found
}

fn judged(claim: usize, side: Side, counts: &[Count]) -> Option<CommonGround> {
    let is_held = |it: &Count| it.seen() >= VOTES_MIN && it.agree * 2 > it.seen();
    if counts.is_empty() || !counts.iter().all(is_held) {
        return None;
    }
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
        let count = counts[group];
        let bound = quantile_of_share(count.agree, count.seen() - count.agree, CHANCE_BELOW);
        if bound < lowest.0 {
            lowest = (bound, group);
        }
    }
    Some(CommonGround {
        claim,
        side,
        lowest: lowest.0,
        lowest_group: lowest.1,
    })
}
