//! The spread of votes: XᵀX of the votes less each claim's mean, missing votes being no deviation.
//!
//! Two ways to multiply it with a vector. [`Gram`] has it written out from pair counts; its cost
//! is m² for each vector, whatever the number of people. [`Passes`] goes through all votes, and
//! has nothing to keep. Which one is used is chosen by the votes alone (see `axes`).

use crate::ballots::Ballots;
use crate::hands::{Hands, ranges};
use crate::number::{exponent_above, index, nearest, power_of_two, real, real32, real64};
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
}

/// The spread written out, the diagonal and what is above it, row after row.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Gram {
    width: usize,
    cells: Vec<f64>,
}

impl Gram {
    /// Writes it out from the counts of all claims.
    pub(crate) fn of(pairs: &Pairs, totals: &Totals, live: &[usize]) -> Self {
        let width = live.len();
        let mut cells = Vec::with_capacity(width * (width + 1) / 2);
        for first in 0..width {
            for second in first..width {
                cells.push(entry(pairs, totals, live[first], live[second]));
            }
        }
        Self { width, cells }
    }

    /// Writes it out from the votes, some rows of pairs at a time, so that these stay close at
    /// hand while they are counted.
    pub(crate) fn of_votes(ballots: &Ballots, totals: &Totals, live: &[usize]) -> Self {
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

    /// Writes anew what one claim's votes bear on.
    pub(crate) fn renew(&mut self, at: usize, pairs: &Pairs, totals: &Totals, live: &[usize]) {
        for other in 0..self.width {
            let (first, second) = (at.min(other), at.max(other));
            let place = self.begin(first) + second - first;
            self.cells[place] = entry(pairs, totals, live[first], live[second]);
        }
    }

    fn begin(&self, row: usize) -> usize {
        row * (2 * self.width - row + 1) / 2
    }
}

fn entry(pairs: &Pairs, totals: &Totals, first: usize, second: usize) -> f64 {
    let one = totals.counts[first];
    if first == second {
        return own_entry(one);
    }
    let pair = pairs.pair(first, second);
    pair_entry(pair, one.mean(), totals.counts[second].mean())
}

fn own_entry(count: Count) -> f64 {
    let sum = f64::from(count.agree) - f64::from(count.disagree);
    real32(count.agree + count.disagree) - count.mean() * sum
}

fn pair_entry(pair: Pair, mean: f64, other_mean: f64) -> f64 {
    let crossed = mean * f64::from(pair.second) + other_mean * f64::from(pair.first);
    f64::from(pair.product) - crossed + mean * other_mean * f64::from(pair.both)
}

/// Numbers added up side by side; their own order of adding is fixed below.
const LANES: usize = 4;
/// Rows gone through side by side, so that the vectors are read once for all of them.
const ROWS: usize = 4;
/// Columns of several rows gone through side by side.
const COLUMNS: usize = 2;

impl Gram {
    /// A row from the diagonal on.
    fn row(&self, row: usize) -> &[f64] {
        let begin = self.begin(row);
        &self.cells[begin..begin + self.width - row]
    }

    /// What one row adds, and the mirrored column, up to the column `end`.
    fn multiply_row(&self, row: usize, end: usize, from: &[f64], to: &mut [f64]) {
        let cells = &self.row(row)[..end - row];
        let mut sum = cells[0] * from[row];
        for (at, cell) in cells.iter().enumerate().skip(1) {
            sum += cell * from[row + at];
            to[row + at] += cell * from[row];
        }
        to[row] += sum;
    }
}

/// Adds to `to` what several rows' mirrored columns add, and returns each row's sum.
fn multiply_rows(
    rows: [&[f64]; ROWS],
    scales: [f64; ROWS],
    from: &[f64],
    to: &mut [f64],
) -> [f64; ROWS] {
    let mut lanes = [[0.0; COLUMNS]; ROWS];
    let count = from.len();
    let rows = rows.map(|it| &it[..count]);
    let to = &mut to[..count];
    let whole = count / COLUMNS * COLUMNS;
    for at in (0..whole).step_by(COLUMNS) {
        let other = &from[at..at + COLUMNS];
        let mut added = [0.0; COLUMNS];
        for row in 0..ROWS {
            let cells = &rows[row][at..at + COLUMNS];
            for column in 0..COLUMNS {
                lanes[row][column] += cells[column] * other[column];
                added[column] += cells[column] * scales[row];
            }
        }
        for column in 0..COLUMNS {
            to[at + column] += added[column];
        }
    }
    for at in whole..count {
        for row in 0..ROWS {
            lanes[row][0] += rows[row][at] * from[at];
            to[at] += rows[row][at] * scales[row];
        }
    }
    lanes.map(|it| it[0] + it[1])
}

impl Spread for Gram {
    fn width(&self) -> usize {
        self.width
    }

    fn multiply(&self, from: &[f64], to: &mut [f64]) {
        to.fill(0.0);
        let whole = self.width / ROWS * ROWS;
        for first in (0..whole).step_by(ROWS) {
            let after = first + ROWS;
            let rows: [&[f64]; ROWS] =
                std::array::from_fn(|row| &self.row(first + row)[ROWS - row..]);
            let scales: [f64; ROWS] = std::array::from_fn(|row| from[first + row]);
            let sums = multiply_rows(rows, scales, &from[after..], &mut to[after..]);
            for (row, sum) in sums.into_iter().enumerate() {
                to[first + row] += sum;
                self.multiply_row(first + row, after, from, to);
            }
        }
        for row in whole..self.width {
            self.multiply_row(row, self.width, from, to);
        }
    }

    fn precision(&self) -> f64 {
        1e-9
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
