//! The spread of votes: XᵀX of the votes less each claim's mean, missing votes being no deviation.
//!
//! Two ways to multiply it with a vector. [`Gram`] has it written out from pair counts; its cost
//! is m² for each vector, whatever the number of people. [`Passes`] goes through all votes, and
//! has nothing to keep. Which one is used is chosen by the votes alone (see `axes`).

use crate::ballots::Ballots;
use crate::hands::{Hands, ranges};
use crate::number::{Exact, exponent_above, index, nearest, power_of_two, real, real32, real64};
use crate::pairs::{Counting, Pair, Pairs};
use crate::tally::{Count, Totals};

/// Something that multiplies vectors over the live claims with the spread of votes.
pub(crate) trait Spread {
    /// How many live claims there are.
    fn width(&self) -> usize;
    /// `to = spread × from`.
    fn multiply(&self, from: &[f64], to: &mut [f64]);
    /// The least residual that can be reached, as a share of the largest eigenvalue.
    fn precision(&self) -> f64;
    /// A direction to begin with that has much of the strongest ones in it and costs next to
    /// nothing; none if there is no such thing.
    fn hint(&self) -> Option<Vec<f64>>;
}

/// The spread written out, the diagonal and what is above it, row after row.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Gram {
    width: usize,
    cells: Vec<f64>,
}

impl Gram {
    /// Writes it out from the counts of all claims.
    pub(crate) fn of(pairs: &Pairs, totals: &Totals) -> Self {
        let live = &totals.moving;
        let width = live.len();
        let mut cells = Vec::with_capacity(width * (width + 1) / 2);
        for first in 0..width {
            for second in first..width {
                cells.push(entry(pairs, &totals.counts, live[first], live[second]));
            }
        }
        Self { width, cells }
    }

    /// Writes it out from the votes, some rows of pairs at a time, so that these stay close at
    /// hand while they are counted.
    pub(crate) fn of_votes(ballots: &Ballots, totals: &Totals) -> Self {
        let live = &totals.moving;
        let width = live.len();
        let mut cells = Vec::with_capacity(width * (width + 1) / 2);
        let mut counting = Counting::of(ballots, live);
        let mut first = 0;
        while first < width {
            let end = (first + counting.rows_at_once()).min(width);
            counting.count(first, end);
            for row in first..end {
                let one = totals.counts[live[row]];
                cells.push(own_entry(one));
                let others = live[row + 1..].iter();
                let entries = others.zip(counting.row(row - first, row));
                cells.extend(entries.map(|(other, pair)| {
                    pair_entry(pair, one.mean(), totals.counts[*other].mean())
                }));
            }
            first = end;
        }
        Self { width, cells }
    }

    /// Writes anew what one claim's votes bear on; `order` is the one it was written in.
    pub(crate) fn renew(&mut self, claim: usize, pairs: &Pairs, counts: &[Count], order: &[usize]) {
        let Some(at) = order.iter().position(|it| *it == claim) else {
            return;
        };
        for (other, claim_there) in order.iter().enumerate() {
            let place = self.place(at, other);
            self.cells[place] = entry(pairs, counts, claim, *claim_there);
        }
    }

    /// Puts what was written in one order of claims into another of the same claims.
    pub(crate) fn reorder(&mut self, written: &[usize], wanted: &[usize]) {
        let most = written.iter().max().map_or(0, |it| it + 1);
        let mut place_of = vec![0; most];
        for (place, claim) in written.iter().enumerate() {
            place_of[*claim] = place;
        }
        let from: Vec<usize> = wanted.iter().map(|it| place_of[*it]).collect();
        let moved: Vec<usize> = (0..self.width).filter(|it| from[*it] != *it).collect();
        if moved.len() * MOVED_SHARE > self.width {
            // Where each row would begin if it had what is before the diagonal, too.
            let begins: Vec<usize> = (0..self.width).map(|it| self.begin(it) - it).collect();
            let mut cells = Vec::with_capacity(self.cells.len());
            for (first, row) in from.iter().enumerate() {
                let others = from[first..].iter();
                cells.extend(others.map(|it| self.cells[begins[*row.min(it)] + row.max(it)]));
            }
            self.cells = cells;
            return;
        }
        let mut rows = Vec::with_capacity(moved.len() * self.width);
        for row in &moved {
            let cells = from
                .iter()
                .map(|it| self.cells[self.place(from[*row], *it)]);
            rows.extend(cells);
        }
        for (row, cells) in moved.iter().zip(rows.chunks_exact(self.width.max(1))) {
            for (other, cell) in cells.iter().enumerate() {
                let place = self.place(*row, other);
                self.cells[place] = *cell;
            }
        }
    }

    /// Where two claims meet.
    fn place(&self, one: usize, other: usize) -> usize {
        let (first, second) = (one.min(other), one.max(other));
        self.begin(first) + second - first
    }

    fn begin(&self, row: usize) -> usize {
        row * (2 * self.width - row + 1) / 2
    }
}

