//! Real conversations with values computed elsewhere, where they are at hand; and made-up ones.

use std::path::{Path, PathBuf};

use polylogue_map::{Ballots, Cast, OpinionMap, Results, Roll, Standing, Vote};
use serde_json::Value;

/// A conversation with the values expected for it.
pub(crate) struct Conversation {
    pub(crate) name: String,
    pub(crate) roll: Roll,
    pub(crate) standing: Vec<Standing>,
    pub(crate) expected: Value,
    pub(crate) casts: Vec<Cast>,
}

/// All conversations at hand; says so where there are none.
pub(crate) fn all() -> Vec<Conversation> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let shared = std::env::var_os("POLYLOGUE_SHARED").map_or(beside, PathBuf::from);
    let Ok(folders) = std::fs::read_dir(shared.join("data/polis")) else {
        println!("skipped: the shared conversations are not at hand");
        return Vec::new();
    };
    let mut paths: Vec<PathBuf> = folders.map(|it| it.unwrap().path()).collect();
    paths.retain(|it| it.join("expected.json").is_file());
    paths.sort();
    paths.iter().map(|it| read(it)).collect()
}

fn read(folder: &Path) -> Conversation {
    let text = std::fs::read_to_string(folder.join("votes.csv")).unwrap();
    let casts: Vec<Cast> = text.lines().skip(1).map(cast).collect();
    let roll = Roll::from_casts(&casts).unwrap();
    let json = std::fs::read_to_string(folder.join("expected.json")).unwrap();
    let mut expected: Value = serde_json::from_str(&json).unwrap();
    let people = order_of(&expected["participants"]);
    for key in ["participants", "x", "y", "n_votes", "published_group"] {
        put_in_order(&mut expected[key], &people);
    }
    assert_eq!(
        expected["statements"].as_array().unwrap().len(),
        roll.claims.len()
    );
    let ids = |key: &str| -> Vec<u64> { numbers(&expected[key]) };
    let (zeroed, meta) = (ids("zeroed"), ids("meta"));
    let standing = roll.claims.iter().map(|id| {
        if meta.contains(id) {
            Standing::Meta
        } else if zeroed.contains(id) {
            Standing::Rejected
        } else {
            Standing::Shown
        }
    });
    Conversation {
        name: folder.file_name().unwrap().to_string_lossy().into_owned(),
        standing: standing.collect(),
        roll,
        expected,
        casts,
    }
}

/// The places of recorded ids in ascending order of the ids.
fn order_of(ids: &Value) -> Vec<usize> {
    let ids = numbers(ids);
    let mut order: Vec<usize> = (0..ids.len()).collect();
    order.sort_by_key(|it| ids[*it]);
    order
}

fn put_in_order(list: &mut Value, order: &[usize]) {
    let own = list.as_array().unwrap();
    *list = order.iter().map(|it| own[*it].clone()).collect();
}

/// A line of votes.csv: timestamp, datetime, comment-id, voter-id, vote.
fn cast(line: &str) -> Cast {
    let fields: Vec<&str> = line.split(',').collect();
    let number = |at: usize| fields[at].trim().parse::<i64>().unwrap();
    Cast {
        time: number(0),
        claim: u64::try_from(number(2)).unwrap(),
        person: u64::try_from(number(3)).unwrap(),
        vote: Vote::of_sign(i32::try_from(number(4)).unwrap()),
    }
}

pub(crate) fn numbers(list: &Value) -> Vec<u64> {
    let list = list.as_array().unwrap().iter();
    list.map(|it| it.as_u64().unwrap()).collect()
}

pub(crate) fn reals(list: &Value) -> Vec<f64> {
    let list = list.as_array().unwrap().iter();
    list.map(|it| it.as_f64().unwrap()).collect()
}

/// Published groups in the order of the roll.
pub(crate) fn groups(list: &Value) -> Vec<Option<u8>> {
    let list = list.as_array().unwrap().iter();
    let small = |it: u64| u8::try_from(it).unwrap();
    list.map(|it| it.as_u64().map(small)).collect()
}

/// Numbers from a seed (splitmix64); every random test prints its seed.
pub(crate) struct Draws(pub(crate) u64);

impl Draws {
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ bits >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ bits >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^ bits >> 31
    }

    pub(crate) fn below(&mut self, count: usize) -> usize {
        usize::try_from(self.next() % count as u64).unwrap()
    }

    /// A number in 0..1.
    pub(crate) fn share(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    pub(crate) fn shuffle<T>(&mut self, list: &mut [T]) {
        for at in (1..list.len()).rev() {
            list.swap(at, self.below(at + 1));
        }
    }
}

/// The seed of a random test: POLYLOGUE_SEED, or the one given; printed.
pub(crate) fn seed(own: u64) -> u64 {
    let seed = std::env::var("POLYLOGUE_SEED");
    let seed = seed.ok().and_then(|it| it.parse().ok()).unwrap_or(own);
    println!("POLYLOGUE_SEED={seed}");
    seed
}

/// People who lean to one of several camps, voting on a share of the claims.
pub(crate) struct MadeUp {
    pub(crate) people: usize,
    pub(crate) claims: usize,
    pub(crate) camps: usize,
    /// How likely a person answers as their camp does; one half is no camp at all.
    pub(crate) loyalty: f64,
    /// The share of claims a person votes on.
    pub(crate) density: f64,
}

