//! The opinion map: everything that follows from the votes.

use crate::axes::{self, Axes, Path, Position, Ruler};
use crate::ballots::{BallotFault, Ballots};
use crate::groups::{self, Grouping};
use crate::hands::{Hands, ranges};
use crate::lens::bridging::{self, Bridging};
use crate::lens::common_ground::{self, Bounds, CommonGround};
use crate::lens::division::{self, Division};
use crate::lens::telling::{self, Telling};
use crate::order::Company;
use crate::polis::{self, Consensus, Representative};
use crate::spread::{Gram, Passes};
use crate::tally::{self, Count, Totals};
use crate::vote::{Standing, Vote};

/// What follows from the votes of a conversation. Claims and people are numbered as in the
/// [`Ballots`] it was computed from.
#[derive(Debug, Clone, PartialEq)]
pub struct OpinionMap {
    /// Which way the axes were computed.
    pub path: Path,
    /// The axes and what they are made of.
    pub axes: Axes,
    /// Each person's place; those without a vote stand at 0.
    pub positions: Vec<Position>,
    /// For each claim how far it lies from the middle of the map (extremity); at least 0.
    pub extremities: Vec<f64>,
    /// Whose places count for the groups.
    pub eligible: Vec<bool>,
    /// The groups.
    pub grouping: Grouping,
    /// What follows from the groups.
    pub results: Results,
}

/// What follows from votes and groups.
#[derive(Debug, Clone, PartialEq)]
pub struct Results {
    /// Votes of everybody by claim.
    pub counts: Vec<Count>,
    /// Votes by group and claim, shape groups × claims.
    pub by_group: Vec<Vec<Count>>,
    /// Polis: each group's representative claims, at most five.
    pub representative: Vec<Vec<Representative>>,
    /// Polis: what all people together hold or refuse.
    pub consensus: Consensus,
    /// Polis: for each claim the product over groups of smoothed agreement, in 0..=1.
    pub group_aware_consensus: Vec<f64>,
    /// Polis: for each claim its weight when the next one to ask is drawn; above 0.
    pub priorities: Vec<f64>,
    /// What every group holds or refuses, surest first.
    pub common_ground: Vec<CommonGround>,
    /// What the groups are apart on, surest first; empty where there is one group.
    pub divisions: Vec<Division>,
    /// Where each group stands out from the others beyond chance, largest difference first.
    pub telling: Vec<Vec<Telling>>,
}

/// Computes the map. `standing` says which claims take part; those beyond its end do.
///
/// The same votes give the same bits, in whatever order people were added and whatever numbers
/// claims have, with however many hands, on every machine with IEEE 754 arithmetic. Only claims
/// that votes do not tell apart are told apart by their numbers.
#[must_use]
pub fn compute(ballots: &Ballots, standing: &[Standing], hands: &impl Hands) -> OpinionMap {
    let totals = in_order(ballots, standing, hands);
    let path = Path::of(ballots);
    let axes = match path {
        Path::Pairs => {
            let gram = Gram::of_votes(ballots, &totals);
            axes::compute(ballots, &totals, &gram)
        }
        Path::Passes => {
            let passes = Passes::of(ballots, &totals, &totals.moving, hands);
            axes::compute(ballots, &totals, &passes)
        }
    };
    let kept = &mut Bounds::default();
    finish((ballots, standing), (totals, kept), (path, axes), hands)
}

/// Votes by claim, the claims in their own order.
fn in_order(ballots: &Ballots, standing: &[Standing], hands: &impl Hands) -> Totals {
    let totals = Totals::of(tally::by_claim(ballots, hands), standing);
    totals.in_order(ballots, || Company::of(ballots, hands))
}

/// Everything after the axes.
pub(crate) fn finish(
    (ballots, standing): (&Ballots, &[Standing]),
    (totals, kept): (Totals, &mut Bounds),
    (path, axes): (Path, Axes),
    hands: &impl Hands,
) -> OpinionMap {
    let voters = (0..ballots.person_count()).filter(|it| !ballots.cells_of(*it).is_empty());
    let ruler = Ruler::of(&axes, &totals, voters.count());
    let parts = ranges(hands, ballots.person_count(), ballots.vote_count());
    let placed = hands.each(parts, &|people| {
        let own = people.map(|person| ruler.position(ballots.cells_of(person)));
        own.collect::<Vec<Position>>()
    });
    let positions = placed.concat();
    let extremities = axes.extremities(totals.voted_count);
    let eligible = groups::eligible(ballots, totals.voted_count);
    let grouping = groups::compute(&axes, &positions, &eligible);
    let votes = (ballots, standing);
    let results = results_of(votes, (totals, kept), &grouping, &extremities, hands);
    OpinionMap {
        path,
        axes,
        positions,
        extremities,
        eligible,
        grouping,
        results,
    }
}

/// Computes what follows from given groups, such as those somebody else published.
/// `extremities` bear on the priorities alone.
#[must_use]
pub fn results(
    (ballots, standing): (&Ballots, &[Standing]),
    grouping: &Grouping,
    extremities: &[f64],
    hands: &impl Hands,
) -> Results {
    let totals = (in_order(ballots, standing, hands), &mut Bounds::default());
    results_of((ballots, standing), totals, grouping, extremities, hands)
}

fn results_of(
    (ballots, standing): (&Ballots, &[Standing]),
    (totals, kept): (Totals, &mut Bounds),
    grouping: &Grouping,
    extremities: &[f64],
    hands: &impl Hands,
) -> Results {
    let claim_count = ballots.claim_count();
    let by_group = tally::by_group(ballots, &grouping.group_of, grouping.count(), hands);
    let everybody = polis::summed(&by_group, claim_count);
    let priorities = everybody.iter().enumerate().map(|(claim, count)| {
        if standing.get(claim) == Some(&Standing::Meta) {
            return polis::priority_of_meta();
        }
        polis::priority(*count, extremities.get(claim).copied().unwrap_or(0.0))
    });
    Results {
        representative: polis::representative(&by_group, &totals),
        consensus: polis::consensus(&totals),
        group_aware_consensus: polis::group_aware_consensus(&by_group, claim_count),
        priorities: priorities.collect(),
        common_ground: common_ground::compute(&by_group, &totals, kept),
        divisions: division::compute(&by_group, &totals),
        telling: telling::compute(&by_group, &totals),
        by_group,
        counts: totals.counts,
    }
}

/// Where somebody would stand on a map who voted like this: a perspective by the claims it holds.
/// Each list is of (claim, vote); they move nothing on the map.
///
/// # Errors
/// A claim that is not there.
pub fn places(
    ballots: &Ballots,
    standing: &[Standing],
    map: &OpinionMap,
    of: &[Vec<(usize, Vote)>],
) -> Result<Vec<Position>, BallotFault> {
    let totals = Totals::of(map.results.counts.clone(), standing);
    let voters = (0..ballots.person_count()).filter(|it| !ballots.cells_of(*it).is_empty());
    let ruler = Ruler::of(&map.axes, &totals, voters.count());
    let mut own = Ballots::new(ballots.claim_count())?;
    for votes in of {
        own.push_person(votes.iter().copied())?;
    }
    Ok((0..of.len())
        .map(|it| ruler.position(own.cells_of(it)))
        .collect())
}

/// Computes bridging scores, which no other number rests on and which cost as much as all of them.
#[must_use]
pub fn bridging(
    ballots: &Ballots,
    standing: &[Standing],
    map: &OpinionMap,
    hands: &impl Hands,
) -> Bridging {
    let totals = Totals::of(map.results.counts.clone(), standing);
    bridging::compute(ballots, &totals, &map.axes, hands)
}
