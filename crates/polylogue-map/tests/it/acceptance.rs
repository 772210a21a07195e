//! The figures the grouping has to reach on real conversations, each beside what was measured.

use polylogue_map::Vote;
use polylogue_map::groups::{Outcome, least, likeness};
use polylogue_map::{Ballots, Cast, OneHand, OpinionMap, Roll, Standing, bridging, compute};

use crate::conversation::{
    self, Conversation, Draws, check_same_but_for_names, groups, moved, reordered,
};

/// Name; nearest-centre share; fixed-point likeness; end-to-end likeness demanded.
///
/// The first two are what a reference model measured, the third the demand at the published number
/// of groups. `london.youth.policing` is not scored: its published groups fit no present algorithm.
const SCORED: [(&str, f64, f64, f64); 5] = [
    ("scoop-hivemind.biodiversity", 0.996, 0.954, 0.90),
    (
        "ssis.land-bank-farmland.2rumnecbeh.2021-08-01",
        0.992,
        0.965,
        0.94,
    ),
    ("vtaiwan.uberx", 0.977, 0.826, 0.80),
    ("bg2050-volunteers", 1.0, 1.0, 0.95),
    ("brexit-consensus", 0.968, 0.876, 0.85),
];

fn scored() -> Vec<(Conversation, (f64, f64, f64))> {
    let with_figures = |it: Conversation| {
        let found = SCORED.iter().find(|(name, ..)| *name == it.name)?;
        Some((it, (found.1, found.2, found.3)))
    };
    conversation::all()
        .into_iter()
        .filter_map(with_figures)
        .collect()
}

fn map_of(it: &Conversation) -> OpinionMap {
    compute(&it.roll.ballots, &it.standing, &OneHand)
}

type Place = (f64, f64);

fn square(left: Place, right: Place) -> f64 {
    (left.0 - right.0).powi(2) + (left.1 - right.1).powi(2)
}

fn nearest(centres: &[Place], place: Place) -> usize {
    (0..centres.len())
        .min_by(|left, right| {
            square(centres[*left], place).total_cmp(&square(centres[*right], place))
        })
        .unwrap()
}

fn centres(places: &[Place], group_of: &[usize], count: usize) -> Vec<Place> {
    (0..count)
        .map(|group| {
            let own = places.iter().zip(group_of).filter(|(_, it)| **it == group);
            let own: Vec<Place> = own.map(|(it, _)| *it).collect();
            let size = own.len().max(1) as f64;
            let x: f64 = own.iter().map(|it| it.0).sum();
            let y: f64 = own.iter().map(|it| it.1).sum();
            (x / size, y / size)
        })
        .collect()
}

/// Plain k-means from given centres, written here to judge the crate's own by.
fn settled(places: &[Place], mut at: Vec<Place>) -> (Vec<usize>, f64) {
    let mut group_of = Vec::new();
    for _ in 0..500 {
        let next: Vec<usize> = places.iter().map(|it| nearest(&at, *it)).collect();
        if next == group_of {
            break;
        }
        at = centres(places, &next, at.len());
        group_of = next;
    }
    let within = places
        .iter()
        .zip(&group_of)
        .map(|(it, group)| square(at[*group], *it));
    let within = within.sum();
    (group_of, within)
}

fn named(group_of: &[usize]) -> Vec<Option<u8>> {
    group_of.iter().map(|it| u8::try_from(*it).ok()).collect()
}

#[test]
fn people_stand_nearest_to_their_published_group() {
    for (it, (share, fixed, _)) in scored() {
        let map = map_of(&it);
        let published = groups(&it.expected["published_group"]);
        let (mut places, mut own) = (Vec::new(), Vec::new());
        for (person, group) in published.iter().enumerate() {
            let votes = it.roll.ballots.votes_of(person).count();
            if let Some(group) = group.filter(|_| votes >= 7) {
                places.push((map.positions[person].x, map.positions[person].y));
                own.push(usize::from(group));
            }
        }
        let at = centres(&places, &own, own.iter().max().unwrap() + 1);
        let near = places
            .iter()
            .zip(&own)
            .filter(|(it, own)| nearest(&at, **it) == **own);
        let near = near.count() as f64 / places.len() as f64;
        let (group_of, _) = settled(&places, at);
        let likeness = likeness(&named(&group_of), &named(&own));
        println!(
            "{}: nc {near:.3} (table {share}), fp {likeness:.3} (table {fixed})",
            it.name
        );
        assert!(
            (near - share).abs() <= 0.003 + 5e-4,
            "{}: nc {near}",
            it.name
        );
        assert!(likeness >= fixed - 0.03, "{}: fp {likeness}", it.name);
    }
}

