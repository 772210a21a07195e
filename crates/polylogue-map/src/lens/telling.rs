//! Telling claims: where a group differs from everybody else by more than so many looks would show
//! by chance.
//!
//! Every claim is tested for every group and both sides at once, and what stays is chosen by the
//! rule of Benjamini and Hochberg (1995): of the claims listed, about one in ten is expected to be
//! there by chance. Polis tests the same with one look's threshold, and lists the best five anyway.

use crate::chance::above;
use crate::number::{real, real32};
use crate::polis::{Side, above_others};
use crate::tally::{Count, Totals};

/// The share of listed claims that is expected to be there by chance.
pub const FALSE_SHARE: f64 = 0.1;

/// Below so many standard errors a difference is more likely by chance than [`FALSE_SHARE`], and no
/// rank helps it: the normal quantile is 1.281 55.
const ERRORS_MIN: f64 = 1.281;

/// A claim on which a group stands out.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Telling {
    /// The claim's number.
    pub claim: usize,
    /// Whether the group holds or refuses it more than the others do.
    pub side: Side,
    /// Share of the group's voters on that side, in 0..=1.
    pub share: f64,
    /// Share of the other groups' voters on that side.
    pub others: f64,
    /// The chance of a difference as large as this if there were none.
    pub by_chance: f64,
}

/// For each group the claims on which it stands out, largest difference first.
pub(crate) fn compute(by_group: &[Vec<Count>], totals: &Totals) -> Vec<Vec<Telling>> {
    let claim_count = totals.counts.len();
    let everybody = crate::polis::summed(by_group, claim_count);
    let mut tests: Vec<(usize, Telling)> = Vec::new();
    let mut looks = 0;
    if by_group.len() > 1 {
        for (group, counts) in by_group.iter().enumerate() {
            for claim in totals.live() {
                let (own, others) = (counts[claim], everybody[claim].without(counts[claim]));
                if own.seen() > 0 && others.seen() > 0 {
                    looks += 2;
                    let agree = tested(claim, Side::Agree, own, others);
                    let (own, others) = (own.turned(), others.turned());
                    let disagree = tested(claim, Side::Disagree, own, others);
                    let both = agree.into_iter().chain(disagree);
                    tests.extend(both.map(|it| (group, it)));
                }
            }
        }
    }
    let limit = threshold(&tests, looks);
    let mut lists = vec![Vec::new(); by_group.len()];
    for (group, test) in tests {
        if test.by_chance <= limit && test.share > 0.5 {
            lists[group].push(test);
        }
    }
    for list in &mut lists {
        list.sort_by(|left: &Telling, right| {
            let apart = |it: &Telling| it.share - it.others;
            apart(right).total_cmp(&apart(left))
        });
    }
    lists
}

/// One look; none where no number of looks could make it count, which is the case for most.
fn tested(claim: usize, side: Side, own: Count, others: Count) -> Option<Telling> {
    let share = |it: Count| real32(it.agree) / real32(it.seen().max(1));
    let errors = above_others(own, others);
    (errors >= ERRORS_MIN).then(|| Telling {
        claim,
        side,
        share: share(own),
        others: share(others),
        by_chance: above(errors),
    })
}

/// The largest chance that still counts: rank ÷ looks × [`FALSE_SHARE`] at the last rank it holds.
fn threshold(tests: &[(usize, Telling)], looks: usize) -> f64 {
    let mut chances: Vec<f64> = tests.iter().map(|(_, it)| it.by_chance).collect();
    chances.sort_unstable_by(f64::total_cmp);
    let count = real(looks);
    let ranked = chances.iter().enumerate().rev();
    let mut held = ranked.filter(|(rank, it)| **it <= real(rank + 1) / count * FALSE_SHARE);
    held.next().map_or(-1.0, |(_, it)| *it)
}
