//! The axes of the map: the directions in which votes differ most.
//!
//! Principal components of people × claims, where a missing vote stands at the claim's mean and
//! moves nothing. Small et al. 2021, “Polis: Scaling deliberation by mapping high dimensional
//! opinion spaces”.

use crate::chance::excess_of_strongest;
use crate::eigen::{self, Direction};
use crate::number::{Exact, index, real, real32};
use crate::spread::Spread;
use crate::tally::Totals;
use crate::{Ballots, Vote};

/// Pair counts are used up to so many claims; 8·m² bytes are then 32 MB.
pub const PAIRED_CLAIMS_MAX: usize = 2_000;
/// Pair counts are used while people's pairs of votes, Σ n²/2, are at most so many: about a tenth
/// of a second of counting. Beyond, passes over the votes cost less.
pub const PAIRS_MAX: usize = 100_000_000;

/// Which way the axes are computed, chosen by the votes alone so that everybody gets the same bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Path {
    /// From counts of pairs of claims, which can be kept as votes come.
    Pairs,
    /// By passes over all votes.
    Passes,
}

impl Path {
    /// Chooses: at most [`PAIRED_CLAIMS_MAX`] claims and [`PAIRS_MAX`] pairs of votes, or passes.
    #[must_use]
    pub fn of(ballots: &Ballots) -> Self {
        if ballots.claim_count() > PAIRED_CLAIMS_MAX {
            return Self::Passes;
        }
        let mut pairs = 0_usize;
        for person in 0..ballots.person_count() {
            let votes = ballots.cells_of(person).len();
            pairs = pairs.saturating_add(votes * votes / 2);
        }
        if pairs <= PAIRS_MAX {
            Self::Pairs
        } else {
            Self::Passes
        }
    }
}

/// The axes and what they are made of.
#[derive(Debug, Clone, PartialEq)]
pub struct Axes {
    /// Mean vote on each claim, in −1..=1; 0 for claims that are out or nobody voted on.
    pub means: Vec<f64>,
    /// Three axes, strongest first: for each claim how far agreeing with it moves along the axis.
    /// Shape 3 × claims, each of length 1, or all 0 where votes do not differ in so many ways.
    pub loadings: [Vec<f64>; 3],
    /// How strong each axis is: the sum of squares of people's places along it (eigenvalue).
    pub strengths: [f64; 3],
    /// The sum of squares of all deviations from the means.
    pub total: f64,
    /// How many times the votes (or their pair counts) were gone through to find the axes.
    pub steps: usize,
    /// What the strongest axis could reach if everybody voted independently of everybody else: a
    /// bound for random matrices with these row and column variances (Bandeira and van Handel,
    /// 2016, “Sharp nonasymptotic bounds on the norm of random matrices”), without its constant,
    /// raised by what small crowds exceed it by in one of a hundred draws.
    pub chance: f64,
}

impl Axes {
    /// The share of all deviation that lies along an axis, in 0..=1.
    #[must_use]
    pub fn share(&self, axis: usize) -> f64 {
        let strength = self.strengths.get(axis).copied().unwrap_or(0.0);
        if self.total > 0.0 {
            strength / self.total
        } else {
            0.0
        }
    }

    /// Whether a third axis matters: it is above chance and at least three quarters as strong as
    /// the second, so that groups may be apart along it that stand together on the map.
    #[must_use]
    pub fn has_third(&self) -> bool {
        self.strengths[2] > self.chance && self.strengths[2] >= 0.75 * self.strengths[1]
    }

    /// The claims that make an axis what it is, those first that agreeing with moves farthest along
    /// it, with how far (in −1..=1); at most so many, and none that moves nobody.
    #[must_use]
    pub fn made_of(&self, axis: usize, most: usize) -> Vec<(usize, f64)> {
        let Some(loadings) = self.loadings.get(axis) else {
            return Vec::new();
        };
        let mut claims: Vec<(usize, f64)> = loadings
            .iter()
            .copied()
            .enumerate()
            .filter(|it| it.1.abs() > 0.0)
            .collect();
        claims.sort_by(|left, right| right.1.abs().total_cmp(&left.1.abs()));
        claims.truncate(most);
        claims
    }

    /// How far each claim lies from the middle: the place of somebody who agreed with it and voted
    /// on nothing else (the extremity of Polis). `claim_count` is the number of claims voted on.
    pub(crate) fn extremities(&self, claim_count: usize) -> Vec<f64> {
        let scale = real(claim_count).sqrt();
        let [first, second, _] = &self.loadings;
        let each = self.means.iter().zip(first.iter().zip(second));
        each.map(|(mean, (first, second))| {
            let (x, y) = ((1.0 - mean) * first, (1.0 - mean) * second);
            scale * (x * x + y * y).sqrt()
        })
        .collect()
    }
}

/// Finds the axes of a spread over the live claims.
pub(crate) fn compute(ballots: &Ballots, totals: &Totals, spread: &impl Spread) -> Axes {
    let claim_count = ballots.claim_count();
    let mut means = vec![0.0; claim_count];
    let mut total = 0.0;
    let mut widest_claim = 0.0_f64;
    for claim in totals.live() {
        let count = totals.counts[claim];
        let own = count.variance() * real32(count.seen());
        means[claim] = count.mean();
        total += own;
        widest_claim = widest_claim.max(own);
    }
    let edge = widest_claim.sqrt() + widest_person(ballots, totals).sqrt();
    let voters = (0..ballots.person_count()).filter(|it| !ballots.cells_of(*it).is_empty());
    let excess = excess_of_strongest(real(voters.count()), real(totals.moving.len()));
    let chance = edge * edge * excess;
    let (found, steps) = eigen::strongest(spread, edge * edge);
    let mut found = found.into_iter();
    let mut next = || {
        let direction = found.next();
        let direction = direction.unwrap_or(Direction {
            strength: 0.0,
            vector: Vec::new(),
        });
        let mut loadings = vec![0.0; claim_count];
        for (claim, loading) in totals.moving.iter().zip(direction.vector) {
            loadings[*claim] = loading;
        }
        // They differ by how sums were rounded, and by nothing else.
        for (first, claim) in &totals.twins {
            loadings[*claim] = loadings[*first];
        }
        (loadings, direction.strength)
    };
    let (first, second, third) = (next(), next(), next());
    Axes {
        means,
        loadings: [first.0, second.0, third.0],
        strengths: [first.1, second.1, third.1],
        total,
        steps,
        chance,
    }
}