#[test]
fn no_random_start_finds_a_better_grouping() {
    let mut draws = Draws(conversation::seed(7));
    for (it, _) in scored() {
        let map = map_of(&it);
        let places = places_of(&map);
        for tried in &map.grouping.tried {
            let least = least(places.len());
            let mut best = f64::INFINITY;
            for _ in 0..200 {
                let starts = (0..tried.groups).map(|_| places[draws.below(places.len())]);
                let (group_of, within) = settled(&places, starts.collect());
                let mut sizes = vec![0; tried.groups];
                group_of.iter().for_each(|it| sizes[*it] += 1);
                // Splits with a tiny group are judged only against each other.
                if tried.smallest < least || sizes.iter().all(|it| *it >= least) {
                    best = best.min(within);
                }
            }
            let ratio = tried.within / best;
            println!("{}: k {} ratio {ratio:.6}", it.name, tried.groups);
            // Numbers of groups that are out of the question need not be the best of their kind.
            if tried.smallest < least {
                continue;
            }
            let is_chosen = tried.groups == map.grouping.count();
            let allowed = if is_chosen { 1.001 } else { 1.01 };
            assert!(ratio <= allowed, "{}: k {}: {ratio}", it.name, tried.groups);
        }
    }
}

fn places_of(map: &OpinionMap) -> Vec<Place> {
    let chosen = map
        .positions
        .iter()
        .zip(&map.eligible)
        .filter(|(_, it)| **it);
    chosen.map(|(it, _)| (it.x, it.y)).collect()
}

#[test]
fn groups_are_like_the_published_ones_and_as_many() {
    let mut as_many = 0;
    let mut sum = 0.0;
    let all = scored();
    for (it, (.., demanded)) in &all {
        let map = map_of(it);
        let published = groups(&it.expected["published_group"]);
        let count = usize::from(published.iter().flatten().max().unwrap() + 1);
        let found = map.grouping.count();
        let enough: Vec<Option<u8>> = published
            .iter()
            .zip(&map.eligible)
            .map(|(it, is_in)| it.filter(|_| *is_in))
            .collect();
        let likeness = likeness(&map.grouping.group_of, &enough);
        println!(
            "{}: k {found} (published {count}), ARI {likeness:.3} (≥ {demanded})",
            it.name
        );
        for tried in &map.grouping.tried {
            println!("    {tried:?}");
        }
        println!(
            "    strengths {:?} chance {:.0}",
            map.axes.strengths, map.axes.chance
        );
        as_many += usize::from(found == count);
        sum += likeness;
        assert!(likeness >= *demanded, "{}: {likeness}", it.name);
    }
    if !all.is_empty() {
        println!(
            "mean ARI {:.3}, {as_many} of {} as many",
            sum / all.len() as f64,
            all.len()
        );
        assert!(as_many + 1 >= all.len());
        assert!(sum / all.len() as f64 >= 0.88);
    }
}

#[test]
fn twenty_permutations_give_the_same_grouping() {
    let mut draws = Draws(conversation::seed(20));
    for it in conversation::all() {
        let map = map_of(&it);
        for _ in 0..20 {
            let mut casts = it.casts.clone();
            draws.shuffle(&mut casts);
            // Of votes cast in the same millisecond the later in the file counts: none here.
            let roll = Roll::from_casts(&casts).unwrap();
            assert_eq!(roll, it.roll, "{}", it.name);
            let mut order: Vec<usize> = (0..it.roll.people.len()).collect();
            draws.shuffle(&mut order);
            let other = reordered(&it.roll.ballots, &order);
            let other = compute(&other, &it.standing, &OneHand);
            for (place, person) in order.iter().enumerate() {
                assert_eq!(
                    other.grouping.group_of[place],
                    map.grouping.group_of[*person]
                );
                assert_eq!(other.positions[place], map.positions[*person]);
            }
            assert_eq!(other.results, map.results, "{}", it.name);
        }
        check_other_names(&it, &map, &mut draws);
    }
}

