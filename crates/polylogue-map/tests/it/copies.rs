//! Votes that are copies of one another.

use polylogue_map::lens::copies::{PEOPLE_MIN, find};
use polylogue_map::{Ballots, OneHand, Roll, Vote, compute};

use crate::conversation::{self, Draws, MadeUp, reordered};

fn crowd(seed: u64) -> Ballots {
    let made_up = MadeUp {
        people: 120,
        claims: 30,
        camps: 2,
        loyalty: 0.7,
        density: 0.6,
    };
    let casts = made_up.casts(&mut Draws(conversation::seed(seed)));
    Roll::from_casts(&casts).unwrap().ballots
}

#[test]
fn people_of_one_mind_are_no_copies() {
    for seed in 1..6 {
        let ballots = crowd(seed);
        let map = compute(&ballots, &[], &OneHand);
        assert_eq!(find(&ballots, &map), []);
    }
}

#[test]
fn many_who_give_the_very_same_answers_are_named_and_nobody_else() {
    let mut ballots = crowd(9);
    let pattern: Vec<(usize, Vote)> = (0..12)
        .map(|claim| {
            let vote = if claim % 3 == 0 {
                Vote::Disagree
            } else {
                Vote::Agree
            };
            (claim, vote)
        })
        .collect();
    let first = ballots.person_count();
    for _ in 0..6 {
        ballots.push_person(pattern.iter().copied()).unwrap();
    }
    for _ in 1..PEOPLE_MIN {
        ballots
            .push_person((12..30).map(|it| (it, Vote::Agree)))
            .unwrap();
    }
    let map = compute(&ballots, &[], &OneHand);
    let found = find(&ballots, &map);
    assert_eq!(found.len(), 1, "two alike are not many: {found:?}");
    assert_eq!(found[0].people, (first..first + 6).collect::<Vec<_>>());
    assert_eq!(found[0].claims, 12);
    assert!(found[0].expected < 0.6, "{}", found[0].expected);
}

#[test]
fn many_whose_answers_differ_a_little_are_named_too() {
    let mut ballots = crowd(9);
    let first = ballots.person_count();
    // Each takes one answer of twenty-two back or gives another.
    for number in 0..9_usize {
        let pattern = (0..22).map(|claim| {
            let vote = if claim % 3 == 0 {
                Vote::Disagree
            } else {
                Vote::Agree
            };
            let is_changed = claim == 2 * number + 1;
            (claim, if is_changed { Vote::Pass } else { vote })
        });
        ballots.push_person(pattern).unwrap();
    }
    let map = compute(&ballots, &[], &OneHand);
    let found = find(&ballots, &map);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].people, (first..first + 9).collect::<Vec<_>>());
    assert_eq!((found[0].claims, found[0].differ), (22, 2));
    // People are named by whatever order they came in, and claims by any numbers.
    let order: Vec<usize> = (0..ballots.person_count()).rev().collect();
    let other = reordered(&ballots, &order);
    let map = compute(&other, &[], &OneHand);
    let again = find(&other, &map);
    assert_eq!(again[0].people, (0..9).collect::<Vec<_>>());
    assert_eq!(again[0].expected, found[0].expected);
}

#[test]
fn a_few_votes_alike_say_nothing() {
    let mut ballots = Ballots::new(20).unwrap();
    for _ in 0..30 {
        ballots
            .push_person((0..7).map(|it| (it, Vote::Agree)))
            .unwrap();
    }
    let map = compute(&ballots, &[], &OneHand);
    assert_eq!(find(&ballots, &map), []);
    let everybody = {
        let mut ballots = Ballots::new(20).unwrap();
        for _ in 0..30 {
            ballots
                .push_person((0..12).map(|it| (it, Vote::Agree)))
                .unwrap();
        }
        ballots
    };
    let map = compute(&everybody, &[], &OneHand);
    assert_eq!(find(&everybody, &map), [], "where all agree, all are alike");
}