/// The most that the variances of the votes of one person add up to.
fn widest_person(ballots: &Ballots, totals: &Totals) -> f64 {
    let mut variances = vec![0.0; ballots.claim_count()];
    let exact = Exact::below(real(totals.live.len().max(1)));
    let mut widest_claim = 0.0_f64;
    for claim in totals.live() {
        variances[claim] = exact.round(totals.counts[claim].variance());
        widest_claim = widest_claim.max(variances[claim]);
    }
    let mut widest = 0.0_f64;
    for person in 0..ballots.person_count() {
        let cells = ballots.cells_of(person);
        // Nobody's sum is above that of as many of the widest claim, so some need not be added up.
        if real(cells.len()) * widest_claim > widest {
            let own = cells.iter().map(|cell| variances[index(cell >> 2)]);
            widest = widest.max(own.sum());
        }
    }
    widest
}

/// A person's place and what it was computed from.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Position {
    /// Along the strongest axis, as Polis draws it: scaled up by √(claims ÷ votes).
    pub x: f64,
    /// Along the second axis.
    pub y: f64,
    /// Along the third axis.
    pub z: f64,
    /// Where this person most likely stands, given that most people stand near the middle: the
    /// posterior mean of a linear model, in the unit of somebody who voted on everything.
    pub likely_x: f64,
    /// The same along the second axis.
    pub likely_y: f64,
    /// How unsure that is: posterior variance along the first axis.
    pub variance_x: f64,
    /// Posterior variance along the second axis.
    pub variance_y: f64,
    /// Posterior covariance of the two.
    pub covariance: f64,
}

/// What people's places are computed with.
pub(crate) struct Ruler {
    /// For each cell: along the three axes; for the likely place also the squares and product of
    /// the first two loadings.
    table: Vec<[f64; 6]>,
    claim_count: f64,
    out_count: f64,
    /// Noise of one vote over the variance of places along the first and second axis.
    ridge: [f64; 2],
    noise: f64,
    live: Vec<bool>,
}

impl Ruler {
    pub(crate) fn of(axes: &Axes, totals: &Totals, people: usize) -> Self {
        let claims = totals.counts.len();
        let mut table = vec![[0.0; 6]; claims * 4];
        // An axis has length 1, and no vote is further than 2 from its claim's mean.
        let wide = Exact::below(2.0 * real(totals.live.len().max(1)).sqrt());
        let narrow = Exact::below(1.5);
        for claim in totals.live() {
            let [first, second, third] = [0, 1, 2].map(|axis| axes.loadings[axis][claim]);
            for vote in [Vote::Disagree, Vote::Pass, Vote::Agree] {
                let apart = f64::from(vote.sign()) - axes.means[claim];
                table[4 * claim + index(vote.code())] = [
                    wide.round(apart * first),
                    wide.round(apart * second),
                    wide.round(apart * third),
                    narrow.round(first * first),
                    narrow.round(first * second),
                    narrow.round(second * second),
                ];
            }
        }
        let votes: f64 = totals
            .live()
            .map(|it| real32(totals.counts[it].seen()))
            .sum();
        let live_count = totals.is_live.iter().filter(|it| **it).count();
        let rest = axes.total - axes.strengths[0] - axes.strengths[1];
        let noise = (rest / votes.max(1.0)).max(1e-6);
        let density = (votes / (real(people) * real(live_count)).max(1.0)).clamp(1e-9, 1.0);
        let ridge = [0, 1].map(|axis| {
            let along = axes.strengths[axis] / real(people.max(1)) - density * noise;
            noise / (along / (density * density)).max(1e-6)
        });
        Self {
            table,
            claim_count: real(totals.voted_count),
            out_count: real(totals.out_count),
            ridge,
            noise,
            live: totals.is_live.clone(),
        }
    }

    /// Where a person with these votes stands.
    pub(crate) fn position(&self, cells: &[u32]) -> Position {
        let mut sums = [0.0; 6];
        let mut live_count = 0_usize;
        for cell in cells {
            for (sum, part) in sums.iter_mut().zip(&self.table[index(*cell)]) {
                *sum += part;
            }
            live_count += usize::from(self.live[index(cell >> 2)]);
        }
        // Polis answers “pass” to every claim that is out for everybody, voted or not.
        let answered = (real(live_count) + self.out_count).max(1.0);
        let scale = (self.claim_count / answered).sqrt();
        let (xx, xy, yy) = (sums[3] + self.ridge[0], sums[4], sums[5] + self.ridge[1]);
        let determinant = (xx * yy - xy * xy).max(f64::MIN_POSITIVE);
        Position {
            x: scale * sums[0],
            y: scale * sums[1],
            z: scale * sums[2],
            likely_x: (yy * sums[0] - xy * sums[1]) / determinant,
            likely_y: (xx * sums[1] - xy * sums[0]) / determinant,
            variance_x: self.noise * yy / determinant,
            variance_y: self.noise * xx / determinant,
            covariance: -self.noise * xy / determinant,
        }
    }
}
