//! Copies: people who gave the same answers to the same claims, or nearly, where chance would
//! hardly make two of them.
//!
//! Two ballots are near if at most [`differ_max`] of their answers differ: an answer differs where
//! the other says something else, or nothing. Near ballots are gathered into sets, each person
//! joined to all who are near. A set is held against its own group: how many of that group would be
//! expected within the same distance of the set's commonest ballot, if each answered each claim as
//! often as the group does and without regard to their other answers. Copies are among those
//! counted, which makes them look likelier than they are; a set that is named all the same stands
//! out. It is a sign and no proof: a family that votes together looks like this, too.
//!
//! Not every two ballots are compared. Each is cut into [`BANDS`] parts by claim; two that differ
//! in fewer answers than there are parts have one part in common, and only such are compared, each
//! with at most [`COMPARED_MAX`] others for each part.

use std::collections::BTreeMap;

use crate::ballots::Ballots;
use crate::number::{index, real, real32};
use crate::opinion::OpinionMap;
use crate::order::mixed;

/// Fewer people who answered alike are not named.
pub const PEOPLE_MIN: usize = 3;
/// Fewer claims answered alike say nothing.
pub const CLAIMS_MIN: usize = 8;
/// A set is named if it has so many times the people that would be expected.
pub const TIMES_EXPECTED: f64 = 10.0;
/// Parts that a ballot is cut into; one more than the answers by which near ballots may differ.
pub const BANDS: usize = 4;
/// Others that a ballot is compared with for each of its parts.
pub const COMPARED_MAX: usize = 64;

/// By how many answers two ballots may differ and still be near, the smaller one having so many
/// votes: one in ten, and at most three.
#[must_use]
pub fn differ_max(votes: usize) -> usize {
    (votes / 10).min(BANDS - 1)
}

/// Some people whose votes are the same, or nearly.
#[derive(Debug, Clone, PartialEq)]
pub struct Copies {
    /// The people, ascending.
    pub people: Vec<usize>,
    /// How many claims the commonest ballot among them has votes on.
    pub claims: usize,
    /// By how many answers any of them differs from it at most; 0 where all are the same.
    pub differ: usize,
    /// How many would be expected to vote so; at least 0.
    pub expected: f64,
}

/// One ballot, and everybody who cast exactly it.
struct Ballot<'votes> {
    cells: &'votes [u32],
    people: Vec<usize>,
}

/// Every set of copies, the largest first, then by what is least expected.
#[must_use]
pub fn find(ballots: &Ballots, map: &OpinionMap) -> Vec<Copies> {
    let mut alike: BTreeMap<&[u32], Vec<usize>> = BTreeMap::new();
    for person in 0..ballots.person_count() {
        let cells = ballots.cells_of(person);
        if cells.len() >= CLAIMS_MIN {
            alike.entry(cells).or_default().push(person);
        }
    }
    let all: Vec<Ballot<'_>> = alike
        .into_iter()
        .map(|(cells, people)| Ballot { cells, people })
        .collect();
    let mut found = Vec::new();
    for set in gathered(&all) {
        let near = copies(&all, &set, map);
        if set.len() > 1 && near.stands_out() {
            found.push(near);
        } else {
            // What is near is no sign; what is the same may be.
            let same = set.iter().map(|it| copies(&all, &[*it], map));
            found.extend(same.filter(Copies::stands_out));
        }
    }
    // Sets come in the order of their votes, which is nobody's order of arrival.
    found.sort_by(|left, right| {
        let by_size = right.people.len().cmp(&left.people.len());
        by_size.then(left.expected.total_cmp(&right.expected))
    });
    found
}

impl Copies {
    fn stands_out(&self) -> bool {
        let people = self.people.len();
        people >= PEOPLE_MIN && real(people) > TIMES_EXPECTED * self.expected
    }
}

