//! The spread of votes: XᵀX of the votes less each claim's mean, missing votes being no deviation.
//!
//! Two ways to multiply it with a vector. [`Gram`] has it written out from pair counts; its cost
//! is m² for each vector, whatever the number of people. [`Passes`] goes through all votes, and
//! has nothing to keep. Which one is used is chosen by the votes alone (see `axes`).

use crate::ballots::Ballots;
use crate::hands::{Hands, ranges};
use crate::number::{exponent_above, index, nearest, power_of_two, real, real32, real64};
use crate::pairs::Pairs;
use crate::tally::Totals;

/// Something that multiplies vectors over the live claims with the spread of votes.
pub(crate) trait Spread {
    /// How many live claims there are.
    fn width(&self) -> usize;
    /// `to = spread × from`.
    fn multiply(&self, from: &[f64], to: &mut [f64]);
    /// The least residual that can be reached, as a share of the largest eigenvalue.
    fn precision(&self) -> f64;
}

/// The spread written out, the diagonal and what is above it, row after row.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Gram {
    width: usize,
    cells: Vec<f64>,
}

impl Gram {
    /// Writes it out from counts; `claims` gives for each live claim its number in the pair
    /// counts and in the totals.
    pub(crate) fn of(pairs: &Pairs, totals: &Totals, claims: &[Place]) -> Self {
        let width = claims.len();
        let mut cells = Vec::with_capacity(width * (width + 1) / 2);
        for first in 0..width {
            for second in first..width {
                cells.push(entry(pairs, totals, claims[first], claims[second]));
            }
        }
        Self { width, cells }
    }

    /// Writes anew what one claim's votes bear on.
    pub(crate) fn renew(&mut self, at: usize, pairs: &Pairs, totals: &Totals, claims: &[Place]) {
        for other in 0..self.width {
            let (first, second) = (at.min(other), at.max(other));
            let place = self.begin(first) + second - first;
            self.cells[place] = entry(pairs, totals, claims[first], claims[second]);
        }
    }

    fn begin(&self, row: usize) -> usize {
        row * (2 * self.width - row + 1) / 2
    }
}

/// Where a live claim stands in the pair counts and in the totals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    /// Its number in the pair counts.
    pub(crate) in_pairs: usize,
    /// Its number among all claims.
    pub(crate) claim: usize,
}

fn entry(pairs: &Pairs, totals: &Totals, first: Place, second: Place) -> f64 {
    let one = totals.counts[first.claim];
    if first.claim == second.claim {
        let sum = f64::from(one.agree) - f64::from(one.disagree);
        return real32(one.agree + one.disagree) - one.mean() * sum;
    }
    let pair = pairs.pair(first.in_pairs, second.in_pairs);
    let (mean, other_mean) = (one.mean(), totals.counts[second.claim].mean());
    let crossed = mean * f64::from(pair.second) + other_mean * f64::from(pair.first);
    f64::from(pair.product) - crossed + mean * other_mean * f64::from(pair.both)
}

/// Numbers added up side by side; their own order of adding is fixed below.
const LANES: usize = 4;

impl Spread for Gram {
    fn width(&self) -> usize {
        self.width
    }

    fn multiply(&self, from: &[f64], to: &mut [f64]) {
        to.fill(0.0);
        let mut begin = 0;
        for row in 0..self.width {
            let cells = &self.cells[begin..begin + self.width - row];
            begin += cells.len();
            let scale = from[row];
            let (rest, others) = (&cells[1..], &from[row + 1..]);
            let mut lanes = [0.0; LANES];
            let (targets, tail) = (&mut to[row + 1..], rest.len() / LANES * LANES);
            for at in (0..tail).step_by(LANES) {
                let cell = &rest[at..at + LANES];
                let other = &others[at..at + LANES];
                let target = &mut targets[at..at + LANES];
                for lane in 0..LANES {
                    lanes[lane] += cell[lane] * other[lane];
                    target[lane] += cell[lane] * scale;
                }
            }
            for at in tail..rest.len() {
                lanes[0] += rest[at] * others[at];
                targets[at] += rest[at] * scale;
            }
            let sum = (lanes[0] + lanes[1]) + (lanes[2] + lanes[3]);
            to[row] += cells[0] * scale + sum;
        }
    }

    fn precision(&self) -> f64 {
        1e-10
    }
}

/// The spread as passes over all votes.
///
/// A person's place along a vector is a sum in the order of claims; it is rounded to a whole
/// number of a fixed small unit, and only whole numbers are added up across people.
pub(crate) struct Passes<'votes, H> {
    ballots: &'votes Ballots,
    hands: &'votes H,
    /// The number of each live claim among all.
    live: &'votes [usize],
    means: Vec<f64>,
    /// How many of the small units are one.
    unit: f64,
}

impl<'votes, H: Hands> Passes<'votes, H> {
    pub(crate) fn of(
        ballots: &'votes Ballots,
        totals: &Totals,
        live: &'votes [usize],
        hands: &'votes H,
    ) -> Self {
        let means = live.iter().map(|it| totals.counts[*it].mean()).collect();
        // |place| ≤ 2·√m for a vector of length 1, so that all people together stay below 2^62.
        let farthest = 2.0 * real(live.len() + 1).sqrt() * real(ballots.person_count() + 1);
        let unit = power_of_two(62 - exponent_above(farthest));
        Self {
            ballots,
            hands,
            live,
            means,
            unit,
        }
    }
}

/// A person's place along a vector given by cell: a sum in the order of claims, in four lanes.
pub(crate) fn sum_along(cells: &[u32], table: &[f64]) -> f64 {
    let mut lanes = [0.0; LANES];
    let (even, rest) = cells.split_at(cells.len() / LANES * LANES);
    for four in even.chunks_exact(LANES) {
        for lane in 0..LANES {
            lanes[lane] += table[index(four[lane])];
        }
    }
    for cell in rest {
        lanes[0] += table[index(*cell)];
    }
    (lanes[0] + lanes[1]) + (lanes[2] + lanes[3])
}

impl<H: Hands> Spread for Passes<'_, H> {
    fn width(&self) -> usize {
        self.live.len()
    }

    fn multiply(&self, from: &[f64], to: &mut [f64]) {
        let mut table = vec![0.0; self.ballots.cell_count()];
        for (at, claim) in self.live.iter().enumerate() {
            for (code, sign) in [-1.0, 0.0, 1.0].into_iter().enumerate() {
                table[4 * claim + code] = (sign - self.means[at]) * from[at];
            }
        }
        let people = self.ballots.person_count();
        let parts = ranges(self.hands, people, self.ballots.vote_count());
        let (ballots, unit) = (self.ballots, self.unit);
        let sums = self.hands.each(parts, &|people| {
            let mut sums = vec![0_i64; ballots.cell_count()];
            for person in people {
                let cells = ballots.cells_of(person);
                let place = nearest(sum_along(cells, &table) * unit);
                for cell in cells {
                    sums[index(*cell)] += place;
                }
            }
            sums
        });
        for (at, claim) in self.live.iter().enumerate() {
            let sum = |code: usize| -> i64 { sums.iter().map(|it| it[4 * claim + code]).sum() };
            let (disagree, pass, agree) = (sum(0), sum(1), sum(2));
            let signed = real64(agree - disagree);
            let all = real64(agree + pass + disagree);
            to[at] = (signed - self.means[at] * all) / self.unit;
        }
    }

    fn precision(&self) -> f64 {
        1e-9
    }
}
