//! The exact stages, against values recorded for six real conversations.

use polylogue_map::groups::Grouping;
use polylogue_map::polis::Side;
use polylogue_map::{OneHand, compute, results};
use serde_json::Value;

use crate::conversation::{self, Conversation, groups, numbers, reals};

/// Recorded values carry nine significant digits.
const RECORDED: f64 = 1e-8;

#[test]
fn the_matrix_has_the_recorded_people_claims_and_votes() {
    for it in conversation::all() {
        assert_eq!(it.roll.people, numbers(&it.expected["participants"]));
        assert_eq!(it.roll.claims, numbers(&it.expected["statements"]));
        let counts = (0..it.roll.people.len()).map(|person| it.roll.ballots.votes_of(person));
        let counts: Vec<u64> = counts.map(|votes| votes.count() as u64).collect();
        assert_eq!(counts, numbers(&it.expected["n_votes"]), "{}", it.name);
    }
}

#[test]
fn axes_and_places_are_the_recorded_ones() {
    for it in conversation::all() {
        let map = compute(&it.roll.ballots, &it.standing, &OneHand);
        let means = reals(&it.expected["mean"]);
        for (mean, expected) in map.axes.means.iter().zip(&means) {
            // Recorded to nine digits of numbers below 1.
            assert!(
                (mean - expected).abs() <= 1e-9,
                "{}: {mean} {expected}",
                it.name
            );
        }
        let values = reals(&it.expected["eigenvalues"]);
        for (axis, (strength, expected)) in map.axes.strengths.iter().zip(&values).enumerate() {
            let off = (strength - expected).abs() / expected;
            let allowed = if axis < 2 { RECORDED } else { 1e-6 };
            assert!(off < allowed, "{}: axis {axis} is off by {off:e}", it.name);
        }
        let mut signs = [0.0; 2];
        for (axis, key) in ["comp1", "comp2"].into_iter().enumerate() {
            let cosine = cosine(&map.axes.loadings[axis], &reals(&it.expected[key]));
            println!("{}: {key} |cos| = {:.12}", it.name, cosine.abs());
            assert!(cosine.abs() >= 0.999_999, "{}: {key} {cosine}", it.name);
            signs[axis] = cosine.signum();
        }
        let along = [
            map.positions.iter().map(|it| it.x).collect::<Vec<f64>>(),
            map.positions.iter().map(|it| it.y).collect(),
        ];
        for (axis, key) in ["x", "y"].into_iter().enumerate() {
            let expected = reals(&it.expected[key]);
            let off = relative_rms(&along[axis], &expected, signs[axis]);
            println!("{}: {key} relative RMS = {off:e}", it.name);
            assert!(off <= 1e-4, "{}: {key} {off}", it.name);
            assert!(cosine(&along[axis], &expected).abs() >= 0.999_99);
        }
        check_extremity(&it, &map.extremities);
    }
}

fn check_extremity(it: &Conversation, extremities: &[f64]) {
    let mut worst = 0.0_f64;
    for (found, expected) in extremities.iter().zip(reals(&it.expected["extremity"])) {
        if expected > 1e-12 {
            worst = worst.max((found - expected).abs() / expected);
        } else {
            assert!(*found < 1e-12, "{}: {found}", it.name);
        }
    }
    println!("{}: extremity is off by {worst:e} at most", it.name);
    assert!(worst <= 1e-6, "{}: {worst:e}", it.name);
}

fn cosine(left: &[f64], right: &[f64]) -> f64 {
    let dot = |a: &[f64], b: &[f64]| -> f64 { a.iter().zip(b).map(|(a, b)| a * b).sum() };
    dot(left, right) / (dot(left, left) * dot(right, right)).sqrt()
}

fn relative_rms(found: &[f64], expected: &[f64], sign: f64) -> f64 {
    let pairs = found.iter().zip(expected);
    let off: f64 = pairs
        .map(|(it, expected)| (sign * it - expected).powi(2))
        .sum();
    let size: f64 = expected.iter().map(|it| it * it).sum();
    (off / size).sqrt()
}

