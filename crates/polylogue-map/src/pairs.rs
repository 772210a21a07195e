//! For each pair of claims: how many voted on both, and what the votes add up to.
//!
//! Whole numbers, kept as votes come, change and go; the same for any order. Shape: claims ×
//! claims above the diagonal, four 32-bit counts a pair, so 8·m² bytes.

use crate::ballots::Ballots;
use crate::number::{index, small};

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

impl Pair {
    fn of(cell: [i32; 4]) -> Self {
        Self {
            both: cell[0],
            first: cell[1],
            second: cell[2],
            product: cell[3],
        }
    }
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
    let signs = [-1, 0, 1];
    let mut table = [[[0; 4]; 4]; 4];
    let mut first = 0;
    while first < signs.len() {
        let mut second = 0;
        while second < signs.len() {
            let (one, other) = (signs[first], signs[second]);
            table[first][second] = [1, one, other, one * other];
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

    /// Counts the pairs of all claims.
    pub(crate) fn of(ballots: &Ballots) -> Self {
        let width = ballots.claim_count();
        let all: Vec<usize> = (0..width).collect();
        let mut counting = Counting::of(ballots, &all);
        let mut pairs = Self {
            claim_count: width,
            cells: Vec::with_capacity(width * width.saturating_sub(1) / 2),
        };
        let mut first = 0;
        while first < width {
            let end = (first + counting.rows_at_once()).min(width);
            counting.count(first, end);
            for row in first..end {
                let from = (row - first) * width + row + 1;
                pairs
                    .cells
                    .extend(&counting.rows[from..(row - first + 1) * width]);
            }
            first = end;
        }
        pairs
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
        Pair::of(self.cells[row_begin(self.claim_count, first) + second - first - 1])
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

/// Bytes of pair counts that are kept close at hand: a share of the second cache of most machines.
const AT_HAND_BYTES: usize = 192 * 1024;

/// Pair counts of some rows at a time, for whoever needs each row once.
pub(crate) struct Counting {
    /// For each person `4 × place of the claim among the live + code`, ascending.
    people: Vec<u32>,
    /// Where each person's votes begin, and the end of the last.
    starts: Vec<usize>,
    /// The first of each person's votes that is not counted yet.
    next: Vec<usize>,
    width: usize,
    /// Rows of `width` pairs each; of a row's only what is after its diagonal is used.
    rows: Vec<[i32; 4]>,
}

/// Sorts each person's cells: written out claim after claim, and then back, so that nothing is
/// compared.
fn put_in_order(people: &mut [u32], starts: &[usize], width: usize) {
    let mut next = vec![0; width + 1];
    for cell in &*people {
        next[index(cell >> 2) + 1] += 1;
    }
    for at in 0..width {
        next[at + 1] += next[at];
    }
    let ends = next[1..].to_vec();
    let mut by_claim = vec![0; people.len()];
    for person in 0..starts.len() - 1 {
        for cell in &people[starts[person]..starts[person + 1]] {
            let slot = &mut next[index(cell >> 2)];
            by_claim[*slot] = small(person) << 2 | cell & 3;
            *slot += 1;
        }
    }
    let mut free = starts.to_vec();
    let mut from = 0;
    for (claim, end) in ends.into_iter().enumerate() {
        for cell in &by_claim[from..end] {
            let slot = &mut free[index(cell >> 2)];
            people[*slot] = small(claim) << 2 | cell & 3;
            *slot += 1;
        }
        from = end;
    }
}

impl Counting {
    pub(crate) fn of(ballots: &Ballots, live: &[usize]) -> Self {
        let mut place = vec![None; ballots.claim_count()];
        for (at, claim) in live.iter().enumerate() {
            place[*claim] = Some(small(at));
        }
        let mut people = Vec::with_capacity(ballots.vote_count());
        let mut starts = vec![0];
        for person in 0..ballots.person_count() {
            let cells = ballots.cells_of(person).iter();
            people.extend(cells.filter_map(|it| Some(place[index(it >> 2)]? << 2 | it & 3)));
            starts.push(people.len());
        }
        if !live.is_sorted() {
            put_in_order(&mut people, &starts, live.len());
        }
        let next = starts[..starts.len() - 1].to_vec();
        Self {
            people,
            starts,
            next,
            width: live.len(),
            rows: Vec::new(),
        }
    }

    pub(crate) fn rows_at_once(&self) -> usize {
        (AT_HAND_BYTES / 16 / self.width.max(1)).max(1)
    }

    /// Counts the rows `first..end`; what was counted before is the row before `first`.
    pub(crate) fn count(&mut self, first: usize, end: usize) {
        let width = self.width;
        self.rows.clear();
        self.rows.resize((end - first) * width, [0; 4]);
        for (person, next) in self.next.iter_mut().enumerate() {
            let own = &self.people[*next..self.starts[person + 1]];
            let mut at = 0;
            while at < own.len() && index(own[at] >> 2) < end {
                let row = index(own[at] >> 2) - first;
                let row = &mut self.rows[row * width..(row + 1) * width];
                let added = &ADDED[index(own[at] & 3)];
                at += 1;
                for cell in &own[at..] {
                    let sum = &mut row[index(cell >> 2)];
                    for (sum, part) in sum.iter_mut().zip(added[index(cell & 3)]) {
                        *sum += part;
                    }
                }
            }
            *next += at;
        }
    }

    /// The pairs of a counted row with all claims after it.
    pub(crate) fn row(&self, at: usize, claim: usize) -> impl Iterator<Item = Pair> {
        let cells = &self.rows[at * self.width + claim + 1..(at + 1) * self.width];
        cells.iter().map(|it| Pair::of(*it))
    }
}
