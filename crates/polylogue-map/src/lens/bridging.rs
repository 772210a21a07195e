//! Bridging: how much a claim is held beyond what people's places on an axis explain.
//!
//! Each vote is taken as μ + bᵢ + cⱼ + wᵢ·xⱼ: what everybody tends to, what the person tends to,
//! what the claim gets from everybody alike, and what the claim gets from one end of an axis
//! rather than the other. cⱼ is the bridging score: high for claims that both ends hold, low for
//! claims that only one end, however large, holds. It is the model of Community Notes (Wojcik et
//! al. 2022, “Birdwatch”, arXiv 2210.15723), fitted here by turns of least squares, from a fixed
//! start and for a fixed number of turns. Sums over people are of whole numbers, so that the order
//! of people is no matter.

use crate::axes::Axes;
use crate::ballots::Ballots;
use crate::hands::{Hands, ranges};
use crate::number::{Exact, index, nearest, power_of_two, real, real32, real64};
use crate::tally::Totals;

/// Turns of fitting people and then claims.
const TURNS: usize = 16;
/// How strongly b and c are held to 0, in votes.
const RIDGE_OF_LEVEL: f64 = 1.0;
/// How strongly w and x are held to 0, in votes; lower, so that what an axis can explain it does.
const RIDGE_OF_SLOPE: f64 = 0.3;
/// People's values are whole numbers of this unit where they are added up.
const UNIT_EXPONENT: i32 = 20;
/// No value of a person goes beyond this.
const FARTHEST: f64 = 8.0;

/// The scores of all claims.
#[derive(Debug, Clone, PartialEq)]
pub struct Bridging {
    /// For each claim what it gets from everybody alike; about −1..=1, 0 for claims that are out.
    pub scores: Vec<f64>,
    /// For each claim what it gets from one end of the axis rather than the other.
    pub slopes: Vec<f64>,
    /// The mean vote of all, in −1..=1.
    pub mean: f64,
}

/// Sums over people for one claim and one vote, in units: people, Σ b, Σ w, Σ w², Σ b·w.
type Sums = [i64; 5];

/// Fits the model to the votes on live claims.
pub(crate) fn compute(
    ballots: &Ballots,
    totals: &Totals,
    axes: &Axes,
    hands: &impl Hands,
) -> Bridging {
    let claim_count = ballots.claim_count();
    let (mut sum, mut seen) = (0.0, 0.0);
    for claim in totals.live() {
        let count = totals.counts[claim];
        sum += real32(count.agree) - real32(count.disagree);
        seen += real32(count.seen());
    }
    let mean = if seen > 0.0 { sum / seen } else { 0.0 };
    let scale = real(totals.live().count()).sqrt();
    let mut model = Bridging {
        scores: vec![0.0; claim_count],
        slopes: axes.loadings[0].iter().map(|it| it * scale).collect(),
        mean,
    };
    for claim in totals.live() {
        model.scores[claim] = totals.counts[claim].mean() - mean;
    }
    let live = LiveVotes::of(ballots, totals);
    for _ in 0..TURNS {
        let sums = sums_over_people(&live, totals, &model, hands);
        for claim in totals.live() {
            let own = &sums[4 * claim..4 * claim + 3];
            let (score, slope) = fitted_claim(own, mean);
            model.scores[claim] = score;
            model.slopes[claim] = slope;
        }
    }
    model
}

/// The votes on live claims alone, person after person, as in [`Ballots`].
struct LiveVotes {
    starts: Vec<usize>,
    cells: Vec<u32>,
}

impl LiveVotes {
    fn of(ballots: &Ballots, totals: &Totals) -> Self {
        let mut starts = vec![0];
        let mut cells = Vec::with_capacity(ballots.vote_count());
        for person in 0..ballots.person_count() {
            let own = ballots.cells_of(person).iter();
            cells.extend(own.filter(|it| totals.is_live[index(**it >> 2)]));
            starts.push(cells.len());
        }
        Self { starts, cells }
    }
}

