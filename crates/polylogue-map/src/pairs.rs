//! For each pair of claims: how many voted on both, and what the votes add up to.
//!
//! Whole numbers, kept as votes come, change and go; the same for any order. Shape: claims ×
//! claims above the diagonal, four 32-bit counts a pair, so 8·m² bytes.

use crate::ballots::Ballots;
use crate::number::index;

/// What is counted for a pair of claims `first < second`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Pair {
    /// People who voted on both.
    pub(crate) both: i32,
    /// Sum of votes on the first by those who voted on both.
    pub(crate) first: i32,
    /// Sum of votes on the second by those who voted on both.
    pub(crate) second: i32,
    /// Sum of the products of the two votes.
    pub(crate) product: i32,
}

/// Pair counts for all claims.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Pairs {
    claim_count: usize,
    /// `[both, first, second, product]`, row after row above the diagonal.
    cells: Vec<[i32; 4]>,
}

/// Where the row of `first` begins, less `first + 1`, in a triangle above the diagonal.
fn row_begin(claim_count: usize, first: usize) -> usize {
    first * (2 * claim_count - first - 1) / 2
}

/// What a pair of votes adds, by the codes of the first and second vote.
const ADDED: [[[i32; 4]; 4]; 4] = {
    let mut table = [[[0; 4]; 4]; 4];
    let mut first = 0;
    while first < 3 {
        let mut second = 0;
        while second < 3 {
            let (a, b) = (first as i32 - 1, second as i32 - 1);
            table[first][second] = [1, a, b, a * b];
            second += 1;
        }
        first += 1;
    }
    table
};

impl Pairs {
    /// No votes yet.
    pub(crate) fn new(claim_count: usize) -> Self {
        let room = claim_count * claim_count.saturating_sub(1) / 2;
        Self {
            claim_count,
            cells: vec![[0; 4]; room],
        }
    }

    /// Counts the pairs of the claims that `place` gives a number below `claim_count` to.
    pub(crate) fn of(ballots: &Ballots, place: &[Option<u32>], claim_count: usize) -> Self {
        let mut pairs = Self::new(claim_count);
        let mut own: Vec<(u32, u32)> = Vec::new();
        for person in 0..ballots.person_count() {
            own.clear();
            let cells = ballots.cells_of(person).iter();
            own.extend(cells.filter_map(|cell| Some((place[index(cell >> 2)]?, cell & 3))));
            pairs.add_person(&own);
        }
        pairs
    }

    /// Adds a person's votes as (claim, code), ascending by claim.
    fn add_person(&mut self, own: &[(u32, u32)]) {
        for (at, (first, code)) in own.iter().enumerate() {
            let first = index(*first);
            let begin = row_begin(self.claim_count, first);
            let row = &mut self.cells[begin..begin + self.claim_count - first - 1];
            let added = &ADDED[index(*code)];
            for (second, code) in &own[at + 1..] {
                let cell = &mut row[index(*second) - first - 1];
                let added = added[index(code & 3)];
                for (sum, part) in cell.iter_mut().zip(added) {
                    *sum += part;
                }
            }
        }
    }

    /// Follows one vote that came, changed or went, beside the other votes of the same person.
    pub(crate) fn follow(&mut self, others: &[u32], claim: usize, change: Change) {
        for cell in others {
            let (other, code) = (index(cell >> 2), index(cell & 3));
            if other == claim {
                continue;
            }
            let sum = self.cell_mut(claim.min(other), claim.max(other));
            for (code_here, way) in [(change.before, -1), (change.after, 1)] {
                let Some(here) = code_here.map(index) else {
                    continue;
                };
                let added = if claim < other {
                    ADDED[here][code]
                } else {
                    ADDED[code][here]
                };
                for (sum, part) in sum.iter_mut().zip(added) {
                    *sum += way * part;
                }
            }
        }
    }

    fn cell_mut(&mut self, first: usize, second: usize) -> &mut [i32; 4] {
        &mut self.cells[row_begin(self.claim_count, first) + second - first - 1]
    }

    /// The counts of a pair; `first` is below `second`.
    pub(crate) fn pair(&self, first: usize, second: usize) -> Pair {
        let cell = self.cells[row_begin(self.claim_count, first) + second - first - 1];
        Pair {
            both: cell[0],
            first: cell[1],
            second: cell[2],
            product: cell[3],
        }
    }

    /// Makes room for a claim before the one that has this number now.
    pub(crate) fn insert_claim(&mut self, at: usize) {
        let mut wider = Self::new(self.claim_count + 1);
        let place = |claim: usize| if claim < at { claim } else { claim + 1 };
        for first in 0..self.claim_count {
            for second in first + 1..self.claim_count {
                let begin = row_begin(self.claim_count, first);
                *wider.cell_mut(place(first), place(second)) =
                    self.cells[begin + second - first - 1];
            }
        }
        *self = wider;
    }
}

/// A vote before and after: codes, or nothing where there was or is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Change {
    /// What stood there.
    pub(crate) before: Option<u32>,
    /// What stands there now.
    pub(crate) after: Option<u32>,
}
