//! The numbers Polis publishes, computed as Polis computes them, so that they can be compared.
//!
//! Written from a description of its behaviour and from its published results. Where these numbers
//! mislead, `lens` has others beside them.

use crate::chance;
use crate::number::{real, real32};
use crate::tally::{Count, Totals};

/// A one-sided test at 10 %: the figure of Polis.
const SURE: f64 = 1.2816;
/// Claims in a list.
const LISTED_MAX: usize = 5;
/// What a question about the conversation itself weighs, before it is squared.
const META_WEIGHT: f64 = 7.0;

/// Which way a claim stands for a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// By being held.
    Agree,
    /// By being refused.
    Disagree,
}

/// A claim that stands for a group in Polis' list.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Representative {
    /// The claim's number.
    pub claim: usize,
    /// Whether the group holds or refuses it.
    pub side: Side,
    /// Smoothed share of the group on that side, in 0..=1.
    pub share: f64,
    /// That share over the share of everybody else on that side; above 1 where the group stands
    /// out.
    pub ratio: f64,
}

/// Claims that all people together hold or refuse, the clearest first, at most five each.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Consensus {
    /// Held.
    pub agree: Vec<usize>,
    /// Refused.
    pub disagree: Vec<usize>,
}

/// One side of a claim in a group: shares and how sure they are.
#[derive(Debug, Clone, Copy)]
struct Lean {
    /// Smoothed share, (n + 1) ÷ (seen + 2).
    share: f64,
    /// How far above one half, in standard errors.
    above_half: f64,
    /// Share over the others' share.
    ratio: f64,
    /// How far above the others' share, in standard errors.
    above_others: f64,
}

impl Lean {
    fn of(own: Count, others: Count) -> Self {
        let (count, seen) = (real32(own.agree), real32(own.seen()));
        let (other_count, other_seen) = (real32(others.agree), real32(others.seen()));
        let share = (count + 1.0) / (seen + 2.0);
        Self {
            share,
            above_half: above_half(own),
            ratio: share / ((other_count + 1.0) / (other_seen + 2.0)),
            above_others: above_others(own, others),
        }
    }

    fn score(self) -> f64 {
        self.ratio * self.above_others * self.share * self.above_half
    }

    fn is_sufficient(self) -> bool {
        self.above_others > SURE && self.above_half > SURE
    }
}

/// How far the share that agrees lies above one half, in standard errors, one added to each count.
fn above_half(count: Count) -> f64 {
    let seen = real32(count.seen()) + 1.0;
    2.0 * seen.sqrt() * ((real32(count.agree) + 1.0) / seen - 0.5)
}

/// How far the share that agrees lies above that of others, in standard errors of the difference
/// under one common share, one added to each count; 0 where everybody agrees.
pub(crate) fn above_others(own: Count, others: Count) -> f64 {
    let (count, seen) = (real32(own.agree) + 1.0, real32(own.seen()) + 1.0);
    let (other_count, other_seen) = (real32(others.agree) + 1.0, real32(others.seen()) + 1.0);
    let pooled = (count + other_count) / (seen + other_seen);
    if pooled >= 1.0 {
        return 0.0;
    }
    let error = (pooled * (1.0 - pooled) * (1.0 / seen + 1.0 / other_seen)).sqrt();
    (count / seen - other_count / other_seen) / error
}

/// Each group's representative claims, at most five. `by_group` has shape groups × claims; only
/// claims that are shown and voted on are listed.
///
/// Polis looks through claims in the order of their numbers, and which one it takes for “most agree
/// with” depends on what came before. So this list may be another where the same claims have other
/// numbers; `telling` has no such order in it.
#[must_use]
pub(crate) fn representative(by_group: &[Vec<Count>], totals: &Totals) -> Vec<Vec<Representative>> {
    let everybody = summed(by_group, totals.counts.len());
    let lists = by_group.iter().map(|own| {
        let mut list = Listing::default();
        for claim in totals.live_by_number() {
            let others = everybody[claim].without(own[claim]);
            list.take(claim, own[claim], others);
        }
        list.finish()
    });
    lists.collect()
}

/// Counts of all groups together.
pub(crate) fn summed(by_group: &[Vec<Count>], claim_count: usize) -> Vec<Count> {
    let mut sum = vec![Count::default(); claim_count];
    for group in by_group {
        for (sum, count) in sum.iter_mut().zip(group) {
            *sum = sum.and(*count);
        }
    }
    sum
}

/// A group's list while claims are looked through in their order, as Polis builds it.
#[derive(Default)]
struct Listing {
    sufficient: Vec<(f64, Representative)>,
    /// The one that would be shown if none is sufficient, with its test.
    best: Option<(f64, Representative)>,
    /// The one that most agree with.
    best_agreed: Option<(Lean, Representative)>,
}