impl MadeUp {
    pub(crate) fn casts(&self, draws: &mut Draws) -> Vec<Cast> {
        let answers: Vec<Vec<bool>> = (0..self.camps)
            .map(|_| (0..self.claims).map(|_| draws.share() < 0.5).collect())
            .collect();
        let mut casts = Vec::new();
        for person in 0..self.people {
            let camp = &answers[person % self.camps];
            for (claim, answer) in camp.iter().enumerate() {
                if draws.share() >= self.density {
                    continue;
                }
                let as_camp = *answer == (draws.share() < self.loyalty);
                let vote = match draws.share() {
                    it if it < 0.1 => Vote::Pass,
                    _ if as_camp => Vote::Agree,
                    _ => Vote::Disagree,
                };
                casts.push(Cast {
                    person: person as u64,
                    claim: claim as u64,
                    time: 0,
                    vote,
                });
            }
        }
        casts
    }
}

/// A way of putting people, votes and arrival in another order that means the same votes.
pub(crate) fn reordered(ballots: &Ballots, order: &[usize]) -> Ballots {
    let mut other = Ballots::new(ballots.claim_count()).unwrap();
    for person in order {
        let mut votes: Vec<_> = ballots.votes_of(*person).collect();
        votes.reverse();
        other.push_person(votes).unwrap();
    }
    other
}

/// A list by claim under other names: what was at `at` is at `names[at]`.
pub(crate) fn moved<T: Clone>(list: &[T], names: &[usize]) -> Vec<T> {
    let mut other = list.to_vec();
    for (at, name) in names.iter().enumerate() {
        other[*name] = list[at].clone();
    }
    other
}

/// The same claims answered alike by the same people cannot be told apart but by their names, so
/// that lists may name either of them: each claim by the first that has the same column.
fn alike(ballots: &Ballots) -> Vec<usize> {
    let mut columns = vec![Vec::new(); ballots.claim_count()];
    for person in 0..ballots.person_count() {
        for (claim, vote) in ballots.votes_of(person) {
            columns[claim].push((person, vote));
        }
    }
    let first = |own: &Vec<(usize, Vote)>| columns.iter().position(|it| it == own).unwrap();
    columns.iter().map(first).collect()
}

/// Holds a map whose claims have other names against the first, to the bit. People are the same.
pub(crate) fn check_same_but_for_names(
    ballots: &Ballots,
    other: &OpinionMap,
    map: &OpinionMap,
    names: &[usize],
) {
    assert!(other.positions == map.positions, "positions");
    assert_eq!(other.grouping, map.grouping);
    assert_eq!((other.path, &other.eligible), (map.path, &map.eligible));
    assert_eq!(other.axes.strengths, map.axes.strengths);
    assert_eq!(
        (other.axes.total, other.axes.chance),
        (map.axes.total, map.axes.chance)
    );
    assert!(other.axes.means == moved(&map.axes.means, names), "means");
    for axis in 0..3 {
        let expected = moved(&map.axes.loadings[axis], names);
        for (at, (found, expected)) in other.axes.loadings[axis].iter().zip(&expected).enumerate() {
            assert_eq!(found, expected, "loading {at} of axis {axis}");
        }
    }
    assert_eq!(other.extremities, moved(&map.extremities, names));
    let (one, two) = (&map.results, &other.results);
    assert_eq!(two.counts, moved(&one.counts, names));
    for (two, one) in two.by_group.iter().zip(&one.by_group) {
        assert_eq!(*two, moved(one, names));
    }
    assert_eq!(
        two.group_aware_consensus,
        moved(&one.group_aware_consensus, names)
    );
    assert_eq!(two.priorities, moved(&one.priorities, names));
    // Lists: the same claims in the same order, but for claims that only names tell apart.
    let alike = alike(ballots);
    let mut old = vec![0; names.len()];
    for (at, name) in names.iter().enumerate() {
        old[*name] = at;
    }
    let was = |claim: usize| alike[old[claim]];
    let is = |claim: usize| alike[claim];
    assert_eq!(lists(two, &was), lists(one, &is));
}

/// Every list of a map as text, to the bit, but those of Polis, in which the numbers of claims play
/// a part; claims by a name of the caller's.
fn lists(of: &Results, name: &impl Fn(usize) -> usize) -> Vec<String> {
    let mut all = Vec::new();
    all.extend(of.common_ground.iter().map(|it| {
        let claim = name(it.claim);
        format!(
            "common {claim} {:?} {:?} {}",
            it.side, it.lowest, it.lowest_group
        )
    }));
    all.extend(of.divisions.iter().map(|it| {
        let claim = name(it.claim);
        format!(
            "apart {claim} {} {} {:?}",
            it.highest_group, it.lowest_group, it.low
        )
    }));
    for list in &of.telling {
        all.extend(list.iter().map(|it| {
            format!(
                "tells {} {:?} {:?} {:?}",
                name(it.claim),
                it.side,
                it.share,
                it.by_chance
            )
        }));
    }
    all
}
