//! Votes counted: by claim, and by group and claim. Whole numbers, so that order is no matter.

use crate::ballots::Ballots;
use crate::hands::{Hands, ranges};
use crate::number::{index, real32};
use crate::order::{self, Company};
use crate::vote::Standing;

/// How often a claim was answered in each way.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    /// Who hold it.
    pub agree: u32,
    /// Who do not.
    pub disagree: u32,
    /// Who saw it and did not say.
    pub pass: u32,
}

impl Count {
    /// All who voted on it, those who passed among them.
    #[must_use]
    pub fn seen(self) -> u32 {
        self.agree + self.disagree + self.pass
    }

    /// The two together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            agree: self.agree + other.agree,
            disagree: self.disagree + other.disagree,
            pass: self.pass + other.pass,
        }
    }

    /// This without a part of it.
    #[must_use]
    pub(crate) fn without(self, part: Self) -> Self {
        Self {
            agree: self.agree - part.agree,
            disagree: self.disagree - part.disagree,
            pass: self.pass - part.pass,
        }
    }

    /// The same with agree and disagree exchanged.
    #[must_use]
    pub(crate) fn turned(self) -> Self {
        Self {
            agree: self.disagree,
            disagree: self.agree,
            pass: self.pass,
        }
    }

    /// Whether there are two answers that differ.
    pub(crate) fn is_mixed(self) -> bool {
        let most = self.agree.max(self.disagree).max(self.pass);
        most < self.seen()
    }

    /// Mean vote in −1..=1; 0 where nobody voted.
    pub(crate) fn mean(self) -> f64 {
        let sum = f64::from(self.agree) - f64::from(self.disagree);
        sum / real32(self.seen().max(1))
    }

    /// Variance of one vote on it, in 0..=1.
    pub(crate) fn variance(self) -> f64 {
        let mean = self.mean();
        real32(self.agree + self.disagree) / real32(self.seen().max(1)) - mean * mean
    }
}

/// Everybody's votes by claim, and which claims move the map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Totals {
    /// For each claim.
    pub(crate) counts: Vec<Count>,
    /// For each claim: shown and voted on.
    pub(crate) is_live: Vec<bool>,
    /// The numbers of the claims that move the map: ascending, or in their own order (`order`).
    pub(crate) live: Vec<usize>,
    /// Of these the ones that people answered differently, in the same order: all others leave
    /// everybody where they are.
    pub(crate) moving: Vec<usize>,
    /// Claims that the same people answered alike, each with the first of its kind.
    pub(crate) twins: Vec<(usize, usize)>,
    /// Claims with a vote, shown or out.
    pub(crate) voted_count: usize,
    /// Claims with a vote that are out.
    pub(crate) out_count: usize,
}

impl Totals {
    /// Looks through all claims; `standing` may be shorter, then the rest are shown.
    pub(crate) fn of(counts: Vec<Count>, standing: &[Standing]) -> Self {
        let is_out = |claim: usize| standing.get(claim).is_some_and(|it| *it != Standing::Shown);
        let is_voted = |claim: usize| counts[claim].seen() > 0;
        let all = 0..counts.len();
        let is_live = all.clone().map(|it| is_voted(it) && !is_out(it));
        let is_live: Vec<bool> = is_live.collect();
        let live: Vec<usize> = all.clone().filter(|it| is_live[*it]).collect();
        let is_moving = |it: &usize| counts[*it].is_mixed();
        let moving = live.iter().copied().filter(is_moving).collect();
        let voted_count = all.clone().filter(|it| is_voted(*it)).count();
        let out_count = all.filter(|it| is_voted(*it) && is_out(*it)).count();
        Self {
            counts,
            is_live,
            live,
            moving,
            twins: Vec::new(),
            voted_count,
            out_count,
        }
    }

    /// The numbers of the claims that move the map.
    pub(crate) fn live(&self) -> impl Iterator<Item = usize> {
        self.live.iter().copied()
    }

    /// The same in the order of their numbers.
    pub(crate) fn live_by_number(&self) -> impl Iterator<Item = usize> {
        let all = self.is_live.iter().enumerate();
        all.filter_map(|(claim, is_live)| is_live.then_some(claim))
    }

    /// Puts these in their own order, whatever the caller's numbers are.
    pub(crate) fn in_order(mut self, ballots: &Ballots, company: impl FnOnce() -> Company) -> Self {
        let order = order::of((ballots, &self.counts), &self.live, company);
        let is_moving = |it: &usize| self.counts[*it].is_mixed();
        self.moving = order.claims.iter().copied().filter(is_moving).collect();
        self.live = order.claims;
        self.twins = order.twins;
        self
    }
}

/// Votes by claim, over everybody.
pub(crate) fn by_claim(ballots: &Ballots, hands: &impl Hands) -> Vec<Count> {
    let parts = ranges(hands, ballots.person_count(), ballots.vote_count());
    let counted = hands.each(parts, &|people| {
        let mut counts = vec![0_u32; ballots.cell_count()];
        for person in people {
            for cell in ballots.cells_of(person) {
                counts[index(*cell)] += 1;
            }
        }
        counts
    });
    counts_of(&summed(counted))
}

/// Votes by group and claim, shape groups × claims, over the people who are in a group.
pub(crate) fn by_group(
    ballots: &Ballots,
    group_of: &[Option<u8>],
    group_count: usize,
    hands: &impl Hands,
) -> Vec<Vec<Count>> {
    let room = ballots.cell_count();
    let parts = ranges(hands, ballots.person_count(), ballots.vote_count());
    let counted = hands.each(parts, &|people| {
        let mut counts = vec![0_u32; room * group_count];
        for person in people {
            let group = group_of.get(person).copied().flatten().map(usize::from);
            let Some(group) = group.filter(|it| *it < group_count) else {
                continue;
            };
            let own = &mut counts[room * group..room * (group + 1)];
            for cell in ballots.cells_of(person) {
                own[index(*cell)] += 1;
            }
        }
        counts
    });
    let all = summed(counted);
    (0..group_count)
        .map(|group| counts_of(&all[room * group..room * (group + 1)]))
        .collect()
}

fn summed(parts: Vec<Vec<u32>>) -> Vec<u32> {
    let mut parts = parts.into_iter();
    let mut sum = parts.next().unwrap_or_default();
    for part in parts {
        for (sum, count) in sum.iter_mut().zip(part) {
            *sum += count;
        }
    }
    sum
}

fn counts_of(by_cell: &[u32]) -> Vec<Count> {
    by_cell
        .chunks_exact(4)
        .map(|it| Count {
            agree: it[2],
            disagree: it[0],
            pass: it[1],
        })
        .collect()
}