/// Claims under other ids, so that they stand in another order everywhere: not a bit is another.
fn check_other_names(it: &Conversation, map: &OpinionMap, draws: &mut Draws) {
    let scores = bridging(&it.roll.ballots, &it.standing, map, &OneHand);
    for _ in 0..20 {
        let mut names: Vec<u64> = (0..it.roll.claims.len() as u64).collect();
        draws.shuffle(&mut names);
        let renamed: Vec<Cast> = it
            .casts
            .iter()
            .map(|cast| renamed(it, &names, *cast))
            .collect();
        let roll = Roll::from_casts(&renamed).unwrap();
        let names: Vec<usize> = names
            .iter()
            .map(|it| usize::try_from(*it).unwrap())
            .collect();
        let standing = moved(&it.standing, &names);
        let other = compute(&roll.ballots, &standing, &OneHand);
        let again = bridging(&roll.ballots, &standing, &other, &OneHand);
        assert!(again.scores == moved(&scores.scores, &names), "{}", it.name);
        check_same_but_for_names(&it.roll.ballots, &other, map, &names);
    }
}

fn renamed(it: &Conversation, names: &[u64], cast: Cast) -> Cast {
    let claim = it.roll.claims.binary_search(&cast.claim).unwrap();
    Cast {
        claim: names[claim],
        ..cast
    }
}

#[test]
fn priorities_are_not_all_alike() {
    for it in conversation::all() {
        let map = map_of(&it);
        let shown = it.standing.iter().zip(&map.results.priorities);
        let mut weights: Vec<u64> = shown
            .filter(|(standing, _)| **standing == Standing::Shown)
            .map(|(_, weight)| weight.to_bits())
            .collect();
        let count = weights.len();
        weights.sort_unstable();
        weights.dedup();
        assert!(
            weights.len() * 2 > count,
            "{}: {} of {count}",
            it.name,
            weights.len()
        );
    }
}

#[test]
fn votes_of_nobody_special_make_no_groups() {
    let seed = conversation::seed(3);
    for offset in 0..20 {
        let mut draws = Draws(seed + offset);
        let made_up = conversation::MadeUp {
            people: 60 + 20 * usize::try_from(offset).unwrap(),
            claims: 40,
            camps: 1,
            loyalty: 0.5 + 0.02 * offset as f64,
            density: 0.6,
        };
        let roll = Roll::from_casts(&made_up.casts(&mut draws)).unwrap();
        let map = compute(&roll.ballots, &[], &OneHand);
        assert_eq!(
            map.grouping.outcome,
            Outcome::NoMoreThanChance,
            "seed {}",
            seed + offset
        );
        assert_eq!(map.grouping.count(), 1);
        assert!(map.results.divisions.is_empty());
        assert!(map.results.telling[0].is_empty());
    }
}

#[test]
fn ten_people_who_vote_at_random_on_very_many_claims_make_no_groups() {
    let seed = conversation::seed(5);
    for claims in [300, 1_000, 2_500] {
        for offset in 0..10 {
            let mut draws = Draws(seed + offset);
            let made_up = conversation::MadeUp {
                people: 10,
                claims,
                camps: 1,
                loyalty: 0.34,
                density: 1.0,
            };
            let roll = Roll::from_casts(&made_up.casts(&mut draws)).unwrap();
            let map = compute(&roll.ballots, &[], &OneHand);
            let said = format!("{claims} claims, seed {}", seed + offset);
            assert_eq!(map.grouping.outcome, Outcome::NoMoreThanChance, "{said}");
        }
    }
}

#[test]
fn two_camps_of_fifteen_are_found_on_two_claims() {
    let votes = |camp| [0, 1].map(|claim| (claim, camp));
    let mut ballots = polylogue_map::Ballots::new(2).unwrap();
    for person in 0..30 {
        let camp = if person < 15 {
            Vote::Agree
        } else {
            Vote::Disagree
        };
        ballots.push_person(votes(camp)).unwrap();
    }
    let map = compute(&ballots, &[], &OneHand);
    assert_eq!(map.grouping.sizes, [15, 15]);
}