impl Listing {
    fn take(&mut self, claim: usize, own: Count, others: Count) {
        let agree = Lean::of(own, others);
        let disagree = Lean::of(own.turned(), others.turned());
        let (side, lean) = if agree.above_others > disagree.above_others {
            (Side::Agree, agree)
        } else {
            (Side::Disagree, disagree)
        };
        let shown = Representative {
            claim,
            side,
            share: lean.share,
            ratio: lean.ratio,
        };
        if agree.is_sufficient() || disagree.is_sufficient() {
            self.sufficient.push((lean.score(), shown));
        }
        if own.agree + own.disagree == 0 {
            return;
        }
        let test = agree.above_others.max(disagree.above_others);
        if self.sufficient.is_empty() && self.best.is_none_or(|(most, _)| test > most) {
            self.best = Some((test, shown));
        }
        if self.is_more_agreed(agree) {
            self.best_agreed = Some((agree, shown));
        }
    }

    fn is_more_agreed(&self, lean: Lean) -> bool {
        match &self.best_agreed {
            None => lean.above_half > SURE || (lean.ratio > 1.0 && lean.share > 0.5),
            Some((best, _)) if best.ratio > 1.0 => lean.score() > best.score(),
            Some((best, _)) => lean.share * lean.above_half > best.share * best.above_half,
        }
    }

    fn finish(mut self) -> Vec<Representative> {
        let first = self.best_agreed.map(|(_, it)| it);
        if self.sufficient.is_empty() {
            return first.or(self.best.map(|(_, it)| it)).into_iter().collect();
        }
        self.sufficient
            .sort_by(|left, right| right.0.total_cmp(&left.0));
        let rest = self.sufficient.into_iter().map(|(_, it)| it);
        let rest = rest.filter(|it| first.is_none_or(|first| first.claim != it.claim));
        let mut list: Vec<Representative> = first.into_iter().chain(rest).collect();
        list.truncate(LISTED_MAX);
        list.sort_by_key(|it| it.side);
        list
    }
}

/// What all people together hold or refuse. `totals` counts everybody, grouped or not. Of claims
/// that are equally clear the one with the smaller number comes first, as in Polis.
#[must_use]
pub(crate) fn consensus(totals: &Totals) -> Consensus {
    let list = |turn: fn(Count) -> Count| {
        let mut found: Vec<(f64, usize)> = Vec::new();
        for claim in totals.live_by_number() {
            let count = turn(totals.counts[claim]);
            let share = (real32(count.agree) + 1.0) / (real32(count.seen()) + 2.0);
            let above = above_half(count);
            if share > 0.5 && above > SURE {
                found.push((share * above, claim));
            }
        }
        found.sort_by(|left, right| right.0.total_cmp(&left.0));
        let claims = found.into_iter().map(|(_, claim)| claim);
        claims.take(LISTED_MAX).collect()
    };
    Consensus {
        agree: list(|it| it),
        disagree: list(Count::turned),
    }
}

/// Group-aware consensus of each claim, in 0..=1: the product over groups of (agree + 1) ÷
/// (seen + 2). 1 where there are no groups.
#[must_use]
pub(crate) fn group_aware_consensus(by_group: &[Vec<Count>], claim_count: usize) -> Vec<f64> {
    let mut product = vec![1.0; claim_count];
    for group in by_group {
        for (product, count) in product.iter_mut().zip(group) {
            *product *= (real32(count.agree) + 1.0) / (real32(count.seen()) + 2.0);
        }
    }
    product
}

/// How much a claim is worth asking next: higher where many agree, few pass, it lies far from the
/// middle of the map and few have seen it. `count` is over the people in groups.
#[must_use]
pub fn priority(count: Count, extremity: f64) -> f64 {
    let (agree, pass, seen) = (
        real32(count.agree),
        real32(count.pass),
        real32(count.seen()),
    );
    let passed = (pass + 1.0) / (seen + 2.0);
    let agreed = (agree + 1.0) / (seen + 2.0);
    let importance = (1.0 - passed) * (extremity + 1.0) * agreed;
    let novelty = 1.0 + 8.0 * chance::power_of_half(seen / 5.0);
    let weight = importance * novelty;
    weight * weight
}

/// What a claim about the conversation itself is worth.
#[must_use]
pub fn priority_of_meta() -> f64 {
    META_WEIGHT * META_WEIGHT
}

/// Draws one of several claims with chances in proportion to their weights: the place in the list.
/// `draw` is a number the caller draws at random, all equally likely. Weights that are not above 0
/// count as 1, as in Polis; none where the list is empty.
#[must_use]
pub fn draw_by_weight(weights: &[f64], draw: u64) -> Option<usize> {
    let weight = |it: &f64| {
        if *it > 0.0 && it.is_finite() {
            *it
        } else {
            1.0
        }
    };
    let total: f64 = weights.iter().map(weight).sum();
    // 53 bits are all that a real number in 0..1 can hold.
    let mut left = total * (real(usize::try_from(draw >> 11).ok()?) / 9_007_199_254_740_992.0);
    for (place, it) in weights.iter().enumerate() {
        left -= weight(it);
        if left < 0.0 {
            return Some(place);
        }
    }
    weights.len().checked_sub(1)
}
