//! Copies: people who gave the very same answers to the very same claims, where chance would
//! hardly make two of them.
//!
//! Those of one mind answer alike, so each set is held against its own group: how many of that
//! group would be expected to give all these answers, if each answered each claim as often as the
//! group does and without regard to their other answers. Copies are among those counted, which
//! makes them look likelier than they are; a set that is named all the same stands out. It is a
//! sign and no proof: a family that votes together looks like this, too.

use std::collections::BTreeMap;

use crate::ballots::Ballots;
use crate::number::{index, real, real32};
use crate::opinion::OpinionMap;

/// Fewer people who answered alike are not named.
pub const PEOPLE_MIN: usize = 3;
/// Fewer claims answered alike say nothing.
pub const CLAIMS_MIN: usize = 8;
/// A set is named if it has so many times the people that would be expected.
pub const TIMES_EXPECTED: f64 = 10.0;

/// Some people whose votes are the same.
#[derive(Debug, Clone, PartialEq)]
pub struct Copies {
    /// The people, ascending.
    pub people: Vec<usize>,
    /// How many claims each of them voted on.
    pub claims: usize,
    /// How many would be expected to vote so; at least 0.
    pub expected: f64,
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
    let large = alike.into_iter().filter(|(_, it)| it.len() >= PEOPLE_MIN);
    let sets = large.map(|(cells, people)| Copies {
        claims: cells.len(),
        expected: expected(cells, map, people[0]),
        people,
    });
    let stands_out = |it: &Copies| real(it.people.len()) > TIMES_EXPECTED * it.expected;
    let mut found: Vec<Copies> = sets.filter(stands_out).collect();
    // Sets come in the order of their votes, which is nobody's order of arrival.
    found.sort_by(|left, right| {
        let by_size = right.people.len().cmp(&left.people.len());
        by_size.then(left.expected.total_cmp(&right.expected))
    });
    found
}

/// How many of the group of one who voted so would be expected to.
fn expected(cells: &[u32], map: &OpinionMap, person: usize) -> f64 {
    let results = &map.results;
    let group = map.grouping.group_of.get(person).copied().flatten();
    let group = group.map(usize::from);
    let (counts, people) = match group.and_then(|it| results.by_group.get(it).map(|by| (it, by))) {
        Some((group, counts)) => (counts, map.grouping.sizes[group]),
        None => (&results.counts, map.positions.len()),
    };
    let chance = cells.iter().map(|cell| {
        let count = counts[index(cell >> 2)];
        let given = [count.disagree, count.pass, count.agree, 0][index(cell & 3)];
        (real32(given) + 1.0) / (real32(count.seen()) + 3.0)
    });
    real(people) * chance.product::<f64>()
}