fn entry(pairs: &Pairs, counts: &[Count], one: usize, other: usize) -> f64 {
    if one == other {
        return own_entry(counts[one]);
    }
    let (first, second) = (one.min(other), one.max(other));
    let pair = pairs.pair(first, second);
    pair_entry(pair, counts[first].mean(), counts[second].mean())
}

fn own_entry(count: Count) -> f64 {
    let sum = f64::from(count.agree) - f64::from(count.disagree);
    real32(count.agree + count.disagree) - count.mean() * sum
}

/// The same bits whichever of the two comes first.
fn pair_entry(pair: Pair, mean: f64, other_mean: f64) -> f64 {
    let crossed = mean * f64::from(pair.second) + other_mean * f64::from(pair.first);
    f64::from(pair.product) - crossed + mean * other_mean * f64::from(pair.both)
}

/// Where more than one claim in so many moves, all are written anew.
const MOVED_SHARE: usize = 8;
/// Numbers added up side by side; their own order of adding is fixed below.
const LANES: usize = 4;
/// Columns gone through side by side: as many as every processor multiplies at once.
const COLUMNS: usize = 4;

impl Gram {
    /// A row from the diagonal on.
    fn row(&self, row: usize) -> &[f64] {
        let begin = self.begin(row);
        &self.cells[begin..begin + self.width - row]
    }
}

/// Adds to `to` what a row's mirrored column adds, scaled, and returns the row's sum. The lanes are
/// laid out so that compilers see them as such: over four rows at once they did not, and it took
/// twice as long.
fn multiply_row(row: &[f64], scale: f64, from: &[f64], to: &mut [f64]) -> f64 {
    let (cells, cells_rest) = row.as_chunks::<COLUMNS>();
    let (froms, from_rest) = from.as_chunks::<COLUMNS>();
    let (tos, to_rest) = to.as_chunks_mut::<COLUMNS>();
    let mut sums = [0.0; COLUMNS];
    for ((cells, from), to) in cells.iter().zip(froms).zip(tos) {
        for lane in 0..COLUMNS {
            sums[lane] += cells[lane] * from[lane];
            to[lane] += cells[lane] * scale;
        }
    }
    for ((cell, from), to) in cells_rest.iter().zip(from_rest).zip(to_rest) {
        sums[0] += cell * from;
        *to += cell * scale;
    }
    sums.iter().sum()
}

impl Spread for Gram {
    fn width(&self) -> usize {
        self.width
    }

    fn multiply(&self, from: &[f64], to: &mut [f64]) {
        to.fill(0.0);
        for row in 0..self.width {
            let (own, others) = self.row(row).split_at(1);
            let (scale, after) = (from[row], row + 1);
            let sum = multiply_row(others, scale, &from[after..], &mut to[after..]);
            to[row] += sum + own[0] * scale;
        }
    }

    fn precision(&self) -> f64 {
        1e-8
    }

    /// How votes on the claim that differs most go with votes on every other: what a first
    /// multiplication would give for it alone.
    fn hint(&self) -> Option<Vec<f64>> {
        let own = |row: usize| self.row(row)[0];
        let widest =
            (0..self.width).fold(0, |most, row| if own(row) > own(most) { row } else { most });
        let cell = |other: usize| self.cells[self.place(widest, other)];
        (self.width > 0).then(|| (0..self.width).map(cell).collect())
    }
}

/// The spread as passes over all votes.
///
/// A person's place along a vector is a sum of numbers that add up exactly in any order; it is
/// rounded to a whole number of a fixed small unit, and only whole numbers are added up across
/// people.
pub(crate) struct Passes<'votes, H> {
    ballots: &'votes Ballots,
    hands: &'votes H,
    /// The number of each live claim among all.
    live: &'votes [usize],
    means: Vec<f64>,
    /// How many of the small units are one.
    unit: f64,
    /// What each vote adds to a place.
    exact: Exact,
}

impl<'votes, H: Hands> Passes<'votes, H> {
    pub(crate) fn of(
        ballots: &'votes Ballots,
        totals: &Totals,
        live: &'votes [usize],
        hands: &'votes H,
    ) -> Self {
        let longest = 2.0 * real(live.len() + 1).sqrt();
        let means = live.iter().map(|it| totals.counts[*it].mean()).collect();
        // |place| ≤ 2·√m for a vector of length 1, so that all people together stay below 2^62.
        let farthest = longest * real(ballots.person_count() + 1);
        let unit = power_of_two(62 - exponent_above(farthest));
        Self {
            ballots,
            hands,
            live,
            means,
            unit,
            exact: Exact::below(longest),
        }
    }
}

/// A person's place along a vector given by cell, in four lanes.
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
                let added = (sign - self.means[at]) * from[at];
                table[4 * claim + code] = self.exact.round(added);
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
        1e-8
    }

    fn hint(&self) -> Option<Vec<f64>> {
        None
    }
}
