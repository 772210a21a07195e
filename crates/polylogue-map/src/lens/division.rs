//! Division: how far apart the groups are on a claim, with an interval.

use crate::number::real32;
use crate::tally::{Count, Totals};

/// Standard errors on each side of the interval: 90 %, if errors are normal.
const ERRORS: f64 = 1.644_853_626_951_472_2;
/// A group that has fewer votes on a claim says nothing about it.
pub const VOTES_MIN: u32 = 5;

/// How far apart the groups are on a claim.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Division {
    /// The claim's number.
    pub claim: usize,
    /// The group that agrees most, by smoothed share.
    pub highest_group: usize,
    /// The group that agrees least.
    pub lowest_group: usize,
    /// Smoothed share (agree + 1) ÷ (seen + 2) of the one less that of the other, in 0..=1.
    pub spread: f64,
    /// The low end of its 90 % interval, at least 0.
    pub low: f64,
    /// The high end, at most 1.
    pub high: f64,
}

/// Claims the groups are apart on, surest first: by the low end of the interval. Claims on which
/// fewer than two groups have [`VOTES_MIN`] votes are left out, and so are those whose low end is
/// 0: too few votes to say.
pub(crate) fn compute(by_group: &[Vec<Count>], totals: &Totals) -> Vec<Division> {
    let mut found: Vec<Division> = totals
        .live()
        .filter_map(|claim| {
            let counts: Vec<Count> = by_group.iter().map(|group| group[claim]).collect();
            judged(claim, &counts)
        })
        .filter(|it| it.low > 0.0)
        .collect();
    found.sort_by(|left, right| right.low.total_cmp(&left.low));
    found
}

fn judged(claim: usize, counts: &[Count]) -> Option<Division> {
    let heard = counts.iter().enumerate();
    let heard: Vec<(usize, f64, f64)> = heard
        .filter(|(_, it)| it.seen() >= VOTES_MIN)
        .map(|(group, it)| {
            let all = real32(it.seen()) + 2.0;
            let share = (real32(it.agree) + 1.0) / all;
            (group, share, share * (1.0 - share) / (all + 1.0))
        })
        .collect();
    let first = heard.first()?;
    let (mut highest, mut lowest) = (first, first);
    for it in &heard[1..] {
        if it.1 > highest.1 {
            highest = it;
        }
        if it.1 < lowest.1 {
            lowest = it;
        }
    }
    if highest.0 == lowest.0 {
        return None;
    }
    let spread = highest.1 - lowest.1;
    let error = ERRORS * (highest.2 + lowest.2).sqrt();
    Some(Division {
        claim,
        highest_group: highest.0,
        lowest_group: lowest.0,
        spread,
        low: (spread - error).max(0.0),
        high: (spread + error).min(1.0),
    })
}
