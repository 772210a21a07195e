//! What holds for any votes, under printed seeds.

use polylogue_map::axes::Path;
use polylogue_map::{
    Ballots, Hands, Ledger, OneHand, Roll, Standing, Vote, bridging, compute, places,
};

use crate::conversation::{self, Draws, MadeUp, check_same_but_for_names, moved, reordered};

/// Several threads, each with a share of the parts.
struct Threads(usize);

impl Hands for Threads {
    fn width(&self) -> usize {
        self.0
    }

    fn each<T: Send, R: Send>(&self, parts: Vec<T>, work: &(impl Fn(T) -> R + Sync)) -> Vec<R> {
        std::thread::scope(|scope| {
            let started: Vec<_> = parts
                .into_iter()
                .map(|part| scope.spawn(move || work(part)))
                .collect();
            started.into_iter().map(|it| it.join().unwrap()).collect()
        })
    }
}

fn large(draws: &mut Draws) -> Ballots {
    let made_up = MadeUp {
        people: 9_000,
        claims: 300,
        camps: 3,
        loyalty: 0.8,
        density: 0.35,
    };
    Roll::from_casts(&made_up.casts(draws)).unwrap().ballots
}

#[test]
fn any_number_of_threads_and_any_order_of_people_give_the_same_bits() {
    let mut draws = Draws(conversation::seed(1));
    let ballots = large(&mut draws);
    assert_eq!(Path::of(&ballots), Path::Pairs);
    let one = compute(&ballots, &[], &OneHand);
    assert_eq!(one.grouping.count(), 3);
    for width in [2, 3, 7] {
        assert_eq!(
            compute(&ballots, &[], &Threads(width)),
            one,
            "{width} threads"
        );
    }
    let score = bridging(&ballots, &[], &one, &OneHand);
    assert_eq!(bridging(&ballots, &[], &one, &Threads(3)), score);
    let mut order: Vec<usize> = (0..ballots.person_count()).collect();
    draws.shuffle(&mut order);
    let other = compute(&reordered(&ballots, &order), &[], &Threads(2));
    assert_eq!(other.axes, one.axes);
    assert_eq!(other.results, one.results);
}

/// Conversations of many shapes: large and small, dense and nearly empty, with claims that have
/// the same counts and claims that have the same votes.
fn shapes(draws: &mut Draws) -> Vec<Ballots> {
    let shape = |people, claims, density| MadeUp {
        people,
        claims,
        camps: 2,
        loyalty: 0.8,
        density,
    };
    let shapes = [
        shape(300, 80, 0.4),
        shape(40, 60, 0.3),
        shape(16, 30, 0.5),
        shape(60, 200, 0.02),
        shape(9, 12, 0.7),
        shape(50, 2_100, 0.05),
    ];
    let made = |it: &MadeUp| Roll::from_casts(&it.casts(draws)).unwrap().ballots;
    let mut all: Vec<Ballots> = shapes.iter().map(made).collect();
    // Every claim twice.
    let twice = all[2].clone();
    let mut doubled = Ballots::new(2 * twice.claim_count()).unwrap();
    for person in 0..twice.person_count() {
        let votes = twice.votes_of(person);
        let both = votes.flat_map(|(claim, vote)| [(2 * claim, vote), (2 * claim + 1, vote)]);
        doubled.push_person(both).unwrap();
    }
    all.push(doubled);
    all
}

#[test]
fn claims_under_any_numbers_and_people_in_any_order_give_the_same_bits() {
    let seed = conversation::seed(3);
    for offset in 0..4 {
        let mut draws = Draws(seed + offset);
        for ballots in shapes(&mut draws) {
            let claims = ballots.claim_count();
            let standing: Vec<Standing> = (0..claims)
                .map(|_| match draws.below(9) {
                    0 => Standing::Rejected,
                    1 => Standing::Meta,
                    _ => Standing::Shown,
                })
                .collect();
            let map = compute(&ballots, &standing, &OneHand);
            for _ in 0..20 {
                let mut names: Vec<usize> = (0..claims).collect();
                draws.shuffle(&mut names);
                let mut order: Vec<usize> = (0..ballots.person_count()).collect();
                draws.shuffle(&mut order);
                let renamed = renamed(&ballots, &names, &order);
                let standing = moved(&standing, &names);
                let mut other = compute(&renamed, &standing, &OneHand);
                assert_eq!(Ledger::new(renamed, &standing).map(&OneHand), other);
                put_people_back(&mut other, &order);
                check_same_but_for_names(&ballots, &other, &map, &names);
            }
        }
    }
}