#[test]
fn camps_that_are_there_are_found() {
    let seed = conversation::seed(4);
    for camps in [2, 3] {
        for offset in 0..5 {
            let mut draws = Draws(seed + offset);
            let made_up = conversation::MadeUp {
                people: 240,
                claims: 60,
                camps,
                loyalty: 0.9,
                density: 0.6,
            };
            let roll = Roll::from_casts(&made_up.casts(&mut draws)).unwrap();
            let map = compute(&roll.ballots, &[], &OneHand);
            let camp_of = |person: &u64| u8::try_from(person % camps as u64).ok();
            let known: Vec<Option<u8>> = roll.people.iter().map(camp_of).collect();
            let likeness = likeness(&map.grouping.group_of, &known);
            println!(
                "{camps} camps, seed {}: k {} {likeness:.3}",
                seed + offset,
                map.grouping.count()
            );
            assert_eq!(
                map.grouping.count(),
                camps,
                "seed {}: {:?}",
                seed + offset,
                map.grouping.tried
            );
            assert!(likeness > 0.95);
        }
    }
}

#[test]
fn next_claims_are_drawn_as_their_weights_say() {
    let mut draws = Draws(conversation::seed(11));
    for it in conversation::all() {
        let map = map_of(&it);
        let weights = &map.results.priorities;
        let total: f64 = weights.iter().sum();
        let mut drawn = vec![0_u32; weights.len()];
        let rounds = 100_000;
        for _ in 0..rounds {
            drawn[polylogue_map::polis::draw_by_weight(weights, draws.next()).unwrap()] += 1;
        }
        let off = weights.iter().zip(&drawn).map(|(weight, drawn)| {
            let expected = weight / total * f64::from(rounds);
            (f64::from(*drawn) - expected).powi(2) / expected
        });
        let square: f64 = off.sum();
        // χ² with many degrees of freedom is nearly normal after a cube root (Wilson and Hilferty).
        let freedom = weights.len() as f64 - 1.0;
        let part = 2.0 / (9.0 * freedom);
        let errors = ((square / freedom).cbrt() - 1.0 + part) / part.sqrt();
        println!(
            "{}: χ² {square:.1} with {freedom} degrees: {errors:.2} errors",
            it.name
        );
        assert!(errors < 3.09, "{}: p < 0.001", it.name);
    }
}

#[test]
fn a_third_axis_is_announced_where_camps_need_it() {
    let mut draws = Draws(conversation::seed(5));
    for (camps, is_needed) in [(2, false), (3, false), (4, true)] {
        let made_up = conversation::MadeUp {
            people: 240,
            claims: 60,
            camps,
            loyalty: 0.95,
            density: 0.7,
        };
        let roll = Roll::from_casts(&made_up.casts(&mut draws)).unwrap();
        let map = compute(&roll.ballots, &[], &OneHand);
        println!("{camps} camps: {:?}", map.axes.strengths);
        assert_eq!(map.axes.has_third(), is_needed, "{camps} camps");
        let made_of = map.axes.made_of(2, 5);
        let pulls: Vec<f64> = made_of.iter().map(|it| it.1.abs()).collect();
        assert!(pulls.is_sorted_by(|one, other| one >= other), "{pulls:?}");
        assert_eq!(pulls.len(), 5);
        let least = pulls[4];
        let stronger = map.axes.loadings[2].iter().filter(|it| it.abs() > least);
        assert!(
            stronger.count() <= 4,
            "no claim pulls harder than those named"
        );
        assert!(map.axes.made_of(3, 5).is_empty(), "there are three");
    }
}

/// A map of nothing is no trouble to the helpers above.
#[test]
fn an_empty_map_has_no_groups() {
    let map = compute(&Ballots::new(0).unwrap(), &[], &OneHand);
    assert_eq!(map.grouping.count(), 0);
    assert_eq!(map.grouping.outcome, Outcome::TooFewPeople { people: 0 });
}