/// For each cell what it adds for a person: what is left of the vote, the claim's slope, its
/// square, and the product of the two; so rounded that they add up exactly in any order.
fn table_of(totals: &Totals, model: &Bridging) -> Vec<[f64; 4]> {
    let mut table = vec![[0.0; 4]; totals.counts.len() * 4];
    let mut widest = [0.0_f64; 4];
    for claim in totals.live() {
        let slope = model.slopes[claim];
        for (code, sign) in [-1.0, 0.0, 1.0].into_iter().enumerate() {
            let rest = sign - model.mean - model.scores[claim];
            let added = [rest, slope, slope * slope, rest * slope];
            for (most, it) in widest.iter_mut().zip(added) {
                *most = most.max(it.abs());
            }
            table[4 * claim + code] = added;
        }
    }
    let all = real(totals.live.len().max(1));
    let exact = widest.map(|it| Exact::below((it * all).max(f64::EPSILON)));
    for added in &mut table {
        for (it, exact) in added.iter_mut().zip(exact) {
            *it = exact.round(*it);
        }
    }
    table
}

/// Fits everybody to the claims, and adds them up by claim and vote.
fn sums_over_people(
    live: &LiveVotes,
    totals: &Totals,
    model: &Bridging,
    hands: &impl Hands,
) -> Vec<Sums> {
    let unit = power_of_two(UNIT_EXPONENT);
    let table = table_of(totals, model);
    let parts = ranges(hands, live.starts.len() - 1, live.cells.len());
    let parts = hands.each(parts, &|people| {
        let mut sums = vec![[0_i64; 5]; table.len()];
        for person in people {
            let cells = &live.cells[live.starts[person]..live.starts[person + 1]];
            let (level, slope) = fitted_person(cells, &table);
            let whole = |it: f64| nearest(it * unit);
            let squares = (whole(slope * slope), whole(level * slope));
            let added = [1, whole(level), whole(slope), squares.0, squares.1];
            for cell in cells {
                for (sum, part) in sums[index(*cell)].iter_mut().zip(added) {
                    *sum += part;
                }
            }
        }
        sums
    });
    let mut parts = parts.into_iter();
    let mut all = parts.next().unwrap_or_default();
    for part in parts {
        for (sums, more) in all.iter_mut().zip(part) {
            for (sum, it) in sums.iter_mut().zip(more) {
                *sum += it;
            }
        }
    }
    all
}

/// What a person tends to, and their place on the axis, by least squares over their votes.
fn fitted_person(cells: &[u32], table: &[[f64; 4]]) -> (f64, f64) {
    let mut sums = [0.0; 4];
    for cell in cells {
        for (sum, added) in sums.iter_mut().zip(&table[index(*cell)]) {
            *sum += added;
        }
    }
    let [rest, slope, square, crossed] = sums;
    let (level, place) = solved(
        [
            real(cells.len()) + RIDGE_OF_LEVEL,
            slope,
            square + RIDGE_OF_SLOPE,
        ],
        [rest, crossed],
    );
    let kept = |it: f64| it.clamp(-FARTHEST, FARTHEST);
    (kept(level), kept(place))
}

/// A claim's score and slope by least squares over the people who voted on it.
fn fitted_claim(sums: &[Sums], mean: f64) -> (f64, f64) {
    let unit = power_of_two(UNIT_EXPONENT);
    let (mut count, mut rest, mut slope) = (0.0, 0.0, 0.0);
    let (mut square, mut crossed) = (0.0, 0.0);
    for (sums, sign) in sums.iter().zip([-1.0, 0.0, 1.0]) {
        let [people, levels, places, squares, products] = *sums;
        let (people, places) = (real64(people), real64(places) / unit);
        count += people;
        rest += (sign - mean) * people - real64(levels) / unit;
        slope += places;
        square += real64(squares) / unit;
        crossed += (sign - mean) * places - real64(products) / unit;
    }
    solved(
        [count + RIDGE_OF_LEVEL, slope, square + RIDGE_OF_SLOPE],
        [rest, crossed],
    )
}

/// Solves two equations with a symmetric matrix given as (top left, beside, bottom right).
fn solved([first, beside, second]: [f64; 3], [left, right]: [f64; 2]) -> (f64, f64) {
    let determinant = (first * second - beside * beside).max(1e-12);
    (
        (second * left - beside * right) / determinant,
        (first * right - beside * left) / determinant,
    )
}