fn renamed(ballots: &Ballots, names: &[usize], order: &[usize]) -> Ballots {
    let mut other = Ballots::new(ballots.claim_count()).unwrap();
    for person in order {
        let own = ballots.votes_of(*person);
        other
            .push_person(own.map(|(claim, vote)| (names[claim], vote)))
            .unwrap();
    }
    other
}

fn put_people_back(map: &mut polylogue_map::OpinionMap, order: &[usize]) {
    map.positions = moved(&map.positions, order);
    map.eligible = moved(&map.eligible, order);
    map.grouping.group_of = moved(&map.grouping.group_of, order);
}

#[test]
fn passes_give_the_same_bits_for_any_order_and_number_of_threads() {
    let mut draws = Draws(conversation::seed(2));
    // More claims than pairs are counted for.
    let made_up = MadeUp {
        people: 1_500,
        claims: 2_100,
        camps: 2,
        loyalty: 0.8,
        density: 0.08,
    };
    let ballots = Roll::from_casts(&made_up.casts(&mut draws))
        .unwrap()
        .ballots;
    assert_eq!(Path::of(&ballots), Path::Passes);
    let one = compute(&ballots, &[], &OneHand);
    assert_eq!(one.grouping.count(), 2);
    assert_eq!(compute(&ballots, &[], &Threads(2)), one);
    let mut order: Vec<usize> = (0..ballots.person_count()).collect();
    draws.shuffle(&mut order);
    let other = compute(&reordered(&ballots, &order), &[], &Threads(3));
    assert_eq!(other.axes, one.axes);
    assert_eq!(other.results, one.results);
    let mut ledger = Ledger::new(ballots, &[]);
    assert_eq!(ledger.map(&OneHand), one);
}

#[test]
fn both_paths_lead_to_the_same_places() {
    // The same votes, with so many unanswered claims that passes are used.
    let mut draws = Draws(conversation::seed(6));
    let ballots = Roll::from_casts(
        &MadeUp {
            people: 400,
            claims: 80,
            camps: 2,
            loyalty: 0.8,
            density: 0.5,
        }
        .casts(&mut draws),
    )
    .unwrap()
    .ballots;
    let mut wide = Ballots::new(3_000).unwrap();
    for person in 0..ballots.person_count() {
        wide.push_person(ballots.votes_of(person)).unwrap();
    }
    let (narrow, wide) = (
        compute(&ballots, &[], &OneHand),
        compute(&wide, &[], &OneHand),
    );
    assert_eq!((narrow.path, wide.path), (Path::Pairs, Path::Passes));
    assert_eq!(narrow.grouping.group_of, wide.grouping.group_of);
    for (narrow, wide) in narrow.positions.iter().zip(&wide.positions) {
        assert!((narrow.x - wide.x).abs() < 1e-6 && (narrow.y - wide.y).abs() < 1e-6);
    }
}

#[test]
fn a_kept_map_equals_one_computed_from_nothing_after_any_change() {
    let seed = conversation::seed(8);
    for offset in 0..6 {
        let mut draws = Draws(seed + offset);
        let made_up = MadeUp {
            people: 40,
            claims: 12,
            camps: 2,
            loyalty: 0.85,
            density: 0.6,
        };
        let ballots = Roll::from_casts(&made_up.casts(&mut draws))
            .unwrap()
            .ballots;
        let mut standing = vec![Standing::Shown; ballots.claim_count()];
        let mut ledger = Ledger::new(ballots, &standing);
        for _ in 0..120 {
            change(&mut ledger, &mut standing, &mut draws);
            if draws.below(3) == 0 {
                let cold = compute(ledger.ballots(), &standing, &OneHand);
                assert_eq!(ledger.map(&OneHand), cold, "seed {}", seed + offset);
            }
        }
    }
}

/// One vote, changed vote or withdrawn vote; now and then a new person, a new claim anywhere among
/// the others, or a claim moderated.
fn change(ledger: &mut Ledger, standing: &mut Vec<Standing>, draws: &mut Draws) {
    let (people, claims) = (
        ledger.ballots().person_count(),
        ledger.ballots().claim_count(),
    );
    match draws.below(12) {
        0 => {
            ledger.add_person().unwrap();
        }
        1 => {
            let at = draws.below(claims + 1);
            ledger.insert_claim(at).unwrap();
            standing.insert(at, Standing::Shown);
        }
        2 => {
            let claim = draws.below(claims);
            standing[claim] = match draws.below(3) {
                0 => Standing::Rejected,
                1 => Standing::Meta,
                _ => Standing::Shown,
            };
            ledger.set_standing(claim, standing[claim]);
        }
        _ => {
            let vote = match draws.below(4) {
                0 => None,
                1 => Some(Vote::Pass),
                2 => Some(Vote::Agree),
                _ => Some(Vote::Disagree),
            };
            let (person, claim) = (draws.below(people), draws.below(claims));
            ledger.cast(person, claim, vote).unwrap();
        }
    }
}

