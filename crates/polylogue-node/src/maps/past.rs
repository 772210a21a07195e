//! How a map came about: what it would have shown at earlier times, counted anew at a bounded
//! number of them.

use std::collections::{BTreeMap, BTreeSet};

use polylogue_core::id::OperationId;
use polylogue_map::polis::Side;
use polylogue_map::{Cast, Roll, Standing, compute};
use polylogue_store::Reader;
use polylogue_store::query::{BallotClaim, PastVote};

use super::{standing_of, too_large, vote_of};
use crate::cores::Cores;
use crate::refusal::Refusal;

/// Moments counted at most. Chosen by us: a line each, and a map computed for each.
pub const MOMENTS_MAX: usize = 12;

/// A map as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moment {
    /// Claimed time of its latest vote, in seconds.
    pub time: u64,
    /// Members who had voted.
    pub people: usize,
    /// Their votes that counted.
    pub votes: usize,
    /// How many groups there were; 1 where nobody was told apart.
    pub groups: usize,
    /// Claims on which more than half of every group were on one side, as sure as common ground
    /// has to be, with that side.
    pub shared: BTreeSet<(OperationId, Side)>,
}

/// The map of members' votes under a thing as it was at up to [`MOMENTS_MAX`] times, oldest first;
/// between two of them came about as many votes as between any other two.
///
/// # Errors
/// A failure of the disk, or more claims or people than a map takes.
pub fn past(reader: &Reader, under: Option<OperationId>) -> Result<Vec<Moment>, Refusal> {
    let votes = reader.past_votes(under)?;
    let claims = reader.ballots(under)?.claims;
    let claims: BTreeMap<u64, BallotClaim> = claims
        .iter()
        .map(|it| (it.number.unsigned_abs(), *it))
        .collect();
    let casts: Vec<Cast> = votes.iter().map(cast).collect();
    let mut moments = Vec::new();
    for end in ends(&votes) {
        moments.extend(moment(&casts[..end], votes[end - 1].time, &claims)?);
    }
    Ok(moments)
}

/// How many votes had been cast at each moment; votes of one time belong to one moment.
fn ends(votes: &[PastVote]) -> Vec<usize> {
    let mut ends: Vec<usize> = Vec::new();
    for part in 1..=MOMENTS_MAX {
        let mut end = votes.len() * part / MOMENTS_MAX;
        while end > 0 && end < votes.len() && votes[end].time == votes[end - 1].time {
            end += 1;
        }
        if end > 0 && ends.last() != Some(&end) {
            ends.push(end);
        }
    }
    ends
}

fn cast(vote: &PastVote) -> Cast {
    Cast {
        person: vote.person.unsigned_abs(),
        claim: vote.claim.unsigned_abs(),
        // The list is in order, and of equally late votes the one that comes later counts.
        time: 0,
        vote: vote_of(vote.choice),
    }
}

fn moment(
    casts: &[Cast],
    time: u64,
    claims: &BTreeMap<u64, BallotClaim>,
) -> Result<Option<Moment>, Refusal> {
    let roll = Roll::from_casts(casts).map_err(too_large)?;
    let known: Option<Vec<&BallotClaim>> = roll.claims.iter().map(|it| claims.get(it)).collect();
    let Some(known) = known else {
        return Ok(None);
    };
    let standing: Vec<Standing> = known.iter().map(|it| standing_of(it)).collect();
    let map = compute(&roll.ballots, &standing, &Cores::of_this_machine());
    let sure = map
        .results
        .common_ground
        .iter()
        .filter(|it| it.lowest > 0.5);
    Ok(Some(Moment {
        time,
        people: roll.people.len(),
        votes: roll.ballots.vote_count(),
        groups: map.grouping.count().max(1),
        shared: sure.map(|it| (known[it.claim].id, it.side)).collect(),
    }))
}

#[cfg(test)]
mod tests {
    use polylogue_core::kind::Choice;

    use super::*;

    #[test]
    fn votes_of_one_time_are_one_moment() {
        let vote = |time| PastVote {
            claim: 1,
            person: 1,
            choice: Choice::Agree,
            time,
        };
        assert!(ends(&[]).is_empty());
        let together: Vec<PastVote> = (0..40).map(|_| vote(7)).collect();
        assert_eq!(ends(&together), [40]);
        let apart: Vec<PastVote> = (0..40).map(vote).collect();
        let ends_apart = ends(&apart);
        assert_eq!(ends_apart.len(), MOMENTS_MAX);
        assert_eq!(ends_apart.last(), Some(&40));
    }
}
