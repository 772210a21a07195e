//! Votes that make no map, or a small one: never a panic, never a number that is none.

use polylogue_map::groups::Outcome;
use polylogue_map::{Ballots, Cast, OneHand, OpinionMap, Roll, Standing, Vote, bridging, compute};

use crate::conversation::{self, Draws};

fn map_of(votes: &[(u64, u64, Vote)], standing: &[Standing]) -> OpinionMap {
    let casts: Vec<Cast> = votes
        .iter()
        .map(|(person, claim, vote)| Cast {
            person: *person,
            claim: *claim,
            time: 0,
            vote: *vote,
        })
        .collect();
    let roll = Roll::from_casts(&casts).unwrap();
    let map = compute(&roll.ballots, standing, &OneHand);
    check(&map);
    let bridging = bridging(&roll.ballots, standing, &map, &OneHand);
    assert!(bridging.scores.iter().all(|it| it.is_finite()));
    map
}

/// Every number is finite and in its range.
fn check(map: &OpinionMap) {
    for it in &map.positions {
        let all = [it.x, it.y, it.z, it.likely_x, it.likely_y];
        assert!(all.iter().all(|it| it.is_finite()), "{it:?}");
        assert!(it.variance_x >= 0.0 && it.variance_y >= 0.0 && it.covariance.is_finite());
    }
    assert!(
        map.extremities
            .iter()
            .all(|it| it.is_finite() && *it >= 0.0)
    );
    assert!(
        map.results
            .priorities
            .iter()
            .all(|it| it.is_finite() && *it > 0.0)
    );
    for it in &map.results.common_ground {
        assert!((0.0..=1.0).contains(&it.lowest));
    }
    for it in &map.results.divisions {
        assert!(it.low <= it.spread && it.spread <= it.high && it.high <= 1.0);
    }
    for tried in &map.grouping.tried {
        assert!((-1.0..=1.0).contains(&tried.silhouette), "{tried:?}");
    }
    let share = map.axes.share(0) + map.axes.share(1) + map.axes.share(2);
    assert!((0.0..=1.0 + 1e-9).contains(&share), "{share}");
}

#[test]
fn nobody_and_one_person() {
    let map = map_of(&[], &[]);
    assert_eq!(map.grouping.outcome, Outcome::TooFewPeople { people: 0 });
    let map = map_of(&[(1, 1, Vote::Agree)], &[]);
    assert_eq!(map.grouping.outcome, Outcome::TooFewPeople { people: 1 });
    assert_eq!(map.results.counts[0].agree, 1);
    assert!(map.results.common_ground.is_empty());
}

#[test]
fn everybody_identical() {
    let votes: Vec<_> = (0..300).map(|it| (it / 10, it % 10, Vote::Agree)).collect();
    let map = map_of(&votes, &[]);
    assert_eq!(map.grouping.outcome, Outcome::AllAlike);
    assert_eq!(map.grouping.sizes, [30]);
    assert_eq!(map.results.common_ground.len(), 10);
    assert!(map.results.divisions.is_empty());
}

#[test]
fn one_claim() {
    let half = |it: u64| {
        if it.is_multiple_of(2) {
            Vote::Agree
        } else {
            Vote::Disagree
        }
    };
    let votes: Vec<_> = (0..40).map(|it| (it, 7, half(it))).collect();
    let map = map_of(&votes, &[]);
    assert_eq!(map.grouping.count(), 1, "{:?}", map.grouping);
}

#[test]
fn all_passes() {
    let votes: Vec<_> = (0..400).map(|it| (it / 10, it % 10, Vote::Pass)).collect();
    let map = map_of(&votes, &[]);
    assert_eq!(map.grouping.outcome, Outcome::AllAlike);
    assert!(map.results.common_ground.is_empty());
}

#[test]
fn all_claims_rejected() {
    let half = |it: u64| {
        if it.is_multiple_of(3) {
            Vote::Agree
        } else {
            Vote::Disagree
        }
    };
    let votes: Vec<_> = (0..400).map(|it| (it / 10, it % 10, half(it))).collect();
    let map = map_of(&votes, &[Standing::Rejected; 10]);
    assert_eq!(map.grouping.outcome, Outcome::AllAlike);
    assert!(map.results.consensus.agree.is_empty());
    let map = map_of(&votes, &[Standing::Meta; 10]);
    assert!(map.results.priorities.iter().all(|it| *it == 49.0));
}

#[test]
fn two_camps_of_the_same_two_answers() {
    let votes: Vec<_> = (0..400)
        .map(|it| {
            let is_left = (it / 10) % 2 == 0;
            (
                it / 10,
                it % 10,
                if is_left { Vote::Agree } else { Vote::Disagree },
            )
        })
        .collect();
    let map = map_of(&votes, &[]);
    assert_eq!(map.grouping.sizes, [20, 20]);
    assert_eq!(map.grouping.tried.len(), 1, "only two places are there");
}

#[test]
fn any_few_votes() {
    let seed = conversation::seed(12);
    for offset in 0..400 {
        let mut draws = Draws(seed + offset);
        let (people, claims) = (draws.below(25) + 1, draws.below(8) + 1);
        let votes: Vec<_> = (0..draws.below(120))
            .map(|_| {
                let vote = [Vote::Agree, Vote::Disagree, Vote::Pass][draws.below(3)];
                (draws.below(people) as u64, draws.below(claims) as u64, vote)
            })
            .collect();
        map_of(&votes, &[]);
    }
}

#[test]
fn people_and_claims_without_a_vote_change_nothing() {
    let half = |it: u64| {
        if it.is_multiple_of(3) {
            Vote::Agree
        } else {
            Vote::Disagree
        }
    };
    let mut ballots = Ballots::new(14).unwrap();
    ballots.push_person([]).unwrap();
    for person in 0..40_u64 {
        let votes = (0..10_u64).map(|claim| {
            let at = usize::try_from(claim).unwrap() + 2;
            (at, half(person * 7 + claim * claim))
        });
        ballots.push_person(votes).unwrap();
    }
    let map = compute(&ballots, &[], &OneHand);
    check(&map);
    assert_eq!(map.positions[0].x, 0.0);
    assert!(!map.eligible[0]);
    assert_eq!(map.grouping.group_of[0], None);
}