#[test]
fn results_for_the_published_groups_are_the_recorded_ones() {
    for it in conversation::all() {
        let grouping = Grouping::given(groups(&it.expected["published_group"]));
        let extremity = reals(&it.expected["extremity"]);
        let input = (&it.roll.ballots, it.standing.as_slice());
        let found = results(input, &grouping, &extremity, &OneHand);
        let expected = &it.expected["given_published_groups"];
        for group in 0..grouping.count() {
            let name = group.to_string();
            let counts = &found.by_group[group];
            let agree: Vec<u64> = counts.iter().map(|it| u64::from(it.agree)).collect();
            let disagree: Vec<u64> = counts.iter().map(|it| u64::from(it.disagree)).collect();
            let seen: Vec<u64> = counts.iter().map(|it| u64::from(it.seen())).collect();
            assert_eq!(agree, numbers(&expected["agree"][&name]), "{}", it.name);
            assert_eq!(
                disagree,
                numbers(&expected["disagree"][&name]),
                "{}",
                it.name
            );
            assert_eq!(seen, numbers(&expected["seen"][&name]), "{}", it.name);
            let list: Vec<(u64, &str)> = found.representative[group]
                .iter()
                .map(|one| (it.roll.claims[one.claim], side(one.side)))
                .collect();
            assert_eq!(
                list,
                listed(&expected["representative"][&name]),
                "{}",
                it.name
            );
        }
        close(
            &it,
            &found.group_aware_consensus,
            &expected["group_aware_consensus"],
        );
        close(&it, &found.priorities, &expected["priority"]);
        let ids =
            |list: &[usize]| -> Vec<u64> { list.iter().map(|at| it.roll.claims[*at]).collect() };
        let consensus = &expected["consensus"];
        assert_eq!(
            ids(&found.consensus.agree),
            numbers(&consensus["agree"]),
            "{}",
            it.name
        );
        assert_eq!(
            ids(&found.consensus.disagree),
            numbers(&consensus["disagree"]),
            "{}",
            it.name
        );
    }
}

fn side(side: Side) -> &'static str {
    match side {
        Side::Agree => "agree",
        Side::Disagree => "disagree",
    }
}

fn listed(list: &Value) -> Vec<(u64, &str)> {
    let list = list.as_array().unwrap().iter();
    list.map(|it| (it[0].as_u64().unwrap(), it[1].as_str().unwrap()))
        .collect()
}

/// Recorded values have nine significant digits.
fn close(it: &Conversation, found: &[f64], expected: &Value) {
    let expected = reals(expected);
    assert_eq!(found.len(), expected.len());
    for (claim, (found, expected)) in found.iter().zip(&expected).enumerate() {
        let off = (found - expected).abs() / expected.abs().max(1e-300);
        assert!(
            off <= RECORDED,
            "{}: claim {claim}: {found} {expected}",
            it.name
        );
    }
}

/// The one column of a real export that holds what Polis' own worker computed.
#[test]
fn group_aware_consensus_is_what_polis_published() {
    for it in conversation::all() {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
        let shared = std::env::var_os("POLYLOGUE_SHARED").map_or(path, Into::into);
        let path = shared
            .join("data/polis")
            .join(&it.name)
            .join("comments.csv");
        let text = std::fs::read_to_string(path).unwrap();
        if !text.starts_with("timestamp,comment-id,author-id") {
            continue;
        }
        let grouping = Grouping::given(groups(&it.expected["published_group"]));
        let input = (&it.roll.ballots, it.standing.as_slice());
        let found = results(input, &grouping, &[], &OneHand);
        let mut compared = 0;
        for line in text.lines() {
            let fields: Vec<&str> = line.split(',').collect();
            let (Some(Ok(id)), Some(Ok(published))) = (
                fields.get(1).map(|it| it.parse::<u64>()),
                fields.get(8).map(|it| it.parse::<f64>()),
            ) else {
                continue;
            };
            let Ok(claim) = it.roll.claims.binary_search(&id) else {
                continue;
            };
            let off = (found.group_aware_consensus[claim] - published).abs();
            assert!(off <= 1e-12, "claim {id}: off by {off:e}");
            compared += 1;
        }
        println!("{}: {compared} published values compared", it.name);
        assert_eq!(compared, it.roll.claims.len());
    }
}
