//! Claims in an order of their own, so that what is added up over claims has the same bits under
//! whatever numbers the caller gave them.
//!
//! Only the votes decide: how often a claim was answered in each way; then what company it is in,
//! how many votes its voters cast and what these add up to; then, where claims are still alike, a
//! mix of its voters' other answers, made finer while that tells claims apart (colour refinement:
//! Weisfeiler and Leman 1968). Claims that not even this tells apart were answered alike by the
//! same people, or could be exchanged together with people without changing a vote; of these the
//! smaller number comes first, and only they could show that it did.

use crate::ballots::Ballots;
use crate::hands::{Hands, ranges};
use crate::number::index;
use crate::tally::Count;
use crate::vote::Vote;

/// Rounds of refinement at most; one is usual.
const ROUNDS_MAX: usize = 8;

/// For each cell: how many votes all who gave this answer cast, and what these add up to. Whole
/// numbers, kept as votes come, change and go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Company {
    sums: Vec<[i64; 2]>,
}

impl Company {
    /// Adds up the company of all claims.
    pub(crate) fn of(ballots: &Ballots, hands: &impl Hands) -> Self {
        let parts = ranges(hands, ballots.person_count(), ballots.vote_count());
        let added = hands.each(parts, &|people| {
            let sums = vec![[0; 2]; ballots.cell_count()];
            let mut company = Self { sums };
            for person in people {
                company.add(ballots.cells_of(person), 1);
            }
            company
        });
        let mut added = added.into_iter();
        let mut all = added.next().unwrap_or(Self { sums: Vec::new() });
        for part in added {
            for (sum, more) in all.sums.iter_mut().zip(part.sums) {
                sum[0] += more[0];
                sum[1] += more[1];
            }
        }
        all
    }

    /// Adds a person's votes so many times: once, or less than none to take them away.
    pub(crate) fn add(&mut self, cells: &[u32], times: i64) {
        let signs = cells.iter().map(|it| i64::from(Vote::of_code(*it).sign()));
        let own = [
            i64::try_from(cells.len()).unwrap_or(i64::MAX) * times,
            signs.sum::<i64>() * times,
        ];
        for cell in cells {
            let sum = &mut self.sums[index(*cell)];
            sum[0] += own[0];
            sum[1] += own[1];
        }
    }

    /// Makes room for a claim before the one that has this number now.
    pub(crate) fn insert_claim(&mut self, at: usize) {
        self.sums.splice(4 * at..4 * at, [[0; 2]; 4]);
    }

    fn of_claim(&self, claim: usize) -> &[[i64; 2]] {
        &self.sums[4 * claim..4 * claim + 3]
    }
}

/// Live claims in their own order.
pub(crate) struct Order {
    /// The claims.
    pub(crate) claims: Vec<usize>,
    /// Claims that the same people answered alike, each with the first of its kind.
    pub(crate) twins: Vec<(usize, usize)>,
}

/// Puts the live claims in their own order. `live` is ascending; `company` is asked for only where
/// counts do not tell all claims apart.
pub(crate) fn of(
    (ballots, counts): (&Ballots, &[Count]),
    live: &[usize],
    company: impl FnOnce() -> Company,
) -> Order {
    let key = |claim: &usize| {
        let count = counts[*claim];
        (count.agree, count.disagree, count.pass)
    };
    let mut order = live.to_vec();
    order.sort_by_key(key);
    let mut alike = runs(&order, |left, right| key(left) == key(right));
    if alike.is_empty() {
        let twins = Vec::new();
        return Order {
            claims: order,
            twins,
        };
    }
    let company = company();
    for run in &alike {
        order[run.clone()].sort_by_key(|it| company.of_claim(*it));
    }
    alike = runs(&order, |left, right| {
        key(left) == key(right) && company.of_claim(*left) == company.of_claim(*right)
    });
    let alike = refine(ballots, &mut order, alike);
    Order {
        twins: twins(ballots, &order, &alike),
        claims: order,
    }
}

type Run = std::ops::Range<usize>;