#[test]
fn replayed_vote_by_vote_a_real_conversation_ends_at_the_same_map() {
    for it in conversation::all() {
        if it.roll.people.len() > 600 {
            continue;
        }
        let mut empty = Ballots::new(it.roll.claims.len()).unwrap();
        for _ in &it.roll.people {
            empty.push_person([]).unwrap();
        }
        let mut ledger = Ledger::new(empty, &it.standing);
        let mut casts = it.casts.clone();
        casts.sort_by_key(|cast| cast.time);
        for (number, cast) in casts.iter().enumerate() {
            let person = it.roll.people.binary_search(&cast.person).unwrap();
            let claim = it.roll.claims.binary_search(&cast.claim).unwrap();
            ledger.cast(person, claim, Some(cast.vote)).unwrap();
            if number % 4_000 == 0 {
                let cold = compute(ledger.ballots(), &it.standing, &OneHand);
                assert_eq!(ledger.map(&OneHand), cold);
            }
        }
        assert_eq!(*ledger.ballots(), it.roll.ballots);
        let cold = compute(&it.roll.ballots, &it.standing, &OneHand);
        assert_eq!(ledger.map(&OneHand), cold, "{}", it.name);
    }
}

#[test]
fn whoever_voted_little_is_uncertain_and_not_extreme() {
    let mut draws = Draws(conversation::seed(9));
    let made_up = MadeUp {
        people: 300,
        claims: 60,
        camps: 2,
        loyalty: 0.8,
        density: 0.7,
    };
    let roll = Roll::from_casts(&made_up.casts(&mut draws)).unwrap();
    let mut ballots = roll.ballots;
    // One more person who answers seven claims as the first does, and nothing else.
    let few: Vec<_> = ballots.votes_of(0).take(7).collect();
    ballots.push_person(few).unwrap();
    let map = compute(&ballots, &[], &OneHand);
    let (many, few) = (map.positions[0], map.positions[300]);
    println!("{} {}", few.variance_x, many.variance_x);
    assert!(few.variance_x > 2.0 * many.variance_x);
    assert!(few.likely_x.abs() < many.likely_x.abs());
    let farthest = map.positions[..300].iter().map(|it| it.likely_x.abs());
    assert!(few.likely_x.abs() < farthest.fold(0.0, f64::max));
}

#[test]
fn bridging_claims_are_those_both_ends_hold() {
    let mut casts = Vec::new();
    for person in 0..100_u64 {
        for claim in 0..12_u64 {
            let is_shared = claim >= 10;
            // 70 people are at one end, 30 at the other.
            let agrees = is_shared || (claim % 2 == 0) == (person < 70);
            let vote = if agrees { Vote::Agree } else { Vote::Disagree };
            casts.push(polylogue_map::Cast {
                person,
                claim,
                time: 0,
                vote,
            });
        }
    }
    let roll = Roll::from_casts(&casts).unwrap();
    let map = compute(&roll.ballots, &[], &OneHand);
    let found = bridging(&roll.ballots, &[], &map, &OneHand);
    let best_divided = found.scores[..10]
        .iter()
        .fold(f64::MIN, |most, it| most.max(*it));
    println!("{:?}", found.scores);
    assert!(found.scores[10] > best_divided + 0.3 && found.scores[11] > best_divided + 0.3);
}

#[test]
fn somebody_who_votes_like_a_person_is_placed_where_that_person_stands() {
    let mut draws = Draws(conversation::seed(5));
    let made_up = MadeUp {
        people: 60,
        claims: 30,
        camps: 2,
        loyalty: 0.8,
        density: 0.5,
    };
    let ballots = Roll::from_casts(&made_up.casts(&mut draws))
        .unwrap()
        .ballots;
    let standing = [Standing::Shown, Standing::Rejected];
    let map = compute(&ballots, &standing, &OneHand);
    let like = |person: usize| ballots.votes_of(person).collect::<Vec<(usize, Vote)>>();
    let of = [like(3), Vec::new(), like(41)];
    let placed = places(&ballots, &standing, &map, &of).unwrap();
    assert_eq!(placed[0], map.positions[3]);
    assert_eq!(placed[2], map.positions[41]);
    assert_eq!(placed[1].likely_x, 0.0, "nothing held is no place");
    let beyond = vec![vec![(999, Vote::Agree)]];
    assert!(places(&ballots, &standing, &map, &beyond).is_err());
}