/// Sets of ballots of which each is near to another of the set.
fn gathered(all: &[Ballot<'_>]) -> Vec<Vec<usize>> {
    let mut leader: Vec<usize> = (0..all.len()).collect();
    for band in 0..BANDS {
        let part = |at: usize| {
            let cells = all[at].cells.iter();
            let own = cells.filter(|it| index(**it >> 2) % BANDS == band);
            own.fold(0_u64, |sum, it| mixed(sum ^ u64::from(*it)))
        };
        let mut order: Vec<(u64, usize)> = (0..all.len()).map(|it| (part(it), it)).collect();
        order.sort_unstable();
        for (at, (part, one)) in order.iter().enumerate() {
            let after = order[at + 1..].iter().take(COMPARED_MAX);
            for (_, other) in after.take_while(|it| it.0 == *part) {
                if is_near(all[*one].cells, all[*other].cells) {
                    let (one, other) = (led_by(&leader, *one), led_by(&leader, *other));
                    leader[one.max(other)] = one.min(other);
                }
            }
        }
    }
    let mut sets: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for at in 0..all.len() {
        sets.entry(led_by(&leader, at)).or_default().push(at);
    }
    sets.into_values().collect()
}

fn led_by(leader: &[usize], mut at: usize) -> usize {
    while leader[at] != at {
        at = leader[at];
    }
    at
}

fn is_near(one: &[u32], other: &[u32]) -> bool {
    let most = differ_max(one.len().min(other.len()));
    one.len().abs_diff(other.len()) <= most && differing(one, other) <= most
}

/// On how many claims two ballots do not say the same.
fn differing(one: &[u32], other: &[u32]) -> usize {
    let (mut left, mut right) = (one.iter().peekable(), other.iter().peekable());
    let mut count = 0;
    loop {
        let (here, there) = match (left.peek(), right.peek()) {
            (Some(here), Some(there)) => (**here, **there),
            (None, _) => return count + right.count(),
            (_, None) => return count + left.count(),
        };
        count += usize::from(here != there);
        if here >> 2 <= there >> 2 {
            left.next();
        }
        if there >> 2 <= here >> 2 {
            right.next();
        }
    }
}

/// What some ballots come to, held against the commonest of them.
fn copies(all: &[Ballot<'_>], set: &[usize], map: &OpinionMap) -> Copies {
    let mut commonest = set[0];
    for at in set {
        if all[*at].people.len() > all[commonest].people.len() {
            commonest = *at;
        }
    }
    let core = &all[commonest];
    let apart = set.iter().map(|it| differing(core.cells, all[*it].cells));
    let differ = apart.max().unwrap_or(0);
    let people = set.iter().flat_map(|it| &all[*it].people);
    let mut people: Vec<usize> = people.copied().collect();
    people.sort_unstable();
    Copies {
        claims: core.cells.len(),
        expected: expected((core.cells, differ), map, core.people[0]),
        people,
        differ,
    }
}

/// How many of the group of one who voted so would be expected within such a distance.
fn expected((cells, differ): (&[u32], usize), map: &OpinionMap, person: usize) -> f64 {
    let results = &map.results;
    let group = map.grouping.group_of.get(person).copied().flatten();
    let group = group.map(usize::from);
    let (counts, people) = match group.and_then(|it| results.by_group.get(it).map(|by| (it, by))) {
        Some((group, counts)) => (counts, map.grouping.sizes[group]),
        None => (&results.counts, map.positions.len()),
    };
    let mut chances: Vec<f64> = cells
        .iter()
        .map(|cell| {
            let count = counts[index(cell >> 2)];
            let given = [count.disagree, count.pass, count.agree, 0][index(cell & 3)];
            (real32(given) + 1.0) / (real32(count.seen()) + 3.0)
        })
        .collect();
    // In an order of their own, so that the numbers of claims are no matter.
    chances.sort_unstable_by(f64::total_cmp);
    // By how many answers differ so far, at most so many.
    let mut by_differing = vec![0.0; differ + 1];
    by_differing[0] = 1.0;
    for chance in chances {
        for count in (0..=differ).rev() {
            let other = if count > 0 {
                by_differing[count - 1]
            } else {
                0.0
            };
            by_differing[count] = by_differing[count] * chance + other * (1.0 - chance);
        }
    }
    real(people) * by_differing.iter().sum::<f64>()
}