/// The stretches of two and more that are alike.
fn runs(order: &[usize], is_alike: impl Fn(&usize, &usize) -> bool) -> Vec<Run> {
    let mut found = Vec::new();
    let mut begin = 0;
    for stretch in order.chunk_by(|left, right| is_alike(left, right)) {
        let end = begin + stretch.len();
        if stretch.len() > 1 {
            found.push(begin..end);
        }
        begin = end;
    }
    found
}

/// Tells claims apart by who answered them, while that makes stretches shorter; gives those left.
fn refine(ballots: &Ballots, order: &mut [usize], mut alike: Vec<Run>) -> Vec<Run> {
    let tied = |alike: &[Run]| alike.iter().map(Run::len).sum::<usize>() - alike.len();
    for _ in 0..ROUNDS_MAX {
        if alike.is_empty() {
            break;
        }
        let colours = colours(ballots, order, &alike);
        for run in &alike {
            order[run.clone()].sort_by_key(|it| colours[*it]);
        }
        let finer = alike.iter().flat_map(|run| {
            let own = runs(&order[run.clone()], |left, right| {
                colours[*left] == colours[*right]
            });
            own.into_iter()
                .map(|it| run.start + it.start..run.start + it.end)
        });
        let finer: Vec<Run> = finer.collect();
        let is_enough = tied(&finer) == tied(&alike);
        alike = finer;
        if is_enough {
            break;
        }
    }
    alike
}

/// Of claims that nothing tells apart, those that the same people answered alike.
fn twins(ballots: &Ballots, order: &[usize], alike: &[Run]) -> Vec<(usize, usize)> {
    if alike.is_empty() {
        return Vec::new();
    }
    let mut is_asked = vec![false; ballots.claim_count()];
    for claim in alike.iter().flat_map(|run| &order[run.clone()]) {
        is_asked[*claim] = true;
    }
    let mut columns = vec![0_u64; ballots.claim_count()];
    for person in 0..ballots.person_count() {
        for cell in ballots.cells_of(person) {
            if is_asked[index(cell >> 2)] {
                let column = &mut columns[index(cell >> 2)];
                let own = mixed((person as u64) << 2 | u64::from(cell & 3));
                *column = column.wrapping_add(own);
            }
        }
    }
    let mut found = Vec::new();
    for run in alike {
        let own = &order[run.clone()];
        for (at, claim) in own.iter().enumerate() {
            let mut before = own[..at].iter();
            if let Some(first) = before.find(|it| columns[**it] == columns[*claim]) {
                found.push((*first, *claim));
            }
        }
    }
    found
}

/// For each claim in a stretch a mix of its voters' answers, by where the claims stand so far.
fn colours(ballots: &Ballots, order: &[usize], alike: &[Run]) -> Vec<u64> {
    let claim_count = ballots.claim_count();
    // One more than where the claim's stretch begins, doubled, and one added if it is in one.
    let mut place = vec![0_u64; claim_count];
    for (at, claim) in order.iter().enumerate() {
        place[*claim] = (at as u64 + 1) << 1;
    }
    for run in alike {
        for claim in &order[run.clone()] {
            place[*claim] = (run.start as u64 + 1) << 1 | 1;
        }
    }
    let mut colours = vec![0_u64; claim_count];
    for person in 0..ballots.person_count() {
        let cells = ballots.cells_of(person);
        let is_asked = |cell: &&u32| place[index(**cell >> 2)] & 1 == 1;
        if !cells.iter().any(|it| is_asked(&it)) {
            continue;
        }
        let answer = |cell: &u32| mixed(place[index(cell >> 2)] << 2 | u64::from(cell & 3));
        let whole = cells.iter().fold(mixed(cells.len() as u64), |sum, it| {
            sum.wrapping_add(answer(it))
        });
        for cell in cells.iter().filter(is_asked) {
            let own = mixed(whole.wrapping_add(u64::from(cell & 3)));
            let colour = &mut colours[index(cell >> 2)];
            *colour = colour.wrapping_add(own);
        }
    }
    colours
}

/// Bits mixed so that sums of them tell what they are sums of (splitmix64: Steele, Lea and Flood
/// 2014).
pub(crate) fn mixed(number: u64) -> u64 {
    let mut bits = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    bits = (bits ^ bits >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ bits >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ bits >> 31
}
